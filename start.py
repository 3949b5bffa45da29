#!/usr/bin/env python3
"""Set up the guide on this machine and run it: `python3 start.py show`, `python3 start.py test`.

Standard library only. The syntax stays that of Python 3.6, so that an older Python reaches the sentence that says
what is needed instead of a syntax error.
"""

import argparse
import calendar
import contextlib
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Optional, Tuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NEEDED = (3, 11)

HELP = """De wijkgids. Gebruik: python3 start.py WOORD        (Windows: py start.py WOORD)

  show    maakt de gids en laat hem zien op je eigen computer   [--port 8000] [--host 127.0.0.1] [--today JJJJ-MM-DD]
  test    controleert alles: stijl, types, gegevens, alle tests [woorden voor pytest]
  build   maakt de site in de map site/                         [--today JJJJ-MM-DD]

  check   kijkt de gegevens in data/ na                         [bestanden]
  new     schrijft een nieuwe groep op: je krijgt vragen
  view    laat een groep zien zoals een bezoeker hem ziet       groep [--taal ar]
  when    zegt op welke dagen iets is                           groep, of een zin als "elke dinsdag 10:00-12:00"
  stale   zegt wat je deze maand moet bellen of bezoeken
  print   maakt de week van een huis of wijk als PDF            huis
  explain legt uit wat de code achter een fout betekent         code
  schema  geeft de vorm van een record, voor je editor

Uitleg bij één woord: python3 start.py check --help
De eerste keer haalt dit de onderdelen op (internet nodig). Daarna start het in een tel.
In English: show = build and serve, test = run all checks, build = make site/, check = check the records;
messages in English: python3 start.py check --taal en"""

# What MkDocs says (in English, for every language anew) -> what we say. Other lines of its log level INFO are left out.
MKDOCS_SAYS = [
    (
        r"Serving on (\S+)",
        (
            "\nDe gids staat klaar:  {0}\n\nLaat dit venster open. Verander je iets, dan ververst de pagina vanzelf.\n"
            "Stoppen: Ctrl-C.\n"
        ),
    ),
    (r"Detected file changes", "Ik zie een wijziging. De gids wordt opnieuw gemaakt …"),
    (r"Reloading browsers", "Klaar. Kijk in je browser."),
    (r"Aborted with a BuildError!", "\nDe gids is niet gemaakt. De site die er stond, is niet veranderd."),
    (r"Aborted with .* in strict mode!", "\nDe gids is niet goed: los eerst op wat hierboven staat."),
]


class Trouble(Exception):
    """Something a person can mend; the text says how."""


def main(words: List[str]) -> int:
    """Run one word; return the exit code: 0 when all is well."""
    if hasattr(sys.stdout, "reconfigure"):  # a Windows console may not know … and é
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info[:2] < NEEDED:
        print(too_old(), file=sys.stderr)
        return 1
    if not words or words[0] in ("-h", "--help"):
        print(HELP)
        return 0 if words else 2
    word, rest = words[0], words[1:]
    try:
        with one_way_to_stop():
            return {"show": show, "test": test, "build": build}.get(word, lambda _: program(words))(rest)
    except Trouble as trouble:
        say("\n" + str(trouble))
        return 1
    except KeyboardInterrupt:
        say("\nGestopt.")
        return 0 if word == "show" else 130


def show(words: List[str]) -> int:
    """Build the guide and serve it; an edit in data/, docs/ or overrides/ is seen at once."""
    options = argparse.ArgumentParser(prog="start.py show")
    options.add_argument("--port", type=int, default=8000)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--today", type=day)
    chosen = options.parse_args(words)
    set_up("run.txt")
    port = free_port(chosen.host, chosen.port)
    if port != chosen.port:
        say("Poort {} is al bezet. Ik neem {}.".format(chosen.port, port))
    say("De gids wordt gemaakt …")
    address = "{}:{}".format(chosen.host, port)
    return mkdocs(["serve", "--dev-addr", address], on_day(chosen.today))


def build(words: List[str]) -> int:
    """Make the site in site/; any problem or warning fails."""
    options = argparse.ArgumentParser(prog="start.py build")
    options.add_argument("--today", type=day)
    chosen, rest = options.parse_known_args(words)
    set_up("run.txt")
    say("De gids wordt gemaakt …")
    begin = time.monotonic()
    code = mkdocs(["build", "--strict", *rest], on_day(chosen.today))
    if code == 0:
        say("Klaar in {}. Open site/index.html, of zet de map site/ op internet.".format(seconds(begin)))
    return code


