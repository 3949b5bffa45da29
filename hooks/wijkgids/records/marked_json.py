"""JSON whose blocks and lists know where they stand, so that a fault in a file of a map has its line and column.

The reader of YAML is not used: files of maps come from other programs, with empty texts and nulls as no record has.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from json.decoder import JSONArray, JSONObject  # type: ignore[attr-defined]  # the parts that the decoder itself is made of
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

from wijkgids.problems import Place, Problem, say

MOST_BYTES = 1_000_000


class Block(dict[str, Any]):
    """A block and where it begins in the text."""

    start = 0


class Row(list[Any]):
    """A list and where it begins in the text."""

    start = 0


class _Decoder(json.JSONDecoder):
    """Python's own decoder, with the start of each block and list kept."""

    def __init__(self) -> None:
        super().__init__(parse_constant=_refused, parse_int=float)
        self.parse_object = _marked(JSONObject, Block)
        self.parse_array = _marked(JSONArray, Row)
        self.scan_once = py_make_scanner(self)


def _marked(parse: Callable[..., Any], made: type[Block] | type[Row]) -> Callable[..., Any]:
    def marked(text_and_end: tuple[str, int], *more: Any) -> tuple[Any, int]:
        found, end = parse(text_and_end, *more)
        whole = made(found)
        whole.start = text_and_end[1] - 1
        return whole, end

    return marked


def _refused(word: str) -> float:
    raise ValueError(word)  # NaN and Infinity are no JSON (RFC 8259 §6)


def read_json(raw: bytes, shown: str) -> tuple[Any, str, list[Problem]]:
    """The data of a file and its text; None and what is wrong with it when it is no JSON."""
    if len(raw) > MOST_BYTES:
        found, wanted = say("{size} bytes", size=len(raw)), say("ten hoogste {size} bytes", size=MOST_BYTES)
        cure = "Vereenvoudig de lijn: een paar honderd punten is genoeg voor een kaart."
        return None, "", [Problem(Place(shown), "", found, wanted, cure, "te-groot")]
    text = raw.decode("utf-8-sig", "replace")
    place, cure = Place(shown), "Bewaar het bestand opnieuw als GeoJSON, bijvoorbeeld met geojson.io of QGIS."
    try:
        return _Decoder().decode(text), text, []
    except json.JSONDecodeError as error:
        place = Place(shown, error.lineno, error.colno)
    except (ValueError, RecursionError):
        pass
    return None, text, [Problem(place, "", "dit is geen JSON", "een GeoJSON-bestand", cure, "geojson")]


def place_of(shown: str, text: str, value: Any, around: Any = None) -> Place:
    """Where a block or list stands; that of what is `around` it for any other value."""
    marked = value if isinstance(value, Block | Row) else around
    if not isinstance(marked, Block | Row):
        return Place(shown)
    at = marked.start
    return Place(shown, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
