"""What the pages for residents say: rows, home, themes, weeks, finder, print desk, and what stands around them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from guides import HEAD, TODAY, small_agenda
from wijkgids.agenda import Agenda
from wijkgids.texts import Ltr, Name, Prose, Voice, flat, translations, voices
from wijkgids.texts.pieces import Sentence, Strong
from wijkgids.views import about, finder, home, printdesk, rows, shell, theme, week
from wijkgids.vocabulary import Theme

CONTACT = HEAD.replace("code: qqqq\n", "")


def voice_of(agenda: Agenda, lang: str = "nl") -> Voice:
    said, _ = translations.load(agenda.guide.root, ["nl", lang])
    return voices(["nl", lang], said, agenda.guide.words.languages)[lang]


def group(*activities: str, head: str = CONTACT) -> str:
    return head + "activiteiten:\n" + "".join(f"  - {{{one}}}\n" for one in activities)


def texts(row: rows.Row) -> list[str]:
    return [str(chip.text) for chip in row.chips]


def theme_of(agenda: Agenda, name: str) -> Theme:
    return agenda.guide.words.themes[name]


# rows


def only_time(agenda: Agenda, day: date = TODAY, key: str = "a") -> rows.Row:
    (time,) = [one for one in agenda.times(day, day) if one.activity.key == ("groep", key)]
    return rows.time_row(agenda, voice_of(agenda), time)


def test_a_time_has_its_hours_in_front(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group("id: a, naam: Thee, wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}], drempels: {kosten: gratis}"),
    )
    row = only_time(agenda)
    assert row.when == (Ltr("10:00"), Ltr("12:00"))
    assert all(isinstance(one, Ltr) for one in row.when)
    assert (str(row.title), row.page) == ("Thee", "actor/groep/a.html")
    assert texts(row) == ["Gratis"]
    assert not row.evening
    assert not row.off


def test_what_does_not_go_on_is_struck_with_its_reason_and_the_next_time(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Thee, wanneer: [{elke: dinsdag, tijd: '10:00-12:00', afgelast: [{op: 2026-11-24, waarom: De zaal is dicht.}]}]"
        ),
    )
    row = only_time(agenda)
    assert row.off
    assert texts(row) == ["gaat niet door"]
    assert [str(note) for note in row.notes] == ["De zaal is dicht.", "De volgende keer is dinsdag 1 december."]


def test_a_moved_time_stands_on_both_days(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Thee, wanneer: [{elke: dinsdag, tijd: '10:00-12:00', verplaatst: [{van: 2026-11-24, naar: 2026-11-26}]}]"
        ),
    )
    before, after = only_time(agenda), only_time(agenda, date(2026, 11, 26))
    assert (before.off, texts(before), str(before.notes[0])) == (
        True,
        ["verplaatst"],
        "Het is nu op donderdag 26 november.",
    )
    assert not after.off
    assert str(after.notes[0]) == "Dit was eerst op dinsdag 24 november."


def test_an_old_check_says_call_first_and_nothing_that_may_be_untrue(tmp_path: Path) -> None:
    old = CONTACT.replace("2026-11-02", "2026-03-12")
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Thee, wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}], drempels: {kosten: gratis}", head=old
        ),
    )
    row = only_time(agenda)
    assert texts(row) == ["Bel eerst. Nagekeken in maart 2026."]
    assert row.chips[0].look == "let"


def test_unknown_is_a_question_and_never_a_no(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=group("id: a, naam: Thee, wanneer: [{elke: dinsdag}]"))
    row = only_time(agenda)
    assert texts(row) == ["Tijd: niet bekend, vraag het", "Kosten: niet bekend, vraag het"]
    assert {chip.look for chip in row.chips} == {"ask"}


def test_a_discreet_address_is_not_on_a_row(tmp_path: Path) -> None:
    head = CONTACT.replace(
        "akkoord: {op: 2026-10-01, van: de gastvrouw}", "akkoord: {op: 2026-10-01, van: wij, adres_tonen: na contact}"
    )
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Thee, wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}]",
            head=head + "plek: {adres: Geheimhof 1, postcode: 1099 ZZ, plaats: Waterstad}\n",
        ),
    )
    row = only_time(agenda)
    assert str(row.place) == "Adres na contact"
    assert "Geheim" not in repr(row)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("{elke: dinsdag en donderdag, tijd: '10:00-12:00'}", ["di do", "10:00"]),
        ("{elke: maandag t/m vrijdag, tijd: '09:30-11:00'}", ["ma t/m vr", "09:30"]),
        ("{elke: 1e woensdag, tijd: '19:30-21:00'}", ["wo 2 dec", "19:30"]),
        ("{elke: om de week dinsdag, tijd: '10:00-12:00', vanaf: 2026-12-01}", ["di 1 dec", "10:00"]),
        ("{op: [2026-12-05, 2027-01-09], tijd: '14:00-17:00'}", ["za 5 dec", "14:00"]),
        ("{elke: dinsdag, tijd: '10:00-12:00', vanaf: 2027-02-02}", ["di 2 feb", "10:00"]),
        ("{elke: maandag, tijd: '10:00-12:00'}, {elke: vrijdag, tijd: '13:00-15:00'}", ["vr 27 nov", "13:00"]),
        ("{elke: maandag, tijd: '10:00-12:00', tot: 2026-11-01}, {elke: vrijdag, tijd: '13:00-15:00'}", ["vr", "13:00"]),
    ],
)  # fmt: skip
def test_days_stand_in_front_only_where_they_hold_every_week(tmp_path: Path, when: str, said: list[str]) -> None:
    agenda = small_agenda(tmp_path, groep=group(f"id: a, naam: Thee, wanneer: [{when}]"))
    row = rows.activity_row(agenda, voice_of(agenda), agenda.activities[("groep", "a")])
    assert [str(one) for one in row.when] == said


def test_an_activity_in_the_evening_says_so(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Koor, talen: [nl, tr, ar], wanneer: [{elke: dinsdag, tijd: '19:00-21:00'}], drempels: {kosten: '2,50', aanmelden: nee}"
        ),
    )
    row = rows.activity_row(agenda, voice_of(agenda, "ar"), agenda.activities[("groep", "a")])
    assert row.evening
    assert [(chip.look, chip.icon) for chip in row.chips] == [
        ("av", "moon"),
        ("plain", None),
        ("ok", "door"),
        ("plain", None),
        ("plain", None),
    ]
    assert texts(row)[-2:] == ["العربية", "Türkçe"], "the reader's language first; Dutch goes without saying"


# home


def test_home_shows_every_need_and_today(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    view = home.home(agenda, voice_of(agenda))
    assert len(view.tiles) == len(agenda.guide.words.themes) == 15
    assert [tile.page for tile in view.tiles][:2] == ["thema/brieven.html", "thema/geld.html"]
    assert str(view.day) == "dinsdag 24 november"
    assert [str(row.title) for row in view.today] == ["Koffie"]
    assert view.quarters == (), "a guide of one neighbourhood asks nothing"
    assert view.week == "week/wijk.html"


def test_today_mixes_parts_of_the_day_and_leaves_out_what_is_unsure(tmp_path: Path) -> None:
    many = [f"id: m{n}, naam: Ochtend {n}, wanneer: [{{elke: dinsdag, tijd: '0{n}:00-10:30'}}]" for n in range(6, 10)]
    agenda = small_agenda(
        tmp_path,
        groep=group(
            *many,
            "id: avond, naam: Avond, wanneer: [{elke: dinsdag, tijd: '20:00-21:00'}]",
            "id: dicht, naam: Besloten, besloten: ja, hoe_meedoen: Vraag het., wanneer: [{elke: dinsdag, tijd: '13:00-14:00'}]",
            "id: oud, naam: Oud, nagekeken: {op: 2026-02-01, door: buurtwerker, hoe: gebeld}, wanneer: [{elke: dinsdag, tijd: '13:00-14:00'}]",
            "id: thuis, naam: Thuis, komt_langs: ja, wanneer: [{elke: dinsdag, tijd: '12:00-14:00'}]",
        ),
    )
    chosen = home.choose(agenda.times(TODAY, TODAY), "nl", 3)
    names = [one.activity.name.text for one in chosen]
    assert len(names) == 3
    assert "Avond" in names
    assert not {"Besloten", "Oud"} & set(names)
    starts = [one.on.start for one in chosen]
    assert starts == sorted(starts), "in the order of the day"
    assert len(home.choose(agenda.times(TODAY, TODAY), "nl", 99)) == 7, "what is there, no more"


def test_who_goes_with_you_speaks_your_language_first_and_has_room(tmp_path: Path) -> None:
    guide = "gidst:\n  - {{naar: buurtteam, thema: [brieven], hoe: [gaat mee], talen: [{lang}]{more}}}\n"
    agenda = small_agenda(
        tmp_path,
        een=CONTACT.replace("De Proef", "Een") + guide.format(lang="tr", more=""),
        twee=CONTACT.replace("De Proef", "Twee") + guide.format(lang="ar", more=""),
        vol=CONTACT.replace("De Proef", "Vol") + guide.format(lang="ar", more=", vol: {tot: 2026-12-07}"),
    )
    found = home.companions(agenda, voice_of(agenda, "ar"))
    assert [str(one.name) for one in found] == ["Groep Twee", "Groep Een"]
    assert "Buurtteam De Proef" in str(found[0].does)


# themes


def test_a_theme_shows_people_first_and_desks_last(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=CONTACT
        + "gidst:\n  - {naar: buurtteam, thema: [brieven], hoe: [gaat mee]}\n  - {zelf: ja, thema: [brieven], hoe: [luistert]}\n"
        + "activiteiten:\n  - {id: a, naam: Brieventafel, thema: [brieven], wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}]}\n",
    )
    view = theme.theme_page(agenda, voice_of(agenda), theme_of(agenda, "brieven"))
    assert [str(one.name) for one in view.helpers] == ["Groep De Proef"], "each group once"
    assert "Gaat mee." in str(view.helpers[0].does)
    assert "Luistert." in str(view.helpers[0].does)
    assert [str(row.title) for row in view.quarters[0].rows] == ["Brieventafel"]
    assert [str(one.name) for one in view.desks] == ["Buurtteam De Proef"]
    assert str(view.desks[0].call.text if view.desks[0].call else "") == "Bel 020\u00a0000\u00a000\u00a003"


def test_a_theme_shows_six_of_a_neighbourhood_and_leads_to_the_rest(tmp_path: Path) -> None:
    many = [
        f"id: a{n}, naam: Tafel {n}, thema: [brieven], wanneer: [{{elke: dinsdag, tijd: '1{n}:00-19:30'}}]"
        for n in range(8)
    ]
    agenda = small_agenda(tmp_path, groep=group(*many))
    (quarter,) = theme.theme_page(agenda, voice_of(agenda), theme_of(agenda, "brieven")).quarters
    assert len(quarter.rows) == 6
    assert quarter.more == "zoeken/wijk.html#brieven"


def test_full_guides_stand_below_the_others(tmp_path: Path) -> None:
    guide = "gidst:\n  - {{zelf: ja, thema: [brieven], hoe: [luistert]{more}}}\n"
    agenda = small_agenda(
        tmp_path,
        aaa=CONTACT.replace("De Proef", "Vol")
        + guide.format(more=", vol: {}").replace("vol: {}", "vol: {tot: 2026-12-07}"),
        bbb=CONTACT.replace("De Proef", "Open") + guide.format(more=""),
    )
    found = theme.helpers(agenda, voice_of(agenda), theme_of(agenda, "brieven"))
    assert [(str(one.name), one.chips[0].look) for one in found] == [("Groep Open", "ok"), ("Groep Vol", "let")]


# weeks


def test_a_week_has_seven_days_today_marked_and_the_evening_apart(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group("id: a, naam: Koor, wanneer: [{elke: dinsdag, tijd: '19:00-21:00'}]"),
    )
    view = week.week_page(agenda, voice_of(agenda), "wijk")
    assert [day.iso for day in view.days] == [f"2026-11-{number}" for number in range(23, 30)]
    assert [day.today for day in view.days] == [False, True, False, False, False, False, False]
    tuesday = view.days[1]
    assert ([str(row.title) for row in tuesday.rows], [str(row.title) for row in tuesday.evening]) == (
        ["Koffie"],
        ["Koor"],
    )
    assert str(view.days[5].empty) == "Voor zaterdag staat er nog niets in de gids."
    assert tuesday.empty is None
    assert str(view.title) == "Deze week in De Wijk"
    assert [(choice.page, choice.here) for choice in view.weeks] == [
        ("week/wijk.html", True), ("week/wijk-2.html", False), ("week/wijk-3.html", False), ("week/wijk-4.html", False)
    ]  # fmt: skip
    assert view.tell.startswith("mailto:gids@voorbeeld.example?subject=")


def test_the_weeks_after_next_are_named_after_their_monday(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    voice = voice_of(agenda)
    assert str(week.week_page(agenda, voice, "wijk", 2).title) == "Volgende week in De Wijk"
    third = week.week_page(agenda, voice, "wijk", 3)
    assert str(third.title) == "De week van 7 december in De Wijk"
    assert str(third.period) == "7 t/m 13 december 2026"
    assert not any(day.today for day in third.days)
    assert third.sheets == (), "only this week and the next are printed"


def test_sheets_of_a_week_are_in_the_readers_language_alone_and_beside_dutch(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    assert [one.path for one in week.sheets(agenda, voice_of(agenda), "wijk", 1)] == ["druk/wijk/deze-week.pdf"]
    assert [one.path for one in week.sheets(agenda, voice_of(agenda, "ar"), "wijk", 2)] == [
        "druk/wijk/volgende-week.ar.pdf", "druk/wijk/volgende-week.nl-ar.pdf"
    ]  # fmt: skip


def test_what_nobody_looked_at_for_long_stands_at_the_foot_of_its_day(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: oud, naam: Oud, nagekeken: {op: 2025-11-01, door: buurtwerker, hoe: gebeld}, wanneer: [{elke: dinsdag, tijd: '08:00-09:00'}]"
        ),
    )
    assert [str(row.title) for row in week.week_page(agenda, voice_of(agenda), "wijk").days[1].rows] == [
        "Koffie",
        "Oud",
    ]


# print desk


def test_every_choice_at_the_print_desk_leads_to_one_sheet(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    assert printdesk.places(agenda) == ["huis", "wijk"]
    view = printdesk.place_desk(agenda, voice_of(agenda, "ar"), "huis")
    for one in view.weeks:
        for languages in (*view.single, *view.double):
            (button,) = [each for each in view.buttons if (each.week, each.languages) == (one.key, languages.key)]
            assert button.path.startswith("druk/huis/")
    assert [one.key for one in (*view.weeks, *view.double, *view.single) if one.on] == ["w0", "nl-ar"]
    assert [str(one.address) for one in view.fixed] == [
        "klein.example/druk/huis/deze-week.pdf",
        "klein.example/druk/huis/volgende-week.pdf",
    ]
    dutch = printdesk.place_desk(agenda, voice_of(agenda), "wijk")
    assert [one.key for one in (*dutch.double, *dutch.single) if one.on] == ["nl"]
    assert str(dutch.buttons[0].until) == "Geldt tot en met 29 november 2026."


def test_the_print_desk_names_the_neighbourhood_before_its_houses(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    (quarter,) = printdesk.print_desk(agenda, voice_of(agenda)).quarters
    assert [place.page for place in quarter.places] == ["printen/wijk.html", "printen/huis.html"]


# around every page


def test_the_shell_finds_what_is_in_dutch_or_unread() -> None:
    missing, unread = Prose("Kom.", "nl", missing=True), Prose("تعال.", "ar", unread=True)
    assert shell.words((Sentence(("a", Strong(missing))),)) == (True, False)
    assert shell.words({"x": [unread]}) == (False, True)
    assert shell.words((missing, unread)) == (True, True)
    assert shell.words(rows.Row(missing, "x.html", (), None, ())) == (True, False)
    assert shell.words(("a", None, 3, Name("De Linde"))) == (False, False)


def test_the_bar_marks_where_you_are_and_the_foot_links_only_to_what_is_there(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    spoken = {lang: voice_of(agenda, lang) for lang in ("nl", "ar")}
    around = shell.shell(
        agenda, spoken, spoken["ar"], "week/wijk-2.html", "Week", None, prose={"ar/over.html", "privacy.html"}
    )
    assert [item.page for item in around.nav if item.here] == ["week/wijk.html"]
    assert [link.page for link in around.foot] == ["briefwoorden.html", "mapje.html", "meer.html"]
    assert [link.page for link in around.written] == ["over-het-voorbeeld.html", "over.html"]
    assert around.path == "ar/week/wijk-2.html"
    assert (around.canonical, around.dir) == ("https://klein.example/ar/week/wijk-2.html", "rtl")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "https://x.example/"),
        ("ar/index.html", "https://x.example/ar/"),
        ("week/wijk.html", "https://x.example/week/wijk.html"),
        ("mijnindex.html", "https://x.example/mijnindex.html"),
    ],
)
def test_a_first_page_is_addressed_by_its_folder(path: str, address: str) -> None:
    assert shell.absolute("https://x.example/", path) == shell.absolute("https://x.example", path) == address


def test_the_page_about_the_sample_says_what_is_invented(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    view = about.about(agenda, voice_of(agenda))
    said = " ".join(str(line) for _, lines in view.parts for line in lines)
    assert "020 000" in said
    assert "dinsdag 24 november 2026" in said


# facts are facts


def test_no_digit_in_a_right_to_left_view_stands_by_itself(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Koor, wanneer: [{elke: dinsdag, tijd: '19:00-21:00', afgelast: [{op: 2026-12-01}]}], drempels: {kosten: '2,50'}"
        ),
    )
    voice = voice_of(agenda, "ar")
    views = [
        home.home(agenda, voice),
        week.week_page(agenda, voice, "wijk"),
        week.week_page(agenda, voice, "wijk", 2),
        finder.finder_page(agenda, voice, "wijk"),
        printdesk.place_desk(agenda, voice, "huis"),
    ]
    count = 0
    for row in (*views[0].today, *views[3].rows, *(row for day in views[1].days for row in (*day.rows, *day.evening)), *(row for day in views[2].days for row in day.evening)):  # type: ignore[attr-defined]  # fmt: skip
        for piece in (*row.when, *(chip.text for chip in row.chips), *row.notes):
            for part in flat(piece):
                count += isinstance(part, Ltr)
                assert isinstance(part, Ltr | Prose | Name) or not re.search(r"\d", str(part)), part
    assert count > 10


@pytest.mark.parametrize(
    ("lang", "names", "narrow"), [("nl", "ma di", False), ("ar", "اثنين ثلاثاء", False), ("fa", "د س", True)]
)
def test_weekdays_fit_in_the_strip(tmp_path: Path, lang: str, names: str, narrow: bool) -> None:
    agenda = small_agenda(tmp_path)
    days = week.week_page(agenda, voice_of(agenda, lang), "wijk").days
    assert " ".join(day.weekday for day in days[:2]) == names
    assert {day.narrow for day in days} == {narrow}
