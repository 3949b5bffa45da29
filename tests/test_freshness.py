"""The freshness ladder, rung by rung."""

from __future__ import annotations

from datetime import date

import pytest

from wijkgids.freshness import freshness, months_later
from wijkgids.records.parts import Call, Check
from wijkgids.vocabulary import Kind

FORMAL = Kind("loket", "Loket", True, 6, "loket")
INFORMAL = Kind("vrouwengroep", "Vrouwengroep", False, 6, "groep")


def checked(day: str) -> Check:
    return Check(on=date.fromisoformat(day), by="buurtwerker", way="bezocht")


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        ("2026-01-15", "fresh"),
        ("2026-07-14", "fresh"),
        ("2026-07-15", "call"),
        ("2027-01-14", "call"),
        ("2027-01-15", "sunk"),
        ("2028-01-14", "sunk"),
        ("2028-01-15", "archived"),
    ],
)
def test_a_formal_entry_goes_down_by_itself(today: str, stage: str) -> None:
    assert freshness(checked("2026-01-15"), None, FORMAL, date.fromisoformat(today)).stage == stage


def test_an_informal_entry_is_archived_only_after_a_call() -> None:
    today = date(2029, 1, 15)
    assert freshness(checked("2026-01-15"), None, INFORMAL, today).stage == "sunk"
    early = Call(on=date(2026, 8, 1), outcome="geen gehoor")
    assert freshness(checked("2026-01-15"), early, INFORMAL, today).stage == "sunk", "called before it sank"
    late = Call(on=date(2028, 2, 1), outcome="geen gehoor")
    assert freshness(checked("2026-01-15"), late, INFORMAL, today).stage == "archived"


def test_never_checked_is_call_first() -> None:
    found = freshness(None, None, FORMAL, date(2026, 11, 24))
    assert (found.stage, found.checked, found.call_first) == ("call", None, True)


def test_months_end_where_the_month_ends() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2027, 8, 29), 6) == date(2028, 2, 29)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)
