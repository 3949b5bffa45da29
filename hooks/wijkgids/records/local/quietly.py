"""What is said of the files in data/lokaal: where something is wrong, and never what stands there.

Each text is what was found, what was wanted and the cure. A problem of such a file is made by `quiet` and nothing else.
"""

from __future__ import annotations

from wijkgids.problems import Place, Problem, Weight

Said = tuple[str, str, str]
CURE = "Verbeter deze regel. Wat er staat, herhalen we niet: dit bestand blijft geheim."
UNREADABLE: Said = ("hier kunnen we niet verder lezen", "sleutels en waarden, netjes onder elkaar", CURE)
TWICE: Said = ("een sleutel die er twee keer staat", "elke sleutel één keer", "Voeg de twee samen.")
ASTRAY: Said = ("een bestand dat niemand leest", "weigeringen.yml of mensen.yml", "Verander de naam van het bestand.")
NOBODY: Said = ("een naam zonder bestand in data/actors", "de bestandsnaam van een huis, zonder .yml", CURE)
NOWHERE: Said = ("een wijk die niet in data/gids.yml staat", "een wijk van deze gids", CURE)
CONSENT: Said = (
    "iets van een mens, zonder toestemming voor papier",
    "'toestemming: {op, tot}', of alleen een rol",
    "Vraag de mens zelf of dit op papier mag, en tot wanneer. Mag het niet? Haal het weg.",
)
TURNED: Said = ("een dag vóór 'op'", "een dag erna", "Draai de twee dagen om.")
ENDED: Said = (
    "deze toestemming is voorbij",
    "een toestemming die loopt",
    "Deze mens staat niet meer op nieuwe bladen. Vraag het opnieuw, of haal de regels weg. Gooi oude bladen weg.",
)
WRONG: dict[str, Said] = {
    "lijst": ("iets anders dan een lijst", "een streepje voor elke groep of mens", CURE),
    "blok": ("iets anders dan sleutels met een waarde", "{sleutel: waarde}", CURE),
    "datum": ("iets wat geen dag is", "jaar-maand-dag: 2026-11-24", CURE),
    "telefoon": ("iets wat geen nummer is", "een telefoonnummer als 020 000 01 12", CURE),
    "e-mail": ("iets wat geen e-mailadres is", "een adres als naam@voorbeeld.example", CURE),
    "taal": ("iets wat geen taal is", "de code van een taal: nl, ar, tr, ti, uk …", CURE),
    "slug": ("iets wat geen bestandsnaam is", "kleine letters, cijfers en streepjes", CURE),
    "waarde": ("iets wat hier niet past", "één tekst", CURE),
}
CODES = {"model_type": "blok", "model_attributes_type": "blok", "tuple_type": "lijst", "list_type": "lijst"}


def quiet(place: Place, field: str, said: Said, code: str, weight: Weight = Weight.ERROR) -> Problem:
    """A problem of a file of data/lokaal."""
    return Problem(place, field, *said, code, weight)
