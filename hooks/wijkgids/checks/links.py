"""Links between actors: they exist, are not the actor itself, and do not lead to someone who stopped."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.checks.due import is_fresh, life
from wijkgids.checks.fields import Around, Subject
from wijkgids.freshness import Stage
from wijkgids.problems import Problem, say
from wijkgids.records.answers.nearest import meant
from wijkgids.records.model import Actor
from wijkgids.records.parts import Guidance, HostedPlace
from wijkgids.yamlfiles import Path_


def links(subject: Subject) -> Iterator[Problem]:
    """A link to nobody, to itself, or (as advice) to someone who stopped."""
    for path, slug, itself in _targets(subject):
        record = subject.guide.records.get(slug)
        if record is None:
            cure = meant(slug, subject.guide.records, "Schrijf de bestandsnaam van de ander, zonder .yml.")
            found = say("'{slug}' is er niet", slug=slug)
            yield subject.problem(path, found, "een actor in deze gids", cure, "onbekende-actor")
        elif slug == subject.slug:
            if not itself:
                cure = "Haal de regel weg of noem een ander."
                yield subject.problem(path, "de actor zelf", "een ander", cure, "zichzelf")
        elif record.actor and _stopped(record.actor, subject.around) and not _left_alone(subject, path):
            go = last_stop(subject.around, slug)
            cure = say("Noem in plaats daarvan '{go}'.", go=go) if go else "Haal de regel weg of noem een ander."
            found = say("'{slug}' is gestopt", slug=slug)
            yield subject.problem(path, found, "een actor die nog bestaat", cure, "gestopt", mild=True)


def guidance(subject: Subject) -> Iterator[Problem]:
    """Guidance to who was not heard of for very long, or helps nobody now with what it is for."""
    for number, one in enumerate(subject.actor.guides):
        to = subject.guide.actors.get(one.to) if one.to else None
        if to is None or to is subject.actor or subject.actor.stopped or _stopped(to, subject.around):
            continue
        path = ("gidst", number, "naar")
        if not is_fresh(subject.around, to) and life(subject.around, to).stage is Stage.ARCHIVED:
            found = say("'{slug}' staat niet meer in de lijsten: er is te lang niet gekeken", slug=one.to)
            cure = "Bel of het er nog is, en werk daar 'nagekeken' bij. Is het weg? Haal dan deze regel weg."
            yield subject.problem(path, found, "een actor die nagekeken is", cure, "gearchiveerd", mild=True)
        elif _all_paused(to, one, subject.around):
            found = say("'{slug}' helpt hier nu even niet mee", slug=one.to)
            cure = "Zet bij deze regel ook een pauze, of noem een ander."
            if not (one.pause or one.full):
                yield subject.problem(path, found, "iemand die nu helpt", cure, "pauze", mild=True)


def last_stop(around: Around, slug: str) -> str | None:
    """Where one ends who follows `ga_naar` from a stopped actor: one that did not stop; None when there is none."""
    seen = {slug}
    while (actor := around.guide.actors.get(slug)) and actor.stopped:
        if not actor.stopped.go_to or actor.stopped.go_to in seen:
            return None
        slug = actor.stopped.go_to
        seen.add(slug)
    return slug if slug in around.guide.actors else None


def _left_alone(subject: Subject, path: Path_) -> bool:
    """Who stopped itself keeps its old links; where it sends people to is for today."""
    return subject.actor.stopped is not None and path[-1] != "ga_naar"


def _stopped(actor: Actor, around: Around) -> bool:
    return actor.stopped is not None and actor.stopped.on <= around.today


def _all_paused(to: Actor, one: Guidance, around: Around) -> bool:
    """Whether all that `to` does by itself for these themes is paused today."""
    own = [each for each in to.guides if each.self_ and set(each.themes) & set(one.themes)]
    return bool(own) and all(
        each.pause
        and each.pause.from_ <= around.today
        and (each.pause.until is None or around.today <= each.pause.until)
        for each in own
    )


def _targets(subject: Subject) -> Iterator[tuple[Path_, str, bool]]:
    """The path of each link, its slug, and whether it may be the actor itself."""
    actor = subject.actor
    if actor.belongs_to and actor.belongs_to.actor:
        yield ("hoort_bij", "actor"), actor.belongs_to.actor, False
    if actor.agreement and actor.agreement.via:
        yield ("akkoord", "via"), actor.agreement.via, False
    if isinstance(actor.place, HostedPlace):
        yield ("plek", "actor"), actor.place.actor, False
    for number, slug in enumerate(actor.works_with):
        yield ("werkt_samen_met", number), slug, False
    for number, guidance in enumerate(actor.guides):
        if guidance.to:
            yield ("gidst", number, "naar"), guidance.to, False
    if actor.stopped and actor.stopped.go_to:
        yield ("gestopt", "ga_naar"), actor.stopped.go_to, False
    for path, activity in subject.activities:
        if isinstance(activity.place, HostedPlace):
            yield (*path, "plek", "actor"), activity.place.actor, True
        if activity.organiser:
            yield (*path, "organisator"), activity.organiser, True
        if activity.stopped and activity.stopped.go_to:
            yield (*path, "gestopt", "ga_naar"), activity.stopped.go_to, True
