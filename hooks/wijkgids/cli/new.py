"""`new`: write the file of a new actor, from what was typed behind the command or is answered on the terminal."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from wijkgids import build
from wijkgids.checks import check_guide
from wijkgids.cli.ask import Questions, Stopped
from wijkgids.cli.echo import echoes
from wijkgids.cli.form import Form, free_code, slug_from
from wijkgids.cli.opened import MEND_SETTINGS, load
from wijkgids.cli.parser import CODES, PROGRAM, Trouble, Usage, a_day, common, examples
from wijkgids.cli.record_text import Answers, record_text
from wijkgids.cli.terminal import Paint, Terminal
from wijkgids.problems import Problem, errors, in_order, lines, say
from wijkgids.records.guide import Guide, Record, read_record
from wijkgids.records.local import local_problems

# What to do at a group of kinds, where nobody said what it is called.
_ACTIVITY: Final = {"loket": "Spreekuur", "leren": "Les"}


def add(commands: Any) -> None:
    """Add the words of this command."""
    parser = commands.add_parser(
        "new",
        help=say("schrijf een nieuwe groep op"),
        description=say(
            "Maakt het bestand van een nieuwe groep, met uitleg bij elke regel. Wat je niet typt, wordt gevraagd.\n"
            "Een bestand dat er al is, blijft zoals het is. Vraag de groep eerst of ze in de gids wil."
        ),
        epilog=say(
            "Voorbeelden:\n{lines}\n\n{codes}",
            lines=examples(
                "new",
                "new groep-de-waterkers --wijk lindeveld",
                'new --naam "Groep De Waterkers" --soort vrouwengroep --wijk lindeveld --thema ontmoeten,taal \\\n'
                '      --samenvatting "Samen koffie drinken." --akkoord gastvrouw --bij huis-van-de-wijk-de-linde \\\n'
                '      --activiteit Koffieochtend --wanneer "elke dinsdag 10:00-12:00" --zonder-vragen',
            ),
            codes=CODES,
        ),
    )
    parser.add_argument("slug", nargs="*", metavar="BESTAND", help=say("naam van het bestand, zonder .yml"))
    group = parser.add_argument_group(say("wat je al weet"))
    for name, (metavar, text) in _FLAGS.items():
        group.add_argument(f"--{name}", dest=name.replace("-", "_"), default="", metavar=metavar, help=text)
    group.add_argument(
        "--akkoord-op", dest="agreed_on", type=a_day, metavar="DAG", help=say("wanneer dat was (anders: vandaag)")
    )
    group.add_argument(
        "--wanneer",
        dest="wanneer",
        action="append",
        default=[],
        metavar="ZIN",
        help=say('wanneer het is, zoals "elke dinsdag 10:00-12:00"; mag vaker'),
    )
    parser.add_argument(
        "--vraag", dest="asks", action="store_true", default=None, help=say("stel vragen, ook zonder terminal")
    )
    parser.add_argument("--zonder-vragen", dest="asks", action="store_false", help=say("stel geen vragen"))
    parser.add_argument(
        "--naar",
        dest="target",
        default="",
        metavar="PAD",
        help=say("schrijf naar deze map of dit bestand; - is het scherm"),
    )
    common(parser)
    parser.set_defaults(run=run)


_FLAGS: Final = {
    "naam": ("NAAM", say("hoe de groep zichzelf noemt")),
    "soort": ("SOORT", say("wat voor groep het is, zoals vrouwengroep of bibliotheek")),
    "wijk": ("WIJK", say("in welke wijk")),
    "thema": ("THEMA", say("waarvoor je komt; meer dan één met komma's")),
    "samenvatting": ("ZIN", say("wat je er doet, in één zin")),
    "akkoord": ("WIE", say('wie van de groep ja zei: een rol, zoals "de gastvrouw"')),
    "adres": ("ADRES", say("straat en nummer")),
    "postcode": ("CODE", say("vier cijfers en twee letters")),
    "plaats": ("PLAATS", say("de stad of het dorp")),
    "bij": ("GROEP", say("bij welke groep in huis, in plaats van een adres")),
    "telefoon": ("NUMMER", say("van de groep, niet van een mens")),
    "email": ("ADRES", say("van de groep, niet van een mens")),
    "activiteit": ("NAAM", say("hoe heet wat je er kunt doen")),
    "door": ("ROL", say("wie het nakeek, zoals buurtwerker")),
    "hoe": ("HOE", say("hoe dat ging: bezocht, gebeld, zelf gezegd of website")),
}


def run(options: argparse.Namespace) -> int:
    """Gather what is known, check it as a record of this guide, and only then write it."""
    out: Terminal = options.out
    loaded = load(options)
    if loaded.guide.settings is None:
        raise Trouble(MEND_SETTINGS)
    asks = options.asks if options.asks is not None else sys.stdin.isatty() and sys.stderr.isatty()
    form = Form(loaded.guide, loaded.today)
    options.slug = " ".join(options.slug)
    if " " in options.slug:  # the name of a group, without quotation marks
        options.naam = options.naam or options.slug
    _from_target(options)
    try:
        answers = _answers(form, options, Questions(out) if asks else None)
    except (Stopped, KeyboardInterrupt):
        out.complain(say("Gestopt. Er is niets geschreven."))
        return 1
    others = [slug for slug, record in loaded.guide.records.items() if record.actor and slug != answers.slug]
    other = answers.host or next(iter(others), "huis-van-de-wijk")
    text = record_text(answers, other, f"{loaded.guide.checked.address.rstrip('/')}/schema/actor.json")
    guide, found = _as_record(loaded, answers, text)
    if wrong := errors(found):
        for problem in wrong:
            for parts in lines(problem, out.catalogue):
                out.complain("".join(part for _, part in parts))
        raise Trouble(say("Er is niets geschreven. Verbeter dit en probeer het opnieuw."))
    written = _write(answers, text, options.target, loaded.guide.root, out)
    _afterwards(replace(loaded, guide=guide), answers, found, written, out)
    return 0


def _answers(form: Form, options: argparse.Namespace, questions: Questions | None) -> Answers:
    """What is in the flags, and what is answered. Raises Usage where something is missing and nobody can be asked."""
    given = {flag: _behind(flag, getattr(options, flag.replace("-", "_")), form) for flag in _FLAGS}
    for sentence in options.wanneer:
        _behind("wanneer", sentence, form)
    if given["adres"] and given["bij"]:
        raise Usage(say("Kies: '--adres' of '--bij', niet allebei."))
    slug = form.slug(options.slug) if options.slug else ""
    if questions:
        slug = _interview(form, given, slug, questions)
    else:
        _complete(form, given)
    slug = slug or form.slug(given["naam"])
    group = form.words.kinds[given["soort"]].group
    activity = given["activiteit"] or (_ACTIVITY.get(group, "Bijeenkomst") if form.rules else "")
    activity_id = slug_from(activity) or "activiteit"
    taken = set(_codes(form.guide))
    code = free_code(f"{slug}/", taken)
    return Answers(
        slug=slug,
        neighbourhood=given["wijk"],
        name=given["naam"],
        kind=given["soort"],
        themes=tuple(given["thema"].split(", ")),
        summary=given["samenvatting"],
        code=code,
        today=form.today,
        agreed_by=given["akkoord"],
        agreed_on=options.agreed_on,
        address=given["adres"],
        postcode=given["postcode"],
        city=given["plaats"] or (form.guide.checked.city if given["adres"] else ""),
        host=given["bij"],
        phone=given["telefoon"],
        email=given["email"],
        activity=activity,
        activity_id=activity_id,
        activity_code=free_code(f"{slug}/{activity_id}", {*taken, code}),
        when=tuple(form.rules),
        checked_by=given["door"],
        checked_way=given["hoe"],
    )


def _behind(flag: str, typed: str, form: Form) -> str:
    """What was typed behind a flag, read. Raises Usage that names the flag."""
    if not typed:
        return ""
    try:
        return form.reader(flag)(typed)
    except Usage as usage:
        raise Usage(say("--{flag}: {text}", flag=flag, text=usage.text)) from None


def _complete(form: Form, given: dict[str, str]) -> None:
    """Raise Usage for all that is missing, at once."""
    if not given["wijk"] and len(form.guide.checked.neighbourhoods) == 1:
        given["wijk"] = next(iter(form.guide.checked.neighbourhoods))
    missing = [f"--{flag}" for flag in ("naam", "soort", "wijk", "thema", "samenvatting") if not given[flag]]
    if given["soort"] and not form.formal(given["soort"]) and not given["akkoord"]:
        missing.append("--akkoord")
    for one, other in (("door", "hoe"), ("hoe", "door")):
        if given[one] and not given[other]:
            missing.append(f"--{other}")
    if missing:
        told = say("Er ontbreekt nog: {flags}.", flags=", ".join(missing))
        if "--akkoord" in missing:
            told = say(
                "{told} Zo'n groep komt alleen in de gids als ze zelf ja zei: typ achter --akkoord wie dat was.",
                told=told,
            )
        raise Usage(say("{told} Met '{line}' worden ze gevraagd.", told=told, line=f"{PROGRAM} new --vraag"))


def _interview(form: Form, given: dict[str, str], slug: str, questions: Questions) -> str:
    """Ask what is not given yet; returns the name of the file."""
    words, known = form.words, form.guide.checked.neighbourhoods

    def want(
        flag: str, question: str, help_: str = "", choices: Collection[str] = (), *, may_skip: bool = False
    ) -> None:
        if given[flag]:
            return
        read = form.reader(flag)
        given[flag] = questions.ask(
            question, (lambda text: read(text) if text else "") if may_skip else read, help_=help_, known=tuple(choices)
        )

    skip = say("Weet je het niet? Druk op Enter.")
    questions.out.complain(
        say("Alles wat je opschrijft, is openbaar. Schrijf een rol, geen naam van een mens. Stoppen: Ctrl-C.")
    )
    want("naam", say("Hoe noemt de groep zichzelf?"))
    if not slug:
        slug = questions.ask(
            say("Hoe heet het bestand?"),
            form.slug,
            default=slug_from(given["naam"]),
            help_=say("Het komt in het adres van de pagina en verandert niet meer."),
        )
    want("soort", say("Wat voor groep is het?"), choices=words.kinds)
    if not form.formal(given["soort"]):
        want(
            "akkoord",
            say("Wie van de groep zei dat het in de gids mag? Een rol, zoals de gastvrouw."),
            say("Zei nog niemand ja? Stop dan met Ctrl-C en vraag het eerst."),
        )
    if len(known) == 1:
        given["wijk"] = next(iter(known))
    want("wijk", say("In welke wijk?"), choices=known)
    want("thema", say("Waarvoor kom je er? Eén of meer, met komma's, het belangrijkste eerst."), choices=words.themes)
    want("samenvatting", say("Wat doe je er? Eén zin in gewone woorden."))
    if not given["bij"]:
        want("adres", say("Waar is het? Straat en nummer, of de groep waar het in huis is."), skip, may_skip=True)
        host = next((one for one in form.guide.records if given["adres"] and slug_from(given["adres"]) == one), "")
        if host:
            given["bij"], given["adres"] = host, ""
    if given["adres"]:
        want("postcode", say("Wat is de postcode?"), skip, may_skip=True)
    want("telefoon", say("Welk nummer heeft de groep? Niet dat van een mens."), skip, may_skip=True)
    if not form.rules:
        question = say("Wanneer is het? Bijvoorbeeld: elke dinsdag 10:00-12:00, niet in schoolvakanties")
        while questions.ask(question, lambda text: form.reader("wanneer")(text) if text else "", help_=skip):
            question = say("Is er nog een andere tijd? Zo niet, druk op Enter.")
    if form.rules:
        want("activiteit", say("Hoe heet het? Bijvoorbeeld: Koffieochtend"))
    want("door", say("Wie keek dit na? Een rol."), skip, choices=words.checked_by, may_skip=True)
    if given["door"]:
        want("hoe", say("Hoe ging dat?"), choices=words.check_ways)
    return slug


def _codes(guide: Guide) -> set[str]:
    """The codes that are given, also in records with errors."""
    found = set()
    for record in guide.records.values():
        data = record.document.data
        if isinstance(data, dict):
            listed = data.get("activiteiten")
            entries = [data, *(listed if isinstance(listed, list) else [])]
            found |= {str(one["code"]) for one in entries if isinstance(one, dict) and "code" in one}
    return found


def _from_target(options: argparse.Namespace) -> None:
    """The path of a file says its name, and below data/actors its neighbourhood."""
    path = Path(options.target.replace("\\", "/"))
    if path.suffix == ".yml":
        options.slug = options.slug or path.stem
        if path.parent.parent.name == "actors":
            options.wijk = options.wijk or path.parent.name


def _as_record(loaded: build.Loaded, answers: Answers, text: str) -> tuple[Guide, list[Problem]]:
    """The guide with the new record in it, and the problems of that record: as `check` would find them."""
    guide = loaded.guide
    shown = f"data/actors/{answers.neighbourhood}/{answers.slug}.yml"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / answers.neighbourhood / f"{answers.slug}.yml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8", newline="\n")
        record: Record = read_record(path, shown, guide.named, guide.words)
    records = {**guide.records, answers.slug: record}
    grown = Guide(guide.root, guide.settings, guide.words, guide.named, records, guide.documents)
    found = [*record.problems, *check_guide(grown, loaded.today), *local_problems(guide.root, grown, loaded.today)]
    return grown, [problem for problem in in_order(found) if problem.place.path == shown]


def _write(answers: Answers, text: str, target: str, root: Path, out: Terminal) -> str:
    """Write the file, never over another; returns where it stands, "" for the output."""
    if target == "-":
        out.raw(text)
        return ""
    if target:
        path = Path(target.replace("\\", "/") if "\\" in target and not Path(target).exists() else target).expanduser()
        path = path if path.suffix == ".yml" else path / f"{answers.slug}.yml"
    else:
        path = root / "data" / "actors" / answers.neighbourhood / f"{answers.slug}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Usage(say("'{file}' is er al. Er is niets geschreven.", file=path)) from None
    return str(path)


def _afterwards(loaded: build.Loaded, answers: Answers, found: list[Problem], written: str, out: Terminal) -> None:
    """What was understood, what deserves a look, and what to do next. Beside the output when that is the record."""
    tell = out.line if written else out.complain
    if written:
        tell(Paint("green", say("Geschreven: {file}", file=written)))
    for echo in echoes(loaded, out, {f"data/actors/{answers.neighbourhood}/{answers.slug}.yml"}):
        tell("  ", echo.sentence)
    for problem in found:
        for parts in lines(problem, out.catalogue):
            tell("".join(part for _, part in parts))
    if written:
        tell(
            say(
                "Vul in het bestand aan wat je nog weet. Bekijk het daarna: {line}",
                line=f"{PROGRAM} view {answers.slug}",
            )
        )
