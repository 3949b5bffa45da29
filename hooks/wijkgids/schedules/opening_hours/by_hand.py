"""What people changed by hand, and what is on one day, as far as that is known without a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..clock import TimeRange
from ..pattern import rule_days
from ..rule import Rule


class Unsayable(Exception):
    """Opening hours have no words for this."""


class Hand(NamedTuple):
    """What people changed by hand, as days with their times: as `occurrences.merge` weighs them, hand wins."""

    cancelled: frozenset[tuple[date, TimeRange]]
    away: frozenset[tuple[date, TimeRange]]
    to: tuple[tuple[date, TimeRange], ...]


def by_hand(rules: Iterable[Rule]) -> Hand:
    """Return what is cancelled and moved in all of the rules; raise `Unsayable` for one without a time."""
    cancelled, away, to = set(), set(), []
    for rule in rules:
        if rule.time is None:
            raise Unsayable
        off = {item.day for item in rule.cancelled}
        moved = {move.origin: move for move in rule.moved}
        cancelled |= {(day, rule.time) for day in off if day not in moved and is_on(rule, day)}
        away |= {(day, rule.time) for day in moved if is_on(rule, day)}
        for move in rule.moved:
            held = (move.to, move.time or rule.time)
            if move.to in off:
                cancelled.add(held)
            else:
                to.append(held)
    return Hand(frozenset(cancelled), frozenset(away), tuple(one for one in to if one not in cancelled))


def is_on(rule: Rule, day: date) -> bool:
    """Return whether a rule names a day, before its closures are asked."""
    return next(rule_days(rule, day, day), None) is not None


def is_shut(rule: Rule, day: date) -> bool:
    """Return whether a closure of months or dates holds."""
    return any(
        day.month in closure.months or bool(closure.first and closure.last and closure.first <= day <= closure.last)
        for closure in rule.closures
    )
