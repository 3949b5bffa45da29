"""What something costs: free, a gift, an amount in euro. "2,50" as people write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from wijkgids.problems import say
from wijkgids.records.values.typed import figures_of, refuse, refuse_with


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


WORDS = {"gratis": "free", "vrije gift": "gift", "onbekend": "unknown"}
WANTED = "gratis, vrije gift, onbekend of een bedrag als 2,50"
_AMOUNT = re.compile(r"([0-9]{1,4})(?:[,.]([0-9]{2}|-))?")

# What else people write for the three words.
_MEANT = {
    **dict.fromkeys(("niets", "niks", "geen", "geen kosten", "kosteloos", "free", "nee", "no", "nul"), "gratis"),
    **dict.fromkeys(("voor niks", "gratis toegang", "gratis entree", "kost niets"), "gratis"),
    **dict.fromkeys(("gift", "een gift", "donatie", "fooi", "fooienpot", "donation"), "vrije gift"),
    **dict.fromkeys(("vrijwillige bijdrage", "vrije bijdrage", "naar draagkracht", "wat je kunt missen"), "vrije gift"),
    **dict.fromkeys(("weet niet", "weet ik niet", "niet bekend", "unknown", "geen idee", "vraag ernaar"), "onbekend"),
}
_EURO = re.compile(r"€|\b(?:euros?|eur)\b")
_LOOSE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{2})?|[0-9]+(?:[,.](?:[0-9]{1,2}|-))?")
_PER = re.compile(
    r"(?:\bper\b|\bp/|\bp\.|/|\bà)\s*(?:een )?"
    r"(keer|les|maand|jaar|cursus|maaltijd|bezoek|middag|avond|ochtend|mnd|jr)\b"
)
_FOR = {"bezoek": "keer", "middag": "keer", "avond": "keer", "ochtend": "keer", "mnd": "maand", "jr": "jaar"}


def price(value: Any) -> Price:
    """The price that a text means."""
    if isinstance(value, Price):
        return value
    text = figures_of(value).lower().removeprefix("€").strip()
    if text in WORDS:
        return Price(WORDS[text])
    found = _AMOUNT.fullmatch(text)
    if not found:
        raise _answer(text)
    cents = found[2] if found[2] and found[2] != "-" else "00"
    amount = Decimal(f"{found[1]}.{cents}")
    return Price("free") if amount == 0 else Price("amount", amount)


def meant_price(text: str) -> dict[str, str] | None:
    """The keys that say what was meant by a price in other words: `kosten`, perhaps `kosten_per`. None: not certain."""
    words = " ".join(text.lower().split()).rstrip(".!")
    if words in WORDS or words in _MEANT:
        return {"kosten": _MEANT.get(words, words)}
    amounts = _LOOSE.findall(words)
    rest = _LOOSE.sub(" ", _EURO.sub(" ", words))
    if (
        len(amounts) != 1
        or re.search(r"[0-9_]|-\s*$|\b(?:vanaf|max|tot|ongeveer|ca|e)\b", rest)
        or re.match(r"\s*-", rest)
    ):
        return None
    per = _PER.search(words)
    if rest.strip(" ,.-") and not per:
        return None
    if per and _PER.sub("", rest).strip(" ,.-/"):
        return None
    whole, _, cents = (
        amounts[0].replace(".", ",").rpartition(",")
        if "," in amounts[0] or re.search(r"\.[0-9]{1,2}$", amounts[0])
        else (amounts[0].replace(".", ""), "", "00")
    )
    amount = f"{whole.replace(',', '')},{cents.replace('-', '00'):0<2}"
    if len(amount) > 7:
        return None
    return {"kosten": amount, **({"kosten_per": _FOR.get(per[1], per[1])} if per else {})}


def _answer(text: str) -> Exception:
    if found := meant_price(text):
        shown = found["kosten"] if found["kosten"] in WORDS else f'"{found["kosten"]}"'
        if "kosten_per" not in found:
            return refuse_with("prijs", WANTED, shown)
        cure = say("Schrijf {price}, en zet erbij {per}", price=shown, per=f"kosten_per: {found['kosten_per']}")
        return refuse("prijs", WANTED, cure)
    if re.match(r"-\s*[0-9]", text):
        return refuse("prijs", WANTED, "Een bedrag is niet minder dan nul. Kost het niets? Schrijf gratis")
    if text in ("ja", "yes"):
        return refuse("prijs", WANTED, 'Schrijf hoeveel, zoals "2,50". Weet je dat niet? Schrijf onbekend')
    if re.search(r"[0-9]\s*(?:-|–|/|of|en|tot|\s)\s*€?\s*[0-9]", text):
        return refuse("prijs", WANTED, "Kies één bedrag, en leg de rest uit bij let_op of samenvatting.")
    return refuse(
        "prijs", WANTED, 'Schrijf alleen het bedrag, met een komma: "2,50". Uitleg hoort bij let_op of samenvatting.'
    )
