"""The first page, and what a sample says about itself."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import about, addresses, home
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The first page; and of a sample the page that says so."""
    first = home.home(agenda, voice)
    script = "wijk.js" if first.pinned else "home.js"
    yield Page(addresses.home(NL), "home.html", first.title, first, script, styles=("home.css",))
    if agenda.guide.checked.sample:
        sample = about.about(agenda, voice)
        yield Page(addresses.sample(NL), "about.html", sample.title, sample, styles=("prose.css",))
