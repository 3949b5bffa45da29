"""The maps in a real browser: nobody is asked before the click, one host after it, and no script is needed for the map."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route

from wijkgids.records import load_guide
from wijkgids.records.values.tiles import origin

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
STREET = GUIDE.checked.street_map
LANGUAGES = [lang for lang in ("nl", "ar", "ti") if lang in GUIDE.checked.languages]
PHONE = {"width": 360, "height": 780}
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
HOST = origin(STREET.tiles) if STREET else ""

needs_street = pytest.mark.skipif(STREET is None, reason="this guide has no street map")


def tile() -> bytes:
    """A grey picture of 256 by 256 (PNG)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xdd" * 256) * 256
    head = struct.pack(">IIBBBBB", 256, 256, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def wijk_with_places(site: Path) -> str:
    """A neighbourhood whose map has a mark."""
    for wijk in GUIDE.checked.neighbourhoods:
        if "id=l1 " in (site / "kaart" / f"{wijk}.html").read_text("utf-8"):
            return wijk
    pytest.skip("no place of this guide has a point")


@pytest.fixture
def wijk(site: Path) -> str:
    return wijk_with_places(site)


class Watch:
    """A page that notes who is asked for what, what its policy refused, and gets a grey picture for every tile."""

    def __init__(self, context: BrowserContext, tiles: bool = True) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))
        context.route(re.compile("^https:"), self.answer if tiles else lambda route: route.abort())
        self.page = context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def answer(self, route: Route) -> None:
        route.fulfill(body=tile(), content_type="image/png")

    def outside(self) -> list[str]:
        return [url for url in self.asked if urlsplit(url).hostname != "127.0.0.1" and urlsplit(url).scheme != "file"]


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    context = browser.new_context(viewport=PHONE)
    yield Watch(context)
    context.close()


def path_of(lang: str, local: str) -> str:
    return local if lang == "nl" else f"{lang}/{local}"


def opened(watch: Watch, address: str, wijk: str, lang: str = "nl") -> Page:
    """The map of a neighbourhood with its street map open."""
    page = watch.page
    page.goto(address + path_of(lang, f"kaart/{wijk}.html"))
    page.locator("#s button").click()
    page.locator(".leaflet-tile-loaded").first.wait_for(state="attached")
    page.locator(".leaflet-marker-icon").first.wait_for(state="attached")
    return page


# before the click


def test_nobody_is_asked_before_the_click(watch: Watch, address: str, wijk: str) -> None:
    for local in ("kaart.html", f"kaart/{wijk}.html"):
        watch.page.goto(address + local, wait_until="networkidle")
        # Tabbing through a page and pointing at things asks for nothing either.
        for _ in range(12):
            watch.page.keyboard.press("Tab")
        watch.page.locator("main").hover()
        watch.page.wait_for_load_state("networkidle")
    assert watch.outside() == []
    assert [url for url in watch.asked if "leaflet" in url] == []
    assert watch.said == []


@needs_street
def test_who_is_asked_is_said_before_the_button(watch: Watch, address: str, wijk: str) -> None:
    watch.page.goto(address + f"kaart/{wijk}.html")
    part = watch.page.locator("#s")
    text = part.inner_text()
    assert STREET is not None
    assert STREET.by in text
    assert text.index(STREET.by) < text.index(part.locator("button").inner_text())


def test_without_a_script_the_map_and_the_list_are_there_and_no_dead_button(
    browser: Browser, address: str, wijk: str
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + f"kaart/{wijk}.html")
    assert page.locator("svg.map").is_visible()
    assert page.locator("ol.at > li").count() > 0
    assert page.locator("main button:visible").count() == 0
    assert not page.locator("#s").is_visible()
    page.locator(".map a").first.click()
    assert urlsplit(page.url).fragment == "l1"
    assert page.locator("#l1").is_visible()
    context.close()


def test_the_map_opens_from_disk(watch: Watch, site: Path, wijk: str) -> None:
    watch.page.goto((site / "kaart" / f"{wijk}.html").as_uri())
    assert watch.page.locator("svg.map").bounding_box()
    assert watch.said == []
    if STREET:
        watch.page.locator("#s button").click()
        watch.page.locator(".leaflet-tile-loaded").first.wait_for(state="attached")
        assert watch.said == []


