"""What there is in a language: who goes with you, what you can do, and who speaks it when."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import Agenda
from wijkgids.texts import OwnName, Piece, Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.choice import Group, groups
from wijkgids.views.fitting import Sorted
from wijkgids.views.helpers import Companion, helping
from wijkgids.views.parts import Link

NL = addresses.SOURCE
HELPERS = 6


@dataclass(frozen=True)
class SpeakingPage:
    """All that the page of a language says. `here` is what the language is called here; None: as by itself."""

    title: Piece
    own: OwnName
    here: str | None
    description: Piece
    back: Link
    helpers: tuple[Companion, ...]
    guides: str | None
    groups: tuple[Group, ...]


def speaking_page(agenda: Agenda, voice: Voice, code: str, found: Sorted) -> SpeakingPage:
    """The page of a language that is spoken somewhere: `code` is its ISO 639 code."""
    own, here = voice.language(code), voice.language_here(code)
    named = None if code == voice.lang or here.casefold() == own.text.casefold() else here
    guidances = (one for one in agenda.guidances() if code in one.languages)
    helpers = helping(agenda, voice, guidances, most=HELPERS)
    return SpeakingPage(
        title=Sentence((own, " · ", named)) if named else own,
        own=own,
        here=named,
        description=voice.say("Hier spreken ze deze taal."),
        back=Link(voice.say("Wat past bij jou?"), addresses.kind_of(NL)),
        helpers=helpers,
        guides=addresses.guides_speaking(NL, code) if helpers else None,
        groups=groups(agenda, voice, found.by_language.get(code, ()), code, found, code),
    )
