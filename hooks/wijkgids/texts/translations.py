"""Translations of records: small .po files beside the data, one per actor and language.

A translation holds only while its msgid equals today's Dutch (design §7): staleness is derived here, never stored. A
sentence translated at another place is found by look-up, and counts as unread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from wijkgids.problems import Place, Problem
from wijkgids.records.said import Said


@dataclass(frozen=True)
class Translated:
    """One sentence of a file. `read`: a speaker read it (the entry is not fuzzy)."""

    dutch: str
    text: str
    read: bool


@dataclass
class Translations:
    """The translations of one language."""

    lang: str
    entries: dict[tuple[str, str], Translated] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)

    def find(self, said: Said) -> Translated | None:
        """The translation of a sentence as its Dutch is today, or None."""
        own = self.entries.get((said.actor, said.at))
        if own and own.dutch == said.text:
            return own
        other = self.elsewhere.get(said.text)
        return Translated(said.text, other, False) if other else None


def load(root: Path, languages: Iterable[str]) -> tuple[Mapping[str, Translations], list[Problem]]:
    """All translations under data/translations, by language. A file that cannot be read is a problem, not the end."""
    folder = root / "data" / "translations"
    found: dict[str, Translations] = {}
    problems: list[Problem] = []
    for lang in languages:
        one = found.setdefault(lang, Translations(lang))
        for path in sorted((folder / lang).glob("**/*.po")):
            problems += _read(path, path.relative_to(root).as_posix(), one)
    return found, problems


def _read(path: Path, shown: str, into: Translations) -> list[Problem]:
    try:
        entries = list(polib.pofile(str(path), encoding="utf-8"))
    except (OSError, ValueError) as error:
        said = str(error).replace(str(path), shown)
        cure = 'Kijk op die regel: msgctxt, msgid en msgstr, elk met "aanhalingstekens".'
        return [Problem(Place(shown), "", said, "een .po-bestand", cure, "po")]
    for entry in entries:
        if entry.obsolete or not entry.msgstr:
            continue
        into.entries[(path.stem, entry.msgctxt or "")] = Translated(entry.msgid, entry.msgstr, not entry.fuzzy)
        # The first file in order decides: the same every time.
        into.elsewhere.setdefault(entry.msgid, entry.msgstr)
    return []
