"""Clock times as people write them: "10:00-12:00", "15.00 - 18.00", "van 10:00 tot 12:00 uur", or only a start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import Final

from wijkgids.problems import say

from .refusal import Refused, quote, refuse_long
from .words import plain

_CLOCK: Final = r"(\d{1,2})[:.](\d{2})(?: ?(?:uur|u\.?|h))?"
_FROM_TO: Final = re.compile(rf"(?:van |vanaf )?{_CLOCK} ?(?:-|tot en met|tot|t/m) ?{_CLOCK}")
_START: Final = re.compile(rf"(?:vanaf |om )?{_CLOCK}")
_TWO: Final = re.compile(rf"{_CLOCK}.*?{_CLOCK}.*?{_CLOCK}")
_ALL: Final = re.compile(r"\d{1,2}[:.]\d{2} ?(?:-|tot|t/m) ?\d{1,2}[:.]\d{2}")
# Other ways to write it, only to answer with the right one.
_LOOSE: Final = r"(?:ca\.? ?|circa |ongeveer |± ?|~ ?)?(\d{1,2}?)[:.;,hu]? ?(\d{2})?(?: ?(?:uur|u|h)\b\.?)?"
_LOOSE_ROW: Final = re.compile(
    rf"(?:van |vanaf |tussen |om )?{_LOOSE} ?(?:-|~|→|>|/| |tot|en|t/m|tot en met) ?{_LOOSE}(?: precies)?"
)
_LOOSE_START: Final = re.compile(rf"(?:van |vanaf |om )?{_LOOSE}(?: precies)? ?(?:-|tot)? ?(?:\.+|…|\?+|einde|laat)?")
_PM: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?")
# Hours before this one may be in the afternoon: "2-4".
_MORNING: Final = 8

WANTED: Final = "een tijd, zoals 10:00-12:00, of alleen het begin, zoals 19:30"

HOURS_CURE: Final = "Schrijf uren en minuten, met 24 uren op een dag: 2 uur 's middags is 14:00."

# A night shelter runs from 17:00 to 09:00. What is longer is two times the wrong way round.
LONGEST_HOURS: Final = 16


@dataclass(frozen=True)
class TimeRange:
    """A local time of day (Europe/Amsterdam).

    Without `end` only the start is known; with `past_midnight` the end is on the next day.
    """

    start: time
    end: time | None = None
    past_midnight: bool = False

    @property
    def minutes(self) -> int | None:
        """How long it lasts by the clock on the wall, in minutes; None without an end."""
        if self.end is None:
            return None
        start, end = (moment.hour * 60 + moment.minute for moment in (self.start, self.end))
        return end - start + (24 * 60 if self.past_midnight else 0)


@lru_cache(maxsize=4096)
def parse_time(text: str) -> TimeRange:
    """Return the time that a phrase means; raise `Refused` when it is not written out with hours and minutes.

    Hours alone ("2-4") are refused: people mean the afternoon by it, a machine the night.
    """
    refuse_long(text, WANTED)
    words = plain(text).rstrip(".")
    if match := _FROM_TO.fullmatch(words):
        start = _moment(text, match[1], match[2])
        if (match[3], match[4]) == ("24", "00"):
            return TimeRange(start, time(0), past_midnight=True)
        end = _moment(text, match[3], match[4])
        found = TimeRange(start, end, past_midnight=end <= start)
        if (found.minutes or 0) > LONGEST_HOURS * 60:
            cure = say(
                "Draai ze om, of kijk de tijden na. Tot na middernacht kan, tot {uren} uur lang: 20:00-02:00.",
                uren=LONGEST_HOURS,
            )
            if start == end == time(0):
                cure = say("Is het de hele dag? Laat tijd dan weg.")
            elif end.hour < 12 and end < start < end.replace(hour=end.hour + 12):
                late = f"{start:%H:%M}-{end.replace(hour=end.hour + 12):%H:%M}"
                cure = say("Bedoel je {tijd}? Schrijf de tijd met 24 uren.", tijd=late)
            raise Refused("tijd-volgorde", quote(text), "eerst het begin, dan het eind", cure)
        return found
    if match := _START.fullmatch(words):
        return TimeRange(_moment(text, match[1], match[2]))
    if _TWO.search(words):
        raise Refused("tijd-twee", quote(text), WANTED, _one_each(words))
    raise Refused("tijd-vorm", quote(text) if words else "niets", WANTED, _cure(words))


def _moment(text: str, hour: str, minute: str) -> time:
    if int(hour) > 23 or int(minute) > 59:
        cure = "Uren gaan van 00 tot en met 23, minuten van 00 tot en met 59. Kijk de tijd na."
        raise Refused("tijd-vorm", quote(text), WANTED, cure)
    return time(int(hour), int(minute))


def _one_each(words: str) -> str:
    ranges = _ALL.findall(words)
    if len(ranges) == 1:
        return say("Schrijf hier één tijd: {tijd}. Zet de rest bij let_op.", tijd=ranges[0])
    if len(ranges) == 2:
        return say("Maak twee regels, elk met hun eigen tijd: {een} en {twee}.", een=ranges[0], twee=ranges[1])
    return "Maak twee regels, elk met hun eigen tijd."


def _cure(words: str) -> str:
    if not words:
        return "Weet je geen tijd, of is het de hele dag? Laat tijd dan weg."
    if match := _PM.fullmatch(words):
        hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
        return say("Schrijf de tijd met 24 uren: {tijd}.", tijd=f"{hour:02d}:{match[2] or '00'}")
    if re.search(r"\b[ap]\.?m\b", words):
        return "Schrijf de tijd met 24 uren: 3 pm is 15:00."
    if re.match(r"half |kwart ", words):
        return "Schrijf de tijd in cijfers, met 24 uren: half 3 's middags is 14:30."
    if words.startswith(("tot ", "-")):
        return "Schrijf ook wanneer het begint: 10:00-12:00."
    for pattern in (_LOOSE_ROW, _LOOSE_START):
        # "10:00 en 12:00" may be two times that it begins.
        if (" en " not in words or words.startswith("tussen")) and (match := pattern.fullmatch(words)):
            found = _loose(match.groups())
            return say("Schrijf {tijd}.", tijd=found) if found else HOURS_CURE
    if re.search(r"hele dag|altijd|24/7|24 uur", words):
        return "Is het de hele dag, of op elk moment? Laat tijd dan weg."
    if re.search(r"ochtend|morgen|middag|avond", words):
        return "Schrijf de kloktijd, zoals 14:00-16:00. Weet je die niet? Laat tijd dan weg."
    if not re.search(r"\d", words):
        return "Schrijf de kloktijd, zoals 14:00-16:00. Weet je die niet? Laat tijd weg en schrijf het bij let_op."
    return "Schrijf uren en minuten met een streepje ertussen: 10:00-12:00."


def _loose(groups: tuple[str | None, ...]) -> str | None:
    """Return "10:00-12:00" for hours with or without minutes, or None where it may be another part of the day."""
    pairs = [(int(hour or 0), minute) for hour, minute in zip(groups[::2], groups[1::2], strict=True)]
    hours = [hour for hour, _ in pairs]
    if any(hour > 23 for hour in hours) or any(minute and int(minute) > 59 for _, minute in pairs):
        return None
    if any(minute is None for _, minute in pairs) and not _MORNING <= hours[0] <= hours[-1]:
        return None
    return "-".join(f"{hour:02d}:{minute or '00'}" for hour, minute in pairs)
