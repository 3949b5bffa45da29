"""What the pages of actors, activities, guides and stopped entries say, and what they must never say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
from icalendar import Calendar

from guides import HEAD, TODAY, small_agenda
from wijkgids import exports, web
from wijkgids.agenda import Agenda
from wijkgids.exports.calendar import calendar, calendars
from wijkgids.occurrences import expand_all
from wijkgids.records.said import Said
from wijkgids.texts import Ltr, Name, Piece, Prose, Sentence, Strong, Voice, voices
from wijkgids.texts.translations import Translated, Translations
from wijkgids.views import contact
from wijkgids.views.activity import activity_page
from wijkgids.views.actor import actor_page
from wijkgids.views.guides import guides_page
from wijkgids.views.stopped import stopped_page
from wijkgids.web.icons import ICONS
from wijkgids.web.page import Page

THEE = """\
activiteiten:
  - id: thee
    code: wwww
    naam: Thee
    wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]
"""
EVIL = '"><script>alert(1)</script>&{{ 7*7 }}'


def voice(agenda: Agenda, lang: str = "nl", read: dict[str, str] | None = None) -> Voice:
    """A voice of the guide; `read` is its translations by Dutch text."""
    said = Translations(lang, elsewhere=dict(read or {}))
    return voices([lang], {lang: said}, agenda.guide.words.languages)[lang]


def texts(value: object) -> Iterator[object]:
    """Every piece in a view."""
    if isinstance(value, Sentence):
        for part in value.pieces:
            yield from texts(part)
    elif isinstance(value, Strong):
        yield from texts(value.piece)
    elif isinstance(value, str | Prose):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name))


def printed(agenda: Agenda, view: object, lang: str = "nl") -> str:
    spoken = {code: voice(agenda, code) for code in dict.fromkeys(("nl", lang))}
    overrides = agenda.guide.root / "overrides"
    if not overrides.exists():
        overrides.symlink_to(Path(__file__).parent.parent / "overrides")
    page = Page(view.page, view.template, view.title, view)  # type: ignore[attr-defined]
    return web.press(agenda, spoken).page(page, spoken[lang])


# thresholds


def test_unknown_is_a_question_and_never_a_no(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + THEE)
    view = activity_page(agenda, voice(agenda), ("groep", "thee"))
    needs = view.needed
    assert needs.known == ()
    assert {chip.look for chip in (*view.chips, *needs.unknown)} == {"ask"}
    assert [str(chip.text) for chip in needs.unknown] == [
        "Kosten", "Aanmelden", "Je naam zeggen", "Papieren", "Verwijzing", "Nederlands spreken", "Tolk",
        "Iemand meenemen", "Kinderen", "Wachttijd",
    ]  # fmt: skip
    page = printed(agenda, activity_page(agenda, voice(agenda), ("groep", "thee")))
    assert not re.search(r'class="?ok\b', page)
    assert "Dit weten we nog niet. Vraag het:" in page


def test_one_unknown_threshold_is_a_whole_phrase(tmp_path: Path) -> None:
    known = (
        "drempels: {kosten: gratis, aanmelden: nee, naam_nodig: nee, papieren_nodig: nee, verwijzing_nodig: nee,"
        " nederlands: niet nodig, iemand_meenemen: ja, kinderen_mee: ja}\n"
    )
    agenda = small_agenda(tmp_path, groep=HEAD + known + THEE)
    needs = activity_page(agenda, voice(agenda), ("groep", "thee")).needed
    assert {chip.look for chip in needs.known} == {"ok"}
    page = printed(agenda, activity_page(agenda, voice(agenda), ("groep", "thee")))
    assert page.count("Gratis") == 1, "the chips at the head say so"
    assert [str(chip.text) for chip in needs.unknown] == ["Wachttijd: niet bekend, vraag het"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kosten: gratis", "Gratis"),
        ("kosten: vrije gift", "Je geeft wat je wilt"),
        ("kosten: '2,50'", "€\u00a02,50"),
        ("kosten: '5', kosten_per: maand", "€\u00a05 per maand"),
        ("aanmelden: nee", "Kosten: niet bekend, vraag het"),
    ],
)
def test_the_price_leads(tmp_path: Path, typed: str, said: str) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + f"drempels: {{{typed}}}\n" + THEE)
    assert str(activity_page(agenda, voice(agenda), ("groep", "thee")).chips[0].text) == said


# links


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("020 000 01 12", "tel:0200000112"),
        ("+31 (0)20-000.01.12", "tel:+310200000112"),
        ("javascript:alert(1)", None),
        ("020;ext=1", None),
    ],
)
def test_a_phone_link_holds_digits_only(typed: str, link: str | None) -> None:
    assert contact.tel(typed) == link


def test_whatsapp_wants_the_country() -> None:
    assert contact.whatsapp("020 000 01 13") == "https://wa.me/31200000113"
    assert contact.whatsapp("+90 555 000 00 00") == "https://wa.me/905550000000"
    assert contact.whatsapp("0031 20 000 01 13") == "https://wa.me/31200000113"
    assert contact.whatsapp("x") is None


def test_mail_and_site_refuse_what_is_more_than_an_address() -> None:
    assert contact.mail("a@b.example", "Klopt dit niet: Soep & brood") == (
        "mailto:a@b.example?subject=Klopt%20dit%20niet:%20Soep%20%26%20brood"
    )
    assert contact.mail("a@b.example?bcc=c@d.example") is None
    assert contact.mail("a@b.example\nBcc: c@d.example") is None
    assert contact.site("https://groep.example/pad?x=1") == "https://groep.example/pad?x=1"
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//groep.example",
        "https://u:p@groep.example/",
        'https://a.example/"onclick=',
    ):
        assert contact.site(bad) is None


def test_no_text_of_a_contributor_becomes_markup(tmp_path: Path) -> None:
    evil = repr(EVIL)
    record = (
        HEAD.replace("naam: Groep De Proef", f"naam: {evil}").replace("Een groep om mee te testen.", evil)
        + f"zoekwoorden: [{evil}]\nmensen: [{{rol: {evil}, vraag_naar: {evil}}}]\neerste_keer: [{evil}]\n"
        + f"gidst: [{{naar: huis, wie: {evil}, thema: [geld], hoe: [gaat mee], wanneer: {evil}}}]\n"
        + f"plek: {{naam: {evil}, adres: {evil}, zo_vind_je_het: {evil}}}\n"
        + f"belofte: {{tekst: {evil}, behalve: {evil}, op: 2026-10-01}}\n"
        + f"activiteiten:\n  - {{id: thee, code: wwww, naam: {evil}, meenemen: {evil}, wanneer: [{{elke: dinsdag, tijd: 10:00-12:00}}]}}\n"
    )
    agenda = small_agenda(tmp_path, groep=record)
    for lang in ("nl", "ar"):
        said = voice(agenda, lang)
        for view in (
            actor_page(agenda, said, "groep"),
            activity_page(agenda, said, ("groep", "thee")),
            guides_page(agenda, said),
        ):
            page = printed(agenda, view, lang)
            assert "<script>" not in page
            assert "&lt;script&gt;" in page
            assert "{{ 7*7 }}" in page, "a template is not read twice"
            assert not re.search(r'="[^"]*<', page)


# discretion


@pytest.mark.parametrize(
    ("shown", "said"), [("na contact", "Het adres hoor je na contact."), ("nee", "Het adres staat niet in de gids.")]
)
def test_a_discreet_address_is_on_no_page_and_in_no_calendar(tmp_path: Path, shown: str, said: str) -> None:
    record = HEAD.replace("van: de gastvrouw", f"van: de gastvrouw, adres_tonen: {shown}, via: huis")
    record += "plek: {adres: Geheimkade 1, postcode: 1099 XX, lat: 52.3111, lon: 4.8111, zo_vind_je_het: Achter de geheime deur.}\n"
    agenda = small_agenda(tmp_path, groep=record + THEE)
    pages = [printed(agenda, actor_page(agenda, voice(agenda), "groep"))]
    pages += [printed(agenda, activity_page(agenda, voice(agenda), ("groep", "thee")))]
    pages += [printed(agenda, actor_page(agenda, voice(agenda), "huis"))]
    for page in (*pages, *(content.decode() for content in calendars(agenda).values())):
        for secret in ("Geheimkade", "1099 XX", "52.3111", "geheime deur"):
            assert secret not in page
    assert said in pages[0]
    assert "Ga via <a" in pages[0]


def test_a_name_is_there_only_while_its_consent_runs(tmp_path: Path) -> None:
    record = HEAD + (
        "mensen: [{rol: gastheer, naam: Invented Person, telefoon: 020 000 00 77,"
        " toestemming: {op: 2026-01-01, tot: 2026-11-24}}]\n"
    )
    today = small_agenda(tmp_path / "a", groep=record + THEE)
    tomorrow = small_agenda(tmp_path / "b", TODAY + timedelta(days=1), groep=record + THEE)
    assert "Invented Person" in printed(today, actor_page(today, voice(today), "groep"))
    page = printed(tomorrow, actor_page(tomorrow, voice(tomorrow), "groep"))
    assert "Invented Person" not in page
    assert "0200000077" not in page
    assert "Gastheer" in page


def test_someone_reached_through_a_group_is_called_there(tmp_path: Path) -> None:
    record = HEAD.replace("contact: {telefoon: 020 000 00 09}\n", "").replace(
        "van: de gastvrouw", "van: zij zelf, adres_tonen: nee, via: huis"
    )
    agenda = small_agenda(tmp_path, groep=record)
    first = actor_page(agenda, voice(agenda), "groep").actions[0]
    assert (str(first.text), first.href) == ("Bel Huis De Proef: 020\u00a0000\u00a000\u00a002", "tel:0200000002")


# freshness and stopping


def test_an_old_check_puts_the_call_above_everything(tmp_path: Path) -> None:
    record = HEAD.replace("op: 2026-11-02", "op: 2026-03-12")
    agenda = small_agenda(tmp_path, groep=record + THEE)
    view = activity_page(agenda, voice(agenda), ("groep", "thee"))
    assert view.call_first is not None
    assert "12 maart 2026" in str(view.call_first.said)
    assert view.call_first.call is not None
    assert view.call_first.call.href == "tel:0200000009"
    assert all(one.href != "tel:0200000009" for one in view.actions), "one button to call is enough"
    page = printed(agenda, view)
    assert page.index("We weten niet zeker") < page.index("Wanneer (bel eerst)")
    assert "Klopt%20nog" in page
    fresh = small_agenda(tmp_path / "fresh", groep=HEAD + THEE)
    assert activity_page(fresh, voice(fresh), ("groep", "thee")).call_first is None


def test_a_tombstone_says_why_and_where_to_go(tmp_path: Path) -> None:
    record = (
        HEAD
        + THEE
        + "  - {id: koor, code: zzzz, naam: Koor, gestopt: {op: 2026-06-30, waarom: De dirigent verhuisde., ga_naar: huis}}\n"
    )
    agenda = small_agenda(tmp_path, groep=record)
    view = stopped_page(agenda, voice(agenda), agenda.activities[("groep", "koor")])
    assert str(view.said) == "Koor stopte op 30 juni 2026."
    assert str(view.why) == "De dirigent verhuisde."
    assert view.go_to is not None
    assert view.go_to.page == "actor/huis.html"
    assert [str(row.title) for row in view.rows][:1] == ["Koffie"]
    assert all(str(row.title) != "Koor" for row in view.rows)
    assert "Koor" in printed(agenda, actor_page(agenda, voice(agenda), "groep")), (
        "its group still says that it was there"
    )


def test_what_nobody_confirmed_says_so(tmp_path: Path) -> None:
    record = "naam: Loket Oud\nsoort: loket\nthema: [geld]\nsamenvatting: Een loket.\nnagekeken: {op: 2022-01-01, door: buurtwerker, hoe: gebeld}\n"
    agenda = small_agenda(tmp_path, oud=record)
    assert not agenda.actors["oud"].live
    view = stopped_page(agenda, voice(agenda), agenda.actors["oud"])
    assert str(view.heading) == "Dit staat niet meer in de gids"
    assert "stopte" not in str(view.said)


# guides


GUIDES = """\
gidst:
  - {naar: buurtteam, thema: [geld, brieven], hoe: [tolkt, gaat mee], talen: [ar]}
  - {zelf: ja, thema: [geld], hoe: [luistert], vol: {tot: 2026-12-07}}
  - {naar: huis, thema: [geld], hoe: [belt mee], pauze: {vanaf: 2026-11-01}}
