"""What one rule of `wanneer` says, as values. `read` makes them from what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from .clock import TimeRange
from .closures import Closure
from .every import Every

OnHoliday: TypeAlias = Literal["skip", "week-later", "go-on"]


@dataclass(frozen=True)
class Cancelled:
    """One date on which it does not happen, with the reason in the contributor's words, if given."""

    day: date
    reason: str | None = None


@dataclass(frozen=True)
class Moved:
    """One date that is held on another day; `time` is None when the hour stays the same."""

    origin: date
    to: date
    time: TimeRange | None = None


@dataclass(frozen=True)
class Rule:
    """When something is. Either `every` or `dates` says on which days; `first` and `last` are inclusive.

    `on_holiday` is None where the record does not say what happens on a public holiday: that is not known, not "it goes
    on".
    """

    every: Every | None = None
    dates: tuple[date, ...] = ()
    time: TimeRange | None = None
    first: date | None = None
    last: date | None = None
    closures: tuple[Closure, ...] = ()
    on_holiday: OnHoliday | None = None
    cancelled: tuple[Cancelled, ...] = ()
    moved: tuple[Moved, ...] = ()
    note: str | None = None
