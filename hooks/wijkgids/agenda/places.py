"""Places that may be shown: each once, however many groups meet there, with who and what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from wijkgids.agenda.entries import ActivityKey, ActivityOf, ActorOf, Where
from wijkgids.records import alike
from wijkgids.records.outlines import Outline
from wijkgids.records.values import AddressShown

HOME_OF_MANY = ("huis", "bibliotheek")  # groups of kinds after which people name a building
DECIMALS = 5  # of a degree: about a metre
NAMELESS = "plek"
_DEEPEST = 4  # a house in a house in a house

Key = tuple[str, ...]


@dataclass(frozen=True)
class PlaceOf:
    """A place that one can go to: everything in it may be shown.

    `owner` is the actor (slug) after whom it is called, `actors` are others that have their place there, `activities`
    what happens there of who has not. `name` is that of the place itself, where it has one.
    """

    id: str  # stays the same as long as its name does
    neighbourhood: str
    owner: str | None
    name: str | None
    address: str | None
    postcode: str | None
    city: str | None
    lat: float | None
    lon: float | None
    actors: tuple[str, ...]
    activities: tuple[ActivityKey, ...]

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude in degrees; None where nobody told us."""
        return None if self.lat is None or self.lon is None else (self.lon, self.lat)


@dataclass(frozen=True, eq=False)
class Ground:
    """A neighbourhood as a map knows it: its outline, where it has one, and its places in the order of their files."""

    neighbourhood: str
    outline: Outline | None
    places: tuple[PlaceOf, ...]


@dataclass(frozen=True, eq=False)
class Grounds:
    """All neighbourhoods, in the order of the settings, and which place is meant by the `Where` of an entry."""

    by_neighbourhood: Mapping[str, Ground]
    _by_key: Mapping[Key, PlaceOf]

    def place(self, where: Where | None) -> PlaceOf | None:
        """The place of an entry; None where it has none, or none that may be shown."""
        keys = _keys(where) if where else ()
        return next((self._by_key[key] for key in keys if key in self._by_key), None)


@dataclass
class _Found:
    """A place while it is put together: the first that is known of each."""

    neighbourhood: str
    where: Where
    keys: set[Key] = field(default_factory=set)
    owners: list[str] = field(default_factory=list)
    guests: list[str] = field(default_factory=list)
    activities: list[ActivityKey] = field(default_factory=list)
    wheres: list[Where] = field(default_factory=list)


def grounds_of(
    neighbourhoods: Iterable[str],
    outlines: Mapping[str, Outline],
    actors: Mapping[str, ActorOf],
    activities: Mapping[ActivityKey, ActivityOf],
) -> Grounds:
    """The grounds of a guide. What is discreet is not in it, and changes nothing of it."""
    by_key: dict[Key, _Found] = {}
    found: list[_Found] = []

    def at(where: Where, host: str | None, neighbourhood: str) -> _Found:
        keys = _keys(where) if host is None else (("host", host), *_keys(where))
        one = next((by_key[key] for key in keys if key in by_key and _same(by_key[key], where, key)), None)
        if one is None:
            one = _Found(neighbourhood, where)
            found.append(one)
        one.wheres.append(where)
        for key in keys:
            one.keys.add(key)
            by_key.setdefault(key, one)
        return one

    live = [actor for actor in actors.values() if actor.live and _visited(actor.where)]
    # Who has the place comes first: a guest then finds it.
    for actor in (one for one in live if one.where and one.where.host is None):
        at(_of(actor), actor.slug, actor.neighbourhood).owners.append(actor.slug)
    for actor in (one for one in live if one.where and one.where.host is not None):
        root = _root(actors, _of(actor).host)
        at(_of(actor), root, _home(actors, root, actor.neighbourhood)).guests.append(actor.slug)
    for key, activity in activities.items():
        where = activity.where
        if where is None or not activity.live or activity.visits or activity.by_phone or not _visited(where):
            continue
        root = _root(actors, where.host)
        there = at(where, root, _home(actors, root, activity.neighbourhood))
        if not {activity.actor, activity.organiser} & {*there.owners, *there.guests}:
            there.activities.append(key)
    places = {id(one): place for one, place in zip(found, _made(found, actors), strict=True)}
    by_wijk: dict[str, list[PlaceOf]] = {name: [] for name in neighbourhoods}
    for one in found:
        by_wijk.setdefault(one.neighbourhood, []).append(places[id(one)])
    made = {name: Ground(name, outlines.get(name), tuple(some)) for name, some in by_wijk.items()}
    return Grounds(made, {key: places[id(one)] for key, one in by_key.items()})


