"""About the sample: what is invented, on which day it stands, and how to make a guide of your own."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import Agenda
from wijkgids.texts import Ltr, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.parts import Link


@dataclass(frozen=True)
class About:
    """The page about the sample: pieces of text under headings."""

    title: Piece
    description: Piece
    parts: tuple[tuple[Piece, tuple[Piece, ...]], ...]
    links: tuple[Link, ...]


def about(agenda: Agenda, voice: Voice) -> About:
    """The page in a language."""
    settings = agenda.guide.checked
    start = Ltr("020 000")
    invented = (
        voice.say("Deze gids is een voorbeeld. Groepen, straten en nummers zijn bedacht."),
        voice.say("Je kunt er niet naartoe, en bellen kan niet. Alle nummers beginnen met {cijfers}.", cijfers=start),
        voice.say("De namen van mensen zijn ook bedacht."),
    )
    fixed = (
        voice.say("De dag is {dag}.", dag=voice.day_full(agenda.today)),
        voice.say("Die dag staat vast. Zo blijft het voorbeeld kloppen."),
        voice.say("Een echte gids kijkt elke dag opnieuw."),
    )
    languages = (
        voice.say("De vertalingen heeft een computer gemaakt."),
        voice.say("Niemand die de taal spreekt, heeft ze al gelezen. Dat staat onderaan elke bladzijde."),
        voice.say("Wat nog niet vertaald is, staat er in het Nederlands."),
    )
    own = (voice.say("De gids is gratis. Je eigen wijk kan ermee beginnen. Je vervangt dan alles wat bedacht is."),)
    parts: list[tuple[Piece, tuple[Piece, ...]]] = [(voice.say("Wat is bedacht?"), invented)]
    if settings.today:
        parts.append((voice.say("Welke dag is het hier?"), fixed))
    parts += [(voice.say("Wie heeft het vertaald?"), languages), (voice.say("Zelf een gids maken?"), own)]
    makers = Link(voice.say("Voor wie een gids wil maken"), addresses.prose(addresses.SOURCE, "voor-makers"))
    return About(voice.say("Over dit voorbeeld"), invented[0], tuple(parts), (makers,))
