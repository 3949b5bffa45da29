"""The pages of actors and activities of any guide: what machines read, what stopped, and the buttons in a browser."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from machines import described, wrong
from wijkgids import build
from wijkgids.records import load_guide

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
ACTOR = next(slug for slug, actor in GUIDE.actors.items() if actor.promise and actor.activities and actor.guides)
ACTIVITY = f"{ACTOR}/{GUIDE.actors[ACTOR].activities[0].id}"
PAGES = {"actor": f"actor/{ACTOR}.html", "activity": f"actor/{ACTIVITY}.html"}


def records(site: Path) -> Iterator[Path]:
    for lang in GUIDE.checked.languages:
        folder = site if lang == "nl" else site / lang
        yield from folder.glob("actor/**/*.html")


def test_all_structured_data_is_whole_and_known(site: Path) -> None:
    """It parses, names nothing that schema.org does not have, and no page has more than one."""
    seen = 0
    for path in records(site):
        page = path.read_text(encoding="utf-8")
        assert page.count("ld+json") <= 1, path
        found = described(page)
        if found is None:
            continue
        seen += 1
        assert found["@context"] == "https://schema.org"
        assert wrong(found) == [], path
    assert seen


def test_structured_data_says_nothing_that_the_page_does_not(site: Path) -> None:
    """Names, addresses and prices stand on the page too; the number and the day in the way of the page."""
    for path in records(site):
        page = path.read_text(encoding="utf-8")
        found = described(page)
        body = re.sub(r"<[^>]+>", "", page[page.index("<body") :]).replace("&#39;", "'").replace("&amp;", "&")
        texts = [found.get("name"), *(part.get("name") for part in (found or {}).values() if isinstance(part, dict))] if found else []  # fmt: skip
        for text in filter(None, texts):
            assert str(text) in body, (path, text)
        number = str((found or {}).get("telephone", ""))
        assert number[-8:] in re.sub(r"[^\d]", "", body), path


def test_a_discreet_address_is_in_no_data(site: Path) -> None:
    agenda = build.load(ROOT, None).ready()
    hidden = [one for one in agenda.actors.values() if one.live and one.where and not one.where.address]
    for one in hidden:
        found = described((site / "actor" / f"{one.slug}.html").read_text(encoding="utf-8"))
        assert not {"address", "location"} & (found or {}).keys(), one.slug


def test_what_stopped_says_so_and_where_to_go(site: Path) -> None:
    agenda = build.load(ROOT, None).ready()
    gone = [(f"actor/{one.slug}.html", one) for one in agenda.actors.values() if not one.live]
    gone += [(f"actor/{'/'.join(one.key)}.html", one) for one in agenda.activities.values() if not one.live]
    for path, one in gone:
        page = (site / path).read_text(encoding="utf-8")
        assert "none gone" in page, path
        assert described(page) is None, path
        there = agenda.successor(one)
        assert there is None or re.search(rf'class="btn main" href="?[^">]*{there.slug}\.html', page), path
        assert there or not agenda.alternatives(one) or "class=list" in page, path


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", GUIDE.checked.languages)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_that_needs_a_script_shows_without_one(browser: Browser, address: str, lang: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + (PAGES[name] if lang == "nl" else f"{lang}/{PAGES[name]}"))
    assert page.locator("main button:visible").count() == 0
    assert page.locator("main a[href*='#m=actor'], main a[href*='#m=']").count() == 1, "the folder is a link"
    context.close()


def test_the_keyboard_reaches_calling_before_what_comes_after(page: Page, address: str) -> None:
    """From the top of an activity: the way back, its group, its place, then the buttons, in the order of the page."""
    page.goto(address + PAGES["activity"])
    order = page.evaluate(
        """() => [...document.querySelectorAll('main a, main button')].filter((one) => one.offsetParent)
        .map((one) => one.getBoundingClientRect().top)"""
    )
    assert order
    reached = []
    for _ in range(len(order) + 20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.innerText"))
    wanted = page.evaluate(
        "() => [...document.querySelectorAll('main a, main button')].filter((one) => one.offsetParent).map((one) => one.getAttribute('href') || one.innerText)"
    )
    assert [one for one in reached if one in wanted][: len(wanted)] == wanted


@pytest.mark.parametrize("name", PAGES)
def test_headings_go_down_one_step_at_a_time(page: Page, address: str, name: str) -> None:
    page.goto(address + PAGES[name])
    levels = page.evaluate(
        "() => [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map((one) => +one.tagName[1])"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_sharing_by_the_phone(page: Page, address: str) -> None:
    page.add_init_script("navigator.share = async (what) => { window.shared = what }")
    page.goto(address + PAGES["activity"])
    page.locator(".act button").first.click()
    for _ in range(50):  # the page's policy forbids to wait for a function
        if page.evaluate("window.shared"):
            break
        page.wait_for_timeout(100)
    assert page.evaluate("shared") == {"title": page.title(), "url": page.url}


def test_copying_where_there_is_no_sharing(page: Page, address: str) -> None:
    page.add_init_script(
        "navigator.share = undefined; Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } })"
    )
    page.goto(address + PAGES["actor"])
    page.locator(".act button").first.click()
    expect(page.get_by_role("status")).to_be_visible()
    assert page.evaluate("copied") == page.url


@pytest.mark.parametrize("lang", GUIDE.checked.languages)
def test_reading_aloud_in_each_language(page: Page, address: str, lang: str) -> None:
    """With a voice of that language only: the button is there, and nothing in another language is said by it."""
    page.add_init_script(
        """window.spoken = []
        window.ended = new Promise((done) => Object.defineProperty(window, 'speechSynthesis', { value: {
          getVoices: () => [{ lang: 'LANG', localService: true }],
          speak: (said) => { if (said.text) { spoken.push(said.text); setTimeout(() => said.onend(), 0) } },
          cancel: () => done(),
        } }))
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }""".replace("LANG", lang)
    )
    page.goto(address + (PAGES["activity"] if lang == "nl" else f"{lang}/{PAGES['activity']}"))
    page.locator(".act button[aria-pressed]").click()
    page.evaluate("ended")
    spoken = page.evaluate("spoken")
    assert len(spoken) > 5
    if lang in ("ar", "fa", "uk", "ti"):
        latin = [text for text in spoken if re.fullmatch(r"[\sA-Za-z.,'’-]{12,}", text)]
        assert latin == [], "Dutch said by another voice"
    assert not [text for text in spoken if re.search(r"\d{3} \d{3} \d{2} \d{2}", text)], "a number in one breath"
