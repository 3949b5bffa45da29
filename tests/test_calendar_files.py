"""The calendar file of each case of tests/schedules, read again by another program: it gives the same times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import recurring_ical_events
from icalendar import Calendar

from guides import HEAD, small_agenda
from schedule_cases import Case, calendar_of, good_cases, period, rules_of
from wijkgids.agenda import ActivityOf, Agenda
from wijkgids.exports.calendar import calendar
from wijkgids.occurrences import Occurrence, expand_all
from wijkgids.views.activity import AHEAD

THEE = "activiteiten: [{id: thee, code: wwww, naam: Thee, wanneer: [{elke: dinsdag}]}]\n"
Line = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    return small_agenda(tmp_path_factory.mktemp("gids"), groep=HEAD + THEE)


def entry(agenda: Agenda, case: Case) -> tuple[Agenda, ActivityOf]:
    """An activity with the rules of a case, in an agenda of the first day of the case."""
    of_case = calendar_of(case)
    activity = replace(agenda.activities["groep", "thee"], rules=tuple(rules_of(case, of_case)), calendar=of_case)
    return replace(agenda, today=period(case)[0]), activity


def line(start: date | datetime, end: date | datetime | None, status: str) -> Line:
    """One time as text: its kind (a day or a moment), its start and end by UTC, and whether it is certain."""
    if not isinstance(start, datetime):
        return ("day", start.isoformat(), "", status)
    ends = f"{end.timestamp():.0f}" if isinstance(end, datetime) and end != start else ""
    return ("moment", f"{start.timestamp():.0f}", ends, status)


def wanted(on: Occurrence) -> Line:
    return line(on.start or on.day, on.end, "TENTATIVE" if on.doubt else "CONFIRMED")


@pytest.mark.parametrize("case", good_cases())
def test_a_calendar_file_gives_the_times_of_its_rules(agenda: Agenda, case: Case) -> None:
    today, activity = entry(agenda, case)
    first, last = period(case)
    last = min(last, first + AHEAD)
    expected = [on for on in expand_all(activity.rules, activity.calendar, first, last) if on.state == "on"]
    content = calendar(today, activity)
    if not content:
        assert expected == []
        return
    read = Calendar.from_ical(content)
    # Whoever reads it by UID replaces one by the other.
    identities = [str(event["UID"]) for event in read.walk("VEVENT")]
    assert len(identities) == len(set(identities))
    found = []
    for event in recurring_ical_events.of(read).between(first, last + timedelta(days=1)):
        start = event["DTSTART"].dt
        if isinstance(start, datetime):
            assert start.tzinfo is not None
        end = event["DTEND"].dt if "DTEND" in event else None
        found.append(line(start, end if isinstance(start, datetime) else None, str(event["STATUS"])))
        if not isinstance(start, datetime):
            assert end is None or end - start == timedelta(days=1)
    assert sorted(found) == sorted(map(wanted, expected))


def test_a_weekly_rule_is_one_event_and_what_does_not_repeat_is_one_each(agenda: Agenda) -> None:
    case: Case = {
        "regel": {
            "elke": "dinsdag",
            "tijd": "10:00-12:00",
            "niet": ["schoolvakanties"],
            "bij_feestdag": "vervalt",
            "verplaatst": {"van": "2026-12-15", "naar": "2026-12-16"},
        },
        "van": "2026-12-01",
        "tot": "2027-11-30",
    }
    today, activity = entry(agenda, case)
    events = Calendar.from_ical(calendar(today, activity)).walk("VEVENT")
    assert [("RRULE" in event, str(event["DTSTART"].dt.date())) for event in events] == [
        (True, "2026-12-01"),
        (False, "2026-12-16"),
    ]


def test_two_rules_with_the_same_words_and_other_closures_are_two_events(agenda: Agenda) -> None:
    fields = {"elke": "dinsdag", "tijd": "10:00-12:00"}
    case: Case = {
        "regel": {},
        "regels": [{**fields, "niet": "juli"}, {**fields, "niet": "december"}],
        "van": "2026-12-01",
        "tot": "2027-11-30",
    }
    today, activity = entry(agenda, case)
    events = [event for event in Calendar.from_ical(calendar(today, activity)).walk("VEVENT") if "RRULE" in event]
    assert len({str(event["UID"]) for event in events}) == len(events) == 2
