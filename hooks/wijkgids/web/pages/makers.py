"""Who makes this guide, and all that is in it."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, everything, makers
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """Who makes this guide, and the page with all other pages."""
    who = makers.makers(agenda, voice)
    yield Page(addresses.makers(NL), "makers.html", who.title, who, styles=("more.css",))
    rest = everything.everything(agenda, voice)
    yield Page(addresses.everything(NL), "everything.html", rest.title, rest, styles=("more.css",))
