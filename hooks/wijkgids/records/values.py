"""The values of a record: each is typed as text and becomes what it means, or a Dutch sentence about what is wanted.

An error carries what is wanted and the cure (`PydanticCustomError`, context keys `wanted` and `cure`); the loader adds
place and finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from wijkgids.records.nearest import meant

# How a field reaches people; a test holds each field of the model against it.
PROSE = "prose"  # a sentence or name that is translated
FACT = "fact"  # right in every language


class Shown:
    """Marks a field: prose (translated), fact, or internal with its reason."""

    def __init__(self, how: str, why: str = "") -> None:
        self.how, self.why = how, why


def refuse(code: str, wanted: str, cure: str) -> PydanticCustomError:
    """An error of a value. Braces of the texts are doubled, because pydantic formats its template."""
    return PydanticCustomError(code, "{wanted}", {"wanted": wanted, "cure": cure})


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise refuse("tekst", "een tekst", "Schrijf hier één tekst, geen lijst of blok.")
    text = " ".join(value.split())
    if not text:
        raise refuse("leeg", "een tekst", "Vul de tekst in of haal de sleutel weg.")
    return text


def word_of(table: str, wanted: str) -> AfterValidator:
    """A word of one list of the guide's vocabulary, which is the context of a validation (`Vocabulary`)."""

    def check(text: str, info: ValidationInfo) -> str:
        known = getattr(info.context, table, None)
        if known is not None and text not in known:
            raise refuse("onbekend-woord", wanted, meant(text, known, f"Hier kan: {', '.join(known)}."))
        return text

    return AfterValidator(check)


Text = Annotated[str, BeforeValidator(_text), Field(max_length=600)]
KindWord = Annotated[Text, word_of("kinds", "een soort die we kennen"), Shown(FACT)]
ThemeWord = Annotated[Text, word_of("themes", "een thema dat we kennen"), Shown(FACT)]
HowWord = Annotated[Text, word_of("hows", "een manier die we kennen"), Shown(FACT)]
AudienceWord = Annotated[Text, word_of("audiences", "een groep die we kennen"), Shown(FACT)]
CheckedByWord = Annotated[Text, word_of("checked_by", "wie het nakeek"), Shown(FACT)]
CheckWayWord = Annotated[Text, word_of("check_ways", "hoe het is nagekeken"), Shown(FACT)]
Prose = Annotated[Text, Shown(PROSE)]
Fact = Annotated[Text, Shown(FACT)]


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def listed(value: Any) -> Any:
    """One thing is a list of one: `thema: taal` says the same as `thema: [taal]`."""
    return _one_or_more(value)


OneOrMore = BeforeValidator(listed)


def _slug(value: Any) -> Any:
    text = _text(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) or len(text) > 60:
        raise refuse(
            "slug",
            "kleine letters, cijfers en streepjes",
            "Schrijf het als de bestandsnaam van de ander, zonder .yml: huis-van-de-wijk-de-linde.",
        )
    return text


Slug = Annotated[str, BeforeValidator(_slug)]


def _code(value: Any) -> Any:
    text = _text(value)
    if not re.fullmatch(r"[a-z0-9]{4}", text):
        raise refuse(
            "code",
            "vier kleine letters of cijfers",
            "Laat de code weg als je hem niet weet; de beheerder geeft er een.",
        )
    return text


Code = Annotated[str, BeforeValidator(_code)]


def _date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    text = _text(value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        turned = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text)
        hint = (
            f"Schrijf {turned[3]}-{int(turned[2]):02}-{int(turned[1]):02}."
            if turned
            else "Schrijf het jaar eerst: 2026-11-24."
        )
        raise refuse("datum", "jaar-maand-dag", hint)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refuse("datum", "een dag die bestaat", "Kijk op de kalender: deze dag is er niet.") from None


Day = Annotated[date, BeforeValidator(_date), Shown(FACT)]


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


class Per(StrEnum):
    """What a price is for."""

    TIME = "keer"
    LESSON = "les"
    MONTH = "maand"
    YEAR = "jaar"
    COURSE = "cursus"
    MEAL = "maaltijd"


