"""Phrases of more than one word, made into one, and how often: the first step in reading `elke`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from .refusal import Refused, quote
from .words import NUMBERS

Parity: TypeAlias = Literal["even", "odd"]

_ONCE: Final = r"(?:eens|(?:1|een) ?(?:x|keer))"
_N: Final = r"(?P<n>[2-8]|twee|drie|vier|vijf|zes|zeven|acht)"

# Phrases of more words become one word in capitals, which nobody can type: all text is in lower case by then.
PHRASES: Final = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"\b(?:op )?een[ -]na[ -](?:de )?laatste\b|\bvoor[ -]laatste\b", "voorlaatste"),
        (r"(?<!\w)(?:t ?/ ?m|t\.?e?\.?m\.?|tot en met|tot/met)(?= |$)", "TM"),
        (r"\bom (?:de|het) (?:andere )?weekend\b", "EVERY2 weekend"),
        (r"\bom de (?:andere )?week\b", "EVERY2"),
        (
            rf"\b(?:om de|elke|iedere|{_ONCE} (?:per|in de|om de|elke|iedere)) {_N} (?:weken|wk)\b",
            "EVERY{n}",
        ),
        (
            # "2-wekelijks" is left for the pitfalls.
            (
                r"(?<![\w-])(?<!\d )(?<!twee )(?<!drie )(?<!vier )wekelijks\b"
                rf"|\b(?:elke|iedere) week\b|\b{_ONCE} (?:per|in de) week\b"
            ),
            "EVERY1",
        ),
        (r"\b(?:in |op |tijdens )?(?:de |elke |iedere )?oneven (?:weken|week|weeknummers)\b", "ODD"),
        (r"\b(?:in |op |tijdens )?(?:de |elke |iedere )?even (?:weken|week|weeknummers)\b", "EVEN"),
        (r"\b(?:van|in|v\.?d\.?|v/d) ?(?:de |elke |iedere |een )?maand\b|\bper maand\b", "MONTH"),
        (
            rf"\bmaandelijks\b|\b{_ONCE} (?:MONTH|elke maand)|\b(?:elke|iedere) maand\b",
            "MONTHLY",
        ),
        (r"\bdoor de week\b|\bdoordeweekse (?:dagen|dag)\b", "doordeweeks"),
        (r"(?<!\w)'?s[ -]?(ochtends|morgens|middags|avonds)\b", r"\1"),
        (r"(?<!\w)'s (?=(?:maan|dins|woens|donder|vrij|zater|zon)dags)", ""),
        (r"(?<=dag)- (?=en\b|,)", " "),
    )
)
_FREQUENCY: Final = re.compile(r"EVERY(\d)|EVEN|ODD|MONTHLY")
JOINS: Final = frozenset({"en", ",", "&", "+", ";"})
EACH: Final = frozenset({"elke", "elk", "iedere", "ieder", "alle"})
NOISE: Final = EACH | {"op", "de", "het", "van"}


@dataclass(frozen=True)
class Frequency:
    """How often, as the phrase says it: `said` at all, at the end of the phrase, each month, in weeks, by parity."""

    said: bool = False
    at_end: bool = False
    monthly: bool = False
    interval: int = 1
    parity: Parity | None = None


def take_frequency(text: str, tokens: list[str]) -> tuple[Frequency, list[str]]:
    """Take "om de week" and its like from the front or the end of a phrase; return it and the other tokens."""
    found = [token for token in tokens if _FREQUENCY.fullmatch(token)]
    if not found:
        return Frequency(), tokens
    wanted = "één keer hoe vaak het is"
    if len(found) > 1:
        raise Refused("every-two-meanings", quote(text), wanted, "Kies: “om de week”, “even weken” of “oneven weken”.")
    at = tokens.index(found[0])
    before, after = tokens[:at], tokens[at + 1 :]
    at_end = any(token not in NOISE for token in before)
    if at_end and after:
        raise Refused("every-two-rules", quote(text), wanted, "Maak twee regels, elk met hun eigen dagen.")
    rest = before if at_end else after[1:] if after[:1] == [","] else after
    parity: dict[str, Parity] = {"EVEN": "even", "ODD": "odd"}
    weeks = found[0].removeprefix("EVERY")
    return (
        Frequency(
            said=True,
            at_end=at_end,
            monthly=found[0] == "MONTHLY",
            interval=int(weeks) if weeks.isdigit() else 1,
            parity=parity.get(found[0]),
        ),
        rest,
    )


def shorten(words: str) -> str:
    """Put the one-word stand-ins of `PHRASES` in the place of phrases."""
    for pattern, word in PHRASES:

        def stand_in(match: re.Match[str], word: str = word) -> str:
            if "{n}" in word:
                return word.format(n=NUMBERS.get(match["n"], match["n"]))
            return match.expand(word)

        words = pattern.sub(stand_in, words)
    return " ".join(words.split())


def lengthen(phrase: str) -> str:
    """Return the phrase without stand-ins, as the pitfalls look at it."""
    known = {"TM": "t/m", "MONTH": "van de maand"}
    return " ".join(known.get(word, "" if word.isupper() else word) for word in phrase.split()).strip()
