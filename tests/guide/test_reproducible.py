"""Same data, same day: same bytes, pages and PDFs."""

from __future__ import annotations

from pathlib import Path

from conftest import build_site


def test_two_builds_of_a_day_are_the_same(site: Path, tmp_path: Path) -> None:
    again = build_site(tmp_path / "site")
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert names == {path.relative_to(again).as_posix() for path in again.rglob("*") if path.is_file()}
    assert [name for name in sorted(names) if (site / name).read_bytes() != (again / name).read_bytes()] == []
    assert any(name.endswith(".pdf") for name in names)
