"""Problems where people look on GitHub: marks on the lines they changed, and a page that sums up.

Everything in them may be typed by a stranger who opens a pull request. So a text can start no workflow command, and in
the page it is letters only: no HTML, no Markdown, no link, nobody is called by their name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from wijkgids.problems.message import DUTCH, Catalogue, Message, say, translated
from wijkgids.problems.problem import Problem, Weight, in_language, in_order
from wijkgids.problems.report import count, visible

MOST_MARKS: Final = 10  # GitHub shows ten of a step and drops the others
SUMMARY_LIMIT: Final = 1_000_000  # bytes; GitHub takes 1 MiB a step and drops a page that is larger
_KINDS: Final = {Weight.ERROR: "error", Weight.WARNING: "warning"}
# Between these signs a link, a mention or a number of an issue would be read; <wbr> parts them, and shows nothing.
_PARTED = re.compile(r"[@#/:.]")
_LETTER = re.compile(r"[^\w ,;()–—‘’“”…€→‹›]", re.ASCII)
_BLANK = re.compile(r"\{(\w+)\}")


def marks(problems: Iterable[Problem], catalogue: Catalogue = DUTCH) -> list[str]:
    """GitHub's commands that mark a line of a file: the first ten, errors first."""
    ordered = sorted(in_order(problems), key=lambda one: one.weight is not Weight.ERROR)
    return [_annotation(in_language(one, catalogue)) for one in ordered[:MOST_MARKS]]


def summary(
    problems: Iterable[Problem],
    echoes: Sequence[tuple[str, str]] = (),
    catalogue: Catalogue = DUTCH,
    limit: int = SUMMARY_LIMIT,
) -> str:
    """A page in Markdown with all problems, errors first, and what was understood: `echoes` are a file and a sentence.

    Of what does not fit in `limit` bytes only the number is said.
    """
    ordered = sorted(in_order(problems), key=lambda one: one.weight is not Weight.ERROR)
    wrong = any(one.weight is Weight.ERROR for one in ordered)
    title = translated(say("Hier klopt iets niet") if wrong else say("De gegevens kloppen"), catalogue)
    parts = [f"\n### {_letters(title)}\n\n{_letters(translated(count(ordered), catalogue))}\n\n"]
    room = limit - len(parts[0].encode()) - 1000  # for the sentences about what is left out, and the tags
    rows = [_row(one, catalogue) for one in ordered]
    kept, room = _fitting(rows, room)
    if kept:
        heads = (say("waar"), say("wat er staat"), say("zo maak je het goed"))
        named = "".join(f"<th>{_letters(translated(head, catalogue))}</th>" for head in heads)
        parts.append(f"<table>\n<tr>{named}</tr>\n{''.join(kept)}</table>\n\n")
    if len(kept) < len(rows):
        parts.append(_left_out(len(rows) - len(kept), catalogue))
    said = [f"<tr><td><code>{_letters(path)}</code></td><td>{_letters(text)}</td></tr>\n" for path, text in echoes]
    kept, room = _fitting(said, room)
    if kept:
        title = translated(say("Zo is het begrepen: de volgende keren"), catalogue)
        parts.append(f"<details><summary>{_letters(title)}</summary>\n<table>\n{''.join(kept)}</table>\n</details>\n\n")
    if len(kept) < len(said):
        parts.append(_left_out(len(said) - len(kept), catalogue))
    return "".join(parts)


def _annotation(told: Problem) -> str:
    place = told.place
    at = f"file={_property(place.path)}"
    if place.line:
        at += f",line={place.line},col={place.column}"
    said = ", ".join(part for part in (told.field, told.found, told.wanted) if part)
    # Not shown as `##[…]`: an older form of a command, which the runner reads anywhere in a line.
    text = visible(f"{said} → {told.cure}").replace("##[", "## [")
    return f"::{_KINDS[told.weight]} {at},title={_property(visible(told.code))}::{_data(text)}"


def _data(text: str) -> str:
    """A text behind `::`, as actions/toolkit escapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C").replace("##[", "## [")


def _row(problem: Problem, catalogue: Catalogue) -> str:
    place, mild = problem.place, problem.weight is Weight.WARNING
    where = f"<code>{_letters(place.path)}</code>"
    if place.line:
        where += "<br>" + _letters(translated(say("regel {line}", line=place.line), catalogue))
    weight = _letters(translated(problem.weight.value, catalogue))
    found = [_cell(part, catalogue) for part in (problem.found, problem.wanted) if part]
    if problem.field:
        found.insert(0, _letters(problem.field))
    told = ("" if mild else "<b>") + weight + ("" if mild else "</b>") + "<br>" + ", ".join(found)
    cure = f"{_cell(problem.cure, catalogue)} <code>{_letters(problem.code)}</code>"
    return f"<tr><td>{where}</td><td>{told}</td><td>{cure}</td></tr>\n"


def _cell(text: str, catalogue: Catalogue) -> str:
    """A sentence of ours with what was typed as code; a text that is no sentence of ours whole."""
    if not isinstance(text, Message):
        return _letters(translated(text, catalogue))
    pieces, end = [], 0
    template = catalogue.get(text.template, text.template)
    for blank in _BLANK.finditer(template):
        if blank[1] not in text.values:
            continue
        value = text.values[blank[1]]
        shown = _cell(value, catalogue) if isinstance(value, Message) else f"<code>{_letters(str(value))}</code>"
        pieces += [_letters(template[end : blank.start()]), shown]
        end = blank.end()
    return "".join([*pieces, _letters(template[end:])])


def _letters(text: str) -> str:
    """A text as its letters: all signs that mean something to HTML, Markdown or GitHub as numbers."""
    told = ""
    for sign in visible(text):
        told += f"&#{ord(sign)};" if _LETTER.match(sign) and ord(sign) < 128 else sign
        if _PARTED.match(sign):
            told += "<wbr>"
    return told.replace("_", "&#95;")


def _fitting(rows: Sequence[str], room: int) -> tuple[list[str], int]:
    """The first rows that fit in so many bytes, and the bytes that are left."""
    kept: list[str] = []
    for row in rows:
        room -= len(row.encode())
        if room < 0:
            return kept, 0
        kept.append(row)
    return kept, room


def _left_out(number: int, catalogue: Catalogue) -> str:
    return _letters(translated(say("En nog {number}: die passen hier niet.", number=number), catalogue)) + "\n\n"
