"""Words that stand in letters: toeslag, aanslag, dwangbevel. The list: letterwords.yml beside."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wijkgids.vocabulary.terms import texts

# A word is a page, and its key the address of that page.
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class LetterWord:
    """A word as it stands in a letter, its meaning in a few words, what it is and what you can do.

    `themes` are ids of themes, the one whose helpers know it best first; `related` are ids of other words. `often`: it
    is one of the first that the page of its theme shows.
    """

    id: str
    word: str
    means: str
    what: str
    do: str
    themes: tuple[str, ...]
    aliases: tuple[str, ...]
    related: tuple[str, ...]
    often: bool


def letter_words(entries: Mapping[str, Mapping[str, Any]], themes: Collection[str]) -> dict[str, LetterWord]:
    """The words of whole entries; what an entry names that is not there is left out."""
    words = {key: entry for key, entry in entries.items() if _KEY.fullmatch(key)}
    return {
        key: LetterWord(
            key,
            entry["word"],
            entry["means"],
            entry["what"],
            entry["do"],
            tuple(one for one in texts(entry["themes"]) if one in themes),
            tuple(texts(entry.get("aliases", []))),
            tuple(one for one in texts(entry.get("related", [])) if one in words and one != key),
            entry.get("often") == "true",
        )
        for key, entry in words.items()
    }


def astray(
    entries: Mapping[str, Mapping[str, Any]], themes: Collection[str], own: Collection[str]
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Where entries of a guide's own (`own`, their keys) name what is not there: place, what, what is wanted."""
    for key in own:
        if not _KEY.fullmatch(key):
            yield (key,), key, "kleine letters, cijfers en streepjes"
        for part, known in (("themes", themes), ("related", entries)):
            for one in texts(entries[key].get(part, [])):
                if one not in known:
                    yield (key, part), one, " | ".join(known)
