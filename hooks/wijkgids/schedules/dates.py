"""Dates as text: ISO 8601 only, because 3-2-2027 is read in two ways. Other ways get an answer: what to write."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

from wijkgids.problems import say

from .refusal import Refused, quote, refuse_long
from .words import MONTHS, plain

_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_RANGE: Final = re.compile(r"(\d{4}-\d{2}-\d{2}) ?(?:t/m|tot en met|/| - ) ?(\d{4}-\d{2}-\d{2})")
_UNTIL: Final = re.compile(r"(\d{4}-\d{2}-\d{2}) tot (\d{4}-\d{2}-\d{2})")
_NUMBERS: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_WORDS: Final = re.compile(r"(?:[a-z]+\.? )?(\d{1,2})e? ([a-z]+)\.?(?: (\d{4}))?")

# Outside these years a date is a slip of the finger, and the tables of holidays end.
YEARS: Final = range(2000, 2100)


def parse_date(text: str) -> date:
    """Return the date of an ISO text ("2026-12-31"); raise `Refused` for anything else."""
    refuse_long(text, "een datum, zoals 2026-12-31")
    words = plain(text)
    if not (match := _ISO.fullmatch(words)):
        raise Refused("datum-vorm", quote(text), "een datum als jaar-maand-dag, zoals 2026-12-31", _cure(words))
    year, month, day = (int(number) for number in match.groups())
    if year not in YEARS:
        wanted = say("een jaar van {eerste} tot en met {laatste}", eerste=YEARS[0], laatste=YEARS[-1])
        raise Refused("datum-jaar", quote(text), wanted, "Kijk het jaar na.")
    if not 1 <= month <= 12:
        cure = "Eerst het jaar, dan de maand, dan de dag."
        if 1 <= day <= 12 and 1 <= month <= 31:
            swapped = f"{year}-{day:02d}-{month:02d}"
            cure = say("Eerst het jaar, dan de maand, dan de dag. Bedoelde je {datum}?", datum=swapped)
        raise Refused("datum-bestaat-niet", quote(text), "een maand van 01 tot en met 12", cure)
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        wanted = say("een dag van 01 tot en met {laatste}", laatste=length)
        raise Refused("datum-bestaat-niet", quote(text), wanted, "Deze dag bestaat niet. Kijk de datum na.")
    return date(year, month, day)


def parse_span(text: str) -> tuple[date, date] | None:
    """Return the first and last day (inclusive) of a date or of "2026-12-24 t/m 2027-01-03"; None for other words."""
    words = plain(text)
    if match := _UNTIL.fullmatch(words):
        cure = say(
            "Hoort de laatste dag erbij? Schrijf {periode}. Anders een dag eerder.", periode=_row(*match.groups())
        )
        raise Refused("datum-vorm", quote(text), "een periode met t/m", cure)
    if match := _RANGE.fullmatch(words):
        first, last = parse_date(match[1]), parse_date(match[2])
        if last < first:
            cure = say("Draai ze om: {periode}. Of kijk het jaar na.", periode=_row(last, first))
            raise Refused("datum-volgorde", quote(text), "eerst de eerste dag, dan de laatste", cure)
        return first, last
    if _ISO.fullmatch(words) or looks_like_date(words):
        day = parse_date(text)
        return day, day
    return None


def _row(first: object, last: object) -> str:
    """Return a period as people type it."""
    return f"{first} t/m {last}"


def looks_like_date(words: str) -> bool:
    """Return whether these plain words are a date in another notation ("24 december", "24-12-2026")."""
    if _NUMBERS.fullmatch(words):
        return True
    match = _WORDS.fullmatch(words)
    return bool(match and match[2] in MONTHS)


def _cure(words: str) -> str:
    """Return how to write what was probably meant."""
    try:
        if match := _NUMBERS.fullmatch(words):
            year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
            return say("Schrijf {datum}.", datum=date(year, int(match[2]), int(match[1])))
        if (match := _WORDS.fullmatch(words)) and match[2] in MONTHS:
            day = date(int(match[3] or 2000), MONTHS[match[2]], int(match[1]))
            if match[3]:
                return say("Schrijf {datum}.", datum=day)
            return say("Zet het jaar erbij, en schrijf het zo: {datum}.", datum=f"2026-{day.month:02d}-{day.day:02d}")
    except ValueError:
        return "Deze dag bestaat niet. Kijk de datum na."
    if re.search(r"\d[:.]\d\d", words):
        return "Zet de tijd apart, bij tijd. Hier alleen de datum, zoals 2026-12-31."
    return "Schrijf eerst het jaar, dan de maand, dan de dag: 2026-12-31."