def test(words: List[str]) -> int:
    """Run every check, also after one failed, and sum up."""
    set_up("dev.txt")
    steps = [
        ("stijl", ["ruff", "check", "."]),
        ("opmaak", ["ruff", "format", "--check", "."]),
        ("types", ["mypy"]),
        ("gegevens", ["wijkgids", "check", "--zonder-keren"]),
        ("tests", ["pytest", *(words or ["-n", "auto", "--dist", "loadfile"])]),  # a file of tests stays on one core
    ]
    results: List[Tuple[str, int, str]] = []
    for name, command in steps:
        say("\n── {}: {}".format(name, " ".join(command)))
        begin = time.monotonic()
        code = subprocess.call([str(PYTHON), "-m", *command], cwd=str(ROOT), env=environment())
        results.append((name, code, seconds(begin)))
    say("\n── samen")
    for name, code, took in results:
        say("  {:<10}{:<8}{:>8}".format(name, "goed" if code == 0 else "FOUT", took))
    return 0 if all(code == 0 for _, code, _ in results) else 1


def program(words: List[str]) -> int:
    """Pass any other word on to the program, which reads paths from the folder that people are in.

    What lies in that folder is no part of the program: Python does not look there for modules.
    """
    set_up("run.txt")
    return subprocess.call([str(PYTHON), "-m", "wijkgids", *words], env=environment({"PYTHONSAFEPATH": "1"}))


# Setting up


def set_up(lock_name: str) -> None:
    """Make .venv and install the locked packages, unless the stamp in it says that this was done already."""
    lock = ROOT / "requirements" / lock_name
    if is_set_up(lock_name):
        return
    begin = time.monotonic()
    if not works(PYTHON):
        make_venv()
    if stamp(lock_name).exists():
        stamp(lock_name).unlink()
    wanted = re.findall(r"^[A-Za-z0-9]\S*==", lock.read_text(encoding="utf-8"), re.MULTILINE)
    say("Onderdelen ophalen en installeren ({} stuks, alleen in de map .venv) …".format(len(wanted)))
    install(lock, len(wanted))
    stamp(lock_name).write_text(fingerprint(lock), encoding="utf-8")
    say("Klaar met installeren in {}. De volgende keer hoeft dit niet.".format(seconds(begin)))


def is_set_up(lock_name: str) -> bool:
    """Whether these packages stand in .venv; those for developers (dev.txt) include those of a run."""
    for name in (lock_name, "dev.txt"):
        wanted = fingerprint(ROOT / "requirements" / name)
        if PYTHON.exists() and stamp(name).exists() and stamp(name).read_text(encoding="utf-8") == wanted:
            return True
    return False


def stamp(lock_name: str) -> Path:
    return VENV / (lock_name + ".stamp")


def fingerprint(lock: Path) -> str:
    """Change with the lock, with Python and with the place of the folder: a moved .venv is broken."""
    return hashlib.sha256(lock.read_bytes() + (sys.version + str(ROOT)).encode()).hexdigest()


