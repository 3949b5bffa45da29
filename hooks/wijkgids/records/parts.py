"""The parts of a record: small blocks that stand in an actor or an activity.

English names with the Dutch keys that people type as aliases; the class docstrings are Dutch, because they become
descriptions in the JSON Schema that editors show.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from wijkgids.records.values import (
    AddressShown,
    Age,
    Answer,
    AudioFile,
    CheckedByWord,
    CheckWayWord,
    CircleKind,
    Cost,
    Day,
    DutchLevel,
    Email,
    Fact,
    HowWord,
    Language,
    Latitude,
    Level,
    Longitude,
    Once,
    OneOrMore,
    Per,
    Phone,
    Postcode,
    Price,
    Prose,
    Shown,
    Slug,
    Text,
    ThemeWord,
    Toilet,
    Website,
    WhatsApp,
)

Yes = Literal["ja"]
INTERNAL = "internal"


class Entry(BaseModel):
    """Gedeelde instelling: onbekende sleutels zijn fouten, waarden veranderen niet."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True)


class Agreement(Entry):
    """Wie zei dat het in de gids mag, wanneer, en wat te zien mag zijn."""

    on: Day = Field(alias="op")
    by: Prose = Field(alias="van")
    address: AddressShown = Field(alias="adres_tonen", default=AddressShown.YES)
    via: Slug | None = None
    referrers: Answer = Field(alias="verwijzers", default=Answer.UNKNOWN)


class BelongsTo(Entry):
    """Wie betaalt en beslist: een andere actor, of in eigen woorden."""

    actor: Slug | None = None
    text: Prose | None = Field(alias="tekst", default=None)


class HostedPlace(Entry):
    """Een plek bij een andere actor."""

    actor: Slug
    room: Prose | None = Field(alias="ruimte", default=None)
    find: Prose | None = Field(alias="zo_vind_je_het", default=None)


class AddressPlace(Entry):
    """Een plek met een adres, of een plek buiten met een naam."""

    name: Fact | None = Field(alias="naam", default=None)
    address: Fact | None = Field(alias="adres", default=None)
    postcode: Postcode | None = None
    city: Fact | None = Field(alias="plaats", default=None)
    lat: Latitude | None = None
    lon: Longitude | None = None
    room: Prose | None = Field(alias="ruimte", default=None)
    find: Prose | None = Field(alias="zo_vind_je_het", default=None)


def _place_tag(value: Any) -> str:
    return "#bij" if isinstance(value, HostedPlace) or (isinstance(value, dict) and "actor" in value) else "#adres"


Place = Annotated[
    Annotated[HostedPlace, Tag("#bij")] | Annotated[AddressPlace, Tag("#adres")], Discriminator(_place_tag)
]


class Access(Entry):
    """Hoe je binnenkomt, en wanneer iemand dat zag."""

    step_free: Level = Field(alias="drempelvrij", default=Level.UNKNOWN)
    toilet: Toilet = Toilet.UNKNOWN
    quiet: Level = Field(alias="stil", default=Level.UNKNOWN)
    seen: Day | None = Field(alias="gezien", default=None)


class Reach(Entry):
    """Hoe je de groep bereikt. Nummers van de groep, niet van een mens."""

    phone: Phone | None = Field(alias="telefoon", default=None)
    whatsapp: WhatsApp | None = None
    email: Email | None = None
    website: Website | None = None


class Consent(Entry):
    """Toestemming van een mens om met naam in de gids te staan. De naam is dan openbaar."""

    on: Day = Field(alias="op")
    until: Day = Field(alias="tot")


class Contact(Entry):
    """Een rol om naar te vragen; een naam alleen met toestemming."""

    role: Prose = Field(alias="rol")
    languages: Annotated[tuple[Language, ...], OneOrMore, Once] = Field(alias="talen", default=(), max_length=40)
    ask_for: Prose | None = Field(alias="vraag_naar", default=None)
    when: Prose | None = Field(alias="wanneer", default=None)
    name: Fact | None = Field(alias="naam", default=None)
    phone: Phone | None = Field(alias="telefoon", default=None)
    email: Email | None = None
    consent: Consent | None = Field(alias="toestemming", default=None)


class Thresholds(Entry):
    """Wat het kost en wat je nodig hebt. Niet bekend is niet hetzelfde als nee."""

    cost: Cost = Field(alias="kosten", default=Price("unknown"))
    cost_per: Per | None = Field(alias="kosten_per", default=None)
    city_pass: Cost | None = Field(alias="stadspas", default=None)
    sign_up: Answer = Field(alias="aanmelden", default=Answer.UNKNOWN)
    name_needed: Answer = Field(alias="naam_nodig", default=Answer.UNKNOWN)
    papers_needed: Answer = Field(alias="papieren_nodig", default=Answer.UNKNOWN)
    papers: Prose | None = Field(alias="papieren", default=None)
    referral_needed: Answer = Field(alias="verwijzing_nodig", default=Answer.UNKNOWN)
    dutch: DutchLevel = Field(alias="nederlands", default=DutchLevel.UNKNOWN)
    interpreter: Answer = Field(alias="tolk", default=Answer.UNKNOWN)
    bring_someone: Answer = Field(alias="iemand_meenemen", default=Answer.UNKNOWN)
    children: Answer = Field(alias="kinderen_mee", default=Answer.UNKNOWN)
    children_note: Prose | None = Field(alias="kinderen", default=None)
    waiting: Prose = Field(alias="wachttijd", default="onbekend")


class Promise(Entry):
    """Wat de groep belooft over wat je vertelt, met de uitzondering en de dag van ondertekenen."""

    text: Prose = Field(alias="tekst")
    unless: Prose = Field(alias="behalve")
    on: Day = Field(alias="op")


