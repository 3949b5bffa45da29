"""What is said when words about time are not understood, or could mean two things."""

from __future__ import annotations

from typing import Final

# The longest phrase that is looked at: longer ones are prose, and are refused before any pattern sees them.
LONGEST: Final = 200

# What each code means, for `wijkgids explain CODE`.
CODES: Final = {
    "rule-form": "Een regel in `wanneer` heeft een andere vorm dan verwacht.",
    "rule-key": "Een regel in `wanneer` heeft een sleutel die niet bestaat.",
    "rule-days": "Een regel zegt niet op welke dagen het is, of zegt het op twee manieren tegelijk.",
    "rule-conflict": "Twee dingen in een regel spreken elkaar tegen.",
    "too-long": "De tekst is te lang om een tijd te zijn.",
    "every-empty": "Na `elke` staat niets.",
    "every-unknown": "Een woord na `elke` is niet bekend.",
    "every-no-day": "Na `elke` staat geen dag.",
    "every-two-meanings": "Wat na `elke` staat, kan twee dingen betekenen.",
    "every-which": "Er staat hoe vaak per maand of per week, maar niet op welke dag.",
    "every-vague": "Wat na `elke` staat, is geen vaste tijd.",
    "every-appointment": "Het gaat op afspraak: dat is een eigen sleutel.",
    "every-clock": "Na `elke` staat een kloktijd. Die hoort bij `tijd`.",
    "every-closure": "Na `elke` staat wanneer het niet is. Dat hoort bij `niet`.",
    "every-period": "Na `elke` staat een periode. Die hoort bij `vanaf` en `tot`.",
    "every-date": "Na `elke` staat een datum. Die hoort bij `op`.",
    "every-month-day": "Een vaste datum in de maand kan niet na `elke`.",
    "every-week-of-month": "Een week van de maand is iets anders dan de zoveelste dag van de maand.",
    "every-fifth": "Een maand heeft een dag hoogstens vijf keer.",
    "every-two-rules": "Dit zijn twee regels in één.",
    "every-range": "Een rij dagen loopt van maandag naar zondag.",
    "every-dash": "Een streepje of schuine streep tussen dagen is niet duidelijk.",
    "every-or": "Met “of” weet een bezoeker niet welke dag het is.",
    "every-twice": "Een dag staat er twee keer.",
    "every-needs-start": "Bij “om de week” moet staan vanaf welke datum.",
    "every-night": "Bij een nacht is niet duidelijk welke dag je bedoelt.",
    "time-form": "De tijd is niet geschreven als 10:00-12:00.",
    "time-order": "De eindtijd ligt voor de begintijd.",
    "time-two": "Er staan twee tijden. Maak er twee regels van.",
    "date-form": "De datum is niet geschreven als 2026-12-31.",
    "date-none": "Deze dag bestaat niet.",
    "date-year": "Het jaar van deze datum is niet waarschijnlijk.",
    "date-order": "De laatste dag ligt voor de eerste dag.",
    "date-twice": "Dezelfde datum staat er twee keer.",
    "date-not-in-rule": "Op deze datum is er volgens de regel niets.",
    "closure-unknown": "Wat na `niet` staat, is niet bekend.",
    "closure-vague": "Wat na `niet` staat, is geen vaste periode.",
    "closure-needs-dates": "Deze periode heeft elk jaar andere datums. Die moeten in `data/calendar.yml` staan.",
    "closure-day": "Na `niet` staat een dag van de week.",
    "holiday-choice": "Na `bij_feestdag` staat geen van de drie keuzes.",
}


def quote(text: str) -> str:
    """Return a contributor's words between Dutch quotation marks, on one line and cut where they run on."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"


class Refused(ValueError):
    """Words about time that are not taken. All texts are Dutch and meant for a community worker.

    `code` is one of `CODES`; `found` what stands there, `wanted` what is expected there, `cure` what to write instead.
    """

    def __init__(self, code: str, found: str, wanted: str, cure: str) -> None:
        super().__init__(f"{found}: {wanted}. {cure}")
        self.code = code
        self.found = found
        self.wanted = wanted
        self.cure = cure


def refuse_long(text: str, wanted: str) -> None:
    """Raise `Refused` for a text that is too long to be a time."""
    if len(text) > LONGEST:
        raise Refused(
            "too-long",
            quote(text),
            wanted,
            "Schrijf hier alleen wanneer het is. Zet uitleg in let_op.",
        )
