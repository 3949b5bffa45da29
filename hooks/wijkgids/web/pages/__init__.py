"""Every page of a language: its address, its template and its view. One module for each kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.web.page import Page
from wijkgids.web.pages import (
    choices,
    desk,
    finders,
    folder,
    guides,
    home,
    keep,
    makers,
    maps,
    prescription,
    records,
    screens,
    themes,
    weeks,
    words,
)

# In this order they stand in the sitemap.
KINDS = (
    home,
    themes,
    guides,
    weeks,
    screens,
    finders,
    choices,
    maps,
    desk,
    folder,
    prescription,
    keep,
    words,
    makers,
    records,
)


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """All pages made from records in one language, in a fixed order."""
    for kind in KINDS:
        yield from kind.pages(agenda, voice)
