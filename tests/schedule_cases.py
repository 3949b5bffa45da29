"""The cases of tests/schedules as values, for the tests that go through them (their form: tests/schedules/README.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from wijkgids.occurrences import Calendar
from wijkgids.schedules import Rule, parse_rule, parse_span

FOLDER = Path(__file__).parent / "schedules"
DOUBTS = {"holiday": "onzeker (feestdag)", "unknown": "onzeker (onbekend)"}

Case = dict[str, Any]


def cases() -> list[Any]:
    """Each case as a parameter of a test; every phrase under `ook` is a case of its own."""
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        # All scalars are text, as in the records.
        content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        shared = content.get("standaard", {})
        for case in content["gevallen"]:
            for phrase in (None, *case.get("ook", [])):
                one = _full(shared, case, phrase)
                name = phrase or case.get("naam") or " ".join(f"{value}" for value in case["regel"].values())
                found.append(pytest.param(one, id=f"{path.stem}: {name}"))
    return found


def good_cases() -> list[Any]:
    """The cases with dates."""
    return [case for case in cases() if "keren" in case.values[0]]


def calendar_of(case: Case) -> Calendar:
    """The calendar of holidays and closures that a case is in."""
    named = {}
    for name, texts in case.get("kalender", {}).items():
        spans = [parse_span(text) for text in texts]
        named[name] = tuple(span for span in spans if span)
        assert len(named[name]) == len(texts)
    return Calendar(case.get("regio", "Noord"), named, case.get("goede_vrijdag") != "dicht")


def rules_of(case: Case, calendar: Calendar) -> list[Rule]:
    """The rules of a case with dates: one under `regel`, or more under `regels`."""
    found = []
    for fields in case.get("regels", [case["regel"]]):
        rule, refusals = parse_rule(fields, calendar.named)
        assert refusals == []
        assert rule is not None
        found.append(rule)
    return found


def period(case: Case) -> tuple[date, date]:
    """From when to when the case lists all times (inclusive)."""
    return date.fromisoformat(case["van"]), date.fromisoformat(case["tot"])


def _full(shared: Case, case: Case, phrase: str | None) -> Case:
    full = {**shared, **case, "regel": {**shared.get("regel", {}), **case.get("regel", {})}}
    if phrase is not None:
        full["regel"]["elke"] = phrase
        full["anders gezegd"] = phrase
    if "regels" in case:
        full["regels"] = [{**shared.get("regel", {}), **fields} for fields in case["regels"]]
    # `elke: null` takes away the shared one.
    full["regel"] = {key: value for key, value in full["regel"].items() if value != "null"}
    if "geweigerd" in case:
        listed = case["geweigerd"] if isinstance(case["geweigerd"], list) else [case["geweigerd"]]
        full["geweigerd"] = [{**shared.get("geweigerd", {}), **one} for one in listed]
    if "keren" in case:
        month = full["van"][:8]
        full["keren"] = [text if "-" in text.split()[0] else month + text for text in _times(case["keren"])]
        if any(isinstance(item, dict) for item in (case["keren"], *case["keren"])):
            full["keren"].sort()
    return full


def _times(typed: Any) -> Iterator[str]:
    """Yield "2026-12-04", "2026-12-25 onzeker (feestdag)" for {2026-12: 4 25~}; what is written out stays as it is."""
    if isinstance(typed, list):
        for item in typed:
            yield from _times(item) if isinstance(item, dict) else [item]
        return
    always = typed.get("steeds", "")
    for month, days in typed.items():
        if month == "steeds":
            continue
        for text in days.split() if isinstance(days, str) else days:
            days_of, _, rest = text.partition(" ")
            state = DOUBTS["holiday"] if days_of.endswith("~") else ""
            first, _, last = days_of.rstrip("~").partition("-")
            for day in range(int(first), int(last or first) + 1):
                yield " ".join(filter(None, (f"{month}-{day:02d}", rest or always, state)))
