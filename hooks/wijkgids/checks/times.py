"""Times that were understood, but may not be what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from wijkgids import occurrences, schedules
from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem, say
from wijkgids.yamlfiles import Path_

YEAR = timedelta(days=365)
_CURES = {
    "school": "De lijst van schoolvakanties gaat niet zo ver. Vraag de maker van de gids om een nieuwe versie.",
    "named": "Zet de nieuwe dagen in data/calendar.yml.",
    "unknown": "Zet deze naam met zijn dagen in data/calendar.yml.",
}


def times(subject: Subject) -> Iterator[Problem]:
    """Advice on the words of a rule, and periods for which no school holidays are known."""
    settings = subject.guide.settings
    region = settings.neighbourhoods[subject.record.neighbourhood].region if settings else "Noord"
    friday = settings.good_friday_open if settings else True
    calendar = occurrences.Calendar(region, subject.guide.named, friday)
    if subject.actor.stopped:
        return
    yield from _of(subject, calendar, ("open",), "")
    for path, activity in subject.activities:
        if not activity.stopped:
            yield from _of(subject, calendar, (*path, "wanneer"), activity.id)


def _of(subject: Subject, calendar: occurrences.Calendar, path: Path_, name: str) -> Iterator[Problem]:
    for number, rule in enumerate(subject.record.rules.get(name, ())):
        at = (*path, number)
        for advice in _advice(rule, calendar, subject.today):
            yield subject.problem((*at, *advice.path), advice.found, advice.wanted, advice.cure, advice.code, mild=True)
        for spot in occurrences.blind_spots(rule, calendar, subject.today, subject.today + YEAR):
            found = say(
                "van {first} tot en met {last} weten we niet wanneer het '{name}' is",
                first=spot.first,
                last=spot.last,
                name=schedules.SCHOOL_BREAKS[spot.name][0] if spot.kind == "school" else spot.name,
            )
            yield subject.problem(
                (*at, "niet"), found, "dagen die bekend zijn", _CURES[spot.kind], f"onbekend-{spot.kind}", mild=True
            )


def _advice(rule: schedules.Rule, calendar: occurrences.Calendar, today: date) -> Iterator[schedules.Advice]:
    """Slips in a rule. The calendar is asked only where it can know better: nearly every rule has a free day soon."""
    yield from schedules.warnings(rule)
    if rule.dates or rule.cancelled or rule.moved or not _has_free_day(rule, calendar, today):
        yield from occurrences.warnings(rule, calendar, today)


def _has_free_day(rule: schedules.Rule, calendar: occurrences.Calendar, today: date) -> bool:
    """Whether a rule comes about in the coming year. Holidays alone take away no rule that has no end."""
    if rule.last is None and all(closure.kind in ("public", "feast", "school") for closure in rule.closures):
        return True
    return any(
        not occurrences.is_closed(rule.closures, calendar, day) and not occurrences.is_public_holiday(calendar, day)
        for day in schedules.rule_days(rule, today, today + YEAR)
    )
