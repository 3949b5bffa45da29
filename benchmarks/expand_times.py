"""How long it takes to expand 4,000 rules over five weeks, and over a year, beside only reading their words.

    python benchmarks/expand_times.py

Prints seconds and the ratio to parsing the same 4,000 rules, so that a slow machine does not matter.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from wijkgids.occurrences import Calendar, expand
from wijkgids.schedules import parse_rule

KINDS: tuple[dict[str, object], ...] = (
    {"elke": "dinsdag en donderdag", "tijd": "10:00-12:00", "niet": ["schoolvakanties", "feestdagen", "2026-12-29"]},
    {"elke": "1e en 3e woensdag", "tijd": "19:30-21:30", "bij_feestdag": "week later"},
    {"elke": "om de week vrijdag", "vanaf": "2026-01-02", "tijd": "14:00-16:00", "niet": ["juli en augustus"]},
    {"op": ["2026-12-05", "2027-01-09"], "tijd": "14:00-17:00"},
)
NUMBER = 4000
FIRST = date(2026, 11, 24)


def seconds(work: Callable[[], object]) -> float:
    """The seconds of the fastest of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Measure and print."""
    calendar = Calendar("Noord", {})
    typed = [KINDS[number % len(KINDS)] for number in range(NUMBER)]
    rules = [rule for rule, _ in (parse_rule(fields, ()) for fields in typed) if rule is not None]
    reading = seconds(lambda: [parse_rule(fields, ()) for fields in typed])
    print(f"{len(rules)} rules")
    print(f"  parsed               {reading:6.2f} s")
    for name, days in (("five weeks", 35), ("a year", 365)):
        last = FIRST + timedelta(days=days - 1)
        took = seconds(lambda last=last: [expand(rule, calendar, FIRST, last) for rule in rules])  # type: ignore[misc]
        print(f"  {name:<20} {took:6.2f} s   {took / reading:.1f} x")


if __name__ == "__main__":
    main()
