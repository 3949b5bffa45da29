"""Everything else: what the guide has besides what the bar leads to, in a few groups."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import Agenda
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses, guides
from wijkgids.views.parts import Link
from wijkgids.views.shell import finder_page, week_page

NL = addresses.SOURCE


@dataclass(frozen=True)
class Way:
    """A page, and in a few words what is there."""

    icon: str
    text: Piece
    page: str
    there: Piece


@dataclass(frozen=True)
class Group:
    """Some pages under a heading. `written`: the hand-written pages stand here too."""

    heading: Piece
    ways: tuple[Way, ...]
    written: bool = False


@dataclass(frozen=True)
class QuarterWays:
    """What there is of one neighbourhood."""

    name: Name
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Everything:
    """The page with all other pages."""

    title: Piece
    description: Piece
    groups: tuple[Group, ...]
    quarters: tuple[QuarterWays, ...]


def everything(agenda: Agenda, voice: Voice) -> Everything:
    """The page in a language. Only pages that every guide has stand in it."""
    return Everything(
        title=voice.say("Alles in deze gids"),
        description=voice.say("Wat er nog meer is: zoeken, meenemen, en over de gids."),
        groups=(_seek(agenda, voice), _take(voice), _about(voice), _work(voice)),
        quarters=_quarters(agenda, voice),
    )


def _seek(agenda: Agenda, voice: Voice) -> Group:
    words = voice.say("Wat een moeilijk woord is, en wie je helpt.")
    return Group(
        voice.say("Zoeken"),
        (
            Way("search", voice.say("Zoeken"), finder_page(agenda), voice.say("Typ een woord, of kies.")),
            Way(
                "programme",
                voice.say("Kies wat bij je past"),
                addresses.kind_of(NL),
                voice.say("Gratis, in jouw taal, ’s avonds, voor wie."),
            ),
            Way("week", voice.say("Deze week"), week_page(agenda), voice.say("Elke dag, de avonden en het weekend.")),
            Way("together", voice.say("Gaat mee"), addresses.guides(NL), voice.say("Wie je helpt, of met je meegaat.")),
            Way("letter", voice.say("Woorden uit brieven"), addresses.words(NL), words),
            Way("pin", voice.say("Kaart"), addresses.map_(NL), voice.say("Waar alles is.")),
        ),
    )


def _take(voice: Voice) -> Group:
    folder = voice.say("Bewaar wat je kiest, en print het.")
    offline = voice.say("Dan kun je ook zonder internet kijken.")
    paper = voice.say("De week op papier, in een of twee talen.")
    return Group(
        voice.say("Meenemen"),
        (
            Way("folder", voice.say("Mijn mapje"), addresses.folder(NL), folder),
            Way("ok", voice.say("Bewaren op je telefoon"), addresses.keep(NL), offline),
            Way("print", voice.say("Printen"), addresses.print_desk(NL), paper),
        ),
    )


def _about(voice: Voice) -> Group:
    who = voice.say("Wie betaalt en wie beslist, en hoe je erin komt.")
    return Group(
        voice.say("Over de gids"),
        (Way("people", voice.say("Wie maakt deze gids"), addresses.makers(NL), who),),
        written=True,
    )


def _work(voice: Voice) -> Group:
    screen = voice.say("Wat er vandaag is, groot op een scherm.")
    given = voice.say("Voor de praktijk: kiezen en meegeven.")
    return Group(
        voice.say("Voor wie hier werkt"),
        (
            Way("screen", voice.say("Scherm in de hal"), addresses.screen(NL), screen),
            Way("paper", voice.say("Welzijn op recept"), addresses.prescription(NL), given),
        ),
    )


def _quarters(agenda: Agenda, voice: Voice) -> tuple[QuarterWays, ...]:
    """The pages of each neighbourhood. In a guide of one they are those of the whole guide."""
    homes = agenda.guide.checked.neighbourhoods
    if len(homes) == 1:
        return ()
    along = guides.quarters(agenda)
    return tuple(
        QuarterWays(
            Name(home.name),
            (
                Link(voice.say("Deze week"), addresses.week(NL, key)),
                Link(voice.say("Zoeken"), addresses.finder(NL, key)),
                *((Link(voice.say("Gaat mee"), guides.page_of(key)),) if key in along else ()),
                Link(voice.say("Kaart"), addresses.map_(NL, key)),
            ),
        )
        for key, home in homes.items()
    )
