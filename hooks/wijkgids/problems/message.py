"""Sentences to people: written in Dutch, and said in another language on request.

The Dutch is the msgid, as in gettext: `say("'{slug}' is er niet", slug=slug)` is that sentence in Dutch, and knows what
it was made of. A text without values needs no `say` unless it is a value of another: it is its own template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import polib

LANGUAGES = ("nl", "en")
# Only a word between braces is a place for a value: `{op, tot}` and `{actor: …}` are what people type in a record.
_BLANK = re.compile(r"\{(\w+)\}")

Catalogue = Mapping[str, str]  # a Dutch template and what it is in another language
DUTCH: Catalogue = {}


class Message(str):
    """A Dutch sentence that remembers its template and values. It is a plain text to whoever does not ask for more."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Message:
        """The sentence in Dutch."""
        made = super().__new__(cls, _fill(template, values))
        made.template, made.values = template, values
        return made

    def __reduce__(self) -> tuple[type[Message], tuple[str, Mapping[str, object]]]:
        """What a copy is made of."""
        return Message, (self.template, self.values)


def say(template: str, /, **values: object) -> Message:
    """A sentence with values: numbers, texts as they were typed, or other sentences of `say` (said along with it)."""
    return Message(template, values)


def translated(text: str, catalogue: Catalogue) -> str:
    """A sentence in the language of a catalogue; in Dutch where that has no words for it."""
    if not isinstance(text, Message):
        return catalogue.get(text, text)
    values = {
        name: translated(value, catalogue) if isinstance(value, Message) else value
        for name, value in text.values.items()
    }
    return _fill(catalogue.get(text.template, text.template), values)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of one of `LANGUAGES`."""
    if language == "nl":
        return DUTCH
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(Path(__file__).parent / f"{language}.po"))}


def _fill(template: str, values: Mapping[str, object]) -> str:
    return _BLANK.sub(lambda blank: str(values[blank[1]]) if blank[1] in values else blank[0], template)
