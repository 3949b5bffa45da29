"""`stale`: what must be phoned or visited this month, and whom to ask. A list to work from, never a score."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date
from typing import Any

from wijkgids.agenda import Agenda, Expiring, OfKind, by_kind, expiring
from wijkgids.cli.opened import agenda_of, load, neighbourhood_of, voice_of
from wijkgids.cli.parser import CODES, common, examples, one_of
from wijkgids.cli.terminal import Paint, Style, Terminal
from wijkgids.freshness import Stage, months_later
from wijkgids.problems import machine, say
from wijkgids.texts import Voice

SHAPE = 1
# What is to be done first stands first: the rung, its title, what that means.
_RUNGS: tuple[tuple[str, Style, str, str], ...] = (
    (
        "bellen",
        "red",
        say("Wacht op een telefoontje"),
        say("Lang niet nagekeken, en er belde nog niemand. Schrijf op wat je hoort, bij nagekeken of gebeld."),
    ),
    ("gezonken", "red", say("Gezonken"), say("Staat onderaan in lijsten en niet meer op papier.")),
    ("bel eerst", "yellow", say("Bel eerst"), say("Staat in de gids met erbij: bel eerst.")),
    ("bijna", "green", say("Verloopt binnenkort"), say("Nu nog goed. Na die dag staat er: bel eerst.")),
    ("weg", "dim", say("Niet meer in de gids"), say("Nog wel te vinden, met waar je nu heen kunt. Klopt dat?")),
)


@dataclass(frozen=True)
class Ending:
    """A consent that ended or ends soon: in which file, of whom (a role, never a name), until when."""

    path: str
    line: int
    name: str
    role: str
    until: date
    over: bool


def add(commands: Any) -> None:
    """Add the words of this command."""
    parser = commands.add_parser(
        "stale",
        help=say("wat je deze maand moet bellen of bezoeken"),
        description=say(
            "Zegt wat deze maand nagekeken moet worden en naar wie je vraagt. Wat het langst wacht, staat vooraan.\n"
            "Zegt ook welke toestemming van een mens is afgelopen of bijna afloopt."
        ),
        epilog=say(
            "Voorbeelden:\n{lines}\n\n{codes}",
            lines=examples("stale", "stale --wijk lindeveld", "stale --vorm json"),
            codes=CODES,
        ),
    )
    parser.add_argument("place", nargs="*", metavar="WIJK", help=say("alleen deze wijk"))
    parser.add_argument("--wijk", dest="neighbourhood", metavar="WIJK", help=say("hetzelfde"))
    parser.add_argument(
        "--vorm",
        dest="form",
        type=one_of("tekst", "json"),
        default="tekst",
        metavar="VORM",
        help=say("tekst voor mensen (gewoon) of json voor programma's"),
    )
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say what falls due up to a month from today; a list is no mistake, so it ends with 0."""
    out: Terminal = options.out
    loaded = load(options)
    agenda = agenda_of(loaded, out)
    asked = options.neighbourhood or " ".join(options.place)
    wijk = neighbourhood_of(asked, loaded.guide) if asked else None
    last = months_later(agenda.today, 1)
    found = [one for one in expiring(agenda, None, last) if wijk in (None, one.neighbourhood)]
    kinds = by_kind(agenda, None, last) if wijk is None else []
    endings = _endings(agenda, last, wijk)
    if options.form == "json":
        out.raw(machine.as_json(_values(agenda, last, found, kinds, endings)))
    else:
        _text(agenda, last, found, kinds, endings, out)
    return 0


def rung(one: Expiring) -> str:
    """On which step of the list an entry stands: the first words of `_RUNGS`."""
    if one.waits:
        return "bellen"
    return {Stage.FRESH: "bijna", Stage.CALL: "bel eerst", Stage.SUNK: "gezonken", Stage.ARCHIVED: "weg"}[one.stage]


def _text(
    agenda: Agenda, last: date, found: list[Expiring], kinds: list[OfKind], endings: list[Ending], out: Terminal
) -> None:
    voice = voice_of(agenda.guide, out.language)
    for name, style, title, meaning in _RUNGS:
        some = [one for one in found if rung(one) == name]
        if not some:
            continue
        out.line(Paint(style, title), f" ({len(some)})")
        out.line("  ", Paint("dim", meaning))
        for one in some:
            _entry(agenda, one, voice, out)
        out.line()
    if endings:
        out.line(Paint("yellow", say("Toestemming van mensen")), f" ({len(endings)})")
        for end in endings:
            place = f"{end.path}:{end.line}"
            day = str(voice.day_year(end.until))
            sentence = (
                say("{name}, {role}: afgelopen op {day}", name=end.name, role=end.role, day=day)
                if end.over
                else say("{name}, {role}: loopt af op {day}", name=end.name, role=end.role, day=day)
            )
            out.line("  ", sentence, "  ", Paint("dim", place))
        out.line("  ", Paint("dim", say("Vraag opnieuw toestemming, of haal de naam weg.")))
        out.line()
    if not found and not endings:
        out.line(Paint("green", say("Alles is nagekeken tot en met {day}.", day=str(voice.day_year(last)))))
    if kinds:
        out.line(Paint("bold", say("Per soort")))
        for kind in kinds:
            out.line("  ", _kind(kind))


