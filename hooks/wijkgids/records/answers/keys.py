"""The keys of a model: which may stand at a place, and where a key belongs that stands somewhere else."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from wijkgids.records.sayings import shown
from wijkgids.records.values.typed import PROSE
from wijkgids.yamlfiles import Path_

Models = tuple[type[BaseModel], ...]


@dataclass(frozen=True)
class Key:
    """A key of a model: what blocks may stand behind it, in a list or not, or under names of their own (`named`).

    `prose` is a sentence or name that is translated.
    """

    name: str
    models: Models
    many: bool
    named: bool
    required: bool
    prose: bool


@cache
def keys_of(model: type[BaseModel]) -> dict[str, Key]:
    """The keys of a model as people type them, in its order."""
    return {
        name: Key(
            name,
            tuple(_models(field.annotation)),
            _has(field.annotation, (tuple, list)),
            _has(field.annotation, (dict,)),
            field.is_required(),
            (mark := shown(field)) is not None and mark.how == PROSE,
        )
        for attribute, field in model.model_fields.items()
        if (name := field.alias or attribute)
    }


def models_at(root: type[BaseModel], path: Path_) -> Models:
    """The models of which the keys may stand at a path; empty where no block belongs."""
    models: Models = (root,)
    named = False
    for part in path:
        if isinstance(part, int) or named:
            named = False
            continue
        found = [keys_of(model)[part] for model in models if part in keys_of(model)]
        models = tuple(inner for key in found for inner in key.models)
        named = any(key.named for key in found)
    return models


def keys_at(root: type[BaseModel], path: Path_) -> dict[str, Key]:
    """The keys that may stand at a path."""
    return {name: key for model in models_at(root, path) for name, key in keys_of(model).items()}


# Where a key is most likely meant, when it can stand in more than one block.
_LIKELY = (
    *("contact", "drempels", "plek", "wanneer", "toegang", "akkoord", "leeftijd", "kring", "gestopt"),
    *("activiteiten", "open"),
)
# A name or role beside the numbers of a group is of a person.
_PERSON = ("naam", "rol", "talen")


def belongs(root: type[BaseModel], path: Path_, name: str) -> tuple[str, ...] | None:
    """The path of keys to where a key belongs that stands at `path`, itself at the end; None when it is no key."""
    here = tuple(part for part in path if isinstance(part, str))
    if here[-1:] == ("contact",) and name in _PERSON:
        return ("mensen", name)
    found = [spot for spot in _spots(root) if spot[-1] == name and spot[:-1] != here]

    own = any(len(spot) == 1 for spot in found)  # a key of every actor and activity: it is theirs

    def far(spot: tuple[str, ...]) -> tuple[int, int, int]:
        block = spot[-2] if len(spot) > 1 else ""
        rank = _LIKELY.index(block) if block in _LIKELY else len(_LIKELY)
        pairs = enumerate(zip(spot, here, strict=False))
        shared = next((at for at, (one, other) in pairs if one != other), min(len(spot), len(here)))
        return (-1 if own and block in ("", "activiteiten") else rank, len(here) + len(spot) - 2 * shared, len(spot))

    return min(found, key=far) if found else None


@cache
def _spots(root: type[BaseModel]) -> tuple[tuple[str, ...], ...]:
    def walk(model: type[BaseModel], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for name, key in keys_of(model).items():
            yield (*above, name)
            for inner in key.models:
                yield from walk(inner, (*above, name))

    return tuple(dict.fromkeys(walk(root, ())))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) is not None:
        for argument in typing.get_args(annotation):
            yield from _models(argument)


def _has(annotation: Any, containers: tuple[type, ...]) -> bool:
    origin = typing.get_origin(annotation)
    if origin in containers:
        return True
    if origin in (typing.Union, types.UnionType, typing.Annotated):
        return any(_has(argument, containers) for argument in typing.get_args(annotation))
    return False
