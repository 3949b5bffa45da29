"""Interface catalogues: one gettext .po per language, the Dutch text as msgid. Read as they are, not compiled."""

from __future__ import annotations

import functools
import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

FOLDER = Path(__file__).parent.parent / "catalogues"
SOURCE = "nl"


@dataclass(frozen=True)
class Catalogue:
    """The texts of one language. `unread`: some were not yet read by a speaker (fuzzy in the file)."""

    lang: str
    texts: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]
    index: Callable[[int], int]
    unread: bool


def in_context(context: str, msgid: str) -> str:
    """The key of a text that means something of its own in a context, as gettext writes it."""
    return f"{context}\x04{msgid}"


def _dutch(number: int) -> int:
    return 0 if number == 1 else 1


@functools.cache
def catalogue(lang: str, folder: Path = FOLDER) -> Catalogue:
    """The catalogue of a language; an empty one for Dutch, whose texts are the msgids, and where there is no file."""
    path = folder / f"{lang}.po"
    if lang == SOURCE or not path.is_file():
        return Catalogue(lang, {}, {}, _dutch, False)
    file = polib.pofile(str(path), encoding="utf-8")
    entries = [entry for entry in file if not entry.obsolete]
    rule = file.metadata.get("Plural-Forms", "")
    index = gettext.c2py(rule.split("plural=", 1)[1].strip(" ;")) if "plural=" in rule else _dutch
    return Catalogue(
        lang,
        {
            in_context(entry.msgctxt, entry.msgid) if entry.msgctxt else entry.msgid: entry.msgstr
            for entry in entries
            if entry.msgstr
        },
        {
            entry.msgid: tuple(entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural))
            for entry in entries
            if entry.msgid_plural and all(entry.msgstr_plural.values())
        },
        index,
        any(entry.fuzzy for entry in entries),
    )
