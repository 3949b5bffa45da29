"""The blocks of a plain text, each as items to lay out, and the joining of pieces with the signs of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijkgids.exports.columns import Gap, Heading, Item, Table, Text
from wijkgids.texts import OwnName, Piece, Sentence, Voice
from wijkgids.views.actor_sheet import PersonPart
from wijkgids.views.colophon import Colophon
from wijkgids.views.entry import Fact, LanguageLine, Vow
from wijkgids.views.place import PlaceView
from wijkgids.views.routes import Route, Stop
from wijkgids.views.rows import Row
from wijkgids.views.schedule_text import Line
from wijkgids.views.sheet_activity import Coming, Gone, Seen, sentence
from wijkgids.views.sheet_words import SheetWords
from wijkgids.views.thresholds import Needed

BETWEEN = " · "


def section(heading: Piece, items: Iterable[Item]) -> Iterator[Item]:
    """A heading with what stands below it; nothing at all where nothing does."""
    found = list(items)
    if found:
        yield Heading(heading)
        yield from found


def titled(voice: Voice, heading: Piece, items: Iterable[Item], depth: int) -> Iterator[Item]:
    """The same inside another block: then the heading is a line with a colon."""
    if depth == 0:
        yield from section(heading, items)
        return
    found = list(items)
    if found:
        yield Text(colon(voice, heading), depth)
        yield from found


def gone(voice: Voice, left: Gone, depth: int, *, heading: bool = True) -> Iterator[Item]:
    """What stopped or will: why, and where to go instead."""
    if heading:
        yield Text(full_stop(voice, left.heading), depth)
    go_to = full_stop(voice, left.go_to) if left.go_to else None
    yield from optional(run((left.said, left.why, go_to)), depth)


def place(voice: Voice, where: PlaceView, depth: int) -> Iterator[Item]:
    """Where it is, a sentence a line."""
    yield from (Text(said, depth) for said in place_pieces(voice, where))


def place_pieces(voice: Voice, where: PlaceView) -> tuple[Piece, ...]:
    """Where it is, as sentences: house and room, street and city, how you find it; or how you get to hear it."""
    name = where.host.text if where.host else where.name
    if name and where.address and where.address.startswith(str(name)):
        name = None  # "Nachtlindeplein, Nachtlindeplein 1"
    house = with_comma(voice, name, where.room)
    street = with_comma(voice, where.address, where.city)
    said = (*(full_stop(voice, one) for one in (house, street) if one), where.find, where.hidden)
    return tuple(one for one in (*said, sentence(where.via) if where.via else None) if one)


def lines(lines: Iterable[Line], depth: int) -> Iterator[Item]:
    """Rules in words, each with what goes against it and its note."""
    for line in lines:
        yield from optional(run((line.when, line.but, line.note)), depth)


def coming(words: SheetWords, one: Coming) -> tuple[Piece, ...]:
    """One of the next times as cells: day, hours, and what to mind."""
    notes = [*((words.evening,) if one.evening else ()), *((words.doubt,) if one.doubt else ())]
    return (one.day, one.time or words.not_told, ", ".join(notes))


def needed(voice: Voice, words: SheetWords, needed: Needed, depth: int) -> Iterator[Item]:
    """What is needed and what is not, line by line; and apart from that what nobody knows yet."""
    said = [*(chip.text for chip in needed.known), *needed.notes]
    if depth == 0 and (said or needed.asks):
        yield Heading(words.needed)
    inner = max(depth, 1)
    yield from (Text(one, inner, "- ") for one in said)
    if needed.asks:
        yield Text(run((words.unknown, full_stop(voice, voice.listing(needed.asks)))) or "", inner)


def steps(said: Iterable[Piece], depth: int) -> Iterator[Item]:
    """Numbered lines."""
    yield from (Text(step, depth, f"{number}. ") for number, step in enumerate(said, 1))


def promise(voice: Voice, words: SheetWords, vow: Vow | None, depth: int) -> Iterator[Item]:
    """The promise, its exception, and who signed when."""
    if vow is None:
        return
    said = (Sentence(("“", vow.text, "”")), Sentence((words.unless, " ", vow.unless)), vow.signed)
    yield from titled(voice, words.promise, [Text(one, depth + 1) for one in said], depth)


def languages(voice: Voice, lines: Iterable[LanguageLine], depth: int) -> Iterator[Item]:
    """Who speaks what, by what each language is called here."""
    for line in lines:
        name: Piece = line.here or line.own
        yield Text((labelled(voice, name, line.who) if line.who else name) or "", depth)


def routes(voice: Voice, words: SheetWords, ways: Iterable[Route]) -> Iterator[Item]:
    """Each way step by step: where you start, what they do, where you come out; then whether there is room."""
    for number, way in enumerate(ways):
        yield Heading(words.routes) if number == 0 else Gap()
        yield from steps((point(voice, one) for one in way.stops), 1)
        spoken = voice.listing([here(voice, one) for one in way.languages])
        yield from optional(run((full_stop(voice, way.state.text), full_stop(voice, spoken) if spoken else None)), 2)


def point(voice: Voice, stop: Stop) -> Piece:
    """A point of the way; of the sheet's own actor its name follows the words "here you start"."""
    said = voice.say("{taal}: {wie}", taal=stop.text, wie=stop.under[0]) if stop.here else stop.text
    rest = joined(BETWEEN, stop.under[1:] if stop.here else stop.under)
    apart = " " if str(said).endswith((".", "።")) else BETWEEN
    return Sentence((said, apart, rest)) if rest else said


