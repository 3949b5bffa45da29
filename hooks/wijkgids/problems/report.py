"""All problems as one text, for people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

from wijkgids.problems.message import DUTCH, Catalogue, Message, say, translated
from wijkgids.problems.problem import Problem, Weight, errors, in_language, in_order

# What a part of a line is, so that a door can give it a colour.
Role: TypeAlias = Literal["error", "warning", "place", "said", "cure", "code"]

# Signs that steer a terminal or the direction of text, and halves of signs that no file can hold.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def report(problems: Iterable[Problem], catalogue: Catalogue = DUTCH) -> str:
    """Errors and warnings together in the order of the files, with a closing count; "Alles klopt." without any."""
    ordered = in_order(problems)
    if not ordered:
        return translated("Alles klopt.", catalogue)
    said = ["".join(text for _, text in one) for problem in ordered for one in lines(problem, catalogue)]
    return "\n".join([*said, "", translated(count(ordered), catalogue)])


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


def lines(problem: Problem, catalogue: Catalogue = DUTCH) -> tuple[tuple[tuple[Role, str], ...], ...]:
    """What is said of one problem: two lines, what is wrong and how to mend it, each in parts."""
    told = in_language(problem, catalogue)
    mild = problem.weight is Weight.WARNING
    said = ", ".join(visible(part) for part in (told.field, told.found, told.wanted) if part)
    return (
        (
            ("warning" if mild else "error", f"({translated(Weight.WARNING.value, catalogue)}) " if mild else ""),
            ("place", visible(str(told.place))),
            ("said", f"  {said}"),
        ),
        (("said", "    → "), ("cure", visible(told.cure)), ("code", f"  [{visible(told.code)}]")),
    )


def visible(text: str) -> str:
    """A text on one line, with the signs that would steer a terminal or turn the text written out: ‹U+001B›."""
    return _HIDDEN.sub(lambda sign: " " if sign[0] in "\t\n\r" else f"‹U+{ord(sign[0]):04X}›", text)
