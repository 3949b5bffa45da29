"""Rules as opening_hours of OpenStreetMap: the same days, or nothing.

What has no words there gives None: an unknown time, "om de week", one school holiday, a closure of the guide's own,
King's Day, "a week later". Where the calendar is known, `exports.opening_hours` writes those as dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple

from ..clock import TimeRange
from ..closures import Closure
from ..phrases import Parity
from ..rule import Rule
from ..words import ALL_DAYS
from .by_hand import Hand, Unsayable, by_hand, is_on, is_shut
from .terms import FEASTS, dates_text, day_text, days_text, months_text, span_text, time_text

_WEEKS: Final[dict[Parity | None, str]] = {None: "", "even": "week 2-52/2", "odd": "week 1-53/2"}
ALL_MONTHS: Final = tuple(range(1, 13))
# The first day that a rule without `vanaf` is said to be from, where it must have one.
_EARLIEST: Final = date(2000, 1, 1)
_HOLIDAYS: Final = ("PH", "SH")
_RANKS: Final = (0, 1, 2, 3, 4, 5, -2, -1)


class _Reach(NamedTuple):
    """When in time a rule holds at all: first and last day, and the months it is open in."""

    first: date
    last: date
    months: tuple[int, ...]


class _Part(NamedTuple):
    """One rule of opening_hours: when in the year, on which days (weekday and ranks, () is all), at which times."""

    season: str
    week: str
    days: tuple[tuple[int, tuple[int, ...]], ...]
    times: tuple[TimeRange, ...]
    reach: _Reach

    def text(self, holiday: str = "") -> str:
        clocks = ",".join(map(time_text, self.times))
        return " ".join(filter(None, (self.season, self.week, holiday, self.day_text(), clocks)))

    def day_text(self) -> str:
        plain = [day for day, nth in self.days if not nth]
        ranked = [f"{days_text([day])}[{','.join(map(str, nth))}]" for day, nth in self.days if nth]
        return ",".join([*([days_text(plain)] if plain else []), *ranked])

    def meets(self, other: _Part) -> bool:
        """Whether both may hold on one day."""
        mine, theirs = self.reach, other.reach
        if mine.last < theirs.first or theirs.last < mine.first or set(mine.months).isdisjoint(theirs.months):
            return False
        if self.week and other.week and self.week != other.week:
            return False
        return any(
            day == another and not (_counted(nth) and _counted(ranks) and set(nth).isdisjoint(ranks))
            for day, nth in self.days
            for another, ranks in other.days
        )


def opening_hours(rules: Iterable[Rule]) -> str | None:
    """Return rules as a value of opening_hours, or None where it cannot say all of them as they are.

    What happens on a public holiday is left out where the record does not say it: not said is not known there too.
    Notes are left out.
    """
    rules = list(rules)
    for by_month in (False, True):
        try:
            return _write(rules, by_month) if rules else None
        except Unsayable:
            continue
    return None


def _write(rules: list[Rule], by_month: bool) -> str:
    """Return the value. With `by_month` rules with closed months are "Sep-Jun Mo-Fr …", else those close them all."""
    regular = [rule for rule in rules if rule.every]
    parts = _parts(regular, by_month)
    pieces = [part.text() for part in parts]
    text = ""
    for number, piece in enumerate(pieces):
        # Added where it may be on a day of an earlier one: it must not take its place.
        added = any(parts[number].meets(earlier) for earlier in parts[:number])
        text = f"{text}{', ' if added else '; '}{piece}" if text else piece
    closed = [_selectors(rule, by_month) for rule in regular]
    hand = by_hand(rules)
    if regular and not by_month and all(rule.on_holiday == "go-on" for rule in regular):
        if len(parts) == 1 and not parts[0].season and not parts[0].week and parts[0].day_text() == "Mo-Su":
            text = text.replace("Mo-Su", "Mo-Su,PH", 1)
        else:
            text += "".join(f"; {part.text('PH')}" for part in parts) if _apart(parts) else ""
    steps = [f"; {step}" for step in [*_closed(regular, closed, by_month), *_changed(rules, closed, hand)]]
    steps += _dates(rules, parts, hand)
    if not text:
        steps[0:1] = [steps[0][2:]] if steps else []
    whole = text + "".join(steps)
    if not whole:
        raise Unsayable
    return "24/7" if whole == "Mo-Su 00:00-24:00" else whole


def _apart(parts: Sequence[_Part]) -> bool:
    return not any(one.meets(other) for one, other in combinations(parts, 2))


def _parts(rules: Sequence[Rule], by_month: bool) -> list[_Part]:
    """Return the regular days: days with the same times together, in the order of the week."""
    times: dict[tuple[str, str, _Reach], dict[tuple[int, int], list[TimeRange]]] = {}
    for rule in rules:
        every = rule.every
        if every is None or every.interval > 1 or rule.time is None:
            raise Unsayable
        months = _open_months(rule) if by_month else ALL_MONTHS
        reach = _Reach(rule.first or date.min, rule.last or date.max, months)
        season = _season(rule)
        if months != ALL_MONTHS:
            if season:
                raise Unsayable
            season = months_text(months)
        place = times.setdefault((season, _WEEKS[every.parity], reach), {})
        for pattern in every.patterns:
            for day in pattern.days:
                # Rank 0 stands for every one.
                for nth in pattern.nth or (0,):
                    clocks = place.setdefault((day, nth), [])
                    if rule.time not in clocks:
                        clocks.append(rule.time)
    found = []
    for (season, week, reach), days in times.items():
        groups: dict[tuple[tuple[TimeRange, ...], bool], dict[int, list[int]]] = {}
        for day, nth in sorted(days, key=lambda one: (one[0], _RANKS.index(one[1]))):
            same = (tuple(sorted(days[day, nth], key=_clock_order)), nth == 0)
            groups.setdefault(same, {}).setdefault(day, []).append(nth)
        for (clocks_of, every_one), by_day in groups.items():
            entries = tuple((day, () if every_one else tuple(nth)) for day, nth in by_day.items())
            found.append(_Part(season, week, entries, clocks_of, reach))
    return found


def _clock_order(clock: TimeRange) -> tuple[str, str]:
    return (f"{clock.start:%H:%M}", time_text(clock))


def _season(rule: Rule) -> str:
    if rule.last:
        return span_text(rule.first or _EARLIEST, rule.last)
    return f"{day_text(rule.first)}+" if rule.first else ""


def _open_months(rule: Rule) -> tuple[int, ...]:
    shut = {month for closure in rule.closures for month in closure.months}
    if len(shut) == len(ALL_MONTHS):
        raise Unsayable
    return tuple(month for month in ALL_MONTHS if month not in shut)


def _selectors(rule: Rule, by_month: bool) -> frozenset[str]:
    """Return when a rule is closed, in the words of opening_hours."""
    if rule.on_holiday == "week-later":
        raise Unsayable
    found = {_selector(closure) for closure in rule.closures if not (by_month and closure.kind == "months")}
    return frozenset(found | {"PH"} if rule.on_holiday == "skip" else found)


def _selector(closure: Closure) -> str:
    if closure.kind == "public":
        return "PH"
    if closure.kind == "school" and closure.name == "all":
        return "SH"
    if closure.kind == "feast" and closure.name in FEASTS:
        return FEASTS[closure.name]
    if closure.kind == "months":
        return months_text(closure.months)
    if closure.kind == "dates" and closure.first and closure.last:
        return span_text(closure.first, closure.last)
    raise Unsayable


def _closed(rules: Sequence[Rule], closed: Sequence[frozenset[str]], by_month: bool) -> list[str]:
    """Return the rules that close: "Jul-Aug off", or only on the days and at the times of some of the rules."""
    names = list(dict.fromkeys(name for one in closed for name in sorted(one)))
    by_name = {name: frozenset(at for at, one in enumerate(closed) if name in one) for name in names}
    # The fullest one stands last, so that it wins on a day of two: right only if it closes all that the other closes.
    names.sort(key=lambda name: (len(by_name[name]), name in _HOLIDAYS, "2" in name[:1], name))
    days = [frozenset(rule.every.days) if rule.every else frozenset() for rule in rules]
    for first, second in combinations(names, 2):
        for day in ALL_DAYS:
            before, after = ({at for at in by_name[name] if day in days[at]} for name in (first, second))
            if after and not before <= after:
                raise Unsayable
    steps: list[str] = []
    for name in names:
        steps += _closed_by(name, rules, by_name[name], days, by_month)
    return steps


def _closed_by(
    name: str, rules: Sequence[Rule], shut: frozenset[int], days: Sequence[frozenset[int]], by_month: bool
) -> list[str]:
    others = [at for at in range(len(rules)) if at not in shut]
    if not others:
        return [f"{name} off"]
    left: dict[str, list[int]] = {}
    for day in sorted({day for at in shut for day in days[at]}):
        stay = [rules[at] for at in others if day in days[at]]
        if not all(_is_plain(rule, by_month) for rule in stay):
            raise Unsayable
        if name == "PH" and any(rule.on_holiday != "go-on" for rule in stay):
            raise Unsayable  # to name its times is to say that it goes on, and nobody said so
        left.setdefault(_clocks(rule.time for rule in stay if rule.time) or "off", []).append(day)
    return [f"{name} {days_text(on)} {clocks}" for clocks, on in left.items()]


def _is_plain(rule: Rule, by_month: bool) -> bool:
    """Whether a rule is each week of the whole year, so that days and times say it all."""
    every = rule.every
    if every is None or every.parity or every.monthly or rule.first or rule.last:
        return False
    return not (by_month and any(closure.months for closure in rule.closures))


def _changed(rules: Sequence[Rule], closed: Sequence[frozenset[str]], hand: Hand) -> list[str]:
    """Return the days on which something regular is cancelled or moved away, with what is still on."""
    regular = [rule for rule in rules if rule.every]
    off = hand.cancelled | hand.away
    still: dict[str, list[date]] = {}
    for day in sorted({day for day, _ in off}):
        on = [(rule, names) for rule, names in zip(regular, closed, strict=True) if is_on(rule, day)]
        clocks = []
        for rule, names in on:
            if rule.time is None or (day, rule.time) in off or is_shut(rule, day):
                continue
            not_known = "PH" in names or rule.on_holiday != "go-on"
            if not_known or any(closure.kind not in ("months", "dates") for closure in rule.closures):
                raise Unsayable  # whether it is on that day is for a calendar to say
            clocks.append(rule.time)
        if on:
            still.setdefault(_clocks(clocks) or "off", []).append(day)
    return [f"{dates_text(days)} {said}" for said, days in still.items()]


def _dates(rules: Sequence[Rule], parts: Sequence[_Part], hand: Hand) -> list[str]:
    """Return loose dates and days that something moved to. They are added: they take the place of nothing."""
    days: dict[date, list[TimeRange]] = {}
    for day, clock in hand.to:
        days.setdefault(day, []).append(clock)
    for rule in rules:
        if rule.every:
            continue
        if rule.time is None or rule.on_holiday == "week-later":
            raise Unsayable
        if rule.on_holiday == "skip" or any(closure.kind not in ("months", "dates") for closure in rule.closures):
            raise Unsayable
        for day in rule.dates:
            changed = (day, rule.time) in hand.cancelled | hand.away
            if is_on(rule, day) and not changed and not is_shut(rule, day):
                days.setdefault(day, []).append(rule.time)
    groups: dict[str, list[date]] = {}
    for day in sorted(days):
        groups.setdefault(_clocks(days[day]), []).append(day)
    return [f"{', ' if parts else '; '}{dates_text(on)} {clocks}" for clocks, on in groups.items()]


def _clocks(times: Iterable[TimeRange]) -> str:
    return ",".join(map(time_text, sorted(set(times), key=_clock_order)))


def _counted(nth: tuple[int, ...]) -> bool:
    """Whether ranks are all counted from the first: the last one may be any of the fourth and fifth."""
    return bool(nth) and min(nth) > 0
