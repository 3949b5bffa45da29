"""An activity on paper: all of it, or on the sheet of its group only what the group does not say already."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from wijkgids.agenda import ActivityKey, ActivityOf, ActorOf, Agenda, GuidanceOf
from wijkgids.freshness import Stage
from wijkgids.records.parts import Check
from wijkgids.texts import Ltr, Name, Piece, Prose, Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.activity import activity_page, facts, guidances, programme
from wijkgids.views.actor import ActorPage
from wijkgids.views.checked import how, on
from wijkgids.views.contact import Action, Way, on_paper
from wijkgids.views.entry import Fact, LanguageLine, Vow, short_address
from wijkgids.views.parts import Chip, Linked
from wijkgids.views.place import PlaceView, place
from wijkgids.views.routes import Route, routes
from wijkgids.views.rows import next_day
from wijkgids.views.schedule_text import When, when
from wijkgids.views.stopped import stopped_page
from wijkgids.views.thresholds import Needed, come_chip, cost_chip

HOLDS = timedelta(days=92)  # three months: for how long a sheet holds (design §10)
COMING = 4  # next times that are written out


@dataclass(frozen=True)
class Coming:
    """One of the next times. `time` is None where nobody told us the hour; `doubt`: it may be off, ask."""

    day: Piece
    time: Ltr | None
    evening: bool
    doubt: bool


@dataclass(frozen=True)
class Seen:
    """The last check, who did it how, and from which day one is to call first (None where that day has come)."""

    day: Piece
    how: Piece | None
    call_from: Piece | None


@dataclass(frozen=True)
class Gone:
    """What stopped or will: since when, why, and where to go instead."""

    name: Piece
    heading: Piece
    said: Piece | None
    why: Prose | None
    go_to: Piece | None


@dataclass(frozen=True)
class ActivityPart:
    """All that paper says of an activity, in one language; an empty part says nothing else than its group does.

    `by` says whose it is, where that is not the sheet's own actor. `call_first` is the box above what is old.
    """

    key: ActivityKey
    name: Prose
    kind: str | None
    by: tuple[Piece, ...]
    summary: Prose | None
    chips: tuple[Chip, ...]
    call_first: Piece | None
    stops: Gone | None
    when: When
    coming: tuple[Coming, ...]
    note: Prose | None
    place: PlaceView | None
    ways: tuple[Way, ...]
    ask_for: Piece | None
    languages: tuple[LanguageLine, ...]
    themes: tuple[Piece, ...]
    audience: tuple[Piece, ...]
    words: Prose | None
    first_time: tuple[Prose, ...]
    needed: Needed
    promise: Vow | None
    routes: tuple[Route, ...]
    facts: tuple[Fact, ...]
    programme: tuple[tuple[Piece, Prose], ...]
    seen: Seen | None
    short: Piece


def activity_part(
    agenda: Agenda, voice: Voice, one: ActivityOf, group: ActorOf | None = None, said: ActorPage | None = None
) -> ActivityPart:
    """An activity that goes on; `group` and `said` are the actor on whose sheet it stands and what is said of it."""
    page = activity_page(agenda, voice, one.key)
    times = when(voice, agenda, one, HOLDS)
    part = ActivityPart(
        key=one.key,
        name=page.name,
        kind=page.kind,
        by=tuple(sentence(line) for line in page.by if group is None or line.link.text != Name(group.name)),
        summary=page.summary,
        chips=tuple(
            chip for chip in page.chips if chip not in (cost_chip(voice, one.thresholds), come_chip(voice, one))
        ),
        call_first=page.call_first.said if page.call_first else None,
        stops=stops(agenda, voice, one),
        when=replace(times, leaves=()),  # they are `coming` here: a day with its hour
        coming=_coming(agenda, voice, one),
        note=page.note,
        place=place(voice, agenda, one.where, _quarter(agenda, one), paper=True) if page.place else None,
        ways=_ways(voice, page.actions, page.call_first.call if page.call_first else None),
        ask_for=page.ask_for,
        languages=page.languages,
        themes=tuple(voice.word(theme.name) for theme in one.themes),
        audience=page.audience,
        words=page.words,
        first_time=page.first_time,
        needed=page.needed,
        promise=page.promise,
        routes=routes(voice, agenda, _fitting(agenda, one), own=one.actor, needs=True),
        facts=facts(voice, one, whole=True),
        programme=programme(agenda, voice, one),
        seen=seen(agenda, voice, one),
        short=voice.say("Kort adres: {adres}", adres=written_address(agenda, voice, one.code, page.page)),
    )
    return part if group is None or said is None else _beyond(part, one, group, said)


def _beyond(part: ActivityPart, one: ActivityOf, group: ActorOf, said: ActorPage) -> ActivityPart:
    """A part without what the sheet of its group says at its head."""
    box = said.call_first.said if said.call_first else None
    return replace(
        part,
        call_first=part.call_first if part.call_first != box else None,
        place=None if _same_place(one, group) else part.place,
        ways=() if one.reach == group.reach else part.ways,
        ask_for=None,
        languages=() if part.languages == said.languages else part.languages,
        themes=() if one.themes == group.themes else part.themes,
        first_time=() if part.first_time == said.first_time else part.first_time,
        needed=part.needed.beyond(said.needed),
        promise=None if part.promise == said.promise else part.promise,
        routes=(),
        facts=tuple(fact for fact in part.facts if fact not in said.facts),
        seen=part.seen if one.checked_itself else None,
    )


def _fitting(agenda: Agenda, one: ActivityOf) -> list[GuidanceOf]:
    """Who goes with you to its group, or from there, with what it is about; the first of all where nobody does that."""
    themes = {theme.id for theme in one.themes}
    every = guidances(agenda.actors[one.actor], themes)
    return [way for way in every if themes & {theme.id for theme in way.themes}] or every[:1]


def _same_place(one: ActivityOf, group: ActorOf) -> bool:
    """Whether it is where its group is: at the group's own place an activity has the group itself as host."""
    if one.where is None or group.where is None:
        return one.where == group.where
    return replace(one.where, host=group.where.host, name=group.where.name) == group.where and one.where.host in (
        group.slug,
        group.where.host,
    )


