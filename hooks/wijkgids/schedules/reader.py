"""Reads the values of one mapping of keys, and gathers what is refused with the place where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from wijkgids.problems import say

from .dates import parse_date
from .refusal import Refused, quote

Path: TypeAlias = tuple[str | int, ...]

MOST_DATES: Final = 400


@dataclass
class Reader:
    """Reads the values of one mapping, and gathers what is refused with the place where it stands."""

    fields: Mapping[str, object]
    refusals: list[tuple[Path, Refused]] = field(default_factory=list)
    # Where a date under a key stands, for what is wrong with it only beside the other keys.
    places: dict[tuple[str, date], Path] = field(default_factory=dict)

    def refuse(self, path: Path, code: str, found: str, wanted: str, cure: str) -> None:
        """Keep what is refused, and go on: all faults of a rule come in one report."""
        self.refusals.append((path, Refused(code, found, wanted, cure)))

    def text(self, path: Path, value: object, wanted: str = "tekst") -> str | None:
        """Return a value that is text; None, and a refusal, for a list or a mapping."""
        if isinstance(value, str):
            return value
        names = ((list, "een lijst"), (Mapping, "een blok met sleutels"))
        found = next((name for kind, name in names if isinstance(value, kind)), quote(str(value)))
        self.refuse(path, "regel-vorm", found, wanted, "Schrijf hier gewone tekst, op één regel.")
        return None

    def items(self, key: str, wanted: str) -> list[tuple[Path, object]]:
        """Return the values of a key that holds one value or a list of them, each with its place."""
        value = self.fields.get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            return [((key,), value)]
        if not value:
            cure = say("Vul de lijst, of haal {sleutel} weg.", sleutel=key)
            self.refuse((key,), "regel-vorm", "een lege lijst", wanted, cure)
        if len(value) > MOST_DATES:
            cure = say("Meer dan {aantal} gaat niet. Kan het met elke?", aantal=MOST_DATES)
            self.refuse((key,), "regel-vorm", say("een lijst van {aantal}", aantal=len(value)), wanted, cure)
        return [((key, place), item) for place, item in enumerate(value[:MOST_DATES])]

    def date(self, path: Path, value: object) -> date | None:
        """Return the date that a text means, or None and a refusal."""
        text = self.text(path, value, "een datum, zoals 2026-12-31")
        try:
            return parse_date(text) if text is not None else None
        except Refused as refusal:
            self.refusals.append((path, refusal))
            return None
