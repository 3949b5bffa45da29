"""Problems: what is wrong, where, and how to mend it. They are collected, never raised, until a door decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """Errors stop publishing; warnings and advice never do."""

    ERROR = "fout"
    WARNING = "let op"


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file: `path` from the guide's folder with slashes, `line` and `column` from 1 (0: the file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True)
class Problem:
    """One problem, its texts in plain Dutch. `field` is the key (or path of keys) that it is about, "" for the file."""

    place: Place
    field: str
    found: str
    wanted: str
    cure: str
    code: str
    weight: Weight = Weight.ERROR

    def __str__(self) -> str:
        said = [part for part in (self.field, self.found, self.wanted) if part]
        line = f"{self.place}  {', '.join(said)}"
        return f"{line}\n    → {self.cure}  [{self.code}]"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop publishing."""
    return [problem for problem in problems if problem.weight is Weight.ERROR]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order of files and lines."""
    return sorted(set(problems), key=lambda problem: (problem.place, problem.field, problem.code, problem.found))


def report(problems: Iterable[Problem]) -> str:
    """All problems as one Dutch text, errors and warnings together in the order of the files, with a closing count."""
    ordered = in_order(problems)
    if not ordered:
        return "Alles klopt."
    wrong = len(errors(ordered))
    mild = len(ordered) - wrong
    lines = [f"{problem}" if problem.weight is Weight.ERROR else f"(let op) {problem}" for problem in ordered]
    count = [
        text
        for text in (_count(wrong, "fout", "fouten"), _count(mild, "punt om op te letten", "punten om op te letten"))
        if text
    ]
    return "\n".join([*lines, "", " en ".join(count) + "."])


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}" if number else ""
