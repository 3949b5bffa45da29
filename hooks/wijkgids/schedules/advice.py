"""What is understood but may be a slip: advice, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from .clock import TimeRange
from .pattern import rule_days
from .refusal import quote
from .rule import Rule
from .words import DAY_NAMES, PartOfDay, say_date

# When something of that part of the day starts (from, until). Wide: a lunch at 11:45 is "middag".
_STARTS: Final[dict[PartOfDay, tuple[time, time]]] = {
    "ochtend": (time(5), time(12)),
    "middag": (time(11, 30), time(17)),
    "avond": (time(17), time(23, 59)),
}
_EARLIEST: Final = time(6)
_LATE: Final = time(16)

ADVICE_CODES: Final = {
    "time-part": "Het dagdeel na `elke` past niet bij `tijd`.",
    "time-night": "De tijd is 's nachts.",
    "time-past-midnight": "De tijd loopt door tot na middernacht.",
    "every-fifth-missing": "Niet elke maand heeft een 5e dag.",
    "rule-never": "Volgens deze regel is er nooit iets.",
    "rule-week-later": "Een week later is het er toch al.",
    "rule-dates-outside": "Een datum bij `op` ligt buiten `vanaf` en `tot`.",
    "rule-dates-closed": "Een datum bij `op` staat ook bij `niet`.",
}


@dataclass(frozen=True)
class Advice:
    """What is taken as it stands, but may not be what was meant. The texts are Dutch; `path` as in `parse_rule`."""

    path: tuple[str | int, ...]
    code: str
    found: str
    wanted: str
    cure: str


def warnings(rule: Rule) -> list[Advice]:
    """Return what may be a slip in a rule, in the order of its keys."""
    return [*_of_days(rule), *_of_time(rule), *_of_dates(rule), *_of_reach(rule)]


def _of_days(rule: Rule) -> Iterator[Advice]:
    if rule.every is None:
        return
    for pattern in rule.every.patterns:
        if pattern.nth and max(pattern.nth) == 5:
            day = DAY_NAMES[pattern.days[0]]
            cure = f"Niet elke maand heeft een 5e {day}. Bedoel je “laatste {day}”? Anders is het goed zo."
            yield Advice(("elke",), "every-fifth-missing", quote(f"5e {day}"), "een dag die er elke maand is", cure)
    part = rule.every.part
    if part and rule.time:
        first, until = _STARTS[part]
        if not first <= rule.time.start < until:
            cure = f"Kijk na of {_clock(rule.time)} klopt, of haal “{part}” weg bij elke."
            yield Advice(("tijd",), "time-part", _clock(rule.time), f"een tijd in de {part}", cure)


def _of_time(rule: Rule) -> Iterator[Advice]:
    times = [(("tijd",), rule.time)]
    # `moved` is sorted, so its places are not those of the file.
    times += [(("verplaatst",), moved.time) for moved in rule.moved]
    for path, found in times:
        if found is None:
            continue
        whole_day = found.start == time(0) and found.end == time(0)
        if found.start < _EARLIEST and not whole_day:
            by_day = f"{found.start.hour + 12}:{found.start:%M}"
            cure = f"Bedoel je overdag? Dan is het {by_day}. Is het echt 's nachts? Dan is het goed."
            yield Advice(path, "time-night", _clock(found), "een tijd overdag", cure)
        elif found.past_midnight and found.start < _LATE and not whole_day and found.end != time(0):
            cure = "Duurt het echt tot de volgende dag? Dan is het goed. Kijk anders de eindtijd na."
            yield Advice(path, "time-past-midnight", _clock(found), "een eindtijd op dezelfde dag", cure)


def _of_dates(rule: Rule) -> Iterator[Advice]:
    for day in rule.dates:
        if (rule.first and day < rule.first) or (rule.last and day > rule.last):
            cure = "Haal de datum weg, of pas vanaf of tot aan."
            yield Advice(("op",), "rule-dates-outside", quote(str(day)), "een dag tussen vanaf en tot", cure)
        elif any(
            (closure.first and closure.last and closure.first <= day <= closure.last) or day.month in closure.months
            for closure in rule.closures
        ):
            cure = "Gaat het door? Haal de datum weg bij niet. Anders: haal hem weg bij op."
            yield Advice(("op",), "rule-dates-closed", quote(str(day)), "een dag waarop het is", cure)


def _of_reach(rule: Rule) -> Iterator[Advice]:
    every = rule.every
    if rule.on_holiday == "week-later" and every and not every.monthly and every.interval == 1 and not every.parity:
        cure = "Een week later is het er toch al. Schrijf bij_feestdag: vervalt."
        yield Advice(("bij_feestdag",), "rule-week-later", quote("week later"), "vervalt of gaat door", cure)
    if (rule.first and rule.last) or rule.dates:
        days = list(rule_days(rule, rule.first or date.min, rule.last or date.max))
        gone = {item.day for item in rule.cancelled} | {move.origin for move in rule.moved}
        if not set(days) - gone and not rule.moved:
            found = "geen enkele dag"
            if rule.first and rule.last:
                found += f" van {say_date(rule.first)} t/m {say_date(rule.last)}"
            cure = "Kijk elke, vanaf en tot na. Is het gestopt? Schrijf bij de activiteit gestopt."
            yield Advice((), "rule-never", found, "minstens één keer", cure)


def _clock(found: TimeRange) -> str:
    return f"{found.start:%H:%M}" + (f"-{found.end:%H:%M}" if found.end else "")
