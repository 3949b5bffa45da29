"""The little folder and the sheet of the practice in a real browser: choose, carry along, share, order, print."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from wijkgids.records import load_guide
from wijkgids.texts.dates import RTL

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
LANGUAGES = list(GUIDE.checked.languages)
OTHERS = [code for code in LANGUAGES if code != "nl"]
WIJK = next(iter(GUIDE.checked.neighbourhoods))
# Entries that go on, of different groups: an activity, a group, an activity.
GROUPS = [slug for slug, one in GUIDE.actors.items() if one.activities and not one.stopped and one.contact]
PATHS = [f"{GROUPS[0]}/{GUIDE.actors[GROUPS[0]].activities[0].id}", GROUPS[1], GROUPS[2]]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PHONE = {"width": 360, "height": 780}
SOME_FACT = re.compile(r"\d[\d\u00a0:.,–-]*\d|\d")


def folder(lang: str = "nl") -> str:
    return "mapje.html" if lang == "nl" else f"{lang}/mapje.html"


def ready(page: Page, count: int) -> None:
    expect(page.locator("#c > li")).to_have_count(count)


def order(page: Page) -> list[str]:
    return page.locator("#c > li").evaluate_all("all => all.map(one => one.dataset.path)")


def facts(page: Page, which: str) -> list[list[str]]:
    """The numbers on each line of each card, in one of both languages, in any order: a date is said in its own order."""
    texts = page.locator(f"#c .ff > {which}").all_text_contents()
    return [sorted(SOME_FACT.findall(text)) for text in texts]


def paper(page: Page) -> tuple[int, str]:
    """How many pages a browser prints, and all that stands on them."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return len(reader.pages), " ".join(" ".join(one.extract_text().split()) for one in reader.pages)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=PHONE)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


# choosing, and taking it along


def test_from_entry_to_folder_to_another_phone(browser: Browser, address: str, page: Page) -> None:
    """Choose one, look further, choose another: both are in the address, and whoever opens that sees the same."""
    page.goto(f"{address}actor/{PATHS[0]}.html")
    page.locator("a[href*='mapje.html#m=']").first.click()
    ready(page, 1)
    page.locator(".bar a").nth(1).click()
    page.wait_for_load_state()
    assert f"m={PATHS[0]}" in page.url, "the choice goes along"
    page.goto(f"{address}actor/{PATHS[1]}.html#m={PATHS[0]}")
    page.locator("a[href*='mapje.html#m=']").first.click()
    ready(page, 2)
    assert order(page) == PATHS[:2]
    assert page.locator("#a").input_value() == page.url
    shared, shown = page.url, page.locator("#c").inner_text()
    other = browser.new_context(viewport=PHONE)
    phone = other.new_page()
    phone.goto(shared)
    ready(phone, 2)
    assert phone.locator("#c").inner_text() == shown
    assert phone.evaluate("localStorage.length + sessionStorage.length") == 0
    assert other.cookies() == []
    other.close()


def test_every_link_of_the_guide_takes_the_choice_along_but_none_of_others(page: Page, address: str) -> None:
    page.goto(f"{address}actor/{PATHS[1]}.html#m={PATHS[0]}&l=nl")
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    links = page.locator("main a").evaluate_all(
        """all => all.map(one => {
            const written = one.getAttribute('href');
            one.click();
            return [written, one.href];
        })"""
    )
    assert len(links) > 5
    for written, href in links:
        if written.startswith(("tel:", "mailto:", "http", "geo:", "#")):
            assert "m=" not in href.partition("#")[2], href
        elif "mapje.html#m=" in written:
            assert href.endswith(f"#m={PATHS[0]},{PATHS[1]}&l=nl")
        else:
            assert href.endswith(f"m={PATHS[0]}&l=nl"), href


def test_the_choice_outlives_the_keys_of_the_finder(page: Page, address: str) -> None:
    page.goto(f"{address}zoeken/{WIJK}.html#m={PATHS[0]}")
    box = page.locator("main form input[type=checkbox]").first
    box.check()
    page.locator(".foot a[href$='mapje.html']").click()
    ready(page, 1)
    assert order(page) == PATHS[:1]


def test_a_link_with_a_choice_of_its_own_keeps_it(page: Page, address: str) -> None:
    """Into the finder with one tick set: the tick is there, and so is what one chose for the folder."""
    page.goto(f"{address}zoeken/{WIJK}.html")
    key = page.locator("main form input[type=checkbox]").first.get_attribute("id")
    page.goto(f"{address}mapje/{WIJK}.html#m={PATHS[0]}")
    page.evaluate(
        "to => document.querySelector('main').append(Object.assign(document.createElement('a'), "
        "{href: to, id: 'probe', textContent: 'probe'}))",
        f"../zoeken/{WIJK}.html#{key}",
    )
    page.locator("#probe").click()
    page.wait_for_url("**/zoeken/**")
    assert page.locator(f"main form input[id={key}]").is_checked()
    page.locator(".foot a[href*='mapje.html']").click()
    ready(page, 1)


