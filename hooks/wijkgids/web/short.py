"""Permanent short addresses on paper, and the page for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from wijkgids.agenda import HOUSES, Agenda
from wijkgids.texts import Name, Piece
from wijkgids.views import addresses
from wijkgids.views.shell import Tongue, absolute, finder_page, shell
from wijkgids.web.render import Press, tight

NL = addresses.SOURCE


@dataclass(frozen=True)
class Corner:
    """The little that a page outside the guide's own needs: where it stands."""

    path: str
    lang: str = NL
    base: str = ""


@dataclass(frozen=True)
class Way:
    """Home in one language, with a line in that language; and where one searches."""

    code: str
    dir: str
    name: str
    path: str
    text: Piece
    search: Piece
    finder: str


@dataclass(frozen=True)
class Lost:
    """The page that stands where nothing is."""

    title: Piece
    ways: tuple[Way, ...]


def codes(agenda: Agenda) -> Iterator[tuple[str, str, str]]:
    """Every short code with the Dutch address it leads to and the name of what is there."""
    for slug, actor in agenda.actors.items():
        if actor.code:
            yield actor.code, addresses.actor(NL, slug), actor.name
    for activity in agenda.activities.values():
        if activity.code:
            yield activity.code, addresses.activity(NL, *activity.key), activity.name.text
    for quarter, settings in agenda.guide.checked.neighbourhoods.items():
        yield f"{quarter}-week", addresses.week(NL, quarter), settings.name
    yield from _houses(agenda)


def _houses(agenda: Agenda) -> Iterator[tuple[str, str, str]]:
    """The week of each house; of one that closed that of its neighbourhood, for its sheet may hang somewhere still.

    By its code, and by its slug as it was printed before it had one.
    """
    quarters = agenda.guide.checked.neighbourhoods
    open_ = {house.slug for house in agenda.houses()}
    for house in agenda.actors.values():
        if house.kind.group in HOUSES:
            slug = house.slug
            local = addresses.house_week(NL, slug) if slug in open_ else addresses.week(NL, house.neighbourhood)
            for code in dict.fromkeys((house.code or slug, slug)):
                if code not in quarters:
                    yield f"{code}-week", local, house.name


def redirects(press: Press) -> Iterator[tuple[str, str]]:
    """For each short code its file and a page that leads on, in the reader's language."""
    address = press.agenda.guide.checked.address
    voice = press.voices[NL]
    template = press.environment.get_template("short.html")
    for code, local, name in codes(press.agenda):
        path = addresses.short(code) + "index.html"
        ways = tuple(
            Tongue(lang, one.dir, one.own_name, addresses.page(lang, local), False)
            for lang, one in press.voices.items()
        )
        html = template.render(
            page=Corner(path),
            voice=voice,
            assets=press.assets.paths,
            title=Name(name),
            ways=ways,
            canonical=absolute(address, local),
        )
        yield path, tight(html)


def lost(press: Press) -> str:
    """The 404: it may be shown at any address, so its links start at the root of the site."""
    voice = press.voices[NL]
    ways = tuple(
        Way(
            lang,
            one.dir,
            one.own_name,
            addresses.home(lang),
            one.say("Deze bladzijde is er niet. Ga naar de start."),
            one.say("Zoeken"),
            addresses.page(lang, finder_page(press.agenda)),
        )
        for lang, one in press.voices.items()
    )
    title = voice.say("Deze bladzijde is er niet")
    view = Lost(title, ways)
    around = shell(press.agenda, press.voices, voice, "404.html", title, view, prose=press.prose)
    base = urlsplit(press.agenda.guide.checked.address).path.rstrip("/") + "/"
    page = replace(around, base=base, canonical=None, alternates=(), tongues=(), findable=False)
    return tight(press.document("404.html", page, voice, view=view))
