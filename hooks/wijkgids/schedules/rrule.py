"""A rule as a recurrence rule of iCalendar (RFC 5545, 3.3.10), for calendars and exports. It is made, never typed."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from .rule import Rule

_DAYS: Final = {1: "MO", 2: "TU", 3: "WE", 4: "TH", 5: "FR", 6: "SA", 7: "SU"}
_ZONE: Final = ZoneInfo("Europe/Amsterdam")


def rrule(rule: Rule) -> str | None:
    """Return the value of RRULE for a rule, without its closures, or None where no RRULE says the same.

    None for loose dates and for even and odd weeks: weeks 53 and 1 are two odd ones running. The DTSTART that goes with
    it is the first day that `pattern.rule_days` gives; closures, cancelled and moved days are EXDATE and RDATE. UNTIL
    has the type of DTSTART, as the RFC demands: a date for a rule without a time, else UTC.
    """
    every = rule.every
    if every is None or every.parity:
        return None
    if every.monthly:
        # 1 and -1 may be the same day; a recurrence set holds each day once.
        days = [f"{nth}{_DAYS[day]}" for pattern in every.patterns for day in pattern.days for nth in pattern.nth]
        parts = ["FREQ=MONTHLY", "BYDAY=" + ",".join(days)]
    else:
        parts = ["FREQ=WEEKLY"]
        if every.interval > 1:
            parts.append(f"INTERVAL={every.interval}")
        parts += ["BYDAY=" + ",".join(_DAYS[day] for day in every.days), "WKST=MO"]
    if rule.last:
        until = f"{rule.last:%Y%m%d}"
        if rule.time:
            end = datetime.combine(rule.last, time(23, 59, 59), _ZONE).astimezone(UTC)
            until = f"{end:%Y%m%dT%H%M%SZ}"
        parts.append(f"UNTIL={until}")
    return ";".join(parts)