def test_a_list_of_a_neighbourhood_fills_the_folder(page: Page, address: str) -> None:
    page.goto(f"{address}mapje/{WIJK}.html")
    boxes = page.locator(".tl input")
    wanted = [boxes.nth(at).get_attribute("value") for at in (1, 0)]
    boxes.nth(1).check()
    boxes.nth(0).check()
    page.locator("#go a").click()
    ready(page, 2)
    assert order(page) == wanted, "in the order of choosing"
    page.go_back()
    expect(page.locator(".tl input:checked")).to_have_count(2)
    page.locator(".tl input").nth(0).uncheck()
    page.locator("#go a").click()
    ready(page, 1)


# what one does in the folder


def test_order_and_removal_by_keyboard_are_told(page: Page, address: str) -> None:
    page.goto(f"{address}{folder()}#m={','.join(PATHS)}")
    ready(page, 3)
    assert page.locator("#c > li").first.locator("[data-do='-1']").is_disabled()
    page.locator("#c > li").nth(2).locator("[data-do='-1']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#s")).to_contain_text("2")
    assert order(page) == [PATHS[0], PATHS[2], PATHS[1]]
    assert page.evaluate("document.activeElement.closest('li').dataset.path") == PATHS[2]
    page.keyboard.press("Enter")
    expect(page.locator("#s")).to_contain_text("1")
    assert order(page) == [PATHS[2], PATHS[0], PATHS[1]]
    assert page.url.endswith(f"#m={','.join([PATHS[2], PATHS[0], PATHS[1]])}")
    page.locator("#c > li").first.locator("[data-do='0']").focus()
    page.keyboard.press("Enter")
    ready(page, 2)
    assert order(page) == [PATHS[0], PATHS[1]]
    assert page.evaluate("document.activeElement.closest('li')?.dataset.path") == PATHS[0]
    page.go_back()
    ready(page, 3)
    assert order(page)[0] == PATHS[2], "back undoes it"


def test_taking_out_the_last_leaves_an_empty_folder_and_a_way_on(page: Page, address: str) -> None:
    page.goto(f"{address}{folder()}#m={PATHS[0]}")
    ready(page, 1)
    page.locator("#c [data-do='0']").click()
    ready(page, 0)
    assert page.locator("#tools").is_hidden()
    page.locator("#h .pills a").first.click()
    page.wait_for_url("**/zoeken**")
    assert PATHS[0] not in page.url, "what was taken out does not come back"


def test_a_jump_within_the_page_loses_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}{folder()}#m={PATHS[0]}")
    ready(page, 1)
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#m={PATHS[0]}")
    ready(page, 1)


@pytest.mark.skipif(len(LANGUAGES) < 2, reason="this guide has one language")
def test_the_language_of_the_page_changes_and_the_choice_stays(page: Page, address: str) -> None:
    page.goto(f"{address}{folder()}#m={PATHS[0]}")
    ready(page, 1)
    page.locator(".lang summary").click()
    page.locator(f".lang a[lang={OTHERS[0]}]").click()
    page.wait_for_url(f"**/{OTHERS[0]}/mapje.html#**")
    ready(page, 1)
    assert order(page) == PATHS[:1]


# two languages


@pytest.mark.parametrize("lang", OTHERS)
def test_both_languages_say_the_same_facts(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}{folder()}#m={','.join(PATHS)}&l={lang}")
    expect(page.locator("#c .ff > .tb").first).to_be_attached()
    own, other = facts(page, "div:not(.tb)"), facts(page, ".tb")
    assert own == other
    assert sum(map(len, own)) > 10
    twin = page.locator("#c .tb").first
    assert twin.get_attribute("lang") == lang
    assert twin.get_attribute("dir") == ("rtl" if lang in RTL else "ltr")
    assert page.locator("h1 + .tb").get_attribute("lang") == lang


@pytest.mark.parametrize("lang", OTHERS[:2])
def test_dutch_stands_beside_another_language_unless_one_chose_otherwise(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}{folder(lang)}#m={PATHS[0]}")
    expect(page.locator("#c .tb[lang=nl]").first).to_be_attached()
    page.locator("#l").select_option("geen")
    expect(page.locator("#c .tb")).to_have_count(0)
    assert page.url.endswith("&l=geen")
    page.reload()
    ready(page, 1)
    assert page.locator("#c .tb").count() == 0


# paper


