"""The source of the package as one thing: who stands in what, what each name can be, who calls whom."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeAlias

from msgids import ROOT

Function: TypeAlias = ast.FunctionDef | ast.Lambda
_SCOPES = (ast.FunctionDef, ast.Lambda, ast.Module)
# A step into what stands somewhere: each item of a list, any value of a mapping. A number is the item at that place, a
# text between quotes the value of that key.
EACH, ANY = "each", "any"
Steps: TypeAlias = tuple[str | int, ...]


class Binding(NamedTuple):
    """A name gets what `value` is, after these steps into it."""

    value: ast.expr
    steps: Steps


class Program:
    """The files of a program, read once."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Read the files, by the names of their modules."""
        self.parent: dict[ast.AST, ast.AST] = {}
        self.file: dict[ast.Module, Path] = {}
        self.modules: dict[str, ast.Module] = {}
        self.functions: dict[str, list[ast.FunctionDef]] = defaultdict(list)
        self.classes: dict[str, list[ast.ClassDef]] = defaultdict(list)
        self.calls: dict[str, list[ast.Call]] = defaultdict(list)
        self.defined: dict[ast.Module, set[str]] = defaultdict(set)  # functions and methods by their name
        self.used: dict[ast.Module, set[str]] = defaultdict(set)  # the modules that a module imports from
        self.bindings: dict[tuple[ast.AST, str], list[Binding]] = defaultdict(list)
        self.imports: dict[tuple[ast.AST, str], tuple[str, str]] = {}
        for name, path in files.items():
            tree = ast.parse(path.read_text(encoding="utf-8"))
            self.file[tree], self.modules[name] = path, tree
            for node in ast.walk(tree):
                self.parent |= dict.fromkeys(ast.iter_child_nodes(node), node)
            for node in ast.walk(tree):
                self._read(node, name if path.name == "__init__.py" else name.rpartition(".")[0])

    def _read(self, node: ast.AST, package: str) -> None:
        match node:
            case ast.FunctionDef():
                self.functions[node.name].append(node)
                self.defined[self.module(node)].add(node.name)
            case ast.ClassDef():
                self.classes[node.name].append(node)
            case ast.Call():
                self.calls[called(node)].append(node)
            case ast.ImportFrom():
                above = package.rsplit(".", node.level - 1)[0] if node.level else ""
                module = ".".join(filter(None, (above, node.module)))
                for one in node.names:
                    self.imports[self.scope(node), one.asname or one.name] = module, one.name
                    self.used[self.module(node)].add(module)
            case ast.Assign():
                for target in node.targets:
                    self._bind(target, node.value, ())
            case ast.AnnAssign(value=ast.expr()) | ast.NamedExpr() | ast.AugAssign():
                assert node.value
                self._bind(node.target, node.value, ())
            case ast.For() | ast.comprehension():
                self._bind(node.target, node.iter, (EACH,))

    def _bind(self, target: ast.expr, value: ast.expr, steps: Steps) -> None:
        if isinstance(target, ast.Name):
            self.bindings[self.scope(target), target.id].append(Binding(value, steps))
        elif isinstance(target, (ast.Tuple, ast.List)):
            for at, one in enumerate(target.elts):
                self._bind(one, value, (*steps, at))

    def scope(self, node: ast.AST) -> ast.AST:
        """The function or module that a node stands in."""
        node = self.parent.get(node, node)
        while not isinstance(node, _SCOPES):
            node = self.parent[node]
        return node

    def module(self, node: ast.AST) -> ast.Module:
        """The module that a node stands in."""
        while not isinstance(node, ast.Module):
            node = self.parent[node]
        return node

    def origin(self, call: ast.Call) -> str:
        """The module that what is called comes from; "" when it is no import."""
        scope: ast.AST = call
        while not isinstance(scope, ast.Module):
            scope = self.scope(scope)
            if (scope, called(call)) in self.imports:
                return self.imports[scope, called(call)][0]
        return ""

    def calls_of(self, name: str, owner: ast.AST) -> Iterator[ast.Call]:
        """The calls of what is defined as `name`: by a module's own, else by one that it imports from, else by any."""
        here = self.module(owner)
        for call in self.calls[name]:
            there = self.module(call)
            near = [there, *(self.modules[one] for one in self.used[there] if one in self.modules)]
            meant = [one for one in near if name in self.defined[one]]
            meant = [there] if there in meant else meant
            if (not meant or here in meant) and self.can_be(call, owner):
                yield call

    def can_be(self, call: ast.Call, owner: ast.AST) -> bool:
        """Whether a call can be of this definition: a method is called on something, a function on a module or nothing."""
        method = (
            isinstance(owner, ast.FunctionDef)
            and owner.name != "__init__"
            and isinstance(self.parent[owner], ast.ClassDef)
        )
        if isinstance(call.func, ast.Attribute):
            on = call.func.value
            return method or (isinstance(on, ast.Name) and (self.module(call), on.id) in self.imports)
        return not method

    def place(self, node: ast.expr) -> tuple[str, int]:
        """The file and line of a node."""
        return self.file[self.module(node)].as_posix().removeprefix(f"{ROOT.as_posix()}/"), node.lineno


def called(call: ast.Call) -> str:
    """The name of what is called, without what it is called on."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def key(node: ast.expr) -> str:
    """The step of an index: a key that is written out, or any."""
    return repr(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ANY
