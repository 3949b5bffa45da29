"""People: a name, number or mail of a person only with public, dated, ending consent (GDPR art. 6, 7 and 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijkgids.checks.fields import Subject
from wijkgids.checks.numbers import is_private_mail
from wijkgids.checks.persons import has_house
from wijkgids.problems import Problem, say
from wijkgids.records.model import Actor
from wijkgids.records.parts import AddressPlace
from wijkgids.records.values import AddressShown

_MOBILE = re.compile(r"^\(?(\+31|0031|0)[\s().-]*(?:\(0\))?\s*6")
_MOBILE_LINK = re.compile(r"//(?:wa\.me|api\.whatsapp\.com)/.*?(?:316|06)\d{8}")
# A kind of actor that is one person.
_ONE_PERSON = "sleutelpersoon"


def people(subject: Subject) -> Iterator[Problem]:
    """What is known of a person without consent, and consents that ended or are the wrong way round."""
    for number, person in enumerate(subject.actor.people):
        path = ("mensen", number)
        for key, value in (("naam", person.name), ("telefoon", person.phone), ("email", person.email)):
            if value and person.consent is None:
                yield subject.problem((*path, key), "iets van een mens, zonder toestemming", "'toestemming: {op, tot}', of alleen een rol",
                                      "Haal het weg en schrijf alleen de rol. Of vraag toestemming: het is openbaar, en het loopt af.", "geen-toestemming")  # fmt: skip
        for key, text in (("rol", person.role), ("vraag_naar", person.ask_for), ("wanneer", person.when)):
            if text and has_house(text):
                yield subject.problem((*path, key), "een straat met een nummer bij een mens", "geen adres van een mens",
                                      "Is het waar iemand woont? Haal het weg. Is het de plek van de groep? Zet het bij 'plek'.", "woonadres")  # fmt: skip
        if person.consent is None:
            continue
        if person.consent.until < person.consent.on:
            yield subject.problem(
                (*path, "toestemming", "tot"),
                "een dag vóór 'op'",
                "een dag erna",
                "Draai de twee dagen om.",
                "volgorde",
            )
        elif person.consent.until < subject.today:
            yield subject.problem((*path, "toestemming", "tot"), say("afgelopen op {day}", day=person.consent.until), "een toestemming die loopt",
                                  "De gids laat de naam al niet meer zien. Vraag opnieuw toestemming, of haal de naam weg.", "toestemming-voorbij", mild=True)  # fmt: skip


def reach(subject: Subject) -> Iterator[Problem]:
    """A mobile number or private mail as that of a group: is it not of a person?"""
    for path, one in subject.sources:
        if one.contact is None:
            continue
        for key, value in (("telefoon", one.contact.phone), ("whatsapp", one.contact.whatsapp)):
            if value and _MOBILE.match(value):
                yield _mobile(subject, (*path, "contact", key))
        if one.contact.website and _MOBILE_LINK.search(one.contact.website):
            yield _mobile(subject, (*path, "contact", "website"))
        if one.contact.email and is_private_mail(one.contact.email):
            yield subject.problem((*path, "contact", "email"), "een mailadres zoals mensen het thuis hebben", "het adres van de groep",
                                  "Is dit het adres van één mens? Haal het dan weg. Is het van de groep? Dan is het goed.", "privemail", mild=True)  # fmt: skip


def _mobile(subject: Subject, path: tuple[str | int, ...]) -> Problem:
    return subject.problem(path, "een mobiel nummer", "het nummer van de groep",
                           "Is dit het nummer van één mens? Haal het dan weg. Is het van de groep? Dan is het goed.", "mobiel", mild=True)  # fmt: skip


def discretion(subject: Subject) -> Iterator[Problem]:
    """Who does not show an address must be reachable in another way; the address of one person is a home."""
    agreement = subject.actor.agreement
    shown = agreement is None or agreement.address is AddressShown.YES
    place = subject.actor.place
    if shown and subject.actor.kind == _ONE_PERSON and isinstance(place, AddressPlace) and place.address:
        yield subject.problem(("plek", "adres"), "het adres van één mens", "geen adres, of 'adres_tonen: na contact'",
                              "Woont iemand hier? Haal het adres weg, en schrijf bij akkoord via: een andere actor.", "adres-van-een-mens", mild=True)  # fmt: skip
    if shown or agreement is None:
        return
    contact = subject.actor.contact
    if not agreement.via and not (contact and (contact.phone or contact.whatsapp or contact.email)):
        yield subject.problem(
            ("akkoord",),
            "geen adres, geen nummer en geen 'via'",
            "een manier om contact te maken",
            "Zet een nummer van de groep in contact, of via: een andere actor.",
            "niet-bereikbaar",
        )


def dates(subject: Subject) -> Iterator[Problem]:
    """Checks, agreements and promises were made in the past."""
    for path, one in subject.sources:
        for key, made in (
            ("nagekeken", one.check),
            ("belofte", one.promise),
            ("akkoord", one.agreement if isinstance(one, Actor) else None),
        ):
            if made is not None and made.on > subject.today:
                yield subject.problem(
                    (*path, key, "op"),
                    say("{day} is nog niet geweest", day=made.on),
                    say("een dag tot en met {today}", today=subject.today),
                    "Controleer het jaar.",
                    "toekomst",
                )


def invented(subject: Subject) -> Iterator[Problem]:
    """In the sample guide every number and address is one that nobody can have (design §10)."""
    settings = subject.guide.settings
    if settings is None or not settings.sample:
        return
    for path, one in subject.sources:
        contact = one.contact
        if contact is None:
            continue
        for key, value in (("telefoon", contact.phone), ("whatsapp", contact.whatsapp)):
            if value and not value.startswith("020 000"):
                yield subject.problem(
                    (*path, "contact", key),
                    "een nummer dat iemand kan hebben",
                    "een nummer dat begint met 020 000",
                    "Dit is een voorbeeldgids: verzin een nummer dat niemand heeft.",
                    "echt-nummer",
                )
        if contact.email and not contact.email.endswith(".example"):
            yield subject.problem(
                (*path, "contact", "email"),
                "een adres dat iemand kan hebben",
                "een adres onder .example",
                "Schrijf groep@voorbeeld.example.",
                "echt-adres",
            )
        if contact.website and not re.match(r"https?://[^/:]+\.example(?:[/:]|$)", contact.website):
            yield subject.problem(
                (*path, "contact", "website"),
                "een adres dat iemand kan hebben",
                "een adres onder .example",
                "Schrijf https://groep.example/.",
                "echt-adres",
            )
