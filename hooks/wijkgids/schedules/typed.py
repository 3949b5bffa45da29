"""A rule the way people type it under `wanneer`: the way back from values to words."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from .clock import TimeRange
from .closures import FEASTS, SCHOOL_BREAKS, Closure
from .every import write_every
from .rule import OnHoliday, Rule
from .words import MONTH_NAMES, join_and

Fields = dict[str, object]  # the keys of one item of `wanneer`, with values as a record holds them

ON_HOLIDAY_WORDS: Final[dict[OnHoliday, str]] = {
    "skip": "vervalt",
    "week-later": "week later",
    "go-on": "gaat door",
}


def typed_rule(rule: Rule) -> Fields:
    """Return the keys and values that `parse_rule` reads as the same rule, in the order of `KEYS`."""
    fields: Fields = {}
    if rule.every:
        fields["elke"] = write_every(rule.every)
    if rule.dates:
        fields["op"] = str(rule.dates[0]) if len(rule.dates) == 1 else [str(day) for day in rule.dates]
    if rule.time:
        fields["tijd"] = typed_time(rule.time)
    if rule.first:
        fields["vanaf"] = str(rule.first)
    if rule.last:
        fields["tot"] = str(rule.last)
    if rule.closures:
        fields["niet"] = [typed_closure(closure) for closure in rule.closures]
    if rule.on_holiday:
        fields["bij_feestdag"] = ON_HOLIDAY_WORDS[rule.on_holiday]
    if rule.cancelled:
        fields["afgelast"] = [
            {"op": str(item.day), "waarom": item.reason} if item.reason else str(item.day) for item in rule.cancelled
        ]
    if rule.moved:
        fields["verplaatst"] = [
            {"van": str(move.origin), "naar": str(move.to)} | ({"tijd": typed_time(move.time)} if move.time else {})
            for move in rule.moved
        ]
    if rule.note:
        fields["let_op"] = rule.note
    return fields


def typed_time(time: TimeRange) -> str:
    """Return "10:00-12:00", "20:00-24:00" for until midnight, or only the start."""
    start = f"{time.start:%H:%M}"
    if time.end is None:
        return start
    end = f"{time.end:%H:%M}"
    return f"{start}-{'24:00' if time.past_midnight and end == '00:00' else end}"


def typed_closure(closure: Closure) -> str:
    """Return the words after `niet` that `parse_closure` reads as this closure."""
    match closure.kind:
        case "public":
            return "feestdagen"
        case "feast":
            return FEASTS[closure.name][0]
        case "school":
            return SCHOOL_BREAKS[closure.name][0]
        case "months":
            return _typed_months(closure.months)
        case "named":
            return closure.name
        case "dates":
            first, last = closure.first, closure.last
            return str(first) if first == last else f"{first} t/m {last}"


def _typed_months(months: tuple[int, ...]) -> str:
    """Return "juni t/m augustus" for a row of three and more, else their names."""
    follows = all(after == before % 12 + 1 for before, after in pairwise(months))
    if len(months) > 2 and follows and months[0] != months[-1] % 12 + 1:
        return f"{MONTH_NAMES[months[0] - 1]} t/m {MONTH_NAMES[months[-1] - 1]}"
    return join_and(MONTH_NAMES[month - 1] for month in months)
