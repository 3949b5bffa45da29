"""What would outlive a consent: the build drops a name, number and mail under `mensen` when it ends, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.checks.fields import Subject
from wijkgids.checks.written import key_of
from wijkgids.problems import Problem
from wijkgids.records import alike

# What the build drops of an entry of `mensen` when its consent ends, or where it has the name in it.
_DROPPED = frozenset({"naam", "telefoon", "email", "vraag_naar", "wanneer"})
_CURE = "Onder 'mensen' loopt de toestemming af, hier niet. Schrijf hier de rol, of haal het weg."
_WHOM = "de naam van iemand die onder 'mensen' staat"
_MAYBE = "misschien de voornaam van iemand die onder 'mensen' stond"
_THEIRS = "het nummer of mailadres van iemand die onder 'mensen' staat"


def outliving(subject: Subject) -> Iterator[Problem]:
    """The name, number or mail of a person with consent at another place in the record, where no consent ends it."""
    people = [person for person in subject.actor.people if person.consent]
    if not people:
        return
    names = [(person.name, person.consent.until) for person in people if person.name and person.consent]
    for text, path, _ in subject.written.texts:
        if not path or (path[0] == "mensen" and path[-1] in _DROPPED):
            continue
        first = [until for name, until in names if alike.has_first_name(text, name)]
        if any(alike.has_name(text, name) for name, _ in names) or (first and key_of(path) == "rol"):
            yield subject.problem(path, _WHOM, "een rol", _CURE, "blijft-staan")
        elif first and max(first) < subject.today:
            yield subject.problem(path, _MAYBE, "een rol", _CURE, "naam-in-tekst", mild=True)
    for at, one in subject.sources:
        if one.contact is None:
            continue
        phones = {alike.phone(person.phone) for person in people if person.phone}
        mails = {alike.mail(person.email) for person in people if person.email}
        for key, typed, theirs in (
            ("telefoon", alike.phone(one.contact.phone or ""), phones),
            ("whatsapp", alike.phone(one.contact.whatsapp or ""), phones),
            ("email", alike.mail(one.contact.email or ""), mails),
        ):
            if typed in theirs:
                yield subject.problem((*at, "contact", key), _THEIRS, "iets van de groep", _CURE, "blijft-staan")
