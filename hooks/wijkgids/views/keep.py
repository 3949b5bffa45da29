"""Keeping a neighbourhood on the phone: choose one, keep it, and what stands where a page was not kept."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import Agenda
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.home import Quarter, quarters_of
from wijkgids.views.parts import Link

NL = addresses.SOURCE


@dataclass(frozen=True)
class KeepChoice:
    """The choice of a neighbourhood to keep."""

    title: Piece
    lead: Piece
    quarters: tuple[Quarter, ...]


@dataclass(frozen=True)
class Keep:
    """The page where a neighbourhood is kept, refreshed and thrown away. `key` names its list: neighbourhood.language.

    `parts` are the ways into what is kept. `back` is None where there is no other neighbourhood to choose.
    """

    title: Piece
    lead: Piece
    back: Link | None
    key: str
    parts: tuple[Link, ...]


@dataclass(frozen=True)
class WithoutInternet:
    """What stands where a page was not kept and there is no internet: what is there, and to try again."""

    title: Piece
    lead: Piece
    parts: tuple[Link, ...]


def without_internet(quarter: str) -> str:
    """The Dutch address of the page that goes along with a kept neighbourhood, for all that did not."""
    return f"bewaren/{quarter}/geen-internet.html"


def keep_choice(agenda: Agenda, voice: Voice) -> KeepChoice:
    """The page to choose a neighbourhood, in the reader's language."""
    pages = {quarter: addresses.keep(NL, quarter) for quarter in agenda.guide.checked.neighbourhoods}
    return KeepChoice(voice.say("Bewaren op je telefoon"), _lead(voice), quarters_of(agenda, voice, pages))


def keep_page(agenda: Agenda, voice: Voice, quarter: str) -> Keep:
    """The page of a neighbourhood."""
    many = len(agenda.guide.checked.neighbourhoods) > 1
    return Keep(
        title=voice.say("{wijk} bewaren op je telefoon", wijk=Name(agenda.guide.checked.neighbourhoods[quarter].name)),
        lead=_lead(voice),
        back=Link(voice.say("Bewaren op je telefoon"), addresses.keep(NL)) if many else None,
        key=f"{quarter}.{voice.lang}",
        parts=_parts(voice, quarter),
    )


def lost_page(voice: Voice, quarter: str) -> WithoutInternet:
    """The page for what was not kept."""
    return WithoutInternet(
        voice.say("Geen internet"),
        voice.say("Deze bladzijde staat niet op je telefoon. Dit staat er wel op:"),
        _parts(voice, quarter),
    )


def _lead(voice: Voice) -> Piece:
    return voice.say("Dan lees je de gids van je wijk ook zonder internet.")


def _parts(voice: Voice, quarter: str) -> tuple[Link, ...]:
    return (
        Link(voice.say("Start"), addresses.home(NL)),
        Link(voice.say("Deze week"), addresses.week(NL, quarter)),
        Link(voice.say("Zoeken"), addresses.finder(NL, quarter)),
        Link(voice.say("Gaat mee"), addresses.guides(NL)),
        Link(voice.say("Woorden uit brieven"), addresses.words(NL)),
    )