def _ways(voice: Voice, buttons: tuple[Action, ...], call: Action | None) -> tuple[Way, ...]:
    """The ways to reach a group, with the one that a page puts in its box."""
    return on_paper(voice, (*((call,) if call else ()), *buttons))


def _coming(agenda: Agenda, voice: Voice, one: ActivityOf) -> tuple[Coming, ...]:
    return tuple(
        Coming(
            next_day(voice, time.on.day),
            voice.times(time.on.start, time.on.end) if time.on.start else None,
            time.evening,
            time.on.doubt is not None,
        )
        for time in agenda.next_times(one, COMING)
    )


def _quarter(agenda: Agenda, one: ActivityOf) -> Name:
    return Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name)


def sentence(line: Linked) -> Piece:
    """A sentence with a link, as paper prints it."""
    return Sentence((line.before, line.link.text, line.after))


def seen(agenda: Agenda, voice: Voice, one: ActorOf | ActivityOf) -> Seen:
    """The last check, and from when one is to call first."""
    check: Check | None = one.check
    fresh = one.freshness
    call_from = None
    if fresh.stage is Stage.FRESH and fresh.due and one.live:
        call_from = voice.say("Bel eerst vanaf {dag}.", dag=voice.day_year(fresh.due))
    return Seen(on(voice, check), how(voice, agenda, check) if check else None, call_from)


def stops(agenda: Agenda, voice: Voice, one: ActorOf | ActivityOf) -> Gone | None:
    """That something will stop, why, and where to go then; None while nothing is announced."""
    if one.stops is None:
        return None
    name: Piece = Name(one.name) if isinstance(one, ActorOf) else voice.prose(one.name)
    there = agenda.successor(one)
    return Gone(
        name,
        voice.say("Stopt op {dag}", dag=voice.day_year(one.stops.on)),
        None,
        voice.prose(one.stops.why) if one.stops.why else None,
        voice.say("Ga naar {groep}", groep=Name(there.name)) if there else None,
    )


def gone(agenda: Agenda, voice: Voice, one: ActorOf | ActivityOf) -> Gone:
    """What the page of an entry that stopped, or left the guide, says."""
    page = stopped_page(agenda, voice, one)
    go_to = voice.say("Ga naar {groep}", groep=page.go_to.text) if page.go_to else None
    return Gone(page.name, page.heading, page.said, page.why, go_to)


def written_address(agenda: Agenda, voice: Voice, code: str | None, page: str) -> Ltr:
    """The address to type over, without its scheme: the short one, or of the page while there is no code yet."""
    site = agenda.guide.checked.address.split("://", 1)[-1].rstrip("/")
    return short_address(agenda, code) or Ltr(f"{site}/{addresses.page(voice.lang, page)}")
