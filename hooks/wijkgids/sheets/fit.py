"""The largest letter with which a sheet fits: 11 to 8 pt by half steps on its own number of pages, then on more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

LARGEST, SMALLEST, COMFORTABLE = 11.0, 8.0, 9.0  # points
MOST_PAGES = 40


@dataclass(frozen=True)
class Setting:
    """How a sheet is set: letter in points, at most how many pages, and whether days stay whole."""

    size: float
    pages: int
    whole: bool


@dataclass(frozen=True)
class Layout:
    """What a setting came to: the pages it took, and how many the days and the foot would fill without any white."""

    pages: int
    days: float
    foot: float

    def least(self, ratio: float) -> float:
        """How many pages it fills at the very least with letters `ratio` times as large.

        Set smaller, type shrinks by no more than the square of its size: lines become lower, and hold more. Set larger,
        nearly all of a row grows with it; the foot may not, since no letter in it goes under 8 pt.
        """
        if ratio <= 1:
            return (self.days + self.foot) * ratio**2
        return self.days * (1 + 0.7 * (ratio - 1)) + self.foot


@dataclass(frozen=True)
class Rung:
    """Settings that differ in size only, so that what fits at one size fits at every smaller one."""

    pages: int
    whole: bool
    largest: float
    smallest: float

    def settings(self) -> list[Setting]:
        """From large to small."""
        steps = int((self.largest - self.smallest) * 2)
        return [Setting(self.largest - step / 2, self.pages, self.whole) for step in range(steps + 1)]


def ladder(languages: int) -> Iterator[Rung]:
    """The rungs for a sheet in one language (one page) or two (one leaf), best first.

    On more pages days stay whole only while that costs no letter: the next page says which day goes on.
    """
    if languages == 1:
        yield Rung(1, True, LARGEST, SMALLEST)
        yield Rung(2, True, 10.5, 9.5)
        yield Rung(2, False, 10.5, 8.5)
    else:
        yield Rung(1, True, LARGEST, COMFORTABLE)
        yield Rung(2, True, LARGEST, 9.0)
        yield Rung(2, False, LARGEST, SMALLEST)
    for pages in range(3, MOST_PAGES):
        yield Rung(pages, True, 10.5, 10.0)
        yield Rung(pages, False, 10.5, COMFORTABLE)


def fitted(languages: int, lay: Callable[[Setting], Layout], hint: Setting | None = None) -> Setting | None:
    """The first setting of the ladder that fits, largest letter first; None when none does.

    A `hint` (what fitted a sheet much like it) saves layouts and never changes the answer: within a rung what fits
    large fits small, and what cannot fit is not tried.
    """
    seen: dict[Setting, Layout] = {}

    def hopeless(setting: Setting) -> bool:
        return any(found.least(setting.size / tried.size) > setting.pages for tried, found in seen.items())

    def fits(setting: Setting) -> bool:
        if setting not in seen and hopeless(setting):
            return False
        if setting not in seen:
            seen[setting] = lay(setting)
        return seen[setting].pages <= setting.pages

    if hint:
        fits(hint)
    for rung in ladder(languages):
        settings = rung.settings()
        if hopeless(settings[-1]):
            continue
        best = settings.index(hint) if hint in settings else _guess(settings, seen)
        while best < len(settings) and not fits(settings[best]):
            best += 1
        while 0 < best < len(settings) and fits(settings[best - 1]):
            best -= 1
        if best < len(settings):
            return settings[best]
    return None


def _guess(settings: list[Setting], seen: dict[Setting, Layout]) -> int:
    """Which setting of a rung to try first: about what fits, as far as other rungs told, else the smallest."""
    if not seen:
        return len(settings) - 1
    tried, found = next(reversed(seen.items()))
    for number, one in enumerate(settings):
        if found.days * (one.size / tried.size) ** 1.6 + found.foot < one.pages:
            return number
    return len(settings) - 1
