"""What a text is made of. Facts and names are types of their own, so that isolation is by construction, not a habit.

In right-to-left text a phone number without isolation prints backwards (Unicode UAX #9): every fact is an `Ltr`, every
Dutch name a `Name`, every sentence from a record a `Prose` that knows its language. Only the printers (web, sheets)
turn pieces into HTML or Typst, and they must.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


class Ltr(str):
    """A left-to-right fact: time, date in digits, phone, price, postcode, address of a site or of mail."""

    __slots__ = ()


class Name(str):
    """A Dutch proper name (of a group, street, place): never translated, always left to right, language nl."""

    __slots__ = ()


@dataclass(frozen=True)
class Prose:
    """A sentence of a record in the page's language, or the Dutch one. `lang` is the language it is in.

    `missing`: not translated, this is the Dutch. `unread`: translated, but no speaker has read it.
    """

    text: str
    lang: str
    missing: bool = False
    unread: bool = False

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Strong:
    """A piece that stands out."""

    piece: Piece

    def __str__(self) -> str:
        return str(self.piece)


@dataclass(frozen=True)
class OwnName:
    """A language by its own name: "العربية". `code` is its ISO 639 code."""

    text: str
    code: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Sentence:
    """Pieces in the order of the language. A plain `str` in it is text in the page's language."""

    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        return "".join(str(piece) for piece in self.pieces)

    def __iter__(self) -> Iterator[Piece]:
        return iter(self.pieces)


Piece = str | Ltr | Name | Prose | Strong | OwnName | Sentence


# Latin words and digits in a text that runs from right to left, with the spaces and signs between them: one run.
_LATIN = re.compile(r"(?:[€@#+]\s?)?[A-Za-zÀ-ɏ0-9]+(?:[\s.,:/@&'’+–-]*[A-Za-zÀ-ɏ0-9]+)*")


def with_facts(text: str, facts: re.Pattern[str]) -> list[str | Ltr]:
    """A text with all that a pattern finds as facts; together the pieces are the text."""
    pieces: list[str | Ltr] = []
    end = 0
    for found in facts.finditer(text):
        if found.start() > end:
            pieces.append(text[end : found.start()])
        pieces.append(Ltr(found.group()))
        end = found.end()
    if end < len(text):
        pieces.append(text[end:])
    return pieces


def isolated(text: str) -> list[str | Ltr]:
    """A right-to-left text with its Latin words and numbers as facts of their own.

    A translator writes "WhatsApp", "Huis van de Wijk" or "20:30" inside an Arabic sentence as plain letters.
    """
    return with_facts(text, _LATIN)


def flat(piece: Piece) -> Iterator[str | Ltr | Name | Prose | Strong | OwnName]:
    """The pieces of a text with nested sentences opened."""
    if isinstance(piece, Sentence):
        for part in piece.pieces:
            yield from flat(part)
    else:
        yield piece
