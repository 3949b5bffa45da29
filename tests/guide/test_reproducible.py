"""Same data, same day: same bytes, pages and PDFs."""

from __future__ import annotations

from pathlib import Path

from conftest import ROOT, build_site
from wijkgids import build, sheets


def test_two_builds_of_a_day_are_the_same(site: Path, tmp_path: Path) -> None:
    again = build_site(tmp_path / "site")
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert names == {path.relative_to(again).as_posix() for path in again.rglob("*") if path.is_file()}
    assert [name for name in sorted(names) if (site / name).read_bytes() != (again / name).read_bytes()] == []


def test_sheets_printed_anew_are_the_same(site: Path, tmp_path: Path) -> None:
    """A build may take sheets from the shelf; without it, and in another order, they have the same bytes."""
    loaded = build.load(ROOT, None)
    wanted = sheets.wanted(loaded.ready())
    some = list(reversed([spec for spec in wanted if spec.slug == wanted[0].slug]))
    made, problems = sheets.write(
        loaded.ready(), loaded.voices, tmp_path, ROOT / "overrides" / "fonts", ROOT / "overrides" / "sheets", specs=some
    )
    assert problems == []
    assert len(made) == len(some) > 1
    for spec in some:
        assert (tmp_path / spec.path).read_bytes() == (site / spec.path).read_bytes(), spec.path
