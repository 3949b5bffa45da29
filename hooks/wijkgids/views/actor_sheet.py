"""One actor on one sheet of paper: all that the binder of a worker, or the hand of a guide, needs of it.

It says what the pages say, from the same views; but on paper nothing is one tap away. So it writes out addresses and
numbers, tells all ways and all changes as long as it holds, and says until when that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta

from wijkgids.agenda import ActivityOf, ActorOf, Agenda
from wijkgids.freshness import months_later
from wijkgids.texts import Ltr, Name, OwnName, Piece, Prose, Sentence, Strong, Voice
from wijkgids.views.actor import ActorPage, PersonView, actor_page, guest, soonest
from wijkgids.views.colophon import Colophon, colophon
from wijkgids.views.contact import Way, on_paper
from wijkgids.views.entry import Fact, LanguageLine, Vow
from wijkgids.views.parts import Link
from wijkgids.views.place import PlaceView, place
from wijkgids.views.routes import Route, routes
from wijkgids.views.rows import Row
from wijkgids.views.schedule_text import Line
from wijkgids.views.sheet_activity import (
    ActivityPart,
    Gone,
    Seen,
    activity_part,
    gone,
    seen,
    sentence,
    stops,
    written_address,
)
from wijkgids.views.sheet_rows import Contact, contact_of
from wijkgids.views.sheet_words import SheetWords, sheet_words
from wijkgids.views.stopped import stopped_page
from wijkgids.views.thresholds import Needed

MONTHS = 3  # for how long a sheet holds, when no check falls due before (design §10)


@dataclass(frozen=True)
class PersonPart:
    """A role on paper; the name only while its consent runs, and the sheet holds no longer than that."""

    role: Prose
    name: Name | None
    languages: tuple[OwnName, ...]
    said: tuple[Piece, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class ActorSheet:
    """All that the sheet of an actor says, in one language. Of one that stopped only `gone` and where to go `instead`.

    `others` is what it does with others who organise it, `hosts` what others do at its place, `stopped` what it did
    before, `contacts` whom else the sheet names. `address` is for the QR code, `short` the same to type over.
    """

    slug: str
    lang: str
    rtl: bool
    words: SheetWords
    document_title: str
    name: Name
    kind: Piece
    themes: tuple[Piece, ...]
    summary: Prose | None
    seen: Seen
    agreed: tuple[Piece, ...]
    contacts: tuple[Contact, ...]
    address: str
    short: Ltr
    valid: date
    colophon: Colophon
    gone: Gone | None = None
    instead_title: Piece | None = None
    instead: tuple[Row, ...] = ()
    call_first: Piece | None = None
    stops: Gone | None = None
    hours: tuple[Line, ...] = ()
    closed: Piece | None = None
    place: PlaceView | None = None
    ways: tuple[Way, ...] = ()
    ask_for: Piece | None = None
    languages: tuple[LanguageLine, ...] = ()
    first_time: tuple[Prose, ...] = ()
    needed: Needed | None = None
    promise: Vow | None = None
    people: tuple[PersonPart, ...] = ()
    routes: tuple[Route, ...] = ()
    activities: tuple[ActivityPart, ...] = ()
    others: tuple[Row, ...] = ()
    hosts: tuple[Row, ...] = ()
    facts: tuple[Fact, ...] = ()
    pays: Prose | None = None
    belongs_to: Piece | None = None
    has: tuple[Piece, ...] = ()
    works_with: tuple[Piece, ...] = ()
    stopped: tuple[Gone, ...] = ()
    keywords: tuple[Prose, ...] = ()


def actor_sheet(agenda: Agenda, voice: Voice, slug: str) -> ActorSheet:
    """The sheet of an actor of the guide; also of one that stopped, to put in the binder instead of the old one."""
    one = agenda.actors[slug]
    page = actor_page(agenda, voice, slug)
    until = valid_until(agenda, one)
    short = written_address(agenda, voice, one.code, page.page)
    sheet = ActorSheet(
        slug=slug,
        lang=voice.lang,
        rtl=voice.rtl,
        words=sheet_words(voice),
        document_title=str(page.name),
        name=page.name,
        kind=page.kind,
        themes=tuple(voice.word(theme.name) for theme in one.themes),
        summary=page.summary if one.live else None,
        seen=seen(agenda, voice, one),
        agreed=page.agreed if one.live else (),
        contacts=tuple(each for each in map(contact_of, _named(agenda, one)) if each.phone or each.address),
        address=f"{agenda.guide.checked.address.partition('://')[0]}://{short}",
        short=short,
        valid=until,
        colophon=colophon_of(agenda, voice, one, until, short),
    )
    sheet = _live(agenda, voice, sheet, page) if one.live else _gone(agenda, voice, sheet)
    return replace(sheet, colophon=translated(voice, sheet.colophon, sheet))


def _live(agenda: Agenda, voice: Voice, sheet: ActorSheet, page: ActorPage) -> ActorSheet:
    one = agenda.actors[sheet.slug]
    call = page.call_first.call if page.call_first else None
    elsewhere = tuple(each for each in _file(agenda, one) if each.organiser != one.slug and each not in one.hosts)
    return replace(
        sheet,
        call_first=page.call_first.said if page.call_first else None,
        stops=stops(agenda, voice, one),
        hours=page.hours,
        closed=page.closed,
        place=place(voice, agenda, one.where, None, own=one.slug, paper=True),
        ways=on_paper(voice, (*((call,) if call else ()), *page.actions)),
        ask_for=page.ask_for,
        languages=page.languages,
        first_time=page.first_time,
        needed=page.needed,
        promise=page.promise,
        people=tuple(_person(voice, person) for person in page.people),
        routes=routes(voice, agenda, [*one.guides, *one.guided_by], own=one.slug, needs=True),
        activities=tuple(activity_part(agenda, voice, each, one, page) for each in one.activities if each.live),
        others=tuple(_by(agenda, voice, each) for each in soonest(agenda, elsewhere)),
        hosts=tuple(guest(agenda, voice, each) for each in soonest(agenda, one.hosts)),
        facts=page.facts,
        pays=page.pays,
        belongs_to=sentence(page.belongs_to) if page.belongs_to else None,
        has=_texts(page.has),
        works_with=_texts(page.works_with),
        stopped=tuple(gone(agenda, voice, each) for each in one.activities if not each.live),
        keywords=page.keywords,
    )


def _gone(agenda: Agenda, voice: Voice, sheet: ActorSheet) -> ActorSheet:
    one = agenda.actors[sheet.slug]
    page = stopped_page(agenda, voice, one)
    return replace(sheet, gone=gone(agenda, voice, one), instead_title=page.instead, instead=page.rows)


def _by(agenda: Agenda, voice: Voice, one: ActivityOf) -> Row:
    """A row that says who does it, and not where: that may not be told, and is not here."""
    return replace(
        guest(agenda, voice, one), place=voice.say("bij {groep}", groep=Name(agenda.actors[one.organiser].name))
    )


def _person(voice: Voice, one: PersonView) -> PersonPart:
    return PersonPart(one.role, one.name, one.languages, one.said, on_paper(voice, one.actions))


def _texts(links: tuple[Link, ...]) -> tuple[Piece, ...]:
    return tuple(link.text for link in links)


def _file(agenda: Agenda, one: ActorOf) -> list[ActivityOf]:
    """The activities that stand in its file, whoever organises them."""
    return [agenda.activities[one.slug, each.id] for each in agenda.guide.actors[one.slug].activities]


def _named(agenda: Agenda, one: ActorOf) -> list[ActorOf]:
    """Whom else the sheet leads to: the house it is in, both ends of each way, and who took over."""
    going = [each for each in one.activities if each.live] if one.live else []
    ended = [each for each in one.activities if not each.live] if one.live else []
    entries: list[ActorOf | ActivityOf] = [one, *going]
    places = [each.where for each in entries if each.where] if one.live else []
    ways = [*one.guides, *one.guided_by] if one.live else []
    after = [agenda.successor(each) for each in (*entries, *ended)]
    slugs = [
        *(slug for where in places for slug in (where.host, where.via)),
        *(slug for way in ways for slug in (way.guide, way.to)),
        *(each.slug for each in after if each),
    ]
    found = [agenda.actors[slug] for slug in dict.fromkeys(slugs) if slug and slug in agenda.actors]
    return [other for other in found if other.live and other.slug != one.slug]


def valid_until(agenda: Agenda, one: ActorOf) -> date:
    """The last day on which paper about an actor holds.

    Three months on, or the day before a check falls due, something on it stops, or the consent of a person ends
    (that day itself): whichever is first.
    """
    today = agenda.today
    entries: list[ActorOf | ActivityOf] = [one, *one.activities]
    entries = [each for each in entries if each.live and one.live]
    before = [each.freshness.due for each in entries if each.freshness.due]
    before += [each.stops.on for each in entries if each.stops]
    last = [day - timedelta(days=1) for day in before if day > today]
    last += [person.until for person in one.people if person.until and one.live]
    return min([months_later(today, MONTHS), *last])


def colophon_of(agenda: Agenda, voice: Voice, one: ActorOf, until: date, short: Ltr) -> Colophon:
    """The colophon of paper about an actor."""
    entries: list[ActorOf | ActivityOf] = [one, *one.activities]
    checks = [each.check.on for each in entries if each.check and each.live]
    return colophon(agenda, voice, checks, until, agenda.guide.checked.publisher.phone, short)


def translated(voice: Voice, colophon: Colophon, view: object) -> Colophon:
    """A colophon that says whether something in a view is not translated, or read by no speaker."""
    prose = [piece for piece in leaves(view) if isinstance(piece, Prose)]
    missing, unread = colophon.missing, colophon.unread
    if any(piece.missing for piece in prose):
        missing = voice.say("Wat nog niet vertaald is, staat er in het Nederlands.")
    if voice.catalogue.unread or any(piece.unread for piece in prose):
        unread = voice.say("Deze vertaling is nog niet gelezen door iemand die de taal spreekt.")
    return replace(colophon, missing=missing, unread=unread)


def leaves(view: object) -> Iterator[str | Prose | OwnName]:
    """Everything that a view says, sentences and strong words opened."""
    if isinstance(view, Sentence):
        for piece in view.pieces:
            yield from leaves(piece)
    elif isinstance(view, Strong):
        yield from leaves(view.piece)
    elif isinstance(view, (str, Prose, OwnName)):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from leaves(part)
    elif is_dataclass(view):
        for one in fields(view):
            yield from leaves(getattr(view, one.name))