def _entry(agenda: Agenda, one: Expiring, voice: Voice, out: Terminal) -> None:
    actor = agenda.actors[one.slug].name
    name = f"{one.name} ({actor})" if one.id else one.name
    out.line(
        "  ", Paint("bold", name), f"  {one.kind.name}, {agenda.guide.checked.neighbourhoods[one.neighbourhood].name}"
    )
    when = say("nooit nagekeken")
    if one.checked:
        when = say("nagekeken op {day}", day=str(voice.day_year(one.checked)))
    if one.due and one.due > agenda.today:
        when = say("{when}, goed tot {day}", when=when, day=str(voice.day_year(one.due)))
    out.line("    ", when, "; ", _ask(one))
    if one.call:
        out.line(
            "    ", say("gebeld op {day}: {outcome}", day=str(voice.day_year(one.call.on)), outcome=one.call.outcome)
        )
    if one.alive:
        out.line("    ", say("Dat telt als nakijken. Schrijf het op bij nagekeken."))


def _ask(one: Expiring) -> str:
    ask = one.ask
    reach = ask.phone or ask.email
    if reach and ask.via:
        who = say("bel {via}, {reach}", via=ask.via, reach=reach)
    elif ask.phone:
        who = say("bel {reach}", reach=reach)
    elif ask.email:
        who = say("mail {reach}", reach=reach)
    else:
        who = say("ga langs: er is geen nummer")
    return say("{who}, vraag naar {role}", who=who, role=ask.role) if ask.role else who


def _kind(kind: OfKind) -> str:
    sort = say("met beroepskrachten") if kind.formal else say("informeel")
    return say(
        "{name} ({sort}): {all} in de gids, {due} nakijken; {call} bel eerst, {sunk} gezonken, {gone} eruit",
        name=kind.kind.name,
        sort=sort,
        all=kind.all - kind.archived,
        due=kind.due,
        call=kind.call,
        sunk=kind.sunk,
        gone=kind.archived,
    )


def _endings(agenda: Agenda, last: date, wijk: str | None) -> list[Ending]:
    """Consents that ended or end before `last`, the oldest first."""
    found = []
    for slug, actor in agenda.guide.actors.items():
        record = agenda.guide.records[slug]
        if wijk not in (None, record.neighbourhood):
            continue
        for number, person in enumerate(actor.people):
            if person.consent and person.consent.until <= last:
                place = record.document.place(("mensen", number))
                over = person.consent.until < agenda.today
                found.append(Ending(place.path, place.line, actor.name, person.role, person.consent.until, over))
    return sorted(found, key=lambda one: (one.until, one.path, one.line))


def _values(
    agenda: Agenda, last: date, found: list[Expiring], kinds: list[OfKind], endings: list[Ending]
) -> dict[str, Any]:
    """The list for programs, in a shape that stays: days as YYYY-MM-DD, null where nothing is known."""
    return {
        "vorm": SHAPE,
        "vandaag": agenda.today.isoformat(),
        "tot": last.isoformat(),
        "nakijken": [
            {
                "pad": agenda.guide.records[one.slug].document.path,
                "actor": one.slug,
                "activiteit": one.id,
                "naam": one.name,
                "wijk": one.neighbourhood,
                "soort": one.kind.id,
                "formeel": one.formal,
                "trap": rung(one),
                "nagekeken": _day(one.checked),
                "goed_tot": _day(one.due),
                "zakt_op": _day(one.next),
                "gebeld": {"op": _day(one.call.on), "uitkomst": one.call.outcome} if one.call else None,
                "vraag_naar": one.ask.role,
                "telefoon": one.ask.phone,
                "email": one.ask.email,
                "via": one.ask.via,
            }
            for one in found
        ],
        "toestemmingen": [
            {"pad": one.path, "regel": one.line, "rol": one.role, "tot": _day(one.until), "voorbij": one.over}
            for one in endings
        ],
        "soorten": [
            {
                "soort": one.kind.id,
                "formeel": one.formal,
                "goed": one.fresh,
                "bel_eerst": one.call,
                "gezonken": one.sunk,
                "weg": one.archived,
                "nakijken": one.due,
            }
            for one in kinds
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
