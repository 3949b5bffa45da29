"""Every sentence of a record that is translated, with its place: what a translator gets, and what views may say."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from wijkgids.records.model import Actor
from wijkgids.records.said import Said
from wijkgids.records.settings import Settings
from wijkgids.records.values import PROSE, Shown


def sayings(slug: str, record: Actor | Settings) -> list[Said]:
    """The prose of a record in its order. Activities stand by their id, other lists by position from 1."""
    return list(_walk(slug, record, ""))


def shown(field: FieldInfo) -> Shown | None:
    """How a field reaches people, from the marks in its annotation."""
    for mark in field.metadata:
        if isinstance(mark, Shown):
            return mark
    return _mark(field.annotation)


def _mark(annotation: Any) -> Shown | None:
    if typing.get_origin(annotation) is typing.Annotated:
        for mark in annotation.__metadata__:
            if isinstance(mark, Shown):
                return mark
    for argument in typing.get_args(annotation):
        if (found := _mark(argument)) is not None:
            return found
    return None


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, bool], ...]:
    """Name, key and whether it is prose, of each field."""
    return tuple(
        (name, field.alias or name, (mark := shown(field)) is not None and mark.how == PROSE)
        for name, field in model.model_fields.items()
    )


# Words that mean something to the program; they are in the vocabulary or the catalogue, not in a record's translation.
KEYWORDS = frozenset({"geen", "onbekend"})


def _walk(slug: str, value: Any, at: str) -> Iterator[Said]:
    if isinstance(value, BaseModel):
        for name, key, prose in _fields(type(value)):
            yield from _step(slug, getattr(value, name), f"{at}.{key}" if at else key, prose)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _walk(slug, one, f"{at}.{key}")


def _step(slug: str, value: Any, at: str, prose: bool) -> Iterator[Said]:
    if isinstance(value, str):
        if prose and not (at.endswith("wachttijd") and value in KEYWORDS):
            yield Said(value, slug, at)
    elif isinstance(value, tuple):
        for position, one in enumerate(value, 1):
            yield from _step(slug, one, f"{at}.{getattr(one, 'id', position)}", prose)
    elif value is not None:
        yield from _walk(slug, value, at)
