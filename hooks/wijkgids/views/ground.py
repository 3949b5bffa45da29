"""What is drawn of a neighbourhood, the same in every language: its outline, its marks, its scale."""

from __future__ import annotations

import functools
import statistics
from dataclasses import dataclass

from wijkgids.agenda import Agenda, Ground, Grounds, PlaceOf
from wijkgids.views.geometry import (
    Frame,
    Plane,
    Spot,
    Unit,
    area,
    centre,
    frame_of,
    grouped,
    plane_of,
    rounded,
    simplified,
    soft_shape,
)

WIDTH, TALLEST, MARGIN = 288, 320, 20  # units; 288 px is what a page of 320 px leaves
FOOT = 24  # units below the map, for the scale
MARK, FARTHEST = 28, 24  # units: a mark, and how far it may stand from where it belongs
LEADER = 7  # units from which a line says where a mark belongs
SOFT = 220  # metres around each place, where nobody drew the neighbourhood
LEAST = 500  # metres that a map shows at least
AROUND = 1_000  # metres around a drawn neighbourhood that still belong on its map
FAR, FAR_TIMES = 2_000, 3  # without one: metres from the middle of its places, or so many times their usual distance
FINE, TINY_FINE = 0.7, 1.6  # units that a line may be off
TINY = 40  # units of the small map
PACE = 80  # metres that one walks in a minute
MINUTES = (120, 60, 30, 20, 15, 10, 5, 2, 1)
LONGEST = 130  # units of the scale

Rings = tuple[tuple[Unit, ...], ...]
Box = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class Mark:
    """A mark of one or more places: in its middle a number, or the first and the last. `home`: where it belongs."""

    at: Unit
    home: Unit | None
    first: int
    last: int


@dataclass(frozen=True)
class Scale:
    """A level line as long as one walks in so many minutes, as the crow flies."""

    minutes: int
    units: int


@dataclass(frozen=True, eq=False)
class Drawing:
    """A neighbourhood drawn. `places` are numbered from 1, as the marks are; `beyond` lie outside the drawing."""

    width: int
    height: int
    rings: Rings
    marks: tuple[Mark, ...]
    places: tuple[PlaceOf, ...]
    scale: Scale
    beyond: tuple[PlaceOf, ...]
    unknown: tuple[PlaceOf, ...]  # places of which nobody told the point


@dataclass(frozen=True, eq=False)
class Tiny:
    """A neighbourhood drawn small, with a function for a point in it."""

    rings: Rings
    plane: Plane
    frame: Frame

    def at(self, place: PlaceOf) -> Unit | None:
        """Where a place is in it; None where that is not known, or outside."""
        spot = self.plane.metres(place.point) if place.point else None
        return self.frame.unit(spot) if spot and self.frame.holds(spot) else None


@dataclass(frozen=True, eq=False)
class _Land:
    """A neighbourhood on a plane, in metres: its rings, the places on its map, and those that lie outside."""

    plane: Plane
    rings: tuple[tuple[Spot, ...], ...]
    near: tuple[tuple[PlaceOf, Spot], ...]
    beyond: tuple[PlaceOf, ...]


RANKS = ("huis", "bibliotheek", "loket", "gebed", "groep", "plek")
_SORTS = {"huis": "huis", "bibliotheek": "bibliotheek", "loket": "loket", "leren": "loket", "gebed": "gebed"}


def sort_of(agenda: Agenda, place: PlaceOf) -> str:
    """What sort of mark a place has, one of `RANKS`: that of its owner, else of the first who meets there."""
    whose = place.owner or next(iter(place.actors), None)
    if whose is None:
        return "plek"
    return _SORTS.get(agenda.actors[whose].kind.group, "groep")


def drawing(agenda: Agenda, neighbourhood: str) -> Drawing | None:
    """The map of a neighbourhood; None where nothing of it is known that can be drawn."""
    ground = agenda.grounds.by_neighbourhood[neighbourhood]
    return _drawing(ground, tuple(RANKS.index(sort_of(agenda, place)) for place in ground.places))


@functools.lru_cache(maxsize=256)
def _drawing(ground: Ground, ranks: tuple[int, ...]) -> Drawing | None:
    land = _land(ground)
    if land is None:
        return None
    corners = [spot for ring in land.rings for spot in ring] + [spot for _, spot in land.near]
    frame = frame_of(corners, WIDTH, TALLEST, MARGIN, LEAST)
    rank = {place.id: number for place, number in zip(ground.places, ranks, strict=True)}
    # Houses first, then by sort, from north to south: who reads the list meets the marks in the same order.
    near = sorted(land.near, key=lambda one: (rank[one[0].id], -one[1][1], one[1][0], one[0].id))
    groups = grouped([frame.units(spot) for _, spot in near], MARK, FARTHEST, frame)
    marks: list[Mark] = []
    places: list[PlaceOf] = []
    for at, members in groups:
        first = len(places) + 1
        places += [near[one][0] for one in members]
        homes = [frame.units(near[one][1]) for one in members]
        home = rounded((sum(x for x, _ in homes) / len(homes), sum(y for _, y in homes) / len(homes)))
        moved = (home[0] - at[0]) ** 2 + (home[1] - at[1]) ** 2 >= LEADER**2
        marks.append(Mark(rounded(at), home if moved else None, first, len(places)))
    return Drawing(
        width=frame.width,
        height=frame.height + FOOT,
        rings=_rings(land.rings, frame, FINE),
        marks=tuple(marks),
        places=tuple(places),
        scale=scale_of(frame),
        beyond=land.beyond,
        unknown=tuple(place for place in ground.places if place.point is None),
    )


