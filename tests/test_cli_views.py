"""`view`, `when` and `stale`: one record as a visitor sees it, its dates, and what must be looked at again."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from guides import HEAD, SMALL
from wijkgids import cli

WHEN = (
    HEAD
    + """\
open: [{elke: werkdag, tijd: 09:00-17:00}]
activiteiten:
  - id: koffie
    code: vvvv
    naam: Koffieochtend
    wanneer:
      - elke: dinsdag
        tijd: 10:00-12:00
        niet: [2026-12-29]
        afgelast: [{op: 2026-12-01, waarom: "De zaal is bezet."}]
        verplaatst: [{van: 2026-12-08, naar: 2026-12-09}]
  - {id: maandag, code: vvvw, naam: Maandag, wanneer: [{elke: maandag, tijd: 10:00}]}
  - {id: weg, code: vvvx, naam: Weg, wanneer: [{elke: vrijdag}], gestopt: {op: 2026-12-07}}
  - {id: afspraak, code: vvvz, naam: Afspraak, op_afspraak: ja}
"""
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small guide with a group that has all sorts of times."""
    folder = tmp_path / "gids"
    shutil.copytree(SMALL, folder)
    write(folder, "groep", WHEN)
    return folder


def write(folder: Path, slug: str, text: str) -> None:
    (folder / "data" / "actors" / "wijk" / f"{slug}.yml").write_text(text, encoding="utf-8")


def said(capsys: pytest.CaptureFixture[str], folder: Path, *words: str, code: int = 0) -> str:
    assert cli.main([words[0], "--map", str(folder), *words[1:]]) == code
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], folder: Path, *words: str, code: int) -> str:
    with pytest.raises(SystemExit) as stop:
        cli.main([words[0], "--map", str(folder), *words[1:]])
    told = capsys.readouterr()
    assert stop.value.code == code, told
    return told.err


# when


def test_the_next_times_with_what_is_off_between_them(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, small, "when", "groep/koffie", "--keer", "3")
    assert told.splitlines()[0] == "Koffieochtend (Groep De Proef)"
    rows = [re.sub(" +", " ", line).strip() for line in told.splitlines()[2:]]
    assert rows == [
        "di 24 nov 2026 10:00–12:00",
        "di 1 dec 2026 10:00–12:00 gaat niet door: De zaal is bezet.",
        "di 8 dec 2026 10:00–12:00 verplaatst naar wo 9 dec 2026",
        "wo 9 dec 2026 10:00–12:00 in plaats van di 8 dec 2026",
        "di 15 dec 2026 10:00–12:00",
    ]


def test_a_time_that_is_not_certain_says_so(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, small, "when", "groep/maandag", "--vanaf", "2027-03-28", "--tot", "2027-04-05")
    assert re.search(r"ma 29 mrt 2027 +10:00 +onzeker: het is een feestdag, vraag of het doorgaat\n", told)
    assert told.endswith("  ma 5 apr 2027         10:00\n")


def test_all_of_an_actor_with_its_opening_hours(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, small, "when", "groep", "--keer", "1")
    assert [line for line in told.splitlines() if line and line[0] != " "] == [
        "Open (Groep De Proef)",
        "Koffieochtend (Groep De Proef)",
        "Maandag (Groep De Proef)",
        "Weg (Groep De Proef)",
    ]


