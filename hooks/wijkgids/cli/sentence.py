"""A sentence about time, as somebody types it to try it out or to write it down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wijkgids import schedules
from wijkgids.cli.parser import Trouble, within
from wijkgids.problems import Message, say
from wijkgids.records import Guide
from wijkgids.schedules import Refused, Rule
from wijkgids.schedules.opening_hours import fields_meant
from wijkgids.schedules.sentence import read_sentence


def items_of(sentence: str, guide: Guide, today: date, time: str = "") -> list[Mapping[str, object]]:
    """The items of `wanneer` that a sentence or opening hours (OSM) say; `time` is that of each without one of its own.

    Raises Trouble with all that is not understood, and what to write instead.
    """
    hours = fields_meant(sentence)
    items, refused = (hours, []) if hours else read_sentence(sentence, guide.named, today)
    found: list[Mapping[str, object]] = [
        {**item, "tijd": time} if time and "tijd" not in item else item for item in items
    ]
    if not refused:
        refused = [refusal for item in found for _, refusal in schedules.parse_rule(item, guide.named)[1]]
    if refused:
        raise Trouble(_told(refused))
    return found


def rules_of(sentence: str, guide: Guide, today: date, time: str = "") -> tuple[Rule, ...]:
    """The rules that a sentence says. Raises Trouble like `items_of`."""
    rules = (schedules.parse_rule(item, guide.named)[0] for item in items_of(sentence, guide, today, time))
    return tuple(rule for rule in rules if rule)


def _told(refused: list[Refused]) -> Message:
    """All refusals as one sentence, the first first."""
    one, *more = refused
    found, wanted, cure = within(one.found), within(one.wanted), within(one.cure)
    told = say("{found}. Hier hoort {wanted}. {cure} [{code}]", found=found, wanted=wanted, cure=cure, code=one.code)
    return say("{told}  {more}", told=told, more=_told(more)) if more else told
