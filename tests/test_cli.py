"""The command as people meet it: what they type wrongly, how it ends, and that it never falls over."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT
from guides import HEAD, SMALL
from wijkgids import cli

HOOKS = ROOT / "hooks"
ESCAPE = "\x1b"


def run(*words: str, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "wijkgids", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1", **more},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small guide that may be broken."""
    folder = tmp_path / "gids"
    shutil.copytree(SMALL, folder)
    return folder


def refused(capsys: pytest.CaptureFixture[str], *words: str, code: int = 2) -> str:
    """What is said of words that are not understood."""
    with pytest.raises(SystemExit) as stop:
        cli.main(list(words))
    said = capsys.readouterr()
    assert stop.value.code == code, said
    assert "Traceback" not in said.err
    assert said.out == ""
    return said.err


# What is typed wrongly


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ([], "Wat wil je doen? Dit kan: check, new, view, when, stale, print, explain, schema."),
        (["chek"], "De opdracht 'chek' is er niet. Bedoelde je 'check'?"),
        (["xyz"], "De opdracht 'xyz' is er niet. Dit kan: check"),
        (["show"], "'show' doet start.py zelf. Typ: python3 start.py show"),
        (["check", "--vrom", "json"], "De keuze '--vrom' is er niet. Bedoelde je '--vorm'?"),
        (["check", "--jsno"], "De keuze '--jsno' is er niet."),
        (["check", "--vorm"], "Achter '--vorm' hoort nog een woord."),
        (["check", "--vorm", "jsn"], "'jsn' kan hier niet. Bedoelde je 'json'?"),
        (["check", "--vorm", "xml"], "'xml' kan hier niet. Kies: tekst, json, github"),
        (["check", "--zonder-keren=ja"], "Achter '--zonder-keren' hoort niets met een is-teken."),
        (["check", "--today", "24-11-2026"], "'24-11-2026' is geen dag; schrijf bijvoorbeeld 2026-11-24"),
        (["check", "--today", "morgen"], "'morgen' is geen dag; schrijf bijvoorbeeld 2026-11-24"),
        (["check", "--taal", "fr"], "'fr' kan hier niet. Kies: nl, en"),
        (["check", "vrouwengroep-de-lind"], "Bedoelde je 'data/actors/lindeveld/vrouwengroep-de-linde.yml'?"),
        (["check", "LEESMIJ.md"], "Het bestand 'LEESMIJ.md' is er niet."),
        (["check", str(ROOT / "README.md")], "Een groep staat in data/actors/<wijk>/<naam>.yml."),
        (["view"], "Welke groep wil je zien?"),
        (["view", "vrouwengroep-de-lind"], "Bedoelde je 'vrouwengroep-de-linde'?"),
        (["view", "vrouwengroep-de-linde/fietsen"], "Er is: koffie-en-brieven, fietsles, vrouwenavond."),
        (["view", "vrouwengroep-de-linde", "--taal", "arr"], "Bedoelde je 'ar'?"),
        (["view", "vrouwengroep"], "Bedoelde je een van deze: vrouwengroep-de-linde, vrouwengroep-mavi, "),
        (["view", "huis", "de", "linde"], "'huis de linde' staat niet in de gids."),
        (["schema", "actor", "gids"], "'gids' is hier te veel. Staat er een spatie in?"),
        (["nieuw"], "De opdracht 'nieuw' is er niet. Bedoelde je 'new'?"),
        (["help", "wanneer"], "De opdracht 'wanneer' is er niet. Bedoelde je 'when'?"),
        (["--version"], "Begin met wat je wilt doen."),
        (["when", "vrouwengroep-de-linde", "donderdag"], "'vrouwengroep-de-linde' is een groep. Typ alleen de groep"),
        (["stale", "lindevelt"], "Bedoelde je 'lindeveld'?"),
        (["when"], "Waarvan wil je de dagen weten?"),
        (["when", "vrouwengroep-de-lind"], "Bedoelde je 'vrouwengroep-de-linde'?"),
        (["when", "dinsdag", "--keer", "veel"], "'veel' is geen getal van 1 tot en met 400"),
        (["when", "dinsdag", "--vanaf", "2026-12-01", "--tot", "2026-11-01"], "ligt voor de eerste"),
        (["when", "dinsdag", "--wijk", "lindevelt"], "Bedoelde je 'lindeveld'?"),
        (["when", "stille-kamer", "--tijd", "10:00-11:00"], "horen bij een zin, niet bij een groep"),
        (["stale", "--wijk", "Nergens"], "De wijk 'Nergens' is er niet. Er is: lindeveld, noorderwerf, torenveld."),
        (["explain", "geen-akoord"], "Bedoelde je 'geen-akkoord'?"),
        (["schema", "actr"], "Bedoelde je 'actor'?"),
        (["new", "--zonder-vragen"], "Er ontbreekt nog: --naam, --soort, --wijk, --thema, --samenvatting."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.sample
def test_what_is_not_understood_is_answered_in_dutch_with_what_was_meant(
    words: list[str], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, *words)
    assert answer in said
    assert re.search(r"Uitleg: \S.* --help\n$", said)
    assert not re.search(r"\b(usage|error|argument|invalid|expected|required|unrecognized)\b", said)


def test_a_folder_that_is_no_guide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "De map" in refused(capsys, "check", "--map", str(tmp_path / "weg"))
    assert "geen map 'data'" in refused(capsys, "check", "--map", str(tmp_path))
    (tmp_path / "data").write_text("een bestand")
    assert "geen map 'data'" in refused(capsys, "check", "--map", str(tmp_path))


def test_a_guide_without_settings_or_records_is_a_problem_not_a_fall(small: Path) -> None:
    (small / "data" / "gids.yml").unlink()
    for command in (["check"], ["view", "huis"], ["stale"], ["when", "huis"], ["new", "--vraag"]):
        done = run(*command, "--map", str(small))
        assert done.returncode in ((0, 1) if command[0] == "when" else (1,)), (command, done.stderr)
        assert "Traceback" not in done.stderr + done.stdout
        assert "struikelt" not in done.stderr
    shutil.rmtree(small / "data" / "actors")
    done = run("check", "--map", str(small))
    assert done.returncode == 1
    assert "geen enkel record" in done.stdout


@pytest.mark.parametrize(
    "typed",
    [
        "data/actors/wijk/huis.yml",
        "data\\actors\\wijk\\huis.yml",
        "./data/actors/wijk/huis.yml",
        "C:\\Users\\ik\\gids\\data\\actors\\wijk\\huis.yml",
        "huis.yml",
        "huis",
        "data/actors/wijk/h*.yml",
        "h*",
        "hu?s.yml",
        "ABSOLUUT",
    ],
)
def test_a_file_may_be_named_in_any_way(typed: str, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = str(small / "data" / "actors" / "wijk" / "huis.yml") if typed == "ABSOLUUT" else typed
    assert cli.main(["check", "--map", str(small), typed]) == 0
    said = capsys.readouterr().out
    assert "data/actors/wijk/huis.yml\n  Koffie: " in said
    assert "buurtteam" not in said


def test_a_path_from_the_folder_one_is_in(small: Path) -> None:
    done = run("check", "--map", str(small), "huis.yml", cwd=small / "data" / "actors" / "wijk")
    assert done.returncode == 0, done.stderr
    done = run("check", "--map", str(small), ".", cwd=small / "data" / "actors")
    assert done.returncode == 0, done.stderr
    assert "huis.yml" in done.stdout


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="an administrator may open everything")
def test_a_folder_that_may_not_be_opened_is_said(small: Path) -> None:
    closed = small / "data" / "actors" / "wijk"
    closed.chmod(0)
    try:
        done = run("check", "--map", str(small))
    finally:
        closed.chmod(0o755)
    assert done.returncode == 1
    assert "data/actors/wijk  de map is niet te lezen" in done.stdout


def test_the_language_of_answers(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    english = {"De opdracht '{word}' is er niet. Bedoelde je '{near}'? Dit kan: {commands}.": "No '{word}'. '{near}'?"}
    monkeypatch.setattr(cli, "catalogue", lambda language: english if language == "en" else {})
    assert refused(capsys, "chek", "--taal", "en").startswith("No 'chek'. 'check'?")
    assert refused(capsys, "--taal=en", "chek").startswith("No 'chek'. 'check'?")
    assert "Bedoelde je" in refused(capsys, "chek", "--taal", "nl")


# Help


@pytest.mark.parametrize("ask", [["--help"], ["-h"], ["help"], ["--hulp"], ["hulp"]])
def test_help_lists_the_commands_in_dutch(ask: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(ask) == 0
    said = capsys.readouterr().out
    for command in cli.COMMANDS:
        assert re.search(rf"^    {command} +\S", said, re.MULTILINE)


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_the_help_of_a_command_teaches(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert run("help", command).stdout == done.stdout
    said = done.stdout
    assert said.startswith(f"Zo typ je het:  python3 start.py {command} ")
    assert len(re.findall(rf"^  python3 start\.py {command}\b", said, re.MULTILINE)) >= 2
    assert "Uitgang: 0 = goed, 1 = er zijn fouten, 2 = de opdracht is niet begrepen." in said
    assert not re.search(r"\b(usage|options|positional|optional|show this|exit)\b", said)
    assert max(map(len, said.splitlines())) <= 120


@pytest.mark.sample
@pytest.mark.parametrize("command", [one for one in cli.COMMANDS if one not in ("new", "print")])
def test_the_examples_of_the_help_work(command: str, tmp_path: Path) -> None:
    examples = re.findall(rf"^  python3 start\.py ({command}.*)$", run(command, "--help").stdout, re.MULTILINE)
    for example in examples:
        words = [first or second for first, second in re.findall(r'"([^"]*)"|(\S+)', example.partition(" >")[0])]
        done = run(*words)
        assert done.returncode == 0, (example, done.stderr)
        assert done.stdout


# How it ends, and what reaches a terminal


def on_a_terminal(*words: str, send: bytes = b"", **more: str) -> tuple[int, str]:
    """The command on a terminal of its own: its exit code and all it wrote."""
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    environment |= {"PYTHONPATH": str(HOOKS), "PYTHONUTF8": "1", "TERM": "xterm", **more}
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(sys.executable, [sys.executable, "-m", "wijkgids", *words], environment)
    written = b""
    if send:
        os.write(terminal, send)
    while select.select([terminal], [], [], 60)[0]:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            break
        if not chunk:
            break
        written += chunk
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), written.decode("utf-8")


def test_colours_only_on_a_terminal_that_wants_them(small: Path) -> None:
    words = ("check", "--map", str(small))
    assert ESCAPE in on_a_terminal(*words)[1]
    assert ESCAPE not in on_a_terminal(*words, NO_COLOR="1")[1]
    assert ESCAPE not in on_a_terminal(*words, TERM="dumb")[1]
    assert ESCAPE not in run(*words).stdout


def test_nothing_typed_by_a_stranger_steers_a_terminal(small: Path) -> None:
    """A key, a value, a name of a file and a translation with codes in them: written out, never obeyed."""
    hostile = "\\e]0;weg\\a\\e[2J\\e[31m\\u202e\\x9b2J"
    actors = small / "data" / "actors" / "wijk"
    text = HEAD.replace("Een groep om mee te testen.", f'"Een groep {hostile}"').replace(
        "Groep De Proef", f'"Q{hostile}"'
    )
    (actors / "groep.yml").write_text(text + f'"sleutel{hostile}": x\nsoort2: "{hostile}"\n', encoding="utf-8")
    if os.name != "nt":
        (actors / "\x1b[2Jnaam.yml").write_text("naam: x\n", encoding="utf-8")
    for words in (
        ["check"],
        ["check", "--vorm", "json"],
        ["check", "--vorm", "github"],
        ["check", "\x1b[2J"],
        ["view", "groep"],
        ["when", "groep"],
        ["stale"],
        ["view", "huis\x1b[2J"],
        ["explain", "\x1b[2J"],
    ):
        done = run(*words, "--map", str(small))
        said = done.stdout + done.stderr
        assert "struikelt" not in said, (words, said)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said), (words, said)
    assert "‹U+001B›" in run("check", "--map", str(small)).stdout


def test_a_closed_pipe_ends_in_silence() -> None:
    for words in (["check"], ["explain"], ["check", "--vorm", "json"]):
        child = subprocess.Popen(
            [sys.executable, "-m", "wijkgids", *words],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == cli.BROKEN_PIPE


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are POSIX's")
def test_ctrl_c_ends_in_silence() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "wijkgids", "new", "--vraag"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(HOOKS), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    )
    assert child.stderr is not None
    said = ""
    while "Hoe noemt de groep zichzelf?" not in said:
        said += child.stderr.readline()
    time.sleep(0.3)
    child.send_signal(signal.SIGINT)
    out, rest = child.communicate(timeout=20)
    assert "Er is niets geschreven." in rest
    assert "Traceback" not in rest
    assert (child.returncode, out) == (1, "")


def test_it_says_that_it_is_busy_only_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from wijkgids.cli import terminal

    monkeypatch.setattr(terminal, "SLOW", 0.05)
    monkeypatch.delenv("TERM", raising=False)
    shown = io.StringIO()
    shown.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stderr", shown)
    out = terminal.Terminal("nl", {})
    with out.busy("Even wachten …"):
        pass
    assert "Even wachten" not in shown.getvalue()
    with out.busy("Even wachten …"):
        time.sleep(0.3)
    assert "\rEven wachten … 0 s " in shown.getvalue()
    assert shown.getvalue().endswith(" \r"), "nothing of it stays"
    monkeypatch.setenv("TERM", "dumb")
    before = shown.getvalue()
    with out.busy("Even wachten …"):
        time.sleep(0.2)
    assert shown.getvalue() == before


def test_a_mistake_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fall(*_: object) -> None:
        raise KeyError("oei")

    monkeypatch.setattr(cli.build if hasattr(cli, "build") else cli.check.build, "load", fall)
    assert cli.main(["check"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Het programma struikelt. Dat ligt niet aan jou.")
    assert "KeyError: 'oei' (test_cli.py, " in said
    assert said.count("\n") == 1
