"""The first step: dates, times and names of a sentence put away behind one sign each, which nobody can type.

What is left is short enough to be looked at with plain patterns: "vanaf " and a date is a sign after "vanaf ".
"""

from __future__ import annotations

import re
from typing import Final

from wijkgids.problems import say

from ..clock import parse_time
from ..dates import YEARS, parse_date
from ..refusal import Refused, quote
from ..typed import typed_time
from ..words import DAY_NAMES, DAY_SETS, DAY_WORDS, MONTH_NAMES, MONTHS, plain
from .reading import DATE, STOP, Reading, TypedDate, TypedSpan

# The full stop of "dec." is its own; behind "december" and "mei" it ends the sentence.
_MONTH: Final = "|".join((*MONTH_NAMES, *(rf"{word}\b\.?" for word in MONTHS if word not in MONTH_NAMES)))
_WEEKDAY: Final = "|".join((*DAY_NAMES.values(), *(rf"{name[:2]}\.?" for name in DAY_NAMES.values())))
_DAY: Final = rf"(?:(?:{_WEEKDAY}) )?\d{{1,2}}e?"
_AND: Final = r"(?: ?, ?(?:en )?| en | & )(?:op )?"
_ISO: Final = re.compile(rf"(?<![\w:./-])(?:({_WEEKDAY}) )?(\d{{4}})-(\d{{2}})-(\d{{2}})(?![\w-]|[.:]\d)")
_IN_WORDS: Final = re.compile(
    rf"(?<![\w:./-])({_DAY}(?:{_AND}{_DAY})*) ({_MONTH})(?!\w)(?: (\d{{4}}))?(?![\w-]|[.:]\d)"
)
_ONE_DAY: Final = re.compile(rf"(?:({_WEEKDAY}) )?(\d{{1,2}})e?")
_ROW: Final = re.compile(
    rf"(?<![\w:./-])({_DAY}) ?(?:t/m|tot en met) ?({_DAY}) ({_MONTH})(?!\w)(?: (\d{{4}}))?(?![\w-]|[.:]\d)"
)
_IN_DIGITS: Final = re.compile(r"(?<![\w:./-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\w:-]|[.:]\d)")
_SPANS: Final = re.compile(rf"(?:(van|vanaf|op) )?({DATE})(?: ?(?:t/m|tot en met|tem) ?| - )({DATE})")

_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?:(?: ?(?:uur|u\.?|h))(?!\w))?"
_TIMES: Final = re.compile(
    rf"(?<![\w:.-])(?:(van|vanaf|om|tussen|tijd:?) )?({_CLOCK})(?![\d:])"
    rf"(?:(?: ?(?:-|tot en met|tot|t/m) ?| en )(?:om )?({_CLOCK})(?![\d:]))?"
)
_MIDNIGHT: Final = re.compile(r"^0?0[:.]00")
_WHOLE_DAY: Final = re.compile(r"(?<!\w)(?:de )?(?:ge)?hele dag\b")
_HOURS: Final = re.compile(
    r"(?<![\w:.-])(?:(?:van|tussen) )?(\d{1,2})(?: ?(?:uur|u|h))? ?(?:-|tot|t/m|en) ?(\d{1,2}) ?(?:uur|u|h)\b"
    r"|(?<![\w:.-])(?:van|tussen) (\d{1,2}) (?:-|tot|t/m|en) (\d{1,2})(?![\w:.-])"
    r"|(?<![\w:.-])(?:om|vanaf) (\d{1,2})(?: ?(?:uur|u|h)\b|(?![\w:.-]))"
    r"|(?<![\w:.-])(\d{1,2}) ?(?:uur|u|h)\b|\b(?:half|kwart (?:over|voor)) \w+(?: uur)?"
    r"|(?<![\w:.-])\d{1,2}[uh]\d{2}\b(?: ?- ?\d{1,2}[uh]\d{2}\b)?"
)

# A full stop behind these does not end a sentence.
_SHORT: Final = frozenset(
    (*(name[:2] for name in DAY_NAMES.values()), *(word for word in MONTHS if word not in MONTH_NAMES))
) | {"m.u.v", "t.e.m", "i.v.m", "v.d", "m.i.v", "incl", "excl", "vnl"}
_ENDS: Final = re.compile(r";|([^\s,;]*)[.!]+(?=\s|$)")
_LABEL: Final = re.compile(
    r"^(?:open|geopend|openingstijden|wanneer|tijd|tijden|tijdstip|dag|dagen|dag en tijd|dagen en tijden) ?: "
)
_REASON: Final = re.compile(r"\b(?:wegens|vanwege|omdat|in verband met|i\.?v\.?m\.)\s[^.;,()\n]+", re.IGNORECASE)


def marked(reading: Reading, text: str) -> str:
    """Return one line of text in plain letters, with a sign for each date, time, name and aside, and at each stop."""
    words = plain(_asides(reading, text)).lower()
    words = _LABEL.sub("", words)
    words = _names(reading, words)
    words = _dates(reading, words)
    words = _times(reading, words)
    words = _ENDS.sub(
        lambda end: end[0] if end[1] in _SHORT and end.end() < len(words) else f"{end[1] or ''}{STOP}", words
    )
    return words


