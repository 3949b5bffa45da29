"""Whom to ask for in a house, on paper only: its roles, and people of data/lokaal whose consent for paper runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wijkgids.agenda import PersonOf
from wijkgids.records.alike import fold
from wijkgids.texts import Ltr, Name, OwnName, Piece, Voice


@dataclass(frozen=True)
class Asked:
    """What is said of a person in one language: who it is, and when one can be found."""

    who: Piece
    when: Piece | None

    def pieces(self) -> tuple[Piece, ...]:
        """Everything said."""
        return (self.who, *((self.when,) if self.when else ()))


@dataclass(frozen=True)
class Person:
    """Someone to ask for. Name, number and mail stand once; `told` is said once for each language of the sheet."""

    name: Name | None
    phone: Ltr | None
    email: Ltr | None
    languages: tuple[OwnName, ...]
    told: tuple[Asked, ...]


def people(local: Sequence[PersonOf], public: Sequence[PersonOf], voices: Sequence[Voice]) -> tuple[Person, ...]:
    """Who is on the sheet: nobody when there is nobody of data/lokaal, else these and then the other public roles."""
    if not local:
        return ()
    known = {fold(one.role.text) for one in local}
    return tuple(_person(one, voices) for one in (*local, *(one for one in public if fold(one.role.text) not in known)))


def _person(one: PersonOf, voices: Sequence[Voice]) -> Person:
    return Person(
        name=Name(one.name) if one.name else None,
        phone=voices[0].phone(one.phone) if one.phone else None,
        email=Ltr(one.email) if one.email else None,
        languages=tuple(voices[-1].language(code) for code in one.languages),
        told=tuple(
            Asked(voice.prose(one.ask_for or one.role), voice.prose(one.when) if one.when else None) for voice in voices
        ),
    )
