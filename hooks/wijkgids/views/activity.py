"""The page of an activity: what, when and where decide; then what people fear; then the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from wijkgids.agenda import ActivityKey, ActivityOf, ActorOf, Agenda, GuidanceOf
from wijkgids.records.values import AddressShown, CircleKind
from wijkgids.texts import Ltr, Name, Piece, Prose, Strong, Voice
from wijkgids.views import addresses
from wijkgids.views.checked import CallFirst, CheckedView, checked
from wijkgids.views.contact import Action
from wijkgids.views.entry import (
    SCRIPT,
    Fact,
    Heard,
    LanguageLine,
    Vow,
    access,
    ask_for,
    belongs_to,
    heard,
    language_lines,
    reach,
    referral,
    short_address,
    vow,
    way_in,
)
from wijkgids.views.parts import Chip, Link, Linked, linked
from wijkgids.views.place import PlaceView, place
from wijkgids.views.related import related
from wijkgids.views.routes import Route, routes
from wijkgids.views.rows import Row
from wijkgids.views.schedule_text import When, when
from wijkgids.views.structured import Data, activity_data
from wijkgids.views.thresholds import Needed, lead_chips, needed
from wijkgids.vocabulary import Theme

ROUTES = 1  # the page of the group draws them all
PROGRAMME = 4
AHEAD = timedelta(days=365)  # how far the calendar file of an activity reaches


@dataclass(frozen=True)
class ActivityPage:
    """All that the page of an activity says, in one language.

    `dutch`: its name or summary stands in Dutch, so that the page says so at its head and not at every piece.
    """

    title: Piece
    description: Prose | None
    page: str
    back: Link
    theme: Theme
    name: Prose
    kind: str | None
    by: tuple[Linked, ...]
    dutch: bool
    call_first: CallFirst | None
    summary: Prose | None
    chips: tuple[Chip, ...]
    heard: tuple[Heard, ...]
    when: When
    note: Prose | None
    place: PlaceView | None
    languages: tuple[LanguageLine, ...]
    audience: tuple[Piece, ...]
    words: Prose | None
    actions: tuple[Action, ...]
    calendar: str | None
    ask_for: Piece | None
    first_time: tuple[Prose, ...]
    needed: Needed
    promise: Vow | None
    routes: tuple[Route, ...]
    more_routes: str | None
    facts: tuple[Fact, ...]
    programme: tuple[tuple[Piece, Prose], ...]
    pays: Prose | None
    belongs_to: Linked | None
    related: tuple[Row, ...]
    checked: CheckedView
    short: Ltr | None
    data: Data | None
    template: str = "activity.html"
    script: str = SCRIPT


def activity_page(agenda: Agenda, voice: Voice, key: ActivityKey) -> ActivityPage:
    """The page of an activity that goes on."""
    one = agenda.activities[key]
    actor, doer, theme = agenda.actors[one.actor], agenda.actors[one.organiser], one.themes[0]
    page = addresses.activity(addresses.SOURCE, *key)
    name = voice.prose(one.name)
    summary = voice.prose(one.summary) if one.summary else None
    ways, box = reach(voice, agenda, one)
    drawn = routes(voice, agenda, guidances(actor, {theme.id for theme in one.themes}), own=actor.slug)
    return ActivityPage(
        title=name,
        description=summary,
        page=page,
        back=Link(voice.word(theme.long), addresses.theme(addresses.SOURCE, theme.id)),
        theme=theme,
        name=name,
        kind=voice.word(one.kind.name) if _says_more(one, actor) else None,
        by=_by(agenda, voice, one),
        dutch=name.missing or (summary is not None and summary.missing),
        call_first=box,
        summary=summary,
        chips=lead_chips(voice, one),
        heard=heard(voice, one.recordings),
        when=when(voice, agenda, one),
        note=voice.prose(one.note) if one.note else None,
        place=_place(agenda, voice, one),
        languages=language_lines(voice, one.languages),
        audience=_audience(voice, one),
        words=voice.prose(one.circle_words) if one.circle_words else None,
        actions=ways,
        calendar=addresses.calendar(*key) if in_calendar(agenda, one) else None,
        ask_for=ask_for(voice, actor.people),
        first_time=tuple(voice.prose(step) for step in one.first_time),
        needed=needed(voice, one.thresholds),
        promise=vow(agenda, voice, one.promise),
        routes=drawn[:ROUTES],
        more_routes=addresses.actor(addresses.SOURCE, actor.slug) if len(drawn) > ROUTES else None,
        facts=facts(voice, one, whole=one.where is None or one.where.host is None),
        programme=programme(agenda, voice, one)[:PROGRAMME],
        pays=voice.prose(doer.pays) if doer.pays else None,
        belongs_to=belongs_to(agenda, voice, doer),
        related=related(agenda, voice, one),
        checked=checked(voice, agenda, one),
        short=short_address(agenda, one.code),
        data=activity_data(agenda, voice, one),
    )


def in_calendar(agenda: Agenda, one: ActivityOf) -> bool:
    """Whether its times are worth a calendar file: there is one within a year."""
    coming = agenda.next_times(one, 1)
    return bool(coming) and coming[0].on.day <= agenda.today + AHEAD


def _says_more(one: ActivityOf, actor: ActorOf) -> bool:
    """Whether its kind tells something that its name and its group do not."""
    return one.kind.id != actor.kind.id and one.kind.name.casefold() not in one.name.text.casefold()


def _place(agenda: Agenda, voice: Voice, one: ActivityOf) -> PlaceView | None:
    """Where it is; nothing for what comes to you, or is by phone from a place that nobody needs to know."""
    if one.visits or (one.by_phone and one.where and one.where.shown is not AddressShown.YES):
        return None
    return place(voice, agenda, one.where, Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name))


def _by(agenda: Agenda, voice: Voice, one: ActivityOf) -> tuple[Linked, ...]:
    """Whose it is; and on whose page it stands, where that is neither the organiser nor the place."""
    organiser = voice.say("bij {groep}", groep=Name(agenda.actors[one.organiser].name))
    found = [linked(organiser, addresses.actor(addresses.SOURCE, one.organiser))]
    host = one.where.host if one.where else None
    if one.actor not in (one.organiser, host):
        said = voice.say("samen met {groep}", groep=Name(agenda.actors[one.actor].name))
        found.append(linked(said, addresses.actor(addresses.SOURCE, one.actor)))
    return tuple(found)


def guidances(actor: ActorOf, themes: set[str]) -> list[GuidanceOf]:
    """Who goes with you from here, then who goes with you to here. Those about these themes stand first."""
    every = [*actor.guides, *actor.guided_by]
    return sorted(every, key=lambda one: not themes & {theme.id for theme in one.themes})


def programme(agenda: Agenda, voice: Voice, one: ActivityOf) -> tuple[tuple[Piece, Prose], ...]:
    """What there is to do on the coming days; all of it where nothing is to come."""
    coming = [(day, said) for day, said in one.programme if day >= agenda.today] or list(one.programme)
    return tuple((voice.day_long(day), voice.prose(said)) for day, said in coming)


def _audience(voice: Voice, one: ActivityOf) -> tuple[Piece, ...]:
    said: list[Piece] = [Strong(voice.word(audience.sentence)) for audience in one.audiences]
    if one.ages:
        said.append(_ages(voice, *one.ages))
    if one.circle_kind is CircleKind.OWN:
        said.append(voice.say("Een eigen kring."))
    elif one.circle_kind is CircleKind.MIXED:
        said.append(voice.say("Iedereen door elkaar."))
    return tuple(said)


def _ages(voice: Voice, first: int | None, last: int | None) -> Piece:
    """For which ages, in years."""
    if first is None:
        return voice.say("Tot en met {jaren} jaar.", jaren=Ltr(str(last)))
    if last is None:
        return voice.say("Vanaf {jaren} jaar.", jaren=Ltr(str(first)))
    return voice.say("Van {van} tot en met {tot} jaar.", van=Ltr(str(first)), tot=Ltr(str(last)))


def facts(voice: Voice, one: ActivityOf, *, whole: bool) -> tuple[Fact, ...]:
    """What else to know. `whole`: with all of how you get in, which the page of a host says too."""
    found: list[Fact] = []
    if one.closed or one.how_to_join:
        joining = voice.prose(one.how_to_join) if one.how_to_join else voice.say("Vraag het eerst.")
        found.append(Fact("key", voice.say("Zo kom je erbij"), (joining,)))
    if one.bring:
        found.append(Fact("bag", voice.say("Meenemen"), (voice.prose(one.bring),)))
    if one.thresholds.children_note:
        found.append(Fact("bear", voice.say("Kinderen"), (voice.prose(one.thresholds.children_note),)))
    if way := way_in(one):
        found.append(Fact("access", voice.say("Binnenkomen"), access(voice, way, whole=whole)))
    sent = referral(voice, one.referrers)
    category = voice.prose(one.prescription) if one.prescription else None
    if said := tuple(part for part in (sent, category) if part):
        found.append(Fact("coach", voice.say("Via de huisarts"), said))
    return tuple(found)
