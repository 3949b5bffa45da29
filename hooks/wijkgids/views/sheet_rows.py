"""One row of a week on paper: its facts once, its words once for each language of the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, Time
from wijkgids.freshness import Stage
from wijkgids.records.alike import fold
from wijkgids.records.values import AddressShown, Answer
from wijkgids.texts import Ltr, Name, OwnName, Piece, Voice
from wijkgids.views.addresses import SOURCE

Cost = Literal["free", "amount", "gift", "unknown"]
Way = Literal["walk-in", "sign-up", "phone", "ask"]
FREE = Ltr("€\u00a00")  # needs no word in any language
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@dataclass(frozen=True)
class SpokenThere:
    """A language that is spoken there besides Dutch. `sometimes`: only then and then, which a mark cannot say."""

    code: str
    name: OwnName
    sometimes: bool


@dataclass(frozen=True)
class Told:
    """The words of a row in one language: what, for whom, by whom and where, and what the marks cannot say (`notes`).

    `flags` stand in dashed boxes: they say what is not certain. `off` says that a time does not take place, and why:
    then the row is struck.
    """

    title: Piece
    whom: tuple[Piece, ...]
    place: tuple[Piece, ...]
    notes: tuple[Piece, ...]
    price: Piece
    flags: tuple[Piece, ...]
    off: Piece | None

    def pieces(self) -> tuple[Piece, ...]:
        """Everything said."""
        return (
            self.title,
            *self.whom,
            *self.place,
            *self.notes,
            self.price,
            *self.flags,
            *((self.off,) if self.off else ()),
        )


@dataclass(frozen=True)
class Row:
    """One time on a sheet. `times` is None when nobody told us the hour: a question, not the whole day."""

    key: tuple[str, str]
    times: Ltr | None
    evening: bool
    cost: Cost
    way: Way
    languages: tuple[SpokenThere, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Contact:
    """A name on the sheet with its number and address, for who must call first or find the place."""

    name: Name
    phone: Ltr | None
    address: Name | None


def row(agenda: Agenda, time: Time, voices: Sequence[Voice], house: str | None) -> Row:
    """The row of a time; `house` is whose sheet it is, None on the sheet of a neighbourhood."""
    activity = time.activity
    return Row(
        key=activity.key,
        times=voices[0].times(time.on.start, time.on.end) if time.on.start else None,
        evening=time.evening,
        cost=_cost(activity),
        way=_way(activity),
        languages=tuple(_languages(time, voices[-1])),
        told=tuple(_told(agenda, time, voice, house) for voice in voices),
    )


def _cost(activity: ActivityOf) -> Cost:
    kind = activity.thresholds.cost.kind
    return kind if kind in ("free", "amount", "gift") else "unknown"  # type: ignore[return-value]


def _way(activity: ActivityOf) -> Way:
    """How you come. The open door means walk in and nothing else: never where someone decides first."""
    needs = activity.thresholds
    if activity.by_phone:
        return "phone"
    if (
        activity.by_appointment
        or needs.sign_up is Answer.YES
        or activity.closed
        or needs.referral_needed is Answer.YES
        or activity.visits
    ):
        return "sign-up"
    return "walk-in" if needs.sign_up is Answer.NO else "ask"


def _languages(time: Time, voice: Voice) -> Iterable[SpokenThere]:
    """The languages at this time besides Dutch, each once, the reader's first."""
    certain: dict[str, bool] = {}
    for spoken in time.activity.languages:
        here = _spoken_now(spoken.when.text, time.on.start, time.on.day.weekday()) if spoken.when else True
        if spoken.code != SOURCE and here is not False:
            certain[spoken.code] = certain.get(spoken.code, False) or here is True
    for code in sorted(certain, key=lambda code: code != voice.lang):
        yield SpokenThere(code, voice.language(code), not certain[code])


# Parts of the day as people write them: from and until which hour something starts in it.
_MORNING, _AFTERNOON, _EVENING = (0, 12), (12, 17), (17, 24)
_PARTS = {
    "ochtend": _MORNING,
    "ochtends": _MORNING,
    "middag": _AFTERNOON,
    "middags": _AFTERNOON,
    "avond": _EVENING,
    "avonds": _EVENING,
}


def _spoken_now(when: str, start: datetime | None, weekday: int) -> bool | None:
    """Whether a language is spoken at this time, where `wanneer` names days or parts of the day only; else None."""
    words = re.findall(r"\w+", when.lower())
    known = [word for word in words if word not in ("elke", "op", "en", "s")]
    days = [word for word in known if word in WEEKDAYS]
    parts = [word for word in known if word in _PARTS]
    if not known or len(days) + len(parts) < len(known):
        return None
    if days and WEEKDAYS[weekday] not in days:
        return False
    if not parts:
        return True
    return None if start is None else any(_PARTS[part][0] <= start.hour < _PARTS[part][1] for part in parts)


def _told(agenda: Agenda, time: Time, voice: Voice, house: str | None) -> Told:
    activity = time.activity
    return Told(
        title=voice.prose(activity.name),
        whom=tuple(_whom(activity, voice)),
        place=tuple(_place(agenda, activity, voice, house)),
        notes=tuple(_notes(time, voice)),
        price=FREE if activity.thresholds.cost.kind == "free" else _price(activity, voice),
        flags=tuple(_flags(time, voice)),
        off=_off(time, voice),
    )


