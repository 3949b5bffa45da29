"""Who goes with you: by need, each a drawing of the way, full and paused ones below the others.

A guide of more neighbourhoods has a first page with a few for each need, and a page with all for each neighbourhood.
The pages by theme and by language tell the whole way (`ways`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijkgids.agenda import Agenda, GuidanceOf
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.helpers import Companion, helping
from wijkgids.views.parts import Link, Tongue, tongue
from wijkgids.views.routes import Journey, Route, drawing, journeys, routes, there
from wijkgids.views.rows import shares
from wijkgids.vocabulary import Theme

FEW = 2
DRAWN = 16  # more drawings are too heavy for a page, and too long to read: the others are there by name
NAMES = 12
FROM_ELSEWHERE = 3
PAGES = addresses.SOURCE  # links name the Dutch address; the printer finds that of the language
PAGE = addresses.guides(PAGES)


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
    page: str


@dataclass(frozen=True)
class GuidesPage:
    """All that a page of guides says, in one language. `quarters` are the pages with all of a neighbourhood.

    `tongues` are the pages by language, `elsewhere` those of other neighbourhoods who come here or speak your language.
    """

    template: str
    title: Piece
    heading: Piece
    description: Piece
    page: str
    needs: tuple[NeedView, ...]
    quarters: tuple[Link, ...]
    tongues: tuple[Tongue, ...]
    elsewhere: tuple[Companion, ...]
    back: Link | None


def page_of(neighbourhood: str) -> str:
    """The Dutch address of the page with all guides of a neighbourhood."""
    return f"gaat-mee/{neighbourhood}.html"


def guides_page(agenda: Agenda, voice: Voice) -> GuidesPage:
    """The first page of guides: all of them in a guide of one neighbourhood, else a few for each need."""
    homes = agenda.guide.checked.neighbourhoods
    found = agenda.guidances()
    few = len(homes) > 1 or len(found) > 2 * DRAWN
    pages = tuple(Link(Name(homes[key].name), page_of(key)) for key in quarters(agenda))
    title = voice.say("Wie gaat er met je mee?")
    needs = _few(agenda, voice, found, PAGE) if few else _all(agenda, voice, found, PAGE)
    return _page(voice, title, PAGE, needs, quarters=pages, tongues=tongues(agenda, voice))


def quarter_page(agenda: Agenda, voice: Voice, neighbourhood: str) -> GuidesPage:
    """All guides of one neighbourhood, and after them those of others who come along here."""
    name = Name(agenda.guide.checked.neighbourhoods[neighbourhood].name)
    page = page_of(neighbourhood)
    found = agenda.guidances(neighbourhood=neighbourhood)
    needs = _all(agenda, voice, found, page)
    return _page(
        voice,
        voice.say("Wie gaat er mee in {wijk}?", wijk=name),
        page,
        needs,
        elsewhere=helping(
            agenda, voice, elsewhere(agenda, voice, neighbourhood), home=neighbourhood, most=FROM_ELSEWHERE
        ),
        back=Link(voice.say("Wie gaat er met je mee?"), PAGE),
    )


def _page(
    voice: Voice,
    title: Piece,
    page: str,
    needs: tuple[NeedView, ...],
    *,
    quarters: tuple[Link, ...] = (),
    tongues: tuple[Tongue, ...] = (),
    elsewhere: tuple[Companion, ...] = (),
    back: Link | None = None,
) -> GuidesPage:
    lead = voice.say("Ga je liever niet alleen? Deze buren en groepen lopen met je mee. Of ze helpen je zelf.")
    return GuidesPage("guides.html", title, title, lead, page, needs, quarters, tongues, elsewhere, back)


def elsewhere(agenda: Agenda, voice: Voice, neighbourhood: str) -> list[GuidanceOf]:
    """Guidances of other neighbourhoods that help a reader here: they lead to here, or are in the reader's language."""
    return [
        one
        for one in agenda.guidances()
        if agenda.actors[one.guide].neighbourhood != neighbourhood
        and (
            (one.to in agenda.actors and agenda.actors[one.to].neighbourhood == neighbourhood)
            or (voice.lang != addresses.SOURCE and voice.lang in one.languages)
        )
    ]


