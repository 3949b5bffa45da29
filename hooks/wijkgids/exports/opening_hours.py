"""Opening hours for OpenStreetMap and whoever reads its form, with a calendar: what has no words there becomes dates.

`schedules.opening_hours` writes what is the same each year. One school holiday, a closure of the guide's own, King's
Day, "om de week" and "a week later" differ from year to year: those days are written one by one, for a year ahead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from wijkgids.occurrences import Calendar, Occurrence, expand_all
from wijkgids.schedules import Rule, TimeRange
from wijkgids.schedules.opening_hours import dates_text, span_text, time_text
from wijkgids.schedules.opening_hours import opening_hours as in_words

AHEAD: Final = timedelta(days=365)
# More exceptions than this are no opening hours, but a list that nobody keeps.
MOST: Final = 120
_UNSURE: Final = ' unknown "bel eerst"'


class _Day(NamedTuple):
    """What is on, on one day: its times as they are written, and whether it is not certain."""

    times: tuple[str, ...]
    unsure: bool


_OFF: Final = _Day((), False)


def opening_hours(rules: Iterable[Rule], calendar: Calendar, today: date) -> str | None:
    """Return rules as a value of opening_hours that holds for a year from `today`, or None where it cannot.

    None without a time (what is open then is not known), and where the exceptions are too many.
    """
    rules = [kept for rule in rules if (kept := _coming(rule, today)) is not None]
    if not rules or any(rule.time is None for rule in rules):
        return None
    if (said := in_words(rules)) is not None:
        return said
    last = today + AHEAD
    truth = _days(rules, calendar, today, last)
    written = (_with_dates(base, truth, calendar, today, last) for base in _bases(rules))
    return min((text for text in written if text), key=len, default=None)


def _coming(rule: Rule, today: date) -> Rule | None:
    """Return a rule without what is over, None if all of it is."""
    if rule.last and rule.last < today and not any(move.to >= today for move in rule.moved):
        return None
    dates = tuple(day for day in rule.dates if day >= today)
    moved = tuple(move for move in rule.moved if max(move.origin, move.to) >= today)
    if rule.every is None and not dates and not moved:
        return None
    # "Om de week" counts from its first day.
    counted = rule.every is not None and rule.every.interval > 1
    return replace(
        rule,
        dates=dates,
        first=rule.first if counted or (rule.first and rule.first > today) else None,
        closures=tuple(one for one in rule.closures if not (one.last and one.last < today)),
        cancelled=tuple(item for item in rule.cancelled if item.day >= today),
        moved=moved,
    )


def _bases(rules: Sequence[Rule]) -> Iterable[list[Rule]]:
    """Yield what of the rules may be said in words: with the closures that have words, and without any."""
    regular = [
        replace(rule, cancelled=(), moved=(), on_holiday=None if rule.on_holiday == "week-later" else rule.on_holiday)
        for rule in rules
        if rule.every and rule.every.interval == 1
    ]
    yield [
        replace(rule, closures=tuple(one for one in rule.closures if in_words([_only(rule, one)]) is not None))
        for rule in regular
    ]
    yield [replace(rule, closures=(), on_holiday=None) for rule in regular]
    yield []


def _only(rule: Rule, closure: object) -> Rule:
    return replace(rule, closures=tuple(one for one in rule.closures if one is closure))


def _with_dates(base: list[Rule], truth: dict[date, _Day], calendar: Calendar, today: date, last: date) -> str | None:
    """Return the words for the base and, behind it, each day on which it is not so."""
    words = in_words(base) if base else ""
    if words is None:
        return None
    if words == "24/7":
        words = "Mo-Su 00:00-24:00"
    said = _days(base, calendar, today, last)
    different = {
        day: truth.get(day, _OFF)
        for day in sorted(truth.keys() | said.keys())
        if truth.get(day, _OFF) != said.get(day, _OFF)
    }
    steps = [words] if words else []
    closed = [day for day, on in different.items() if not on.times]
    for first, until in _rows(closed, lambda day: day in truth):
        steps.append(f"{span_text(first, until)} off")
    groups: dict[_Day, list[date]] = {}
    for day, on in different.items():
        if on.times:
            groups.setdefault(on, []).append(day)
    for on, days in groups.items():
        steps.append(f"{dates_text(days)} {','.join(on.times)}{_UNSURE if on.unsure else ''}")
    count = sum(map(len, groups.values())) + len(steps)
    return "; ".join(steps) if steps and count <= MOST else None


def _rows(days: Sequence[date], is_open: Callable[[date], bool]) -> list[tuple[date, date]]:
    """Return the first and last of days between which nothing is open."""
    rows: list[tuple[date, date]] = []
    for day in days:
        if rows:
            first, last = rows[-1]
            if not any(is_open(last + timedelta(days=n)) for n in range(1, (day - last).days)):
                rows[-1] = (first, day)
                continue
        rows.append((day, day))
    return rows


def _days(rules: Sequence[Rule], calendar: Calendar, first: date, last: date) -> dict[date, _Day]:
    """Return what is on by day."""
    found: dict[date, list[Occurrence]] = {}
    for one in expand_all(rules, calendar, first, last):
        if one.state == "on":
            found.setdefault(one.day, []).append(one)
    return {
        day: _Day(tuple(dict.fromkeys(map(_clock, there))), any(one.doubt is not None for one in there))
        for day, there in found.items()
    }


def _clock(one: Occurrence) -> str:
    """The time of an occurrence by the clock on the wall."""
    if one.start is None:
        return ""
    end = one.end.time() if one.end else None
    later = bool(one.end and one.end.date() > one.start.date())
    return time_text(TimeRange(one.start.time(), end, later))
