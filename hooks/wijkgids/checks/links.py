"""Links between actors: they exist, are not the actor itself, and do not lead to someone who stopped."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem
from wijkgids.records.nearest import meant
from wijkgids.records.parts import HostedPlace
from wijkgids.yamlfiles import Path_


def links(subject: Subject) -> Iterator[Problem]:
    """A link to nobody, to itself, or (as advice) to someone who stopped."""
    for path, slug, itself in _targets(subject):
        record = subject.guide.records.get(slug)
        if record is None:
            cure = meant(slug, subject.guide.records, "Schrijf de bestandsnaam van de ander, zonder .yml.")
            yield subject.problem(path, f"'{slug}' is er niet", "een actor in deze gids", cure, "onbekende-actor")
        elif slug == subject.slug and not itself:
            yield subject.problem(
                path, "de actor zelf", "een ander", "Haal de regel weg of noem een ander.", "zichzelf"
            )
        elif (
            record.actor
            and record.actor.stopped
            and record.actor.stopped.on <= subject.today
            and not subject.actor.stopped
        ):
            go = record.actor.stopped.go_to
            cure = f"Noem in plaats daarvan '{go}'." if go else "Haal de regel weg of noem een ander."
            yield subject.problem(path, f"'{slug}' is gestopt", "een actor die nog bestaat", cure, "gestopt", mild=True)


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
    for path, activity in subject.activities():
        if isinstance(activity.place, HostedPlace):
            yield (*path, "plek", "actor"), activity.place.actor, True
        if activity.organiser:
            yield (*path, "organisator"), activity.organiser, True
        if activity.stopped and activity.stopped.go_to:
            yield (*path, "gestopt", "ga_naar"), activity.stopped.go_to, True


def loops(subject: Subject) -> Iterator[Problem]:
    """A place that is at a place that is … at itself, or an actor that belongs to itself in the end."""
    for key in ("plek", "hoort_bij"):
        seen = [subject.slug]
        while (onward := _onward(subject, seen[-1], key)) and onward not in seen:
            seen.append(onward)
        if onward == subject.slug and len(seen) > 1:
            round_ = " → ".join([*seen, onward])
            yield subject.problem(
                (key, "actor"),
                f"een rondje: {round_}",
                "een echte plek aan het eind",
                "Geef een van deze actoren een eigen adres.",
                "rondje",
            )


def _onward(subject: Subject, slug: str, key: str) -> str | None:
    actor = subject.guide.actors.get(slug)
    if actor is None:
        return None
    if key == "plek":
        return actor.place.actor if isinstance(actor.place, HostedPlace) else None
    return actor.belongs_to.actor if actor.belongs_to else None
