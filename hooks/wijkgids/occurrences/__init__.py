"""Dated times ("keren") made from rules: holidays, closures, cancelled and moved days, both clock changes."""

from .advice import ADVICE_CODES, warnings
from .closed import BlindSpot, Calendar, blind_spots, calendar_of, is_closed, is_public_holiday
from .expand import ZONE, Occurrence, expand, expand_all, merge, moments, next_dates
from .tables import REGIONS, public_holidays, school_breaks

__all__ = [
    "ADVICE_CODES",
    "REGIONS",
    "ZONE",
    "BlindSpot",
    "Calendar",
    "Occurrence",
    "blind_spots",
    "calendar_of",
    "expand",
    "expand_all",
    "is_closed",
    "is_public_holiday",
    "merge",
    "moments",
    "next_dates",
    "public_holidays",
    "school_breaks",
    "warnings",
]
