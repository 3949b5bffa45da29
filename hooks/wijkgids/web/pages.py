"""Every page of a language: its address, its template and its view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from wijkgids.agenda import Agenda
from wijkgids.texts import Piece, Voice
from wijkgids.views import about, activity, actor, addresses, finder, guides, home, printdesk, stopped, theme, week
from wijkgids.web.choices import hiding

NL = addresses.SOURCE
NO_STYLE = Markup("")


@dataclass(frozen=True)
class Page:
    """A page to print. `local` is its Dutch address; `style` is its own, for choosing without a script.

    `scripts` and `styles` are assets that it needs besides what every page has.
    """

    local: str
    template: str
    title: Piece
    view: object
    scripts: tuple[str, ...] = ()
    style: Markup = NO_STYLE
    styles: tuple[str, ...] = ()


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """All pages made from records in one language, in a fixed order."""
    yield from _main(agenda, voice)
    yield from _weeks(agenda, voice)
    yield from _finders(agenda, voice)
    yield from _desk(agenda, voice)
    yield from _records(agenda, voice)


def _main(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    first = home.home(agenda, voice)
    yield Page(addresses.home(NL), "home.html", first.title, first, styles=("home.css",))
    for one in agenda.guide.words.themes.values():
        need = theme.theme_page(agenda, voice, one)
        yield Page(addresses.theme(NL, one.id), "theme.html", need.title, need)
    along = guides.guides_page(agenda, voice)
    yield Page(addresses.guides(NL), along.template, along.title, along)
    for key in guides.quarters(agenda):
        near = guides.quarter_page(agenda, voice, key)
        yield Page(near.page, near.template, near.title, near)
    if agenda.guide.checked.sample:
        sample = about.about(agenda, voice)
        yield Page(addresses.sample(NL), "about.html", sample.title, sample, styles=("prose.css",))


def _weeks(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    choose = week.chooser(agenda, voice)
    yield Page(addresses.week(NL), "choose.html", choose.title, choose)
    scripts = () if agenda.guide.checked.today else ("today.js",)
    for key in agenda.guide.checked.neighbourhoods:
        for number in range(1, addresses.WEEKS + 1):
            view = week.week_page(agenda, voice, key, number)
            yield Page(addresses.week(NL, key, number), "week.html", view.title, view, scripts, styles=("week.css",))


def _finders(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    choose = finder.chooser(agenda, voice)
    yield Page(addresses.finder(NL), "choose.html", choose.title, choose)
    for key in agenda.guide.checked.neighbourhoods:
        view = finder.finder_page(agenda, voice, key)
        style = hiding(view.keys, ".ev")
        yield Page(addresses.finder(NL, key), "finder.html", view.title, view, ("finder.js",), style, ("choose.css",))


def _desk(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    desk = printdesk.print_desk(agenda, voice)
    yield Page(addresses.print_desk(NL), "printdesk.html", desk.title, desk)
    for slug in printdesk.places(agenda):
        view = printdesk.place_desk(agenda, voice, slug)
        style = hiding(view.keys, ".r")
        yield Page(printdesk.page_of(slug), "printplace.html", view.title, view, (), style, ("choose.css",))


def _records(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    for slug, group in agenda.actors.items():
        view = actor.actor_page(agenda, voice, slug) if group.live else stopped.stopped_page(agenda, voice, group)
        yield _record(addresses.actor(NL, slug), view)
    for key, one in agenda.activities.items():
        about_it = activity.activity_page(agenda, voice, key) if one.live else stopped.stopped_page(agenda, voice, one)
        yield _record(addresses.activity(NL, *key), about_it)


def _record(local: str, view: actor.ActorPage | activity.ActivityPage | stopped.StoppedPage) -> Page:
    return Page(local, view.template, view.title, view, getattr(view, "scripts", ()))
