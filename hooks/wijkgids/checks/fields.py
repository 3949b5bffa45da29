"""Where a field of a record stands, and how to make a problem of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wijkgids.problems import Problem, Weight
from wijkgids.records.guide import Guide, Record
from wijkgids.records.model import Activity, Actor
from wijkgids.yamlfiles import Path_


@dataclass(frozen=True)
class Subject:
    """One record under check, with the guide around it and the day."""

    guide: Guide
    record: Record
    actor: Actor
    today: date

    @property
    def slug(self) -> str:
        """The slug of the record."""
        return self.record.slug

    def problem(
        self, path: Path_, found: str, wanted: str, cure: str, code: str, *, mild: bool = False, key: bool = False
    ) -> Problem:
        """A problem at the path of a field in the file."""
        name = ".".join(part for part in path if isinstance(part, str))
        weight = Weight.WARNING if mild else Weight.ERROR
        return Problem(self.record.document.place(path, key=key), name, found, wanted, cure, code, weight)

    def activities(self) -> Iterator[tuple[Path_, Activity]]:
        """Each activity with its path."""
        for position, activity in enumerate(self.actor.activities):
            yield ("activiteiten", position), activity

    def sources(self) -> Iterator[tuple[Path_, Actor | Activity]]:
        """The actor and its activities: what they have in common stands under the same keys."""
        yield (), self.actor
        yield from self.activities()


def subjects(guide: Guide, today: date) -> Iterator[Subject]:
    """Every record that could be read."""
    for record in guide.records.values():
        if record.actor is not None:
            yield Subject(guide, record, record.actor, today)
