"""A page for each actor and each activity."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import activity, actor, addresses, stopped
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The page of each actor and activity; of a stopped one, where to go instead."""
    for slug, group in agenda.actors.items():
        view = actor.actor_page(agenda, voice, slug) if group.live else stopped.stopped_page(agenda, voice, group)
        yield record(addresses.actor(NL, slug), view)
    for key, one in agenda.activities.items():
        about_it = activity.activity_page(agenda, voice, key) if one.live else stopped.stopped_page(agenda, voice, one)
        yield record(addresses.activity(NL, *key), about_it)


def record(local: str, view: actor.ActorPage | activity.ActivityPage | stopped.StoppedPage) -> Page:
    """The page around such a view, with the styles that few of them need."""
    if isinstance(view, stopped.StoppedPage):
        styles: tuple[str, ...] = ("box.css",)
    else:
        styles = (*(("box.css",) if view.call_first else ()), *(("ear.css",) if view.heard else ()))
    return Page(local, view.template, view.title, view, view.script, styles=styles)
