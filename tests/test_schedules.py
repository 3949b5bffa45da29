"""The cases of tests/schedules: words in, days out, or a refusal with its cure. A new case there is a new test."""

from __future__ import annotations

import ast
import re
from datetime import date, time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from schedule_cases import DOUBTS, Case, calendar_of, cases, good_cases, period, rules_of
from wijkgids import occurrences, schedules
from wijkgids.occurrences import Occurrence, blind_spots, expand, expand_all
from wijkgids.problems import Message
from wijkgids.schedules import (
    ADVICE_CODES,
    CODES,
    describe,
    parse_closures,
    parse_every,
    parse_rule,
    rrule,
    warnings,
    write_every,
)


def said(found: Occurrence, like: str) -> str:
    """Return an occurrence as a case writes it, with as much of the clock as the case gives."""
    pieces = [str(found.day)]
    if re.search(r"\d:\d\d", like):
        assert found.start
        clock = f"{found.start:%H:%M}"
        if found.end:
            clock += f"-{found.end:%H:%M}"
            days = (found.end.date() - found.start.date()).days
            clock += f"+{days}" if days else ""
        pieces.append(clock)
    if "(+" in like:
        pieces.append(f"({found.start:%z})")
    if found.state == "cancelled":
        pieces.append("afgelast" + (f": {found.reason}" if found.reason else ""))
    if found.state == "moved":
        pieces.append(f"verplaatst naar {found.moved_to}")
    if found.state == "on" and found.moved_from:
        pieces.append(f"in plaats van {found.moved_from}")
    if found.doubt:
        pieces.append(DOUBTS[found.doubt])
    return " ".join(pieces)


@pytest.mark.parametrize("case", cases())
def test_case(case: Case) -> None:
    calendar = calendar_of(case)
    if "geweigerd" in case:
        rule, refusals = parse_rule(case["regel"], calendar.named)
        assert rule is None
        got = [(list(map(str, path)), refusal.code, refusal.cure) for path, refusal in refusals]
        assert [(path, code) for path, code, _ in got] == [(one["bij"], one["code"]) for one in case["geweigerd"]]
        for (_, code, cure), one in zip(got, case["geweigerd"], strict=True):
            assert one["zegt"].lower() in cure.lower()
            assert code in CODES
        assert all(refusal.found and refusal.wanted for _, refusal in refusals)
        return
    rules = rules_of(case, calendar)
    first, last = period(case)
    found = expand_all(rules, calendar, first, last)
    like = [*case["keren"], *[""] * len(found)]
    assert [said(one, text) for one, text in zip(found, like, strict=False)] == case["keren"]
    advice = [one for rule in rules for one in (*warnings(rule), *occurrences.warnings(rule, calendar, first))]
    assert [one.code for one in advice] == case.get("raad", [])
    spots = dict.fromkeys(spot for rule in rules for spot in blind_spots(rule, calendar, first, last))
    assert [f"{spot.name} {spot.first} t/m {spot.last}" for spot in spots] == case.get("blind", [])
    assert expand_all([*reversed(rules), *rules], calendar, first, last) == found
    for rule in rules:
        assert expand_all([rule], calendar, first, last) == expand(rule, calendar, first, last)
        # What is understood can be written down again, and described without words.
        if rule.every:
            assert parse_every(write_every(rule.every)) == rule.every
        description = describe(rule)
        assert description.how == ("dates" if rule.every is None else "monthly" if rule.every.monthly else "weekly")
        for days in description.days:
            assert [day for run in days.runs for day in range(run[0], run[1] + 1)] == list(days.days)


def test_there_are_a_hundred_and_twenty_cases_with_all_their_dates_of_a_year() -> None:
    years = []
    for case in good_cases():
        first, last = period(case.values[0])
        if (last - first).days + 1 >= 365 and "anders gezegd" not in case.values[0]:
            years.append(case.id)
    assert len(years) >= 120, len(years)


def test_every_code_of_a_refusal_has_a_case() -> None:
    tested = {one["code"] for case in cases() for one in case.values[0].get("geweigerd", [])}
    assert tested == CODES.keys()


def test_every_code_of_advice_has_a_case() -> None:
    tested = {code for case in cases() for code in case.values[0].get("raad", [])}
    assert tested == ADVICE_CODES.keys() | occurrences.ADVICE_CODES.keys()
    assert not ADVICE_CODES.keys() & CODES.keys()


