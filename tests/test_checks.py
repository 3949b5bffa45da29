"""Checks that need more than one record, and the settings; those of one record are files in records/."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from guides import HEAD, SMALL, TODAY
from wijkgids import build
from wijkgids.checks import check_guide
from wijkgids.problems import Problem, errors
from wijkgids.records import load_guide


def problems_of(folder: Path, today: date = TODAY, **records: str) -> list[Problem]:
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for slug, text in records.items():
        (folder / "data" / "actors" / "wijk" / f"{slug}.yml").write_text(text, encoding="utf-8")
    guide, problems = load_guide(folder)
    return [*problems, *check_guide(guide, today)]


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


TWO = HEAD.replace("qqqq", "qqqx").replace("Groep De Proef", "Kring De Tweede").replace("00 09", "00 10")
THREE = HEAD.replace("qqqq", "qqqz").replace("Groep De Proef", "Kring De Derde").replace("00 09", "00 11")
TO_TWO = "gidst: [{naar: twee, thema: brieven, hoe: gaat mee}]\n"


@pytest.mark.parametrize(
    "way",
    [
        "plek: {actor: SLUG}\n",
        "hoort_bij: {actor: SLUG}\n",
        "gestopt: {op: 2026-06-30, ga_naar: SLUG}\n",
        "VIA",
    ],
)
def test_links_that_go_round(way: str, tmp_path: Path) -> None:
    def to(head: str, slug: str) -> str:
        if way == "VIA":
            return head.replace("gastvrouw}", f"gastvrouw, via: {slug}}}")
        return head + way.replace("SLUG", slug)

    found = problems_of(tmp_path, een=to(HEAD, "twee"), twee=to(TWO, "drie"), drie=to(THREE, "een"))
    rounds = [problem for problem in found if problem.code == "rondje"]
    assert [problem.place.path for problem in rounds] == [
        f"data/actors/wijk/{one}.yml" for one in ("drie", "een", "twee")
    ]
    assert "een → twee → drie → een" in rounds[1].found
    assert set(codes(found)) <= {"rondje", "gestopt"}


def test_a_round_further_on_is_not_of_who_leads_to_it(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        een=HEAD + "plek: {actor: twee}\n",
        twee=TWO + "plek: {actor: drie}\n",
        drie=THREE + "plek: {actor: twee}\n",
    )
    assert [problem.place.path.split("/")[-1] for problem in found] == ["drie.yml", "twee.yml"]


def test_a_way_to_someone_who_stopped_is_advice_with_the_successor(tmp_path: Path) -> None:
    found = problems_of(tmp_path, een=HEAD + TO_TWO, twee=TWO + "gestopt: {op: 2026-06-30, ga_naar: huis}\n")
    assert codes(found) == ["gestopt"]
    assert "'huis'" in found[0].cure


def test_a_chain_of_successors_names_its_end(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        een=HEAD + "gestopt: {op: 2026-05-30, ga_naar: twee}\n",
        twee=TWO + "gestopt: {op: 2026-06-30, ga_naar: drie}\n",
        drie=THREE + "gestopt: {op: 2026-07-30, ga_naar: huis}\n",
    )
    assert [(problem.code, problem.field, problem.cure) for problem in found] == [
        ("gestopt", "gestopt.ga_naar", "Noem in plaats daarvan 'huis'."),
        ("gestopt", "gestopt.ga_naar", "Noem in plaats daarvan 'huis'."),
    ]


def test_a_chain_of_successors_that_leads_to_nobody(tmp_path: Path) -> None:
    found = problems_of(tmp_path, een=HEAD + TO_TWO, twee=TWO + "gestopt: {op: 2026-06-30}\n")
    assert [(problem.code, problem.cure) for problem in found] == [("gestopt", "Haal de regel weg of noem een ander.")]


def test_a_stop_to_come_is_not_one(tmp_path: Path) -> None:
    assert problems_of(tmp_path, een=HEAD + TO_TWO, twee=TWO + "gestopt: {op: 2027-06-30, ga_naar: huis}\n") == []


def test_guidance_to_who_was_not_heard_of_for_years(tmp_path: Path) -> None:
    old = TWO.replace("zelforganisatie", "buurtteam").replace("2026-11-02", "2020-11-02")
    found = problems_of(tmp_path, een=HEAD + TO_TWO, twee=old)
    assert sorted(codes(found)) == ["gearchiveerd", "nakijken"]
    informal = TWO.replace("2026-11-02", "2020-11-02")
    assert codes(problems_of(tmp_path, een=HEAD + TO_TWO, twee=informal)) == ["nakijken"]


def test_guidance_to_who_pauses_just_that(tmp_path: Path) -> None:
    paused = "gidst: [{zelf: ja, thema: brieven, hoe: leest mee, pauze: {vanaf: 2026-11-01, tot: 2026-12-31}}]\n"
    assert codes(problems_of(tmp_path, een=HEAD + TO_TWO, twee=TWO + paused)) == ["pauze"]
    both = TO_TWO.replace("}]", ", pauze: {vanaf: 2026-11-01}}]")
    assert problems_of(tmp_path, een=HEAD + both, twee=TWO + paused) == []
    assert problems_of(tmp_path, een=HEAD + TO_TWO, twee=TWO + paused.replace("brieven", "geld")) == []
    assert problems_of(tmp_path, today=date(2027, 1, 1), een=HEAD + TO_TWO, twee=TWO + paused) == []


def test_who_is_reached_via_someone_without_a_way_in(tmp_path: Path) -> None:
    one = HEAD.replace("gastvrouw}", "gastvrouw, adres_tonen: nee, via: twee}").replace(
        "contact: {telefoon: 020 000 00 09}\n", ""
    )
    two = TWO.replace("contact: {telefoon: 020 000 00 10}\n", "")
    assert codes(problems_of(tmp_path, een=one, twee=two)) == ["via-niet-bereikbaar"]
    assert problems_of(tmp_path, een=one, twee=TWO) == []
    assert problems_of(tmp_path, een=one, twee=two + "plek: {adres: Proefhof 9}\n") == []


def test_an_organiser_that_did_not_agree(tmp_path: Path) -> None:
    silent = TWO.replace("akkoord: {op: 2026-10-01, van: de gastvrouw}\n", "")
    activity = "activiteiten:\n  - {id: thee, code: wwww, naam: Thee, op_afspraak: ja, organisator: twee}\n"
    found = problems_of(tmp_path, een=HEAD + activity, twee=silent)
    assert codes(found) == ["organisator-zonder-akkoord", "geen-akkoord"]
    formal = silent.replace("zelforganisatie", "buurtteam")
    assert problems_of(tmp_path, een=HEAD + activity, twee=formal) == []


@pytest.mark.parametrize(
    ("name", "number", "twice"),
    [
        ("Groep de Proef", "+31 20 000 00 09", True),
        ("Stichting Groep Proef", "020-0000009", True),
        ("Groep De Preof", "020 000 00 09", True),
        ("Kerk aan de Kade", "020 000 00 09", False),
        ("Groep De Proef", "020 000 00 10", False),
    ],
)
def test_the_same_group_in_two_files(name: str, number: str, twice: bool, tmp_path: Path) -> None:
    other = TWO.replace("Kring De Tweede", name).replace("020 000 00 10", f'"{number}"')
    found = [problem for problem in problems_of(tmp_path, een=HEAD, twee=other) if problem.code != "echt-nummer"]
    assert [(problem.code, problem.place.path) for problem in found] == (
        [("dubbele-actor", "data/actors/wijk/twee.yml")] if twice else []
    )


def test_many_of_the_same_group_are_said_once(tmp_path: Path) -> None:
    more = {f"g{number}": HEAD.replace("qqqq", f"qqq{number}") for number in range(5)}
    assert codes(problems_of(tmp_path, TODAY, **more)) == ["dubbele-actor"]


def test_an_old_check_says_who_may_confirm(tmp_path: Path) -> None:
    informal = problems_of(tmp_path, een=HEAD.replace("2026-11-02", "2026-01-02"))
    assert codes(informal) == ["nakijken"]
    assert "bewoner" in informal[0].cure
    assert "{op: 2026-11-24, door: …, hoe: gebeld}" in informal[0].cure
    formal = problems_of(tmp_path, een=HEAD.replace("2026-11-02", "2026-01-02").replace("zelforganisatie", "buurtteam"))
    assert codes(formal) == ["nakijken"]
    assert "website" in formal[0].cure
    assert errors([*informal, *formal]) == []


def test_settings_are_read_for_words_too(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    settings = tmp_path / "data" / "gids.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("Een wijk om mee te testen.", "Een achterstandswijk."), "utf-8"
    )
    guide, _ = load_guide(tmp_path)
    found = check_guide(guide, TODAY)
    assert [(problem.code, problem.field, problem.place.path) for problem in found] == [
        ("woordkeus", "wijken.wijk.samenvatting", "data/gids.yml")
    ]


def test_a_problem_of_an_activity_names_it(tmp_path: Path) -> None:
    text = HEAD + "activiteiten:\n  - {id: thee, code: wwww, naam: Thee, op_afspraak: ja, samenvatting: Een inloop.}\n"
    assert [problem.field for problem in problems_of(tmp_path, een=text)] == ["activiteiten.thee.samenvatting"]


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
