"""Every Dutch text that the program says: from its source, its templates, its vocabulary and its tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from wijkgids import vocabulary
from wijkgids.texts import schedule
from wijkgids.texts.catalogues import in_context

ROOT = Path(__file__).resolve().parent.parent
SAYING = {"say", "word"}
_CALL = re.compile(r"""\b(?:_|word)\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
_MANY = re.compile(r"""\bmany\(\s*"([^"]*)",\s*"([^"]*)\"""")


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be: a literal, one of two, or a value of a dict that is looked up in place."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)
        case ast.Subscript(value=ast.Dict(values=values)):
            for value in values:
                yield from literals(value)
        case ast.Call(func=ast.Attribute(value=ast.Dict(values=values), attr="get"), args=[_, *others]):
            for value in (*values, *others):
                yield from literals(value)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """The calls of a source file by the name of what is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name)):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id, node


def sources() -> list[Path]:
    return sorted((ROOT / "hooks" / "wijkgids").rglob("*.py"))


def templates() -> list[Path]:
    return sorted((ROOT / "overrides" / "gids").rglob("*.html"))


def texts() -> dict[str, str]:
    """Each msgid with where it is said."""
    found: dict[str, str] = {}
    for path in sources():
        for name, call in calls(path):
            # `voice.say(…)` is for pages; a bare `say(…)` is a message of wijkgids.problems, with a catalogue of its own.
            if name in SAYING and call.args and isinstance(call.func, ast.Attribute):
                found |= dict.fromkeys(literals(call.args[0]), path.name)
    for path in templates():
        found |= {match[1] or match[2]: path.name for match in _CALL.finditer(path.read_text(encoding="utf-8"))}
    words, _ = vocabulary.load()
    found |= dict.fromkeys(words.msgids(), "vocabulary")
    found |= dict.fromkeys(schedule.msgids(), "schedule.py")
    found |= {in_context("taal", language.name): "languages.yml" for language in words.languages.values()}
    return found


def plurals() -> dict[str, str]:
    """Each singular with its plural."""
    found: dict[str, str] = {}
    for path in sources():
        for name, call in calls(path):
            if name == "many" and len(call.args) >= 2:
                one, more = (list(literals(argument)) for argument in call.args[:2])
                found |= dict(zip(one, more, strict=True))
    for path in templates():
        found |= {match[1]: match[2] for match in _MANY.finditer(path.read_text(encoding="utf-8"))}
    return found