"""


def test_a_way_is_drawn_from_door_to_desk(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + GUIDES)
    need = next(one for one in guides_page(agenda, voice(agenda)).needs if one.theme.id == "geld")
    routes = [way.route for way in need.ways]
    drawn = [[stop.mark for stop in route.stops] for route in routes]
    assert drawn[0] == ["start", "together", "desk"]
    assert sorted(drawn[1:]) == [["start", "ok"], ["start", "ok", "pin"]], (
        "two people mean that someone goes along, and nothing else; who helps by itself ends at a tick"
    )
    assert str(routes[0].stops[1].text) == "Gaat mee. Tolkt.", "going along is said first"
    states = [str(route.state.text) for route in routes]
    assert states[0] == "Er is plek"
    assert sorted(states[1:]) == ["Nu pauze", "Nu vol, tot en met 7 december"]
    assert [route.open for route in routes] == [True, False, False], "full and paused ones stand below"


def test_every_guidance_stands_once_and_is_found_at_each_need(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + GUIDES)
    needs = {one.theme.id: one for one in guides_page(agenda, voice(agenda)).needs}
    assert sum(len(one.ways) for one in needs.values()) == 3
    link = needs["brieven"].also[0]
    assert str(link.text) == "Groep De Proef"
    page = printed(agenda, guides_page(agenda, voice(agenda)))
    assert f'id="{link.page.split("#")[1]}"' in page
    assert re.search(f'href="[^"]*#{link.page.split("#")[1]}"', page)


def test_nobody_is_sent_to_a_door_that_closed(tmp_path: Path) -> None:
    gone = HEAD.replace("code: qqqq\n", "") + "gestopt: {op: 2026-01-01}\n"
    agenda = small_agenda(tmp_path, weg=gone, groep=HEAD + "gidst: [{naar: weg, thema: [geld], hoe: [gaat mee]}]\n")
    assert guides_page(agenda, voice(agenda)).needs == ()
    assert actor_page(agenda, voice(agenda), "groep").routes == ()


# languages


def test_right_to_left_pages_isolate_facts_and_names(tmp_path: Path) -> None:
    record = HEAD + GUIDES + "plek: {actor: huis}\ndrempels: {kosten: '2,50'}\n" + THEE
    agenda = small_agenda(tmp_path, groep=record)
    said = voice(agenda, "ar")
    for view in (
        actor_page(agenda, said, "groep"),
        activity_page(agenda, said, ("groep", "thee")),
        guides_page(agenda, said),
    ):
        loose = [
            one
            for one in texts(view)
            if type(one) is str and re.search(r"\d{2}|€", one) and not re.search(r"[/.:]", one)
        ]
        assert loose == [], "digits of a fact in plain text"
        names = [one for one in texts(view) if type(one) is str and "De Proef" in one]
        assert names == []
        page = printed(agenda, view, "ar")
        main = page[page.index("<main") : page.index("</main>")]
        bare = re.sub(r"<bdi[^>]*>.*?</bdi>|<span lang=\"nl\" dir=\"ltr\">.*?</span>|<[^>]+>", "", main)
        assert not re.search(r"020|\d:\d\d|€", bare), bare


def test_a_page_without_translation_says_so_once(tmp_path: Path) -> None:
    record = HEAD + "eerste_keer: [Je loopt binnen., Je kijkt rond.]\n" + THEE
    agenda = small_agenda(tmp_path, groep=record)
    hint = "Dit is nog niet vertaald."
    page = printed(agenda, actor_page(agenda, voice(agenda, "ar"), "groep"), "ar")
    main = page[page.index("<main") : page.index("</main>")]
    assert len(re.findall(r'class="?other"? lang="?nl"? dir="?ltr\b', main)) >= 3
    assert main.count(ICONS["globe"].split('d="')[1].split('"')[0]) == 1, "one globe, at the head"
    assert (
        hint in main or voice(agenda, "ar").word("Dit is nog niet vertaald. Hier staat het in het Nederlands:") in main
    )


def test_a_translated_sentence_takes_its_place(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + THEE)
    said = voice(agenda, "ar", {"Een groep om mee te testen.": "مجموعة للتجربة."})
    view = actor_page(agenda, said, "groep")
    assert not view.dutch
    assert view.summary.unread, "found at another place: nobody read it here"
    said.translations.entries[("groep", "samenvatting")] = Translated("Een groep om mee te testen.", "مجموعة.", True)
    assert actor_page(agenda, said, "groep").summary == Prose("مجموعة.", "ar")
    assert said.prose(Said("iets anders", "groep", "samenvatting")).missing


def test_the_readers_language_stands_first(tmp_path: Path) -> None:
    record = HEAD + "talen: [nl, {taal: ar, wie: de gastvrouw, wanneer: dinsdag}]\n" + THEE
    agenda = small_agenda(tmp_path, groep=record)
    lines = activity_page(agenda, voice(agenda, "ar"), ("groep", "thee")).languages
    assert [line.own.code for line in lines] == ["ar", "nl"]
    assert lines[0].here is None, "its own name is enough"
    assert activity_page(agenda, voice(agenda), ("groep", "thee")).languages[0].own.code == "nl"


# when


def test_the_next_days_are_leaves_and_the_clock_stands_on_them_where_it_differs(tmp_path: Path) -> None:
    two = THEE.replace(
        "[{elke: dinsdag, tijd: 10:00-12:00}]",
        "[{elke: dinsdag, tijd: 10:00-12:00}, {elke: 1e woensdag, tijd: 19:30-21:30}]",
    )
    agenda = small_agenda(tmp_path, groep=HEAD + two)
    leaves = activity_page(agenda, voice(agenda), ("groep", "thee")).when.leaves
    assert [str(leaf.day) for leaf in leaves] == ["24", "1", "2", "8"]
    assert [leaf.evening for leaf in leaves] == [False, False, True, False]
    assert [str(leaf.time) for leaf in leaves] == ["10:00", "10:00", "19:30", "10:00"]
    one = small_agenda(tmp_path / "one", groep=HEAD + THEE)
    assert {leaf.time for leaf in activity_page(one, voice(one), ("groep", "thee")).when.leaves} == {None}


def test_a_cancelled_day_stays_as_a_leaf_with_its_reason(tmp_path: Path) -> None:
    off = THEE.replace("12:00}]", "12:00, afgelast: [{op: 2026-12-01, waarom: De kok is ziek.}]}]")
    agenda = small_agenda(tmp_path, groep=HEAD + off)
    view = activity_page(agenda, voice(agenda), ("groep", "thee"))
    assert [(str(leaf.day), str(leaf.off)) for leaf in view.when.leaves][:3] == [
        ("24", "None"),
        ("1", "gaat niet door"),
        ("8", "None"),
    ]
    assert [str(change) for change in view.when.changes] == ["Gaat niet door: dinsdag 1 december. De kok is ziek."]


def test_times_that_nobody_told_are_asked_for(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + "activiteiten: [{id: thee, code: wwww, naam: Thee}]\n")
    view = activity_page(agenda, voice(agenda), ("groep", "thee"))
    assert view.when.unknown
    assert view.calendar is None
    assert "Niet bekend, vraag het." in printed(agenda, view)


# the calendar of a phone

RULES = """\
activiteiten:
  - id: thee
    code: wwww
    naam: "Thee; met, komma\\\\"
    wanneer:
      - {elke: dinsdag en donderdag, tijd: 10:00-12:00, niet: [schoolvakanties, feestdagen], afgelast: [2026-12-03], verplaatst: [{van: 2026-12-10, naar: 2026-12-12, tijd: 13:00-14:00}]}
      - {elke: 1e en laatste woensdag, tijd: 19:30-21:30, bij_feestdag: vervalt}
      - {elke: om de week zaterdag, vanaf: 2026-11-28, tijd: 09:00-10:00}
      - {elke: oneven weken zondag, tijd: 11:00-12:00}
      - {elke: vrijdag, vanaf: 2026-11-06, tot: 2026-12-18, tijd: 20:00-01:00}
      - {elke: vrijdag, vanaf: 2027-01-08, tijd: 20:00-01:00}
      - {elke: laatste zaterdag, tijd: 02:30-03:30}
      - {op: [2026-12-05, 2027-03-28], tijd: 02:30}
      - {elke: 2e maandag}
