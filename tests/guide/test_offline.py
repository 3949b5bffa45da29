"""Keeping a neighbourhood on the phone, in a real browser: read without internet, bring up to date, throw away."""

from __future__ import annotations

import contextlib
import functools
import gzip
import hashlib
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import QuietHandler
from wijkgids.records import load_guide

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
WIJK = next(iter(GUIDE.checked.neighbourhoods))
LANG = "ar" if "ar" in GUIDE.checked.languages else GUIDE.checked.languages[-1]
PREFIX = "" if LANG == "nl" else f"{LANG}/"
KEPT = re.compile("[0-9]{2}-[0-9]{2}-[0-9]{4}")


class Counting(QuietHandler):
    """Remembers what is asked for, and answers only while nobody holds it up."""

    asked: list[str]
    open: threading.Event

    def do_GET(self) -> None:
        """Serve a file."""
        self.asked.append(self.path)
        self.open.wait()
        with contextlib.suppress(ConnectionError):
            super().do_GET()


@contextlib.contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str], threading.Event]]:
    """A folder on this machine, the paths that were asked for, and whether it answers. The site stands under a prefix."""
    asked: list[str] = []
    answers = threading.Event()
    answers.set()
    handler = functools.partial(type("Here", (Counting,), {"asked": asked, "open": answers}), directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/gids/", asked, answers
        answers.set()
        server.shutdown()


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """A site of its own below a prefix, so that a test can change it."""
    target = tmp_path / "gids"
    for name in dict.fromkeys((LANG if PREFIX else "actor", "assets", "bewaar", "bewaren", "k", "zoekindex")):
        shutil.copytree(site / name, target / name)
    for path in site.glob("*.*"):
        shutil.copy(path, target)
    return target


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(viewport={"width": 360, "height": 780})
    yield found
    found.close()


def keep(page: Page, address: str) -> None:
    page.goto(f"{address}{PREFIX}bewaren/{WIJK}.html")
    page.locator("#save").click()
    expect(page.locator("#kept")).to_be_visible(timeout=20_000)


def in_language(page: Page) -> str | None:
    return page.locator("html").get_attribute("lang")


def line(page: Page) -> str:
    """What the page says of where it came from; nothing when it came over the network."""
    first = page.locator("main > :first-child")
    said = first.inner_text() if first.evaluate("one => one.matches('p.hint')") else ""
    return said if KEPT.search(said) else ""


def test_nothing_is_kept_before_somebody_asks(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    for name in ("index.html", f"week/{WIJK}.html", "bewaren.html", f"bewaren/{WIJK}.html"):
        page.goto(address + name, wait_until="networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys()") == []
    expect(page.locator("#save")).to_be_visible()
    assert re.search("[0-9]+ kB", page.locator("#cost").inner_text())


def test_a_kept_neighbourhood_is_read_without_internet(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, asked, _):
        page = context.new_page()
        keep(page, address)
        assert KEPT.search(page.locator("#kept").inner_text())
        assert sum(f"bewaar/{WIJK}." in one for one in asked) == 3, "the list twice (page, worker), the pack once"
        assert len(asked) < 12, "and no page by itself"
        page.goto(f"{address}{PREFIX}week/{WIJK}.html")
        assert line(page) == "", "with internet it comes over the network"
    # the server is gone
    context.set_offline(True)
    page.goto(f"{address}{PREFIX}week/{WIJK}.html")
    assert KEPT.search(line(page))
    assert in_language(page) == LANG
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "with its style"
    page.locator("main .ev h3 a").first.click()
    page.wait_for_url(re.compile(r"/actor/[^/]+/[^/]+\.html"))
    assert line(page)
    page.locator(".rec .head a").first.click()
    page.wait_for_url(re.compile(r"/actor/[^/]+\.html"))
    assert line(page)
    for name in ("", "index.html", "gaat-mee.html", "thema/brieven.html", f"zoeken/{WIJK}.html"):
        page.goto(address + PREFIX + name)
        assert line(page), name


def test_the_text_search_works_without_internet(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, _, _):
        page = context.new_page()
        keep(page, address)
    context.set_offline(True)
    page.goto(f"{address}{PREFIX}zoeken/{WIJK}.html")
    name = page.locator(".found h3").first.inner_text()
    page.locator("#w input").fill(name.split()[0])
    expect(page.locator("main li:visible", has_text=name.split()[0]).first).to_be_visible()
    assert page.evaluate(f"fetch('{address}zoekindex/{LANG}.json').then((answer) => answer.ok)")


def test_a_page_that_was_not_kept_is_kindly_refused(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, _, _):
        page = context.new_page()
        keep(page, address)
    context.set_offline(True)
    page.goto(f"{address}{PREFIX}printen.html")
    assert in_language(page) == LANG
    assert page.url.endswith("printen.html"), "so that trying again asks for the same page"
    page.locator("main .list a").nth(1).click()
    page.wait_for_url(f"**/week/{WIJK}.html")
    assert line(page)
    # another language was not kept: the kept one answers
    page.goto(f"{address}actor/niemand.html")
    assert in_language(page) == LANG
    assert page.locator("main a[href='']").count() == 1


def test_a_slow_network_is_not_waited_for(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, _, answers):
        page = context.new_page()
        keep(page, address)
        answers.clear()
        page.goto(f"{address}{PREFIX}gaat-mee.html")
        assert line(page)
        answers.set()
        page.goto(f"{address}{PREFIX}gaat-mee.html")
        assert line(page) == ""


def test_a_short_address_on_paper_leads_to_the_kept_page(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, _, _):
        page = context.new_page()
        keep(page, address)
    known = json.loads((copy / "bewaar" / f"{WIJK}.{LANG}.json").read_text(encoding="utf-8"))["codes"]
    context.set_offline(True)
    code, path = next(iter(known.items()))
    page.goto(f"{address}k/{code}/")
    page.wait_for_url(f"**/{path}")
    assert line(page)


def test_only_what_changed_is_fetched_again(context: BrowserContext, copy: Path) -> None:
    listed = copy / "bewaar" / f"{WIJK}.{LANG}.json"
    known = json.loads(listed.read_text(encoding="utf-8"))
    path = next(one for one in known["files"] if re.fullmatch(rf"{PREFIX}actor/[^/]+/[^/]+\.html", one))
    with served(copy.parent) as (address, asked, _):
        page = context.new_page()
        keep(page, address)
        changed = re.sub("<h1[^>]*>", lambda tag: tag.group() + "Nieuw! ", (copy / path).read_text(encoding="utf-8"))
        (copy / path).write_text(changed, encoding="utf-8")
        known["files"][path] = hashlib.sha256(changed.encode()).hexdigest()[:8]
        gone = known["files"].popitem()[0]
        listed.write_text(json.dumps(known), encoding="utf-8")
        asked.clear()
        page.reload()
        page.wait_for_function(
            "() => document.querySelector('#busy').hidden && !document.querySelector('#kept').hidden"
        )
        page.wait_for_timeout(300)
        fetched = [one.removeprefix("/gids/") for one in asked]
        assert fetched.count(path) == 1
        assert not any(one.endswith(".bin") for one in fetched)
        assert [one for one in fetched if one.startswith(f"{PREFIX}actor/")] == [path]
    context.set_offline(True)
    page.goto(address + path)
    assert page.locator("h1").inner_text().startswith("Nieuw!")
    assert line(page)
    page.goto(address + gone)
    assert page.locator("main a[href='']").count() == 1, "what left the guide leaves the phone"


def test_once_a_day_it_brings_itself_up_to_date(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, asked, _):
        page = context.new_page()
        keep(page, address)
        asked.clear()
        page.goto(f"{address}{PREFIX}gaat-mee.html", wait_until="networkidle")
        assert not any("bewaar/" in one for one in asked), "not within the day"
        page.evaluate(
            """async () => {
              const cache = await caches.open((await caches.keys())[0]);
              const at = (await cache.keys()).find((one) => one.url.endsWith("bewaard.json"));
              const note = await (await cache.match(at)).json();
              await cache.put(at, new Response(JSON.stringify({ ...note, looked: Date.now() - 9e7 })));
            }"""
        )
        page.goto(f"{address}{PREFIX}index.html", wait_until="networkidle")
        page.wait_for_timeout(500)
        assert sum(f"bewaar/{WIJK}.{LANG}.json" in one for one in asked) == 1


def test_what_is_thrown_away_is_gone_with_its_worker(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, _, _):
        page = context.new_page()
        keep(page, address)
        page.locator("#drop").click()
        expect(page.locator("#save")).to_be_visible()
        expect(page.locator("#kept")).to_be_hidden()
        page.wait_for_function("() => navigator.serviceWorker.getRegistrations().then((all) => !all.length)")
        assert page.evaluate("caches.keys()") == []


def test_two_neighbourhoods_are_kept_apart(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, _, _):
        page = context.new_page()
        keep(page, address)
        page.goto(f"{address}bewaren/{WIJK}.html")
        page.locator("#save").click()
        expect(page.locator("#kept")).to_be_visible(timeout=20_000)
        page.locator("#drop").click()
        expect(page.locator("#save")).to_be_visible()
        assert len(page.evaluate("caches.keys()")) == 1
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 1


def test_a_host_that_has_no_pack_gives_the_pages_one_by_one(context: BrowserContext, copy: Path) -> None:
    (copy / "bewaar" / f"{WIJK}.{LANG}.bin").unlink()
    with served(copy.parent) as (address, _, _):
        page = context.new_page()
        keep(page, address)
    context.set_offline(True)
    page.goto(f"{address}{PREFIX}week/{WIJK}.html")
    assert line(page)


def test_a_failed_try_says_so_and_leaves_nothing(context: BrowserContext, copy: Path) -> None:
    (copy / "bewaar" / f"{WIJK}.{LANG}.bin").unlink()
    (copy / f"{PREFIX}gaat-mee.html").unlink()
    with served(copy.parent) as (address, _, _):
        page = context.new_page()
        page.goto(f"{address}{PREFIX}bewaren/{WIJK}.html")
        page.locator("#save").click()
        expect(page.locator("#failed")).to_be_visible(timeout=20_000)
        expect(page.locator("#save")).to_be_visible()
        page.wait_for_function("() => navigator.serviceWorker.getRegistrations().then((all) => !all.length)")
        assert page.evaluate("caches.keys()") == []


def test_a_worker_that_fails_does_not_stand_in_the_way(context: BrowserContext, copy: Path) -> None:
    with served(copy.parent) as (address, _, _):
        page = context.new_page()
        keep(page, address)
        page.evaluate(
            """async () => {
              const cache = await caches.open((await caches.keys())[0]);
              for (const one of await cache.keys()) await cache.put(one, new Response("{"));
            }"""
        )
        page.goto(f"{address}{PREFIX}index.html")
        assert page.locator("main h1").count() == 1
        assert page.evaluate("document.styleSheets.length") > 0


@pytest.mark.parametrize("scripts", [True, False])
def test_where_it_cannot_be_kept_the_page_says_how_else(browser: Browser, site: Path, scripts: bool) -> None:
    """From disk no browser keeps anything, and without a script nobody can be asked."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto((site / "bewaren" / f"{WIJK}.html").as_uri())
    expect(page.locator("#never")).to_be_visible()
    expect(page.locator("#never a")).to_be_visible()
    expect(page.locator("#save")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("lang", GUIDE.checked.languages)
def test_a_kept_neighbourhood_is_small_and_whole(site: Path, lang: str) -> None:
    """600 kB on its way and on the phone; every page and file in it has the bytes of the site."""
    for wijk in GUIDE.checked.neighbourhoods:
        packed = (site / "bewaar" / f"{wijk}.{lang}.bin").read_bytes()
        known = json.loads((site / "bewaar" / f"{wijk}.{lang}.json").read_text(encoding="utf-8"))
        assert len(packed) == known["size"] <= 600_000
        files = json.loads(gzip.decompress(packed))
        assert list(files) == list(known["files"])
        for path, text in files.items():
            content = (site / path).read_bytes()
            assert text.encode() == content, path
            assert hashlib.sha256(content).hexdigest()[:8] == known["files"][path]
        folder = "" if lang == "nl" else f"{lang}/"
        actors = {
            f"{folder}actor/{slug}.html"
            for slug, record in GUIDE.actors.items()
            if f"actors/{wijk}/" in str(record_path(slug))
        }
        assert actors <= set(files)
        assert known["lost"] in files


def record_path(slug: str) -> Path:
    return next((ROOT / "data" / "actors").glob(f"*/{slug}.yml"))
