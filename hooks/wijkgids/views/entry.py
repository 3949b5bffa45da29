"""What the pages of an actor and of an activity both say: languages, promise, access, whom to ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, PersonOf, PromiseOf, RecordingOf, Spoken
from wijkgids.records.parts import Access
from wijkgids.records.values import AddressShown, Answer, Level, Toilet
from wijkgids.texts import Ltr, Name, OwnName, Piece, Prose, Sentence, Voice
from wijkgids.texts.catalogues import SOURCE, catalogue
from wijkgids.views import addresses
from wijkgids.views.checked import CallFirst, call_first
from wijkgids.views.contact import Action, actions, via
from wijkgids.views.parts import Linked, linked

SCRIPT = "record.js"


@dataclass(frozen=True)
class LanguageLine:
    """A language by its own name, what it is called here (None when that is the same), who speaks it and when."""

    own: OwnName
    here: str | None
    who: Piece | None


@dataclass(frozen=True)
class Vow:
    """A signed promise, its exception, and who signed when."""

    text: Prose
    unless: Prose
    signed: Piece


@dataclass(frozen=True)
class Heard:
    """A voice that reads the page: "listen" and the language, both in that language, who it is, and its file."""

    label: OwnName
    by: Piece
    path: str


@dataclass(frozen=True)
class Fact:
    """A line of facts: a drawing, its label, and what is said."""

    icon: str
    label: Piece
    said: tuple[Piece, ...]


def reach(voice: Voice, agenda: Agenda, record: ActorOf | ActivityOf) -> tuple[tuple[Action, ...], CallFirst | None]:
    """The buttons of a record, and the box that says to call first; the call button stands in only one of the two."""
    actor = record if isinstance(record, ActorOf) else agenda.actors[record.actor]
    ways = actions(voice, record.reach)
    if record is not actor and record.reach == actor.reach:
        # Mail and site of the group stand on its own page, unless there is no other way.
        ways = tuple(way for way in ways if way.number) or ways
    phone = next((way for way in ways if way.icon == "phone"), None)
    if phone is None and (phone := via(voice, agenda, actor)):
        ways = (phone, *ways)
    box = call_first(voice, record.freshness, phone)
    return tuple(way for way in ways if not (box and way is phone)), box


def language_lines(voice: Voice, spoken: tuple[Spoken, ...]) -> tuple[LanguageLine, ...]:
    """Who speaks what: the reader's own language first."""
    return tuple(_language(voice, one) for one in sorted(spoken, key=lambda one: one.code != voice.lang))


def _language(voice: Voice, one: Spoken) -> LanguageLine:
    who: Piece | None = voice.prose(one.who) if one.who else None
    when = voice.prose(one.when) if one.when else None
    if who and when:
        who = voice.say("{wie}, {wanneer}", wie=who, wanneer=when)
    here = None if one.code == voice.lang else voice.language_here(one.code)
    return LanguageLine(voice.language(one.code), here, who or when)


def ask_for(voice: Voice, people: tuple[PersonOf, ...]) -> Piece | None:
    """Whom to ask for at the door: someone who speaks the reader's language, else the first."""
    named = sorted((one for one in people if one.ask_for), key=lambda one: voice.lang not in one.languages)
    for one in named:
        if one.ask_for:
            return voice.say("Vraag naar {wie}.", wie=voice.prose(one.ask_for))
    return None


def vow(agenda: Agenda, voice: Voice, promise: PromiseOf | None) -> Vow | None:
    """The promise with its exception; no block at all without a signature."""
    if promise is None:
        return None
    signer = Name(agenda.actors[promise.signer].name)
    signed = voice.say("Ondertekend door {groep} op {dag}.", groep=signer, dag=voice.day_year(promise.on))
    return Vow(voice.prose(promise.text), voice.prose(promise.unless), signed)


def heard(voice: Voice, recordings: Iterable[RecordingOf]) -> tuple[Heard, ...]:
    """The recordings, the reader's language first."""
    return tuple(_heard(voice, one) for one in sorted(recordings, key=lambda one: one.code != voice.lang))


