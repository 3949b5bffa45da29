"""The cases of tests/opening_hours, and what must hold of all opening hours that are written."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from osm_days import times_on
from whole_rules import DAYS, counted, monthly, spans, weekly
from wijkgids.exports.opening_hours import opening_hours as with_dates
from wijkgids.occurrences import Calendar, expand_all, is_public_holiday, school_breaks
from wijkgids.schedules import CODES, Rule, parse_rule, rule_days
from wijkgids.schedules.opening_hours import OPENING_HOURS_CODES, meant_by, opening_hours, read_opening_hours

FOLDER = Path(__file__).parent / "opening_hours"
CALENDAR = Calendar(
    "Noord",
    {
        "ramadan": ((date(2026, 2, 18), date(2026, 3, 19)), (date(2027, 2, 8), date(2027, 3, 9))),
        "zomerstop": ((date(2027, 7, 10), date(2027, 8, 8)),),
    },
)
TODAY = date(2026, 11, 24)
Times = list[tuple[date, datetime | None, datetime | None]]


def cases(name: str) -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            kind = "refused" if "geweigerd" in case else "read" if "tekst" in case else "written"
            if kind == name:
                label = case.get("naam") or case.get("tekst") or case.get("geschreven")
                found.append(pytest.param(case, id=f"{path.stem}: {label}"))
    return found


def rules_of(fields: list[dict[str, Any]]) -> list[Rule]:
    found = []
    for one in fields:
        rule, refusals = parse_rule(one, CALENDAR.named)
        assert rule is not None, (one, [refusal.cure for _, refusal in refusals])
        found.append(rule)
    return found


def on(rules: list[Rule], first: date, last: date) -> Times:
    times = [one for one in expand_all(rules, CALENDAR, first, last) if one.state == "on"]
    return [(one.day, one.start, one.end) for one in times]


def said(times: Times) -> dict[date, set[str]]:
    """The times by day, as opening hours write them."""
    found: dict[date, set[str]] = {}
    for day, start, end in times:
        assert start
        clock = f"{start:%H:%M}-{end:%H:%M}" if end else f"{start:%H:%M}+"
        if clock.endswith("-00:00"):
            clock = clock.replace("-00:00", "-24:00")
        found.setdefault(day, set()).add(clock)
    return found


def is_school_holiday(day: date) -> bool:
    return any(day in days for days in school_breaks(day.year, CALENDAR.region).values())


def evaluated(text: str, first: date, last: date) -> dict[date, set[str]]:
    found = {}
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if times := times_on(text, day, lambda one: is_public_holiday(CALENDAR, one), is_school_holiday):
            found[day] = set(times)
    return found


def check(text: str, rules: list[Rule], first: date, last: date) -> None:
    """What is written means the same to a plain reading of it, and is read back as the same."""
    truth = on(rules, first, last)
    assert evaluated(text, first, last) == said(truth), text
    if "unknown" in text:
        return
    fields, refusals = read_opening_hours(text)
    assert [(refusal.code, refusal.found) for refusal in refusals] == [], text
    assert on(rules_of(fields), first, last) == truth, text


@pytest.mark.parametrize("case", cases("written"))
def test_written(case: dict[str, Any]) -> None:
    rules = rules_of(case["regels"])
    text = opening_hours(rules)
    assert text == (None if case["geschreven"] == "null" else case["geschreven"])
    # The order of the rules may show, but does not matter.
    for one in (text, opening_hours(list(reversed(rules)))):
        assert (one is None) == (text is None)
        if one:
            check(one, rules, TODAY - timedelta(days=400), TODAY + timedelta(days=800))
    dated = with_dates(rules, CALENDAR, TODAY)
    if "met_datums" in case:
        assert dated == (None if case["met_datums"] == "null" else case["met_datums"])
    if dated:
        check(dated, rules, TODAY, TODAY + timedelta(days=365))


@pytest.mark.parametrize("case", cases("read"))
def test_read(case: dict[str, Any]) -> None:
    fields, refusals = read_opening_hours(case["tekst"])
    assert [(refusal.code, refusal.found, refusal.cure) for refusal in refusals] == []
    assert fields == case["regels"]
    # What was read can be written again, with the same meaning.
    rules = rules_of(fields)
    if text := opening_hours(rules):
        check(text, rules, TODAY - timedelta(days=400), TODAY + timedelta(days=800))


@pytest.mark.parametrize("case", cases("refused"))
def test_refused(case: dict[str, Any]) -> None:
    fields, refusals = read_opening_hours(case["tekst"])
    assert fields == []
    assert [refusal.code for refusal in refusals] == [case["geweigerd"]["code"]]
    assert case["geweigerd"]["zegt"].lower() in refusals[0].cure.lower()
    assert refusals[0].found
    assert refusals[0].wanted
    assert meant_by(case["tekst"]) is None


def test_every_code_of_opening_hours_has_a_case() -> None:
    tested = {case.values[0]["geweigerd"]["code"] for case in cases("refused")}
    assert tested >= OPENING_HOURS_CODES.keys()
    assert not OPENING_HOURS_CODES.keys() & CODES.keys()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mo-Fr", "{elke: maandag t/m vrijdag}"),
        ("Mo-Fr 09:00-17:00", "{elke: maandag t/m vrijdag, tijd: 09:00-17:00}"),
        ("Mo,We,Fr 19:30+; PH off", '{elke: "maandag, woensdag en vrijdag", tijd: "19:30", niet: [feestdagen]}'),
        ("Tu 10:00-12:00; Sa 14:00-16:00", "[{elke: dinsdag, tijd: 10:00-12:00}, {elke: zaterdag, tijd: 14:00-16:00}]"),
        ("24/7", "{elke: dag, tijd: 00:00-24:00}"),
        ("monday", "{elke: maandag}"),
        ("di en do", None),
        ("maandag t/m vrijdag", None),
        ("ma-vr 09:00-17:00", None),
        ("1e woensdag", None),
        ("2026-12-05", None),
        ("10:00-12:00", None),
        ("Mo-Fr en feestdagen", None),
        ("", None),
    ],
)
def test_what_is_meant_by_opening_hours_in_a_record(text: str, meant: str | None) -> None:
    assert meant_by(text) == meant
    if meant:
        # It is YAML, and understood.
        value = yaml.load(meant, yaml.BaseLoader)
        assert rules_of(value if isinstance(value, list) else [value])


@st.composite
def rules(draw: st.DrawFn, *, all_forms: bool) -> Rule:
    fields: dict[str, Any] = {
        "tijd": draw(st.sampled_from(["10:00-12:00", "13:00-17:00", "20:00-01:30", "19:30", "18:00-24:00"]))
    }
    kinds = ["feestdagen", "schoolvakanties", "juli en augustus", "december t/m februari", "kerst", "pasen", "hemelvaart",
             "tussen kerst en nieuwjaar", "2026-12-24 t/m 2027-01-03"]  # fmt: skip
    if all_forms:
        kinds += ["koningsdag", "ramadan", "zomerstop", "zomervakantie", "meivakantie"]
    if draw(st.integers(0, 4)):
        fields["elke"] = draw(weekly | monthly | counted.filter(lambda text: all_forms or "even" in text))
    else:
        fields["op"] = [str(day) for day in draw(st.lists(DAYS, min_size=1, max_size=4, unique=True))]
    seasons = sorted(str(draw(DAYS)) for _ in range(2))
    if str(fields.get("elke")).startswith("om de") or not draw(st.integers(0, 3)):
        fields["vanaf"] = seasons[0]
    if not draw(st.integers(0, 3)):
        fields["tot"] = seasons[1]
    if draw(st.booleans()):
        fields["niet"] = draw(st.lists(st.sampled_from(kinds) | spans, min_size=1, max_size=2))
    choices = ["vervalt", "gaat door", *(["week later"] if all_forms else [])]
    if draw(st.booleans()):
        fields["bij_feestdag"] = draw(st.sampled_from(choices))
    if fields.get("bij_feestdag") == "gaat door" and "feestdagen" in fields.get("niet", ()):
        del fields["bij_feestdag"]
    (rule,) = rules_of([fields])
    start = max(rule.first or TODAY, TODAY)
    own = [str(day) for day in list(rule_days(rule, start, start + timedelta(days=100)))[:2]]
    if own and not draw(st.integers(0, 2)):
        fields["afgelast"] = own[:1]
        if own[1:]:
            fields["verplaatst"] = {"van": own[1], "naar": str(date.fromisoformat(own[1]) + timedelta(days=1))}
    return rules_of([fields])[0]


@settings(max_examples=150, deadline=None)
@given(st.lists(rules(all_forms=False), min_size=1, max_size=3))
def test_what_is_written_is_true_and_is_read_back_as_the_same_times(several: list[Rule]) -> None:
    text = opening_hours(several)
    if text is not None:
        check(text, several, date(2026, 6, 1), date(2028, 2, 1))


@settings(max_examples=100, deadline=None)
@given(st.lists(rules(all_forms=True), min_size=1, max_size=3))
def test_what_is_written_with_dates_is_true_for_a_year(several: list[Rule]) -> None:
    text = with_dates(several, CALENDAR, TODAY)
    if text is not None:
        check(text, several, TODAY, TODAY + timedelta(days=365))


PIECES = st.lists(
    st.sampled_from(
        [*["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH", "SH", "Mo-Fr", "-", ",", ";", "||", "[", "]", "[1]", "[-1]", "+", "/", ":", "off", "open", "unknown", "easter", "day", "Jul", "Dec", "2026", "24", "2-52/2"],
         "week", "09:00-17:00", "10:00", "24/7", "sunset", "(", ")", '"x"', " ", "26:00", "9", "Jul-Aug", "2026 Dec 24"]
    ),
    max_size=9,
).map(" ".join)  # fmt: skip


@settings(max_examples=400)
@given(PIECES | st.text(max_size=40))
def test_no_text_is_a_crash(text: str) -> None:
    fields, refusals = read_opening_hours(text)
    assert bool(fields) != bool(refusals)
    for refusal in refusals:
        assert refusal.code in {**CODES, **OPENING_HOURS_CODES}
        assert refusal.cure
        assert refusal.found.isprintable()
    if fields:
        read = rules_of(fields)
        written = opening_hours(read)
        if written is not None:
            check(written, read, TODAY, TODAY + timedelta(days=500))
    meant_by(text)
