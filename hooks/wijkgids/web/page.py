"""A page to print, before there is a document around it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from wijkgids.texts import Piece

COMMON = "gids.js"  # the script of a page that needs no more than every page
NO_STYLE = Markup("")


@dataclass(frozen=True)
class Page:
    """A page to print. `local` is its Dutch address.

    `script` is its one script (js/<name>, which starts with what every page has). `styles` are sheets of its own that
    stand in the page itself, so that no page asks for more than three files; `style` is CSS that was made for it.
    `policy` is what its Content-Security-Policy allows besides, such as ";img-src 'self' https://…".
    """

    local: str
    template: str
    title: Piece
    view: object
    script: str = COMMON
    style: Markup = NO_STYLE
    styles: tuple[str, ...] = ()
    policy: str = ""
