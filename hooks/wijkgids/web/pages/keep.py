"""Keeping a neighbourhood on the phone."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, keep
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The choice of a neighbourhood, the page of each, and what stands there when there is no internet."""
    choice = keep.keep_choice(agenda, voice)
    yield Page(addresses.keep(NL), "choose.html", choice.title, choice)
    for quarter in agenda.guide.checked.neighbourhoods:
        view = keep.keep_page(agenda, voice, quarter)
        yield Page(addresses.keep(NL, quarter), "keep.html", view.title, view, "keep.js", styles=("keep.css",))
        lost = keep.lost_page(voice, quarter)
        yield Page(keep.without_internet(quarter), "lost.html", lost.title, lost)
