"""The next school holiday of a neighbourhood: what goes on in it, and what stops until it is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from datetime import time as clock_time

from wijkgids.agenda import ActivityKey, ActivityOf, Agenda, Time
from wijkgids.occurrences import Occurrence, expand_all, next_dates, school_breaks
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.day import week_title
from wijkgids.views.parts import Link
from wijkgids.views.rows import Row, next_day, time_row, weekday

NL = addresses.SOURCE
EXCEPTIONS = 4  # days that a week's rhythm may miss in a holiday and still be one


@dataclass(frozen=True)
class Break:
    """A school holiday: its name in `school_breaks`, its first and last day."""

    name: str
    first: date
    last: date


@dataclass(frozen=True)
class HolidayPage:
    """All that the page says. Without `period` nobody knows yet when the next one is."""

    title: Piece
    description: Piece
    period: Piece | None
    now: bool
    on: tuple[Row, ...]
    off: tuple[Row, ...]
    back: Link
    finder: str


def next_break(region: str, today: date) -> Break | None:
    """The school holiday of a region that runs, or the next one within a year; None where the dates are not known."""
    days = sorted(
        (day, name)
        for year in (today.year, today.year + 1)
        for name, found in school_breaks(year, region).items()
        for day in found
    )
    found: list[Break] = []
    for day, name in days:
        # The one at Christmas runs on into the next year.
        if found and found[-1].name == name and day - found[-1].last <= timedelta(days=1):
            found[-1] = replace(found[-1], last=day)
        else:
            found.append(Break(name, day, day))
    return next((one for one in found if one.last >= today), None)


def holiday_page(agenda: Agenda, voice: Voice, neighbourhood: str) -> HolidayPage:
    """The page of the next school holiday in a neighbourhood."""
    settings = agenda.guide.checked.neighbourhoods[neighbourhood]
    name = Name(settings.name)
    found = next_break(settings.region, agenda.today)
    back = Link(week_title(voice, agenda.monday(), 1, name), addresses.week(NL, neighbourhood))
    finder = addresses.finder(NL, neighbourhood)
    if found is None:
        title = voice.say("De schoolvakantie in {wijk}", wijk=name)
        return HolidayPage(title, title, None, False, (), (), back, finder)
    title = title_of(voice, found.name, name)
    return HolidayPage(
        title=title,
        description=title,
        period=voice.period(found.first, found.last),
        now=found.first <= agenda.today,
        on=tuple(_going(agenda, voice, neighbourhood, found)),
        off=tuple(_stopping(agenda, voice, neighbourhood, found)),
        back=back,
        finder=finder,
    )


def title_of(voice: Voice, name: str, quarter: Name) -> Piece:
    """De kerstvakantie in Lindeveld"""
    return voice.say(
        {
            "autumn": "De herfstvakantie in {wijk}",
            "christmas-break": "De kerstvakantie in {wijk}",
            "spring": "De voorjaarsvakantie in {wijk}",
            "may": "De meivakantie in {wijk}",
            "summer": "De zomervakantie in {wijk}",
        }[name],
        wijk=quarter,
    )


def _going(agenda: Agenda, voice: Voice, neighbourhood: str, found: Break) -> Iterator[Row]:
    """Each activity once for each hour at which it starts, with its days in the holiday that are still to come."""
    first = max(found.first, agenda.today)
    by_hour: dict[tuple[ActivityKey, clock_time | None], list[Time]] = {}
    for time in agenda.times(first, found.last, neighbourhood=neighbourhood):
        if time.on.state == "on":
            hour = time.on.start.time() if time.on.start else None
            by_hour.setdefault((time.activity.key, hour), []).append(time)
    for times in sorted(by_hour.values(), key=lambda times: times[0].sunk):
        # What is certain on some days is no question: the row is that of a certain day, and a line says the rest.
        row = time_row(agenda, voice, min(times, key=lambda time: time.on.doubt is not None), say_evening=True)
        doubt = {time.on.doubt is not None for time in times} == {True, False}
        when, *notes = _days(agenda, voice, [time.on.day for time in times], first, found.last)
        if doubt:
            notes.append(voice.say("Niet elke dag is zeker: vraag of het doorgaat."))
        yield replace(row, when=(when, *row.when[:1]), notes=tuple(notes))


def _days(agenda: Agenda, voice: Voice, days: Sequence[date], first: date, last: date) -> Iterator[Piece]:
    """The weekdays where they hold every week, but for what is said after them; else the first date and the others."""
    weekdays = sorted({day.isoweekday() for day in days})
    usual = [day for day in _between(first, last) if day.isoweekday() in weekdays]
    inside = [day for day in usual if days[0] <= day <= days[-1]]
    missing = [day for day in inside if day not in days]
    if len(days) <= len(weekdays) or len(missing) > EXCEPTIONS or 3 * len(missing) > len(inside):
        yield next_day(voice, days[0])
        if len(days) > 1:
            yield voice.say("Ook op {dagen}.", dagen=voice.listing([voice.day_month(day) for day in days[1:]]))
        return
    yield _weekdays(agenda, voice, weekdays)
    if inside[0] != usual[0]:
        yield voice.say("Vanaf {dag}.", dag=voice.day_month(inside[0]))
    if inside[-1] != usual[-1]:
        yield voice.say("Tot en met {dag}.", dag=voice.day_month(inside[-1]))
    if missing:
        closed = voice.listing([voice.day_month(day) for day in missing])
        yield voice.say("Niet {wanneer}.", wanneer=voice.say("op {dag}", dag=closed))


def _stopping(agenda: Agenda, voice: Voice, neighbourhood: str, found: Break) -> Iterator[Row]:
    """What would have times in the holiday, were it not closed then or cancelled; with when it goes on again."""
    first = max(found.first, agenda.today)
    for one in agenda.activities.values():
        if not one.live or one.neighbourhood != neighbourhood:
            continue
        times = expand_all(one.rules, one.calendar, first, found.last)
        if any(time.state == "on" for time in times):
            continue
        usual = [replace(rule, closures=(), cancelled=(), on_holiday=None) for rule in one.rules]
        if would := times or expand_all(usual, one.calendar, first, found.last):
            yield _stopped(agenda, voice, one, would, found.last)


def _stopped(agenda: Agenda, voice: Voice, one: ActivityOf, would: Sequence[Occurrence], last: date) -> Row:
    row = time_row(agenda, voice, Time(one, replace(would[0], state="on", doubt=None, moved_from=None)))
    weekdays = _weekdays(agenda, voice, sorted({time.day.isoweekday() for time in would}))
    again = next_dates(one.rules, one.calendar, last + timedelta(days=1), 1)
    notes = (voice.say("De volgende keer is {dag}.", dag=voice.day_long(again[0].day)),) if again else ()
    return replace(row, when=(weekdays, *row.when[:1]), chips=(), notes=notes, evening=False)


def _weekdays(agenda: Agenda, voice: Voice, weekdays: Sequence[int]) -> Piece:
    names = [weekday(voice, agenda.monday() + timedelta(days=day - 1)) for day in weekdays]
    if len(names) > 2 and weekdays[-1] - weekdays[0] == len(names) - 1:
        return voice.say("{van} t/m {tot}", van=names[0], tot=names[-1])
    return " ".join(names)


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
