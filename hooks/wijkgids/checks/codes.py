"""The codes of what never stops publishing: an exemption can be made of these and of no other."""

from __future__ import annotations

from typing import Final

from wijkgids import occurrences, schedules
from wijkgids.problems.explain import explanations

ADVICE: Final = frozenset(
    {
        *schedules.ADVICE_CODES,
        *occurrences.ADVICE_CODES,
        "adres-van-een-mens",
        "afkorting",
        "contact-in-tekst",
        "dubbel-let-op",
        "dubbele-actor",
        "gearchiveerd",
        "geboortedag",
        "geen-code",
        "geen-tijd",
        "gestopt",
        "hekje",
        "hoofdletters",
        "komma-in-lijst",
        "lang-woord",
        "lange-zin",
        "mobiel",
        "moeilijk-woord",
        "naam-in-tekst",
        "nakijken",
        "onbekend-named",
        "onbekend-school",
        "onbekend-unknown",
        "pauze",
        "privemail",
        "recept-zonder-akkoord",
        "te-lang-voor-blad",
        "te-veel-stappen",
        "toestemming-voorbij",
        "u-vorm",
        "uitroeptekens",
        "uitzondering-over",
        "verhaal",
        "via-niet-bereikbaar",
        "woordkeus",
    }
)


def known() -> frozenset[str]:
    """Every code that the program can give."""
    return ADVICE | frozenset(explanations()) | frozenset(schedules.CODES)
