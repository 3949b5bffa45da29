"""What each key of the model is, in Dutch: title, explanation, examples. For editors and for who starts a record.

The texts stand in a table beside the model (`described.yml`) and not in it: so the models stay one screen, whoever
edits the words needs no Python, and all of them are read together. `tests/test_schema.py` proves that none is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from wijkgids.yamlfiles import read, read_bytes

TABLE = Path(__file__).with_suffix(".yml")


@dataclass(frozen=True)
class Described:
    """A key: its `title`, what it is and what it means when it is not there, and `examples` as they are typed."""

    title: str
    text: str
    examples: tuple[str, ...]

    @property
    def values(self) -> list[Any]:
        """The examples as values: texts, blocks and lists."""
        return [_value(example) for example in self.examples]


def described(model: type[BaseModel]) -> dict[str, Described]:
    """The keys of a model of the record or the settings, each with what it is."""
    return _table().get(model.__name__, {})


@cache
def _table() -> dict[str, dict[str, Described]]:
    document, problems = read(TABLE, TABLE.name)
    if problems:
        raise ValueError(problems[0])
    return {
        model: {key: Described(one["titel"], one["uitleg"], tuple(one["voorbeelden"])) for key, one in keys.items()}
        for model, keys in document.data.items()
    }


def _value(example: str) -> Any:
    return read_bytes(example.encode(), "")[0].data if example[0] in "{[" else example
