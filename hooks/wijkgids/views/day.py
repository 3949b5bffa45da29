"""A day: of the whole guide, with some of each neighbourhood, or of a neighbourhood, with all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from wijkgids.agenda import ActivityKey, Agenda, Time
from wijkgids.occurrences import Occurrence
from wijkgids.texts import Ltr, Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.home import Pill, choose, rows_of_home
from wijkgids.views.parts import Link
from wijkgids.views.rows import MOON, Row, time_row

Mark: TypeAlias = tuple[ActivityKey, Occurrence]

NL = addresses.SOURCE
ARTICLE = "ال"  # Arabic; without it a weekday fits in a strip of seven on a phone
AHEAD = 7  # days after today that the whole guide has a page for
WEEKS = 2  # this week and the next: the days of a neighbourhood that have a page
NOON, EVENING = 12, 17
MOST = 15  # times that a day of the whole guide shows, shared among the neighbourhoods
FEWEST = 2
HOME = "h"  # the key of rows that the first page takes over when this is the reader's today
# A week of more times than this shows of each day those that suit most people; the page of the day has them all.
FULL = 90
OF_A_DAY = 8


@dataclass(frozen=True)
class Day:
    """A day in a list of days: `iso` is its date, `weekday` and `number` stand in the strip, `title` is its heading.

    `narrow`: the weekday is one letter, as on calendars of its language. `page` is the page of the day, `more` says
    that not all of it stands here.
    """

    anchor: str
    iso: str
    weekday: str
    narrow: bool
    number: Ltr
    title: Piece
    today: bool
    past: bool
    rows: tuple[Row, ...]
    evening: tuple[Row, ...]
    empty: Piece | None
    page: str = ""
    more: Piece | None = None


@dataclass(frozen=True)
class Part:
    """A part of a day: morning, afternoon, evening, or what has no hour."""

    title: Piece
    icon: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class DayPage:
    """All that the page of a day says. `before` and `after` are the days beside it, `strip` those of its week.

    `quarters` lead to the same day in each neighbourhood, which has all of it.
    """

    title: Piece
    description: Piece
    day: Day
    strip: tuple[Day, ...]
    parts: tuple[Part, ...]
    back: Link
    before: Link | None
    after: Link | None
    quarters: tuple[Pill, ...]
    here: str
    pinned: bool


def day_of(agenda: Agenda, voice: Voice, day: date, times: Sequence[Time], *, neighbourhood: str = "") -> Day:
    """A day with its part of `times`. `neighbourhood` is whose: its page is linked where it has one."""
    name = voice.weekday_short(day).removeprefix(ARTICLE)
    own = sunk_last(time for time in times if time.on.day == day)
    return Day(
        anchor=f"d{day.isoweekday()}",
        iso=day.isoformat(),
        weekday=name,
        narrow=len(name) == 1,
        number=Ltr(str(day.day)),
        title=voice.day_long(day),
        today=day == agenda.today,
        past=day < agenda.today,
        rows=tuple(time_row(agenda, voice, time) for time in own if not time.evening),
        evening=tuple(time_row(agenda, voice, time) for time in own if time.evening),
        empty=None if own else voice.say("Voor {dag} staat er nog niets in de gids.", dag=voice.weekday(day)),
        page=addresses.day_in(NL, neighbourhood, day.isoformat()) if neighbourhood else "",
    )


def sunk_last(times: Iterable[Time]) -> list[Time]:
    """The same times; what nobody looked at for long stands at the foot."""
    return sorted(times, key=lambda time: time.sunk)


def days(agenda: Agenda) -> list[date]:
    """The days that have a page in the whole guide: today and the seven after it."""
    return [agenda.today + timedelta(days=ahead) for ahead in range(AHEAD + 1)]


def spans(agenda: Agenda) -> dict[str, list[date]]:
    """The days that have a page, by neighbourhood: this week and the next, and a later week that is too long a page."""
    found: dict[str, list[date]] = {key: [] for key in agenda.guide.checked.neighbourhoods}
    for number in range(addresses.WEEKS):
        monday = agenda.monday() + timedelta(weeks=number)
        for key, own in found.items():
            if number < WEEKS or len(week_times(agenda, key, monday)) > FULL:
                own += [monday + timedelta(days=ahead) for ahead in range(7)]
    return found


def week_times(agenda: Agenda, neighbourhood: str, monday: date) -> list[Time]:
    """The times of a neighbourhood in the week of a Monday."""
    return agenda.times(monday, monday + timedelta(days=6), neighbourhood=neighbourhood)


def day_page(agenda: Agenda, voice: Voice, day: date) -> DayPage:
    """A day in the whole guide: some of each neighbourhood, which has a page of its own with all."""
    settings = agenda.guide.checked
    range_ = days(agenda)
    times = [time for time in agenda.times(range_[0], range_[-1]) if time.on.day == day]
    many = len(settings.neighbourhoods) > 1
    iso = day.isoformat()
    week = range_[1:] if day == range_[-1] else range_[:-1]  # a strip has room for seven
    first_page = {_mark(time) for time in choose(times, voice.lang, rows_of_home(agenda))}

    def row(time: Time) -> Row:
        also_home = _mark(time) in first_page
        said = time_row(agenda, voice, time, say_evening=also_home, say_where=many)
        return replace(said, keys=HOME) if also_home else said

    shown = _some_of_each(agenda, times, voice.lang, first_page)
    return DayPage(
        title=voice.day_long(day),
        description=voice.day_full(day),
        day=day_of(agenda, voice, day, ()),
        strip=tuple(replace(day_of(agenda, voice, one, ()), page=addresses.day(NL, one.isoformat())) for one in week),
        parts=_parts(voice, shown, row),
        back=Link(voice.say("Start"), addresses.home(NL)),
        before=_beside(voice, day - timedelta(days=1), range_, None),
        after=_beside(voice, day + timedelta(days=1), range_, None),
        quarters=tuple(
            Pill(Name(one.name), addresses.day_in(NL, key, iso), key) for key, one in settings.neighbourhoods.items()
        ),
        here="",
        pinned=settings.today is not None,
    )


def day_in(agenda: Agenda, voice: Voice, neighbourhood: str, day: date, pages: Mapping[str, Sequence[date]]) -> DayPage:
    """A day in a neighbourhood, with all that there is and all that does not go on. `pages`: see `spans`."""
    settings = agenda.guide.checked
    monday = day - timedelta(days=day.isoweekday() - 1)
    times = [time for time in week_times(agenda, neighbourhood, monday) if time.on.day == day]
    name = Name(settings.neighbourhoods[neighbourhood].name)
    title = voice.say("{dag} in {wijk}", dag=voice.day_long(day), wijk=name)
    range_ = pages[neighbourhood]
    number = (monday - agenda.monday()).days // 7 + 1
    week = [monday + timedelta(days=ahead) for ahead in range(7)]
    iso = day.isoformat()
    there = [key for key in settings.neighbourhoods if day in pages[key]]
    return DayPage(
        title=title,
        description=title,
        day=day_of(agenda, voice, day, ()),
        strip=tuple(day_of(agenda, voice, one, (), neighbourhood=neighbourhood) for one in week),
        parts=_parts(voice, times, lambda time: time_row(agenda, voice, time)),
        back=Link(week_title(voice, monday, number, name), addresses.week(NL, neighbourhood, number)),
        before=_beside(voice, day - timedelta(days=1), range_, neighbourhood),
        after=_beside(voice, day + timedelta(days=1), range_, neighbourhood),
        quarters=tuple(
            Pill(Name(settings.neighbourhoods[key].name), addresses.day_in(NL, key, iso), key) for key in there
        ) if len(there) > 1 else (),
        here=neighbourhood,
        pinned=settings.today is not None,
    )  # fmt: skip


def week_title(voice: Voice, monday: date, number: int, name: Name) -> Piece:
    """How a week of a neighbourhood or house is called: this, the next, or by its Monday."""
    if number == 1:
        return voice.say("Deze week in {wijk}", wijk=name)
    if number == 2:
        return voice.say("Volgende week in {wijk}", wijk=name)
    return voice.say("De week van {dag} in {wijk}", dag=voice.day_month(monday), wijk=name)


def _mark(time: Time) -> Mark:
    return time.activity.key, time.on


def _some_of_each(agenda: Agenda, times: Sequence[Time], lang: str, always: Set[Mark]) -> list[Time]:
    """All of a neighbourhood where that is few; else those that suit most people. `always` are among them."""
    quarters = agenda.guide.checked.neighbourhoods
    most = max(FEWEST, MOST // len(quarters))
    kept = set(always)
    for key in quarters:
        own = [time for time in times if time.activity.neighbourhood == key]
        kept |= {_mark(time) for time in (own if len(own) <= most else choose(own, lang, most))}
    return [time for time in times if _mark(time) in kept]


def _parts(voice: Voice, times: Sequence[Time], row: Callable[[Time], Row]) -> tuple[Part, ...]:
    found: dict[int, list[Time]] = {}
    for time in sunk_last(times):
        hour = time.on.start.hour if time.on.start else None
        found.setdefault(3 if hour is None else 0 if hour < NOON else 1 if hour < EVENING else 2, []).append(time)
    titles: tuple[tuple[Piece, str | None], ...] = (
        (voice.say("’s Ochtends"), None),
        (voice.say("’s Middags"), None),
        (voice.say("’s Avonds"), MOON),
        (voice.say("{wat}: niet bekend, vraag het", wat=voice.say("Tijd")), None),
    )
    return tuple(Part(*titles[number], tuple(row(time) for time in own)) for number, own in sorted(found.items()))


def _beside(voice: Voice, day: date, range_: Sequence[date], neighbourhood: str | None) -> Link | None:
    if day not in range_:
        return None
    iso = day.isoformat()
    page = addresses.day(NL, iso) if neighbourhood is None else addresses.day_in(NL, neighbourhood, iso)
    return Link(voice.day_long(day), page)
