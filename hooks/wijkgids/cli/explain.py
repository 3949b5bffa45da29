"""`explain`: what a code behind a problem means, why it matters, and how to write it."""

from __future__ import annotations

import argparse
from typing import Any

from wijkgids import occurrences, schedules
from wijkgids.cli.parser import CODES, PROGRAM, Usage, common, examples
from wijkgids.cli.terminal import Paint, Terminal
from wijkgids.problems import say
from wijkgids.problems.explain import Explanation, explanations
from wijkgids.records.answers.nearest import nearest
from wijkgids.schedules.opening_hours import OPENING_HOURS_CODES
from wijkgids.schedules.sentence import SENTENCE_CODES

TIMES = say("tijden")
# The parts that read and expand times know their codes themselves, with a sentence each.
_TIMES = {
    **schedules.CODES,
    **schedules.ADVICE_CODES,
    **SENTENCE_CODES,
    **occurrences.ADVICE_CODES,
    **OPENING_HOURS_CODES,
}


def add(commands: Any) -> None:
    """Add the words of this command."""
    parser = commands.add_parser(
        "explain",
        help=say("wat een code achter een fout betekent"),
        description=say(
            "Legt uit wat de code achter een fout betekent: [geen-akkoord] bijvoorbeeld.\n"
            "Zonder code: alle codes op een rij."
        ),
        epilog=say(
            "Voorbeelden:\n{lines}\n\n{codes}",
            lines=examples("explain geen-akkoord", "explain elke-dubbelzinnig", "explain"),
            codes=CODES,
        ),
    )
    parser.add_argument("code", nargs="*", metavar="CODE", help=say("de code, zonder de haken"))
    common(parser)
    parser.set_defaults(run=run)


def known() -> dict[str, Explanation]:
    """Every code that the program can give; those of times that codes.yml lacks have their own sentence."""
    found = dict(explanations())
    for code, sentence in _TIMES.items():
        if code not in found:
            found[code] = Explanation(code, TIMES, sentence, "")
    return found


def run(options: argparse.Namespace) -> int:
    """Explain the codes that were asked for, or list them all."""
    out: Terminal = options.out
    codes = known()
    if not options.code:
        widest = max(map(len, codes))
        for group in dict.fromkeys(one.group for one in codes.values()):
            out.line(Paint("bold", group))
            for one in codes.values():
                if one.group == group:
                    out.line(f"  {one.code:<{widest}}  ", one.what)
            out.line()
        out.line(say("Meer over één code: {line}", line=f"{PROGRAM} explain geen-akkoord"))
        return 0
    for number, typed in enumerate(options.code):
        code = typed.strip("[]().,:'\" ").lower()
        if code not in codes:
            near = nearest(code, codes)
            meant = (
                say("Bedoelde je '{near}'?", near=near)
                if near
                else say("Alle codes zie je met: {line}", line=f"{PROGRAM} explain")
            )
            raise Usage(say("De code '{code}' is er niet. {meant}", code=typed, meant=meant))
        if number:
            out.line()
        _one(codes[code], out)
    return 0


def _one(one: Explanation, out: Terminal) -> None:
    out.line(Paint("bold", one.code), "  ", Paint("dim", one.group))
    out.line(one.what)
    if one.why:
        out.line(one.why)
    for title, style, example in ((say("Zo niet:"), "red", one.wrong), (say("Zo wel:"), "green", one.right)):
        if example:
            out.line()
            out.line(Paint("red" if style == "red" else "green", title))
            for text in example.rstrip("\n").split("\n"):
                out.line("    ", text)
