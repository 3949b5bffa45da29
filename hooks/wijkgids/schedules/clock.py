"""Clock times as people write them: "10:00-12:00", "15.00 - 18.00", "van 10:00 tot 12:00 uur", or only a start."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import Final

from .refusal import Refused, quote, refuse_long
from .words import plain

_CLOCK: Final = r"(\d{1,2})[:.](\d{2})(?: ?(?:uur|u\.?|h))?"
_FROM_TO: Final = re.compile(rf"(?:van |vanaf )?{_CLOCK} ?(?:-|tot en met|tot|t/m) ?{_CLOCK}")
_START: Final = re.compile(rf"(?:vanaf |om )?{_CLOCK}")
_TWO: Final = re.compile(rf"{_CLOCK}.*?{_CLOCK}.*?{_CLOCK}")
_HOURS: Final = re.compile(r"(?:van )?(\d{1,2}) ?(?:uur|u|h)? ?(?:-|tot|t/m) ?(\d{1,2}) ?(?:uur|u|h)?")
_DIGITS: Final = re.compile(r"(\d{1,2})[:.h]?(\d{2}) ?- ?(\d{1,2})[:.h]?(\d{2})")

WANTED: Final = "een tijd, zoals 10:00-12:00, of alleen het begin, zoals 19:30"

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
            cure = (
                f"Draai ze om, of kijk de tijden na. Tot na middernacht kan, tot {LONGEST_HOURS} uur lang: 20:00-02:00."
            )
            raise Refused("time-order", quote(text), "eerst het begin, dan het eind", cure)
        return found
    if match := _START.fullmatch(words):
        return TimeRange(_moment(text, match[1], match[2]))
    if _TWO.search(words):
        raise Refused("time-two", quote(text), WANTED, "Maak twee regels, elk met hun eigen tijd.")
    raise Refused("time-form", quote(text) if words else "niets", WANTED, _cure(words))


def _moment(text: str, hour: str, minute: str) -> time:
    if int(hour) > 23 or int(minute) > 59:
        cure = "Uren gaan van 00 tot en met 23, minuten van 00 tot en met 59. Kijk de tijd na."
        raise Refused("time-form", quote(text), WANTED, cure)
    return time(int(hour), int(minute))


def _cure(words: str) -> str:
    if not words:
        return "Weet je geen tijd, of is het de hele dag? Laat tijd dan weg."
    if re.search(r"\b[ap]\.?m\b", words):
        return "Schrijf de tijd met 24 uren: 3 pm is 15:00."
    if match := _HOURS.fullmatch(words):
        start, end = int(match[1]), int(match[2])
        if 8 <= start < end <= 23:
            return f"Schrijf de minuten erbij: {start:02d}:00-{end:02d}:00."
        return "Schrijf uren en minuten, met 24 uren op een dag: 2 uur 's middags is 14:00."
    if (match := _DIGITS.fullmatch(words)) and int(match[1]) < 24 and int(match[3]) < 24:
        return f"Schrijf {int(match[1]):02d}:{match[2]}-{int(match[3]):02d}:{match[4]}."
    if words.startswith("tot "):
        return "Schrijf ook wanneer het begint: 10:00-12:00."
    if re.search(r"hele dag|altijd|24/7|24 uur", words):
        return "Is het de hele dag, of op elk moment? Laat tijd dan weg."
    if re.search(r"ochtend|morgen|middag|avond", words):
        return "Schrijf de kloktijd, zoals 14:00-16:00. Weet je die niet? Laat tijd dan weg."
    return "Schrijf uren en minuten met een streepje ertussen: 10:00-12:00."
