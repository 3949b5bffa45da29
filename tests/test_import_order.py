"""The one-way order of the program, and that it knows no host."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parent.parent / "hooks"
PACKAGE = HOOKS / "wijkgids"

# Each step imports only from the steps above it; the parts of one step do not know each other.
ORDER = (
    {"problems"},
    {"yamlfiles"},
    {"vocabulary"},
    {"schedules"},
    {"records"},
    {"occurrences"},
    {"freshness"},
    {"checks"},
    {"agenda"},
    {"texts"},
    {"views"},
    {"files"},
    {"web", "sheets", "exports"},
    {"build"},
    {"cli"},
    {"__main__"},
)
STEP = {part: number for number, step in enumerate(ORDER) for part in step}
HOSTS = {"mkdocs", "material", "mkdocs_static_i18n", "mkdocs_hooks"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """Return the part of the program a file belongs to: `schedules` for schedules/words.py."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full dotted name of every import in a file, also of those inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = path.relative_to(HOOKS).parts[: -node.level] if node.level else ()
            base = ".".join([*here, *([node.module] if node.module else [])])
            # `from wijkgids import web` names the part last, `from wijkgids.web import pages` in the middle
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def wrong_turns(path: Path) -> list[str]:
    """Return each import of a file that goes against the order."""
    part = part_of(path)
    found = []
    for line, name in imported(path):
        package, *rest = name.split(".")
        if package != "wijkgids" or not rest or rest[0] == part or rest[0] not in STEP:
            continue
        if STEP[rest[0]] >= STEP[part]:
            found.append(f"{path.relative_to(HOOKS)}:{line}: {part} imports {rest[0]}")
    return found


def test_every_part_has_its_place_in_the_order() -> None:
    assert {part_of(path) for path in modules()} - {"__init__"} <= set(STEP)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    if part_of(path) == "__init__":
        assert not list(imported(path)), "the package itself is empty: importing one part must not import all"
    else:
        assert wrong_turns(path) == []


@pytest.mark.parametrize(
    "statement",
    [
        "from wijkgids import views",
        "from wijkgids.web.pages import x",
        "import wijkgids.cli",
        "from .. import agenda",
        "from ..texts import voice",
    ],
)
def test_a_wrong_turn_is_seen(statement: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path / "wijkgids")
    monkeypatch.setattr(sys.modules[__name__], "HOOKS", tmp_path)
    path = tmp_path / "wijkgids/records/model.py"
    path.parent.mkdir(parents=True)
    path.write_text(f"def late():\n    {statement}\n")
    assert len(wrong_turns(path)) == 1


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_names_a_host(path: Path) -> None:
    assert {name.split(".")[0] for _, name in imported(path)}.isdisjoint(HOSTS)


def test_the_whole_program_loads_without_its_host() -> None:
    """Import every module in a fresh process in which mkdocs cannot be found at all."""
    names = [".".join(path.relative_to(HOOKS).with_suffix("").parts) for path in modules() if path.stem != "__main__"]
    program = (
        "import importlib, sys\n"
        f"sys.modules.update(dict.fromkeys({sorted(HOSTS)!r}))\n"  # None there makes an import fail
        f"for name in {names!r}: importlib.import_module(name.removesuffix('.__init__'))\n"
        "print(sum(name.split('.')[0] == 'wijkgids' for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= len(names)


def test_only_the_hook_imports_the_host() -> None:
    hosts = {path.name for path in HOOKS.glob("*.py") if {name.split(".")[0] for _, name in imported(path)} & HOSTS}
    assert hosts == {"mkdocs_hooks.py"}
