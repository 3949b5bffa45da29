"""A small share of tests/mutations.py in every run: no traceback, nothing gone without a word, each problem with its cure."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mutations import CHANGES, ROOT, TODAY, mutated, run
from wijkgids.checks import check_guide
from wijkgids.problems import report
from wijkgids.records import load_guide


def test_mutated_records(tmp_path: Path) -> None:
    result = run(100, 11, tmp_path)
    assert result.wrong == []
    assert sum(result.refused.values()) > 30
    assert sum(result.taken.values()) > 5


def settings() -> Iterator[Path]:
    yield ROOT / "data" / "gids.yml"
    yield ROOT / "data" / "calendar.yml"
    yield from sorted((ROOT / "hooks" / "wijkgids" / "vocabulary").glob("*.yml"))


@pytest.mark.parametrize("file", list(settings()), ids=lambda path: path.name)
def test_mutated_settings(file: Path, tmp_path: Path) -> None:
    """The other files that people edit: settings, closures, and words of their own (here the program's, in disorder)."""
    shutil.copytree(Path(__file__).parent / "fixtures" / "small", tmp_path, dirs_exist_ok=True)
    folder = tmp_path / "data" if file.parent.name == "data" else tmp_path / "data" / "vocabulary"
    folder.mkdir(exist_ok=True)
    original = file.read_text(encoding="utf-8")
    luck = random.Random(5)
    for raw in [b"", b"[]", b"x", b"a: [b]", b"- a", *(mutated(luck, original)[1] for _ in range(25))]:
        (folder / file.name).write_bytes(raw)
        guide, problems = load_guide(tmp_path)
        problems += check_guide(guide, TODAY)
        report(problems)
        for one in problems:
            assert one.place.path, one
            assert one.found, one
            assert one.wanted, one
            assert one.cure, one


def test_every_change_changes_something() -> None:
    luck = random.Random(1)
    text = "naam: Groep\nthema: [taal]\nsamenvatting: Wij praten.\n"
    for change in CHANGES.values():
        assert any(change(luck, text) != text for _ in range(20))