def test_it_prints_the_cards_in_two_languages_and_nothing_else(page: Page, address: str) -> None:
    lang = OTHERS[0] if OTHERS else "geen"
    page.goto(f"{address}{folder()}#m={','.join(PATHS)},bestaat-niet&l={lang}")
    ready(page, 4)
    if OTHERS:
        expect(page.locator("#c .ff > .tb").first).to_be_attached()
    count, text = paper(page)
    assert 1 <= count <= 4
    for path in PATHS:
        name = page.locator(f"[data-path='{path}'] h2").inner_text()
        assert name in text
    assert text.count("Nagekeken op") >= len(PATHS)
    for said in ("Mijn mapje", "Schrijf hier", "Gemaakt op", "Geldt tot en met", "Oudste controle"):
        assert said in text, said
    for control in ("Haal weg", "Omhoog", "Kopieer het adres", "Zoek er iets bij", "bestaat niet"):
        assert control not in text, control


def test_it_holds_as_long_as_the_first_of_its_cards(page: Page, site: Path, address: str) -> None:
    page.goto(f"{address}{folder()}#m={','.join(PATHS)}")
    ready(page, 3)
    until, checked = [], []
    for path in PATHS:
        slug, _, id_ = path.partition("/")
        card = json.loads((site / f"stukje/{slug}.json").read_text(encoding="utf-8"))[id_]
        until += [card["u"]] if "u" in card else []
        checked += [card["c"]] if "c" in card else []
    longest = page.locator("#fd").get_attribute("data-until") or ""
    first = min([longest, *until])
    assert page.locator("bdi.u").text_content() == "-".join(reversed(first.split("-")))
    if checked:
        assert page.locator("bdi.o").text_content() == "-".join(reversed(min(checked).split("-")))


def test_many_cards_flow_over_pages_and_none_is_broken(page: Page, address: str) -> None:
    many = [f"{slug}/{one.id}" for slug in GROUPS for one in GUIDE.actors[slug].activities if not one.stopped][:12]
    page.goto(f"{address}{folder()}#m={','.join(many)}")
    ready(page, len(many))
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(reader.pages) > 1
    pages = [" ".join(one.extract_text().split()) for one in reader.pages]
    for path in many:
        item = page.locator(f"[data-path='{path}']")
        last = item.locator(".ff").last.text_content() or ""
        code = last.rsplit("/", 1)[-1].strip()
        name = " ".join(item.locator("h2").inner_text().split())
        (where,) = [at for at, text in enumerate(pages) if f"/{code} " in f"{text} "] or [-1]
        assert name in pages[where], f"{path}: its name and its last line stand on one page"


# what someone else wrote in the address


@pytest.mark.parametrize(
    "fragment",
    [
        "m=<img src=x onerror=alert(1)>",
        "m=../../etc/passwd,//evil.example/x,javascript:alert(1)",
        "m=%3Cscript%3Ealert(1)%3C/script%3E",
        "m=A/B,a/b/c,a_b,/a,a/",
        "m=&l=<b>",
        "m",
        "=",
        "l=nl",
    ],
)
def test_a_hostile_address_does_nothing(page: Page, address: str, fragment: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}{folder()}#{fragment}", wait_until="networkidle")
    assert page.locator("#c > li").count() == 0
    assert [url for url in asked if "stukje" in url or not url.startswith(address)] == []
    assert said == []


@pytest.mark.parametrize("name", ["constructor", "tostring", "hasownproperty"])
def test_a_path_that_names_nothing_is_named_and_left_out(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}{folder()}#m={GROUPS[0]}/{name},{PATHS[1]}")
    ready(page, 2)
    lost = page.locator("#c > li").first
    assert "none" in (lost.get_attribute("class") or "")
    assert name in lost.inner_text()
    assert lost.locator(".ff").count() == 0
    assert page.locator("#c > li").nth(1).locator(".ff").count() > 5


def test_more_than_fits_is_said(page: Page, address: str) -> None:
    many = [f"bestaat-niet-{number}" for number in range(40)]
    page.goto(f"{address}{folder()}#m={','.join(many)}")
    ready(page, 30)
    expect(page.locator("#s")).not_to_be_empty()


# without what it leans on


def test_without_a_network_it_says_so_and_links_to_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}{folder()}")
    page.route("**/stukje/**", lambda route: route.abort())
    page.goto(f"{address}{folder()}#m={PATHS[0]}")
    page.reload()
    ready(page, 1)
    assert page.locator("#c h2 a").get_attribute("href") == f"actor/{PATHS[0]}.html"
    assert page.locator("#x").is_visible(), "the way without it"


def test_without_a_network_it_shows_what_the_phone_kept(page: Page, address: str) -> None:
    page.goto(address + folder())
    slug = PATHS[0].partition("/")[0]
    page.evaluate("async (path) => (await caches.open('kept')).add(path)", f"stukje/{slug}.json")
    page.route("**/stukje/**", lambda route: route.abort())
    page.goto(f"{address}{folder()}#m={','.join(PATHS[:2])}")
    page.reload()
    ready(page, 2)
    assert page.locator("#c > li").first.locator(".ff").count() > 5
    assert page.locator("#c > li").nth(1).locator(".ff").count() == 0


