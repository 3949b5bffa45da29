"""`print`: the week of a house, library or neighbourhood as PDF; with `--lokaal` with people, for paper only."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from wijkgids import sheets
from wijkgids.agenda import Agenda, PersonOf, Said, make_agenda
from wijkgids.build import Loaded
from wijkgids.cli.opened import load, unknown
from wijkgids.cli.parser import CODES, Usage, common, examples, one_of
from wijkgids.cli.terminal import Terminal
from wijkgids.problems import Problem, errors, lines, say
from wijkgids.records.alike import fold
from wijkgids.records.local import FOLDER, PEOPLE, PaperPerson, people_on
from wijkgids.views.addresses import SOURCE

OWN: Final = "print"  # the folder of the guide that git ignores, where sheets go unless another is named
INDOORS: Final = ".alleen-in-huis.pdf"  # how the name of a sheet with people ends
# Where a site or git would take a sheet along, or where no sheet belongs.
_TAKEN: Final = ("site", "data", "docs", "overrides", "hooks", ".cache", ".git")
_WEEKS: Final = {"deze": 0, "volgende": 1}
_PAGE = re.compile(rb"/Type\s*/Page\b")
_CHOICES: Final[dict[tuple[str, ...], dict[str, Any]]] = {
    ("places",): {
        "nargs": "*",
        "metavar": "HUIS|WIJK",
        "help": say("van welke huizen, bibliotheken en wijken (anders: alle)"),
    },
    ("--week",): {
        "type": one_of(*_WEEKS),
        "default": "deze",
        "metavar": "WEEK",
        "help": say("deze of volgende (anders: deze)"),
    },
    ("--taal",): {
        "dest": "languages",
        "default": SOURCE,
        "metavar": "TAAL",
        "help": say("nl,ar maakt twee bladen; nl+ar één blad met twee talen (anders: nl)"),
    },
    ("--lokaal",): {
        "dest": "local",
        "action": "store_true",
        "help": say("zet de mensen van het huis erop; alleen voor in het huis"),
    },
    ("--naar",): {
        "dest": "to",
        "type": Path,
        "metavar": "MAP",
        "help": say("in welke map (anders: {folder})", folder=OWN),
    },
}


def add(commands: Any) -> None:
    """Add the words of this command."""
    parser = commands.add_parser(
        "print",
        help=say("maak de week als PDF, om te printen"),
        description=say(
            "Maakt de week van een huis, een bibliotheek of een wijk als PDF, om te printen.\n"
            "Met --lokaal staan de mensen uit {file} erop. Zo'n blad blijft in het huis.",
            file=PEOPLE,
        ),
        epilog=say(
            "Voorbeelden:\n{lines}\n\n{codes}",
            lines=examples(
                "print huis-van-de-wijk-de-linde",
                "print lindeveld --week volgende --taal nl,ar",
                "print huis-van-de-wijk-de-linde --taal nl+ar --lokaal",
            ),
            codes=CODES,
        ),
    )
    for words, settings in _CHOICES.items():
        parser.add_argument(*words, **settings)
    common(parser, language=False)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was asked for and say what was written; 1 when something could not be printed."""
    out: Terminal = options.out
    to = options.to or options.folder / OWN
    if refused := _no_place_for(to, options.folder, options.local):
        raise Usage(refused)
    loaded = load(options)
    # A mistake in data/lokaal stops the sheets with people on them, and no others.
    wrong = [one for one in errors(loaded.problems) if options.local or not one.place.path.startswith(FOLDER)]
    if wrong or loaded.guide.settings is None:
        return _stopped(wrong, out)
    agenda = loaded.agenda or make_agenda(loaded.guide, loaded.today)
    people: dict[str, Sequence[PersonOf]] = {}
    if options.local:
        found, missing = people_on(options.folder, loaded.today)
        if missing:
            return _stopped(missing, out)
        people = {slug: [_person(slug, one) for one in persons] for slug, persons in found.items()}
    houses = _places(options, agenda, people)
    wanted = [
        sheets.sheet_spec(slug, title, _WEEKS[options.week], languages)
        for slug, title in houses.items()
        for languages in _languages(options.languages, loaded)
    ]
    with out.busy(say("De bladen worden gemaakt …")):
        overrides, shelf = options.folder / "overrides", options.folder / ".cache" / "sheets"
        printed = sheets.print_sheets(
            agenda, loaded.voices, wanted, overrides / "fonts", overrides / "sheets", shelf=shelf, local=people
        )
    if failed := [made for _, made in printed if isinstance(made, Problem)]:
        return _stopped(failed, out)
    made = {_name(spec, people): made for spec, made in printed if isinstance(made, bytes)}
    _write(to, made, out)
    if to.resolve().is_relative_to(options.folder.resolve()):
        (to / ".gitignore").write_text("*\n", encoding="utf-8")  # a sheet with people on it may never get into git
    if options.local:
        _told_of_people(loaded, houses, people, out)
    _old_ones(to, made, out)
    return 0


def _no_place_for(to: Path, root: Path, local: bool) -> str | None:
    """Why sheets may not go to a folder: a site, git or the guide itself would take them along. None: they may."""
    folder, home = to.resolve(), root.resolve()
    inside = folder.is_relative_to(home)
    top = folder.relative_to(home).parts[:1] if inside else ()
    if folder.exists() and not folder.is_dir():
        return say("'{folder}' is geen map.", folder=to)
    if top and top[0] in _TAKEN:
        return say("In de map '{folder}' horen geen bladen. Laat --naar weg, of noem een andere map.", folder=to)
    if not local:
        return None
    if inside:
        safe = top == (OWN,)
    else:
        safe = not any((one / ".git").exists() or (one / "mkdocs.yml").exists() for one in (folder, *folder.parents))
    if safe:
        return None
    return say(
        "Een blad met mensen erop mag niet in de map '{folder}': die kan openbaar worden. Laat --naar weg.", folder=to
    )


