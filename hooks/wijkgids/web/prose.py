"""Hand-written pages for residents, in the same dress as the pages made from records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from wijkgids.agenda import Agenda
from wijkgids.texts import Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.prose import ProsePage
from wijkgids.views.shell import Alternate, absolute, not_yet_read, sample_notice, shell, some_in_dutch
from wijkgids.web.markup import plain
from wijkgids.web.render import Press


@dataclass(frozen=True)
class ProseView:
    """A hand-written page: `written_in` is the language of its words."""

    title: Piece
    written_in: str
    dir: str


def prose_page(press: Press, page: ProsePage, content: str) -> str:
    """The whole document around the HTML that the host made of a hand-written page."""
    voice, agenda = press.voices[page.lang], press.agenda
    writer = press.voices.get(page.written_in, voice)
    view = ProseView(page.title, page.written_in, writer.dir)
    local = page.alternates.get(addresses.SOURCE, page.path)
    around = shell(agenda, press.voices, voice, local, page.title, view, prose=press.prose, languages=page.alternates)
    address = agenda.guide.checked.address
    own = {code: path for code, path in page.alternates.items() if code in page.own}
    # A page in a language in which nobody wrote it is a copy: it points to the page it was copied from.
    canonical = page.alternates.get(page.written_in, page.path)
    around = replace(
        around,
        styles=("prose.css",),
        path=page.path,
        canonical=absolute(address, canonical),
        alternates=tuple(Alternate(code, absolute(address, path)) for code, path in own.items()),
        missing=some_in_dutch(voice) if page.written_in != page.lang else None,
        unread=not_yet_read(voice) if page.unread or voice.catalogue.unread else None,
    )
    return press.document("prose.html", around, voice, view=view, content=Markup(content))


def notices(agenda: Agenda, voice: Voice) -> Mapping[str, str]:
    """What the host's own pages say at their head or foot, as plain text; a line that does not apply is not there."""
    said: dict[str, Piece | None] = {
        "voorbeeld": sample_notice(agenda, voice),
        "terugval": some_in_dutch(voice),
        "ongelezen": not_yet_read(voice),
    }
    return {key: plain(line, voice.rtl) for key, line in said.items() if line is not None}
