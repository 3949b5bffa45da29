"""A need: first people who help or go along, then what you can do, desks last. That is the order of trust.

One page for the guide, and in a guide of more neighbourhoods one for each that has something, with all that it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, GuidanceOf
from wijkgids.freshness import Stage
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses, letterwords
from wijkgids.views.choice import EVENING
from wijkgids.views.finder import ONE_LIST
from wijkgids.views.finder_keys import theme_key
from wijkgids.views.finder_rows import found_by
from wijkgids.views.fitting import Sorted, keys_of, sort_out
from wijkgids.views.formal import DESK, Desk, desk, is_desk
from wijkgids.views.helpers import Companion, helping, helping_and_names
from wijkgids.views.parts import Link, Pill
from wijkgids.views.routes import there
from wijkgids.views.rows import MOON, Row, activity_row, page_of, shares
from wijkgids.vocabulary import Theme

NL = addresses.SOURCE
MOST = 6  # rows of a neighbourhood on the page of the guide; the neighbourhood's own page has them all
ROWS = 9  # over all neighbourhoods
WHOLE = 20  # rows on the page of a neighbourhood that say what to know; of what more there is, the name
HELPERS = 5
DESKS, HOURS = 3, 2  # on the page of the guide, with what they ask; the others by name
ALL_DESKS = 8  # of a neighbourhood, or of a guide that has one
NAMES = 60  # of who else helps, of desks, of what else one can do: more than a page can hold is found in the finder

One = TypeVar("One", ActivityOf, ActorOf)


@dataclass(frozen=True)
class Quarter:
    """What you can do in one neighbourhood. `also` is the rest by name; `more` leads to where all of it stands."""

    anchor: str
    name: Name | None
    rows: tuple[Row, ...]
    also: tuple[Link, ...]
    more: str | None


@dataclass(frozen=True)
class ThemePage:
    """All that the page of a theme says; `here` is the neighbourhood that it is about, None for the whole guide.

    `near` are the neighbourhoods that have something, `picks` lead to the finder with one more choice made. `others`
    are who else helps, `more_desks` which other desks there are, `elsewhere` those of other neighbourhoods, with where.
    """

    title: Piece
    description: Piece
    theme: Theme
    lead: Piece
    here: Name | None
    back: Link
    near: tuple[Pill, ...]
    picks: tuple[Pill, ...]
    helpers: tuple[Companion, ...]
    others: tuple[Link, ...]
    more_helpers: str | None
    quarters: tuple[Quarter, ...]
    desks: tuple[Desk, ...]
    desk_hours: tuple[Row, ...]
    more_desks: tuple[Link, ...]
    elsewhere: tuple[tuple[Link, Name], ...]
    words: tuple[Link, ...]
    all_words: str


@dataclass(frozen=True)
class About:
    """All that there is about a theme: who goes along or helps, what one can do, the hours of desks, the desks.

    `near` is the same for each neighbourhood that has something.
    """

    theme: Theme
    guidances: tuple[GuidanceOf, ...]
    doing: tuple[ActivityOf, ...]
    hours: tuple[ActivityOf, ...]
    desks: tuple[ActorOf, ...]
    found: Sorted
    near: Mapping[str, About]

    def __bool__(self) -> bool:
        return bool(self.guidances or self.doing or self.hours or self.desks)


def about(agenda: Agenda, theme: Theme, found: Sorted) -> About:
    """What the guide has about a theme. In a guide of one neighbourhood `near` is empty: it is the guide."""
    live = [one for one in agenda.activities.values() if one.live and theme in one.themes]
    whole = About(
        theme,
        tuple(one for one in agenda.guidances(theme.id) if there(agenda, one)),
        tuple(one for one in live if one.kind.group != DESK),
        tuple(one for one in live if one.kind.group == DESK),
        tuple(one for one in agenda.actors.values() if one.live and is_desk(one) and theme in one.themes),
        found,
        {},
    )
    homes = agenda.guide.checked.neighbourhoods
    parts = {key: _of(agenda, whole, key) for key in homes} if len(homes) > 1 else {}
    return replace(whole, near={key: part for key, part in parts.items() if part})


def _of(agenda: Agenda, whole: About, quarter: str) -> About:
    """What of it is of one neighbourhood: its own, and who comes to it: to a desk there, or to do something there."""

    def comes(one: GuidanceOf) -> bool:
        ends = [agenda.actors[slug] for slug in (one.guide, one.to) if slug]
        held = {each.neighbourhood for each in ends[0].activities if each.live}
        return quarter in held | {each.neighbourhood for each in ends}

    return About(
        whole.theme,
        tuple(one for one in whole.guidances if comes(one)),
        tuple(one for one in whole.doing if one.neighbourhood == quarter),
        tuple(one for one in whole.hours if one.neighbourhood == quarter),
        tuple(one for one in whole.desks if one.neighbourhood == quarter),
        whole.found,
        {},
    )


def theme_page(agenda: Agenda, voice: Voice, theme: Theme, whole: About | None = None) -> ThemePage:
    """The page of one theme in a language: a little of each neighbourhood."""
    whole = whole or about(agenda, theme, sort_out(agenda))
    return _page(agenda, voice, whole, None, _quarters(agenda, voice, whole))


def theme_in(agenda: Agenda, voice: Voice, whole: About, quarter: str) -> ThemePage:
    """The page of a theme in one neighbourhood: all that it has, and the desks of the others by name."""
    own = whole.near[quarter]
    doing = _ordered(agenda, voice, own.theme, own.doing, own.found)
    rows = tuple(activity_row(agenda, voice, one) for one in doing[:WHOLE])
    page = f"{addresses.finder(NL, quarter)}#{theme_key(own.theme)}"
    also = tuple(Link(voice.prose(one.name), page_of(one)) for one in doing[WHOLE : WHOLE + NAMES])
    parts = (Quarter(quarter, None, rows, also, page if len(doing) > WHOLE + NAMES else None),) if rows else ()
    return _page(agenda, voice, whole, quarter, parts)


def helpers(agenda: Agenda, voice: Voice, theme: Theme) -> tuple[Companion, ...]:
    """Who helps with a theme, each group once: with room first, and in it those who speak the reader's language."""
    return helping(agenda, voice, agenda.guidances(theme.id))


