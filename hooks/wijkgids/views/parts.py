"""The small parts that many pages print: a chip, a link, a link among choices, and a link inside a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.texts import Name, OwnName, Piece, Sentence, Voice
from wijkgids.texts.dates import RTL


@dataclass(frozen=True)
class Chip:
    """A whole phrase with a look: ok (fine), let (mind this), ask (not known), av (evening) or plain (a fact).

    `icon` is the name of a drawing, None for a phrase that needs none.
    """

    look: str
    text: Piece
    icon: str | None = None


@dataclass(frozen=True)
class Link:
    """A text that leads to a page of the guide. `page` is its path in Dutch, such as "actor/x.html"."""

    text: Piece
    page: str


@dataclass(frozen=True)
class Pill:
    """A link by itself in a row of choices. `here`: it is the page on which it stands."""

    text: Piece
    page: str
    icon: str | None = None
    here: bool = False


@dataclass(frozen=True)
class Tongue:
    """A language by its own name that leads to a page about it; `dir` is its direction of writing."""

    text: OwnName
    code: str
    dir: str
    page: str


@dataclass(frozen=True)
class Linked:
    """A sentence with one name in it that is a link: what stands before and after depends on the language."""

    before: Piece
    link: Link
    after: Piece


def linked(said: Piece, page: str) -> Linked:
    """A said sentence whose first `Name` becomes the link; the whole of it where there is none."""
    pieces = said.pieces if isinstance(said, Sentence) else (said,)
    for position, piece in enumerate(pieces):
        if isinstance(piece, Name):
            return Linked(Sentence(pieces[:position]), Link(piece, page), Sentence(pieces[position + 1 :]))
    return Linked("", Link(said, page), "")


def tongue(voice: Voice, code: str, page: str) -> Tongue:
    """A language as a link."""
    return Tongue(voice.language(code), code, "rtl" if code in RTL else "ltr", page)
