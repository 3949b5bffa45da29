"""`when`: the next dates of an activity, or of a sentence that somebody wants to try before writing it down."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wijkgids import build
from wijkgids.agenda import StoppedOf
from wijkgids.agenda.inherit import until
from wijkgids.cli.opened import (
    activities_of,
    load,
    name_of,
    neighbourhood_of,
    slug_of,
    unknown,
    voice_of,
)
from wijkgids.cli.parser import CODES, Trouble, Usage, a_day, a_number, common, examples
from wijkgids.cli.sentence import rules_of
from wijkgids.cli.terminal import Paint, Style, Terminal
from wijkgids.exports import repeats
from wijkgids.exports.opening_hours import AHEAD, opening_hours
from wijkgids.occurrences import Calendar, Occurrence, calendar_of, expand_all, next_dates
from wijkgids.problems import errors, lines, say
from wijkgids.records import Guide
from wijkgids.schedules import Rule
from wijkgids.texts import Voice
from wijkgids.texts.schedule import schedule

COUNT = 10
FAR = timedelta(days=366 * 3)


@dataclass(frozen=True)
class Asked:
    """What dates are asked of: a name (or the sentence itself), its rules and the days on which it is closed."""

    name: str
    rules: tuple[Rule, ...]
    calendar: Calendar


def add(commands: Any) -> None:
    """Add the words of this command."""
    parser = commands.add_parser(
        "when",
        help=say("op welke dagen iets is"),
        description=say(
            "Zegt op welke dagen een activiteit is, en welke keren niet doorgaan of verplaatst zijn.\n"
            "Je kunt ook een zin proberen voordat je hem opschrijft."
        ),
        epilog=say(
            "Voorbeelden:\n{lines}\n\n{codes}",
            lines=examples(
                "when vrouwengroep-de-linde",
                "when vrouwengroep-de-linde/koffie-en-brieven --keer 5",
                'when "elke dinsdag 10:00-12:00, niet in schoolvakanties" --wijk lindeveld',
            ),
            codes=CODES,
        ),
    )
    parser.add_argument(
        "what", nargs="*", metavar="WAT", help=say("een groep, groep/activiteit, of een zin tussen aanhalingstekens")
    )
    parser.add_argument(
        "--keer", dest="count", type=a_number(1, 400), metavar="N", help=say("hoeveel keren (anders: 10)")
    )
    parser.add_argument("--vanaf", dest="first", type=a_day, metavar="DAG", help=say("de eerste dag (anders: vandaag)"))
    parser.add_argument("--tot", dest="last", type=a_day, metavar="DAG", help=say("de laatste dag, die telt mee"))
    parser.add_argument("--tijd", dest="time", metavar="TIJD", help=say("bij een zin: de tijd, zoals 10:00-12:00"))
    parser.add_argument(
        "--wijk", dest="neighbourhood", metavar="WIJK", help=say("bij een zin: de wijk, voor de schoolvakanties")
    )
    parser.add_argument("--rrule", action="store_true", help=say("ook voor programma's: iCalendar en OpenStreetMap"))
    common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Say the dates; 1 when a sentence is not understood, or the record has errors in its times."""
    out: Terminal = options.out
    if not " ".join(options.what).strip():
        raise Usage(say("Waarvan wil je de dagen weten? Noem een groep, of typ een zin."))
    loaded = load(options)
    first = options.first or loaded.today
    if options.last and options.last < first:
        raise Usage(say("De laatste dag ({last}) ligt voor de eerste ({first}).", last=options.last, first=first))
    voice = voice_of(loaded.guide, out.language)
    code = 0
    asked = _asked(" ".join(options.what), options, loaded)
    for number, one in enumerate(asked):
        if number:
            out.line()
        _say(one, first, options, voice, out)
    if not asked:
        code = _nothing(" ".join(options.what), loaded, out)
    return code


def _asked(typed: str, options: argparse.Namespace, loaded: build.Loaded) -> list[Asked]:
    """What was meant: an actor, one of its activities, or a sentence."""
    guide = loaded.guide
    word = typed.strip()
    if "/" in word or "\\" in word or word in guide.records or word.endswith(".yml"):
        if options.time or options.neighbourhood:
            raise Usage(say("'--tijd' en '--wijk' horen bij een zin, niet bij een groep."))
        slug, activity = slug_of(word, guide)
        record, names = guide.records[slug], activities_of(guide, slug)
        calendar = calendar_of(guide, record.neighbourhood)
        stops = {one.id: one.stopped.on for one in record.actor.activities if one.stopped} if record.actor else {}
        whole = record.actor.stopped.on if record.actor and record.actor.stopped else None
        found = []
        for key, rules in record.rules.items():
            if not rules or (activity and key != activity):
                continue
            name = say(
                "{activity} ({group})", activity=names.get(key, key) if key else say("Open"), group=name_of(guide, slug)
            )
            ends = [day for day in (stops.get(key), whole) if day]
            for end in ends:
                rules = until(rules, StoppedOf(end, None, None))
            found.append(Asked(name, rules, calendar))
        return found
    if word.split()[0] in guide.records:
        raise Usage(say("'{slug}' is een groep. Typ alleen de groep, of alleen een zin.", slug=word.split()[0]))
    return [_sentence(word, options, loaded)]


