"""What the script of the little folder asks for: of each actor one small file in each language, with all its cards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, folder_card
from wijkgids.views.folder import path_of
from wijkgids.views.shell import words
from wijkgids.web.markup import markup


def cards(agenda: Agenda, voices: Mapping[str, Voice]) -> Iterator[tuple[str, str]]:
    """The address and the text of each file: an object by the id of the activity ("" is the actor itself).

    A card: n its name, b whose it is, s its summary, f its lines (drawing, text, look, link to call), g who took over
    (path, name), c its check and u the last day it holds (ISO 8601), d that some of its words stand in Dutch. Texts are
    HTML, escaped and isolated.
    """
    for lang, voice in voices.items():
        for slug in agenda.actors:
            said = {one.id: _card(one, voice) for one in folder_card.cards(agenda, voice, slug)}
            yield addresses.cards(lang, slug), json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def _card(one: folder_card.Card, voice: Voice) -> dict[str, Any]:
    def html(*pieces: object) -> str:
        return "<br>".join([markup(piece, voice.lang, voice.rtl, inside=True) for piece in pieces])

    found: dict[str, Any] = {"n": html(one.name)}
    optional = {
        "b": html(*one.by),
        "s": html(one.summary),
        "f": [_line(line, html(*line.said)) for line in one.lines],
        "g": [path_of(one.go_to.page), html(one.go_to.text)] if one.go_to else None,
        "c": one.checked.isoformat() if one.checked else None,
        "u": one.until.isoformat() if one.until else None,
        "d": 1 if voice.lang != addresses.SOURCE and words(one)[0] else None,
    }
    return found | {key: value for key, value in optional.items() if value}


def _line(line: folder_card.Line, html: str) -> list[str]:
    """A line without what is empty at its end."""
    parts = [line.icon, html, line.look, line.call]
    while not parts[-1]:
        parts.pop()
    return parts
