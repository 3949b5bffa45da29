"""Who goes with you: a drawing of the way, from the door where you start to the desk or group where you end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wijkgids.agenda import Agenda, GuidanceOf
from wijkgids.texts import Name, OwnName, Piece, Sentence, Strong, Voice
from wijkgids.views import addresses
from wijkgids.views.parts import Chip, Link


@dataclass(frozen=True)
class Stop:
    """One point of the way. `mark` is its drawing; `here` says that it is the page itself."""

    mark: str
    text: Piece
    link: Link | None = None
    under: tuple[Piece, ...] = ()
    here: bool = False


@dataclass(frozen=True)
class Route:
    """The way, whether there is room, and the languages. Full and paused ones stand below the others."""

    stops: tuple[Stop, ...]
    state: Chip
    languages: tuple[OwnName, ...]
    open: bool
    mine: bool


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
        route(voice, agenda, one, own=own, quarters=quarters, needs=needs) for one in guidances if _there(agenda, one)
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
    stops = [_stop(voice, agenda, one.guide, "start", own, tuple(under))]
    # In the order of the vocabulary: that someone goes along is said before what they do there.
    order = list(agenda.guide.words.hows)
    ordered = sorted(one.hows, key=lambda how: order.index(how.id))
    hows = [voice.say("{zin}.", zin=voice.word(how.name)) for how in ordered]
    said = Sentence((Strong(hows[0]), *(piece for how in hows[1:] for piece in (" ", how))))
    asks = (voice.say("Vraag naar {wie}.", wie=voice.prose(one.who)),) if one.who else ()
    if one.to is None:
        helps = Sentence((Strong(voice.say("Helpt zelf.")), *(piece for how in hows for piece in (" ", how))))
        stops.append(Stop("ok", helps, under=asks))
    else:
        along = any(how.along for how in one.hows)
        stops.append(Stop("together" if along else "ok", said, under=asks))
        desk = agenda.actors[one.to].kind.group == "loket"
        stops.append(_stop(voice, agenda, one.to, "desk" if desk else "pin", own))
    return Route(
        tuple(stops),
        _state(voice, agenda.today, one),
        tuple(voice.language(code) for code in one.languages),
        one.state == "open",
        voice.lang in one.languages,
    )


def _there(agenda: Agenda, one: GuidanceOf) -> bool:
    """Both ends are in the guide today: nobody is sent to a door that closed."""
    ends = [agenda.actors.get(slug) for slug in (one.guide, one.to) if slug]
    return all(end is not None and end.live for end in ends)


def _stop(voice: Voice, agenda: Agenda, slug: str, mark: str, own: str, under: tuple[Piece, ...] = ()) -> Stop:
    name = Name(agenda.actors[slug].name)
    if slug != own:
        return Stop(mark, name, Link(name, addresses.actor(addresses.SOURCE, slug)), under)
    here = voice.say("Hier begin je") if mark == "start" else voice.say("Hier kom je aan")
    return Stop(mark, here, None, (name, *under), here=True)


def _state(voice: Voice, today: date, one: GuidanceOf) -> Chip:
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
