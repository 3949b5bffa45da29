"""The `wijkgids` command. Exit codes: 0 all is well, 1 there are problems, 2 the command was not understood."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from wijkgids import build
from wijkgids.records.nearest import meant

COMMANDS = ("check",)
ROOT = Path(__file__).resolve().parent.parent.parent


def main(words: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        word = f"'{words[0]}' kennen we niet. {meant(words[0], COMMANDS, '')}" if words else "Wat wil je doen?"
        print(f"{word.strip()}\nDit kan: {', '.join(COMMANDS)}. Uitleg: python3 start.py check --help", file=sys.stderr)
        raise SystemExit(2)
    options = _parser().parse_args(list(words))
    return int(options.run(options))


class _Parser(argparse.ArgumentParser):
    """Says in Dutch what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """Stop with exit code 2. An error of a value of ours is Dutch already; what argparse says is not shown."""
        own = f": {message.partition(': ')[2]}" if "geen dag" in message else "."
        self.exit(2, f"Dit begrijp ik niet{own}\nUitleg: python3 start.py check --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="wijkgids",
        description="De wijkgids: kijk de records na.",
        epilog="Voorbeeld: python3 start.py check --today 2026-11-24",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="opdrachten", required=True, metavar="OPDRACHT")
    check = commands.add_parser(
        "check",
        help="kijk alle records na",
        description="Kijkt alle records in data/ na en zegt wat er mis is, waar, en hoe je het oplost.",
    )
    check.add_argument("--today", type=_day, metavar="DAG", help="doe alsof het deze dag is, zoals 2026-11-24")
    check.add_argument("--map", type=Path, default=ROOT, metavar="MAP", help="de map van de gids (anders: deze)")
    check.set_defaults(run=_check)
    return parser


def _day(text: str) -> date:
    try:
        return build.a_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def today_asked(option: date | None) -> date | None:
    """The day from the command, else from WIJKGIDS_TODAY. Raises SystemExit 2 when that is no day."""
    try:
        return option or build.day_of_environment()
    except ValueError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


def _check(options: argparse.Namespace) -> int:
    loaded = build.load(options.map, today_asked(options.today))
    print(loaded.report)
    if loaded.ok:
        actors, activities = len(loaded.ready().actors), len(loaded.ready().activities)
        print(f"{actors} actoren en {activities} activiteiten gelezen, op {loaded.today}.")
    return 0 if loaded.ok else 1
