"""The tree of a file with the place of everything in it, and what is refused: depth, anchors, labels, duplicate keys.

It goes on after what it refuses where that can be done, so that all mistakes of a file come in one report.
"""

from __future__ import annotations

import contextlib
from typing import Any

import yaml

from wijkgids.problems import Place, Problem, say
from wijkgids.yamlfiles.document import Mark, Marks, Path_
from wijkgids.yamlfiles.tree import LOADER, MAX_DEPTH, QUOTES, is_empty


class Stop(Exception):
    """Reading cannot go on; its problem is in the list."""


def marks(text: str) -> Marks:
    """Where everything stands in a file, as far as it can be read."""
    builder = Marked("")
    with contextlib.suppress(Stop, yaml.YAMLError):
        builder.build(text)
    return builder.marks


class Marked:
    """Builds the data of one file, shown as `path`, with its marks and problems."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.marks = Marks()
        self.problems: list[Problem] = []

    def build(self, text: str) -> Any:
        """The data. Raises Stop, or what libyaml raises."""
        data = None
        loader = LOADER(text)
        try:
            self.next = loader.get_event
            while not isinstance(event := self.next(), yaml.StreamEndEvent):
                if isinstance(event, yaml.DocumentStartEvent):
                    if self.marks.values:
                        self.stop(
                            event,
                            "een tweede document (---)",
                            "één document in een bestand",
                            "Haal de regel met --- weg, of maak een tweede bestand.",
                            "twee-documenten",
                        )
                    data = self.node(self.next(), (), 0)
        finally:
            loader.dispose()
        return data

    def refuse(self, event: Any, found: str, wanted: str, cure: str, code: str, name: str = "") -> None:
        place = Place(self.path, *_mark(event))
        self.problems.append(Problem(place, name, found, wanted, cure, code))

    def stop(self, event: Any, found: str, wanted: str, cure: str, code: str) -> None:
        self.refuse(event, found, wanted, cure, code)
        raise Stop

    def node(self, event: Any, path: Path_, depth: int) -> Any:
        self.marks.values[path] = _mark(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.refuse(
                event,
                "een anker of verwijzing (& of *)",
                "gewone tekst",
                'Begint de tekst met & of *? Zet hem tussen "aanhalingstekens".',
                "anker",
            )
        if isinstance(event, yaml.AliasEvent):
            return f"*{event.anchor}"
        if event.tag is not None:
            self.refuse(
                event,
                say("een label ({label})", label=event.tag),
                "gewone tekst",
                'Begint de tekst met een uitroepteken? Zet hem tussen "aanhalingstekens".',
                "label",
            )
        if isinstance(event, yaml.ScalarEvent):
            if event.style in QUOTES:
                self.marks.quoted.add(path)
            return event.value
        if depth >= MAX_DEPTH:
            self.stop(
                event,
                say("meer dan {number} lagen diep", number=MAX_DEPTH),
                "een plat bestand",
                "Haal de haakjes of het inspringen weg.",
                "te-diep",
            )
        if event.flow_style:
            self.marks.flow.add(path)
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
            if event.tag is not None or event.anchor is not None:
                self.refuse(
                    event, "een anker of label bij een sleutel", "een gewoon woord", "Haal & of ! weg.", "anker"
                )
            if (*path, name) in self.marks.keys:
                first = self.marks.keys[(*path, name)][0]
                self.refuse(
                    event,
                    say("de sleutel staat er twee keer (ook op regel {line})", line=first),
                    "elke sleutel één keer",
                    "Voeg de twee samen of haal er een weg.",
                    "dubbele-sleutel",
                    name,
                )
                self.node(self.next(), (*path, f"{name} (dubbel)"), depth + 1)
                continue
            self.marks.keys[(*path, name)] = _mark(event)
            value = self.next()
            if is_empty(value) and path not in self.marks.flow:
                self.marks.values[(*path, name)] = _mark(value)
            else:
                items[name] = self.node(value, (*path, name), depth + 1)
        return items


def _mark(event: Any) -> Mark:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
