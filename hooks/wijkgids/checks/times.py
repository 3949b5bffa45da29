"""Times that were understood, but may not be what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

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
    if subject.actor.stopped:
        return
    calendar = occurrences.calendar_of(subject.guide, subject.record.neighbourhood)
    yield from _of(subject, calendar, ("open",), "")
    for path, activity in subject.activities:
        if not activity.stopped:
            yield from _of(subject, calendar, (*path, "wanneer"), activity.id)


def _of(subject: Subject, calendar: occurrences.Calendar, path: Path_, name: str) -> Iterator[Problem]:
    for number, rule in enumerate(subject.record.rules.get(name, ())):
        at = (*path, number)
        for advice in (*schedules.warnings(rule), *occurrences.warnings(rule, calendar, subject.today)):
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