"""


def test_the_calendar_holds_exactly_the_occurrences(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + RULES)
    activity = agenda.activities[("groep", "thee")]
    last = TODAY + timedelta(days=365)
    wanted = [
        (one.start or one.day)
        for one in expand_all(activity.rules, activity.calendar, TODAY, last)
        if one.state == "on"
    ]
    events = recurring_ical_events.of(Calendar.from_ical(calendar(agenda, activity))).between(
        TODAY, last + timedelta(days=2)
    )
    got = [event["DTSTART"].dt for event in events]
    assert sorted(map(_moment, got)) == sorted(map(_moment, wanted))
    assert len(got) > 200


def _moment(at: date | datetime) -> str:
    return at.isoformat() if not isinstance(at, datetime) else at.timestamp().__repr__()


def test_the_calendar_is_whole_stable_and_escaped(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path / "a", groep=HEAD + RULES + "plek: {actor: huis}\n")
    [(path, content)] = [(path, one) for path, one in calendars(agenda).items() if "groep" in path]
    assert path == "agenda/groep/thee.ics"
    assert content == calendars(agenda)[path]
    read = Calendar.from_ical(content)
    events = read.walk("VEVENT")
    assert str(events[0]["SUMMARY"]) == "Thee; met, komma\\"
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert [str(zone["TZID"]) for zone in read.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    assert str(events[0]["LOCATION"]) == "Huis De Proef, Proefhof 8, Waterstad"
    tomorrow = small_agenda(tmp_path / "b", TODAY + timedelta(days=1), groep=HEAD + RULES + "plek: {actor: huis}\n")
    series = {str(event["UID"]) for event in events if "RRULE" in event}
    later = {
        str(event["UID"]) for event in Calendar.from_ical(calendars(tomorrow)[path]).walk("VEVENT") if "RRULE" in event
    }
    assert series == later, "an event that is imported again replaces itself"


def test_every_link_to_a_calendar_leads_somewhere(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=HEAD + THEE + "  - {id: oud, code: zzzz, naam: Oud, wanneer: [{op: [2026-01-05], tijd: 10:00}]}\n",
    )
    site = tmp_path / "site"
    written = {path.relative_to(site).as_posix() for path in exports.write(agenda, site)}
    linked = {activity_page(agenda, voice(agenda), key).calendar for key in agenda.activities}
    assert linked - {None} == {path for path in written if path.endswith(".ics")}
    assert None in linked


def test_what_is_not_certain_is_tentative(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD.replace("op: 2026-11-02", "op: 2026-03-12") + THEE)
    events = Calendar.from_ical(calendars(agenda)["agenda/groep/thee.ics"]).walk("VEVENT")
    assert {str(event["STATUS"]) for event in events} == {"TENTATIVE"}
    assert {str(event["SUMMARY"]) for event in events} == {"Thee (bel eerst)"}


def test_pieces_are_what_views_hold(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + THEE)
    view = activity_page(agenda, voice(agenda, "ar"), ("groep", "thee"))
    number: Piece = view.actions[0].number or ""
    assert isinstance(number, Ltr)
    assert isinstance(view.by[0].link.text, Name)


def test_what_is_announced_is_said(tmp_path: Path) -> None:
    """A stop and a pause to come are in the record: they are on the page before they begin."""
    record = HEAD + (
        "gidst:\n  - {zelf: ja, thema: brieven, hoe: luistert, pauze: {vanaf: 2026-12-20}}\n"
        "activiteiten:\n  - {id: thee, code: wwww, naam: Thee, op_afspraak: ja, gestopt: {op: 2026-12-08}}\n"
    )
    agenda = small_agenda(tmp_path, groep=record)
    voice = voices(("nl",), {}, agenda.guide.words.languages)["nl"]
    chips = [str(chip.text) for chip in activity_page(agenda, voice, ("groep", "thee")).chips]
    assert "Stopt op 8 december 2026" in chips
    states = [str(route.state.text) for route in actor_page(agenda, voice, "groep").routes]
    assert states == ["Er is plek, pauze vanaf 20 december"]
