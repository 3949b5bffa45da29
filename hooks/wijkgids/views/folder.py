"""The little folder: what a reader chose, which stands in the address of the page and nowhere else.

The folder itself is filled by its script, from the cards of `folder_card`. The lists of a neighbourhood, where one
ticks what to take along, print what is ticked without any script.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, Where
from wijkgids.freshness import months_later
from wijkgids.records.values import AddressShown
from wijkgids.texts import Ltr, Name, OwnName, Piece, Sentence, Voice
from wijkgids.texts.dates import RTL
from wijkgids.views import addresses, rows, thresholds
from wijkgids.views.actor_sheet import MONTHS
from wijkgids.views.parts import Link
from wijkgids.views.shell import finder_page, sample_notice, some_in_dutch
from wijkgids.views.week import Choice

NL = addresses.SOURCE
KEY = "m="  # what the address of the folder carries after "#", before the entries
# Every drawing that a card may have; the page carries them once.
MARKS = (
    "phone", "stopped", "clock", "mind", "pin", "whatsapp", "mail", "web", "people", "ok", "ask", "speaks", "audience",
    "week", "key", "bag", "bear", "access", "footsteps", "together", "quote", "programme", "eye", "next",
)  # fmt: skip
LIST = 80  # most rows on one list: what a cheap phone scrolls and a tired eye reads


@dataclass(frozen=True)
class Tongue:
    """A language that may stand beside that of the page; `page` is the folder in that language."""

    code: str
    dir: str
    name: OwnName
    page: str


@dataclass(frozen=True)
class FolderPage:
    """All that the page of the folder says. `lists` are the lists to tick, `marks` the drawings that a card may have.

    `made_on` is the day of its facts, `until` the last day on which any paper of that day holds (ISO 8601).
    """

    title: Piece
    description: Piece
    made_on: Ltr
    until: str
    until_on: Ltr
    tongues: tuple[Tongue, ...]
    lists: tuple[Link, ...]
    finder: str
    marks: tuple[str, ...]
    phone: Ltr
    sample: Piece | None
    some_in_dutch: Piece | None


@dataclass(frozen=True)
class Tick:
    """Something to tick. `key` is what the address carries; `said` is what paper needs of it, besides its name."""

    key: str
    name: Piece
    said: tuple[Piece, ...]


@dataclass(frozen=True)
class Group:
    """An actor with what it does. `said` is where it is and how one calls it."""

    own: Tick
    ticks: tuple[Tick, ...]


@dataclass(frozen=True)
class ListPage:
    """A neighbourhood to choose from. `pages` are its further lists, where there are more groups than fit in one."""

    title: Piece
    description: Piece
    page: str
    folder: str
    quarters: tuple[Choice, ...]
    pages: tuple[Choice, ...]
    groups: tuple[Group, ...]
    made_on: Ltr
    phone: Ltr
    sample: Piece | None


def link(page: str) -> str:
    """The folder with one entry in it; `page` is the Dutch address of that entry ("actor/x/y.html")."""
    return f"{addresses.folder(NL)}#{KEY}{path_of(page)}"


def path_of(page: str) -> str:
    """How the address of the folder names an entry: "x/y" for "actor/x/y.html"."""
    return page.removeprefix("actor/").removesuffix(".html")


def folder_page(agenda: Agenda, voice: Voice) -> FolderPage:
    """The folder in a language. Dutch stands first among the languages beside it: it is what the desk speaks."""
    settings = agenda.guide.checked
    until = months_later(agenda.today, MONTHS)
    return FolderPage(
        title=voice.say("Mijn mapje"),
        description=voice.say("Bewaar wat je kiest, en print het."),
        made_on=voice.date_digits(agenda.today),
        until=until.isoformat(),
        until_on=voice.date_digits(until),
        tongues=tuple(
            Tongue(code, "rtl" if code in RTL else "ltr", voice.language(code), addresses.folder(code))
            for code in settings.languages
            if code != voice.lang
        ),
        lists=tuple(Link(Name(one.name), addresses.folder(NL, key)) for key, one in settings.neighbourhoods.items()),
        finder=finder_page(agenda),
        marks=MARKS,
        phone=voice.phone(settings.publisher.phone),
        sample=sample_notice(agenda, voice),
        some_in_dutch=some_in_dutch(voice) if voice.lang != NL else None,
    )


def list_pages(agenda: Agenda, voice: Voice, neighbourhood: str) -> Iterator[ListPage]:
    """The lists of a neighbourhood: groups by the alphabet, as many to a page as one can still look through."""
    settings = agenda.guide.checked
    name = Name(settings.neighbourhoods[neighbourhood].name)
    chunks = _chunks(tuple(_groups(agenda, voice, neighbourhood)))
    title = voice.say("Voor mijn mapje: {wijk}", wijk=name)
    for number, groups in enumerate(chunks, 1):
        yield ListPage(
            title=title,
            description=title,
            page=addresses.folder(NL, neighbourhood, number),
            folder=addresses.folder(NL),
            quarters=tuple(
                Choice(Name(one.name), addresses.folder(NL, key), key == neighbourhood)
                for key, one in settings.neighbourhoods.items()
            ) if len(settings.neighbourhoods) > 1 else (),
            pages=tuple(
                Choice(_span(voice, chunk), addresses.folder(NL, neighbourhood, at), at == number)
                for at, chunk in enumerate(chunks, 1)
            ) if len(chunks) > 1 else (),
            groups=groups,
            made_on=voice.date_digits(agenda.today),
            phone=voice.phone(settings.neighbourhoods[neighbourhood].phone or settings.publisher.phone),
            sample=sample_notice(agenda, voice),
        )  # fmt: skip


def _chunks(groups: Sequence[Group]) -> list[tuple[Group, ...]]:
    """Groups over pages of at most LIST rows (a group is never parted); one page where there is nothing."""
    chunks: list[list[Group]] = [[]]
    count = 0
    for group in groups:
        count += 1 + len(group.ticks)
        if chunks[-1] and count > LIST:
            chunks.append([])
            count = 1 + len(group.ticks)
        chunks[-1].append(group)
    return [tuple(chunk) for chunk in chunks]


def _span(voice: Voice, groups: Sequence[Group]) -> Piece:
    """From which group to which, by name."""
    return voice.say("{van} t/m {tot}", van=groups[0].own.name, tot=groups[-1].own.name)


def _groups(agenda: Agenda, voice: Voice, neighbourhood: str) -> Iterator[Group]:
    """The actors of a neighbourhood with what they do; and those of elsewhere, with what they do only here."""
    here: dict[str, list[ActivityOf]] = {}
    for each in agenda.activities.values():
        if each.live and each.neighbourhood == neighbourhood:
            here.setdefault(each.organiser, []).append(each)
    found = [
        one for one in agenda.actors.values() if one.live and (one.neighbourhood == neighbourhood or one.slug in here)
    ]
    for one in voice.sorted(found, key=lambda actor: actor.name):
        ticks = tuple(_tick(agenda, voice, each, one) for each in here.get(one.slug, ()))
        yield Group(Tick(one.slug, Name(one.name), tuple(_reach(voice, one))), ticks)


def _reach(voice: Voice, one: ActorOf) -> Iterator[Piece]:
    if one.reach and one.reach.phone:
        yield voice.phone(one.reach.phone)
    if said := _where(voice, one.where, one.name):
        yield said


def _where(voice: Voice, where: Where | None, own: str) -> Piece | None:
    """Where, in a few words: the house, or the street of a house of its own. A discreet address stays so."""
    if where is None:
        return None
    if where.shown is not AddressShown.YES:
        return voice.say("Adres na contact")
    name = where.name if where.name != own else None
    return Name(name or where.address or "") or None


def _tick(agenda: Agenda, voice: Voice, one: ActivityOf, group: ActorOf) -> Tick:
    said: list[Piece] = []
    if when := rows.usual(agenda, voice, one, agenda.next_times(one, 1)):
        said.append(Sentence(tuple(part for piece in when for part in (" ", piece))[1:]))
    if there := _elsewhere(voice, one, group):
        said.append(there)
    if one.freshness.call_first:
        said.append(rows.call_chip(voice, one.freshness).text)
    else:
        said += [chip.text for chip in thresholds.lead_chips(voice, one)]
    own_number = one.reach and one.reach.phone and one.reach != group.reach
    if own_number and one.reach and one.reach.phone:
        said.append(voice.phone(one.reach.phone))
    return Tick("/".join(one.key), voice.prose(one.name), tuple(said))


def _elsewhere(voice: Voice, one: ActivityOf, group: ActorOf) -> Piece | None:
    """Where it is, when that is not where its group is; a chip says that they come to you, or that you call."""
    if one.visits or one.by_phone or one.where == group.where or (one.where and one.where.host == group.slug):
        return None
    said = _where(voice, one.where, group.name)
    return said if said != _where(voice, group.where, group.name) else None
