"""The web: pages of all languages with their assets, from the same views as the sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from wijkgids.agenda import Agenda
from wijkgids.files import put
from wijkgids.texts import Voice
from wijkgids.views import addresses
from wijkgids.views.prose import ProsePage
from wijkgids.web.assets import assets
from wijkgids.web.cards import cards
from wijkgids.web.environment import environment
from wijkgids.web.leaflet import leaflet
from wijkgids.web.offline import offline
from wijkgids.web.pages import pages
from wijkgids.web.pictures import drawn, pictures
from wijkgids.web.prose import notices, prose_page
from wijkgids.web.recordings import recordings
from wijkgids.web.render import Press
from wijkgids.web.search import files as search_files
from wijkgids.web.short import lost, redirects
from wijkgids.web.sitemap import robots, sitemaps
from wijkgids.web.slim import slim

__all__ = ["environment", "notices", "press", "prose", "write"]


def press(agenda: Agenda, voices: Mapping[str, Voice], prose_paths: Iterable[str] | None = None) -> Press:
    """What pages of this guide are printed with."""
    root = agenda.guide.root
    made = assets(root, (theme.hue for theme in agenda.guide.words.themes.values()))
    known = None if prose_paths is None else frozenset(prose_paths)
    return Press(agenda, voices, environment(root), made, known, drawn(root))


def prose(agenda: Agenda, voices: Mapping[str, Voice], page: ProsePage, content: str) -> str:
    """A hand-written page for residents: the document around its content (HTML that the host made)."""
    return prose_page(press(agenda, voices), page, content)


def write(agenda: Agenda, voices: Mapping[str, Voice], site: Path, prose_pages: Sequence[ProsePage] = ()) -> list[Path]:
    """Write every page, asset and list of the web into `site`; return where they stand."""
    ready = press(agenda, voices, (page.path for page in prose_pages))
    written = [put(site, path, content) for path, content in ready.assets.files.items()]
    locals_: list[str] = []
    for lang, voice in voices.items():
        for page in pages(agenda, voice):
            written.append(put(site, addresses.page(lang, page.local), slim(ready.page(page, voice))))
            if lang == addresses.SOURCE:
                locals_.append(page.local)
    address = agenda.guide.checked.address
    written += [put(site, path, html) for path, html in redirects(ready)]
    written += [put(site, path, text) for path, text in cards(agenda, voices)]
    written += [put(site, path, content) for path, content in recordings(agenda)]
    written += [put(site, path, content) for path, content in leaflet(agenda)]
    written += [put(site, path, text) for path, text in search_files(agenda, voices)]
    written.append(put(site, "404.html", lost(ready)))
    written += [put(site, path, content) for path, content in pictures(agenda, voices)]
    written += [put(site, path, xml) for path, xml in sitemaps(address, locals_, list(voices), prose_pages)]
    written += [put(site, path, content) for path, content in offline(ready, site, locals_)]
    written.append(put(site, "robots.txt", robots(address)))
    return written
