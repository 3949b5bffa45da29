"""From the first page to who goes with you, in a real browser: in at most four taps, by need and by language."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from kinds import AGENDA, GUIDE
from wijkgids.agenda import GuidanceOf
from wijkgids.texts import Voice, translations, voices
from wijkgids.views import addresses, choice, ways
from wijkgids.views.fitting import sort_out
from wijkgids.views.formal import is_desk
from wijkgids.views.routes import Route, there

NL = addresses.SOURCE
TRIED = [lang for lang in ("nl", "ar", "ti") if lang in GUIDE.checked.languages]
FURTHER, LIST = 4_500, 6_000  # bytes, gzip (design §10)


class Walk:
    """A reader who taps: each is counted, and must lead on."""

    def __init__(self, page: Page, address: str, lang: str) -> None:
        self.page, self.address, self.lang, self.taps = page, address, lang, 0
        page.goto(address + addresses.home(lang))

    def to(self, local: str, within: str = "main") -> None:
        """Tap the first thing that leads to a page."""
        target = self.address + addresses.page(self.lang, local)
        link = self.link(target, within)
        link.tap()
        self.taps += 1
        self.page.wait_for_url(target)

    def link(self, target: str, within: str = "main") -> Locator:
        """The first link to an address."""
        links = self.page.locator(f"{within} a")
        at = links.evaluate_all("(all, wanted) => all.findIndex((one) => one.href === wanted)", target)
        assert at >= 0, f"{self.page.url} leads not to {target}"
        return links.nth(at)

    def call(self, number: str) -> None:
        """Tap to call: a phone does the rest."""
        assert self.page.locator(f"main a[href='tel:{number}']").first.is_visible()
        self.taps += 1


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, has_touch=True, java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


def spoken(lang: str) -> Voice:
    said, _ = translations.load(AGENDA.guide.root, GUIDE.checked.languages)
    return voices(GUIDE.checked.languages, said, GUIDE.words.languages)[lang]


def who(lang: str) -> list[GuidanceOf]:
    """Who has room, speaks a language and goes along to a desk."""
    return [
        one
        for one in AGENDA.guidances()
        if one.state == "open" and there(AGENDA, one) and lang in one.languages and one.to and is_desk(AGENDA.actors[one.to])
        and any(how.along for how in one.hows)
    ]  # fmt: skip


def drawn(view: ways.WaysPage, one: GuidanceOf) -> Route | None:
    """The drawing of someone on a page."""
    target = addresses.actor(NL, one.guide)
    routes = (route for group in view.groups for route in group.ways)
    return next((route for route in routes if route.call and any(stop.link and stop.link.page == target for stop in route.stops[:1])), None)  # fmt: skip


@pytest.mark.parametrize("lang", TRIED)
def test_someone_who_goes_along_for_a_need_in_four_taps(page: Page, address: str, lang: str) -> None:
    """Home, who goes with you, the need, the group, call. For debts where someone goes along for money."""
    pairs = [(one, theme) for one in who(lang) or who(NL) for theme in one.themes]
    for one, theme in sorted(pairs, key=lambda pair: pair[1].id != "geld"):
        route = drawn(ways.theme_ways(AGENDA, spoken(lang), theme), one)
        if route and route.call:
            walk = Walk(page, address, lang)
            walk.to(addresses.guides(NL), within="nav")
            walk.to(addresses.guides_for(NL, theme.id))
            desk = walk.link(address + addresses.page(lang, addresses.actor(NL, one.to or "")))
            assert desk.count(), "to which desk"
            walk.to(addresses.actor(NL, one.guide))
            walk.call(route.call.href.removeprefix("tel:"))
            assert walk.taps <= 4
            return
    pytest.skip("nobody in this guide goes along to a desk and can be called")


@pytest.mark.parametrize("lang", TRIED)
def test_someone_who_speaks_your_language_in_three_taps(page: Page, address: str, lang: str) -> None:
    """Home, who goes with you, the language by its own name, call."""
    found = [one for one in AGENDA.guidances() if one.state == "open" and there(AGENDA, one) and lang in one.languages]
    view = ways.language_ways(AGENDA, spoken(lang), lang)
    route = next((route for one in found if (route := drawn(view, one))), None)
    if route is None or route.call is None:
        pytest.skip("nobody in this guide speaks it and can be called")
    walk = Walk(page, address, lang)
    walk.to(addresses.guides(NL), within="nav")
    walk.to(addresses.guides_speaking(NL, lang))
    walk.call(route.call.href.removeprefix("tel:"))
    assert walk.taps <= 3


@pytest.mark.parametrize("lang", TRIED)
def test_what_the_first_visit_is_like_in_two_taps(page: Page, address: str, lang: str) -> None:
    """Home, a need, an activity: its first time in steps."""
    for theme in GUIDE.words.themes.values():
        page.goto(address + addresses.page(lang, addresses.theme(NL, theme.id)))
        shown = page.locator("main .ev a").evaluate_all("all => all.map((one) => one.href)")
        for key, one in AGENDA.activities.items():
            if one.live and one.first_time and address + addresses.activity(lang, *key) in shown:
                walk = Walk(page, address, lang)
                walk.to(addresses.theme(NL, theme.id))
                walk.to(addresses.activity(NL, *key))
                assert page.locator("main .steps li").count() == len(one.first_time)
                assert walk.taps == 2
                return
    pytest.skip("no activity of this guide says what the first time is like")


@pytest.mark.parametrize("lang", TRIED)
def test_from_a_choice_to_an_activity(page: Page, address: str, lang: str) -> None:
    """All choices, one of them, what fits: each leads on."""
    found = sort_out(AGENDA)
    keys = [option.key for sort in choice.sorts(AGENDA, spoken(lang), found) for option in sort.options]
    if not keys:
        pytest.skip("there is nothing to choose in this guide")
    walk = Walk(page, address, lang)
    page.goto(address + addresses.page(lang, addresses.kind_of(NL)))
    walk.to(addresses.kind_of(NL, keys[0]))
    assert page.locator("h1").count() == 1
    page.locator("main .ev a").first.tap()
    page.wait_for_url("**/actor/**")


def test_a_quick_choice_opens_the_finder_with_it(browser: Browser, address: str) -> None:
    for theme in GUIDE.words.themes.values():
        context = browser.new_context(viewport={"width": 360, "height": 780})
        page = context.new_page()
        page.goto(address + addresses.theme(NL, theme.id))
        links = page.locator("main .pills a[href*='#']")
        if links.count():
            keys = str(links.first.get_attribute("href")).partition("#")[2].split(",")
            links.first.click()
            page.wait_for_url("**/zoeken**")
            chosen = page.evaluate("() => [...document.querySelectorAll('form :checked')].map((one) => one.id)")
            assert set(keys) <= set(chosen)
            assert page.locator(".found .list > li:visible").count() > 0
            context.close()
            return
        context.close()
    pytest.skip("this guide has nothing to choose in a theme")


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("thema/*.html", FURTHER),
        ("thema/*/*.html", FURTHER),
        ("kies.html", FURTHER),
        ("kies/*.html", FURTHER),
        ("taal/*.html", FURTHER),
        ("gaat-mee.html", LIST),
        ("gaat-mee/*.html", LIST),
        ("gaat-mee/*/*.html", LIST),
    ],
)
def test_what_these_pages_weigh(site: Path, pattern: str, most: int) -> None:
    heavy = {}
    for lang in GUIDE.checked.languages:
        for path in (site / addresses.page(lang, "x")).parent.glob(pattern):
            size = len(gzip.compress(path.read_bytes(), 9, mtime=0))
            if size > most:
                heavy[path.relative_to(site).as_posix()] = size
    assert heavy == {}
