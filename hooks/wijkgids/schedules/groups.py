"""The groups of `elke`, read word by word from left to right: "1e en 3e woensdag", "maandag t/m donderdag"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from wijkgids.problems import Message, say

from .phrases import EACH, JOINS, NOISE
from .pitfalls import WANTED
from .refusal import Refused, did_you_mean, quote
from .remedy import rules_apart
from .weekdays import Every, Pattern, write_every
from .words import (
    ALL_DAYS,
    DAY_NAMES,
    DAY_SETS,
    DAY_WORDS,
    ORDINAL_NAMES,
    ORDINALS,
    PARTS,
    PartOfDay,
    days_in,
    join_and,
    near,
    plain,
)

_KNOWN: Final = (
    *DAY_NAMES.values(),
    *(word for word in DAY_WORDS if word.startswith(tuple(DAY_NAMES.values())) and word.isalpha()),
    *DAY_SETS,
    *PARTS,
    *(word for word in ORDINALS if word.isalpha()),
    *("elke", "iedere", "alle", "wekelijks", "week", "weken", "oneven"),
)
# In a phrase of this kind a rank may be meant as a distance: "elke 2e dinsdag" is every other Tuesday to some.
_DISTANCES: Final = (2, 3, 4)


@dataclass(frozen=True)
class Group:
    """Weekdays with their ranks, and the part of the day that stands with them; `apart`: as a word of its own."""

    pattern: Pattern
    part: PartOfDay | None = None
    apart: bool = False


class Groups:
    """A reader of the groups of one phrase: it walks over the words once, from left to right."""

    def __init__(self, text: str, tokens: list[str]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.groups: list[Group] = []
        # Whether "elke" stands before a later group once more.
        self.each_again = False
        # Whether a group is like "elke 2e dinsdag".
        self.each_rank = False
        # A day with "van de maand" behind it, but without a rank.
        self.which = ""

    def read(self) -> tuple[list[Pattern], PartOfDay | None]:
        """Return the groups in the order of the phrase, and the part of the day they share."""
        meaningful = [token for token in self.tokens if token not in NOISE]
        if len(meaningful) == 1 and meaningful[0] in PARTS:
            return [Pattern(ALL_DAYS)], PARTS[meaningful[0]]
        if not meaningful:
            raise self._refuse("elke-zonder-dag", "Noem ook de dag, zoals “dinsdag”.")
        self._group()
        while self.at < len(self.tokens):
            self._join()
            self._group()
        patterns = [group.pattern for group in self.groups]
        if len({bool(pattern.nth) for pattern in patterns}) > 1:
            raise self._refuse("elke-twee-regels", self._ambiguous())
        parts = dict.fromkeys(group.part for group in self.groups if group.part)
        if len(parts) > 1:
            raise self._refuse("elke-twee-regels", self._by_part())
        if self.which:
            raise self._refuse("elke-welke", which_cure(self.which))
        return patterns, next(iter(parts), None)

    @property
    def part_of_some(self) -> bool:
        """Whether it is like "dinsdag en donderdagmiddag": the part of the day stands with some of the days only."""
        parts = {group.part for group in self.groups}
        return len(parts) > 1 and not self.groups[-1].apart

    def _group(self) -> None:
        start = self.at
        self._skip_noise()
        each = not EACH.isdisjoint(self.tokens[start : self.at])
        self.each_again = self.each_again or (start > 0 and each)
        nth = tuple(self._ranks())
        self._skip_noise()
        first = self.at
        days = self._days(nth)
        parts = {DAY_WORDS[token][1] for token in self.tokens[first : self.at] if token in DAY_WORDS} - {None}
        # "maandag t/m vrijdagochtend"
        apart = self.at - first > 1
        while (token := self._peek()) in PARTS:
            parts.add(PARTS[token])
            apart = True
            self.at += 1
        if len(parts) > 1:
            raise self._refuse("elke-twee-regels", "Maak twee regels, elk met een eigen tijd.")
        if self._peek() == "MONTH":
            self.at += 1
            if not nth:
                self.which = DAY_NAMES[days[0]]
        elif each and len(nth) == 1 and nth[0] in _DISTANCES:
            self.each_rank = True
        self.groups.append(Group(Pattern(days, nth), next(iter(parts), None), apart))

    def _ranks(self) -> Iterator[int]:
        """Yield "1e, 2e en de 3e", "1e t/m 3e": each rank of a group."""
        while (token := self._peek()) in ORDINALS:
            self.at += 1
            yield ORDINALS[token]
            if self._peek() == "TM" and self._peek(1) in ORDINALS:
                first, last = ORDINALS[token], ORDINALS[self._peek(1)]
                if not 0 < first < last:
                    raise self._refuse("elke-rij", "Noem ze alle, zoals “1e, 2e en 3e dinsdag”.")
                yield from range(first + 1, last + 1)
                self.at += 2
            ahead = self.at
            while self._word(ahead) in JOINS or self._word(ahead) in NOISE:
                ahead += 1
            if self._word(ahead) in ORDINALS:
                if self._word(self.at) not in JOINS:
                    # "tweede laatste" is the last but one to some, the second and the last to others.
                    cure = "Zet er en tussen, zoals “1e en 3e dinsdag”. Of schrijf “voorlaatste dinsdag”."
                    raise self._refuse("elke-dubbelzinnig", cure)
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
        row = [*range(first, 8), *range(1, last + 1)] if last < first else range(first, last + 1)
        if nth:
            cure = say(
                "Noem elke dag apart: “{dagen}”.", dagen=write_every(Every(tuple(Pattern((d,), nth) for d in row)))
            )
            raise self._refuse("elke-dubbelzinnig", cure)
        if last <= first:
            cure = say("Noem de dagen: “{dagen}”.", dagen=join_and(DAY_NAMES[day] for day in row))
            raise self._refuse("elke-rij", cure)
        return tuple(row)

    def _day(self) -> int:
        day, _ = DAY_WORDS[self._peek()]
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
                cure: str = "Zet er en of een komma tussen, zoals “dinsdag en donderdag”."
                days = days_in(plain(self.text))
                if len(days) > 1 and not ORDINALS.keys() & self.tokens:
                    cure = say("Zet er en of een komma tussen: “{dagen}”.", dagen=join_and(days))
                raise self._refuse("elke-onbekend", cure)
            raise self._unknown(token, ())
        if token.removeprefix("-") in PARTS:
            # "dinsdag ochtend en middag", "vrijdagmiddag en -avond"
            last, part = self.groups[-1], PARTS[token.removeprefix("-")]
            if len(self.groups) == 1 and self.at == len(self.tokens) - 1 and last.part not in (None, part):
                apart = rules_apart(Every((last.pattern,), part=last.part), Every((last.pattern,), part=part))
                raise self._refuse("elke-twee-regels", apart)
            raise self._refuse("elke-twee-regels", "Maak twee regels, elk met een eigen tijd.")

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
            day = f"{join_and(ORDINAL_NAMES[n] for n in dict.fromkeys(nth))} dinsdag" if nth else "dinsdag"
            return self._refuse("elke-zonder-dag", say("Noem ook de dag, zoals “{dagen}”.", dagen=day))
        if token == "TM":
            return self._refuse("elke-rij", "Schrijf de eerste en de laatste dag: “maandag t/m vrijdag”.")
        if token in PARTS:
            cure = "Noem ook de dag, zoals “dinsdagochtend”. Is het op twee delen van de dag? Maak twee regels."
            return self._refuse("elke-zonder-dag", cure)
        if len(token) > 3 and (meant := near(token, _KNOWN)):
            return Refused("elke-onbekend", quote(token), WANTED, did_you_mean(meant[0]), token, tuple(meant))
        return Refused("elke-onbekend", quote(token), WANTED, self._only_days(), token)

    def _only_days(self) -> Message:
        days = days_in(plain(self.text))
        if len(days) < 2 or ORDINALS.keys() & self.tokens:
            days = ["dinsdag", "donderdag"]
        cure = "Schrijf alleen dagen, zoals “{dagen}”. De tijd hoort bij tijd, uitleg bij let_op."
        return say(cure, dagen=join_and(days))

    def _ambiguous(self) -> Message:
        """Return what to write where only some of the days have a rank."""
        ranked = tuple(dict.fromkeys(group.pattern for group in self.groups if group.pattern.nth))
        others = sorted({day for group in self.groups if not group.pattern.nth for day in group.pattern.days})
        apart = rules_apart(Every((Pattern(tuple(others)),)), Every(ranked))
        nth, taken = ranked[0].nth, {day for pattern in ranked for day in pattern.days}
        if len(others) > 2 or taken & set(others):
            return apart
        return say(
            "Is het ook de {rang} {dag}? Schrijf “{dagen}”. Is het elke {dag}? {regels}",
            rang=join_and(ORDINAL_NAMES[n] for n in nth),
            dag=join_and(DAY_NAMES[day] for day in others),
            dagen=write_every(Every((*ranked, *(Pattern((day,), nth) for day in others)))),
            regels=apart,
        )

    def _by_part(self) -> Message:
        """Return the groups as rules of their own: one for each part of the day."""
        by_part: dict[PartOfDay, list[Pattern]] = {}
        # "ma, di en do ochtend, wo middag": a day without one has that of the day after it.
        part = next(group.part for group in reversed(self.groups) if group.part)
        for group in reversed(self.groups):
            part = group.part or part
            by_part.setdefault(part, []).insert(0, group.pattern)
        everys = []
        for of_rule, patterns in reversed(by_part.items()):
            weekly = tuple(sorted({day for pattern in patterns for day in pattern.days}))
            everys.append(Every(tuple(patterns) if patterns[0].nth else (Pattern(weekly),), part=of_rule))
        return rules_apart(*everys)


def which_cure(day: str) -> Message:
    """Return what to write for a day "van de maand" without a rank."""
    return say("Schrijf welke van de maand: “1e {dag}” of “laatste {dag}”. Is het elke week? Schrijf “{dag}”.", dag=day)
