"""An actor or an activity as plain text: for a terminal, to read over the phone, later for mail and messages.

It says what the sheet of paper says, from the same view; this module only puts it in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.exports import plain_parts as parts
from wijkgids.exports.columns import Gap, Heading, Item, Table, Text, laid_out
from wijkgids.texts import Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.actor_sheet import ActorSheet, actor_sheet, colophon_of, translated, valid_until
from wijkgids.views.sheet_activity import ActivityPart, activity_part, gone, written_address
from wijkgids.views.sheet_words import SheetWords, sheet_words


def actor_text(agenda: Agenda, voice: Voice, slug: str) -> str:
    """All that the sheet of an actor says, in the language of a voice; ends in a line break.

    Raises KeyError for a slug that is not in the guide.
    """
    return laid_out(list(_actor(voice, actor_sheet(agenda, voice, slug))), rtl=voice.rtl)


def activity_text(agenda: Agenda, voice: Voice, slug: str, activity_id: str) -> str:
    """All that can be said of one activity of an actor, also of one that stopped; ends in a line break.

    Raises KeyError for an activity that is not in the guide.
    """
    one = agenda.activities[slug, activity_id]
    actor = agenda.actors[one.actor]
    page = addresses.activity(addresses.SOURCE, slug, activity_id)
    last = colophon_of(agenda, voice, actor, valid_until(agenda, actor), written_address(agenda, voice, one.code, page))
    view = activity_part(agenda, voice, one) if one.live else gone(agenda, voice, one)
    said = (
        _activity(voice, sheet_words(voice), view, 0) if isinstance(view, ActivityPart) else parts.gone(voice, view, 0)
    )
    items = [Heading(view.name, rule="="), *said, *parts.colophon(translated(voice, last, view))]
    return laid_out(items, rtl=voice.rtl)


def _actor(voice: Voice, sheet: ActorSheet) -> Iterator[Item]:
    words = sheet.words
    yield Heading(sheet.name, rule="=")
    yield Text(sheet.kind)
    yield from parts.optional(parts.beside(sheet.themes), 0)
    yield Gap()
    if sheet.summary:
        yield Text(sheet.summary)
    if sheet.gone:
        yield from parts.gone(voice, sheet.gone, 0)
    if sheet.instead:
        yield from parts.section(sheet.instead_title or words.hosts, parts.rows(sheet.instead))
    if sheet.call_first:
        yield from parts.section(words.call_first, [Text(sheet.call_first, 1)])
    if sheet.stops:
        yield Gap()
        yield from parts.gone(voice, sheet.stops, 0)
    if sheet.place:
        yield from parts.section(words.where, parts.place(voice, sheet.place, 1))
    if sheet.ways:
        yield Gap()
    yield from (Text(way.said) for way in sheet.ways)
    if sheet.ask_for:
        yield Text(sheet.ask_for)
    yield from parts.section(words.hours, [*parts.lines(sheet.hours, 1), *parts.optional(sheet.closed, 1)])
    if sheet.activities or sheet.others:
        yield Heading(words.activities)
    for part in sheet.activities:
        yield Heading(part.name, 1)
        yield from _activity(voice, words, part, 2)
    if sheet.others:
        yield Gap()
        yield from parts.rows(sheet.others)
    if sheet.needed:
        yield from parts.needed(voice, words, sheet.needed, 0)
    yield from parts.section(words.first_time, parts.steps(sheet.first_time, 1))
    yield from parts.promise(voice, words, sheet.promise, 0)
    yield from parts.section(words.languages, parts.languages(voice, sheet.languages, 1))
    yield from parts.routes(voice, words, sheet.routes)
    yield from parts.section(words.people, [item for one in sheet.people for item in parts.person(voice, one)])
    further = [
        *parts.facts(voice, sheet.facts, 1),
        *parts.optional(parts.labelled(voice, words.pays, parts.run((sheet.pays, sheet.belongs_to))), 1),
        *parts.optional(parts.labelled(voice, words.has, parts.beside(sheet.has)), 1),
        *parts.optional(parts.labelled(voice, words.works_with, parts.beside(sheet.works_with)), 1),
        *parts.optional(parts.labelled(voice, words.keywords, parts.beside(sheet.keywords)), 1),
    ]
    yield from parts.section(words.further, further)
    yield from parts.section(words.hosts, parts.rows(sheet.hosts))
    if sheet.stopped:
        yield Heading(words.stopped)
        for left in sheet.stopped:
            yield from parts.gone(voice, left, 1, heading=False)
    contacts = [(one.name, one.phone or "", one.address or "") for one in sheet.contacts]
    yield from parts.section(words.contacts, [Table(tuple(contacts), 1)] if contacts else [])
    yield Gap()
    yield from parts.seen(sheet.seen, 0)
    yield from (Text(said) for said in sheet.agreed)
    yield from parts.colophon(sheet.colophon)


def _activity(voice: Voice, words: SheetWords, part: ActivityPart, depth: int) -> Iterator[Item]:
    yield from (Text(said, depth) for said in (*part.by, *((part.kind,) if part.kind else ())))
    if part.summary:
        yield Text(part.summary, depth)
    if part.chips:
        yield from parts.optional(parts.beside(chip.text for chip in part.chips), depth)
    if part.call_first:
        yield from parts.optional(parts.run((parts.full_stop(voice, words.call_first), part.call_first)), depth)
    if part.stops:
        yield from parts.gone(voice, part.stops, depth)
    if depth == 0:
        yield from parts.section(words.when, _when(voice, words, part, 1))
        yield Gap()
    else:
        yield from _when(voice, words, part, depth)
    if part.place:
        yield from parts.optional(
            parts.labelled(voice, words.where, parts.run(parts.place_pieces(voice, part.place))), depth
        )
    yield from (Text(way.said, depth) for way in part.ways)
    yield from parts.optional(part.ask_for, depth)
    yield from parts.optional(parts.labelled(voice, words.purpose, parts.beside(part.themes)), depth)
    whom = parts.run((*part.audience, Sentence(("“", part.words, "”")) if part.words else None))
    yield from parts.optional(parts.labelled(voice, words.whom, whom), depth)
    yield from parts.titled(voice, words.languages, parts.languages(voice, part.languages, depth + 1), depth)
    yield from parts.needed(voice, words, part.needed, depth)
    yield from parts.titled(voice, words.first_time, parts.steps(part.first_time, depth + 1), depth)
    yield from parts.promise(voice, words, part.promise, depth)
    if depth == 0:
        yield from parts.section(words.further, parts.facts(voice, part.facts, 1))
    else:
        yield from parts.facts(voice, part.facts, depth)
    days = (Text(parts.labelled(voice, day, said) or "", depth + 1, "- ") for day, said in part.programme)
    yield from parts.titled(voice, words.programme, days, depth)
    yield from parts.routes(voice, words, part.routes)
    if depth == 0:
        yield Gap()
    if part.seen:
        yield from parts.seen(part.seen, depth)
    yield Text(part.short, depth)


def _when(voice: Voice, words: SheetWords, part: ActivityPart, depth: int) -> Iterator[Item]:
    """The rules in words, what changes, and the next times with their hours below each other."""
    when = part.when
    if when.unknown:
        yield from parts.optional(
            parts.labelled(voice, words.when, words.not_told) if depth > 1 else words.not_told, depth
        )
    yield from parts.lines(when.lines, depth)
    yield from (Text(said, depth) for said in when.manner)
    yield from parts.optional(when.but, depth)
    yield from (Text(said, depth) for said in when.changes)
    yield from parts.optional(part.note, depth)
    if part.coming:
        yield Text(parts.colon(voice, words.coming), depth)
        yield Table(tuple(parts.coming(words, each) for each in part.coming), depth + 1)