@dataclass(frozen=True)
class Price:
    """What it costs: `kind` is free, amount, gift or unknown; `amount` in euro with two decimals for an amount."""

    kind: str
    amount: Decimal | None = None


def _price(value: Any) -> Any:
    if isinstance(value, Price):
        return value
    text = _text(value).lower().removeprefix("€").strip()
    if text in ("gratis", "vrije gift", "onbekend"):
        return Price({"gratis": "free", "vrije gift": "gift", "onbekend": "unknown"}[text])
    found = re.fullmatch(r"(\d{1,4})(?:[,.](\d{2}|-))?", text)
    if not found:
        raise refuse(
            "prijs",
            "gratis, vrije gift, onbekend of een bedrag als 2,50",
            "Schrijf alleen het bedrag, met een komma: 2,50.",
        )
    cents = found[2] if found[2] and found[2] != "-" else "00"
    amount = Decimal(f"{found[1]}.{cents}")
    return Price("free") if amount == 0 else Price("amount", amount)


Cost = Annotated[Price, BeforeValidator(_price), Shown(FACT)]


def _phone(value: Any) -> Any:
    text = _text(value)
    digits = re.sub(r"[\s\-().]", "", text)
    if not re.fullmatch(r"\+?\d{3,15}", digits):
        raise refuse(
            "telefoon",
            "een telefoonnummer als 020 000 01 12",
            "Schrijf alleen cijfers en spaties; zet tekst ernaast in een andere sleutel.",
        )
    return text


Phone = Annotated[str, BeforeValidator(_phone), Shown(FACT)]


def _email(value: Any) -> Any:
    text = _text(value)
    if not re.fullmatch(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+", text):
        raise refuse(
            "e-mail",
            "een e-mailadres als groep@voorbeeld.example",
            "Controleer het adres: één @ en een punt erachter, geen spaties.",
        )
    return text


Email = Annotated[str, BeforeValidator(_email), Shown(FACT)]


def _website(value: Any) -> Any:
    text = _text(value)
    if not re.fullmatch(r"https?://[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+(:\d+)?(/[^\s\"'<>\\]*)?", text):
        raise refuse(
            "website",
            "een adres dat begint met https://",
            "Kopieer het adres uit de adresbalk: https://www.groep.example/.",
        )
    return text


Website = Annotated[str, BeforeValidator(_website), Shown(FACT)]


def _postcode(value: Any) -> Any:
    found = re.fullmatch(r"([1-9]\d{3})\s?([A-Za-z]{2})", _text(value))
    if not found:
        raise refuse("postcode", "vier cijfers en twee letters", "Schrijf 1099 ZZ.")
    return f"{found[1]} {found[2].upper()}"


Postcode = Annotated[str, BeforeValidator(_postcode), Shown(FACT)]


def _degrees(low: float, high: float) -> BeforeValidator:
    def check(value: Any) -> Any:
        text = _text(value).replace(",", ".")
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,8})?", text) or not low <= float(text) <= high:
            raise refuse(
                "plaats-op-kaart",
                f"een getal tussen {low:g} en {high:g} (Nederland)",
                "Neem het getal over van de kaart: eerst lat (52…), dan lon (4…).",
            )
        return float(text)

    return BeforeValidator(check)


Latitude = Annotated[float, _degrees(50.5, 53.8), Shown(FACT)]
Longitude = Annotated[float, _degrees(3.2, 7.4), Shown(FACT)]


def _age(value: Any) -> Any:
    text = _text(value)
    if not re.fullmatch(r"\d{1,3}", text) or int(text) > 120:
        raise refuse("leeftijd", "een getal van 0 tot en met 120", "Schrijf alleen het getal: 12.")
    return int(text)


Age = Annotated[int, BeforeValidator(_age), Shown(FACT)]


def _language(value: Any) -> Any:
    text = _text(value)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,8})?", text):
        raise refuse(
            "taal", "de code van een taal: nl, ar, tr, ti, uk …", "Kijk in CONTRIBUTING.md bij 'talen' voor de code."
        )
    return text


Language = Annotated[str, BeforeValidator(_language), Shown(FACT)]
