"""The dates that were understood, of every rule in the guide: the net under what people type (design, times)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wijkgids import build
from wijkgids.cli.opened import activities_of, voice_of
from wijkgids.cli.terminal import Terminal
from wijkgids.occurrences import Occurrence, calendar_of, next_dates
from wijkgids.problems import Message, say, translated
from wijkgids.texts.echo import TIMES, next_times, sentence_of

YEAR = 366  # days that are looked ahead


@dataclass(frozen=True)
class Echo:
    """What was understood of one activity: `sentence` in plain words, and its next `times`.

    `activity` is its id, "" for the opening hours of the actor; `path` the file, `name` as typed.
    """

    path: str
    activity: str
    name: str
    sentence: Message
    times: tuple[Occurrence, ...]


def echoes(loaded: build.Loaded, out: Terminal, paths: set[str] | None = None) -> Iterator[Echo]:
    """An echo for each activity and each actor with rules, in the order of the files; of `paths` only when given."""
    guide, voice = loaded.guide, voice_of(loaded.guide, out.language)
    for slug, record in guide.records.items():
        path = record.document.path
        if paths is not None and path not in paths:
            continue
        calendar = calendar_of(guide, record.neighbourhood)
        names = activities_of(guide, slug)
        for activity, rules in record.rules.items():
            if not rules:
                continue
            times = _days(next_dates(rules, calendar, loaded.today, TIMES * len(rules), YEAR))
            name = names.get(activity, activity) if activity else translated("Open", out.catalogue)
            said = " ".join(sentence_of(rule, voice) for rule in rules).rstrip(".")
            coming = next_times(times, loaded.today, out.language)
            yield Echo(
                path, activity, name, say("{name}: {said}; {coming}", name=name, said=said, coming=coming), times
            )


def _days(times: list[Occurrence]) -> tuple[Occurrence, ...]:
    """The times of the first days: with more rules there may be more on one day."""
    days = sorted({one.day for one in times})[:TIMES]
    return tuple(one for one in times if one.day in days)


def as_values(echo: Echo) -> dict[str, Any]:
    """An echo as plain values, for JSON (shape: problems.machine)."""
    return {
        "pad": echo.path,
        "activiteit": echo.activity,
        "naam": echo.name,
        "zin": str(echo.sentence),
        "dagen": [
            {"dag": one.day.isoformat(), "van": clock(one.start), "tot": clock(one.end), "zeker": one.doubt is None}
            for one in echo.times
        ],
    }


def clock(at: datetime | None) -> str | None:
    """10:00, or None"""
    return f"{at:%H:%M}" if at else None
