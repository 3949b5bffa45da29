"""The JSON Schema of a record and of the settings, made from the model, for editors that help while people type.

It serves editors only and never judges: our own reader does that, and says more. Editors read YAML 1.2, which makes a
number of `2.50` and `0201234567`; where digits may stand the schema takes both. It follows JSON Schema 2020-12.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from wijkgids import vocabulary
from wijkgids.records.described import described
from wijkgids.records.model import Actor
from wijkgids.records.parts import Cancelled, Moved, Spoken
from wijkgids.records.settings import Settings
from wijkgids.records.values import Form, OneOrMore
from wijkgids.schedules import FEASTS, SCHOOL_BREAKS
from wijkgids.schedules.read import ON_HOLIDAY

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ADDRESS = "https://wijkgids.example/"

Schema: TypeAlias = dict[str, Any]
_ROOTS: dict[str, type[BaseModel]] = {"actor": Actor, "gids": Settings}
NAMES = tuple(_ROOTS)
_TITLES = {"actor": "Een groep of plek in de wijkgids", "gids": "De instellingen van de wijkgids"}


def schema(
    name: str, words: vocabulary.Vocabulary | None = None, named: Collection[str] = (), address: str = ADDRESS
) -> Schema:
    """The schema of "actor" (a file under data/actors) or "gids" (data/gids.yml).

    `words` is the guide's vocabulary (without it, the program's own), `named` the closures of its calendar, `address`
    that of its site: the schema stands at `<address>schema/<name>.json`.
    """
    root = _ROOTS[name]
    maker = _Maker(words or vocabulary.load()[0], tuple(named))
    top = maker.block(root)
    return {
        "$schema": DIALECT,
        "$id": f"{address.rstrip('/')}/schema/{name}.json",
        "title": _TITLES[name],
        **top,
        "$defs": {key: maker.defs[key] for key in sorted(maker.defs)},
    }


@dataclass
class _Maker:
    """Makes schemas of models; what it meets on its way stands in `defs`, by the name of the model."""

    words: vocabulary.Vocabulary
    named: tuple[str, ...]
    defs: dict[str, Schema] = field(default_factory=dict)

    def block(self, model: type[BaseModel]) -> Schema:
        """A block with the keys of a model, and no others."""
        said = described(model)
        properties: Schema = {}
        required = []
        for attribute, info in model.model_fields.items():
            key = info.alias or attribute
            made = self._special(model, key) or self.value(info.annotation, info.metadata)
            if info.is_required():
                required.append(key)
            else:
                made = _or_nothing(made)
            about = {"title": said[key].title, "description": said[key].text, "examples": said[key].values}
            if words := _names(made):
                about["description"] = f"{said[key].text} ({words})"
            properties[key] = {**about, **made}
        return {
            "description": (model.__doc__ or "").strip(),
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def value(self, annotation: Any, metadata: Collection[Any] = ()) -> Schema:
        """What may stand behind a key, from the annotation of its field."""
        annotation, marks = _unwrapped(annotation, metadata)
        origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is tuple:
            return self._list(self.value(inner[0]), marks)
        if origin is dict:
            name, block = self.value(inner[0]), self.value(inner[1])
            return {"type": "object", "minProperties": 1, "propertyNames": name, "additionalProperties": block}
        if origin in (typing.Union, types.UnionType):
            several = [self.value(one, marks) for one in inner if one is not types.NoneType]
            return several[0] if len(several) == 1 else {"anyOf": several}
        if origin is Literal:
            return {"enum": list(inner)}
        if isinstance(annotation, type) and issubclass(annotation, StrEnum):
            return {"enum": [one.value for one in annotation]}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if annotation.__name__ not in self.defs:
                self.defs[annotation.__name__] = {}  # its place, for a model that holds itself
                self.defs[annotation.__name__] = self.block(annotation)
            return {"$ref": f"#/$defs/{annotation.__name__}"}
        form = next((mark for mark in reversed(marks) if isinstance(mark, Form)), None)
        if form is None:
            raise TypeError(f"a field of {annotation} without a Form: nobody knows what may be typed there")
        if form.words:
            return self._word(form.words)
        longest = _limit(marks, "max_length")
        return {**form.schema, **({"maxLength": longest} if longest and "maxLength" not in form.schema else {})}

    def _list(self, item: Schema, marks: list[Any]) -> Schema:
        """A list; also one thing, where the model takes that for a list of one."""
        bounds = {"minItems": _limit(marks, "min_length"), "maxItems": _limit(marks, "max_length")}
        many: Schema = {"type": "array", "items": item, **{key: one for key, one in bounds.items() if one}}
        single = any(mark is OneOrMore for mark in marks)
        return {"anyOf": [item, many]} if single else many

    def _word(self, table: str) -> Schema:
        """A word of the vocabulary, with its name as editors show it (`enumDescriptions`, of VS Code)."""
        entries = getattr(self.words, table)
        return {"type": "string", "enum": list(entries), "enumDescriptions": [one.name for one in entries.values()]}

    def _special(self, model: type[BaseModel], key: str) -> Schema | None:
        """What the annotation of a field does not say: lists with a shorter way to write, phrases to choose from."""
        text: Schema = {"type": ["string", "number"], "maxLength": 600}
        match model.__name__, key:
            case "Actor" | "Activity", "talen":
                one = {"anyOf": [_CODE, self.value(Spoken)]}
                return {"anyOf": [*one["anyOf"], {"type": "array", "items": one, "maxItems": 40}]}
            case "Schedule", "elke":
                phrase: Schema = {"type": "string", "maxLength": 200}
                return {"anyOf": [phrase, {"type": "array", "items": phrase}]}
            case "Schedule", "niet":
                known = [*_first(SCHOOL_BREAKS), "feestdagen", *_first(FEASTS), *self.named]
                one = {"anyOf": [{"enum": list(dict.fromkeys(known))}, text]}
                return {"anyOf": [*one["anyOf"], {"type": "array", "items": one}]}
            case "Schedule", "bij_feestdag":
                return {"enum": list(ON_HOLIDAY)}
            case "Schedule", "afgelast":
                one = {"anyOf": [text, self.value(Cancelled)]}
                return {"anyOf": [*one["anyOf"], {"type": "array", "items": one}]}
            case "Schedule", "verplaatst":
                moved = self.value(Moved)
                return {"anyOf": [moved, {"type": "array", "items": moved}]}
        return None


_CODE: Schema = {"type": ["string", "boolean"], "pattern": "^[a-z]{2,3}(-[A-Za-z]{2,8})?$"}


def _first(table: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The usual word for each thing of a table."""
    return (words[0] for words in table.values())


