"""Sentences as most people can read them (level B1), and as much of them as there is room for. All advice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijkgids.checks.room import ROOM
from wijkgids.checks.written import Sort, Written, key_of
from wijkgids.problems import Problem, say

LONGEST = 15  # words in a sentence
_END = re.compile(r"(?<=[.!?…])[\"'’”)]*\s+")
# What ends in a dot and does not end a sentence.
_GOES_ON = re.compile(
    r"(?:^|[\s(])(?:(?:[a-z]\.)+|[A-Z]\.|bijv\.|bv\.|ca\.|dhr\.|dr\.|ds\.|evt\.|excl\.|incl\.|max\.|mevr\.|min\.|mr\.|mw\.|nr\.|prof\.|st\.|tel\.)$",
    re.IGNORECASE,
)
_FORMAL = frozenset({"u", "uw", "uzelf"})
# Not in `10 u`, `U-bocht`, `'u'` or `P.U.`.
_YOU = re.compile(r"(?<![\w.'’‘\"“&-])(?<!\d )(?<![Dd]e )(?<!letter )[Uu](?:w|zelf)?(?![\w.'’\"”&-]\w|['’”\"-])(?!\w)")
_HEAP = re.compile(r"[!?]{2,}|!.*!")
# In whose words it stands: the signer's, the group's.
_THEIRS = frozenset({"tekst", "behalve", "in_onze_woorden", "zoekwoorden"})


def plain(page: Written) -> Iterator[Problem]:
    """Long sentences, *u*, exclamation marks in a row and texts without room on paper."""
    joined = page.joined
    for index, line in enumerate(joined.split("\n")):
        if line.count(" ") >= LONGEST and page.sort(index) is Sort.PROSE:
            yield from _long(page, index, line)
    if not _FORMAL.isdisjoint(page.words):
        for index in dict.fromkeys(page.at(found.start()) for found in _YOU.finditer(joined)):
            if page.sort(index) is Sort.PROSE and key_of(page.path(index)) not in _THEIRS:
                cure = "De gids zegt je en jouw, tegen iedereen. Zo past het bij de andere teksten."
                yield page.problem(index, "'u' of 'uw'", "'je' of 'jouw'", cure, "u-vorm", mild=True)
    if "!" in joined or "??" in joined:
        for index in dict.fromkeys(page.at(found.start()) for found in _HEAP.finditer(joined)):
            if page.sort(index) is Sort.PROSE:
                cure = "Eén uitroepteken is genoeg, en een punt is nog rustiger."
                yield page.problem(index, "leestekens op een hoop", "één leesteken", cure, "uitroeptekens", mild=True)
    for index in page.long:
        yield _no_room(page, index)


def _long(page: Written, index: int, line: str) -> Iterator[Problem]:
    number = max(map(word_count, sentences(line)))
    if number > LONGEST:
        yield page.problem(
            index,
            say("een zin van {number} woorden", number=number),
            say("ten hoogste {number} woorden in een zin", number=LONGEST),
            "Maak er twee zinnen van. Zeg in elke zin één ding.",
            "lange-zin",
            mild=True,
        )


def _no_room(page: Written, index: int) -> Problem:
    room, sheet = ROOM[_keys(page, index)]
    return page.problem(
        index,
        say("{number} tekens", number=len(page.line(index))),
        say("ten hoogste {number} tekens: zo past het op {sheet}", number=room, sheet=say(sheet)),
        "Zeg alleen wat iemand moet weten om te komen.",
        "te-lang-voor-blad",
        mild=True,
    )


def _keys(page: Written, index: int) -> str:
    keys = [part for part in page.path(index) if isinstance(part, str)]
    found = ".".join(keys)
    return found if found in ROOM else f"gids.{keys[0]}.{keys[-1]}"


def sentences(text: str) -> list[str]:
    """The sentences of a text. A time (10.30), a short form (o.a., nr.) or an initial ends none."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if not _GOES_ON.search(text[max(start, end.start() - 8) : end.start()]):
            found.append(text[start : end.start()])
            start = end.end()
    return [*found, text[start:]]


def word_count(sentence: str) -> int:
    """The words of a sentence. A number of more groups (020 000 01 12) is one word; a dash or euro sign is none."""
    number, digits = 0, False
    for token in sentence.split():
        if not any(sign.isalnum() for sign in token):
            continue
        was, digits = digits, not any(sign.isalpha() for sign in token)
        number += not (was and digits)
    return number
