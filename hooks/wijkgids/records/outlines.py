"""Where a neighbourhood lies: data/neighbourhoods/<wijk>.geojson (RFC 7946), one or more areas. It may be absent."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wijkgids.problems import Place, Problem, say
from wijkgids.records.marked_json import Block, Row, place_of, read_json
from wijkgids.records.values.places import LATITUDES, LONGITUDES

FOLDER = "data/neighbourhoods"
FEWEST = 3  # points of an area, the last one that closes it not counted

Point = tuple[float, float]  # longitude and latitude, degrees (WGS 84): the order of GeoJSON
Ring = tuple[Point, ...]


@dataclass(frozen=True, eq=False)
class Outline:
    """The lines around a neighbourhood, each a ring whose last point is not its first again. A hole is a ring too."""

    rings: tuple[Ring, ...]


def outlines(root: Path, known: Collection[str]) -> tuple[dict[str, Outline], list[Problem]]:
    """The outlines under `root` by neighbourhood, and what is wrong with their files. `known`: the neighbourhoods."""
    found: dict[str, Outline] = {}
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*")):
        shown = f"{FOLDER}/{path.name}"
        if path.suffix.lower() not in (".geojson", ".json") or not path.is_file():
            continue
        if path.suffix != ".geojson":
            problems.append(_misnamed(shown, path.stem))
        elif known and path.stem not in known:
            problems.append(_unknown(shown, path.stem, known))
        else:
            outline, more = outline_of(path.read_bytes(), shown)
            problems += more
            if outline and not more:
                found[path.stem] = outline
    return found, problems


def outline_of(raw: bytes, shown: str) -> tuple[Outline | None, list[Problem]]:
    """The outline in a file, shown in messages as `shown`; or None with problems."""
    data, text, problems = read_json(raw, shown)
    if problems:
        return None, problems
    reader = _Reader(shown, text)
    rings = tuple(reader.rings(data))
    if not rings and not reader.problems:
        reader.refuse(data, "geen gebied", _AREA, "Teken een vlak rond de wijk en bewaar dat als GeoJSON.")
    return (Outline(rings), []) if not reader.problems else (None, reader.problems)


_AREA = "een vlak: Polygon of MultiPolygon"
_DRAW = "Teken een vlak (polygon) rond de wijk, geen lijn of punt."
_METRES = "Bewaar het bestand in graden: WGS 84, ook EPSG:4326 genoemd."


@dataclass
class _Reader:
    """Reads the rings of one file; what is wrong is kept with its place."""

    shown: str
    text: str

    def __post_init__(self) -> None:
        self.problems: list[Problem] = []

    def refuse(self, value: Any, found: str, wanted: str, cure: str, around: Any = None) -> None:
        """Note a fault, one for a file: the next ones nearly always follow from it."""
        if not self.problems:
            place = place_of(self.shown, self.text, value, around)
            self.problems.append(Problem(place, "", found, wanted, cure, "omtrek"))

    def rings(self, data: Any, around: Any = None) -> Iterator[Ring]:
        """The rings of all areas in a block of GeoJSON, however deep it stands."""
        if not isinstance(data, Block):
            self.refuse(data, "geen GeoJSON", _AREA, _DRAW, around)
            return
        match data.get("type"):
            case "FeatureCollection":
                yield from self._each(data, "features")
            case "GeometryCollection":
                yield from self._each(data, "geometries")
            case "Feature":
                yield from self.rings(data.get("geometry"), data)
            case "Polygon":
                yield from self._polygon(data.get("coordinates"), data)
            case "MultiPolygon":
                many = data.get("coordinates")
                for one in many if isinstance(many, Row) else [None]:
                    yield from self._polygon(one, data)
            case other:
                self.refuse(data, say("'{type}' is geen gebied", type=str(other)[:40]), _AREA, _DRAW)

    def _each(self, data: Block, key: str) -> Iterator[Ring]:
        parts = data.get(key)
        if not isinstance(parts, Row):
            self.refuse(data, "geen GeoJSON", _AREA, _DRAW)
            return
        for part in parts:
            yield from self.rings(part, data)

    def _polygon(self, lines: Any, around: Block) -> Iterator[Ring]:
        if not isinstance(lines, Row) or not lines:
            self.refuse(lines, "een vlak zonder punten", _AREA, _DRAW, around)
            return
        for line in lines:
            points = [self._point(one, line) for one in line] if isinstance(line, Row) else []
            if None in points:
                return
            ring = _open([one for one in points if one])
            if len(set(ring)) < FEWEST:
                self.refuse(line, "een vlak met minder dan drie hoeken", "minstens drie hoeken", _DRAW, lines)
                return
            yield ring

    def _point(self, value: Any, around: Row) -> Point | None:
        numbers = value[:2] if isinstance(value, Row) else []
        if len(numbers) < 2 or not all(_is_number(one) for one in numbers):
            cure = "Een punt is een lengtegraad en een breedtegraad, zoals [5.16, 52.49]."
            self.refuse(value, "een punt zonder twee getallen", "twee getallen", cure, around)
            return None
        lon, lat = float(numbers[0]), float(numbers[1])
        if _within(lon, LONGITUDES) and _within(lat, LATITUDES):
            return lon, lat
        found, wanted = say("het punt {lon}, {lat}", lon=f"{lon:g}", lat=f"{lat:g}"), "een punt in Nederland, in graden"
        if _within(lat, LONGITUDES) and _within(lon, LATITUDES):
            cure = "De getallen zijn verwisseld: in GeoJSON staat de lengtegraad (5) voor de breedtegraad (52)."
        elif max(abs(lon), abs(lat)) > 360:
            cure = _METRES
        else:
            cure = "Kijk of het vlak om de goede plek ligt."
        self.refuse(value, found, wanted, cure, around)
        return None


def _is_number(value: Any) -> bool:
    return isinstance(value, float) and math.isfinite(value)


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _open(points: list[Point]) -> Ring:
    """A ring without a closing point and without points that are the same as the one before."""
    kept = [one for number, one in enumerate(points) if number == 0 or one != points[number - 1]]
    return tuple(kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept)


def _misnamed(shown: str, stem: str) -> Problem:
    cure = say("Noem het bestand {name}.", name=f"{stem}.geojson")
    return Problem(
        Place(shown), "", "geen .geojson-bestand", "data/neighbourhoods/<wijk>.geojson", cure, "bestandsnaam"
    )


def _unknown(shown: str, stem: str, known: Collection[str]) -> Problem:
    found = say("de wijk '{name}' staat niet in data/gids.yml", name=stem)
    cure = "Noem het bestand naar de sleutel van een wijk, of voeg de wijk toe aan data/gids.yml."
    return Problem(Place(shown), "", found, ", ".join(known), cure, "wijk")
