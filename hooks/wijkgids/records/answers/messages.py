"""What pydantic says, in plain Dutch, with the place in the file, the nearest word and the cure.

One mistake gives one message: what follows from another mistake is left out (a key that is missing because it was
misspelled, a list that is empty because its one word was wrong).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from wijkgids.problems import Problem, say
from wijkgids.records.answers.blocks import cure as block_cure
from wijkgids.records.answers.blocks import rule_of_day
from wijkgids.records.answers.faults import Fault, faults_of
from wijkgids.records.answers.keys import keys_at, models_at
from wijkgids.records.answers.nearest import did_you_mean, nearest
from wijkgids.records.answers.strange_keys import strange_key
from wijkgids.records.answers.written import flow, line, scalar, shorten
from wijkgids.records.described import described
from wijkgids.records.parts import Ages, Schedule
from wijkgids.records.values.places import swapped
from wijkgids.yamlfiles import Document, Path_


def problems_of(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Problem]:
    """The errors of a validation as problems at their places, each mistake once."""
    faults = faults_of(error, document.data)
    answered: set[Path_] = set()  # paths of keys that somebody will type as soon as he reads an answer
    problems: list[Problem] = []
    for fault in _independent(faults):
        if fault.kind == "extra_forbidden":
            answer = strange_key(fault.path, fault.value, document, model)
            if answer is None:
                continue
            problem, path = answer
            answered |= {path[:length] for length in range(1, len(path) + 1)}
            problems.append(problem)
    for fault in _independent(faults):
        if fault.kind == "extra_forbidden" or (fault.kind == "missing" and fault.path in answered):
            continue
        problems.append(_problem(fault, document, model))
    return list(dict.fromkeys(problems))


def not_said_twice(found: Sequence[Problem], refused: Iterable[Problem], document: Document) -> list[Problem]:
    """What `wanneer` refuses, without what the model has answered: the same place, or a rule with a wrong key in it."""
    places = {problem.place for problem in found}
    if not places:
        return list(refused)
    paths = [path for path in document.marks.keys if document.place(path, key=True) in places]
    places |= {document.place(one) for path in paths for one in (path, path[:-1])}
    return [problem for problem in refused if problem.place not in places]


def _independent(faults: Sequence[Fault]) -> Iterator[Fault]:
    """The faults that do not follow from another one."""
    for fault in faults:
        beside = [other.path for other in faults if other is not fault]
        if fault.kind == "too_short" and any(path[: len(fault.path)] == fault.path for path in beside):
            continue
        if fault.path[-1:] == ("lon",) and (*fault.path[:-1], "lat") in beside and _swapped(fault):
            continue
        yield fault


def _swapped(fault: Fault) -> bool:
    around = fault.around or {}
    return swapped(around.get("lat"), around.get("lon"))


def _problem(fault: Fault, document: Document, model: type[BaseModel]) -> Problem:
    path, value = fault.path, fault.value
    name = ".".join(str(part) for part in path if isinstance(part, str)) or "bestand"
    place = document.place(path, key=fault.of_key)
    if fault.kind == "missing":
        return _missing(path, name, document, model)
    if value == "" and path[:-1] in document.flow:
        cure = say("Schrijf iets achter '{key}:', of haal '{key}' weg.", key=path[-1])
        return Problem(document.place(path, key=True), name, say("niets achter '{key}'", key=path[-1]), "een waarde", cure, "leeg")  # fmt: skip
    if path[-1:] == ("lat",) and fault.around and _swapped(fault):
        typed = line("lat", fault.around["lon"]), line("lon", fault.around["lat"])
        return Problem(place, name, "'lat' en 'lon' zijn verwisseld", "lat is ongeveer 52, lon ongeveer 5",
                       say("Schrijf {lat}, {lon}", lat=typed[0], lon=typed[1]), "verwisseld")  # fmt: skip
    if fault.kind == "tekst":
        return Problem(place, name, shorten(value), "een tekst", _text_cure(path, value, model), fault.kind)
    if fault.wanted:
        return Problem(place, name, shorten(value), fault.wanted, fault.cure, fault.kind)
    if fault.kind in ("enum", "literal_error"):
        return Problem(place, name, shorten(value), " | ".join(fault.known), _choice_cure(fault), "keuze")
    if fault.kind in _BLOCK:
        return Problem(place, name, shorten(value), "een blok met sleutels", _block_cure(path, value, model), "blok")
    if fault.kind in ("tuple_type", "list_type"):
        return Problem(place, name, shorten(value), "een lijst", _list_cure(path, value, model), "lijst")
    if fault.kind == "too_short":
        return Problem(place, name, "een lege lijst", "minstens één", "Vul er minstens één in.", "te-weinig")
    if fault.kind == "too_long" and not isinstance(value, str):
        wanted = say("ten hoogste {number}", number=fault.most)
        return Problem(place, name, say("een lijst van {number}", number=len(value)), wanted, "Kies wat het belangrijkste is, en haal de rest weg.", "te-veel")  # fmt: skip
    if fault.kind in ("string_too_long", "too_long"):
        wanted = say("ten hoogste {number} tekens", number=fault.most)
        return Problem(place, name, say("een tekst van {number} tekens", number=len(value)), wanted, "Maak de tekst korter: zeg één ding.", "te-lang")  # fmt: skip
    return Problem(
        place, name, shorten(value), "iets anders", "Kijk in CONTRIBUTING.md hoe dit veld eruitziet.", "waarde"
    )


_BLOCK = ("model_type", "model_attributes_type", "dict_type")


def _missing(path: Path_, name: str, document: Document, model: type[BaseModel]) -> Problem:
    key = path[-1]
    place = document.place(path, key=True) if path in document.marks.keys else document.place(path[:-1])
    empty = path in document.marks.keys
    found = say("er staat niets achter '{key}'", key=key) if empty else "staat er niet"
    return Problem(place, name, found, say("de sleutel '{key}'", key=key), say("Zet de regel '{key}: …' erbij.", key=key) if not empty else say("Schrijf iets achter '{key}:'.", key=key), "ontbreekt")  # fmt: skip


def _choice_cure(fault: Fault) -> str:
    """Which of the words was meant. A key that knows only "ja" is left out where it is not so."""
    near = nearest(str(fault.value), fault.known) if isinstance(fault.value, str) else None
    if fault.known == ("ja",):
        yes = near == "ja" and not re.match(r"n", str(fault.value).lower())
        return did_you_mean("ja") if yes else "Is het niet zo, of weet je het niet? Haal de regel weg."
    return did_you_mean(near) if near else say("Kies een van deze woorden: {known}.", known=", ".join(fault.known))


def _text_cure(path: Path_, value: Any, model: type[BaseModel]) -> str:
    """One text from a list or block that was typed where a text belongs."""
    if isinstance(value, Mapping):
        if len(value) == 1 and all(isinstance(one, str) and one for one in value.values()):
            # A colon in a sentence: "Let op: neem je pas mee".
            sentence = ": ".join(next(iter(value.items())))
            return say("Schrijf {text}", text='"' + scalar(sentence).strip('"') + '"')
        if set(value) <= {"nl", "en", "ar", "tr", "uk", "fa", "ti", "fr", "es", "de"}:
            return "Schrijf alleen het Nederlands. Vertalingen staan in data/translations."
    if isinstance(value, Sequence) and value and all(isinstance(one, str) for one in value):
        text = ", ".join(value)
        key = keys_at(model, path[:-1]).get(str(path[-1]))
        if len(value) > 1 and not (key and key.prose):
            return say("Kies er één: {words}.", words=" | ".join(value[:20]))
        if len(text) <= 160:
            return say("Schrijf {text}", text=f'"{text}"' if "," in text else scalar(text))
    return "Schrijf hier één tekst, geen lijst of blok."


# A key of ours, stuck to its value or without its colon, up to the next one.
_LOOSE = r"({keys}){apart}\s*(\S.*?)(?=\s+(?:{keys})[\s:]|$)"


def _block_cure(path: Path_, value: Any, model: type[BaseModel]) -> str:
    """The block that was meant by a text or by a list."""
    models = models_at(model, path)
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    item = isinstance(path[-1], int) if path else False
    if isinstance(value, Sequence) and not isinstance(value, str):
        if value and all(isinstance(one, Mapping) for one in value):
            merged = {name: one for block in value for name, one in block.items()}
            if len(merged) == sum(len(block) for block in value):
                typed = flow(merged) if item else line(key, merged)
                return say("Haal de streepjes weg, of schrijf {line}", line=typed)
            return "Hier kan er maar één staan. Haal de andere weg."
        value = ", ".join(value) if all(isinstance(one, str) for one in value) else ""
    known = list(keys_at(model, path))
    # "elke dinsdag" and "tot 12 jaar" are sentences, not keys without a colon.
    apart = ":" if models and models[-1] in (Schedule, Ages) else r"(?::|\s)"
    loose = re.match(_LOOSE.format(keys="|".join(known), apart=apart), value) if isinstance(value, str) else None
    if loose and known:
        cure = line(loose[1], loose[2])
        return say("Zet een dubbele punt en een spatie achter '{key}': {line}", key=loose[1], line=cure)
    # A place is one of two blocks; the last is the one with an address.
    if isinstance(value, str) and models and (found := block_cure(models[-1], key, value, many=False, item=item)):
        return found
    return _example(path, model) or "Schrijf sleutels met een waarde: {sleutel: waarde}."


def _example(path: Path_, model: type[BaseModel]) -> str | None:
    """How the key at a path is written, from the table that describes it; None for an item of a list."""
    key = path[-1] if path else ""
    said = next((described(one)[key] for one in models_at(model, path[:-1]) if key in described(one)), None)
    return say("Schrijf bijvoorbeeld {line}", line=f"{key}: {said.examples[0]}") if said else None


def _list_cure(path: Path_, value: Any, model: type[BaseModel]) -> str:
    """The list that was meant by a text or by one block."""
    key = str(path[-1])
    models = models_at(model, path)
    if isinstance(value, Mapping):
        if set(value) & set(keys_at(model, path)):
            return say("Zet er een streepje voor, of schrijf {line}", line=line(key, [value]))
        rules = [rule_of_day(name, times) for name, times in value.items()]
        if key in ("open", "wanneer") and rules and all(rules):
            return say("Schrijf {line}", line=line(key, rules))
        if not models and value and all(one == "" for one in value.values()):
            return say("Schrijf {line}", line=line(key, list(value)))  # {a, b} for [a, b]
    if isinstance(value, str) and models and (found := block_cure(models[-1], key, value, many=True, item=False)):
        return found
    return (_example(path, model) if models else None) or "Schrijf [eerste, tweede], of streepjes onder elkaar."
