"""The finders of the guide in data/, in a browser: what is chosen is true, with and without a script; and words find."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from wijkgids.agenda import make_agenda
from wijkgids.records import load_guide
from wijkgids.texts import translations, voices
from wijkgids.views import addresses, finder, finder_keys

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
WIJKEN = list(GUIDE.checked.neighbourhoods)
LANGUAGES = list(GUIDE.checked.languages)
WHOLE = 12_000  # bytes of the finder of a whole guide that is one list (gzip); FURTHER of test_weight where it is not
LARGE = 4_500
TASTE = ("nl", "ar", "ti")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    found = context.new_page()
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    yield found
    context.close()
    assert errors == []


def shown(page: Page) -> set[str]:
    """The addresses of the rows that are to be seen."""
    return set(page.evaluate("() => [...document.querySelectorAll('.found .list > li')].filter(row => row.offsetParent).map(row => row.querySelector('h3 a').pathname)"))  # fmt: skip


def choose(page: Page, *keys: str) -> None:
    """Choose nothing, and then these."""
    page.evaluate(
        """keys => {
          document.querySelectorAll("main select").forEach(one => { one.selectedIndex = Math.max(0, [...one.options].findIndex(each => each.id && keys.includes(each.id))) })
          document.querySelectorAll("main [type=checkbox]").forEach(one => { one.checked = keys.includes(one.id) }) }""",
        list(keys),
    )


def typed(page: Page, text: str) -> None:
    page.locator("#w input").fill(text)
    page.locator("main form[aria-busy=false]").wait_for()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("wijk", [None, *WIJKEN])
def test_every_choice_and_every_time_shows_exactly_what_it_says(
    browser: Browser, address: str, wijk: str | None, scripts: bool
) -> None:
    """Against the agenda itself: day and part of day are true of one and the same time."""
    agenda = make_agenda(GUIDE, GUIDE.checked.today or date.today())
    voice = voices(LANGUAGES, translations.load(ROOT, LANGUAGES)[0], GUIDE.words.languages)["nl"]
    view = finder.finder_page(agenda, voice, wijk) if wijk else finder.whole_page(agenda, voice)
    if isinstance(view, finder.WholePage):
        pytest.skip("a large guide: its finder is no list")
    rows = {f"/{row.page}": (set(row.keys.split()), row.times) for row in view.rows}
    context = browser.new_context()
    if not scripts:
        context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(address + addresses.finder("nl", wijk))
    assert shown(page) == set(rows)
    for key in view.keys:
        choose(page, key)
        assert shown(page) == {one for one, (keys, _) in rows.items() if key in keys}, key
    for day, digits in view.clock.days.items():
        for part, letter in ("", ""), *view.clock.parts.items():
            choose(page, day, part)
            pairs = {digit + letter for digit in digits}
            assert shown(page) == {one for one, (_, times) in rows.items() if any(pair in times for pair in pairs)}, (
                day,
                part,
            )
    choose(page)
    assert shown(page) == set(rows)
    context.close()


def test_a_row_has_the_times_that_the_agenda_has() -> None:
    agenda = make_agenda(GUIDE, GUIDE.checked.today or date.today())
    times = finder_keys.times(agenda)
    for time in agenda.times(agenda.today, agenda.today + finder_keys.AHEAD):
        if time.on.state == "on" and time.on.start:
            letter = "a" if time.evening else "m" if time.on.start.hour >= 12 else "o"
            assert f"{time.on.day.isoweekday()}{letter}" in times[time.activity.key]


def test_the_finder_of_the_whole_guide_is_light(site: Path) -> None:
    sizes = {}
    for lang in LANGUAGES:
        html = (site / addresses.finder(lang)).read_bytes()
        sizes[lang] = len(gzip.compress(html, 9, mtime=0))
        most = WHOLE if b"<ul class=list><li class=" in html else LARGE
        assert sizes[lang] <= most, sizes


def test_a_word_costs_little(site: Path) -> None:
    """All that is ever fetched for a word, while a guide is small; of a large one only a part is (benchmarks/search.py)."""
    for lang in LANGUAGES:
        files = [site / "zoekindex" / f"{lang}.json", *(site / "zoekindex" / lang).glob("*/*.json")]
        assert len({path.parent for path in files}) == 2, "one folder, named after its content"
        words = [path for path in files if path.name.startswith("w")]
        assert all(len(gzip.compress(path.read_bytes(), 9)) < 40_000 for path in files)
        if len(words) == 1:
            assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) < 120_000


def test_the_choice_goes_along_to_another_finder(page: Page, address: str) -> None:
    if len(WIJKEN) < 2:
        pytest.skip("one neighbourhood")
    page.goto(address + addresses.finder("nl", WIJKEN[0]))
    page.locator("main select").first.select_option(index=1)
    chosen = page.locator("main select").first.evaluate("one => one.selectedOptions[0].id")
    page.locator("nav.pills a[href*='zoeken.html']").click()
    page.wait_for_url(f"**/zoeken.html#{chosen}")
    assert page.locator("main select").first.evaluate("one => one.selectedOptions[0].id") == chosen


@pytest.mark.parametrize("name", ["zoeken.html", *(f"zoeken/{wijk}.html" for wijk in WIJKEN[:1])])
@pytest.mark.parametrize("lang", TASTE)
def test_a_list_of_words_found_fits_a_small_phone(page: Page, address: str, lang: str, name: str) -> None:
    if lang not in LANGUAGES:
        pytest.skip(f"a guide without {lang}")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + addresses.page(lang, name))
    page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true })")
    typed(page, "de")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# the sample


@pytest.mark.sample
@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("nl", "kofie", "koffie"),
        ("nl", "brif", "brieven"),
        ("nl", "belsting", "belasting"),
        ("nl", "zayzafun", "moskee-zaizafoen.html"),
        ("nl", "زيزفون", "moskee-zaizafoen.html"),
        ("ar", "زيزفون", "moskee-zaizafoen.html"),
        ("ar", "zaizafoen", "moskee-zaizafoen.html"),
        ("ar", "قهوة", "/actor/"),
        ("ar", "toeslag", "briefwoord/toeslag.html"),
        ("ti", "hidmo", "vereniging-hidmo.html"),
        ("ti", "ሕድሞ", "vereniging-hidmo.html"),
        ("ti", "ደብዳቤ", "thema/brieven.html"),
        ("ti", "brief", "thema/brieven.html"),
        ("ti", "toeslag", "briefwoord/toeslag.html"),
        ("ti", "toslag", "briefwoord/toeslag.html"),
        ("uk", "Хідмо", "vereniging-hidmo.html"),
        ("uk", "лист", "thema/brieven.html"),
        ("fa", "taal", "taal"),
        ("tr", "kahve", "/actor/"),
    ],
)
def test_a_word_finds_its_page_first(page: Page, address: str, lang: str, text: str, first: str) -> None:
    page.goto(address + addresses.finder(lang))
    typed(page, text)
    links = page.locator("#r a").evaluate_all("all => all.slice(0, 3).map(one => one.href)")
    assert any(first in link for link in links), links
    assert all(link.startswith(address + ("" if lang == "nl" else f"{lang}/")) for link in links)


@pytest.mark.sample
@pytest.mark.parametrize("lang", TASTE)
def test_free_dutch_on_a_tuesday_evening_without_signing_up(page: Page, address: str, lang: str) -> None:
    """By choosing: what is left is it, and a tap opens it."""
    page.goto(address + addresses.home(lang))
    page.locator("nav.bar a").nth(2).click()
    page.wait_for_url("**/zoeken.html")
    for number, key in ((0, "taal"), (2, "d2"), (3, "avond")):
        select = page.locator("main select").nth(number)
        select.select_option(
            index=select.evaluate("(one, key) => [...one.options].findIndex(each => each.id == key)", key)
        )
    for key in ("gratis", "vrij"):
        page.locator(f"#{key}").check()
    assert {Path(one).name for one in shown(page)} == {"praten.html"}
    page.locator(".found .list > li:visible a").click()
    page.wait_for_url("**/actor/bibliotheek-torenveld/praten.html")


@pytest.mark.sample
@pytest.mark.parametrize(
    ("lang", "text"),
    [("nl", "Nederlands dinsdag avond"), ("ar", "الهولندية الثلاثاء مساء"), ("ti", "ሆላንድኛ ሰሉስ")],
)
def test_the_same_by_its_words_in_four_taps(page: Page, address: str, lang: str, text: str) -> None:
    """Search, the box, its words, the page: four taps from the first page."""
    page.goto(address + addresses.home(lang))
    page.locator("nav.bar a").nth(2).click()
    page.locator("#w input").click()
    typed(page, text)
    link = page.locator("#r a[href$='bibliotheek-torenveld/praten.html']")
    assert link.is_visible(), page.locator("#r a").all_inner_texts()
    link.click()
    page.wait_for_url("**/actor/bibliotheek-torenveld/praten.html")
