"""What libyaml says, in the words of who typed it; and how to read on after it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from wijkgids.problems import Place, Problem


class _Fault(NamedTuple):
    """A fault of form. `words`: what libyaml says; `open_`: noticed at the end, while people look at the beginning."""

    words: str
    found: str
    wanted: str
    cure: str
    open_: bool = False


_FAULTS = (
    _Fault(
        "found character that cannot start any token",
        "een teken waar niets mee mag beginnen (een tab of @, ` of %)",
        "spaties, of de tekst tussen aanhalingstekens",
        "Spring in met spaties, niet met tabs. Begint de tekst met een bijzonder teken? "
        'Zet hem tussen "aanhalingstekens".',
    ),
    _Fault(
        "mapping values are not allowed",
        "een dubbele punt midden in een tekst, of een regel die te ver inspringt",
        "één 'sleutel: waarde' per regel",
        'Zet een tekst met een dubbele punt erin tussen "aanhalingstekens", of spring minder ver in.',
    ),
    _Fault(
        "did not find expected ',' or",
        "een haakje of komma te weinig",
        "{a: b, c: d} of [a, b]",
        'Sluit elke { met } en elke [ met ]. Zet een tekst met een komma tussen "aanhalingstekens".',
        open_=True,
    ),
    _Fault(
        "could not find expected ':'",
        "een regel zonder dubbele punt",
        "'sleutel: waarde'",
        "Zet achter de sleutel een dubbele punt en een spatie.",
    ),
    _Fault(
        "did not find expected key",
        "een regel die niet op zijn plek staat",
        "een sleutel, even ver ingesprongen als de sleutels ervoor",
        "Laat de sleutels die bij elkaar horen recht onder elkaar beginnen.",
    ),
    _Fault(
        "did not find expected '-'",
        "een regel die niet op zijn plek staat",
        "een streepje, even ver ingesprongen als het vorige",
        "Laat de streepjes van een lijst recht onder elkaar beginnen.",
    ),
    _Fault(
        "found unexpected end of stream",
        "een aanhalingsteken dat niet gesloten is",
        "een aanhalingsteken aan het begin en aan het eind",
        "Zet het tweede aanhalingsteken erbij.",
        open_=True,
    ),
    _Fault(
        "found unknown escape character",
        "een schuine streep (\\) tussen aanhalingstekens",
        "een tekst zonder \\",
        "Schrijf \\\\ of gebruik enkele aanhalingstekens.",
    ),
)
_OTHER = _Fault(
    "",
    "iets wat de lezer niet begrijpt",
    "geldige YAML",
    "Kijk op deze regel en de regel erboven: inspringen, dubbele punt, aanhalingstekens.",
)


def problem(path: str, error: yaml.YAMLError) -> Problem:
    """An error of libyaml as a problem of the file shown as `path`."""
    said = str(getattr(error, "problem", None) or error)
    fault = next((one for one in _FAULTS if one.words in said), _OTHER)
    mark = getattr(error, "context_mark" if fault.open_ else "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(Place(path, line, column), "", fault.found, fault.wanted, fault.cure, "yaml")


# A line whose text could not be read but whose key can: `naam: Let op: neem mee`, `naam: @wijk`, `naam: "a\b"`.
_LINE = re.compile(r"(\s*(?:- +)*[^\W\d][\w-]*: +)(\S.*)")


def mended(text: str, error: yaml.YAMLError) -> str | None:
    """The text with the faulty value between quotes, so that what comes after it can be read; None where it cannot."""
    mark: Any = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return None
    line = lines[mark.line].rstrip("\r")
    found = _LINE.fullmatch(line)
    if not found or found[2][0] in "[{|>" or mark.column < len(found[1]):
        return None
    quoted = found[2].replace("'", "''")
    lines[mark.line] = f"{found[1]}'{quoted}'"
    return "\n".join(lines)
