"""People: a name, number or mail of a person only with public, dated, ending consent (GDPR art. 6, 7 and 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem
from wijkgids.records.values import AddressShown

_MOBILE = re.compile(r"^(\+31|0031|0)\s*6")


def people(subject: Subject) -> Iterator[Problem]:
    """What is known of a person without consent, and consents that ended or are the wrong way round."""
    for number, person in enumerate(subject.actor.people):
        path = ("mensen", number)
        for key, value in (("naam", person.name), ("telefoon", person.phone), ("email", person.email)):
            if value and person.consent is None:
                yield subject.problem((*path, key), "iets van een mens, zonder toestemming", "'toestemming: {op, tot}', of alleen een rol",
                                      "Haal het weg en schrijf alleen de rol. Of vraag toestemming: het is openbaar, en het loopt af.", "geen-toestemming")  # fmt: skip
        if person.consent and person.consent.until < person.consent.on:
            yield subject.problem(
                (*path, "toestemming", "tot"),
                "een dag vóór 'op'",
                "een dag erna",
                "Draai de twee dagen om.",
                "volgorde",
            )
        elif person.consent and person.consent.until < subject.today:
            yield subject.problem((*path, "toestemming", "tot"), f"afgelopen op {person.consent.until}", "een toestemming die loopt",
                                  "De gids laat de naam al niet meer zien. Vraag opnieuw toestemming, of haal de naam weg.", "toestemming-voorbij", mild=True)  # fmt: skip


def mobiles(subject: Subject) -> Iterator[Problem]:
    """A mobile number as that of a group: is it not of a person?"""
    for path, one in subject.sources():
        for key in ("phone", "whatsapp"):
            value = getattr(one.contact, key) if one.contact else None
            if value and _MOBILE.match(value):
                alias = "telefoon" if key == "phone" else key
                yield subject.problem((*path, "contact", alias), "een mobiel nummer", "het nummer van de groep",
                                      "Is dit het nummer van één mens? Haal het dan weg. Is het van de groep? Dan is het goed.", "mobiel", mild=True)  # fmt: skip


def discretion(subject: Subject) -> Iterator[Problem]:
    """Who does not show an address must be reachable in another way."""
    agreement = subject.actor.agreement
    if agreement is None or agreement.address is AddressShown.YES:
        return
    reach = subject.actor.contact
    if not agreement.via and not (reach and (reach.phone or reach.whatsapp or reach.email)):
        yield subject.problem(
            ("akkoord",),
            "geen adres, geen nummer en geen 'via'",
            "een manier om contact te maken",
            "Zet een nummer van de groep in contact, of via: een andere actor.",
            "niet-bereikbaar",
        )


def dates(subject: Subject) -> Iterator[Problem]:
    """Checks, agreements and promises were made in the past."""
    for path, one in subject.sources():
        for key, made in (
            ("nagekeken", one.check),
            ("belofte", one.promise),
            ("akkoord", getattr(one, "agreement", None)),
        ):
            if made is not None and made.on > subject.today:
                yield subject.problem(
                    (*path, key, "op"),
                    f"{made.on} is nog niet geweest",
                    f"een dag tot en met {subject.today}",
                    "Controleer het jaar.",
                    "toekomst",
                )


def invented(subject: Subject) -> Iterator[Problem]:
    """In the sample guide every number and address is one that nobody can have (design §10)."""
    settings = subject.guide.settings
    if settings is None or not settings.sample:
        return
    for path, one in subject.sources():
        reach = one.contact
        if reach is None:
            continue
        for key, value in (("telefoon", reach.phone), ("whatsapp", reach.whatsapp)):
            if value and not value.startswith("020 000"):
                yield subject.problem(
                    (*path, "contact", key),
                    f"'{value}'",
                    "een nummer dat begint met 020 000",
                    "Dit is een voorbeeldgids: verzin een nummer dat niemand heeft.",
                    "echt-nummer",
                )
        if reach.email and not reach.email.endswith(".example"):
            yield subject.problem(
                (*path, "contact", "email"),
                f"'{reach.email}'",
                "een adres onder .example",
                "Schrijf groep@voorbeeld.example.",
                "echt-adres",
            )
        if reach.website and not re.match(r"https?://[^/:]+\.example(?:[/:]|$)", reach.website):
            yield subject.problem(
                (*path, "contact", "website"),
                f"'{reach.website}'",
                "een adres onder .example",
                "Schrijf https://groep.example/.",
                "echt-adres",
            )
