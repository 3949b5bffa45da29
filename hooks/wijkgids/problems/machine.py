"""Problems for programs: a stable shape in JSON. Keys are added, never renamed; `vorm` counts what breaks.

    {"vorm": 1, "vandaag": "2026-11-24", "goed": false,
     "aantallen": {"fouten": 1, "punten": 0, "actoren": 47, "activiteiten": 120},
     "problemen": [{"plaats": {"pad": "data/actors/wijk/groep.yml", "regel": 12, "kolom": 9}, "veld": "soort",
                    "gevonden": "'clup'", "gewenst": "een soort die we kennen", "oplossing": "Bedoelde je 'sportclub'?",
                    "code": "onbekend-woord", "gewicht": "fout"}],
     "keren": [{"pad": "data/actors/wijk/groep.yml", "activiteit": "koffie", "naam": "Koffie", "zin": "Koffie: elke …",
                "dagen": [{"dag": "2026-11-24", "van": "10:00", "tot": "12:00", "zeker": true}]}]}

A line and column of 0 is the whole file; "activiteit" is "" for the opening hours; "gewicht" is "fout" or "let op".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from wijkgids.problems.message import DUTCH, Catalogue
from wijkgids.problems.problem import Problem, errors, in_language, in_order

SHAPE: Final = 1
# What JSON lets through and a terminal or an editor would obey.
_STEERS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def as_values(problems: Iterable[Problem], catalogue: Catalogue = DUTCH) -> list[dict[str, Any]]:
    """Problems in order, each as plain values; the texts in the language of a catalogue."""
    return [_problem(in_language(one, catalogue), one) for one in in_order(problems)]


def counts(problems: Iterable[Problem]) -> dict[str, int]:
    """How many errors and how many points of attention there are."""
    found = set(problems)
    wrong = len(errors(found))
    return {"fouten": wrong, "punten": len(found) - wrong}


def as_json(values: Any) -> str:
    """Plain values as JSON with letters as they are, ending in a newline. Nothing in it steers a terminal."""
    text = json.dumps(values, ensure_ascii=False, indent=2)
    return _STEERS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


def _problem(told: Problem, one: Problem) -> dict[str, Any]:
    return {
        "plaats": {"pad": one.place.path, "regel": one.place.line, "kolom": one.place.column},
        "veld": one.field,
        "gevonden": str(told.found),
        "gewenst": str(told.wanted),
        "oplossing": str(told.cure),
        "code": one.code,
        "gewicht": one.weight.value,
    }
