"""A key that may not stand where it does: another word for one of ours, one from elsewhere, a comma in a text."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from wijkgids.problems import Problem, say
from wijkgids.records.answers.blocks import block_for, rule_of_day
from wijkgids.records.answers.blocks import cure as block_cure
from wijkgids.records.answers.keys import Key, belongs, keys_at, keys_of, models_at
from wijkgids.records.answers.nearest import did_you_mean, plain
from wijkgids.records.answers.synonyms import KEYS
from wijkgids.records.answers.written import flow, line
from wijkgids.yamlfiles import Document, Path_

Answer = tuple[Problem, Path_]  # and the path of the key that was meant, () for none


def strange_key(path: Path_, value: Any, document: Document, model: type[BaseModel]) -> Answer | None:
    """The problem of a key that is not known at its place; None when the problem of another key says it."""
    above, key = path[:-1], str(path[-1])
    known = keys_at(model, above)
    if above in document.flow and value in ("", None):
        return _comma(path, known, document)
    if rule := rule_of_day(key, value):
        return _day(path, rule, known, document)
    if plain(key) in ("gratis", "free"):
        key, value = "kosten", "gratis" if plain(str(value)) not in ("nee", "no", "false") else "onbekend"
        if "kosten" in known:
            return _renamed(path, key, value, known, document)
    if name := _here(plain(key), known):
        return _renamed(path, name, value, known, document)
    near = difflib.get_close_matches(plain(key)[:80], known, 1, 0.75)
    if not near and (spot := _elsewhere(above, plain(key), model)):
        return _moved(path, spot, value, document, model)
    if near := near or difflib.get_close_matches(plain(key)[:80], known, 1, 0.6):
        return _problem(path, document, did_you_mean(near[0])), (*above, near[0])
    return _problem(path, document, say("Hier kan: {known}.", known=", ".join(sorted(known)))), ()


def _here(typed: str, known: Mapping[str, Key]) -> str | None:
    """The key of this place that was meant, by the same letters or by another word for it."""
    same = next((name for name in known if plain(name) == typed), None)
    return same or next((name for name in KEYS.get(typed, ()) if name in known), None)


def _elsewhere(above: Path_, typed: str, model: type[BaseModel]) -> tuple[str, ...] | None:
    """Where a key belongs that is not one of this place."""
    names = [typed.replace(" ", "_"), *KEYS.get(typed, ())]
    found = next((spot for name in names if (spot := belongs(model, above, name))), None)
    if found:
        return found
    close = difflib.get_close_matches(typed, [plain(name) for name in _all_names(model)], 1, 0.82)
    return belongs(model, above, close[0].replace(" ", "_")) if close else None


def _all_names(model: type[BaseModel]) -> set[str]:
    names = set(keys_at(model, ()))
    for key in keys_at(model, ()).values():
        for inner in key.models:
            names |= _all_names(inner)
    return names


def _problem(path: Path_, document: Document, cure: str, code: str = "onbekende-sleutel") -> Problem:
    key = str(path[-1])
    found = say("de sleutel '{key}' kennen we niet", key=key if len(key) <= 60 else f"{key[:57]}…")
    return Problem(document.place(path, key=True), _name(path), found, "een sleutel van hier", cure, code)


def _name(path: Path_) -> str:
    return ".".join(str(part) for part in path if isinstance(part, str))


def _renamed(path: Path_, name: str, value: Any, known: Mapping[str, Key], document: Document) -> Answer:
    """It is a key of this place under another name."""
    models = known[name].models
    cure = None
    if models and isinstance(value, str):
        cure = block_cure(models[-1], name, value, many=known[name].many, item=False)
    elif isinstance(value, str) and 0 < len(value) <= 80:
        cure = say("Schrijf {line}", line=line(name, value))
    return _problem(path, document, cure or say("Noem deze sleutel '{key}'.", key=name)), (*path[:-1], name)


def _moved(path: Path_, spot: tuple[str, ...], value: Any, document: Document, model: type[BaseModel]) -> Answer:
    """It is a key of another place: of a block below, or of one above."""
    above, target = path[:-1], spot[-1]
    here = [part for part in above if isinstance(part, str)]
    shared = next(
        (at for at, (one, other) in enumerate(zip(spot[:-1], here, strict=False)) if one != other),
        min(len(spot) - 1, len(here)),
    )
    base = _first(above, shared)
    down = spot[shared:-1]
    block, wanted = " › ".join(spot[:-1]), say("'{key}' in het blok '{block}'", key=target, block=" › ".join(spot[:-1]))
    typed = line(target, _content(_key(spot, model), value))
    if spot == ("mensen", "naam"):
        cure = "Een naam kan alleen met toestemming. Schrijf een rol, zoals mensen: [{rol: gastvrouw}]"
    elif not spot[:-1]:
        wanted = say("'{key}' bovenaan, zonder inspringen", key=target)
        cure = say("Zet deze regel niet in '{block}' maar bovenaan: {line}", block=here[0] if here else "", line=typed)
    elif base != above or not down or (*above, down[0]) in document.marks.values or _incomplete(spot, model):
        cure = say("Haal deze regel weg, en schrijf in het blok '{block}': {line}", block=block, line=typed)
    else:
        cure = say("Schrijf {line}", line=_nested(down, target, value, above, model))
    found = say("de sleutel '{key}' hoort hier niet", key=str(path[-1])[:60])
    problem = Problem(document.place(path, key=True), _name(path), found, wanted, cure, "sleutel-elders")
    return problem, (*base, *down, target)


def _key(spot: tuple[str, ...], model: type[BaseModel]) -> Key:
    return keys_at(model, spot[:-1])[spot[-1]]


def _content(key: Key, value: Any) -> Any:
    """What stands behind a key: the block that was meant by a text, where a block belongs."""
    if not key.models or not isinstance(value, str):
        return value
    found = block_for(key.models[-1], value)
    if found is None or found.key:
        return value
    return [found.block] if key.many and isinstance(found.block, Mapping) else found.block


def _incomplete(spot: tuple[str, ...], model: type[BaseModel]) -> bool:
    """Whether a block around a key needs other keys too, so that it cannot be written with this one alone."""
    for depth in range(1, len(spot)):
        blocks = [keys_of(one) for one in models_at(model, spot[:depth])]
        if all(
            any(key.required and key.name != spot[depth] for key in keys.values())
            for keys in blocks
            if spot[depth] in keys
        ):
            return True
    return False


def _first(path: Path_, count: int) -> Path_:
    """The beginning of a path, up to and with its `count`th key and the position in its list."""
    kept: list[str | int] = []
    for part in path:
        if isinstance(part, str):
            if count == 0:
                break
            count -= 1
        kept.append(part)
    return tuple(kept)


def _nested(down: tuple[str, ...], target: str, value: Any, above: Path_, model: type[BaseModel]) -> str:
    """The line with the blocks around a key."""
    block: Any = {target: _content(keys_at(model, (*above, *down))[target], value)}
    for depth in range(len(down) - 1, -1, -1):
        many = keys_at(model, (*above, *down[:depth]))[down[depth]].many
        block = {down[depth]: [block] if many else block}
    return line(down[0], block[down[0]])


def _day(path: Path_, rule: Mapping[str, Any], known: Mapping[str, Key], document: Document) -> Answer:
    """A day of the week as a key: its rule belongs under `wanneer` or `open`."""
    name = "wanneer" if "wanneer" in known else "open" if "open" in known else None
    if name is None:
        return _problem(path, document, say("Schrijf {line}", line=flow(rule))), ()
    if (*path[:-1], name) in document.marks.values:
        cure = say("Haal deze regel weg, en zet bij '{key}' erbij: {line}", key=name, line=f"- {flow(rule)}")
    else:
        cure = say("Schrijf {line}", line=line(name, [rule]))
    return _problem(path, document, cure), (*path[:-1], name)


def _comma(path: Path_, known: Mapping[str, Key], document: Document) -> Answer | None:
    """Words behind a comma between { and }: the text before it is cut in two."""
    above, key = path[:-1], str(path[-1])
    place, name = document.place(path, key=True), _name(path)
    head, colon, rest = key.partition(":")
    if colon and rest and head in known:
        cure = say("Zet een spatie achter de dubbele punt: {line}", line=line(head, rest))
        problem = Problem(
            place, name, say("geen spatie achter '{key}:'", key=head), "'sleutel: waarde'", cure, "spatie"
        )
        return problem, (*above, head)
    block = document.data
    for part in above:
        block = block[part]
    names = list(block)
    at = first = names.index(key)
    while first and block[names[first]] in ("", None) and names[first] not in known:
        first -= 1
    if at - first > 1:
        return None  # the first piece of this text has said it
    last = at
    while last + 1 < len(names) and block[names[last + 1]] in ("", None) and names[last + 1] not in known:
        last += 1
    holder = names[first]
    wanted = "tussen { en } scheidt een komma twee sleutels"
    if first == at or not isinstance(block[holder], str):
        cure = say('Zet een tekst met een komma tussen aanhalingstekens: "…, {text}".', text=key)
        return Problem(place, name, say("een komma in een tekst, vóór '{text}'", text=key), wanted, cure, "komma"), ()
    text = str(block[holder])
    for piece in names[at : last + 1]:
        number = text[-1:].isdigit() and piece[:1] in "0123456789-"  # 2,50 and 2,-
        text = f"{text},{piece}" if number else f"{text}, {piece}"
    cure = say("Zet de hele tekst tussen aanhalingstekens: {line}", line=line(holder, text))
    return Problem(place, name, say("een komma in een tekst, vóór '{text}'", text=key), wanted, cure, "komma"), ()
