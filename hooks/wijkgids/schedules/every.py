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
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .phrases import EACH, JOINS, NOISE, Parity, lengthen, shorten, take_frequency
from .pitfalls import WANTED, refuse_pitfall
from .refusal import Refused, quote, refuse_long
from .words import (
    ALL_DAYS,
    DAY_NAMES,
    DAY_SETS,
    DAY_WORDS,
    NUMBERS,
    ORDINAL_NAMES,
    ORDINALS,
    PARTS,
    PartOfDay,
    days_in,
    join_and,
    nearest,
    plain,
)


@dataclass(frozen=True)
class Pattern:
    """Weekdays (ISO, Monday is 1) and which ones of the month: 1 to 5, -1 the last, -2 the last but one; () is all."""

    days: tuple[int, ...]
    nth: tuple[int, ...] = ()


@dataclass(frozen=True)
class Every:
    """What `elke` says. `interval` counts weeks; `parity` is of the ISO week number; `part` is the word, not a time."""

    patterns: tuple[Pattern, ...]
    interval: int = 1
    parity: Parity | None = None
    part: PartOfDay | None = None

    @property
    def days(self) -> tuple[int, ...]:
        """All weekdays that occur (ISO numbers, ascending)."""
        return tuple(sorted({day for pattern in self.patterns for day in pattern.days}))

    @property
    def monthly(self) -> bool:
        """Whether the days are counted within the month."""
        return any(pattern.nth for pattern in self.patterns)


_KNOWN: Final = (
    *DAY_NAMES.values(),
    *(word for word in DAY_WORDS if len(word) > 3 and word.isalpha()),
    *DAY_SETS,
    *PARTS,
    *(word for word in ORDINALS if word.isalpha()),
    *("elke", "iedere", "alle"),
)


@lru_cache(maxsize=4096)
def parse_every(text: str) -> Every:
    """Return the days that a phrase means; raise `Refused`, with what to write instead, when they are not certain."""
    refuse_long(text, WANTED)
    words = plain(text).rstrip(".;, ")
    if not words:
        raise Refused("every-empty", "niets", WANTED, "Noem een dag. Of zet losse datums bij op: [2026-12-05].")
    phrase = shorten(words)
    refuse_pitfall(text, lengthen(phrase))
    often, tokens = take_frequency(text, re.findall(r"[,;&+]|[^\s,;&+]+", phrase))
    if often.monthly and not ORDINALS.keys() & tokens:
        raise Refused("every-which", quote(text), WANTED, _which((days_in(words) or ["dinsdag"])[0]))
    reader = _Groups(text, tokens)
    groups, part = reader.read()
    every = Every(_merge(text, groups), often.interval, often.parity, part)
    if every.monthly and often.said and not often.monthly:
        cure = "Kies één van de twee: “1e en 3e dinsdag”, of “om de week dinsdag”. Anders: zet de datums bij op."
        raise Refused("every-two-meanings", quote(text), "de zoveelste van de maand, of om de week", cure)
    if (every.interval > 1 or every.parity) and len(groups) > 1 and (often.at_end or reader.each_again):
        # "dinsdag en donderdag om de week", "om de week dinsdag en elke donderdag": is each of the days counted?
        cure = f"Geldt het voor alle dagen? Schrijf “{write_every(every)}”. Anders: maak twee regels."
        raise Refused("every-two-rules", quote(text), WANTED, cure)
    return every


def write_every(every: Every) -> str:
    """Return the plain Dutch phrase that `parse_every` reads back as the same `Every`."""
    suffix = every.part or ""
    groups = []
    for pattern in every.patterns:
        days = [DAY_NAMES[day] + suffix for day in pattern.days]
        if pattern.nth:
            groups += [f"{join_and(ORDINAL_NAMES[n] for n in pattern.nth)} {day}" for day in days]
        elif pattern.days == ALL_DAYS:
            groups.append(suffix or "dag")
        elif len(days) > 2 and not suffix and pattern.days[-1] - pattern.days[0] == len(days) - 1:
            groups.append(f"{days[0]} t/m {days[-1]}")
        else:
            groups += days
    weeks = {number: word for word, number in NUMBERS.items()}
    before = {"even": "even weken ", "odd": "oneven weken ", None: ""}[every.parity]
    if every.interval > 1:
        before = "om de week " if every.interval == 2 else f"om de {weeks[every.interval]} weken "
    return before + join_and(groups)


