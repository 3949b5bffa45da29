"""Records as files: each file in good/ is read without a word; each in bad/ gives exactly what its first lines say.

The first comment lines of a bad file are `# LINE:COLUMN code`, one for each problem (warnings too). A new file is a test.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from wijkgids.checks import check_guide
from wijkgids.problems import Problem, errors, in_order, report
from wijkgids.records import Guide, load_guide

HERE = Path(__file__).parent
SMALL = HERE / "fixtures" / "small"
TODAY = date(2026, 11, 24)
GOOD = sorted((HERE / "records" / "good").glob("*.yml"))
BAD = sorted((HERE / "records" / "bad").glob("*.yml"))


def guide_with(record: Path, folder: Path) -> tuple[Guide, list[Problem]]:
    """The small guide with one more record in it."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    shutil.copy(record, folder / "data" / "actors" / "wijk" / record.name)
    guide, problems = load_guide(folder)
    return guide, in_order([*problems, *check_guide(guide, TODAY)])


def test_there_are_records_of_both_sorts() -> None:
    assert len(GOOD) >= 40
    assert len(BAD) >= 120


@pytest.mark.parametrize("record", GOOD, ids=lambda path: path.stem)
def test_good_record(record: Path, tmp_path: Path) -> None:
    guide, problems = guide_with(record, tmp_path)
    assert report(problems) == "Alles klopt."
    assert record.stem in guide.actors


@pytest.mark.parametrize("record", BAD, ids=lambda path: path.stem)
def test_bad_record(record: Path, tmp_path: Path) -> None:
    expected = []
    for line in record.read_bytes().decode("utf-8", "replace").splitlines():
        if (wanted := re.fullmatch(r"\ufeff?# (\d+):(\d+) ([\w-]+)", line)) is None:
            break
        expected.append((int(wanted[1]), int(wanted[2]), wanted[3]))
    assert expected, "the first line says what is wrong: # LINE:COLUMN code"
    _, problems = guide_with(record, tmp_path)
    found = [problem for problem in problems if problem.place.path.endswith(record.name)]
    assert [(one.place.line, one.place.column, one.code) for one in found] == expected, report(found)
    for problem in found:
        assert problem.found, problem
        assert problem.wanted, problem
        assert problem.cure, problem
    assert [one for one in problems if one not in found] == []


def test_an_error_takes_the_record_out_but_reports_the_others(tmp_path: Path) -> None:
    bad = next(path for path in BAD if path.stem == "onbekende-sleutel")
    guide, problems = guide_with(bad, tmp_path)
    assert bad.stem not in guide.actors
    assert "huis" in guide.actors
    assert len(errors(problems)) == 1


def test_the_report_names_place_field_and_cure(tmp_path: Path) -> None:
    bad = next(path for path in BAD if path.stem == "onbekende-sleutel")
    _, problems = guide_with(bad, tmp_path)
    said = report(problems)
    assert re.search(r"data/actors/wijk/onbekende-sleutel\.yml:\d+:\d+  \S+, ", said)
    assert "Bedoelde je 'samenvatting'?" in said
    assert said.endswith("1 fout.")


def test_the_sample_guide_has_no_errors() -> None:
    guide, problems = load_guide(HERE.parent)
    problems += check_guide(guide, TODAY)
    assert errors(problems) == [], report(problems)
