"""Every Dutch sentence that the program says to who types: what must have its English in problems/en.po.

Sentences are made in many places and end in a few: in `say`, in a parameter or field called found, wanted or cure, and in
what writes to the terminal. So each is followed back from there, through names, tables and functions, to where it was
written down.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgids import ROOT, sources
from source import ANY, EACH, Function, Program, Steps, called, key
from wijkgids import vocabulary
from wijkgids.cli import explain
from wijkgids.problems import Weight
from wijkgids.problems.explain import sentences

PACKAGE = ROOT / "hooks"
# The fields and parameters whose texts people read.
READ = frozenset({"found", "wanted", "cure"})
# What is called with a sentence, and the first place where one stands: by its name, or as a method of a terminal.
TOLD = {"say": 0, "translated": 0, "Paint": 1}
TOLD_TO_A_TERMINAL = {"words": 0, "busy": 0, "line": 0, "complain": 0}


class Found(NamedTuple):
    """A text with the file and line where it is written. `made`: by an f-string, `+`, `%` or `format`."""

    text: str
    path: str
    line: int
    made: bool = False


class Search:
    """Follows sentences back to where they are written."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.found: set[Found] = set()
        self.seen: set[tuple[ast.AST, object]] = set()
        for call in [call for some in program.calls.values() for call in some]:
            self._told(call)
        for classes in list(program.classes.values()):
            for one in classes:
                self._fields(one)
        for functions in list(program.functions.values()):
            for function in functions:
                for name in READ & {one.arg for one in (*function.args.args, *function.args.kwonlyargs)}:
                    self.parameter(function, name)

    def _told(self, call: ast.Call) -> None:
        """What is called to say something, by its name. `voice.say` is for pages, with a catalogue of its own."""
        name = called(call)
        if isinstance(call.func, ast.Attribute):
            at_terminal = name in TOLD_TO_A_TERMINAL and "cli" in self.program.file[self.program.module(call)].parts
            for argument in call.args if at_terminal else ():
                self.follow(argument)
        elif name in TOLD and self.program.origin(call).startswith(
            "wijkgids.problems" if name != "Paint" else "wijkgids.cli"
        ):
            self.follow(call.args[TOLD[name]])

    def _fields(self, owner: ast.ClassDef) -> None:
        """The fields of a class that people read, at each place where one is made."""
        fields = [
            one.target.id for one in owner.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
        ]
        for position, name in enumerate(fields):
            if name in READ:
                for call in self.program.calls_of(owner.name, owner):
                    self._argument(call, position, name)
        for one in owner.body:
            if isinstance(one, ast.FunctionDef) and one.name == "__init__":
                for name in READ & {argument.arg for argument in one.args.args}:
                    self.parameter(one, name)

    def parameter(self, function: Function, name: str, steps: Steps = ()) -> None:
        """What a parameter can be: its default, and what callers give."""
        if (function, (name, steps)) in self.seen:
            return
        self.seen.add((function, (name, steps)))
        names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
        defaults = dict(zip(names[::-1], function.args.defaults[::-1], strict=False))
        defaults |= {
            one.arg: value
            for one, value in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
            if value
        }
        if name in defaults:
            self.follow(defaults[name], steps)
        if not isinstance(function, ast.FunctionDef):
            return
        around = self.program.parent[function]
        if isinstance(around, ast.ClassDef) and names[:1] in (["self"], ["cls"]):
            names = names[1:]
        title = around.name if isinstance(around, ast.ClassDef) and function.name == "__init__" else function.name
        at = names.index(name) if name in names else None
        for call in self.program.calls_of(title, function):
            self._argument(call, at, name, steps)

    def _argument(self, call: ast.Call, at: int | None, name: str, steps: Steps = ()) -> None:
        for keyword in call.keywords:
            if keyword.arg == name:
                self.follow(keyword.value, steps)
        if (
            at is not None
            and at < len(call.args)
            and not any(isinstance(one, ast.Starred) for one in call.args[: at + 1])
        ):
            self.follow(call.args[at], steps)

    def follow(self, node: ast.expr, steps: Steps = ()) -> None:
        """All that an expression can be, after these steps into it."""
        if (node, steps) in self.seen or len(steps) > 4:
            return
        self.seen.add((node, steps))
        match node:
            case ast.Constant(value=str() as text) if not steps:
                self._text(node, text)
            case ast.JoinedStr(values=values) if not steps:
                fixed = "…".join(
                    one.value for one in values if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )
                self._text(node, fixed, made=True)
            case ast.BinOp(op=ast.Add() | ast.Mod(), left=left, right=right) if not steps:
                for text in (*_written(left), *_written(right)):
                    self._text(node, text, made=True)
            case ast.IfExp(body=body, orelse=orelse):
                self.follow(body, steps)
                self.follow(orelse, steps)
            case ast.BoolOp(values=values):
                for one in values:
                    self.follow(one, steps)
            case ast.NamedExpr(value=value) | ast.Starred(value=value):
                self.follow(value, steps)
            case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
                self._items(items, steps)
            case ast.Dict(values=values) if steps:
                for name, value in zip(node.keys, values, strict=True):
                    if name is None:
                        self.follow(value, steps)
                    elif steps[0] in (ANY, key(name)):
                        self.follow(value, steps[1:])
            case ast.ListComp() | ast.GeneratorExp() | ast.SetComp() if steps:
                self.follow(node.elt, steps[1:])
            case ast.DictComp() if steps:
                self.follow(node.value, steps[1:])
            case ast.Subscript(value=value, slice=ast.Constant(value=int() as at)):
                self.follow(value, (at, *steps))
            case ast.Subscript(value=value, slice=at):
                self.follow(value, (key(at), *steps))
            case ast.Name():
                self._name(node, steps)
            case ast.Call():
                self._call(node, steps)

    def _text(self, node: ast.expr, text: str, *, made: bool = False) -> None:
        if any(sign.isalpha() for sign in text):
            self.found.add(Found(text, *self.program.place(node), made))

    def _items(self, items: list[ast.expr], steps: Steps) -> None:
        match steps:
            case (int() as at, *_):
                inside = items[at : at + 1]
            case (str() as each, *_) if each in (EACH, ANY):
                inside = items
            case _:
                return
        for one in inside:
            self.follow(one, steps[1:])

    def _name(self, node: ast.Name, steps: Steps) -> None:
        """A name: what it was made in the function, else around it, else where it is imported from."""
        scope, name = self.program.scope(node), node.id
        while True:
            if isinstance(scope, (ast.FunctionDef, ast.Lambda)):
                arguments = scope.args
                if name in {one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}:
                    self.parameter(scope, name, steps)
                    if (scope, name) not in self.program.bindings:
                        return
            if self._bound(scope, name, steps) or isinstance(scope, ast.Module):
                return
            scope = self.program.scope(scope)

    def _bound(self, scope: ast.AST, name: str, steps: Steps) -> bool:
        program = self.program
        for binding in program.bindings.get((scope, name), ()):
            self.follow(binding.value, (*binding.steps, *steps))
        if (scope, name) in program.imports:
            module, original = program.imports[scope, name]
            if module in program.modules:
                self._bound(program.modules[module], original, steps)
            return True
        return (scope, name) in program.bindings

    def _call(self, node: ast.Call, steps: Steps) -> None:
        """What a call gives: an item of a table, a text of `format`, an instance, or what a function of ours returns."""
        name = called(node)
        match node.func:
            case ast.Attribute(value=value, attr="get"):
                self.follow(value, (key(node.args[0]), *steps))
                for default in node.args[1:]:
                    self.follow(default, steps)
                return
            case ast.Attribute(value=value, attr="items" | "values"):
                self.follow(value, (ANY, *steps[2 if node.func.attr == "items" else 1 :]))
                return
            case ast.Attribute(value=value, attr="fromkeys") if len(node.args) == 2:
                self.follow(node.args[1], steps[1:])
                return
            case ast.Attribute(value=value, attr="format" | "join" | "lower" | "capitalize"):
                for text in _written(value):
                    self._text(node, text, made=True)
                if list(_written(value)) == [" "]:  # put on one line; what is joined by a comma is typed data
                    self.follow(node.args[0], (EACH, *steps))
                return
            case ast.Attribute(value=value, attr="replace" | "strip" | "split"):
                self.follow(value, steps[1:] if node.func.attr == "split" else steps)
                return
        if name == "say":
            return  # it is its own place where a sentence is told
        if hasattr(builtins, name):
            if name == "next":
                for one, inside in zip(node.args, ((EACH, *steps), steps), strict=False):
                    self.follow(one, inside)
            elif name in ("tuple", "list", "sorted", "reversed", "iter", "str", "frozenset", "set"):
                for one in node.args[:1]:
                    self.follow(one, steps)
            return
        for owner in self.program.classes[name]:
            fields = [one for one in owner.body if isinstance(one, ast.AnnAssign)]
            if steps and isinstance(steps[0], int) and steps[0] < len(fields):
                self._argument(node, steps[0], getattr(fields[steps[0]].target, "id", ""), steps[1:])
        here = self.program.module(node)
        functions = [one for one in self.program.functions[name] if self.program.can_be(node, one)]
        for function in [one for one in functions if self.program.module(one) is here] or functions:
            for given in _given(function):
                if isinstance(given, ast.Return) and given.value:
                    self.follow(given.value, steps)
                elif isinstance(given, ast.Yield) and given.value and steps:
                    self.follow(given.value, steps[1:])


