"""What YAML did to a text in silence: a comma that cut it in two, a # that cut it off. And a heading said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem, say
from wijkgids.yamlfiles import Path_

# A # with a space before it and none behind it: `zaal #1`. Who writes a remark puts a space behind it.
_HASH = re.compile(r"#[^\s#!]")


def cut(subject: Subject) -> Iterator[Problem]:
    """Texts that are shorter than what was typed."""
    for path, one in subject.sources:
        steps = one.first_time
        if len(steps) > 1 and not steps[0][0].islower():
            yield from _commas(subject, (*path, "eerste_keer"), steps)
    if subject.written.comments:
        yield from _hashes(subject)


def notes(subject: Subject) -> Iterator[Problem]:
    """A note that begins with the words that already stand above it."""
    if "let_op" not in subject.record.document.text:
        return
    for path, activity in subject.activities:
        rules = (((*path, "wanneer", number, "let_op"), one.note) for number, one in enumerate(activity.schedules))
        for at, note in (((*path, "let_op"), activity.note), *rules):
            if note and note[:6].lower() == "let op":
                cure = "Haal deze woorden weg: de gids zet ze er zelf bij."
                yield subject.problem(at, "'let op' staat er nu twee keer", "alleen wat iemand moet weten", cure, "dubbel-let-op", mild=True)  # fmt: skip


def _commas(subject: Subject, path: Path_, steps: tuple[str, ...]) -> Iterator[Problem]:
    document = subject.record.document
    for position, step in enumerate(steps):
        before = steps[position - 1] if position else ""
        if before and step[0].islower() and before[-1] not in ".!?…":
            at = (*path, position)
            if path in document.flow and at not in document.quoted and (*path, position - 1) not in document.quoted:
                cure = say(
                    'Is het één stap? Zet hem tussen aanhalingstekens: ["{before}, {step}"].', before=before, step=step
                )
                found = say("een nieuwe stap zonder hoofdletter, na een komma: '{step}'", step=step)
                yield subject.problem(at, found, "een komma scheidt tussen [ en ] twee stappen", cure, "komma-in-lijst", mild=True)  # fmt: skip


def _hashes(subject: Subject) -> Iterator[Problem]:
    document = subject.record.document
    hashes = [(line, column) for text, line, column in subject.written.comments if _HASH.match(text) and column > 1]
    if not hashes:
        return
    lines = document.text.split("\n")
    values: dict[int, list[tuple[int, Path_]]] = {}
    for path, (line, column) in document.marks.values.items():
        values.setdefault(line, []).append((column, path))
    for line, column in hashes:
        start, path = max(
            (one for one in values.get(line, ()) if one[0] < column), default=(0, ()), key=lambda one: one[0]
        )
        before = lines[line - 1][start - 1 : column - 1].strip() if start else ""
        if not before or path in document.quoted or before != str(_value(document.data, path)).strip():
            continue
        yield subject.problem(
            path,
            "alles na '#' valt weg",
            "de hele tekst",
            'Hoort het bij de tekst? Zet die tussen aanhalingstekens: "…". Is het een opmerking? Zet een spatie na #.',
            "hekje",
            mild=True,
        )


def _value(data: object, path: Path_) -> object:
    for part in path:
        if isinstance(data, dict):
            data = data.get(part, "")
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
    return data