class Full(Entry):
    """Er kan nu niemand bij."""

    until: Day | None = Field(alias="tot", default=None)


class Pause(Entry):
    """Even niet."""

    from_: Day = Field(alias="vanaf")
    until: Day | None = Field(alias="tot", default=None)


class Guidance(Entry):
    """Wie met je meegaat of zelf helpt: waarbij, hoe, in welke taal en wanneer."""

    to: Slug | None = Field(alias="naar", default=None)
    self_: Yes | None = Field(alias="zelf", default=None)
    who: Prose | None = Field(alias="wie", default=None)
    themes: Annotated[tuple[ThemeWord, ...], OneOrMore, Once] = Field(alias="thema", min_length=1, max_length=15)
    hows: Annotated[tuple[HowWord, ...], OneOrMore, Once] = Field(alias="hoe", min_length=1, max_length=15)
    languages: Annotated[tuple[Language, ...], OneOrMore, Once] = Field(alias="talen", default=(), max_length=40)
    when: Prose | None = Field(alias="wanneer", default=None)
    full: Full | None = Field(alias="vol", default=None)
    pause: Pause | None = Field(alias="pauze", default=None)


class Check(Entry):
    """Wie het nakeek, wanneer en hoe."""

    on: Day = Field(alias="op")
    by: CheckedByWord = Field(alias="door")
    way: CheckWayWord = Field(alias="hoe")


class Call(Entry):
    """Een telefoontje over een informele groep die lang niet is nagekeken."""

    on: Day = Field(alias="op")
    outcome: Text = Field(alias="uitkomst")


class Stopped(Entry):
    """Het is gestopt: sinds wanneer, waarom, en waar je wel heen kunt."""

    on: Day = Field(alias="op")
    why: Prose | None = Field(alias="waarom", default=None)
    go_to: Slug | None = Field(alias="ga_naar", default=None)


class Circle(Entry):
    """Eigen kring of gemengd, in de woorden van de groep."""

    kind: CircleKind = Field(alias="soort")
    words: Prose | None = Field(alias="in_onze_woorden", default=None)


class Spoken(Entry):
    """Een taal die er gesproken wordt, door wie en wanneer."""

    language: Language = Field(alias="taal")
    who: Prose | None = Field(alias="wie", default=None)
    when: Prose | None = Field(alias="wanneer", default=None)


def _spoken(value: Any) -> Any:
    items = [value] if isinstance(value, (str, dict)) else value
    return [{"taal": item} if isinstance(item, str) else item for item in items] if isinstance(items, list) else items


Languages = Annotated[tuple[Spoken, ...], BeforeValidator(_spoken)]


class Recording(Entry):
    """Iemand leest dit voor. Een stem is van een mens: alleen met toestemming, en die loopt af."""

    language: Language = Field(alias="taal")
    file: AudioFile = Field(alias="bestand")
    by: Prose = Field(alias="door")
    on: Day = Field(alias="op")
    consent: Consent | None = Field(alias="toestemming", default=None)


class Ages(Entry):
    """Voor welke leeftijd."""

    from_: Age | None = Field(alias="van", default=None)
    to: Age | None = Field(alias="tot", default=None)


class Cancelled(Entry):
    """Een keer die niet doorgaat."""

    on: Text = Field(alias="op")
    why: Prose | None = Field(alias="waarom", default=None)


class Moved(Entry):
    """Een keer die op een andere dag is."""

    from_: Text = Field(alias="van")
    to: Text = Field(alias="naar")
    time: Text | None = Field(alias="tijd", default=None)


def _cancelled(value: Any) -> Any:
    items = [value] if isinstance(value, (str, dict)) else value
    return [{"op": item} if isinstance(item, str) else item for item in items] if isinstance(items, list) else items


def _block_or_more(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _in_a_row(value: Any) -> Any:
    """`elke: [dinsdag, donderdag]` says the same as `elke: dinsdag, donderdag`."""
    if isinstance(value, (list, tuple)) and value and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value


class Schedule(Entry):
    """Wanneer, in gewone woorden. `elke` of `op`, met `tijd`."""

    every: Annotated[Text | None, BeforeValidator(_in_a_row)] = Field(alias="elke", default=None)
    on: Annotated[tuple[Text, ...], OneOrMore] = Field(alias="op", default=())
    time: Text | None = Field(alias="tijd", default=None)
    from_: Text | None = Field(alias="vanaf", default=None)
    until: Text | None = Field(alias="tot", default=None)
    not_: Annotated[tuple[Text, ...], OneOrMore] = Field(alias="niet", default=())
    on_holiday: Text | None = Field(alias="bij_feestdag", default=None)
    cancelled: Annotated[tuple[Cancelled, ...], BeforeValidator(_cancelled)] = Field(alias="afgelast", default=())
    moved: Annotated[tuple[Moved, ...], BeforeValidator(_block_or_more)] = Field(alias="verplaatst", default=())
    note: Prose | None = Field(alias="let_op", default=None)


class Exemption(Entry):
    """Een punt om op te letten dat zo goed is, met de reden. Fouten kunnen niet worden uitgezonderd."""

    code: Annotated[Text, Shown(INTERNAL, "voor de beheerder: welk punt")]
    at: Annotated[Text | None, Shown(INTERNAL, "voor de beheerder: bij welk veld")] = Field(alias="bij", default=None)
    why: Annotated[Text, Shown(INTERNAL, "voor de beheerder: waarom het zo mag")] = Field(alias="reden")


class ProgrammeItem(Entry):
    """Wat er op een dag te doen is."""

    on: Day = Field(alias="op")
    text: Prose = Field(alias="tekst")
