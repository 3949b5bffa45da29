"""Words for when something is not: holidays, school holidays, months, days between dates, and closures a guide names.

What a phrase is stands in the tables of `closure_words`; on which days that falls is for `occurrences` to say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from .closure_refusal import DATE_ROW, WANTED, refusal_of
from .closure_words import FEASTS, NEEDED, NEEDS_DATES, SCHOOL_BREAKS, TABLE, Kind
from .dates import looks_like_date, parse_date, parse_span
from .refusal import Refused, refuse_long
from .words import MONTHS, plain

__all__ = ["FEASTS", "NEEDS_DATES", "SCHOOL_BREAKS", "Closure", "parse_closure", "parse_closures"]

_RANKS: Final = {"1ste": "1e", "1de": "1e", "eerste": "1e", "2de": "2e", "2ste": "2e", "tweede": "2e"}
_LEAD: Final = re.compile(
    r"^(?:niet |gesloten |dicht )?(?:in |op |tijdens |met |gedurende |bij )?(?:van (?=\d))?"
    r"(?:(?:de |het )?(?:hele )?maand(?:en)? )?(?:de |het |alle )?"
)
# Between closures in one text.
_JOIN: Final = re.compile(r"(, | en | of | & | \+ |;|(?<=[a-z]{2})/(?=[a-z]{2})|,)")
# A name of a closure has no more words with "en" between them than "tussen kerst en oud en nieuw".
_LONGEST_RUN: Final = 4
_CLEAR: Final = ("sluiting-vaag", "datum-vorm", "datum-volgorde")


@dataclass(frozen=True)
class Closure:
    """When something is not.

    `kind` says which of the other fields count: public (all public holidays), feast (`name`, of `FEASTS`), school
    (`name`, of `SCHOOL_BREAKS`), months (`months`, 1 to 12), named (`name`, as the guide's calendar writes it) or dates
    (`first` to `last`, inclusive). `text` is what was typed.
    """

    kind: Kind
    name: str = ""
    months: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None
    text: str = field(default="", compare=False)


def parse_closure(text: str, named: Collection[str] = ()) -> Closure:
    """Return what one phrase after `niet` means; `named` are the closures of the guide's own calendar.

    Raises `Refused` for what is unknown, and for what has other dates each year and is not in that calendar.
    """
    refuse_long(text, WANTED)
    words = plain(text).rstrip(".;, ")
    if not words:
        raise Refused("sluiting-onbekend", "niets", WANTED, "Is het altijd? Laat niet dan weg.")
    short = _LEAD.sub("", words, count=1) or words
    short = " ".join(_RANKS.get(word, word) for word in short.split())
    own = {plain(name): name for name in named}
    for phrase in (words, short, re.sub(r" ?[&/] ?", " en ", short)):
        # A guide's own name comes first: it may say what "zomer" is there.
        if phrase in own:
            return Closure("named", own[phrase], text=text)
        if phrase in TABLE:
            kind, name = TABLE[phrase]
            return Closure(kind, name, text=text)
        if (name := NEEDED.get(phrase, "")) in own:
            return Closure("named", own[name], text=text)
    if months := _months(short):
        return Closure("months", months=months, text=text)
    if not DATE_ROW.fullmatch(short) and (span := _span(short)):
        return Closure("dates", first=span[0], last=span[1], text=text)
    raise refusal_of(text, short, own)


def parse_closures(text: str, named: Collection[str] = ()) -> tuple[Closure, ...]:
    """Return the closures of a phrase that may name more than one ("feestdagen en schoolvakanties")."""
    refuse_long(text, WANTED)
    try:
        return (parse_closure(text, named),)
    except Refused as refusal:
        pieces = [piece.strip() for piece in _JOIN.split(text)]
        whole, joins = _filled_out(pieces[::2]), pieces[1::2]
        if len([piece for piece in whole if piece]) < 2 or refusal.code in _CLEAR:
            raise
        return tuple(_each(whole, joins, named))


def _filled_out(pieces: list[str]) -> list[str]:
    """Return "kerst-" and "zomervakantie" as "kerstvakantie", "1e" and "2e kerstdag" as "1e kerstdag"."""
    last = pieces[-1].lower()
    if last.endswith("vakantie"):
        return [piece[:-1] + "vakantie" if piece.endswith("-") else piece for piece in pieces]
    noun = last.rpartition(" ")[2]
    if re.fullmatch(r"\S+ (?:kerst|paas|pinkster)dag|\d{1,2} [a-z]+", plain(last)):
        return [
            f"{piece} {noun}" if re.fullmatch(r"\d{1,2}(?:e|ste|de)?|eerste", piece.lower()) else piece
            for piece in pieces
        ]
    return pieces


def _each(pieces: list[str], joins: list[str], named: Collection[str]) -> Iterator[Closure]:
    """Yield the closure of each piece, of the longest run of pieces that is one ("oud en nieuw en pasen")."""
    at = 0
    while at < len(pieces):
        if not pieces[at]:
            at += 1
            continue
        for until in range(min(len(pieces), at + _LONGEST_RUN), at, -1):
            run = pieces[at] + "".join(
                f" {join} {piece}" for join, piece in zip(joins[at:], pieces[at + 1 : until], strict=False)
            )
            try:
                yield parse_closure(run, named)
            except Refused as of_piece:
                if until == at + 1:
                    # The refusal of the piece is the clearer one.
                    raise of_piece from None
            else:
                at = until
                break


def _months(words: str) -> tuple[int, ...]:
    """Return the months of "juli en augustus", "juni t/m augustus", "november t/m februari"; () if it is not months."""
    if match := re.fullmatch(r"([a-z]+)\.? ?(?:t/m|tot en met|-) ?(?:de maand )?([a-z]+)\.?", words):
        first, last = MONTHS.get(match[1]), MONTHS.get(match[2])
        if not first or not last or first == last:
            return ()
        # A winter stop runs over the end of the year.
        return tuple(range(first, last + 1)) if first < last else (*range(first, 13), *range(1, last + 1))
    names = [name for name in re.split(r", ?en |, ?| en | of | & | \+ |/", words) if name]
    numbers = [MONTHS.get(name.rstrip(".")) for name in names]
    found = tuple(number for number in numbers if number)
    return found if found and len(found) == len(names) == len(set(found)) else ()


def _span(words: str) -> tuple[date, date] | None:
    if not re.match(r"\d", words) and not looks_like_date(words):
        return None
    if match := re.fullmatch(r"(\S+) ?(?:t/m|tot en met) ?(\d\d?-\d\d?(?:-\d{2,4})?)", words):
        # "2026-12-24 t/m 27-12-2026": say which of the two is wrong.
        parse_date(match[1])
        parse_date(match[2])
    return parse_span(words)
