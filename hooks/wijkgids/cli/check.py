"""`check`: read the whole guide, say what is wrong in it, and echo the dates that were understood."""

from __future__ import annotations

import argparse
import contextlib
import fnmatch
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wijkgids import build
from wijkgids.cli.echo import Echo, as_values, echoes
from wijkgids.cli.opened import load, unknown
from wijkgids.cli.parser import CODES, Usage, common, examples, one_of
from wijkgids.cli.terminal import Paint, Style, Terminal
from wijkgids.problems import Problem, count, errors, github, lines, machine, say
from wijkgids.problems.report import Role

_STYLES: dict[Role, Style] = {"error": "red", "warning": "yellow", "place": "bold", "cure": "green", "code": "dim"}


def add(commands: Any) -> None:
    """Add the words of this command."""
    parser = commands.add_parser(
        "check",
        help=say("kijk alles na en zeg wat er mis is"),
        description=say(
            "Kijkt de gids na. Zegt wat er mis is, op welke regel, en hoe je het goed maakt.\n"
            "Zegt ook op welke dagen iets is, zodat je ziet of je goed begrepen bent."
        ),
        epilog=say(
            "Voorbeelden:\n{lines}\n\n{codes}",
            lines=examples(
                "check",
                "check data/actors/lindeveld/vrouwengroep-de-linde.yml",
                "check vrouwengroep-de-linde --zonder-keren",
            ),
            codes=CODES,
        ),
    )
    parser.add_argument(
        "files", nargs="*", metavar="BESTAND", help=say("alleen deze bestanden laten zien (anders: alle)")
    )
    parser.add_argument(
        "--vorm",
        dest="form",
        type=one_of("tekst", "json", "github"),
        default="tekst",
        metavar="VORM",
        help=say("tekst voor mensen (gewoon), json voor programma's, github voor een controle daar"),
    )
    parser.add_argument(
        "--zonder-keren", dest="times", action="store_false", help=say("zeg niet op welke dagen iets is")
    )
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the guide and report; 1 when what was asked for has errors."""
    out: Terminal = options.out
    loaded = load(options)
    chosen = _chosen(options.files, loaded)
    problems = [one for one in loaded.problems if chosen is None or one.place.path in chosen]
    with out.busy(say("De dagen worden uitgerekend …")):
        said = list(echoes(loaded, out, chosen)) if options.times else []
    if options.form == "json":
        out.raw(_json(loaded, problems, said, out))
    elif options.form == "github":
        _github(loaded, problems, said, out)
    else:
        _text(loaded, problems, said, out)
        if chosen is not None and (elsewhere := [one for one in loaded.problems if one.place.path not in chosen]):
            out.line(say("In andere bestanden: {count}", count=count(elsewhere)))
    return 1 if errors(problems) else 0


def _text(loaded: build.Loaded, problems: list[Problem], said: list[Echo], out: Terminal) -> None:
    path = ""
    for one in said:
        if one.path != path:
            out.line(Paint("bold", one.path))
            path = one.path
        out.line("  ", one.sentence)
    if said:
        out.line()
    for problem in problems:
        for parts in lines(problem, out.catalogue):
            out.line(*(Paint(_STYLES[role], text) if role in _STYLES else text for role, text in parts))
    if problems:
        out.line()
    style: Style = "red" if errors(problems) else "yellow" if problems else "green"
    out.line(Paint(style, count(problems)))
    if not errors(loaded.problems):
        actors = loaded.guide.actors
        activities = sum(len(actor.activities) for actor in actors.values())
        out.line(
            say(
                "{actors} actoren en {activities} activiteiten gelezen, op {day}.",
                actors=len(actors),
                activities=activities,
                day=loaded.today,
            )
        )


def _json(loaded: build.Loaded, problems: list[Problem], said: list[Echo], out: Terminal) -> str:
    guide = loaded.guide
    activities = sum(len(actor.activities) for actor in guide.actors.values())
    return machine.as_json(
        {
            "vorm": machine.SHAPE,
            "vandaag": loaded.today.isoformat(),
            "goed": not errors(problems),
            "aantallen": {**machine.counts(problems), "actoren": len(guide.actors), "activiteiten": activities},
            "problemen": machine.as_values(problems, out.catalogue),
            "keren": [as_values(one) for one in said],
        }
    )


def _github(loaded: build.Loaded, problems: list[Problem], said: list[Echo], out: Terminal) -> None:
    """Marks on lines, the report in the log, and the page of the job where GitHub asks for one."""
    token = secrets.token_hex(16)  # what is printed between these obeys nobody, whatever it says
    out.raw(f"::stop-commands::{token}\n")
    _text(loaded, problems, said, out)
    out.raw(f"\n::{token}::\n")
    for mark in github.marks(problems, out.catalogue):
        out.raw(mark + "\n")
    if page := os.environ.get("GITHUB_STEP_SUMMARY"):
        told = [(one.path, str(one.sentence)) for one in said]
        with Path(page).open("a", encoding="utf-8") as file:
            file.write(github.summary(problems, told, out.catalogue))


def _chosen(named: Sequence[str], loaded: build.Loaded) -> set[str] | None:
    """The paths of the files that were named, None for all. Raises Usage for one that is not of this guide."""
    if not named:
        return None
    root = loaded.guide.root.resolve()
    known = [path.relative_to(root).as_posix() for path in sorted((root / "data").rglob("*")) if path.is_file()]
    known = list(dict.fromkeys([*known, *(problem.place.path for problem in loaded.problems)]))
    chosen: set[str] = set()
    for word in named:
        found = _meant(word, known, root)
        if not found:
            raise Usage(_no_file(word, loaded))
        chosen |= found
    return chosen


def _meant(word: str, known: Sequence[str], root: Path) -> set[str]:
    """The files that a word means: a path from here or from the guide, a folder, a pattern, or the name of a record."""
    typed = word.replace("\\", "/").rstrip("/").removeprefix("./")
    places = [typed]
    for path in (Path(word), Path(typed), root / typed):
        with contextlib.suppress(ValueError, OSError):
            places.append(path.resolve().relative_to(root).as_posix())
    for place in places:
        found = {path for path in known if path == place or path.startswith(f"{place}/") or place == "."}
        if set("*?") & set(place):  # a shell that does not fill in patterns, as on Windows
            found |= {path for path in known if any(fnmatch.fnmatchcase(one, place) for one in _names(path))}
        if found:
            return found
    # A path of another machine (C:\\gids\\data\\…), or only the name.
    found = {path for path in known if typed.endswith(f"/{path}")}
    name = typed.rpartition("/")[2]
    return found or {path for path in known if typed == name and name in _names(path)}


def _names(path: str) -> tuple[str, str, str]:
    """What a file may be called: its path, its name, and that without its ending."""
    return path, path.rpartition("/")[2], Path(path).stem


def _no_file(word: str, loaded: build.Loaded) -> str:
    stems = {slug: record.document.path for slug, record in loaded.guide.records.items()}
    stem = Path(word.replace("\\", "/")).stem
    if Path(word).is_file():
        return say(
            "'{file}' is geen bestand van deze gids. Een groep staat in data/actors/<wijk>/<naam>.yml.", file=word
        )
    return unknown(say("Het bestand '{file}' is er niet.", file=word), stem, stems)
