"""Drawing a piece of the earth flat: frames, outlines, and marks that do not cover each other.

The projection is equirectangular at the latitude of the middle of the map: over a city it is right to within a metre.
What comes out is in whole units of the drawing, so that the same data gives the same bytes everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

EARTH = 6_371_009  # metres, mean radius (IUGG)
STEPS = 12  # points of a circle around a place

Degrees = tuple[float, float]  # longitude, latitude (WGS 84)
Spot = tuple[float, float]  # in metres or units
Unit = tuple[int, int]  # in whole units: to the right, down


@dataclass(frozen=True)
class Plane:
    """A flat piece of the earth around a point: metres to the east and to the north of it."""

    lon: float
    lat: float

    def metres(self, at: Degrees) -> Spot:
        """Where a point lies."""
        east = math.radians(at[0] - self.lon) * math.cos(math.radians(self.lat)) * EARTH
        return east, math.radians(at[1] - self.lat) * EARTH


def plane_of(points: Sequence[Degrees]) -> Plane:
    """The plane around the middle of points. Raises ValueError when there are none."""
    lons, lats = [one[0] for one in points], [one[1] for one in points]
    return Plane((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)


@dataclass(frozen=True)
class Frame:
    """A drawing of `width` by `height` units, north up. `metres` is the size of one unit."""

    left: float
    top: float
    metres: float
    width: int
    height: int

    def units(self, at: Spot) -> Spot:
        """Where a point of the plane falls, not rounded."""
        return (at[0] - self.left) / self.metres, (self.top - at[1]) / self.metres

    def unit(self, at: Spot) -> Unit:
        """Where a point of the plane falls, in whole units."""
        return rounded(self.units(at))

    def holds(self, at: Spot, margin: float = 0) -> bool:
        """Whether a point of the plane falls in the drawing, `margin` units from its edge."""
        x, y = self.units(at)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


def rounded(at: Spot) -> Unit:
    """Whole units; a half goes up, on every machine."""
    return math.floor(at[0] + 0.5), math.floor(at[1] + 0.5)


def frame_of(points: Sequence[Spot], width: int, tallest: int, margin: int, least: float = 0) -> Frame:
    """The frame in which points of the plane fit with a margin. `least`: metres that it shows at least each way."""
    (left, right), (bottom, top) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
    across, up = max(right - left, least), max(top - bottom, least)
    size = max(across / (width - 2 * margin), up / (tallest - 2 * margin), 1e-3)
    height = min(tallest, math.ceil(up / size) + 2 * margin)
    middle, centre = (left + right) / 2, (bottom + top) / 2
    return Frame(middle - size * width / 2, centre + size * height / 2, size, width, height)


def hull(points: Iterable[Spot]) -> tuple[Spot, ...]:
    """The smallest convex ring around points (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return tuple(ordered)

    def chain(some: Iterable[Spot]) -> list[Spot]:
        kept: list[Spot] = []
        for one in some:
            while len(kept) > 1 and _turn(kept[-2], kept[-1], one) <= 0:
                kept.pop()
            kept.append(one)
        return kept[:-1]

    return (*chain(ordered), *chain(reversed(ordered)))


def _turn(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def soft_shape(points: Iterable[Spot], radius: float) -> tuple[Spot, ...]:
    """A round ring that keeps `radius` metres from every point."""
    turns = [2 * math.pi * step / STEPS for step in range(STEPS)]
    return hull((x + radius * math.cos(turn), y + radius * math.sin(turn)) for x, y in points for turn in turns)


def simplified(ring: Sequence[Spot], tolerance: float) -> tuple[Spot, ...]:
    """A ring with fewer points, nowhere further than `tolerance` from the old one (Douglas and Peucker)."""
    if len(ring) < 5:
        return tuple(ring)
    # Cut at the point farthest from the first: a line from a point to itself has no direction.
    far = max(range(len(ring)), key=lambda at: math.dist(ring[0], ring[at]))
    whole = [*ring, ring[0]]
    kept = {0, far, len(ring)}
    todo = [(0, far), (far, len(ring))]
    while todo:
        first, last = todo.pop()
        if last - first < 2:
            continue
        at = max(range(first + 1, last), key=lambda one: _off(whole[one], whole[first], whole[last]))
        if _off(whole[at], whole[first], whole[last]) > tolerance:
            kept.add(at)
            todo += [(first, at), (at, last)]
    return tuple(whole[at] for at in sorted(kept)[:-1])


def _off(at: Spot, start: Spot, end: Spot) -> float:
    """How far a point is from a stretch."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / length))
    return math.hypot(at[0] - start[0] - along * dx, at[1] - start[1] - along * dy)


def area(ring: Sequence[Spot]) -> float:
    """The surface within a ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], *ring[:1]), strict=True))) / 2