def _stop(end: re.Match[str]) -> str:
    """Return a stop for the end of a sentence, and the full stop of "di." as it stands."""
    short = end[1] in _SHORT and end.end() < len(end.string)
    return end[0] if short else f"{end[1] or ''}{STOP}"


def _asides(reading: Reading, text: str) -> str:
    """Put away what stands between brackets, and reasons ("wegens ziekte"): who reads them keeps their capitals."""

    def aside(content: str) -> str:
        sign = reading.sign("aside")
        reading.asides[sign] = " ".join(content.split())
        return f" {sign} "

    kept, start, depth = [], 0, 0
    for at, letter in enumerate(text):
        if letter == "(":
            if depth == 0:
                kept.append(text[start:at])
                start = at + 1
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                kept.append(aside(text[start:at]))
                start = at + 1
    # A bracket that is never closed stays, and is refused with the words around it.
    kept.append(("(" if depth else "") + text[start:])
    return _REASON.sub(lambda match: aside(match[0]), "".join(kept))


def _names(reading: Reading, words: str) -> str:
    """Put away the names of the guide's own closures: they may hold any word."""
    for name in sorted({plain(name) for name in reading.named}, key=lambda one: (-len(one), one)):
        if (
            len(name) < 3
            or name in DAY_WORDS
            or name in DAY_SETS
            or not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        ):
            continue
        sign = reading.sign("name")
        reading.names[sign] = name
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", sign, words)
    return words


def _dates(reading: Reading, words: str) -> str:
    def put(typed: TypedDate) -> str:
        sign = reading.sign("date")
        reading.dates[sign] = typed
        return sign

    def iso(match: re.Match[str]) -> str:
        return put(TypedDate(int(match[4]), int(match[3]), int(match[2]), _weekday(match[1]), match[0]))

    def typed_day(part: str, month: str, year: str | None) -> TypedDate:
        one = _ONE_DAY.fullmatch(part)
        assert one is not None
        month = month.rstrip(".")
        text = f"{part} {MONTH_NAMES[MONTHS[month] - 1]}" + (f" {year}" if year else "")
        return TypedDate(int(one[2]), MONTHS[month], int(year) if year else None, _weekday(one[1]), text)

    def in_words(match: re.Match[str]) -> str:
        signs = [put(typed_day(one[0], match[2], match[3])) for one in _ONE_DAY.finditer(match[1])]
        return ", ".join(signs)

    def row(match: re.Match[str]) -> str:
        sign = reading.sign("span")
        first, last = (typed_day(match[part], match[3], match[4]) for part in (1, 2))
        reading.spans[sign] = TypedSpan(first, last, "")
        return sign

    def digits(match: re.Match[str]) -> str:
        try:
            parse_date(match[0])
        except Refused as refusal:
            reading.refusals.append(refusal)
        typed = TypedDate(1, 1, YEARS[0], None, match[0])
        reading.days[typed] = None
        return put(typed)

    def span(match: re.Match[str]) -> str:
        sign = reading.sign("span")
        reading.spans[sign] = TypedSpan(reading.dates[match[2]], reading.dates[match[3]], match[1] or "")
        return sign

    words = _ISO.sub(iso, words)
    words = _IN_DIGITS.sub(digits, words)
    words = _ROW.sub(row, words)
    words = _IN_WORDS.sub(in_words, words)
    return _SPANS.sub(span, words)


def _weekday(word: str | None) -> int | None:
    return DAY_WORDS[word.rstrip(".")][0] if word else None


def _times(reading: Reading, words: str) -> str:
    def put(typed: str, time: str) -> str:
        sign = reading.sign("time")
        reading.times[sign] = (typed, time)
        return sign

    def time(match: re.Match[str]) -> str:
        lead, start, end = match[1] or "", match[2], match[3]
        joined = match[0][match.end(2) - match.start() :] if end else ""
        if " en " in joined and lead != "tussen":
            # "10:00 en 14:00" is two times, each with only its start.
            return f"{one(f'{lead} {start}'.strip())} en {one(end)}"
        # "tot 00:00" is until the end of that day.
        return one(f"{start} tot {_MIDNIGHT.sub('24:00', end)}" if end else start, match[0])

    def one(text: str, typed: str = "") -> str:
        try:
            return put(typed or text, typed_time(parse_time(text)))
        except Refused as refusal:
            reading.refusals.append(refusal)
            return put(typed or text, "")

    def hours(match: re.Match[str]) -> str:
        numbers = [int(number) for number in match.groups() if number]
        cure: str = "Schrijf uren en minuten, met 24 uren op een dag: “van 14:00 tot 16:00”, of “om 19:30”."
        if len(numbers) == 2 and 8 <= numbers[0] < numbers[1] <= 23:
            cure = say(
                "Schrijf de minuten erbij: “van {van} tot {tot}”.",
                van=f"{numbers[0]:02d}:00",
                tot=f"{numbers[1]:02d}:00",
            )
        elif len(numbers) == 1 and 13 <= numbers[0] <= 23:
            cure = say("Schrijf de minuten erbij: “om {van}”.", van=f"{numbers[0]:02d}:00")
        reading.refuse("zin-uren", quote(match[0]), "een tijd met uren en minuten", cure)
        return put(match[0], "")

    words = _TIMES.sub(time, words)
    words = _HOURS.sub(hours, words)
    return _WHOLE_DAY.sub(lambda match: put(match[0], "00:00-24:00"), words)
