"""What is true of an entry after inheritance, and what must not be told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from guides import HEAD, TODAY, small_agenda
from wijkgids.records.sayings import sayings
from wijkgids.records.values import Answer

ACTIVITY = """\
activiteiten:
  - id: thee
    code: wwww
    naam: Thee
    wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]
"""


def test_thresholds_are_inherited_field_by_field(tmp_path: Path) -> None:
    record = HEAD + (
        "drempels: {kosten: '2,50', kosten_per: keer, stadspas: gratis, aanmelden: ja, papieren_nodig: ja, papieren: Je pas}\n"
        + ACTIVITY
        + "    drempels: {kosten: gratis, naam_nodig: nee}\n"
    )
    got = small_agenda(tmp_path, groep=record).activities[("groep", "thee")].thresholds
    assert got.free
    assert got.cost_per is None, "it belongs to the price of the actor"
    assert got.city_pass is None
    assert got.sign_up is Answer.YES
    assert got.name_needed is Answer.NO
    assert got.papers is not None
    assert (got.papers.text, got.papers.at) == ("Je pas", "drempels.papieren")
    assert got.referral_needed is Answer.UNKNOWN, "nobody said anything: that is not a no"
    assert got.waiting is None
    assert not got.waiting_none


def test_a_price_is_a_number_of_euros(tmp_path: Path) -> None:
    record = HEAD + ACTIVITY + "    drempels: {kosten: '2,50', kosten_per: keer}\n"
    cost = small_agenda(tmp_path, groep=record).activities[("groep", "thee")].thresholds.cost
    assert (cost.kind, cost.amount) == ("amount", Decimal("2.50"))


def test_a_hosted_place_has_the_address_of_its_host(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + "plek: {actor: huis, ruimte: zaal 2}\n" + ACTIVITY)
    where = agenda.activities[("groep", "thee")].where
    assert where is not None
    assert (where.host, where.name, where.address) == ("huis", "Huis De Proef", "Proefhof 8")
    assert where.room is not None
    assert where.room.text == "zaal 2"
    assert where.find is not None
    assert where.find.actor == "huis", "how to find it, in the words of the host"
    assert [one.key for one in agenda.actors["huis"].hosts] == [("groep", "thee")]


def test_access_is_that_of_the_place_where_it_is(tmp_path: Path) -> None:
    record = HEAD + "plek: {adres: Proefkade 1}\ntoegang: {drempelvrij: nee}\n" + ACTIVITY + "    plek: {actor: huis}\n"
    access = small_agenda(tmp_path, groep=record).activities[("groep", "thee")].access
    assert access is not None
    assert access.step_free == "ja"


def test_a_discreet_address_is_nowhere(tmp_path: Path) -> None:
    record = HEAD.replace("van: de gastvrouw", "van: de gastvrouw, adres_tonen: na contact") + (
        'plek: {actor: huis, ruimte: zolder, zo_vind_je_het: "Bel twee keer."}\n' + ACTIVITY
    )
    agenda = small_agenda(tmp_path, groep=record)
    where = agenda.activities[("groep", "thee")].where
    assert where is not None
    assert (where.shown, where.host, where.name, where.address, where.room, where.find) == (
        "na contact", None, None, None, None, None,
    )  # fmt: skip
    assert agenda.actors["huis"].hosts == (), "the house would tell where it is"
    week = (date(2026, 11, 23), date(2026, 11, 29))
    assert [time.activity.key for time in agenda.times(*week, house="huis")] == [("huis", "koffie")] * 5
    assert ("groep", "thee") in [time.activity.key for time in agenda.times(*week, neighbourhood="wijk")]


def test_a_name_is_there_only_while_the_consent_runs(tmp_path: Path) -> None:
    record = HEAD + (
        "mensen:\n  - {rol: gastvrouw, naam: Vera Proefstra, telefoon: 020 000 00 11, toestemming: {op: 2026-09-01, tot: 2026-12-01}}\n"
    )
    for day, name in ((date(2026, 12, 1), "Vera Proefstra"), (date(2026, 12, 2), None), (date(2026, 8, 31), None)):
        person = small_agenda(tmp_path, day, groep=record).actors["groep"].people[0]
        assert person.name == name
        assert (person.phone is None) == (name is None)
        assert person.role.text == "gastvrouw"


def test_full_and_paused_are_of_a_day(tmp_path: Path) -> None:
    record = HEAD + (
        "gidst:\n"
        "  - {naar: buurtteam, thema: brieven, hoe: gaat mee, vol: {tot: 2026-12-14}}\n"
        "  - {zelf: ja, thema: brieven, hoe: luistert, pauze: {vanaf: 2026-12-01, tot: 2026-12-31}}\n"
    )
    states = {}
    for day in (TODAY, date(2026, 12, 14), date(2026, 12, 15), date(2027, 1, 1)):
        agenda = small_agenda(tmp_path, day, groep=record)
        states[day] = [one.state for one in agenda.actors["groep"].guides]
        assert [one.guide for one in agenda.actors["buurtteam"].guided_by] == ["groep"]
    assert states == {
        TODAY: ["full", "open"],
        date(2026, 12, 14): ["full", "paused"],
        date(2026, 12, 15): ["open", "paused"],
        date(2027, 1, 1): ["open", "open"],
    }


def test_stopped_only_from_its_day(tmp_path: Path) -> None:
    record = HEAD + "gestopt: {op: 2026-12-01, waarom: De kok is verhuisd., ga_naar: huis}\n" + ACTIVITY
    assert small_agenda(tmp_path, TODAY, groep=record).activities[("groep", "thee")].live
    later = small_agenda(tmp_path, date(2026, 12, 1), groep=record)
    assert not later.activities[("groep", "thee")].live
    assert [one.key for one in later.alternatives(later.actors["groep"])] == [("huis", "koffie")]
    assert later.times(date(2026, 12, 7), date(2026, 12, 13), neighbourhood="wijk")[0].activity.key == (
        "huis",
        "koffie",
    )


def test_an_announced_stop_ends_the_times_before_it(tmp_path: Path) -> None:
    record = HEAD + ACTIVITY + "    gestopt: {op: 2026-12-08, waarom: De kok verhuist.}\n"
    agenda = small_agenda(tmp_path, groep=record)
    thee = agenda.activities[("groep", "thee")]
    assert thee.live
    assert thee.stops is not None
    assert thee.stops.on == date(2026, 12, 8)
    assert [time.on.day for time in agenda.next_times(thee, 9)] == [TODAY, date(2026, 12, 1)]


def test_what_was_moved_past_a_stop_is_on_neither_day(tmp_path: Path) -> None:
    moved = ACTIVITY.replace(
        "tijd: 10:00-12:00}", "tijd: 10:00-12:00, verplaatst: [{van: 2026-12-01, naar: 2026-12-09}]}"
    )
    agenda = small_agenda(tmp_path, groep=HEAD + moved + "    gestopt: {op: 2026-12-08}\n")
    assert [time.on.day for time in agenda.next_times(agenda.activities[("groep", "thee")], 9)] == [TODAY]
    found = agenda.times(date(2026, 12, 1), date(2026, 12, 1))
    assert [time.on.state for time in found if time.activity.actor == "groep"] == ["cancelled"]


def test_the_week_of_a_house_is_what_is_held_there_and_what_it_organises_elsewhere(tmp_path: Path) -> None:
    record = HEAD + ACTIVITY + "    organisator: huis\n    plek: {naam: Proefplein}\n"
    times = small_agenda(tmp_path, groep=record).times(date(2026, 11, 24), date(2026, 11, 24), house="huis")
    assert [(time.activity.key, time.elsewhere) for time in times] == [
        (("huis", "koffie"), False),
        (("groep", "thee"), True),
    ]


def test_every_text_of_the_agenda_has_its_place_in_the_record(tmp_path: Path) -> None:
    """What a view says is what a translator gets, at the same place."""
    from wijkgids.records.said import Said

    agenda = small_agenda(
        tmp_path, groep=(Path(__file__).parent / "records" / "good" / "uit-het-ontwerp.yml").read_text("utf-8")
    )
    known = {
        (one.actor, one.at): one.text for slug, actor in agenda.guide.actors.items() for one in sayings(slug, actor)
    }
    seen = []

    def walk(value: object) -> None:
        if isinstance(value, Said):
            seen.append(value)
        elif isinstance(value, tuple):
            for one in value:
                walk(one)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                walk(getattr(value, name))

    for entry in (*agenda.actors.values(), *agenda.activities.values()):
        walk(entry)
    assert len(seen) > 20
    for said in seen:
        assert known[(said.actor, said.at)] == said.text