# after the click


@needs_street
@pytest.mark.parametrize("lang", LANGUAGES)
def test_after_the_click_only_the_named_host_is_asked_for_pictures(
    watch: Watch, address: str, wijk: str, lang: str
) -> None:
    page = opened(watch, address, wijk, lang)
    page.locator(".leaflet-control-zoom-in").click()
    page.locator(".leaflet-control-zoom-out").click()
    page.locator(".leaflet-marker-icon").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")
    assert {origin(url) for url in watch.outside()} == {HOST}
    assert watch.said == [], "nothing that the policy of the page refused"
    assert page.locator(".leaflet-control-attribution").inner_text() == getattr(STREET, "credit", "")


@needs_street
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_marks_are_those_of_the_list(watch: Watch, address: str, wijk: str, lang: str) -> None:
    page = opened(watch, address, wijk, lang)
    names = page.eval_on_selector_all("[data-at] h3", "all => all.map(one => one.textContent)")
    marks = page.eval_on_selector_all(".leaflet-marker-icon", "all => all.map(one => one.getAttribute('aria-label'))")
    assert marks == names
    assert page.locator(".leaflet-marker-icon").first.evaluate("one => one.closest('[lang]').lang") == "nl"


@needs_street
def test_the_street_map_is_used_with_keys_alone(watch: Watch, address: str, wijk: str) -> None:
    page = watch.page
    page.goto(address + f"kaart/{wijk}.html")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#s button')"):
            break
    page.keyboard.press("Enter")
    page.locator(".leaflet-marker-icon").first.wait_for(state="attached")
    page.wait_for_function("document.activeElement.matches('.leaflet-container')")
    page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert name
    page.keyboard.press("Enter")
    link = page.locator(".leaflet-popup-content a")
    if link.count():
        assert link.first.evaluate("one => one === document.activeElement")
        assert link.first.inner_text() == name
        assert "/actor/" in (link.first.get_attribute("href") or "")
    page.keyboard.press("Escape")
    assert page.locator(".leaflet-popup").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name, "back where it was"


@needs_street
def test_without_internet_it_says_so(browser: Browser, address: str, wijk: str) -> None:
    context = browser.new_context(viewport=PHONE)
    watch = Watch(context, tiles=False)
    page = watch.page
    page.goto(address + f"kaart/{wijk}.html")
    page.locator("#s button").click()
    page.locator("#s [role=status]").wait_for()
    context.close()


@needs_street
def test_when_the_map_itself_cannot_come_the_button_is_back(browser: Browser, address: str, wijk: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address + f"kaart/{wijk}.html")
    context.route(re.compile("leaflet"), lambda route: route.abort())
    page.locator("#s button").click()
    page.locator("#s [role=status]").wait_for()
    assert page.locator("#s button").is_visible()
    assert not page.locator(".street").is_visible()
    context.close()


# for everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_wcag_violation(browser: Browser, address: str, wijk: str, lang: str, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    watch = Watch(context)
    found = []
    for local in ("kaart.html", f"kaart/{wijk}.html"):
        watch.page.goto(address + path_of(lang, local))
        found.append(Axe().run(watch.page, options=WCAG))
    if STREET:
        opened(watch, address, wijk, lang)
        # Where a pin stands is what it says (WCAG 2.5.8, "essential"): two neighbours may be nearer than their zones.
        pins = WCAG | {"rules": {"target-size": {"enabled": False}}}
        found.append(Axe().run(watch.page, options=pins))
        watch.page.locator(".leaflet-marker-icon").first.focus()
        watch.page.keyboard.press("Enter")
        watch.page.locator(".leaflet-popup-content").wait_for()
        found.append(Axe().run(watch.page, options=pins))
    context.close()
    for one in found:
        assert [(bad["id"], [node["html"][:120] for node in bad["nodes"]]) for bad in one.response["violations"]] == []


