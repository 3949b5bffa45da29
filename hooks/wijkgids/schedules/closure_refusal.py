"""Why a phrase after `niet` is not taken, and what to write instead."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Final

from wijkgids.problems import say

from .closure_words import NEEDED, TABLE
from .refusal import Refused, did_you_mean, quote
from .words import DAY_NAMES, MONTH_NAMES, MONTHS, nearest

WANTED: Final = "wanneer het niet is, zoals feestdagen, schoolvakanties, juli en augustus of 2026-12-24 t/m 2027-01-03"

# What people call it, and the words for it here: asked, not taken, as some mean another day by it.
_MEANT: Final = {
    "tussen de feestdagen": "tussen kerst en nieuwjaar",
    "kerstweek": "kerstvakantie",
    "kerstreces": "kerstvakantie",
    "hemelvaartweekend": "hemelvaart",
    "alle schoolvakantiedagen": "schoolvakanties",
}
_VAGUE: Final = re.compile(
    r"\bmeestal\b|\bsoms\b|\bvaak\b|\bongeveer\b|\brond\b|\been (?:tijd|poos|deel)\w*\b|\btijdje\b|\bweken\b|\bweek\b"
    r"|\baantal\b|\bhalf\b|\bhalverwege\b|\bals\b|\bweer\b|\bregen\w*"
    r"|\bbegin\b|\bmidden\b|\beind\b|\bgrootste deel\b|\benkele\b|\bpaar\b|\bmisschien\b|\bwisselend\b|\bregelmatig\b"
)
_DAY: Final = r"(\d{1,2})(?: |-|/)([a-z]+|\d{1,2})\.?(?:(?: |-|/)(\d{4}))?"
DATE_ROW: Final = re.compile(rf"{_DAY} ?(?:t/m|tot en met|tot| - |-) ?{_DAY}")
_MONTH_YEAR: Final = re.compile(r"([a-z]+)\.?(?: (?:en|t/m) ([a-z]+)\.?)? (20\d\d)")
# What cannot be taken, with what to write instead; the first pattern that occurs gives the answer.
_WEEKDAY: Final = "|".join((*DAY_NAMES.values(), "weekend", "weekenden", "weekeinde", "werkdag", "werkdagen"))
CLOSURE_PITFALLS: Final = tuple(
    (re.compile(pattern), code, cure)
    for pattern, code, cure in (
        (
            r"^buiten\b|^behalve\b",
            "sluiting-onbekend",
            "Noem hier wanneer het niet is. Is het alleen in de vakanties? Zet de datums bij op.",
        ),
        (
            r"\bbehalve\b|\bmaar wel\b|\bwel\b",
            "sluiting-onbekend",
            "Noem wat wel gesloten is een voor een, zoals [pasen, koningsdag, kerst].",
        ),
        (
            r"vakanties?\b.*\b(?:regio|noord|midden|zuid)\b",
            "sluiting-onbekend",
            "Schrijf schoolvakanties. De regio van de wijk staat in data/gids.yml.",
        ),
        (
            r"^(?:alle )?(?:vakanties?|vakantieperiodes?|vakantietijd)$",
            "sluiting-vaag",
            "Bedoel je de vakanties van de scholen? Schrijf “schoolvakanties”. Anders: zet de datums erbij.",
        ),
        (r"^(?:geen|nooit|nvt|n\.v\.t|nee|-)$", "sluiting-onbekend", "Is het altijd? Laat niet dan weg."),
        (
            _VAGUE.pattern,
            "sluiting-vaag",
            "Weet je de datums? Schrijf 2026-07-20 t/m 2026-08-14. Anders: schrijf het bij let_op, en niet hier.",
        ),
        (
            r"\w+e feestdagen$",
            "sluiting-onbekend",
            "Feestdagen zijn hier de officiële. Noem andere een voor een, met hun datums in data/calendar.yml.",
        ),
        (
            rf"\b(?:{_WEEKDAY})(?:en|s)?\b",
            "sluiting-weekdag",
            "Haal de dag weg bij elke. Gaat het om één keer? Schrijf hier de datum, zoals 2026-12-29.",
        ),
    )
)


def refusal_of(text: str, words: str, own: Mapping[str, str]) -> Refused:
    """Return the refusal of a phrase; `words` is its plain form, `own` the guide's own closures by theirs."""
    found = quote(text)
    if match := DATE_ROW.fullmatch(words):
        return Refused("datum-vorm", found, WANTED, _row_cure(*match.groups()))
    if (match := _MONTH_YEAR.fullmatch(words)) and match[1] in MONTHS and (match[2] or match[1]) in MONTHS:
        year, first, last = int(match[3]), MONTHS[match[1]], MONTHS[match[2] or match[1]]
        row = f"{date(year - (first > last), first, 1)} t/m {date(year, last, monthrange(year, last)[1])}"
        return Refused("datum-vorm", found, WANTED, say("Schrijf {periode}.", periode=row))
    if name := NEEDED.get(words):
        cure = say(
            "Zet {naam} met de datums in data/calendar.yml. Of schrijf hier 2026-12-24 t/m 2027-01-03.", naam=name
        )
        if name == "zomer":
            cure = say(
                "Schrijf “zomervakantie” of “juli en augustus”. Of zet {naam} met de datums in data/calendar.yml.",
                naam=name,
            )
        return Refused("sluiting-zonder-dagen", found, WANTED, cure)
    if words in _MEANT:
        return Refused("sluiting-onbekend", found, WANTED, did_you_mean(_MEANT[words]))
    for pattern, code, cure_of in CLOSURE_PITFALLS:
        if pattern.search(words):
            return Refused(code, found, WANTED, cure_of)
    if meant := nearest(words, (*TABLE, *NEEDED, *own, *MONTH_NAMES)):
        return Refused("sluiting-onbekend", found, WANTED, did_you_mean(own.get(meant, meant)))
    dates = "Schrijf de datums: 2026-12-24 t/m 2027-01-03. Of geef de sluiting een naam in data/calendar.yml."
    return Refused("sluiting-onbekend", found, WANTED, dates)


def _row_cure(*ends: str) -> str:
    """Return how to write a period without ISO dates: with its years where they stand, else an example of them."""
    day, month, year, to_day, to_month, to_year = ends
    try:
        months = [MONTHS.get(name) or int(name) for name in (month, to_month)]
        after = int(to_year or year or 2027)
        before = int(year or (after - 1 if months[1] < months[0] else after))
        first, last = date(before, months[0], int(day)), date(after, months[1], int(to_day))
    except ValueError:
        return "Schrijf het zo: 2026-12-24 t/m 2027-01-03."
    row = f"{first} t/m {last}"
    if to_year:
        return say("Schrijf {periode}.", periode=row)
    if first.day == 1 and last.day == monthrange(after, last.month)[1] and first.month < last.month:
        names = f"{MONTH_NAMES[first.month - 1]} t/m {MONTH_NAMES[last.month - 1]}"
        return say(
            "Elk jaar? Schrijf “{maanden}”. Eén keer? Zet het jaar erbij: {periode}.", maanden=names, periode=row
        )
    return say("Zet het jaar erbij en schrijf het zo: {periode}.", periode=row)
