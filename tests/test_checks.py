"""Checks that need more than one record, and the settings; those of one record are files in records/."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from guides import HEAD, SMALL, TODAY
from wijkgids import build
from wijkgids.checks import check_guide
from wijkgids.problems import Problem
from wijkgids.records import load_guide


def problems_of(folder: Path, today: date = TODAY, **records: str) -> list[Problem]:
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for slug, text in records.items():
        (folder / "data" / "actors" / "wijk" / f"{slug}.yml").write_text(text, encoding="utf-8")
    guide, problems = load_guide(folder)
    return [*problems, *check_guide(guide, today)]


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_place_in_a_place_in_itself(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        een=HEAD + "plek: {actor: twee}\n",
        twee=HEAD.replace("qqqq", "qqqx") + "plek: {actor: een}\n",
    )
    assert codes(found) == ["rondje", "rondje"]
    assert "een → twee → een" in found[0].found


def test_a_way_to_someone_who_stopped_is_advice_with_the_successor(tmp_path: Path) -> None:
    stopped = HEAD.replace("qqqq", "qqqx") + "gestopt: {op: 2026-06-30, ga_naar: huis}\n"
    found = problems_of(tmp_path, een=HEAD + "gidst: [{naar: twee, thema: brieven, hoe: gaat mee}]\n", twee=stopped)
    assert codes(found) == ["gestopt"]
    assert "'huis'" in found[0].cure


def test_files_that_would_be_lost_in_silence(tmp_path: Path) -> None:
    actors = tmp_path / "data" / "actors"
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (actors / "los.yml").write_text(HEAD, encoding="utf-8")
    (actors / "wijk" / "groep.yaml").write_text(HEAD, encoding="utf-8")
    (actors / "wijk" / "Groep De Linde.yml").write_text(HEAD, encoding="utf-8")
    (actors / "overkant").mkdir()
    (actors / "overkant" / "groep.yml").write_text(HEAD, encoding="utf-8")
    _, problems = load_guide(tmp_path)
    assert sorted((problem.place.path, problem.code) for problem in problems) == [
        ("data/actors/los.yml", "bestandsnaam"),
        ("data/actors/overkant/groep.yml", "wijk"),
        ("data/actors/wijk/Groep De Linde.yml", "bestandsnaam"),
        ("data/actors/wijk/groep.yaml", "bestandsnaam"),
    ]


def test_settings_that_cannot_be_read_are_reported_with_the_rest(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "data" / "gids.yml").write_text("naam: Gids\n", encoding="utf-8")
    loaded = build.load(tmp_path, TODAY)
    assert not loaded.ok
    assert {"kort", "adres", "wijken"} <= {problem.field for problem in loaded.problems}


def test_what_the_host_repeats_must_be_the_same(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    same = build.HostFacts("Kleine gids", "https://klein.example/", ("nl", "ar"))
    assert build.load(tmp_path, TODAY, same).ok
    other = build.HostFacts("Andere gids", "https://klein.example/", ("nl",))
    loaded = build.load(tmp_path, TODAY, other)
    assert [problem.field for problem in loaded.problems] == ["site_name", "languages"]


def test_the_day_is_what_was_asked_then_the_settings(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    assert build.load(tmp_path, date(2026, 12, 1)).today == date(2026, 12, 1)
    assert build.load(tmp_path, None).today == TODAY


def test_a_guide_of_its_own_words(tmp_path: Path) -> None:
    words = tmp_path / "data" / "vocabulary"
    words.mkdir(parents=True)
    (words / "kinds.yml").write_text("weggeefkast: {name: Weggeefkast, formal: false, interval: 6, group: groep}\n")
    assert problems_of(tmp_path, een=HEAD.replace("zelforganisatie", "weggeefkast")) == []
    (words / "kinds.yml").write_text("weggeefkast: {name: Weggeefkast}\n")
    assert codes(problems_of(tmp_path)) == ["woordenlijst", "onbekend-woord"]
