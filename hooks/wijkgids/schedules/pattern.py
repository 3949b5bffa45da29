"""From a rule to the days it names, before any calendar of holidays and closures is asked."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from .every import Every, Pattern
from .rule import Rule


def rule_days(rule: Rule, first: date, last: date) -> Iterator[date]:
    """Yield the days of a rule from `first` to `last` (inclusive), ascending, within its own `vanaf` and `tot`."""
    first = max(first, rule.first) if rule.first else first
    last = min(last, rule.last) if rule.last else last
    if first > last:
        return
    if rule.every is None:
        yield from (day for day in rule.dates if first <= day <= last)
    elif rule.every.monthly:
        yield from _monthly(rule.every.patterns, first, last)
    else:
        yield from _weekly(rule.every, rule.first, first, last)


def nth_day(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the nth ISO weekday of a month (-1 is the last); None where the month has no fifth."""
    starts_on, length = _month(year, month)
    if nth > 0:
        day = 1 + (weekday - starts_on) % 7 + 7 * (nth - 1)
    else:
        ends_on = (starts_on + length - 2) % 7 + 1
        day = length - (ends_on - weekday) % 7 + 7 * (nth + 1)
    return date(year, month, day) if 1 <= day <= length else None


def fits(rule: Rule, day: date) -> bool:
    """Return whether the weekday, the rank in the month, the parity or the date of a day fits the rule."""
    if rule.every is None:
        return day in rule.dates
    every = rule.every
    if every.parity and is_odd(day) != (every.parity == "odd"):
        return False
    for pattern in every.patterns:
        if day.isoweekday() in pattern.days and (
            not pattern.nth or any(nth_day(day.year, day.month, day.isoweekday(), nth) == day for nth in pattern.nth)
        ):
            return True
    return False


def is_odd(day: date) -> bool:
    """Return whether the ISO week of a day has an odd number. Week 53 and the week 1 after it are both odd."""
    return day.isocalendar().week % 2 == 1


def first_monday(every: Every, start: date) -> int:
    """Return the ordinal of the Monday from which "om de week" counts: of the first fitting day from `start` on."""
    ahead = min((weekday - start.isoweekday()) % 7 for weekday in every.days)
    day = start.toordinal() + ahead
    return day - (day - 1) % 7


def _weekly(every: Every, start: date | None, first: date, last: date) -> Iterator[date]:
    # Ordinal 1 is a Monday. Whole numbers, not dates: this loop runs for every record of a guide.
    begin, end = first.toordinal(), last.toordinal()
    monday = begin - (begin - 1) % 7
    if every.interval > 1 and start:
        monday -= (monday - first_monday(every, start)) // 7 % every.interval * 7
    for week in range(monday, end + 1, 7 * every.interval):
        days = [week + weekday - 1 for weekday in every.days if begin <= week + weekday - 1 <= end]
        # All days of an ISO week share its number.
        if days and (every.parity is None or is_odd(date.fromordinal(days[0])) == (every.parity == "odd")):
            yield from map(date.fromordinal, days)


def _monthly(patterns: tuple[Pattern, ...], first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        days = {nth_day(year, month, day, nth) for pattern in patterns for day in pattern.days for nth in pattern.nth}
        yield from sorted(day for day in days if day and first <= day <= last)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


@lru_cache(maxsize=512)
def _month(year: int, month: int) -> tuple[int, int]:
    """Return the ISO weekday of the first of a month, and its length in days."""
    weekday, length = calendar.monthrange(year, month)
    return weekday + 1, length
