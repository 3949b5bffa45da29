"""The page of an actor: what it is, what you can do there, who goes with you; then people, money and the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wijkgids.agenda import HOUSES, ActivityOf, ActorOf, Agenda, PersonOf
from wijkgids.records.values import Answer
from wijkgids.texts import Ltr, Name, OwnName, Piece, Prose, Voice
from wijkgids.views import addresses, guides
from wijkgids.views.checked import CallFirst, CheckedView, checked
from wijkgids.views.contact import Action, mail, tel
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
from wijkgids.views.parts import Chip, Link, Linked
from wijkgids.views.place import PlaceView, place
from wijkgids.views.routes import Route, routes
from wijkgids.views.rows import Row, activity_row
from wijkgids.views.schedule_text import Line, hours
from wijkgids.views.structured import Data, actor_data
from wijkgids.views.thresholds import Needed, cost_chip, needed, sign_up_chip, stop_chips
from wijkgids.vocabulary import Theme

NL = addresses.SOURCE
ROUTES = 2  # the page of its neighbourhood draws them all
HOSTS = 3  # the week has them all
BUSY = 3  # with more to do than this, the list is what one comes for: one way is drawn


@dataclass(frozen=True)
class PersonView:
    """A role, in which languages, when, and whom to ask for. A name only while its consent runs."""

    role: Prose
    name: Name | None
    languages: tuple[OwnName, ...]
    said: tuple[Piece, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class ActorPage:
    """All that the page of an actor says, in one language. `dutch`: its summary stands in Dutch.

    `hosts` is what others do at its place, `has` who belongs to it, `stopped` what it did before.
    """

    title: Piece
    description: Prose
    page: str
    back: Link
    theme: Theme
    name: Name
    kind: Piece
    dutch: bool
    call_first: CallFirst | None
    summary: Prose
    chips: tuple[Chip, ...]
    heard: tuple[Heard, ...]
    themes: tuple[Link, ...]
    hours: tuple[Line, ...]
    closed: Piece | None
    place: PlaceView | None
    languages: tuple[LanguageLine, ...]
    actions: tuple[Action, ...]
    ask_for: Piece | None
    activities: tuple[Row, ...]
    hosts: tuple[Row, ...]
    week: Link
    routes: tuple[Route, ...]
    more_routes: str | None
    first_time: tuple[Prose, ...]
    needed: Needed
    promise: Vow | None
    people: tuple[PersonView, ...]
    facts: tuple[Fact, ...]
    pays: Prose | None
    belongs_to: Linked | None
    has: tuple[Link, ...]
    works_with: tuple[Link, ...]
    stopped: tuple[Link, ...]
    agreed: tuple[Piece, ...]
    keywords: tuple[Prose, ...]
    checked: CheckedView
    short: Ltr | None
    data: Data | None
    template: str = "actor.html"
    script: str = SCRIPT


def actor_page(agenda: Agenda, voice: Voice, slug: str) -> ActorPage:
    """The page of an actor that is in the guide."""
    one = agenda.actors[slug]
    theme, page = one.themes[0], addresses.actor(NL, slug)
    summary = voice.prose(one.summary)
    ways, box = reach(voice, agenda, one)
    open_, closed = hours(voice, agenda.today, one.hours, one.hour_notes)
    chips = (cost_chip(voice, one.thresholds), sign_up_chip(voice, one.thresholds), *stop_chips(voice, one.stops))
    going = [each for each in one.activities if each.live]
    most = ROUTES if len(going) <= BUSY else 1
    drawn = routes(voice, agenda, [*one.guides, *one.guided_by], own=slug, needs=True)
    everyone = guides.page_of(one.neighbourhood) if guides.quarters(agenda) else guides.PAGE
    house = has_week(one)
    home = Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name)
    parts = tuple(other.slug for other in agenda.actors.values() if other.belongs_to == slug)
    return ActorPage(
        title=Name(one.name),
        description=summary,
        page=page,
        back=Link(voice.word(theme.long), addresses.theme(NL, theme.id)),
        theme=theme,
        name=Name(one.name),
        kind=voice.say("{soort} in {wijk}", soort=voice.word(one.kind.name), wijk=home),
        dutch=summary.missing,
        call_first=box,
        summary=summary,
        chips=chips,
        heard=heard(voice, one.recordings),
        themes=tuple(Link(voice.word(each.name), addresses.theme(NL, each.id)) for each in one.themes),
        hours=open_,
        closed=closed,
        place=place(voice, agenda, one.where, None, own=slug),
        languages=language_lines(voice, one.languages),
        actions=ways,
        ask_for=ask_for(voice, one.people),
        activities=tuple(_row(agenda, voice, each, one, chips) for each in going),
        hosts=() if house else tuple(guest(agenda, voice, each) for each in soonest(agenda, one.hosts)[:HOSTS]),
        week=_week(voice, one, home),
        routes=drawn[:most],
        more_routes=everyone if len(drawn) > most else None,
        first_time=tuple(voice.prose(step) for step in one.first_time),
        needed=needed(voice, one.thresholds),
        promise=vow(agenda, voice, one.promise),
        people=tuple(_person(voice, person) for person in one.people),
        facts=_facts(voice, one),
        pays=voice.prose(one.pays) if one.pays else None,
        belongs_to=belongs_to(agenda, voice, one),
        has=_actors(agenda, parts),
        works_with=_actors(agenda, _together(agenda, one)),
        stopped=tuple(
            Link(voice.prose(each.name), addresses.activity(NL, *each.key)) for each in one.activities if not each.live
        ),
        agreed=_agreed(voice, one),
        # Words to search with are of use in the reader's language only.
        keywords=tuple(word for word in map(voice.prose, one.keywords) if not word.missing),
        checked=checked(voice, agenda, one),
        short=short_address(agenda, one.code),
        data=actor_data(agenda, voice, one),
    )


def has_week(one: ActorOf) -> bool:
    """Whether it is a house with a page of its own week: that says what others do there, and has it on paper."""
    return one.kind.group in HOUSES and bool(one.hosts or one.activities)


def _week(voice: Voice, one: ActorOf, home: Name) -> Link:
    """To the week of a house, else to that of its neighbourhood."""
    if has_week(one):
        return Link(voice.say("De week van {wijk}", wijk=Name(one.name)), addresses.house_week(NL, one.slug))
    return Link(voice.say("De week van {wijk}", wijk=home), addresses.week(NL, one.neighbourhood))


def _row(agenda: Agenda, voice: Voice, one: ActivityOf, group: ActorOf, said: tuple[Chip, ...]) -> Row:
    """A row that leaves out what the page of its group says already: the place, and the same chips.

    Of the languages only the reader's own stands on it, where not everything here is in it; that it is in the evening
    its time says.
    """
    row = activity_row(agenda, voice, one)
    known = {str(chip.text) for chip in said}
    own, spoken = str(voice.language(voice.lang)), {str(voice.language(each.code)) for each in one.languages}
    known |= spoken if voice.lang in {each.code for each in group.languages} else spoken - {own}
    here = one.where is not None and one.where.host == group.slug
    chips = tuple(chip for chip in row.chips if chip.look != "av" and str(chip.text) not in known)
    return replace(row, place=None if here else row.place, chips=chips, evening=False)


def guest(agenda: Agenda, voice: Voice, one: ActivityOf) -> Row:
    """A row of what another group does here: who, instead of where."""
    return replace(activity_row(agenda, voice, one), place=Name(agenda.actors[one.organiser].name), chips=())


def soonest(agenda: Agenda, held: tuple[ActivityOf, ...]) -> list[ActivityOf]:
    """What goes on, the soonest first, what has no time last."""
    next_ = {one.key: agenda.next_times(one, 1) for one in held if one.live}
    going = [one for one in held if one.live]
    return sorted(going, key=lambda one: str(next_[one.key][0].on.start) if next_[one.key] else "~")


def _person(voice: Voice, one: PersonOf) -> PersonView:
    said: list[Piece] = []
    if one.ask_for:
        said.append(voice.say("Vraag naar {wie}.", wie=voice.prose(one.ask_for)))
    if one.when:
        said.append(voice.prose(one.when))
    ways: list[Action] = []
    if one.phone and (link := tel(one.phone)):
        number = voice.phone(one.phone)
        ways.append(Action("phone", voice.say("Bel {nummer}", nummer=number), link, number))
    if one.email and (link := mail(one.email)):
        ways.append(Action("mail", voice.say("Mail"), link, written=Ltr(one.email)))
    role = voice.prose(one.role)
    return PersonView(
        replace(role, text=role.text[:1].upper() + role.text[1:]),
        Name(one.name) if one.name else None,
        tuple(voice.language(code) for code in one.languages),
        tuple(said),
        tuple(ways),
    )


def _facts(voice: Voice, one: ActorOf) -> tuple[Fact, ...]:
    found: list[Fact] = []
    if one.thresholds.children_note:
        found.append(Fact("bear", voice.say("Kinderen"), (voice.prose(one.thresholds.children_note),)))
    if way := way_in(one):
        found.append(Fact("access", voice.say("Binnenkomen"), access(voice, way)))
    return tuple(found)


def _together(agenda: Agenda, one: ActorOf) -> tuple[str, ...]:
    """Who it works with, in both directions: what one of the two says holds for both."""
    named = [slug for slug, other in agenda.actors.items() if one.slug in other.works_with]
    return tuple(dict.fromkeys((*one.works_with, *named)))


def _actors(agenda: Agenda, slugs: tuple[str, ...]) -> tuple[Link, ...]:
    """Links to those who are in the guide."""
    return tuple(
        Link(Name(agenda.actors[slug].name), addresses.actor(NL, slug))
        for slug in slugs
        if slug in agenda.actors and agenda.actors[slug].live
    )


def _agreed(voice: Voice, one: ActorOf) -> tuple[Piece, ...]:
    """That it agreed to stand here; and that nobody need send you, where it wants no referrals.

    That it does want them is said at what one can be sent to.
    """
    if one.agreement is None or one.agreed_by is None:
        return ()
    day = voice.day_year(one.agreement.on)
    said = voice.say("Het mag in de gids van {wie}, sinds {dag}.", wie=voice.prose(one.agreed_by), dag=day)
    refused = referral(voice, one.agreement.referrers) if one.agreement.referrers is Answer.NO else None
    return (said, refused) if refused else (said,)
