"""The finder and the text search: keys, times that are true together, words that sound alike, and the files of the index."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from conftest import serving
from guides import HEAD, small_agenda
from wijkgids import web
from wijkgids.agenda import Agenda
from wijkgids.occurrences import Occurrence
from wijkgids.texts import Voice, translations, voices
from wijkgids.views import finder, finder_keys, search
from wijkgids.vocabulary import Audience, Theme
from wijkgids.web import choices, folding
from wijkgids.web import search as index

ROOT = Path(__file__).resolve().parent.parent


def group(*activities: str, head: str = HEAD) -> str:
    return head + "activiteiten:\n" + "".join(f"  - {{{one}}}\n" for one in activities)


def voices_of(agenda: Agenda) -> dict[str, Voice]:
    settings = agenda.guide.checked
    said, problems = translations.load(agenda.guide.root, settings.languages)
    assert problems == []
    return voices(settings.languages, said, agenda.guide.words.languages)


def finder_of(agenda: Agenda, lang: str = "nl") -> finder.FinderPage:
    return finder.finder_page(agenda, voices_of(agenda)[lang], "wijk")


def found_with(view: finder.FinderPage, *keys: str) -> list[str]:
    """What CSS leaves to be seen of keys on the rows."""
    return [str(row.title) for row in view.rows if set(keys) <= set(row.keys.split())]


def offered(view: finder.FinderPage) -> set[str]:
    return {*view.keys, *view.clock.days, *view.clock.parts}


# what stands on a row


def test_a_row_carries_what_is_true_of_it(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Koor, thema: [ontmoeten], talen: [tr], voor: [vrouwen], kring: {soort: eigen kring}, wanneer: [{elke: dinsdag, tijd: '19:00-21:00'}], drempels: {kosten: gratis, aanmelden: nee, nederlands: niet nodig}",
            "id: b, naam: Voetbal, thema: [bewegen], talen: [nl], kring: {soort: gemengd}, wanneer: [{elke: zaterdag, tijd: '10:00-11:00'}], drempels: {kosten: '2,50', kinderen_mee: ja}",
        ),
    )
    view = finder_of(agenda)
    assert found_with(view) == ["Koffie", "Koor", "Voetbal", "Buurtteam De Proef"]
    for keys in (["gratis"], ["vrij", "tr", "zonder"], ["v-vrouwen"], ["eigen"]):
        assert found_with(view, *keys) == ["Koor"], keys
    for keys in (["bewegen", "kind"], ["gemengd"]):
        assert found_with(view, *keys) == ["Voetbal"], keys
    assert found_with(view, "gratis", "kind") == []
    assert {str(row.title): row.times for row in view.rows} == {
        "Koffie": "1o2o3o4o5o",
        "Koor": "2a",
        "Voetbal": "6o",
        "Buurtteam De Proef": "",
    }


def test_what_nobody_told_us_answers_no_choice(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=group("id: a, naam: Koor, thema: [maken], wanneer: [{elke: dinsdag, tijd: '10:00-11:00'}]"))  # fmt: skip
    view = finder_of(agenda)
    assert view.ticks == view.circles == view.audiences == ()
    assert offered(view) >= {"maken", "d2", "ochtend"}
    assert not offered(view) & {"avond", "middag", "weekend", "d6", "d7", "vrij", "gratis"}


def test_no_choice_is_empty(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group("id: a, naam: Koor, thema: [maken], talen: [tr], voor: [ouders], wanneer: [{elke: zondag}]"),
    )
    view = finder_of(agenda)
    assert all(found_with(view, key) for key in view.keys)
    assert {key for row in view.rows for key in row.keys.split()} == set(view.keys)
    assert [option.key for option in view.days] == ["d1", "d2", "d3", "d4", "d5", "d7", "weekend"]
    assert [option.key for option in view.parts] == ["ochtend"], "an hour that nobody told us is in no part of the day"


def test_what_pauses_for_a_season_is_found_by_the_day_it_starts_again(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group(
            "id: a, naam: Koor, thema: [maken], wanneer: [{elke: donderdag, vanaf: 2027-03-04, tijd: '20:00-21:00'}]"
        ),
    )
    assert {str(row.title): row.times for row in finder_of(agenda).rows}["Koor"] == "4a"


def test_a_key_is_never_taken_for_another() -> None:
    def key(name: str) -> str:
        return finder.theme_key(Theme(name, "", "", "", "", 0, "door", "", ""))

    assert key("brieven") == "brieven"
    for taken in ("gratis", "avond", "weekend", "eigen", "taa", "v-rouwen", "d2"):
        assert key(taken) != taken
    assert re.fullmatch(r"[a-z-]+", key('x"]{} y'))
    assert finder_keys.audience_key(Audience("kinderen", "", "")) != key("kinderen")


# times


def at(day: date, start: str | None, end: str | None = None) -> Occurrence:
    def moment(clock: str | None) -> datetime | None:
        return datetime.fromisoformat(f"{day}T{clock}") if clock else None

    until = moment(end)
    if until and start and end and end < start:
        until += timedelta(days=1)
    return Occurrence(day, moment(start), until)


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        ("09:00", "11:00", {"2o"}),
        ("11:30", None, {"2o"}),
        ("09:30", "16:00", {"2o", "2m"}),  # one can come in the afternoon as well
        ("10:00", "12:30", {"2o"}),  # half an hour is the end of a morning
        ("13:00", "21:00", {"2m", "2a"}),
        ("16:00", "17:30", {"2m"}),
        ("17:00", "18:00", {"2a"}),
        ("22:00", "01:00", {"2a"}),
        (None, None, {"2x"}),
    ],
)
def test_parts_of_the_day(start: str | None, end: str | None, parts: set[str]) -> None:
    assert finder_keys.letters(at(date(2026, 11, 24), start, end)) == parts


def test_only_days_and_parts_that_rows_have_apart_get_a_rule_of_their_own() -> None:
    clock = finder_keys.clock(["2o4a", "2a", "6m", "3x"])
    assert clock.days == {"d2": "2", "d3": "3", "d4": "4", "d6": "6", "weekend": "67"}
    assert clock.parts == {"ochtend": "o", "middag": "m", "avond": "a"}
    assert clock.pairs == (("d2", "avond"), ("d4", "ochtend"))


# rules


def test_letters_say_what_is_special_about_a_row() -> None:
    rows = [{"nl", "gratis"}, {"nl", "gratis"}, {"nl", "ti"}, {"gratis", "ti", "taal"}]
    codes = choices.codes(rows)
    assert codes.absent == {"nl", "gratis"}, "most rows have them: those without carry the letter"
    assert codes.of(rows[0]) == ""
    assert len(set(codes.letters.values())) == 4
    assert not set(codes.letters.values()) & {"o", "m", "a", "x"}, "these are parts of the day"


def test_a_city_has_letters_enough_and_each_is_one_sign() -> None:
    codes = choices.codes([{f"k{number}"} for number in range(300)])
    assert len(codes.letters) == 300
    assert {len(letter) for letter in codes.letters.values()} == {1}


def test_only_plain_words_become_rules() -> None:
    codes = choices.codes([{"brieven", "x]:checked{}", "1"}, set(), set(), set()])
    style = str(choices.finding(codes, finder_keys.clock([]), ".ev"))
    assert re.fullmatch(r"main:has\(#brieven:checked\) \.ev:not\(\[data-k\*=[a-z]\]\)\{display:none\}", style)
    assert choices.finding(choices.codes([]), finder_keys.clock([]), ".ev") == ""


# words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("koffie", "kofie"),
        ("brief", "brif"),
        ("zaizafoen", "zayzafun"),
        ("Tigrinya", "tigrinja"),
        ("Cafe", "café"),
        ("gezicht", "gesigt"),
        ("thee", "tee"),
        ("foto’s", "fotos"),
        ("IĞDIR", "igdir"),
        ("сім’я", "сімя"),
        ("٢٠٢٦", "2026"),
        ("الصلاة", "صلاة"),
        ("إفطار", "افطار"),
        ("می\u200cشود", "میشود"),
    ],
)
def test_these_sound_the_same(one: str, other: str) -> None:
    assert [*map(folding.loose, folding.words(one))] == [*map(folding.loose, folding.words(other))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zaizafoen", "زيزفون"),
        ("Hidmo", "ሕድሞ"),
        ("hidmo", "Хідмо"),
        ("Tigrinya", "ትግርኛ"),
        ("Noorderwerf", "Нордерверф"),
    ],
)
def test_these_share_their_consonants(one: str, other: str) -> None:
    bones = [[folding.skeleton(folding.loose(word)) for word in folding.words(text)] for text in (one, other)]
    assert bones[0] == bones[1] != []


@pytest.mark.parametrize(("one", "other"), [("taal", "tafel"), ("brood", "boord"), ("8", "88"), ("geld", "goud")])
def test_these_do_not(one: str, other: str) -> None:
    assert folding.loose(one) != folding.loose(other)


# the index


def entry(name: str, text: str = "", page: str = "x.html") -> index.Entry:
    said = [(search.NAME, name, True), (search.TEXT, text, True)]
    return index.Entry((page, name, 3, 0, "", "", 0), said)


def read(files: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {path.rsplit("/", 1)[-1]: json.loads(text) for path, text in files if path.endswith(".json")}


def numbers(text: str) -> list[int]:
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    found, last, step = [], 0, 0
    for sign in text:
        five = signs.index(sign)
        step = step * 32 + (five & 31)
        if five < 32:
            last, step = last + step, 0
            found.append(last)
    return found


def unshared(text: str) -> list[str]:
    found: list[str] = []
    for same, rest in re.findall("([A-Z])([^A-Z]*)", text):
        found.append((found[-1] if found else "")[: ord(same) - 65] + rest)
    return found


def pages_of(files: Mapping[str, Any], word: str) -> dict[int, int]:
    """The pages of a word with their weight, by the way that the browser goes."""
    about = files["xx.json"]
    letter = folding.letters(word)[0]
    first, words = files[f"w{about['w'][letter]}.json"][letter]
    if word not in unshared(words):
        return {}
    number = first + unshared(words).index(word)
    file = max(at for at, start in enumerate(about["p"]) if start <= number)
    said = numbers(files[f"p{file}.json"][number - about["p"][file]])
    return {each >> 2: each & 3 for each in said}


@pytest.mark.parametrize("rising", [[], [0], [31, 32, 33], [5, 1_000_000, 1_000_001, 40_000_000]])
def test_numbers_come_back(rising: list[int]) -> None:
    assert numbers(index.numbers(rising)) == rising


def test_words_come_back() -> None:
    words = ["brief", "brieven", "briefing", "x" * 40, "x" * 40 + "y", "ж"]
    assert unshared(index.shared(words)) == words


def test_every_word_leads_to_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [entry("Koffie en thee", "Bij de vrouwengroep"), entry("Koffie"), entry("Groep", "café زيزفون")]
    for size in (10, 24_000):
        monkeypatch.setattr(index, "WORDS_OF_A_FILE", size)
        files = read(index.index("xx", entries, {}))
        assert pages_of(files, "koffie") == {0: search.NAME, 1: index.WHOLE}
        assert pages_of(files, "groep") == {0: search.TEXT, 2: index.WHOLE}, "the end of a word of two"
        assert pages_of(files, "zizfun") == {2: search.TEXT}
        assert pages_of(files, "zwembad") == {}
        assert bool(files["xx.json"]["a"]) == (size == 10), "by their second letter only where it takes more files"


def test_a_large_index_can_be_asked_for_a_mistake_in_the_first_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "WORDS_OF_A_FILE", 10)
    files = read(index.index("xx", [entry("belasting"), entry("koffie")], {}))
    where = files["xx.json"]["a"]
    ids, words = files[f"a{where['l']}.json"]["l"]
    assert unshared(words) == ["belasting"]
    first, own = files[f"w{files['xx.json']['w']['b']}.json"]["b"]
    assert numbers(ids) == [first + unshared(own).index("belasting")]


def test_another_content_has_another_folder() -> None:
    one, two = (dict(index.index("xx", [entry(name)], {})) for name in ("koffie", "thee"))
    assert {path.split("/")[2] for path in one if path.count("/") == 3}.isdisjoint(
        {path.split("/")[2] for path in two if path.count("/") == 3}
    )
    assert one == dict(index.index("xx", [entry("koffie")], {})), "the same every time"


def all_words(found: search.Found) -> set[str]:
    return {word for _, text, _ in found.said for word in folding.words(text)}


def test_nothing_that_may_not_be_shown_is_in_the_index(tmp_path: Path) -> None:
    head = (
        HEAD.replace("van: de gastvrouw}", "van: de gastvrouw, adres_tonen: na contact, via: buurtteam}")
        + "plek: {adres: Geheimpad 5, postcode: 1099 XX, plaats: Waterstad, zo_vind_je_het: Achter het sluipdeurtje}\n"
        + "mensen: [{rol: gastvrouw, naam: Onzichtbaria Zonderling, telefoon: 020 000 00 77, toestemming: {op: 2025-01-01, tot: 2025-06-01}}]\n"
    )
    agenda = small_agenda(tmp_path, groep=group("id: a, naam: Koor, wanneer: [{elke: dinsdag}]", head=head))
    voice = voices_of(agenda)["nl"]
    words = {word for one in search.pages_to_find(agenda, voice, voice) for word in all_words(one)}
    assert {"koor", "gastvrouw"} <= words
    assert not words & {"geheimpad", "sluipdeurtje", "onzichtbaria", "zonderling", "1099"}


def test_only_what_is_in_the_guide_is_found(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=group("id: a, naam: Koor, gestopt: {op: 2026-10-01}", "id: b, naam: Voetbal, wanneer: [{elke: dinsdag}]"),
    )
    voice = voices_of(agenda)["nl"]
    found = {one.page for one in search.pages_to_find(agenda, voice, voice)}
    assert "actor/groep/b.html" in found
    assert "actor/groep/a.html" not in found


# in a browser


SONG = group(
    "id: koor, naam: Koor, thema: [ontmoeten], talen: [nl, ti], wanneer: [{elke: dinsdag, tijd: '10:00-11:00'}, {elke: donderdag, tijd: '19:00-21:00'}], drempels: {kosten: gratis, aanmelden: nee}",
    "id: praten, naam: Samen praten, thema: [taal], voor: [vrouwen], talen: [nl], wanneer: [{elke: dinsdag, tijd: '19:00-21:00'}], drempels: {kosten: gratis}",
    "id: voetbal, naam: Voetbal op het plein, thema: [bewegen], wanneer: [{elke: zaterdag, tijd: '10:00-11:00'}]",
    head=HEAD + "zoekwoorden: [oefenen, زيزفون]\n",
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("finder")
    shutil.copytree(ROOT / "overrides" / "gids", folder / "guide" / "overrides" / "gids")
    agenda = small_agenda(folder / "guide", groep=SONG)
    web.write(agenda, voices_of(agenda), folder / "site")
    with serving(folder / "site") as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    found = context.new_page()
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield found
    context.close()
    assert errors == [], "no script fails, and the page's policy stops nothing of ours"


def shown(page: Page) -> list[str]:
    rows = page.locator(".found .list > li")
    return [
        rows.nth(number).locator("h3").inner_text() for number in range(rows.count()) if rows.nth(number).is_visible()
    ]


def choose(page: Page, *keys: str) -> None:
    """Choose options and ticks by their key, as a reader would."""
    for key in keys:
        if page.locator(f"option#{key}").count():
            if not page.locator(f"select:has(#{key})").is_visible():
                page.locator("form summary").click()
            text = page.locator(f"option#{key}").inner_text()
            page.locator(f"select:has(#{key})").select_option(label=text)
        else:
            page.locator(f"input#{key}").check()


def typed(page: Page, text: str) -> None:
    page.locator("#w input").fill(text)
    ready(page)


def ready(page: Page) -> None:
    """When what was asked has come."""
    page.locator("main form[aria-busy=false]").wait_for()


def listed(page: Page) -> list[str]:
    return page.locator("form .list > li:visible a").all_inner_texts()


ALL = ["Koffie", "Koor", "Samen praten", "Voetbal op het plein", "Buurtteam De Proef"]
TOGETHER: list[tuple[list[str], list[str]]] = [
    (["d2"], ["Koor", "Samen praten", "Koffie"]),
    (["avond"], ["Koor", "Samen praten"]),
    (["d2", "avond"], ["Samen praten"]),
    (["d2", "ochtend"], ["Koor", "Koffie"]),
    (["d4", "avond"], ["Koor"]),
    (["d4", "ochtend"], ["Koffie"]),
    (["weekend"], ["Voetbal op het plein"]),
    (["weekend", "ochtend"], ["Voetbal op het plein"]),
    (["weekend", "avond"], []),
    (["taal", "nl", "gratis"], ["Samen praten"]),
    (["vrij"], ["Koor"]),
    (["v-vrouwen"], ["Samen praten"]),
]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("local", ["zoeken/wijk.html", "zoeken.html", "ar/zoeken/wijk.html"])
def test_what_is_chosen_must_be_true_together(browser: Browser, served: str, local: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=True, viewport={"width": 360, "height": 780})
    if not scripts:
        context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(served + local)
    everything = shown(page)
    assert sorted(everything) == sorted(ALL)
    for keys, found in TOGETHER:
        choose(page, *keys)
        assert sorted(shown(page)) == sorted(found), keys
        assert re.search(rf"(?<!\d){len(found)}(?!\d)", page.locator(".found .n").inner_text()) or not scripts
        page.locator("button[type=reset]").click()
        assert shown(page) == everything
    assert page.locator("#w").is_visible() == scripts, "the word box needs a script"
    context.close()


def test_choices_stay_in_the_address(page: Page, served: str) -> None:
    page.goto(served + "zoeken/wijk.html")
    choose(page, "ontmoeten", "d2", "v-vrouwen")
    choose(page, "gratis")
    assert page.evaluate("location.hash") == "#ontmoeten,d2,gratis,v-vrouwen"
    page.locator("option#v-vrouwen").evaluate("one => one.closest('select').selectedIndex = 0")
    typed(page, "koor, dinsdag")
    assert page.evaluate("location.hash") == "#ontmoeten,d2,gratis,~koor%2C%20dinsdag"
    assert shown(page) == ["Koor"]
    page.goto(served + "index.html")
    page.go_back()
    ready(page)
    assert shown(page) == ["Koor"]
    assert page.locator("#w input").input_value() == "koor, dinsdag"
    page.locator("button[type=reset]").click()
    page.wait_for_function("() => location.hash == ''")
    assert shown(page) == ALL


def test_a_link_with_a_choice_opens_with_it(page: Page, served: str) -> None:
    page.goto(served + "zoeken/wijk.html#bewegen")
    assert page.locator("select").first.evaluate("one => one.selectedOptions[0].id") == "bewegen"
    assert shown(page) == ["Voetbal op het plein"]
    page.goto(served + "zoeken/wijk.html#v-vrouwen")
    assert page.locator("form details").get_attribute("open") is not None, "a choice is never out of sight"
    assert shown(page) == ["Samen praten"]
    page.goto(served + "zoeken/wijk.html#~%E0%A4%A")
    assert shown(page) == ALL, "a broken address chooses nothing"
    page.goto(served + "zoeken/wijk.html#zwemles,d9")
    assert shown(page) == ALL, "a choice that is not here, neither"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("voetbal", ["Voetbal op het plein"]),
        ("voetbel", ["Voetbal op het plein"]),  # one letter wrong
        ("veotbal", ["Voetbal op het plein"]),  # two swapped
        ("vootbal plen", ["Voetbal op het plein"]),
        ("KÓFFIE", ["Koffie"]),
        ("kofie", ["Koffie"]),
        ("oefenen", ["Koor", "Samen praten", "Voetbal op het plein"]),  # a search word of the group
        ("zayzafun", ["Koor", "Samen praten", "Voetbal op het plein"]),  # and one that it wrote in Arabic
        ("dinsdag avond", ["Koor", "Samen praten"]),
        ("zwembad", []),
        ("", ALL),
    ],
)
def test_the_word_box_forgives_mistakes(page: Page, served: str, text: str, found: list[str]) -> None:
    page.goto(served + "zoeken/wijk.html")
    typed(page, text)
    assert shown(page) == found
    assert page.locator(".found .n").inner_text() == f"{len(found)} gevonden"


def test_in_the_whole_guide_a_word_finds_every_kind_of_page(page: Page, served: str) -> None:
    page.goto(served + "ar/zoeken.html")
    typed(page, "toeslag")
    assert listed(page)[0] == "toeslag", "the Dutch word, for who reads Arabic"
    assert page.locator("#r a").first.get_attribute("href") == served + "ar/briefwoord/toeslag.html"
    assert page.locator("#r a").first.get_attribute("lang") == "nl"
    typed(page, "groep de proef")
    assert listed(page)[0] == "Groep De Proef"
    typed(page, "koor")
    assert listed(page)[0] == "Koor"
    assert not page.locator(".found").is_visible()
    choose(page, "bewegen")
    ready(page)
    assert listed(page) == [], "what is chosen holds for what a word finds"
    typed(page, "")
    assert shown(page) == ["Voetbal op het plein"]


def test_a_list_shows_twenty_and_then_more(page: Page, served: str) -> None:
    page.goto(served + "zoeken.html")
    typed(page, "brief")
    assert len(listed(page)) == 20
    page.locator("#r button").click()
    ready(page)
    assert len(listed(page)) > 20


def test_without_its_index_a_word_is_looked_for_in_the_rows(browser: Browser, served: str) -> None:
    for blocked, word in (("**/*.json", "voetbel"), ("**/zoekindex/**", "voetbal")):
        context = browser.new_context()
        context.route(blocked, lambda route: route.abort())
        page = context.new_page()
        page.goto(served + "zoeken/wijk.html")
        typed(page, word)
        assert shown(page) == ["Voetbal op het plein"]
        context.close()


def test_nothing_is_fetched_before_somebody_types(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served + "zoeken/wijk.html", wait_until="networkidle")
    assert len([url for url in asked if "favicon" not in url]) == 3
    assert not any("zoekindex" in url for url in asked)


def test_the_browser_folds_words_as_the_index_does(browser: Browser) -> None:
    """Every letter of the tables and of their blocks, alone and in a word, and words of all languages of the sample."""
    source = (ROOT / "overrides" / "gids" / "search.js").read_text(encoding="utf-8")
    fold = re.search(r"  const fold = (\(\(\) => \{.*?\n  \}\)\(\));", source, re.DOTALL)
    assert fold
    blocks = [(0x21, 0x250), (0x2B0, 0x300), (0x370, 0x530), (0x621, 0x700), (0x750, 0x780), (0x1200, 0x1380), (0x1E00, 0x1F00), (0xFB50, 0xFE00)]  # fmt: skip
    texts = [
        f"{chr(code)} ka{chr(code)}{chr(code)}to ال{chr(code)}بيت"
        for first, last in blocks
        for code in range(first, last)
    ]
    texts += [f"{one}{other} {other}a{one}{other}e" for one in ascii_lowercase for other in ascii_lowercase]
    texts += ["Een brief schrijven; ’s avonds, foto's", "بين السبت والأحد، ولليل", "ሰሉስን ዓርብን ብትግርኛ", "Щосереди в бібліотеці — сім’я", "İzmir'de IŞIK çay", "می\u200cشود ۱۲۳ ٤٥٦"]  # fmt: skip
    page = browser.new_page()
    there = page.evaluate(
        f"texts => {{ const fold = {fold[1]}; return texts.map(text => fold.words(text).map(word => [word, fold.loose(word), fold.skeleton(fold.loose(word))])) }}",
        texts,
    )
    page.close()
    for text, found in zip(texts, there, strict=True):
        here = [[word, folding.loose(word), folding.skeleton(folding.loose(word))] for word in folding.words(text)]
        assert found == here, text


def test_what_a_contributor_typed_is_only_ever_text(tmp_path: Path, page: Page) -> None:
    name = "<img src=x onerror=alert(1)>\"'&{{7*7}}"
    typed_name = name.replace('"', '\\"')
    shutil.copytree(ROOT / "overrides" / "gids", tmp_path / "guide" / "overrides" / "gids")
    record = group("id: thee, naam: Thee", head=HEAD.replace("naam: Groep De Proef", f'naam: "{typed_name} Proefkoor"'))
    agenda = small_agenda(tmp_path / "guide", groep=record)
    web.write(agenda, voices_of(agenda), tmp_path / "site")
    with serving(tmp_path / "site") as served:
        page.goto(served + "zoeken.html")
        typed(page, "proefkoor")
        assert listed(page)[0] == f"{name} Proefkoor"
        assert page.locator("main img").count() == 0
        page.goto(served + f"zoeken.html#~{name}")
        assert page.locator("main img").count() == 0


def test_a_large_guide_gets_ways_instead_of_a_list(tmp_path: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "ONE_LIST", 2)
    shutil.copytree(ROOT / "overrides" / "gids", tmp_path / "guide" / "overrides" / "gids")
    agenda = small_agenda(tmp_path / "guide", groep=SONG)
    web.write(agenda, voices_of(agenda), tmp_path / "site")
    html = (tmp_path / "site" / "zoeken.html").read_text(encoding="utf-8")
    assert "href=zoeken/wijk.html" in html
    assert "href=thema/bewegen.html" in html
    assert len(gzip.compress(html.encode())) < 4_500
    with serving(tmp_path / "site") as served:
        page.goto(served + "zoeken.html")
        typed(page, "voetbel")
        assert listed(page) == ["Voetbal op het plein"]
        assert page.locator("#r .n").inner_text() == "1 gevonden"
