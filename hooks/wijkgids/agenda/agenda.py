"""The agenda of a guide on a day: entries, and their times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from wijkgids import occurrences
from wijkgids.agenda.entries import ActivityKey, ActivityOf, ActorOf, GuidanceOf
from wijkgids.agenda.places import Grounds, grounds_of
from wijkgids.agenda.resolve import Resolver
from wijkgids.freshness import Stage
from wijkgids.occurrences import Occurrence
from wijkgids.records.guide import Guide
from wijkgids.records.said import Said
from wijkgids.records.sayings import sayings

EVENING = 17  # hour from which something is an evening activity (design/sheets.md)
HOUSES = ("huis", "bibliotheek")  # groups of kinds that have a week sheet of their own
STATES = {"open": 0, "paused": 1, "full": 2}
FEW = 6  # of the next times, as many as most pages show


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
        if house is not None:
            found = self._by_house(first, last).get(house, [])
        elif neighbourhood is not None:
            return list(self._by_neighbourhood(first, last).get(neighbourhood, []))
        return [time for time in found if neighbourhood is None or time.activity.neighbourhood == neighbourhood]

    def times_of(self, activity: ActivityOf, first: date, last: date) -> list[Time]:
        """The times of one activity from `first` to `last`, both included; cancelled and moved ones are in it."""
        key = (activity.key, first, last)
        if key not in self._own:  # its page asks in every language
            self._own[key] = list(self._of(activity, first, last))
        return self._own[key]

    def next_times(self, activity: ActivityOf, count: int) -> list[Time]:
        """The next times from today on that go on."""
        known = self._coming.get(activity.key)
        if known is None or known[0] < count:  # every page and every language asks
            most = max(count, FEW)
            found = occurrences.next_dates(activity.rules, activity.calendar, self.today, most)
            known = self._coming[activity.key] = (most, [Time(activity, one) for one in found])
        return known[1][:count]

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

    @cached_property
    def alike(self) -> dict[tuple[str, str | None, str | None], list[ActivityOf]]:
        """What goes on, by first theme, neighbourhood and language spoken (None: any): the sure and soon first.

        Made once, because every page of an activity names a few that are like it.
        """
        found: dict[tuple[str, str | None, str | None], list[ActivityOf]] = defaultdict(list)
        live = [one for one in self.activities.values() if one.live]
        next_ = {one.key: self.next_times(one, 1) for one in live}
        soon = {key: str(times[0].on.start) if times else "~" for key, times in next_.items()}
        live.sort(key=lambda one: (one.freshness.call_first, soon[one.key]))
        for one in live:
            for quarter in (one.neighbourhood, None):
                for code in (None, *dict.fromkeys(spoken.code for spoken in one.languages)):
                    found[one.themes[0].id, quarter, code].append(one)
        return dict(found)

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

    def _by_neighbourhood(self, first: date, last: date) -> dict[str, list[Time]]:
        """The times of a period by neighbourhood: a city has too many to go through for each page."""
        key = (first, last)
        if key not in self._quarters:
            found: dict[str, list[Time]] = defaultdict(list)
            for time in self._expanded(first, last):
                found[time.activity.neighbourhood].append(time)
            self._quarters[key] = found
        return self._quarters[key]

    def _by_house(self, first: date, last: date) -> dict[str, list[Time]]:
        """The times of a period by where they are held and by who organises them, each once."""
        key = (first, last)
        if key not in self._houses:
            found: dict[str, list[Time]] = defaultdict(list)
            for time in self._expanded(first, last):
                host = time.activity.where.host if time.activity.where else None
                for slug in dict.fromkeys((host, time.activity.organiser)):
                    if slug is not None:
                        found[slug].append(replace(time, elsewhere=slug != host))
            self._houses[key] = found
        return self._houses[key]

    def _of(self, activity: ActivityOf, first: date, last: date) -> Iterable[Time]:
        for one in occurrences.expand_all(activity.rules, activity.calendar, first, last):
            yield Time(activity, one, self._reasons.get((activity.actor, one.reason)) if one.reason else None)

    @cached_property
    def grounds(self) -> Grounds:
        """The places that may be shown, by neighbourhood."""
        guide = self.guide
        return grounds_of(guide.checked.neighbourhoods, guide.outlines, self.actors, self.activities)

    @cached_property
    def _own(self) -> dict[tuple[ActivityKey, date, date], list[Time]]:
        return {}

    @cached_property
    def _coming(self) -> dict[ActivityKey, tuple[int, list[Time]]]:
        return {}

    @cached_property
    def _periods(self) -> dict[tuple[date, date], list[Time]]:
        return {}

    @cached_property
    def _quarters(self) -> dict[tuple[date, date], dict[str, list[Time]]]:
        return {}

    @cached_property
    def _houses(self) -> dict[tuple[date, date], dict[str, list[Time]]]:
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
