"""A whole guide as read from its folder: settings, words and every actor, with the marks to report against."""

from __future__ import annotations

import contextlib
import gc
import hashlib
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from wijkgids import schedules, vocabulary
from wijkgids.problems import Place, Problem, errors, say
from wijkgids.records.answers.messages import not_said_twice, problems_of
from wijkgids.records.model import Actor
from wijkgids.records.outlines import Outline, outlines
from wijkgids.records.settings import Named, Settings, closures
from wijkgids.schedules.opening_hours import meant_by
from wijkgids.yamlfiles import Document, Path_, read, read_bytes

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Record:
    """One file: the checked actor (None when it has errors), its rules for time, and its document with marks."""

    slug: str
    neighbourhood: str
    document: Document
    actor: Actor | None
    rules: Mapping[str, tuple[schedules.Rule, ...]]  # by activity id; "" holds the opening hours
    problems: tuple[Problem, ...]


@dataclass
class Guide:
    """A guide whose files were read. `settings` is None when they have errors: then nothing can be built."""

    root: Path
    settings: Settings | None
    words: vocabulary.Vocabulary
    named: Named
    records: dict[str, Record] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)  # gids.yml and calendar.yml
    outlines: Mapping[str, Outline] = field(default_factory=dict)  # by neighbourhood, of those that have one

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors without errors, by slug. To be asked for once all records are read."""
        return {slug: record.actor for slug, record in self.records.items() if record.actor}

    @property
    def checked(self) -> Settings:
        """The settings of a guide that has no errors in them."""
        assert self.settings is not None
        return self.settings


Cache = MutableMapping[tuple[str, bytes], Record]


def load_guide(root: Path, cache: Cache | None = None) -> tuple[Guide, list[Problem]]:
    """Read data/ under `root`. Problems are collected over all files; `cache` keeps records by the hash of their file."""
    data = root / "data"
    words, problems = vocabulary.load(data / "vocabulary")
    settings_file, found = _document(data / "gids.yml", "data/gids.yml")
    problems += found
    settings, found = validated(settings_file, Settings, words)
    problems += found
    calendar_file, found = _document(data / "calendar.yml", "data/calendar.yml", required=False)
    named, more = closures(calendar_file)
    problems += found + more
    guide = Guide(root, settings, words, named, {}, {"gids": settings_file, "calendar": calendar_file})
    guide.outlines, more = outlines(root, settings.neighbourhoods if settings else ())
    problems += more
    with _without_collector():
        for path in sorted((data / "actors").glob("**/*")):
            if path.is_dir() or path.name.startswith("."):
                continue
            shown = path.relative_to(root).as_posix()
            if wrong := _misplaced(path, data / "actors", shown, guide):
                problems.append(wrong)
                continue
            record = read_record(path, shown, named, words, cache)
            problems += record.problems
            guide.records[record.slug] = record
    if not guide.records:
        problems.append(
            Problem(
                Place("data/actors"),
                "",
                "geen enkel record",
                "minstens één record",
                "Maak een bestand data/actors/<wijk>/<naam>.yml.",
                "leeg",
            )
        )
    return guide, problems


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Without Python's search for cycles: records have none, and walking all of them again and again took a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_record(
    path: Path, shown: str, named: Named, words: vocabulary.Vocabulary, cache: Cache | None = None
) -> Record:
    """One file of an actor."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        problem = Problem(
            Place(shown),
            "",
            "het bestand is niet te lezen",
            "een bestand dat te openen is",
            error.strerror or "Kijk of je het mag openen.",
            "bestand",
        )
        return Record(path.stem, path.parent.name, Document(shown), None, {}, (problem,))
    # What a record means depends on the named closures and the vocabulary too.
    key = (shown, hashlib.sha256(raw + repr(sorted(named.items())).encode() + words.fingerprint).digest())
    if cache is not None and key in cache:
        return cache[key]
    document, problems = read_bytes(raw, shown)
    if document.data is None and not problems:
        problems = [_empty(document)]
    actor, found = validated(document, Actor, words)
    rules, more = _rules(document, named)
    more = not_said_twice(found, more, document)
    # What cannot be read is said once: its line has no second problem.
    said = {problem.place.line for problem in problems}
    problems += [problem for problem in (*found, *more) if problem.place.line not in said]
    record = Record(path.stem, path.parent.name, document, None if errors(problems) else actor, rules, tuple(problems))
    if cache is not None:
        cache[key] = record
    return record


