"""The block that was meant by a text: `plek: Zilverlindehof 8` is an address, `nagekeken: 2026-11-01` a day.

A block with values that nobody typed is an example: its note says what to fill in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from wijkgids import schedules
from wijkgids.problems import say
from wijkgids.records import model as record
from wijkgids.records import parts
from wijkgids.records.answers.written import flow, line
from wijkgids.records.values.day import meant_day
from wijkgids.records.values.price import meant_price
from wijkgids.records.values.reach import email, numbers_in, website
from wijkgids.schedules import DAY_NAMES
from wijkgids.schedules.opening_hours import fields_meant
from wijkgids.schedules.sentence import read_sentence

EXAMPLE_DAY = "2026-11-24"
_LONGEST = 160  # a longer text is no block that was written in short


@dataclass(frozen=True)
class Meant:
    """A block for a text. `note` says what to look at; with `example` its values are not (all) what was typed.

    `key` is another key than the one that was typed, where the text belongs under that.
    """

    block: Mapping[str, Any] | tuple[Mapping[str, Any], ...] | str
    note: str = ""
    example: bool = False
    key: str = ""


def block_for(model: type[BaseModel], text: str) -> Meant | None:
    """What was meant by a text where a block of `model` belongs; None when nobody can say."""
    writer = _WRITERS.get(model)
    return writer(" ".join(text.split())) if writer and text and len(text) <= _LONGEST else None


def cure(model: type[BaseModel], key: str, text: str, *, many: bool, item: bool) -> str | None:
    """What to type instead: the key with a block, or the block alone where it is an item of a list."""
    found = block_for(model, text)
    if found is None:
        return None
    block: Any = found.block
    blocks = block if isinstance(block, tuple) else (block,)
    if not found.example and not all(_works(model, one) for one in blocks if isinstance(one, Mapping)):
        return None  # what was typed in it is wrong too: the example of the report says more
    if item:
        block = block[0] if isinstance(block, tuple) and len(block) == 1 else block
        typed = flow(block)
    else:
        typed = line(found.key or key, [block] if many and isinstance(block, Mapping) else block)
    if found.note and found.example:
        return say("{note} Schrijf bijvoorbeeld {line}", note=found.note, line=typed)
    if found.note:
        return say("{note} Schrijf {line}", note=found.note, line=typed)
    return say("Schrijf bijvoorbeeld {line}", line=typed) if found.example else say("Schrijf {line}", line=typed)


_POSTCODE = re.compile(r",?\s*\b([1-9][0-9]{3})\s?([A-Za-z]{2})\b,?\s*(.*)")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def _place(text: str) -> Meant:
    if _SLUG.fullmatch(text):
        return Meant({"actor": text})
    found = _POSTCODE.search(text)
    name = text[: found.start()].strip(" ,") if found else text
    block: dict[str, Any] = {"adres" if re.search(r"[0-9]", name) else "naam": name} if name else {}
    if found:
        block |= {"postcode": f"{found[1]} {found[2].upper()}"} | (
            {"plaats": found[3].strip(" ,")} if found[3].strip(" ,") else {}
        )
    return Meant(block if name else {"adres": "…", **block}, example=not name)


def _day_and_rest(text: str) -> tuple[str, str]:
    """A day in a text and what is beside it."""
    if found := meant_day(text):
        return found.isoformat(), ""
    for match in re.finditer(r"[0-9]{1,4}[-/. ][0-9a-z]+[-/. ][0-9]{1,4}", text.lower()):
        if day := meant_day(match[0]):
            return day.isoformat(), (text[: match.start()] + text[match.end() :]).strip(" ,;()")
    return "", text


def _agreement(text: str) -> Meant:
    day, rest = _day_and_rest(text)
    if rest.lower() in ("nee", "no", "false"):
        return Meant(
            {"op": EXAMPLE_DAY, "van": "gastvrouw"},
            say("Zonder akkoord komt een groep niet in de gids. Zei ze ja?"),
            example=True,
        )
    who = "" if rest.lower() in ("ja", "yes", "true", "ok") else rest
    sure = bool(day and who)
    return Meant(
        {"op": day or EXAMPLE_DAY, "van": who or "gastvrouw"},
        "" if sure else say("Zeg wie ja zei (van) en wanneer (op)."),
        example=not sure,
    )


def _check(text: str) -> Meant:
    day, rest = _day_and_rest(text)
    who = rest.lower() if rest.lower() in ("bibliotheek", "vrijwilliger", "bewoner", "gids", "zelf") else "buurtwerker"
    note = say("Kies zelf wie het nakeek (door) en hoe.")
    return Meant({"op": day or EXAMPLE_DAY, "door": who, "hoe": "bezocht"}, note, example=True)


def _reach(text: str) -> Meant:
    block: dict[str, str] = {}
    for word in re.split(r"[\s,;|]+", text.replace("mailto:", "")):
        for key, reader in (("email", email), ("website", website)):
            try:
                reader(word)
            except ValueError:
                if key == "website" and word.startswith("www."):
                    block.setdefault(key, f"https://{word}")
                continue
            block.setdefault(key, word)
    if found := numbers_in(text):
        block = {"telefoon": found[0], **block}
    if block:
        return Meant(block)
    return Meant(
        {"telefoon": "020 000 01 12"}, say("Zet er een nummer, mail of website van de groep in."), example=True
    )


def _thresholds(text: str) -> Meant:
    if found := meant_price(text):
        return Meant(found)
    return Meant({"kosten": "gratis", "aanmelden": "nee"}, say("Schrijf bij elke drempel wat je weet."), example=True)


_CLOCK = r"[0-9]{1,2}[:.][0-9]{2}(?:\s*(?:uur|u))?"
_TIMES = re.compile(rf"(?:\b(?:van|om|tussen)\s+)?({_CLOCK}(?:\s*(?:-|–|tot|t/m|en)\s*{_CLOCK})?)")
_LEAD = re.compile(r"^(?:elke|iedere|wij zijn|we zijn|open|geopend|op|en|of|[,;:&])\s+|^[,;:]\s*", re.IGNORECASE)


def _schedule(text: str) -> Meant:
    words = text.lower()
    if re.search(r"\bafspraak\b|\bin overleg\b", words):
        return Meant("ja", key="op_afspraak")
    if day := meant_day(text):
        return Meant({"op": day.isoformat()})
    if read := fields_meant(text) or read_sentence(text)[0]:
        return Meant(tuple(read))
    rules: list[dict[str, Any]] = []
    start = 0
    for match in _TIMES.finditer(text):
        # Two times on one day are two rules with the same day.
        days = _days(text[start : match.start()]) or (rules[-1]["elke"] if rules else "")
        rules.append({"elke": days, "tijd": _clock(match[1])})
        start = match.end()
    if not rules:
        rules, start = [{"elke": _days(text)}], len(text)
    if not text[start:].strip(" .,;)") and all(rule["elke"] and schedules.parse_rule(rule)[0] for rule in rules):
        return Meant(tuple(rules))
    return Meant(
        ({"elke": "dinsdag en donderdag", "tijd": "10:00-12:00"},), say("Zet dagen en tijd apart."), example=True
    )


def _clock(text: str) -> str:
    """A time as the guide writes it: 10:00-12:00."""
    return re.sub(r"\s*(?:–|tot|t/m|en|-)\s*", "-", re.sub(r"\s*(?:uur|u)\b", "", text).replace(".", ":"))


_ABBREVIATED = {
    short: DAY_NAMES[number]
    for row in ("ma di wo do vr za zo", "mo tu we th fr sa su")
    for number, short in enumerate(row.split(), 1)
}


def _days(text: str) -> str:
    """Words for days without what leads to them; "Ma-Vr" in full."""
    text = text.strip(" ,;:.-")
    while (shorter := _LEAD.sub("", text)) != text:
        text = shorter
    text = re.sub(r"\s+(?:van|om|tussen|en|,)$", "", text)
    row = re.sub(r"\b([a-z]{2})\b\.?", lambda word: _ABBREVIATED.get(word[1], word[0]), text.lower())
    return re.sub(r"(?<=dag)\s*[-–]\s*(?=\w+dag)", " t/m ", row)


def rule_of_day(name: str, times: Any) -> Mapping[str, Any] | None:
    """The rule that was meant by a day as a key: `maandag: 10:00-12:00`. None when either is something else."""
    days = _days(name)
    if not (isinstance(times, str) and re.search(r"dag|weekend", days)):
        return None
    found = _schedule(f"{days} {times}".strip())
    rule = found.block[0] if isinstance(found.block, tuple) and len(found.block) == 1 and not found.example else None
    return rule if rule and schedules.parse_rule(rule)[0] else None


def _ages(text: str) -> Meant:
    years = [int(number) for number in re.findall(r"[0-9]{1,3}", text)]
    words = text.lower()
    if len(years) == 2 and max(years) <= 120:
        return Meant({"van": min(years), "tot": max(years)})
    if len(years) == 1 and years[0] <= 120:
        if re.search(r"\+|\bvanaf\b|\bouder\b|\bboven\b", words):
            return Meant({"van": years[0]})
        if re.search(r"\btot\b|\bt/m\b|\bonder\b|\bjonger\b|\bmax", words):
            return Meant({"tot": years[0]})
        return Meant({"van": years[0], "tot": years[0]})
    return Meant({"van": 12, "tot": 18}, say("Is het voor alle leeftijden? Haal de regel weg."), example=True)


def _belongs_to(text: str) -> Meant:
    return Meant({"actor": text} if _SLUG.fullmatch(text) else {"tekst": text})


def _promise(text: str) -> Meant:
    note = say("Zeg ook wanneer het niet geldt (behalve) en wanneer de groep dit beloofde (op).")
    return Meant({"tekst": text, "behalve": "Als iemand in gevaar is.", "op": EXAMPLE_DAY}, note, example=True)


def _circle(text: str) -> Meant:
    words = text.lower()
    if words in ("eigen kring", "gemengd", "eigen", "open"):
        return Meant({"soort": "eigen kring" if words.startswith("eigen") else "gemengd"})
    return Meant(
        {"soort": "eigen kring", "in_onze_woorden": text}, say("Kies bij soort: eigen kring of gemengd."), example=True
    )


def _since(key: str, note: str) -> Callable[[str], Meant]:
    """A block with one day in it."""

    def write(text: str) -> Meant:
        day, _ = _day_and_rest(text)
        return Meant({key: day or EXAMPLE_DAY}, "" if day else note, example=not day)

    return write


def _access(text: str) -> Meant:
    words = text.lower()
    if re.search(r"rolstoel|drempel|gelijkvloers|lift", words) or words in ("ja", "nee", "deels"):
        good = not re.search(r"\b(?:niet|geen|nee|trap)\b", words)
        return Meant({"drempelvrij": "deels" if words == "deels" else "ja" if good else "nee"})
    return Meant(
        {"drempelvrij": "ja", "toilet": "gewoon", "stil": "nee"}, say("Schrijf bij elk wat je zag."), example=True
    )


def _guidance(text: str) -> Meant:
    note = say("Zeg waarbij (thema) en hoe.")
    start: dict[str, Any] = (
        {"naar": text}
        if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) and text not in ("ja", "nee")
        else {"zelf": "ja"}
    )
    return Meant(
        {**start, "thema": ["brieven"], "hoe": ["gaat mee" if "naar" in start else "leest mee"]}, note, example=True
    )


def _contact(text: str) -> Meant:
    if text == text.lower() and not re.search(r"[0-9@]", text):
        return Meant({"rol": text})
    return Meant(
        {"rol": "gastvrouw"},
        say("Schrijf een rol, geen naam. Het nummer van de groep hoort bij contact."),
        example=True,
    )


def _activity(text: str) -> Meant:
    name = "-".join(re.findall(r"[a-z0-9]+", text.lower())[:5]) or "koffie"
    return Meant({"id": name, "naam": text})


def _example(block: Mapping[str, Any], note: str) -> Meant:
    return Meant(block, note, example=True)


_WRITERS: dict[type[BaseModel], Callable[[str], Meant]] = {
    parts.HostedPlace: _place,
    parts.AddressPlace: _place,
    parts.Agreement: _agreement,
    parts.Check: _check,
    parts.Reach: _reach,
    parts.Thresholds: _thresholds,
    parts.Schedule: _schedule,
    parts.Ages: _ages,
    parts.BelongsTo: _belongs_to,
    parts.Promise: _promise,
    parts.Circle: _circle,
    parts.Stopped: _since("op", say("Zeg sinds wanneer.")),
    parts.Pause: _since("vanaf", say("Zeg vanaf wanneer, en tot wanneer als je dat weet.")),
    parts.Full: _since("tot", say("Zeg tot wanneer. Weet je dat niet? Schrijf vol: {}")),
    parts.Access: _access,
    parts.Guidance: _guidance,
    parts.Contact: _contact,
    parts.Consent: lambda _: _example({"op": EXAMPLE_DAY, "tot": "2027-11-24"}, say("Zeg ook tot wanneer.")),
    parts.Call: lambda text: _example({"op": EXAMPLE_DAY, "uitkomst": text}, say("Zeg wanneer er gebeld is.")),
    parts.ProgrammeItem: lambda text: _example({"op": EXAMPLE_DAY, "tekst": text}, say("Zeg op welke dag.")),
    parts.Moved: lambda _: _example({"van": EXAMPLE_DAY, "naar": "2026-11-25"}, say("Schrijf beide dagen op.")),
    parts.Exemption: lambda text: _example({"code": text, "reden": "…"}, say("Zeg waarom het zo mag.")),
    record.Activity: _activity,
}  # fmt: skip


def _works(model: type[BaseModel], block: Mapping[str, Any]) -> bool:
    """Whether a block is one that the model takes, so that a cure with it can be typed over. A place has two models."""
    if model is parts.AddressPlace and "actor" in block:
        model = parts.HostedPlace
    elif model is parts.HostedPlace and "actor" not in block:
        model = parts.AddressPlace
    try:
        model.model_validate(
            {key: str(one) if isinstance(one, int) else one for key, one in block.items()}, by_alias=True, by_name=False
        )
    except ValidationError:
        return False
    return True
