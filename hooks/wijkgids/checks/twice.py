"""What stands in a guide twice: a short code, and the same group in two files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijkgids.checks import sense
from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem, say
from wijkgids.records import alike
from wijkgids.records.model import Activity, Actor


def codes(subjects: Iterable[Subject]) -> Iterator[Problem]:
    """A code leads to one page for ever: no two entries share one, and none is the name of another's page."""
    owners: dict[str, str] = {}
    for subject in subjects:
        for path, one in subject.sources:
            if one.code is None:
                continue
            if one.code in owners:
                found = say("'{code}' is al van {path}", code=one.code, path=owners[one.code])
                cure = say("Schrijf code: {made}", made=_made(subject, one))
                yield subject.problem((*path, "code"), found, "een eigen code", cure, "dubbele-code")
            else:
                owners[one.code] = subject.record.document.path
            if one.code in subject.guide.records and one.code != subject.slug:
                found = say("'{code}' is ook de naam van een bestand", code=one.code)
                cure = say("Schrijf code: {made}", made=_made(subject, one))
                yield subject.problem((*path, "code"), found, "een eigen code", cure, "code-is-naam")


def _made(subject: Subject, one: Actor | Activity) -> str:
    return sense.short_code(f"{subject.slug}/{one.id if isinstance(one, Activity) else ''}")


def groups(subjects: Iterable[Subject]) -> Iterator[Problem]:
    """The same number or mail and nearly the same name: said once for each group, at the second file."""
    by_reach: dict[str, list[Subject]] = {}
    for subject in subjects:
        contact = subject.actor.contact
        if contact is None or subject.actor.stopped:
            continue
        for value in {alike.phone(one) for one in (contact.phone, contact.whatsapp) if one}:
            by_reach.setdefault(value, []).append(subject)
        if contact.email:
            by_reach.setdefault(alike.mail(contact.email), []).append(subject)
    said: set[str] = set()
    for some in by_reach.values():
        if len(some) > 1:
            yield from _alike(some, said)


def _alike(some: list[Subject], said: set[str]) -> Iterator[Problem]:
    """Of those with one number: each second that is named like an earlier one. `said`: who has heard it already."""
    first: dict[tuple[str, ...], Subject] = {}
    told: set[tuple[str, ...]] = set()
    for subject in some:
        name = alike.name(subject.actor.name)
        near = name if name in first else next((one for one in first if alike.near_name(one, name)), None)
        if near is None:
            first[name] = subject
        elif near not in told and subject.slug not in said:
            told.add(near)
            said.add(subject.slug)
            found = say(
                "lijkt op {path}: bijna dezelfde naam, en hetzelfde nummer of adres",
                path=first[near].record.document.path,
            )
            cure = "Is het dezelfde groep? Voeg de twee samen in één bestand. Zijn het er twee? Dan is het goed."
            yield subject.problem(("naam",), found, "elke groep één keer", cure, "dubbele-actor", mild=True)
