"""Opening hours that somebody typed where Dutch words belong: what to write instead."""

from __future__ import annotations

import re
from typing import Final

from ..typed import Fields
from .mean import read_opening_hours

# What no Dutch text about time has: an English day or holiday in two letters or as a word, or the whole week at once.
_LOOKS: Final = re.compile(
    r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|\bmo-|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|24/7",
)
_QUOTED: Final = re.compile(r"[,\[\]{}#&*!|>'%@`\"]|: |^\d\d?:\d\d$")


def meant_by(text: str) -> str | None:
    """Return the YAML to write for opening hours of OpenStreetMap: one rule, or a list of them; None for other text.

    "Mo-Fr 09:00-17:00" gives "{elke: maandag t/m vrijdag, tijd: 09:00-17:00}".
    """
    rules = [_flow(one) for one in fields_meant(text)]
    if not rules:
        return None
    return rules[0] if len(rules) == 1 else f"[{', '.join(rules)}]"


def fields_meant(text: str) -> list[Fields]:
    """Return the keys and values of each rule that such opening hours mean; none for other text."""
    if not _LOOKS.search(text):
        return []
    fields, refusals = read_opening_hours(text)
    return [] if refusals else fields


def _flow(fields: Fields) -> str:
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in fields.items()) + "}"


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    text = str(value)
    return f'"{text}"' if _QUOTED.search(text) else text
