"""The finder: lists and ticks over rows. It works without a script.

Each row carries its keys; a rule of CSS per choice hides the rows without that key (design §8: `:has()`). A choice that
would find nothing is not offered. A neighbourhood has its own, and a guide that is not large one for all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import timedelta

from wijkgids.agenda import ActivityKey, Agenda
from wijkgids.texts import Name, Piece, Voice
from wijkgids.texts.dates import RTL
from wijkgids.views import addresses
from wijkgids.views.contact import Action, tel
from wijkgids.views.finder_keys import (
    CIRCLES,
    DAYS,
    PARTS,
    TICKS,
    WEEKEND,
    Clock,
    audience_key,
    clock,
    quarter_key,
    theme_key,
    times,
)
from wijkgids.views.finder_rows import finder_rows, found_by, spoken_in
from wijkgids.views.home import quarters_of
from wijkgids.views.parts import Link
from wijkgids.views.rows import Row
from wijkgids.views.week import Choice, Chooser

__all__ = ["FinderPage", "Option", "WholePage", "finder_page", "theme_key", "whole_page"]

ONE_LIST = 160  # rows: with more the whole guide is no list for a cheap phone


@dataclass(frozen=True)
class Option:
    """A choice: its key on the rows, and its text (a language by its own name, with its code and direction)."""

    key: str
    text: Piece
    code: str = ""
    dir: str = ""


@dataclass(frozen=True)
class FinderPage:
    """All that a finder says. `places` are its neighbourhoods to choose from, `quarters` the other finders.

    `call` is who to call when nothing fits. `whole`: it is that of the whole guide.
    """

    title: Piece
    description: Piece
    themes: tuple[Option, ...]
    languages: tuple[Option, ...]
    days: tuple[Option, ...]
    parts: tuple[Option, ...]
    places: tuple[Option, ...]
    audiences: tuple[Option, ...]
    circles: tuple[Option, ...]
    ticks: tuple[Option, ...]
    clock: Clock
    quarters: tuple[Choice, ...]
    rows: tuple[Row, ...]
    call: Action | None
    whole: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key on the rows that can be chosen: each gets its rule. Those of the time are in `clock`."""
        lists = (self.themes, self.languages, self.places, self.ticks, self.audiences, self.circles)
        return tuple(option.key for options in lists for option in options)


@dataclass(frozen=True)
class WholePage:
    """The finder of a guide with more than fits in one list: the word box, and ways to what is shorter."""

    title: Piece
    description: Piece
    choose: Chooser
    themes: tuple[Link, ...]
    call: Action | None


def finder_page(agenda: Agenda, voice: Voice, neighbourhood: str) -> FinderPage:
    """The finder of a neighbourhood in a language."""
    name = Name(agenda.guide.checked.neighbourhoods[neighbourhood].name)
    return _finder(agenda, voice, voice.say("Zoeken in {wijk}", wijk=name), neighbourhood, times(agenda))


def whole_page(agenda: Agenda, voice: Voice) -> FinderPage | WholePage:
    """The finder of the whole guide: a list to choose from, or for a large one the ways to its parts."""
    title = voice.say("Zoeken")
    found = found_by(agenda)
    if len(found) <= ONE_LIST:
        return _finder(agenda, voice, title, None, times(agenda))
    themes = {theme.id for one in found for theme in one.themes}
    pages = {key: addresses.finder(addresses.SOURCE, key) for key in agenda.guide.checked.neighbourhoods}
    return WholePage(
        title,
        voice.say("Kies je wijk."),
        Chooser(title, voice.say("Kies je wijk."), quarters_of(agenda, voice, pages)),
        tuple(
            Link(voice.word(one.name), addresses.theme(addresses.SOURCE, one.id))
            for one in agenda.guide.words.themes.values()
            if one.id in themes
        ),
        _call(agenda, voice, None),
    )


