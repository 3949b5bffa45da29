"""What a rule says, taken apart so that a sentence can be made of it in any language: numbers and names, no words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Final, Literal, TypeAlias

from .closures import Closure
from .phrases import Parity
from .rule import OnHoliday, Rule
from .words import ALL_DAYS, WEEKEND, WORKING_DAYS, PartOfDay

How: TypeAlias = Literal["weekly", "monthly", "dates"]
DaySet: TypeAlias = Literal["all", "working", "weekend"]

_SETS: Final[dict[tuple[int, ...], DaySet]] = {ALL_DAYS: "all", WORKING_DAYS: "working", WEEKEND: "weekend"}


@dataclass(frozen=True)
class Days:
    """Weekdays of one rank: "1e en 3e woensdag" is days (3,), nth (1, 3); nth () is every one.

    `days` are ISO numbers. `whole` names a set that has a word of its own, `runs` are the first and last of days that
    follow each other ("maandag t/m donderdag" is ((1, 4),)): a single day is a run of itself, two days are two runs.
    """

    days: tuple[int, ...]
    nth: tuple[int, ...]
    whole: DaySet | None
    runs: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Description:
    """All that a sentence about a rule needs.

    `how`: weekly (see `interval` in weeks and `parity` of the ISO week), monthly (see nth of `days`), or `dates`.
    Times are local; `end` None is an unknown end, `start` None is all day or at any time. `from_` and `until` are
    inclusive.
    """

    how: How
    days: tuple[Days, ...]
    interval: int
    parity: Parity | None
    part: PartOfDay | None
    dates: tuple[date, ...]
    start: time | None
    end: time | None
    past_midnight: bool
    from_: date | None
    until: date | None
    closures: tuple[Closure, ...]
    on_holiday: OnHoliday | None
    note: str | None


def describe(rule: Rule) -> Description:
    """Return what a rule says, without words of any language."""
    every, clock = rule.every, rule.time
    patterns = every.patterns if every else ()
    return Description(
        how="dates" if every is None else "monthly" if every.monthly else "weekly",
        days=tuple(Days(p.days, p.nth, None if p.nth else _SETS.get(p.days), _runs(p.days)) for p in patterns),
        interval=every.interval if every else 1,
        parity=every.parity if every else None,
        part=every.part if every else None,
        dates=rule.dates,
        start=clock.start if clock else None,
        end=clock.end if clock else None,
        past_midnight=bool(clock and clock.past_midnight),
        from_=rule.first,
        until=rule.last,
        closures=rule.closures,
        on_holiday=rule.on_holiday,
        note=rule.note,
    )


def _runs(days: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and day == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    # "maandag t/m dinsdag" is longer than "maandag en dinsdag".
    return tuple(
        piece
        for first, last in runs
        for piece in (((first, last),) if last - first != 1 else ((first, first), (last, last)))
    )
