"""What every value of a record starts from: a text as it was typed, how it is refused, and what marks its type."""

from __future__ import annotations

import unicodedata
from typing import Any

from pydantic_core import PydanticCustomError

from wijkgids.problems import say

# How a field reaches people; a test holds each field of the model against it.
PROSE = "prose"  # a sentence or name that is translated
FACT = "fact"  # right in every language


class Shown:
    """Marks a field: prose (translated), fact, or internal with its reason."""

    def __init__(self, how: str, why: str = "") -> None:
        self.how, self.why = how, why


class Form:
    """Marks a type with its JSON Schema: what a YAML 1.2 reader may make of what is typed here.

    Our own reader gives text only. An editor's makes a number of `2.50` and `0201234567`, so where digits may stand a
    number is good too. `words` names a list of the vocabulary whose ids are the values.
    """

    def __init__(self, *, words: str = "", **schema: Any) -> None:
        self.words, self.schema = words, schema


def refuse(code: str, wanted: str, cure: str) -> PydanticCustomError:
    """An error of a value. Its texts reach the report as they are, with their templates (`wijkgids.problems.say`)."""
    return PydanticCustomError(code, "{wanted}", {"wanted": wanted, "cure": cure})


# What people put where they have nothing to say. It would be printed.
_PLACEHOLDERS = frozenset(
    ("…", "...", "..", ".", "-", "--", "?", "??", "~", "null", "none", "nvt", "n.v.t.", "n.v.t", "n/a", "todo", "tbd")
)


def text_of(value: Any) -> str:
    """The text that was typed, with single spaces."""
    if not isinstance(value, str):
        raise refuse("tekst", "een tekst", "Schrijf hier één tekst, geen lijst of blok.")
    text = " ".join(value.split())
    if not text:
        raise refuse("leeg", "een tekst", "Vul de tekst in of haal de sleutel weg.")
    if len(text) <= 6 and text.lower() in _PLACEHOLDERS:
        raise refuse(
            "leeg", "een tekst", "Weet je het niet? Haal de regel weg: de gids zegt dan dat je het kunt vragen."
        )
    return text


def figures_of(value: Any) -> str:
    """The text of a fact. Digits of other scripts are refused: what is dialled and looked up has 0 to 9 only."""
    text = text_of(value)
    if not text.isascii() and (plain := "".join(map(_figure, text))) != text:
        raise refuse_with("cijfers", "de cijfers 0 tot en met 9", plain)
    return text


def refuse_with(code: str, wanted: str, text: str) -> PydanticCustomError:
    """An error whose cure is a text that can be typed over."""
    return refuse(code, wanted, say("Schrijf {text}", text=text))


def _figure(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    if "\uff01" <= sign <= "\uff5e":  # full-width forms of ASCII
        return chr(ord(sign) - 0xFEE0)
    return {"\u066b": ",", "\u066c": ".", "\u3000": " "}.get(sign, sign)
