"""What opening hours mean, as the keys of `wanneer`: each rule takes the place of the earlier ones on its days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..closures import Closure
from ..read import parse_rule
from ..refusal import Refused, quote
from ..rule import Rule
from ..typed import Fields, typed_rule
from ..words import ALL_DAYS
from .items import PUBLIC, Item, closures_of, everys, order, ranked, shut, split, without
from .parse import EVERY_DAY, Osm, parse
from .refusals import WANTED, cannot
from .when import When


def read_opening_hours(text: str) -> tuple[list[Fields], list[Refused]]:
    """Return the items of `wanneer` that a value of opening_hours means, and what is refused of it.

    The list is empty as soon as anything is refused: what a record cannot say is not left out in silence.
    """
    try:
        items: list[Item] = []
        seen: list[Osm] = []
        for osm in parse(text):
            items = _then(items, osm, seen)
            seen.append(osm)
        rules = [rule for item in items for rule in _rules(item)]
        if not rules:
            cure = "Schrijf ook wanneer het open is, zoals Mo-Fr 09:00-17:00."
            raise Refused("osm-leeg", quote(text), WANTED, cure)
    except Refused as refusal:
        return [], [refusal]
    fields = [typed_rule(rule) for rule in rules]
    refusals = [refusal for one in fields for _, refusal in parse_rule(one)[1]]
    return ([] if refusals else fields), refusals


def _then(items: list[Item], osm: Osm, seen: Sequence[Osm]) -> list[Item]:
    """Return the items with one rule more."""
    if osm.off:
        return [one for item in items for one in _closed(item, osm)]
    if osm.only_holidays:
        kept = _kept(items, osm, seen)
        if kept is None:
            raise _other_times(osm)
        return kept
    if osm.holidays:
        # "Mo-Su,PH": those days, and all holidays.
        items = _then(items, replace(osm, holidays=()), seen)
        return _then(items, replace(osm, days=None, only_holidays=True, added=True), seen)
    if osm.when and not _are_dates(osm) and not osm.added and (kept := _kept(items, osm, seen)) is not None:
        return kept
    found = _items(osm)
    if not all(item.dates for item in found):
        _check_order(osm, seen)
    if not osm.added:
        items = [one for item in items for one in without(item, osm)]
    return [*items, *found]


def _items(osm: Osm) -> list[Item]:
    """Return what a rule with times says by itself: an item for each time and period of it."""
    days = ranked(osm.days or EVERY_DAY)
    if osm.parity and any(nth for _, nth in days):
        raise cannot(quote(osm.text), "De zoveelste dag van de maand in even weken kan de gids niet zeggen.")
    whole = [Item(time, days, parity=osm.parity) for time in osm.times or (None,)]
    if _are_dates(osm):
        dates = tuple(sorted({when.first for when in osm.when if when.first}))
        return [Item(item.time, dates=dates) for item in whole]
    months = tuple(month for when in osm.when for month in when.months)
    found = [replace(item, closures=_other_months(months)) for item in whole] if months else []
    for when in osm.when:
        if when.yearly or when.easter:
            cure = "Zet het jaar bij de datum. Is het een periode? Zet het begin bij vanaf en het eind bij tot."
            raise cannot(quote(osm.text), cure)
        if when.first:
            found += [replace(item, first=when.first, last=when.last) for item in whole]
    return found or whole


def _are_dates(osm: Osm) -> bool:
    """Whether a rule is about loose dates."""
    single = bool(osm.when) and all(when.first and when.first == when.last for when in osm.when)
    return single and osm.days is None and osm.parity is None


def _other_months(months: tuple[int, ...]) -> tuple[Closure, ...]:
    """Return the closure of all other months: a record says when it is not."""
    others = [month for month in range(1, 13) if month not in months]
    # From the first month after one that is open, so that "november t/m maart" is one row.
    start = next((at for at, month in enumerate(others) if (month + 10) % 12 + 1 in months), 0)
    return (Closure("months", months=tuple(others[start:] + others[:start])),) if others else ()


def _kept(items: list[Item], osm: Osm, seen: Sequence[Osm]) -> list[Item] | None:
    """Return the items where only some times of other days hold in a part of the year or on holidays, else None.

    "SH Tu 19:00-21:00" after "Tu 10:00-12:00,19:00-21:00" closes the first time in school holidays. "PH Mo-Fr
    09:00-17:00" after "Mo-Fr 09:00-17:00" says that it goes on.
    """
    times = set(osm.times)
    covered = [item for item in items if item.time in times and _covers(item, osm)]
    for day, nth in (osm.days or EVERY_DAY).items():
        if {item.time for item in covered if (day, nth) in item.days} != times:
            return None
    _check_kept(osm, seen)
    after: list[Item] = []
    for item in items:
        if item.dates and not osm.added:
            raise order(item, osm)
        inside, outside = split(item, osm)
        if not inside:
            after.append(item)
        elif item.time in times:
            public = "PH" in osm.holidays and item in covered and PUBLIC not in item.closures
            after.append(replace(item, days=inside, on_holiday="go-on" if public else item.on_holiday))
            after += [replace(item, days=outside)] if outside else []
        else:
            after += [item] if osm.added else shut(item, osm, closures_of(replace(osm, when=_region(osm))))
    return after


def _covers(item: Item, osm: Osm) -> bool:
    """Whether an item is on all days of a rule that are its weekdays: nothing has closed it before."""
    season = (item.first, item.last)
    if item.parity != osm.parity or item.closures:
        return False
    if not osm.only_holidays:
        return season == (None, None)
    return any(season == (when.first, when.last) for when in osm.when or [When()])


def _region(osm: Osm) -> list[When]:
    return [] if osm.only_holidays else osm.when


def _check_kept(osm: Osm, seen: Sequence[Osm]) -> None:
    """Refuse what opens again, on some days, what an earlier rule had closed."""
    for before in seen:
        fewer = not before.off and set(osm.times) <= set(before.times)
        if _shuts(before) and _may_meet(before, osm) and not fewer:
            raise _wrong_order(before, osm)


def _check_order(osm: Osm, seen: Sequence[Osm]) -> None:
    """Refuse regular times behind what closes: by the specification they open again what was closed."""
    for before in seen:
        if _shuts(before) and _may_meet(before, osm):
            raise _wrong_order(before, osm)


def _shuts(osm: Osm) -> bool:
    """Whether a rule closes something in a part of the year or on holidays, or keeps only some times open then."""
    return bool(osm.off and (osm.when or osm.holidays)) or osm.only_holidays


def _may_meet(before: Osm, osm: Osm) -> bool:
    """Whether there may be a day of both rules."""
    if set(before.days or ALL_DAYS).isdisjoint(osm.days or ALL_DAYS):
        return False
    spans = [[(when.first, when.last or date.max) for when in one.when if when.first] for one in (before, osm)]
    if not all(one.when and len(one.when) == len(dated) for one, dated in zip((before, osm), spans, strict=True)):
        return True
    return any(first <= until and start <= last for first, last in spans[0] for start, until in spans[1])


def _wrong_order(before: Osm, osm: Osm) -> Refused:
    cure = "Zet wanneer het dicht is, en losse datums, achteraan."
    return Refused("osm-volgorde", quote(f"{before.text}; {osm.text}"), "eerst de gewone tijden", cure)


def _other_times(osm: Osm) -> Refused:
    cure = "Gelden dan andere tijden? Zet die dagen met hun datum bij op. Is het dan dicht? Schrijf “PH off”."
    if "SH" in osm.holidays:
        cure = "Gelden dan andere tijden? Zet een begin en eind bij vanaf en tot. Is het dan dicht? Schrijf “SH off”."
    return Refused("osm-feestdag", quote(osm.text), "dezelfde tijden als anders, of dicht", cure)


def _closed(item: Item, osm: Osm) -> list[Item]:
    """Return an item without the days that a rule with "off" closes."""
    if not osm.holidays:
        return without(item, osm)
    if osm.when or osm.parity:
        raise cannot(quote(osm.text), "Zet de datums van die dagen bij niet.")
    if osm.only_holidays:
        return shut(item, osm, closures_of(osm))
    # "Sa,Su,PH off": those days, and all holidays.
    found = shut(item, replace(osm, days=None), closures_of(osm))
    return [one for kept in found for one in without(kept, replace(osm, holidays=()))]


def _rules(item: Item) -> list[Rule]:
    """Return the rules of an item: regular days and days of the month apart."""
    rule = Rule(time=item.time, first=item.first, last=item.last, closures=item.closures, on_holiday=item.on_holiday)
    if item.dates:
        return [replace(rule, dates=item.dates)]
    return [replace(rule, every=every) for every in everys(item.days, item.parity)]
