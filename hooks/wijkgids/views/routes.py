"""Who goes with you: a drawing of the way, from the door where you start to the desk or group where you end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wijkgids.agenda import ActorOf, Agenda, GuidanceOf
from wijkgids.texts import Name, OwnName, Piece, Sentence, Strong, Voice
from wijkgids.views import addresses, formal
from wijkgids.views.contact import Action
from wijkgids.views.parts import Chip, Link
from wijkgids.views.rows import call_chip, place
from wijkgids.vocabulary import Theme


@dataclass(frozen=True)
class Stop:
    """One point of the way. `mark` is its drawing; `here`: it is the page itself; `chips`: what a desk asks."""

    mark: str
    text: Piece
    link: Link | None = None
    under: tuple[Piece, ...] = ()
    here: bool = False
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True)
class Route:
    """The way, whether there is room, and the languages, the reader's first. Full and paused ones stand below others.

    `call` is the button to call who goes with you: only where the whole way is told.
    """

    stops: tuple[Stop, ...]
    state: Chip
    languages: tuple[OwnName, ...]
    open: bool
    mine: bool
    call: Action | None = None


@dataclass(frozen=True)
class Journey:
    """A way that is not drawn yet: what someone does by themselves, and then to where they go along."""

    ways: tuple[GuidanceOf, ...]
    needs: bool

    @property
    def first(self) -> GuidanceOf:
        """What is true of all its ways: who, the state, the languages."""
        return self.ways[0]

    @property
    def themes(self) -> tuple[Theme, ...]:
        """What it is for, the main thing first."""
        return tuple({theme.id: theme for one in reversed(self.ways) for theme in reversed(one.themes)}.values())[::-1]

    @property
    def open(self) -> bool:
        """Whether there is room now."""
        return self.first.state == "open"


def routes(
    voice: Voice,
    agenda: Agenda,
    guidances: Iterable[GuidanceOf],
    *,
    own: str = "",
    quarters: bool = False,
    needs: bool = False,
) -> tuple[Route, ...]:
    """The drawings in the order of trust: with room first, and in it those who speak the reader's language."""
    drawn = [
        route(voice, agenda, one, own=own, quarters=quarters, needs=needs) for one in guidances if there(agenda, one)
    ]
    return tuple(sorted(drawn, key=lambda one: (not one.open, not one.mine)))


def route(
    voice: Voice, agenda: Agenda, one: GuidanceOf, *, own: str = "", quarters: bool = False, needs: bool = False
) -> Route:
    """One drawing. `own` is the slug of the page on which it stands: that stop needs no link.

    `quarters` names the neighbourhood where it starts, `needs` what it is for.
    """
    home = Name(agenda.guide.checked.neighbourhoods[agenda.actors[one.guide].neighbourhood].name)
    under: list[Piece] = [home] if quarters else []
    if needs:
        under.append(" · ".join(voice.word(theme.with_) for theme in one.themes))
    if one.when:
        under.append(voice.prose(one.when))
    stops = (_stop(voice, agenda, one.guide, "start", own, tuple(under)), *_way(voice, agenda, one, own))
    return _route(voice, agenda, one, stops)


def journeys(voice: Voice, agenda: Agenda, guidances: Iterable[GuidanceOf], *, needs: bool = False) -> list[Journey]:
    """Who helps, each once for each place they lead to: what they do themselves, then to which desk they go along.

    In the order of trust: with room first, in it those who speak the reader's language, and of them who helps or leads
    to a desk before who introduces you to another group. `needs` says what for.
    """
    by_guide: dict[str, list[list[GuidanceOf]]] = {}
    alone: list[GuidanceOf] = []
    for one in guidances:
        if there(agenda, one) and one.to is None:
            alone.append(one)
        elif there(agenda, one):
            by_guide.setdefault(one.guide, []).append([one])
    for one in alone:
        own = by_guide.setdefault(one.guide, [])
        # Only where all that is said below the drawing is true of both: the state and the languages.
        same = next((ways for ways in own if len(ways) == 1 and ways[0].to and _alike(one, ways[0])), None)
        if same is None:
            own.append([one])
        else:
            same.insert(0, one)
    found = [Journey(tuple(ways), needs) for own in by_guide.values() for ways in own]

    def rank(one: Journey) -> tuple[bool, bool, bool]:
        onwards = one.open and all(leads_onwards(agenda, way) for way in one.ways)
        return (not one.open, voice.lang not in one.first.languages, onwards)

    return sorted(found, key=rank)


def leads_onwards(agenda: Agenda, one: GuidanceOf) -> bool:
    """Whether it ends at another group: no help yet, and no desk."""
    return one.to is not None and not formal.is_desk(agenda.actors[one.to])


def drawing(voice: Voice, agenda: Agenda, journey: Journey) -> Route:
    """The way in short, without where to find who helps and what a desk asks."""
    one, *more = journey.ways
    drawn = route(voice, agenda, one, needs=journey.needs)
    for each in more:
        way, *ends = _way(voice, agenda, each, "")
        said = (voice.prose(each.when),) if each.when and each.when != one.when else ()
        drawn = replace(drawn, stops=(*drawn.stops, replace(way, under=(*said, *way.under)), *ends))
    return drawn


