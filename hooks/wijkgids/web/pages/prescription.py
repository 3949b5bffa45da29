"""Welfare on prescription."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, prescription
from wijkgids.web.choices import hiding
from wijkgids.web.page import Page


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The sheet that a practice chooses from and prints."""
    view = prescription.prescription_page(agenda, voice)
    keys = [option.key for option in view.quarters[:-1]]
    style = hiding(keys, ".r") + _first_talks(keys)
    yield Page(
        addresses.prescription(addresses.SOURCE),
        "prescription.html",
        view.title,
        view,
        "folder.js",
        style,
        styles=("prescription.css",),
    )


def _first_talks(keys: list[str]) -> Markup:
    """The rules of paper: once something is ticked, only the coaches of its neighbourhood are on it."""
    rules = (
        f"main:has(.r :checked):not(:has([data-k={key}] :checked)) .co[data-k={key}]{{display:none}}" for key in keys
    )
    return Markup("@media print{" + "".join(rules) + "}") if keys else Markup("")
