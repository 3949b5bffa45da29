"""A value of opening_hours as tokens, and a place among them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ..refusal import Refused, quote
from .refusals import WANTED
from .terms import MONTHS

DAY_WORDS: Final = {
    word: number
    for number, words in enumerate(
        (
            "mo mon monday mondays",
            "tu tue tues tuesday tuesdays",
            "we wed wednesday wednesdays",
            "th thu thur thurs thursday thursdays",
            "fr fri friday fridays",
            "sa sat saturday saturdays",
            "su sun sunday sundays",
        ),
        1,
    )
    for word in words.split()
}
_LONG_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH_WORDS: Final = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name: number for number, name in enumerate(_LONG_MONTHS, 1)},
    "sept": 9,
}
_TOKENS: Final = re.compile(
    r"(?P<comment>\"[^\"]*\"?)|(?P<always>24/7)|(?P<clock>\d{1,2}[:.]\d{2}(?!\d))|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+\.?)|(?P<sign>\|\||[-,;:+/\[\]()])|(?P<space>\s+)|(?P<other>.)",
    re.DOTALL,
)
_SUN: Final = frozenset({"sunrise", "sunset", "dawn", "dusk"})
_CLOSED: Final = frozenset({"off", "closed"})


class Token(NamedTuple):
    """A word or sign. `kind` is the name of its group in `_TOKENS`, or what the word is."""

    kind: str
    text: str
    at: int


class Tokens:
    """The tokens of a value without its spaces, read from left to right. `at` is the place of what is next."""

    def __init__(self, text: str) -> None:
        self.text = text.translate({ord(dash): "-" for dash in "‐‑–—−"})
        self.all = [token for token in _tokens(self.text) if token.kind != "space"]
        self.at = 0

    def number(self) -> int:
        """Take a number."""
        if self.peek().kind not in ("number", "year"):
            raise self.unknown()
        return int(self.next().text)

    def take(self, sign: str) -> bool:
        """Take a sign if it is next."""
        found = self.peek().text == sign
        self.at += found
        return found

    def next(self) -> Token:
        """Take what is next."""
        token = self.peek()
        self.at += 1
        return token

    def peek(self, ahead: int = 0) -> Token:
        """Return what is next, without taking it."""
        at = self.at + ahead
        return self.all[at] if at < len(self.all) else Token("end", "", len(self.text))

    def unknown(self) -> Refused:
        """Return the refusal of what is next."""
        found = self.peek().text or self.text
        cure = "Dit stukje begrijpen we niet. Haal het weg, of schrijf de dagen en tijden in het Nederlands."
        return Refused("osm-onbekend", quote(found), WANTED, cure)


def _tokens(text: str) -> list[Token]:
    found = []
    for match in _TOKENS.finditer(text):
        kind, word = str(match.lastgroup), match[0]
        if kind == "word":
            kind = _word(word.lower().rstrip("."))
            word = word.rstrip(".") if kind in ("day", "month") else word
        elif kind == "number" and re.fullmatch(r"(?:19|20)\d{2}", word):
            kind = "year"
        found.append(Token(kind, word, match.start()))
    return found


def _word(word: str) -> str:
    if word in DAY_WORDS:
        return "day"
    if word in MONTH_WORDS:
        return "month"
    if word in ("ph", "sh"):
        return "holiday"
    if word in _CLOSED:
        return "closed"
    if word in _SUN:
        return "sun"
    if word in ("day", "days"):
        return "dayword"
    return word if word in ("week", "easter", "open", "unknown") else "word"
