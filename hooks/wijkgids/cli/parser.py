"""The words of a command line, read by argparse and answered in plain Dutch, with what was meant."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

from wijkgids import build
from wijkgids.problems import DUTCH, Catalogue, Message, say, translated
from wijkgids.records.answers.nearest import nearest

PROGRAM: Final = "py start.py" if os.name == "nt" else "python3 start.py"
WITH_VALUE: Final = ("--today", "--vandaag", "--map", "--taal")  # options of every command, each with a value
ROOT: Final = Path(__file__).resolve().parent.parent.parent.parent
CODES: Final = say("Uitgang: 0 = goed, 1 = er zijn fouten, 2 = de opdracht is niet begrepen.")


class Usage(Exception):
    """The command was not understood; the text says what to type instead. It ends with exit code 2.

    No ValueError: argparse would catch it and put English around it.
    """

    code = 2

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class Trouble(Usage):
    """The command was understood, but what it needs is not in order. It ends with exit code 1."""

    code = 1


class Parser(argparse.ArgumentParser):
    """An argparse that speaks the language of `catalogue`, with the options that every command has."""

    catalogue: Catalogue = DUTCH

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _Formatter)
        super().__init__(**settings, add_help=False, allow_abbrev=False)
        self._positionals.title = say("woorden")
        self._optionals.title = say("keuzes")
        self.add_argument("-h", "--help", "--hulp", action="help", help=say("laat deze uitleg zien"))

    def error(self, message: str) -> NoReturn:
        """What argparse says, in Dutch."""
        for pattern, sentence in _SAID:
            if found := re.search(pattern, message):
                raise Usage(say(sentence.template, **found.groupdict()))
        raise Usage(say("Dit begrijp ik niet: {words}", words=message))

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """The options of a command. Raises Usage for what is not understood, with the nearest option."""
        options, rest = self.parse_known_args(words)
        if not rest:
            return options
        word = rest[0].partition("=")[0]
        if not word.startswith("-"):
            raise Usage(
                say("'{word}' is hier te veel. Staat er een spatie in? Zet er dan \"aanhalingstekens\" om.", word=word)
            )
        near = nearest(word, [option for option in self._option_string_actions if option.startswith("--")])
        if near:
            raise Usage(say("De keuze '{word}' is er niet. Bedoelde je '{near}'?", word=word, near=near))
        raise Usage(say("De keuze '{word}' is er niet.", word=word))

    def format_help(self) -> str:
        """The help in the language asked for."""
        for name in ("description", "epilog", "usage"):
            if isinstance(text := getattr(self, name), str):
                setattr(self, name, translated(text, self.catalogue))
        for group in self._action_groups:
            group.title = translated(group.title or "", self.catalogue)
        for action in self._actions:
            if action.help and action.help is not argparse.SUPPRESS:
                action.help = translated(action.help, self.catalogue)
        return super().format_help()

    def _get_formatter(self) -> argparse.HelpFormatter:
        formatter = super()._get_formatter()
        assert isinstance(formatter, _Formatter)
        formatter.prefix = translated(say("Zo typ je het:  "), self.catalogue)
        return formatter


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with our own word for `usage`, and room for long options."""

    prefix = ""

    def __init__(self, prog: str, **settings: Any) -> None:
        super().__init__(prog, **{"max_help_position": 30, "width": 110, **settings})

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The usage, without argparse's own word for it."""
        super().add_usage(usage, actions, groups, self.prefix)


# What argparse says (3.11 to 3.14), and what that means.
_SAID: Final = (
    (r"argument (?P<what>[^:]*): expected (?:one|at least one) argument", say("Achter '{what}' hoort nog een woord.")),
    (r"argument (?P<what>[^:]*): ignored explicit", say("Achter '{what}' hoort niets met een is-teken.")),
    (r"the following arguments are required: (?P<what>.*)", say("Er ontbreekt nog iets: {what}.")),
)


def common(parser: argparse.ArgumentParser, *, language: bool = True) -> None:
    """Add the options that every command has: the folder of the guide, its day, the language of the messages."""
    group = parser.add_argument_group(say("bij elke opdracht"))
    group.add_argument(
        "--today",
        "--vandaag",
        dest="today",
        type=a_day,
        metavar="DAG",
        help=say("doe alsof het deze dag is, zoals 2026-11-24"),
    )
    group.add_argument(
        "--map", dest="folder", type=Path, default=ROOT, metavar="MAP", help=say("de map van de gids (anders: deze)")
    )
    if language:
        group.add_argument(
            "--taal",
            dest="language",
            type=one_of("nl", "en"),
            default="nl",
            metavar="TAAL",
            help=say("taal van de meldingen: nl of en"),
        )


def within(text: str) -> Message:
    """A sentence of a problem as a value of another sentence, so that it is said along in its language."""
    return text if isinstance(text, Message) else Message(text, {})


def a_day(text: str) -> date:
    """A day as people type it behind an option."""
    try:
        return build.a_day(text)
    except ValueError:
        turned = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text)
        example = f"{turned[3]}-{int(turned[2]):02}-{int(turned[1]):02}" if turned else "2026-11-24"
        raise Usage(say("'{word}' is geen dag; schrijf bijvoorbeeld {example}", word=text, example=example)) from None


def a_number(low: int, high: int) -> Any:
    """A reader of whole numbers from `low` to `high`."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and low <= int(text[:9]) <= high:
            return int(text)
        raise Usage(say("'{word}' is geen getal van {low} tot en met {high}", word=text, low=low, high=high))

    return read


def one_of(*known: str) -> Any:
    """A reader of one word of a list."""

    def read(text: str) -> str:
        if text in known:
            return text
        near = nearest(text, known)
        names = ", ".join(known)
        if near:
            raise Usage(say("'{word}' kan hier niet. Bedoelde je '{near}'?", word=text, near=near))
        raise Usage(say("'{word}' kan hier niet. Kies: {known}", word=text, known=names))

    return read


def examples(*lines: str) -> str:
    """The foot of a help text: lines to type, on the sample. Commands stay as they are in every language."""
    return "\n".join(f"  {PROGRAM} {line}" for line in lines)
