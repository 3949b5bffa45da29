"""Pieces become HTML here and nowhere else: escaped, isolated, each language marked."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from wijkgids.texts import Ltr, Name, OwnName, Piece, Prose, Sentence, Strong, isolated

DUTCH = "nl"
# Isolates for text without markup, such as a title or a label (Unicode UAX #9): left-to-right isolate, pop.
_LRI, _PDI = "\u2066", "\u2069"
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew, Arabic and what lies between


def markup(piece: object, lang: str, rtl: bool, *, inside: bool = False) -> Markup:
    """A piece as HTML on a page in `lang`. Every string is escaped; None is nothing.

    A fact is isolated where the page runs from right to left; a Dutch name on every page that is not Dutch.
    `inside`: it stands in a sentence.
    """
    if isinstance(piece, Markup):
        return piece
    if type(piece) is str:  # most of a page
        return _words(piece, rtl, inside)
    if isinstance(piece, Sentence):
        return Markup("").join([markup(part, lang, rtl, inside=True) for part in piece.pieces])
    if isinstance(piece, Strong):
        return Markup("<b>%s</b>") % markup(piece.piece, lang, rtl, inside=True)
    if piece is None:
        return Markup("")
    text = escape(str(piece))
    if isinstance(piece, Ltr):
        return Markup('<bdi dir="ltr">%s</bdi>') % text if rtl else text
    if isinstance(piece, Name):
        return text if lang == DUTCH else Markup('<bdi lang="nl" dir="ltr">%s</bdi>') % text
    if isinstance(piece, OwnName):
        return text if piece.code == lang else Markup('<bdi lang="%s">%s</bdi>') % (piece.code, text)
    if isinstance(piece, Prose) and piece.lang != lang:
        return Markup('<span lang="%s" dir="ltr">%s</span>') % (piece.lang, text)
    return _words(str(piece), rtl, inside or isinstance(piece, Prose))


def _words(text: str, rtl: bool, inside: bool) -> Markup:
    """Words in the page's language; where they run from right to left, the Latin words and numbers in them isolated.

    A string by itself without such letters stays as it is: it may be an address or a code in an attribute.
    """
    if not rtl or not (inside or _RTL.search(text)):
        return escape(text)
    return Markup("").join(
        [Markup('<bdi dir="ltr">%s</bdi>') % part if isinstance(part, Ltr) else escape(part) for part in isolated(text)]
    )


def plain(piece: Piece | None, rtl: bool = False) -> str:
    """A piece as text without markup, for titles, labels and attributes (not escaped yet)."""
    if piece is None:
        return ""
    if isinstance(piece, Sentence):
        return "".join(plain(part, rtl) for part in piece.pieces)
    if isinstance(piece, Strong):
        return plain(piece.piece, rtl)
    if rtl and (isinstance(piece, Ltr | Name) or (isinstance(piece, Prose) and piece.missing)):
        return f"{_LRI}{piece}{_PDI}"
    return str(piece)
