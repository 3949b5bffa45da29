"""The map of a neighbourhood with its places and the list beside it, and one as small as a stamp.

The list is the map for whoever cannot see or hold one: it has all that the drawing has, in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import Agenda, PlaceOf, Where
from wijkgids.texts import Name, Piece, Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.geometry import Unit
from wijkgids.views.ground import Drawing, Mark, Rings, Scale, drawing, sort_of, tiny
from wijkgids.views.parts import Link

NL = addresses.SOURCE
GUESTS = 4  # who else is there; the page of a house has them all
DECIMALS = 5  # of a degree: about a metre
LONGEST_LABEL = 5  # signs that fit in a mark


@dataclass(frozen=True)
class Spot:
    """A small map that leads to the large one: rings and a point in a square of 40 units. No point, no drawing."""

    text: Piece
    page: str
    rings: Rings
    at: Unit | None


@dataclass(frozen=True)
class MarkView:
    """A mark of one or more places. `home` is where it belongs when it was moved, `target` the first in the list."""

    x: int
    y: int
    home: Unit | None
    sort: str
    label: str
    wide: bool
    anchors: tuple[str, ...]
    target: str


@dataclass(frozen=True)
class Item:
    """A place in the list. `number` and `id` belong to its mark, `at` is its point for the street map."""

    id: str
    number: str | None
    sort: str
    name: Piece
    page: str | None
    kind: Piece | None
    address: Piece | None
    there: tuple[Link, ...]
    at: str | None


@dataclass(frozen=True)
class Street:
    """The street map that comes after a click: what is said before it, and what the script must know.

    `lib` is the folder of the program that draws it.
    """

    asked: Piece
    tiles: str
    lib: str
    credit: str
    credit_page: str | None
    label: Piece


@dataclass(frozen=True)
class Choice:
    """A neighbourhood to go to. `here`: the page itself."""

    text: Piece
    page: str
    here: bool


@dataclass(frozen=True)
class MapPage:
    """The map of a neighbourhood. `drawn` is None where nothing of it is known that can be drawn."""

    title: Piece
    description: Piece
    name: Name
    quarters: tuple[Choice, ...]
    drawn: Drawing | None
    marks: tuple[MarkView, ...]
    scale: Piece | None
    items: tuple[Item, ...]
    unknown: tuple[Item, ...]
    beyond: tuple[Item, ...]
    street: Street | None


def small_map(agenda: Agenda, voice: Voice, where: Where | None) -> Spot | None:
    """The small map of a place, in one link to the map of its neighbourhood; None where it may not be shown."""
    place = agenda.grounds.place(where)
    if place is None:
        return None
    drawn = tiny(agenda.grounds.by_neighbourhood[place.neighbourhood])
    at = drawn.at(place) if drawn else None
    return Spot(
        text=voice.say("Op de kaart van {wijk}", wijk=_quarter(agenda, place.neighbourhood)),
        page=f"{addresses.map_(NL, place.neighbourhood)}#{_anchor(place)}",
        rings=drawn.rings if drawn and at else (),
        at=at,
    )


def map_page(agenda: Agenda, voice: Voice, neighbourhood: str, *, lib: str) -> MapPage:
    """The map of a neighbourhood with its list. `lib` is where the program stands that draws a street map."""
    settings = agenda.guide.checked
    name = _quarter(agenda, neighbourhood)
    drawn = drawing(agenda, neighbourhood)
    places = agenda.grounds.by_neighbourhood[neighbourhood].places
    title = voice.say("Kaart van {wijk}", wijk=name)
    marks = drawn.marks if drawn else ()
    beyond = drawn.beyond if drawn else ()
    items = tuple(_item(agenda, voice, one, number) for number, one in enumerate(drawn.places, 1)) if drawn else ()
    return MapPage(
        title=title,
        description=title,
        name=name,
        quarters=tuple(
            Choice(Name(one.name), addresses.map_(NL, key), key == neighbourhood)
            for key, one in settings.neighbourhoods.items()
        )
        if len(settings.neighbourhoods) > 1
        else (),
        drawn=drawn,
        marks=tuple(
            MarkView(
                x=mark.at[0],
                y=mark.at[1],
                home=mark.home,
                sort=items[mark.first - 1].sort,
                label=_label_of(mark),
                wide=len(_label_of(mark)) > 2,
                anchors=tuple(_anchor(place) for place in drawn.places[mark.first - 1 : mark.last]) if drawn else (),
                target=items[mark.first - 1].id,
            )
            for mark in marks
        ),
        scale=scale_of(voice, drawn.scale) if drawn else None,
        items=items,
        unknown=tuple(_item(agenda, voice, one) for one in places if one.point is None),
        beyond=tuple(_item(agenda, voice, one) for one in beyond),
        street=_street(agenda, voice, name, lib) if items or beyond else None,
    )


def _quarter(agenda: Agenda, key: str) -> Name:
    return Name(agenda.guide.checked.neighbourhoods[key].name)


def _anchor(place: PlaceOf) -> str:
    """The id of the mark of a place, or of its item where it has none."""
    return f"p-{place.id}"


def _item(agenda: Agenda, voice: Voice, place: PlaceOf, number: int | None = None) -> Item:
    owner = agenda.actors[place.owner] if place.owner else None
    page: str | None = None
    kind: Piece | None = None
    guests = [Link(Name(agenda.actors[slug].name), addresses.actor(NL, slug)) for slug in place.actors]
    doing = [Link(voice.prose(agenda.activities[key].name), addresses.activity(NL, *key)) for key in place.activities]
    if owner:
        name, page, kind = Name(owner.name), addresses.actor(NL, owner.slug), voice.word(owner.kind.name)
        written = [one for one in (place.name, place.address) if one]
    else:
        # Two who share an address and no house: the address is all that they have in common.
        title = place.name or place.address or (agenda.actors[place.actors[0]].name if place.actors else "")
        name, kind = Name(title), voice.word("Plek in de buurt") if not place.address else None
        written = [place.address] if place.address and place.address != title else []
    return Item(
        id=f"l{number}" if number else _anchor(place),
        number=str(number) if number else None,
        sort=sort_of(agenda, place),
        name=name,
        page=page,
        kind=kind,
        address=Name(", ".join(written)) if written else None,
        there=tuple((guests + doing)[: GUESTS if owner else None]),
        at=written_point(place.lat, place.lon),
    )


def written_point(lat: float | None, lon: float | None) -> str | None:
    """A point as apps write it: latitude, a comma, longitude, to the metre. None where nobody told us."""
    if lat is None or lon is None:
        return None
    return ",".join(f"{one:.{DECIMALS}f}".rstrip("0").rstrip(".") for one in (lat, lon))


def _label_of(mark: Mark) -> str:
    """The number of a mark, or the first and the last; where those have no room, the first and a plus."""
    whole = str(mark.first) if mark.first == mark.last else f"{mark.first}–{mark.last}"
    return whole if len(whole) <= LONGEST_LABEL else f"{mark.first}+"


def scale_of(voice: Voice, scale: Scale) -> Piece:
    """What the line below a map means, and where north is."""
    walk = voice.many(
        "De streep is {n} minuut lopen, recht over de kaart.",
        "De streep is {n} minuten lopen, recht over de kaart.",
        scale.minutes,
    )
    return Sentence((walk, " ", voice.say("Over straat duurt het langer. Boven is het noorden.")))


def _street(agenda: Agenda, voice: Voice, name: Name, lib: str) -> Street | None:
    source = agenda.guide.checked.street_map
    if source is None:
        return None
    return Street(
        asked=voice.say(
            "De plaatjes van die kaart komen van {wie}. Die ziet het internet-adres van je telefoon.",
            wie=Name(source.by),
        ),
        tiles=source.tiles,
        lib=lib,
        credit=source.credit,
        credit_page=source.credit_page,
        label=voice.say("Straatkaart van {wijk}", wijk=name),
    )