def tongues(agenda: Agenda, voice: Voice) -> tuple[Tongue, ...]:
    """The languages of all who go with you or help, each with its page: the reader's first, then those of the guide."""
    spoken = spoken_by_guides(agenda)
    first = (voice.lang, *agenda.guide.checked.languages)
    order = sorted(spoken, key=lambda code: first.index(code) if code in first else len(first))
    return tuple(tongue(voice, code, addresses.guides_speaking(PAGES, code)) for code in order)


def spoken_by_guides(agenda: Agenda) -> tuple[str, ...]:
    """The languages in which someone goes along or helps, in the order of their codes: each has a page."""
    return tuple(sorted({code for one in agenda.guidances() if there(agenda, one) for code in one.languages}))


def guided_themes(agenda: Agenda) -> tuple[Theme, ...]:
    """The themes with someone who goes along or helps: each has a page."""
    found = {theme.id for one in agenda.guidances() if there(agenda, one) for theme in one.themes}
    return tuple(theme for theme in agenda.guide.words.themes.values() if theme.id in found)


def quarters(agenda: Agenda) -> tuple[str, ...]:
    """The neighbourhoods that have a page of guides of their own."""
    homes = agenda.guide.checked.neighbourhoods
    return tuple(key for key in homes if agenda.guidances(neighbourhood=key)) if len(homes) > 1 else ()


def _few(agenda: Agenda, voice: Voice, found: Sequence[GuidanceOf], page: str) -> tuple[NeedView, ...]:
    """For each need the first ones: with room, in the reader's language, and each from another group."""
    needs = []
    quarters = page == PAGE and len(agenda.guide.checked.neighbourhoods) > 1
    for theme in agenda.guide.words.themes.values():
        ranked = sorted(
            (one for one in found if theme in one.themes and there(agenda, one)),
            key=lambda one: (one.state != "open", voice.lang not in one.languages, one.themes[0].id != theme.id),
        )
        firsts = {one.guide: one for one in reversed(ranked)}
        chosen = [one for one in ranked if firsts[one.guide] is one][:FEW]
        ways = tuple(Way("", route) for route in routes(voice, agenda, chosen, quarters=quarters))
        if ways:
            needs.append(_need(voice, theme, ways, ()))
    return tuple(needs)


def _need(voice: Voice, theme: Theme, ways: tuple[Way, ...], also: tuple[Link, ...]) -> NeedView:
    page = addresses.guides_for(PAGES, theme.id)
    named = (*also[:NAMES], Link(voice.say("Iedereen die meegaat"), page)) if len(also) > NAMES else also
    return NeedView(theme, voice.word(theme.name), voice.word(theme.with_), ways, named, page)


def _all(agenda: Agenda, voice: Voice, guidances: Iterable[GuidanceOf], page: str) -> tuple[NeedView, ...]:
    """Each way once, at its first need; at its other needs a link to it. Where they are many, some only by name."""
    found: dict[str, list[tuple[int, Journey]]] = defaultdict(list)
    for number, one in enumerate(journeys(voice, agenda, guidances), 1):
        found[one.themes[0].id].append((number, one))
    own: dict[str, list[Way]] = defaultdict(list)
    also: dict[str, dict[str, Link]] = defaultdict(dict)
    drawn = dict(zip(found, shares([len(ways) for ways in found.values()], DRAWN), strict=True))
    for id_, ways in found.items():
        for place, (number, one) in enumerate(ways):
            first, *others = (theme.id for theme in one.themes)
            slug = one.first.guide
            name = Name(agenda.actors[slug].name)
            if place < drawn[id_]:
                own[first].append(Way(f"g{number}", drawing(voice, agenda, one)))
                link = Link(name, f"{page}#g{number}")
            else:
                link = Link(name, addresses.actor(PAGES, slug))
                others.append(first)
            for theme in others:
                also[theme].setdefault(slug, link)
    return tuple(
        _need(voice, theme, tuple(own[theme.id]), tuple(also[theme.id].values()))
        for theme in agenda.guide.words.themes.values()
        if own[theme.id] or also[theme.id]
    )
