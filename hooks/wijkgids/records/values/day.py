"""A day of a record: year-month-day. Other ways to write it get an answer: what to write."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from wijkgids.problems import say
from wijkgids.records.values.typed import figures_of, refuse, refuse_with
from wijkgids.schedules.dates import YEARS
from wijkgids.schedules.words import MONTHS

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WANTED = "een datum als jaar-maand-dag, zoals 2026-11-24"
ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {
    **MONTHS,
    **{name: number for number, name in enumerate(ENGLISH, 1)},
    **{name[:3]: number for number, name in enumerate(ENGLISH, 1)},
}

# Ways to write a day, with the groups that are its year, month and day.
_WAYS = (
    (re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})"), (1, 2, 3)),
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), (1, 2, 3)),
    (re.compile(r"([0-9]{1,2}) ?[-/. ] ?([0-9]{1,2}) ?[-/. ] ?([0-9]{4}|[0-9]{2})"), (3, 2, 1)),
    (re.compile(r"([0-9]{1,2})(?:e|ste|de)?[- ]([a-z]+)\.?[- ]([0-9]{4})"), (3, 2, 1)),
    (re.compile(r"([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})"), (3, 1, 2)),
)
# What may stand around it: a day of the week, "op", a clock.
_AROUND = re.compile(
    r"^(?:op |sinds |vanaf |tot |t/m )?"
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? |(?:ma|di|wo|do|vr|za|zo)\.?,? )?"
    r"|(?:t| )[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?(?:\.[0-9]+)?(?:z|[+-][0-9:]{4,5})?(?: uur)?$"
)
_NO_YEAR = re.compile(r"([0-9]{1,2})(?:e|ste|de)?(?:[- /.])([a-z]+|[0-9]{1,2})\.?")


def day(value: Any) -> date:
    """The day that a text means."""
    if isinstance(value, date):
        return value
    text = figures_of(value)
    if not _ISO.fullmatch(text):
        raise _answer(text)
    try:
        found = date.fromisoformat(text)
    except ValueError:
        if turned := _date(text[:4], text[8:], text[5:7]):
            raise refuse(
                "datum", "een dag die bestaat", say("Eerst de maand, dan de dag. Bedoelde je {day}?", day=turned)
            ) from None
        raise refuse("datum", "een dag die bestaat", "Kijk op de kalender: deze dag is er niet.") from None
    if found.year not in YEARS:
        wanted = say("een jaar van {first} tot en met {last}", first=YEARS[0], last=YEARS[-1])
        raise refuse("datum", wanted, "Kijk het jaar na.")
    return found


def meant_day(text: str) -> date | None:
    """The day that was meant by a text in another notation; None when it is no day, or not certain."""
    words = _AROUND.sub("", " ".join(text.lower().split()).rstrip(".,"))
    for pattern, (year, month, day_) in _WAYS:
        if match := pattern.fullmatch(words):
            return _date(match[year], match[month], match[day_]) or _date(match[year], match[day_], match[month])
    return None


def _answer(text: str) -> Exception:
    if found := meant_day(text):
        return refuse_with("datum", WANTED, found.isoformat())
    words = _AROUND.sub("", text.lower())
    if (match := _NO_YEAR.fullmatch(words)) and (there := _date("2000", match[2], match[1])):
        cure = say("Zet het jaar erbij, zoals {day}", day=f"2026-{there:%m-%d}")
        return refuse("datum", WANTED, cure)
    if any(pattern.fullmatch(words) for pattern, _ in _WAYS):
        return refuse("datum", "een dag die bestaat", "Kijk op de kalender: deze dag is er niet.")
    if re.fullmatch(r"(?:vandaag|gisteren|nu|morgen|today|now|yesterday)", words):
        return refuse("datum", WANTED, "Schrijf de datum zelf: de gids weet niet op welke dag je dit typte.")
    return refuse("datum", WANTED, "Schrijf eerst het jaar, dan de maand, dan de dag: 2026-11-24")


def _date(year: str, month: str, day_: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day_))
    except ValueError:
        return None
