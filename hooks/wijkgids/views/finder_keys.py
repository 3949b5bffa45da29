"""The keys of the finder: what a choice is called on a row, in the address of the page and in the rules of CSS.

A key is a plain word, the same in every language, so that a link with a choice works for whoever gets it. When a thing
is has no key: a day and a part of it are true only together. So a row carries its times as letters, "2a4o" for Tuesday
evening and Thursday morning, and a rule looks for the pair.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from wijkgids.agenda import ActivityKey, Agenda, ThresholdsOf
from wijkgids.agenda.agenda import EVENING
from wijkgids.occurrences import Occurrence
from wijkgids.records.values import Answer, CircleKind, DutchLevel
from wijkgids.vocabulary import Audience, Theme

TICKS = ("gratis", "vrij", "zonder", "kind")
CIRCLES = {CircleKind.OWN: "eigen", CircleKind.MIXED: "gemengd"}
WEEKEND = "weekend"
DAYS = {f"d{day}": str(day) for day in range(1, 8)} | {WEEKEND: "67"}
NOON, MIDNIGHT = 12, 24
# A part of the day: its key, its letter on a row, and the hours that it begins and ends.
PARTS = (("ochtend", "o", 0, NOON), ("middag", "m", NOON, EVENING), ("avond", "a", EVENING, MIDNIGHT))
SOME_TIME = "x"  # a day of which the hour is not known
LONG = timedelta(hours=1)  # what runs on for so long in the next part of the day is there too
AHEAD = timedelta(weeks=6)
SEASON = 4  # times to look at of what does not go on in those weeks

_TAKEN = frozenset({*TICKS, *CIRCLES.values(), *DAYS, *(part[0] for part in PARTS)})
_PLAIN = re.compile(r"[a-z]{2}[a-z-]{2,}")


@dataclass(frozen=True)
class Clock:
    """What can be chosen of the time: each key with the letters that a row must have one of.

    `pairs` are the days and parts that one row has apart but not together: only those need a rule of their own.
    """

    days: dict[str, str]
    parts: dict[str, str]
    pairs: tuple[tuple[str, str], ...]


def theme_key(theme: Theme) -> str:
    """The key of a theme: its id, unless that could be taken for another choice or a language, or is no plain word."""
    plain = _PLAIN.fullmatch(theme.id) and theme.id not in _TAKEN
    return theme.id if plain else "t-" + re.sub(r"[^a-z0-9]+", "-", theme.id.lower())


def audience_key(audience: Audience) -> str:
    """The key of for whom it is."""
    return "v-" + re.sub(r"[^a-z0-9]+", "-", audience.id.lower())


def quarter_key(neighbourhood: str) -> str:
    """The key of a neighbourhood."""
    return "w-" + neighbourhood


def ticks(needs: ThresholdsOf) -> Iterator[str]:
    """The ticks that what one needs answers. Not known answers none."""
    answers = {
        "gratis": needs.free,
        "vrij": needs.walk_in,
        "zonder": needs.dutch is DutchLevel.NONE,
        "kind": needs.children is Answer.YES,
    }
    return (key for key in TICKS if answers[key])


def times(agenda: Agenda) -> dict[ActivityKey, str]:
    """The days and parts of day of every activity, "2a4o": of the coming weeks, else of its next times."""
    found: dict[ActivityKey, set[str]] = defaultdict(set)
    for time in agenda.times(agenda.today, agenda.today + AHEAD):
        if time.on.state == "on":
            found[time.activity.key].update(letters(time.on))
    for one in agenda.activities.values():
        if one.live and one.key not in found:
            coming = {letter for time in agenda.next_times(one, SEASON) for letter in letters(time.on)}
            if coming:
                found[one.key] = coming
    return {key: "".join(sorted(each)) for key, each in found.items()}


def letters(on: Occurrence) -> set[str]:
    """The day with each part of it in which a time starts, or goes on for an hour: {"2m", "2a"}."""
    day = on.day.isoweekday()
    if on.start is None:
        return {f"{day}{SOME_TIME}"}
    return {f"{day}{letter}" for _, letter, first, last in PARTS if _is_in(on.start, on.end, first, last)}


def clock(all_times: Iterable[str]) -> Clock:
    """What can be chosen where rows have these times."""
    rows = [{one[at : at + 2] for at in range(0, len(one), 2)} for one in all_times]
    there = {pair for row in rows for pair in row}
    days = {key: digits for key, digits in DAYS.items() if any(pair[0] in digits for pair in there)}
    parts = {key: letter for key, letter, _, _ in PARTS if any(pair[1] == letter for pair in there)}
    pairs = tuple(
        (day, part)
        for day, digits in days.items()
        for part, letter in parts.items()
        if any(_apart(row, digits, letter) for row in rows)
    )
    return Clock(days, parts, pairs)


def _is_in(start: datetime, end: datetime | None, first: int, last: int) -> bool:
    """Whether a time starts between two hours, or is there for an hour."""
    if first <= start.hour < last:
        return True
    if end is None:
        return False
    midnight = start.replace(hour=0, minute=0)
    opens, closes = midnight + timedelta(hours=first), midnight + timedelta(hours=last)
    return min(end, closes) - max(start, opens) >= LONG


def _apart(row: set[str], digits: str, letter: str) -> bool:
    some_day = any(pair[0] in digits for pair in row)
    some_part = any(pair[1] == letter for pair in row)
    return some_day and some_part and not any(digit + letter in row for digit in digits)
