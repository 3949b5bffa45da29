"""The values of a record: each is typed as text and becomes what it means, or a Dutch sentence about what is wanted.

An error carries what is wanted and the cure (`PydanticCustomError`, context keys `wanted` and `cure`); the loader adds
place and finding.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from wijkgids.problems import say
from wijkgids.records.answers.nearest import meant, meant_list, plain
from wijkgids.records.values import day, language, places, price, reach
from wijkgids.records.values.price import Per, Price
from wijkgids.records.values.typed import FACT, PROSE, Form, Shown, figures_of, refuse, refuse_with, text_of

__all__ = [
    "FACT",
    "PROSE",
    "AddressShown",
    "Age",
    "Answer",
    "AudienceWord",
    "AudioFile",
    "CheckWayWord",
    "CheckedByWord",
    "CircleKind",
    "Code",
    "Cost",
    "Day",
    "DutchLevel",
    "Email",
    "Fact",
    "Form",
    "HowWord",
    "KindWord",
    "Language",
    "Latitude",
    "Level",
    "Longitude",
    "Once",
    "OneOrMore",
    "Per",
    "Phone",
    "Postcode",
    "Price",
    "Prose",
    "Shown",
    "Slug",
    "Text",
    "ThemeWord",
    "Toilet",
    "Website",
    "WhatsApp",
    "refuse",
]

# What a YAML 1.2 reader may make of a text: 1099, 2.50, true.
_ANY = ["string", "number", "boolean"]
_FIGURES = ["string", "number"]


def word_of(table: str, wanted: str, *, many: bool = False) -> AfterValidator:
    """A word of one list of the guide's vocabulary, which is the context of a validation (`Vocabulary`)."""

    def check(text: str, info: ValidationInfo) -> str:
        known = getattr(info.context, table, None)
        if known is None or text in known:
            return text
        if words := meant_list(text, known):
            if many:
                raise refuse_with("onbekend-woord", wanted, f"[{', '.join(words)}]")
            raise refuse("onbekend-woord", wanted, say("Kies er één: {words}.", words=", ".join(words)))
        raise refuse("onbekend-woord", wanted, meant(text, known, say("Hier kan: {known}.", known=", ".join(known))))

    return AfterValidator(check)


Text = Annotated[str, BeforeValidator(text_of), Field(max_length=600), Form(type=_ANY)]
KindWord = Annotated[Text, word_of("kinds", "een soort die we kennen"), Shown(FACT), Form(words="kinds")]
ThemeWord = Annotated[Text, word_of("themes", "een thema dat we kennen", many=True), Shown(FACT), Form(words="themes")]
HowWord = Annotated[Text, word_of("hows", "een manier die we kennen", many=True), Shown(FACT), Form(words="hows")]
AudienceWord = Annotated[
    Text, word_of("audiences", "een groep die we kennen", many=True), Shown(FACT), Form(words="audiences")
]
CheckedByWord = Annotated[Text, word_of("checked_by", "wie het nakeek"), Shown(FACT), Form(words="checked_by")]
CheckWayWord = Annotated[Text, word_of("check_ways", "hoe het is nagekeken"), Shown(FACT), Form(words="check_ways")]
Prose = Annotated[Text, Shown(PROSE)]
Fact = Annotated[Text, Shown(FACT)]


def listed(value: Any) -> Any:
    """One thing is a list of one: `thema: taal` says the same as `thema: [taal]`."""
    return [value] if isinstance(value, str) else value


OneOrMore = BeforeValidator(listed)


def _each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(set(values)) < len(values):
        twice = next(one for at, one in enumerate(values) if one in values[:at])
        raise refuse(
            "twee-keer", "elk woord één keer", say("'{word}' staat er twee keer. Haal er een weg.", word=twice)
        )
    return values


Once = AfterValidator(_each_once)


def _slug(value: Any) -> Any:
    text = text_of(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) or len(text) > 60:
        made = slug_from(text)
        cure = (
            say("Schrijf {slug}", slug=made)
            if made
            else "Schrijf het zoals een bestandsnaam, zonder .yml: huis-van-de-wijk-de-linde"
        )
        raise refuse("slug", "kleine letters, cijfers en streepjes", cure)
    return text


def slug_from(text: str) -> str:
    """Small letters, digits and hyphens from a name; "" when nothing is left of it."""
    return "-".join(re.findall(r"[a-z0-9]+", plain(text.removesuffix(".yml").rpartition("/")[2])))[:60].strip("-")


