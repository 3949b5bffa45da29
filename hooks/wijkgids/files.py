"""Files of a build: those of the site, and what is kept from build to build because it takes long to make."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path


def put(site: Path, path: str, content: str | bytes) -> Path:
    """Write a file of the site (`path` is below it) unless it has these bytes already; return where it stands.

    So a mirror sees what changed.
    """
    target = site / path
    data = content.encode() if isinstance(content, str) else content
    try:
        same = target.read_bytes() == data
    except OSError:
        same = False
    if not same:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return target


@dataclass(frozen=True)
class Shelf:
    """A folder of what was made before, safe to throw away; None keeps nothing. Each stands under its key.

    A key is made of everything that the thing was made of; `suffix` says what it is.
    """

    folder: Path | None
    suffix: str = ".pdf"

    def find(self, key: str) -> bytes | None:
        """What was kept under this key, or None."""
        if self.folder is None:
            return None
        try:
            return (self.folder / f"{key}{self.suffix}").read_bytes()
        except OSError:
            return None

    def keep(self, key: str, content: bytes) -> None:
        """Keep it. A build beside this one never sees half of it."""
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=self.folder)
        with os.fdopen(number, "wb") as file:
            file.write(content)
        Path(name).replace(self.folder / f"{key}{self.suffix}")

    def tidy(self, used: Set[str]) -> None:
        """Throw away what a whole build did not use: it may say what is no longer public, and is of no further use.

        Every sheet says on which day it was made, so those of yesterday can only lie about.
        """
        if self.folder is None or not self.folder.is_dir():
            return
        for path in sorted(self.folder.glob(f"*{self.suffix}")):
            if path.stem not in used:
                path.unlink(missing_ok=True)
