"""The freshness ladder (design §6): fresh, *bel eerst*, sunk, archived. It never blocks publishing.

The ladder must be fair to groups without staff: anyone trusted may confirm, what is confirmed of an activity is a sign
of life of who does it, and nothing informal leaves the guide before somebody called and noted it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date
from enum import StrEnum

from wijkgids.records.model import Activity, Actor
from wijkgids.records.parts import Call, Check
from wijkgids.vocabulary import Kind

# From how many intervals after a check an entry stands lower: call first, sunk, archived.
CALL_AT, SUNK_AT, ARCHIVED_AT = 1, 2, 4


class Stage(StrEnum):
    """A rung of the ladder. sunk: at the foot of lists, off the sheets; archived: its page says where to go instead."""

    FRESH = "fresh"
    CALL = "call"
    SUNK = "sunk"
    ARCHIVED = "archived"

    @property
    def rung(self) -> int:
        """0 for fresh, up to 3 for archived."""
        return list(Stage).index(self)


@dataclass(frozen=True)
class Freshness:
    """Where an entry stands. `due` is the first day on which its check is too old.

    `next` is the first day on which it stands a rung lower than today; None where it goes no lower by itself: it is
    archived, was never checked, or waits for a phone call.
    """

    stage: Stage
    checked: date | None
    due: date | None
    next: date | None = None

    @property
    def call_first(self) -> bool:
        """Whether *bel eerst* is shown."""
        return self.stage in (Stage.CALL, Stage.SUNK)


NEVER = Freshness(Stage.CALL, None, None)  # nobody ever looked: call first, and no lower


def freshness(check: Check | None, calls: Sequence[Call], kind: Kind, today: date, *, formal: bool) -> Freshness:
    """The stage on `today`: call first from the interval of the kind on, sunk from twice, archived from four times.

    What is not `formal` is archived only after a phone call since it sank that found nobody. A check on a day to come
    was not made: it counts as none.
    """
    if check is None or check.on > today:
        return NEVER
    due, sunk, last = (months_later(check.on, times * kind.interval) for times in (CALL_AT, SUNK_AT, ARCHIVED_AT))
    if today < due:
        return Freshness(Stage.FRESH, check.on, due, due)
    if today < sunk:
        return Freshness(Stage.CALL, check.on, due, sunk)
    tried = formal or any(sunk <= call.on <= today and not alive(call) for call in calls)
    if today < last:
        return Freshness(Stage.SUNK, check.on, due, last if tried else None)
    return Freshness(Stage.ARCHIVED if tried else Stage.SUNK, check.on, due)


def is_formal(activity: Activity, doers: Sequence[Actor], kinds: Mapping[str, Kind]) -> bool:
    """Whether an activity is formal: by its kind and by all who do it. A desk hour of a group is the group's.

    `doers` is the actor in whose file it stands, then its organiser where that is another.
    """
    own = activity.kind or doers[0].kind
    return all(kinds[one].formal for one in (own, *(actor.kind for actor in doers)))


def of_activity(activity: Activity, doers: Sequence[Actor], kinds: Mapping[str, Kind], today: date) -> Freshness:
    """The rung of an activity: its own check and kind first, else those of its actor (the first of `doers`)."""
    actor = doers[0]
    calls = [one.called for one in (activity, actor) if one.called]
    kind, formal = kinds[activity.kind or actor.kind], is_formal(activity, doers, kinds)
    return freshness(activity.check or actor.check, calls, kind, today, formal=formal)


def of_actor(
    actor: Actor, seen: Iterable[tuple[Check, Freshness]], kinds: Mapping[str, Kind], today: date
) -> Freshness:
    """The rung of an actor. `seen`: the checks that activities of it carry themselves and did not stop, as they stand.

    Each counts by the interval of the actor or its own, whichever is kinder.
    """
    kind, calls = kinds[actor.kind], [actor.called] if actor.called else []
    own = freshness(actor.check, calls, kind, today, formal=kind.formal)
    signs = [
        sign for check, stands in seen for sign in (freshness(check, calls, kind, today, formal=kind.formal), stands)
    ]
    return sign_of_life(own, signs)


def sign_of_life(own: Freshness, signs: Iterable[Freshness]) -> Freshness:
    """The freshness of an actor, with that of its activities: it stands as high as the highest of them.

    `checked` stays the day on which somebody looked at the actor itself, when there is one.
    """
    found = [one for one in (own, *signs) if one.checked is not None]
    if not found:
        return own
    best = min(found, key=lambda one: (one.stage.rung, -(one.due or date.min).toordinal()))
    return replace(best, checked=own.checked or best.checked)


# What people note when they did reach someone; and the words that turn it round.
_ALIVE = re.compile(
    r"\b(klopt|klopte|bestaa(t|n) nog|ga(at|an) (\w+ )?door|(is|zijn) er nog|nog (steeds )?actief|alles goed"
    r"|bel(t|len) terug|terugbellen|doe(t|n) (\w+ )?mee)\b"
)
_NOT = re.compile(r"\b(niet|geen|nooit|niemand|niets)\b")


def alive(call: Call) -> bool:
    """Whether the outcome of a call says that the group is there: then it is a check to note, no reason to archive."""
    clauses = re.split(r"[.,;:!?()–-]|\bmaar\b", call.outcome.casefold())
    return any(_ALIVE.search(clause) and not _NOT.search(clause) for clause in clauses)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
