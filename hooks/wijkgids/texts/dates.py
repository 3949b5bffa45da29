"""Dates, times and prices in each language, from CLDR through Babel. Digits are Latin and isolated everywhere."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from babel import Locale
from babel.dates import format_date

from wijkgids.texts.pieces import Ltr, Piece, Sentence

# English as people in the Netherlands meet it: the day before the month.
LOCALES = {"en": "en_GB"}
RTL = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "ary", "sd", "yi"})
_NUMBERS = re.compile(r"\d+(?:\s?[–-]\s?\d+)?")


def locale_of(lang: str) -> Locale:
    """The CLDR locale of a language; Dutch for one that CLDR does not know, so that dates always stand there."""
    try:
        return Locale.parse(LOCALES.get(lang, lang))
    except (ValueError, LookupError):
        return Locale.parse("nl")


def with_facts(text: str) -> Piece:
    """A text with its numbers as facts."""
    pieces: list[Piece] = []
    end = 0
    for found in _NUMBERS.finditer(text):
        if found.start() > end:
            pieces.append(text[end : found.start()])
        pieces.append(Ltr(found.group()))
        end = found.end()
    if end < len(text):
        pieces.append(text[end:])
    return Sentence(tuple(pieces))


def written(day: date, locale: Locale, *, weekday: bool = False, year: bool = False) -> Piece:
    """A date in words: "24 november", with its weekday before it or its year behind it where asked."""
    if year and not weekday:
        return with_facts(format_date(day, "long", locale=locale))
    pattern = _WITH_WEEKDAY.get(locale.language, "EEEE d MMMM") if weekday else "d MMMM"
    return with_facts(format_date(day, pattern + (" y" if year else ""), locale=locale))


# Where the weekday does not simply stand before the day (CLDR's full dates, without their year).
_WITH_WEEKDAY = {"tr": "d MMMM EEEE", "uk": "EEEE, d MMMM", "pl": "EEEE, d MMMM", "es": "EEEE, d 'de' MMMM"}


def word(day: date, shape: str, locale: Locale) -> str:
    """One word of a date: EEEE the weekday, EEE it short, MMM the month short, MMMM the month as a heading (LLLL)."""
    return str(format_date(day, shape, locale=locale)).rstrip(".")


def digits(day: date, *, year: bool = True) -> Ltr:
    """24-11-2026, or 24-11."""
    return Ltr(f"{day:%d-%m-%Y}" if year else f"{day:%d-%m}")


def clock(moment: time | datetime) -> Ltr:
    """10:00."""
    return Ltr(f"{moment:%H:%M}")


def span(start: time | datetime, end: time | datetime | None) -> Ltr:
    """10:00–12:00, or only its start."""
    return Ltr(f"{start:%H:%M}–{end:%H:%M}") if end else clock(start)


def euro(amount: Decimal) -> Ltr:
    """€ 2 or € 2,50, with a space that does not break."""
    whole = amount == amount.to_integral_value()
    return Ltr("€\u00a0" + (f"{amount:.0f}" if whole else f"{amount:.2f}".replace(".", ",")))
