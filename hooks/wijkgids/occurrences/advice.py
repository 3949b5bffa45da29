"""What only a calendar can tell is a slip in a rule: a chosen date that is closed, a rule that never comes about.

Advice, never a refusal. Only days from today on count: what was, may stay in a record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from wijkgids.problems import Message, say
from wijkgids.schedules import Advice, Rule, quote, rule_days, say_date

from .closed import Calendar, is_closed, is_public_holiday
from .expand import expand

ADVICE_CODES: Final = {
    "datum-gesloten": "Een dag die bij `op` of `verplaatst` staat, is dicht volgens `niet` of `bij_feestdag`.",
    "keer-bestaat-niet": "Op een dag die is afgelast of verplaatst, zou er toch al niets zijn.",
    "regel-valt-weg": "Alle keren van deze regel in het komende jaar vallen weg.",
}
_CHOICES: Final[dict[str | None, str]] = {"skip": "vervalt", "week-later": "week later"}
YEAR: Final = timedelta(days=365)


def warnings(rule: Rule, calendar: Calendar, today: date) -> list[Advice]:
    """Return what may be a slip in a rule, in the order of its keys; `path` as in `schedules.parse_rule`."""
    return [*_chosen(rule, calendar, today), *_by_hand(rule, calendar, today), *_all_gone(rule, calendar, today)]


def _chosen(rule: Rule, calendar: Calendar, today: date) -> Iterator[Advice]:
    """Dates under `op` that a closure or a public holiday takes away."""
    by_hand = {item.day for item in rule.cancelled} | {move.origin for move in rule.moved}
    for day in rule.dates:
        if day >= today and day not in by_hand and (why := _why(rule, calendar, day)) and _nothing(rule, calendar, day):
            found = say("{dag}: {reden}", dag=say_date(day), reden=why)
            cure = "Gaat het door? Maak voor deze datum een eigen regel, zonder niet. Anders: haal hem weg bij op."
            yield Advice(("op",), "datum-gesloten", found, "een dag waarop het is", cure)


def _by_hand(rule: Rule, calendar: Calendar, today: date) -> Iterator[Advice]:
    """Days cancelled or moved on which nothing would be, and days moved to that are closed."""
    usual = replace(rule, cancelled=(), moved=())
    moved_to = {move.to for move in rule.moved}
    days = [("afgelast", item.day) for item in rule.cancelled if item.day not in moved_to]
    days += [("verplaatst", move.origin) for move in rule.moved]
    for key, day in days:
        if day >= today and _nothing(usual, calendar, day):
            why = _why(rule, calendar, day)
            found = say("{dag}: {reden}", dag=say_date(day), reden=why or _not_its_turn(rule, day))
            cure = "Kijk de datum na. Klopt hij? Haal hem dan weg bij afgelast: er was al niets."
            if key == "verplaatst":
                cure = "Kijk de datum bij van na. Is het een extra keer? Zet die in een eigen regel, bij op."
            yield Advice((key,), "keer-bestaat-niet", found, "een dag waarop het anders was", cure)
    for move in rule.moved:
        if move.to >= today and (why := _why(rule, calendar, move.to)):
            found = say("{dag}: {reden}", dag=say_date(move.to), reden=why)
            cure = "Het staat nu op deze dag in de gids. Klopt dat niet? Kies bij naar een andere datum."
            yield Advice(("verplaatst",), "datum-gesloten", found, "een dag waarop het kan", cure)


def _all_gone(rule: Rule, calendar: Calendar, today: date) -> Iterator[Advice]:
    if rule.every is None or not (rule.closures or rule.on_holiday):
        return
    by_hand = {item.day for item in rule.cancelled} | {move.origin for move in rule.moved}
    some = False
    for day in rule_days(rule, today, today + YEAR):
        # Nearly every rule has a free day soon: the whole year is only asked for where there is none.
        if not is_closed(rule.closures, calendar, day) and not is_public_holiday(calendar, day):
            return
        some = some or day not in by_hand
    if some and not any(one.state == "on" for one in expand(rule, calendar, today, today + YEAR)):
        key = "niet" if rule.closures else "bij_feestdag"
        cure = "Kijk na wat bij niet en bij bij_feestdag staat: op deze dagen is het volgens de regel nooit."
        yield Advice((key,), "regel-valt-weg", "het hele komende jaar geen enkele keer", "minstens één keer", cure)


def _nothing(rule: Rule, calendar: Calendar, day: date) -> bool:
    return not expand(rule, calendar, day, day)


def _why(rule: Rule, calendar: Calendar, day: date) -> Message | None:
    """Return what keeps a day closed for a rule, or None."""
    for closure in rule.closures:
        if is_closed([closure], calendar, day):
            return say("dan is het niet, door {sluiting} bij niet", sluiting=quote(closure.text))
    if rule.on_holiday in _CHOICES and is_public_holiday(calendar, day):
        return say("dat is een feestdag, en bij_feestdag zegt: {keuze}", keuze=_CHOICES[rule.on_holiday])
    return None


def _not_its_turn(rule: Rule, day: date) -> Message:
    if (rule.first and day < rule.first) or (rule.last and day > rule.last):
        return say("dat is niet tussen vanaf en tot")
    if rule.every and rule.every.interval > 1:
        return say("dat is niet in de goede week: het telt vanaf {datum}", datum=rule.first)
    return say("dan is het niet volgens deze regel")
