"""The map of the whole guide: its neighbourhoods, each a link, and the list that says the same."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import Agenda
from wijkgids.texts import Ltr, Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.geometry import Unit
from wijkgids.views.ground import WIDTH, Box, Rings, overview
from wijkgids.views.home import quarters_of
from wijkgids.views.maps import scale_of
from wijkgids.views.parts import Link

NL = addresses.SOURCE
LETTER = 7  # units that a letter of a name is wide, about


@dataclass(frozen=True)
class QuarterView:
    """A neighbourhood on the map of the guide: its shape, its name or number, its places if they hide neither."""

    page: str
    rings: Rings
    dots: tuple[Unit, ...]
    at: Unit
    label: Piece


@dataclass(frozen=True)
class QuarterItem:
    """A neighbourhood in the list of the guide, with its houses and libraries."""

    name: Name
    number: Ltr | None
    page: str
    summary: Piece
    houses: tuple[Link, ...]


@dataclass(frozen=True)
class AllMap:
    """The map of the whole guide. `width` 0: there is nothing to draw."""

    title: Piece
    description: Piece
    width: int
    height: int
    quarters: tuple[QuarterView, ...]
    bar: int
    scale: Piece | None
    items: tuple[QuarterItem, ...]


def all_map(agenda: Agenda, voice: Voice) -> AllMap:
    """The map of the whole guide: its neighbourhoods, each a link."""
    settings = agenda.guide.checked
    drawn = overview(agenda.grounds)
    there = {one.neighbourhood: one for one in drawn.quarters} if drawn else {}
    names = {key: Name(one.name) for key, one in settings.neighbourhoods.items()}
    shown = there.values()
    # A name stands under its shape, or in it; where one of them has no room numbers do, and the list has both.
    wide = {key: len(names[key]) * LETTER for key in names}
    under = {key: _room((one.middle[0], one.bottom + 14), wide[key], WIDTH) for key, one in there.items()}
    within = {key: one.middle for key, one in there.items()}
    boxes = [(_label(under[one.neighbourhood], wide[one.neighbourhood]), one.box) for one in shown]
    labels = [label for label, _ in boxes]
    free = not any(_meet(label, other) for number, label in enumerate(labels) for other in labels[:number])
    clear = not any(_meet(label, box) for label, own in boxes for _, box in boxes if box is not own)
    fits = all(wide[key] <= one.box[2] - one.box[0] for key, one in there.items())
    named = (free and clear) or fits
    at = under if free and clear else within
    numbers = {key: Ltr(str(number)) for number, key in enumerate(settings.neighbourhoods, 1)}
    quarters = quarters_of(agenda, voice, {key: addresses.map_(NL, key) for key in settings.neighbourhoods})
    title = voice.say("Kaart")
    return AllMap(
        title=title,
        description=voice.say("De wijken van deze gids op de kaart."),
        width=drawn.width if drawn else 0,
        height=drawn.height if drawn else 0,
        quarters=tuple(
            QuarterView(
                page=addresses.map_(NL, key),
                rings=one.rings,
                dots=one.dots if at is under else (),
                at=at[key],
                label=names[key] if named else numbers[key],
            )
            for key, one in there.items()
        ),
        bar=drawn.scale.units if drawn else 0,
        scale=scale_of(voice, drawn.scale) if drawn else None,
        items=tuple(
            QuarterItem(
                name=one.name,
                number=None if named or key not in there else numbers[key],
                page=one.page,
                summary=one.summary,
                houses=tuple(Link(Name(each.name), addresses.actor(NL, each.slug)) for each in agenda.houses(key)),
            )
            for key, one in zip(settings.neighbourhoods, quarters, strict=True)
        ),
    )


def _room(at: Unit, wide: int, width: int) -> Unit:
    """Where the middle of a text of so many units may stand, as near to its place as the drawing lets it."""
    half = min(wide // 2 + 2, width // 2)
    return min(max(at[0], half), width - half), at[1]


def _label(at: Unit, wide: int) -> Box:
    return at[0] - wide // 2, at[1] - 8, at[0] + wide // 2, at[1] + 8


def _meet(one: Box, other: Box) -> bool:
    """Whether two boxes of the drawing touch each other."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
