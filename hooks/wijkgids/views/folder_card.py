"""What the little folder says of an entry: the same facts in the same order in every language, one line each.

Two people who share no language hold one sheet and point at the same line. So what lines there are is decided by the
record alone, never by its words or their translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, GuidanceOf, PersonOf, Spoken, Time
from wijkgids.texts import Ltr, Name, Piece, Prose, Sentence, Strong, Voice
from wijkgids.views import addresses
from wijkgids.views.activity import activity_page, guidances
from wijkgids.views.actor import actor_page
from wijkgids.views.checked import CallFirst, on
from wijkgids.views.contact import Action, on_paper
from wijkgids.views.entry import Fact, LanguageLine, Vow, access, way_in
from wijkgids.views.home import does
from wijkgids.views.parts import Chip, Link
from wijkgids.views.place import PlaceView, place
from wijkgids.views.routes import state_chip, there
from wijkgids.views.rows import next_day
from wijkgids.views.schedule_text import When, when
from wijkgids.views.sheet_activity import HOLDS, sentence, stops, written_address
from wijkgids.views.stopped import stopped_page
from wijkgids.views.thresholds import Needed

WAYS = 2  # who goes with you from a group; of what it does one, for the page says the rest
PROGRAMME = 3
COMING = 4
NUMBERS = ("phone", "whatsapp")
# A doctor's heading is nothing for what a resident carries (design §1); how one gets in is said in short.
NOT_CARRIED = ("coach", "access")


@dataclass(frozen=True)
class Line:
    """One fact: its drawing, and its sentences below each other. `look` is "let" (mind this) or "ask" (not known).

    `call` is the link behind its strong words: a number to call (checked).
    """

    icon: str
    said: tuple[Piece, ...]
    look: str = ""
    call: str = ""


@dataclass(frozen=True)
class Card:
    """An entry as the folder shows it. `id` is that of the activity, "" for the actor itself.

    `go_to` is who took over from what stopped. `checked` is the day of its check, `until` the last day on which paper
    of today holds as far as this entry goes (None: as long as any paper).
    """

    id: str
    name: Piece
    by: tuple[Piece, ...]
    summary: Prose | None
    lines: tuple[Line, ...]
    go_to: Link | None = None
    checked: date | None = None
    until: date | None = None


def cards(agenda: Agenda, voice: Voice, slug: str) -> tuple[Card, ...]:
    """The cards of an actor and of all activities in its file, also of what stopped."""
    own = (agenda.activities[slug, one.id] for one in agenda.guide.actors[slug].activities)
    return (card(agenda, voice, agenda.actors[slug]), *(card(agenda, voice, one) for one in own))


def card(agenda: Agenda, voice: Voice, one: ActorOf | ActivityOf) -> Card:
    """The card of an entry; of what stopped, where to go instead."""
    if not one.live:
        return _stopped(agenda, voice, one)
    return _activity(agenda, voice, one) if isinstance(one, ActivityOf) else _actor(agenda, voice, one)


def _activity(agenda: Agenda, voice: Voice, one: ActivityOf) -> Card:
    page, actor = activity_page(agenda, voice, one.key), agenda.actors[one.actor]
    quarter = Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name)
    # The page knows where it is by phone only: then there is no place to go to.
    where = place(voice, agenda, one.where, quarter, paper=True) if page.place else None
    times = when(voice, agenda, one, HOLDS)
    themes = {theme.id for theme in one.themes}
    coming = page.programme[:PROGRAMME]
    lines = [
        *_mind(agenda, voice, page.call_first, one),
        Line("clock", tuple(_when(voice, times, agenda.next_times(one, COMING), page.note))),
        *_some("mind", times.changes, "let"),
        *_some("pin", tuple(_place(where))),
        *_reach(voice, page.call_first, page.actions, actor),
        *_needed(voice, page.chips, page.needed),
        *_languages(voice, page.languages, one.languages),
        *_some("audience", (_joined((*page.audience, *((page.words,) if page.words else ()))),)),
        *_facts(voice, page.facts, one),
        *_first_time(voice, page.first_time),
        *_ways(agenda, voice, guidances(actor, themes), actor, 1),
        *_promise(voice, page.promise),
        *_some("programme", tuple(_said(voice, day, said) for day, said in coming)),
        _checked(agenda, voice, one),
    ]
    by = tuple(sentence(line) for line in page.by)
    return _card(agenda, one, one.key[1], page.name, by, page.summary, lines)


def _actor(agenda: Agenda, voice: Voice, one: ActorOf) -> Card:
    page = actor_page(agenda, voice, one.slug)
    hours = (piece for line in page.hours for piece in (line.when, line.but, line.note))
    doing = [_joined((Strong(row.title), *row.when)) for row in page.activities]
    here = voice.say("Dit kun je hier doen")
    lines = [
        *_mind(agenda, voice, page.call_first, one),
        *_some("clock", (*hours, page.closed)),
        *_some("pin", tuple(_place(place(voice, agenda, one.where, None, own=one.slug, paper=True)))),
        *_reach(voice, page.call_first, page.actions, one),
        *_needed(voice, page.chips, page.needed),
        *_languages(voice, page.languages, one.languages),
        *_some("week", (_said(voice, here, _joined(doing, " · ")),) if doing else ()),
        *_facts(voice, page.facts, one),
        *_first_time(voice, page.first_time),
        *_ways(agenda, voice, [*one.guides, *one.guided_by], one, WAYS),
        *_promise(voice, page.promise),
        _checked(agenda, voice, one),
    ]
    return _card(agenda, one, "", page.name, (page.kind,), page.summary, lines)


def _card(
    agenda: Agenda,
    one: ActorOf | ActivityOf,
    id_: str,
    name: Piece,
    by: tuple[Piece, ...],
    summary: Prose | None,
    lines: Sequence[Line],
) -> Card:
    checked = one.check.on if one.check else None
    people = agenda.actors[one.slug if isinstance(one, ActorOf) else one.actor].people
    return Card(id_, name, by, summary, tuple(lines), checked=checked, until=holds(agenda.today, one, people))


def _stopped(agenda: Agenda, voice: Voice, one: ActorOf | ActivityOf) -> Card:
    page = stopped_page(agenda, voice, one)
    said = (page.said, *((page.why,) if page.why else ()))
    lines = [Line("stopped", said, "let")]
    if page.rows:
        instead = _joined((_joined((Strong(row.title), *row.when)) for row in page.rows), " · ")
        lines.append(Line("week", (_said(voice, page.instead, instead),)))
    by = (sentence(page.by),) if page.by else ()
    id_ = one.key[1] if isinstance(one, ActivityOf) else ""
    return Card(id_, page.name, by, None, tuple(lines), page.go_to)


def holds(today: date, one: ActorOf | ActivityOf, people: Iterable[PersonOf] = ()) -> date | None:
    """The last day on which paper about an entry holds, None where nothing about it is known to change.

    That is the day before its check falls due or it stops, or the day on which the consent of one of `people` ends.
    """
    changes = [day for day in (one.freshness.due, one.stops.on if one.stops else None) if day and day > today]
    ends = [person.until for person in people if person.until]
    return min([*(day - timedelta(days=1) for day in changes), *ends], default=None)


def _some(icon: str, said: Sequence[Piece | None], look: str = "") -> Iterator[Line]:
    """A line, when there is something to say."""
    there = tuple(piece for piece in said if piece)
    if there:
        yield Line(icon, there, look)


def _joined(pieces: Iterable[Piece], between: str = " ") -> Piece:
    """Pieces as one, "" where there are none."""
    return Sentence(found) if (found := tuple(part for piece in pieces for part in (between, piece))[1:]) else ""


def _said(voice: Voice, label: Piece, said: Piece) -> Piece:
    """What it is about, and what is said of it."""
    return voice.say("{taal}: {wie}", taal=label, wie=said)


def _mind(agenda: Agenda, voice: Voice, box: CallFirst | None, one: ActorOf | ActivityOf) -> Iterator[Line]:
    if box:
        yield Line("phone", (Sentence((Strong(voice.say("Bel eerst.")), " ", box.said)),), "let")
    if ends := stops(agenda, voice, one):
        yield from _some("stopped", (Strong(ends.heading), ends.why, ends.go_to), "let")


def _when(voice: Voice, times: When, coming: Sequence[Time], note: Prose | None) -> Iterator[Piece]:
    if times.unknown:
        yield voice.say("Niet bekend, vraag het.")
    for line in times.lines:
        yield _joined(piece for piece in (line.when, line.but, line.note) if piece)
    if rest := _joined(piece for piece in (*times.manner, times.but, note) if piece):
        yield rest
    if coming:
        different = len({time.on.start.time() if time.on.start else None for time in coming}) > 1
        days = [_day(voice, time, different) for time in coming]
        yield _said(voice, voice.say("De volgende keren"), _joined(days, " · "))


def _day(voice: Voice, time: Time, different: bool) -> Piece:
    pieces: list[Piece] = [next_day(voice, time.on.day)]
    if different and time.on.start:
        pieces += [" ", voice.time(time.on.start)]
    if time.on.doubt:
        pieces += [" ", voice.say("bel eerst")]
    return Sentence(tuple(pieces))


def _place(where: PlaceView | None) -> Iterator[Piece]:
    if where is None:
        return
    if where.hidden:
        yield Strong(where.hidden)
    name = where.host.text if where.host else where.name
    parts = [Strong(name) if name else None, where.room, where.address, where.city]
    if said := _joined((_whole(part) for part in parts if part), " · "):
        yield said
    if rest := _joined(piece for piece in (where.find, sentence(where.via) if where.via else None) if piece):
        yield rest


def _whole(piece: Piece) -> Piece:
    """A piece whose facts are not parted at the end of a line: half a postcode stands on the wrong side in Arabic."""
    if isinstance(piece, Sentence):
        return Sentence(tuple(_whole(part) for part in piece.pieces))
    return Ltr(piece.replace(" ", "\u00a0")) if isinstance(piece, Ltr) else piece


def _reach(voice: Voice, box: CallFirst | None, buttons: Sequence[Action], actor: ActorOf) -> Iterator[Line]:
    """The numbers, and whom to ask for; what one must type only where there is no number.

    All who are asked for are named: whom the reader of one language asks for, the other column says too.
    """
    every = [*((box.call,) if box and box.call else ()), *buttons]
    wanted = [way for way in every if way.icon in NUMBERS] or every
    names = list({one.ask_for.text: voice.prose(one.ask_for) for one in actor.people if one.ask_for}.values())
    asked = voice.say("Vraag naar {wie}.", wie=voice.listing(names, "or")) if names else ""
    ways = _joined((Strong(way.said) for way in on_paper(voice, wanted)), " · ")
    if said := _joined(piece for piece in (ways, asked) if piece):
        first = wanted[0] if wanted else None
        number = first.href if first and first.icon == "phone" else ""
        yield Line(first.icon if first else "people", (said,), call=number)


def _needed(voice: Voice, chips: Sequence[Chip], needs: Needed) -> Iterator[Line]:
    """What it costs and what one needs; what must not be missed stands out, what nobody knows is a question."""
    known = [Strong(chip.text) if chip.look == "let" else chip.text for chip in dict.fromkeys((*chips, *needs.known))]
    yield from _some("ok", (_joined(known, " · "), *needs.notes))
    if needs.asks:
        yield Line(
            "ask", (_joined((voice.say("Dit weten we nog niet. Vraag het:"), voice.listing(needs.asks))),), "ask"
        )


def _languages(voice: Voice, said: Sequence[LanguageLine], spoken: Sequence[Spoken]) -> Iterator[Line]:
    """In the order of the record, not the reader's own first: the lines of two columns stand side by side."""
    order = [one.code for one in spoken]
    lines = sorted(said, key=lambda line: order.index(line.own.code))
    yield from _some("speaks", tuple(_language(voice, one) for one in lines))


