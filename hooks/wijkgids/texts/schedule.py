"""A schedule as sentences in a language: when it is, when it is not. Made from the rule, so it says nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijkgids import schedules
from wijkgids.schedules import Closure, Days, Description, Rule
from wijkgids.texts.pieces import Name, Piece, Sentence, Strong
from wijkgids.texts.voice import Voice

# The ranks of a weekday in a month, as they are said in Dutch.
RANKS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste", -2: "voorlaatste"}
SETS = {"all": "Elke dag", "working": "Maandag tot en met vrijdag", "weekend": "Elke zaterdag en zondag"}
PARTS = {"ochtend": "’s ochtends", "middag": "’s middags", "avond": "’s avonds"}
FEASTS = {
    "new-year": "op nieuwjaarsdag",
    "good-friday": "op Goede Vrijdag",
    "easter": "met Pasen",
    "easter-sunday": "op eerste paasdag",
    "easter-monday": "op tweede paasdag",
    "kings-day": "op Koningsdag",
    "remembrance-day": "op 4 mei",
    "liberation-day": "op 5 mei",
    "ascension": "op Hemelvaartsdag",
    "pentecost": "met Pinksteren",
    "pentecost-sunday": "op eerste pinksterdag",
    "pentecost-monday": "op tweede pinksterdag",
    "saint-nicholas": "op sinterklaasavond",
    "christmas-eve": "op kerstavond",
    "christmas": "met Kerst",
    "christmas-day": "op eerste kerstdag",
    "boxing-day": "op tweede kerstdag",
    "new-years-eve": "op oudejaarsdag",
    "turn-of-year": "met oud en nieuw",
    "christmas-to-new-year": "tussen Kerst en Nieuwjaar",
}
BREAKS = {
    "all": "in schoolvakanties",
    "autumn": "in de herfstvakantie",
    "christmas-break": "in de kerstvakantie",
    "spring": "in de voorjaarsvakantie",
    "may": "in de meivakantie",
    "summer": "in de zomervakantie",
}
NAMED = {"ramadan": "in de ramadan", "zomer": "in de zomer", "winter": "in de winter"}
MOST_DATES = 6  # of a list of dates, the next ones are said


@dataclass(frozen=True)
class ScheduleText:
    """`when` is one sentence with the days strong; `but` says when it is not, None where nothing is known of that."""

    when: Piece
    but: Piece | None


def schedule(voice: Voice, rule: Rule, today: date | None) -> ScheduleText:
    """What a rule says, on a day: what is over is left out, and the year of a date where it is this one.

    With None for the day nothing is left out.
    """
    said = schedules.describe(rule)
    days = _days(voice, said, today)
    if said.part and said.start is None:
        days = voice.say("{dagen}, {dagdeel}", dagen=days, dagdeel=voice.word(PARTS[said.part]))
    when: Piece = Strong(days)
    if said.start and said.start == said.end:
        when = voice.say("{dagen}, de hele dag.", dagen=when)
    elif said.start and said.end:
        when = voice.say(
            "{dagen}, van {van} tot {tot}.", dagen=when, van=voice.time(said.start), tot=voice.time(said.end)
        )
    elif said.start:
        when = voice.say("{dagen}, om {van}.", dagen=when, van=voice.time(said.start))
    else:
        when = voice.say("{dagen}.", dagen=when)
    season = _season(voice, said, today)
    return ScheduleText(Sentence((when, " ", season)) if season else when, _but(voice, said, today))


def _days(voice: Voice, said: Description, today: date | None) -> Piece:
    if said.how == "dates":
        coming = [day for day in said.dates if day >= today][:MOST_DATES] if today else said.dates
        if not coming:
            return voice.say("De laatste keer was {dag}", dag=voice.day_year(said.dates[-1]))
        return voice.say("Op {dagen}", dagen=voice.listing([_day(voice, day, today) for day in coming]))
    if said.how == "monthly":
        return voice.listing([_monthly(voice, one, first=number == 0) for number, one in enumerate(said.days)])
    one = said.days[0]
    names = _weekdays(voice, one)
    if said.parity:
        return voice.say(
            "In even weken op {dagen}" if said.parity == "even" else "In oneven weken op {dagen}", dagen=names
        )
    if said.interval == 2:
        return voice.say("Om de week op {dagen}", dagen=names)
    if said.interval > 2:
        return voice.many("Om de {n} week op {dagen}", "Om de {n} weken op {dagen}", said.interval, dagen=names)
    if one.whole:
        return voice.word(SETS[one.whole])
    if len(one.runs) == 1 and one.runs[0][0] != one.runs[0][1]:
        first, last = one.runs[0]
        return voice.say("{van} tot en met {tot}", van=_capital(_name(voice, first)), tot=_name(voice, last))
    return voice.say("Elke {dag}", dag=names) if len(one.days) == 1 else voice.say("Elke {dagen}", dagen=names)


def _day(voice: Voice, day: date, today: date | None) -> Piece:
    """A date, with its year where it is not this one."""
    return voice.day_month(day) if today and day.year == today.year else voice.day_year(day)


def _monthly(voice: Voice, days: Days, *, first: bool) -> Piece:
    if not days.nth:
        names = _weekdays(voice, days)
        return voice.say("Elke {dagen}", dagen=names) if first else voice.say("elke {dagen}", dagen=names)
    ranks = voice.listing([voice.word(RANKS[rank]) for rank in days.nth])
    names = _weekdays(voice, days)
    if first:
        return voice.say("Elke {hoeveelste} {dagen} van de maand", hoeveelste=ranks, dagen=names)
    return voice.say("elke {hoeveelste} {dagen} van de maand", hoeveelste=ranks, dagen=names)


def _weekdays(voice: Voice, days: Days) -> Piece:
    names: list[Piece] = []
    for first, last in days.runs:
        if first == last:
            names.append(_name(voice, first))
        else:
            names.append(voice.say("{van} tot en met {tot}", van=_name(voice, first), tot=_name(voice, last)))
    return voice.listing(names)


def _name(voice: Voice, weekday: int) -> str:
    return voice.weekday(date(2024, 1, weekday))  # 1 January 2024 was a Monday


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _season(voice: Voice, said: Description, today: date | None) -> Piece | None:
    """From when and until when, where that is still to come."""
    starts = said.from_ if said.from_ and (today is None or said.from_ > today) else None
    if starts and said.until:
        return voice.say("Van {van} tot en met {tot}.", van=voice.day_year(starts), tot=voice.day_year(said.until))
    if starts:
        return voice.say("Vanaf {dag}.", dag=voice.day_year(starts))
    if said.until and today and said.until < today:
        return voice.say("Dit was tot en met {dag}.", dag=voice.day_year(said.until))
    return voice.say("Tot en met {dag}.", dag=voice.day_year(said.until)) if said.until else None


def _but(voice: Voice, said: Description, today: date | None) -> Piece | None:
    over = [one for one in said.closures if today and one.kind == "dates" and one.last and one.last < today]
    closed = [_closure(voice, one) for one in said.closures if one not in over]
    if said.on_holiday == "skip" and not any(one.kind == "public" for one in said.closures):
        closed.append(voice.say("op feestdagen"))
    parts: list[Piece] = []
    if closed:
        parts.append(voice.say("Niet {wanneer}.", wanneer=voice.listing(closed, "or")))
    if said.on_holiday == "week-later":
        parts.append(voice.say("Is het een feestdag? Dan is het een week later."))
    elif said.on_holiday == "go-on":
        parts.append(voice.say("Ook op feestdagen."))
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Sentence((parts[0], " ", parts[1]))


def _closure(voice: Voice, closure: Closure) -> Piece:
    if closure.kind == "public":
        return voice.say("op feestdagen")
    if closure.kind == "feast":
        return voice.word(FEASTS[closure.name])
    if closure.kind == "school":
        return voice.word(BREAKS[closure.name])
    if closure.kind == "months":
        return voice.say("in {maanden}", maanden=voice.listing([voice.month(one) for one in closure.months]))
    if closure.kind == "named":
        known = NAMED.get(closure.name.casefold())
        return voice.word(known) if known else voice.say("tijdens {naam}", naam=Name(closure.name))
    # Without its year, "op 24 december" would be each year.
    if closure.first is None or closure.last is None or closure.first == closure.last:
        return voice.say("op {dag}", dag=voice.day_year(closure.first or closure.last or date.min))
    within_a_year = closure.last < date(closure.first.year + 1, closure.first.month, min(closure.first.day, 28))
    first = voice.day_month(closure.first) if within_a_year else voice.day_year(closure.first)
    return voice.say("van {van} tot en met {tot}", van=first, tot=voice.day_year(closure.last))


def msgids() -> list[str]:
    """The words in this module's tables, which a catalogue must have."""
    tables = (RANKS, SETS, PARTS, FEASTS, BREAKS, NAMED)
    return [text for table in tables for text in table.values()]
