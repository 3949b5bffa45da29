"""A tombstone: what stopped, when and why in a kind sentence, and where you can go instead."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import ActivityOf, ActorOf, Agenda
from wijkgids.texts import Name, Piece, Prose, Voice
from wijkgids.views import addresses
from wijkgids.views.checked import how, on
from wijkgids.views.parts import Link, Linked, linked
from wijkgids.views.rows import Row, activity_row
from wijkgids.vocabulary import Theme


@dataclass(frozen=True)
class StoppedPage:
    """All that the page of something that stopped says, in one language."""

    title: Piece
    description: Piece
    page: str
    back: Link
    theme: Theme
    name: Piece
    by: Linked | None
    heading: Piece
    said: Piece
    why: Prose | None
    go_to: Link | None
    instead: Piece
    rows: tuple[Row, ...]
    more: Link
    checked: Piece
    how: Piece | None
    template: str = "stopped.html"
    script: str = "gids.js"


def stopped_page(agenda: Agenda, voice: Voice, entry: ActorOf | ActivityOf) -> StoppedPage:
    """The page of an entry that stopped, or that nobody could confirm for so long that it left the guide."""
    theme = entry.themes[0]
    name: Piece
    if isinstance(entry, ActivityOf):
        page, name, by = (
            addresses.activity(addresses.SOURCE, *entry.key),
            voice.prose(entry.name),
            _by(agenda, voice, entry),
        )
    else:
        page, name, by = addresses.actor(addresses.SOURCE, entry.slug), Name(entry.name), None
    if entry.stopped:
        heading = voice.say("Dit is gestopt")
        said = voice.say("{naam} stopte op {dag}.", naam=name, dag=voice.day_year(entry.stopped.on))
    else:
        heading = voice.say("Dit staat niet meer in de gids")
        said = voice.say("We weten niet of {naam} er nog is. Niemand keek het lang na.", naam=name)
    go_to = agenda.successor(entry)
    there = Link(voice.word(theme.long), addresses.theme(addresses.SOURCE, theme.id))
    return StoppedPage(
        title=name,
        description=said,
        page=page,
        back=there,
        theme=theme,
        name=name,
        by=by,
        heading=heading,
        said=said,
        why=voice.prose(entry.stopped.why) if entry.stopped and entry.stopped.why else None,
        go_to=Link(Name(go_to.name), addresses.actor(addresses.SOURCE, go_to.slug)) if go_to else None,
        instead=voice.word(theme.here),
        rows=tuple(activity_row(agenda, voice, one) for one in agenda.alternatives(entry)),
        more=there,
        checked=on(voice, entry.check),
        how=how(voice, agenda, entry.check) if entry.check else None,
    )


def _by(agenda: Agenda, voice: Voice, entry: ActivityOf) -> Linked:
    said = voice.say("bij {groep}", groep=Name(agenda.actors[entry.organiser].name))
    return linked(said, addresses.actor(addresses.SOURCE, entry.organiser))
