"""What a command says: in Dutch or English, in colour only where a person looks, and never a sign that steers.

Texts of contributors go to the terminal through `Terminal` only, which writes control characters out. Our own colours
are a type (`Paint`), so that no typed text can pass for one.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from wijkgids.problems import Catalogue, say, translated, visible

Style: TypeAlias = Literal["bold", "dim", "red", "yellow", "green"]
_STYLES: Final[dict[Style, str]] = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "green": "32"}
SLOW: Final = 1.0  # seconds after which a command says that it is busy


@dataclass(frozen=True)
class Paint:
    """A text in a colour."""

    style: Style
    text: str


@dataclass(frozen=True)
class Terminal:
    """Where a command writes, in one of `problems.LANGUAGES`. `colour` is whether its output may have colours."""

    language: str
    catalogue: Catalogue
    colour: bool = False

    def line(self, *parts: str | Paint) -> None:
        """Write one line to the output: sentences in the language asked for, typed texts made visible."""
        print("".join(self._shown(part) for part in parts))

    def complain(self, *parts: str | Paint) -> None:
        """Write one line beside the output, where people read what went wrong."""
        sys.stdout.flush()
        print("".join(self._shown(part) for part in parts), file=sys.stderr)

    def raw(self, text: str) -> None:
        """Write a text of our own making as it stands (JSON, a record, lines that were made visible already)."""
        sys.stdout.write(text)

    def words(self, text: str) -> str:
        """A sentence in the language asked for."""
        return translated(text, self.catalogue)

    @contextlib.contextmanager
    def busy(self, text: str) -> Iterator[None]:
        """Say on a terminal that it takes a while, once it does; nothing of it stays."""
        if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            yield
            return
        done = threading.Event()
        said = self.words(text)

        def tell() -> None:
            begin = time.monotonic()
            while not done.wait(SLOW):
                print(f"\r{said} {time.monotonic() - begin:.0f} s ", end="", file=sys.stderr, flush=True)

        teller = threading.Thread(target=tell, daemon=True)
        teller.start()
        try:
            yield
        finally:
            done.set()
            teller.join()
            print("\r" + " " * (len(said) + 8) + "\r", end="", file=sys.stderr, flush=True)

    def _shown(self, part: str | Paint) -> str:
        if isinstance(part, Paint):
            text = visible(self.words(part.text))
            return f"\x1b[{_STYLES[part.style]}m{text}\x1b[0m" if self.colour and text else text
        return visible(self.words(part))


READING = say("De gids wordt gelezen …")


def wants_colour() -> bool:
    """Whether the output is a terminal that shows colours, and nobody asked for none (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    # An old Windows console shows the codes themselves.
    return os.name != "nt" or bool(os.environ.get("WT_SESSION") or os.environ.get("ANSICON"))
