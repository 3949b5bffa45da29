"""What is said when opening hours of OpenStreetMap cannot be taken over."""

from __future__ import annotations

from typing import Final

from ..refusal import Refused

WANTED: Final = "openingstijden, zoals “Mo-Fr 09:00-17:00; PH off”"

# What each code means, for `wijkgids explain CODE`, beside `refusal.CODES`.
OPENING_HOURS_CODES: Final = {
    "osm-leeg": "Er staan geen openingstijden.",
    "osm-onbekend": "Een stuk van de openingstijden is niet te lezen.",
    "osm-uren": "Een tijd is niet geschreven als 09:00-17:00.",
    "osm-opmerking": "In de openingstijden staat een opmerking in woorden.",
    "osm-kan-niet": "De gids kan dit stuk van de openingstijden niet zeggen.",
    "osm-feestdag": "Op feestdagen of in schoolvakanties gelden andere tijden dan anders.",
    "osm-volgorde": "Door de volgorde is niet duidelijk wat geldt.",
    "osm-overschreven": "Een later stuk komt helemaal in de plaats van een eerder stuk.",
}


def cannot(found: str, cure: str) -> Refused:
    """Return the refusal of what OpenStreetMap can say and a record cannot."""
    return Refused("osm-kan-niet", found, "wat de gids kan zeggen", cure)
