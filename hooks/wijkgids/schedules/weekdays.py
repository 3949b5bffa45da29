"""The weekdays of a rule as values, and written down as a phrase that is read back as the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from .phrases import Parity
from .words import ALL_DAYS, DAY_NAMES, NUMBERS, ORDINAL_NAMES, PartOfDay, join_and

# What is read in the usual way, though some people mean something else by it:
# rank: "elke 2e dinsdag" is every other Tuesday to some; part: "dinsdag en donderdagmiddag" is all Tuesday to some.
Doubt: TypeAlias = Literal["rank", "part"]


@dataclass(frozen=True)
class Pattern:
    """Weekdays (ISO, Monday is 1) and which ones of the month: 1 to 5, -1 the last, -2 the last but one; () is all."""

    days: tuple[int, ...]
    nth: tuple[int, ...] = ()


@dataclass(frozen=True)
class Every:
    """What `elke` says. `interval` counts weeks; `parity` is of the ISO week number; `part` is the word, not a time.

    `doubts` are of the phrase, not of the days: two phrases for the same days are equal.
    """

    patterns: tuple[Pattern, ...]
    interval: int = 1
    parity: Parity | None = None
    part: PartOfDay | None = None
    doubts: tuple[Doubt, ...] = field(default=(), compare=False)

    @property
    def days(self) -> tuple[int, ...]:
        """All weekdays that occur (ISO numbers, ascending)."""
        return tuple(sorted({day for pattern in self.patterns for day in pattern.days}))

    @property
    def monthly(self) -> bool:
        """Whether the days are counted within the month."""
        return any(pattern.nth for pattern in self.patterns)


_WEEKS: Final = {number: word for word, number in NUMBERS.items()}


def write_every(every: Every) -> str:
    """Return the plain Dutch phrase that `parse_every` reads back as the same `Every`."""
    before = {"even": "even weken ", "odd": "oneven weken ", None: ""}[every.parity]
    if every.interval > 1:
        before = "om de week " if every.interval == 2 else f"om de {_WEEKS[every.interval]} weken "
    return before + join_and(group for pattern in every.patterns for group in _write(pattern, every.part or ""))


def _write(pattern: Pattern, suffix: str) -> list[str]:
    days = [DAY_NAMES[day] + suffix for day in pattern.days]
    if pattern.nth:
        return [f"{join_and(ORDINAL_NAMES[n] for n in pattern.nth)} {day}" for day in days]
    if pattern.days == ALL_DAYS:
        return [suffix or "dag"]
    if len(days) > 2 and pattern.days[-1] - pattern.days[0] == len(days) - 1:
        return [f"{DAY_NAMES[pattern.days[0]]} t/m {days[-1]}"]
    return days
