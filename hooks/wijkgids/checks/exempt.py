"""Exemptions: advice that a record sets aside, with its reason (design §9: as awesome-selfhosted does).

`uitzonderingen: [{code: lange-zin, bij: samenvatting, reden: "Het is een gedicht."}]`. Errors cannot be set aside, and an
exemption of something that is not there any more is said, so that none stays behind to hide what comes later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijkgids.checks.codes import ADVICE, known
from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem, Weight, say
from wijkgids.records.answers.nearest import nearest
from wijkgids.records.parts import Exemption


def without_exempted(problems: Iterable[Problem], exempting: Iterable[Subject]) -> list[Problem]:
    """The problems without those that a record sets aside, and what is wrong with the exemptions themselves."""
    by_path = {subject.record.document.path: subject for subject in exempting}
    used: set[tuple[str, int]] = set()
    kept: list[Problem] = []
    for problem in problems:
        path = problem.place.path
        number = _number(by_path[path].actor.exemptions, problem) if path in by_path else None
        if number is None:
            kept.append(problem)
        else:
            used.add((path, number))
    for path, subject in by_path.items():
        kept += _own(subject, {number for where, number in used if where == path})
    return kept


def _number(exemptions: Iterable[Exemption], problem: Problem) -> int | None:
    """Which exemption sets a problem aside, or None."""
    if problem.weight is Weight.ERROR:
        return None
    for number, one in enumerate(exemptions):
        if one.code == problem.code and (one.at is None or _about(one.at, problem.field)):
            return number
    return None


def _about(at: str, field: str) -> bool:
    """Whether `bij` names a field: its keys stand in that order in the path that the report shows, perhaps not all."""
    keys = iter(field.split("."))
    return all(part in keys for part in at.split("."))


def _own(subject: Subject, used: set[int]) -> Iterator[Problem]:
    for number, one in enumerate(subject.actor.exemptions):
        path = ("uitzonderingen", number, "code")
        if one.code in ADVICE:
            if number not in used:
                found = say("'{code}' komt hier niet voor", code=one.code)
                cure = "Haal de uitzondering weg: wat ze wegliet, is al goed."
                yield subject.problem(path, found, "een punt dat er is", cure, "uitzondering-over", mild=True)
        elif one.code in known():
            found = say("'{code}' is een fout", code=one.code)
            cure = "Los de fout op: met een fout erin komt dit niet in de gids."
            yield subject.problem(path, found, "een punt om op te letten", cure, "uitzondering-van-fout")
        else:
            near = nearest(one.code, sorted(ADVICE))
            cure = "Neem de code over uit het verslag: hij staat tussen [ en ]."
            if near:
                cure = say("Bedoelde je '{near}'?", near=near)
            found = say("'{code}' kennen we niet", code=one.code)
            yield subject.problem(path, found, "de code van een punt om op te letten", cure, "onbekende-uitzondering")
