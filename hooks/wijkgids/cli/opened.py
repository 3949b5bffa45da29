"""A guide opened for a command: read and checked whole, and as far as it goes where some of its records have errors."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from wijkgids import build
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.cli.parser import PROGRAM, Trouble, Usage
from wijkgids.cli.terminal import READING
from wijkgids.problems import Place, Problem, errors, in_order, say
from wijkgids.records.answers.nearest import nearest, plain
from wijkgids.records.guide import Guide
from wijkgids.records.local import local_problems
from wijkgids.records.model import Activity, Actor
from wijkgids.records.parts import HostedPlace
from wijkgids.texts import Voice, translations, voices

MOST = 6  # of what a word may mean, so many are named
MEND_SETTINGS = say("Los eerst op wat er mis is in data/gids.yml. Je ziet het met: {line}", line=f"{PROGRAM} check")


def load(options: argparse.Namespace) -> build.Loaded:
    """The guide of a command, with all its problems in order. Raises Usage where there is none."""
    root = options.folder
    if not root.is_dir():
        raise Usage(say("De map '{folder}' is er niet.", folder=root))
    if not (root / "data").is_dir():
        raise Usage(say("In '{folder}' staat geen gids: er is geen map 'data' in.", folder=root.resolve()))
    with options.out.busy(READING):
        loaded = build.load(root, today_asked(options.today))
        found = [*loaded.problems, *local_problems(root, loaded.guide, loaded.today), *_closed_folders(options)]
    problems = tuple(in_order(found))
    return replace(loaded, problems=problems, agenda=None if errors(problems) else loaded.agenda)


def today_asked(option: date | None) -> date | None:
    """The day from the command, else from WIJKGIDS_TODAY. Raises Usage when that is no day."""
    try:
        return option or build.day_of_environment()
    except ValueError as error:
        raise Usage(str(error)) from None


def agenda_of(loaded: build.Loaded, out: Any) -> Agenda:
    """The agenda of a guide, without the records that have errors: a mistake elsewhere does not hide this one.

    Raises Trouble where the settings have errors, because nothing can be said without them.
    """
    if loaded.agenda is not None:
        return loaded.agenda
    if loaded.guide.settings is None:
        raise Trouble(MEND_SETTINGS)
    out.complain(say("Let op: er staan nog fouten in de gids. Je ziet ze met: {line}", line=f"{PROGRAM} check"))
    return make_agenda(_whole(loaded.guide, {problem.place.path for problem in errors(loaded.problems)}), loaded.today)


def voices_of(loaded: build.Loaded) -> Mapping[str, Voice]:
    """The languages of the guide, by their codes; Dutch alone where its settings have errors."""
    guide = loaded.guide
    if loaded.voices or guide.settings is None:
        return loaded.voices or {"nl": voice_of(guide, "nl")}
    said, _ = translations.load(guide.root, guide.settings.languages)
    return voices(guide.settings.languages, said, guide.words.languages)


def voice_of(guide: Guide, language: str) -> Voice:
    """A voice for sentences about times in one of `problems.LANGUAGES`, also where the guide itself cannot be built."""
    return voices((language,), {}, guide.words.languages)[language]


def slug_of(text: str, guide: Guide) -> tuple[str, str]:
    """The actor and activity ("" for all) that a word means: a slug or name, `slug/activity`, or the path of a record.

    Raises Usage with the nearest one for what is not there.
    """
    typed = text.replace("\\", "/").strip().strip("/")
    if typed.endswith(".yml"):
        typed = typed.rpartition("/")[2].removesuffix(".yml")
    slug, _, activity = typed.partition("/")
    slug = next((found for name, found in _names(guide).items() if name.casefold() == slug.casefold()), slug)
    if slug not in guide.records:
        raise Usage(unknown(say("'{word}' staat niet in de gids.", word=slug), slug, _names(guide), "check"))
    known = activities_of(guide, slug)
    if activity and activity not in known:
        if not known:
            raise Usage(say("'{slug}' heeft geen activiteiten.", slug=slug))
        sentence = say(
            "'{slug}' heeft geen activiteit '{word}'. Er is: {known}.", slug=slug, word=activity, known=", ".join(known)
        )
        raise Usage(unknown(sentence, activity, {one: f"{slug}/{one}" for one in known}))
    return slug, activity


def neighbourhood_of(text: str, guide: Guide) -> str:
    """The id of a neighbourhood by its id or its name. Raises Usage with the nearest one."""
    known = guide.settings.neighbourhoods if guide.settings else {}
    names = {slug: slug for slug in known} | {one.name: slug for slug, one in known.items()}
    found = {name.casefold(): slug for name, slug in names.items()}.get(text.strip().casefold())
    if found:
        return found
    sentence = say("De wijk '{word}' is er niet. Er is: {known}.", word=text, known=", ".join(known))
    raise Usage(unknown(sentence, text, names))


def activities_of(guide: Guide, slug: str) -> dict[str, str]:
    """The activities of a record that has or has no errors: id to name, as typed."""
    data = guide.records[slug].document.data
    listed = data.get("activiteiten") if isinstance(data, dict) else None
    found = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return {str(one["id"]): str(one.get("naam", one["id"])) for one in found if isinstance(one.get("id"), str)}


def name_of(guide: Guide, slug: str) -> str:
    """The name of an actor as typed; its slug where it has none."""
    data = guide.records[slug].document.data
    name = data.get("naam") if isinstance(data, dict) else None
    return name if isinstance(name, str) and name else slug


def unknown(sentence: str, word: str, known: Mapping[str, str], list_with: str = "") -> str:
    """A sentence about a word that is not there, with what was meant: what has the word in it, else what looks like it.

    `known` is what people may type for each thing, and what it is.
    """
    has = [typed for one, typed in known.items() if len(word) > 2 and plain(word) in plain(one)]
    near = nearest(word, known)
    meant = list(dict.fromkeys(([known[near]] if near and not has else []) + has))
    if len(meant) == 1:
        return say("{sentence} Bedoelde je '{near}'?", sentence=sentence, near=meant[0])
    if meant:
        some = ", ".join(meant[:MOST]) + (" …" if len(meant) > MOST else "")
        return say("{sentence} Bedoelde je een van deze: {some}?", sentence=sentence, some=some)
    if list_with:
        line = f"{PROGRAM} {list_with}"
        return say("{sentence} Welke er zijn, zie je met: {line}", sentence=sentence, line=line)
    return sentence


def _names(guide: Guide) -> dict[str, str]:
    """What people may type for an actor, and its slug: the slug itself, and its name."""
    return {slug: slug for slug in guide.records} | {name_of(guide, slug): slug for slug in guide.records}


def _closed_folders(options: argparse.Namespace) -> Iterable[Problem]:
    """A folder that may not be opened would be lost in silence, with every record in it."""
    found: list[Problem] = []

    def note(error: OSError) -> None:
        path = os.path.relpath(str(error.filename), options.folder).replace(os.sep, "/")
        found.append(
            Problem(
                Place(path),
                "",
                say("de map is niet te lezen"),
                "een map die te openen is",
                "Kijk of je hem mag openen.",
                "bestand",
            )
        )

    for _ in os.walk(options.folder / "data", onerror=note):
        pass
    return found


def _whole(guide: Guide, wrong: set[str]) -> Guide:
    """The guide with only the records without errors, and without links to what is then not there."""
    records = {slug: one for slug, one in guide.records.items() if one.actor and one.document.path not in wrong}
    kept = {slug: replace(one, actor=_linked(one.actor, records)) for slug, one in records.items() if one.actor}
    return Guide(guide.root, guide.settings, guide.words, guide.named, kept, guide.documents)


def _linked(actor: Actor, known: Iterable[str]) -> Actor:
    """An actor without its links to what is not there."""
    there = set(known)
    belongs, agreement = actor.belongs_to, actor.agreement
    changes: dict[str, Any] = {
        "works_with": tuple(slug for slug in actor.works_with if slug in there),
        "guides": tuple(one for one in actor.guides if one.to is None or one.to in there),
        "activities": tuple(_of_activity(one, there) for one in actor.activities),
    }
    if belongs and belongs.actor and belongs.actor not in there:
        changes["belongs_to"] = None
    if agreement and agreement.via and agreement.via not in there:
        changes["agreement"] = agreement.model_copy(update={"via": None})
    return actor.model_copy(update={**changes, **_ends(actor, there)})


def _of_activity(activity: Activity, there: set[str]) -> Activity:
    changes = _ends(activity, there)
    if activity.organiser and activity.organiser not in there:
        changes["organiser"] = None
    return activity.model_copy(update=changes)


def _ends(one: Actor | Activity, there: set[str]) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if isinstance(one.place, HostedPlace) and one.place.actor not in there:
        changes["place"] = None
    if one.stopped and one.stopped.go_to and one.stopped.go_to not in there:
        changes["stopped"] = one.stopped.model_copy(update={"go_to": None})
    return changes
