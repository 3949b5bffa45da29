"""What stands around every page: its title, its languages, the bar, the foot, and what is true of its words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any
from urllib.parse import urlsplit

from wijkgids.agenda import Agenda
from wijkgids.texts import Ltr, Name, Piece, Prose, Sentence, Strong, Voice
from wijkgids.views import addresses
from wijkgids.views.parts import Link


@dataclass(frozen=True)
class BarItem:
    """One of the four ways at the thumb. `here`: the page belongs to it."""

    icon: str
    text: Piece
    page: str
    here: bool


@dataclass(frozen=True)
class Tongue:
    """The same page in another language, named by itself."""

    code: str
    dir: str
    name: str
    path: str
    here: bool


@dataclass(frozen=True)
class Alternate:
    """The same page for search engines: `code` is a language or x-default, `address` is absolute."""

    code: str
    address: str


@dataclass(frozen=True)
class Away:
    """The way out of the guide, to a page of somebody else that its text names.

    `in_sight`: it stays in sight, for what this page is about is nobody else's business; elsewhere it is at the foot.
    """

    address: str
    text: Piece
    in_sight: bool


# Pages that only their reader needs: search engines do not list them (`robots: noindex`), nor does the sitemap.
PRIVATE = ("bewaren", "geen-internet", "mapje", "scherm")


@dataclass(frozen=True)
class Shell:
    """All of a page but its main part. `local` is its Dutch address, `path` where it stands in the site.

    `base` replaces relative links where the page cannot know its own address (the 404). `missing` and `unread` say that
    some of its words stand in Dutch, or were translated but never read by a speaker. `foot` is at the foot of every
    page, `written` are the hand-written pages that are there. `canonical` is its own address on the web. `findable`:
    search engines may list it. `picture` is the address of the picture that goes with a shared link.
    """

    local: str
    path: str
    lang: str
    dir: str
    title: Piece
    description: Piece | None
    site: Name
    own_name: str
    start: str
    home: bool
    nav: tuple[BarItem, ...]
    tongues: tuple[Tongue, ...]
    canonical: str | None
    alternates: tuple[Alternate, ...]
    sample: Piece | None
    missing: Piece | None
    unread: Piece | None
    foot: tuple[Link, ...]
    written: tuple[Link, ...]
    away: Away | None = None
    heading: Piece = ""
    findable: bool = True
    picture: str | None = None
    script: str = "gids.js"
    styles: tuple[str, ...] = ()
    policy: str = ""
    base: str = ""

    @property
    def on_paper(self) -> Ltr | None:
        """Where this page stands, for who holds it printed."""
        return None if self.canonical is None else Ltr(self.canonical.split("://", 1)[-1])


def shell(
    agenda: Agenda,
    voices: Mapping[str, Voice],
    voice: Voice,
    local: str,
    title: Piece,
    view: object,
    *,
    prose: Collection[str] | None = None,
    languages: Collection[str] | None = None,
    script: str = "gids.js",
) -> Shell:
    """The shell of page `local` (its Dutch address) in the language of `voice`, around `view`.

    `prose` is the site paths of hand-written pages: the foot links only to those (None: to all). `languages` are
    those in which the page exists (None: all of the guide).
    """
    settings = agenda.guide.checked
    there = {code: one for code, one in voices.items() if languages is None or code in languages}
    where = {code: addresses.page(code, local) for code in there}
    path = addresses.page(voice.lang, local)
    home = local == addresses.home(addresses.SOURCE)
    name = Name(settings.short)
    missing, unread = words(view) if voice.lang != addresses.SOURCE else (False, False)
    return Shell(
        local=local,
        path=path,
        lang=voice.lang,
        dir=voice.dir,
        title=Sentence((title, " · ", voice.say("Wijkgids"), " ", name)),
        description=_description(voice, view),
        site=name,
        own_name=voice.own_name,
        start=addresses.home(addresses.SOURCE),
        home=home,
        nav=_bar(agenda, voice, local),
        tongues=tuple(
            Tongue(code, one.dir, one.own_name, where[code], code == voice.lang) for code, one in there.items()
        ),
        canonical=absolute(settings.address, path),
        alternates=_alternates(settings.address, where),
        sample=sample_notice(agenda, voice),
        missing=some_in_dutch(voice) if missing else None,
        unread=not_yet_read(voice) if unread or voice.catalogue.unread else None,
        foot=_foot(agenda, voice),
        written=_written(agenda, voice, prose),
        away=_away(agenda, voice, view),
        heading=title,
        findable=findable(local),
        script=script,
    )


def some_in_dutch(voice: Voice) -> Piece:
    """One quiet line for a page that holds words in Dutch."""
    return voice.say("Niet alles op deze bladzijde is vertaald. Die stukken staan in het Nederlands.")


def not_yet_read(voice: Voice) -> Piece:
    """One quiet line for a page with translations that no speaker has read."""
    return voice.say("De vertaling is nog niet nagelezen door iemand die deze taal spreekt.")


def findable(local: str) -> bool:
    """Whether search engines may list page `local` (its Dutch address)."""
    return not local.startswith(PRIVATE)


def absolute(address: str, path: str) -> str:
    """The address on the web of a file of the site; a folder for its index.html."""
    trimmed = path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
    return f"{address.rstrip('/')}/{trimmed}"


def words(view: object) -> tuple[bool, bool]:
    """Whether a view holds prose that stands in Dutch, and prose that no speaker has read yet."""
    missing = unread = False
    for prose in _prose(view):
        missing = missing or prose.missing
        unread = unread or prose.unread
        if missing and unread:
            break
    return missing, unread


def _prose(value: Any) -> Iterator[Prose]:
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, str) or value is None:
        return
    elif isinstance(value, Sentence | tuple | list):
        for part in value:
            yield from _prose(part)
    elif isinstance(value, Strong):
        yield from _prose(value.piece)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _prose(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _prose(getattr(value, one.name))


def week_page(agenda: Agenda) -> str:
    """Where "this week" leads: to the neighbourhood of a guide that has one, else to the choice."""
    quarters = list(agenda.guide.checked.neighbourhoods)
    return addresses.week(addresses.SOURCE, quarters[0] if len(quarters) == 1 else None)


def finder_page(agenda: Agenda) -> str:
    """Where "search" leads: to the finder of a guide of one neighbourhood, else to the choice."""
    quarters = list(agenda.guide.checked.neighbourhoods)
    return addresses.finder(addresses.SOURCE, quarters[0] if len(quarters) == 1 else None)


def _bar(agenda: Agenda, voice: Voice, local: str) -> tuple[BarItem, ...]:
    nl = addresses.SOURCE
    return (
        BarItem("start", voice.say("Start"), addresses.home(nl), local == addresses.home(nl)),
        BarItem("week", voice.say("Deze week"), week_page(agenda), local.startswith(("week", "dag/", "huis/"))),
        BarItem("search", voice.say("Zoeken"), finder_page(agenda), local.startswith(("zoeken", "kies", "taal/"))),
        BarItem("together", voice.say("Gaat mee"), addresses.guides(nl), local.startswith("gaat-mee")),
    )


def _description(voice: Voice, view: object) -> Piece:
    """What the page is, in a sentence: what the view says of it, else what the guide is."""
    said = getattr(view, "description", None) or getattr(view, "lead", None)
    return said or voice.say("Hulp, groepen en activiteiten bij jou in de buurt, in jouw taal.")


def _away(agenda: Agenda, voice: Voice, view: object) -> Away | None:
    address = agenda.guide.checked.away
    if address is None:
        return None
    host = Ltr((urlsplit(address).hostname or address).removeprefix("www."))
    theme = getattr(view, "theme", None)
    return Away(address, voice.say("Snel weg naar {site}", site=host), bool(theme and theme.discreet))


def _alternates(address: str, where: Mapping[str, str]) -> tuple[Alternate, ...]:
    found = [Alternate(code, absolute(address, path)) for code, path in where.items()]
    if addresses.SOURCE in where:
        found.append(Alternate("x-default", absolute(address, where[addresses.SOURCE])))
    return tuple(found)


def sample_notice(agenda: Agenda, voice: Voice) -> Piece | None:
    """That this guide is invented, and on which day it stands; None for a real one."""
    if not agenda.guide.checked.sample:
        return None
    said = voice.say("Deze gids is een voorbeeld. Groepen, straten en nummers zijn bedacht.")
    if agenda.guide.checked.today is None:
        return said
    return Sentence((said, " ", voice.say("De dag is {dag}.", dag=voice.day_full(agenda.today))))


def _foot(agenda: Agenda, voice: Voice) -> tuple[Link, ...]:
    nl = addresses.SOURCE
    return (
        Link(voice.say("Woorden uit brieven"), addresses.words(nl)),
        Link(voice.say("Mijn mapje"), addresses.folder(nl)),
        Link(voice.say("Alles in deze gids"), addresses.everything(nl)),
    )


def _written(agenda: Agenda, voice: Voice, prose: Collection[str] | None) -> tuple[Link, ...]:
    nl = addresses.SOURCE
    links = [Link(voice.say("Over dit voorbeeld"), addresses.sample(nl))] if agenda.guide.checked.sample else []
    written = (
        Link(voice.say("Over deze gids"), addresses.prose(nl, "over")),
        Link(voice.say("Wat deze site bewaart"), addresses.prose(nl, "privacy")),
        Link(voice.say("Voor wie hier werkt"), addresses.prose(nl, "voor-buurtwerkers")),
    )
    return (*links, *(link for link in written if prose is None or addresses.page(voice.lang, link.page) in prose))
