"""The freshness ladder (design §6): fresh, *bel eerst*, sunk, archived. It never blocks publishing."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkgids.records.parts import Call, Check
from wijkgids.vocabulary import Kind


class Stage(StrEnum):
    """A rung of the ladder. sunk: at the foot of lists, off the sheets; archived: its page says where to go instead."""

    FRESH = "fresh"
    CALL = "call"
    SUNK = "sunk"
    ARCHIVED = "archived"


@dataclass(frozen=True)
class Freshness:
    """Where an entry stands. `due` is the first day on which its check is too old."""

    stage: Stage
    checked: date | None
    due: date | None

    @property
    def call_first(self) -> bool:
        """Whether *bel eerst* is shown."""
        return self.stage in (Stage.CALL, Stage.SUNK)


def freshness(check: Check | None, called: Call | None, kind: Kind, today: date) -> Freshness:
    """The stage on `today`: call first from the interval of the kind on, sunk from twice, archived from four times.

    An informal entry is archived only after a noted phone call since it sank. Never checked: call first, no more.
    """
    if check is None:
        return Freshness(Stage.CALL, None, None)
    due = months_later(check.on, kind.interval)
    if today < due:
        return Freshness(Stage.FRESH, check.on, due)
    if today < months_later(check.on, 2 * kind.interval):
        return Freshness(Stage.CALL, check.on, due)
    rung = months_later(check.on, 4 * kind.interval)
    tried = kind.formal or (called is not None and months_later(check.on, 2 * kind.interval) <= called.on <= today)
    return Freshness(Stage.ARCHIVED if today >= rung and tried else Stage.SUNK, check.on, due)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