def _stopped(problems: Iterable[Problem], out: Terminal) -> int:
    for problem in problems:
        for one in lines(problem, out.catalogue):
            out.complain("".join(text for _, text in one))
    out.complain(say("Er is niets geprint. Los dit eerst op."))
    return 1


def _person(slug: str, one: PaperPerson) -> PersonOf:
    """A person for paper, in words that are translated where the same words are somewhere in the guide."""

    def said(text: str | None) -> Said | None:
        return Said(text, slug, PEOPLE) if text else None

    return PersonOf(
        role=Said(one.role, slug, PEOPLE),
        languages=one.languages,
        ask_for=said(one.ask_for),
        when=said(one.when),
        name=one.name,
        phone=one.phone,
        email=one.email,
    )


def _places(options: argparse.Namespace, agenda: Agenda, people: Mapping[str, object]) -> dict[str, str]:
    """The slugs and names that were asked for; without a word all of them, or with --lokaal the houses with people."""
    known = sheets.sheet_places(agenda)
    if not options.places:
        found = {slug: title for slug, title in known.items() if not options.local or slug in people}
        if not found:
            raise Usage(say("In {file} staan nu geen mensen van een huis met een weekblad.", file=PEOPLE))
        return found
    chosen: dict[str, str] = {}
    for word in options.places:
        slugs = [slug for slug, title in known.items() if fold(word) in (fold(slug), fold(title))]
        if not slugs:
            actor = agenda.actors.get(word)
            sentence = say("Van '{word}' is er geen weekblad: dat is er van huizen, bibliotheken en wijken.", word=word)
            typed = {slug: slug for slug in known} | {title: slug for slug, title in known.items()}
            if actor:
                raise Usage(say("{sentence} Print de wijk: {slug}.", sentence=sentence, slug=actor.neighbourhood))
            raise Usage(unknown(sentence, word, typed))
        chosen |= {slug: known[slug] for slug in slugs}
    return chosen


def _languages(typed: str, loaded: Loaded) -> list[tuple[str, ...]]:
    """What stands behind --taal: sheets in one language, or in Dutch and another side by side (`nl+ar`)."""
    known = loaded.guide.checked.languages
    found: list[tuple[str, ...]] = []
    for part in typed.replace(" ", "").split(","):
        codes = tuple(dict.fromkeys(part.split("+")))
        for code in codes:
            if code not in known:
                raise Usage(say("De gids heeft geen taal '{word}'. Kies: {known}", word=code, known=", ".join(known)))
        if len(codes) > 2 or (len(codes) == 2 and SOURCE not in codes):
            raise Usage(
                say(
                    "'{word}' kan niet op één blad. Naast Nederlands staat één andere taal: nl+{code}",
                    word=part,
                    code=codes[-1],
                )
            )
        found.append(tuple(sorted(codes, key=lambda code: code != SOURCE)))
    return list(dict.fromkeys(found))


def _name(spec: sheets.SheetSpec, people: Mapping[str, object]) -> str:
    """The name of a file: `huis-deze-week.nl-ar.pdf`, as in the addresses of the site (design §5)."""
    name = f"{spec.slug}-{Path(spec.path).name}"
    return name.removesuffix(".pdf") + INDOORS if spec.slug in people else name


def _write(to: Path, made: Mapping[str, bytes], out: Terminal) -> None:
    to.mkdir(parents=True, exist_ok=True)
    total = 0
    for name, content in made.items():
        (to / name).write_bytes(content)
        total += (pages := len(_PAGE.findall(content)))
        out.line(_pages(to / name, pages))
    if len(made) > 1:
        out.line(say("{number} bladen, {pages} bladzijden.", number=len(made), pages=total))


def _pages(path: Path, pages: int) -> str:
    if pages == 1:
        return say("{file}: 1 bladzijde", file=path)
    return say("{file}: {number} bladzijden", file=path, number=pages)


def _told_of_people(loaded: Loaded, houses: Mapping[str, str], people: Mapping[str, object], out: Terminal) -> None:
    """Which sheets have people on them and which not, and whose consent ended: never who."""
    if any(slug in people for slug in houses):
        out.line(say("Op deze bladen staan mensen. Houd ze in het huis: niet op internet, niet in de mail."))
    for slug, title in houses.items():
        if slug in loaded.guide.checked.neighbourhoods:
            out.line(say("Op het blad van de wijk {name} staan geen mensen.", name=title))
        elif slug not in people:
            out.line(
                say("Van {name} staat er nu niemand in {file}. Dat blad heeft geen mensen.", name=title, file=PEOPLE)
            )
    for problem in loaded.problems:
        if problem.place.path == PEOPLE:
            for one in lines(problem, out.catalogue):
                out.line("".join(text for _, text in one))


def _old_ones(to: Path, made: Mapping[str, bytes], out: Terminal) -> None:
    """Sheets with people that stay lying about outlive a consent."""
    old = [path for path in sorted(to.glob(f"*{INDOORS}")) if path.name not in made]
    if old:
        out.line(
            say(
                "In {folder} staan nog {number} bladen met mensen erop. Gooi weg wat oud is.",
                folder=to,
                number=len(old),
            )
        )
