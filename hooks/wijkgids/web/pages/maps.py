"""The maps."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from wijkgids.agenda import Agenda
from wijkgids.records.values.tiles import origin
from wijkgids.texts import Voice
from wijkgids.views import addresses, all_map, maps
from wijkgids.web.leaflet import folder
from wijkgids.web.page import COMMON, Page

NL = addresses.SOURCE
STYLES = ("map.css",)


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The map of the whole guide and of each neighbourhood. Only the latter may ask for tiles, of one host."""
    whole = all_map.all_map(agenda, voice)
    yield Page(addresses.map_(NL), "maps.html", whole.title, whole, styles=STYLES)
    for key in agenda.guide.checked.neighbourhoods:
        view = maps.map_page(agenda, voice, key, lib=folder(agenda.guide.root))
        # An origin has no sign that means anything in HTML or in a policy.
        policy = Markup(f";img-src 'self' file: {origin(view.street.tiles)}") if view.street else ""
        script = "map.js" if view.street else COMMON
        yield Page(addresses.map_(NL, key), "map.html", view.title, view, script, styles=STYLES, policy=policy)
