"""The way in: bytes of a file become a document, or problems."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from wijkgids.problems import Place, Problem, say
from wijkgids.yamlfiles.document import Document, Mark
from wijkgids.yamlfiles.marked import Marked, Stop, marks
from wijkgids.yamlfiles.said import mended, problem
from wijkgids.yamlfiles.tree import Odd, tree

MAX_BYTES = 1_000_000
MOST_MENDED = 20
# What no text of a guide may hold: signs that YAML 1.2 calls not printable (§5.1), and signs that turn the direction of
# text without being seen (Unicode UAX #9, "Trojan source").
_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


def read(path: Path, shown: str) -> tuple[Document, list[Problem]]:
    """Read a file, shown in messages as `shown`. The document's data is None when the file could not be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        found, wanted = "het bestand is niet te lezen", "een bestand dat te openen is"
        cure = error.strerror or "Kijk of je het mag openen."
        return Document(shown), [Problem(Place(shown), "", found, wanted, cure, "bestand")]
    return read_bytes(raw, shown)


def read_bytes(raw: bytes, shown: str) -> tuple[Document, list[Problem]]:
    """Like `read`, from bytes. Beside problems the data is what could be read all the same: for more problems only."""
    if len(raw) > MAX_BYTES:
        found, wanted = say("{size} bytes", size=len(raw)), say("ten hoogste {size} bytes", size=MAX_BYTES)
        return Document(shown), [
            Problem(Place(shown), "", found, wanted, "Knip het bestand in kleinere stukken.", "te-groot")
        ]
    text, problems = _decoded(raw, shown)
    if not problems:
        try:
            return Document(shown, tree(text), text, marks), []
        except (Odd, yaml.YAMLError):
            pass  # said below, with its place
    return _with_marks(text, shown, problems)


def _with_marks(text: str, shown: str, problems: list[Problem]) -> tuple[Document, list[Problem]]:
    """Read a file in which something is wrong: all that can be said of it, and the data as far as it goes."""
    for _ in range(MOST_MENDED):
        builder = Marked(shown)
        try:
            data = builder.build(text)
        except Stop:
            return Document(shown, None, text, marks), [*problems, *builder.problems]
        except yaml.YAMLError as error:
            problems.append(problem(shown, error))
            better = mended(text, error)
            if better is None or better == text:
                return Document(shown, None, text, marks), [*problems, *builder.problems]
            text = better
            continue
        return Document(shown, data, text, marks), [*problems, *builder.problems]
    return Document(shown, None, text, marks), problems


def _decoded(raw: bytes, shown: str) -> tuple[str, list[Problem]]:
    """The text of a file, and what is wrong with its signs; those are replaced, so that the rest can be read."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace"), [_not_utf8(shown, (1, 1))]
    problems: list[Problem] = []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(before.decode("utf-8-sig" if line == 1 else "utf-8", "replace")) + 1
        problems.append(_not_utf8(shown, (line, column)))
        text = raw.decode("utf-8-sig", "replace")
    seen: set[int] = set()
    for found in _INVISIBLE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if line in seen:  # one message for a line: a broken file has thousands
            continue
        seen.add(line)
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        problems.append(
            Problem(
                Place(shown, line, column),
                "",
                say("het onzichtbare teken U+{number}", number=f"{ord(found.group()):04X}"),
                "gewone letters en tekens",
                "Haal het teken weg: zet de cursor op deze plek en typ de woorden eromheen opnieuw.",
                "onzichtbaar-teken",
            )
        )
    return (_INVISIBLE.sub(" ", text) if seen else text), problems


def _not_utf8(shown: str, mark: Mark) -> Problem:
    return Problem(
        Place(shown, *mark),
        "",
        "een teken dat geen UTF-8 is",
        "UTF-8",
        "Bewaar het bestand als UTF-8 (in je editor: 'coderen als UTF-8').",
        "utf-8",
    )
