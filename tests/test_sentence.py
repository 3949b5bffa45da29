"""The cases of tests/sentences, and the echo: what was understood, said back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkgids.occurrences import Calendar, Occurrence, next_dates
from wijkgids.schedules import CODES, DAY_NAMES, Rule, parse_rule
from wijkgids.schedules.sentence import LONGEST_SENTENCE, SENTENCE_CODES, read_sentence
from wijkgids.schedules.typed import typed_rule
from wijkgids.texts.echo import next_times, sentence_of

FOLDER = Path(__file__).parent / "sentences"
NAMED = ("ramadan", "huis dicht")
TODAY = date(2026, 11, 24)


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            found.append(pytest.param(case, id=f"{path.stem}: {case.get('naam') or case['zin']}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    fields, refusals = read_sentence(case["zin"], NAMED, TODAY)
    if "geweigerd" in case:
        expected = case["geweigerd"] if isinstance(case["geweigerd"], list) else [case["geweigerd"]]
        assert fields == []
        assert [refusal.code for refusal in refusals] == [one["code"] for one in expected]
        for refusal, one in zip(refusals, expected, strict=True):
            assert one["zegt"].lower() in refusal.cure.lower()
            assert refusal.code in {**CODES, **SENTENCE_CODES}
            assert refusal.found
            assert refusal.wanted
        return
    assert [(refusal.code, refusal.found, refusal.cure) for refusal in refusals] == []
    assert fields == case["regels"]
    for one in fields:
        rule, refused = parse_rule(one, NAMED)
        assert refused == []
        assert rule is not None
        # The keys come in the order of a record, and are the ones that say this rule.
        assert parse_rule(typed_rule(rule), NAMED)[0] == rule


def test_every_code_of_a_sentence_has_a_case() -> None:
    tested: set[str] = set()
    for case in cases():
        refused = case.values[0].get("geweigerd", [])
        tested |= {one["code"] for one in (refused if isinstance(refused, list) else [refused])}
    assert tested >= SENTENCE_CODES.keys()
    assert not SENTENCE_CODES.keys() & CODES.keys()


def test_a_date_without_a_year_is_refused_where_the_day_is_not_known() -> None:
    _, refusals = read_sentence("5 december om 14:00")
    assert [refusal.code for refusal in refusals] == ["zin-jaar"]


def test_prose_is_refused_and_not_looked_at() -> None:
    _, refusals = read_sentence("dinsdag " * LONGEST_SENTENCE)
    assert [refusal.code for refusal in refusals] == ["tijd-te-lang"]


SCRAPS = st.lists(
    st.sampled_from(
        [*DAY_NAMES.values(), *["en", ",", ".", ";", "(", ")", "niet", "vanaf", "tot", "t/m", "op", "om", "van", "10:00", "12.00", "-", "2", "uur", "5", "december", "2026", "2026-12-05"],
         "tot en met", "bij een feestdag", "een week later", "gaat niet door", "verplaatst", "naar", "wordt", "schoolvakanties",
         "feestdagen", "juli", "let op:", "wegens", "1e", "om de week", "huis dicht", "in plaats van", "\n", "\ue000", "\uf8ff"]
    ),
    max_size=14,
).map(" ".join)  # fmt: skip


@settings(max_examples=400)
@given(st.text(max_size=80) | SCRAPS)
def test_no_text_is_a_crash_and_nothing_is_half_read(text: str) -> None:
    fields, refusals = read_sentence(text, NAMED, TODAY)
    assert bool(fields) != bool(refusals)
    for refusal in refusals:
        assert refusal.code in {**CODES, **SENTENCE_CODES}
        assert refusal.cure
        assert refusal.found.isprintable()
    for one in fields:
        assert parse_rule(one, NAMED)[1] == []


def rule_of(**fields: object) -> Rule:
    rule, refusals = parse_rule(fields, NAMED)
    assert rule is not None, refusals
    return rule


def test_the_whole_sentence_leaves_nothing_out() -> None:
    rule = rule_of(
        elke="om de week dinsdag", tijd="10:00-12:00", vanaf="2024-01-02", tot="2025-02-01",
        niet=["schoolvakanties", "2024-12-24", "2024-12-24 t/m 2025-01-03", "2023-12-24 t/m 2025-01-03"], bij_feestdag="vervalt",
        afgelast=[{"op": "2024-01-30", "waarom": "De zaal\x1b[2J (boven is \nnat"}],
        verplaatst=[{"van": "2024-01-16", "naar": "2024-01-17", "tijd": "14:00-16:00"}], let_op="Bel\neerst.",
    )  # fmt: skip
    assert sentence_of(rule) == (
        "Om de week op dinsdag, van 10:00 tot 12:00. Van 2 januari 2024 tot en met 1 februari 2025. "
        "Niet in schoolvakanties, op 24 december 2024, van 24 december tot en met 3 januari 2025, "
        "van 24 december 2023 tot en met 3 januari 2025 of op feestdagen. "
        "Gaat niet door: dinsdag 30 januari 2024 (De zaal [2J [boven is nat). "
        "Verplaatst: dinsdag 16 januari 2024 wordt woensdag 17 januari 2024, 14:00–16:00. Let op: Bel eerst."
    )


NOORD = Calendar("Noord", {})


@pytest.mark.parametrize(
    ("fields", "today", "dutch", "english"),
    [
        ({"elke": "dinsdag en donderdag"}, TODAY, "volgende keren: di 24 nov, do 26 nov, di 1 dec", "Tue 24 Nov, Thu 26 Nov, Tue 1 Dec"),
        ({"elke": "dinsdag"}, date(2026, 12, 20), "volgende keren: di 22 dec, di 29 dec, di 5 jan 2027", "Tue 5 Jan 2027"),
        ({"elke": "vrijdag"}, date(2026, 12, 18), "volgende keren: vr 18 dec, vr 25 dec (bel eerst), vr 1 jan 2027 (bel eerst)", "Fri 18 Dec"),
        ({"op": "2026-12-05"}, TODAY, "volgende keer: za 5 dec", "Sat 5 Dec"),
        ({"elke": "dinsdag", "tot": "2026-10-31"}, TODAY, "geen keer in het komende jaar", ""),
    ],
)  # fmt: skip
def test_the_echo(fields: dict[str, str], today: date, dutch: str, english: str) -> None:
    times = next_dates([rule_of(**fields)], NOORD, today, 5)
    assert next_times(times, today, "nl") == dutch
    assert english in next_times(times, today, "en")


def test_the_echo_says_a_day_once_and_only_what_is_on() -> None:
    def at(hour: int, **more: Any) -> Occurrence:
        return Occurrence(TODAY, datetime(2026, 11, 24, hour), None, **more)

    later = Occurrence(TODAY + timedelta(days=1), None, None, "cancelled")
    assert next_times([at(10, doubt="holiday"), at(14), later], TODAY, "nl") == "volgende keer: di 24 nov"
    assert next_times([later], TODAY, "nl") == "geen keer in het komende jaar"
