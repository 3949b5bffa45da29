"""What a page says, said again to search engines (schema.org, JSON-LD): only what a reader may see there too.

A kind that is one person gets none: a person is not to be found by a machine. Nor does a place that may not be shown,
and what nobody knows for sure: times of an entry that must be called first are no event.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, ThresholdsOf, Where
from wijkgids.records.values import AddressShown
from wijkgids.texts import Voice
from wijkgids.views import addresses
from wijkgids.views.contact import tel
from wijkgids.views.shell import absolute

Data = Mapping[str, object]

_PERSON = "sleutelpersoon"
# Types of schema.org for kinds of the vocabulary; every other kind is no more than an Organization.
_TYPES = MappingProxyType(
    {
        "bibliotheek": "Library",
        "school": "School",
        "sportclub": "SportsClub",
        "moskee": "Mosque",
        "kerk": "Church",
        "tempel": "PlaceOfWorship",
        "speeltuin": "Playground",
        "plek": "Place",
    }
)


def actor_data(agenda: Agenda, voice: Voice, one: ActorOf) -> Data | None:
    """An actor: what it is, its number and its address; None for one person."""
    if one.kind.id == _PERSON:
        return None
    return _of(
        _type(one),
        name=one.name,
        url=absolute(agenda.guide.checked.address, addresses.actor(voice.lang, one.slug)),
        telephone=_phone(one.reach.phone) if one.reach else None,
        address=_address(one.where),
    )


def activity_data(agenda: Agenda, voice: Voice, one: ActivityOf) -> Data | None:
    """An activity: the next time of it as an event, with what it costs; without a certain time a service."""
    organiser = agenda.actors[one.organiser]
    if _PERSON in (organiser.kind.id, agenda.actors[one.actor].kind.id):
        return None
    name, by = str(voice.prose(one.name)), {"@type": _type(organiser), "name": organiser.name}
    coming = [] if one.freshness.call_first else agenda.next_times(one, 1)
    on = coming[0].on if coming else None
    if on is None or on.start is None or on.doubt:
        return _of("Service", name=name, provider=by, offers=_offer(one.thresholds))
    return _of(
        "Event",
        name=name,
        startDate=on.start.isoformat(timespec="minutes"),
        endDate=on.end.isoformat(timespec="minutes") if on.end else None,
        location=_location(one),
        organizer=by,
        isAccessibleForFree=True if one.thresholds.free else None,
        offers=_offer(one.thresholds),
    )


def _of(type_: str, **properties: object) -> Data:
    told = {name: value for name, value in properties.items() if value is not None}
    return {"@context": "https://schema.org", "@type": type_, **told}


def _type(one: ActorOf) -> str:
    return _TYPES.get(one.kind.id, "Organization")


def _phone(typed: str | None) -> str | None:
    """A number with its country (E.164), as machines dial it."""
    link = tel(typed) if typed else None
    if link is None:
        return None
    digits = link.removeprefix("tel:")
    return f"+31{digits[1:]}" if digits.startswith("0") and not digits.startswith("00") else digits


def _address(where: Where | None) -> str | None:
    """The address on one line, None where it may not be shown."""
    if where is None or where.shown is not AddressShown.YES or not where.address:
        return None
    city = " ".join(part for part in (where.postcode, where.city) if part)
    return f"{where.address}, {city}" if city else where.address


def _location(one: ActivityOf) -> Data | None:
    if one.visits or one.by_phone or one.where is None:
        return None
    told = {"name": one.where.name, "address": _address(one.where)}
    place = {name: value for name, value in told.items() if value}
    return {"@type": "Place", **place} if place else None


def _offer(needs: ThresholdsOf) -> Data | None:
    price = needs.cost.amount
    return None if price is None else {"@type": "Offer", "price": str(price), "priceCurrency": "EUR"}