def works(python: Path) -> bool:
    """Whether this Python of .venv runs, has pip and is of the version that runs us."""
    ask = "import sys, pip; sys.exit(sys.version_info[:2] != {})".format(sys.version_info[:2])
    try:
        return subprocess.call([str(python), "-c", ask], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_venv() -> None:
    say("Een eigen omgeving maken in .venv …")
    try:
        import ensurepip  # noqa: F401  # Debian and Ubuntu take it out of Python; venv fails without a clear word
        import venv  # noqa: F401
    except ImportError:
        raise Trouble(no_venv()) from None
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if made.returncode != 0 or not works(PYTHON):
        raise Trouble("{}\n\n{}".format(made.stdout.decode(errors="replace").strip(), no_venv()))


def install(lock: Path, count: int) -> None:
    """Install exactly what the lock says: every wheel is held against its hash, and nothing is compiled here."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    command += ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    output: List[str] = []
    collected: List[str] = []

    def hear(line: str) -> None:
        output.append(line)
        if line.startswith(("Collecting ", "Processing ", "Requirement already satisfied")):
            collected.append(line)
            if sys.stdout.isatty():
                print("\r  {} van {} ".format(min(len(collected), count), count), end="", flush=True)

    code = follow(command, environment(), hear)
    if sys.stdout.isatty():
        print("\r", end="")
    if code != 0:
        raise Trouble("{}\n\nHet installeren is niet gelukt. {}".format("\n".join(output[-12:]), install_help(output)))


def install_help(output: List[str]) -> str:
    """Return what a person can do about a failed pip, read off what it said."""
    log = "\n".join(output)
    if re.search(
        r"NewConnectionError|ConnectionError|Temporary failure|Max retries|timed out|ProxyError|getaddrinfo", log
    ):
        return (
            "Er is geen internet, of een muur houdt het tegen.\nDe eerste keer is internet nodig. Probeer het opnieuw."
        )
    if "DO NOT MATCH THE HASHES" in log:
        return "Een onderdeel is niet wat het moet zijn. Installeer niets met de hand en meld dit aan de makers."
    if "No space left" in log:
        return "De schijf is vol. Er is ongeveer 900 MB nodig."
    if "No matching distribution" in log or "from versions: none" in log:
        here = "deze computer of Python {}.{}".format(*sys.version_info[:2])
        return "Voor {} bestaat een onderdeel niet. Probeer een andere Python, bijvoorbeeld 3.12.".format(here)
    return "Haal de map .venv weg en probeer het nog eens."


def too_old() -> str:
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    advice = (
        "Typ: {} start.py show".format(newer[-1])
        if newer
        else "Haal een nieuwere Python op: https://www.python.org/downloads/"
    )
    return "De gids heeft Python {}.{} of nieuwer nodig. Dit is Python {}.{}.\n{}".format(
        NEEDED[0], NEEDED[1], sys.version_info[0], sys.version_info[1], advice
    )


def no_venv() -> str:
    name = "python{}.{}-venv".format(*sys.version_info[:2])
    return (
        "Bij deze Python zit geen volledige `venv`. Installeer hem en probeer het nog eens:\n"
        "  Debian of Ubuntu:  sudo apt install {}      (of: sudo apt install python3-venv)\n"
        "  anders:            neem Python van https://www.python.org/downloads/".format(name)
    )


# Running


def environment(more: Optional[Dict[str, str]] = None) -> Dict[str, str]:
    """Return the surroundings of every command: our package on the path, UTF-8 everywhere, no banner of MkDocs."""
    surroundings = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV"):
        surroundings.pop(name, None)
    surroundings.update(PYTHONPATH=str(ROOT / "hooks"), PYTHONUTF8="1", PYTHONUNBUFFERED="1", NO_MKDOCS_2_WARNING="1")
    surroundings.update(more or {})
    return surroundings


def on_day(today: Optional[date]) -> Dict[str, str]:
    """Return what makes a build of that day: same records and same day, same bytes."""
    if today is None:
        return {}
    return {"WIJKGIDS_TODAY": today.isoformat(), "SOURCE_DATE_EPOCH": str(calendar.timegm(today.timetuple()))}


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("{!r} is geen dag; schrijf bijvoorbeeld 2026-11-24".format(text)) from None


def mkdocs(words: List[str], more: Dict[str, str]) -> int:
    """Run MkDocs and say in Dutch what it is doing; what it warns of and our own reports pass unchanged."""

    def hear(line: str) -> None:
        for pattern, dutch in MKDOCS_SAYS:
            found = re.search(pattern, line)
            if found:
                say(dutch.format(*found.groups()))
                return
        if not line.startswith(("INFO ", "DEBUG ")):
            say(re.sub(r"^(ERROR|WARNING) +-  (\[[\d:]+\] )?", "", line))

    return follow([str(PYTHON), "-m", "mkdocs", *words], environment(more), hear)


def follow(command: List[str], surroundings: Dict[str, str], hear: Callable[[str], None]) -> int:
    """Run a command, let `hear` have each line it prints, return its exit code. On Ctrl-C it ends before we do."""
    child = subprocess.Popen(
        command,
        cwd=str(ROOT),
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert child.stdout is not None
    try:
        for line in child.stdout:
            hear(line.decode("utf-8", errors="replace").rstrip())
        return child.wait()
    except KeyboardInterrupt:
        end(child)
        raise


def end(child: "subprocess.Popen[bytes]") -> None:
    """Let a command tidy up (MkDocs removes its temporary site); after ten seconds it has to go."""
    with contextlib.suppress(OSError):
        child.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
    try:
        child.wait(timeout=10)
    except subprocess.TimeoutExpired:
        child.kill()


@contextlib.contextmanager
def one_way_to_stop() -> Iterator[None]:
    """Let a polite kill do what Ctrl-C does, and let Ctrl-C work where a shell told us to ignore it."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def free_port(host: str, first: int) -> int:
    """Return the first port from `first` on that nobody listens on."""
    for port in range(first, min(first + 50, 65536)):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            if (
                os.name != "nt"
            ):  # a port that a stopped server just left is free; on Windows this flag means something else
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind((host, port))
                return port
    raise Trouble("Geen vrije poort gevonden vanaf {}. Kies er zelf een: --port 9000".format(first))


def seconds(begin: float) -> str:
    return "{:.1f} s".format(time.monotonic() - begin).replace(".", ",")


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