@pytest.mark.parametrize("lang", GUIDE.checked.languages)
def test_no_sideways_scroll_at_320_pixels(browser: Browser, address: str, wijk: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    watch = Watch(context)
    for local in ("kaart.html", f"kaart/{wijk}.html"):
        watch.page.goto(address + path_of(lang, local))
        assert watch.page.evaluate("document.documentElement.scrollWidth") <= 320
    if STREET:
        opened(watch, address, wijk, lang)
        assert watch.page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_a_finger_finds_every_mark(watch: Watch, address: str, wijk: str) -> None:
    """44 px around each mark; where two are near, the middle of each is its own."""
    page = watch.page
    page.goto(address + f"kaart/{wijk}.html")
    marks = page.locator(".map a")
    for number in range(marks.count()):
        mark = marks.nth(number)
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
        hit = "([x, y]) => document.elementFromPoint(x, y).closest('a').getAttribute('href')"
        circle = mark.locator("circle").bounding_box()
        assert circle
        middle = [circle["x"] + circle["width"] / 2, circle["y"] + circle["height"] / 2]
        assert page.evaluate(hit, middle) == mark.get_attribute("href")


@needs_street
def test_the_controls_of_the_street_map_are_large_enough(watch: Watch, address: str, wijk: str) -> None:
    page = opened(watch, address, wijk)
    page.locator(".leaflet-marker-icon").first.focus()
    page.keyboard.press("Enter")
    page.locator(".leaflet-popup-content").wait_for()
    for control in (".leaflet-control-zoom-in", ".leaflet-control-zoom-out", ".leaflet-popup-close-button", ".leaflet-marker-icon"):  # fmt: skip
        box = page.locator(control).first.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44, control


def test_the_keyboard_goes_through_the_list_not_the_drawing(watch: Watch, address: str, wijk: str) -> None:
    page = watch.page
    page.goto(address + f"kaart/{wijk}.html")
    seen = []
    for _ in range(150):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("[!!document.activeElement.closest('svg'), document.activeElement.getAttribute('href')]")
        )
    assert not any(inside for inside, _ in seen)
    wanted = page.eval_on_selector_all("ol.at h3 a", "all => all.map(one => one.getAttribute('href'))")
    assert [href for _, href in seen if href in wanted][: len(wanted)] == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_to_a_place_shows_its_mark(watch: Watch, address: str, wijk: str, lang: str) -> None:
    """The mark that was asked for is in sight, and looks different from the others."""
    page = watch.page
    page.goto(address + path_of(lang, f"kaart/{wijk}.html"))
    anchor = page.locator(".map g[id]").last.get_attribute("id")
    page.goto(address + path_of(lang, f"kaart/{wijk}.html#{anchor}"))
    fills = page.eval_on_selector_all(
        ".map g[id] :is(use, rect)", "all => all.map(one => [!!one.closest(':target'), getComputedStyle(one).fill])"
    )
    chosen = {fill for here, fill in fills if here}
    assert len(chosen) == 1
    assert chosen.isdisjoint({fill for here, fill in fills if not here})
    box = page.locator(f"#{anchor}").bounding_box()
    assert box
    assert 0 <= box["y"] <= PHONE["height"] - 60


def test_on_paper_the_map_is_there_and_the_button_is_not(watch: Watch, address: str, wijk: str) -> None:
    page = watch.page
    page.goto(address + f"kaart/{wijk}.html")
    page.emulate_media(media="print")
    assert page.locator("svg.map").is_visible()
    assert page.locator("ol.at > li").first.is_visible()
    assert not page.locator("#s").is_visible()


def test_a_map_lies_the_same_way_in_every_language(watch: Watch, address: str, wijk: str) -> None:
    places = {}
    for lang in LANGUAGES:
        watch.page.goto(address + path_of(lang, f"kaart/{wijk}.html"))
        script = "all => { const left = document.querySelector('.map').getBoundingClientRect().left; return all.map(one => Math.round(one.getBoundingClientRect().left - left)) }"
        places[lang] = watch.page.eval_on_selector_all(".map circle", script)
    assert all(one == places["nl"] for one in places.values())
