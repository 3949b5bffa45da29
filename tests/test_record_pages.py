"""The pages of records in a browser and for machines: heard, read aloud, shared, related, described, stopped."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import serving
from guides import HEAD, SMALL, TODAY, small_agenda
from machines import described, wrong
from sounds import record_sound, tone
from test_views_record import THEE, printed, voice
from wijkgids import web
from wijkgids.agenda import Agenda
from wijkgids.checks import check_guide
from wijkgids.records import load_guide
from wijkgids.views.activity import activity_page
from wijkgids.views.actor import actor_page
from wijkgids.views.related import related
from wijkgids.views.stopped import stopped_page
from wijkgids.web.data import data
from wijkgids.web.recordings import recordings

# for machines


def test_an_activity_is_an_event_with_its_next_time(tmp_path: Path) -> None:
    record = HEAD + "plek: {actor: huis}\ndrempels: {kosten: gratis}\n" + THEE
    agenda = small_agenda(tmp_path, groep=record)
    found = described(printed(agenda, activity_page(agenda, voice(agenda), ("groep", "thee"))))
    assert found == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Thee",
        "startDate": "2026-11-24T10:00+01:00",
        "endDate": "2026-11-24T12:00+01:00",
        "location": {"@type": "Place", "name": "Huis De Proef", "address": "Proefhof 8, 1099 ZZ Waterstad"},
        "organizer": {"@type": "Organization", "name": "Groep De Proef"},
        "isAccessibleForFree": True,
    }
    assert wrong(found) == []


@pytest.mark.parametrize("rest", ["op_afspraak: ja", "wanneer: [{elke: dinsdag}]", "telefonisch: ja"])
def test_without_a_certain_time_it_is_a_service(tmp_path: Path, rest: str) -> None:
    agenda = small_agenda(
        tmp_path, groep=HEAD + f"activiteiten: [{{id: thee, naam: Thee, drempels: {{kosten: '2,50'}}, {rest}}}]\n"
    )
    found = described(printed(agenda, activity_page(agenda, voice(agenda), ("groep", "thee"))))
    assert found is not None
    assert found["@type"] == "Service"
    assert found["offers"] == {"@type": "Offer", "price": "2.50", "priceCurrency": "EUR"}
    assert wrong(found) == []


def test_times_that_nobody_checked_are_no_event(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD.replace("op: 2026-11-02", "op: 2026-03-12") + THEE)
    found = described(printed(agenda, activity_page(agenda, voice(agenda), ("groep", "thee"))))
    assert found is not None
    assert found["@type"] == "Service"


@pytest.mark.parametrize("shown", ["na contact", "nee"])
def test_a_discreet_address_is_in_no_data(tmp_path: Path, shown: str) -> None:
    record = HEAD.replace("van: de gastvrouw", f"van: de gastvrouw, adres_tonen: {shown}, via: huis")
    agenda = small_agenda(
        tmp_path, groep=record + "plek: {naam: Kelder, adres: Geheimkade 1, postcode: 1099 XX}\n" + THEE
    )
    for view in (actor_page(agenda, voice(agenda), "groep"), activity_page(agenda, voice(agenda), ("groep", "thee"))):
        found = described(printed(agenda, view))
        assert found is not None
        assert not {"address", "location"} & found.keys()


def test_one_person_is_not_described_to_machines(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD.replace("zelforganisatie", "sleutelpersoon") + THEE)
    for view in (actor_page(agenda, voice(agenda), "groep"), activity_page(agenda, voice(agenda), ("groep", "thee"))):
        assert described(printed(agenda, view)) is None


def test_no_text_ends_the_script_it_stands_in(tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script>&<!--\u2028]]>"
    assert "<" not in data({"name": evil})
    assert json.loads(data({"name": evil})) == {"name": evil}
    record = HEAD.replace("naam: Groep De Proef", "naam: 'Groep </script><script>alert(1)'")
    agenda = small_agenda(tmp_path, groep=record + THEE)
    page = printed(agenda, actor_page(agenda, voice(agenda), "groep"))
    found = described(page)
    assert found is not None
    assert found["name"] == "Groep </script><script>alert(1)"
    assert page.count("</script>") == 2, "its own script and this one"


# what is like it


def others(**rest: str) -> dict[str, str]:
    """Groups that each do one thing, by slug; what differs of each is text of its activity."""
    return {
        slug: HEAD.replace("De Proef", slug).replace("qqqq", f"q{number}q{number}").replace("09", f"1{number}")
        + f"activiteiten: [{{id: iets, naam: Iets van {slug}, {more}}}]\n"
        for number, (slug, more) in enumerate(rest.items(), 1)
    }


def names(agenda: Agenda, lang: str = "nl") -> list[str]:
    return [str(row.title) for row in related(agenda, voice(agenda, lang), agenda.activities[("groep", "thee")])]


def test_what_is_like_it_is_near_sure_and_soon(tmp_path: Path) -> None:
    records = others(
        laat="wanneer: [{elke: vrijdag, tijd: 10:00-12:00}]",
        vroeg="wanneer: [{elke: woensdag, tijd: 10:00-12:00}]",
        oud="nagekeken: {op: 2026-01-12, door: buurtwerker, hoe: gebeld}, wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]",
        anders="thema: geld, wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]",
        turks="talen: [tr], wanneer: [{elke: zaterdag, tijd: 10:00-12:00}]",
    )
    agenda = small_agenda(tmp_path, groep=HEAD + THEE, **records)
    agenda.activities.pop(("huis", "koffie"), None)
    assert names(agenda) == ["Iets van vroeg", "Iets van laat", "Iets van turks"]
    assert names(agenda, "tr")[0] == "Iets van turks", "the reader's own language first"


def test_of_a_group_it_names_one_and_never_its_own(tmp_path: Path) -> None:
    twice = "activiteiten:\n  - {id: a, naam: Een, op_afspraak: ja}\n  - {id: b, naam: Twee, op_afspraak: ja}\n"
    other = HEAD.replace("De Proef", "Anders").replace("qqqq", "vvvv") + twice
    agenda = small_agenda(tmp_path, groep=HEAD + THEE + "  - {id: soep, naam: Soep, op_afspraak: ja}\n", anders=other)
    found = names(agenda)
    assert "Soep" not in found
    assert len({"Een", "Twee"} & set(found)) == 1
    page = printed(agenda, activity_page(agenda, voice(agenda), ("groep", "thee")))
    assert page.index("Klopt dit niet?") < page.index("Ook in de buurt")


# who pays, and the week of a house


def test_who_pays_and_decides_is_on_the_activity_too(tmp_path: Path) -> None:
    record = HEAD + "hoort_bij: {actor: huis}\n" + THEE
    agenda = small_agenda(tmp_path, groep=record)
    for view in (actor_page(agenda, voice(agenda), "groep"), activity_page(agenda, voice(agenda), ("groep", "thee"))):
        page = printed(agenda, view)
        assert "Wie betaalt en beslist" in page
        assert re.search('Hoort bij <a[^>]*huis.html"?>Huis De Proef', page)
    own = small_agenda(tmp_path / "own", groep=HEAD + "hoort_bij: {tekst: Wij betalen zelf.}\n" + THEE)
    assert "Wij betalen zelf." in printed(own, activity_page(own, voice(own), ("groep", "thee")))


def test_a_house_has_its_week_and_another_place_its_guests(tmp_path: Path) -> None:
    gym = HEAD.replace("De Proef", "Gymzaal").replace("qqqq", "gggg").replace("zelforganisatie", "sportclub")
    records = {
        "gym": gym + "plek: {adres: Gymhof 3, postcode: 1099 ZZ, plaats: Waterstad}\n",
        "groep": HEAD + "plek: {actor: huis}\n" + THEE,
        "dans": HEAD.replace("De Proef", "Dans").replace("qqqq", "dddd")
        + "plek: {actor: gym}\nactiviteiten: [{id: dans, naam: Dansen, wanneer: [{elke: vrijdag, tijd: 19:00-21:00}]}]\n",
    }
    agenda = small_agenda(tmp_path, **records)
    house, hall = (actor_page(agenda, voice(agenda), slug) for slug in ("huis", "gym"))
    assert (house.hosts, house.week.page) == ((), "huis/huis.html")
    assert [str(row.title) for row in hall.hosts] == ["Dansen"]
    assert hall.week.page == "week/wijk.html"


# what stopped


def test_an_actor_that_stopped_says_where_to_go(tmp_path: Path) -> None:
    gone = HEAD.replace(
        "code: qqqq\n", "code: qqqq\ngestopt: {op: 2026-10-01, waarom: De groep verhuisde., ga_naar: huis}\n"
    )
    agenda = small_agenda(tmp_path, groep=gone + THEE)
    for entry in (agenda.actors["groep"], agenda.activities[("groep", "thee")]):
        view = stopped_page(agenda, voice(agenda), entry)
        assert view.go_to is not None
        assert view.go_to.page == "actor/huis.html"
        assert str(view.rows[0].title) == "Koffie"
        page = printed(agenda, view)
        assert "De groep verhuisde." in page
        assert "Ga naar" in page
        assert described(page) is None, "it is no event any more"
        assert re.search(r'<meta name="?description"? content="[^"]* stopte op 1 oktober 2026\."', page)


# recorded voices

HEARD = (
    "voorgelezen: [{taal: ar, bestand: groep-ar.wav, door: gastvrouw, op: 2026-10-01,"
    " toestemming: {op: 2026-10-01, tot: 2026-11-24}}]\n"
)


def with_sound(folder: Path, today: date = TODAY, **records: str) -> Agenda:
    record_sound(folder, "groep-ar.wav")
    return small_agenda(folder, today, **records)


def test_a_recording_is_there_while_its_consent_runs(tmp_path: Path) -> None:
    today = with_sound(tmp_path / "a", groep=HEAD + HEARD + THEE)
    assert dict(recordings(today)) == {"audio/wijk/groep-ar.wav": tone()}
    page = printed(today, actor_page(today, voice(today), "groep"))
    assert re.search(r'<audio controls preload="none" src="[./]*audio/wijk/groep-ar.wav"', page)
    assert "العربية" in page
    tomorrow = with_sound(tmp_path / "b", TODAY + timedelta(days=1), groep=HEAD + HEARD + THEE)
    assert dict(recordings(tomorrow)) == {}
    assert "<audio" not in printed(tomorrow, actor_page(tomorrow, voice(tomorrow), "groep"))


def test_the_label_of_a_voice_is_in_its_own_language(tmp_path: Path) -> None:
    agenda = with_sound(tmp_path, groep=HEAD + HEARD + THEE)
    label = actor_page(agenda, voice(agenda), "groep").heard[0].label
    assert label.code == "ar"
    assert label.text == f"{voice(agenda, 'ar').word('Voorlezen')} · العربية"


def test_what_stopped_is_not_heard(tmp_path: Path) -> None:
    gone = HEAD.replace("code: qqqq\n", "code: qqqq\ngestopt: {op: 2026-10-01}\n")
    assert dict(recordings(with_sound(tmp_path, groep=gone + HEARD))) == {}


# the script

STUB = """
window.spoken = []
let begin, end
window.begun = new Promise((done) => { begin = done })
window.ended = new Promise((done) => { end = done })
const talk = {
  getVoices: () => VOICES.map((lang) => ({ lang, localService: true })),
  speak: (said) => { if (!said.text) return; spoken.push([said.lang, said.text]); begin(); window.going = said; if (!window.slow) setTimeout(() => going === said && said.onend(), 0) },
  cancel: () => { window.going = null; spoken.push("stop"); end() },
}
Object.defineProperty(window, "speechSynthesis", { value: talk })
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
"""


@pytest.fixture
def press(browser: Browser, tmp_path: Path):  # type: ignore[no-untyped-def]
    """A function that opens a page of a small guide with voices of some languages; the site is served."""
    contexts = []
    with serving(tmp_path / "site") as address:

        def opened(records: str, path: str, voices: list[str], more: str = "", *, disk: bool = False) -> Page:
            agenda = with_sound(tmp_path / "gids", groep=records)
            if not (agenda.guide.root / "overrides").exists():
                (agenda.guide.root / "overrides").symlink_to(Path(__file__).parent.parent / "overrides")
            web.write(agenda, {lang: voice(agenda, lang) for lang in ("nl", "ar")}, tmp_path / "site")
            context = browser.new_context(viewport={"width": 360, "height": 780})
            contexts.append(context)
            page = context.new_page()
            page.on("pageerror", lambda error: pytest.fail(str(error)))
            page.add_init_script(STUB.replace("VOICES", json.dumps(voices)) + more)
            page.goto((tmp_path / "site" / path).as_uri() if disk else address + path)
            return page

        yield opened
        for context in contexts:
            context.close()


RICH = (
    HEAD.replace("samenvatting: Een groep om mee te testen.", "samenvatting: Bel eerst 020 000 00 09. Dan kom je.")
    + "plek: {adres: Proefhof 8, postcode: 1099 ZZ, plaats: Waterstad}\ndrempels: {kosten: '2,50'}\neerste_keer: [Je loopt binnen.]\n"
    + THEE
)


def shown(page: Page) -> list[str]:
    return page.locator(".act button:visible").all_inner_texts()


@pytest.mark.parametrize("spoken", [["nl-NL"], ["nl_NL"], ["nl"]])
def test_reading_aloud_is_offered_with_a_voice_of_the_language(press, spoken: list[str]) -> None:  # type: ignore[no-untyped-def]
    page = press(RICH, "actor/groep/thee.html", spoken, disk=True)
    assert shown(page) == ["Voorlezen", "Printen"], "a page from disk has nothing to share"
    button = page.get_by_role("button", name="Voorlezen")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    page.evaluate("ended")
    assert button.get_attribute("aria-pressed") == "false", "at the end it is off again"


@pytest.mark.parametrize("spoken", [["en-GB"], [], ["nlx"]])
def test_without_a_voice_there_is_no_button(press, spoken: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert "Voorlezen" not in shown(press(RICH, "actor/groep/thee.html", spoken))


def test_a_voice_that_comes_later_is_found(press) -> None:  # type: ignore[no-untyped-def]
    page = press(RICH, "actor/groep.html", [])
    assert "Voorlezen" not in shown(page)
    page.evaluate("speechSynthesis.getVoices = () => [{ lang: 'nl-NL' }]; speechSynthesis.onvoiceschanged()")
    assert "Voorlezen" in shown(page)


def said(page: Page) -> list[list[str]]:
    """All that was said, once the voice came to the end."""
    page.get_by_role("button", name=re.compile("Voorlezen|استم")).click()
    page.evaluate("ended")
    return [one for one in page.evaluate("spoken") if one != "stop"]


def test_numbers_are_said_digit_by_digit_and_facts_as_they_are(press) -> None:  # type: ignore[no-untyped-def]
    found = [text for _, text in said(press(RICH, "actor/groep.html", ["nl-NL"]))]
    assert found[:2] == ["Groep De Proef.", "Zelforganisatie in De Wijk."]
    assert "Bel eerst 0 2 0, 0 0 0, 0 0, 0 9." in found
    assert "Dan kom je." in found, "a sentence at a time"
    assert "Bel 0 2 0, 0 0 0, 0 0, 0 9." in found, "the number on the button is a fact"
    assert "€ 2,50." in found
    assert found.index("Waar:") + 1 == found.index("Proefhof 8.")
    assert not {"Printen.", "Delen.", "Voorlezen.", "Bekijk op de kaart."} & set(found), "controls are not read"
    assert found[-1] == "Een buurtwerker is er zelf geweest."
    thee = [text for _, text in said(press(RICH, "actor/groep/thee.html", ["nl-NL"]))]
    assert thee[thee.index("Wanneer:") + 1] == "Elke dinsdag, van 10:00 tot 12:00."
    assert len(thee) == len(set(thee)), "nothing is said twice"


def test_each_piece_is_said_by_a_voice_of_its_language(press) -> None:  # type: ignore[no-untyped-def]
    found = said(press(RICH, "ar/actor/groep/thee.html", ["ar-SA", "nl-NL"]))
    assert ["nl-NL", "Je loopt binnen."] in found
    assert ["nl-NL", "Groep De Proef."] in found
    assert any(lang == "ar-SA" for lang, _ in found)
    assert all(re.search("[\u0600-\u06ff]|\\d", text) for lang, text in found if lang == "ar-SA")


def test_dutch_is_never_said_by_an_arabic_voice(press) -> None:  # type: ignore[no-untyped-def]
    found = said(press(RICH, "ar/actor/groep/thee.html", ["ar-SA"]))
    assert found
    assert not any("Je loopt binnen." in text or "Groep" in text for _, text in found)


def test_long_texts_are_said_in_short_pieces(press) -> None:  # type: ignore[no-untyped-def]
    long = "eerste_keer: ['" + "Je loopt binnen en je zegt wat je wilt en dan " * 9 + "ga je weg.']\n"
    found = [text for _, text in said(press(HEAD + long + THEE, "actor/groep.html", ["nl-NL"]))]
    assert max(map(len, found)) <= 161
    assert "ga je weg." in " ".join(found)


def test_it_stops_when_asked_and_when_out_of_sight(press) -> None:  # type: ignore[no-untyped-def]
    page = press(RICH, "actor/groep.html", ["nl-NL"], "window.slow = true")
    button = page.get_by_role("button", name="Voorlezen")
    button.click()
    page.evaluate("begun")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.evaluate("spoken") == [["nl-NL", "Groep De Proef."], "stop"]
    button.click()
    page.evaluate("going.onend()")
    page.evaluate(
        "Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))"
    )
    assert button.get_attribute("aria-pressed") == "false"
    assert page.evaluate("spoken.at(-1)") == "stop"
    page.evaluate("Object.defineProperty(document, 'hidden', { value: false })")
    button.click()
    assert page.evaluate("spoken.at(-1)") == ["nl-NL", "Zelforganisatie in De Wijk."], "it goes on where it was"


def test_sharing_gives_title_and_address(press) -> None:  # type: ignore[no-untyped-def]
    page = press(RICH, "actor/groep.html", [], "navigator.share = async (what) => { window.shared = what }")
    page.get_by_role("button", name="Delen").click()
    for _ in range(50):  # the page's policy forbids to wait for a function
        if page.evaluate("window.shared"):
            break
        page.wait_for_timeout(100)
    assert page.evaluate("shared") == {"title": page.title(), "url": page.url}


def test_without_sharing_the_address_is_copied_and_said_so(press) -> None:  # type: ignore[no-untyped-def]
    clipboard = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } }); navigator.share = undefined"
    page = press(RICH, "actor/groep.html", [], clipboard)
    status = page.get_by_role("status")
    assert status.inner_text() == ""
    page.get_by_role("button", name="Delen").click()
    expect(status).to_have_text("Gekopieerd.", use_inner_text=True)
    assert page.evaluate("copied") == page.url


def test_a_browser_that_can_neither_share_nor_copy_shows_no_button(press) -> None:  # type: ignore[no-untyped-def]
    neither = "Object.defineProperty(navigator, 'clipboard', { value: undefined }); navigator.share = undefined"
    assert shown(press(RICH, "actor/groep.html", [], neither)) == ["Printen"]


def test_a_recording_plays_and_nothing_is_fetched_before(press) -> None:  # type: ignore[no-untyped-def]
    page = press(HEAD + HEARD + THEE, "actor/groep.html", [])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert not [url for url in asked if "/audio/" in url]
    seconds = page.evaluate(
        "async () => { const sound = document.querySelector('audio'); sound.muted = true; await sound.play(); return sound.duration }"
    )
    assert seconds == pytest.approx(1, abs=0.1)
    assert [url for url in asked if "/audio/" in url]


# the file of a recording


def problems_with(folder: Path, content: bytes | None, link: Path | None = None) -> list[str]:
    """The codes of what the check says of a guide with one recording, made of these bytes or a link."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    file = record_sound(folder, "groep-ar.wav", content)
    if link:
        file.unlink()
        file.symlink_to(link)
    (folder / "data" / "actors" / "wijk" / "groep.yml").write_text(HEAD + HEARD, encoding="utf-8")
    guide, found = load_guide(folder)
    return [problem.code for problem in (*found, *check_guide(guide, TODAY))]


def test_a_recording_is_a_small_sound_of_the_guide_itself(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders.wav"
    elsewhere.write_bytes(tone())
    assert problems_with(tmp_path / "a", None) == []
    assert problems_with(tmp_path / "b", b"<html>" * 100) == ["geluid"]
    assert problems_with(tmp_path / "c", tone() + bytes(1_000_000)) == ["geluid"]
    assert problems_with(tmp_path / "d", None, elsewhere) == ["geluid"], "behind a link may be anything"
    assert problems_with(tmp_path / "e", b"") == ["geluid"]
