"""What was understood of a schedule, said back to who wrote it: one whole sentence, and the next times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from wijkgids.occurrences import Occurrence
from wijkgids.problems import catalogue, say, translated
from wijkgids.schedules import Rule
from wijkgids.texts import dates
from wijkgids.texts.pieces import Piece, Sentence
from wijkgids.texts.schedule import schedule
from wijkgids.texts.voice import Voice, voices

TIMES = 3  # as many as show a rhythm


def sentence_of(rule: Rule, voice: Voice | None = None) -> str:
    """All that a rule says, as one text: in Dutch, or in the language of a voice.

    It is the sentence that pages show with nothing left out: what is over, each date with its year, what is cancelled
    and moved, and the note. In Dutch `schedules.sentence.read_sentence` reads it back as the same days.
    """
    voice = voice or _dutch()
    said = schedule(voice, rule, None)
    parts: list[Piece] = [said.when, *([said.but] if said.but else [])]
    for gone in rule.cancelled:
        day: Piece = voice.day_full(gone.day)
        if gone.reason:
            day = Sentence((day, f" ({_within_brackets(gone.reason)})"))
        parts.append(voice.say("Gaat niet door: {dag}.", dag=day))
    for move in rule.moved:
        to: Piece = voice.day_full(move.to)
        if move.time:
            to = Sentence((to, ", ", voice.times(move.time.start, move.time.end)))
        parts.append(voice.say("Verplaatst: {dag} wordt {nieuw}.", dag=voice.day_full(move.origin), nieuw=to))
    if rule.note:
        parts.append(f"Let op: {_one_line(rule.note)}")
    return " ".join(str(part) for part in parts)


def next_times(times: Iterable[Occurrence], today: date, language: str) -> str:
    """The first three days on which it is, in one of `problems.LANGUAGES`: "volgende keren: di 24 nov, do 26 nov".

    With the year where it is not this one, and marked where not certain.
    `times` are those of a year ahead at most, as `occurrences.next_dates` gives them.
    """
    words = catalogue(language)
    certain: dict[date, bool] = {}
    for one in times:
        if one.state == "on" and one.day >= today:
            certain[one.day] = certain.get(one.day, False) or one.doubt is None
    days = []
    for day in sorted(certain)[:TIMES]:
        short = _short(day, today, language)
        days.append(short if certain[day] else translated(say("{dag} (bel eerst)", dag=short), words))
    if not days:
        return translated("geen keer in het komende jaar", words)
    if len(days) == 1:
        return translated(say("volgende keer: {dagen}", dagen=days[0]), words)
    return translated(say("volgende keren: {dagen}", dagen=", ".join(days)), words)


def _short(day: date, today: date, language: str) -> str:
    """di 24 nov, or di 5 jan 2027"""
    locale = dates.locale_of(language)
    year = "" if day.year == today.year else f" {day.year}"
    return f"{dates.weekday_short(day, locale)} {day.day} {dates.word(day, 'MMM', locale)}{year}"


@cache
def _dutch() -> Voice:
    return voices(["nl"], {}, {})["nl"]


def _one_line(text: str) -> str:
    """What somebody typed, on one line and without signs that steer a terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _within_brackets(text: str) -> str:
    """A reason that can stand between brackets: with round ones that do not match it could not be read back."""
    line = _one_line(text)
    depth = 0
    for letter in line:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            break
    return line.translate({ord("("): "[", ord(")"): "]"}) if depth else line
