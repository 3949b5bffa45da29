"""What a file says in words, and where: every text that a person typed, of a field or as a comment.

Checks of language and privacy look at all texts of a file at once (`joined`, a line for each) and ask for the place only
when they find something. Also a record with errors is read: what is private in it must be said too.
"""

from __future__ import annotations

import re
import typing
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from wijkgids.checks.room import ROOM
from wijkgids.problems import Place, Problem, Weight
from wijkgids.records.model import Actor
from wijkgids.records.sayings import shown
from wijkgids.records.settings import Settings
from wijkgids.records.values import FACT, PROSE
from wijkgids.vocabulary.terms import words_of
from wijkgids.yamlfiles import Document, Path_


class Sort(IntEnum):
    """What a text is. TYPED: a date, number or word of ours; FREE: other text; PROSE: what a resident reads."""

    TYPED = 0
    FREE = 1
    PROSE = 2


# Facts that are words: a name or an address.
_FREE_FACTS = frozenset({"naam", "adres", "plaats"})
# A comment: after a space or at the beginning of a line. In a text between quotes it is none: see `_comments`.
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))(#.*)")

NO_LIMIT = 10**9
# What may stand behind a key: the sort of its texts, how many signs they may have, and the keys below it. None: no text.
Spot = tuple[Sort, int, Any] | None
Below = Mapping[str, Spot]
Text = tuple[str, Path_, Sort]
_NOTHING: Below = {}
_UNKNOWN: Spot = (Sort.FREE, NO_LIMIT, _NOTHING)  # a key that the model does not know


@dataclass(frozen=True)
class Written:
    """The texts of one file. `joined`: all of them, a line for each; `comments` (text, line, column) stand last.

    `long`: which texts have more signs than there is room for (see `room`).
    """

    document: Document
    known: Below
    joined: str
    long: tuple[int, ...]
    comments: tuple[tuple[str, int, int], ...]

    @cached_property
    def texts(self) -> list[Text]:
        """What was typed, its path (empty for a comment) and its sort, in the order of `joined`."""
        texts: list[Text] = []
        _collect(self.document.data, Sort.FREE, self.known, (), texts)
        return [*texts, *((text, (), Sort.FREE) for text, _, _ in self.comments)]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all texts in small letters."""
        return words_of(self.joined)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.joined.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def at(self, offset: int) -> int:
        """Which text stands at an offset of `joined`."""
        return bisect_right(self._starts, offset) - 1

    def line(self, index: int) -> str:
        """A text as it stands in `joined`: on one line."""
        return self.joined[self._starts[index] : self._starts[index + 1] - 1]

    def start(self, index: int) -> int:
        """Where a text begins in `joined`."""
        return self._starts[index]

    def sort(self, index: int) -> Sort:
        """What a text is."""
        return self.texts[index][2]

    def path(self, index: int) -> Path_:
        """The path of a text; empty for a comment."""
        return self.texts[index][1]

    def problem(self, index: int, found: str, wanted: str, cure: str, code: str, *, mild: bool = False) -> Problem:
        """A problem of a text."""
        path = self.path(index)
        place = self.document.place(path)
        if not path and self.comments:
            _, line, column = self.comments[index - len(self.texts)]
            place = Place(self.document.path, line, column)
        weight = Weight.WARNING if mild else Weight.ERROR
        return Problem(place, field_name(self.document.data, path), found, wanted, cure, code, weight)


def of_record(document: Document) -> Written:
    """The texts of a record."""
    return _written(document, below(Actor, ""))


def of_settings(document: Document) -> Written:
    """The texts of data/gids.yml."""
    return _written(document, below(Settings, "gids."))


def field_name(data: Any, path: Path_) -> str:
    """A path as people see it: its keys, and an activity by its id."""
    names: list[str] = []
    for part in path:
        data = _step(data, part)
        if isinstance(part, str):
            names.append(part)
        elif isinstance(data, dict) and isinstance(data.get("id"), str):
            names.append(data["id"])
    return ".".join(names)


def key_of(path: Path_) -> str:
    """The last key of a path."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _step(data: Any, part: str | int) -> Any:
    if isinstance(part, str):
        return data.get(part) if isinstance(data, dict) else None
    return data[part] if isinstance(data, list) and part < len(data) else None


def _written(document: Document, known: Below) -> Written:
    texts: list[str] = []
    long: list[int] = []
    _gather(document.data, Sort.FREE, NO_LIMIT, known, texts, long)
    comments = tuple(_comments(document.text)) if "#" in document.text else ()
    texts += [text for text, _, _ in comments]
    joined = "\n".join(texts)
    if joined.count("\n") >= max(len(texts), 1):  # a text of more lines
        joined = "\n".join([" ".join(text.split()) for text in texts])
    return Written(document, known, joined, tuple(long), comments)


def _gather(value: Any, sort: Sort, limit: int, known: Below, texts: list[str], long: list[int]) -> None:
    """The texts of `_collect` alone, in its order: of most files nobody asks where they stand."""
    if isinstance(value, dict):
        for key, one in value.items():
            spot = known.get(key, _UNKNOWN)
            if spot is None:
                continue
            sort_, limit_, inner = spot
            if type(one) is not str:
                _gather(one, sort_, limit_, inner, texts, long)
            elif sort_:
                if len(one) > limit_:
                    long.append(len(texts))
                texts.append(one)
    elif isinstance(value, list):
        for one in value:
            if type(one) is not str:
                _gather(one, sort, limit, known, texts, long)
            elif sort:
                if len(one) > limit:
                    long.append(len(texts))
                texts.append(one)
    elif isinstance(value, str) and sort:
        texts.append(value)


def _collect(value: Any, sort: Sort, known: Below, path: Path_, texts: list[Text]) -> None:
    if isinstance(value, str):
        if sort:
            texts.append((value, path, sort))
    elif isinstance(value, dict):
        for key, one in value.items():
            spot = known.get(key, _UNKNOWN)
            if spot is not None:
                _collect(one, spot[0], spot[2], (*path, key), texts)
    elif isinstance(value, list):
        for position, one in enumerate(value):
            _collect(one, sort, known, (*path, position), texts)


def _comments(text: str) -> Iterator[tuple[str, int, int]]:
    for number, line in enumerate(text.split("\n"), 1):
        if "#" not in line:
            continue
        for found in _COMMENT.finditer(line):
            if line.count('"', 0, found.start(1)) % 2 == 0:
                yield found[1], number, found.start(1) + 1
                break


@cache
def below(model: type[BaseModel], at: str) -> Below:
    """The keys of a model that stands at a path of keys (with a dot behind it): their sort, room, and what is below."""
    return {key: _spot(f"{at}{key}", key, field) for key, field in _keys(model)}


def _keys(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    return ((field.alias or name, field) for name, field in model.model_fields.items())


def _spot(at: str, key: str, field: Any) -> Spot:
    mark = shown(field)
    limit = ROOM[at][0] if at in ROOM else NO_LIMIT
    inner: dict[str, Spot] = {}
    for part in _models(field.annotation):
        inner.update(below(part, f"{at}."))
    if inner:
        one: Spot = (Sort.TYPED, limit, inner)
        return (Sort.TYPED, limit, _AnyKey({"*": one})) if _is_mapping(field.annotation) else one
    if mark is None or (mark.how == FACT and key not in _FREE_FACTS):
        return None
    return Sort.PROSE if mark.how == PROSE else Sort.FREE, limit, _NOTHING


class _AnyKey(dict[str, Spot]):
    """The same for every key: the neighbourhoods of a guide, by their slug."""

    def get(self, key: str, default: Any = None) -> Any:
        """What stands below any key."""
        return self["*"]


def _is_mapping(annotation: Any) -> bool:
    return typing.get_origin(annotation) in (dict, Mapping) or any(
        _is_mapping(one) for one in typing.get_args(annotation)
    )


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for one in typing.get_args(annotation):
        yield from _models(one)
