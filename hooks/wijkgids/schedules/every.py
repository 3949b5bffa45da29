"""The grammar of `elke`: on which weekdays, how often.

    elke     = ["om de week" | "even weken" | "elke maand"] groups | groups "om de week" | part of the day
    groups   = group { ("," | "en") group }
    group    = [rank { ("," | "en") rank } | rank "t/m" rank] days ["van de maand"]
    days     = day | day "t/m" day | "werkdag" | "weekend" | "dag"
    day      = weekday [part of the day]

Either every group has a rank ("1e") or none has: "1e dinsdag en donderdag" has two meanings. A group with a rank has
one weekday. The words are in `words`, the phrases of more words in `phrases`, what is known to have no one meaning
in `pitfalls`. A phrase that is not wholly understood is refused: to be misread in silence is worse than to be refused.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from wijkgids.problems import say

from .groups import Groups, which_cure
from .phrases import lengthen, shorten, take_frequency
from .pitfalls import WANTED, refuse_pitfall
from .refusal import Refused, did_you_mean, quote, refuse_long
from .remedy import explained, remedy
from .weekdays import Doubt, Every, Pattern, write_every
from .words import DAY_NAMES, ORDINAL_NAMES, ORDINALS, days_in, plain

__all__ = ["Every", "Pattern", "parse_every", "write_every"]

# What people put around a phrase: quotation marks, a full stop.
_AROUND: Final = ".;, !\"“”„'«»*"


@lru_cache(maxsize=4096)
def parse_every(text: str) -> Every:
    """Return the days that a phrase means; raise `Refused`, with what to write instead, when they are not certain."""
    refuse_long(text, WANTED)
    words = plain(text).strip(_AROUND)
    if not words:
        raise Refused("elke-leeg", "niets", WANTED, "Noem een dag. Of zet losse datums bij op: [2026-12-05].")
    try:
        return _read(text, words)
    except Refused as refusal:
        cure = remedy(words, refusal.code, _understood) or _instead(words, refusal) or refusal.cure
        raise Refused(refusal.code, refusal.found, refusal.wanted, cure) from None


def _understood(phrase: str) -> Every | None:
    """Return what a phrase means, or None where it would be refused."""
    words = plain(phrase).strip(_AROUND)
    try:
        return _read(phrase, words) if words else None
    except Refused:
        return None


def _instead(words: str, refusal: Refused) -> str | None:
    """Return a better cure for an unknown word: the whole phrase with the word that was meant, or a place for it."""
    if refusal.code != "elke-onbekend" or not refusal.word:
        return None
    if not refusal.meant:
        return explained(words, refusal.word, _understood)
    for meant in refusal.meant:
        phrase = re.sub(rf"(?<!\w){re.escape(refusal.word)}(?!\w)", meant, words, count=1)
        if _understood(phrase):
            return did_you_mean(phrase)
    return None if _understood(refusal.meant[0]) else "Schrijf alleen dagen, zoals “dinsdag en donderdag”."


def _read(text: str, words: str) -> Every:
    phrase = shorten(words)
    refuse_pitfall(text, lengthen(phrase))
    often, tokens = take_frequency(text, re.findall(r"[,;&+]|[^\s,;&+]+", phrase))
    if often.monthly and not ORDINALS.keys() & tokens:
        raise Refused("elke-welke", quote(text), WANTED, which_cure((days_in(words) or ["dinsdag"])[0]))
    reader = Groups(text, tokens)
    groups, part = reader.read()
    doubts: list[Doubt] = []
    if reader.each_rank and not often.monthly:
        doubts.append("rank")
    if reader.part_of_some and not re.search(r"\w-(?=[ ,]|en\b)", words):
        doubts.append("part")
    every = Every(_merge(text, groups), often.interval, often.parity, part, tuple(doubts))
    if every.monthly and often.said and not often.monthly:
        day = DAY_NAMES[every.days[0]]
        cure = say(
            "Kies één van de twee: “1e en 3e {dag}”, of “om de week {dag}”. Anders: zet de datums bij op.", dag=day
        )
        raise Refused("elke-dubbelzinnig", quote(text), "de zoveelste van de maand, of om de week", cure)
    if (every.interval > 1 or every.parity) and len(groups) > 1 and (often.at_end or reader.each_again):
        # "dinsdag en donderdag om de week", "om de week dinsdag en elke donderdag": is each of the days counted?
        cure = say("Geldt het voor alle dagen? Schrijf “{dagen}”. Anders: maak twee regels.", dagen=write_every(every))
        raise Refused("elke-twee-regels", quote(text), WANTED, cure)
    return every


def _merge(text: str, groups: list[Pattern]) -> tuple[Pattern, ...]:
    """Return one pattern for all weekly days, or one for each weekday with its ranks; refuse what is there twice."""
    ranks: dict[int, list[int]] = {}
    for group in groups:
        for day in group.days:
            seen = ranks.setdefault(day, [])
            # Rank 0 stands for "every one", so that one loop finds doubles of both sorts.
            for n in group.nth or (0,):
                if n in seen:
                    cure = say("Haal één “{dag}” weg, of schrijf de dag die je bedoelde.", dag=DAY_NAMES[day])
                    raise Refused("elke-dubbel", quote(text), "elke dag één keer", cure)
                seen.append(n)
    if not any(group.nth for group in groups):
        return (Pattern(tuple(sorted(ranks))),)
    order = {rank: place for place, rank in enumerate(ORDINAL_NAMES)}
    return tuple(Pattern((day,), tuple(sorted(nth, key=order.__getitem__))) for day, nth in ranks.items())
