"""Days, evenings, weekends, school holidays, weeks of houses and screens: what their pages say, and what scripts do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from conftest import serving
from guides import HEAD, SMALL, TODAY, small_agenda
from wijkgids import web
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.checks import check_guide
from wijkgids.problems import errors, report
from wijkgids.records import load_guide
from wijkgids.texts import Ltr, Voice, translations, voices
from wijkgids.views import coming, day, holiday, home, house_week, screen, week
from wijkgids.views.rows import Row
from wijkgids.views.week_sheet import sheet_spec, week_sheet
from wijkgids.web.short import codes

ROOT = Path(__file__).resolve().parent.parent
CONTACT = HEAD.replace("code: qqqq\n", "")
TUESDAY = "id: {0}, naam: {1}, wanneer: [{{elke: dinsdag, tijd: '{2}'}}]"


def voice_of(agenda: Agenda, lang: str = "nl") -> Voice:
    said, _ = translations.load(agenda.guide.root, ["nl", lang])
    return voices(["nl", lang], said, agenda.guide.words.languages)[lang]


def group(*activities: str, head: str = CONTACT) -> str:
    return head + "activiteiten:\n" + "".join(f"  - {{{one}}}\n" for one in activities)


def titles(rows: tuple[Row, ...]) -> list[str]:
    return [str(row.title) for row in rows]


def guide_of_two(folder: Path, today: date = TODAY, *, pinned: bool = False, **records: str) -> Agenda:
    """A guide of two neighbourhoods, wijk and noord; `records` stand in wijk, those whose name begins with n_ in noord."""
    shutil.copytree(SMALL, folder)
    settings = folder / "data" / "gids.yml"
    text = settings.read_text(encoding="utf-8")
    if not pinned:
        text = text.replace("voorbeeld: ja\nvandaag: 2026-11-24\n", "")
    settings.write_text(
        text + "  noord: {naam: Noord, regio: Midden, samenvatting: Nog een wijk om mee te testen.}\n", encoding="utf-8"
    )
    for slug, record in records.items():
        quarter = "noord" if slug.startswith("n_") else "wijk"
        path = folder / "data" / "actors" / quarter / f"{slug.replace('_', '-')}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(record, encoding="utf-8")
    guide, problems = load_guide(folder)
    assert errors([*problems, *check_guide(guide, today)]) == [], report(problems)
    shutil.copytree(ROOT / "overrides" / "gids", folder / "overrides" / "gids")
    return make_agenda(guide, today)


def written(agenda: Agenda, site: Path) -> Path:
    languages = agenda.guide.checked.languages
    said, _ = translations.load(agenda.guide.root, languages)
    web.write(agenda, voices(languages, said, agenda.guide.words.languages), site)
    return site


# days


def test_a_day_has_its_parts_and_what_has_no_hour_is_a_question(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            TUESDAY.format("a", "Koor", "19:00-21:00"),
            TUESDAY.format("b", "Middageten", "12:00-13:00"),
            TUESDAY.format("c", "Laat", "16:59-18:00"),
            "id: d, naam: Ooit, wanneer: [{elke: dinsdag}]",
        ),
    )
    view = day.day_in(agenda, voice_of(agenda), "wijk", TODAY, day.spans(agenda))
    assert [(str(part.title), titles(part.rows)) for part in view.parts] == [
        ("’s Ochtends", ["Koffie"]),
        ("’s Middags", ["Middageten", "Laat"]),
        ("’s Avonds", ["Koor"]),
        ("Tijd: niet bekend, vraag het", ["Ooit"]),
    ]
    assert [part.icon for part in view.parts] == [None, None, "moon", None]
    assert str(view.title) == "dinsdag 24 november in De Wijk"
    assert [str(link and link.text) for link in (view.before, view.after)] == [
        "maandag 23 november",
        "woensdag 25 november",
    ]


def test_days_of_this_week_and_the_next_have_a_page_that_says_what_the_agenda_says(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Thee, wanneer: [{elke: dinsdag, tijd: '10:00-12:00', afgelast: [{op: 2026-12-01, waarom: Dicht.}], verplaatst: [{van: 2026-11-24, naar: 2026-11-26}]}]"
        ),
    )
    pages = day.spans(agenda)
    assert pages == {"wijk": [date(2026, 11, 23) + timedelta(days=ahead) for ahead in range(14)]}
    for one in pages["wijk"]:
        view = day.day_in(agenda, voice_of(agenda), "wijk", one, pages)
        rows = [row for part in view.parts for row in part.rows]
        times = agenda.times(one, one, neighbourhood="wijk")
        assert [(str(row.title), row.off) for row in rows] == [
            (time.activity.name.text, time.on.state != "on") for time in times
        ]
        assert view.day.past == (one < TODAY)
        assert view.day.today == (one == TODAY)
        assert bool(view.parts) == bool(times)
    first = day.day_in(agenda, voice_of(agenda), "wijk", pages["wijk"][0], pages)
    assert first.before is None, "no page of a day that is not there"


def test_a_day_of_the_whole_guide_shows_some_of_each_neighbourhood(tmp_path: Path) -> None:
    many = [TUESDAY.format(f"a{n}", f"Thee {n}", f"{n:02}:00-{n:02}:30") for n in range(6, 20)]
    north = CONTACT.replace("Groep De Proef", "Groep Noord")
    agenda = guide_of_two(
        tmp_path / "gids", groep=group(*many), n_groep=group(TUESDAY.format("b", "Dans", "20:00-21:00"), head=north)
    )
    view = day.day_page(agenda, voice_of(agenda), TODAY)
    rows = [row for part in view.parts for row in part.rows]
    assert len(rows) == day.MOST // 2 + 1
    assert "Dans" in titles(tuple(rows))
    assert all("De Wijk" in str(row.place) or "Noord" in str(row.place) for row in rows)
    assert [pill.page for pill in view.quarters] == ["week/wijk/2026-11-24.html", "week/noord/2026-11-24.html"]
    taken = [str(row.title) for row in rows if row.keys]
    assert taken == titles(home.home(agenda, voice_of(agenda)).today), "what the first page would show on that day"
    assert [one.iso for one in view.strip][:2] == ["2026-11-24", "2026-11-25"]
    assert len(view.strip) == len(day.day_page(agenda, voice_of(agenda), day.days(agenda)[-1]).strip) == 7
    assert len(day.days(agenda)) == 8


def test_home_says_what_is_there_even_where_all_of_it_is_unsure(tmp_path: Path) -> None:
    old = CONTACT.replace("2026-11-02", "2026-02-01")
    agenda = small_agenda(tmp_path, groep=group(TUESDAY.format("a", "Oud", "19:00-21:00"), head=old))
    (tuesday,) = [time for time in agenda.times(TODAY, TODAY) if time.activity.key[0] == "groep"]
    assert home.choose([tuesday], "nl", 3) == [tuesday], "it carries its own warning"


def test_past_days_of_the_week_read_as_past(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, today=date(2026, 11, 26))
    view = week.week_page(agenda, voice_of(agenda), "wijk")
    assert [one.past for one in view.days] == [True, True, True, False, False, False, False]
    assert not any(one.past for one in week.week_page(agenda, voice_of(agenda), "wijk", 2).days)


def test_a_week_that_would_be_too_long_leads_to_its_days(tmp_path: Path) -> None:
    many = [
        f"id: a{n}, naam: Thee {n}, wanneer: [{{elke: maandag t/m vrijdag, tijd: '{7 + n % 13:02}:00-20:30'}}]"
        for n in range(20)
    ]
    agenda = small_agenda(tmp_path, groep=group(*many))
    assert len(day.week_times(agenda, "wijk", agenda.monday())) > day.FULL
    view = week.week_page(agenda, voice_of(agenda), "wijk", 3)
    tuesday = view.days[1]
    assert len(tuesday.rows) + len(tuesday.evening) == day.OF_A_DAY
    assert str(tuesday.more) == "Alles van dinsdag 8 december"
    assert tuesday.page == "week/wijk/2026-12-08.html"
    assert view.days[6].more is None
    pages = day.spans(agenda)
    assert len(pages["wijk"]) == 28, "so the later weeks have days too"
    whole = day.day_in(agenda, voice_of(agenda), "wijk", date(2026, 12, 8), pages)
    assert sum(len(part.rows) for part in whole.parts) == 21
    assert whole.back.page == "week/wijk-3.html"


def test_days_of_later_weeks_are_no_links_where_they_have_no_page(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    pages = [{one.page for one in week.week_page(agenda, voice_of(agenda), "wijk", n).days} for n in (1, 2, 3, 4)]
    assert [len(found - {""}) for found in pages] == [7, 7, 0, 0]


# evenings and weekends


def test_evenings_and_weekends_are_those_still_to_come(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Koor, wanneer: [{elke: maandag, tijd: '19:00-21:00'}, {elke: zaterdag, tijd: '20:00-21:00'}]",
            "id: b, naam: Markt, wanneer: [{elke: zondag, tijd: '10:00-12:00'}]",
        ),
    )
    evenings = coming.evenings(agenda, voice_of(agenda), "wijk")
    assert [(one.iso, titles(one.rows)) for one in evenings.days] == [
        ("2026-11-28", ["Koor"]),
        ("2026-11-30", ["Koor"]),
        ("2026-12-05", ["Koor"]),
    ]
    weekends = coming.weekends(agenda, voice_of(agenda), "wijk")
    assert [(one.iso, titles(one.rows), titles(one.evening)) for one in weekends.days] == [
        ("2026-11-28", [], ["Koor"]),
        ("2026-11-29", ["Markt"], []),
        ("2026-12-05", [], ["Koor"]),
        ("2026-12-06", ["Markt"], []),
    ]
    assert str(weekends.period) == "28 november t/m 6 december 2026"
    for view in (evenings, weekends):
        shown = [(one.iso, str(row.title)) for one in view.days for row in (*one.rows, *one.evening)]
        times = agenda.times(TODAY, date(2026, 12, 6), neighbourhood="wijk")
        wanted = [time for time in times if (time.evening if view is evenings else time.weekend)]
        assert shown == [(time.on.day.isoformat(), time.activity.name.text) for time in wanted]


# school holidays


@pytest.mark.parametrize(
    ("region", "today", "found"),
    [
        ("Noord", date(2026, 11, 24), ("christmas-break", date(2026, 12, 19), date(2027, 1, 3))),
        ("Noord", date(2026, 12, 31), ("christmas-break", date(2026, 12, 19), date(2027, 1, 3))),
        ("Noord", date(2027, 1, 3), ("christmas-break", date(2027, 1, 1), date(2027, 1, 3))),
        ("Noord", date(2027, 1, 4), ("spring", date(2027, 2, 20), date(2027, 2, 28))),
        ("Midden", date(2026, 10, 11), ("autumn", date(2026, 10, 17), date(2026, 10, 25))),
    ],
)
def test_the_next_school_holiday_of_a_region(region: str, today: date, found: tuple[str, date, date]) -> None:
    one = holiday.next_break(region, today)
    assert one is not None
    assert (one.name, one.first, one.last) == found


def test_what_goes_on_in_the_holiday_and_what_stops(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Taalles, wanneer: [{elke: dinsdag en donderdag, tijd: '10:00-12:00', niet: [schoolvakanties]}]",
            "id: b, naam: Koor, wanneer: [{elke: vrijdag, tijd: '19:00-21:00', bij_feestdag: vervalt}]",
            "id: c, naam: Dammen, wanneer: [{elke: maandag, tijd: '13:00-15:00'}]",
            "id: d, naam: Vuurwerkwake, wanneer: [{op: [2026-12-31], tijd: '22:00-01:00'}]",
            "id: e, naam: Soep, wanneer: [{elke: zaterdag, tijd: '12:00-13:00'}]",
            "id: f, naam: Wandelen, wanneer: [{elke: woensdag, tijd: '09:00-10:00', vanaf: 2027-02-01}]",
            "id: g, naam: Naaien, wanneer: [{elke: 2e woensdag, tijd: '09:00-10:00'}]",
            "id: h, naam: Oefenen, wanneer: [{elke: woensdag, tijd: '09:00-10:00', afgelast: [{op: 2026-12-23, waarom: Vrij.}, {op: 2026-12-30, waarom: Vrij.}]}]",
        ),
    )
    view = holiday.holiday_page(agenda, voice_of(agenda), "wijk")
    assert (str(view.title), str(view.period)) == (
        "De kerstvakantie in De Wijk",
        "19 december 2026 t/m 3 januari 2027",
    )
    said = {str(row.title): ([str(one) for one in row.when], [str(one) for one in row.notes]) for row in view.on}
    assert said == {
        "Soep": (["za", "12:00"], ["Niet elke dag is zeker: vraag of het doorgaat."]),
        "Dammen": (["ma", "13:00"], []),
        "Koffie": (["ma t/m do", "09:00"], []),  # both Fridays are public holidays
        "Vuurwerkwake": (["do 31 dec", "22:00"], []),
    }
    stops = {str(row.title): ([str(one) for one in row.when], [str(one) for one in row.notes]) for row in view.off}
    assert stops == {
        "Taalles": (["di do", "10:00"], ["De volgende keer is dinsdag 5 januari."]),
        "Koor": (["vr", "19:00"], ["De volgende keer is vrijdag 8 januari."]),
        "Oefenen": (["wo", "09:00"], ["De volgende keer is woensdag 6 januari."]),
    }


def test_what_lasts_only_a_part_of_the_holiday_says_which(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        today=date(2027, 7, 1),
        groep=group(
            "id: a, naam: Zwemmen, wanneer: [{elke: dinsdag, tijd: '10:00-12:00', vanaf: 2027-08-03}]",
            "id: b, naam: Fietsen, wanneer: [{elke: om de week dinsdag, tijd: '10:00-12:00', vanaf: 2027-06-01}]",
        ),
    )
    view = holiday.holiday_page(agenda, voice_of(agenda), "wijk")
    said = {str(row.title): [str(row.when[0]), *map(str, row.notes)] for row in view.on}
    assert said["Zwemmen"] == ["di", "Vanaf 3 augustus."]
    assert said["Fietsen"] == ["di 13 jul", "Ook op 27 juli en 10 augustus."]


def test_a_holiday_that_nobody_knows_yet_is_said_to_be_so(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, today=date(2031, 3, 1))
    view = holiday.holiday_page(agenda, voice_of(agenda), "wijk")
    assert view.period is None
    assert (view.on, view.off) == ((), ())


# houses


def test_the_week_of_a_house_says_what_its_sheet_says(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=CONTACT
        + "activiteiten:\n"
        + "  - {id: a, naam: Thee, plek: {actor: huis, ruimte: zaal 2}, voor: [vrouwen], wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}]}\n"
        + "  - {id: b, naam: Buiten, plek: {adres: Proefplein 1, postcode: 1099 ZZ, plaats: Waterstad}, wanneer: [{elke: woensdag, tijd: '10:00-12:00'}]}\n",
        uit=CONTACT.replace("Groep De Proef", "Groep Uit")
        + "activiteiten:\n  - {id: c, naam: Op pad, organisator: huis, plek: {adres: Proefkade 2, postcode: 1099 ZZ, plaats: Waterstad}, wanneer: [{elke: donderdag, tijd: '19:00-21:00'}]}\n",
    )
    voice = voice_of(agenda)
    view = house_week.house_week(agenda, voice, agenda.actors["huis"])
    sheet = week_sheet(agenda, {"nl": voice}, sheet_spec("huis", "Huis De Proef", 0, ("nl",)))
    shown = [(one.iso, titles((*one.rows, *one.evening))) for one in view.weeks[0].days]
    assert shown == [(one.on.isoformat(), [str(row.told[0].title) for row in one.rows]) for one in sheet.days]
    tea = next(row for row in view.weeks[0].days[1].rows if str(row.title) == "Thee")
    assert str(tea.place) == "Groep De Proef · zaal 2"
    assert [str(note) for note in tea.notes] == ["voor vrouwen"]
    out = view.weeks[0].days[3].evening[0]
    assert (str(out.title), str(out.place)) == ("Op pad", "Proefkade 2")
    assert [sheet_.path for one in view.weeks for sheet_ in one.sheets] == [
        "druk/huis/deze-week.pdf",
        "druk/huis/volgende-week.pdf",
    ]
    assert len({one.anchor for week_ in view.weeks for one in week_.days}) == sum(len(one.days) for one in view.weeks)
    ways = {code: page for code, page, _ in codes(agenda)}
    assert (ways["hhhh-week"], ways["huis-week"], ways["wijk-week"]) == (
        "huis/huis.html",
        "huis/huis.html",
        "week/wijk.html",
    )


def test_the_short_code_of_a_house_that_closed_leads_to_its_neighbourhood(tmp_path: Path) -> None:
    house = (SMALL / "data" / "actors" / "wijk" / "huis.yml").read_text(encoding="utf-8")
    agenda = small_agenda(tmp_path, huis=house + "gestopt: {op: 2026-11-01, waarom: Verhuisd.}\n")
    assert {code: page for code, page, _ in codes(agenda)}["hhhh-week"] == "week/wijk.html"


# screens


def test_a_screen_holds_eight_days_and_words_in_every_language(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Thee, wanneer: [{elke: dinsdag, tijd: '10:00-12:00', afgelast: [{op: 2026-11-24, waarom: Dicht.}]}]",
            "id: b, naam: Nachtwake, wanneer: [{elke: maandag, tijd: '22:00-01:00'}]",
        ),
    )
    view = screen.screen(agenda, voice_of(agenda, "ar"), "wijk", "De Wijk")
    assert [one.iso for one in view.days] == [(TODAY + timedelta(days=ahead)).isoformat() for ahead in range(8)]
    today = view.days[0]
    assert [(str(one.row.title), one.off, one.late) for one in today.rows] == [
        ("Nachtwake", "", True),
        ("Koffie", "", False),
        ("Thee", "off", False),
    ], "what began yesterday evening and goes on past midnight is there"
    assert [one.lang for one in view.tongues] == ["ar", "nl"]
    assert str(view.tongues[1].today) == "Vandaag"
    whole = screen.screens(agenda, voice_of(agenda))
    assert [[link.page for link in one.places] for one in whole.groups] == [["scherm/wijk.html", "scherm/huis.html"]]


def test_what_is_far_too_old_is_on_no_screen(tmp_path: Path) -> None:
    old = CONTACT.replace("2026-11-02", "2025-10-01")
    agenda = small_agenda(tmp_path, groep=group(TUESDAY.format("a", "Oud", "19:00-21:00"), head=old))
    shown = screen.screen(agenda, voice_of(agenda), "wijk", "De Wijk").days[0].rows
    assert titles(tuple(one.row for one in shown)) == ["Koffie"]


def test_hours_stand_in_front_as_the_script_reads_them(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    (coffee,) = screen.screen(agenda, voice_of(agenda), "huis", "Huis De Proef").days[0].rows
    assert coffee.row.when == (Ltr("09:00"), Ltr("11:30"))


# scripts, in a browser, in a guide that lives: built on Tuesday 24 November


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("days")
    agenda = guide_of_two(
        folder / "gids",
        groep=group(
            "id: a, naam: Thee, wanneer: [{elke: donderdag, tijd: '10:00-12:00'}]",
            "id: b, naam: Koor, wanneer: [{elke: donderdag, tijd: '19:00-21:00'}]",
            "id: c, naam: Nachtwake, wanneer: [{elke: dinsdag, tijd: '22:00-01:00'}]",
            "id: d, naam: Vroeg, wanneer: [{elke: woensdag, tijd: '08:00-08:30'}]",
            "id: e, naam: Zonder eind, wanneer: [{elke: dinsdag, tijd: '14:00'}]",
        ),
        n_groep=group(
            TUESDAY.format("b", "Dans", "20:00-21:00"), head=CONTACT.replace("Groep De Proef", "Groep Noord")
        ),
    )
    with serving(written(agenda, folder / "site")) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 780}, timezone_id="America/New_York")
    yield made
    made.close()


def opened(context: BrowserContext, url: str, when: str) -> Page:
    """A page with the clock of its reader set, who may be anywhere."""
    page = context.new_page()
    errors_: list[str] = []
    page.on("pageerror", lambda error: errors_.append(str(error)))
    page.clock.install(time=when)
    page.goto(url)
    page.evaluate("0")
    assert errors_ == []
    return page


def heading(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator("[data-day] h2").first.inner_text()).strip()


def rows_of(page: Page) -> list[str]:
    return page.locator("[data-day] .ev h3").all_inner_texts()


@pytest.mark.parametrize("lang", ["", "ar/"])
def test_home_finds_the_readers_own_day(context: BrowserContext, living: str, lang: str) -> None:
    page = opened(context, f"{living}{lang}index.html", "2026-11-26T00:30:00+01:00")
    page.wait_for_function("document.querySelectorAll('[data-day] .ev').length == 3")
    if not lang:
        assert heading(page) == "Vandaag donderdag 26 november"
        assert rows_of(page) == ["Koffie", "Thee", "Koor"]
        assert "avond" in page.locator("[data-day] .eve").inner_text(), "colour is not the only sign of the evening"
        assert page.locator("[data-day] .eve .av").is_visible()
    for link in page.locator("[data-day] a").all():
        assert page.request.get(link.evaluate("one => one.href")).ok
    assert page.locator("[data-day] .more").evaluate("one => one.href") == f"{living}{lang}dag/2026-11-26.html"


def test_home_of_today_is_left_as_it_was_built(context: BrowserContext, living: str) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = opened(context, living + "index.html", "2026-11-24T23:30:00+01:00")
    assert heading(page) == "Vandaag dinsdag 24 november"
    assert not [url for url in asked if "/dag/" in url]


@pytest.mark.parametrize("when", ["2026-11-26T10:00:00+01:00", "2027-03-01T10:00:00+01:00"])
def test_home_without_the_page_of_the_day_names_its_own(context: BrowserContext, living: str, when: str) -> None:
    if when < "2027":
        context.route("**/dag/*", lambda route: route.abort())
    page = opened(context, living + "index.html", when)
    page.wait_for_timeout(200)
    assert heading(page) == "dinsdag 24 november", "no Vandaag above another day"
    assert "Koffie" in rows_of(page)


def test_a_week_marks_the_readers_today_and_what_is_over(context: BrowserContext, living: str) -> None:
    page = opened(context, living + "week/wijk.html", "2026-11-26T00:30:00+01:00")
    marks = page.locator(".day h2").evaluate_all("all => all.map(one => one.querySelector('.now')?.textContent || '')")
    assert marks == ["voorbij", "voorbij", "voorbij", "vandaag", "", "", ""]
    assert page.locator(".days [aria-current]").all_inner_texts() == ["do\n26"]
    page = opened(context, living + "week/wijk/2026-11-24.html", "2026-11-26T00:30:00+01:00")
    assert page.locator("h1 .now").all_inner_texts() == ["voorbij"]


# the reader's neighbourhood


def bar(page: Page) -> list[str]:
    hrefs = page.locator(".bar a").evaluate_all("all => all.map(one => one.href)")
    return [href.split("/", 3)[3] for href in hrefs[1:3]]


NOW = "2026-11-24T10:00:00+01:00"


def test_a_chosen_neighbourhood_is_remembered_on_the_device_and_forgotten(context: BrowserContext, living: str) -> None:
    page = opened(context, living + "week.html", NOW)
    assert bar(page) == ["week.html", "zoeken.html"]
    assert not page.locator(".mine").is_visible()
    page.get_by_role("link", name="Noord").click()
    page.wait_for_url("**/week/noord.html")
    assert bar(page) == ["week/noord.html", "zoeken/noord.html"]
    page.goto(living + "ar/index.html")
    assert bar(page) == ["ar/week/noord.html", "ar/zoeken/noord.html"], "in every language"
    assert page.locator("[data-wijk]").first.inner_text() == "Noord"
    page.goto(living + "week/wijk.html")
    assert bar(page) == ["week/noord.html", "zoeken/noord.html"], "looking at another is no choice"
    assert "onthoudt je wijk" in page.locator(".mine").inner_text()
    page.locator(".pills [data-wijk=wijk]").click()
    page.wait_for_function("document.querySelector('.bar a:nth-child(2)').href.endsWith('week/wijk.html')")
    page.locator(".mine").click()
    page.wait_for_function("document.querySelector('.bar a:nth-child(2)').href.endsWith('/week.html')")
    page.goto(living + "week/noord.html")
    assert bar(page) == ["week.html", "zoeken.html"], "what was forgotten stays so until a new choice"
    assert "noord" not in page.evaluate("JSON.stringify(localStorage)")


def test_who_comes_by_a_code_on_paper_finds_the_same_neighbourhood_again(context: BrowserContext, living: str) -> None:
    for first in ("week/noord.html", "week/noord/2026-11-24.html", "zoeken/noord.html"):
        page = opened(context, living + first, NOW)
        page.goto(living + "index.html")
        assert bar(page) == ["week/noord.html", "zoeken/noord.html"], first
        page.evaluate("localStorage.clear()")


def test_a_neighbourhood_that_the_guide_has_no_more_goes_by_itself(context: BrowserContext, living: str) -> None:
    page = opened(context, living + "week.html", NOW)
    page.get_by_role("link", name="Noord").click()
    page.evaluate("for (const key in localStorage) if (localStorage[key] == 'noord') localStorage[key] = 'weg'")
    page.goto(living + "index.html")
    assert bar(page) == ["week.html", "zoeken.html"]
    page.goto(living + "gaat-mee.html")
    assert bar(page) == ["week.html", "zoeken.html"]


def test_nothing_breaks_where_nothing_may_be_kept(context: BrowserContext, living: str) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError') }})"
    )
    page = opened(context, living + "week.html", NOW)
    page.get_by_role("link", name="Noord").click()
    page.wait_for_url("**/week/noord.html")
    assert bar(page) == ["week.html", "zoeken.html"]
    assert not page.locator(".mine").is_visible()


def test_a_guide_of_one_neighbourhood_asks_and_keeps_nothing(context: BrowserContext, tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path / "gids")
    shutil.copytree(ROOT / "overrides" / "gids", tmp_path / "gids" / "overrides" / "gids")
    with serving(written(agenda, tmp_path / "site")) as address:
        page = opened(context, address + "week/wijk.html", NOW)
        page.goto(address + "dag/2026-11-24.html")
        page.goto(address + "week.html")
        assert page.evaluate("localStorage.length") == 0
        assert bar(page) == ["week/wijk.html", "zoeken/wijk.html"]


# the screen in the hall

HALL = {"width": 1280, "height": 720}


def shown(page: Page) -> list[str]:
    return page.locator(".screen section:not([hidden]) .ev:not([hidden]) h3").all_inner_texts()


def said(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator(".screen section:not([hidden]) h2").inner_text()).strip()


def until(page: Page, hours: float) -> None:
    """Let the clock of the screen go on, and what it asked for come back."""
    page.clock.fast_forward(int(hours * 3_600_000))
    page.clock.run_for(10_500)
    page.wait_for_timeout(150)


@pytest.fixture
def hall(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=HALL, timezone_id="Asia/Tokyo")
    yield made
    made.close()


def in_dutch(page: Page) -> None:
    """The headings are said in two languages in turn: wait for Dutch."""
    if page.locator(".screen section:not([hidden]) h2 b").get_attribute("lang") != "nl":
        page.clock.run_for(10_000)


def test_a_screen_keeps_to_the_clock_over_midnight(hall: BrowserContext, living: str) -> None:
    hall.route(
        "**/scherm/*", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    page = opened(hall, living + "scherm/wijk.html", "2026-11-24T10:00:00+01:00")
    assert said(page) == "Vandaag dinsdag 24 november"
    assert shown(page) == ["Koffie", "Zonder eind", "Nachtwake"]
    assert page.locator(".mark").all_inner_texts() == ["nu", "straks"]
    until(page, 4.5)  # 14:30: the coffee is over
    assert shown(page) == ["Zonder eind", "Nachtwake"]
    until(page, 3)  # 17:30: what has no end does not stay for ever
    assert shown(page) == ["Nachtwake"]
    assert page.locator(".clock").inner_text() == "17:30"
    until(page, 7)  # 00:30: another day, and the night goes on
    in_dutch(page)
    assert said(page) == "Vandaag woensdag 25 november"
    assert shown(page) == ["Nachtwake", "Vroeg", "Koffie"]
    until(page, 1)
    assert shown(page) == ["Vroeg", "Koffie"]
    until(page, 19)  # 20:30: nothing is left of this day
    in_dutch(page)
    assert said(page) == "Morgen donderdag 26 november"
    assert shown(page) == ["Koffie", "Thee", "Koor"]
    assert page.locator(".mark").count() == 0


def test_headings_are_said_in_every_language_in_turn(hall: BrowserContext, living: str) -> None:
    page = opened(hall, living + "scherm/wijk.html", NOW)
    words = set()
    for _ in range(2):
        word = page.locator(".screen section:not([hidden]) h2 b")
        words.add((word.get_attribute("lang"), word.get_attribute("dir")))
        page.clock.run_for(10_000)
    assert words == {("nl", "ltr"), ("ar", "rtl")}


def test_a_screen_that_ran_out_of_days_says_where_to_ask_and_finds_the_new_page(
    hall: BrowserContext, living: str, tmp_path: Path
) -> None:
    answers: list[str] = []

    def answer(route: Route) -> None:
        if route.request.resource_type != "fetch":
            route.continue_()
        elif answers:
            route.fulfill(body=answers[-1], content_type="text/html")
        else:
            route.abort()

    hall.route("**/scherm/*", answer)
    page = opened(hall, living + "scherm/wijk.html", NOW)
    until(page, 167)  # Tuesday 1 December, the last day it holds
    assert "Koffie" in shown(page)
    until(page, 24)
    in_dutch(page)
    assert said(page) == "Vraag het aan de balie."
    assert shown(page) == []
    agenda = guide_of_two(
        tmp_path / "gids",
        date(2026, 12, 2),
        groep=group("id: z, naam: Nieuw, wanneer: [{elke: woensdag, tijd: '12:00-13:00'}]"),
    )
    built = (written(agenda, tmp_path / "site") / "scherm" / "wijk.html").read_text(encoding="utf-8")
    answers.append(built)
    until(page, 0.2)
    in_dutch(page)
    assert said(page) == "Vandaag woensdag 2 december"
    assert shown(page) == ["Koffie", "Nieuw"]


def test_a_screen_asks_for_itself_each_hour_and_not_more(hall: BrowserContext, living: str) -> None:
    asked: list[str] = []
    page = opened(hall, living + "scherm/wijk.html", NOW)
    page.on("request", lambda request: asked.append(request.url))
    page.clock.run_for(50 * 60_000)
    page.wait_for_timeout(100)
    assert asked == []
    page.clock.run_for(20 * 60_000)
    page.wait_for_timeout(200)
    assert asked == [living + "scherm/wijk.html"]
    assert "Koffie" in shown(page)


def test_a_screen_moves_on_by_itself_can_be_held_and_hides_nothing_for_ever(
    hall: BrowserContext, tmp_path: Path
) -> None:
    many = [TUESDAY.format(f"a{n}", f"Thee {n}", f"{n:02}:00-21:00") for n in range(9, 21)]
    agenda = guide_of_two(tmp_path / "gids", groep=group(*many), pinned=True)
    with serving(written(agenda, tmp_path / "site")) as address:
        page = opened(hall, address + "scherm/wijk.html", "2027-05-05T08:00:00+02:00")
        assert said(page) == "Vandaag dinsdag 24 november", "a guide with a day of its own keeps it"
        first = shown(page)
        assert 2 < len(first) < 13
        assert page.evaluate("document.scrollingElement.scrollHeight <= innerHeight"), "nothing to scroll"
        seen = list(first)
        page.locator(".hold button").click()
        page.clock.run_for(60_000)
        assert shown(page) == first, "held"
        page.keyboard.press("Escape")
        page.locator("h1").click()
        page.keyboard.press(" ")
        assert page.locator(".hold button").get_attribute("aria-pressed") == "false"
        for _ in range(6):
            page.clock.run_for(10_000)
            seen += shown(page)
        assert set(seen) == {"Koffie", *(f"Thee {n}" for n in range(9, 21))}
        assert page.locator("[aria-live]").count() == 0


def test_a_screen_without_a_script_lists_today(browser: Browser, living: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=HALL)
    page = context.new_page()
    page.goto(living + "scherm/wijk.html")
    section = page.locator(".screen section").first
    assert re.sub(r"\s+", " ", section.locator("h2").inner_text()).strip() == "Vandaag dinsdag 24 november"
    assert section.locator("h3").all_inner_texts() == ["Koffie", "Zonder eind", "Nachtwake"]
    assert section.is_visible()
    assert not page.locator(".hold button").is_visible(), "nothing moves, so nothing is held"
    assert not page.locator(".clock").is_visible()
    context.close()


def test_a_screen_on_a_phone_is_a_page_that_scrolls(context: BrowserContext, living: str) -> None:
    page = opened(context, living + "scherm/wijk.html", NOW)
    assert shown(page) == ["Koffie", "Zonder eind", "Nachtwake"]
    assert page.locator(".bar").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
