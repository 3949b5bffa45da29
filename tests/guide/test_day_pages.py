"""Days, weeks of houses and screens of the guide in data/, as built: whole, light, readable and within reach of all."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from wijkgids import build
from wijkgids.views import addresses, day
from wijkgids.views.week_sheet import sheet_places

ROOT = Path(__file__).resolve().parents[2]
LOADED = build.load(ROOT, None)
AGENDA = LOADED.ready()
WIJK = next(iter(AGENDA.guide.checked.neighbourhoods))
PLACE = next(iter(sheet_places(AGENDA)))
TODAY = AGENDA.today.isoformat()
NL = addresses.SOURCE
PAGES = {
    "choose": addresses.week(NL),
    "day": addresses.day(NL, TODAY),
    "day of a neighbourhood": addresses.day_in(NL, WIJK, TODAY),
    "past day": addresses.day_in(NL, WIJK, AGENDA.monday().isoformat()),
    "evenings": addresses.part_of_week(NL, WIJK, "avond"),
    "weekends": addresses.part_of_week(NL, WIJK, "weekend"),
    "holiday": addresses.part_of_week(NL, WIJK, "vakantie"),
    "screens": addresses.screen(NL),
    "screen": addresses.screen(NL, PLACE),
}
if HOUSES := AGENDA.houses():
    PAGES["house"] = addresses.house_week(NL, HOUSES[0].slug)
LANGUAGES = [lang for lang in ("nl", "ar", "ti") if lang in AGENDA.guide.checked.languages]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
HALLS = ({"width": 1920, "height": 1080}, {"width": 1280, "height": 720}, {"width": 960, "height": 540})


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_wcag_violation_on_the_screen_of_a_hall(browser: Browser, address: str, lang: str) -> None:
    """At the size of a television; every page at that of a phone is tried in test_browser."""
    context = browser.new_context(viewport=HALLS[1])
    page = context.new_page()
    page.goto(address + addresses.page(lang, PAGES["screen"]))
    found = Axe().run(page, options=WCAG)
    context.close()
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]] == []


def test_each_day_of_a_neighbourhood_holds_all_that_the_agenda_says(site: Path) -> None:
    for key, days in day.spans(AGENDA).items():
        for one in days:
            html = (site / addresses.day_in(NL, key, one.isoformat())).read_text(encoding="utf-8")
            times = AGENDA.times(one, one, neighbourhood=key)
            assert len(re.findall(r'<li class="?ev\b', html)) == len(times), (key, one)


def test_the_week_leads_to_days_evenings_weekend_and_holiday(page: Page, address: str) -> None:
    page.goto(address + addresses.week(NL, WIJK))
    hrefs = page.locator("main a").evaluate_all("all => all.map(one => one.href)")
    for name in ("day of a neighbourhood", "past day", "evenings", "weekends", "holiday"):
        assert address + PAGES[name] in hrefs, name


@pytest.mark.parametrize("size", HALLS)
@pytest.mark.parametrize("lang", LANGUAGES[:2])
def test_a_screen_fills_the_hall_and_never_scrolls(
    browser: Browser, address: str, lang: str, size: dict[str, int]
) -> None:
    for slug in sheet_places(AGENDA):
        context = browser.new_context(viewport=size)
        page = context.new_page()
        page.clock.install(time=f"{TODAY}T08:30:00+01:00")
        page.goto(address + addresses.page(lang, addresses.screen(NL, slug)))
        for _ in range(3):
            assert page.evaluate(
                "[document.scrollingElement.scrollHeight - innerHeight, document.scrollingElement.scrollWidth - innerWidth].every(over => over <= 0)"
            )
            cut = page.evaluate(
                """() => [...document.querySelectorAll('.screen section:not([hidden]) .ev:not([hidden])')]
                .filter(row => row.getBoundingClientRect().bottom > row.closest('section').getBoundingClientRect().bottom + 1)
                .map(row => row.textContent)"""
            )
            assert cut == [], f"{slug}: a row is cut in half"
            page.clock.run_for(10_000)
        context.close()


@pytest.mark.sample
@pytest.mark.parametrize(
    ("pattern", "most"),
    [("dag/*.html", 4_500), ("week/*/2*.html", 4_500), ("week/*/*.html", 5_200), ("huis/*.html", 6_000), ("scherm/*.html", 6_000), ("scherm.html", 4_500)],
)  # fmt: skip
def test_what_a_page_weighs(site: Path, pattern: str, most: int) -> None:
    folders = [site if lang == NL else site / lang for lang in AGENDA.guide.checked.languages]
    found = {
        path.relative_to(site).as_posix(): len(gzip.compress(path.read_bytes(), 9, mtime=0))
        for folder in folders
        for path in folder.glob(pattern)
    }
    assert found
    assert {name: size for name, size in found.items() if size > most} == {}


def test_days_are_those_around_today(site: Path) -> None:
    found = sorted(date.fromisoformat(path.stem) for path in (site / "dag").glob("*.html"))
    assert found == day.days(AGENDA)