def validated(
    document: Document, model: type[Model], words: vocabulary.Vocabulary
) -> tuple[Model | None, list[Problem]]:
    """The data of a document as a model, or the problems."""
    if document.data is None:
        return None, []
    if not isinstance(document.data, dict):
        return None, [
            Problem(
                document.place(), "", "geen sleutels", "regels als 'naam: …'", "Begin met de regel: naam: …", "blok"
            )
        ]
    try:
        return model.model_validate(document.data, by_alias=True, by_name=False, context=words), []
    except ValidationError as error:
        return None, problems_of(error, document, model)


def _document(path: Path, shown: str, *, required: bool = True) -> tuple[Document, list[Problem]]:
    if not path.is_file():
        missing = Problem(
            Place(shown),
            "",
            "het bestand is er niet",
            "de instellingen van de gids",
            "Neem het bestand over uit het voorbeeld.",
            "bestand",
        )
        return Document(shown), [missing] if required else []
    document, problems = read(path, shown)
    if required and document.data is None and not problems:
        problems = [_empty(document)]
    return document, problems


def _empty(document: Document) -> Problem:
    """An empty file says nothing by itself: it would be gone without a word."""
    place = Place(document.path, 1, 1)
    return Problem(
        place, "", "een leeg bestand", "regels als 'naam: …'", "Vul het in, of haal het bestand weg.", "leeg"
    )


def _misplaced(path: Path, actors: Path, shown: str, guide: Guide) -> Problem | None:
    """Why a file under data/actors cannot be a record, or None."""
    place, slug = Place(shown), path.stem
    if path.suffix != ".yml":
        return Problem(
            place,
            "",
            "geen .yml-bestand",
            "data/actors/<wijk>/<naam>.yml",
            "Verander de naam of haal het bestand weg: anders komt dit niet in de gids.",
            "bestandsnaam",
        )
    if path.parent.parent != actors:
        return Problem(
            place,
            "",
            "op een andere plek",
            "data/actors/<wijk>/<naam>.yml",
            "Zet het bestand in de map van de wijk.",
            "bestandsnaam",
        )
    if not all(part.isalnum() and part.isascii() and part == part.lower() for part in slug.split("-")):
        return Problem(
            place,
            "",
            say("de bestandsnaam '{slug}'", slug=slug),
            "kleine letters, cijfers en streepjes",
            "Noem het bestand bijvoorbeeld vrouwengroep-de-linde.yml.",
            "bestandsnaam",
        )
    if guide.settings and path.parent.name not in guide.settings.neighbourhoods:
        known = ", ".join(guide.settings.neighbourhoods)
        return Problem(
            place,
            "",
            say("de wijk '{name}' staat niet in data/gids.yml", name=path.parent.name),
            known,
            "Zet het bestand in de map van een wijk, of voeg de wijk toe aan data/gids.yml.",
            "wijk",
        )
    if slug in guide.records:
        other = guide.records[slug].document.path
        return Problem(
            place,
            "",
            say("de naam '{slug}' is al van {path}", slug=slug, path=other),
            "een eigen naam",
            "Geef een van de twee bestanden een andere naam, met de wijk erachter.",
            "dubbel",
        )
    return None


def _rules(document: Document, named: Named) -> tuple[dict[str, tuple[schedules.Rule, ...]], list[Problem]]:
    """The rules for time of each activity ("" for the opening hours), read from the words that were typed."""
    rules: dict[str, tuple[schedules.Rule, ...]] = {}
    problems: list[Problem] = []
    data = document.data if isinstance(document.data, dict) else {}
    wanted: list[tuple[str, Path_, Any]] = [("", ("open",), data.get("open"))]
    activities = data.get("activiteiten")
    for position, activity in enumerate(activities if isinstance(activities, list) else []):
        if isinstance(activity, dict):
            wanted.append((str(activity.get("id", "")), ("activiteiten", position, "wanneer"), activity.get("wanneer")))
    for name, path, typed in wanted:
        good: list[schedules.Rule] = []
        for position, fields in enumerate(typed if isinstance(typed, list) else []):
            if not isinstance(fields, dict):
                continue  # the model says so
            rule, refusals = schedules.parse_rule(fields, named)
            for at, refusal in refusals:
                place = document.place((*path, position, *at))
                key = ".".join(str(part) for part in (*path[-1:], *at) if isinstance(part, str))
                meant = meant_by(str(fields["elke"])) if at == ("elke",) else None  # `elke: Mo-Fr`
                cure = say("Schrijf {rule}", rule=meant) if meant else refusal.cure
                problems.append(Problem(place, key, refusal.found, refusal.wanted, cure, refusal.code))
            if rule is not None:
                good.append(rule)
        rules[name] = tuple(good)
    return rules, problems
