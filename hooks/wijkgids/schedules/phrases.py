"""Phrases of more than one word, made into one, and how often: the first step in reading `elke`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from .refusal import Refused, quote
from .words import NUMBERS

Parity: TypeAlias = Literal["even", "odd"]

_ONCE: Final = r"(?:eens|eenmaal|(?:1|een) ?(?:x|keer|maal))"
_N: Final = r"(?P<n>[2-8]|twee|drie|vier|vijf|zes|zeven|acht)"
# "om de", "elke", "eens per": before a number of weeks or days.
_PER: Final = rf"(?:om de|om|elke|iedere|{_ONCE} (?:per|in de|in|om de|elke|iedere))"

# Phrases of more words become one word in capitals, which nobody can type: all text is in lower case by then.
PHRASES: Final = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"\bmnd\b\.?", "maand"),
        (r"\bwkn\b\.?", "weken"),
        (r"\bwk\b\.?", "week"),
        (r"\bp ?/ ?m(?:aand)?\b| ?/ ?maand\b|\bp maand\b", " per maand"),
        (r"\bp ?/ ?w(?:eek)?\b|\bp\.?w\b\.?| ?/ ?week\b", " per week"),
        (r"\bom-de-week\b|\bomdeweek\b", "om de week"),
        (r"\b(on)?-?even[- ]?(?=we(?:ek|ken)\b)", r"\1even "),
        (r"(?<!\w)([1-5]) (e|ste)\b", r"\1\2"),
        (r"\b(werkdag|weekend|doordeweekse?) ?(ochtend|middag|avond)(?:en)?\b", r"\1 \2"),
        (r"\b(?:op[ -])?(?:een|1)[ -]na[ -](?:de )?laatste\b|\bvoor[ -]laatste\b", "voorlaatste"),
        (r"(?<!\w)(?:t ?/ ?m|t\.?e?\.?m\.?|tot en met|tot/met)(?= |$)", "TM"),
        (r"\bom (?:de|het) (?:andere )?weekend (?:op )?(?=za|zo)", "EVERY2 "),
        (r"\bom (?:de|het) (?:andere )?weekend\b", "EVERY2 weekend"),
        (r"\bom (?:de )?(?:andere )?week\b|\b(?:elke|iedere) andere week\b", "EVERY2"),
        (rf"\b{_PER} {_N} (?:weken|week)\b", "EVERY{n}"),
        # Days that make whole weeks.
        (rf"\b{_PER} (?:14|veertien) dagen\b", "EVERY2"),
        (rf"\b{_PER} 21 dagen\b", "EVERY3"),
        (rf"\b{_PER} 28 dagen\b", "EVERY4"),
        (r"\b(?:alle|elke|7|zeven) dag(?:en)? (?:van|per|in) de week\b|\b(?:7|zeven) dagen per week\b", "dag"),
        (
            # "2-wekelijks" is left for the pitfalls.
            (
                r"(?<![\w-])(?<!\d )(?<!twee )(?<!drie )(?<!vier )wekelijks\b"
                rf"|\b(?:van )?(?:elke|iedere) week\b|\b{_ONCE} (?:per|in de) week\b"
            ),
            "EVERY1",
        ),
        (r"\b(?:in |op |tijdens )?(?:de |elke |iedere )?oneven (?:weken|week|weeknummers?|weeknrs?)\b", "ODD"),
        (r"\b(?:in |op |tijdens )?(?:de |elke |iedere )?even (?:weken|week|weeknummers?|weeknrs?)\b", "EVEN"),
        (r"\b(?:van|in|v\.?d\.?|v/d|v d) ?(?:de |elke |iedere |een )?maand\b|\bper maand\b", "MONTH"),
        (
            rf"\bmaandelijks\b|\b{_ONCE} (?:MONTH|elke maand)|\b(?:elke|iedere) maand\b",
            "MONTHLY",
        ),
        (r"\b(?:in|tijdens) (?:het|de) (?=week(?:end|einde))", ""),
        (r"\bin de (?=(?:ochtend|morgen|voormiddag|middag|namiddag|avond)(?:en)?\b)", ""),
        (r"\bdoor de week\b|\bdoordeweekse (?:dagen|dag)\b", "doordeweeks"),
        (r"\bdoordeweekse (?=ochtend|middag|avond)", "doordeweeks "),
        (r"(?:'s|(?<!\w)s'|(?<!\w)s)[ -]?'?(ochtends|morgens|middags|avonds)\b", r" \1"),
        (r"(?<!\w)'?s (?=(?:maan|dins|woens|donder|vrij|zater|zon)dags)", ""),
        (r"(?<=dag) ?- ?(?=en\b|,)", " "),
        # "even weken: dinsdag", "dinsdag: even weken"
        (r"(EVERY\d|EVEN|ODD|MONTHLY) ?:", r"\1"),
        (r" ?: ?(?=EVERY\d|EVEN|ODD|MONTHLY)", " "),
    )
)
_FREQUENCY: Final = re.compile(r"EVERY(\d)|EVEN|ODD|MONTHLY")
JOINS: Final = frozenset({"en", ",", "&", "+", ";"})
WANTED: Final = "één keer hoe vaak het is"
EACH: Final = frozenset({"elke", "elk", "iedere", "ieder", "alle"})
NOISE: Final = EACH | {"op", "de", "het", "van", "ook", "alleen", "uitsluitend"}


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
    if len(found) > 1:
        cure = "Maak voor elk een regel. Of kies wat je bedoelt: elke week, om de week, even weken of oneven weken."
        raise Refused("elke-dubbelzinnig", quote(text), WANTED, cure)
    at = tokens.index(found[0])
    before, after = tokens[:at], tokens[at + 1 :]
    at_end = any(token not in NOISE for token in before)
    if at_end and after:
        raise Refused("elke-twee-regels", quote(text), WANTED, "Maak twee regels, elk met hun eigen dagen.")
    # "dinsdag, om de week" and "om de week, dinsdag"
    rest = before[: -1 if before[-1] == "," else None] if at_end else after[1:] if after[:1] == [","] else after
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

        words = " ".join(pattern.sub(stand_in, words).split())
    return words


def lengthen(phrase: str) -> str:
    """Return the phrase without stand-ins, as the pitfalls look at it."""
    known = {"TM": "t/m", "MONTH": "van de maand"}
    return " ".join(known.get(word, "" if word.isupper() else word) for word in phrase.split()).strip()
