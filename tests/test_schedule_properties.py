"""What must hold for every rule, tried on many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from schedule_cases import calendar_of, good_cases, period, rules_of
from whole_rules import CALENDAR as WHOLE
from whole_rules import whole_rules
from wijkgids.occurrences import Calendar, Occurrence, blind_spots, expand, expand_all, next_dates
from wijkgids.schedules import (
    DAY_NAMES,
    KEYS,
    ORDINAL_NAMES,
    Every,
    Refused,
    Rule,
    describe,
    parse_closures,
    parse_date,
    parse_every,
    parse_rule,
    parse_time,
    rrule,
    rule_days,
    warnings,
    write_every,
)
from wijkgids.schedules.sentence import read_sentence
from wijkgids.schedules.typed import typed_rule
from wijkgids.texts import voices
from wijkgids.texts.echo import sentence_of
from wijkgids.texts.schedule import schedule

CALENDAR = Calendar("Noord", {"ramadan": ((date(2027, 2, 8), date(2027, 3, 9)),)})
DAYS = st.dates(date(2025, 6, 1), date(2032, 6, 1))

names = st.sampled_from(list(DAY_NAMES.values()))
ranks = st.sampled_from(list(ORDINAL_NAMES.values()))
weekly = st.lists(names, min_size=1, max_size=4, unique=True).map(" en ".join)
monthly = st.lists(st.tuples(ranks, names), min_size=1, max_size=3, unique=True).map(
    lambda pairs: ", ".join(" ".join(pair) for pair in pairs)
)
counted = st.tuples(
    st.sampled_from(["om de week", "om de drie weken", "even weken", "oneven weken", "om de vijf weken"]), weekly
).map(" ".join)
closures = st.lists(
    st.sampled_from(
        ["feestdagen", "schoolvakanties", "juli en augustus", "ramadan", "kerst", "2026-12-24 t/m 2027-01-03", "pasen"]
    ),
    min_size=1,
    max_size=3,
)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    fields: dict[str, Any] = {"elke": draw(weekly | monthly | counted)}
    if fields["elke"].startswith("om de") or draw(st.booleans()):
        fields["vanaf"] = str(draw(DAYS))
    if draw(st.booleans()):
        fields["tot"] = str(draw(DAYS))
    if draw(st.booleans()):
        fields["tijd"] = draw(st.sampled_from(["10:00-12:00", "02:30-03:10", "20:00-02:00", "19:30", "00:00-24:00"]))
    if draw(st.booleans()):
        fields["niet"] = draw(closures)
    if draw(st.booleans()):
        fields["bij_feestdag"] = draw(st.sampled_from(["vervalt", "week later"]))
    if "tot" in fields and "vanaf" in fields and fields["tot"] < fields["vanaf"]:
        fields["vanaf"], fields["tot"] = fields["tot"], fields["vanaf"]
    rule, refusals = parse_rule(fields, CALENDAR.named)
    assert rule is not None, refusals
    if draw(st.booleans()):
        # Days that the rule really has are cancelled and moved by hand.
        start = rule.first or date(2026, 12, 1)
        own = [str(day) for day in list(rule_days(rule, start, start + timedelta(days=90)))[:3]]
        if own:
            fields["afgelast"] = own[:1]
        if own[1:]:
            fields["verplaatst"] = {"van": own[1], "naar": str(date.fromisoformat(own[1]) + timedelta(days=1))}
        rule, refusals = parse_rule(fields, CALENDAR.named)
        assert rule is not None, refusals
    return rule


@given(rules(), DAYS, st.integers(0, 120), st.integers(0, 120))
def test_a_period_is_the_sum_of_its_parts(rule: Rule, first: date, some: int, more: int) -> None:
    middle = first + timedelta(days=some)
    last = middle + timedelta(days=1 + more)
    whole = expand(rule, CALENDAR, first, last)
    parts = expand(rule, CALENDAR, first, middle) + expand(rule, CALENDAR, middle + timedelta(days=1), last)
    # Blind spots are cut to the period that is asked for, the doubt on a day is not.
    assert whole == parts


@given(rules(), DAYS, st.integers(0, 200))
def test_nothing_outside_the_period_or_the_rule(rule: Rule, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = expand(rule, CALENDAR, first, last)
    assert all(first <= one.day <= last for one in found)
    by_hand = {move.to for move in rule.moved}
    for one in found:
        assert one.day in by_hand or (not rule.first or one.day >= rule.first)
        assert one.day in by_hand or (not rule.last or one.day <= rule.last)
        if one.start and one.end:
            assert one.start < one.end <= one.start + timedelta(hours=25)
        if one.start:
            assert one.start.date() == one.day
    places = [(one.day, one.start is not None, one.start) for one in found]
    assert places == sorted(places, key=lambda place: (place[0], place[1], str(place[2])))
    assert all(first <= spot.first <= spot.last <= last for spot in blind_spots(rule, CALENDAR, first, last))


@given(st.lists(rules(), max_size=4), st.randoms(), DAYS)
def test_the_order_of_rules_does_not_matter(several: list[Rule], random: Any, first: date) -> None:
    last = first + timedelta(days=40)
    usual = expand_all(several, CALENDAR, first, last)
    random.shuffle(several)
    assert expand_all(several, CALENDAR, first, last) == usual
    keys = [(one.day, one.start, one.end) for one in usual]
    assert len(keys) == len(set(keys))


@given(rules(), DAYS, st.integers(0, 9))
def test_next_dates_are_the_first_that_are_on(rule: Rule, today: date, count: int) -> None:
    horizon = today + timedelta(days=400)
    on = [one for one in expand(rule, CALENDAR, today, horizon) if one.state == "on"]
    assert next_dates([rule], CALENDAR, today, count) == on[:count]


@given(weekly | monthly | counted)
def test_what_is_understood_can_be_written_down_again(phrase: str) -> None:
    try:
        every = parse_every(phrase)
    except Refused:
        return
    assert parse_every(write_every(every)) == every


@given(rules(), DAYS)
def test_an_rrule_gives_the_days_of_the_rule(rule: Rule, start: date) -> None:
    text = rrule(rule)
    assert isinstance(rule.every, Every)
    assert (text is None) == (rule.every.parity is not None)
    # DTSTART is the first day, from vanaf on where the weeks are counted.
    start = rule.first or start
    until = start + timedelta(days=300)
    days = list(rule_days(rule, start, until))
    if text is None or not days:
        return
    text = text.replace("Z", "") if rule.time else text
    begin = f"DTSTART:{days[0]:%Y%m%d}T{rule.time.start:%H%M%S}" if rule.time else f"DTSTART:{days[0]:%Y%m%d}"
    recurrence = rrulestr(f"{begin}\nRRULE:{text}").xafter(datetime.combine(days[0], time()), inc=True, count=400)
    theirs = [moment.date() for moment in recurrence]
    assert [day for day in theirs if day <= until] == days


SCRAPS = """di ma-vr 's avonds 2 - ( of 10:00 2026-12-05 juli kerst TM EVERY2 MONTH en , t/m elke om de week even maand van"""
words = st.lists(
    st.sampled_from([*DAY_NAMES.values(), *ORDINAL_NAMES.values(), *SCRAPS.split(), "om de week", "van de maand"]),
    max_size=7,
).map(" ".join)


