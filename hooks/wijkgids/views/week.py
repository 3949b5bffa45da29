"""The week of a neighbourhood: a strip of days, days as headings, the evening apart, and what does not go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wijkgids.agenda import Agenda, Time
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.contact import mail
from wijkgids.views.day import FULL, OF_A_DAY, WEEKS, Day, day_of, week_times, week_title
from wijkgids.views.home import Quarter, choose, quarters_of
from wijkgids.views.rows import MOON
from wijkgids.views.week_sheet import wanted_of


@dataclass(frozen=True)
class Sheet:
    """A PDF of this week: its languages, and its file."""

    text: Piece
    path: str


@dataclass(frozen=True)
class PartOf:
    """The evenings, the weekend or the holiday of a neighbourhood, with its drawing."""

    icon: str | None
    text: Piece
    page: str


@dataclass(frozen=True)
class Choice:
    """A week or a neighbourhood to go to. `here`: the page itself. `key` is the slug of a neighbourhood."""

    text: Piece
    page: str
    here: bool
    key: str = ""


@dataclass(frozen=True)
class WeekPage:
    """All that the page of a week says. `parts` lead to its evenings, weekends and the next school holiday.

    `tell` is a mail to who keeps the guide, "" where that is no address.
    """

    title: Piece
    description: Piece
    period: Piece
    days: tuple[Day, ...]
    parts: tuple[PartOf, ...]
    weeks: tuple[Choice, ...]
    quarters: tuple[Choice, ...]
    sheets: tuple[Sheet, ...]
    here: str
    finder: str
    paper: str
    tell: str
    pinned: bool


@dataclass(frozen=True)
class Chooser:
    """A page to choose a neighbourhood on: for the week, or for the finder."""

    title: Piece
    lead: Piece
    quarters: tuple[Quarter, ...]


def week_page(agenda: Agenda, voice: Voice, neighbourhood: str, number: int = 1) -> WeekPage:
    """The week of a neighbourhood: 1 is the week of today, up to 4."""
    settings = agenda.guide.checked
    monday = agenda.monday() + timedelta(weeks=number - 1)
    times = week_times(agenda, neighbourhood, monday)
    name = Name(settings.neighbourhoods[neighbourhood].name)
    title = week_title(voice, monday, number, name)
    return WeekPage(
        title=title,
        description=title,
        period=voice.period(monday, monday + timedelta(days=6)),
        days=tuple(_days(agenda, voice, neighbourhood, monday, times)),
        parts=parts_of(voice, neighbourhood),
        weeks=tuple(_choice(agenda, voice, neighbourhood, one, one == number) for one in range(1, addresses.WEEKS + 1)),
        quarters=tuple(
            Choice(Name(one.name), addresses.week(addresses.SOURCE, key, number), key == neighbourhood, key)
            for key, one in settings.neighbourhoods.items()
        ) if len(settings.neighbourhoods) > 1 else (),
        sheets=sheets(agenda, voice, neighbourhood, number),
        here=neighbourhood,
        finder=addresses.finder(addresses.SOURCE, neighbourhood),
        paper=addresses.print_desk(addresses.SOURCE),
        tell=mail(settings.publisher.email, f"Voor de gids: {settings.neighbourhoods[neighbourhood].name}") or "",
        pinned=settings.today is not None,
    )  # fmt: skip


def chooser(agenda: Agenda, voice: Voice) -> Chooser:
    """Which neighbourhood's week?"""
    pages = {key: addresses.week(addresses.SOURCE, key) for key in agenda.guide.checked.neighbourhoods}
    return Chooser(voice.say("Deze week"), voice.say("Kies je wijk."), quarters_of(agenda, voice, pages))


def sheets(agenda: Agenda, voice: Voice, slug: str, number: int) -> tuple[Sheet, ...]:
    """The sheets of a week in the reader's language: that language alone, and beside Dutch. None after next week."""
    found = []
    for spec in wanted_of(agenda, slug, slug):
        own = voice.lang in spec.languages and (len(spec.languages) == 1 or voice.lang != addresses.SOURCE)
        if own and spec.week == number - 1:
            languages = voice.listing([voice.language(code) for code in spec.languages])
            found.append(Sheet(voice.say("{talen} (PDF)", talen=languages), spec.path))
    return tuple(found)


def parts_of(voice: Voice, neighbourhood: str) -> tuple[PartOf, ...]:
    """The evenings, weekends and school holiday of a neighbourhood."""
    nl = addresses.SOURCE
    return (
        PartOf(MOON, voice.say("’s Avonds"), addresses.part_of_week(nl, neighbourhood, "avond")),
        PartOf(None, voice.say("Weekend"), addresses.part_of_week(nl, neighbourhood, "weekend")),
        PartOf("sun", voice.say("Schoolvakantie"), addresses.part_of_week(nl, neighbourhood, "vakantie")),
    )


def _days(agenda: Agenda, voice: Voice, neighbourhood: str, monday: date, times: Sequence[Time]) -> Iterator[Day]:
    """The seven days. Of a week that would be too long a page each day shows a few, and leads to the rest."""
    long = len(times) > FULL
    linked = long or monday < agenda.monday() + timedelta(weeks=WEEKS)
    for ahead in range(7):
        on = monday + timedelta(days=ahead)
        own = [time for time in times if time.on.day == on]
        shown = choose(own, voice.lang, OF_A_DAY) if long and len(own) > OF_A_DAY else own
        day = day_of(agenda, voice, on, shown, neighbourhood=neighbourhood if linked else "")
        more = voice.say("Alles van {dag}", dag=day.title) if len(shown) < len(own) else None
        yield replace(day, more=more)


def _choice(agenda: Agenda, voice: Voice, neighbourhood: str, number: int, here: bool) -> Choice:
    page = addresses.week(addresses.SOURCE, neighbourhood, number)
    if number == 1:
        return Choice(voice.say("Deze week"), page, here)
    if number == 2:
        return Choice(voice.say("Volgende week"), page, here)
    monday = agenda.monday() + timedelta(weeks=number - 1)
    return Choice(voice.say("Week van {dag}", dag=voice.day_month(monday)), page, here)
