"""The sentences of this package that stand in tables, for who makes a catalogue of them in another language."""

from __future__ import annotations

from . import clock, closure_refusal, phrases, pitfalls
from .advice import ADVICE_CODES, WANTED_OF_PART
from .refusal import CODES
from .words import DAY_NAMES, MONTH_NAMES


def msgids() -> list[str]:
    """Return the Dutch sentences that no literal in a call of `say` or `Refused` shows."""
    return [
        *CODES.values(),
        *ADVICE_CODES.values(),
        *(pitfall.cure for pitfall in pitfalls.PITFALLS),
        *(cure for _, _, cure in closure_refusal.CLOSURE_PITFALLS),
        *(clock.WANTED, clock.HOURS_CURE, closure_refusal.WANTED, phrases.WANTED, pitfalls.WANTED),
        *WANTED_OF_PART.values(),
        *DAY_NAMES.values(),
        *MONTH_NAMES,
    ]
