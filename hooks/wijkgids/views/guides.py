"""Who goes with you: by need, each a drawing of the way, full and paused ones below the others.

A guide of more neighbourhoods has a first page with a few for each need, and a page with all for each neighbourhood.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from wijkgids.agenda import Agenda, GuidanceOf
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.parts import Link
from wijkgids.views.routes import Route, routes
from wijkgids.vocabulary import Theme

FEW = 2
PAGE = addresses.guides(addresses.SOURCE)


@dataclass(frozen=True)
class Way:
    """A drawing with its place on the page, so that another need can point at it."""

    anchor: str
    route: Route


@dataclass(frozen=True)
class NeedView:
    """A need with the ways to be helped in it; `also` are links to ways that stand at another need of this page."""

    theme: Theme
    name: Piece
    heading: Piece
    ways: tuple[Way, ...]
    also: tuple[Link, ...]


@dataclass(frozen=True)
class GuidesPage:
    """All that a page of guides says, in one language. `quarters` are the pages with all of a neighbourhood."""

    template: str
    title: Piece
    heading: Piece
    page: str
    needs: tuple[NeedView, ...]
    quarters: tuple[Link, ...]
    back: Link | None


def page_of(neighbourhood: str) -> str:
    """The Dutch address of the page with all guides of a neighbourhood."""
    return f"gaat-mee/{neighbourhood}.html"


def guides_page(agenda: Agenda, voice: Voice) -> GuidesPage:
    """The first page of guides: all of them in a guide of one neighbourhood, else a few for each need."""
    homes = agenda.guide.checked.neighbourhoods
    title = voice.say("Wie gaat er met je mee?")
    if len(homes) == 1:
        return GuidesPage("guides.html", title, title, PAGE, _all(agenda, voice, agenda.guidances(), PAGE), (), None)
    pages = tuple(Link(Name(homes[key].name), page_of(key)) for key in quarters(agenda))
    return GuidesPage("guides.html", title, title, PAGE, _few(agenda, voice), pages, None)


def quarter_page(agenda: Agenda, voice: Voice, neighbourhood: str) -> GuidesPage:
    """All guides of one neighbourhood."""
    name = Name(agenda.guide.checked.neighbourhoods[neighbourhood].name)
    heading = voice.say("Wie gaat er mee in {wijk}?", wijk=name)
    page = page_of(neighbourhood)
    needs = _all(agenda, voice, agenda.guidances(neighbourhood=neighbourhood), page)
    back = Link(voice.say("Wie gaat er met je mee?"), PAGE)
    return GuidesPage("guides.html", heading, heading, page, needs, (), back)


def quarters(agenda: Agenda) -> tuple[str, ...]:
    """The neighbourhoods that have a page of guides of their own."""
    homes = agenda.guide.checked.neighbourhoods
    return tuple(key for key in homes if agenda.guidances(neighbourhood=key)) if len(homes) > 1 else ()


def _few(agenda: Agenda, voice: Voice) -> tuple[NeedView, ...]:
    """For each need the first ones: with room, in the reader's language, and each from another group."""
    found = []
    for theme in agenda.guide.words.themes.values():
        ranked = sorted(
            agenda.guidances(theme.id),
            key=lambda one: (one.state != "open", voice.lang not in one.languages, one.themes[0].id != theme.id),
        )
        firsts = {one.guide: one for one in reversed(ranked)}
        chosen = [one for one in ranked if firsts[one.guide] is one][:FEW]
        ways = tuple(Way("", route) for route in routes(voice, agenda, chosen, quarters=True))
        if ways:
            found.append(NeedView(theme, voice.word(theme.name), voice.word(theme.with_), ways, ()))
    return tuple(found)


def _all(agenda: Agenda, voice: Voice, guidances: Iterable[GuidanceOf], page: str) -> tuple[NeedView, ...]:
    """Each guidance once, at its first need; at its other needs a link to it."""
    own: dict[str, list[Way]] = defaultdict(list)
    also: dict[str, list[Link]] = defaultdict(list)
    for number, (one, route) in enumerate(zip(*_drawn(agenda, voice, guidances), strict=True), 1):
        first, *others = one.themes
        own[first.id].append(Way(f"g{number}", route))
        for theme in others:
            also[theme.id].append(Link(Name(agenda.actors[one.guide].name), f"{page}#g{number}"))
    return tuple(
        NeedView(
            theme,
            voice.word(theme.name),
            voice.word(theme.with_),
            tuple(own[theme.id]),
            tuple({link.text: link for link in reversed(also[theme.id])}.values())[::-1],
        )
        for theme in agenda.guide.words.themes.values()
        if own[theme.id] or also[theme.id]
    )


def _drawn(agenda: Agenda, voice: Voice, guidances: Iterable[GuidanceOf]) -> tuple[list[GuidanceOf], list[Route]]:
    """Guidances beside their drawings, in the order of trust."""
    pairs = [(one, route) for one in guidances for route in routes(voice, agenda, [one])]
    pairs.sort(key=lambda pair: (not pair[1].open, not pair[1].mine))
    return [one for one, _ in pairs], [route for _, route in pairs]
