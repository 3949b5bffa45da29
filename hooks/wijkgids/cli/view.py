"""`view`: one record as a resident sees it, in the terminal, in a language of the guide."""

from __future__ import annotations

import argparse
import re
from typing import Any

from wijkgids.cli.opened import agenda_of, load, slug_of, voices_of
from wijkgids.cli.parser import CODES, Trouble, Usage, common, examples
from wijkgids.cli.terminal import Terminal
from wijkgids.exports import plain
from wijkgids.problems import errors, lines, say, visible
from wijkgids.records.answers.nearest import nearest

# The isolates of the printer (Unicode UAX #9): without them a phone number in Arabic reads backwards.
_ISOLATES = re.compile("([\u2068\u2069])")


def add(commands: Any) -> None:
    """Add the words of this command."""
    parser = commands.add_parser(
        "view",
        help=say("laat een groep of activiteit zien zoals een bezoeker hem ziet"),
        description=say(
            "Laat zien wat een bezoeker te zien krijgt: wat er in de gids mag, met alles wat een activiteit overneemt."
        ),
        epilog=say(
            "Voorbeelden:\n{lines}\n\n{codes}",
            lines=examples(
                "view vrouwengroep-de-linde",
                "view vrouwengroep-de-linde/koffie-en-brieven",
                "view vrouwengroep-de-linde --taal ar",
            ),
            codes=CODES,
        ),
    )
    parser.add_argument("what", nargs="*", metavar="GROEP", help=say("de groep, of groep/activiteit"))
    parser.add_argument(
        "--taal", dest="language", default="nl", metavar="TAAL", help=say("een taal van de gids: nl, ar, tr …")
    )
    common(parser, language=False)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the record; 1 when it has errors, because then no visitor sees it at all."""
    out: Terminal = options.out
    what = " ".join(options.what).strip()
    if not what:
        raise Usage(say("Welke groep wil je zien? Noem de bestandsnaam, zonder .yml."))
    loaded = load(options)
    slug, activity = slug_of(what, loaded.guide)
    path = loaded.guide.records[slug].document.path
    wrong = [one for one in errors(loaded.problems) if one.place.path == path]
    for problem in wrong:
        for parts in lines(problem, out.catalogue):
            out.complain("".join(text for _, text in parts))
    if wrong:
        raise Trouble(say("Met deze fouten komt '{slug}' niet in de gids. Los ze eerst op.", slug=slug))
    voices = voices_of(loaded)
    if options.language not in voices:
        near = nearest(options.language, voices)
        sentence = say(
            "De gids is er niet in '{word}'. Er is: {known}.", word=options.language, known=", ".join(voices)
        )
        raise Usage(say("{sentence} Bedoelde je '{near}'?", sentence=sentence, near=near) if near else sentence)
    agenda, voice = agenda_of(loaded, out), voices[options.language]
    text = plain.activity_text(agenda, voice, slug, activity) if activity else plain.actor_text(agenda, voice, slug)
    out.raw("".join(_safe(line) + "\n" for line in text.rstrip("\n").split("\n")))
    return 0


def _safe(line: str) -> str:
    """A line of the printer with nothing in it that steers, but for the isolates that it put there itself."""
    return "".join(part if _ISOLATES.fullmatch(part) else visible(part) for part in _ISOLATES.split(line))