def refusal_of(parse: Callable[[str], object], text: str) -> Refused | None:
    try:
        parse(text)
    except Refused as refusal:
        return refusal
    return None


@given(st.text(max_size=80) | words | st.text(alphabet="0123456789-:./ tm", max_size=30))
def test_no_text_is_a_crash(text: str) -> None:
    for parse in (parse_every, parse_time, parse_date, lambda words: parse_closures(words, {"huis dicht", ""})):
        if refusal := refusal_of(parse, text):
            assert refusal.found
            assert refusal.wanted
            assert refusal.cure
            # One line, whatever was typed.
            assert refusal.found.isprintable()


anything = st.recursive(
    st.none() | st.text(max_size=12) | words | st.integers() | st.just("2026-12-08"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*KEYS, "van", "naar", "waarom", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(KEYS), anything, max_size=6) | anything)
def test_no_rule_is_a_crash(fields: object) -> None:
    rule, refusals = parse_rule(fields, CALENDAR.named)
    assert (rule is None) == bool(refusals)
    if rule is not None:
        warnings(rule)
        describe(rule)
        rrule(rule)
        expand(rule, CALENDAR, date(2026, 12, 1), date(2027, 1, 31))


DUTCH = voices(["nl"], {}, {})["nl"]


def days_of(rule: Rule, first: date, last: date) -> list[Occurrence]:
    # How a reason is spelled may differ: brackets that do not match become square ones.
    return [replace(one, reason=None) for one in expand(rule, WHOLE, first, last)]


