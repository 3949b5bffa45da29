"""The word that was meant: what a typing mistake looks like, and what people call things in Dutch and English."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

from wijkgids.problems import Message, say
from wijkgids.records.answers.synonyms import WORDS

_APART = re.compile(r"\s*(?:[,;/&+]|\ben\b|\band\b|\bof\b)\s*")


def plain(word: str) -> str:
    """A word without what people type differently: capitals, accents, underscores, hyphens, double spaces."""
    if not word.isascii():
        word = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[_\-\s:.!'’]+", " ", word.lower()).split())


def parts(text: str) -> list[str]:
    """The words of a list that was typed as one text: "Taal, eten en geld"."""
    return [part for part in _APART.split(text.strip("[] ")) if part]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was meant, or that looks most like what was typed; None when there is none."""
    by_plain = {plain(one): one for one in known}
    typed = plain(word[:80])
    if typed in by_plain:
        return by_plain[typed]
    for other in WORDS.get(typed, ()) or WORDS.get(word.strip(), ()):
        if other in by_plain.values():
            return other
    close = difflib.get_close_matches(typed, by_plain, 1, 0.6)
    return by_plain[close[0]] if close else None


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """A cure for a word that is not in a list."""
    near = nearest(word, known)
    return did_you_mean(near) if near else otherwise


def did_you_mean(word: str) -> Message:
    """The question with a word that may have been meant."""
    return say("Bedoelde je '{near}'?", near=word)


def meant_list(text: str, known: Iterable[str]) -> list[str] | None:
    """The known words of a text that is a list of them without brackets; None when it is not."""
    known = list(known)
    found = [nearest(part, known) for part in parts(text)]
    words = [word for word in found if word]
    return words if len(words) == len(found) > 1 else None
