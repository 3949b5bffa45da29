"""The record: pydantic models with English names and the Dutch keys that people type as aliases.

The class docstrings are Dutch: they become descriptions in the JSON Schema that editors show.
Cross-field rules stand in `wijkgids.checks`, because an error of a model validator has no place in the file.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from wijkgids.records.parts import (
    INTERNAL,
    Access,
    Ages,
    Agreement,
    BelongsTo,
    Call,
    Check,
    Circle,
    Contact,
    Entry,
    Exemption,
    Guidance,
    Languages,
    Place,
    ProgrammeItem,
    Promise,
    Reach,
    Recording,
    Schedule,
    Stopped,
    Thresholds,
    Yes,
)
from wijkgids.records.values import (
    Answer,
    AudienceWord,
    Code,
    Day,
    Fact,
    KindWord,
    Once,
    OneOrMore,
    Prose,
    Shown,
    Slug,
    Text,
    ThemeWord,
)


class Activity(Entry):
    """Iets waar je heen kunt of om kunt vragen. Wat hier niet staat, geldt zoals bij de actor."""

    id: Slug
    code: Code | None = None
    name: Prose = Field(alias="naam")
    kind: KindWord | None = Field(alias="soort", default=None)
    summary: Prose | None = Field(alias="samenvatting", default=None)
    organiser: Slug | None = Field(alias="organisator", default=None)
    place: Place | None = Field(alias="plek", default=None)
    themes: Annotated[tuple[ThemeWord, ...], OneOrMore, Once] = Field(alias="thema", default=(), max_length=15)
    audiences: Annotated[tuple[AudienceWord, ...], OneOrMore, Once] = Field(alias="voor", default=(), max_length=15)
    ages: Ages | None = Field(alias="leeftijd", default=None)
    circle: Circle | None = Field(alias="kring", default=None)
    languages: Languages = Field(alias="talen", default=())
    bring: Prose | None = Field(alias="meenemen", default=None)
    programme: tuple[ProgrammeItem, ...] = Field(alias="programma", default=(), max_length=400)
    closed: Yes | None = Field(alias="besloten", default=None)
    how_to_join: Prose | None = Field(alias="hoe_meedoen", default=None)
    visits: Yes | None = Field(alias="komt_langs", default=None)
    by_appointment: Yes | None = Field(alias="op_afspraak", default=None)
    by_phone: Yes | None = Field(alias="telefonisch", default=None)
    prescription: Prose | None = Field(alias="recept", default=None)
    referrers: Answer = Field(alias="verwijzers", default=Answer.UNKNOWN)
    next_start: Day | None = Field(alias="volgende_start", default=None)
    access: Access | None = Field(alias="toegang", default=None)
    contact: Reach | None = None
    thresholds: Thresholds | None = Field(alias="drempels", default=None)
    first_time: Annotated[tuple[Prose, ...], OneOrMore] = Field(alias="eerste_keer", default=(), max_length=10)
    promise: Promise | None = Field(alias="belofte", default=None)
    note: Prose | None = Field(alias="let_op", default=None)
    recordings: tuple[Recording, ...] = Field(alias="voorgelezen", default=(), max_length=20)
    check: Check | None = Field(alias="nagekeken", default=None)
    called: Annotated[Call | None, Shown(INTERNAL, "een telefoontje is voor de beheerder")] = Field(
        alias="gebeld", default=None
    )
    stopped: Stopped | None = Field(alias="gestopt", default=None)
    schedules: tuple[Schedule, ...] = Field(alias="wanneer", default=(), max_length=60)


class Actor(Entry):
    """Een organisatie, groep, plek of initiatief in de wijk, met wat je er kunt doen."""

    name: Fact = Field(alias="naam", max_length=80)
    kind: KindWord = Field(alias="soort")
    code: Code | None = None
    belongs_to: BelongsTo | None = Field(alias="hoort_bij", default=None)
    themes: Annotated[tuple[ThemeWord, ...], OneOrMore, Once] = Field(alias="thema", min_length=1, max_length=15)
    summary: Prose = Field(alias="samenvatting")
    keywords: Annotated[tuple[Prose, ...], OneOrMore, Once] = Field(alias="zoekwoorden", default=(), max_length=60)
    agreement: Agreement | None = Field(alias="akkoord", default=None)
    told_by: Annotated[Text | None, Shown(INTERNAL, "wie ons tipte is voor de beheerder")] = Field(
        alias="opgegeven_door", default=None
    )
    place: Place | None = Field(alias="plek", default=None)
    hours: tuple[Schedule, ...] = Field(alias="open", default=(), max_length=60)
    access: Access | None = Field(alias="toegang", default=None)
    contact: Reach | None = None
    people: tuple[Contact, ...] = Field(alias="mensen", default=(), max_length=40)
    languages: Languages = Field(alias="talen", default=())
    thresholds: Thresholds | None = Field(alias="drempels", default=None)
    first_time: Annotated[tuple[Prose, ...], OneOrMore] = Field(alias="eerste_keer", default=(), max_length=10)
    promise: Promise | None = Field(alias="belofte", default=None)
    recordings: tuple[Recording, ...] = Field(alias="voorgelezen", default=(), max_length=20)
    guides: tuple[Guidance, ...] = Field(alias="gidst", default=(), max_length=100)
    works_with: Annotated[tuple[Slug, ...], OneOrMore, Once] = Field(
        alias="werkt_samen_met", default=(), max_length=100
    )
    check: Check | None = Field(alias="nagekeken", default=None)
    called: Annotated[Call | None, Shown(INTERNAL, "een telefoontje is voor de beheerder")] = Field(
        alias="gebeld", default=None
    )
    stopped: Stopped | None = Field(alias="gestopt", default=None)
    activities: tuple[Activity, ...] = Field(alias="activiteiten", default=(), max_length=200)
    exemptions: Annotated[tuple[Exemption, ...], Shown(INTERNAL, "voor de beheerder")] = Field(
        alias="uitzonderingen", default=()
    )
