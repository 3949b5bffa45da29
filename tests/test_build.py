"""The command and a real build: what happens to a mistake in a record."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from guides import SMALL
from wijkgids import build, cli

NEEDED = ("data", "docs", "hooks", "overrides")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of this guide that may be broken, with a site that stood there before."""
    for name in NEEDED:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("de oude site", encoding="utf-8")
    return tmp_path


def broken(guide: Path) -> list[Path]:
    """Break two records."""
    first, second = sorted((guide / "data" / "actors").glob("*/*.yml"))[:2]
    first.write_text(first.read_text(encoding="utf-8").replace("samenvatting:", "samenvating:", 1), encoding="utf-8")
    second.write_text(re.sub(r"(?m)^soort: .*$", "soort: clup", second.read_text(encoding="utf-8")), encoding="utf-8")
    return [first, second]


def test_a_mistake_stops_the_build_with_one_report(guide: Path) -> None:
    records = broken(guide)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=guide, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    for record in records:
        assert re.search(rf"{record.relative_to(guide).as_posix()}:\d+:\d+  \S+, ", said), said
    assert "Bedoelde je 'samenvatting'?" in said
    assert [path.name for path in (guide / "site").iterdir()] == ["index.html"], "the old site is untouched"
    assert (guide / "site" / "index.html").read_text(encoding="utf-8") == "de oude site"


def test_the_check_says_what_it_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--today", "2026-11-24"]) == 0
    assert re.search(r"\d+ actoren en \d+ activiteiten gelezen, op 2026-11-24\.", capsys.readouterr().out)


def test_the_check_of_a_broken_guide(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(guide)
    assert cli.main(["check", "--map", str(guide)]) == 1
    said = capsys.readouterr().out
    assert said.count("→") >= 2
    assert "fouten" in said


def test_a_day_in_the_environment_that_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WIJKGIDS_TODAY", "gisteren")
    with pytest.raises(SystemExit) as stop:
        cli.main(["check"])
    assert stop.value.code == 2
    assert "WIJKGIDS_TODAY: 'gisteren' is geen dag" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["chek"], [], ["check", "--today", "gisteren"]])
def test_a_command_that_is_not_understood(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(words)
    assert stop.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("week", "ar/week.html"),
        ("", "ar/index.html"),
        ("thema/geld", "ar/thema/geld.html"),
        ("week/wijk", "ar/week/wijk.html"),
        ("actor/huis", "ar/actor/huis.html"),
        ("actor/huis/koffie", "ar/actor/huis/koffie.html"),
        ("actor/bestaat-niet", None),
        ("actor/huis/bestaat-niet", None),
        ("thema/bestaat-niet", None),
        ("printen/iets", None),
    ],
)
def test_where_a_link_of_prose_leads(reference: str, address: str | None) -> None:
    assert build.resolve(build.load(SMALL, None), reference, "ar") == address
