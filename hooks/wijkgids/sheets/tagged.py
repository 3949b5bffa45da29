"""Pieces as tagged JSON. The tag decides how a template isolates a text; the text stays data, never Typst source."""

from __future__ import annotations

import re
from typing import TypedDict

from wijkgids.texts import Ltr, Name, OwnName, Piece, Prose, Strong, flat, isolated
from wijkgids.texts.dates import RTL


class Run(TypedDict):
    """A stretch of text of one kind.

    text: in the sheet's language; latin: Latin words and numbers that a translator typed in a text from right to left;
    fact; name; other: in the language `lang`. `missing`: it is Dutch because nobody translated it yet.
    """

    kind: str
    s: str
    lang: str
    strong: bool
    missing: bool


# Direction marks, embeddings, overrides and isolates (UAX #9), and control characters: with one of these a typed text
# could break out of the isolation around it. The joiners (U+200C, U+200D) stay: Farsi is spelled with them.
_UNSAFE = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def safe(text: str) -> str:
    """A text without characters that steer direction or break lines."""
    return _UNSAFE.sub(" ", text)


def runs(piece: Piece, lang: str, *, strong: bool = False) -> list[Run]:
    """The runs of a piece in a text of language `lang`."""
    found: list[Run] = []
    for part in flat(piece):
        match part:
            case Strong(inner):
                found += runs(inner, lang, strong=True)
            case Ltr():
                found.append(_run("fact", part, "nl", strong))
            case Name():
                found.append(_run("name", part, "nl", strong))
            case OwnName(text, code):
                found.append(_run("other", text, code.split("-")[0], strong))
            case Prose(text, said_in, missing):
                if said_in == lang:
                    found += _words(text, lang, strong)
                else:
                    found.append(_run("other", text, said_in, strong, missing=missing))
            case _:
                found += _words(part, lang, strong)
    return found


def _words(text: str, lang: str, strong: bool) -> list[Run]:
    """Words of the language; in one from right to left, its Latin words and numbers are runs of their own."""
    parts: list[str | Ltr] = isolated(safe(text)) if lang in RTL else [safe(text)]
    return [
        _run("latin", part, "nl", strong) if isinstance(part, Ltr) else _run("text", part, lang, strong)
        for part in parts
    ]


def _run(kind: str, text: str, lang: str, strong: bool, *, missing: bool = False) -> Run:
    return Run(kind=kind, s=safe(text), lang=lang, strong=strong, missing=missing)
