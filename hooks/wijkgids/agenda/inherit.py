"""Pieces of a record as entries see them: prose with its place, what stands field by field, what ends when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from wijkgids.agenda.entries import PromiseOf, Spoken, StoppedOf, ThresholdsOf
from wijkgids.records.parts import Promise, Schedule, Stopped, Thresholds
from wijkgids.records.parts import Spoken as SpokenTyped
from wijkgids.records.said import Said
from wijkgids.records.sayings import KEYWORDS
from wijkgids.schedules import Cancelled, Rule


def sayer(slug: str) -> Callable[[str | None, str], Said | None]:
    """A function that gives a text of `slug` its place; None stays None."""

    def say(text: str | None, at: str) -> Said | None:
        return Said(text, slug, at) if text else None

    return say


def steps(slug: str, texts: Iterable[str], at: str) -> tuple[Said, ...]:
    """Texts of a list, each with its place, counted from 1."""
    return tuple(Said(text, slug, f"{at}.{number}") for number, text in enumerate(texts, 1))


def notes(slug: str, schedules: Iterable[Schedule], at: str) -> tuple[Said | None, ...]:
    """What is written beside each rule."""
    return tuple(
        Said(one.note, slug, f"{at}.{number}.let_op") if one.note else None for number, one in enumerate(schedules, 1)
    )


def spoken(slug: str, typed: Iterable[SpokenTyped], at: str) -> tuple[Spoken, ...]:
    """Languages with who speaks them when."""
    say = sayer(slug)
    return tuple(
        Spoken(one.language, say(one.who, f"{at}.{number}.wie"), say(one.when, f"{at}.{number}.wanneer"))
        for number, one in enumerate(typed, 1)
    )


def ends(slug: str, today: date, *stopped: tuple[Stopped | None, str]) -> tuple[StoppedOf | None, StoppedOf | None]:
    """What stopped, and what is announced to stop: of each the first day."""
    say = sayer(slug)
    found = [StoppedOf(one.on, say(one.why, f"{at}.waarom"), one.go_to) for one, at in stopped if one is not None]
    found.sort(key=lambda one: one.on)
    past = next((one for one in found if one.on <= today), None)
    coming = next((one for one in found if one.on > today), None)
    return past, coming


def until(rules: tuple[Rule, ...], stop: StoppedOf | None) -> tuple[Rule, ...]:
    """Rules up to the day before something stops: nobody is sent to a door that will be closed.

    A time that was moved to a day after the stop is on neither day: it is cancelled.
    """
    if stop is None:
        return rules
    last = stop.on - timedelta(days=1)
    return tuple(_until(rule, last) for rule in rules)


def _until(rule: Rule, last: date) -> Rule:
    lost = tuple(Cancelled(move.origin) for move in rule.moved if move.to > last)
    return replace(
        rule,
        last=min(rule.last, last) if rule.last else last,
        moved=tuple(move for move in rule.moved if move.to <= last),
        cancelled=(*rule.cancelled, *lost),
    )


def promise(slug: str, typed: Promise | None, at: str) -> PromiseOf | None:
    """A promise with who signed it."""
    if typed is None:
        return None
    return PromiseOf(Said(typed.text, slug, f"{at}.tekst"), Said(typed.unless, slug, f"{at}.behalve"), typed.on, slug)


# These belong to a price: who names a price of its own, names these too.
_WITH_COST = ("cost_per", "city_pass")
_WITH = {"papers": "papers_needed", "children_note": "children"}


def thresholds(slug: str, own: Thresholds | None, own_at: str, inherited: Thresholds | None) -> ThresholdsOf:
    """Field by field: what the activity says, else what its actor says, else unknown."""
    own = own or Thresholds()
    inherited = inherited or Thresholds()
    values: dict[str, Any] = {}
    for name, field in Thresholds.model_fields.items():
        leader = "cost" if name in _WITH_COST else _WITH.get(name, name)
        mine = bool({name, leader} & own.model_fields_set)
        value = getattr(own if mine else inherited, name)
        at = f"{own_at if mine else 'drempels'}.{field.alias or name}"
        values[name] = (value, at)
    waiting, waiting_at = values.pop("waiting")
    say = sayer(slug)
    plain = {name: value for name, (value, _) in values.items() if name not in ("papers", "children_note")}
    return ThresholdsOf(
        **plain,
        papers=say(*values["papers"]),
        children_note=say(*values["children_note"]),
        waiting=None if waiting in KEYWORDS else Said(waiting, slug, waiting_at),
        waiting_none=waiting == "geen",
    )
