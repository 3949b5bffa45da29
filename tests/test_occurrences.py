"""Dated times: tables of holidays, merging, the next dates, the clock, and speed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedule_cases import Case, calendar_of, good_cases, period, rules_of
from wijkgids import occurrences
from wijkgids.occurrences import (
    ZONE,
    BlindSpot,
    Calendar,
    Occurrence,
    blind_spots,
    expand,
    expand_all,
    is_closed,
    is_public_holiday,
    moments,
    next_dates,
    public_holidays,
    school_breaks,
)
from wijkgids.schedules import Rule, TimeRange, parse_rule

NOORD = Calendar("Noord", {})
TUESDAY = date(2026, 11, 24)


def rule(**fields: object) -> Rule:
    found, refusals = parse_rule(fields)
    assert found is not None, refusals
    return found


@pytest.mark.parametrize(
    ("region", "year", "name", "first", "last"),
    [
        # The ministry's rule for the years 2025 to 2030.
        ("Noord", 2026, "spring", "2026-02-21", "2026-03-01"),
        ("Midden", 2026, "spring", "2026-02-14", "2026-02-22"),
        ("Noord", 2026, "may", "2026-04-25", "2026-05-03"),
        ("Noord", 2026, "summer", "2026-07-04", "2026-08-16"),
        ("Midden", 2026, "summer", "2026-07-18", "2026-08-30"),
        ("Zuid", 2026, "summer", "2026-07-11", "2026-08-23"),
        ("Noord", 2026, "autumn", "2026-10-10", "2026-10-18"),
        ("Midden", 2026, "autumn", "2026-10-17", "2026-10-25"),
        ("Noord", 2030, "summer", "2030-07-20", "2030-09-01"),
    ],
)
def test_school_breaks_are_those_of_the_ministry(region: str, year: int, name: str, first: str, last: str) -> None:
    days = sorted(school_breaks(year, region)[name])
    assert (str(days[0]), str(days[-1])) == (first, last)
    assert len(days) == (days[-1] - days[0]).days + 1, "weekends within a break are closed too"


def test_what_the_table_of_school_breaks_does_not_know_is_absent() -> None:
    assert "autumn" not in school_breaks(2030, "Noord")
    assert school_breaks(2031, "Noord") == {}
    assert school_breaks(2026, "Oost") == {}


def test_an_unknown_region_is_a_blind_spot_and_not_an_open_door() -> None:
    nowhere = Calendar("Oost", {})
    closed = rule(elke="dinsdag", niet="zomervakantie")
    assert blind_spots(closed, nowhere, date(2027, 7, 1), date(2027, 7, 31)) == [
        BlindSpot("school", "summer", date(2027, 7, 1), date(2027, 7, 31))
    ]
    assert {found.doubt for found in expand(closed, nowhere, date(2027, 7, 1), date(2027, 7, 31))} == {"unknown"}


def test_a_closure_that_left_the_calendar_is_a_blind_spot() -> None:
    closed, refusals = parse_rule({"elke": "dinsdag", "niet": "huis dicht"}, {"huis dicht"})
    assert closed
    assert refusals == []
    assert blind_spots(closed, NOORD, TUESDAY, TUESDAY) == [BlindSpot("unknown", "huis dicht", TUESDAY, TUESDAY)]
    assert expand(closed, NOORD, TUESDAY, TUESDAY)[0].doubt == "unknown"


def test_a_rule_without_such_closures_has_no_blind_spots() -> None:
    assert (
        blind_spots(rule(elke="dinsdag", niet=["feestdagen", "juli"]), NOORD, date(2031, 1, 1), date(2040, 1, 1)) == []
    )


@pytest.mark.parametrize("year", range(2020, 2041))
def test_public_holidays_follow_the_law(year: int) -> None:
    days = public_holidays(year, good_friday=False)
    assert (date(year, 5, 5) in days) == (year % 5 == 0)
    kings_day = date(year, 4, 27)
    assert (kings_day - timedelta(days=1) if kings_day.isoweekday() == 7 else kings_day) in days
    assert {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)} <= days
    assert len(public_holidays(year, good_friday=True) - days) == 1
    # New Year, Easter twice, King's Day, Ascension, Whitsun twice, Christmas twice; 5 May may be Ascension Day.
    assert len(days) == 9 + (year % 5 == 0)


def test_two_rules_make_one_list_and_the_same_time_is_there_once() -> None:
    week = (TUESDAY, TUESDAY + timedelta(days=6))
    rules = [
        rule(elke="dinsdag en donderdag", tijd="10:00-12:00"),
        rule(elke="4e dinsdag", tijd="10:00-12:00"),
        rule(elke="dinsdag", tijd="09:00-10:00"),
        rule(elke="dinsdag"),
    ]
    found = expand_all(rules, NOORD, *week)
    assert [(str(one.day), one.start and f"{one.start:%H:%M}") for one in found] == [
        ("2026-11-24", None),
        ("2026-11-24", "09:00"),
        ("2026-11-24", "10:00"),
        ("2026-11-26", "10:00"),
    ]
    assert expand_all(reversed(rules), NOORD, *week) == found


def test_of_the_same_time_the_one_changed_by_hand_is_kept() -> None:
    cancelled = rule(elke="4e dinsdag", tijd="10:00-12:00", afgelast={"op": "2026-11-24", "waarom": "ziek"})
    usual = rule(elke="dinsdag", tijd="10:00-12:00")
    for rules in ([cancelled, usual], [usual, cancelled]):
        (only,) = expand_all(rules, NOORD, TUESDAY, TUESDAY)
        assert (only.state, only.reason) == ("cancelled", "ziek")


def test_a_chosen_date_takes_the_doubt_of_a_holiday_away() -> None:
    christmas = date(2026, 12, 25)
    weekly, chosen = rule(elke="vrijdag", tijd="18:00"), rule(op="2026-12-25", tijd="18:00")
    assert [found.doubt for found in expand(weekly, NOORD, christmas, christmas)] == ["holiday"]
    assert [found.doubt for found in expand_all([weekly, chosen], NOORD, christmas, christmas)] == [None]


def test_next_dates_are_those_that_are_on() -> None:
    rules = [
        rule(elke="dinsdag en donderdag", tijd="10:00-12:00", afgelast="2026-11-26"),
        rule(elke="1e woensdag", tijd="19:30-21:30"),
    ]
    found = next_dates(rules, NOORD, TUESDAY, 4)
    assert [str(one.day) for one in found] == ["2026-11-24", "2026-12-01", "2026-12-02", "2026-12-03"]
    assert {one.state for one in found} == {"on"}


def test_next_dates_look_far_ahead_but_not_for_ever() -> None:
    far = rule(op=["2027-06-05", "2029-01-01"])
    assert [str(one.day) for one in next_dates([far], NOORD, TUESDAY, 3)] == ["2027-06-05"]
    assert next_dates([far], NOORD, TUESDAY, 3, horizon_days=30) == []
    assert [str(one.day) for one in next_dates([far], NOORD, date(2027, 6, 5), 3, horizon_days=0)] == ["2027-06-05"]
    assert next_dates([], NOORD, TUESDAY, 3) == []


def test_a_period_that_ends_before_it_begins_is_empty() -> None:
    daily = rule(elke="dag", bij_feestdag="week later")
    assert expand(daily, NOORD, TUESDAY, TUESDAY - timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("day", "clock", "start", "end"),
    [
        # On 28 March 2027 the clock goes from 02:00 to 03:00, on 31 October 2027 from 03:00 to 02:00.
        ("2027-03-28", TimeRange(time(1, 30), time(3, 30)), "00:30", "01:30"),
        ("2027-03-28", TimeRange(time(2, 30)), "01:30", None),
        ("2027-03-28", TimeRange(time(2, 10), time(2, 50)), "01:10", "01:50"),
        ("2027-03-28", TimeRange(time(2, 30), time(3, 0)), "01:30", "02:00"),
        ("2027-03-28", TimeRange(time(10), time(12)), "08:00", "10:00"),
        ("2027-10-31", TimeRange(time(2, 30), time(2, 45)), "00:30", "00:45"),
        ("2027-10-31", TimeRange(time(1, 30), time(3, 30)), "23:30", "02:30"),
        ("2027-10-31", TimeRange(time(10), time(12)), "09:00", "11:00"),
        ("2027-10-30", TimeRange(time(22), time(4), past_midnight=True), "20:00", "03:00"),
    ],
)
def test_the_clock_changes(day: str, clock: TimeRange, start: str, end: str | None) -> None:
    begin, finish = moments(date.fromisoformat(day), clock)
    assert begin is not None
    assert begin.tzinfo is ZONE
    assert f"{begin.astimezone(UTC):%H:%M}" == start
    assert (finish and f"{finish.astimezone(UTC):%H:%M}") == end
    # What is shown on the wall exists.
    assert begin.astimezone(UTC).astimezone(ZONE) == begin


def test_times_are_aware_and_in_amsterdam() -> None:
    (found,) = expand(rule(elke="dinsdag", tijd="10:00-12:00"), NOORD, TUESDAY, TUESDAY)
    assert found == Occurrence(
        TUESDAY, datetime(2026, 11, 24, 10, tzinfo=ZONE), datetime(2026, 11, 24, 12, tzinfo=ZONE)
    )


def test_a_rule_that_begins_after_the_period_has_no_blind_spots_in_it() -> None:
    """Found by the property tests: school holidays of 2031 are unknown, but the rule begins after the last day asked."""
    late = rule(elke="maandag", vanaf="2031-02-02", niet="schoolvakanties")
    assert blind_spots(late, NOORD, date(2030, 11, 1), date(2031, 2, 1)) == []


# what holds for every case, and for rules put together at random


@pytest.mark.parametrize("case", good_cases())
def test_a_case_is_the_sum_of_its_months(case: Case) -> None:
    """between(a, c) = between(a, b) + between(b, c), at every first of a month and on every seventh day."""
    calendar, (first, last) = calendar_of(case), period(case)
    rules = rules_of(case, calendar)
    whole = expand_all(rules, calendar, first, last)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    for cuts in ([day for day in days if day.day == 1], days[::7]):
        edges = sorted({first, *cuts, last + timedelta(days=1)})
        parts = [expand_all(rules, calendar, begin, end - timedelta(days=1)) for begin, end in pairwise(edges)]
        assert [on for part in parts for on in part] == whole
    assert all(first <= on.day <= last for on in whole)
    assert expand_all(rules, calendar, first - timedelta(days=40), first - timedelta(days=1)) == [
        on for on in expand_all(rules, calendar, first - timedelta(days=40), last) if on.day < first
    ]


CLOCKS = ("10:00-12:00", "02:30-03:10", "20:00-02:00", "19:30", "00:00-24:00", None)
DAYS = (
    "dinsdag",
    "weekend",
    "dag",
    "1e en 3e woensdag",
    "5e zondag",
    "laatste vrijdag",
    "even weken maandag en vrijdag",
)
CLOSED = ("feestdagen", "schoolvakanties", "juli en augustus", "ramadan", "kerst", "2026-12-24 t/m 2027-01-03", "pasen")
MIDDEN = Calendar("Midden", {"ramadan": ((date(2027, 2, 8), date(2027, 3, 9)),)}, good_friday_open=False)
starts = st.dates(date(2026, 6, 1), date(2029, 6, 1))


@st.composite
def several_rules(draw: st.DrawFn) -> list[Rule]:
    found = []
    for _ in range(draw(st.integers(1, 4))):
        fields: dict[str, Any] = {"elke": draw(st.sampled_from(DAYS)), "tijd": draw(st.sampled_from(CLOCKS))}
        if draw(st.booleans()):
            fields["niet"] = draw(st.lists(st.sampled_from(CLOSED), min_size=1, max_size=2))
        fields["bij_feestdag"] = draw(st.sampled_from(("vervalt", "week later", None)))
        for key in ("vanaf", "tot"):
            if draw(st.booleans()):
                fields[key] = str(draw(starts))
        if fields.get("vanaf", "") > fields.get("tot", "9"):
            del fields["tot"]
        rule, refusals = parse_rule(fields, MIDDEN.named)
        assert rule is not None, refusals
        found.append(rule)
    return found


@given(several_rules(), starts, st.integers(0, 90), st.integers(0, 90), st.randoms())
def test_several_rules_together(rules: list[Rule], first: date, some: int, more: int, random: Any) -> None:
    middle, last = first + timedelta(days=some), first + timedelta(days=some + more)
    whole = expand_all(rules, MIDDEN, first, last)
    after = expand_all(rules, MIDDEN, middle + timedelta(days=1), last)
    assert whole == expand_all(rules, MIDDEN, first, middle) + after
    assert all(first <= on.day <= last for on in whole)
    random.shuffle(rules)
    assert expand_all(rules, MIDDEN, first, last) == whole
    starting = [(on.day, on.start, on.end) for on in whole]
    assert len(starting) == len(set(starting))


@given(several_rules(), starts)
def test_nothing_is_held_on_a_closed_day(rules: list[Rule], first: date) -> None:
    for rule in rules:
        for on in expand(rule, MIDDEN, first, first + timedelta(days=200)):
            if on.state == "on":
                assert not is_closed(rule.closures, MIDDEN, on.day)
                if rule.on_holiday:
                    assert not is_public_holiday(MIDDEN, on.day)
            elif on.state == "moved":
                assert on.moved_to
                assert (on.moved_to - on.day).days in (7, 14, 21)


# advice that only a calendar can give


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"op": ["2026-12-05", "2026-12-22"], "niet": "schoolvakanties"}, "op datum-gesloten dinsdag 22 december 2026"),
        ({"op": ["2026-12-25"], "bij_feestdag": "vervalt"}, "op datum-gesloten vrijdag 25 december 2026"),
        ({"op": ["2026-12-08"], "niet": "2026-12-07 t/m 2026-12-11"}, "op datum-gesloten dinsdag 8 december 2026"),
        # Moved on by a week, so not lost.
        ({"op": ["2026-12-25"], "bij_feestdag": "week later"}, ""),
        # Both moved to New Year's Day and from there onto a closed day.
        (
            {"op": ["2026-12-25"], "bij_feestdag": "week later", "niet": "2027-01-08"},
            "op datum-gesloten vrijdag 25 december 2026",
        ),
        ({"op": ["2026-12-25"]}, ""),
        ({"op": ["2025-12-25", "2026-12-26"], "bij_feestdag": "gaat door"}, ""),
        # What is past may stay.
        ({"op": ["2025-12-25", "2026-12-24"], "bij_feestdag": "vervalt"}, ""),
        # Cancelled, so known to be off.
        ({"op": ["2026-12-22"], "niet": "schoolvakanties", "afgelast": "2026-12-22"}, "afgelast keer-bestaat-niet"),
        (
            {"elke": "dinsdag", "niet": "kerstvakantie", "verplaatst": {"van": "2026-12-15", "naar": "2026-12-28"}},
            "verplaatst datum-gesloten maandag 28 december 2026",
        ),
        (
            {"elke": "dinsdag", "bij_feestdag": "vervalt", "verplaatst": {"van": "2026-12-22", "naar": "2026-12-25"}},
            "verplaatst datum-gesloten vrijdag 25 december 2026",
        ),
        ({"elke": "dinsdag", "verplaatst": {"van": "2026-12-22", "naar": "2026-12-23"}}, ""),
        (
            {"elke": "dinsdag", "niet": "kerstvakantie", "afgelast": "2026-12-22"},
            "afgelast keer-bestaat-niet dinsdag 22 december 2026",
        ),
        (
            {"elke": "om de week dinsdag", "vanaf": "2026-11-24", "afgelast": "2026-12-01"},
            "afgelast keer-bestaat-niet dinsdag 1 december 2026: dat is niet in de goede week",
        ),
        ({"elke": "om de week dinsdag", "vanaf": "2026-11-24", "afgelast": "2026-12-08"}, ""),
        (
            {
                "elke": "om de week dinsdag",
                "vanaf": "2026-11-24",
                "verplaatst": {"van": "2026-12-01", "naar": "2026-12-02"},
            },
            "verplaatst keer-bestaat-niet dinsdag 1 december 2026",
        ),
        (
            {"elke": "dinsdag", "tot": "2026-12-08", "afgelast": "2026-12-15"},
            "afgelast keer-bestaat-niet dinsdag 15 december 2026: dat is niet tussen vanaf en tot",
        ),
        # On a holiday of which nothing is said it may be on, so it can be cancelled.
        ({"elke": "vrijdag", "afgelast": "2026-12-25"}, ""),
        ({"elke": "4e vrijdag", "bij_feestdag": "week later", "afgelast": "2027-01-08"}, ""),
        ({"elke": "dinsdag", "niet": ["november t/m juni", "juli t/m oktober"]}, "niet regel-valt-weg"),
        ({"elke": "dinsdag", "niet": ["november t/m juni", "juli t/m september"]}, ""),
        (
            {"elke": "vrijdag", "vanaf": "2026-12-25", "tot": "2027-01-01", "bij_feestdag": "vervalt"},
            "bij_feestdag regel-valt-weg",
        ),
        # A rule that is over is not one that never comes about.
        ({"elke": "dinsdag", "tot": "2026-06-30", "niet": "juli"}, ""),
    ],
)
def test_what_only_a_calendar_can_tell(fields: dict[str, Any], said: str) -> None:
    advice = occurrences.warnings(rule(**fields), NOORD, TUESDAY)
    assert len(advice) == (1 if said else 0)
    for one in advice:
        assert f"{one.path[0]} {one.code} {one.found}".startswith(said)
        assert one.code in occurrences.ADVICE_CODES
        assert one.wanted
        assert one.cure


@given(several_rules(), starts)
def test_advice_is_never_a_crash(rules: list[Rule], today: date) -> None:
    for one in rules:
        occurrences.warnings(one, MIDDEN, today)
