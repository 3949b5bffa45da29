"""Prose of a record, and where it stands in it: the address of its translation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A Dutch sentence of a record. `actor` is the slug ("gids" for the settings), `at` its place (the msgctxt)."""

    text: str
    actor: str
    at: str

    def __str__(self) -> str:
        return self.text
