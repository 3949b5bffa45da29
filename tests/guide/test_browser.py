"""The site in a real browser: nothing from elsewhere, no WCAG violation, the same finder without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from kinds import GUIDE, KINDS, path_of

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for all of these tests: to open one takes longer than most of them."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Page) -> Page:
    """The tab at the size of a cheap phone, in the light."""
    tab.set_viewport_size({"width": 360, "height": 780})
    tab.emulate_media(color_scheme="light")
    return tab


def test_no_page_asks_another_host(browser: Browser, address: str, site: Path) -> None:
    """Every kind of page, in two languages, and the pages in the host's look."""
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    names = [path_of(lang, name) for lang in ("nl", "ar") for name in KINDS]
    names += ["404.html", "voor-buurtwerkers.html", "voor-printers.html", "voor-makers.html"]
    for name in names:
        assert (site / name).is_file(), name
        page.goto(address + name)
    page.wait_for_load_state("networkidle")
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert len(asked) > len(names)


@pytest.mark.parametrize("lang", [lang for lang in ("nl", "ar", "ti") if lang in GUIDE.checked.languages])
@pytest.mark.parametrize("name", KINDS)
def test_no_wcag_violation(page: Page, address: str, lang: str, name: str) -> None:
    """All rules in the light; in the dark those about colour, which is all that differs."""
    page.goto(address + path_of(lang, name))
    assert violations(page, WCAG) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOUR) == []


def violations(page: Page, options: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What axe finds: the rule, and the tags that break it."""
    found = Axe().run(page, options=options)
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]]


@pytest.mark.parametrize("name", KINDS)
def test_no_sideways_scroll_at_320_pixels(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    widths = {}
    for lang in GUIDE.checked.languages:
        page.goto(address + path_of(lang, name))
        widths[lang] = page.evaluate("document.documentElement.scrollWidth")
    assert {lang: width for lang, width in widths.items() if width > 320} == {}


@pytest.mark.parametrize("scripts", [True, False])
def test_every_kind_of_page_changes_language_in_its_place(browser: Browser, address: str, scripts: bool) -> None:
    """From Dutch to the last language and back, by the names that stand on the page."""
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 320, "height": 640})
    page = context.new_page()
    last = GUIDE.checked.languages[-1]
    for name in KINDS:
        page.goto(address + path_of("nl", name))
        for lang, before in ((last, "nl"), ("nl", last)):
            assert page.locator("html").get_attribute("lang") == before, name
            if page.locator("header details.lang").count():
                page.locator("header details.lang summary").click()
            page.locator(f"header a[lang={lang}]").click()
            page.wait_for_url(address + path_of(lang, name) + "*")
    context.close()


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus is on such an element; each stop on the way must be seen."""
    for _ in range(120):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """wanted => {
                const at = document.activeElement, box = at.getBoundingClientRect();
                const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                const bar = document.querySelector(".bar");
                return [at.matches(wanted), getComputedStyle(at).outlineStyle, bar.contains(over) && !bar.contains(at)];
            }""",
            wanted,
        )
        assert seen[1] != "none", "the focus can be seen"
        assert not seen[2], "the bar does not cover what has the focus"
        if seen[0]:
            return
    raise AssertionError(f"no way by keyboard to {wanted}")


@pytest.mark.parametrize("lang", [lang for lang in ("nl", "ar") if lang in GUIDE.checked.languages])
def test_the_way_from_home_to_a_call_by_keyboard(page: Page, address: str, lang: str) -> None:
    page.goto(address + path_of(lang, "home"))
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    tab_to(page, f"main a[href*='{KINDS['theme']}']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/thema/**")
    tab_to(page, "main .ev a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actor/*/*.html")
    tab_to(page, "main a[href^='tel:']")


@pytest.mark.parametrize("name", KINDS)
def test_no_sideways_scroll_with_text_at_twice_its_size(page: Page, address: str, name: str) -> None:
    page.goto(address + path_of("nl", name))
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("name", ["home", "activity", "week", "finder"])
def test_controls_are_large_enough_to_touch(page: Page, address: str, name: str) -> None:
    """44 px for everything that stands by itself (WCAG 2.5.5); a link in a sentence has a zone around it."""
    page.goto(address + path_of("nl", name))
    small = page.evaluate(
        """() => [...document.querySelectorAll('main a, main button, main select, nav a, header a, header summary, footer a')]
        .filter(e => e.offsetParent && !e.closest('p, h3, dd, .ev, li > b') && !e.matches('.go, .skip'))
        .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height]).filter(([, height]) => height < 43.5)"""
    )
    assert small == []


def test_the_built_site_opens_from_disk(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("requestfailed", lambda request: asked.append(request.url))
    page.goto("about:blank")
    asked.clear()
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the stylesheet was found"
    page.locator("main a[href*='thema/']").first.click()
    page.wait_for_url("**/thema/*.html")
    assert [url for url in asked if url.startswith("file:")] == []