def centre(ring: Sequence[Spot]) -> Spot:
    """The middle of a ring: of its surface where that falls inside it, else of its widest level line."""
    total = x = y = 0.0
    for a, b in zip(ring, (*ring[1:], *ring[:1]), strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        total, x, y = total + cross, x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    if total == 0:
        return sum(one[0] for one in ring) / len(ring), sum(one[1] for one in ring) / len(ring)
    middle = x / (3 * total), y / (3 * total)
    crossings = _crossings(ring, middle[1])
    inside = [(a, b) for a, b in zip(crossings[::2], crossings[1::2], strict=False)]
    if not inside or any(a <= middle[0] <= b for a, b in inside):
        return middle
    widest = max(inside, key=lambda one: one[1] - one[0])
    return (widest[0] + widest[1]) / 2, middle[1]


def _crossings(ring: Sequence[Spot], level: float) -> list[float]:
    """Where a level line crosses a ring, from left to right."""
    return sorted(
        a[0] + (level - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in zip(ring, (*ring[1:], *ring[:1]), strict=True)
        if (a[1] > level) != (b[1] > level)
    )


# Marks that lie nearer to each other than this are one mark; the first distance at which the others find room is taken.
NEAR = (9.0, 14.0, 20.0)
MOST_MOVED = 80  # with more marks than this nothing is moved: a map so full shows where, not what
ROUNDS = 60


def grouped(points: Sequence[Spot], size: float, farthest: float, frame: Frame) -> list[tuple[Spot, tuple[int, ...]]]:
    """Points of a drawing as marks of `size` units that do not cover each other: where, and which points each is.

    A mark may stand up to `farthest` units from where it belongs. In the order of the first point of each.
    """
    for near in (*NEAR, size):
        groups = _near(points, near)
        if near == size or len(groups) <= MOST_MOVED:
            # The first points of the groups are that far apart by themselves; their middles need not be.
            full = near == size
            places = [points[group[0]] if full else _middle([points[one] for one in group]) for group in groups]
            moved = places if full else _apart(places, size, farthest, frame)
            if full or not _covered(moved, size * 0.9):
                return list(zip(moved, map(tuple, groups), strict=True))
    raise AssertionError  # the last distance always returns


def _near(points: Sequence[Spot], near: float) -> list[list[int]]:
    groups: list[list[int]] = []
    for number, point in enumerate(points):
        for group in groups:
            if math.dist(points[group[0]], point) < near:
                group.append(number)
                break
        else:
            groups.append([number])
    return groups


def _middle(points: Sequence[Spot]) -> Spot:
    return sum(one[0] for one in points) / len(points), sum(one[1] for one in points) / len(points)


def _apart(places: Sequence[Spot], size: float, farthest: float, frame: Frame) -> list[Spot]:
    """The places pushed from each other, never further than `farthest` from home nor over the edge."""
    moved = [list(one) for one in places]
    edge = size / 2 + 1
    for _ in range(ROUNDS):
        still = True
        for i in range(len(moved)):
            for j in range(i):
                dx, dy = moved[i][0] - moved[j][0], moved[i][1] - moved[j][1]
                apart = math.hypot(dx, dy)
                if apart >= size:
                    continue
                still = False
                if apart < 1e-6:
                    dx, dy, apart = 1.0, 0.0, 1.0
                push = (size - apart) / 2 + 0.05
                for one, way in ((moved[i], 1), (moved[j], -1)):
                    one[0] += way * push * dx / apart
                    one[1] += way * push * dy / apart
        for one, home in zip(moved, places, strict=True):
            off = math.dist(one, home)
            if off > farthest:
                one[:] = [home[0] + (one[0] - home[0]) * farthest / off, home[1] + (one[1] - home[1]) * farthest / off]
            one[0] = min(max(one[0], edge), frame.width - edge)
            one[1] = min(max(one[1], edge), frame.height - edge)
        if still:
            break
    return [(one[0], one[1]) for one in moved]


def _covered(places: Sequence[Spot], size: float) -> bool:
    return any(math.dist(places[i], places[j]) < size for i in range(len(places)) for j in range(i))
