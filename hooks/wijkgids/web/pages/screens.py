"""Screens for the hall of a house."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, screen
from wijkgids.views.week_sheet import sheet_places
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The choice of a screen, and the screen of each house and neighbourhood."""
    choose = screen.screens(agenda, voice)
    yield Page(addresses.screen(NL), "screens.html", choose.title, choose)
    for slug, name in sheet_places(agenda).items():
        view = screen.screen(agenda, voice, slug, name)
        yield Page(addresses.screen(NL, slug), "screen.html", view.title, view, "screen.js", styles=("screen.css",))
