"""The program that draws a street map, kept in the guide itself: asked for only by who wants that map."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from pathlib import Path

from wijkgids.agenda import Agenda
from wijkgids.web.assets import FOLDER
from wijkgids.web.environment import templates

# Leaflet's own, unchanged, with its licence as that asks; and what this guide changes of its look.
FILES = ("leaflet.js", "leaflet.css", "street.css", "LICENSE")


def leaflet(agenda: Agenda) -> Iterator[tuple[str, bytes]]:
    """The files and where they stand; none in a guide without a street map."""
    if agenda.guide.checked.street_map is not None:
        root = agenda.guide.root
        yield from ((folder(root) + name, _source(root, name).read_bytes()) for name in FILES)


@functools.lru_cache(maxsize=4)
def folder(root: Path) -> str:
    """Where the files stand in the site, with a slash: named after what is in them, so that a phone keeps them."""
    whole = hashlib.sha256(b"".join(_source(root, name).read_bytes() for name in FILES))
    return f"{FOLDER}/leaflet.{whole.hexdigest()[:6]}/"


def _source(root: Path, name: str) -> Path:
    """The file of the guide's own, else of the program."""
    found = [path for base in templates(root) if (path := base / "leaflet" / name).is_file()]
    return found[0]
