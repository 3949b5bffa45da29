"""start.py: what it tells people, what it installs, and that it leaves nothing running."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import signal
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
START = REPOSITORY / "start.py"
LOCKS = ("run.txt", "dev.txt")


@pytest.fixture
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", START)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two locks and a .venv that has a Python, in the place of the real one."""
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(start, "PYTHON", tmp_path / ".venv/bin/python")
    for name in LOCKS:
        (tmp_path / "requirements").mkdir(exist_ok=True)
        (tmp_path / "requirements" / name).write_text(f"a==1 \\\n    --hash=sha256:0\nb==2 # {name}\n")
    start.PYTHON.parent.mkdir(parents=True)
    start.PYTHON.write_text("")
    return tmp_path


# The file itself


def test_an_old_python_can_read_it() -> None:
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(START.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_an_old_python_is_told_what_is_needed(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(start.shutil, "which", lambda name: "/usr/bin/x" if name == "python3.12" else None)
    assert start.main(["show"]) == 1
    said = capsys.readouterr().err
    assert "Python 3.11 of nieuwer nodig. Dit is Python 3.9." in said
    assert "python3.12 start.py show" in said
    assert said.isascii(), "a console without UTF-8 must be able to show it"


def test_it_works_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, START, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    for word in ("show", "test", "build", "check"):
        assert re.search(rf"^  {word} ", done.stdout, re.MULTILINE)


# Setting up


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[a-z0-9][\w.-]*==\S+", (REPOSITORY / "requirements" / lock).read_text(), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_have_a_hash_for_everything_and_no_address(lock: str) -> None:
    text = (REPOSITORY / "requirements" / lock).read_text()
    assert "://" not in text
    assert "index-url" not in text
    for package in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]:
        assert "==" in package.splitlines()[0]
        assert "--hash=sha256:" in package


def test_the_lock_for_developers_includes_the_one_for_a_run() -> None:
    assert pins("run.txt") < pins("dev.txt")


def test_the_locks_hold_what_the_project_pins() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    exact = {name for name in project["dependencies"] if "==" in name and ";" not in name}
    assert {name.split("==")[0] for name in exact} >= {"mkdocs", "mkdocs-material", "mkdocs-static-i18n"}
    assert exact <= pins("run.txt")


def test_a_stamp_makes_the_next_start_quick(start: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(start, "works", lambda python: True)
    monkeypatch.setattr(start, "install", lambda lock, count: installed.append(f"{lock.name} {count}"))
    start.set_up("run.txt")
    start.set_up("run.txt")
    assert installed == ["run.txt 2"]
    start.set_up("dev.txt")
    assert installed == ["run.txt 2", "dev.txt 2"]
    (checkout / "requirements/run.txt").write_text("a==2 --hash=sha256:1\n")
    start.set_up("run.txt")
    assert installed == ["run.txt 2", "dev.txt 2"], "the packages for developers include those of a run"
    (checkout / "requirements/dev.txt").write_text("a==2 --hash=sha256:1\n")
    start.set_up("run.txt")
    assert installed[-1] == "run.txt 1"


def test_an_installation_cut_short_is_done_again(
    start: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(lock: Path, count: int) -> None:
        raise start.Trouble("geen internet")

    monkeypatch.setattr(start, "works", lambda python: True)
    monkeypatch.setattr(start, "install", fail)
    start.stamp("run.txt").write_text("of an older lock")
    with pytest.raises(start.Trouble):
        start.set_up("run.txt")
    assert not start.is_set_up("run.txt")
    assert not start.stamp("run.txt").exists()


def test_the_stamp_knows_lock_python_and_place(
    start: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = checkout / "requirements/run.txt"
    seen = {start.fingerprint(lock)}
    monkeypatch.setattr(start.sys, "version", "3.99")
    seen.add(start.fingerprint(lock))
    monkeypatch.setattr(start, "ROOT", checkout / "elsewhere")
    seen.add(start.fingerprint(lock))
    lock.write_text("a==3")
    seen.add(start.fingerprint(lock))
    assert len(seen) == 4


def test_pip_must_prove_every_wheel(start: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def follow(command: list[str], surroundings: dict[str, str], hear: Callable[[str], None]) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(start, "follow", follow)
    start.install(checkout / "requirements/run.txt", 2)
    assert {"--require-hashes", "--only-binary", ":all:"} <= set(commands[0])


@pytest.mark.parametrize(
    ("output", "help_"),
    [
        ("WARNING: Retrying ... NewConnectionError('...'): Temporary failure in name resolution", "geen internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "niet wat het moet zijn"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "schijf is vol"),
        ("ERROR: No matching distribution found for typst==0.15.2", "een andere Python"),
        ("iets anders", "Haal de map .venv weg"),
    ],
)
def test_a_failed_installation_says_what_to_do(start: ModuleType, output: str, help_: str) -> None:
    assert help_ in start.install_help(["Collecting a", output])


def test_a_python_without_venv_names_the_package(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(start.Trouble, match=r"sudo apt install python3\.\d+-venv"):
        start.make_venv()


# Running


def test_a_day_sets_the_clock_of_a_build(start: ModuleType) -> None:
    assert start.on_day(None) == {}
    assert start.on_day(date(2026, 11, 24)) == {"WIJKGIDS_TODAY": "2026-11-24", "SOURCE_DATE_EPOCH": "1795478400"}


def test_a_day_that_is_none_is_refused(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        start.main(["build", "--today", "24-11-2026"])
    assert stopped.value.code == 2
    assert "'24-11-2026' is geen dag" in capsys.readouterr().err


def test_commands_find_our_package_and_only_ours(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    surroundings = start.environment({"A": "b"})
    assert surroundings["PYTHONPATH"] == str(REPOSITORY / "hooks")
    assert "PYTHONHOME" not in surroundings
    assert (surroundings["NO_MKDOCS_2_WARNING"], surroundings["PYTHONUTF8"], surroundings["A"]) == ("1", "1", "b")


def test_a_busy_port_is_passed_over(start: ModuleType) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        assert start.free_port("127.0.0.1", port) > port


def test_what_mkdocs_says_comes_out_in_dutch(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        "INFO    -  mkdocs_static_i18n: Building 'ar' documentation to directory: site/ar",
        "ERROR   -  data/actors/x/y.yml:12:9  tijd  '10-12'",
        "  Schrijf 10:00-12:00.",
        "Aborted with a BuildError!",
        "INFO    -  [12:00:00] Serving on http://127.0.0.1:8001/",
    ]

    def follow(command: list[str], surroundings: dict[str, str], hear: Callable[[str], None]) -> int:
        for line in lines:
            hear(line)
        return 1

    monkeypatch.setattr(start, "follow", follow)
    assert start.mkdocs(["build"], {}) == 1
    said = capsys.readouterr().out
    assert "static_i18n" not in said
    assert "data/actors/x/y.yml:12:9  tijd  '10-12'\n  Schrijf 10:00-12:00.\n" in said
    assert "ERROR" not in said
    assert "De site die er stond, is niet veranderd." in said
    assert "De gids staat klaar:  http://127.0.0.1:8001/" in said


def test_every_check_runs_and_one_failure_fails_all(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[str] = []

    def call(command: list[str], **_: object) -> int:
        commands.append(" ".join(command[2:]))
        return 1 if "mypy" in command else 0

    monkeypatch.setattr(start, "set_up", lambda lock: commands.append(lock))
    monkeypatch.setattr(start, "subprocess", SimpleNamespace(call=call))
    assert start.test(["-k", "kalender"]) == 1
    assert commands == [
        "dev.txt",
        "ruff check .",
        "ruff format --check .",
        "mypy",
        "wijkgids check --zonder-keren",
        "pytest -k kalender",
    ]
    summary = capsys.readouterr().out.partition("── samen")[2]
    assert re.findall(r"goed|FOUT", summary) == ["goed", "goed", "FOUT", "goed", "goed"]


def test_other_words_go_to_the_program(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[str] = []
    monkeypatch.setattr(start, "set_up", lambda lock: commands.append(lock))
    monkeypatch.setattr(start.subprocess, "call", lambda command, **_: commands.append(" ".join(command[2:])) or 3)
    assert start.main(["check", "--today", "2026-11-24"]) == 3
    assert commands == ["run.txt", "wijkgids check --today 2026-11-24"]


def test_lines_are_heard_as_they_come(start: ModuleType) -> None:
    heard: list[str] = []
    program = "import sys; print('één'); sys.exit(4)"
    code = start.follow([sys.executable, "-c", program], {**os.environ, "PYTHONUTF8": "1"}, heard.append)
    assert (heard, code) == (["één"], 4)


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are POSIX's; Windows ends the whole group")
@pytest.mark.parametrize("polite", [signal.SIGINT, signal.SIGTERM])
def test_stopping_ends_what_was_started(tmp_path: Path, polite: signal.Signals) -> None:
    """The child tidies up first, also when the shell that started us ignores Ctrl-C (as it does after `&`)."""
    tidy = tmp_path / "tidy"
    child = f"""
import time
try:
    print("begonnen", flush=True)
    time.sleep(60)
finally:
    open({str(tidy)!r}, "w").close()
"""
    program = f"""
import importlib.util, os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
spec = importlib.util.spec_from_file_location("start", {str(START)!r})
start = importlib.util.module_from_spec(spec)
spec.loader.exec_module(start)
start.set_up = lambda lock: None
start.mkdocs = lambda words, more: start.follow([sys.executable, "-c", {child!r}], dict(os.environ), start.say)
sys.exit(start.main(["show"]))
"""
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    while "begonnen" not in running.stdout.readline():
        assert running.poll() is None
    begin = time.monotonic()
    running.send_signal(polite)
    rest, _ = running.communicate(timeout=20)
    assert "Gestopt." in rest
    assert running.returncode == 0
    assert tidy.exists()
    assert time.monotonic() - begin < 8
