"""All checks of a guide, in a table, and what only the whole guide can see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from wijkgids.checks import links, privacy, sense, times
from wijkgids.checks.fields import Subject, subjects
from wijkgids.problems import Problem
from wijkgids.records.guide import Guide

CHECKS: tuple[Callable[[Subject], Iterable[Problem]], ...] = (
    links.links,
    links.loops,
    sense.pairs,
    sense.identity,
    sense.agreement,
    privacy.people,
    privacy.mobiles,
    privacy.discretion,
    privacy.dates,
    privacy.invented,
    times.times,
)


def check_guide(guide: Guide, today: date) -> list[Problem]:
    """The problems of all records that could be read, and of the guide as a whole."""
    found = [problem for subject in subjects(guide, today) for check in CHECKS for problem in check(subject)]
    return [*found, *_codes(guide, today), *_settings(guide)]


def _codes(guide: Guide, today: date) -> Iterator[Problem]:
    """A code leads to one page for ever, so no two entries share one."""
    owners: dict[str, str] = {}
    for subject in subjects(guide, today):
        for path, one in subject.sources():
            if one.code is None:
                continue
            if one.code in owners:
                made = sense.short_code(f"{subject.slug}/{getattr(one, 'id', '')}")
                yield subject.problem(
                    (*path, "code"),
                    f"'{one.code}' is al van {owners[one.code]}",
                    "een eigen code",
                    f"Schrijf code: {made}",
                    "dubbele-code",
                )
            else:
                owners[one.code] = subject.record.document.path


def _settings(guide: Guide) -> Iterator[Problem]:
    settings = guide.settings
    document = guide.documents["gids"]
    if settings is None:
        return
    if settings.languages[0] != "nl":
        yield Problem(document.place(("talen", 0)), "talen", f"'{settings.languages[0]}'", "nl als eerste taal",
                      "De records zijn Nederlands: zet nl vooraan.", "talen")  # fmt: skip
    if len(set(settings.languages)) < len(settings.languages):
        yield Problem(
            document.place(("talen",)),
            "talen",
            "een taal die er twee keer staat",
            "elke taal één keer",
            "Haal er een weg.",
            "talen",
        )
