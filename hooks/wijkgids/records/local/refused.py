"""Who said no to the guide, and how to see that a record is of the same group (design §1: a refusal is remembered)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from wijkgids.records import alike
from wijkgids.records.guide import Guide, Record
from wijkgids.records.parts import Entry
from wijkgids.records.values import Day, Email, Fact, OneOrMore, Phone, Slug, Text
from wijkgids.yamlfiles import Path_


class Refusal(Entry):
    """Een groep die niet in de gids wil, en waaraan je haar herkent.

    `is_niet` noemt records die erop lijken en van een ander zijn.
    """

    name: Fact = Field(alias="naam")
    on: Day = Field(alias="op")
    neighbourhood: Fact | None = Field(alias="wijk", default=None)
    phone: Phone | None = Field(alias="telefoon", default=None)
    email: Email | None = None
    address: Fact | None = Field(alias="adres", default=None)
    by: Text | None = Field(alias="door", default=None)
    why: Text | None = Field(alias="waarom", default=None)
    others: Annotated[tuple[Slug, ...], OneOrMore] = Field(alias="is_niet", default=())


def recognised(record: Record, refusal: Refusal, guide: Guide) -> Path_ | None:
    """Where a record is like a refusal: in a name, else in a number, mail or address; None where it is not.

    The same name is a match in every neighbourhood, one that is nearly the same only in its own.
    """
    wanted = alike.name(refusal.name)
    here = refusal.neighbourhood is None or record.neighbourhood in meant(guide, refusal.neighbourhood)
    for path, typed in _names(record):
        name = alike.name(typed)
        if alike.same_name(name, wanted) or (here and alike.near_name(name, wanted)):
            return path
    for path, typed in _leaves((), record.document.data):
        match path[-1]:
            case "telefoon" | "whatsapp" if refusal.phone:
                found = alike.phone(typed) == alike.phone(refusal.phone)
            case "email" if refusal.email:
                found = alike.mail(typed) == alike.mail(refusal.email)
            case "adres" if refusal.address:
                found = alike.same_address(typed + _postcode(record, path), refusal.address)
            case _:
                found = False
        if found:
            return path
    return None


def _names(record: Record) -> Iterator[tuple[Path_, str]]:
    """The names in a record, and its file name, which is typed too."""
    data = record.document.data
    yield ("naam",), record.slug.replace("-", " ")
    if isinstance(data.get("naam"), str):
        yield ("naam",), data["naam"]
    activities = data.get("activiteiten")
    for number, activity in enumerate(activities if isinstance(activities, list) else []):
        if isinstance(activity, dict) and isinstance(activity.get("naam"), str):
            yield ("activiteiten", number, "naam"), activity["naam"]


def _leaves(path: Path_, typed: Any) -> Iterator[tuple[Path_, str]]:
    """Every text in what was typed under a key, with its place."""
    if isinstance(typed, str) and path:
        yield path, typed
    elif isinstance(typed, (dict, list)):
        for key, value in typed.items() if isinstance(typed, dict) else enumerate(typed):
            yield from _leaves((*path, key), value)


def _postcode(record: Record, path: Path_) -> str:
    """The postcode beside an address, with a space before it."""
    place: Any = record.document.data
    for part in path[:-1]:
        place = place[part]
    found = place.get("postcode") if isinstance(place, dict) else None
    return f" {found}" if isinstance(found, str) else ""


def meant(guide: Guide, typed: str) -> set[str]:
    """The folder of the neighbourhood that was meant by its name or its folder; empty when there is none."""
    known = guide.settings.neighbourhoods if guide.settings else {}
    return {slug for slug, one in known.items() if alike.words(typed) in (alike.words(slug), alike.words(one.name))}
