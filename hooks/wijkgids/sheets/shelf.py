"""Printed sheets kept in a folder, each under a name made of everything it was made of. Printing is most of a build."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Shelf:
    """A folder of sheets, safe to throw away; None keeps nothing."""

    folder: Path | None

    def find(self, key: str) -> bytes | None:
        """The sheet of this name, or None."""
        if self.folder is None:
            return None
        try:
            return (self.folder / f"{key}.pdf").read_bytes()
        except OSError:
            return None

    def keep(self, key: str, content: bytes) -> None:
        """Keep a sheet. A build beside this one never sees half of it."""
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=self.folder)
        with os.fdopen(number, "wb") as file:
            file.write(content)
        Path(name).replace(self.folder / f"{key}.pdf")

    def tidy(self, used: Set[str]) -> None:
        """Throw away what a whole build did not use: it may say what is no longer public, and is of no further use.

        Every sheet says on which day it was made, so those of yesterday can only lie about.
        """
        if self.folder is None or not self.folder.is_dir():
            return
        for path in sorted(self.folder.glob("*.pdf")):
            if path.stem not in used:
                path.unlink(missing_ok=True)
