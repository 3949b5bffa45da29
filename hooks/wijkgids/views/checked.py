"""When an entry was last checked, by whom and how; and what a reader can do when it is old or wrong."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import ActivityOf, ActorOf, Agenda
from wijkgids.freshness import Freshness
from wijkgids.records.parts import Check
from wijkgids.texts import Piece, Strong, Voice
from wijkgids.views.contact import Action, mail, tel


@dataclass(frozen=True)
class CheckedView:
    """The last check, and how to say that something is wrong: by mail or by phone, to who keeps the guide."""

    day: Piece
    how: Piece | None
    report: str | None
    phone: Action | None
    confirm: str | None


@dataclass(frozen=True)
class CallFirst:
    """The box above an entry whose check is too old."""

    said: Piece
    call: Action | None


def checked(voice: Voice, agenda: Agenda, record: ActorOf | ActivityOf) -> CheckedView:
    """The check of a record. The subjects of its mails are Dutch and name its file: a Dutch keeper sorts them."""
    publisher = agenda.guide.checked.publisher
    about = record.slug if isinstance(record, ActorOf) else "/".join(record.key)
    link = tel(publisher.phone)
    number = voice.phone(publisher.phone)
    return CheckedView(
        day=on(voice, record.check),
        how=how(voice, agenda, record.check) if record.check else None,
        report=mail(publisher.email, f"Klopt dit niet: {about}"),
        phone=Action("phone", voice.say("Bel {nummer}", nummer=number), link, number) if link else None,
        confirm=mail(publisher.email, f"Klopt nog: {about}") if record.freshness.call_first else None,
    )


def on(voice: Voice, check: Check | None) -> Piece:
    """The day of the last check."""
    if check is None:
        return voice.say("Nog niet nagekeken.")
    return voice.say("Nagekeken op {dag}.", dag=voice.day_year(check.on))


def how(voice: Voice, agenda: Agenda, check: Check) -> Piece | None:
    """Who checked, and how, as one sentence; None when the guide no longer knows those words."""
    words = agenda.guide.words
    by, way = words.checked_by.get(check.by), words.check_ways.get(check.way)
    if not by or not way:
        return None
    did = way.self if by.id == "zelf" else way.name
    return voice.say("{wie} {deed}.", wie=voice.word(by.name), deed=voice.word(did))


def call_first(voice: Voice, freshness: Freshness, call: Action | None) -> CallFirst | None:
    """The box, or None while the check is fresh."""
    if not freshness.call_first:
        return None
    if freshness.checked is None:
        return CallFirst(voice.say("We weten niet zeker of dit klopt. Niemand keek het nog na."), call)
    day = Strong(voice.day_year(freshness.checked))
    said = voice.say("We weten niet zeker of dit nog klopt. Het is voor het laatst nagekeken op {dag}.", dag=day)
    return CallFirst(said, call)
