"""Formal help: a desk with its hours, its languages, and what it asks before you go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wijkgids.agenda import ActorOf, Agenda, ThresholdsOf, Where
from wijkgids.records.values import AddressShown, Answer, DutchLevel
from wijkgids.texts import Name, Piece, Sentence, Voice
from wijkgids.views import addresses, thresholds
from wijkgids.views.contact import Action, actions, via
from wijkgids.views.parts import Chip
from wijkgids.views.rows import call_chip, language_chips
from wijkgids.views.schedule_text import lines

DESK = "loket"  # the group of kinds with professionals behind a table


@dataclass(frozen=True)
class Desk:
    """A desk: what it does, when it is open, what it asks before you go, and how to call. `place`: where it is.

    `summary` is None on a page of the whole guide, which has no room for it.
    """

    name: Name
    page: str
    summary: Piece | None
    place: Piece | None
    hours: tuple[Piece, ...]
    chips: tuple[Chip, ...]
    call: Action | None


def is_desk(one: ActorOf) -> bool:
    """Whether professionals sit there behind a table."""
    return one.kind.group == DESK


def desk(agenda: Agenda, voice: Voice, one: ActorOf, *, quarter: bool) -> Desk:
    """A desk on a list. `quarter`: on a page of the whole guide, which says its neighbourhood, else its place."""
    home = Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name)
    return Desk(
        Name(one.name),
        addresses.actor(addresses.SOURCE, one.slug),
        None if quarter else voice.prose(one.summary),
        home if quarter else place(voice, one.where),
        hours(agenda, voice, one),
        (*chips(voice, one), *language_chips(voice, one.languages)),
        phone(agenda, voice, one),
    )


def hours(agenda: Agenda, voice: Voice, one: ActorOf) -> tuple[Piece, ...]:
    """When it is open, a line for each rule. Nothing where nobody looked for so long that one must call first."""
    return () if one.freshness.call_first else tuple(line.when for line in lines(voice, agenda.today, one.hours))


def chips(voice: Voice, one: ActorOf) -> tuple[Chip, ...]:
    """What it costs and what it asks before you go; when its check is too old only that: call first."""
    if one.freshness.call_first:
        return (call_chip(voice, one.freshness),)
    return (thresholds.cost_chip(voice, one.thresholds), *asks(voice, one.thresholds))


def asks(voice: Voice, needs: ThresholdsOf) -> tuple[Chip, ...]:
    """What stands between you and the table: what one must bring or do, that nothing must, and what nobody knows.

    Not known is one question for all of it, never a no.
    """
    wanted = tuple(chip for chip in thresholds.needed(voice, needs).known if chip.look == "let")
    unknown = [
        label
        for value, label in (
            (needs.sign_up, voice.say("Aanmelden")),
            (needs.name_needed, voice.say("Je naam zeggen")),
            (needs.papers_needed, voice.say("Papieren")),
            (needs.referral_needed, voice.say("Verwijzing")),
        )
        if value is Answer.UNKNOWN
    ]
    open_door = (thresholds.sign_up_chip(voice, needs),) if needs.sign_up is Answer.NO else ()
    papers = tuple(
        chip
        for chip in (
            Chip("ok", voice.say("Papieren hoeven niet"), "ok") if needs.papers_needed is Answer.NO else None,
            Chip("ok", voice.say("Een tolk kan erbij zijn"), "ok") if _interpreted(voice, needs) else None,
        )
        if chip
    )
    question = (thresholds.ask_chip(voice, _beside(unknown)),) if unknown else ()
    return (*open_door, *papers, *wanted, *question)


def phone(agenda: Agenda, voice: Voice, one: ActorOf) -> Action | None:
    """The button to call, if need be the group that it is reached through."""
    own = next((way for way in actions(voice, one.reach) if way.icon == "phone"), None)
    return own or via(voice, agenda, one)


def place(voice: Voice, where: Where | None) -> Piece | None:
    """Where it is, and in which room. A discreet address stays so."""
    if where is None:
        return None
    if where.shown is not AddressShown.YES:
        return voice.say("Adres na contact")
    name = where.name or where.address
    if not name:
        return None
    return Sentence((Name(name), " · ", voice.prose(where.room))) if where.room else Name(name)


def _interpreted(voice: Voice, needs: ThresholdsOf) -> bool:
    """Who reads the page in Dutch needs no interpreter."""
    return voice.lang != addresses.SOURCE and needs.interpreter is Answer.YES and needs.dutch is not DutchLevel.NONE


def _beside(labels: Sequence[Piece]) -> Piece:
    return Sentence(tuple(part for label in labels for part in (label, " · "))[:-1]) if len(labels) > 1 else labels[0]
