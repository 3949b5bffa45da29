"""From a rule to dated times ("keren") in Europe/Amsterdam."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal, TypeAlias
from zoneinfo import ZoneInfo

from wijkgids.schedules import Rule, TimeRange, fits, rule_days

from .closed import Calendar, blind_spots, is_closed, is_public_holiday

State: TypeAlias = Literal["on", "cancelled", "moved"]
Doubt: TypeAlias = Literal["holiday", "unknown"]

ZONE: Final = ZoneInfo("Europe/Amsterdam")
_WEEK: Final = timedelta(days=7)
# "A week later" may meet a holiday again (25 December, 1 January), so it is tried up to this many times.
_MOST_WEEKS: Final = 3
_STEP: Final = timedelta(days=35)


@dataclass(frozen=True)
class Occurrence:
    """One time that something is, or was to be.

    `day` is the local day on which it starts; `start` and `end` are aware (Europe/Amsterdam), None where not known.
    State `moved` is a day it was moved away from, with `moved_to`; the day it is held on is `on`, with `moved_from`.
    `reason` is the contributor's. `doubt` says why it may not be on after all: `holiday` (a public holiday, and the
    record does not say what happens then) or `unknown` (a closure of which the dates are not known): show it as not
    certain, never as certain.
    """

    day: date
    start: datetime | None
    end: datetime | None
    state: State = "on"
    reason: str | None = None
    moved_to: date | None = None
    moved_from: date | None = None
    doubt: Doubt | None = None


def expand(rule: Rule, calendar: Calendar, first: date, last: date) -> list[Occurrence]:
    """Return the times of a rule that start from `first` to `last` (inclusive), sorted, with cancelled and moved ones.

    Days that a closure takes away are not there at all; a day that people cancelled or moved by hand is, closed or not.
    `bij_feestdag: week later` moves by seven days, and again while that is a public holiday; it lapses where the new
    day is closed, past `tot`, or one of the rule's own days, on which it is held anyway.
    """
    return merge(_times(rule, calendar, first, last))


def expand_all(rules: Iterable[Rule], calendar: Calendar, first: date, last: date) -> list[Occurrence]:
    """Return the times of more rules in one list, sorted, each time once. The order of the rules does not matter."""
    return merge(found for rule in rules for found in _times(rule, calendar, first, last))


def next_dates(
    rules: Iterable[Rule], calendar: Calendar, today: date, count: int, horizon_days: int = 400
) -> list[Occurrence]:
    """Return the first `count` times that are on, from `today` on, looking at most `horizon_days` ahead."""
    rules = list(rules)
    found: list[Occurrence] = []
    last = today + timedelta(days=horizon_days)
    while rules and today <= last and len(found) < count:
        until = min(today + _STEP - timedelta(days=1), last)
        found += [at for at in expand_all(rules, calendar, today, until) if at.state == "on"]
        today = until + timedelta(days=1)
    return found[:count]


def merge(times: Iterable[Occurrence]) -> list[Occurrence]:
    """Return times sorted by day and hour; of those with the same start and end only one is kept.

    What somebody wrote by hand wins: cancelled, then held here instead of elsewhere, then moved away, then as usual.
    """
    kept: dict[tuple[date, datetime | None, datetime | None], Occurrence] = {}
    for found in times:
        key = (found.day, found.start, found.end)
        if key not in kept or _weight(found) < _weight(kept[key]):
            kept[key] = found
    return sorted(kept.values(), key=_place)


def _weight(found: Occurrence) -> tuple[int, bool, bool, str, date, date]:
    rank = 0 if found.state == "cancelled" else 1 if found.moved_from else 2 if found.state == "moved" else 3
    nothing = date.max
    return (
        rank,
        found.doubt is not None,
        found.reason is None,
        found.reason or "",
        found.moved_from or nothing,
        found.moved_to or nothing,
    )


def _place(found: Occurrence) -> tuple[date, bool, datetime, bool, datetime]:
    """All day stands before the hours of a day."""
    none = datetime.max.replace(tzinfo=UTC)
    return (found.day, found.start is not None, found.start or none, found.end is not None, found.end or none)


def _times(rule: Rule, calendar: Calendar, first: date, last: date) -> Iterator[Occurrence]:
    cancelled = {item.day: item.reason for item in rule.cancelled}
    moved = {move.origin: move for move in rule.moved}
    spots = blind_spots(rule, calendar, first, last) if rule.closures else []
    # A day before the period may be held a week later, within it.
    begin = first - _MOST_WEEKS * _WEEK if rule.on_holiday == "week-later" else first

    def held(day: date, clock: TimeRange | None, origin: date | None = None, doubt: Doubt | None = None) -> Occurrence:
        start, end = moments(day, clock)
        if day in cancelled and (origin is not None or day not in moved):
            return Occurrence(day, start, end, "cancelled", cancelled[day], moved_from=origin)
        return Occurrence(day, start, end, moved_from=origin, doubt=doubt)

    for day in rule_days(rule, begin, last):
        inside = day >= first
        if day in moved:
            if inside:
                yield Occurrence(day, *moments(day, rule.time), "moved", moved_to=moved[day].to)
            continue
        if day in cancelled:
            if inside:
                yield held(day, rule.time)
            continue
        doubt: Doubt | None = None
        if is_public_holiday(calendar, day):
            if rule.on_holiday == "skip":
                continue
            if rule.on_holiday == "week-later":
                if later := _week_later(rule, calendar, day):
                    if inside:
                        yield Occurrence(day, *moments(day, rule.time), "moved", moved_to=later)
                    if first <= later <= last:
                        yield held(later, rule.time, day)
                continue
            if rule.on_holiday is None and rule.every is not None:
                doubt = "holiday"
        if inside and not is_closed(rule.closures, calendar, day):
            if any(spot.first <= day <= spot.last for spot in spots):
                doubt = "unknown"
            yield held(day, rule.time, doubt=doubt)
    for move in rule.moved:
        if first <= move.to <= last:
            yield held(move.to, move.time or rule.time, move.origin)


def _week_later(rule: Rule, calendar: Calendar, day: date) -> date | None:
    for _ in range(_MOST_WEEKS):
        day += _WEEK
        if not is_public_holiday(calendar, day):
            break
    else:
        return None
    if is_closed(rule.closures, calendar, day) or (rule.last and day > rule.last):
        return None
    return None if _is_own_day(rule, day) else day


def _is_own_day(rule: Rule, day: date) -> bool:
    return fits(rule, day) and next(rule_days(rule, day, day), None) is not None


def moments(day: date, clock: TimeRange | None) -> tuple[datetime | None, datetime | None]:
    """Return the start and end of a time range on a day, aware, by the clock on the wall in Amsterdam.

    An hour that the spring night skips is the moment after the gap, as RFC 5545 (3.3.5) reads it: 02:30 becomes 03:30.
    In the autumn night the first of the two hours counts. An end stays after its start.
    """
    if clock is None:
        return None, None
    start = _moment(day, clock.start)
    if clock.end is None:
        return start, None
    end = _moment(day + timedelta(days=1) if clock.past_midnight else day, clock.end)
    if end <= start and clock.minutes:
        end = (start.astimezone(UTC) + timedelta(minutes=clock.minutes)).astimezone(ZONE)
    return start, end


def _moment(day: date, clock: time) -> datetime:
    moment = datetime.combine(day, clock, ZONE)
    # Only the hour from 02:00 to 03:00 is ever skipped: going by UTC and back is slow.
    return moment.astimezone(UTC).astimezone(ZONE) if clock.hour == 2 else moment
