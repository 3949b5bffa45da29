"""When: the rules in words, the next times as leaves of a calendar, and what changes in the weeks to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wijkgids.agenda import ActivityOf, Agenda, Time, in_the_evening
from wijkgids.occurrences import Occurrence
from wijkgids.records.said import Said
from wijkgids.schedules import Rule
from wijkgids.texts import Ltr, Piece, Prose, Sentence, Voice
from wijkgids.texts.schedule import schedule

LEAVES = 4
# How far ahead a time that does not go on, or moves, is told.
CHANGES = timedelta(weeks=4)


@dataclass(frozen=True)
class Line:
    """One rule: its days and times, when not, and what to mind."""

    when: Piece
    but: Piece | None = None
    note: Prose | None = None


@dataclass(frozen=True)
class Leaf:
    """One day of a calendar. `time` is there when the leaves have different times.

    `off` says that it does not go on, or is moved; `doubt` marks one that may be off: ask.
    """

    weekday: str
    day: Piece
    month: str
    time: Piece | None
    evening: bool
    off: Piece | None = None
    doubt: bool = False


@dataclass(frozen=True)
class When:
    """When something is. `but` stands once below all lines where it is the same for each.

    `manner` says how it goes without fixed times; `unknown` that nobody told us.
    """

    lines: tuple[Line, ...]
    but: Piece | None
    leaves: tuple[Leaf, ...]
    changes: tuple[Piece, ...]
    manner: tuple[Piece, ...]
    unknown: bool


def when(voice: Voice, agenda: Agenda, activity: ActivityOf, ahead: timedelta = CHANGES) -> When:
    """When an activity is, from its rules and the coming times; what changes until `ahead` is told."""
    coming = [time.on for time in agenda.next_times(activity, LEAVES)]
    own = agenda.times_of(activity, agenda.today, agenda.today + ahead) if activity.live else []
    changed = [time for time in own if time.on.state != "on"]
    moved = {time.on.moved_from: time for time in own if time.on.moved_from}
    off = [time.on for time in changed if coming and time.on.day <= coming[-1].day]
    manner: list[Piece] = []
    if activity.visits:
        manner.append(voice.say("Ze komen bij jou thuis."))
    if activity.by_phone:
        manner.append(voice.say("Het kan aan de telefoon."))
    if activity.by_appointment:
        manner.append(voice.say("Je maakt eerst een afspraak."))
    if activity.next_start and activity.next_start >= agenda.today:
        manner.append(voice.say("Het begint op {dag}.", dag=voice.day_year(activity.next_start)))
    changes = [change(voice, time, moved.get(time.on.day)) for time in changed]
    if any(one.doubt == "holiday" for one in coming):
        changes.append(voice.say("Op een feestdag: vraag of het doorgaat."))
    if any(one.doubt == "unknown" for one in coming):
        changes.append(voice.say("Niet elke dag is zeker: vraag of het doorgaat."))
    said, once = hours(voice, agenda.today, activity.rules, activity.rule_notes)
    return When(said, once, leaves(voice, [*coming, *off]), tuple(changes), tuple(manner), not said and not manner)


def hours(
    voice: Voice, today: date, rules: Sequence[Rule], notes: Sequence[Said | None] = ()
) -> tuple[tuple[Line, ...], Piece | None]:
    """The rules in words, and when not: once below all where it is the same for each, else beside each."""
    said = lines(voice, today, rules, notes)
    if not said or any(str(line.but) != str(said[0].but) for line in said):
        return said, None
    return tuple(replace(line, but=None) for line in said), said[0].but


def lines(voice: Voice, today: date, rules: Sequence[Rule], notes: Sequence[Said | None] = ()) -> tuple[Line, ...]:
    """The rules in words, one line each, with the note beside each."""
    beside = [*notes, *[None] * (len(rules) - len(notes))]
    found = []
    for rule, note in zip(rules, beside, strict=True):
        said = schedule(voice, rule, today)
        found.append(Line(said.when, said.but, voice.prose(note) if note else None))
    return tuple(found)


def leaves(voice: Voice, times: Iterable[Occurrence]) -> tuple[Leaf, ...]:
    """Leaves of a calendar in the order of time. The clock stands on them only where it differs."""
    ordered = sorted(times, key=lambda one: (one.day, str(one.start)))
    clocks = {one.start.time() if one.start else None for one in ordered}
    return tuple(
        Leaf(
            voice.weekday_short(one.day),
            Ltr(str(one.day.day)),
            voice.month_short(one.day),
            voice.time(one.start) if one.start and len(clocks) > 1 else None,
            in_the_evening(one),
            _off(voice, one),
            one.doubt is not None,
        )
        for one in ordered
    )


def _off(voice: Voice, one: Occurrence) -> Piece | None:
    if one.state == "on":
        return None
    return voice.say("verplaatst") if one.state == "moved" else voice.say("gaat niet door")


def change(voice: Voice, time: Time, new: Time | None = None) -> Piece:
    """A time that is off, with its reason in the words of the record, or moved: then to `new`."""
    day = voice.day_long(time.on.day)
    if time.on.state == "moved" and time.on.moved_to:
        to: Piece = voice.day_long(time.on.moved_to)
        if new and new.on.start:
            to = voice.say("{wie}, {wanneer}", wie=to, wanneer=voice.times(new.on.start, new.on.end))
        said = voice.say("Verplaatst: {dag} wordt {nieuw}.", dag=day, nieuw=to)
    else:
        said = voice.say("Gaat niet door: {dag}.", dag=day)
    return Sentence((said, " ", voice.prose(time.reason))) if time.reason else said
