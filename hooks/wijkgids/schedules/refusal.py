"""What is said when words about time are not understood, or could mean two things."""

from __future__ import annotations

from typing import Final

from wijkgids.problems import Message, say

# The longest phrase that is looked at: longer ones are prose, and are refused before any pattern sees them.
LONGEST: Final = 200

# What each code means, for `wijkgids explain CODE`.
CODES: Final = {
    "regel-vorm": "Een regel in `wanneer` heeft een andere vorm dan verwacht.",
    "regel-sleutel": "Een regel in `wanneer` heeft een sleutel die niet bestaat.",
    "regel-dagen": "Een regel zegt niet op welke dagen het is, of zegt het op twee manieren tegelijk.",
    "regel-tegenstrijdig": "Twee dingen in een regel spreken elkaar tegen.",
    "tijd-te-lang": "De tekst is te lang om een tijd te zijn.",
    "elke-leeg": "Na `elke` staat niets.",
    "elke-onbekend": "Een woord na `elke` is niet bekend.",
    "elke-zonder-dag": "Na `elke` staat geen dag.",
    "elke-dubbelzinnig": "Wat na `elke` staat, kan twee dingen betekenen.",
    "elke-welke": "Er staat hoe vaak per maand of per week, maar niet op welke dag.",
    "elke-vaag": "Wat na `elke` staat, is geen vaste tijd.",
    "elke-afspraak": "Het gaat op afspraak: dat is een eigen sleutel.",
    "elke-kloktijd": "Na `elke` staat een kloktijd. Die hoort bij `tijd`.",
    "elke-sluiting": "Na `elke` staat wanneer het niet is. Dat hoort bij `niet`.",
    "elke-periode": "Na `elke` staat een periode. Die hoort bij `vanaf` en `tot`.",
    "elke-datum": "Na `elke` staat een datum. Die hoort bij `op`.",
    "elke-dag-van-de-maand": "Een vaste datum in de maand kan niet na `elke`.",
    "elke-week-van-de-maand": "Een week van de maand is iets anders dan de zoveelste dag van de maand.",
    "elke-hoogstens-vijf": "Een maand heeft een dag hoogstens vijf keer.",
    "elke-twee-regels": "Dit zijn twee regels in één.",
    "elke-rij": "Een rij dagen loopt van maandag naar zondag.",
    "elke-streepje": "Een streepje of schuine streep tussen dagen is niet duidelijk.",
    "elke-of": "Met “of” weet een bezoeker niet welke dag het is.",
    "elke-dubbel": "Een dag staat er twee keer.",
    "elke-zonder-vanaf": "Bij “om de week” moet staan vanaf welke datum.",
    "elke-nacht": "Bij een nacht is niet duidelijk welke dag je bedoelt.",
    "tijd-vorm": "De tijd is niet geschreven als 10:00-12:00.",
    "tijd-volgorde": "De eindtijd ligt voor de begintijd.",
    "tijd-twee": "Er staan twee tijden. Maak er twee regels van.",
    "datum-vorm": "De datum is niet geschreven als 2026-12-31.",
    "datum-bestaat-niet": "Deze dag bestaat niet.",
    "datum-jaar": "Het jaar van deze datum is niet waarschijnlijk.",
    "datum-volgorde": "De laatste dag ligt voor de eerste dag.",
    "datum-dubbel": "Dezelfde datum staat er twee keer.",
    "datum-niet-in-regel": "Op deze datum is er volgens de regel niets.",
    "sluiting-onbekend": "Wat na `niet` staat, is niet bekend.",
    "sluiting-vaag": "Wat na `niet` staat, is geen vaste periode.",
    "sluiting-zonder-dagen": "Deze periode heeft elk jaar andere datums. Die moeten in `data/calendar.yml` staan.",
    "sluiting-weekdag": "Na `niet` staat een dag van de week.",
    "feestdag-keuze": "Na `bij_feestdag` staat geen van de drie keuzes.",
}


def quote(text: str) -> str:
    """Return a contributor's words between Dutch quotation marks, on one line and cut where they run on."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"


def did_you_mean(word: str) -> Message:
    """Return the question whether a word of the vocabulary was meant."""
    return say("Bedoelde je “{woord}”?", woord=word)


class Refused(ValueError):
    """Words about time that are not taken. All texts are Dutch and meant for a community worker.

    `code` is one of `CODES`; `found` what stands there, `wanted` what is expected there, `cure` what to write instead.
    Those with values are made by `problems.say`, so that they can be said in another language. `word` is the one word
    that was not known, `meant` the known words near to it.
    """

    def __init__(
        self, code: str, found: str, wanted: str, cure: str, word: str = "", meant: tuple[str, ...] = ()
    ) -> None:
        super().__init__(code, found, wanted, cure)
        self.code = code
        self.found = found
        self.wanted = wanted
        self.cure = cure
        self.word = word
        self.meant = meant


def refuse_long(text: str, wanted: str) -> None:
    """Raise `Refused` for a text that is too long to be a time."""
    if len(text) > LONGEST:
        raise Refused(
            "tijd-te-lang",
            quote(text),
            wanted,
            "Schrijf hier alleen wanneer het is. Zet uitleg in let_op.",
        )
