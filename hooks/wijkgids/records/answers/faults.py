"""An error of pydantic, with its path in the file instead of in the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from wijkgids.schedules import parse_rule
from wijkgids.yamlfiles import Path_


@dataclass(frozen=True)
class Fault:
    """What is wrong at a path. `kind` is pydantic's type of error, or a code of our own with `wanted` and `cure`."""

    path: Path_
    kind: str
    value: Any
    wanted: str = ""
    cure: str = ""
    known: tuple[str, ...] = ()
    most: int = 0
    around: Mapping[str, Any] | None = None  # the block that the key stands in
    of_key: bool = False  # it is about the key itself: a name that people choose


def faults_of(error: ValidationError, data: Any) -> list[Fault]:
    """The errors of a validation of `data`, without what the reader of `wanneer` and `open` says of the same words."""
    found = (_fault(one, data) for one in error.errors(include_url=False))
    return [fault for fault in found if not _said_by_schedules(fault, data)]


def _fault(one: Any, data: Any) -> Fault:
    path, around = _without_tags(tuple(part for part in one["loc"] if part != "[key]"), data)
    context = one.get("ctx", {})
    expected = re.findall(r"'([^']+)'", str(context.get("expected", "")))
    # Our texts go on as they are: `str()` would make a plain text of a `Message`, without its template.
    return Fault(
        path,
        one["type"],
        one["input"],
        context.get("wanted", ""),
        context.get("cure", ""),
        tuple(expected),
        context.get("max_length", 0),
        around,
        one["loc"][-1:] == ("[key]",),
    )


def _without_tags(loc: tuple[str | int, ...], data: Any) -> tuple[Path_, Mapping[str, Any] | None]:
    """The path in the file, and the block around its end.

    Pydantic's path has the tags of unions in it, and a 0 where one thing stands for a list of one.
    """
    path: list[str | int] = []
    around: Mapping[str, Any] | None = None
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        if isinstance(data, Mapping) and part in data:
            around, data = data, data[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            around, data = None, data[part]
        elif isinstance(data, Mapping) and last and isinstance(part, str) and not part.startswith("#"):
            around = data  # a key that is missing
        else:
            continue
        path.append(part)
    return tuple(path), around


def _said_by_schedules(fault: Fault, data: Any) -> bool:
    """Whether the fault is in a rule for time whose own reader refuses the same words. A wrong key is answered here."""
    for at, (key, position) in enumerate(pairwise(fault.path)):
        if (
            key not in ("wanneer", "open")
            or not isinstance(position, int)
            or fault.path[0] not in ("activiteiten", "open")
        ):
            continue
        rule, within = data, fault.path[at + 2 :]
        for part in fault.path[: at + 2]:
            rule = rule[part]
        if not within or fault.kind == "extra_forbidden":
            return False
        return any(path[: len(within)] == within[: len(path)] for path, _ in parse_rule(rule)[1] if path)
    return False