def whole(voice: Voice, agenda: Agenda, journey: Journey, *, quarter: bool) -> Route:
    """The whole way: where to find who helps, when, what they do, and the desk with its hours and what it asks.

    `quarter` says in which neighbourhood, where no heading does.
    """
    guide = agenda.actors[journey.first.guide]
    stops = [_stop(voice, agenda, guide.slug, "start", "", whereabouts(voice, agenda, guide, quarter=quarter))]
    for one in journey.ways:
        said: list[Piece] = [" · ".join(voice.word(theme.with_) for theme in one.themes)] if journey.needs else []
        said += [voice.prose(one.when)] if one.when else []
        way, *ends = _way(voice, agenda, one, "")
        stops.append(replace(way, under=(*said, *way.under)))
        for end in ends:
            there = agenda.actors[one.to or ""]
            desk = end.mark == "desk"
            hours = formal.hours(agenda, voice, there) if desk else ()
            stops.append(replace(end, under=hours, chips=formal.chips(voice, there) if desk else ()))
    drawn = replace(_route(voice, agenda, journey.first, stops), call=formal.phone(agenda, voice, guide))
    # That there is room is not sure where nobody looked for too long.
    unsure = journey.open and guide.freshness.call_first
    return replace(drawn, state=call_chip(voice, guide.freshness)) if unsure else drawn


def whereabouts(voice: Voice, agenda: Agenda, one: ActorOf, *, quarter: bool) -> tuple[Piece, ...]:
    """Where to find a group: its neighbourhood, the next time it is there, or its hours, and the place and room.

    What nobody looked at for too long is not told: then one calls first.
    """
    home = Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name)
    said: list[Piece] = [home] if quarter and len(agenda.guide.checked.neighbourhoods) > 1 else []
    if one.freshness.call_first:
        return tuple(said)
    there = [each for each in one.activities if each.live and not (each.closed or each.visits or each.by_phone)]
    coming = [time for each in there if not each.freshness.call_first for time in agenda.next_times(each, 1)]
    if coming:
        time = min(coming, key=lambda each: (each.on.day, str(each.on.start)))
        day = voice.day_long(time.on.day)
        if time.on.start:
            day = voice.say("{wie}, {wanneer}", wie=day, wanneer=voice.times(time.on.start, time.on.end))
        said.append(voice.say("De volgende keer is {dag}.", dag=day))
        where = time.activity.where
        spot = place(agenda, voice, time.activity)
        room = where.room if where and spot else None
        spots = [Sentence((spot, " · ", voice.prose(room)))] if spot and room else [spot] if spot else []
        return (*said, *spots)
    spot = formal.place(voice, one.where)
    return (*said, *formal.hours(agenda, voice, one), *([spot] if spot else []))


def _route(voice: Voice, agenda: Agenda, one: GuidanceOf, stops: Sequence[Stop]) -> Route:
    spoken = sorted(one.languages, key=lambda code: code != voice.lang)
    return Route(
        tuple(stops),
        state_chip(voice, agenda.today, one),
        tuple(voice.language(code) for code in spoken),
        one.state == "open",
        voice.lang in one.languages,
    )


def _way(voice: Voice, agenda: Agenda, one: GuidanceOf, own: str) -> tuple[Stop, ...]:
    """What someone does, and to where they go along: a desk, or another group."""
    # In the order of the vocabulary: that someone goes along is said before what they do there.
    order = list(agenda.guide.words.hows)
    ordered = sorted(one.hows, key=lambda how: order.index(how.id))
    hows = [voice.say("{zin}.", zin=voice.word(how.name)) for how in ordered]
    asks = (voice.say("Vraag naar {wie}.", wie=voice.prose(one.who)),) if one.who else ()
    if one.to is None:
        helps = Sentence((Strong(voice.say("Helpt zelf.")), *(piece for how in hows for piece in (" ", how))))
        return (Stop("ok", helps, under=asks),)
    said = Sentence((Strong(hows[0]), *(piece for how in hows[1:] for piece in (" ", how))))
    along = any(how.along for how in one.hows)
    end = _stop(voice, agenda, one.to, "desk" if formal.is_desk(agenda.actors[one.to]) else "pin", own)
    return (Stop("together" if along else "ok", said, under=asks), end)


def _alike(one: GuidanceOf, other: GuidanceOf) -> bool:
    """Whether one may be told as the start of the other: the same people, room and languages, about the same thing."""

    def known(way: GuidanceOf) -> tuple[object, ...]:
        return (way.guide, way.state, way.since, way.until, frozenset(way.languages))

    return known(one) == known(other) and bool(set(one.themes) & set(other.themes))


def there(agenda: Agenda, one: GuidanceOf) -> bool:
    """Both ends are in the guide today: nobody is sent to a door that closed."""
    ends = [agenda.actors.get(slug) for slug in (one.guide, one.to) if slug]
    return all(end is not None and end.live for end in ends)


def _stop(voice: Voice, agenda: Agenda, slug: str, mark: str, own: str, under: tuple[Piece, ...] = ()) -> Stop:
    name = Name(agenda.actors[slug].name)
    if slug != own:
        return Stop(mark, name, Link(name, addresses.actor(addresses.SOURCE, slug)), under)
    here = voice.say("Hier begin je") if mark == "start" else voice.say("Hier kom je aan")
    return Stop(mark, here, None, (name, *under), here=True)


def state_chip(voice: Voice, today: date, one: GuidanceOf) -> Chip:
    """Whether there is room, and when not, until when."""
    until = near(voice, today, one.until) if one.until else None
    match one.state:
        case "full":
            said = voice.say("Nu vol, tot en met {dag}", dag=until) if until else voice.say("Nu vol")
            return Chip("let", said, "full")
        case "paused":
            said = voice.say("Pauze, tot en met {dag}", dag=until) if until else voice.say("Nu pauze")
            return Chip("let", said, "pause")
    if one.since:  # a pause that is announced
        said = voice.say("Er is plek, pauze vanaf {dag}", dag=near(voice, today, one.since))
        return Chip("ok", said, "ok")
    return Chip("ok", voice.say("Er is plek"), "ok")


def near(voice: Voice, today: date, day: date) -> Piece:
    """A day as people say it: with its year only when that is another one."""
    return voice.day_month(day) if day.year == today.year else voice.day_year(day)
