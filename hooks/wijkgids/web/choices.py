"""Choosing without a script: a rule of CSS for each choice hides what does not carry its key (design §8)."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from string import ascii_letters

from markupsafe import Markup

from wijkgids.views.finder_keys import PARTS, SOME_TIME, Clock

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_TIMES = {SOME_TIME, *(letter for _, letter, _, _ in PARTS)}
# Plain letters, then those with accents (Latin-1 and Latin Extended): more than a guide has choices.
_LETTERS = [
    letter for letter in (*ascii_letters, *map(chr, range(0xC0, 0x250))) if letter.isalpha() and letter not in _TIMES
]


def hiding(keys: Iterable[str], item: str) -> Markup:
    """The rules: while a choice is made, an `item` without its key is not there. Only a plain word can be a key."""
    rules = [f"main:has([value={key}]:checked) {item}:not([data-k~={key}])" for key in keys if _KEY.fullmatch(key)]
    return Markup(",".join(rules) + "{display:none}") if rules else Markup("")


@dataclass(frozen=True)
class Codes:
    """A letter for each key: on the rows that have it, or where most have it on those that lack it (`absent`)."""

    letters: Mapping[str, str]
    absent: Set[str]

    def of(self, keys: Set[str]) -> str:
        """The letters of a row with these keys."""
        return "".join(sorted(letter for key, letter in self.letters.items() if (key in keys) != (key in self.absent)))


def codes(rows: Sequence[Set[str]]) -> Codes:
    """The letters for what rows have, so short that a long list stays light: a row carries what is special about it.

    The letters of the parts of the day are left out, so that keys and times can stand in one attribute.
    """
    found = Counter(key for row in rows for key in sorted(row))
    absent = {key for key, number in found.items() if number > len(rows) / 2}
    rarest = sorted(found, key=lambda key: -min(found[key], len(rows) - found[key]))
    return Codes(dict(zip(rarest, _LETTERS, strict=False)), absent)


def finding(found: Codes, clock: Clock, item: str) -> Markup:
    """The rules of a finder: an `item` without a chosen key, or without the chosen time, is not there.

    A day and a part of it that are chosen together must be true of one and the same time.
    """
    rules = [_rule((key,), (letter,), item, key in found.absent) for key, letter in found.letters.items()]
    rules += [_rule((day,), digits, item) for day, digits in clock.days.items()]
    rules += [_rule((part,), letter, item) for part, letter in clock.parts.items()]
    rules += [
        _rule((day, part), [digit + clock.parts[part] for digit in clock.days[day]], item) for day, part in clock.pairs
    ]
    return Markup(",".join(filter(None, rules)) + "{display:none}") if rules else Markup("")


def _rule(keys: Iterable[str], marks: Iterable[str], item: str, absent: bool = False) -> str:
    """While all these keys are chosen, an item with none of the marks goes; or where they say what is not, with one.

    No rule for what is no plain word.
    """
    if not all(_KEY.fullmatch(key) for key in keys):
        return ""
    chosen = "".join(f":has(#{key}:checked)" for key in keys)
    there = ",".join(f"[data-k*={mark}]" if mark.isalpha() else f'[data-k*="{mark}"]' for mark in marks)
    return f"main{chosen} {item}{there}" if absent else f"main{chosen} {item}:not({there})"


def policy(style: str) -> Markup:
    """What the page's policy must add, so that exactly this style may stand in it (CSP Level 3, hash sources)."""
    if not style:
        return Markup("")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return Markup(f";style-src 'self' file: 'sha256-{digest}'")
