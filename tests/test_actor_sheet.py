"""The sheet of an actor as a view: what it says once, what it writes out, and until when it holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guides import HEAD, TODAY, small_agenda
from wijkgids.agenda import Agenda
from wijkgids.exports.plain import actor_text
from wijkgids.texts import Ltr, Name, Prose, Voice, voices
from wijkgids.texts.translations import Translations
from wijkgids.views.actor_sheet import actor_sheet, leaves

TUESDAY = "wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]"
PEOPLE = (
    "mensen: [{rol: gastvrouw, naam: Vera Proefstra, telefoon: 020 000 00 11, vraag_naar: de gastvrouw, talen: [nl],"
    " toestemming: {op: 2026-09-01, tot: %s}}]\n"
)


def voice(agenda: Agenda, lang: str = "nl", read: dict[str, str] | None = None) -> Voice:
    said = {lang: Translations(lang, elsewhere=dict(read or {}))}
    return voices([lang], said, agenda.guide.words.languages)[lang]


def test_an_activity_says_only_what_differs(tmp_path: Path) -> None:
    record = HEAD + (
        "plek: {actor: huis, ruimte: zaal 2}\ntalen: [ar, nl]\neerste_keer: [Je loopt binnen.]\n"
        "drempels: {kosten: gratis, aanmelden: nee}\nbelofte: {tekst: Het blijft hier., behalve: Bij gevaar., op: 2026-10-01}\n"
        "activiteiten:\n"
        f"  - {{id: thee, naam: Thee, {TUESDAY}}}\n"
        f"  - {{id: les, naam: Les, {TUESDAY}, talen: [tr], thema: [taal], eerste_keer: [Je belt aan.], plek: {{adres: Proefkade 1}},"
        " drempels: {aanmelden: ja}, contact: {telefoon: 020 000 00 12},"
        " belofte: {tekst: Niemand hoort het., behalve: Nooit., op: 2026-10-02}}\n"
    )
    agenda = small_agenda(tmp_path, groep=record)
    thee, les = actor_sheet(agenda, voice(agenda), "groep").activities
    for name in ("by", "place", "ways", "ask_for", "languages", "themes", "first_time", "promise", "routes", "seen"):
        assert not getattr(thee, name), name
    assert [str(one.day) for one in thee.coming] == ["di 24 nov", "di 1 dec", "di 8 dec", "di 15 dec"]
    assert les.place is not None
    assert les.place.address == Name("Proefkade 1")
    assert [str(one.said) for one in les.ways] == ["Bel 020\u00a0000\u00a000\u00a012"]
    assert [line.own.code for line in les.languages] == ["tr"]
    assert les.themes == ("Nederlands",)
    assert [str(chip.text) for chip in les.needed.known] == ["Eerst aanmelden"]
    assert [str(step) for step in les.first_time] == ["Je belt aan."]
    assert les.promise is not None


def test_the_room_of_an_activity_in_its_own_house_is_said(tmp_path: Path) -> None:
    record = HEAD + (
        "plek: {adres: Proefkade 1}\nactiviteiten:\n"
        f"  - {{id: thee, naam: Thee, {TUESDAY}}}\n"
        f"  - {{id: soep, naam: Soep, {TUESDAY}, plek: {{actor: groep, ruimte: kelder}}}}\n"
    )
    agenda = small_agenda(tmp_path, groep=record)
    thee, soep = actor_sheet(agenda, voice(agenda), "groep").activities
    assert thee.place is None
    assert soep.place is not None
    assert str(soep.place.room) == "kelder"


def test_a_named_place_keeps_its_name(tmp_path: Path) -> None:
    """A square without a street number is all there is to say."""
    record = HEAD + f"activiteiten: [{{id: thee, naam: Thee, {TUESDAY}, plek: {{naam: Proefplein}}}}]\n"
    agenda = small_agenda(tmp_path, groep=record)
    view = actor_sheet(agenda, voice(agenda), "groep").activities[0].place
    assert view is not None
    assert view.name == Name("Proefplein")


def test_what_a_page_leaves_to_a_link_is_written_out(tmp_path: Path) -> None:
    record = HEAD.replace(
        "contact: {telefoon: 020 000 00 09}",
        'contact: {telefoon: 020 000 00 09, whatsapp: 020 000 00 08, email: groep@voorbeeld.example, website: "https://groep.example/"}',
    ) + ("plek: {actor: huis}\ngidst: [{naar: buurtteam, thema: [geld], hoe: [gaat mee]}]\n")
    agenda = small_agenda(tmp_path, groep=record)
    sheet = actor_sheet(agenda, voice(agenda), "groep")
    assert [str(one.said).replace("\u00a0", " ") for one in sheet.ways] == [
        "Bel 020 000 00 09", "WhatsApp: 020 000 00 08", "Mail: groep@voorbeeld.example", "Website: groep.example",
    ]  # fmt: skip
    assert sheet.place is not None
    assert str(sheet.place.city) == "1099 ZZ Waterstad", "on the page of the house it is one tap away, here it is not"
    assert [(str(one.name), one.address) for one in sheet.contacts] == [
        ("Huis De Proef", "Proefhof 8"),
        ("Buurtteam De Proef", None),
    ]
    assert (sheet.short, sheet.address) == ("klein.example/k/qqqq", "https://klein.example/k/qqqq")


def test_without_a_code_the_page_itself_is_the_address(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD.replace("code: qqqq\n", ""))
    assert actor_sheet(agenda, voice(agenda), "groep").short == "klein.example/actor/groep.html"
    assert actor_sheet(agenda, voice(agenda, "ar"), "groep").short == "klein.example/ar/actor/groep.html"


def test_all_ways_and_all_of_the_programme_are_there(tmp_path: Path) -> None:
    ways = "".join(
        f"  - {{zelf: ja, thema: [{theme}], hoe: [luistert]}}\n" for theme in ("geld", "eten", "taal", "werk")
    )
    days = ", ".join(f"{{op: 2026-12-{day:02}, tekst: Dag {day}}}" for day in range(1, 9))
    record = HEAD + f"gidst:\n{ways}activiteiten: [{{id: thee, naam: Thee, {TUESDAY}, programma: [{days}]}}]\n"
    agenda = small_agenda(tmp_path, groep=record)
    sheet = actor_sheet(agenda, voice(agenda), "groep")
    assert len(sheet.routes) == 4
    assert len(sheet.activities[0].programme) == 8


def test_changes_are_told_as_long_as_the_sheet_holds(tmp_path: Path) -> None:
    """A page tells four weeks; paper that holds three months must tell three."""
    rule = "wanneer: [{elke: dinsdag, tijd: 10:00-12:00, afgelast: [{op: 2027-02-16, waarom: De zaal is bezet.}]}]"
    agenda = small_agenda(tmp_path, groep=HEAD + f"activiteiten: [{{id: thee, naam: Thee, {rule}}}]\n")
    changes = actor_sheet(agenda, voice(agenda), "groep").activities[0].when.changes
    assert [str(one) for one in changes] == ["Gaat niet door: dinsdag 16 februari. De zaal is bezet."]


def test_what_others_do_there_and_what_they_do_with_it(tmp_path: Path) -> None:
    record = HEAD + (
        "activiteiten:\n"
        f"  - {{id: thee, naam: Thee, {TUESDAY}, plek: {{actor: huis}}}}\n"
        f"  - {{id: uur, naam: Uur, {TUESDAY}, organisator: buurtteam, plek: {{naam: Proefplein}}}}\n"
    )
    agenda = small_agenda(tmp_path, groep=record)
    assert [str(row.title) for row in actor_sheet(agenda, voice(agenda), "huis").hosts] == ["Thee"]
    mine = actor_sheet(agenda, voice(agenda), "groep")
    assert [str(part.name) for part in mine.activities] == ["Thee"]
    assert [(str(row.title), str(row.place)) for row in mine.others] == [("Uur", "bij Buurtteam De Proef")]
    assert mine.hosts == (), "it is not at its place"
    assert "Proefplein" not in actor_text(agenda, voice(agenda), "groep")
    assert "di 10:00  Uur · bij Buurtteam De Proef" in actor_text(agenda, voice(agenda), "groep")
    theirs = actor_sheet(agenda, voice(agenda), "buurtteam").activities[0]
    assert [str(one) for one in theirs.by] == ["samen met Groep De Proef"]


@pytest.mark.parametrize(
    ("record", "until"),
    [
        (HEAD, "2027-02-24"),  # three months
        (HEAD.replace("2026-11-02", "2026-07-01"), "2026-12-31"),  # the day before the check falls due
        (HEAD.replace("2026-11-02", "2026-03-01"), "2027-02-24"),  # it did already, and the sheet says so
        (HEAD + PEOPLE % "2026-12-05", "2026-12-05"),  # the last day on which the name may stand there
        (HEAD + PEOPLE % "2026-11-23", "2027-02-24"),  # a consent that ended: the name is not on it
        (HEAD + "gestopt: {op: 2026-12-20}\n", "2026-12-19"),
        (HEAD + f"activiteiten: [{{id: thee, naam: Thee, {TUESDAY}, gestopt: {{op: 2026-12-10}}}}]\n", "2026-12-09"),
        (HEAD + f"activiteiten: [{{id: thee, naam: Thee, {TUESDAY}, soort: spreekuur}}]\n", "2027-02-01"),
    ],
)  # fmt: skip
def test_a_sheet_holds_no_longer_than_what_stands_on_it(tmp_path: Path, record: str, until: str) -> None:
    agenda = small_agenda(tmp_path, groep=record)
    sheet = actor_sheet(agenda, voice(agenda), "groep")
    assert sheet.valid == date.fromisoformat(until)
    assert str(sheet.colophon.valid) == f"Geldt tot en met {sheet.valid:%d-%m-%Y}"


def test_a_name_leaves_paper_with_its_consent(tmp_path: Path) -> None:
    for day, there in ((TODAY, True), (date(2026, 12, 6), False)):
        agenda = small_agenda(tmp_path, day, groep=HEAD + PEOPLE % "2026-12-05")
        sheet = actor_sheet(agenda, voice(agenda), "groep")
        said = " ".join(str(one) for one in leaves(sheet)).replace("\u00a0", " ")
        assert ("Vera Proefstra" in said) is there
        assert ("020 000 00 11" in said) is there
        assert "Gastvrouw" in said


def test_an_old_check_leads_and_a_fresh_one_says_from_when(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD, oud=HEAD.replace("qqqq", "zzzz").replace("2026-11-02", "2026-03-12"))
    fresh, old = (actor_sheet(agenda, voice(agenda), slug) for slug in ("groep", "oud"))
    assert str(fresh.seen.call_from) == "Bel eerst vanaf 2 mei 2027."
    assert fresh.call_first is None
    assert old.seen.call_from is None
    assert "12 maart 2026" in str(old.call_first)
    assert str(old.colophon.oldest) == "Oudste controle: 12-03-2026"
    assert str(old.ways[0].said).startswith("Bel 020"), "the page has it in its box; paper has no box to press"


def test_what_will_stop_says_where_to_go(tmp_path: Path) -> None:
    record = HEAD + "gestopt: {op: 2026-12-20, waarom: De kok verhuist., ga_naar: huis}\n"
    agenda = small_agenda(tmp_path, groep=record)
    sheet = actor_sheet(agenda, voice(agenda), "groep")
    assert sheet.gone is None
    assert sheet.stops is not None
    assert [str(one) for one in (sheet.stops.heading, sheet.stops.why, sheet.stops.go_to)] == [
        "Stopt op 20 december 2026",
        "De kok verhuist.",
        "Ga naar Huis De Proef",
    ]
    assert [str(one.name) for one in sheet.contacts] == ["Huis De Proef"]


def test_a_sheet_says_what_is_not_translated(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD)
    last = actor_sheet(agenda, voice(agenda, "ar"), "groep").colophon
    assert last.missing is not None
    assert last.unread is not None
    read = {"Een groep om mee te testen.": "مجموعة", "de gastvrouw": "المضيفة"}
    assert actor_sheet(agenda, voice(agenda, "ar", read), "groep").colophon.missing is None
    dutch = actor_sheet(agenda, voice(agenda), "groep").colophon
    assert (dutch.missing, dutch.unread) == (None, None)
    assert dutch.sample is not None


@pytest.mark.parametrize("lang", ["ar", "fa", "ti"])
def test_facts_and_names_are_types(tmp_path: Path, lang: str) -> None:
    """So that a printer isolates them: no digit of a fact is left in a plain text of the page's language."""
    record = (Path(__file__).parent / "records" / "good" / "uit-het-ontwerp.yml").read_text("utf-8")
    agenda = small_agenda(tmp_path, groep=record)
    for slug in agenda.actors:
        sheet = actor_sheet(agenda, voice(agenda, lang), slug)
        for part in (
            sheet.place,
            sheet.ways,
            sheet.hours,
            sheet.needed,
            sheet.activities,
            sheet.contacts,
            sheet.colophon,
        ):
            for one in leaves(part):
                if type(one) is str and not one.startswith(("https://", "actor/")):
                    assert not any(sign.isdigit() for sign in one), one
        kinds = {type(one) for one in leaves(sheet)}
        assert {Ltr, Name, Prose} <= kinds