def _page(
    agenda: Agenda,
    voice: Voice,
    whole: About,
    quarter: str | None,
    parts: tuple[Quarter, ...],
) -> ThemePage:
    homes, theme = agenda.guide.checked.neighbourhoods, whole.theme
    here = Name(homes[quarter].name) if quarter else None
    many = len(homes) > 1
    own = whole.near[quarter] if quarter else whole
    # In turn, so that each neighbourhood has one.
    most, hour_most = (ALL_DESKS, ALL_DESKS) if here or not many else (DESKS, HOURS)
    desks, hours = _in_turn(own.desks), _in_turn(_ordered(agenda, voice, theme, own.hours, own.found))
    away = [one for one in whole.desks if quarter and one.neighbourhood != quarter]
    told, others = helping_and_names(agenda, voice, own.guidances, home=quarter, most=HELPERS)
    long, lead = voice.word(theme.long), voice.word(theme.lead)
    page = addresses.theme(NL, theme.id)
    title = voice.say("{soort} in {wijk}", soort=long, wijk=here) if here else long
    return ThemePage(
        title=title,
        description=lead,
        theme=theme,
        lead=lead,
        here=here,
        back=Link(long, page) if here else Link(voice.say("Start"), addresses.home(NL)),
        near=tuple(
            Pill(Name(homes[key].name), addresses.theme_in(NL, theme.id, key), "pin", key == quarter)
            for key in whole.near
        ),
        picks=_picks(agenda, voice, own, quarter),
        helpers=told,
        # On the page of the guide the link to all of them stands below.
        others=others[:NAMES] if here else (),
        more_helpers=addresses.guides_for(NL, theme.id) if whole.guidances else None,
        quarters=parts,
        desks=tuple(desk(agenda, voice, one, quarter=many and here is None) for one in desks[:most]),
        desk_hours=tuple(
            activity_row(agenda, voice, one, say_where=many and here is None) for one in hours[:hour_most]
        ),
        more_desks=(*(_named(one) for one in desks[most:]), *(_hour(voice, one) for one in hours[hour_most:]))[:NAMES],
        elsewhere=tuple((_named(one), Name(homes[one.neighbourhood].name)) for one in _in_turn(away)[:ALL_DESKS]),
        words=letterwords.of_theme(agenda, voice, theme),
        all_words=letterwords.all_of_theme(agenda, theme),
    )


