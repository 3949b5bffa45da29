"""What is said when a sentence is not understood: its own codes, and cures that name no keys of a record."""

from __future__ import annotations

import re
from typing import Final

from wijkgids.problems import say

from ..refusal import Refused, quote

WANTED: Final = "een zin met dagen en tijden, zoals “elke dinsdag en donderdag van 10:00 tot 12:00”"

# What each code means, for `wijkgids explain CODE`, beside `refusal.CODES`.
SENTENCE_CODES: Final = {
    "zin-zonder-dag": "In de zin staat een tijd of een periode, maar geen dag.",
    "zin-dubbelzinnig": "Een deel van de zin kan bij meer dan één tijd horen.",
    "zin-dubbel": "De zin zegt iets twee keer.",
    "zin-jaar": "Bij een datum in de zin staat geen jaar.",
    "zin-weekdag": "De dag van de week past niet bij de datum.",
    "zin-tot": "Bij “tot” is niet duidelijk of de laatste dag erbij hoort.",
    "zin-uren": "Een tijd in de zin is niet met uren en minuten geschreven.",
    "zin-feestdag": "De zin noemt feestdagen, maar niet wat er dan gebeurt.",
}

# Cures of `elke`, `niet` and the rest name keys. Who types a sentence sees none, so there they say what to type.
_CURES: Final = {
    "elke-leeg": "Schrijf wanneer het is, zoals “elke dinsdag van 10:00 tot 12:00”.",
    "elke-zonder-vanaf": "Schrijf erachter vanaf welke datum je telt, zoals “vanaf 1 december 2026”.",
    "elke-afspraak": "Gaat het altijd op afspraak? Dan is er geen vaste tijd: laat deze zin leeg en zeg dat apart.",
    "elke-vaag": "Zijn er vaste dagen? Noem ze. Zijn er losse datums? Noem die. Zet uitleg achteraan, na “Let op:”.",
    "elke-kloktijd": "Schrijf de tijd met uren en minuten, zoals “van 10:00 tot 12:00”.",
    "elke-sluiting": "Zet wanneer het niet is achteraan, zoals “niet in schoolvakanties en op feestdagen”.",
    "elke-periode": "Schrijf de eerste en de laatste datum erachter, zoals “vanaf 1 december 2026” "
    "of “tot en met 1 maart 2027”.",
    "elke-datum": "Schrijf een datum zo: “5 december 2026” of “2026-12-05”.",
    "elke-of": "Is het op beide dagen? Schrijf “en”. Wisselt het? Noem de datums.",
    "elke-nacht": "Noem de dag waarop het begint, en de tijd, zoals “vrijdag van 22:00 tot 06:00”.",
    "sluiting-vaag": "Weet je de datums? Schrijf “niet van 20 juli 2026 tot en met 14 augustus 2026”. "
    "Anders: zet het achteraan, na “Let op:”.",
    "sluiting-weekdag": "Noem alleen de dagen waarop het wel is. Gaat het om één keer? Noem de datum.",
    "sluiting-onbekend": "Noem de datums, zoals “niet van 24 december 2026 tot en met 3 januari 2027”.",
    "sluiting-zonder-dagen": "Noem de datums, zoals “niet van 20 juli 2026 tot en met 16 augustus 2026”. "
    "Of schrijf “schoolvakanties” of “juli en augustus”.",
    "tijd-te-lang": "Schrijf alleen wanneer het is. Zet uitleg achteraan, na “Let op:”.",
}
# How the cures of a record name its keys and files.
_KEYS: Final = re.compile(
    r"(?:tijd|op|vanaf|tot|niet|elke|bij_feestdag|afgelast|verplaatst|op_afspraak|let_op):"
    r"|\bbij (?:tijd|op|vanaf|tot|niet|elke|let_op)\b|let_op|data/|\{"
)
_ASKING: Final = "Bedoelde je"
_DUTCH: Final = "in het Nederlands"
UNKNOWN: Final = "Dit stukje begrijpen we niet. Haal het weg, of zet het achteraan, na “Let op:”."


def in_a_sentence(refusal: Refused, said: str = "") -> Refused:
    """Return the refusal with a cure for who types a sentence; a guess at what was meant stays.

    `said` is the part of the sentence it is about: of a word that is not known, the words around it are shown too.
    """
    if refusal.cure.startswith(_ASKING) or _DUTCH in refusal.cure:
        return refusal
    if refusal.code == "elke-onbekend":
        return Refused(refusal.code, quote(said) if said else refusal.found, refusal.wanted, UNKNOWN)
    cure = _CURES.get(refusal.code) if _KEYS.search(refusal.cure) else None
    return Refused(refusal.code, refusal.found, refusal.wanted, cure) if cure else refusal


def which_year(found: str, date: str, year: int | None) -> Refused:
    """Return the refusal of a date without a year; `year` is the one that is likely, if that can be known."""
    if year is None:
        cure = say("Zet het jaar achter {datum}.", datum=date)
    else:
        cure = say("Zet het jaar erbij. Bedoel je {datum} {jaar}?", datum=date, jaar=year)
    return Refused("zin-jaar", found, "een datum met een jaar", cure)
