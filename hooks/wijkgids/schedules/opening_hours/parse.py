"""A value of opening_hours taken apart into its rules, as mappers and websites write them: spaces, capitals are free.

rule  = [years] [dates | months] ["week" weeks] [":"] [days] [":"] [times] ["off" | "open"]
days  = day ["-" day] ["[" ranks "]"] | "PH" | "SH", with commas; "PH Mo-Fr" is the holidays on those days
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from wijkgids.problems import say

from ..clock import TimeRange, parse_time
from ..phrases import Parity
from ..refusal import Refused, quote
from ..words import ALL_DAYS
from .refusals import WANTED, cannot
from .tokens import DAY_WORDS, Tokens
from .when import When, WhenReader

Holiday: TypeAlias = Literal["PH", "SH"]
Days: TypeAlias = dict[int, tuple[int, ...]]  # weekday to its ranks in the month; () is all

LONGEST: Final = 2000
_SUN_CURE: Final = "Zonsopkomst en zonsondergang zijn elke dag anders. Schrijf een kloktijd."
_NUMBERS_ONLY: Final = re.compile(r"\b(\d{1,2})(?::?00)? ?- ?(\d{1,2})\b")
_MOST_RANKS: Final = 6  # one more than a month can have, so that a longer row is refused
EVERY_DAY: Final[Days] = dict.fromkeys(ALL_DAYS, ())


@dataclass
class Osm:
    """One rule of opening_hours. `added` is one behind a comma; `days` None is every day.

    With `only_holidays` the days are those holidays that fall on them ("PH Mo-Fr"), or all ("PH").
    """

    text: str
    added: bool
    when: list[When] = field(default_factory=list)
    parity: Parity | None = None
    days: Days | None = None
    holidays: tuple[Holiday, ...] = ()
    only_holidays: bool = False
    times: list[TimeRange] = field(default_factory=list)
    off: bool = False


def parse(text: str) -> list[Osm]:
    """Return the rules of a value of opening_hours, in its order; raise `Refused` for what is not one."""
    if len(text) > LONGEST:
        raise Refused("osm-onbekend", quote(text), WANTED, "Dit is te lang om na te lopen. Deel het op.")
    return _Parser(text).rules()


class _Parser:
    """Walks over the tokens once, from left to right."""

    def __init__(self, text: str) -> None:
        self.tokens = Tokens(text)

    def rules(self) -> list[Osm]:
        """Return all rules."""
        found: list[Osm] = []
        added = False
        while self.tokens.peek().kind != "end":
            if self.tokens.take(";") or self.tokens.take(","):
                added = self.tokens.all[self.tokens.at - 1].text == ","
                continue
            if self.tokens.take("||"):
                raise cannot("||", "Wat na “||” staat, geldt als de rest niets zegt. Schrijf alleen vaste tijden.")
            found.append(self.rule(added))
            added = False
            if self.tokens.peek().kind == "clock":
                cure = "Zet een komma tussen de tijden, zonder spatie: 09:00-12:00,13:00-17:00."
                raise Refused("osm-onbekend", quote(self.tokens.peek().text), WANTED, cure)
            if self.tokens.peek().text not in (";", ",", "||", ""):
                raise self.tokens.unknown()
        if not found:
            raise Refused("osm-leeg", "niets", WANTED, "Schrijf dagen en tijden, zoals “Mo-Fr 09:00-17:00”.")
        return found

    def rule(self, added: bool) -> Osm:
        """Return one rule, up to the sign that ends it."""
        start = self.tokens.at
        osm = Osm("", added)
        if self.tokens.peek().kind == "always":
            self.tokens.at += 1
            osm.times = [parse_time("00:00-24:00")]
        else:
            osm.when, osm.parity = WhenReader(self.tokens).read()
            self.tokens.take(":")
            self._days(osm)
            self.tokens.take(":")
            self._times(osm)
        self._modifier(osm)
        if self.tokens.at == start:
            raise self.tokens.unknown()
        end = self.tokens.all[self.tokens.at - 1]
        osm.text = self.tokens.text[self.tokens.all[start].at : end.at + len(end.text)]
        return osm

    def _days(self, osm: Osm) -> None:
        while True:
            token = self.tokens.peek()
            if token.kind == "holiday":
                self.tokens.at += 1
                if self.tokens.peek().text in ("+", "-") and self.tokens.peek(2).kind == "dayword":
                    raise cannot(
                        token.text, "De dag voor of na een feestdag kan de gids niet zeggen. Zet de datums bij op."
                    )
                name: Holiday = "PH" if token.text.lower() == "ph" else "SH"
                osm.holidays = (*osm.holidays, name)
                if osm.days is None and self.tokens.peek().kind in ("day", "holiday"):
                    if self.tokens.peek().kind == "day":
                        # A space, not a comma: the holidays that fall on those days.
                        osm.only_holidays = True
                    continue
            elif token.kind == "day":
                osm.days = osm.days or {}
                self._day(osm.days)
            else:
                break
            if not (self.tokens.peek().text == "," and self.tokens.peek(1).kind in ("day", "holiday")):
                break
            self.tokens.at += 1
        if osm.holidays and osm.days is None:
            osm.only_holidays = True

    def _day(self, days: Days) -> None:
        first = self._weekday()
        row = [first]
        if self.tokens.peek().text == "-" and self.tokens.peek(1).kind == "day":
            self.tokens.at += 1
            last = self._weekday()
            row = [*range(first, last + 1)] if first <= last else [*range(first, 8), *range(1, last + 1)]
        nth: tuple[int, ...] = ()
        if self.tokens.peek().text == "[":
            nth = self._ranks()
            if self.tokens.peek().text in ("+", "-") and self.tokens.peek(2).kind == "dayword":
                raise cannot("[…] +1 day", "De dag na de zoveelste dag kan de gids niet zeggen. Zet de datums bij op.")
        for day in row:
            kept = days.get(day)
            days[day] = () if nth == () or kept == () else tuple(dict.fromkeys((*(kept or ()), *nth)))

    def _ranks(self) -> tuple[int, ...]:
        self.tokens.at += 1
        found: list[int] = []
        while not self.tokens.take("]"):
            sign = -1 if self.tokens.take("-") else 1
            rank = sign * self.tokens.number()
            found.append(rank)
            if sign == 1 and self.tokens.peek().text == "-":
                self.tokens.at += 1
                found += range(rank + 1, min(self.tokens.number(), _MOST_RANKS) + 1)
            if self.tokens.peek().text != "]" and not self.tokens.take(","):
                raise self.tokens.unknown()
        if not found or not set(found) <= {1, 2, 3, 4, 5, -1, -2}:
            said = ", ".join(map(str, found))
            raise cannot(quote(f"[{said}]"), "De gids kent 1e tot en met 5e, voorlaatste en laatste.")
        return tuple(dict.fromkeys(found))

    def _times(self, osm: Osm) -> None:
        while True:
            token = self.tokens.peek()
            if token.kind == "sun" or (token.text == "(" and self.tokens.peek(1).kind == "sun"):
                raise cannot(
                    quote(token.text), "Zonsopkomst en zonsondergang zijn elke dag anders. Schrijf een kloktijd."
                )
            if token.kind == "number":
                raise self._hours()
            if token.kind != "clock":
                break
            osm.times.append(self._time())
            if not (self.tokens.peek().text == "," and self.tokens.peek(1).kind in ("clock", "sun", "number")):
                break
            self.tokens.at += 1

    def _time(self) -> TimeRange:
        start = self.tokens.next().text
        if self._meridiem():
            raise self._hours()
        if self.tokens.take("+"):
            return self._clock(start)
        if self.tokens.peek().text != "-":
            return self._clock(start)
        self.tokens.at += 1
        token = self.tokens.next()
        if token.kind == "sun" or token.text == "(":
            raise cannot(quote(token.text), _SUN_CURE)
        if token.kind != "clock" or self._meridiem():
            raise self._hours()
        if self.tokens.peek().text == "+":
            raise cannot(quote(f"{start}-{token.text}+"), "Schrijf een eindtijd, of alleen het begin: 19:30+.")
        if self.tokens.peek().text == "/":
            raise cannot(quote(f"{start}-{token.text}/…"), "Elk zoveel minuten kan de gids niet zeggen. Laat het weg.")
        hour, minute = re.split("[:.]", token.text)
        over = int(hour) - 24
        end = f"{over:02d}:{minute}" if over > 0 or (over == 0 and minute != "00") else f"{hour}:{minute}"
        clock = self._clock(f"{start}-{end}")
        if over > 0 and not clock.past_midnight:
            raise cannot(quote(f"{start}-{token.text}"), "Dit is langer dan een dag. Maak er twee dagen van.")
        return clock

    def _clock(self, text: str) -> TimeRange:
        try:
            return parse_time("00:00-24:00" if text in ("00:00-00:00", "0:00-0:00") else text)
        except Refused as refusal:
            raise Refused("osm-uren", refusal.found, "een tijd zoals 09:00-17:00", refusal.cure) from None

    def _modifier(self, osm: Osm) -> None:
        token = self.tokens.peek()
        if token.kind == "closed":
            self.tokens.at += 1
            osm.off = True
            if osm.times:
                raise cannot(
                    quote(f"{self.tokens.text[self.tokens.all[self.tokens.at - 2].at :]}"),
                    "Een deel van de dag dicht kan de gids niet zeggen. Schrijf de tijden waarop het open is.",
                )
        elif token.kind == "open":
            self.tokens.at += 1
        elif token.kind == "unknown":
            raise cannot("unknown", "Schrijf alleen tijden die zeker zijn. Zet de rest bij let_op.")
        if self.tokens.peek().kind == "comment":
            said = self.tokens.peek().text
            if re.search(r"appointment|afspraak", said, re.IGNORECASE):
                raise Refused(
                    "osm-opmerking", quote(said), WANTED, "Op afspraak? Schrijf op_afspraak: ja, en laat dit weg."
                )
            raise Refused("osm-opmerking", quote(said), WANTED, "Zet de opmerking bij let_op, en haal haar hier weg.")

    def _weekday(self) -> int:
        return DAY_WORDS[self.tokens.next().text.lower().rstrip(".")]

    def _meridiem(self) -> bool:
        return bool(re.fullmatch(r"[ap]\.?m?\.?", self.tokens.peek().text.lower()))

    def _hours(self) -> Refused:
        found = _NUMBERS_ONLY.search(self.tokens.text)
        cure: str = "Schrijf uren en minuten, met 24 uren op een dag: 09:00-17:00."
        if found and int(found[1]) < int(found[2]) <= 24 and not re.search(r"\d ?[ap]\.?m", self.tokens.text.lower()):
            start, end = (f"{int(number):02d}:00" for number in found.groups())
            cure = say("Schrijf de minuten erbij: {van}-{tot}.", van=start, tot=end)
        return Refused("osm-uren", quote(self.tokens.text), "een tijd zoals 09:00-17:00", cure)
