"""A problem: what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from wijkgids.problems.message import Catalogue, translated


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
    """One problem, its texts in Dutch (see `message`). `field` is the path of keys it is about, "" for the file."""

    place: Place
    field: str
    found: str
    wanted: str
    cure: str
    code: str
    weight: Weight = Weight.ERROR


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop publishing."""
    return [problem for problem in problems if problem.weight is Weight.ERROR]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order of files and lines."""
    return sorted(set(problems), key=lambda problem: (problem.place, problem.field, problem.code, problem.found))


def in_language(problem: Problem, catalogue: Catalogue) -> Problem:
    """The same problem with its texts in the language of a catalogue. Keys of the record stay as people type them."""
    return replace(
        problem,
        found=translated(problem.found, catalogue),
        wanted=translated(problem.wanted, catalogue),
        cure=translated(problem.cure, catalogue),
    )
