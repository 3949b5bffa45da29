"""Words about time, as people write them, turned into values: what `wanneer` in a record says.

`parse_rule` is the way in. What is not understood, or could mean two things, is refused with what to write instead.
This package knows words and weekdays; on which days holidays and closures fall is for `wijkgids.occurrences`.
"""

from .advice import ADVICE_CODES, Advice, warnings
from .clock import TimeRange, parse_time
from .closures import FEASTS, NEEDS_DATES, SCHOOL_BREAKS, Closure, parse_closure, parse_closures
from .dates import parse_date, parse_span
from .description import Days, Description, describe
from .every import Every, Pattern, parse_every, write_every
from .msgids import msgids
from .pattern import fits, rule_days
from .read import KEYS, parse_rule
from .refusal import CODES, Refused, quote
from .rrule import rrule
from .rule import Cancelled, Moved, OnHoliday, Rule
from .words import DAY_NAMES, MONTH_NAMES, ORDINAL_NAMES, say_date

__all__ = [
    "ADVICE_CODES",
    "CODES",
    "DAY_NAMES",
    "FEASTS",
    "KEYS",
    "MONTH_NAMES",
    "NEEDS_DATES",
    "ORDINAL_NAMES",
    "SCHOOL_BREAKS",
    "Advice",
    "Cancelled",
    "Closure",
    "Days",
    "Description",
    "Every",
    "Moved",
    "OnHoliday",
    "Pattern",
    "Refused",
    "Rule",
    "TimeRange",
    "describe",
    "fits",
    "msgids",
    "parse_closure",
    "parse_closures",
    "parse_date",
    "parse_every",
    "parse_rule",
    "parse_span",
    "parse_time",
    "quote",
    "rrule",
    "rule_days",
    "say_date",
    "warnings",
    "write_every",
]