def _picks(agenda: Agenda, voice: Voice, own: About, quarter: str | None) -> tuple[Pill, ...]:
    """The finder with this theme and one more choice: only those that find something there."""
    homes = agenda.guide.checked.neighbourhoods
    if quarter is None and len(homes) == 1:
        quarter = next(iter(homes))
    if quarter is None and len(found_by(agenda)) > ONE_LIST:
        return ()  # the finder of a large guide is no list: there one chooses a neighbourhood first
    doing = [*own.doing, *own.hours]
    keys = {key for one in doing for key in keys_of(one, own.found.when)}
    keys |= {spoken.code for one in doing for spoken in one.languages} - {NL}
    offered: tuple[tuple[str, Piece, str], ...] = (
        ("gratis", voice.say("Gratis"), "ok"),
        ("vrij", voice.say("Zonder aanmelden"), "door"),
        (voice.lang, voice.language(voice.lang), "speaks"),
        (EVENING, voice.say("’s Avonds"), MOON),
    )
    page = f"{addresses.finder(NL, quarter)}#{theme_key(own.theme)}"
    return tuple(Pill(text, f"{page},{key}", icon) for key, text, icon in offered if key in keys)


def _quarters(agenda: Agenda, voice: Voice, whole: About) -> tuple[Quarter, ...]:
    homes = agenda.guide.checked.neighbourhoods
    many = len(homes) > 1
    own = {key: [one for one in whole.doing if one.neighbourhood == key] for key in homes}
    own = {key: found for key, found in own.items() if found}
    counts = shares([len(found) for found in own.values()], ROWS, MOST)
    made = []
    for (key, found), count in zip(own.items(), counts, strict=True):
        rows = _ordered(agenda, voice, whole.theme, found, whole.found)[:count]
        page = f"{addresses.finder(NL, key)}#{theme_key(whole.theme)}"
        all_ = addresses.theme_in(NL, whole.theme.id, key) if many else page
        more = all_ if len(found) > count else None
        shown = tuple(activity_row(agenda, voice, one) for one in rows)
        made.append(Quarter(key, Name(homes[key].name) if many else None, shown, (), more))
    return tuple(made)


def _ordered(
    agenda: Agenda, voice: Voice, theme: Theme, found: Iterable[ActivityOf], times: Sorted
) -> list[ActivityOf]:
    """What is mainly about the theme, sure and soon first; what nobody looked at for long stands at the foot."""

    def rank(one: ActivityOf) -> tuple[bool, bool, bool, bool, str]:
        coming = times.soon.get(one.key) or agenda.next_times(one, 1)
        return (
            one.freshness.stage is Stage.SUNK,
            not coming,
            one.themes[0].id != theme.id,
            voice.lang != NL and all(spoken.code != voice.lang for spoken in one.languages),
            str(coming[0].on.day) + str(coming[0].on.start) if coming else one.name.text,
        )

    return sorted(found, key=rank)


def _named(one: ActorOf) -> Link:
    return Link(Name(one.name), addresses.actor(NL, one.slug))


def _hour(voice: Voice, one: ActivityOf) -> Link:
    return Link(voice.prose(one.name), page_of(one))


def _in_turn(found: Sequence[One]) -> list[One]:
    """The first of each neighbourhood, then the second of each."""
    seen: dict[str, int] = {}
    placed = []
    for one in found:
        seen[one.neighbourhood] = seen.get(one.neighbourhood, 0) + 1
        placed.append((seen[one.neighbourhood], one))
    return [one for _, one in sorted(placed, key=lambda each: each[0])]
