"""All checks of a guide, in a table, and what only the whole guide can see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from wijkgids.checks import (
    due,
    links,
    numbers,
    outliving,
    persons,
    plain,
    privacy,
    recordings,
    rounds,
    sense,
    stories,
    times,
    twice,
    typed,
    wording,
)
from wijkgids.checks.exempt import without_exempted
from wijkgids.checks.fields import Around, Subject
from wijkgids.checks.written import Written, of_record, of_settings
from wijkgids.problems import Problem, say
from wijkgids.records.guide import Guide
from wijkgids.records.model import Actor

CHECKS: tuple[Callable[[Subject], Iterable[Problem]], ...] = (
    links.links,
    links.guidance,
    rounds.rounds,
    rounds.reached_via,
    sense.pairs,
    sense.identity,
    sense.agreement,
    privacy.people,
    outliving.outliving,
    privacy.reach,
    privacy.discretion,
    privacy.dates,
    privacy.invented,
    recordings.recordings,
    typed.cut,
    typed.notes,
    times.times,
    due.due,
)


def check_guide(guide: Guide, today: date) -> list[Problem]:
    """The problems of all records that could be read, and of the guide as a whole.

    What is private and what is hard to read is looked for in every file, also in one that has errors.
    """
    around = Around(guide, today)
    found: list[Problem] = []
    subjects: list[Subject] = []
    for record in guide.records.values():
        page = of_record(record.document)
        wrong = {problem.place for problem in record.problems}
        found += _private(page, around, record.actor)
        found += [advice for advice in _language(page, around) if advice.place not in wrong]
        if record.actor is not None:
            subject = Subject(around, record, record.actor, page)
            subjects.append(subject)
            found += [problem for check in CHECKS for problem in check(subject)]
    settings = of_settings(guide.documents["gids"])
    found += [*_private(settings, around, None), *_settings(guide, settings, around)]
    found += [*twice.codes(subjects), *twice.groups(subjects)]
    exempting = [subject for subject in subjects if subject.actor.exemptions]
    return without_exempted(found, exempting) if exempting else found


def _private(page: Written, around: Around, actor: Actor | None) -> Iterator[Problem]:
    yield from numbers.numbers(page)
    yield from persons.persons(page, around, actor)
    yield from stories.stories(page)


def _language(page: Written, around: Around) -> Iterator[Problem]:
    yield from wording.wording(page, around)
    yield from plain.plain(page)


def _settings(guide: Guide, page: Written, around: Around) -> Iterator[Problem]:
    settings = guide.settings
    document = guide.documents["gids"]
    if settings is None:
        return
    yield from _language(page, around)
    if settings.languages[0] != "nl":
        found = say("'{language}'", language=settings.languages[0])
        cure = "De records zijn Nederlands: zet nl vooraan."
        yield Problem(document.place(("talen", 0)), "talen", found, "nl als eerste taal", cure, "talen")
    if len(set(settings.languages)) < len(settings.languages):
        yield Problem(
            document.place(("talen",)),
            "talen",
            "een taal die er twee keer staat",
            "elke taal één keer",
            "Haal er een weg.",
            "talen",
        )