class _Groups:
    """A reader of the groups of one phrase: it walks over the words once, from left to right."""

    def __init__(self, text: str, tokens: list[str]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.parts: list[PartOfDay] = []
        # Whether "elke" stands before a later group once more.
        self.each_again = False
        # A day with "van de maand" behind it, but without a rank.
        self.which = ""

    def read(self) -> tuple[list[Pattern], PartOfDay | None]:
        """Return the groups in the order of the phrase, and the part of the day they share."""
        meaningful = [token for token in self.tokens if token not in NOISE]
        if len(meaningful) == 1 and meaningful[0] in PARTS:
            return [Pattern(ALL_DAYS)], PARTS[meaningful[0]]
        if not meaningful:
            raise self._refuse("every-no-day", "Noem ook de dag, zoals “dinsdag”.")
        groups = [self._group()]
        while self.at < len(self.tokens):
            self._join()
            groups.append(self._group())
        if len(set(self.parts)) > 1:
            cure = "Maak twee regels, elk met een eigen tijd."
            raise self._refuse("every-two-rules", cure)
        if len({bool(group.nth) for group in groups}) > 1:
            raise self._refuse("every-two-rules", self._ambiguous(groups))
        if self.which:
            raise self._refuse("every-which", _which(self.which))
        return groups, self.parts[0] if self.parts else None

    def _group(self) -> Pattern:
        start = self.at
        self._skip_noise()
        self.each_again = self.each_again or (start > 0 and not EACH.isdisjoint(self.tokens[start : self.at]))
        nth = tuple(self._ranks())
        self._skip_noise()
        days = self._days(nth)
        while (token := self._peek()) in PARTS:
            self.parts.append(PARTS[token])
            self.at += 1
        if self._peek() == "MONTH":
            self.at += 1
            if not nth:
                self.which = DAY_NAMES[days[0]]
        return Pattern(days, nth)

    def _ranks(self) -> Iterator[int]:
        """Yield "1e, 2e en de 3e", "1e t/m 3e": each rank of a group."""
        while (token := self._peek()) in ORDINALS:
            self.at += 1
            yield ORDINALS[token]
            if self._peek() == "TM" and self._peek(1) in ORDINALS:
                first, last = ORDINALS[token], ORDINALS[self._peek(1)]
                if not 0 < first < last:
                    raise self._refuse("every-range", "Noem ze alle, zoals “1e, 2e en 3e dinsdag”.")
                yield from range(first + 1, last + 1)
                self.at += 2
            ahead = self.at
            while self._word(ahead) in JOINS or self._word(ahead) in NOISE:
                ahead += 1
            if self._word(ahead) in ORDINALS:
                if self._word(self.at) not in JOINS:
                    # "tweede laatste" is the last but one to some, the second and the last to others.
                    cure = "Zet er “en” tussen, zoals “1e en 3e dinsdag”. Of schrijf “voorlaatste dinsdag”."
                    raise self._refuse("every-two-meanings", cure)
                self.at = ahead

    def _days(self, nth: tuple[int, ...]) -> tuple[int, ...]:
        token = self._peek()
        if token in DAY_SETS and not nth:
            self.at += 1
            return DAY_SETS[token]
        if token not in DAY_WORDS:
            raise self._unknown(token, nth)
        first = self._day()
        if self._peek() != "TM":
            return (first,)
        self.at += 1
        self._skip_noise()
        if self._peek() not in DAY_WORDS:
            raise self._unknown(self._peek() or "TM", nth)
        last = self._day()
        if nth:
            raise self._refuse("every-two-meanings", "Noem elke dag apart: “1e maandag en 1e dinsdag”.")
        if last <= first:
            row = [*range(first, 8), *range(1, last + 1)] if last < first else [first]
            cure = f"Noem de dagen: “{join_and(DAY_NAMES[day] for day in row)}”."
            raise self._refuse("every-range", cure)
        return tuple(range(first, last + 1))

    def _day(self) -> int:
        day, part = DAY_WORDS[self._peek()]
        if part:
            self.parts.append(part)
        self.at += 1
        return day

    def _join(self) -> None:
        """Step over "," or "en" or ", en"."""
        start = self.at
        while self._peek() in JOINS and self.at - start < 2:
            self.at += 1
        token = self._peek()
        if self.at == start:
            if token in DAY_WORDS or token in DAY_SETS or token in ORDINALS:
                cure = "Zet er “en” of een komma tussen, zoals “dinsdag en donderdag”."
                raise self._refuse("every-unknown", cure)
            raise self._unknown(token, ())
        if token in PARTS:
            raise self._refuse("every-two-rules", "Maak twee regels, elk met een eigen tijd.")

    def _skip_noise(self) -> None:
        while self._peek() in NOISE:
            self.at += 1

    def _peek(self, ahead: int = 0) -> str:
        return self._word(self.at + ahead)

    def _word(self, at: int) -> str:
        return self.tokens[at] if at < len(self.tokens) else ""

    def _refuse(self, code: str, cure: str) -> Refused:
        return Refused(code, quote(self.text), WANTED, cure)

    def _unknown(self, token: str, nth: tuple[int, ...]) -> Refused:
        """Return the refusal of a word that should have been a day."""
        if token in ("", "MONTH") or token in JOINS:
            rank = ORDINAL_NAMES[nth[0]] + " " if nth else ""
            return self._refuse("every-no-day", f"Noem ook de dag, zoals “{rank}dinsdag”.")
        if token == "TM":
            return self._refuse("every-range", "Schrijf de eerste en de laatste dag: “maandag t/m vrijdag”.")
        if meant := nearest(token, _KNOWN):
            return Refused("every-unknown", quote(token), WANTED, f"Bedoelde je “{meant}”?")
        cure = "Schrijf alleen dagen. De tijd hoort bij tijd, uitleg bij let_op."
        return Refused("every-unknown", quote(token), WANTED, cure)

    def _ambiguous(self, groups: list[Pattern]) -> str:
        ranked = next(group for group in groups if group.nth)
        other = DAY_NAMES[next(group for group in groups if not group.nth).days[0]]
        rank = join_and(ORDINAL_NAMES[n] for n in ranked.nth)
        return (
            f"Is het ook de {rank} {other}? Schrijf “{rank} {DAY_NAMES[ranked.days[0]]} en {rank} {other}”. "
            f"Is het elke {other}? Maak twee regels."
        )


def _which(day: str) -> str:
    return f"Schrijf welke van de maand: “1e {day}” of “laatste {day}”."


def _merge(text: str, groups: list[Pattern]) -> tuple[Pattern, ...]:
    """Return one pattern for all weekly days, or one for each weekday with its ranks; refuse what is there twice."""
    ranks: dict[int, list[int]] = {}
    for group in groups:
        for day in group.days:
            seen = ranks.setdefault(day, [])
            # Rank 0 stands for "every one", so that one loop finds doubles of both sorts.
            for n in group.nth or (0,):
                if n in seen:
                    cure = f"Haal één “{DAY_NAMES[day]}” weg, of schrijf de dag die je bedoelde."
                    raise Refused("every-twice", quote(text), "elke dag één keer", cure)
                seen.append(n)
    if not any(group.nth for group in groups):
        return (Pattern(tuple(sorted(ranks))),)
    order = {rank: place for place, rank in enumerate(ORDINAL_NAMES)}
    return tuple(Pattern((day,), tuple(sorted(nth, key=order.__getitem__))) for day, nth in ranks.items())
