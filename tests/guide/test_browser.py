"""The site in a real browser: nothing from elsewhere, no WCAG violation, the same finder without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from wijkgids.records import load_guide

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
WIJK = next(iter(GUIDE.checked.neighbourhoods))
ACTOR = next(slug for slug, actor in GUIDE.actors.items() if actor.promise and actor.activities and actor.guides)
ACTIVITY = f"{ACTOR}/{GUIDE.actors[ACTOR].activities[0].id}"
PAGES = {
    "home": "index.html",
    "theme": "thema/brieven.html",
    "actor": f"actor/{ACTOR}.html",
    "activity": f"actor/{ACTIVITY}.html",
    "week": f"week/{WIJK}.html",
    "finder": f"zoeken/{WIJK}.html",
    "guides": "gaat-mee.html",
    "print": "printen.html",
    "about": "over.html",
}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def path_of(lang: str, name: str) -> str:
    return PAGES[name] if lang == "nl" else f"{lang}/{PAGES[name]}"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


def test_no_page_asks_another_host(browser: Browser, address: str, site: Path) -> None:
    """Every kind of page, in two languages, and the pages in the host's look."""
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    names = [path_of(lang, name) for lang in ("nl", "ar") for name in PAGES]
    names += ["404.html", "voor-buurtwerkers.html", "voor-printers.html", "voor-makers.html"]
    for name in names:
        assert (site / name).is_file(), name
        page.goto(address + name, wait_until="networkidle")
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert len(asked) > len(names)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["nl", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_no_wcag_violation(browser: Browser, address: str, lang: str, name: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + path_of(lang, name))
    found = Axe().run(page, options=WCAG)
    context.close()
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]] == []


@pytest.mark.parametrize("lang", GUIDE.checked.languages)
@pytest.mark.parametrize("name", PAGES)
def test_no_sideways_scroll_at_320_pixels(page: Page, address: str, lang: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + path_of(lang, name))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", PAGES)
def test_no_sideways_scroll_with_text_at_twice_its_size(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, bypass_csp=True)
    page = context.new_page()
    page.goto(address + path_of("nl", name))
    page.add_style_tag(content="html{font-size:200%!important}")
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert width <= 360


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


def names_shown(page: Page) -> list[str]:
    return page.evaluate(
        "() => [...document.querySelectorAll('main .list > li')].filter(e => e.offsetParent).map(e => e.querySelector('h3').textContent.trim())"
    )


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_the_finder_gives_the_same_without_a_script(browser: Browser, address: str, lang: str) -> None:
    """Choose theme, language and ticks in turn; what is shown does not depend on JavaScript."""
    results: list[list[list[str]]] = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=True, viewport={"width": 360, "height": 780})
        if not scripts:
            context.route("**/*.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(address + path_of(lang, "finder"))
        shown = [names_shown(page)]
        boxes = page.locator("main form input[type=checkbox]")
        for number in range(boxes.count()):
            boxes.nth(number).check()
            shown.append(names_shown(page))
            boxes.nth(number).uncheck()
        for select in range(page.locator("main form select").count()):
            choices = page.locator("main form select").nth(select)
            for option in range(1, choices.locator("option").count()):
                choices.select_option(index=option)
                shown.append(names_shown(page))
            choices.select_option(index=0)
        shown.append(names_shown(page))
        results.append(shown)
        context.close()
    with_script, without = results
    assert with_script == without
    assert with_script[0]
    assert with_script[0] == with_script[-1], "all back when nothing is chosen"
    assert all(0 < len(shown) <= len(with_script[0]) for shown in with_script), "empty choices are not offered"


def test_the_built_site_opens_from_disk(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("requestfailed", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the stylesheet was found"
    page.locator("main a[href*='thema/']").first.click()
    page.wait_for_url("**/thema/*.html")
    assert asked == []
