"""The week of a neighbourhood: a strip of days, days as headings, the evening apart, and what does not go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wijkgids.agenda import Agenda, Time
from wijkgids.texts import Ltr, Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.contact import mail
from wijkgids.views.home import Quarter, quarters_of
from wijkgids.views.rows import Row, time_row
from wijkgids.views.week_sheet import wanted

ARTICLE = "ال"  # Arabic; without it a weekday fits in a strip of seven on a phone


@dataclass(frozen=True)
class Day:
    """A day: `iso` is its date, `weekday` and `number` stand in the strip, `title` is its heading.

    `narrow`: the weekday is one letter, as on calendars of its language.
    """

    anchor: str
    iso: str
    weekday: str
    narrow: bool
    number: Ltr
    title: Piece
    today: bool
    rows: tuple[Row, ...]
    evening: tuple[Row, ...]
    empty: Piece | None


@dataclass(frozen=True)
class Sheet:
    """A PDF of this week: its languages, and its file."""

    text: Piece
    path: str


@dataclass(frozen=True)
class Choice:
    """A week or a neighbourhood to go to. `here`: the page itself."""

    text: Piece
    page: str
    here: bool


@dataclass(frozen=True)
class WeekPage:
    """All that the page of a week says. `tell` is a mail to who keeps the guide, "" where that is no address."""

    title: Piece
    description: Piece
    period: Piece
    days: tuple[Day, ...]
    weeks: tuple[Choice, ...]
    quarters: tuple[Choice, ...]
    sheets: tuple[Sheet, ...]
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
    sunday = monday + timedelta(days=6)
    times = agenda.times(monday, sunday, neighbourhood=neighbourhood)
    name = Name(settings.neighbourhoods[neighbourhood].name)
    title = _title(voice, monday, number, name)
    return WeekPage(
        title=title,
        description=title,
        period=voice.period(monday, sunday),
        days=tuple(_day(agenda, voice, monday + timedelta(days=ahead), times) for ahead in range(7)),
        weeks=tuple(_choice(agenda, voice, neighbourhood, one, one == number) for one in range(1, addresses.WEEKS + 1)),
        quarters=tuple(
            Choice(Name(one.name), addresses.week(addresses.SOURCE, key, number), key == neighbourhood)
            for key, one in settings.neighbourhoods.items()
        ) if len(settings.neighbourhoods) > 1 else (),
        sheets=sheets(agenda, voice, neighbourhood, number),
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
    for spec in wanted(agenda):
        own = voice.lang in spec.languages and (len(spec.languages) == 1 or voice.lang != addresses.SOURCE)
        if own and spec.slug == slug and spec.week == number - 1:
            languages = voice.listing([voice.language(code) for code in spec.languages])
            found.append(Sheet(voice.say("{talen} (PDF)", talen=languages), spec.path))
    return tuple(found)


def _day(agenda: Agenda, voice: Voice, day: date, times: Sequence[Time]) -> Day:
    name = voice.weekday_short(day).removeprefix(ARTICLE)
    # What nobody looked at for long stands at the foot of its part of the day.
    own = sorted((time for time in times if time.on.day == day), key=lambda time: time.sunk)
    return Day(
        anchor=f"d{day.isoweekday()}",
        iso=day.isoformat(),
        weekday=name,
        narrow=len(name) == 1,
        number=Ltr(str(day.day)),
        title=voice.day_long(day),
        today=day == agenda.today,
        rows=tuple(time_row(agenda, voice, time) for time in own if not time.evening),
        evening=tuple(time_row(agenda, voice, time) for time in own if time.evening),
        empty=None if own else voice.say("Voor {dag} staat er nog niets in de gids.", dag=voice.weekday(day)),
    )


def _title(voice: Voice, monday: date, number: int, name: Name) -> Piece:
    if number == 1:
        return voice.say("Deze week in {wijk}", wijk=name)
    if number == 2:
        return voice.say("Volgende week in {wijk}", wijk=name)
    return voice.say("De week van {dag} in {wijk}", dag=voice.day_month(monday), wijk=name)


def _choice(agenda: Agenda, voice: Voice, neighbourhood: str, number: int, here: bool) -> Choice:
    page = addresses.week(addresses.SOURCE, neighbourhood, number)
    if number == 1:
        return Choice(voice.say("Deze week"), page, here)
    if number == 2:
        return Choice(voice.say("Volgende week"), page, here)
    monday = agenda.monday() + timedelta(weeks=number - 1)
    return Choice(voice.say("Week van {dag}", dag=voice.day_month(monday)), page, here)
