"""Who goes with you for one need, or in one language: the whole way, from where to find them to what the desk asks.

"I have a letter that I do not understand": who helps by themselves, who goes along, to which desk. Nothing of who asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wijkgids.agenda import Agenda
from wijkgids.texts import Name, Piece, Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.guides import NAMES, PAGE, page_of, tongues
from wijkgids.views.helpers import Companion, helping_and_names
from wijkgids.views.parts import Link, Tongue
from wijkgids.views.routes import Journey, Route, journeys, whole
from wijkgids.views.rows import shares
from wijkgids.vocabulary import Theme

NL = addresses.SOURCE
ALL = 9  # whole ways on a page; of the others the name, which leads to their own page
FULL = 6  # groups without room that are told in a line


@dataclass(frozen=True)
class Group:
    """Ways that belong together: in your language, or of one neighbourhood.

    `also` are the others, by name; `more` leads to the page with all of them where that would be too many.
    """

    icon: str
    heading: Piece | None
    ways: tuple[Route, ...]
    also: tuple[Link, ...]
    more: str | None


@dataclass(frozen=True)
class WaysPage:
    """All that such a page says. `theme` is None on the page of a language. `none`: said where nobody has room now."""

    title: Piece
    heading: Piece
    under: Piece | None
    description: Piece
    theme: Theme | None
    back: Link
    tongues: tuple[Tongue, ...]
    groups: tuple[Group, ...]
    none: Piece | None
    closed: tuple[Companion, ...]
    closed_also: tuple[Link, ...]
    more: Link


def theme_ways(agenda: Agenda, voice: Voice, theme: Theme) -> WaysPage:
    """Who goes with you for a theme: in the reader's language first, then by neighbourhood."""
    found = journeys(voice, agenda, agenda.guidances(theme.id))
    heading = voice.word(theme.with_)
    return _page(
        agenda,
        voice,
        found,
        title=Sentence((voice.say("Wie gaat er met je mee?"), " ", heading)),
        heading=heading,
        description=voice.word(theme.lead),
        theme=theme,
        # The reader's own language also where nobody speaks it for this: who does may know the way.
        tongues=tuple(one for one in tongues(agenda, voice) if one.code == voice.lang or _spoken(one.code, found)),
        more=Link(voice.word(theme.long), addresses.theme(NL, theme.id)),
    )


def language_ways(agenda: Agenda, voice: Voice, code: str) -> WaysPage:
    """Who goes with you and speaks a language, with what for."""
    spoken = [one for one in agenda.guidances() if code in one.languages]
    own, here = voice.language(code), voice.language_here(code)
    named = None if code == voice.lang or here.casefold() == own.text.casefold() else here
    return _page(
        agenda,
        voice,
        journeys(voice, agenda, spoken, needs=True),
        title=Sentence((voice.say("Wie gaat er met je mee?"), " ", own, *((" · ", named) if named else ()))),
        heading=own,
        under=named,
        description=voice.say("Deze groepen spreken deze taal. Ze lopen met je mee, of ze helpen je zelf."),
        more=Link(voice.say("Wat je kunt doen in deze taal"), addresses.speaking(NL, code)),
    )


def _page(
    agenda: Agenda,
    voice: Voice,
    found: Sequence[Journey],
    *,
    title: Piece,
    heading: Piece,
    description: Piece,
    more: Link,
    under: Piece | None = None,
    theme: Theme | None = None,
    tongues: tuple[Tongue, ...] = (),
) -> WaysPage:
    now = [one for one in found if one.open]
    later = [way for one in found if not one.open for way in one.ways]
    closed, closed_also = helping_and_names(agenda, voice, later, most=FULL)
    return WaysPage(
        title,
        heading,
        under,
        description,
        theme,
        Link(voice.say("Wie gaat er met je mee?"), PAGE),
        tongues,
        _groups(agenda, voice, now, theme),
        None if now else voice.say("Nu is er geen plek. Hieronder zie je tot wanneer."),
        closed,
        closed_also,
        more,
    )


def _groups(agenda: Agenda, voice: Voice, found: Sequence[Journey], theme: Theme | None) -> tuple[Group, ...]:
    """In the reader's language first (where not all are), then by neighbourhood."""
    homes = agenda.guide.checked.neighbourhoods
    apart = theme is not None and voice.lang != NL
    mine = [one for one in found if apart and voice.lang in one.first.languages]
    others = [one for one in found if not (apart and voice.lang in one.first.languages)]
    parts: list[tuple[str, Piece | None, list[Journey], str | None]] = []
    if mine:
        parts.append(("speaks", voice.language(voice.lang), mine, None))
    if len(homes) > 1:
        for key, home in homes.items():
            near = [one for one in others if agenda.actors[one.first.guide].neighbourhood == key]
            rest = addresses.theme_in(NL, theme.id, key) if theme else page_of(key)
            parts += [("pin", Name(home.name), near, rest)] if near else []
    elif others:
        parts.append(("together", voice.say("En verder") if mine else None, others, None))
    groups = []
    for (icon, heading, each, page), count in zip(parts, shares([len(part[2]) for part in parts], ALL), strict=True):
        names = _names(agenda, each[count:], each[:count])
        cut = page if len(names) > NAMES else None
        drawn = tuple(whole(voice, agenda, one, quarter=icon != "pin") for one in each[:count])
        groups.append(Group(icon, heading, drawn, names[:NAMES] if cut else names, cut))
    return tuple(groups)


def _names(agenda: Agenda, left: Iterable[Journey], drawn: Iterable[Journey]) -> tuple[Link, ...]:
    """The groups that are not drawn yet, each once."""
    there = {one.first.guide for one in drawn}
    slugs = dict.fromkeys(one.first.guide for one in left if one.first.guide not in there)
    return tuple(Link(Name(agenda.actors[slug].name), addresses.actor(NL, slug)) for slug in slugs)


def _spoken(code: str, found: Iterable[Journey]) -> bool:
    return any(code in one.first.languages for one in found)
