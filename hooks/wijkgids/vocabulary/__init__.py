"""The words the guide knows: kinds, themes, hows, audiences. A guide adds its own in data/vocabulary/<list>.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from wijkgids.problems import Problem
from wijkgids.yamlfiles import Document, read

HERE = Path(__file__).parent


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
    """A need as an action. `sort` is door, do or us (the shape of its badge); `hue` is its OKLCH hue in degrees."""

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

    @cached_property
    def fingerprint(self) -> bytes:
        """Bytes that change when a word is added or taken away."""
        return repr([sorted(getattr(self, one.name)) for one in fields(self)]).encode()

    def msgids(self) -> list[str]:
        """Every Dutch text that a catalogue must translate, in a fixed order, each once."""
        texts: dict[str, None] = {}
        for name in ("kinds", "themes", "hows", "audiences", "checked_by", "check_ways"):
            for entry in getattr(self, name).values():
                for one in fields(entry):
                    value = getattr(entry, one.name)
                    if isinstance(value, str) and one.name in (
                        "name",
                        "long",
                        "lead",
                        "with_",
                        "here",
                        "sentence",
                        "self",
                    ):
                        texts[value] = None
        return list(texts)


def load(own: Path | None = None, shown: str = "data/vocabulary") -> tuple[Vocabulary, list[Problem]]:
    """The program's vocabulary with a guide's own additions (a folder with the same file names) laid over it."""
    problems: list[Problem] = []

    def table(name: str, part: str | None = None) -> dict[str, Any]:
        document, found = read(HERE / f"{name}.yml", f"vocabulary/{name}.yml")
        problems.extend(found)
        data = dict(document.data or {})
        if own is not None and (extra := own / f"{name}.yml").is_file():
            added, found = read(extra, f"{shown}/{name}.yml")
            problems.extend(found)
            data.update(_additions(added, problems))
        return dict(data.get(part, {})) if part else data

    kinds = {
        key: Kind(key, one["name"], one["formal"] == "true", int(one["interval"]), one["group"])
        for key, one in table("kinds").items()
    }
    themes = {
        key: Theme(key, one["name"], one["long"], one["lead"], one["icon"], int(one["hue"]), one["sort"], one["with"],
                   one["here"], one.get("neutral") == "true")
        for key, one in table("themes").items()
    }  # fmt: skip
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
    ), problems


# What an entry of a guide's own must have, by file.
_NEEDED = {
    "kinds": ("name", "formal", "interval", "group"),
    "themes": ("name", "long", "lead", "with", "here", "icon", "hue", "sort"),
    "hows": ("name", "along"),
    "audiences": ("name", "sentence"),
}


def _additions(document: Document, problems: list[Problem]) -> dict[str, Any]:
    """The entries of a guide's own file that are whole; the others become problems."""
    name = Path(document.path).stem
    good: dict[str, Any] = {}
    entries = document.data if isinstance(document.data, dict) else {}
    for key, entry in entries.items():
        missing = [one for one in _NEEDED.get(name, ()) if not isinstance(entry, dict) or one not in entry]
        numbers = [
            one for one in ("interval", "hue") if isinstance(entry, dict) and not str(entry.get(one, "0")).isdigit()
        ]
        if missing or numbers:
            wrong = ", ".join(missing or numbers)
            problems.append(
                Problem(
                    document.place((key,)),
                    key,
                    "niet af" if missing else "geen getal",
                    wrong,
                    f"Vul in: {wrong}. Kijk naar de andere woorden in {name}.yml van het programma.",
                    "woordenlijst",
                )
            )
        else:
            good[key] = entry
    return good
