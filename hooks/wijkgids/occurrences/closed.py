"""Which days are closed by holidays and closures, and of which days that is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from wijkgids.records.guide import Guide
from wijkgids.schedules import NEEDS_DATES, SCHOOL_BREAKS, Closure, Rule

from .tables import feast_days, missing_breaks, public_holidays, school_breaks, window_days


@dataclass(frozen=True)
class Calendar:
    """What a neighbourhood's days depend on.

    `region` is that of the school holidays. `named` are the guide's own closures: name to first and last days
    (inclusive). Good Friday is in the table of public holidays, but most places are open: only where that is not so it
    counts as one.
    """

    region: str
    named: Mapping[str, tuple[tuple[date, date], ...]]
    good_friday_open: bool = True


def calendar_of(guide: Guide, neighbourhood: str) -> Calendar:
    """The closed days of a neighbourhood; those of region Noord where its settings have errors."""
    settings = guide.settings
    known = settings.neighbourhoods if settings else {}
    region = known[neighbourhood].region if neighbourhood in known else "Noord"
    return Calendar(region, guide.named, settings.good_friday_open if settings else True)


@dataclass(frozen=True)
class BlindSpot:
    """Days (`first` to `last`, inclusive) of which it is not known whether they are closed.

    `kind` is school (no table: `name` is a school holiday), named (a closure with other dates each year, which the
    guide's calendar does not have for these days) or unknown (a closure that is not in the guide's calendar at all).
    """

    kind: Literal["school", "named", "unknown"]
    name: str
    first: date
    last: date


# The Islamic year is 354 or 355 days, a season comes back after a year: between two of them, no more is missing.
_YEARLY: Final = timedelta(days=380)
_MOVING: Final = frozenset(word for words in NEEDS_DATES.values() for word in words)


def is_public_holiday(calendar: Calendar, day: date) -> bool:
    """Return whether a day is a public holiday, as the guide counts them."""
    return day in public_holidays(day.year, not calendar.good_friday_open)


def is_closed(closures: Collection[Closure], calendar: Calendar, day: date) -> bool:
    """Return whether one of the closures holds on a day."""
    return any(_holds(closure, calendar, day) for closure in closures)


def _holds(closure: Closure, calendar: Calendar, day: date) -> bool:
    match closure.kind:
        case "public":
            return is_public_holiday(calendar, day)
        case "feast":
            return day in feast_days(day.year).get(closure.name, ())
        case "school":
            breaks = school_breaks(day.year, calendar.region)
            return any(day in breaks.get(name, ()) for name in _breaks(closure))
        case "months":
            return day.month in closure.months
        case "named":
            return any(first <= day <= last for first, last in calendar.named.get(closure.name, ()))
        case "dates":
            return closure.first is not None and closure.last is not None and closure.first <= day <= closure.last


def blind_spots(rule: Rule, calendar: Calendar, first: date, last: date) -> list[BlindSpot]:
    """Return the days from `first` to `last` on which a closure of the rule may hold without the tables knowing it.

    A problem to report: those days are in the guide as if nothing was the matter, with `Occurrence.doubt` set.
    """
    first = max(first, rule.first) if rule.first else first
    last = min(last, rule.last) if rule.last else last
    if first > last:
        return []  # the rule does not reach into the period
    found: dict[BlindSpot, None] = {}
    for closure in rule.closures:
        for spot in _spots(closure, calendar, first, last):
            if spot.first <= last and spot.last >= first:
                found[BlindSpot(spot.kind, spot.name, max(spot.first, first), min(spot.last, last))] = None
    return sorted(found, key=lambda spot: (spot.first, spot.last, spot.kind, spot.name))


def _spots(closure: Closure, calendar: Calendar, first: date, last: date) -> Iterator[BlindSpot]:
    if closure.kind == "school":
        for year in range(first.year, last.year + 1):
            missing = missing_breaks(year, calendar.region)
            for name in _breaks(closure):
                if name in missing:
                    for begin, end in window_days(name, year):
                        yield BlindSpot("school", name, begin, end)
    elif closure.kind == "named":
        spans = sorted(calendar.named.get(closure.name, ()))
        if not spans:
            yield BlindSpot("unknown", closure.name, first, last)
        elif closure.name.casefold() in _MOVING:
            # What comes back each year may hold again some months after its last known dates, and did before the first.
            length = max(end - begin for begin, end in spans)
            again = _YEARLY - timedelta(days=60) - length
            known = [(begin - again, end + again) for begin, end in spans]
            day = first
            for begin, end in known:
                if day < begin:
                    yield BlindSpot("named", closure.name, day, begin - timedelta(days=1))
                day = max(day, end + timedelta(days=1))
            if day <= last:
                yield BlindSpot("named", closure.name, day, last)


def _breaks(closure: Closure) -> tuple[str, ...]:
    return tuple(name for name in SCHOOL_BREAKS if name != "all") if closure.name == "all" else (closure.name,)
