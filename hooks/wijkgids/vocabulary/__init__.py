"""The words the guide knows: kinds, themes, hows, audiences; those of letters; and those that have a better one.

A guide adds its own in data/vocabulary/<list>.yml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from wijkgids.problems import Message, Problem, say
from wijkgids.vocabulary.letterwords import LetterWord as LetterWord
from wijkgids.vocabulary.letterwords import astray, letter_words
from wijkgids.vocabulary.terms import Term, Terms, term, texts
from wijkgids.yamlfiles import Document, Path_, read

HERE = Path(__file__).parent
# What of an entry is said to people, and so is translated.
_SAID = frozenset({"name", "long", "lead", "with_", "here", "sentence", "self", "means", "what", "do"})
# The lists that say how a record is read.
_READ = ("kinds", "themes", "hows", "audiences", "checked_by", "check_ways", "languages")


@dataclass(frozen=True)
class Kind:
    """A kind of actor or activity. `interval` is how many months a check holds; `group` is how pages sort actors."""

    id: str
    name: str
    formal: bool
    interval: int
    group: str


@dataclass(frozen=True)
class Theme:
    """A need as an action. `sort` is door, do or us (the shape of its badge); `hue` is its OKLCH hue in degrees.

    `discreet`: who reads its pages may want to be away from them at once.
    """

    id: str
    name: str
    long: str
    lead: str
    icon: str
    hue: int
    sort: str
    with_: str
    here: str
    neutral: bool = False
    discreet: bool = False


@dataclass(frozen=True)
class How:
    """What someone does who guides. `along`: goes with you to another place."""

    id: str
    name: str
    along: bool


@dataclass(frozen=True)
class Audience:
    """For whom something is."""

    id: str
    name: str
    sentence: str


@dataclass(frozen=True)
class CheckedBy:
    """A role that checks entries."""

    id: str
    name: str


@dataclass(frozen=True)
class CheckWay:
    """How an entry was checked. `name` follows a role ("Een buurtwerker heeft gebeld"), `self` the group itself."""

    id: str
    name: str
    self: str


@dataclass(frozen=True)
class LanguageName:
    """A language that CLDR cannot name: in itself (`own`) and in Dutch."""

    id: str
    own: str
    name: str


@dataclass(frozen=True)
class Vocabulary:
    """All lists, each by id in the order of its file."""

    kinds: Mapping[str, Kind]
    themes: Mapping[str, Theme]
    hows: Mapping[str, How]
    audiences: Mapping[str, Audience]
    checked_by: Mapping[str, CheckedBy]
    check_ways: Mapping[str, CheckWay]
    languages: Mapping[str, LanguageName]
    letterwords: Mapping[str, LetterWord]
    wording: Mapping[str, Term]
    jargon: Mapping[str, Term]
    given_names: frozenset[str]  # in small letters

    @cached_property
    def fingerprint(self) -> bytes:
        """Bytes that change when a word that a record may use is added or taken away."""
        return repr([sorted(getattr(self, name)) for name in _READ]).encode()

    @cached_property
    def terms(self) -> Terms:
        """The words that have a better one, to look for in a text."""
        return Terms([*self.wording.values(), *self.jargon.values()])

    def msgids(self) -> list[str]:
        """Every Dutch text that a catalogue must translate, in a fixed order, each once."""
        texts: dict[str, None] = {}
        for name in ("kinds", "themes", "hows", "audiences", "checked_by", "check_ways", "letterwords"):
            for entry in getattr(self, name).values():
                for one in fields(entry):
                    value = getattr(entry, one.name)
                    if isinstance(value, str) and one.name in _SAID:
                        texts[value] = None
        return list(texts)


def load(own: Path | None = None, shown: str = "data/vocabulary") -> tuple[Vocabulary, list[Problem]]:
    """The program's vocabulary with a guide's own additions (a folder with the same file names) laid over it."""
    problems: list[Problem] = []
    owns: dict[str, Document] = {}

    def table(name: str, part: str | None = None) -> dict[str, Any]:
        document, found = read(HERE / f"{name}.yml", f"vocabulary/{name}.yml")
        problems.extend(found)
        data = dict(document.data or {})
        if own is not None and (extra := own / f"{name}.yml").is_file():
            added, found = read(extra, f"{shown}/{name}.yml")
            problems.extend(found)
            owns[name] = added
            data = _with_additions(data, added, problems)
        return dict(data.get(part, {})) if part else data

    names, found = read(HERE / "names.yml", "vocabulary/names.yml")
    problems.extend(found)
    kinds = {
        key: Kind(key, one["name"], one["formal"] == "true", int(one["interval"]), one["group"])
        for key, one in table("kinds").items()
    }
    themes = {
        key: Theme(key, one["name"], one["long"], one["lead"], one["icon"], int(one["hue"]), one["sort"], one["with"],
                   one["here"], one.get("neutral") == "true", one.get("discreet") == "true")
        for key, one in table("themes").items()
    }  # fmt: skip
    letters = table("letterwords")
    if own_letters := owns.get("letterwords"):
        mine = [key for key in letters if key in (own_letters.data or {})]
        for at, what, wanted in astray(letters, themes, mine):
            cure = _look("letterwords")
            problems.append(Problem(own_letters.place(at), ".".join(at), what[:60], wanted, cure, "woordenlijst"))
    return Vocabulary(
        MappingProxyType(kinds),
        MappingProxyType(themes),
        MappingProxyType({key: How(key, one["name"], one["along"] == "true") for key, one in table("hows").items()}),
        MappingProxyType({key: Audience(key, one["name"], one["sentence"]) for key, one in table("audiences").items()}),
        MappingProxyType({key: CheckedBy(key, one["name"]) for key, one in table("checks", "by").items()}),
        MappingProxyType(
            {key: CheckWay(key, one["name"], one["self"]) for key, one in table("checks", "ways").items()}
        ),
        MappingProxyType({key: LanguageName(key, one["own"], one["name"]) for key, one in table("languages").items()}),
        MappingProxyType(letter_words(letters, themes)),
        MappingProxyType({key: term(key, one, label=True) for key, one in table("wording").items()}),
        MappingProxyType({key: term(key, one, label=False) for key, one in table("jargon").items()}),
        frozenset(name.lower() for name in texts((names.data or {}).get("names", []))),
    ), problems


# What an entry of a guide's own must have, by file (checks.yml has two lists in it).
_NEEDED = {
    "kinds": ("name", "formal", "interval", "group"),
    "themes": ("name", "long", "lead", "with", "here", "icon", "hue", "sort"),
    "hows": ("name", "along"),
    "audiences": ("name", "sentence"),
    "checks.by": ("name",),
    "checks.ways": ("name", "self"),
    "languages": ("own", "name"),
    "letterwords": ("word", "means", "what", "do", "themes"),
    "wording": ("better", "why"),
    "jargon": ("better",),
}
# What is one text or a list of them; the rest is one text.
_LISTS = ("better", "forms", "unless", "themes", "aliases", "related")
_CHOICES = {
    "formal": ("true", "false"),
    "along": ("true", "false"),
    "neutral": ("true", "false"),
    "discreet": ("true", "false"),
    "often": ("true", "false"),
    "sort": ("door", "do", "us"),
}


def _with_additions(data: dict[str, Any], own: Document, problems: list[Problem]) -> dict[str, Any]:
    """The program's list with the entries of a guide's own file that are whole; the others become problems."""
    name = Path(own.path).stem
    if own.data is None:
        return data
    if not isinstance(own.data, dict):
        found, wanted = "geen woorden met sleutels", "regels als 'woord: {…}'"
        problems.append(Problem(own.place(), "", found, wanted, _look(name), "woordenlijst"))
        return data
    if name not in _NEEDED:  # a file with more lists in it
        for part, entries in own.data.items():
            if part not in data or not isinstance(entries, dict):
                found, wanted = "een lijst die er niet is", " | ".join(data)
                problems.append(Problem(own.place((part,)), part, found, wanted, _look(name), "woordenlijst"))
            else:
                data[part] = {**data[part], **_whole(own, (part,), entries, problems)}
        return data
    return {**data, **_whole(own, (), own.data, problems)}


def _whole(own: Document, at: Path_, entries: Mapping[str, Any], problems: list[Problem]) -> dict[str, Any]:
    """The entries that are whole; the others become problems."""
    name = Path(own.path).stem
    good: dict[str, Any] = {}
    for key, entry in entries.items():
        if wrong := _wrong(".".join((name, *map(str, at))), entry):
            found, which = wrong
            cure = say("Vul in: {keys}. {look}", keys=which, look=_look(name))
            problems.append(Problem(own.place((*at, key)), key, found, which, cure, "woordenlijst"))
        else:
            good[key] = entry
    return good


def _look(name: str) -> Message:
    return say("Kijk naar de andere woorden in {name}.yml van het programma.", name=name)


def _wrong(name: str, entry: Any) -> tuple[str, str] | None:
    """What is wrong with an entry and in which keys, or None."""
    needed = _NEEDED[name]
    if not isinstance(entry, dict):
        return "niet af", ", ".join(needed)
    if missing := [one for one in needed if one not in entry]:
        return "niet af", ", ".join(missing)
    kinds = [
        one
        for one, value in entry.items()
        if not (isinstance(value, str) or (one in _LISTS and isinstance(value, list) and texts(value) == value))
    ]
    if kinds:
        return "geen tekst", ", ".join(kinds)
    # At most three digits: no number that Python would take long over, or that is no count of months or degrees.
    if numbers := [one for one in ("interval", "hue") if not re.fullmatch(r"[0-9]{1,3}", str(entry.get(one, "0")))]:
        return "geen getal", ", ".join(numbers)
    for one, words in _CHOICES.items():
        if entry.get(one, words[0]) not in words:
            return "een ander woord", say("{key}: {words}", key=one, words=" | ".join(words))
    return None