def templates() -> set[str]:
    """All texts that stand in the source as they are."""
    found = set()
    for path in (*Path(schedules.__file__).parent.glob("*.py"), Path(occurrences.__file__).parent / "advice.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_what_is_said_can_be_said_in_another_language() -> None:
    """Each text is a literal of the source, or a `say` of one: never a sentence put together."""
    known = templates()
    assert set(schedules.msgids()) <= known
    for parameter in cases():
        case = parameter.values[0]
        calendar = calendar_of(case)
        said: list[tuple[str, str, str]] = []
        if "geweigerd" in case:
            said += [(one.found, one.wanted, one.cure) for _, one in parse_rule(case["regel"], calendar.named)[1]]
        else:
            for rule in rules_of(case, calendar):
                advice = (*warnings(rule), *occurrences.warnings(rule, calendar, period(case)[0]))
                said += [(one.found, one.wanted, one.cure) for one in advice]
        for found, wanted, cure in said:
            for text in (wanted, cure, *([] if re.match(r"“|\d", found) else [found])):
                assert (text.template if isinstance(text, Message) else text) in known, text


@pytest.mark.parametrize("case", [case for case in cases() if "geweigerd" in case.values[0]])
def test_what_a_cure_offers_can_be_typed_over(case: Case) -> None:
    """Between “ and ” stands a phrase for `elke`, between braces a rule: each is understood when it is typed over."""
    named = calendar_of(case).named
    for path, refusal in parse_rule(case["regel"], named)[1]:
        for text in re.findall(r"\{elke: [^{}]*\}", refusal.cure):
            rule, wrong = parse_rule(yaml.load(text, yaml.BaseLoader), named)
            assert rule, (text, [one.cure for _, one in wrong])
        for text in re.findall(r"“([^”]*)”", refusal.cure):
            if path == ("elke",):
                assert parse_every(text), text
            elif path[:1] == ("niet",):
                assert parse_closures(text, named), text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"elke": "dinsdag en donderdag"}, "FREQ=WEEKLY;BYDAY=TU,TH;WKST=MO"),
        ({"elke": "om de week zondag", "vanaf": "2026-12-06"}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=MO"),
        ({"elke": "1e en 3e woensdag, laatste zaterdag"}, "FREQ=MONTHLY;BYDAY=1WE,3WE,-1SA"),
        # The end of the last day, in UTC beside a time and as a date without one (RFC 5545, 3.3.10).
        ({"elke": "dinsdag", "tot": "2026-12-31"}, "FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=20261231"),
        (
            {"elke": "dinsdag", "tot": "2026-12-31", "tijd": "23:30"},
            "FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=20261231T225959Z",
        ),
        (
            {"elke": "dinsdag", "tot": "2027-07-31", "tijd": "23:30"},
            "FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=20270731T215959Z",
        ),
        ({"elke": "even weken dinsdag"}, None),
        ({"op": "2026-12-05"}, None),
    ],
)
def test_rrule(fields: dict[str, str], text: str | None) -> None:
    rule, _ = parse_rule(fields)
    assert rule is not None
    assert rrule(rule) == text


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("maandag t/m donderdag", [((1, 2, 3, 4), (), None, ((1, 4),))]),
        ("maandag en dinsdag", [((1, 2), (), None, ((1, 1), (2, 2)))]),
        ("maandag, woensdag t/m vrijdag en zondag", [((1, 3, 4, 5, 7), (), None, ((1, 1), (3, 5), (7, 7)))]),
        ("werkdag", [((1, 2, 3, 4, 5), (), "working", ((1, 5),))]),
        ("weekend", [((6, 7), (), "weekend", ((6, 6), (7, 7)))]),
        ("dag", [((1, 2, 3, 4, 5, 6, 7), (), "all", ((1, 7),))]),
        (
            "1e en 3e woensdag en laatste zaterdag",
            [((3,), (1, 3), None, ((3, 3),)), ((6,), (-1,), None, ((6, 6),))],
        ),
    ],
)
def test_days_are_described_without_words(phrase: str, expected: list[tuple[object, ...]]) -> None:
    rule, _ = parse_rule({"elke": phrase})
    assert rule is not None
    assert [(days.days, days.nth, days.whole, days.runs) for days in describe(rule).days] == expected


def test_a_description_holds_all_that_a_sentence_needs() -> None:
    rule, refusals = parse_rule(
        {
            "elke": "om de week dinsdagavond",
            "tijd": "20:00-01:00",
            "vanaf": "2026-12-01",
            "tot": "2027-06-30",
            "niet": ["schoolvakanties", "kerst", "juli", "2026-12-15"],
            "bij_feestdag": "week later",
            "let_op": " Bel eerst. ",
        }
    )
    assert rule is not None, refusals
    said = describe(rule)
    assert (said.how, said.interval, said.parity, said.part) == ("weekly", 2, None, "avond")
    assert (said.start, said.end, said.past_midnight) == (time(20), time(1), True)
    assert (said.from_, said.until) == (date(2026, 12, 1), date(2027, 6, 30))
    assert [(closure.kind, closure.name, closure.months) for closure in said.closures] == [
        ("school", "all", ()),
        ("feast", "christmas", ()),
        ("months", "", (7,)),
        ("dates", "", ()),
    ]
    assert (said.on_holiday, said.note) == ("week-later", "Bel eerst.")


SCRAPS = """di do ma-vr ma/wo 's avonds middag 10-12 10:00-12:00 ( ) of behalve niet in vakanties zondag de hele dag 1e 3e
laatste om de week even weken , en t/m elke van maand juli vanaf 2027-01-05 week zo dinsag bij regen"""


@settings(max_examples=400)
@given(st.lists(st.sampled_from(SCRAPS.split()), min_size=1, max_size=7).map(" ".join))
def test_what_is_offered_for_any_words_can_be_typed_over(phrase: str) -> None:
    _, refusals = parse_rule({"elke": phrase, "vanaf": "2026-12-01"})
    for _, refusal in refusals:
        for text in re.findall(r"“([^”]*)”", refusal.cure):
            assert parse_every(text), (phrase, text)
        for text in re.findall(r"\{elke: [^{}]*\}", refusal.cure):
            rule, wrong = parse_rule({"vanaf": "2026-12-01", **yaml.load(text, yaml.BaseLoader)})
            assert rule, (phrase, text, [one.cure for _, one in wrong])
