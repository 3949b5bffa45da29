"""The freshness ladder: rung by rung, fair to who has no staff, and what stands at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guides import HEAD, TODAY, small_agenda, small_guide
from wijkgids import vocabulary, web
from wijkgids.agenda import Agenda, by_kind, expiring, make_agenda
from wijkgids.freshness import Freshness, Stage, alive, freshness, months_later
from wijkgids.records import load_guide
from wijkgids.records.parts import Call, Check
from wijkgids.texts import voices
from wijkgids.views.actor_sheet import actor_sheet
from wijkgids.views.stopped import stopped_page
from wijkgids.vocabulary import Kind
from wijkgids.web.short import codes, redirects

DESK = Kind("loket", "Loket", True, 6, "loket")
KINDS = vocabulary.load()[0].kinds
RUNGS = {"fresh": 0, "call": 1, "sunk": 2, "archived": 3}


def checked(day: str) -> Check:
    return Check(on=date.fromisoformat(day), by="buurtwerker", way="bezocht")


def called(day: str, outcome: str = "geen gehoor") -> Call:
    return Call(on=date.fromisoformat(day), outcome=outcome)


def stage(check: str, today: str, calls: Sequence[Call] = (), *, months: int = 6, formal: bool = True) -> str:
    kind = Kind("een", "Een", formal, months, "groep")
    return freshness(checked(check), calls, kind, date.fromisoformat(today), formal=formal).stage


# the rungs


@pytest.mark.parametrize(
    ("today", "found"),
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
def test_a_formal_entry_goes_down_by_itself(today: str, found: str) -> None:
    assert stage("2026-01-15", today) == found


@pytest.mark.parametrize(
    ("kind", "months"),
    [("spreekuur", 3), ("zelforganisatie", 6), ("vrouwengroep", 6), ("kerk", 12), ("moskee", 12), ("bibliotheek", 12)],
)
def test_the_interval_is_that_of_the_kind(kind: str, months: int) -> None:
    """Design §6: desk hour 3 months, self-organisation 6, church or library 12."""
    one, day = KINDS[kind], date(2026, 1, 15)
    due = months_later(day, months)
    before = freshness(checked("2026-01-15"), (), one, due - timedelta(days=1), formal=one.formal)
    assert (before.stage, before.due) == ("fresh", due)
    assert freshness(checked("2026-01-15"), (), one, due, formal=one.formal).stage == "call"


@pytest.mark.parametrize(
    ("check", "today", "found"),
    [
        ("2026-08-31", "2027-02-27", "fresh"),  # six months after 31 August is the last of February
        ("2026-08-31", "2027-02-28", "call"),
        ("2026-08-31", "2027-08-30", "call"),
        ("2026-08-31", "2027-08-31", "sunk"),  # twice: counted from the check, not from the 28th
        ("2027-08-31", "2028-02-28", "fresh"),  # a leap year
        ("2027-08-31", "2028-02-29", "call"),
        ("2024-02-29", "2024-08-28", "fresh"),
        ("2024-02-29", "2024-08-29", "call"),
        ("2024-02-29", "2025-02-27", "call"),
        ("2024-02-29", "2025-02-28", "sunk"),
        ("2024-02-29", "2026-02-28", "archived"),
    ],
)
def test_months_end_where_the_month_ends(check: str, today: str, found: str) -> None:
    assert stage(check, today) == found


def test_months_later() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2027, 8, 29), 6) == date(2028, 2, 29)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)
    assert months_later(date(2026, 12, 1), 0) == date(2026, 12, 1)
    assert months_later(date(9999, 6, 1), 12) == date.max, "a year that was typed wrong is no crash"


def test_never_checked_is_call_first() -> None:
    found = freshness(None, (), DESK, TODAY, formal=True)
    assert (found.stage, found.checked, found.due, found.call_first) == ("call", None, None, True)


def test_a_check_to_come_was_not_made() -> None:
    """With 2036 typed for 2026 an entry would be fresh for ten years."""
    assert freshness(checked("2036-11-24"), (), DESK, TODAY, formal=True) == freshness(
        None, (), DESK, TODAY, formal=True
    )
    assert stage("2026-11-24", "2026-11-24") == "fresh", "of today it was"


# calls


@pytest.mark.parametrize(
    ("call", "today", "found"),
    [
        (None, "2029-01-15", "sunk"),
        (called("2026-08-01"), "2029-01-15", "sunk"),  # before it sank
        (called("2027-01-14"), "2029-01-15", "sunk"),
        (called("2027-01-15"), "2028-01-14", "sunk"),  # called, but not yet four times its interval
        (called("2027-01-15"), "2028-01-15", "archived"),
        (called("2028-02-01"), "2028-01-31", "sunk"),  # a call to come
        (called("2028-02-01"), "2028-02-01", "archived"),
        (called("2028-02-01", "ze gaan gewoon door"), "2029-01-15", "sunk"),
        (called("2028-02-01", "het nummer klopt niet"), "2029-01-15", "archived"),
    ],
)
def test_an_informal_entry_is_archived_only_after_a_call(call: Call | None, today: str, found: str) -> None:
    assert stage("2026-01-15", today, [call] if call else [], formal=False) == found


@pytest.mark.parametrize("outcome", [
    "alles klopt", "Bestaat nog", "ze gaan gewoon door", "Is er nog, maar niet op maandag", "belt terug",
    "Ze bellen terug.", "nog actief", "doen nog mee",
])  # fmt: skip
def test_who_was_reached_is_not_archived(outcome: str) -> None:
    assert alive(called("2028-02-01", outcome))


@pytest.mark.parametrize("outcome", [
    "geen gehoor", "klopt niet meer", "nummer bestaat niet", "niemand nam op", "gestopt", "gaat niet door",
    "voicemail, twee keer", "De buurman zegt: ze zijn er niet meer",
])  # fmt: skip
def test_who_was_not_reached_may_be(outcome: str) -> None:
    assert not alive(called("2028-02-01", outcome))


# properties

DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
CALLS = st.lists(DAYS.map(lambda day: Call(on=day, outcome="geen gehoor")), max_size=3)


@given(first=DAYS, second=DAYS, today=DAYS, months=st.integers(1, 24), calls=CALLS, formal=st.booleans())
@example(date(2024, 2, 29), date(2024, 3, 1), date(2025, 3, 1), 12, [], True)
def test_with_a_later_check_an_entry_never_stands_lower(
    first: date, second: date, today: date, months: int, calls: list[Call], formal: bool
) -> None:
    kind = Kind("een", "Een", formal, months, "groep")
    early, late = sorted(day for day in (min(first, today), min(second, today)))
    stages = [
        freshness(Check(on=day, by="gids", way="bezocht"), calls, kind, today, formal=formal).stage
        for day in (early, late)
    ]
    assert stages[1].rung <= stages[0].rung


@given(check=DAYS, days=st.tuples(DAYS, DAYS), months=st.integers(1, 24), calls=CALLS, formal=st.booleans())
def test_with_the_passing_of_days_an_entry_never_stands_higher(
    check: date, days: tuple[date, date], months: int, calls: list[Call], formal: bool
) -> None:
    kind = Kind("een", "Een", formal, months, "groep")
    early, late = sorted(max(day, check) for day in days)
    made = Check(on=check, by="gids", way="bezocht")
    found = [freshness(made, calls, kind, day, formal=formal) for day in (early, late)]
    assert found[0].stage.rung <= found[1].stage.rung
    if found[0].next and late < found[0].next and not calls:
        assert found[0].stage == found[1].stage, "the day of the next rung is told beforehand"
    if found[0].next and late == found[0].next:
        assert found[1].stage.rung == found[0].stage.rung + 1


@given(check=DAYS, today=DAYS, months=st.integers(1, 24))
def test_without_a_call_nothing_informal_is_archived(check: date, today: date, months: int) -> None:
    kind = Kind("een", "Een", False, months, "groep")
    made = Check(on=check, by="gids", way="bezocht")
    assert freshness(made, (), kind, today, formal=False).stage is not Stage.ARCHIVED


# signs of life

OLD_HEAD = HEAD.replace("nagekeken: {op: 2026-11-02, door: buurtwerker, hoe: bezocht}", "nagekeken: {op: %s, door: buurtwerker, hoe: bezocht}")  # fmt: skip


def group(check: str, *activities: str) -> str:
    return OLD_HEAD % check + "activiteiten:\n" + "".join(f"  - {{{one}}}\n" for one in activities)


def seen(day: str) -> str:
    return f"nagekeken: {{op: {day}, door: gids, hoe: bezocht}}"


def of(agenda: Agenda, slug: str = "groep") -> Freshness:
    return agenda.actors[slug].freshness


def test_a_fresh_activity_is_a_sign_of_life_of_its_actor(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group("2024-01-15", f"id: thee, naam: Thee, op_afspraak: ja, {seen('2026-10-01')}", "id: oud, naam: Oud, op_afspraak: ja"),
    )  # fmt: skip
    assert (of(agenda).stage, of(agenda).due) == ("fresh", date(2027, 4, 1))
    assert of(agenda).checked == date(2024, 1, 15), "when the group itself was looked at is still said"
    assert agenda.actors["groep"].check == agenda.guide.actors["groep"].check
    assert agenda.activities["groep", "thee"].freshness.stage == "fresh"
    assert agenda.activities["groep", "oud"].freshness.stage == "sunk", "it says nothing of what else the group does"


def test_what_was_only_seen_through_its_activities_has_their_check(tmp_path: Path) -> None:
    record = group("2024-01-15", f"id: thee, naam: Thee, op_afspraak: ja, {seen('2026-10-01')}").replace(
        "nagekeken: {op: 2024-01-15, door: buurtwerker, hoe: bezocht}\n", ""
    )
    agenda = small_agenda(tmp_path, groep=record)
    assert (of(agenda).stage, of(agenda).checked) == ("fresh", date(2026, 10, 1))
    check = agenda.actors["groep"].check
    assert check is not None
    assert check.by == "gids"


@pytest.mark.parametrize(
    "activity",
    [
        f"id: thee, naam: Thee, op_afspraak: ja, {seen('2024-02-01')}",
        f"id: thee, naam: Thee, {seen('2026-10-01')}, gestopt: {{op: 2026-10-01}}",
        "id: thee, naam: Thee, op_afspraak: ja",
    ],
    ids=["old itself", "stopped", "without a check of its own"],
)
def test_what_is_no_sign_of_life(tmp_path: Path, activity: str) -> None:
    assert of(small_agenda(tmp_path, groep=group("2024-01-15", activity))).stage == "sunk"


def test_who_organises_something_elsewhere_lives_too(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group("2024-01-15"),
        ander=group("2024-01-15", f"id: thee, naam: Thee, organisator: groep, op_afspraak: ja, {seen('2026-10-01')}")
        .replace("qqqq", "zzzz"),
    )  # fmt: skip
    assert (of(agenda).stage, of(agenda, "ander").stage) == ("fresh", "fresh")


def test_an_actor_stands_no_lower_than_what_it_does(tmp_path: Path) -> None:
    """The interval of an activity can be longer than that of its actor: a church choir of a desk."""
    record = group("2024-01-15", f"id: koor, naam: Koor, soort: kerk, op_afspraak: ja, {seen('2025-12-15')}")
    agenda = small_agenda(tmp_path, groep=record.replace("zelforganisatie", "spreekuur"))
    assert agenda.activities["groep", "koor"].freshness.stage == "fresh"
    assert of(agenda).stage == "fresh"


def test_an_activity_goes_by_its_own_kind_first(tmp_path: Path) -> None:
    record = group("2026-08-01", "id: uur, naam: Uur, soort: spreekuur, op_afspraak: ja", "id: thee, naam: Thee, op_afspraak: ja")  # fmt: skip
    agenda = small_agenda(tmp_path, groep=record)
    assert agenda.activities["groep", "uur"].freshness.due == date(2026, 11, 1), "a desk hour: three months"
    assert agenda.activities["groep", "thee"].freshness.due == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("kind", "by", "found"),
    [("spreekuur", "buurtteam", "archived"), ("vrouwengroep", "buurtteam", "sunk"), ("spreekuur", "groep", "sunk")],
)
def test_what_a_group_does_is_not_formal_by_its_name(tmp_path: Path, kind: str, by: str, found: str) -> None:
    """A desk hour that an informal group keeps is not archived without a call either."""
    desk = (
        "naam: Loket\nsoort: loket\nthema: [geld]\nsamenvatting: Een loket.\n"
        "akkoord: {op: 2026-10-01, van: de teamleider}\nactiviteiten:\n"
        f"  - {{id: uur, naam: Uur, soort: {kind}, organisator: {by}, op_afspraak: ja, {seen('2020-01-15')}}}\n"
    )
    agenda = small_agenda(tmp_path, groep=HEAD, loket=desk)
    assert agenda.activities["loket", "uur"].freshness.stage == found


def test_a_call_about_the_group_counts_for_what_it_does(tmp_path: Path) -> None:
    """Also when an older call is noted at the activity itself."""
    early, late = (f"gebeld: {{op: {day}, uitkomst: geen gehoor}}" for day in ("2020-02-01", "2026-02-01"))
    record = group("2020-01-15", f"id: thee, naam: Thee, op_afspraak: ja, {seen('2020-01-15')}, {early}") + late + "\n"
    agenda = small_agenda(tmp_path, groep=record)
    assert agenda.activities["groep", "thee"].freshness.stage == "archived"
    assert of(agenda).stage == "archived"


def test_nothing_is_left_over_of_an_archived_actor(tmp_path: Path) -> None:
    """A longer interval does not keep what was never looked at itself."""
    record = (
        "naam: Loket\nsoort: loket\nthema: [geld]\nsamenvatting: Een loket.\n" + seen("2024-01-15") + "\n"
        "activiteiten: [{id: koor, naam: Koor, soort: bibliotheek, op_afspraak: ja}]\n"
    )
    agenda = small_agenda(tmp_path, loket=record)
    assert of(agenda, "loket").stage == "archived"
    assert not agenda.activities["loket", "koor"].live


# what falls due


@pytest.fixture
def due(tmp_path: Path) -> Agenda:
    return small_agenda(
        tmp_path,
        groep=group("2024-01-15", "id: thee, naam: Thee, op_afspraak: ja")
        + "mensen: [{rol: gastvrouw, vraag_naar: de gastvrouw, talen: [nl]}]\ngebeld: {op: 2025-03-01, uitkomst: Alles klopt.}\n",
        bekende=HEAD.replace("qqqq", "zzzz").replace("contact: {telefoon: 020 000 00 09}\n", "").replace(
            "van: de gastvrouw", "van: zij zelf, adres_tonen: nee, via: huis"
        ).replace("2026-11-02", "2026-06-10"),
        nieuw=HEAD.replace("qqqq", "yyyy").replace("nagekeken: {op: 2026-11-02, door: buurtwerker, hoe: bezocht}\n", ""),
        uur=HEAD.replace("qqqq", "xxxx") + "activiteiten: [{id: uur, naam: Uur, soort: spreekuur, op_afspraak: ja}]\n",
        weg=HEAD.replace("code: qqqq\n", "gestopt: {op: 2026-01-01}\n"),
    )  # fmt: skip


def test_what_falls_due_in_a_month_and_whom_to_ask(due: Agenda) -> None:
    found = expiring(due, date(2026, 12, 1), date(2026, 12, 31))
    assert [(one.slug, one.id, one.due, one.formal) for one in found] == [("bekende", None, date(2026, 12, 10), False)]
    assert (found[0].ask.phone, found[0].ask.via) == ("020 000 00 02", "Huis De Proef")
    later = expiring(due, date(2027, 1, 1), date(2027, 2, 28))
    assert [(one.slug, one.id, one.kind.id) for one in later] == [("uur", "uur", "spreekuur")], (
        "on a day of its own; the others of its group are asked in the same call"
    )


def test_all_that_is_overdue_stands_first_the_oldest_at_the_head(due: Agenda) -> None:
    found = expiring(due, None, date(2026, 12, 31))
    assert [(one.slug, one.id, one.stage) for one in found] == [
        ("nieuw", None, "call"),
        ("groep", None, "sunk"),
        ("bekende", None, "fresh"),
    ]
    old = found[1]
    assert (old.ask.role, old.ask.phone, old.ask.via) == ("de gastvrouw", "020 000 00 09", None)
    assert old.waits
    assert old.alive, "somebody did reach them: that is a check to note"
    assert old.call is not None
    assert old.next is None
    assert found[2].next == date(2026, 12, 10)


def test_the_keeper_sees_what_expires_by_kind(due: Agenda) -> None:
    rows = {(one.kind.id, one.formal): one for one in by_kind(due, None, date(2026, 12, 31))}
    groups = rows["zelforganisatie", False]
    assert (groups.fresh, groups.call, groups.sunk, groups.archived, groups.due, groups.all) == (2, 1, 1, 0, 3, 4)
    assert (rows["huis van de wijk", True].due, rows["huis van de wijk", True].all) == (0, 1)
    assert rows["spreekuur", False].all == 1, "a desk hour of a group counts with the informal ones"
    assert next(iter(rows))[0] == "huis van de wijk", "in the order of the vocabulary"


# what stopped, and permanent codes

CHAIN = {
    "een": "gestopt: {op: 2026-01-01, ga_naar: twee}",
    "twee": "gestopt: {op: 2026-02-01, ga_naar: drie}",
    "drie": "",
    "dood": "gestopt: {op: 2026-01-01, ga_naar: eind}",
    "eind": "gestopt: {op: 2026-01-01}",
    "straks": "gestopt: {op: 2026-12-24, ga_naar: een}",
}


@pytest.fixture
def chain(tmp_path: Path) -> Agenda:
    records = {
        name: HEAD.replace("qqqq", f"q{number:03}").replace("Groep De Proef", f"Groep {name}")
        + f"{line}\nactiviteiten: [{{id: thee, code: t{number:03}, naam: Thee van {name}, op_afspraak: ja}}]\n"
        for number, (name, line) in enumerate(CHAIN.items())
    }
    return small_agenda(tmp_path, **records)


@pytest.mark.parametrize(
    ("slug", "there"),
    [("een", "drie"), ("twee", "drie"), ("dood", None), ("straks", "drie"), ("drie", None)],
)
def test_the_way_goes_on_from_who_stopped_too(chain: Agenda, slug: str, there: str | None) -> None:
    found = chain.successor(chain.actors[slug])
    assert (found.slug if found else None) == there


def test_a_way_that_goes_round_ends(tmp_path: Path) -> None:
    """The check refuses it; what is built all the same does not hang."""
    chain = {
        name: HEAD.replace("code: qqqq\n", f"gestopt: {{op: 2026-01-01, ga_naar: {to}}}\n")
        for name, to in (("een", "twee"), ("twee", "een"))
    }
    small_guide(tmp_path)
    for name, text in chain.items():
        (tmp_path / "data" / "actors" / "wijk" / f"{name}.yml").write_text(text, encoding="utf-8")
    agenda = make_agenda(load_guide(tmp_path)[0], TODAY)
    assert agenda.successor(agenda.actors["een"]) is None


def test_a_tombstone_leads_to_an_open_door(chain: Agenda) -> None:
    nl = voices(("nl",), {}, chain.guide.words.languages)["nl"]
    for entry in (chain.actors["een"], chain.activities["een", "thee"]):
        view = stopped_page(chain, nl, entry)
        assert view.go_to is not None
        assert view.go_to.page == "actor/drie.html"
        assert str(view.rows[0].title) == "Thee van drie"
    assert stopped_page(chain, nl, chain.actors["dood"]).go_to is None
    sheet = actor_sheet(chain, nl, "een")
    assert sheet.gone is not None
    assert str(sheet.gone.go_to) == "Ga naar Groep drie"
    assert [str(one.name) for one in sheet.contacts] == ["Groep drie"]
    assert sheet.ways == (), "nobody is sent to a door that closed"


def test_where_an_activity_stopped_its_group_still_does_things(tmp_path: Path) -> None:
    record = group(
        "2026-11-02",
        "id: koor, naam: Koor, gestopt: {op: 2026-06-30}",
        "id: eten, naam: Eten, thema: [eten], op_afspraak: ja",
        "id: thee, naam: Thee, op_afspraak: ja",
    )
    # In the order of files the house comes before it.
    agenda = small_agenda(tmp_path, zang=record)
    nl = voices(("nl",), {}, agenda.guide.words.languages)["nl"]
    view = stopped_page(agenda, nl, agenda.activities["zang", "koor"])
    assert [str(row.title) for row in view.rows][:1] == ["Thee"], "of the same group and the same theme, first"
    assert "Eten" not in [str(row.title) for row in view.rows]
    assert view.by is not None
    assert view.by.link.page == "actor/zang.html"
    assert agenda.actors["zang"].live


def test_codes_outlive_an_end(chain: Agenda) -> None:
    leads = {code: page for code, page, _ in codes(chain)}
    for number, slug in enumerate(CHAIN):
        assert leads[f"q{number:03}"] == f"actor/{slug}.html"
        assert leads[f"t{number:03}"] == f"actor/{slug}/thee.html"


def test_codes_outlive_a_new_name(tmp_path: Path) -> None:
    """A code is of the record, not of its file: the old paper leads to the new page."""
    before = small_agenda(tmp_path / "voor", groep=HEAD)
    after = small_agenda(tmp_path / "na", andere_naam=HEAD.replace("Groep De Proef", "Andere Naam"))
    leads = [{code: page for code, page, _ in codes(agenda)}["qqqq"] for agenda in (before, after)]
    assert leads == ["actor/groep.html", "actor/andere-naam.html"]
    assert of(after, "andere-naam").stage == "fresh"


@pytest.mark.parametrize("end", ["gestopt: {op: 2026-01-01}", "nagekeken: {op: 2020-01-15, door: gids, hoe: gebeld}"])
def test_the_code_of_the_week_of_a_house_outlives_the_house(tmp_path: Path, end: str) -> None:
    """Its sheet hangs in a hall: the QR code leads on to the week of the neighbourhood."""
    house = (
        "naam: Huis Oud\nsoort: huis van de wijk\ncode: vvvv\nthema: [ontmoeten]\nsamenvatting: Een huis.\n"
        f"{end}\nactiviteiten: [{{id: thee, naam: Thee, op_afspraak: ja}}]\n"
    )
    agenda = small_agenda(tmp_path, oud=house)
    assert not agenda.actors["oud"].live
    spoken = voices(agenda.guide.checked.languages, {}, agenda.guide.words.languages)
    root = Path(__file__).parent.parent
    (agenda.guide.root / "overrides").symlink_to(root / "overrides")
    pages = dict(redirects(web.press(agenda, spoken)))
    assert "week/wijk.html" in pages["k/vvvv-week/index.html"]
    assert "actor/oud.html" in pages["k/vvvv/index.html"]
    assert "week/wijk.html" in pages["k/oud-week/index.html"], "as it was printed before it had a code"
