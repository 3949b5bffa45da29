"""The settings of a guide: data/gids.yml, and the named closures of data/calendar.yml."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from wijkgids.problems import Problem
from wijkgids.records.parts import Entry
from wijkgids.records.values import Day, Email, Fact, Language, OneOrMore, Phone, Prose, Slug, Website
from wijkgids.yamlfiles import Document


class Publisher(Entry):
    """Wie de gids maakt en betaalt, en wie je belt als iets niet klopt."""

    name: Fact = Field(alias="naam")
    phone: Phone = Field(alias="telefoon")
    email: Email
    pays: Prose | None = Field(alias="betaalt", default=None)
    decides: Prose | None = Field(alias="beslist", default=None)


class Neighbourhood(Entry):
    """Een wijk van de gids. De regio bepaalt de schoolvakanties."""

    name: Fact = Field(alias="naam")
    region: Literal["Noord", "Midden", "Zuid"] = Field(alias="regio")
    summary: Prose = Field(alias="samenvatting")
    phone: Phone | None = Field(alias="telefoon", default=None)


class Sheets(Entry):
    """Welke bladen bij elke bouw gemaakt worden: talen, en talen naast Nederlands."""

    languages: Annotated[tuple[Language, ...] | None, OneOrMore] = Field(alias="talen", default=None)
    beside: Annotated[tuple[Language, ...] | None, OneOrMore] = Field(alias="naast_nederlands", default=None)


class Settings(Entry):
    """De instellingen van de gids."""

    name: Fact = Field(alias="naam")
    short: Fact = Field(alias="kort")
    address: Website = Field(alias="adres")
    city: Fact = Field(alias="plaats")
    province: Fact | None = Field(alias="provincie", default=None)
    languages: Annotated[tuple[Language, ...], OneOrMore] = Field(alias="talen", min_length=1)
    sample_: Literal["ja", "nee"] = Field(alias="voorbeeld", default="nee")
    today: Day | None = Field(alias="vandaag", default=None)
    good_friday_open_: Literal["open", "dicht"] = Field(alias="goede_vrijdag", default="open")
    publisher: Publisher = Field(alias="uitgever")
    neighbourhoods: dict[Slug, Neighbourhood] = Field(alias="wijken", min_length=1)
    sheets: Sheets = Field(alias="bladen", default=Sheets())

    @property
    def sample(self) -> bool:
        """Whether this is the invented sample guide."""
        return self.sample_ == "ja"

    @property
    def good_friday_open(self) -> bool:
        """Whether places are open on Good Friday, unless they say otherwise."""
        return self.good_friday_open_ == "open"


Named = dict[str, tuple[tuple[date, date], ...]]


def closures(document: Document) -> tuple[Named, list[Problem]]:
    """The named closures of data/calendar.yml: a name with days or periods ("2026-12-24 t/m 2027-01-03"), inclusive."""
    named: Named = {}
    problems: list[Problem] = []
    for name, entries in (document.data or {}).items():
        spans: list[tuple[date, date]] = []
        for position, entry in enumerate(entries if isinstance(entries, list) else [entries]):
            span = _span(str(entry))
            if span is None:
                problems.append(
                    Problem(document.place((name, position)), str(name), f"'{entry}'", "een dag of een periode",
                            "Schrijf 2026-12-24, of 2026-12-24 t/m 2027-01-03.", "sluiting")
                )  # fmt: skip
            else:
                spans.append(span)
        named[str(name)] = tuple(sorted(spans))
    return named, problems


def _span(text: str) -> tuple[date, date] | None:
    days = re.fullmatch(r"\s*(\d{4}-\d{2}-\d{2})(?:\s*(?:t/m|tot en met)\s*(\d{4}-\d{2}-\d{2}))?\s*", text)
    if not days:
        return None
    try:
        first = date.fromisoformat(days[1])
        last = date.fromisoformat(days[2]) if days[2] else first
    except ValueError:
        return None
    return (first, last) if first <= last else None
