"""What is understood but may be a slip: advice, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from wijkgids.problems import say

from .clock import TimeRange
from .pattern import rule_days
from .refusal import quote
from .rule import Rule
from .weekdays import write_every
from .words import DAY_NAMES, PartOfDay, say_date

# When something of that part of the day starts (from, until). Wide: a lunch at 11:45 is "middag".
_STARTS: Final[dict[PartOfDay, tuple[time, time]]] = {
    "ochtend": (time(5), time(12)),
    "middag": (time(11, 30), time(17)),
    "avond": (time(17), time(23, 59)),
}
WANTED_OF_PART: Final[dict[PartOfDay, str]] = {
    "ochtend": "een tijd in de ochtend",
    "middag": "een tijd in de middag",
    "avond": "een tijd in de avond",
}
_EARLIEST: Final = time(6)
_LATE: Final = time(16)

ADVICE_CODES: Final = {
    "tijd-dagdeel": "Het dagdeel na `elke` past niet bij `tijd`.",
    "tijd-nacht": "De tijd is 's nachts.",
    "tijd-na-middernacht": "De tijd loopt door tot na middernacht.",
    "elke-vijfde": "Niet elke maand heeft een 5e dag.",
    "elke-zoveelste": "“Elke 2e dinsdag” is de tweede van de maand. Sommige mensen bedoelen: om de week.",
    "elke-dagdeel": "Het dagdeel staat maar bij een van de dagen. Het geldt voor alle dagen.",
    "regel-nooit": "Volgens deze regel is er nooit iets.",
    "regel-week-later": "Een week later is het er toch al.",
    "datum-buiten-regel": "Een datum bij `op` ligt buiten `vanaf` en `tot`.",
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
            cure = say("Niet elke maand heeft een 5e {dag}. Bedoel je “laatste {dag}”? Anders is het goed zo.", dag=day)
            yield Advice(("elke",), "elke-vijfde", quote(f"5e {day}"), "een dag die er elke maand is", cure)
    day = DAY_NAMES[rule.every.days[0]]
    if "rank" in rule.every.doubts:
        cure = say(
            "Dit is één keer per maand. Is dat zo? Schrijf “{dagen} van de maand”. "
            "Is het om de week? Schrijf “om de week {dag}”, en bij vanaf de eerste datum.",
            dagen=write_every(rule.every),
            dag=day,
        )
        yield Advice(("elke",), "elke-zoveelste", quote(write_every(rule.every)), "van de maand, of om de week", cure)
    part = rule.every.part
    if part and "part" in rule.every.doubts and rule.time is None:
        cure = say(
            "Is het alle dagen in dit dagdeel? Schrijf “{dagen}”. Anders: maak losse regels.",
            dagen=write_every(rule.every),
        )
        yield Advice(("elke",), "elke-dagdeel", quote(part), "het dagdeel bij elke dag", cure)
    if part and rule.time:
        first, until = _STARTS[part]
        if not first <= rule.time.start < until:
            cure = say(
                "Kijk na of {tijd} klopt, of haal “{dagdeel}” weg bij elke.", tijd=_clock(rule.time), dagdeel=part
            )
            yield Advice(("tijd",), "tijd-dagdeel", _clock(rule.time), WANTED_OF_PART[part], cure)


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
            cure = say("Bedoel je overdag? Dan is het {tijd}. Is het echt 's nachts? Dan is het goed.", tijd=by_day)
            yield Advice(path, "tijd-nacht", _clock(found), "een tijd overdag", cure)
        elif found.past_midnight and found.start < _LATE and not whole_day and found.end != time(0):
            past = "Duurt het echt tot de volgende dag? Dan is het goed. Kijk anders de eindtijd na."
            yield Advice(path, "tijd-na-middernacht", _clock(found), "een eindtijd op dezelfde dag", past)


def _of_dates(rule: Rule) -> Iterator[Advice]:
    for day in rule.dates:
        if (rule.first and day < rule.first) or (rule.last and day > rule.last):
            cure = "Haal de datum weg, of pas vanaf of tot aan."
            yield Advice(("op",), "datum-buiten-regel", quote(str(day)), "een dag tussen vanaf en tot", cure)


def _of_reach(rule: Rule) -> Iterator[Advice]:
    every = rule.every
    if rule.on_holiday == "week-later" and every and not every.monthly and every.interval == 1 and not every.parity:
        cure = "Een week later is het er toch al. Schrijf bij_feestdag: vervalt."
        yield Advice(("bij_feestdag",), "regel-week-later", quote("week later"), "vervalt of gaat door", cure)
    if (rule.first and rule.last) or rule.dates:
        days = list(rule_days(rule, rule.first or date.min, rule.last or date.max))
        gone = {item.day for item in rule.cancelled} | {move.origin for move in rule.moved}
        if not set(days) - gone and not rule.moved:
            found = "geen enkele dag"
            if rule.first and rule.last:
                first, last = say_date(rule.first), say_date(rule.last)
                found = say("geen enkele dag van {eerste} t/m {laatste}", eerste=first, laatste=last)
            cure = "Kijk elke, vanaf en tot na. Is het gestopt? Schrijf bij de activiteit gestopt."
            yield Advice((), "regel-nooit", found, "minstens één keer", cure)


def _clock(found: TimeRange) -> str:
    return f"{found.start:%H:%M}" + (f"-{found.end:%H:%M}" if found.end else "")
