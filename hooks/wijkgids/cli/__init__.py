"""The `wijkgids` command. Exit codes: 0 all is well, 1 there are problems, 2 the command was not understood."""

from __future__ import annotations

import itertools
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any, Final

from wijkgids.cli import check, explain, new, printing, schema, stale, view, when
from wijkgids.cli.parser import CODES, PROGRAM, WITH_VALUE, Parser, Usage
from wijkgids.cli.terminal import Terminal, wants_colour
from wijkgids.problems import DUTCH, LANGUAGES, catalogue, say
from wijkgids.records.answers.nearest import nearest

__all__ = ["COMMANDS", "main"]

# Each adds its own words to the parser.
_ADD: Final[dict[str, Callable[[Any], None]]] = {
    "check": check.add,
    "new": new.add,
    "view": view.add,
    "when": when.add,
    "stale": stale.add,
    "print": printing.add,
    "explain": explain.add,
    "schema": schema.add,
}
COMMANDS: Final = tuple(_ADD)
_HELP: Final = ("-h", "--help", "--hulp", "help", "hulp")
# What people type in Dutch for a command.
_MEANT: Final = {
    **dict.fromkeys(("controleer", "controle", "kijk", "nakijken"), "check"),
    **dict.fromkeys(("nieuw", "maak", "voeg", "toevoegen"), "new"),
    **dict.fromkeys(("toon", "bekijk", "bekijken", "laat", "zien"), "view"),
    **dict.fromkeys(("wanneer", "tijden", "dagen"), "when"),
    **dict.fromkeys(("bellen", "bel", "oud", "verlopen"), "stale"),
    **dict.fromkeys(("printen", "druk", "drukken", "afdrukken"), "print"),
    **dict.fromkeys(("uitleg", "leg"), "explain"),
}
_MADE_BY_START: Final = ("show", "build", "test")
BROKEN_PIPE, INTERRUPTED = 141, 130  # as a shell counts them: 128 and the number of the signal


def main(words: Sequence[str]) -> int:
    """Run one command; returns its exit code. Raises SystemExit 2 for what is not understood, never anything else."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not know … and é
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words, language = list(words), _language(words)
    out = Terminal(language, catalogue(language), wants_colour())
    command = ""
    try:
        command, rest = _command(words)
        parsers = _parsers(out)
        if not command:
            parsers[""].print_help()
            return _end(0)
        options = parsers[command].read(rest)
        options.out = out
        return _end(int(options.run(options)))
    except Usage as usage:
        out.complain(usage.text)
        if usage.code == 2:
            out.complain(say("Uitleg: {line}", line=" ".join(filter(None, (PROGRAM, command, "--help")))))
        raise SystemExit(usage.code) from None
    except BrokenPipeError:
        # Whoever read us has seen enough; what is still to be written goes nowhere, also at the end of Python.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        file, why = error.filename or say("een bestand"), error.strerror or error
        out.complain(say("{file}: lezen of schrijven lukt niet ({why}).", file=file, why=why))
        return 1
    except Exception as error:  # a mistake of ours: who typed can do nothing with a traceback
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}: {error} ({os.path.basename(at.filename)}, {at.lineno})"  # noqa: PTH119
        out.complain(
            say("Het programma struikelt. Dat ligt niet aan jou. Stuur deze regel naar de makers: {where}", where=where)
        )
        return 1


def _end(code: int) -> int:
    """The exit code, once all is written: a closed pipe shows itself here and not at the end of Python."""
    sys.stdout.flush()
    return code


def _language(words: Sequence[str]) -> str:
    """The language of the messages, read before anything else: what is not understood is said in it too."""
    for word, following in zip(words, [*words, ""][1:], strict=True):
        found = following if word == "--taal" else word.partition("=")[2] if word.startswith("--taal=") else ""
        if found in LANGUAGES:
            return found
    return "nl"


def _command(words: list[str]) -> tuple[str, list[str]]:
    """The command and the words for it; "" for the help of all. Options before the command belong to it too."""
    if not words:
        raise Usage(say("Wat wil je doen? Dit kan: {commands}.", commands=", ".join(COMMANDS)))
    if words[0] in _HELP:
        asked = [
            word for before, word in itertools.pairwise(words) if not word.startswith("-") and before not in WITH_VALUE
        ]
        return (_known(asked[0]), ["--help"]) if asked else ("", [])
    before: list[str] = []
    rest = list(words)
    while rest and rest[0].startswith("-"):
        if rest[0].partition("=")[0] not in WITH_VALUE:
            raise Usage(say("Begin met wat je wilt doen. Dit kan: {commands}.", commands=", ".join(COMMANDS)))
        size = 1 if "=" in rest[0] else 2
        before, rest = [*before, *rest[:size]], rest[size:]
    if not rest:
        raise Usage(say("Wat wil je doen? Dit kan: {commands}.", commands=", ".join(COMMANDS)))
    return _known(rest[0]), [*before, *rest[1:]]


def _known(word: str) -> str:
    """A word that is a command. Raises Usage for another, with the one that was meant."""
    if word in COMMANDS:
        return word
    if word in _MADE_BY_START:
        raise Usage(say("'{word}' doet start.py zelf. Typ: {line}", word=word, line=f"{PROGRAM} {word}"))
    near = _MEANT.get(word.lower()) or nearest(word, COMMANDS)
    commands = ", ".join(COMMANDS)
    if near:
        told = say("De opdracht '{word}' is er niet. Bedoelde je '{near}'? Dit kan: {commands}.",
                   word=word, near=near, commands=commands)  # fmt: skip
        raise Usage(told)
    raise Usage(say("De opdracht '{word}' is er niet. Dit kan: {commands}.", word=word, commands=commands))


def _parsers(out: Terminal) -> dict[str, Parser]:
    """The parser of each command, and under "" the one whose help lists them."""
    parser = Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} WOORD …",
        description=say("De wijkgids: groepen opschrijven, nakijken en bekijken."),
        epilog=say(
            "Zo begin je:\n{lines}\n\nUitleg bij één woord: {program} check --help\n{codes}",
            lines=f"  {PROGRAM} check\n  {PROGRAM} new\n  {PROGRAM} view vrouwengroep-de-linde",
            program=PROGRAM,
            codes=CODES,
        ),
    )
    commands = parser.add_subparsers(title=say("dit kan"), metavar="WOORD", prog=PROGRAM, parser_class=Parser)
    for add in _ADD.values():
        add(commands)
    for one in (parser, *commands.choices.values()):
        one.catalogue = out.catalogue
    if out.catalogue is not DUTCH:
        for pseudo in commands._choices_actions:
            pseudo.help = out.words(pseudo.help or "")
    return {"": parser, **commands.choices}