def test_without_a_script_the_lists_print_what_is_ticked(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(address + folder())
    assert page.locator("#x").is_visible()
    page.locator(f"#h a[href$='mapje/{WIJK}.html']").click()
    boxes = page.locator(".tl ul input")
    boxes.nth(0).check()
    name = page.locator(".tl ul label").nth(0).locator("span").first
    label = page.locator(".tl ul label span").nth(0).inner_text().split("\n")[0]
    not_chosen = page.locator(".tl ul label span").nth(5).inner_text().split("\n")[0]
    assert name.is_visible()
    _, text = paper(page)
    assert label in text
    assert not_chosen not in text or not_chosen == label
    group = page.locator(".tl > li").first.locator("b").first.inner_text()
    assert group in text, "whose it is, with its number and address, stands above it"
    context.close()


def test_from_disk_there_is_still_the_list(page: Page, site: Path) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto((site / "mapje.html").as_uri() + f"#m={PATHS[0]}")
    ready(page, 1)
    assert page.locator("#x").is_visible()
    assert page.locator("#o").is_hidden(), "an address on disk is nothing to share"
    page.goto((site / f"actor/{PATHS[1]}.html").as_uri() + f"#m={PATHS[0]}")
    way = page.locator("main a[href^='tel:'], main a[href^='mailto:']").first
    before = way.get_attribute("href")
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    way.click()
    assert way.get_attribute("href") == before, "the choice is in no telephone number"
    assert failed == []


# for everyone


@pytest.mark.parametrize("lang", [code for code in ("nl", "ar", "ti") if code in LANGUAGES])
def test_no_wcag_violation_with_things_in_it(page: Page, address: str, lang: str) -> None:
    """The page without a choice is tried in test_browser."""
    local = "mapje.html" if lang == "nl" else f"{lang}/mapje.html"
    page.goto(f"{address}{local}#m={','.join(PATHS)},bestaat-niet")
    ready(page, 4)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options=WCAG).response["violations"]
        assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["mapje.html", f"mapje/{WIJK}.html", "recept.html"])
def test_no_sideways_scroll_and_touch(page: Page, address: str, name: str, lang: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    local = name if lang == "nl" else f"{lang}/{name}"
    page.goto(f"{address}{local}#m={','.join(PATHS)}&l={OTHERS[-1] if OTHERS else 'geen'}", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, main select, main .pill, main .tl label, main input:not(.tl *, .tog *, li *)')]
        .filter(e => e.offsetParent).map(e => [e.outerHTML.slice(0, 60), e.getBoundingClientRect().height]).filter(([, height]) => height < 43.5)"""
    )
    assert small == []


# the sheet of the practice


def test_the_sheet_prints_only_what_is_ticked_and_says_nothing_of_a_doctors_reason(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 800, "height": 1000})
    page = context.new_page()
    page.goto(f"{address}recept.html")
    boxes = page.locator(".ca input:visible")
    if boxes.count() == 0:
        pytest.skip("nobody in the first neighbourhood agreed to referrals")
    names = page.locator(".ca label:visible").all_inner_texts()
    boxes.nth(0).check()
    count, text = paper(page)
    context.close()
    assert count == 1
    assert names[0] in text
    assert all(name not in text for name in names[1:] if name not in names[0])
    for said in ("Iets voor jou", "Afgesproken", "Gemaakt op", "Geldt tot en met"):
        assert said in text
    assert "recept" not in text.lower(), "the paper does not say what it is"


def test_a_neighbourhood_is_chosen_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 800, "height": 1000})
    page = context.new_page()
    page.goto(f"{address}recept.html")
    radios = page.locator("form input[type=radio]")
    for at in range(max(radios.count() - 1, 0)):
        radios.nth(at).check()
        key = radios.nth(at).get_attribute("value")
        shown = page.locator(".r:visible").evaluate_all("all => all.map(one => one.dataset.k)")
        assert set(shown) == {key}
    if radios.count():
        radios.last.check()
        assert page.locator(".r:visible").count() == page.locator(".r").count()
    context.close()


@pytest.mark.skipif(not OTHERS, reason="this guide has one language")
def test_the_sheet_in_a_second_language(page: Page, address: str) -> None:
    page.goto(f"{address}recept.html")
    page.locator("#l").select_option(OTHERS[-1])
    expect(page.locator("h1 + .tb")).to_be_attached()
    assert page.locator(".tb").count() == page.locator("[data-t]").count()
    assert set(page.locator(".tb").evaluate_all("all => all.map(one => one.lang)")) == {OTHERS[-1]}
    page.locator("#l").select_option("geen")
    expect(page.locator(".tb")).to_have_count(0)
