"""Questions on a terminal: in plain Dutch, with the choices and a way out, asked beside the output."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wijkgids.cli.parser import Usage
from wijkgids.cli.terminal import Paint, Terminal

Reader = Callable[[str], str]  # what was meant; raises Usage with what to type instead
STEPS = 5  # so many wrong answers in a row end it: nobody is there


class Stopped(Exception):
    """Nobody answers any more."""


@dataclass(frozen=True)
class Questions:
    """Asks on the terminal of `out`."""

    out: Terminal

    def ask(self, question: str, read: Reader, *, help_: str = "", known: Sequence[str] = (), default: str = "") -> str:
        """The answer to a question, read until it is understood. `default` is what an empty answer means."""
        self.out.complain()
        self.out.complain(Paint("bold", question))
        if help_:
            self.out.complain("  ", Paint("dim", help_))
        for line in textwrap.wrap(", ".join(known), 90, break_long_words=False, break_on_hyphens=False):
            self.out.complain("  ", line)
        for _ in range(STEPS):
            typed = self._line(f"[{default}] > " if default else "> ")
            try:
                return read(typed or default)
            except Usage as usage:
                self.out.complain("  ", Paint("red", usage.text))
        raise Stopped

    def _line(self, prompt: str) -> str:
        print(prompt, end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            self.out.complain()
            raise Stopped
        return " ".join(line.split())
