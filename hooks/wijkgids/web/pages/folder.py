"""The little folder, and the lists to choose from for it."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, folder
from wijkgids.web.page import Page

NL = addresses.SOURCE
SCRIPT = "folder.js"


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The folder, and of each neighbourhood the lists to tick."""
    own = folder.folder_page(agenda, voice)
    yield Page(addresses.folder(NL), "folder.html", own.title, own, SCRIPT, styles=("folder.css",))
    for key in agenda.guide.checked.neighbourhoods:
        for view in folder.list_pages(agenda, voice, key):
            yield Page(view.page, "folderlist.html", view.title, view, SCRIPT, styles=("ticks.css",))
