"""What is put away while a sentence is read: dates, times, names and clauses, each behind a sign nobody can type."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from wijkgids.problems import say

from ..dates import YEARS, parse_date
from ..refusal import Refused, quote
from ..typed import Fields
from ..words import DAY_NAMES
from .refusals import WANTED, which_year

# Signs of the private use area (Unicode, chapter 23.5), a range for each sort.
_SIZE: Final = 0x400
_BASES: Final = {"date": 0xE000, "span": 0xE400, "time": 0xE800, "name": 0xEC00, "aside": 0xF000, "clause": 0xF400}
DATE, SPAN, TIME, NAME, ASIDE, CLAUSE = (f"[{chr(base)}-{chr(base + _SIZE - 1)}]" for base in _BASES.values())
STOP: Final = "\uf8ff"
PRIVATE: Final = re.compile("[\ue000-\uf8ff]")

_SPLIT: Final = "Maak er meer zinnen van, of schrijf het in het record."


@dataclass(frozen=True)
class TypedDate:
    """A date as it was typed: perhaps without a year, perhaps with a day of the week (ISO number)."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    text: str


@dataclass(frozen=True)
class TypedSpan:
    """Two dates with "tot en met" between them; `lead` is the word before: van, vanaf, op or nothing."""

    first: TypedDate
    last: TypedDate
    lead: str


@dataclass
class Reading:
    """All that was put away, by its sign, and all that was refused. `named` are the closures of the guide's calendar.

    `today` is the day that a date without a year is understood from; without it such a date is refused.
    """

    named: Collection[str] = ()
    today: date | None = None
    refusals: list[Refused] = field(default_factory=list)
    dates: dict[str, TypedDate] = field(default_factory=dict)
    spans: dict[str, TypedSpan] = field(default_factory=dict)
    times: dict[str, tuple[str, str]] = field(default_factory=dict)  # as typed, and as a record has it
    names: dict[str, str] = field(default_factory=dict)
    asides: dict[str, str] = field(default_factory=dict)
    clauses: dict[str, Fields] = field(default_factory=dict)
    clause_words: dict[str, str] = field(default_factory=dict)
    days: dict[TypedDate, date | None] = field(default_factory=dict)

    def refuse(self, code: str, found: str, wanted: str, cure: str) -> None:
        """Keep a refusal."""
        self.refusals.append(Refused(code, found, wanted, cure))

    def sign(self, kind: str) -> str:
        """Return a sign that is not in use yet for what is of this kind."""
        number = len(getattr(self, kind + "s"))
        if number >= _SIZE:
            raise Refused("tijd-te-lang", say("meer dan {aantal} datums of tijden", aantal=_SIZE), WANTED, _SPLIT)
        return chr(_BASES[kind] + number)

    def clause(self, fields: Fields, words: str) -> str:
        """Put a clause away, with the words it stood in; one without fields was refused."""
        sign = self.sign("clause")
        self.clauses[sign] = fields
        self.clause_words[sign] = self.said(words)
        return sign

    def day(self, typed: TypedDate) -> date | None:
        """Return the date that was meant; None when it is refused. Each is refused once."""
        if typed not in self.days:
            try:
                self.days[typed] = self._day(typed)
            except Refused as refusal:
                self.refusals.append(refusal)
                self.days[typed] = None
        return self.days[typed]

    def span(self, typed: TypedSpan) -> tuple[date, date] | None:
        """Return the first and last day of a span. The year behind the last one holds for the first one too."""
        first = typed.first
        last = self.day(typed.last)
        if first.year is None and last is not None:
            year = last.year if (first.month, first.day) <= (last.month, last.day) else last.year - 1
            first = TypedDate(first.day, first.month, year, first.weekday, first.text)
        begin = self.day(first) if last is not None else None
        if begin is None or last is None:
            return None
        if last < begin:
            cure = say("Draai ze om: {last} t/m {first}. Of kijk het jaar na.", last=last, first=begin)
            self.refuse("datum-volgorde", quote(f"{begin} t/m {last}"), "eerst de eerste dag, dan de laatste", cure)
            return None
        return begin, last

    def said(self, words: str) -> str:
        """Return words with what was typed in the place of the signs."""

        def typed(match: re.Match[str]) -> str:
            sign = match[0]
            if sign in self.dates:
                return self.dates[sign].text
            if sign in self.spans:
                return f"{self.spans[sign].first.text} t/m {self.spans[sign].last.text}"
            if sign in self.times:
                return self.times[sign][0]
            return self.names.get(sign) or self.asides.get(sign) or self.clause_words.get(sign, "")

        return " ".join(PRIVATE.sub(typed, words).split())

    def _day(self, typed: TypedDate) -> date:
        found = quote(typed.text)
        year = typed.year
        # A leap year, for a date without a year.
        length = calendar.monthrange(2000, typed.month)[1] if typed.month in range(1, 13) else 0
        if length and not 1 <= typed.day <= length:
            raise Refused("datum-bestaat-niet", found, "een dag die bestaat", "Kijk de datum na.")
        if year is None:
            if self.today is None:
                raise which_year(found, typed.text, None)
            year = self.today.year
            if (typed.month, typed.day) < (self.today.month, self.today.day):
                raise which_year(found, typed.text, year + 1)
        if length and year in YEARS and typed.day > calendar.monthrange(year, typed.month)[1]:
            raise Refused("datum-bestaat-niet", found, "een dag die bestaat", "Kijk de datum na.")
        day = parse_date(f"{year:04d}-{typed.month:02d}-{typed.day:02d}")
        if typed.weekday and day.isoweekday() != typed.weekday:
            name = say(DAY_NAMES[day.isoweekday()])
            cure = say("{datum} is een {dag}. Kijk na welke van de twee klopt.", datum=day, dag=name)
            raise Refused("zin-weekdag", found, "een dag die bij de datum past", cure)
        return day
