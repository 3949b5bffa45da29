"""The programme for a screen in a hall: eight days of a house or neighbourhood, and words in every language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wijkgids.agenda import Agenda, Time
from wijkgids.freshness import Stage
from wijkgids.texts import Name, Piece, Voice, voices
from wijkgids.views import addresses
from wijkgids.views.day import days
from wijkgids.views.home import choose
from wijkgids.views.house_week import house_row
from wijkgids.views.parts import Link
from wijkgids.views.rows import Row, time_row
from wijkgids.views.week_sheet import sheet_places

NL = addresses.SOURCE
LANGUAGES = 2  # on a row
MOST = 40  # times of a day: more go by before anyone in a hall has read them


@dataclass(frozen=True)
class Shown:
    """A time on the screen: the script reads its hours where people read them, in front.

    `off` is which word says that it is not on: off, moved, or "" where it is. `late`: it began the evening before.
    """

    row: Row
    off: str
    late: bool


@dataclass(frozen=True)
class ScreenDay:
    """A day of the screen. `more`: not all of it is here."""

    iso: str
    title: Piece
    rows: tuple[Shown, ...]
    more: bool


@dataclass(frozen=True)
class Tongue:
    """The words that the screen says in turn in each language."""

    lang: str
    dir: str
    today: Piece
    tomorrow: Piece
    now: Piece
    next: Piece
    evening: Piece
    off: Piece
    moved: Piece
    ask: Piece


@dataclass(frozen=True)
class Screen:
    """All that the screen says. `back` leads to where one chooses another."""

    title: Piece
    description: Piece
    name: Name
    iso: str
    days: tuple[ScreenDay, ...]
    tongues: tuple[Tongue, ...]
    made: Piece
    back: Link
    pinned: bool


@dataclass(frozen=True)
class Group:
    """The screens of a neighbourhood: its own and those of its houses."""

    name: Name
    places: tuple[Link, ...]


@dataclass(frozen=True)
class Screens:
    """Which screen?"""

    title: Piece
    description: Piece
    groups: tuple[Group, ...]


def screens(agenda: Agenda, voice: Voice) -> Screens:
    """The screens to choose from, by neighbourhood."""
    quarters = agenda.guide.checked.neighbourhoods
    found: dict[str, list[Link]] = {key: [] for key in quarters}
    for slug, name in sheet_places(agenda).items():
        if slug in found:
            found[slug].insert(0, Link(voice.say("De hele wijk"), addresses.screen(NL, slug)))
        else:
            found[agenda.actors[slug].neighbourhood].append(Link(Name(name), addresses.screen(NL, slug)))
    lead = voice.say("Kies een plek. Zet de bladzijde dan op het scherm in de hal.")
    return Screens(
        voice.say("Voor op een scherm"),
        lead,
        tuple(Group(Name(quarters[key].name), tuple(links)) for key, links in found.items()),
    )


def screen(agenda: Agenda, voice: Voice, slug: str, place: str) -> Screen:
    """The screen of a house or neighbourhood called `place` in a language."""
    settings = agenda.guide.checked
    name = Name(place)
    spoken = voices(settings.languages, {}, agenda.guide.words.languages)
    order = [voice, *(one for lang, one in spoken.items() if lang != voice.lang)]
    whole = slug in settings.neighbourhoods
    range_ = days(agenda)
    found = agenda.times(
        range_[0] - timedelta(days=1), range_[-1], neighbourhood=slug if whole else None, house=None if whole else slug
    )
    times = [time for time in found if time.activity.freshness.stage in (Stage.FRESH, Stage.CALL)]
    title = voice.say("Vandaag in {plek}", plek=name)
    return Screen(
        title=title,
        description=title,
        name=name,
        iso=agenda.today.isoformat(),
        days=tuple(_day(agenda, voice, slug, day, times) for day in range_),
        tongues=tuple(_tongue(one) for one in order),
        made=voice.say("Gemaakt op {dag}.", dag=voice.day_year(agenda.today)),
        back=Link(voice.say("Voor op een scherm"), addresses.screen(NL)),
        pinned=settings.today is not None,
    )


def _day(agenda: Agenda, voice: Voice, slug: str, day: date, times: Sequence[Time]) -> ScreenDay:
    # What began the evening before may go on past midnight.
    own = [time for time in times if time.on.day == day or (day == agenda.today and _past_midnight(time, day))]
    shown = own if len(own) <= MOST else choose(own, voice.lang, MOST)
    return ScreenDay(
        iso=day.isoformat(),
        title=voice.day_long(day),
        rows=tuple(_shown(agenda, voice, slug, time, day) for time in shown),
        more=len(shown) < len(own),
    )


def _shown(agenda: Agenda, voice: Voice, slug: str, time: Time, day: date) -> Shown:
    if slug in agenda.guide.checked.neighbourhoods:
        row = time_row(agenda, voice, time, languages=LANGUAGES)
    else:
        row = house_row(agenda, voice, time, slug, languages=LANGUAGES)
    off = {"cancelled": "off", "moved": "moved"}.get(time.on.state, "")
    kept = replace(row, chips=() if off else row.chips, notes=row.notes if off else ())
    return Shown(kept, off, time.on.day < day)


def _past_midnight(time: Time, day: date) -> bool:
    return time.on.day < day and time.on.end is not None and time.on.end.date() == day and time.on.state == "on"


def _tongue(voice: Voice) -> Tongue:
    return Tongue(
        lang=voice.lang,
        dir=voice.dir,
        today=voice.say("Vandaag"),
        tomorrow=voice.say("Morgen"),
        now=voice.say("nu"),
        next=voice.say("straks"),
        evening=voice.say("avond"),
        off=voice.say("gaat niet door"),
        moved=voice.say("verplaatst"),
        ask=voice.say("Vraag het aan de balie."),
    )
