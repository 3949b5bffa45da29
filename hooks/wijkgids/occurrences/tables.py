"""Dutch public holidays and school holidays by date, read once a year and region from the `holidays` package.

The law behind the public ones is the Algemene termijnenwet, article 3. 5 May is one in lustrum years only. The school
holidays are those of the ministry's "Regeling vaststelling schoolvakanties", from the first Saturday to the last
Sunday.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from holidays import country_holidays

REGIONS: Final = ("Noord", "Midden", "Zuid")

_SCHOOL_NAMES: Final = {
    "Herfstvakantie": "autumn",
    "Kerstvakantie": "christmas-break",
    "Voorjaarsvakantie": "spring",
    "Meivakantie": "may",
    "Zomervakantie": "summer",
}
# Within these days (month, day) each school holiday falls, in every region and year: where the table has none, these
# are the days of which nothing is known.
SCHOOL_WINDOWS: Final[dict[str, tuple[tuple[tuple[int, int], tuple[int, int]], ...]]] = {
    "christmas-break": (((1, 1), (1, 10)), ((12, 17), (12, 31))),
    "spring": (((2, 1), (3, 15)),),
    "may": (((4, 15), (5, 15)),),
    "summer": (((7, 1), (9, 10)),),
    "autumn": (((10, 1), (11, 8)),),
}
_FEAST_NAMES: Final = {
    "Nieuwjaarsdag": ("new-year",),
    "Goede vrijdag": ("good-friday",),
    "Eerste paasdag": ("easter", "easter-sunday"),
    "Tweede paasdag": ("easter", "easter-monday"),
    "Koningsdag": ("kings-day",),
    "Hemelvaartsdag": ("ascension",),
    "Eerste pinksterdag": ("pentecost", "pentecost-sunday"),
    "Tweede pinksterdag": ("pentecost", "pentecost-monday"),
    "Eerste kerstdag": ("christmas", "christmas-day"),
    "Tweede kerstdag": ("christmas", "boxing-day"),
}
# Days with a name that are not a public holiday each year: always on the same (month, day).
_FIXED: Final = {
    "remembrance-day": (5, 4),
    "liberation-day": (5, 5),
    "saint-nicholas": (12, 5),
    "christmas-eve": (12, 24),
    "new-years-eve": (12, 31),
}


@lru_cache(maxsize=256)
def public_holidays(year: int, good_friday: bool) -> frozenset[date]:
    """Return the public holidays of a year; Good Friday, when most places are open, only if asked for."""
    return frozenset(day for day, name in _public(year) if good_friday or name != "Goede vrijdag")


@lru_cache(maxsize=256)
def feast_days(year: int) -> dict[str, frozenset[date]]:
    """Return the days of a year by the names of `schedules.FEASTS`."""
    found: dict[str, set[date]] = {}
    for day, name in _public(year):
        for feast in _FEAST_NAMES.get(name, ()):
            found.setdefault(feast, set()).add(day)
    for feast, (month, day_of_month) in _FIXED.items():
        found.setdefault(feast, set()).add(date(year, month, day_of_month))
    found["turn-of-year"] = {date(year, 1, 1), date(year, 12, 31)}
    found["christmas-to-new-year"] = {date(year, 1, 1), *(date(year, 12, day) for day in range(25, 32))}
    return {name: frozenset(days) for name, days in found.items()}


@lru_cache(maxsize=256)
def school_breaks(year: int, region: str) -> dict[str, frozenset[date]]:
    """Return the days of a year on which schools in a region are closed, by the names of `schedules.SCHOOL_BREAKS`.

    A name is absent where the table has no dates for it (after summer 2030, before 2014, an unknown region): that is
    not "no holiday" but "not known", which `blind_spots` reports.
    """
    if region not in REGIONS:
        return {}
    found: dict[str, set[date]] = {}
    for day, names in country_holidays("NL", years=year, subdiv=region, categories=("school",), language="nl").items():
        for name in names.split("; "):
            found.setdefault(_SCHOOL_NAMES[name], set()).add(day)
    return {name: frozenset(days) for name, days in found.items()}


def missing_breaks(year: int, region: str) -> frozenset[str]:
    """Return the names of school holidays that the table does not have for a year."""
    return frozenset(SCHOOL_WINDOWS) - school_breaks(year, region).keys()


def window_days(name: str, year: int) -> tuple[tuple[date, date], ...]:
    """Return the first and last days (inclusive) between which a school holiday falls in a year."""
    return tuple((date(year, *first), date(year, *last)) for first, last in SCHOOL_WINDOWS[name])


@lru_cache(maxsize=256)
def _public(year: int) -> tuple[tuple[date, str], ...]:
    days = country_holidays("NL", years=year, categories=("public",), language="nl")
    return tuple((day, name) for day, names in sorted(days.items()) for name in names.split("; "))
