"""A voice says things in one language: labels, dates, prices, and the prose of records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from functools import cached_property
from typing import Literal, TypeVar

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from wijkgids.records.alike import fold
from wijkgids.records.said import Said
from wijkgids.records.values import Price
from wijkgids.texts import dates
from wijkgids.texts.catalogues import SOURCE, Catalogue, catalogue, in_context
from wijkgids.texts.pieces import Ltr, OwnName, Piece, Prose, Sentence
from wijkgids.texts.translations import Translations
from wijkgids.vocabulary import LanguageName

Item = TypeVar("Item")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Voice:
    """One language of the guide. `lang` is its ISO 639 code."""

    lang: str
    catalogue: Catalogue
    translations: Translations
    locale: Locale
    languages: Mapping[str, LanguageName]

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.lang in dates.RTL

    @property
    def dir(self) -> Literal["ltr", "rtl"]:
        """The direction of writing, as HTML names it."""
        return "rtl" if self.rtl else "ltr"

    @property
    def own_name(self) -> str:
        """The language by its own name."""
        return self.language(self.lang).text

    # labels

    def say(self, msgid: str, /, **facts: Piece) -> Piece:
        """A text of the interface; the Dutch msgid itself where the catalogue lacks it. Slots `{name}` take pieces."""
        return fill(self.catalogue.texts.get(msgid, msgid), facts)

    def word(self, text: str) -> str:
        """A word of the vocabulary, or a label without slots."""
        return self.catalogue.texts.get(text, text)

    def many(self, one: str, more: str, number: int, /, **facts: Piece) -> Piece:
        """A text with a number: the plural form of the language, with `{n}` filled in."""
        forms = self.catalogue.plurals.get(one)
        rank = self.catalogue.index(number) if forms else int(number != 1)
        forms = forms or (one, more)
        text = forms[min(rank, len(forms) - 1)]
        return fill(text, {"n": Ltr(str(number)), **facts})

    def prose(self, said: Said) -> Prose:
        """A sentence of a record in this language, or its Dutch, marked."""
        if self.lang == SOURCE:
            return Prose(said.text, SOURCE)
        found = self.translations.find(said)
        if found is None:
            return Prose(said.text, SOURCE, missing=True)
        return Prose(found.text, self.lang, unread=not found.read)

    # dates and numbers

    def day_long(self, day: date) -> Piece:
        """dinsdag 24 november"""
        return dates.written(day, self.locale, weekday=True)

    def day_month(self, day: date) -> Piece:
        """24 november"""
        return dates.written(day, self.locale)

    def day_year(self, day: date) -> Piece:
        """24 november 2026"""
        return dates.written(day, self.locale, year=True)

    def day_full(self, day: date) -> Piece:
        """dinsdag 24 november 2026"""
        return dates.written(day, self.locale, weekday=True, year=True)

    def month_year(self, day: date) -> Piece:
        """november 2026"""
        return dates.numbered(dates.word(day, "LLLL y", self.locale))

    def weekday(self, day: date) -> str:
        """dinsdag"""
        return dates.word(day, "EEEE", self.locale)

    def weekday_short(self, day: date) -> str:
        """di"""
        return dates.weekday_short(day, self.locale)

    def month_short(self, day: date) -> str:
        """nov"""
        return dates.word(day, "MMM", self.locale)

    def period(self, first: date, last: date) -> Piece:
        """23 t/m 29 november 2026; both months, and both years, where they differ."""
        if (first.year, first.month) == (last.year, last.month):
            start: Piece = Ltr(str(first.day))
        else:
            start = self.day_month(first) if first.year == last.year else self.day_year(first)
        return self.say("{van} t/m {tot}", van=start, tot=self.day_year(last))

    def month(self, number: int) -> str:
        """november, by its number"""
        return dates.word(date(2024, number, 1), "LLLL", self.locale)

    def date_digits(self, day: date) -> Ltr:
        """24-11-2026"""
        return dates.digits(day)

    def day_digits(self, day: date) -> Ltr:
        """24-11"""
        return dates.digits(day, year=False)

    def time(self, moment: clock_time | datetime) -> Ltr:
        """10:00"""
        return dates.clock(moment)

    def times(self, start: clock_time | datetime, end: clock_time | datetime | None) -> Ltr:
        """10:00–12:00"""
        return dates.span(start, end)

    def price(self, price: Price) -> Piece:
        """€ 2,50; a word for free, a gift and unknown."""
        if price.kind == "amount" and price.amount is not None:
            return dates.euro(price.amount)
        return self.say({"free": "gratis", "gift": "vrije gift"}.get(price.kind, "niet bekend, vraag het"))

    def phone(self, number: str) -> Ltr:
        """A telephone number as people write it."""
        return Ltr(number.replace(" ", "\u00a0"))

    # languages and lists

    def language(self, code: str) -> OwnName:
        """A language by its own name, with a capital where its script has them."""
        if code not in self._names:  # every row of every page names some
            self._names[code] = OwnName(_capital(own_name(code, self.languages)), code)
        return self._names[code]

    @cached_property
    def _names(self) -> dict[str, OwnName]:
        return {}

    def language_here(self, code: str) -> str:
        """The name of a language in this language."""
        if code in self.languages:
            name = self.languages[code].name
            return self.catalogue.texts.get(in_context("taal", name), name)
        try:
            return Locale.parse(code).get_display_name(self.locale) or code
        except (UnknownLocaleError, ValueError):
            return code

    def listing(self, items: Sequence[Piece], kind: Literal["and", "or"] = "and") -> Piece:
        """Items as a list in a sentence: CLDR's pattern of the language."""
        if len(items) < 2:
            return items[0] if items else ""
        signs = [f"\ue000{number}\ue001" for number in range(len(items))]
        style: Literal["standard", "or"] = "standard" if kind == "and" else "or"
        text = dates.unsteered(format_list(signs, style=style, locale=self.locale))
        return fill(
            re.sub("\ue000(\\d+)\ue001", r"{i\1}", text), {f"i{number}": item for number, item in enumerate(items)}
        )

    def sorted(self, items: Iterable[Item], key: Callable[[Item], str]) -> list[Item]:
        """Items in the order of the alphabet: accents and capitals do not count, but decide between equals."""
        return sorted(items, key=lambda item: (fold(key(item)), key(item)))


def fill(text: str, facts: Mapping[str, Piece]) -> Piece:
    """A text with its slots filled. Without slots it is a plain string."""
    if "{" not in text:
        return text
    pieces: list[Piece] = []
    end = 0
    for slot in _SLOT.finditer(text):
        if slot[1] not in facts:
            continue
        if slot.start() > end:
            pieces.append(text[end : slot.start()])
        pieces.append(facts[slot[1]])
        end = slot.end()
    if end < len(text):
        pieces.append(text[end:])
    return Sentence(tuple(pieces))


def own_name(code: str, languages: Mapping[str, LanguageName]) -> str:
    """What a language calls itself; its code where nobody told us."""
    if code in languages:
        return languages[code].own
    try:
        return Locale.parse(code).get_display_name(code) or code
    except (UnknownLocaleError, ValueError):
        return code


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def voices(
    languages: Sequence[str], translations: Mapping[str, Translations], names: Mapping[str, LanguageName]
) -> dict[str, Voice]:
    """A voice for each language of the guide, in its order."""
    return {
        lang: Voice(lang, catalogue(lang), translations.get(lang, Translations(lang)), dates.locale_of(lang), names)
        for lang in languages
    }
