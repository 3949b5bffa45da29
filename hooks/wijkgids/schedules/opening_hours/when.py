"""The part of the year of a rule: months, dates with and without a year, Easter, weeks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeAlias

from ..dates import YEARS
from ..phrases import Parity
from ..refusal import Refused, quote
from .refusals import WANTED, cannot
from .terms import MONTHS, month_length
from .tokens import MONTH_WORDS, Tokens

_BEGINS: Final = ("month", "easter", "year")
YearDay: TypeAlias = tuple[int, int]  # month and day of each year


@dataclass(frozen=True)
class When:
    """Which part of the year: months, dates of one year, days of each year, or days counted from Easter Sunday.

    One of the four. `last` None is a span without an end.
    """

    months: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None
    yearly: frozenset[YearDay] = frozenset()
    easter: tuple[int, ...] = ()


class WhenReader:
    """Reads the part of the year that a rule begins with."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def read(self) -> tuple[list[When], Parity | None]:
        """Return the parts of the year, none for all of it, and the parity of the weeks."""
        found: list[When] = []
        parity: Parity | None = None
        while self.tokens.peek().kind in (*_BEGINS, *(["number"] if found else [])):
            number = self.tokens.peek().kind == "number"
            found.append(self._same_month(found[-1]) if number else self._when())
            if not (self.tokens.peek().text == "," and self.tokens.peek(1).kind in (*_BEGINS, "number")):
                break
            self.tokens.at += 1
        if self.tokens.peek().kind == "week":
            self.tokens.at += 1
            parity = self._weeks()
        return [_as_months(when) for when in found], parity

    def _same_month(self, last: When) -> When:
        """Return the second day of "Dec 24,26"."""
        if last.yearly:
            return When(yearly=frozenset({self._year_day(max(last.yearly)[0], self.tokens.number())}))
        if last.first and last.first == last.last:
            day = self._date(last.first.year, last.first.month, self.tokens.number())
            return When(first=day, last=day)
        raise self.tokens.unknown()

    def _when(self) -> When:
        year = self.tokens.number() if self.tokens.peek().kind == "year" else None
        if self.tokens.peek().kind == "easter":
            return self._easter(year)
        if self.tokens.peek().kind != "month":
            if year is None:
                raise self.tokens.unknown()
            last = self._year_end(year)
            return When(first=self._date(year, 1, 1), last=last)
        month = self._month()
        if self.tokens.peek().kind != "number":
            return self._month_row(year, month)
        day = self.tokens.number()
        if self.tokens.take("+"):
            if year is None:
                raise cannot(quote(self._since_month()), "Zet er een jaar bij, en schrijf dan vanaf: 2026-12-01.")
            return When(first=self._date(year, month, day))
        if not (self.tokens.peek().text == "-" and self.tokens.peek(1).kind in ("number", "month", "year", "easter")):
            if year is None:
                return When(yearly=frozenset({self._year_day(month, day)}))
            one = self._date(year, month, day)
            return When(first=one, last=one)
        self.tokens.at += 1
        return self._span(year, month, day)

    def _span(self, year: int | None, month: int, day: int) -> When:
        last_year = self.tokens.number() if self.tokens.peek().kind == "year" else None
        if self.tokens.peek().kind == "easter":
            raise cannot("easter", "Een periode tot Pasen is elk jaar anders. Zet de datums bij vanaf en tot.")
        last_month = self._month() if self.tokens.peek().kind == "month" else month
        last_day = self.tokens.number() if self.tokens.peek().kind == "number" else 0
        if not last_day:
            raise self.tokens.unknown()
        if year is None and last_year is None:
            return When(yearly=_year_days(self._year_day(month, day), self._year_day(last_month, last_day)))
        if year is None or (last_year is None and (last_month, last_day) < (month, day)):
            raise cannot(quote(self._since_month()), "Zet het jaar bij allebei de datums.")
        first = self._date(year, month, day)
        last = self._date(last_year or year, last_month, last_day)
        if last < first:
            raise Refused("datum-volgorde", quote(f"{first} - {last}"), WANTED, "Eerst de eerste dag, dan de laatste.")
        return When(first=first, last=last)

    def _month_row(self, year: int | None, month: int) -> When:
        last = month
        if self.tokens.peek().text == "-" and self.tokens.peek(1).kind in ("month", "year"):
            self.tokens.at += 1
            last_year = self.tokens.number() if self.tokens.peek().kind == "year" else year
            if self.tokens.peek().kind != "month":
                raise self.tokens.unknown()
            last = self._month()
            if year is not None and last_year is not None:
                if last_year == year and last < month:
                    last_year += 1
                end = self._date(last_year, last, 1)
                return When(first=self._date(year, month, 1), last=_month_end(end))
            if last_year is not None:
                raise cannot(quote(self._since_month()), "Zet het jaar bij allebei de maanden.")
        elif year is not None:
            first = self._date(year, month, 1)
            return When(first=first, last=_month_end(first))
        row = range(month, last + 1) if month <= last else (*range(month, 13), *range(1, last + 1))
        return When(months=tuple(row))

    def _easter(self, year: int | None) -> When:
        self.tokens.at += 1
        if year is not None:
            raise cannot("easter", "Zet de datum van dat jaar op, zoals 2027-03-28.")
        offset = 0
        if (
            self.tokens.peek().text in ("+", "-")
            and self.tokens.peek(1).kind == "number"
            and self.tokens.peek(2).kind == "dayword"
        ):
            sign = -1 if self.tokens.peek().text == "-" else 1
            self.tokens.at += 1
            offset = sign * self.tokens.number()
            self.tokens.at += 1
        if self.tokens.peek().text in ("-", "+"):
            raise cannot("easter", "Een periode vanaf Pasen is elk jaar anders. Zet de datums bij vanaf en tot.")
        return When(easter=(offset,))

    def _weeks(self) -> Parity:
        start = self.tokens.at
        numbers: list[int] = []
        while self.tokens.peek().kind in ("number", "year") or self.tokens.peek().text in ("-", "/", ","):
            if self.tokens.peek().text == "," and self.tokens.peek(1).kind != "number":
                break
            if self.tokens.peek().kind == "number":
                numbers.append(int(self.tokens.peek().text))
            self.tokens.at += 1
        said = "".join(token.text for token in self.tokens.all[start : self.tokens.at])
        if re.fullmatch(r"0?\d-5[23]/2", said) and numbers[0] in (1, 2):
            return "odd" if numbers[0] == 1 else "even"
        cure = "De gids kent even en oneven weken. Andere weken: zet de datums bij op, of gebruik vanaf en tot."
        raise cannot(quote(f"week {said}"), cure)

    def _date(self, year: int, month: int, day: int) -> date:
        if year not in YEARS or not 1 <= day <= month_length(month):
            raise self.no_day(f"{year} {MONTHS[month - 1]} {day}")
        try:
            return date(year, month, day)
        except ValueError:
            raise self.no_day(f"{year} {MONTHS[month - 1]} {day}") from None

    def _year_day(self, month: int, day: int) -> YearDay:
        if not 1 <= day <= month_length(month):
            raise self.no_day(f"{MONTHS[month - 1]} {day}")
        return (month, day)

    def _year_end(self, year: int) -> date | None:
        if self.tokens.take("+"):
            return None
        last = year
        if self.tokens.peek().text == "-" and self.tokens.peek(1).kind == "year":
            self.tokens.at += 1
            last = self.tokens.number()
        if self.tokens.peek().text == "/":
            raise cannot(quote(f"{year}-{last}/…"), "Om de zoveel jaar kan de gids niet zeggen. Zet de datums bij op.")
        return self._date(last, 12, 31)

    def _month(self) -> int:
        return MONTH_WORDS[self.tokens.next().text.lower().rstrip(".")]

    def _since_month(self) -> str:
        start = next((at for at in range(self.tokens.at - 1, -1, -1) if self.tokens.all[at].text in (";", ",")), -1) + 1
        return self.tokens.text[self.tokens.all[start].at : self.tokens.peek().at].strip()

    def no_day(self, text: str) -> Refused:
        """Return the refusal of a date."""
        return Refused("datum-bestaat-niet", quote(text), "een dag die bestaat", "Kijk de datum na.")


def _as_months(when: When) -> When:
    """Return days of each year that are whole months as those months ("Apr 01-Oct 31")."""
    months = {month for month, _ in when.yearly}
    if when.yearly and len(when.yearly) == sum(map(month_length, months)):
        return When(months=tuple(sorted(months)))
    return when


def _year_days(first: YearDay, last: YearDay) -> frozenset[YearDay]:
    """Return the days of each year from one to another, over the end of the year if need be."""
    days = [date(2000, 1, 1) + timedelta(days=n) for n in range(366)]  # a leap year
    all_days = [(day.month, day.day) for day in days]
    start, end = all_days.index(first), all_days.index(last)
    return frozenset(all_days[start : end + 1] if start <= end else (*all_days[start:], *all_days[: end + 1]))


def _month_end(first: date) -> date:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return following - timedelta(days=1)
