"""The tree of a file without any fault: text, dicts and lists from libyaml's events, in one pass and without marks.

Nothing is resolved (`11:30`, `no` and `020…` stay text). At anything odd it stops, and `marked` reads the file again to
say what and where: most files have nothing odd, and marks of every value cost as much as all the rest.
"""

from __future__ import annotations

from typing import Any

import yaml

MAX_DEPTH = 20
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
QUOTES = ("'", '"')


class Odd(Exception):
    """There is something in the file that has to be said."""


def tree(text: str) -> Any:
    """The data of a file; None for an empty one. Raises Odd, or what libyaml raises."""
    loader = LOADER(text)
    try:
        return _Tree(loader.get_event).document()
    finally:
        loader.dispose()


class _Tree:
    """Builds one document. Keys with nothing behind them are left out, but for those in {…}: see `records.messages`."""

    def __init__(self, next_event: Any) -> None:
        self.next = next_event

    def document(self) -> Any:
        self.next()  # start of the stream
        if type(self.next()) is yaml.StreamEndEvent:
            return None
        data = self.node(self.next(), 0)
        self.next()  # end of the document
        if type(self.next()) is not yaml.StreamEndEvent:
            raise Odd
        return data

    def node(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise Odd
        if kind is yaml.ScalarEvent:
            return event.value
        if depth >= MAX_DEPTH:
            raise Odd
        if kind is yaml.SequenceStartEvent:
            items = []
            while type(event := self.next()) is not yaml.SequenceEndEvent:
                items.append(self.node(event, depth + 1))
            return items
        return self.mapping(event.flow_style, depth + 1)

    def mapping(self, flow: bool, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        empty: set[str] = set()
        while type(event := self.next()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent or event.tag is not None or event.anchor is not None:
                raise Odd
            name = event.value
            if name in items or name in empty:
                raise Odd
            value = self.next()
            if is_empty(value) and not flow:
                empty.add(name)
            else:
                items[name] = self.node(value, depth)
        return items


def is_empty(event: Any) -> bool:
    """Whether nothing stands there: no text and no quotes, anchor or label."""
    return (
        type(event) is yaml.ScalarEvent
        and event.value == ""
        and event.style not in QUOTES
        and event.anchor is None
        and event.tag is None
    )
