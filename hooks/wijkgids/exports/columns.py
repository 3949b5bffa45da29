"""Pieces as lines of plain text: wrapped at 72 columns, facts isolated in right-to-left text, nothing that steers.

A terminal obeys control characters and a mail reader obeys direction marks; both can come from a contributor or a
translator, so only the isolates of the program's own remain (Unicode UAX #9, FSI and PDI).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wijkgids.texts import Ltr, Name, OwnName, Piece, Prose, Sentence, Strong, isolated

WIDTH = 72
INDENT = 2  # columns for each depth
OPEN, CLOSE = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_JOINERS = "\u200c\u200d"  # Persian and others write with them
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True)
class Text:
    """A paragraph. `mark` stands before its first line, as "- " or "1. "; the lines below it hang."""

    said: Piece
    depth: int = 0
    mark: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading of its own, with an empty line before it. `rule` is the sign of the line below it, if any."""

    said: Piece
    depth: int = 0
    rule: str = ""


@dataclass(frozen=True)
class Table:
    """Rows whose cells stand below each other."""

    rows: tuple[tuple[Piece, ...], ...]
    depth: int = 0


@dataclass(frozen=True)
class Gap:
    """An empty line."""


Item = Text | Heading | Table | Gap


def laid_out(items: Sequence[Item], *, rtl: bool) -> str:
    """The items as text, with a line break at its end. Never two empty lines together, and none at the start."""
    lines: list[str] = []
    for item in items:
        match item:
            case Gap():
                lines.append("")
            case Heading():
                found = wrapped(spoken(item.said, rtl=rtl), INDENT * item.depth)
                lines += ["", *found, *([item.rule * max(map(columns, found))] if item.rule else [])]
            case Text():
                lines += wrapped(spoken(item.said, rtl=rtl), INDENT * item.depth, item.mark)
            case Table():
                lines += _rows([[spoken(cell, rtl=rtl) for cell in row] for row in item.rows], INDENT * item.depth)
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip("\n") + "\n"


def spoken(piece: Piece, *, rtl: bool) -> str:
    """A piece as text. What runs the other way than the text around it is isolated; control characters are gone."""
    return "".join(_spoken(piece, rtl)).strip()


def _spoken(piece: Piece, rtl: bool) -> Iterator[str]:
    match piece:
        case Sentence():
            for part in piece.pieces:
                yield from _spoken(part, rtl)
        case Strong():
            yield from _spoken(piece.piece, rtl)
        case Ltr() | Name():
            text = clean(piece)
            yield _isolate(text) if rtl or _turns(text) else text
        case OwnName():
            text = clean(piece.text)
            yield _isolate(text) if _turns(text) != rtl else text
        case Prose():
            yield from _prose(piece, rtl)
        case _:
            yield from _isolated(clean(piece), rtl)


def _prose(piece: Prose, rtl: bool) -> Iterator[str]:
    text = clean(piece.text)
    if not rtl:
        yield _isolate(text) if _turns(text) else text
    elif piece.missing:
        yield _isolate(text)  # Dutch among letters that run the other way
    else:
        yield from _isolated(text, rtl)


def _isolated(text: str, rtl: bool) -> Iterator[str]:
    """Words in the language of the text; where they run from right to left, its Latin words and numbers apart."""
    if not rtl:
        yield text
    else:
        yield from (_isolate(part) if isinstance(part, Ltr) else part for part in isolated(text))


def _isolate(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}" if text else ""


def _turns(text: str) -> bool:
    """Whether a text holds a letter that is written from right to left."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def clean(text: str) -> str:
    """A text without control and direction characters; every kind of break and tab is a space."""
    spaced = _SPACES.sub(" ", text)
    return "".join(
        sign
        for sign in spaced
        if sign in _JOINERS or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    )


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: marks above letters take none, wide signs two."""
    return sum(
        0
        if unicodedata.category(sign) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(sign) in ("W", "F")
        else 1
        for sign in text
    )


def wrapped(text: str, indent: int = 0, mark: str = "") -> list[str]:
    """A text as lines of at most 72 columns; none for an empty text. A longer word stays whole, on a line of its own.

    Each line closes the isolates that it opens, because a terminal orders each line by itself.
    """
    room = WIDTH - indent - len(mark)
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and columns(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    if line:
        lines.append(line)
    first, other = " " * indent + mark, " " * (indent + len(mark))
    return [(first if number == 0 else other) + one for number, one in enumerate(_balanced(lines))]


def _balanced(lines: list[str]) -> Iterator[str]:
    """Lines of which each holds whole isolates."""
    still = False
    for line in lines:
        opened = (OPEN if still else "") + line
        still = opened.count(OPEN) > opened.count(CLOSE)
        yield opened + (CLOSE if still else "")


def _rows(rows: list[list[str]], indent: int) -> list[str]:
    widths = [max(columns(row[place]) for row in rows if place < len(row)) for place in range(max(map(len, rows)))]
    lines: list[str] = []
    for row in rows:
        cells = [cell + " " * (wide - columns(cell)) for cell, wide in zip(row, widths, strict=False)]
        line = " " * indent + "  ".join(cells).rstrip()
        # What does not fit beside stands below, so that the columns stay.
        lines += [line] if columns(line) <= WIDTH else wrapped("  ".join(cell.strip() for cell in row), indent)
    return lines