def person(voice: Voice, one: PersonPart) -> Iterator[Item]:
    """A role, whom to ask for, in which languages, and how to reach them."""
    spoken = voice.listing([here(voice, each) for each in one.languages])
    who = voice.say("{taal}: {wie}", taal=one.role, wie=one.name) if one.name else one.role
    yield Text(full_stop(voice, who), 1)
    yield from (Text(said, 2) for said in one.said)
    yield from optional(spoken, 2)
    yield from (Text(way.said, 2) for way in one.ways)


def here(voice: Voice, one: OwnName) -> Piece:
    """What a language is called in the language of the text; its own name where that is the same."""
    return one if one.code == voice.lang else voice.language_here(one.code)


def facts(voice: Voice, facts: Iterable[Fact], depth: int) -> Iterator[Item]:
    """Each fact after its label."""
    for fact in facts:
        yield from optional(labelled(voice, fact.label, run(fact.said)), depth)


def rows(rows: Iterable[Row]) -> list[Item]:
    """Activities in a list: when, and what with whom."""
    lines = [(joined(" ", row.when) or "", joined(BETWEEN, (row.title, row.place)) or "") for row in rows]
    return [Table(tuple(lines), 1)] if lines else []


def seen(seen: Seen, depth: int) -> Iterator[Item]:
    """The last check, and from when to call first."""
    yield from optional(run((seen.day, seen.how, seen.call_from)), depth)


def colophon(last: Colophon) -> Iterator[Item]:
    """Who to call when it is wrong, where the newest is, and how old this is."""
    yield Gap()
    dates = joined(BETWEEN, (last.made, last.valid, last.oldest))
    for said in (last.wrong, last.newest, dates, last.sample, last.missing, last.unread):
        if said:
            yield Text(said)


# joining


def optional(said: Piece | None, depth: int) -> Iterator[Item]:
    """A paragraph, when there is something to say."""
    if said:
        yield Text(said, depth)


def labelled(voice: Voice, label: Piece, said: Piece | None) -> Piece | None:
    """A label and what it is about, with the colon of the language; None where there is nothing to say."""
    return voice.say("{taal}: {wie}", taal=label, wie=said) if said else None


def colon(voice: Voice, label: Piece) -> Piece:
    """A label with the colon of the language."""
    return voice.say("{taal}: {wie}", taal=label, wie="")


def full_stop(voice: Voice, said: Piece) -> Piece:
    """Words with the full stop of the language."""
    return voice.say("{zin}.", zin=said)


def with_comma(voice: Voice, one: Piece | None, other: Piece | None) -> Piece | None:
    """Two things with the comma of the language between them, or the one that is there."""
    return voice.say("{wie}, {wanneer}", wie=one, wanneer=other) if one and other else one or other


def run(pieces: Iterable[Piece | None]) -> Piece | None:
    """Sentences after each other."""
    return joined(" ", pieces)


def beside(pieces: Iterable[Piece]) -> Piece | None:
    """Things beside each other."""
    return joined(BETWEEN, pieces)


def joined(sign: str, pieces: Iterable[Piece | None]) -> Piece | None:
    """The pieces that are there with a sign between them; None where there are none."""
    found = [piece for piece in pieces if piece]
    if len(found) < 2:
        return found[0] if found else None
    return Sentence(tuple(part for piece in found for part in (sign, piece))[1:])
