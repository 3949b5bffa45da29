"""Where a field of a record stands, and how to make a problem of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wijkgids.checks.written import Written, field_name
from wijkgids.problems import Problem, Weight
from wijkgids.records.guide import Guide, Record
from wijkgids.records.model import Activity, Actor
from wijkgids.records.parts import AddressPlace
from wijkgids.yamlfiles import Path_


@dataclass(frozen=True)
class Around:
    """The guide around a record, and the day."""

    guide: Guide
    today: date

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of all names in the guide: of actors, places, activities and neighbourhoods."""
        words: set[str] = set()
        for actor in self.guide.actors.values():
            places = [actor.place, *(activity.place for activity in actor.activities)]
            names = [actor.name, *(activity.name for activity in actor.activities)]
            names += [place.name for place in places if isinstance(place, AddressPlace) and place.name]
            words.update(*(name.split() for name in names))
        if self.guide.settings:
            words.update(*(one.name.split() for one in self.guide.settings.neighbourhoods.values()))
        return frozenset(words)


@dataclass(frozen=True)
class Subject:
    """One record under check, with its texts and what is around it."""

    around: Around
    record: Record
    actor: Actor
    written: Written

    @property
    def guide(self) -> Guide:
        """The guide that the record is in."""
        return self.around.guide

    @property
    def today(self) -> date:
        """The day of the guide."""
        return self.around.today

    @property
    def slug(self) -> str:
        """The slug of the record."""
        return self.record.slug

    def problem(
        self, path: Path_, found: str, wanted: str, cure: str, code: str, *, mild: bool = False, key: bool = False
    ) -> Problem:
        """A problem at the path of a field in the file."""
        document = self.record.document
        weight = Weight.WARNING if mild else Weight.ERROR
        name = field_name(document.data, path)
        return Problem(document.place(path, key=key), name, found, wanted, cure, code, weight)

    @cached_property
    def activities(self) -> list[tuple[Path_, Activity]]:
        """Each activity with its path."""
        return [(("activiteiten", position), activity) for position, activity in enumerate(self.actor.activities)]

    @cached_property
    def sources(self) -> list[tuple[Path_, Actor | Activity]]:
        """The actor and its activities: what they have in common stands under the same keys."""
        return [((), self.actor), *self.activities]
