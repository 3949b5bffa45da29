"""`schema`: the JSON Schema of a record or of the settings, for editors that help while typing."""

from __future__ import annotations

import argparse
import json
from typing import Any

from wijkgids.cli.opened import load
from wijkgids.cli.parser import CODES, common, examples, one_of
from wijkgids.problems import say
from wijkgids.records.schema import ADDRESS, NAMES, schema


def add(commands: Any) -> None:
    """Add the words of this command."""
    parser = commands.add_parser(
        "schema",
        help=say("de vorm van een record, voor je editor"),
        description=say(
            "Geeft het JSON Schema: welke sleutels er zijn en wat erin mag. Een editor helpt je daarmee.\n"
            "actor is het bestand van een groep, gids is data/gids.yml."
        ),
        epilog=say(
            "Voorbeelden:\n{lines}\n\n{codes}",
            lines=examples("schema", "schema gids", "schema actor > actor.schema.json"),
            codes=CODES,
        ),
    )
    parser.add_argument(
        "name", nargs="?", type=one_of(*NAMES), default="actor", metavar="WAT", help=say("actor (gewoon) of gids")
    )
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema, with the words and closures of this guide in it."""
    guide = load(options).guide
    address = guide.settings.address if guide.settings else ADDRESS
    made = schema(options.name, guide.words, sorted(guide.named), address)
    options.out.raw(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
    return 0
