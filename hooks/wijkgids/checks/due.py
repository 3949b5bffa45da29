"""What should be looked at again, and who may say that it is still so. Advice: an old check never stops publishing."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.checks.fields import Around, Subject
from wijkgids.freshness import Freshness, Stage, is_formal, of_activity, of_actor
from wijkgids.problems import Problem, say
from wijkgids.records.model import Activity, Actor
from wijkgids.yamlfiles import Path_


def due(subject: Subject) -> Iterator[Problem]:
    """Entries that were checked too long ago, or never."""
    actor = subject.actor
    if actor.stopped:
        return
    kinds = subject.guide.words.kinds
    if not is_fresh(subject.around, actor):
        yield from _advice(subject, (), actor, life(subject.around, actor), kinds[actor.kind].formal)
    for path, activity in subject.activities:
        if not activity.stopped and (activity.check or (activity.kind and actor.check)):
            formal = is_formal(activity, [actor], kinds)
            yield from _advice(subject, path, activity, _of(subject.around, actor, activity), formal)


def is_fresh(around: Around, actor: Actor) -> bool:
    """Whether an actor itself was checked so lately that nobody need count months: no month has less than 28 days."""
    check = actor.check
    return (
        check is not None and 0 <= (around.today - check.on).days < 28 * around.guide.words.kinds[actor.kind].interval
    )


def life(around: Around, actor: Actor) -> Freshness:
    """How an actor stands: by its own check, or by what was seen of an activity of its own since."""
    seen = [(one.check, _of(around, actor, one)) for one in actor.activities if one.check and not one.stopped]
    return of_actor(actor, seen, around.guide.words.kinds, around.today)


def _of(around: Around, actor: Actor, activity: Activity) -> Freshness:
    return of_activity(activity, [actor], around.guide.words.kinds, around.today)


def _advice(subject: Subject, path: Path_, one: Actor | Activity, stands: Freshness, formal: bool) -> Iterator[Problem]:
    if stands.stage is Stage.FRESH or (one.check and one.check.on > subject.today):
        return
    at = (*path, "nagekeken") if one.check else path
    found = say("voor het laatst nagekeken op {day}", day=stands.checked) if stands.checked else "nog nooit nagekeken"
    cure = say(
        "Een buurtwerker, vrijwilliger, bewoner of de groep zelf mag het zeggen. Schrijf: nagekeken: {op: {today}, door: …, hoe: gebeld}.",
        today=subject.today,
    )
    if formal:
        cure = say(
            "Bel, ga langs of kijk op de website. Schrijf: nagekeken: {op: {today}, door: …, hoe: …}.",
            today=subject.today,
        )
    yield subject.problem(at, found, "iemand die kijkt of het nog klopt", cure, "nakijken", mild=True)