def _finder(
    agenda: Agenda, voice: Voice, title: Piece, neighbourhood: str | None, when: dict[ActivityKey, str]
) -> FinderPage:
    rows = finder_rows(agenda, voice, neighbourhood, when)
    keys = {key for row in rows for key in row.keys.split()}
    clock_ = clock(row.times for row in rows)
    words = agenda.guide.words
    quarters = agenda.guide.checked.neighbourhoods
    circles = {"eigen": voice.say("Een eigen kring."), "gemengd": voice.say("Iedereen door elkaar.")}
    ticked = {
        "gratis": voice.say("Gratis"),
        "vrij": voice.say("Zonder aanmelden"),
        "zonder": voice.say("Zonder Nederlands"),
        "kind": voice.say("Kinderen mee"),
    }
    return FinderPage(
        title=title,
        description=title,
        themes=_offered(((theme_key(one), voice.word(one.name)) for one in words.themes.values()), keys),
        languages=_languages(agenda, voice, keys),
        days=_days(agenda, voice, clock_),
        parts=_parts(voice, clock_),
        places=_offered(((quarter_key(key), Name(one.name)) for key, one in quarters.items()), keys),
        audiences=_offered(((audience_key(one), voice.word(one.name)) for one in words.audiences.values()), keys),
        circles=_offered(((key, circles[key]) for key in CIRCLES.values()), keys),
        ticks=_offered(((key, ticked[key]) for key in TICKS), keys),
        clock=clock_,
        quarters=_quarters(agenda, voice, neighbourhood),
        rows=rows,
        call=_call(agenda, voice, neighbourhood),
        whole=neighbourhood is None,
    )  # fmt: skip


def _offered(options: Iterable[tuple[str, Piece]], keys: Set[str]) -> tuple[Option, ...]:
    return tuple(Option(key, text) for key, text in options if key in keys)


def _languages(agenda: Agenda, voice: Voice, keys: Set[str]) -> tuple[Option, ...]:
    """Languages by their own names: the reader's first, then those of the guide, then the others by alphabet."""
    order = [voice.lang, *agenda.guide.checked.languages, *sorted(spoken_in(agenda))]
    return tuple(
        Option(code, voice.language(code), code, "rtl" if code in RTL else "ltr")
        for code in dict.fromkeys(order)
        if code in keys
    )


def _days(agenda: Agenda, voice: Voice, clock_: Clock) -> tuple[Option, ...]:
    monday = agenda.monday()
    names: dict[str, Piece] = {
        key: voice.weekday(monday + timedelta(int(DAYS[key]) - 1)) for key in DAYS if key != WEEKEND
    }
    names[WEEKEND] = voice.say("Weekend")
    return tuple(Option(key, names[key]) for key in clock_.days)


def _parts(voice: Voice, clock_: Clock) -> tuple[Option, ...]:
    names = dict(
        zip(
            (part[0] for part in PARTS),
            (voice.say("’s ochtends"), voice.say("’s middags"), voice.say("’s avonds")),
            strict=True,
        )
    )
    return tuple(Option(key, names[key]) for key in clock_.parts)


def _quarters(agenda: Agenda, voice: Voice, here: str | None) -> tuple[Choice, ...]:
    """The finders of a guide with more than one neighbourhood."""
    quarters = agenda.guide.checked.neighbourhoods
    if len(quarters) < 2:
        return ()
    whole = Choice(voice.say("Alle wijken"), addresses.finder(addresses.SOURCE), here is None)
    return (
        whole,
        *(
            Choice(Name(one.name), addresses.finder(addresses.SOURCE, key), key == here, key)
            for key, one in quarters.items()
        ),
    )


def _call(agenda: Agenda, voice: Voice, neighbourhood: str | None) -> Action | None:
    settings = agenda.guide.checked
    phone = settings.neighbourhoods[neighbourhood].phone if neighbourhood else None
    link, number = tel(phone or settings.publisher.phone), voice.phone(phone or settings.publisher.phone)
    return Action("phone", voice.say("Bel {nummer}", nummer=number), link, number) if link else None