def test_what_stops_has_no_times_after(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert re.findall(r"vr \d+ \w+", said(capsys, small, "when", "groep/weg")) == ["vr 27 nov", "vr 4 dec"]
    told = said(capsys, small, "when", "groep/weg", "--today", "2027-01-01")
    assert told.endswith("  Er komt geen keer meer.\n")


def test_without_fixed_times(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, small, "when", "groep/afspraak") == "Bij 'groep/afspraak' staat geen vaste tijd.\n"


def test_a_record_with_errors_still_says_what_was_understood(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(
        small, "groep", WHEN.replace("soort: zelforganisatie", "soort: clup").replace("elke: maandag", "elke: mandag")
    )
    assert "di 24 nov 2026" in said(capsys, small, "when", "groep/koffie")
    told = said(capsys, small, "when", "groep/maandag", code=1)
    assert "[elke-onbekend]" in told


def test_a_sentence_to_try(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, small, "when", "elke dinsdag 10:00-12:00, niet in schoolvakanties", "--keer", "5")
    assert "  Elke dinsdag, van 10:00 tot 12:00. Niet in schoolvakanties.\n" in told
    assert re.findall(r"di \d+ \w+ \d{4}", told)[-1] == "di 5 jan 2027", "after the Christmas break"
    told = said(capsys, small, "when", "1e zaterdag", "--tijd", "14:00-16:00", "--keer", "1", "--wijk", "De Wijk")
    assert re.search(r"za 5 dec 2026 +14:00–16:00\n", told)
    assert said(capsys, small, "when", "dinsdag", "--vanaf", "2026-12-01", "--tot", "2026-12-09").count("\n  di ") == 2


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("tweewekelijks op dinsdag", "[elke-dubbelzinnig]"),
        ("elke mardi", "Schrijf de dag in het Nederlands"),
        ("dinsag", "Bedoelde je “dinsdag”?"),
        ("", "Waarvan wil je de dagen weten?"),
    ],
)
def test_a_sentence_that_is_not_understood(
    sentence: str, answer: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer in refused(capsys, small, "when", sentence, code=1 if sentence else 2)


def test_the_rule_for_programs(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, small, "when", "groep/koffie", "--rrule")
    assert "  DTSTART;TZID=Europe/Amsterdam:20261124T" in told
    assert "  RRULE:FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=" in told
    assert "  opening_hours: Tu " in told
    assert "  RDATE;VALUE=DATE:20261205\n" in said(capsys, small, "when", "5 december 2026", "--rrule")
    hours = said(capsys, small, "when", "Mo-Fr 09:00-17:00; PH off", "--rrule")
    assert "  opening_hours: Mo-Fr 09:00-17:00; PH off\n" in hours
    assert "  EXDATE;TZID=Europe/Amsterdam:20261225T090000,20270101T090000," in hours


# view


def test_as_a_visitor_sees_it(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, small, "view", "groep")
    assert told.startswith("Groep De Proef\n==============\n")
    assert "Koffieochtend" in told
    one = said(capsys, small, "view", "groep/koffie")
    assert one.startswith("Koffieochtend\n")
    assert "Afspraak" not in one
    assert said(capsys, small, "view", "Groep De Proef") == told, "by its name too"


def test_in_a_language_from_right_to_left_facts_are_isolated(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, small, "view", "groep", "--taal", "ar")
    assert "\u2068Groep De Proef\u2069" in told
    assert re.search("\u2068020[ \u00a0]000[ \u00a0]00[ \u00a0]09\u2069", told)
    for line in told.splitlines():
        assert line.count("\u2068") == line.count("\u2069")


def test_a_record_with_errors_is_not_in_the_guide(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(small, "groep", WHEN.replace("soort: zelforganisatie", "soort: clup"))
    told = refused(capsys, small, "view", "groep", code=1)
    assert "groep.yml:2:8" in told
    assert "Met deze fouten komt 'groep' niet in de gids." in told


def test_a_mistake_elsewhere_does_not_hide_this_one(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where the records are linked: to, from, at, via and after the broken one."""
    write(small, "kapot", HEAD.replace("soort: zelforganisatie", "soort: clup").replace("qqqq", "qqqx"))
    links = (
        "plek: {actor: kapot}\nwerkt_samen_met: [kapot]\nhoort_bij: {actor: kapot}\n"
        "gidst: [{naar: kapot, thema: [taal], hoe: [gaat mee]}]\ngestopt: {op: 2027-05-01, ga_naar: kapot}\n"
    )
    write(small, "groep", WHEN.replace("van: de gastvrouw", "van: de gastvrouw, via: kapot") + links)
    assert cli.main(["view", "--map", str(small), "groep"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("Groep De Proef\n")
    assert "Let op: er staan nog fouten in de gids." in told.err
    assert cli.main(["stale", "--map", str(small)]) == 0


# stale

OLD = HEAD.replace("2026-11-02", "{day}").replace("Groep De Proef", "Groep {slug}").replace("qqqq", "{code}")


def old(folder: Path, slug: str, day: str, code: str, more: str = "") -> None:
    text = OLD.replace("{day}", day).replace("{slug}", slug).replace("{code}", code)
    text = text.replace("akkoord: {op: 2026-10-01", "akkoord: {op: 2020-10-01")
    write(folder, slug, text + more)


@pytest.fixture
def ageing(small: Path) -> Path:
    """Groups on every rung; six months is the interval of their kind."""
    (small / "data" / "actors" / "wijk" / "groep.yml").unlink()
    old(small, "vers", "2026-11-01", "xxx2")
    old(small, "bijna", "2026-06-10", "xxx3")
    old(small, "later", "2026-04-10", "xxx4", "mensen: [{rol: gastvrouw, vraag_naar: de gastvrouw}]\n")
    old(small, "eerder", "2026-03-10", "xxx5")
    old(small, "gezonken", "2025-09-10", "xxx6")
    old(small, "stil", "2021-01-10", "xxx7")
    old(small, "gebeld", "2021-02-10", "xxx8", "gebeld: {op: 2026-05-01, uitkomst: Er nam niemand op.}\n")
    return small


def test_by_rung_the_oldest_first_with_whom_to_ask(ageing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, ageing, "stale")
    titles = re.findall(r"(?m)^(\S.*) \((\d+)\)$", told)
    assert [title for title, _ in titles if title != "Per soort"][-2:] == [
        "Verloopt binnenkort",
        "Niet meer in de gids",
    ]
    assert told.index("Groep eerder") < told.index("Groep later"), "the oldest first"
    assert "Groep vers" not in told
    assert (
        "  Groep later  Zelforganisatie, De Wijk\n    nagekeken op 10 april 2026; bel 020 000 00 09, vraag naar de gastvrouw"
        in told
    )
    assert "gebeld op 1 mei 2026: Er nam niemand op." in told
    assert not re.search(r"\b(score|punten|%)\b", told)


def test_the_list_for_programs(ageing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(said(capsys, ageing, "stale", "--vorm", "json"))
    assert list(found) == ["vorm", "vandaag", "tot", "nakijken", "toestemmingen", "soorten"]
    assert (found["vandaag"], found["tot"]) == ("2026-11-24", "2026-12-24")
    rungs = {one["actor"]: one["trap"] for one in found["nakijken"]}
    assert rungs["bijna"] == "bijna"
    assert rungs["eerder"] == rungs["later"] == "bel eerst"
    assert rungs["gebeld"] == "weg"
    assert rungs["stil"] == "bellen"
    assert "vers" not in rungs
    days = [one["goed_tot"] for one in found["nakijken"]]
    assert days == sorted(days)
    assert found["soorten"][-1]["soort"] == "zelforganisatie"
    assert found["soorten"][-1]["goed"] == 2


def test_consents_that_end(ageing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = (
        "mensen:\n"
        "  - {rol: gastvrouw, naam: Naam Een, toestemming: {op: 2026-01-01, tot: 2026-11-23}}\n"
        "  - {rol: kok, naam: Naam Twee, toestemming: {op: 2026-01-01, tot: 2026-12-10}}\n"
        "  - {rol: imker, naam: Naam Drie, toestemming: {op: 2026-01-01, tot: 2027-11-10}}\n"
    )
    old(ageing, "vers", "2026-11-01", "xxx2", people)
    told = said(capsys, ageing, "stale")
    assert "Groep vers, gastvrouw: afgelopen op 23 november 2026  data/actors/wijk/vers.yml:10" in told
    assert "Groep vers, kok: loopt af op 10 december 2026" in told
    assert "imker" not in told
    assert "Naam" not in told, "a role is enough to know whom to ask"


def test_nothing_to_do(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, small, "stale", "--wijk", "wijk")
    assert told == "Alles is nagekeken tot en met 24 december 2026.\n"


# schema


def test_the_schema_is_that_of_the_guide(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = json.loads(said(capsys, small, "schema"))
    assert made["$id"] == "https://klein.example/schema/actor.json"
    assert {"naam", "soort", "thema", "samenvatting"} <= set(made["required"])
    assert "zomerstop" in json.dumps(made), "with its own closures"
    assert json.loads(said(capsys, small, "schema", "gids"))["$id"].endswith("/schema/gids.json")
    (small / "data" / "gids.yml").write_text("naam: Gids\n", encoding="utf-8")
    assert json.loads(said(capsys, small, "schema"))["$id"].endswith("/schema/actor.json"), "also for who mends it"
