"""A file as plain text, dicts and lists, and where everything in it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wijkgids.problems import Place

Mark = tuple[int, int]  # line and column, both from 1
Path_ = tuple[str | int, ...]  # where a value is: keys and positions


@dataclass
class Marks:
    """The marks of each key and value by path; which values are between quotes, and which blocks in {…} or […]."""

    keys: dict[Path_, Mark] = field(default_factory=dict)
    values: dict[Path_, Mark] = field(default_factory=dict)
    quoted: set[Path_] = field(default_factory=set)
    flow: set[Path_] = field(default_factory=set)


@dataclass
class Document:
    """A file that was read. `data` is None when it could not be; a key with nothing behind it is not in it.

    Only a problem asks where something stands, and most files have none: marks are made when first asked for.
    """

    path: str
    data: Any = None
    text: str = ""
    mark: Callable[[str], Marks] = field(default=lambda text: Marks(), repr=False)

    @cached_property
    def marks(self) -> Marks:
        """Where everything stands."""
        return self.mark(self.text)

    @property
    def quoted(self) -> set[Path_]:
        """The paths of values between quotes."""
        return self.marks.quoted

    @property
    def flow(self) -> set[Path_]:
        """The paths of blocks and lists that are written in {…} or […]."""
        return self.marks.flow

    def place(self, path: Path_ = (), *, key: bool = False) -> Place:
        """Where a value (or its key) stands; the nearest value around it when it has no mark of its own."""
        marks = self.marks.keys if key else self.marks.values
        while path and path not in marks:
            path = path[:-1]
            marks = self.marks.values
        line, column = marks.get(path, (0, 0))
        return Place(self.path, line, column)
