"""A page for each need, and for each need in a neighbourhood."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, theme
from wijkgids.views.fitting import sort_out
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The page of each theme, and those of the neighbourhoods that have something for it."""
    found = sort_out(agenda)
    for one in agenda.guide.words.themes.values():
        whole = theme.about(agenda, one, found)
        need = theme.theme_page(agenda, voice, one, whole)
        yield Page(addresses.theme(NL, one.id), "theme.html", need.title, need)
        for quarter in whole.near:
            near = theme.theme_in(agenda, voice, whole, quarter)
            yield Page(addresses.theme_in(NL, one.id, quarter), "theme.html", near.title, near, styles=("choices.css",))
