"""The print desk: which place, then which week and which languages, then one button to a PDF. For Friday afternoon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from wijkgids.agenda import Agenda
from wijkgids.texts import Ltr, Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.parts import Link
from wijkgids.views.shell import absolute
from wijkgids.views.week_sheet import SheetSpec, wanted


@dataclass(frozen=True)
class Place:
    """A place that has sheets of its own."""

    name: Name
    kind: Piece
    page: str


@dataclass(frozen=True)
class Quarter:
    """The places of a neighbourhood, itself first."""

    name: Name
    places: tuple[Place, ...]


@dataclass(frozen=True)
class PrintDesk:
    """Where to print for."""

    title: Piece
    description: Piece
    quarters: tuple[Quarter, ...]


@dataclass(frozen=True)
class Choice:
    """A week or a combination of languages. `key` is what the button carries, `on` the one that is chosen at first."""

    key: str
    text: Piece
    on: bool


@dataclass(frozen=True)
class Button:
    """One PDF: `week` and `languages` are the keys of the choices that lead to it."""

    week: str
    languages: str
    title: Piece
    about: Piece
    path: str
    until: Piece


@dataclass(frozen=True)
class Fixed:
    """An address that never changes, and the file it leads to."""

    address: Ltr
    path: str


@dataclass(frozen=True)
class PlaceDesk:
    """The print desk of one place."""

    title: Piece
    description: Piece
    back: Link
    weeks: tuple[Choice, ...]
    single: tuple[Choice, ...]
    double: tuple[Choice, ...]
    buttons: tuple[Button, ...]
    fixed: tuple[Fixed, ...]
    made: Piece

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that can be chosen: each gets its rule."""
        return tuple(choice.key for choice in (*self.weeks, *self.double, *self.single))


def print_desk(agenda: Agenda, voice: Voice) -> PrintDesk:
    """The places to choose from, by neighbourhood."""
    quarters = agenda.guide.checked.neighbourhoods
    found: dict[str, list[Place]] = {key: [] for key in quarters}
    for slug in places(agenda):
        if slug in found:
            found[slug].insert(0, Place(Name(quarters[slug].name), voice.say("De hele wijk"), page_of(slug)))
        else:
            actor = agenda.actors[slug]
            found[actor.neighbourhood].append(Place(Name(actor.name), voice.word(actor.kind.name), page_of(slug)))
    lead = voice.say("Kies een plek. Dan kies je de week en de taal.")
    return PrintDesk(
        voice.say("Printen"),
        lead,
        tuple(Quarter(Name(quarters[key].name), tuple(own)) for key, own in found.items() if own),
    )


def places(agenda: Agenda) -> list[str]:
    """The slugs of the houses and neighbourhoods that have sheets, each once."""
    return list(dict.fromkeys(spec.slug for spec in wanted(agenda)))


def page_of(slug: str) -> str:
    """The Dutch address of the print desk of a place."""
    return f"printen/{slug}.html"


def place_desk(agenda: Agenda, voice: Voice, slug: str) -> PlaceDesk:
    """The print desk of a place: what is chosen at first is the reader's language beside Dutch."""
    specs = [spec for spec in wanted(agenda) if spec.slug == slug]
    kinds = list(dict.fromkeys(spec.languages for spec in specs))
    first = next((kind for kind in kinds if set(kind) == {addresses.SOURCE, voice.lang}), kinds[0])
    weeks = list(dict.fromkeys(spec.week for spec in specs))
    name = Name(specs[0].title)
    title = voice.say("Printen voor {plek}", plek=name)
    return PlaceDesk(
        title=title,
        description=title,
        back=Link(voice.say("Printen"), addresses.print_desk(addresses.SOURCE)),
        weeks=tuple(Choice(f"w{week}", _week(voice, week), week == weeks[0]) for week in weeks),
        single=tuple(_choice(voice, kind, first) for kind in kinds if len(kind) == 1),
        double=tuple(_choice(voice, kind, first) for kind in kinds if len(kind) > 1),
        buttons=tuple(_button(agenda, voice, spec, name) for spec in specs),
        fixed=tuple(
            Fixed(Ltr(absolute(agenda.guide.checked.address, spec.path).split("://", 1)[-1]), spec.path)
            for spec in specs
            if spec.languages == (addresses.SOURCE,)
        ),
        made=voice.say("Gemaakt op {dag}.", dag=voice.day_year(agenda.today)),
    )


def _choice(voice: Voice, kind: tuple[str, ...], first: tuple[str, ...]) -> Choice:
    return Choice("-".join(kind), voice.language(kind[-1]), kind == first)


def _week(voice: Voice, week: int) -> Piece:
    return voice.say("Deze week") if week == 0 else voice.say("Volgende week")


def _button(agenda: Agenda, voice: Voice, spec: SheetSpec, name: Name) -> Button:
    sunday = agenda.monday() + timedelta(weeks=spec.week, days=6)
    first, *second = (voice.language_here(code) for code in spec.languages)
    if spec.week == 0:
        title = voice.say("Deze week in {wijk}", wijk=name)
    else:
        title = voice.say("Volgende week in {wijk}", wijk=name)
    if second:
        about = voice.say("{taal} en {andere} naast elkaar, A4", taal=first, andere=second[0])
    else:
        about = voice.say("{taal}, A4", taal=first)
    until = voice.say("Geldt tot en met {dag}.", dag=voice.day_year(sunday))
    return Button(f"w{spec.week}", "-".join(spec.languages), title, about, spec.path, until)
