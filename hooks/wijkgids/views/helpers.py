"""Who helps or goes with you, each group once: what it does, whether there is room, where it is, in which languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from wijkgids.agenda import Agenda, GuidanceOf
from wijkgids.texts import Name, Piece, Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.home import Companion, companion, does
from wijkgids.views.parts import Chip, Link
from wijkgids.views.routes import leads_onwards, state_chip, there
from wijkgids.views.rows import call_chip

__all__ = ["Companion", "helping", "helping_and_names"]


def helping(
    agenda: Agenda, voice: Voice, guidances: Iterable[GuidanceOf], *, home: str | None = None, most: int | None = None
) -> tuple[Companion, ...]:
    """Each group once, in the order of trust; at most `most` of them."""
    return helping_and_names(agenda, voice, guidances, home=home, most=most)[0]


def helping_and_names(
    agenda: Agenda, voice: Voice, guidances: Iterable[GuidanceOf], *, home: str | None = None, most: int | None = None
) -> tuple[tuple[Companion, ...], tuple[Link, ...]]:
    """The first `most` groups, and the names of the others: with room first, then who speaks the reader's language.

    Then who helps or leads to a desk, before who introduces you to another group; and each neighbourhood in turn.
    `home` is the neighbourhood of the page: it goes without saying, and its own groups stand before who comes to it.
    """
    by_guide: dict[str, list[GuidanceOf]] = {}
    for one in guidances:
        if there(agenda, one):
            by_guide.setdefault(one.guide, []).append(one)
    ranked = sorted((_rank(agenda, voice, ways, home), at) for at, ways in enumerate(by_guide.values()))
    every = list(by_guide.values())
    turns: Counter[tuple[object, str]] = Counter()
    placed = []
    for rank, at in ranked:
        quarter = agenda.actors[every[at][0].guide].neighbourhood
        turns[rank, quarter] += 1
        placed.append((rank, turns[rank, quarter], at))
    order = [every[at] for _, _, at in sorted(placed)]
    told = order if most is None else order[:most]
    names = (agenda.actors[ways[0].guide] for ways in order[len(told) :])
    return (
        tuple(_companion(agenda, voice, ways, home) for ways in told),
        tuple(Link(Name(one.name), addresses.actor(addresses.SOURCE, one.slug)) for one in names),
    )


def _rank(agenda: Agenda, voice: Voice, ways: Sequence[GuidanceOf], home: str | None) -> tuple[bool, bool, bool, bool]:
    open_ = [one for one in ways if one.state == "open"]
    mine = any(voice.lang in one.languages for one in open_ or ways)
    away = home is not None and agenda.actors[ways[0].guide].neighbourhood != home
    return (not open_, not mine, all(leads_onwards(agenda, one) for one in ways), away)


def _companion(agenda: Agenda, voice: Voice, ways: Sequence[GuidanceOf], home: str | None) -> Companion:
    """One group with all its ways; what has no room while another of its ways has says so where it stands."""
    actor = agenda.actors[ways[0].guide]
    ways = sorted(ways, key=lambda one: one.state != "open")
    state = state_chip(voice, agenda.today, ways[0])
    said: list[Piece] = []
    for one in ways:
        said += [does(agenda, voice, one), " "]
        own = state_chip(voice, agenda.today, one)
        if own != state:
            said += [voice.say("{zin}.", zin=own.text), " "]
    # That there is room is not sure where nobody looked for too long.
    unsure = actor.freshness.call_first and ways[0].state == "open"
    chips = [call_chip(voice, actor.freshness) if unsure else state]
    quarters = agenda.guide.checked.neighbourhoods
    if len(quarters) > 1 and actor.neighbourhood != home:
        chips.append(Chip("plain", Name(quarters[actor.neighbourhood].name), "pin"))
    languages = tuple(dict.fromkeys(code for one in ways for code in one.languages))
    line = companion(agenda, voice, replace(ways[0], languages=languages), tuple(chips))
    return replace(line, does=Sentence(tuple(said[:-1])))