@functools.lru_cache(maxsize=256)
def tiny(ground: Ground) -> Tiny | None:
    """A neighbourhood as small as a stamp; None where nothing of it can be drawn."""
    land = _land(ground)
    if land is None:
        return None
    frame = frame_of([spot for ring in land.rings for spot in ring], TINY, TINY, 2, LEAST)
    most = max(area(ring) for ring in land.rings)
    large = tuple(ring for ring in land.rings if area(ring) >= most / 10)
    return Tiny(_rings(large, frame, TINY_FINE), land.plane, frame)


def scale_of(frame: Frame) -> Scale:
    """The longest walk of whole minutes that fits."""
    for minutes in MINUTES:
        if (units := round(minutes * PACE / frame.metres)) <= LONGEST:
            break
    return Scale(minutes, units)


def _rings(rings: tuple[tuple[Spot, ...], ...], frame: Frame, fine: float) -> Rings:
    """Rings in whole units, without points that nobody would see; what becomes too small for a surface is left out."""
    found = []
    for ring in rings:
        units = [rounded(one) for one in simplified([frame.units(spot) for spot in ring], fine)]
        kept = [one for number, one in enumerate(units) if one != units[number - 1]]
        if len(kept) >= 3:
            found.append(tuple(kept))
    return tuple(found)


@functools.lru_cache(maxsize=256)
def _land(ground: Ground) -> _Land | None:
    known = [(place, place.point) for place in ground.places if place.point]
    if ground.outline:
        points = [point for ring in ground.outline.rings for point in ring]
        plane = plane_of(points)
        rings = tuple(tuple(plane.metres(point) for point in ring) for ring in ground.outline.rings)
        across = [[spot[axis] for ring in rings for spot in ring] for axis in (0, 1)]
        low, high = [min(axis) - AROUND for axis in across], [max(axis) + AROUND for axis in across]
        spots = [(place, plane.metres(point)) for place, point in known]
        near = [one for one in spots if all(low[axis] <= one[1][axis] <= high[axis] for axis in (0, 1))]
    elif known:
        # A walk that begins in another town must not make the neighbourhood a dot.
        plane = Plane(*(statistics.median(point[axis] for _, point in known) for axis in (0, 1)))
        spots = [(place, plane.metres(point)) for place, point in known]
        off = [(x * x + y * y) ** 0.5 for _, (x, y) in spots]
        most = max(FAR, FAR_TIMES * statistics.median(off))
        near = [one for one, far in zip(spots, off, strict=True) if far <= most]
        rings = (soft_shape([spot for _, spot in near], SOFT),)
    else:
        return None
    there = {place.id for place, _ in near}
    return _Land(plane, rings, tuple(near), tuple(place for place, _ in known if place.id not in there))


@dataclass(frozen=True)
class Quarter:
    """A neighbourhood on the map of the whole guide: its rings, its places as dots, its middle and its bounds."""

    neighbourhood: str
    rings: Rings
    dots: tuple[Unit, ...]
    middle: Unit
    box: Box

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.box[3]


@dataclass(frozen=True, eq=False)
class Overview:
    """All neighbourhoods that can be drawn, in one drawing."""

    width: int
    height: int
    quarters: tuple[Quarter, ...]
    scale: Scale


@functools.lru_cache(maxsize=8)
def overview(grounds: Grounds) -> Overview | None:
    """The map of the whole guide; None where nothing can be drawn."""
    lands = {name: land for name, ground in grounds.by_neighbourhood.items() if (land := _land(ground))}
    if not lands:
        return None
    plane = plane_of([(land.plane.lon, land.plane.lat) for land in lands.values()])

    def moved(land: _Land, spot: Spot) -> Spot:
        """A point of the plane of a neighbourhood on the plane of all."""
        east, north = plane.metres((land.plane.lon, land.plane.lat))
        return spot[0] + east, spot[1] + north

    rings = {
        name: tuple(tuple(moved(land, spot) for spot in ring) for ring in land.rings) for name, land in lands.items()
    }
    frame = frame_of([spot for some in rings.values() for ring in some for spot in ring], WIDTH, TALLEST, MARGIN, LEAST)
    quarters = []
    for name, land in lands.items():
        dots = dict.fromkeys(frame.unit(moved(land, spot)) for _, spot in land.near)
        largest = max(rings[name], key=area)
        middle = rounded(centre([frame.units(spot) for spot in largest]))
        units = [frame.unit(spot) for ring in rings[name] for spot in ring]
        (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*units, strict=True))
        shape = _rings(rings[name], frame, FINE)
        quarters.append(Quarter(name, shape, tuple(dots), middle, (left, top, right, bottom)))
    return Overview(frame.width, frame.height + FOOT, tuple(quarters), scale_of(frame))
