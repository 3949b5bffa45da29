"""The word that was meant: what a typing mistake looks like."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

# Words that people type for a value of ours.
SYNONYMS = {
    "yes": "ja",
    "true": "ja",
    "no": "nee",
    "false": "nee",
    "weet niet": "onbekend",
    "?": "onbekend",
    "-": "onbekend",
    "free": "gratis",
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like what was typed, or None."""
    known = list(known)
    if word.lower() in SYNONYMS and SYNONYMS[word.lower()] in known:
        return SYNONYMS[word.lower()]
    close = difflib.get_close_matches(word.lower(), known, 1, 0.6)
    return close[0] if close else None


def meant(word: str, known: Iterable[str], otherwise: str) -> str:
    """A cure for a word that is not in a list."""
    near = nearest(word, known)
    return f"Bedoelde je '{near}'?" if near else otherwise