def _unwrapped(annotation: Any, metadata: Collection[Any]) -> tuple[Any, list[Any]]:
    """An annotation without `Annotated`, with all that was noted on it, the innermost first."""
    marks = list(metadata)
    while typing.get_origin(annotation) is typing.Annotated:
        annotation, *more = typing.get_args(annotation)
        marks = [*more, *marks]
    return annotation, [part for mark in marks for part in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]


def _limit(marks: list[Any], name: str) -> int | None:
    """The strictest bound of a length."""
    found = [number for mark in marks if isinstance(number := getattr(mark, name, None), int)]
    return min(found, default=None) if name == "max_length" else max(found, default=None)


def _or_nothing(made: Schema) -> Schema:
    """A key with nothing behind it is as if it were not there."""
    if set(made) == {"anyOf"}:
        return {"anyOf": [*made["anyOf"], {"type": "null"}]}
    if "$ref" in made or "enum" in made:
        return {"anyOf": [made, {"type": "null"}]}
    kinds = made["type"] if isinstance(made["type"], list) else [made["type"]]
    return {**made, "type": [*kinds, "null"]}


def _names(made: Schema) -> str:
    """The words of an enumeration with their Dutch names, for editors that show descriptions only."""
    for one in (made, *made.get("anyOf", ()), *(part.get("items", {}) for part in made.get("anyOf", ()))):
        if "enumDescriptions" in one:
            pairs = zip(one["enum"], one["enumDescriptions"], strict=True)
            return "; ".join(word if word.lower() == name.lower() else f"{word}: {name}" for word, name in pairs)
    return ""