def _price(activity: ActivityOf, voice: Voice) -> Piece:
    return Ltr("€\u00a0?") if activity.thresholds.cost.kind == "unknown" else voice.price(activity.thresholds.cost)


def _whom(activity: ActivityOf, voice: Voice) -> Iterable[Piece]:
    for audience in activity.audiences:
        if audience.id != "iedereen":
            yield voice.word(audience.name)
    match activity.ages:
        case (int(low), int(high)):
            yield voice.say("{leeftijd} jaar", leeftijd=Ltr(f"{low}–{high}"))
        case (int(low), None):
            yield voice.say("vanaf {leeftijd} jaar", leeftijd=Ltr(str(low)))
        case (None, int(high)):
            yield voice.say("tot en met {leeftijd} jaar", leeftijd=Ltr(str(high)))


def _place(agenda: Agenda, activity: ActivityOf, voice: Voice, house: str | None) -> Iterable[Piece]:
    """Who does it, unless that is the house of the sheet; the place, where it is another one; and the room."""
    if activity.organiser != house:
        yield Name(agenda.actors[activity.organiser].name)
    where = activity.where
    if where is None or activity.by_phone or activity.visits:
        return
    if where.shown is not AddressShown.YES:
        yield voice.say("Adres na contact")
        return
    if where.host not in (house, activity.organiser):
        yield Name(where.name or where.address or "")
    if where.room and house:  # among many places the place says enough
        yield voice.prose(where.room)


def _notes(time: Time, voice: Voice) -> Iterable[Piece]:
    """What the marks cannot say, and the programme of the day."""
    activity = time.activity
    yield from (voice.prose(text) for day, text in activity.programme if day == time.on.day)
    if time.on.moved_from:
        yield voice.say("Dit was eerst op {dag}.", dag=voice.day_long(time.on.moved_from))
    if activity.visits:
        yield voice.say("Ze komen bij jou thuis")
    if activity.by_appointment:
        yield voice.say("Op afspraak")
    if activity.by_phone and activity.reach and activity.reach.phone:
        yield voice.say("Bel {nummer}", nummer=voice.phone(activity.reach.phone))
    if activity.closed:
        yield voice.say("Besloten groep")
    if activity.thresholds.referral_needed is Answer.YES:
        yield voice.say("Je hebt een verwijzing nodig")
    yield from _per(activity, voice)


def _per(activity: ActivityOf, voice: Voice) -> Iterable[Piece]:
    """For what a price is, where it is not for one time, and the price with a city pass."""
    needs = activity.thresholds
    price = voice.price(needs.cost)
    if needs.cost.kind == "amount":
        match needs.cost_per:
            case "maand":
                yield voice.say("{prijs} per maand", prijs=price)
            case "jaar":
                yield voice.say("{prijs} per jaar", prijs=price)
            case "cursus":
                yield voice.say("{prijs} voor de cursus", prijs=price)
        if needs.city_pass and needs.city_pass.kind == "free":
            yield voice.say("Gratis met stadspas")
        elif needs.city_pass and needs.city_pass.kind == "amount":
            yield voice.say("{prijs} met stadspas", prijs=voice.price(needs.city_pass))


def _flags(time: Time, voice: Voice) -> Iterable[Piece]:
    """What is not certain: an old check, or a day on which nobody told us whether it goes on."""
    freshness = time.activity.freshness
    if time.on.doubt == "holiday":
        yield voice.say("feestdag: bel eerst")
    if freshness.stage is not Stage.FRESH and freshness.checked:
        yield voice.say("bel eerst · {dag}", dag=voice.day_digits(freshness.checked))
    elif freshness.stage is not Stage.FRESH or time.on.doubt == "unknown":
        yield voice.say("bel eerst")


def _off(time: Time, voice: Voice) -> Piece | None:
    if time.on.state == "cancelled":
        if time.reason:
            return voice.say("gaat niet door: {reden}", reden=voice.prose(time.reason))
        return voice.say("gaat niet door")
    if time.on.state == "moved" and time.on.moved_to:
        return voice.say("verplaatst naar {dag}", dag=voice.day_long(time.on.moved_to))
    return None


def to_call(agenda: Agenda, times: Sequence[Time], house: str | None) -> tuple[Contact, ...]:
    """Whom the rows lead to, by name: places elsewhere with their address, and organisers whom you must call first."""
    wanted: dict[str, ActorOf] = {}
    for time in times:
        activity = time.activity
        calls = _way(activity) != "walk-in" or activity.freshness.stage is not Stage.FRESH or time.on.doubt is not None
        for slug in (activity.where.host if activity.where else None, activity.organiser if calls else None):
            if slug and slug != house and slug in agenda.actors:
                wanted[slug] = agenda.actors[slug]
    contacts = [contact_of(actor) for actor in sorted(wanted.values(), key=lambda actor: fold(actor.name))]
    return tuple(contact for contact in contacts if contact.phone or contact.address)


def contact_of(actor: ActorOf) -> Contact:
    """The number of an actor, and its address where that is not the address of another."""
    address = actor.where.address if actor.where and actor.where.host is None else None
    phone = actor.reach.phone if actor.reach else None
    return Contact(
        Name(actor.name), Ltr(phone.replace(" ", "\u00a0")) if phone else None, Name(address) if address else None
    )
