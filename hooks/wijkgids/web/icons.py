"""The drawings: 24 grid, round stroke, no fill. One drawing has one meaning, on the site and on the sheets (design §5)."""

# ruff: noqa: E501  (a drawing is one line)
from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

# A circle is one arc that stops a tenth short and is closed: half the letters of two arcs, on every page.
_CIRCLE = "M12 3a9 9 0 1 0 .1 0z"

_PATHS: dict[str, str] = {
    # the bar
    "start": "M4 21V7l3-4h10l3 4v14M2 21h20M10 21v-4a2 2 0 0 1 4 0v4M8 10v2M12 10v2M16 10v2",
    "week": "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4",
    "search": "M10 3a7 7 0 1 0 .1 0zM15 15l6 6",
    "together": "M8 4a2 2 0 1 0 .1 0zM5 20v-6a3 3 0 0 1 6 0v6M16 7a2 2 0 1 0 .1 0zM14 15a3 3 0 0 1 5 2v3h-4",
    "globe": _CIRCLE + "M3 12h18M12 3q9 9 0 18M12 3q-9 9 0 18",
    # themes: their names stand in vocabulary/themes.yml
    "letter": "M3 6h18v13H3zM3 7l9 7 9-7",
    "euro": _CIRCLE + "M16 9a5 5 0 1 0 0 6M7 10.5h5M7 13.5h5",
    "house": "M3 12l9-8 9 8M6 10v10h12V10M10 20v-5h4v5",
    "briefcase": "M3 8h18v12H3zM9 8V5h6v3M3 13h18M12 12v2",
    "umbrella": "M12 3v1M3 13a9 9 0 0 1 18 0q-3-3-6 0-3-3-6 0-3-3-6 0zM12 13v6a2 2 0 0 0 4 0",
    "language": "M3 4h18v13h-9l-5 4v-4H3zM9 14l3-7 3 7M10 12h4",
    "book": "M12 7Q8 4 3 5v14q5-1 9 2 4-3 9-2V5q-5-1-9 2zM12 7v14",
    "cutlery": "M6 3v5a3 3 0 0 0 5 0V3M8.5 3v18M17 21V3q-4 3-3 10h3",
    "runner": "M15 3a1.5 1.5 0 1 0 .1 0zM5 11l3.5-3 4.5.5-3 5.5 4 2.5-1 5M9.5 15 8 18l-4 .5M13 8.5l2 3.5h4",
    "scissors": "M6 4a2 2 0 1 0 .1 0zM6 16a2 2 0 1 0 .1 0zM8 8l12 9M8 16l12-9",
    "cup": "M4 9h12v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 10h2a3 3 0 0 1 0 6h-2M8 3q-1 2 0 3M12 3q-1 2 0 3",
    "bear": "M12 6a7 7 0 1 0 .1 0zM6 9a3 3 0 1 1 3-3M15 6a3 3 0 1 1 3 3M10 12v.01M14 12v.01M10 16q2 2 4 0",
    "headphones": "M4 17v-4a8 8 0 0 1 16 0v4M4 14h3v6H4zM17 14h3v6h-3z",
    "heart": "M12 20Q3 14 3 9a5 5 0 0 1 9-2 5 5 0 0 1 9 2q0 5-9 11z",
    "hand": "M7 13V6.5a1.5 1.5 0 0 1 3 0V11 4.5a1.5 1.5 0 0 1 3 0V11 5.5a1.5 1.5 0 0 1 3 0V12 8.5a1.5 1.5 0 0 1 3 0V15q0 6-6 6-4 0-6-4l-3-4q0-3 3-1z",
    # facts
    "clock": _CIRCLE + "M12 7v5l4 2",
    "pin": "M12 21q-7-6-7-11a7 7 0 0 1 14 0q0 5-7 11zM12 8a2 2 0 1 0 .1 0z",
    "speaks": "M8 4a3 3 0 1 0 .1 0zM2 20v-2a6 6 0 0 1 12 0v2M15 5q3 3 0 6M18 3q6 5 0 11",
    "audience": "M12 4v.01M5 8v.01M19 8v.01M5 16v.01M19 16v.01M12 20v.01M12 9a3 3 0 1 0 .1 0z",
    "footsteps": "M4 12V7a3 3 0 0 1 6 0v5zM4 15h6a3 3 0 0 1-6 0zM14 16v-5a3 3 0 0 1 6 0v5zM14 19h6a3 3 0 0 1-6 0z",
    "quote": "M5 7h5v5H5zM10 12q0 4-4 5M14 7h5v5h-5zM19 12q0 4-4 5",
    "desk": "M12 4a2 2 0 1 0 .1 0zM7 15a5 5 0 0 1 10 0M3 15h18M5 15v6M19 15v6",
    "bag": "M5 8h14l1 13H4zM9 11V7a3 3 0 0 1 6 0v4",
    "access": "M12 3a1 1 0 1 0 .1 0zM11 8v6h5l3 6M11 10h4M8 12a5 5 0 1 0 7 6",
    "eye": "M3 12q9-13 18 0-9 13-18 0zM12 9a3 3 0 1 0 .1 0z",
    "programme": "M4 6v.01M8 6h12M4 12v.01M8 12h12M4 18v.01M8 18h12",
    "key": "M7 12a4 4 0 1 0 .1 0zM10 13l9-9M15 8l3 3",
    "visit": "M10 20v-8l5-5 6 5v8zM2 15h5M5 13l2 2-2 2",
    "people": "M5 4h14v17H5zM10 4V2h4v2M12 8a2 2 0 1 0 .1 0zM8 17a4 4 0 0 1 8 0",
    "purse": "M4 8h16v12H4zM4 8V6l12-3v5M16 14v.01",
    "coach": "M9 5a3 3 0 1 0 .1 0zM3 20v-1a6 6 0 0 1 12 0v1M18 5v6M15 8h6",
    "sun": "M12 8a4 4 0 1 0 .1 0zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1 1M18 18l1 1M5 19l1-1M18 6l1-1",
    "screen": "M3 5h18v12H3zM8 21h8",
    "link": "M9 15l6-6M8 11l-3 3a3 3 0 0 0 5 5l3-3M16 13l3-3a3 3 0 0 0-5-5l-3 3",
    # what is needed and what is uncertain
    "ok": "M5 12l5 5L19 7",
    "ask": "M8 8a4 4 0 1 1 6 3.5q-2 1-2 3M12 18v.01",
    "mind": "M12 4v10M12 18v.01",
    "door": "M3 20h3M18 20h3M18 20V4H6v16M6 4l7 2v16l-7-2M10 13v1",
    "pencil": "M4 20l1-5L16 4l4 4L9 19zM14 6l4 4",
    "moon": "M20 14A9 9 0 1 1 10 4a7 7 0 0 0 10 10z",
    "full": _CIRCLE + "M8 12h8",
    "pause": "M8 5v14M16 5v14",
    "stopped": _CIRCLE + "M9 9l6 6M15 9l-6 6",
    # what you can do
    "phone": "M5 4h4l1 5-2 2a12 12 0 0 0 5 5l2-2 5 1v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z",
    "whatsapp": "M3 21l2-5a8 8 0 1 1 3 3zM9 8c0 4 3 7 7 7v-2l-2-1-1 1a4 4 0 0 1-2-2l1-1-1-2z",
    "calendar": "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4M12 12v6M9 15h6",
    "share": "M12 15V3M8 7l4-4 4 4M5 12v8h14v-8",
    "read": "M4 9h4l4-4v14l-4-4H4zM15 9q3 3 0 6M18 6q6 6 0 12",
    "print": "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
    "mail": "M12 8a4 4 0 1 0 .1 0zM16 8v5a3 3 0 0 0 5 0v-1a9 9 0 1 0-4 7",
    "web": "M3 4h18v16H3zM3 9h18M6 6v.01",
    "paper": "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h5",
    "folder": "M3 6h7l2 3h9v11H3z",
    "next": "M9 5l7 7-7 7",
    "back": "M15 5l-7 7 7 7",
    "keep": "M12 3v11M8 10l4 4 4-4M5 16v4h14v-4",
    "away": "M3 12h12M10 7l5 5-5 5M20 4v16",
}  # fmt: skip

# What points along the line of writing turns with it.
_MIRRORED = frozenset({"next", "back", "away", "visit", "read"})
_UNKNOWN = "audience"  # a guide's own theme may name a drawing that is not here


def _drawn(name: str) -> Markup:
    turned = ' class="flip"' if name in _MIRRORED else ""
    return Markup(f'<svg{turned} viewBox="0 0 24 24" aria-hidden="true"><path d="{_PATHS[name]}"/></svg>')


ICONS: Mapping[str, Markup] = MappingProxyType({name: _drawn(name) for name in _PATHS})


def icon(name: str) -> Markup:
    """The drawing of a name as inline SVG, hidden from readers of the screen: the word always stands beside it."""
    return ICONS.get(name, ICONS[_UNKNOWN])