def _sentence(typed: str, options: argparse.Namespace, loaded: build.Loaded) -> Asked:
    """A sentence as a rule. Raises Trouble with what is not understood and what to write instead."""
    guide = loaded.guide
    known = {slug: slug for slug in guide.records}
    try:
        rules = rules_of(typed, guide, loaded.today, options.time or "")
    except Trouble as trouble:
        if len(typed.split()) == 1 and (guess := unknown("", typed, known)):
            raise Usage(say("'{word}' is geen groep in de gids en geen dag.{guess}", word=typed, guess=guess)) from None
        raise Trouble(say("Dit begrijp ik niet: {why}", why=trouble.text)) from None
    return Asked(typed, rules, calendar_of(guide, _neighbourhood(options.neighbourhood, guide)))


def _neighbourhood(typed: str | None, guide: Guide) -> str:
    """A neighbourhood by its id or name; the first of the guide where none is named."""
    known = guide.settings.neighbourhoods if guide.settings else {}
    if typed is None:
        return next(iter(known), "")
    return neighbourhood_of(typed, guide)


def _say(asked: Asked, first: date, options: argparse.Namespace, voice: Voice, out: Terminal) -> None:
    """The rules in words, then the dates in a column with what is not as usual beside them."""
    out.line(Paint("bold", asked.name))
    for rule in asked.rules:
        said = schedule(voice, rule, first)
        out.line("  ", " ".join(str(part) for part in (said.when, said.but) if part))
        if rule.note:
            out.line("  ", say("Let op: {note}", note=rule.note))
    if options.rrule:
        for text in repeats.properties(asked.rules, asked.calendar, first, first + AHEAD):
            out.line("  ", text)
        hours = opening_hours(asked.rules, asked.calendar, first)
        out.line("  ", f"opening_hours: {hours}" if hours else say("opening_hours kan dit niet zeggen."))
    times = _times(asked, first, options)
    if not times:
        out.line("  ", say("Er komt geen keer meer.") if not options.last else say("Niet in deze dagen."))
    for one in times:
        style, words = _mark(one, voice)
        row = f"  {_day(one.day, voice):<20}  {_clock(one):<11}"
        out.line(*((row, "  ", Paint(style, words)) if style else (row.rstrip(),)))


def _times(asked: Asked, first: date, options: argparse.Namespace) -> list[Occurrence]:
    """The times asked for: so many that go on, with the cancelled and moved ones between them."""
    if options.last:
        found = expand_all(asked.rules, asked.calendar, first, options.last)
        return found[: options.count] if options.count else found
    count = options.count or COUNT
    on = next_dates(asked.rules, asked.calendar, first, count, FAR.days)
    if not on:
        return []
    until = on[-1].day if len(on) == count else min(first + FAR, on[-1].day + timedelta(weeks=8))
    return expand_all(asked.rules, asked.calendar, first, until)


def _mark(one: Occurrence, voice: Voice) -> tuple[Style | None, str]:
    """What is not as usual with a time: red where it is not held, yellow where it may not be or is another day."""
    why = say(": {reason}", reason=one.reason) if one.reason else ""
    if one.state == "cancelled":
        return "red", say("gaat niet door{why}", why=why)
    if one.state == "moved" and one.moved_to:
        return "red", say("verplaatst naar {day}", day=_day(one.moved_to, voice))
    if one.doubt == "holiday":
        return "yellow", say("onzeker: het is een feestdag, vraag of het doorgaat")
    if one.doubt == "unknown":
        return "yellow", say("onzeker: we weten niet of het dan dicht is")
    if one.moved_from:
        return "yellow", say("in plaats van {day}", day=_day(one.moved_from, voice))
    return None, ""


def _day(day: date, voice: Voice) -> str:
    return f"{voice.weekday_short(day)} {day.day} {voice.month_short(day)} {day.year}"


def _clock(one: Occurrence) -> str:
    if one.start is None:
        return ""
    return f"{one.start:%H:%M}" + (f"–{one.end:%H:%M}" if one.end else "")


def _nothing(typed: str, loaded: build.Loaded, out: Terminal) -> int:
    """A group without times that were understood: because it has none, or because they have errors."""
    slug, activity = slug_of(typed, loaded.guide)
    path = loaded.guide.records[slug].document.path
    wrong = [one for one in errors(loaded.problems) if one.place.path == path]
    for problem in wrong:
        for parts in lines(problem, out.catalogue):
            out.line("".join(text for _, text in parts))
    if not wrong:
        out.line(say("Bij '{slug}' staat geen vaste tijd.", slug=f"{slug}/{activity}" if activity else slug))
    return 1 if wrong else 0
