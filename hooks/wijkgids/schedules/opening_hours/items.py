"""What was read so far: days with a time, and what a later rule takes away from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, TypeAlias

from ..clock import TimeRange
from ..closures import Closure
from ..pattern import fits
from ..phrases import Parity
from ..refusal import Refused, quote
from ..rule import OnHoliday, Rule
from ..weekdays import Every, Pattern
from .parse import EVERY_DAY, Days, Osm
from .refusals import cannot
from .terms import EASTER_FEASTS, YEARLY_FEASTS
from .when import When

Ranked: TypeAlias = tuple[tuple[int, tuple[int, ...]], ...]  # weekday and its ranks in the month, () is all

PUBLIC: Final = Closure("public")
SCHOOL: Final = Closure("school", "all")
_RANKS: Final = frozenset({1, 2, 3, 4, 5})


@dataclass(frozen=True)
class Item:
    """Days with one time, None if it is not known: regular ones (`days`), or `dates`."""

    time: TimeRange | None
    days: Ranked = ()
    dates: tuple[date, ...] = ()
    parity: Parity | None = None
    first: date | None = None
    last: date | None = None
    closures: tuple[Closure, ...] = ()
    on_holiday: OnHoliday | None = None

    @property
    def reach(self) -> tuple[date, date]:
        """The first and last day it can be on."""
        return self.first or date.min, self.last or date.max


def without(item: Item, osm: Osm) -> list[Item]:
    """Return an item without the days of a later rule."""
    if item.dates:
        return _without_dates(item, osm)
    if not osm.when:
        return _without_days(item, osm)
    if all(when.first and (item.reach[1] < when.first or (when.last or date.max) < item.reach[0]) for when in osm.when):
        return [item]
    if osm.parity:
        each, other = _by_week(item, osm)
        always = replace(osm, parity=None)
        return [*other, *(one for kept in each for one in without(kept, always))]
    kept = [item]
    for when in osm.when:
        if when.first and when.last is None:
            kept = [one for each in kept for one in _until(each, osm, when.first - timedelta(days=1))]
    already = {month for closure in item.closures for month in closure.months}
    closed = tuple(
        closure
        for closure in closures_of(osm)
        if not (closure.months and already.issuperset(closure.months)) and not _outside(closure, item)
    )
    return [one for each in kept for one in shut(each, osm, closed)] if closed else kept


def closures_of(osm: Osm) -> tuple[Closure, ...]:
    """Return the holidays, months and dates of a rule as closures of a record."""
    found = [PUBLIC if name == "PH" else SCHOOL for name in osm.holidays]
    months = tuple(dict.fromkeys(month for when in osm.when for month in when.months))
    if months:
        found.append(Closure("months", months=months))
    found += [Closure("dates", first=when.first, last=when.last) for when in osm.when if when.first and when.last]
    return (*found, *_yearly(osm), *_from_easter(osm))


def shut(item: Item, osm: Osm, closed: tuple[Closure, ...]) -> list[Item]:
    """Return an item with closures on the days of a rule."""
    if item.dates:
        if osm.days is not None:
            raise order(item, osm)
        return [replace(item, closures=(*item.closures, *closed))]
    inside, outside = split(item, osm)
    found = []
    if inside:
        # What closes wins from what goes on.
        on_holiday = None if PUBLIC in closed else item.on_holiday
        closures = tuple(dict.fromkeys((*item.closures, *closed)))
        found.append(replace(item, days=inside, closures=closures, on_holiday=on_holiday))
    if outside:
        found.append(replace(item, days=outside))
    return found


def split(item: Item, osm: Osm) -> tuple[Ranked, Ranked]:
    """Return the days of an item that are among those of a rule, and its other days."""
    days = osm.days or EVERY_DAY
    inside: Days = {}
    outside: Days = {}
    for day, nth in item.days:
        if day not in days:
            outside[day] = nth
        elif days[day] == () or (nth and set(nth) <= set(days[day])):
            inside[day] = nth
        else:
            _share(osm, day, nth, days[day], inside, outside)
    return ranked(inside), ranked(outside)


def ranked(days: Days) -> Ranked:
    """Return days in the order of the week."""
    return tuple(sorted(days.items()))


def everys(days: Ranked, parity: Parity | None) -> list[Every]:
    """Return days as what `elke` says: weekly ones and those of the month apart."""
    plain = tuple(day for day, nth in days if not nth)
    monthly = tuple(Pattern((day,), nth) for day, nth in days if nth)
    found = [Every((Pattern(plain),), parity=parity)] if plain else []
    return [*found, *([Every(monthly)] if monthly else [])]


def order(item: Item, osm: Osm) -> Refused:
    """Return the refusal of a loose date before what may be on it."""
    cure = "Zet losse datums achteraan, achter wat er anders op die dag is."
    return Refused("osm-volgorde", quote(f"{item.dates[0]}; {osm.text}"), "losse datums achteraan", cure)


def hidden(osm: Osm) -> Refused:
    """Return the refusal of a rule that leaves nothing of an earlier one."""
    cure = "Wat na “;” staat, vervangt wat ervoor staat. Gelden ze allebei? Schrijf een komma: 09:00-12:00,13:00-17:00."
    return Refused("osm-overschreven", quote(osm.text), "een later stuk dat niet alles vervangt", cure)


def _outside(closure: Closure, item: Item) -> bool:
    first, last = item.reach
    return closure.first is not None and closure.last is not None and (closure.first > last or closure.last < first)


def _until(item: Item, osm: Osm, last: date) -> list[Item]:
    inside, outside = split(item, osm)
    if not inside or item.reach[1] <= last:
        return [item]
    if item.reach[0] > last:
        raise hidden(osm)
    rest = [replace(item, days=outside)] if outside else []
    return [replace(item, days=inside, last=last), *rest]


def _yearly(osm: Osm) -> list[Closure]:
    """Return days of each year as feasts with a name: a record knows no other dates without a year."""
    found = []
    left = {day for when in osm.when for day in when.yearly}
    for name, feast in YEARLY_FEASTS:
        if feast <= left:
            found.append(Closure("feast", name))
            left -= feast
    if left:
        cure = "Een datum zonder jaar kan alleen voor een dag met een naam, zoals eerste kerstdag. Zet het jaar erbij."
        raise cannot(quote(osm.text), cure)
    return found


def _from_easter(osm: Osm) -> list[Closure]:
    found = []
    left = {offset for when in osm.when for offset in when.easter}
    for feast, name in EASTER_FEASTS.items():
        if left.issuperset(feast):
            found.append(Closure("feast", name))
            left.difference_update(feast)
    if left:
        raise cannot(quote(osm.text), "Deze dag heeft geen naam in de gids. Zet de datum bij niet, met het jaar.")
    return found


def _by_week(item: Item, osm: Osm) -> tuple[list[Item], list[Item]]:
    """Return an item in the weeks of a rule, and in the other weeks; days that are not of the rule are in the last."""
    if item.parity and item.parity != osm.parity:
        return [], [item]
    inside, outside = split(item, osm)
    if not inside:
        return [], [item]
    rest = [replace(item, days=outside)] if outside else []
    if item.parity:
        return [replace(item, days=inside)], rest
    if any(nth for _, nth in inside):
        raise cannot(quote(osm.text), "De zoveelste dag van de maand in even weken kan de gids niet zeggen.")
    other = replace(item, days=inside, parity="odd" if osm.parity == "even" else "even")
    return [replace(item, days=inside, parity=osm.parity)], [*rest, other]


def _without_days(item: Item, osm: Osm) -> list[Item]:
    if osm.parity:
        inside, outside = _by_week(item, osm)
    else:
        gone, left = split(item, osm)
        inside, outside = ([item] if gone else []), ([replace(item, days=left)] if left else [])
    if inside and not outside:
        raise hidden(osm)
    return outside


def _without_dates(item: Item, osm: Osm) -> list[Item]:
    """Return loose dates as they are, if a later rule is on none of them."""
    rules = [Rule(every=every) for every in everys(ranked(osm.days or EVERY_DAY), osm.parity)]
    for day in item.dates:
        inside = not osm.when or any(_holds(when, day) for when in osm.when)
        if inside and any(fits(rule, day) for rule in rules):
            raise order(item, osm)
    return [item]


def _holds(when: When, day: date) -> bool:
    if when.first:
        return when.first <= day and (when.last is None or day <= when.last)
    # Which day is Easter is not known here: any day may be.
    return day.month in when.months or (day.month, day.day) in when.yearly or bool(when.easter)


def _share(osm: Osm, day: int, nth: tuple[int, ...], other: tuple[int, ...], inside: Days, outside: Days) -> None:
    """Share the ranks of one weekday out over inside and outside."""
    mine = set(nth) or set(_RANKS)
    both = mine & set(other)
    if min(other) < 0 or min(mine) < 0:
        # Whether the last one is the fourth or the fifth differs from month to month; the third it never is.
        if not both and {*mine, *other} <= {1, 2, 3, -1}:
            outside[day] = nth
            return
        cure = "Alle behalve de laatste van de maand kan de gids niet zeggen. Zet die datums bij niet."
        raise cannot(quote(osm.text), cure)
    if both:
        inside[day] = tuple(sorted(both))
    if mine - both:
        outside[day] = tuple(sorted(mine - both))
