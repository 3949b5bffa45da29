"""Links that go round: a place at a place at itself, a way to get in touch that leads back to where it began."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem, say
from wijkgids.records.model import Actor
from wijkgids.records.parts import HostedPlace
from wijkgids.records.values import AddressShown
from wijkgids.yamlfiles import Path_


def _place(actor: Actor) -> str | None:
    return actor.place.actor if isinstance(actor.place, HostedPlace) else None


def _owner(actor: Actor) -> str | None:
    return actor.belongs_to.actor if actor.belongs_to else None


def _via(actor: Actor) -> str | None:
    return actor.agreement.via if actor.agreement else None


def _go_to(actor: Actor) -> str | None:
    return actor.stopped.go_to if actor.stopped else None


# Each way of going from one actor to the next: where it stands, what its end should be, and how to break a round.
_WAYS: tuple[tuple[Path_, Callable[[Actor], str | None], str, str], ...] = (
    (("plek", "actor"), _place, "een echte plek aan het eind", "Geef een van deze actoren een eigen adres."),
    (("hoort_bij", "actor"), _owner, "iemand die zelf beslist aan het eind", 'Schrijf bij een van deze actoren wie betaalt en beslist: {tekst: "…"}.'),
    (("akkoord", "via"), _via, "iemand die je kunt bereiken aan het eind", "Zet bij een van deze actoren een nummer van de groep in contact, en haal daar 'via' weg."),
    (("gestopt", "ga_naar"), _go_to, "een actor die nog bestaat aan het eind", "Noem bij een van deze actoren iemand die niet gestopt is."),
)  # fmt: skip


def rounds(subject: Subject) -> Iterator[Problem]:
    """Rounds of more than one actor; a link to itself is found by `links`."""
    actors = subject.guide.actors
    for path, way, wanted, cure in _WAYS:
        seen = [subject.slug]
        onward = way(subject.actor)
        while onward and onward not in seen and onward in actors:
            seen.append(onward)
            onward = way(actors[onward])
        if onward == subject.slug and len(seen) > 1:
            found = say("een rondje: {round}", round=" → ".join([*seen, onward]))
            yield subject.problem(path, found, wanted, cure, "rondje")


def reached_via(subject: Subject) -> Iterator[Problem]:
    """Who is reached only via another who cannot be reached either."""
    slug = _via(subject.actor)
    to = subject.guide.actors.get(slug) if slug else None
    if to is None or _via(to) or to is subject.actor:
        return
    contact = to.contact
    door = to.place is not None and (to.agreement is None or to.agreement.address is AddressShown.YES)
    if not door and not (contact and (contact.phone or contact.whatsapp or contact.email)):
        found = say("'{slug}' heeft zelf geen nummer en geen adres in de gids", slug=slug)
        cure = "Zet daar een nummer van de groep in contact, of noem een ander bij 'via'."
        yield subject.problem(
            ("akkoord", "via"), found, "iemand die je kunt bereiken", cure, "via-niet-bereikbaar", mild=True
        )
