"""Leaving quickly, in a real browser: with and without a script, and "back" does not bring the guide back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from wijkgids.records import load_guide

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
AWAY = GUIDE.checked.away or ""
DISCREET = next(one.id for one in GUIDE.words.themes.values() if one.discreet)
OPEN = next(one.id for one in GUIDE.words.themes.values() if not one.discreet)

pytestmark = pytest.mark.skipif(not AWAY, reason="this guide has no way out (snel_weg: nee)")


class Elsewhere:
    """The page of somebody else, played by this test: what it was told, and whether it was reached."""

    def __init__(self, context: BrowserContext) -> None:
        self.referers: list[str | None] = []
        context.route(f"{AWAY}**", self.answer)

    def answer(self, route: Route) -> None:
        self.referers.append(route.request.headers.get("referer"))
        route.fulfill(body="<title>Het weer</title><h1>Het weer</h1>", content_type="text/html")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(viewport={"width": 360, "height": 780})
    yield found
    found.close()


def away(page: Page) -> None:
    page.wait_for_url(f"{AWAY}**")
    expect(page.locator("h1")).to_have_text("Het weer")


@pytest.mark.parametrize("name", ["index.html", f"thema/{DISCREET}.html", "over.html", "404.html"])
def test_one_link_leads_away_and_says_whose_page_it_is(context: BrowserContext, address: str, name: str) -> None:
    page = context.new_page()
    page.goto(address + name)
    link = page.locator("#uit")
    assert link.count() == 1
    assert link.get_attribute("href") == AWAY
    host = AWAY.split("/")[2].removeprefix("www.")
    assert host in link.inner_text()


def test_it_leads_away_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    there = Elsewhere(context)
    page = context.new_page()
    page.goto(f"{address}thema/{DISCREET}.html")
    page.locator("#uit").click()
    away(page)
    assert there.referers == [None]
    context.close()


@pytest.mark.parametrize("how", ["click", "escape"])
@pytest.mark.parametrize("name", [f"thema/{DISCREET}.html", f"thema/{OPEN}.html", "mapje.html#x"])
def test_back_does_not_bring_the_guide_back(context: BrowserContext, address: str, name: str, how: str) -> None:
    there = Elsewhere(context)
    page = context.new_page()
    page.goto("about:blank")
    page.goto(address + "index.html")
    page.goto(address + name)
    if how == "click":
        page.locator("#uit").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    away(page)
    assert there.referers == [None], "nobody is told where the reader came from"
    page.go_back(wait_until="commit")
    away(page)
    assert all(one is None for one in there.referers)
    page.go_back()
    assert page.url == "about:blank", "every page of the guide in the history was replaced"


def test_who_comes_back_on_purpose_can_read_and_go_back(context: BrowserContext, address: str) -> None:
    Elsewhere(context)
    page = context.new_page()
    page.goto(f"{address}thema/{DISCREET}.html")
    page.locator("#uit").click()
    away(page)
    page.goto(address + "index.html")
    page.goto(address + "gaat-mee.html")
    expect(page.locator("main h1")).to_be_visible()
    page.go_back()
    expect(page.locator("main h1")).to_be_visible()
    assert page.url == address + "index.html"


def test_the_page_is_blank_at_once(context: BrowserContext, address: str) -> None:
    Elsewhere(context)
    page = context.new_page()
    page.goto(f"{address}thema/{DISCREET}.html")
    left = page.evaluate(
        """() => {
          document.querySelector("#uit").click();
          return [document.documentElement.textContent, document.title, document.querySelectorAll("body *").length];
        }"""
    )
    assert left == ["", "", 0]
    away(page)


def test_escape_twice_or_with_another_key_between_stays(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + "index.html")
    for key in ("Escape", "Escape", "a", "Escape", "Escape"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == address + "index.html"


@pytest.mark.parametrize("size", [(360, 780), (320, 480), (1280, 900)])
@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_it_stays_in_sight_where_it_matters(
    context: BrowserContext, address: str, lang: str, size: tuple[int, int]
) -> None:
    """On a page about something discreet: at the top and when scrolled to the end, 44 px, over nothing."""
    if lang not in GUIDE.checked.languages:
        pytest.skip(f"this guide has no {lang}")
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}{'' if lang == 'nl' else lang + '/'}thema/{DISCREET}.html")
    for _ in range(2):
        box = page.locator("#uit").bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= size[1]
        hit = page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y).closest('a')?.id",
            [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
        )
        assert hit == "uit"
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")


def test_elsewhere_it_is_at_the_foot(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}thema/{OPEN}.html")
    assert page.locator("footer #uit").count() == 1
