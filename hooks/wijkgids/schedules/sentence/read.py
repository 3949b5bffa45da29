"""The way in: a text with one or more sentences, to the items of `wanneer`."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final

from wijkgids.problems import say

from ..read import could_be, parse_rule
from ..refusal import Refused, quote
from ..rule import Rule
from ..typed import Fields
from ..words import say_date
from .clauses import clauses, more_clauses
from .groups import Group, line_groups
from .marks import marked
from .reading import ASIDE, PRIVATE, Reading
from .refusals import WANTED, in_a_sentence

# Room for a list of some hundreds of dates; prose is refused long before by its words.
LONGEST_SENTENCE: Final = 12_000
_NOTE: Final = re.compile(r"\blet op ?[:!,] ?", re.IGNORECASE)
_BULLET: Final = re.compile(r"^\s*(?:[-*•·–—]|\d+[.)])\s+")
_ORDER: Final = ("elke", "op", "tijd", "vanaf", "tot", "niet", "bij_feestdag", "afgelast", "verplaatst", "let_op")
_BY_DAY: Final = ("afgelast", "verplaatst")


def read_sentence(
    text: str, named: Collection[str] = (), today: date | None = None
) -> tuple[list[Fields], list[Refused]]:
    """Return the items of `wanneer` that a Dutch text says, and all that is refused, with what to write instead.

    The list is empty as soon as anything is refused, else `parse_rule` reads each item without a refusal. `named` are
    the closures of the guide's calendar. With `today`, a date without a year is the coming one of this year; without
    it, it is refused.
    """
    reading = Reading(named, today)
    if len(text) > LONGEST_SENTENCE:
        cure = "Schrijf alleen wanneer het is. Zet uitleg achteraan, na “Let op:”."
        return [], [Refused("tijd-te-lang", quote(text), WANTED, cure)]
    try:
        items = [item for group in _groups(reading, text) for item in _items(reading, group)]
    except Refused as refusal:
        reading.refusals.append(refusal)
        items = []
    if not reading.refusals:
        items = _by_day(reading, items)
    if not reading.refusals:
        for item in items:
            _, refusals = parse_rule(item, named)
            reading.refusals += [in_a_sentence(refusal) for _, refusal in refusals]
    once = dict.fromkeys((one.code, one.found, one.wanted, one.cure) for one in reading.refusals)
    return ([] if once else items), [Refused(*one) for one in once]


def _groups(reading: Reading, text: str) -> list[Group]:
    groups: list[Group] = []
    # What people type has no private signs; if it has, they are refused as a word.
    for line in PRIVATE.sub("\ufffd", text).splitlines():
        line, note = _note(_BULLET.sub("", line))
        if not line.strip(" ,.;:-") and not note:
            continue
        words = clauses(reading, marked(reading, line))
        for sign in re.findall(ASIDE, words):
            content, aside_note = _note(reading.asides[sign])
            note = f"{note} {aside_note}".strip()
            opened = clauses(reading, marked(reading, content)) if "(" not in content else content
            # What stood between brackets and was no reason of a cancelled day is words as any other.
            words = words.replace(sign, f" , {opened} , ")
        found = line_groups(reading, more_clauses(reading, words), groups)
        groups += found
        if note:
            for group in found or groups:
                group.fields["let_op"] = f"{group.fields.get('let_op', '')} {note}".strip()
    if not groups and not reading.refusals:
        cure = "Schrijf wanneer het is, zoals “elke dinsdag van 10:00 tot 12:00”."
        reading.refuse("elke-leeg", "niets", WANTED, cure)
    return groups


def _note(line: str) -> tuple[str, str]:
    """Return a line without its note, and the note: what follows "Let op:", outside brackets."""
    for found in _NOTE.finditer(line):
        before = line[: found.start()]
        if before.count("(") == before.count(")"):
            return before, " ".join(line[found.end() :].split())
    return line, ""


def _items(reading: Reading, group: Group) -> list[Fields]:
    """Return an item for each time of a group, with its keys in the order of a record."""
    items = []
    for time in group.times or [""]:
        fields: Fields = dict(group.fields)
        if group.elke:
            fields["elke"] = group.elke
        else:
            fields["op"] = group.op[0] if len(group.op) == 1 else list(group.op)
        if time:
            fields["tijd"] = time
        items.append({str(key): fields[key] for key in _ORDER if key in fields})
    return items


def _by_day(reading: Reading, items: list[Fields]) -> list[Fields]:
    """Return the items with each cancelled or moved day only at the rules it can be a day of, if there are more."""
    if len(items) < 2:
        return items
    rules: list[Rule | None] = []
    for item in items:
        rule, refusals = parse_rule({key: value for key, value in item.items() if key not in _BY_DAY}, reading.named)
        reading.refusals += [in_a_sentence(refusal) for _, refusal in refusals]
        rules.append(rule)
    kept: list[Fields] = []
    used: dict[str, bool] = {}
    for item, rule in zip(items, rules, strict=True):
        own: Fields = dict(item)
        for key in _BY_DAY:
            values = item.get(key)
            if rule is None or not isinstance(values, list):
                continue
            mine = [value for value in values if _is_of(rule, key, value, item)]
            for value in values:
                used[str(_day(value))] = used.get(str(_day(value)), False) or value in mine
            own[key] = mine
            if not mine:
                del own[key]
        kept.append(own)
    for day in sorted(day for day, found in used.items() if not found):
        cure = say("Dat is {dag}. Kijk de datum na.", dag=say_date(date.fromisoformat(day)))
        reading.refuse("datum-niet-in-regel", quote(day), "een dag waarop het volgens de zin is", cure)
    return kept


def _day(value: object) -> object:
    return (value.get("op") or value.get("van")) if isinstance(value, dict) else value


def _is_of(rule: Rule, key: str, value: object, item: Fields) -> bool:
    day = date.fromisoformat(str(_day(value)))
    moved = item.get("verplaatst")
    moved_here = (
        key == "afgelast"
        and isinstance(moved, list)
        and any(one["naar"] == str(day) and could_be(rule, date.fromisoformat(one["van"])) for one in moved)
    )
    return moved_here or could_be(replace(rule), day)
