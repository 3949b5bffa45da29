"""Where a place is: postcode, and degrees on the map (WGS 84)."""

from __future__ import annotations

import re
from typing import Any

from wijkgids.problems import say
from wijkgids.records.values.typed import figures_of, refuse, refuse_with

# The box around the European Netherlands, in degrees.
LATITUDES = (50.5, 53.8)
LONGITUDES = (3.2, 7.4)

_POSTCODE = re.compile(r"([1-9][0-9]{3})\s?([A-Za-z]{2})")
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,16})?")
_PAIR = re.compile(r"(-?[0-9]{1,2}\.[0-9]+)\s*[,; ]\s*(-?[0-9]{1,2}\.[0-9]+)")


def postcode(value: Any) -> str:
    """A postcode as PostNL prints it: 1099 ZZ."""
    text = figures_of(value)
    found = _POSTCODE.fullmatch(text)
    if not found:
        loose = re.match(r"(?:NL-?\s?)?([1-9][0-9]{3})[\s\-.]*([A-Za-z]{2})\b\s*(\w.*)?", text)
        if loose and loose[3]:
            line = f"{loose[1]} {loose[2].upper()}, plaats: {loose[3]}"
            raise refuse_with("postcode", "vier cijfers en twee letters", line)
        if loose:
            raise refuse_with("postcode", "vier cijfers en twee letters", f"{loose[1]} {loose[2].upper()}")
        if re.fullmatch(r"[1-9][0-9]{3}", text):
            raise refuse("postcode", "vier cijfers en twee letters", "Zet de twee letters erbij, zoals 1099 ZZ.")
        raise refuse("postcode", "vier cijfers en twee letters", "Schrijf 1099 ZZ.")
    return f"{found[1]} {found[2].upper()}"


def latitude(value: Any) -> float:
    """Degrees north."""
    return _degrees(value, *LATITUDES)


def longitude(value: Any) -> float:
    """Degrees east."""
    return _degrees(value, *LONGITUDES)


def swapped(lat: Any, lon: Any) -> bool:
    """Whether two texts are in the Netherlands when they are taken the other way round."""
    try:
        latitude(lon), longitude(lat)
    except (ValueError, TypeError):
        return False
    return True


def _degrees(value: Any, low: float, high: float) -> float:
    typed = figures_of(value)
    text = typed.replace(",", ".")
    if _DEGREES.fullmatch(text) and low <= (found := float(text)) <= high:
        return found
    wanted = say("een getal tussen {low} en {high} (Nederland)", low=f"{low:g}", high=f"{high:g}")
    if pair := _PAIR.fullmatch(typed):
        both = sorted((pair[1], pair[2]), key=float, reverse=True)
        line = f"lat: {both[0]}, lon: {both[1]}"
        raise refuse("plaats-op-kaart", wanted, say("Dit zijn er twee. Schrijf {line}", line=line))
    raise refuse("plaats-op-kaart", wanted, "Neem het getal over van de kaart: eerst lat (52…), dan lon (4…).")
