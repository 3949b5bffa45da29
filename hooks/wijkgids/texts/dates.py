"""Dates, times and prices in each language, from CLDR through Babel. Digits are Latin and isolated everywhere."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from babel import Locale
from babel.dates import format_date

from wijkgids.texts.pieces import Ltr, Piece, Sentence, with_facts

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


def numbered(text: str) -> Sentence:
    """A text with its numbers as facts."""
    return Sentence(tuple(with_facts(text, _NUMBERS)))


def written(day: date, locale: Locale, *, weekday: bool = False, year: bool = False) -> Piece:
    """A date in words: "24 november", with its weekday or its year where asked."""
    shape = _SHAPES.get(locale.language, _SHAPE)[2 * weekday + year]
    return numbered(unsteered(format_date(day, shape, locale=locale)))


# The order of a date: plain, with year, with weekday, with both. CLDR has no full date without a year, and puts a word
# for "year" at the end in some languages, where a sentence's own full stop follows.
_SHAPE = ("d MMMM", "d MMMM y", "EEEE d MMMM", "EEEE d MMMM y")
_SHAPES = {
    "tr": ("d MMMM", "d MMMM y", "d MMMM EEEE", "d MMMM y EEEE"),
    "uk": ("d MMMM", "d MMMM y", "EEEE, d MMMM", "EEEE, d MMMM y"),
    "pl": ("d MMMM", "d MMMM y", "EEEE, d MMMM", "EEEE, d MMMM y"),
    "es": ("d 'de' MMMM", "d 'de' MMMM 'de' y", "EEEE, d 'de' MMMM", "EEEE, d 'de' MMMM 'de' y"),
}
# Short weekdays that are not short in CLDR: the narrow ones stand on every calendar there.
_NARROW = frozenset({"fa"})


def weekday_short(day: date, locale: Locale) -> str:
    """di"""
    return word(day, "EEEEE" if locale.language in _NARROW else "EEE", locale)


def unsteered(text: str) -> str:
    """Without CLDR's own direction marks: isolation is ours."""
    return text.replace("\u200e", "").replace("\u200f", "")


def word(day: date, shape: str, locale: Locale) -> str:
    """One word of a date: EEEE the weekday, EEE it short, MMM the month short, MMMM the month as a heading (LLLL)."""
    return unsteered(format_date(day, shape, locale=locale)).rstrip(".")


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
