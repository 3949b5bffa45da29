"""A second, plain reading of what the guide writes as opening_hours: day by day, by the words of the specification.

It knows only what `opening_hours` writes, and shares no code with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH = "|".join(MONTHS)
RULE = re.compile(
    r"(?P<wide>(?:(?:\d{4} )?(?:(?:" + MONTH + r")(?: \d\d)?(?:\+|-(?:\d{4} )?(?:" + MONTH + r")?(?: ?\d\d)?)?"
    r"|easter(?: [+-]\d+ days?)?)(?:,(?=\d{4}|" + MONTH + r"|easter))?)*) ?"
    r"(?:week (?P<week>[12])-5[23]/2)? ?(?P<holiday>PH|SH)? ?(?P<days>(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)[^ ]*)?) ?"
    r"(?P<times>off|[\d:,+-]*)"
)

Times = list[str]


def times_on(text: str, day: date, public: Callable[[date], bool], school: Callable[[date], bool]) -> Times:
    """The times of a day, as they are written, by going through the rules from the first to the last."""
    if text == "24/7":
        return ["00:00-24:00"]
    found: Times = []
    for added, rule in re.findall(r"(^|; |, )(.*?)(?=; |, |$)", text):
        part = RULE.fullmatch(rule.removesuffix(' unknown "bel eerst"'))
        assert part, rule
        if not _on(part, day, public, school):
            continue
        times = [] if part["times"] == "off" else part["times"].split(",")
        found = [*found, *times] if added == ", " else times
    return found


def _on(part: re.Match[str], day: date, public: Callable[[date], bool], school: Callable[[date], bool]) -> bool:
    if part["wide"] and not any(_in(one, day) for one in re.split(r",(?=\D|\d{4})", part["wide"].rstrip(","))):
        return False
    if part["week"] and day.isocalendar().week % 2 != int(part["week"]) % 2:
        return False
    if part["holiday"] == "PH" and not public(day):
        return False
    if part["holiday"] == "SH" and not school(day):
        return False
    if not part["days"]:
        return True
    if part["days"] == "Mo-Su,PH":
        return True
    return any(_is(one, day) for one in re.findall(r"(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-..)?(?:\[[^]]*\])?", part["days"]))


def _is(text: str, day: date) -> bool:
    name = DAYS[day.weekday()]
    if "[" in text:
        ranks = {(day.day + 6) // 7, -1 if (day + timedelta(days=7)).month != day.month else 0}
        ranks.add(-2 if (day + timedelta(days=7)).month == day.month != (day + timedelta(days=14)).month else 0)
        return text[:2] == name and any(int(rank) in ranks for rank in text[3:-1].split(","))
    first, _, last = text.partition("-")
    return DAYS.index(first) <= day.weekday() <= DAYS.index(last or first)


def _in(text: str, day: date) -> bool:
    if text.startswith("easter"):
        return day == easter(day.year) + timedelta(days=int([*text.split(), "0"][1]))
    first, _, last = text.partition("-")
    if text.endswith("+"):
        return day >= _date(text[:-1])
    if re.match(r"\d{4}", first):
        return _date(first) <= day <= _date(last or first)
    if not re.search(r"\d", text):
        start, end = MONTHS.index(first) + 1, MONTHS.index(last or first) + 1
        return start <= day.month <= end if start <= end else day.month >= start or day.month <= end
    start_day = (MONTHS.index(first[:3]) + 1, int(first[4:]))
    end_day = (
        start_day
        if not last
        else (start_day[0], int(last))
        if last.isdigit()
        else (MONTHS.index(last[:3]) + 1, int(last[4:]))
    )
    own = (day.month, day.day)
    return start_day <= own <= end_day if start_day <= end_day else own >= start_day or own <= end_day


def _date(text: str) -> date:
    year, month, number = text.split()
    return date(int(year), MONTHS.index(month) + 1, int(number))
