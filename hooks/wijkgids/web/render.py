"""From a page to its document."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from jinja2 import Environment
from markupsafe import Markup

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views.shell import Shell, absolute, shell
from wijkgids.web import pictures
from wijkgids.web.assets import Assets
from wijkgids.web.choices import policy
from wijkgids.web.page import NO_STYLE, Page

_BREAKS = re.compile(r"\s*\n\s*")
COUNTER = Markup("<i></i>")  # CSS counts into it; a script may too


@dataclass(frozen=True)
class Press:
    """What every page is printed with. `prose` is the addresses of hand-written pages; None: not known yet.

    `pictured`: there is a picture for links that are shared.
    """

    agenda: Agenda
    voices: Mapping[str, Voice]
    environment: Environment
    assets: Assets
    prose: Collection[str] | None = None
    pictured: bool = False

    def page(self, page: Page, voice: Voice) -> str:
        """The document of a page made from records."""
        around = shell(
            self.agenda, self.voices, voice, page.local, page.title, page.view, prose=self.prose, script=page.script
        )
        around = replace(around, styles=page.styles, policy=page.policy)
        return tight(self.document(page.template, around, voice, view=page.view, style=page.style))

    def document(self, template: str, page: Shell, voice: Voice, *, style: Markup = NO_STYLE, **more: object) -> str:
        """The whole document that a template prints. `style` is added to the sheets of its own that the page names."""
        style = Markup("").join((*(Markup(self.assets.sheets[name]) for name in page.styles), style))
        picture = absolute(self.agenda.guide.checked.address, pictures.path(page.lang)) if self.pictured else None
        return self.environment.get_template(template).render(
            page=replace(page, policy=policy(style) + page.policy, picture=picture),
            voice=voice,
            assets=self.assets.paths,
            style=style,
            counter=COUNTER,
            **more,
        )


def tight(html: str) -> str:
    """HTML without indentation and empty lines. Not for prose, which may hold preformatted text."""
    return _BREAKS.sub("\n", html).strip() + "\n"
