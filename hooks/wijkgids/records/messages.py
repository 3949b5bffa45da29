"""What pydantic says, in plain Dutch, with the place in the file, the nearest word and the cure."""

from __future__ import annotations

import re
import types
import typing
from typing import Any

from pydantic import BaseModel, ValidationError

from wijkgids.problems import Problem
from wijkgids.records.nearest import meant
from wijkgids.yamlfiles import Document, Path_


def problems_of(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Problem]:
    """Each error of a validation as a problem at its place."""
    found = (_problem(one, document, model) for one in error.errors(include_url=False))
    return list(dict.fromkeys(problem for problem in found if problem))


def shorten(value: Any) -> str:
    """What was found, short enough for one line."""
    if isinstance(value, dict):
        return "een blok met sleutels"
    if isinstance(value, (list, tuple)):
        return "een lijst"
    text = " ".join(str(value).split())
    return f"'{text if len(text) <= 60 else text[:57] + '…'}'"


def _problem(one: Any, document: Document, model: type[BaseModel]) -> Problem | None:
    loc: Path_ = _without_tags(one["loc"], document.data)
    kind, context, value = one["type"], one.get("ctx", {}), one["input"]
    name = ".".join(str(part) for part in loc if isinstance(part, str)) or "bestand"
    if kind == "extra_forbidden":
        return _unknown_key(loc, name, value, document, model)
    if kind == "missing":
        return Problem(
            document.place(loc[:-1]),
            name,
            "staat er niet",
            f"de sleutel '{loc[-1]}'",
            f"Zet de regel '{loc[-1]}: …' erbij.",
            "ontbreekt",
        )
    place = document.place(loc)
    if "wanted" in context:
        return Problem(place, name, shorten(value), str(context["wanted"]), str(context["cure"]), kind)
    if kind in ("enum", "literal_error"):
        known = re.findall(r"'([^']+)'", str(context.get("expected", "")))
        return Problem(
            place,
            name,
            shorten(value),
            " | ".join(known),
            meant(str(value), known, "Kies een van deze woorden."),
            "keuze",
        )
    for types_, found, wanted, cure, code in _SAID:
        if kind in types_:
            return Problem(place, name, found or shorten(value), wanted.format(**context), cure, code)
    return Problem(
        place, name, shorten(value), "iets anders", "Kijk in CONTRIBUTING.md hoe dit veld eruitziet.", "waarde"
    )


_SAID: tuple[tuple[tuple[str, ...], str, str, str, str], ...] = (
    (
        ("model_type", "model_attributes_type", "dict_type"),
        "",
        "een blok met sleutels",
        "Schrijf sleutels met een waarde: {sleutel: waarde}.",
        "blok",
    ),
    (("tuple_type", "list_type"), "", "een lijst", "Schrijf [eerste, tweede], of streepjes onder elkaar.", "lijst"),
    (("too_short",), "een lege lijst", "minstens één", "Vul er minstens één in.", "te-weinig"),
    (
        ("string_too_long", "too_long"),
        "een lange tekst",
        "ten hoogste {max_length} tekens",
        "Maak de tekst korter: zeg één ding.",
        "te-lang",
    ),
    (("string_type",), "", "een tekst", "Schrijf hier één tekst, geen lijst of blok.", "tekst"),
)


def _without_tags(loc: tuple[str | int, ...], data: Any) -> Path_:
    """The path in the file: pydantic's has the tags of unions in it."""
    path: list[str | int] = []
    for position, part in enumerate(loc):
        if isinstance(data, dict) and part in data:  # noqa: SIM114 (mypy narrows each branch by itself)
            data = data[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        elif position < len(loc) - 1:
            continue
        path.append(part)
    return tuple(path)


def _unknown_key(loc: Path_, name: str, value: Any, document: Document, model: type[BaseModel]) -> Problem:
    place = document.place(loc, key=True)
    key = str(loc[-1])
    if loc[:-1] in document.flow and value in ("", None):
        before = key.split(":")[0]
        return Problem(place, name, f"een komma in een tekst, vóór '{before}'", "tussen { en } scheidt een komma twee sleutels",
                       f'Zet de hele tekst tussen aanhalingstekens: "…, {before}".', "komma")  # fmt: skip
    known = sorted(_keys(model, loc[:-1]))
    return Problem(place, name, f"de sleutel '{key}' kennen we niet", "een sleutel van hier",
                   meant(key, known, f"Hier kan: {', '.join(known)}."), "onbekende-sleutel")  # fmt: skip


def _keys(model: type[BaseModel], path: Path_) -> set[str]:
    """The keys that may stand at a path of a model."""
    models: list[type[BaseModel]] = [model]
    for part in path:
        if isinstance(part, int):
            continue
        nested: list[type[BaseModel]] = []
        for one in models:
            for field_name, field in one.model_fields.items():
                if (field.alias or field_name) == part:
                    nested += _models(field.annotation)
        models = nested
    return {field.alias or name for one in models for name, field in one.model_fields.items()}


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if typing.get_origin(annotation) in (typing.Annotated, typing.Union, types.UnionType, tuple, list):
        return [found for argument in typing.get_args(annotation) for found in _models(argument)]
    return []