def _given(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """What a function returns and yields, without what functions inside it do."""
    todo: list[ast.AST] = [*function.body]
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.Return, ast.Yield)):
            yield node
        if not isinstance(node, (ast.FunctionDef, ast.Lambda, ast.ClassDef)):
            todo += ast.iter_child_nodes(node)


def _written(node: ast.expr) -> Iterator[str]:
    """The texts in one side of `+` and `%`, or before `.format`."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.JoinedStr(values=values):
            yield from (one.value for one in values if isinstance(one, ast.Constant) and isinstance(one.value, str))
        case ast.BinOp(left=left, right=right):
            yield from (*_written(left), *_written(right))
        case ast.Call(func=ast.Name(id="say"), args=[first, *_]):
            yield from _written(first)


@cache
def written() -> frozenset[Found]:
    """Each sentence in the source with its place, those among them that are made of pieces too."""
    names = {path: ".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in sources()}
    return frozenset(Search(Program({name.removesuffix(".__init__"): path for path, name in names.items()})).found)


def pieces() -> list[Found]:
    """The sentences that are made of pieces, and so cannot be said in another language."""
    return sorted(found for found in written() if found.made)


def msgids() -> dict[str, str]:
    """Each Dutch sentence with the place where it is written, or the table that it is in."""
    found = {one.text: f"{one.path}:{one.line}" for one in sorted(written(), reverse=True) if not one.made}
    found |= dict.fromkeys((weight.value for weight in Weight), "Weight")
    found |= dict.fromkeys(sentences(), "codes.yml")
    words, _ = vocabulary.load()
    found |= dict.fromkeys((term.why for term in words.wording.values()), "wording.yml")
    known = explain.known().values()
    return found | dict.fromkeys((text for one in known for text in (one.what, one.why) if text), "explain.known")
