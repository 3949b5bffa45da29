"""YAML files as text: every scalar stays what was typed, and every value knows its line and column.

The tree is built from libyaml's event stream in one pass, with our own small node types. Nothing is resolved (`11:30`,
`no` and `020…` stay text), and what could hurt is refused while reading: depth, aliases, anchors, tags, duplicate keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from wijkgids.problems import Place, Problem

MAX_DEPTH = 20
MAX_BYTES = 1_000_000
# What no text of a guide may hold: signs that YAML 1.2 calls not printable (§5.1), and signs that turn the direction of
# text without being seen (Unicode UAX #9, "Trojan source").
_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)

Mark = tuple[int, int]  # line and column, both from 1
Path_ = tuple[str | int, ...]  # where a value is: keys and positions


@dataclass
class Document:
    """A file as plain text, dicts and lists, and the marks of each key and value by path."""

    path: str
    data: Any = None
    keys: dict[Path_, Mark] = field(default_factory=dict)
    values: dict[Path_, Mark] = field(default_factory=dict)
    quoted: set[Path_] = field(default_factory=set)
    flow: set[Path_] = field(default_factory=set)

    def place(self, path: Path_ = (), *, key: bool = False) -> Place:
        """Where a value (or its key) stands; the nearest value around it when it has no mark of its own."""
        marks = self.keys if key else self.values
        while path and path not in marks:
            path = path[:-1]
            marks = self.values
        line, column = marks.get(path, (0, 0))
        return Place(self.path, line, column)


class _Stop(Exception):
    """Reading cannot go on; its problem is in the list."""


def read(path: Path, shown: str) -> tuple[Document, list[Problem]]:
    """Read a file, shown in messages as `shown`. The document's data is None when the file could not be read."""
    document = Document(shown)
    try:
        raw = path.read_bytes()
    except OSError as error:
        return document, [
            _problem(
                document,
                "het bestand is niet te lezen",
                "een bestand dat te openen is",
                str(error.strerror or error),
                "bestand",
            )
        ]
    return read_bytes(raw, shown)


def read_bytes(raw: bytes, shown: str) -> tuple[Document, list[Problem]]:
    """Like `read`, from bytes."""
    document = Document(shown)
    problems: list[Problem] = []
    if len(raw) > MAX_BYTES:
        problems.append(
            _problem(
                document,
                f"{len(raw)} bytes",
                f"ten hoogste {MAX_BYTES} bytes",
                "Knip het bestand in kleinere stukken.",
                "te-groot",
            )
        )
        return document, problems
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problems.append(
            _problem(
                document,
                "een teken dat geen UTF-8 is",
                "UTF-8",
                "Bewaar het bestand als UTF-8 (in je editor: 'coderen als UTF-8').",
                "utf-8",
                (line, column),
            )
        )
        return document, problems
    problems += _forbidden(document, text)
    if not problems:
        try:
            _Builder(document, problems).build(text)
        except _Stop:
            document.data = None
        except yaml.YAMLError as error:
            document.data = None
            problems.append(_yaml_problem(document, error))
    return document, problems


def _problem(
    document: Document, found: str, wanted: str, cure: str, code: str, mark: Mark = (0, 0), name: str = ""
) -> Problem:
    return Problem(Place(document.path, *mark), name, found, wanted, cure, code)


def _forbidden(document: Document, text: str) -> list[Problem]:
    problems: list[Problem] = []
    for found in _INVISIBLE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        problems.append(
            _problem(
                document,
                f"het onzichtbare teken U+{ord(found.group()):04X}",
                "gewone letters en tekens",
                "Haal het teken weg: zet de cursor op deze plek en typ de woorden eromheen opnieuw.",
                "onzichtbaar-teken",
                (line, column),
            )
        )
    return problems


def _yaml_problem(document: Document, error: yaml.YAMLError) -> Problem:
    said = str(getattr(error, "problem", None) or error)
    place = _at(getattr(error, "problem_mark", None))
    for words, found, wanted, cure in _SAID:
        if words in said:
            if words in _OPEN:  # it was noticed at the end; people look at the beginning
                place = max(_at(getattr(error, "context_mark", None)), (1, 1))
            return _problem(document, found, wanted, cure, "yaml", place)
    return _problem(
        document,
        "iets wat de lezer niet begrijpt",
        "geldige YAML",
        "Kijk op deze regel en de regel erboven: inspringen, dubbele punt, aanhalingstekens.",
        "yaml",
        place,
    )


def _at(mark: Any) -> Mark:
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


_OPEN = ("did not find expected ',' or", "found unexpected end of stream")

