"""Who goes with you: a first page, one for each neighbourhood, each theme and each language."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, guides, ways
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """Those who go with you: a few for each need, those of a neighbourhood, the whole way by theme and language."""
    along = guides.guides_page(agenda, voice)
    yield Page(along.page, along.template, along.title, along)
    for key in guides.quarters(agenda):
        near = guides.quarter_page(agenda, voice, key)
        yield Page(near.page, near.template, near.title, near)
    for theme in guides.guided_themes(agenda):
        need = ways.theme_ways(agenda, voice, theme)
        yield Page(addresses.guides_for(NL, theme.id), "ways.html", need.title, need)
    for code in guides.spoken_by_guides(agenda):
        spoken = ways.language_ways(agenda, voice, code)
        yield Page(addresses.guides_speaking(NL, code), "ways.html", spoken.title, spoken)
