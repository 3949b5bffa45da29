"""Opening hours as OpenStreetMap writes them, for export, and read (wiki: Key:opening_hours/specification, 0.7.2).

What the two can both say is the same in both; what only one can say is refused, or left to dates, never bent:
`;` begins a rule that takes the place of the earlier ones on its days, `,` one that is added to them.
"""

from .mean import read_opening_hours
from .meant import fields_meant, meant_by
from .refusals import OPENING_HOURS_CODES
from .terms import dates_text, day_text, span_text, time_text
from .write import opening_hours

__all__ = [
    "OPENING_HOURS_CODES",
    "dates_text",
    "day_text",
    "fields_meant",
    "meant_by",
    "opening_hours",
    "read_opening_hours",
    "span_text",
    "time_text",
]
