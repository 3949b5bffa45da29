"""The week of a house and the next: its sheet as a page. What is held there, and what it organises elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wijkgids.agenda import ActorOf, Agenda, Time
from wijkgids.texts import Name, Piece, Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.contact import Action, tel
from wijkgids.views.day import WEEKS, Day, day_of, sunk_last, week_title
from wijkgids.views.parts import Link
from wijkgids.views.printdesk import page_of
from wijkgids.views.rows import Row, time_row
from wijkgids.views.sheet_rows import row as on_paper
from wijkgids.views.week import Sheet, sheets

NL = addresses.SOURCE


@dataclass(frozen=True)
class Week:
    """A week of a house: its days, and its sheets in the reader's language."""

    title: Piece
    period: Piece
    days: tuple[Day, ...]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class HouseWeek:
    """All that the page says. `about` leads to the page of the house, `quarter` to the week of its neighbourhood."""

    title: Piece
    description: Piece
    about: Link
    where: tuple[Piece, ...]
    call: Action | None
    weeks: tuple[Week, ...]
    quarter: Link
    screen: str
    paper: str
    pinned: bool


def house_week(agenda: Agenda, voice: Voice, house: ActorOf) -> HouseWeek:
    """The week of a house in a language."""
    settings = agenda.guide.checked
    quarter = settings.neighbourhoods[house.neighbourhood]
    title = week_title(voice, agenda.monday(), 1, Name(house.name))
    phone = house.reach.phone if house.reach else None
    link = tel(phone) if phone else None
    where = house.where
    number = voice.phone(phone or "")
    return HouseWeek(
        title=title,
        description=title,
        about=Link(Name(house.name), addresses.actor(NL, house.slug)),
        where=tuple(
            piece
            for piece in (
                Name(where.address) if where and where.address else None,
                voice.prose(where.find) if where and where.find else None,
            )
            if piece
        ),
        call=Action("phone", voice.say("Bel {nummer}", nummer=number), link, number) if link else None,
        weeks=tuple(_week(agenda, voice, house.slug, number) for number in range(1, WEEKS + 1)),
        quarter=Link(
            week_title(voice, agenda.monday(), 1, Name(quarter.name)), addresses.week(NL, house.neighbourhood)
        ),
        screen=addresses.screen(NL, house.slug),
        paper=page_of(house.slug),
        pinned=settings.today is not None,
    )


def _week(agenda: Agenda, voice: Voice, slug: str, number: int) -> Week:
    monday = agenda.monday() + timedelta(weeks=number - 1)
    sunday = monday + timedelta(days=6)
    times = agenda.times(monday, sunday, house=slug)
    found = (_day(agenda, voice, slug, monday + timedelta(days=ahead), times) for ahead in range(7))
    # Next week stands under this one: there a day without anything says nothing.
    return Week(
        title=voice.say("Deze week") if number == 1 else voice.say("Volgende week"),
        period=voice.period(monday, sunday),
        days=tuple(
            replace(day, anchor=f"w{number}{day.anchor}") for day in found if number == 1 or day.rows or day.evening
        ),
        sheets=sheets(agenda, voice, slug, number),
    )


def _day(agenda: Agenda, voice: Voice, slug: str, day: date, times: Sequence[Time]) -> Day:
    own = sunk_last(time for time in times if time.on.day == day)
    return replace(
        day_of(agenda, voice, day, ()),
        rows=tuple(house_row(agenda, voice, time, slug) for time in own if not time.evening),
        evening=tuple(house_row(agenda, voice, time, slug) for time in own if time.evening),
        empty=None if own else voice.say("Nog niets"),
    )


def house_row(agenda: Agenda, voice: Voice, time: Time, slug: str, *, languages: int = 3) -> Row:
    """A time as its sheet tells it: who does it, its place elsewhere, the room, for whom, the programme."""
    row = time_row(agenda, voice, time, languages=languages)
    told = on_paper(agenda, time, (voice,), slug).told[0]
    said = {str(one) for one in (*row.notes, *(chip.text for chip in row.chips))}
    notes = () if row.off else tuple(_lines(voice, (told.whom, told.notes), said))
    return replace(row, place=_line(told.place), notes=(*row.notes, *notes))


def _lines(voice: Voice, all_: Sequence[Sequence[Piece]], said: set[str]) -> Iterator[Piece]:
    for pieces in all_:
        left = tuple(piece for piece in pieces if str(piece) not in said)
        if left:
            yield _line(left) or ""


def _line(pieces: Sequence[Piece]) -> Piece | None:
    """Facts beside each other."""
    joined = [part for piece in pieces for part in (" · ", piece)][1:]
    return Sentence(tuple(joined)) if joined else None
