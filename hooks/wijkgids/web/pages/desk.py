"""The print desk."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, printdesk
from wijkgids.web.choices import hiding
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The print desk, and the sheets of each neighbourhood and house."""
    first = printdesk.print_desk(agenda, voice)
    yield Page(addresses.print_desk(NL), "printdesk.html", first.title, first)
    for slug in printdesk.places(agenda):
        view = printdesk.place_desk(agenda, voice, slug)
        style = hiding(view.keys, ".r")
        yield Page(printdesk.page_of(slug), "printplace.html", view.title, view, style=style, styles=("choose.css",))
