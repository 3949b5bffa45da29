"""The agenda of a guide on a day: entries, and their times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from wijkgids import occurrences
from wijkgids.agenda.entries import ActivityKey, ActivityOf, ActorOf, GuidanceOf
from wijkgids.agenda.resolve import Resolver
from wijkgids.freshness import Stage
from wijkgids.occurrences import Occurrence
from wijkgids.records.guide import Guide
from wijkgids.records.said import Said
from wijkgids.records.sayings import sayings

EVENING = 17  # hour from which something is an evening activity (design/sheets.md)
HOUSES = ("huis", "bibliotheek")  # groups of kinds that have a week sheet of their own
STATES = {"open": 0, "paused": 1, "full": 2}


def in_the_evening(on: Occurrence) -> bool:
    """Whether it starts at 17:00 or later."""
    return on.start is not None and on.start.hour >= EVENING


@dataclass(frozen=True)
class Time:
    """One dated time of an activity. `elsewhere`: in the week of a house that organises it at another place."""

    activity: ActivityOf
    on: Occurrence
    reason: Said | None = None
    elsewhere: bool = False

    @property
    def evening(self) -> bool:
        """Whether it starts at 17:00 or later."""
        return in_the_evening(self.on)

    @property
    def weekend(self) -> bool:
        """Whether it is on a Saturday or Sunday."""
        return self.on.day.isoweekday() >= 6

    @property
    def sunk(self) -> bool:
        """Whether its check is so old that it stands at the foot of lists and on no sheet."""
        return self.activity.freshness.stage is Stage.SUNK


@dataclass(frozen=True)
class Agenda:
    """All entries by slug and key, in the order of their files."""

    guide: Guide
    today: date
    actors: dict[str, ActorOf]
    activities: dict[ActivityKey, ActivityOf]

    def monday(self) -> date:
        """The Monday of the week of today (ISO 8601)."""
        return self.today - timedelta(days=self.today.isoweekday() - 1)

    def times(
        self, first: date, last: date, *, neighbourhood: str | None = None, house: str | None = None
    ) -> list[Time]:
        """The times from `first` to `last`, both included, by day, start and name. Cancelled and moved ones are in it.

        A house's week is what is held there, then what it organises elsewhere. What is held at a place that may not be
        shown is in no house's week: that would tell the place.
        """
        found = self._expanded(first, last)
        if neighbourhood is not None:
            found = [time for time in found if time.activity.neighbourhood == neighbourhood]
        if house is not None:
            found = [
                replace(time, elsewhere=not _held_at(time.activity, house))
                for time in found
                if _held_at(time.activity, house) or time.activity.organiser == house
            ]
        return found

    def next_times(self, activity: ActivityOf, count: int) -> list[Time]:
        """The next times from today on that go on."""
        found = occurrences.next_dates(activity.rules, activity.calendar, self.today, count)
        return [Time(activity, one) for one in found]

    def guidances(self, theme: str | None = None, neighbourhood: str | None = None) -> list[GuidanceOf]:
        """Who goes along or helps, of live actors: open ones first, then paused, full last."""
        found = [
            one
            for actor in self.actors.values()
            if actor.live and (neighbourhood is None or actor.neighbourhood == neighbourhood)
            for one in actor.guides
            if theme is None or any(each.id == theme for each in one.themes)
        ]
        return sorted(found, key=lambda one: (STATES[one.state], self.actors[one.guide].formal))

    def houses(self, neighbourhood: str | None = None) -> list[ActorOf]:
        """Houses and libraries that have something in their week, in the order of their files."""
        return [
            actor
            for actor in self.actors.values()
            if actor.live
            and actor.kind.group in HOUSES
            and (neighbourhood is None or actor.neighbourhood == neighbourhood)
            and (actor.hosts or actor.activities)
        ]

    def alternatives(self, entry: ActorOf | ActivityOf, count: int = 3) -> list[ActivityOf]:
        """Where one can go instead: what the entry itself says, what its group still does, then what is near.

        What its group does and what is near has the same first theme.
        """
        there = self.successor(entry)
        named = there.activities if there else ()
        same = self.actors[entry.organiser].activities if isinstance(entry, ActivityOf) else ()
        themes = {theme.id for theme in entry.themes[:1]}
        near = [one for one in self.activities.values() if themes & {theme.id for theme in one.themes}]
        near.sort(key=lambda one: (one.neighbourhood != entry.neighbourhood, one.freshness.call_first))
        themed, own = ([one for one in some if themes & {theme.id for theme in one.themes}] for some in (named, same))
        wanted = dict.fromkeys(
            one.key for one in (*themed, *named, *own, *near) if one.live and one.key != getattr(entry, "key", None)
        )
        return [self.activities[key] for key in list(wanted)[:count]]

    def successor(self, entry: ActorOf | ActivityOf) -> ActorOf | None:
        """Who took over from an entry that stops or stopped (`ga_naar`): the first on the way that is in the guide.

        Where that one stopped too, the way goes on from there. None where it leads nowhere or round.
        """
        end = entry.stopped or entry.stops
        seen: set[str] = set()
        while end and end.go_to and end.go_to not in seen:
            seen.add(end.go_to)
            there = self.actors.get(end.go_to)
            if there is None or there.live:
                return there
            end = there.stopped
        return None

    def _expanded(self, first: date, last: date) -> list[Time]:
        """All live times of a period: made once, because every page of a week asks for it."""
        key = (first, last)
        if key not in self._periods:
            found = [time for one in self.activities.values() if one.live for time in self._of(one, first, last)]
            found.sort(
                key=lambda time: (
                    time.on.day,
                    time.on.start is None,
                    str(time.on.start),
                    time.activity.name.text,
                    time.activity.key,
                )
            )
            self._periods[key] = found
        return self._periods[key]

    def _of(self, activity: ActivityOf, first: date, last: date) -> Iterable[Time]:
        for one in occurrences.expand_all(activity.rules, activity.calendar, first, last):
            yield Time(activity, one, self._reasons.get((activity.actor, one.reason)) if one.reason else None)

    @cached_property
    def _periods(self) -> dict[tuple[date, date], list[Time]]:
        return {}

    @cached_property
    def _reasons(self) -> dict[tuple[str, str | None], Said]:
        """Why a time is cancelled, with its place in the record."""
        return {
            (slug, said.text): said
            for slug, actor in self.guide.actors.items()
            for said in sayings(slug, actor)
            if said.at.endswith(".waarom")
        }


def _held_at(activity: ActivityOf, house: str) -> bool:
    return activity.where is not None and activity.where.host == house


def make_agenda(guide: Guide, today: date) -> Agenda:
    """The agenda of a guide without errors, on a day."""
    resolver = Resolver(guide, today)
    activities = [resolver.activity(slug, one) for slug, actor in guide.actors.items() for one in actor.activities]
    about: dict[str, list[ActivityOf]] = defaultdict(list)  # of a record and of those who organise it
    for entry in activities:
        for slug in dict.fromkeys((entry.actor, entry.organiser)):
            about[slug].append(entry)
    life = {slug: resolver.life(slug, about[slug]) for slug in guide.actors}
    # Without a check of its own, what an actor does leaves the guide with it.
    activities = [
        replace(one, freshness=life[one.actor][1])
        if not one.checked_itself and life[one.actor][1].stage is Stage.ARCHIVED
        else one
        for one in activities
    ]
    own: dict[str, list[ActivityOf]] = defaultdict(list)
    held: dict[str, list[ActivityOf]] = defaultdict(list)
    for entry in activities:
        own[entry.organiser].append(entry)
        if entry.where and entry.where.host and entry.where.host != entry.organiser:
            held[entry.where.host].append(entry)
    towards: dict[str, list[GuidanceOf]] = defaultdict(list)
    for slug in guide.actors:
        for guidance in resolver.guidances(slug):
            if guidance.to:
                towards[guidance.to].append(guidance)
    for found in towards.values():
        found.sort(key=lambda one: STATES[one.state])
    actors = {slug: resolver.actor(slug, life[slug], own[slug], held[slug], towards[slug]) for slug in guide.actors}
    return Agenda(guide, today, actors, {entry.key: entry for entry in activities})
