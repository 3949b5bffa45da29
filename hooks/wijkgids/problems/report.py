"""All problems as one text, for people."""

from __future__ import annotations

from collections.abc import Iterable

from wijkgids.problems.message import DUTCH, Catalogue, Message, say, translated
from wijkgids.problems.problem import Problem, Weight, errors, in_language, in_order


def report(problems: Iterable[Problem], catalogue: Catalogue = DUTCH) -> str:
    """Errors and warnings together in the order of the files, with a closing count; "Alles klopt." without any."""
    ordered = in_order(problems)
    if not ordered:
        return translated("Alles klopt.", catalogue)
    lines = [_line(in_language(problem, catalogue), catalogue) for problem in ordered]
    return "\n".join([*lines, "", translated(count(ordered), catalogue)])


def count(problems: Iterable[Problem]) -> Message:
    """How many errors and warnings there are, as a sentence: "2 fouten en 1 punt om op te letten."."""
    found = list(problems)
    wrong = len(errors(found))
    mild = len(found) - wrong
    parts = []
    if wrong:
        parts.append(say("1 fout") if wrong == 1 else say("{number} fouten", number=wrong))
    if mild:
        one = say("1 punt om op te letten")
        parts.append(one if mild == 1 else say("{number} punten om op te letten", number=mild))
    if not parts:
        return say("Alles klopt.")
    return say("{one} en {other}.", one=parts[0], other=parts[1]) if len(parts) > 1 else say("{one}.", one=parts[0])


def _line(problem: Problem, catalogue: Catalogue) -> str:
    mild = f"({translated(Weight.WARNING.value, catalogue)}) " if problem.weight is Weight.WARNING else ""
    said = ", ".join(part for part in (problem.field, problem.found, problem.wanted) if part)
    return f"{mild}{problem.place}  {said}\n    → {problem.cure}  [{problem.code}]"
