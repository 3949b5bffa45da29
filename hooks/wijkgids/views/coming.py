"""The evenings and the weekends of a neighbourhood, from today to the end of next week, day by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wijkgids.agenda import Agenda, Time
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.day import NL, WEEKS, Day, day_of, week_times, week_title
from wijkgids.views.parts import Link


@dataclass(frozen=True)
class DaysPage:
    """The evenings or the weekends of a neighbourhood, from today to the end of next week."""

    title: Piece
    description: Piece
    period: Piece
    days: tuple[Day, ...]
    back: Link
    finder: str
    pinned: bool


def evenings(agenda: Agenda, voice: Voice, neighbourhood: str) -> DaysPage:
    """What there is in the evenings that are still to come of this week and the next."""
    page = _coming(agenda, voice, neighbourhood, lambda time: time.evening)
    name = Name(agenda.guide.checked.neighbourhoods[neighbourhood].name)
    title = voice.say("’s Avonds in {wijk}", wijk=name)
    found = tuple(replace(day, rows=day.evening, evening=()) for day in page.days if day.evening)
    return replace(page, title=title, description=title, days=found)


def weekends(agenda: Agenda, voice: Voice, neighbourhood: str) -> DaysPage:
    """What there is on the Saturdays and Sundays that are still to come of this week and the next."""
    page = _coming(agenda, voice, neighbourhood, lambda time: time.weekend)
    name = Name(agenda.guide.checked.neighbourhoods[neighbourhood].name)
    title = voice.say("In het weekend in {wijk}", wijk=name)
    found = tuple(day for day in page.days if date.fromisoformat(day.iso).isoweekday() > 5)
    period = voice.period(date.fromisoformat(found[0].iso), date.fromisoformat(found[-1].iso))
    return replace(page, title=title, description=title, days=found, period=period)


def _coming(agenda: Agenda, voice: Voice, neighbourhood: str, fits: Callable[[Time], bool]) -> DaysPage:
    monday = agenda.monday()
    week_days = [monday + timedelta(days=ahead) for ahead in range(7 * WEEKS)]
    times = [
        time
        for number in range(WEEKS)
        for time in week_times(agenda, neighbourhood, monday + timedelta(weeks=number))
        if fits(time)
    ]
    name = Name(agenda.guide.checked.neighbourhoods[neighbourhood].name)
    return DaysPage(
        title="",
        description="",
        period=voice.period(agenda.today, week_days[-1]),
        days=tuple(
            replace(day_of(agenda, voice, one, times, neighbourhood=neighbourhood), anchor=f"d{one.isoformat()}")
            for one in week_days
            if one >= agenda.today
        ),
        back=Link(week_title(voice, monday, 1, name), addresses.week(NL, neighbourhood)),
        finder=addresses.finder(NL, neighbourhood),
        pinned=agenda.guide.checked.today is not None,
    )
