"""What is never public: data/lokaal/, ignored by git. Who said no to the guide, and people for paper in a house only.

Two commands read this: `check` (nobody adds again who said no) and `print --lokaal`. What makes the site does not, and
tests/test_local.py holds that: it may never become part of a `Guide`. No message repeats what stands in these files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from wijkgids.problems import Place, Problem, Weight, say
from wijkgids.records.guide import Guide, Record
from wijkgids.records.local import quietly
from wijkgids.records.local.quietly import quiet
from wijkgids.records.local.refused import Refusal, meant, recognised
from wijkgids.records.parts import Entry
from wijkgids.records.values import Day, Email, Fact, Language, OneOrMore, Phone, Prose
from wijkgids.yamlfiles import Document, Path_, read

FOLDER = "data/lokaal"
REFUSALS, PEOPLE = f"{FOLDER}/weigeringen.yml", f"{FOLDER}/mensen.yml"
Model = TypeVar("Model", bound=BaseModel)


class PaperConsent(Entry):
    """Toestemming van een mens om met naam op papier in het huis te staan. Niet openbaar."""

    on: Day = Field(alias="op")
    until: Day = Field(alias="tot")


class PaperPerson(Entry):
    """Een mens naar wie je in een huis kunt vragen, alleen op papier."""

    role: Prose = Field(alias="rol")
    name: Fact | None = Field(alias="naam", default=None)
    phone: Phone | None = Field(alias="telefoon", default=None)
    email: Email | None = None
    languages: Annotated[tuple[Language, ...], OneOrMore] = Field(alias="talen", default=())
    when: Prose | None = Field(alias="wanneer", default=None)
    ask_for: Prose | None = Field(alias="vraag_naar", default=None)
    consent: PaperConsent | None = Field(alias="toestemming", default=None)

    @property
    def known(self) -> bool:
        """Whether it says more than a role: then a consent is needed (GDPR art. 6)."""
        return any((self.name, self.phone, self.email))

    def runs(self, today: date) -> bool:
        """Whether it may be printed: a bare role always, a person from the first to the last day of a consent."""
        if self.consent is None:
            return not self.known
        return self.consent.on <= today <= self.consent.until


def local_problems(root: Path, guide: Guide, today: date | None = None) -> list[Problem]:
    """What `check` says where data/lokaal is: records of who said no, and what is wrong in its own files.

    With `today` also the consents for paper that ended. Without the folder, on every machine but the keeper's: nothing.
    """
    refusals, problems = _refusals(root, guide)
    people, document, found = _people(root)
    problems += found
    for slug, persons in people.items():
        if slug not in guide.records:
            place = document.place((slug,), key=True)
            problems.append(quiet(place, "", quietly.NOBODY, "onbekende-actor"))
        for path, person in persons:
            if today is not None and person.consent and person.consent.until < today:
                place = document.place((*path, "toestemming", "tot"))
                problems.append(quiet(place, "toestemming.tot", quietly.ENDED, "toestemming-voorbij", Weight.WARNING))
    for record in guide.records.values():
        problems += _said_no(record, refusals, guide)
    return [*problems, *_in_git(root), *_astray(root)]


def people_on(root: Path, today: date) -> tuple[dict[str, tuple[PaperPerson, ...]], list[Problem]]:
    """Who may stand on paper on a day, by the slug of the house. With a problem in the file it is nobody."""
    people, _, problems = _people(root)
    if not (root / PEOPLE).is_file():
        cure = "Maak dit bestand op de computer van het huis. CONTRIBUTING.md zegt hoe."
        return {}, [Problem(Place(PEOPLE), "", "het bestand is er niet", "de mensen van het huis", cure, "bestand")]
    if problems:
        return {}, problems
    running = {slug: tuple(one for _, one in persons if one.runs(today)) for slug, persons in people.items()}
    return {slug: persons for slug, persons in running.items() if persons}, []


# Reading


def _refusals(root: Path, guide: Guide) -> tuple[list[Refusal], list[Problem]]:
    document, problems = _document(root, REFUSALS)
    found: list[Refusal] = []
    for path, typed in _items(document, (), document.data, problems):
        refusal = _validated(document, path, typed, Refusal, problems)
        if refusal is not None:
            found.append(refusal)
            if refusal.neighbourhood and guide.settings and not meant(guide, refusal.neighbourhood):
                problems.append(quiet(document.place((*path, "wijk")), "wijk", quietly.NOWHERE, "wijk"))
    return found, problems


def _people(root: Path) -> tuple[dict[str, list[tuple[Path_, PaperPerson]]], Document, list[Problem]]:
    document, problems = _document(root, PEOPLE)
    found: dict[str, list[tuple[Path_, PaperPerson]]] = {}
    if document.data is not None and not isinstance(document.data, dict):
        problems.append(quiet(document.place(), "", quietly.WRONG["blok"], "blok"))
        return found, document, problems
    for slug, listed in (document.data or {}).items():
        for path, typed in _items(document, (slug,), listed, problems):
            person = _validated(document, path, typed, PaperPerson, problems)
            if person is None:
                continue
            found.setdefault(slug, []).append((path, person))
            if person.known and person.consent is None:
                problems.append(quiet(document.place(path), "toestemming", quietly.CONSENT, "geen-toestemming"))
            elif person.consent and person.consent.until < person.consent.on:
                place = document.place((*path, "toestemming", "tot"))
                problems.append(quiet(place, "toestemming.tot", quietly.TURNED, "volgorde"))
    return found, document, problems


def _document(root: Path, shown: str) -> tuple[Document, list[Problem]]:
    """A file of the folder. What is wrong with its YAML is said without what stands there, and then nothing is read."""
    if not (root / shown).is_file():
        return Document(shown), []
    document, problems = read(root / shown, shown)
    if not problems:
        return document, []
    said = {"dubbele-sleutel": quietly.TWICE}
    quieted = [quiet(one.place, "", said.get(one.code, quietly.UNREADABLE), one.code) for one in problems]
    return Document(shown), quieted


def _items(document: Document, path: Path_, typed: Any, problems: list[Problem]) -> Iterator[tuple[Path_, Any]]:
    """Each entry of a list with its place."""
    if isinstance(typed, list):
        yield from (((*path, number), one) for number, one in enumerate(typed))
    elif typed not in (None, ""):
        problems.append(quiet(document.place(path), "", quietly.WRONG["lijst"], "lijst"))


def _validated(
    document: Document, path: Path_, typed: Any, model: type[Model], problems: list[Problem]
) -> Model | None:
    """An entry as a model, or None and its problems. A key with nothing behind it is as if it were not there."""
    if isinstance(typed, dict):
        typed = {key: value for key, value in typed.items() if value != ""}
    try:
        return model.model_validate(typed, by_alias=True, by_name=False)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            loc: Path_ = one["loc"]
            field = ".".join(part for part in loc if isinstance(part, str))
            said: quietly.Said
            if one["type"] == "missing":
                said = (say("'{key}' staat er niet", key=field), "die sleutel", "Zet de regel erbij.")
                problems.append(quiet(document.place((*path, *loc[:-1])), field, said, "ontbreekt"))
            elif one["type"] == "extra_forbidden":  # what was typed is no key of ours, so it is not repeated either
                inner = PaperConsent if len(loc) > 1 else model
                known = ", ".join(one.alias or name for name, one in inner.model_fields.items())
                said = ("een sleutel die we hier niet kennen", say("een van: {known}", known=known), quietly.CURE)
                problems.append(quiet(document.place((*path, *loc), key=True), "", said, "onbekende-sleutel"))
            else:
                code = quietly.CODES.get(one["type"], one["type"])
                code = code if code in quietly.WRONG else "waarde"
                problems.append(quiet(document.place((*path, *loc)), field, quietly.WRONG[code], code))
    return None


def _said_no(record: Record, refusals: list[Refusal], guide: Guide) -> Iterator[Problem]:
    """A record that looks like a group that does not want to be in the guide (design §1: a refusal is remembered)."""
    if not isinstance(record.document.data, dict):
        return
    for refusal in refusals:
        path = None if record.slug in refusal.others else recognised(record, refusal, guide)
        if path is not None:
            yield Problem(
                record.document.place(path),
                ".".join(part for part in path if isinstance(part, str)),
                "dit lijkt op een groep die niet in de gids wil",
                "alleen wie zelf ja zei",
                say(
                    "Haal het weg. Is het een ander? Zet dan in {file} bij die groep: is_niet: [{slug}].",
                    file=REFUSALS,
                    slug=record.slug,
                ),
                "wil-niet-in-gids",
            )


def _in_git(root: Path) -> Iterator[Problem]:
    """The folder must not be in git: its history never forgets. Paths stand whole in its index (versions 2 and 3)."""
    index = root / ".git" / "index"
    if index.is_file() and re.search(rb"data/lokaal/[^\x00]*\.ya?ml", index.read_bytes()):
        yield Problem(
            Place(FOLDER),
            "",
            "deze map staat in git, en wordt dus openbaar",
            "een map die alleen op deze computer staat",
            say("Typ: git rm -r --cached {folder}. Is ze al verstuurd? Bel de maker van de gids.", folder=FOLDER),
            "lokaal-in-git",
        )


def _astray(root: Path) -> Iterator[Problem]:
    """A file of another name is read by nobody."""
    folder = root / FOLDER
    known = {Path(REFUSALS).name, Path(PEOPLE).name}
    for path in sorted(folder.rglob("*.y*ml")) if folder.is_dir() else ():
        if path.name not in known or path.parent != folder:
            yield quiet(Place(FOLDER), "", quietly.ASTRAY, "bestandsnaam", Weight.WARNING)
