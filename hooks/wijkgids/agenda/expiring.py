"""What must be looked at again: which checks grow too old in a period, whom to ask, and how that falls by kind.

The keeper sees formal and informal side by side, so that not only those with staff survive (design §6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wijkgids.agenda.agenda import Agenda
from wijkgids.agenda.entries import ActivityOf, ActorOf
from wijkgids.freshness import Freshness, Stage, alive
from wijkgids.records.parts import Call
from wijkgids.vocabulary import Kind


@dataclass(frozen=True)
class Ask:
    """Whom to ask whether it still goes on: a role, the group's number, or (`via`) the name of who knows the group."""

    role: str | None
    phone: str | None
    email: str | None
    via: str | None


@dataclass(frozen=True)
class Expiring:
    """An actor (`id` is None) or an activity whose check falls due.

    `due` is the first day on which its check is too old, None where nobody ever looked; `next` the day on which it goes
    one rung lower by itself. `waits`: it is sunk and stays so until somebody calls. `call` is the last call that was
    noted; `alive` says that it did find them: then a check is to be noted.
    """

    slug: str
    id: str | None
    name: str
    neighbourhood: str
    kind: Kind
    formal: bool
    stage: Stage
    checked: date | None
    due: date | None
    next: date | None
    waits: bool
    call: Call | None
    alive: bool
    ask: Ask


@dataclass(frozen=True)
class OfKind:
    """All entries of one kind that did not stop, by the rung on which they stand; `due`: how many fall due."""

    kind: Kind
    formal: bool
    fresh: int
    call: int
    sunk: int
    archived: int
    due: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.fresh + self.call + self.sunk + self.archived


def expiring(agenda: Agenda, first: date | None, last: date) -> list[Expiring]:
    """What falls due from `first` to `last`, both included, the longest overdue first; without `first` all to `last`.

    What was never looked at is overdue, so it is there without `first` only. Archived ones are in it, stopped ones not.
    """
    found = [one for one in _entries(agenda) if _within(one.due, first, last)]
    return sorted(found, key=lambda one: (one.due or date.min, one.slug, one.id or ""))


def by_kind(agenda: Agenda, first: date | None, last: date) -> list[OfKind]:
    """How each kind stands, in the order of the vocabulary; formal and informal ones of a kind apart."""
    entries = list(_entries(agenda))
    found = []
    for kind in agenda.guide.words.kinds.values():
        for formal in (True, False):
            some = [one for one in entries if one.kind == kind and one.formal == formal]
            fresh, call, sunk, archived = (sum(one.stage is stage for one in some) for stage in Stage)
            due = sum(_within(one.due, first, last) for one in some)
            if some:
                found.append(OfKind(kind, formal, fresh, call, sunk, archived, due))
    return found


def _within(due: date | None, first: date | None, last: date) -> bool:
    if due is None:
        return first is None
    return (first is None or first <= due) and due <= last


def _entries(agenda: Agenda) -> Iterator[Expiring]:
    """Actors, and the activities that fall due on a day of their own: the others are asked in the same call."""
    for slug, actor in agenda.actors.items():
        if actor.stopped is None:
            yield _entry(agenda, actor, actor.freshness, None, actor.formal)
        for typed in agenda.guide.actors[slug].activities:
            one = agenda.activities[slug, typed.id]
            if one.stopped is None and one.freshness.due != actor.freshness.due:
                yield _entry(agenda, actor, one.freshness, one, one.formal)


def _entry(agenda: Agenda, actor: ActorOf, fresh: Freshness, one: ActivityOf | None, formal: bool) -> Expiring:
    record = agenda.guide.actors[actor.slug]
    own = next((each for each in record.activities if one and each.id == one.key[1]), None)
    calls = [typed.called for typed in (own, record) if typed and typed.called]
    call = max(calls, key=lambda each: each.on, default=None)
    through = agenda.actors.get(actor.agreement.via) if actor.agreement and actor.agreement.via else None
    reach = (one.reach if one else actor.reach) or (through.reach if through else None)
    roles = [person.ask_for or person.role for person in actor.people]
    return Expiring(
        slug=actor.slug,
        id=one.key[1] if one else None,
        name=one.name.text if one else actor.name,
        neighbourhood=actor.neighbourhood,
        kind=one.kind if one else actor.kind,
        formal=formal,
        stage=fresh.stage,
        checked=fresh.checked,
        due=fresh.due,
        next=fresh.next,
        waits=fresh.stage is Stage.SUNK and fresh.next is None,
        call=call,
        alive=call is not None and alive(call),
        ask=Ask(
            roles[0].text if roles else None,
            reach.phone if reach else None,
            reach.email if reach else None,
            through.name if through else None,
        ),
    )
