"""The cases of tests/schedules: words in, days out, or a refusal with its cure. A new case there is a new test."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from wijkgids.occurrences import Calendar, Occurrence, blind_spots, expand, expand_all
from wijkgids.schedules import (
    ADVICE_CODES,
    CODES,
    describe,
    parse_every,
    parse_rule,
    parse_span,
    rrule,
    warnings,
    write_every,
)

FOLDER = Path(__file__).parent / "schedules"
DOUBTS = {"holiday": "onzeker (feestdag)", "unknown": "onzeker (onbekend)"}

Case = dict[str, Any]


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        # All scalars are text, as in the records.
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        shared = content.get("standaard", {})
        for case in content["gevallen"]:
            full = {**shared, **case, "regel": {**shared.get("regel", {}), **case["regel"]}}
            # `elke: null` takes away the shared one.
            full["regel"] = {key: value for key, value in full["regel"].items() if value != "null"}
            if "geweigerd" in case:
                listed = case["geweigerd"] if isinstance(case["geweigerd"], list) else [case["geweigerd"]]
                full["geweigerd"] = [{**shared.get("geweigerd", {}), **one} for one in listed]
            name = case.get("naam") or " ".join(f"{value}" for value in case["regel"].values())
            found.append(pytest.param(full, id=f"{path.stem}: {name}"))
    return found


def calendar_of(case: Case) -> Calendar:
    named = {}
    for name, texts in case.get("kalender", {}).items():
        spans = [parse_span(text) for text in texts]
        named[name] = tuple(span for span in spans if span)
        assert len(named[name]) == len(texts)
    return Calendar(case.get("regio", "Noord"), named, case.get("goede_vrijdag") != "dicht")


def said(found: Occurrence, like: str, month: str) -> str:
    """Return an occurrence as a case writes it, with as much of the clock as the case gives."""
    pieces = [str(found.day)]
    if like.startswith(pieces[0][-2:]) and pieces[0].startswith(month):
        pieces = [pieces[0][-2:]]
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
    rule, refusals = parse_rule(case["regel"], calendar.named)
    if "geweigerd" in case:
        assert rule is None
        got = [(list(map(str, path)), refusal.code, refusal.cure) for path, refusal in refusals]
        assert [(path, code) for path, code, _ in got] == [(one["bij"], one["code"]) for one in case["geweigerd"]]
        for (_, code, cure), one in zip(got, case["geweigerd"], strict=True):
            assert one["zegt"].lower() in cure.lower()
            assert code in CODES
        assert all(refusal.found and refusal.wanted for _, refusal in refusals)
        return
    assert refusals == []
    assert rule is not None
    first, last = date.fromisoformat(case["van"]), date.fromisoformat(case["tot"])
    found = expand(rule, calendar, first, last)
    like = [*case["keren"], *[""] * len(found)]
    assert [said(one, text, case["van"][:8]) for one, text in zip(found, like, strict=False)] == case["keren"]
    assert [advice.code for advice in warnings(rule)] == case.get("raad", [])
    assert {advice.code for advice in warnings(rule)} <= ADVICE_CODES.keys()
    spots = blind_spots(rule, calendar, first, last)
    assert [f"{spot.name} {spot.first} t/m {spot.last}" for spot in spots] == case.get("blind", [])
    assert expand_all([rule, rule], calendar, first, last) == found
    # What is understood can be written down again, and described without words.
    if rule.every:
        assert parse_every(write_every(rule.every)) == rule.every
    description = describe(rule)
    assert description.how == ("dates" if rule.every is None else "monthly" if rule.every.monthly else "weekly")
    for days in description.days:
        assert [day for run in days.runs for day in range(run[0], run[1] + 1)] == list(days.days)


def test_every_code_of_a_refusal_has_a_case() -> None:
    tested = {one["code"] for case in cases() for one in case.values[0].get("geweigerd", [])}
    assert tested == CODES.keys()


def test_every_code_of_advice_has_a_case() -> None:
    tested = {code for case in cases() for code in case.values[0].get("raad", [])}
    assert tested == ADVICE_CODES.keys()


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
