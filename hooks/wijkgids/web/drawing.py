"""Numbers of a drawing as paths of SVG, as short as its grammar allows (SVG 2, §9.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

Unit = tuple[int, int]


def rings(shape: Iterable[Sequence[Unit]]) -> Markup:
    """Closed lines, each from its first point with steps to the next ones."""
    return Markup("").join(Markup(_ring(ring)) for ring in shape)


def dots(points: Iterable[Unit]) -> Markup:
    """Points, which a round end of a line makes visible."""
    return Markup("").join(Markup(f"M{x:d} {y:d}h0") for x, y in points)


def _ring(ring: Sequence[Unit]) -> str:
    (x, y), steps = ring[0], []
    for number, (right, down) in enumerate(ring[1:]):
        steps += [_number(right - x, first=number == 0), _number(down - y)]
        x, y = right, down
    return f"M{ring[0][0]:d} {ring[0][1]:d}l{''.join(steps)}z"


def _number(value: int, *, first: bool = False) -> str:
    """A minus parts numbers as a space does."""
    return f"{value:d}" if first or value < 0 else f" {value:d}"