Slug = Annotated[str, BeforeValidator(_slug), Form(type=_ANY, pattern="^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=60)]


def _code(value: Any) -> Any:
    text = text_of(value)
    if not re.fullmatch(r"[a-z0-9]{4}", text):
        if re.fullmatch(r"[A-Za-z0-9]{4}", text):
            raise refuse_with("code", "vier kleine letters of cijfers", text.lower())
        raise refuse(
            "code",
            "vier kleine letters of cijfers",
            "Laat de code weg als je hem niet weet; de beheerder geeft er een.",
        )
    return text


# `12e4` and `0x12` are numbers to YAML 1.2, `true` is not a text.
Code = Annotated[str, BeforeValidator(_code), Form(type=_ANY, pattern="^[a-z0-9]{4}$")]
Day = Annotated[
    date,
    BeforeValidator(day.day),
    Shown(FACT),
    Form(type="string", pattern="^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", format="date"),
]


class Answer(StrEnum):
    """Three-valued: unknown is not no."""

    YES = "ja"
    NO = "nee"
    UNKNOWN = "onbekend"


class Level(StrEnum):
    """Access in three levels, and unknown."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"
    UNKNOWN = "onbekend"


class Toilet(StrEnum):
    """What toilet there is."""

    ADAPTED = "aangepast"
    PLAIN = "gewoon"
    NONE = "geen"
    UNKNOWN = "onbekend"


class DutchLevel(StrEnum):
    """How much Dutch is needed."""

    NONE = "niet nodig"
    SOME = "een beetje"
    GOOD = "goed"
    UNKNOWN = "onbekend"


class AddressShown(StrEnum):
    """Whether the address may be public."""

    YES = "ja"
    AFTER_CONTACT = "na contact"
    NO = "nee"


class CircleKind(StrEnum):
    """Own circle or mixed."""

    OWN = "eigen kring"
    MIXED = "gemengd"


def _degrees(low: float, high: float) -> Form:
    return Form(type=_FIGURES, pattern="^[0-9]{1,2}([.,][0-9]+)?$", minimum=low, maximum=high)


Cost = Annotated[
    Price,
    BeforeValidator(price.price),
    Shown(FACT),
    Form(
        type=_FIGURES,
        pattern="^(€ ?)?([Gg]ratis|[Vv]rije gift|[Oo]nbekend|[0-9]{1,4}([,.]([0-9]{2}|-))?)$",
        minimum=0,
        maximum=9999.99,
    ),
]
_NUMBER: dict[str, Any] = {"type": _FIGURES, "pattern": r"^[+(]?[0-9][0-9 ().\-]*$", "minimum": 0}
Phone = Annotated[str, BeforeValidator(reach.phone), Shown(FACT), Form(**_NUMBER)]
WhatsApp = Annotated[str, BeforeValidator(reach.whatsapp), Shown(FACT), Form(**_NUMBER)]
Email = Annotated[
    str,
    BeforeValidator(reach.email),
    Field(max_length=120),
    Shown(FACT),
    Form(type="string", pattern=r"^[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+$"),
]
Website = Annotated[
    str, BeforeValidator(reach.website), Field(max_length=300), Shown(FACT), Form(type="string", pattern="^https?://")
]
Postcode = Annotated[
    str, BeforeValidator(places.postcode), Shown(FACT), Form(type="string", pattern="^[1-9][0-9]{3} ?[A-Za-z]{2}$")
]
Latitude = Annotated[float, BeforeValidator(places.latitude), Shown(FACT), _degrees(*places.LATITUDES)]
Longitude = Annotated[float, BeforeValidator(places.longitude), Shown(FACT), _degrees(*places.LONGITUDES)]


def _age(value: Any) -> Any:
    text = figures_of(value)
    if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > 120:
        numbers = re.findall(r"[0-9]+", text)
        if len(numbers) == 1 and int(numbers[0]) <= 120 and not text.startswith("-"):
            raise refuse_with("leeftijd", "een getal van 0 tot en met 120", numbers[0])
        raise refuse("leeftijd", "een getal van 0 tot en met 120", "Schrijf alleen het getal: 12")
    return int(text)


Age = Annotated[
    int,
    BeforeValidator(_age),
    Shown(FACT),
    Form(type=["string", "integer"], pattern="^[0-9]{1,3}$", minimum=0, maximum=120),
]
Language = Annotated[
    str,
    BeforeValidator(language.language),
    Shown(FACT),
    Form(type=["string", "boolean"], pattern="^[a-z]{2,3}(-[A-Za-z]{2,8})?$"),
]


def _audio_file(value: Any) -> Any:
    text = text_of(value)
    if not re.fullmatch(AUDIO_FILE, text):
        raise refuse(
            "geluid",
            "de naam van een mp3, ogg, m4a of wav, in kleine letters en zonder map",
            "Noem het bestand bijvoorbeeld koffie-ti.mp3 en zet het in data/audio/, in de map van de wijk.",
        )
    return text


AUDIO_FILE = r"[a-z0-9][a-z0-9_-]{0,59}\.(mp3|ogg|m4a|wav)"
AudioFile = Annotated[str, BeforeValidator(_audio_file), Shown(FACT), Form(type="string", pattern=f"^{AUDIO_FILE}$")]