def _of(actor: ActorOf) -> Where:
    assert actor.where is not None
    return actor.where


def _visited(where: Where | None) -> bool:
    """Whether somebody may be told to go there."""
    if where is None or where.shown is not AddressShown.YES:
        return False
    return bool(where.host or where.name or where.address or where.lat is not None)


def _root(actors: Mapping[str, ActorOf], host: str | None) -> str | None:
    """Whose place it is in the end: a house may itself stand in another."""
    for _ in range(_DEEPEST):
        around = actors[host].where if host and host in actors else None
        if around is None or around.host is None or around.host == host:
            break
        host = around.host
    return host


def _home(actors: Mapping[str, ActorOf], host: str | None, other: str) -> str:
    return actors[host].neighbourhood if host and host in actors else other


def _keys(where: Where) -> tuple[Key, ...]:
    """By what a place is known, the surest first."""
    if where.shown is not AddressShown.YES:
        return ()
    keys: list[Key] = [("host", where.host)] if where.host else []
    town = where.postcode or alike.fold(where.city or "")
    point: Key = ()
    if where.lat is not None and where.lon is not None:
        point = (f"{where.lat:.{DECIMALS}f}", f"{where.lon:.{DECIMALS}f}")
    if where.address:
        keys.append(("address", *alike.words(where.address), town))
    elif where.name and not where.host:
        keys.append(("name", *alike.words(where.name), *(point or (town,))))
    if point:
        keys.append(("point", *point))
    return tuple(keys)


def _same(one: _Found, where: Where, key: Key) -> bool:
    """Whether a place is meant: the point of a copied record says nothing where the addresses or names differ."""
    if key[0] != "point" or where.host:
        return True
    there = one.where
    if there.address and where.address:
        return alike.same_address(f"{there.address} {there.postcode}", f"{where.address} {where.postcode}")
    if there.name and where.name and not (there.address or where.address):
        return alike.same_name(alike.name(there.name), alike.name(where.name))
    return True


def _made(some: Iterable[_Found], actors: Mapping[str, ActorOf]) -> Iterator[PlaceOf]:
    taken: set[str] = set()
    for one in some:
        owner = _owner(one, actors)
        name = next((each.name for each in one.wheres if each.name and each.host is None), None)
        point = next((each for each in one.wheres if each.lat is not None and each.lon is not None), None)
        written = next((each for each in one.wheres if each.address), one.where)
        called = "-".join(alike.words(name or written.address or "")).encode("ascii", "ignore").decode().strip("-")
        stem = owner or called or NAMELESS
        number = 1
        while (id_ := stem if number == 1 else f"{stem}-{number}") in taken:
            number += 1
        taken.add(id_)
        hosts = [each.host for each in one.wheres if each.host]
        yield PlaceOf(
            id=id_,
            neighbourhood=one.neighbourhood,
            owner=owner,
            # Of a house that stopped the name is still over the door.
            name=name or (actors[hosts[0]].name if not owner and hosts and hosts[0] in actors else None),
            address=written.address,
            postcode=written.postcode,
            city=written.city,
            lat=point.lat if point else None,
            lon=point.lon if point else None,
            actors=tuple(slug for slug in dict.fromkeys((*one.owners, *one.guests)) if slug != owner),
            activities=tuple(one.activities),
        )


def _owner(one: _Found, actors: Mapping[str, ActorOf]) -> str | None:
    """After whom people call a place: a house or library there, else the only one who has it."""
    house = next((slug for slug in one.owners if actors[slug].kind.group in HOME_OF_MANY), None)
    return house or (one.owners[0] if len(one.owners) == 1 else None)
