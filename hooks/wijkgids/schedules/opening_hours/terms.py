"""The words of opening_hours: days, months, feasts, and how a date, a span and a time are written."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Final

from ..clock import TimeRange

DAYS: Final = {1: "Mo", 2: "Tu", 3: "We", 4: "Th", 5: "Fr", 6: "Sa", 7: "Su"}
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# How the feasts of `closures.FEASTS` are written. King's Day is on 26 April where the 27th is a Sunday: no word for it.
FEASTS: Final = {
    "new-year": "Jan 01",
    "good-friday": "easter -2 days",
    "easter": "easter,easter +1 day",
    "easter-sunday": "easter",
    "easter-monday": "easter +1 day",
    "remembrance-day": "May 04",
    "liberation-day": "May 05",
    "ascension": "easter +39 days",
    "pentecost": "easter +49 days,easter +50 days",
    "pentecost-sunday": "easter +49 days",
    "pentecost-monday": "easter +50 days",
    "saint-nicholas": "Dec 05",
    "christmas-eve": "Dec 24",
    "christmas": "Dec 25-26",
    "christmas-day": "Dec 25",
    "boxing-day": "Dec 26",
    "new-years-eve": "Dec 31",
    "turn-of-year": "Dec 31-Jan 01",
    "christmas-to-new-year": "Dec 25-Jan 01",
}
# The same the other way: days after Easter Sunday, and days (month, day) of each year, the largest sets first.
EASTER_FEASTS: Final = {
    (0, 1): "easter",
    (49, 50): "pentecost",
    (-2,): "good-friday",
    (0,): "easter-sunday",
    (1,): "easter-monday",
    (39,): "ascension",
    (49,): "pentecost-sunday",
    (50,): "pentecost-monday",
}
YEARLY_FEASTS: Final = (
    ("christmas-to-new-year", frozenset({*((12, day) for day in range(25, 32)), (1, 1)})),
    ("christmas", frozenset({(12, 25), (12, 26)})),
    ("turn-of-year", frozenset({(12, 31), (1, 1)})),
    ("new-year", frozenset({(1, 1)})),
    ("remembrance-day", frozenset({(5, 4)})),
    ("liberation-day", frozenset({(5, 5)})),
    ("saint-nicholas", frozenset({(12, 5)})),
    ("christmas-eve", frozenset({(12, 24)})),
    ("christmas-day", frozenset({(12, 25)})),
    ("boxing-day", frozenset({(12, 26)})),
    ("new-years-eve", frozenset({(12, 31)})),
)


def day_text(day: date) -> str:
    """Return "2026 Dec 05"."""
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02d}"


def dates_text(days: Iterable[date]) -> str:
    """Return "2026 Dec 05,2027 Jan 09"."""
    return ",".join(map(day_text, days))


def span_text(first: date, last: date) -> str:
    """Return "2026 Dec 24-2027 Jan 03", or one date."""
    return day_text(first) if first == last else f"{day_text(first)}-{day_text(last)}"


def months_text(months: Sequence[int]) -> str:
    """Return "Jul-Aug", "Nov-Feb" over the end of the year, "Mar,Jul-Aug"."""
    chosen = sorted(set(months))
    if len(chosen) == 12:
        return "Jan-Dec"
    runs: list[list[int]] = []
    for month in chosen:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    if len(runs) > 1 and runs[0][0] == 1 and runs[-1][-1] == 12:
        runs = [*runs[1:-1], [*runs[-1], *runs[0]]]
    return ",".join(MONTHS[run[0] - 1] + (f"-{MONTHS[run[-1] - 1]}" if len(run) > 1 else "") for run in runs)


def days_text(days: Iterable[int]) -> str:
    """Return "Mo-Th", "Mo,We,Fr": a row of three and more with a dash."""
    runs: list[list[int]] = []
    for day in sorted(set(days)):
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        f"{DAYS[run[0]]}-{DAYS[run[-1]]}" if len(run) > 2 else ",".join(DAYS[day] for day in run) for run in runs
    )


def time_text(clock: TimeRange) -> str:
    """Return "09:00-17:00", "20:00-24:00", or "19:30+" where the end is not known."""
    if clock.end is None:
        return f"{clock.start:%H:%M}+"
    end = "24:00" if clock.past_midnight and clock.end == time(0) else f"{clock.end:%H:%M}"
    return f"{clock.start:%H:%M}-{end}"


def month_length(month: int) -> int:
    """Return the days of a month; February has 29, so that its last day is in it each year."""
    return calendar.monthrange(2000, month)[1]
