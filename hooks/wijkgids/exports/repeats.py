"""Rules for time as what repeats (RFC 5545): one repetition per rule, and by itself what no repetition says.

Together they are exactly the times that are on. A moved day, loose dates, even weeks, a day that is not certain, a
clock that the spring night lacks: each is a time of its own, never a repetition that lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from wijkgids.occurrences import Calendar, Occurrence, expand, expand_all
from wijkgids.schedules import Rule, rrule, rule_days

ZONE = ZoneInfo("Europe/Amsterdam")
Moment = date | datetime


@dataclass(frozen=True)
class Repeat:
    """A time, and how it repeats: `rrule` is None for one that does not; `but` are the days or moments that are not.

    `mark` tells it from the others of an activity, and stays the same from day to day.
    """

    first: Occurrence
    mark: str
    rrule: str | None = None
    but: tuple[Moment, ...] = ()


def repeats(rules: Sequence[Rule], calendar: Calendar, first: date, last: date) -> Iterator[Repeat]:
    """Yield what is on from `first` to `last` (inclusive); what two rules say both is there once."""
    on = {_key(one): one for one in expand_all(rules, calendar, first, last) if one.state == "on"}
    marks: Counter[str] = Counter()
    for rule in rules:
        # As the whole list has it: a rule may be certain of a day that another leaves in doubt.
        own = [on.pop(_key(one), None) for one in expand(rule, calendar, first, last)]
        for made in _of_rule(rule, [one for one in own if one], last):
            # Two rules with the same words and other closures are two repetitions.
            marks[made.mark] += 1
            yield replace(made, mark=f"{made.mark}/{marks[made.mark]}") if marks[made.mark] > 1 else made


def properties(rules: Sequence[Rule], calendar: Calendar, first: date, last: date) -> list[str]:
    """The same as lines of iCalendar, unfolded: DTSTART, RRULE and EXDATE of each repetition, RDATE for the rest."""
    lines, loose = [], []
    for one in repeats(rules, calendar, first, last):
        moment = one.first.start or one.first.day
        if one.rrule is None:
            loose.append(moment)
            continue
        lines += [f"DTSTART{_written([moment])}", f"RRULE:{one.rrule}"]
        if one.but:
            lines.append(f"EXDATE{_written(one.but)}")
    for whole_day in (False, True):
        if days := sorted(moment for moment in loose if isinstance(moment, datetime) is not whole_day):
            lines.append(f"RDATE{_written(days)}")
    return lines


def _written(moments: Sequence[Moment]) -> str:
    """Parameters and value of a property with dates or local times (RFC 5545, 3.3.4 and 3.3.5)."""
    if isinstance(moments[0], datetime):
        return f";TZID={ZONE.key}:" + ",".join(f"{one:%Y%m%dT%H%M%S}" for one in moments)
    return ";VALUE=DATE:" + ",".join(f"{one:%Y%m%d}" for one in moments)


def _of_rule(rule: Rule, times: Sequence[Occurrence], last: date) -> Iterator[Repeat]:
    regular = {one.day: one for one in times if not one.moved_from and not one.doubt and _usual(one, rule)}
    text = rrule(replace(rule, last=min(last, rule.last or last)))
    if text is None or not regular:
        yield from map(_single, times)
        return
    start = min(regular)
    named = set(rule_days(rule, start, last))
    repeated = {one for day, one in regular.items() if day in named}
    if len(repeated) < 2:
        yield from map(_single, times)
        return
    but = sorted(named - {one.day for one in repeated})
    clock = f"{rule.time.start}/{rule.time.end}" if rule.time else "day"
    yield Repeat(
        regular[start],
        f"{text.split(';UNTIL')[0]}/{clock}/{rule.first}",
        text,
        tuple(datetime.combine(day, rule.time.start, ZONE) if rule.time else day for day in but),
    )
    yield from map(_single, (one for one in times if one not in repeated))


def _usual(one: Occurrence, rule: Rule) -> bool:
    """Whether it is at the clock of its rule: a moved one may not be, nor one in the hour that a spring night lacks."""
    return _walls((one.start, one.end)) == ([rule.time.start, rule.time.end] if rule.time else [None, None])


def _walls(moments: Iterable[datetime | None]) -> list[object]:
    return [moment.replace(tzinfo=None, fold=0).time() if moment else None for moment in moments]


def _single(one: Occurrence) -> Repeat:
    return Repeat(one, "/".join(str(moment.isoformat()) for moment in (one.start or one.day, one.end) if moment))


def _key(one: Occurrence) -> tuple[date, datetime | None, datetime | None]:
    return (one.day, one.start, one.end)
