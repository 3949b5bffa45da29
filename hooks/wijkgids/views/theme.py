"""A need: first people who help or go along, then what you can do, desks last. That is the order of trust."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, GuidanceOf
from wijkgids.freshness import Stage
from wijkgids.texts import Name, Piece, Sentence, Voice
from wijkgids.views import addresses, thresholds
from wijkgids.views.contact import Action, actions
from wijkgids.views.finder import theme_key
from wijkgids.views.home import Companion, companion, does
from wijkgids.views.parts import Chip
from wijkgids.views.routes import route
from wijkgids.views.rows import Row, activity_row, call_chip
from wijkgids.views.schedule_text import lines
from wijkgids.vocabulary import Theme

DESK = "loket"  # the group of kinds with professionals behind a table
MOST = 6  # rows of a neighbourhood; the finder has them all
HELPERS = 8


@dataclass(frozen=True)
class Quarter:
    """What you can do in one neighbourhood. `more` leads to its finder, with this theme chosen."""

    anchor: str
    name: Name | None
    rows: tuple[Row, ...]
    more: str | None


@dataclass(frozen=True)
class Desk:
    """A desk: what it does, when it is open, what it asks before you go, and how to call."""

    name: Name
    page: str
    summary: Piece
    hours: tuple[Piece, ...]
    chips: tuple[Chip, ...]
    call: Action | None


@dataclass(frozen=True)
class ThemePage:
    """All that the page of a theme says."""

    title: Piece
    description: Piece
    theme: Theme
    lead: Piece
    helpers: tuple[Companion, ...]
    more_helpers: str | None
    quarters: tuple[Quarter, ...]
    desks: tuple[Desk, ...]
    desk_hours: tuple[Row, ...]


def theme_page(agenda: Agenda, voice: Voice, theme: Theme) -> ThemePage:
    """The page of one theme in a language."""
    found = [one for one in agenda.activities.values() if one.live and any(each.id == theme.id for each in one.themes)]
    doing = [one for one in found if one.kind.group != DESK]
    hours = _ordered(agenda, voice, theme, [one for one in found if one.kind.group == DESK])
    helping = helpers(agenda, voice, theme)
    lead = voice.word(theme.lead)
    return ThemePage(
        title=voice.word(theme.long),
        description=lead,
        theme=theme,
        lead=lead,
        helpers=helping[:HELPERS],
        more_helpers=f"{addresses.guides(addresses.SOURCE)}#{theme.id}" if helping else None,
        quarters=_quarters(agenda, voice, theme, doing),
        desks=tuple(_desk(agenda, voice, one) for one in agenda.actors.values() if _is_desk(one, theme)),
        desk_hours=tuple(activity_row(agenda, voice, one, say_where=True) for one in hours),
    )


def helpers(agenda: Agenda, voice: Voice, theme: Theme) -> tuple[Companion, ...]:
    """Who helps with a theme, each group once: with room first, and in it those who speak the reader's language."""
    by_guide: dict[str, list[GuidanceOf]] = {}
    for one in agenda.guidances(theme.id):
        if one.to is None or (one.to in agenda.actors and agenda.actors[one.to].live):
            by_guide.setdefault(one.guide, []).append(one)
    found = []
    for ways in by_guide.values():
        said = Sentence(tuple(piece for one in ways for piece in (does(agenda, voice, one), " "))[:-1])
        state = route(voice, agenda, ways[0]).state
        languages = tuple(dict.fromkeys(code for one in ways for code in one.languages))
        line = companion(agenda, voice, replace(ways[0], languages=languages), (state,))
        found.append((ways[0].state != "open", voice.lang not in languages, replace(line, does=said)))
    return tuple(line for _, _, line in sorted(found, key=lambda one: one[:2]))


def _quarters(agenda: Agenda, voice: Voice, theme: Theme, doing: Sequence[ActivityOf]) -> tuple[Quarter, ...]:
    quarters = agenda.guide.checked.neighbourhoods
    found = []
    for key, quarter in quarters.items():
        own = _ordered(agenda, voice, theme, [one for one in doing if one.neighbourhood == key])
        if own:
            more = f"{addresses.finder(addresses.SOURCE, key)}#{theme_key(theme)}" if len(own) > MOST else None
            rows = tuple(activity_row(agenda, voice, one) for one in own[:MOST])
            found.append(Quarter(key, Name(quarter.name) if len(quarters) > 1 else None, rows, more))
    return tuple(found)


def _ordered(agenda: Agenda, voice: Voice, theme: Theme, found: Sequence[ActivityOf]) -> list[ActivityOf]:
    """What is mainly about the theme, sure and soon first; what nobody looked at for long stands at the foot."""

    def rank(one: ActivityOf) -> tuple[bool, bool, bool, bool, str]:
        coming = agenda.next_times(one, 1)
        return (
            one.freshness.stage is Stage.SUNK,
            not coming,
            one.themes[0].id != theme.id,
            voice.lang != addresses.SOURCE and all(spoken.code != voice.lang for spoken in one.languages),
            str(coming[0].on.day) + str(coming[0].on.start) if coming else one.name.text,
        )

    return sorted(found, key=rank)


def _is_desk(one: ActorOf, theme: Theme) -> bool:
    return one.live and one.kind.group == DESK and any(each.id == theme.id for each in one.themes)


def _desk(agenda: Agenda, voice: Voice, one: ActorOf) -> Desk:
    ways = actions(voice, one.reach)
    needs = thresholds.needed(voice, one.thresholds)
    asked = tuple(chip for chip in needs.known if chip.look == "let")
    first = (call_chip(voice, one.freshness),) if one.freshness.call_first else ()
    return Desk(
        Name(one.name),
        addresses.actor(addresses.SOURCE, one.slug),
        voice.prose(one.summary),
        tuple(line.when for line in lines(voice, agenda.today, one.hours)),
        (*first, thresholds.cost_chip(voice, one.thresholds), *asked),
        next((way for way in ways if way.icon == "phone"), None),
    )