def _language(voice: Voice, one: LanguageLine) -> Piece:
    own = Strong(one.own)
    if one.here and one.who:
        return Sentence((own, " ", _said(voice, one.here, one.who)))
    return Sentence((own, " ", one.here or one.who or "")) if one.here or one.who else own


def _facts(voice: Voice, facts: Sequence[Fact], one: ActorOf | ActivityOf) -> Iterator[Line]:
    for fact in facts:
        if fact.icon not in NOT_CARRIED:
            yield Line(fact.icon, (_said(voice, fact.label, _joined(fact.said)),))
    if way := way_in(one):
        yield Line("access", access(voice, way, whole=False))


def _first_time(voice: Voice, steps: Sequence[Prose]) -> Iterator[Line]:
    if steps:
        yield Line("footsteps", (_said(voice, voice.say("De eerste keer"), _joined(steps)),))


def _ways(agenda: Agenda, voice: Voice, every: Iterable[GuidanceOf], own: ActorOf, most: int) -> Iterator[Line]:
    """Who goes with you: who has room first, else in the order of the record."""
    found = sorted((one for one in every if there(agenda, one)), key=lambda one: one.state != "open")
    for one in found[:most]:
        name = () if one.guide == own.slug else (Strong(Name(agenda.actors[one.guide].name)),)
        asked = (voice.say("Vraag naar {wie}.", wie=voice.prose(one.who)),) if one.who else ()
        state = voice.say("{zin}.", zin=state_chip(voice, agenda.today, one).text)
        tongues = _joined((voice.language(code) for code in one.languages), " · ")
        yield Line("together", (_joined((*name, does(agenda, voice, one), *asked, Strong(state), tongues)),))


def _promise(voice: Voice, vow: Vow | None) -> Iterator[Line]:
    if vow:
        unless = Sentence((Strong(voice.say("Behalve:")), " ", vow.unless))
        promised = _said(voice, voice.say("Dit beloven ze"), vow.text)
        yield Line("quote", (Sentence((promised, " ", unless, " ", vow.signed)),))


def _checked(agenda: Agenda, voice: Voice, one: ActorOf | ActivityOf) -> Line:
    nl = addresses.SOURCE
    page = addresses.actor(nl, one.slug) if isinstance(one, ActorOf) else addresses.activity(nl, *one.key)
    due = one.freshness.due if not one.freshness.call_first else None
    said = (
        voice.say("Nagekeken op {dag}.", dag=voice.date_digits(one.check.on)) if one.check else on(voice, None),
        *((voice.say("Bel eerst vanaf {dag}.", dag=voice.date_digits(due)),) if due else ()),
        voice.say("Kort adres: {adres}", adres=written_address(agenda, voice, one.code, page)),
    )
    return Line("eye", (_joined(said),))
