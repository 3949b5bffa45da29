"""Where it is. An address that may not be public never reaches this far; here it is said how you get it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from wijkgids.agenda import Agenda, Where
from wijkgids.records.values import AddressShown
from wijkgids.texts import Ltr, Name, Piece, Prose, Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.maps import Spot, small_map, written_point
from wijkgids.views.parts import Link, Linked, linked


@dataclass(frozen=True)
class PlaceView:
    """Where something is. With `hidden` only that sentence stands there, and who to go through.

    `spot` leads to the map of the guide itself, `app` opens the map of the phone, `map` is a street map on the site of
    `map_of`.
    """

    host: Link | None = None
    name: Piece | None = None
    room: Prose | None = None
    address: Name | None = None
    city: Piece | None = None
    find: Prose | None = None
    spot: Spot | None = None
    app: str | None = None
    map: str | None = None
    map_of: Ltr | None = None
    hidden: Piece | None = None
    via: Linked | None = None


def place(
    voice: Voice,
    agenda: Agenda,
    where: Where | None,
    quarter: Name | None,
    *,
    own: str | None = None,
    paper: bool = False,
) -> PlaceView | None:
    """The place of a record in a neighbourhood; None when nothing is known.

    `own` is the slug of the page itself, which needs no link. On `paper` nothing is one tap away.
    """
    if where is None:
        return None
    through = agenda.actors.get(where.via) if where.via else None
    via = None
    if through:
        via = linked(
            voice.say("Ga via {groep}.", groep=Name(through.name)), addresses.actor(addresses.SOURCE, through.slug)
        )
    if where.shown is AddressShown.AFTER_CONTACT:
        return PlaceView(hidden=voice.say("Het adres hoor je na contact. Bel eerst."), via=via)
    if where.shown is AddressShown.NO:
        return PlaceView(hidden=voice.say("Het adres staat niet in de gids."), via=via)
    name = Name(where.name) if where.name else None
    # At its own place a page names no host; the reader is there already.
    host = (
        Link(name, addresses.actor(addresses.SOURCE, where.host)) if name and where.host and where.host != own else None
    )
    # Postcode and map of a host stand on its own page, one tap away.
    street_map = None if host else map_link(where.lat, where.lon)
    return PlaceView(
        host=host,
        name=name if not host and (own is None or where.host != own) else None,
        room=voice.prose(where.room) if where.room else None,
        address=Name(where.address) if where.address else None,
        city=None if host and not paper else _city(where, quarter),
        find=voice.prose(where.find) if where.find else None,
        spot=None if paper else small_map(agenda, voice, where),
        app=None if paper else app_link(where.lat, where.lon, known_as(agenda, where)),
        map=street_map,
        map_of=Ltr(urlsplit(street_map).netloc.removeprefix("www.")) if street_map else None,
        via=via,
    )


def _city(where: Where, quarter: Name | None) -> Piece | None:
    """Postcode, city and neighbourhood: what a letter and a stranger to the quarter need."""
    parts: list[Piece] = [Ltr(where.postcode)] if where.postcode else []
    if where.city:
        parts += [" ", Name(where.city)] if parts else [Name(where.city)]
    if quarter and quarter != where.city:
        parts += [" · ", quarter] if parts else [quarter]
    return Sentence(tuple(parts)) if parts else None


def known_as(agenda: Agenda, where: Where) -> str:
    """What a place is called, of whom it is, or else where: the first that is known."""
    found = agenda.grounds.place(where)
    owner = agenda.actors[found.owner].name if found and found.owner else None
    return where.name or owner or where.address or ""


def app_link(lat: float | None, lon: float | None, name: str) -> str | None:
    """A point for the map app of the phone itself (RFC 5870), with the name it gets there. iPhones do not know it."""
    at = written_point(lat, lon)
    if at is None:
        return None
    return f"geo:{at}?q={at}({quote(name, safe='')})" if name else f"geo:{at}"


def map_link(lat: float | None, lon: float | None) -> str | None:
    """A street map at a point (WGS 84 degrees). A link and no picture: the map's host is asked only after a click."""
    if lat is None or lon is None:
        return None
    return f"https://www.openstreetmap.org/?mlat={lat:g}&mlon={lon:g}&zoom=18"
