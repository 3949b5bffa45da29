"""What of the guide answers which choice: made once, for every page that offers or shows a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import ReferenceType, ref

from wijkgids.agenda import ActivityKey, ActivityOf, ActorOf, Agenda, Time
from wijkgids.views.finder_keys import AHEAD, CIRCLES, DAYS, PARTS, WEEKEND, audience_key, ticks, times
from wijkgids.views.finder_rows import found_by

VISIT, PHONE = "thuis", "telefoon"

Found = ActivityOf | ActorOf


@dataclass(frozen=True)
class Sorted:
    """Everything in the guide by what it has: made once for all pages of a guide.

    `when` is the letters of the days and parts of day (finder_keys), `soon` the times of the coming weeks.
    """

    by_key: Mapping[str, Sequence[Found]]
    by_language: Mapping[str, Sequence[Found]]
    when: Mapping[ActivityKey, str]
    soon: Mapping[ActivityKey, Sequence[Time]]


# Of the guide that is being written: it is the same in every language, and takes a second at the size of a city.
_kept: list[tuple[ReferenceType[Agenda], Sorted]] = []


def sort_out(agenda: Agenda) -> Sorted:
    """What has each key and each language, and the times of the coming weeks."""
    for whose, found in _kept:
        if whose() is agenda:
            return found
    found = _sorted_out(agenda)
    _kept[:] = [(ref(agenda), found)]
    return found


def _sorted_out(agenda: Agenda) -> Sorted:
    when = times(agenda)
    by_key: dict[str, list[Found]] = {}
    by_language: dict[str, list[Found]] = {}
    for one in found_by(agenda):
        for key in keys_of(one, when):
            by_key.setdefault(key, []).append(one)
        for code in dict.fromkeys(spoken.code for spoken in one.languages):
            by_language.setdefault(code, []).append(one)
    # A desk or house where a language is spoken, though not in what it does there, is found too.
    for actor in agenda.actors.values():
        for code in dict.fromkeys(spoken.code for spoken in actor.languages):
            told = any(code == spoken.code for each in actor.activities if each.live for spoken in each.languages)
            if actor.live and not told and actor not in by_language.get(code, ()):
                by_language.setdefault(code, []).append(actor)
    soon: dict[ActivityKey, list[Time]] = {}
    for time in agenda.times(agenda.today, agenda.today + AHEAD):
        if time.on.state == "on":
            soon.setdefault(time.activity.key, []).append(time)
    return Sorted(by_key, by_language, when, soon)


def keys_of(one: Found, when: Mapping[ActivityKey, str]) -> set[str]:
    """Every choice that something answers. Not known answers none."""
    found = set(ticks(one.thresholds))
    if isinstance(one, ActorOf):
        return found
    found |= {audience_key(audience) for audience in one.audiences}
    found |= {CIRCLES[one.circle_kind]} if one.circle_kind else set()
    found |= {key for key, fits in ((VISIT, one.visits), (PHONE, one.by_phone)) if fits}
    own = when.get(one.key, "")
    found |= {key for key, letter, _, _ in PARTS if letter in own}
    return found | ({WEEKEND} if any(day in own for day in DAYS[WEEKEND]) else set())
