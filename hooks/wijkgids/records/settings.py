"""The settings of a guide: data/gids.yml, and the named closures of data/calendar.yml."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from wijkgids.problems import Problem, say
from wijkgids.records.answers.written import shorten
from wijkgids.records.parts import Entry
from wijkgids.records.values import (
    FACT,
    Day,
    Email,
    Fact,
    Form,
    Language,
    OneOrMore,
    Phone,
    Prose,
    Shown,
    Slug,
    Website,
)
from wijkgids.records.values.day import day, meant_day
from wijkgids.records.values.reach import website
from wijkgids.records.values.tiles import Tiles
from wijkgids.records.values.typed import figures_of, refuse
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


# Where "leave quickly" leads unless a guide says otherwise: a page that anyone may have open, in need of nothing.
AWAY = "https://www.knmi.nl/"


def _away(value: Any) -> str | None:
    return None if value == "nee" else website(value)


Away = Annotated[
    str | None,
    BeforeValidator(_away),
    Shown(FACT),
    Form(type=["string", "boolean"], pattern="^(nee|https?://.+)$"),
]


class StreetMap(Entry):
    """De straatkaart achter een knop: van wie de plaatjes komen, en wie er genoemd moet worden."""

    tiles: Tiles = Field(alias="plaatjes")
    by: Fact = Field(alias="van")
    credit: Fact = Field(alias="bron")
    credit_page: Website | None = Field(alias="bron_adres", default=None)


# What it is unless a guide says otherwise. Address and naming: the tile usage policy of OpenStreetMap.
OPEN_STREET_MAP = StreetMap(
    tiles="https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    by="OpenStreetMap",
    credit="© OpenStreetMap",
    credit_page="https://www.openstreetmap.org/copyright",
)


def _street_tag(value: Any) -> str:
    return "#woord" if value in ("ja", "nee") else "#kaart"


StreetMapOrWord = Annotated[
    Annotated[StreetMap, Tag("#kaart")] | Annotated[Literal["ja", "nee"], Tag("#woord")], Discriminator(_street_tag)
]


class Settings(Entry):
    """De instellingen van de gids."""

    name: Fact = Field(alias="naam")
    short: Fact = Field(alias="kort")
    address: Website = Field(alias="adres")
    city: Fact = Field(alias="plaats")
    province: Fact | None = Field(alias="provincie", default=None)
    languages: Annotated[tuple[Language, ...], OneOrMore] = Field(alias="talen", min_length=1, max_length=60)
    sample_: Literal["ja", "nee"] = Field(alias="voorbeeld", default="nee")
    today: Day | None = Field(alias="vandaag", default=None)
    good_friday_open_: Literal["open", "dicht"] = Field(alias="goede_vrijdag", default="open")
    away: Away = Field(alias="snel_weg", default=AWAY)
    publisher: Publisher = Field(alias="uitgever")
    neighbourhoods: dict[Slug, Neighbourhood] = Field(alias="wijken", min_length=1)
    sheets: Sheets = Field(alias="bladen", default=Sheets())
    street_map_: StreetMapOrWord = Field(alias="straatkaart", default="ja")

    @property
    def sample(self) -> bool:
        """Whether this is the invented sample guide."""
        return self.sample_ == "ja"

    @property
    def good_friday_open(self) -> bool:
        """Whether places are open on Good Friday, unless they say otherwise."""
        return self.good_friday_open_ == "open"

    @property
    def street_map(self) -> StreetMap | None:
        """Where the street map comes from; None in a guide without one."""
        if isinstance(self.street_map_, StreetMap):
            return self.street_map_
        return OPEN_STREET_MAP if self.street_map_ == "ja" else None


Named = dict[str, tuple[tuple[date, date], ...]]


def closures(document: Document) -> tuple[Named, list[Problem]]:
    """The named closures of data/calendar.yml: a name with days or periods ("2026-12-24 t/m 2027-01-03"), inclusive."""
    named: Named = {}
    problems: list[Problem] = []
    if document.data is not None and not isinstance(document.data, dict):
        cure = "Schrijf een naam met zijn dagen: zomerstop: [2026-07-18 t/m 2026-08-16]"
        return {}, [Problem(document.place(), "", "geen namen van sluitingen", "een naam met dagen", cure, "blok")]
    for name, entries in (document.data or {}).items():
        spans: list[tuple[date, date]] = []
        for position, entry in enumerate(entries if isinstance(entries, list) else [entries]):
            try:
                spans.append(_span(entry))
            except PydanticCustomError as error:
                said = error.context or {}
                place = document.place((name, position))
                problems.append(Problem(place, str(name), shorten(entry), said["wanted"], said["cure"], error.type))
        named[str(name)] = tuple(sorted(spans))
    return named, problems


_PERIOD = re.compile(r"(.+?)\s*(?:t/m|tot en met|tot| - |/)\s*(.+)")
WANTED = "een dag of een periode"


def _span(entry: object) -> tuple[date, date]:
    """First and last day of a text. Raises what the model raises for a value that is not one."""
    text = figures_of(entry)
    if found := re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\s*(?:t/m|tot en met)\s*([0-9]{4}-[0-9]{2}-[0-9]{2})", text):
        first, last = day(found[1]), day(found[2])
        if first > last:
            cure = say("Draai ze om: {last} t/m {first}", last=last, first=first)
            raise refuse("volgorde", "eerst de eerste dag, dan de laatste", cure)
        return first, last
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return day(text), day(text)
    if meant := meant_day(text):
        raise refuse("sluiting", WANTED, say("Schrijf {text}", text=meant))
    if (found := _PERIOD.fullmatch(text)) and (first_ := meant_day(found[1])) and (last_ := meant_day(found[2])):
        raise refuse("sluiting", WANTED, say("Schrijf {first} t/m {last}", first=first_, last=last_))
    raise refuse("sluiting", WANTED, "Schrijf 2026-12-24, of 2026-12-24 t/m 2027-01-03.")
