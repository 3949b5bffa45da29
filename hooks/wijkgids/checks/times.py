"""Times that were understood, but may not be what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from wijkgids import occurrences, schedules
from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem

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
    for path, activity in subject.activities():
        if activity.stopped:
            continue
        for number, rule in enumerate(subject.record.rules.get(activity.id, ())):
            at = (*path, "wanneer", number)
            for advice in schedules.warnings(rule):
                yield subject.problem(
                    (*at, *advice.path), advice.found, advice.wanted, advice.cure, advice.code, mild=True
                )
            for spot in occurrences.blind_spots(rule, calendar, subject.today, subject.today + YEAR):
                name = schedules.SCHOOL_BREAKS[spot.name][0] if spot.kind == "school" else spot.name
                found = f"van {spot.first} tot en met {spot.last} weten we niet wanneer het '{name}' is"
                yield subject.problem(
                    (*at, "niet"), found, "dagen die bekend zijn", _CURES[spot.kind], f"onbekend-{spot.kind}", mild=True
                )
