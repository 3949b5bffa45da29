"""The finders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, finder
from wijkgids.web.choices import codes, finding
from wijkgids.web.page import Page

NL = addresses.SOURCE
SCRIPT, STYLES, ITEM = "finder.js", ("find.css",), ".ev"


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The finder of the whole guide, and that of each neighbourhood."""
    whole = finder.whole_page(agenda, voice)
    if isinstance(whole, finder.FinderPage):
        yield _page(addresses.finder(NL), whole)
    else:
        yield Page(addresses.finder(NL), "finder_large.html", whole.title, whole, SCRIPT, styles=STYLES)
    for key in agenda.guide.checked.neighbourhoods:
        yield _page(addresses.finder(NL, key), finder.finder_page(agenda, voice, key))


def _page(local: str, view: finder.FinderPage) -> Page:
    offered = set(view.keys)
    keys = [offered & set(row.keys.split()) for row in view.rows]
    letters = codes(keys)
    rows = tuple(replace(row, keys=letters.of(own) + row.times) for row, own in zip(view.rows, keys, strict=True))
    style = finding(letters, view.clock, ITEM)
    return Page(local, "finder.html", view.title, replace(view, rows=rows), SCRIPT, style, STYLES)