def read_back(text: str, today: date | None = None) -> Rule:
    fields, refusals = read_sentence(text, WHOLE.named, today)
    assert [(refusal.code, refusal.found) for refusal in refusals] == [], text
    assert len(fields) == 1, (text, fields)
    rule, refused = parse_rule(fields[0], WHOLE.named)
    assert rule is not None, refused
    return rule


@settings(max_examples=300)
@given(whole_rules())
def test_the_whole_sentence_parses_back_to_the_same_dates(rule: Rule) -> None:
    back = read_back(sentence_of(rule))
    first, last = date(2026, 1, 1), date(2027, 12, 31)
    assert days_of(back, first, last) == days_of(rule, first, last)


@settings(max_examples=300)
@given(whole_rules())
def test_the_sentence_on_a_page_parses_back_to_the_dates_to_come(rule: Rule) -> None:
    today = date(2026, 11, 24)
    # What changes by hand stands below the sentence on a page, and of many dates only the next ones are said.
    rule = replace(rule, cancelled=(), moved=(), dates=rule.dates[-6:])
    over = (rule.last and rule.last < today) or (rule.dates and rule.dates[-1] < today)
    counted_before = rule.every and rule.every.interval > 1 and rule.first and rule.first <= today
    if over or counted_before:
        return
    said = schedule(DUTCH, rule, today)
    back = read_back(" ".join(str(part) for part in (said.when, said.but) if part), today)
    last = today + timedelta(days=730)
    assert days_of(back, today, last) == days_of(rule, today, last)


@pytest.mark.parametrize("case", good_cases())
def test_the_sentence_of_each_case_parses_back_to_the_same_dates(case: dict[str, Any]) -> None:
    calendar = calendar_of(case)
    first, _ = period(case)
    last = first + timedelta(days=730)
    for rule in rules_of(case, calendar):
        fields, refusals = read_sentence(sentence_of(rule), calendar.named)
        assert [(refusal.code, refusal.found) for refusal in refusals] == []
        (one,) = fields
        back, refused = parse_rule(one, calendar.named)
        assert back is not None, refused
        assert expand(back, calendar, first, last) == expand(rule, calendar, first, last)


@pytest.mark.parametrize("case", good_cases())
def test_the_sentences_of_all_rules_of_a_case_parse_back_together(case: dict[str, Any]) -> None:
    calendar = calendar_of(case)
    first, _ = period(case)
    last = first + timedelta(days=730)
    rules = rules_of(case, calendar)
    fields, refusals = read_sentence("\n".join(map(sentence_of, rules)), calendar.named)
    assert [(refusal.code, refusal.found) for refusal in refusals] == []
    back = [rule for rule in (parse_rule(one, calendar.named)[0] for one in fields) if rule]
    assert len(back) == len(fields) == len(rules)
    assert expand_all(back, calendar, first, last) == expand_all(rules, calendar, first, last)


@given(whole_rules())
def test_a_rule_can_be_typed_again(rule: Rule) -> None:
    back, refusals = parse_rule(typed_rule(rule), WHOLE.named)
    assert refusals == []
    assert back == rule
