"""Who makes this guide: who publishes, pays and decides, how a group comes in or goes out, and what is not done."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import Agenda
from wijkgids.records.parts import Reach
from wijkgids.records.said import Said
from wijkgids.texts import Ltr, Name, Piece, Voice
from wijkgids.views.contact import Action, actions, mail


@dataclass(frozen=True)
class Part:
    """Some sentences under a heading, with its drawing. `steps`: they are done one after another."""

    icon: str | None
    heading: Piece
    lines: tuple[Piece, ...]
    steps: bool = False
    action: Action | None = None


@dataclass(frozen=True)
class Fact:
    """A question with its answer in a line."""

    label: Piece
    said: Piece


@dataclass(frozen=True)
class Quarter:
    """The number of a neighbourhood."""

    name: Name
    call: Action


@dataclass(frozen=True)
class Makers:
    """The page. `actions` and `email` are how to reach who publishes, `quarters` the numbers of the neighbourhoods."""

    title: Piece
    description: Piece
    who: tuple[Fact, ...]
    actions: tuple[Action, ...]
    email: Ltr
    quarters: tuple[Quarter, ...]
    parts: tuple[Part, ...]


def makers(agenda: Agenda, voice: Voice) -> Makers:
    """The page in a language. What the settings do not say is said to be unknown."""
    settings = agenda.guide.checked
    publisher = settings.publisher
    free = voice.say("Niets. De gids lezen is gratis. In de gids staan ook.")
    unknown = voice.say("niet bekend, vraag het")
    pays = voice.prose(Said(publisher.pays, "gids", "uitgever.betaalt")) if publisher.pays else unknown
    decides = voice.prose(Said(publisher.decides, "gids", "uitgever.beslist")) if publisher.decides else unknown
    return Makers(
        title=voice.say("Wie maakt deze gids"),
        description=voice.say("Wie de gids maakt, wie betaalt en wie beslist. En hoe je erin komt, of eruit."),
        who=(
            Fact(voice.say("Wie maakt de gids?"), Name(publisher.name)),
            Fact(voice.say("Wie betaalt?"), pays),
            Fact(voice.say("Wie beslist?"), decides),
            Fact(voice.say("Wat kost het?"), free),
        ),
        actions=actions(voice, Reach(phone=publisher.phone, email=publisher.email)),
        email=Ltr(publisher.email),
        quarters=_quarters(agenda, voice),
        parts=_parts(voice, publisher.email),
    )


def _quarters(agenda: Agenda, voice: Voice) -> tuple[Quarter, ...]:
    """The number to call in each neighbourhood that has one; not where it is the number of the publisher."""
    settings = agenda.guide.checked
    found = []
    for one in settings.neighbourhoods.values():
        own = one.phone if one.phone != settings.publisher.phone else None
        found += [Quarter(Name(one.name), call) for call in actions(voice, Reach(phone=own))]
    return tuple(found)


def _parts(voice: Voice, email: str) -> tuple[Part, ...]:
    # The subject is Dutch: a Dutch keeper sorts the mails.
    report = mail(email, "Klopt dit niet")
    return (
        Part(
            None,
            voice.say("Wil je met je groep in de gids?"),
            (
                voice.say("Bel of mail ons. Of zeg het aan de balie van een Huis van de Wijk."),
                voice.say("Je vertelt zelf wat mensen bij jullie kunnen doen. Je kiest zelf wat er in de gids komt."),
                voice.say("Vinden jullie het goed? Dan pas komt het in de gids."),
            ),
            steps=True,
        ),
        Part(
            None,
            voice.say("Is er iets veranderd?"),
            (voice.say("Zeg het ons, dan passen we het aan. Elke groep mag zijn eigen stuk veranderen."),),
        ),
        Part(
            None,
            voice.say("Wil je uit de gids?"),
            (
                voice.say("Zeg het ons. We halen je er meteen uit. Je hoeft niet te zeggen waarom."),
                voice.say("Op papier kun je nog even blijven staan. Elk blad zegt tot wanneer het geldt."),
            ),
        ),
        Part(
            "eye",
            voice.say("Hoe weet je of het klopt?"),
            (
                voice.say("Bij elke groep staat wie het heeft nagekeken, hoe, en op welke dag."),
                voice.say("Is dat lang geleden? Dan staat er: bel eerst. Weten we iets niet? Dan staat er: vraag het."),
            ),
        ),
        Part(
            "ask",
            voice.say("Klopt er iets niet?"),
            (voice.say("Zeg het ons. Je naam hoeft niet."),),
            action=Action("mail", voice.say("Dit klopt niet"), report) if report else None,
        ),
        Part(
            None,
            voice.say("Wat we niet doen"),
            (
                voice.say("We volgen je niet. Wij zien niet wat je leest of zoekt."),
                voice.say("We verkopen niets en er is geen reclame."),
                voice.say("We geven groepen en wijken geen cijfer. Niemand staat bovenaan omdat die betaalt."),
            ),
        ),
    )