def _heard(voice: Voice, one: RecordingOf) -> Heard:
    own = voice.language(one.code)
    # Who looks for this cannot read the language of the page: the label is in the language of the voice.
    listen = "Voorlezen" if one.code == SOURCE else catalogue(one.code).texts.get("Voorlezen", "")
    label = f"{listen} · {own}" if listen else str(own)
    by = voice.say("{wie}, {wanneer}", wie=voice.prose(one.by), wanneer=voice.day_year(one.on))
    return Heard(OwnName(label, one.code), by, one.path)


def belongs_to(agenda: Agenda, voice: Voice, actor: ActorOf) -> Linked | None:
    """The group that pays and decides for this one, where it is in the guide."""
    parent = agenda.actors.get(actor.belongs_to) if actor.belongs_to else None
    if parent is None:
        return None
    said = voice.say("Hoort bij {groep}.", groep=Name(parent.name))
    return linked(said, addresses.actor(addresses.SOURCE, parent.slug))


def referral(voice: Voice, answer: Answer) -> Piece | None:
    """Whether a doctor or coach may send you. A word of who comes is never said (design §1)."""
    if answer is Answer.YES:
        return voice.say("Je mag hier ook komen via je huisarts of een coach.")
    if answer is Answer.NO:
        return voice.say("Je komt zelf. Niemand hoeft je te sturen.")
    return None


def short_address(agenda: Agenda, code: str | None) -> Ltr | None:
    """The short address that paper carries, without its scheme: "wijkgids.example/k/c7ng"."""
    if not code:
        return None
    address = agenda.guide.checked.address.split("://", 1)[-1].rstrip("/")
    return Ltr(f"{address}/k/{code}")


def way_in(record: ActorOf | ActivityOf) -> Access | None:
    """How you get in; where nobody told us of a place that one can visit, that it is not known."""
    where = record.where
    visited = where is not None and where.shown is AddressShown.YES and bool(where.name or where.address)
    if isinstance(record, ActivityOf) and (record.visits or record.by_phone):
        visited = False
    return record.access or (Access() if visited else None)


def access(voice: Voice, way: Access, *, whole: bool = True) -> tuple[Piece, ...]:
    """How you get in, and when someone saw that. What nobody knows is said so.

    Not `whole` where the place has a page of its own, which says the rest: then what decides whether one can come.
    """
    if not whole:
        return (Sentence((_step(voice, way.step_free), " ", _toilet(voice, way.toilet))),)
    found = (_step(voice, way.step_free), _toilet(voice, way.toilet), _quiet(voice, way.quiet))
    said = Sentence(tuple(piece for one in found for piece in (one, " "))[:-1])
    return (said, voice.say("Gezien op {dag}.", dag=voice.day_year(way.seen))) if way.seen else (said,)


def _step(voice: Voice, level: Level) -> Piece:
    match level:
        case Level.YES:
            return voice.say("Geen drempel.")
        case Level.PARTLY:
            return voice.say("Niet overal zonder drempel.")
        case Level.NO:
            return voice.say("Er is een drempel of een trap.")
        case Level.UNKNOWN:
            return voice.say("Drempel: niet bekend, vraag het.")


def _toilet(voice: Voice, toilet: Toilet) -> Piece:
    match toilet:
        case Toilet.ADAPTED:
            return voice.say("Aangepast toilet.")
        case Toilet.PLAIN:
            return voice.say("Gewoon toilet.")
        case Toilet.NONE:
            return voice.say("Geen toilet.")
        case Toilet.UNKNOWN:
            return voice.say("Toilet: niet bekend, vraag het.")


def _quiet(voice: Voice, level: Level) -> Piece:
    match level:
        case Level.YES:
            return voice.say("Er is een stille ruimte.")
        case Level.PARTLY:
            return voice.say("Soms is het er stil.")
        case Level.NO:
            return voice.say("Geen stille ruimte.")
        case Level.UNKNOWN:
            return voice.say("Stille ruimte: niet bekend, vraag het.")