# What libyaml says, and what that means for who typed it.
_SAID = (
    ("found character that cannot start any token", "een teken waar niets mee mag beginnen (een tab of @, ` of %)", "spaties, of de tekst tussen aanhalingstekens",
     'Spring in met spaties, niet met tabs. Begint de tekst met een bijzonder teken? Zet hem tussen "aanhalingstekens".'),
    ("mapping values are not allowed", "een dubbele punt midden in een tekst, of een regel die te ver inspringt", "één 'sleutel: waarde' per regel",
     'Zet een tekst met een dubbele punt erin tussen "aanhalingstekens", of spring minder ver in.'),
    ("did not find expected ',' or", "een haakje of komma te weinig", "{a: b, c: d} of [a, b]", 'Sluit elke { met } en elke [ met ]. Zet een tekst met een komma tussen "aanhalingstekens".'),
    ("could not find expected ':'", "een regel zonder dubbele punt", "'sleutel: waarde'", "Zet achter de sleutel een dubbele punt en een spatie."),
    ("did not find expected key", "een regel die niet op zijn plek staat", "een sleutel, even ver ingesprongen als de sleutels ervoor", "Laat de sleutels die bij elkaar horen recht onder elkaar beginnen."),
    ("did not find expected '-'", "een regel die niet op zijn plek staat", "een streepje, even ver ingesprongen als het vorige", "Laat de streepjes van een lijst recht onder elkaar beginnen."),
    ("found unexpected end of stream", "een aanhalingsteken dat niet gesloten is", "een aanhalingsteken aan het begin en aan het eind", "Zet het tweede aanhalingsteken erbij."),
    ("found unknown escape character", "een schuine streep (\\) tussen aanhalingstekens", "een tekst zonder \\", "Schrijf \\\\ of gebruik enkele aanhalingstekens."),
    ("found duplicate anchor", "een anker (&)", "gewone tekst", "Zet de tekst tussen aanhalingstekens."),
    ("undefined alias", "een verwijzing (*)", "gewone tekst", "Zet de tekst tussen aanhalingstekens."),
)  # fmt: skip


class _Builder:
    """Builds the tree of one document from the events of libyaml."""

    def __init__(self, document: Document, problems: list[Problem]) -> None:
        self.document = document
        self.problems = problems

    def build(self, text: str) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        try:
            self.next = loader.get_event
            while not isinstance(event := self.next(), yaml.StreamEndEvent):
                if isinstance(event, yaml.DocumentStartEvent):
                    if self.document.values:
                        self.stop(
                            event,
                            "een tweede document (---)",
                            "één document in een bestand",
                            "Haal de regel met --- weg, of maak een tweede bestand.",
                            "twee-documenten",
                        )
                    self.document.data = self.node(self.next(), (), 0)
        finally:
            loader.dispose()

    def stop(self, event: yaml.Event, found: str, wanted: str, cure: str, code: str) -> None:
        mark = event.start_mark
        at = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        self.problems.append(_problem(self.document, found, wanted, cure, code, at))
        raise _Stop

    def node(self, event: Any, path: Path_, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.stop(
                event,
                "een anker of verwijzing (& of *)",
                "gewone tekst",
                'Begint de tekst met & of *? Zet hem tussen "aanhalingstekens".',
                "anker",
            )
        if event.tag is not None:
            self.stop(
                event,
                f"een label ({event.tag})",
                "gewone tekst",
                'Begint de tekst met een uitroepteken? Zet hem tussen "aanhalingstekens".',
                "label",
            )
        mark = event.start_mark
        self.document.values[path] = (mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            if event.style in ("'", '"'):
                self.document.quoted.add(path)
            return event.value
        if depth >= MAX_DEPTH:
            self.stop(
                event,
                f"meer dan {MAX_DEPTH} lagen diep",
                "een plat bestand",
                "Haal de haakjes of het inspringen weg.",
                "te-diep",
            )
        if event.flow_style:
            self.document.flow.add(path)
        return self.mapping(path, depth) if isinstance(event, yaml.MappingStartEvent) else self.sequence(path, depth)

    def sequence(self, path: Path_, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.node(event, (*path, len(items)), depth + 1))
        return items

    def mapping(self, path: Path_, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.stop(
                    event,
                    "een lijst of blok als sleutel",
                    "een woord als sleutel",
                    "Zet een woord voor de dubbele punt.",
                    "sleutel",
                )
            name = event.value
            mark = (event.start_mark.line + 1, event.start_mark.column + 1)
            if event.tag is not None or event.anchor is not None:
                self.stop(event, "een anker of label bij een sleutel", "een gewoon woord", "Haal & of ! weg.", "anker")
            if name in items:
                first = self.document.keys[(*path, name)][0]
                self.problems.append(
                    _problem(self.document, f"de sleutel staat er twee keer (ook op regel {first})", "elke sleutel één keer",
                             "Voeg de twee samen of haal er een weg.", "dubbele-sleutel", mark, name)
                )  # fmt: skip
                self.node(self.next(), (*path, f"{name} (dubbel)"), depth + 1)
                continue
            self.document.keys[(*path, name)] = mark
            items[name] = self.node(self.next(), (*path, name), depth + 1)
        return items
