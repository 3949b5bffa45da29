"""What stands around every page: its head for machines, the way out, the languages, the 404, sitemaps, pictures."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT, serving
from guides import TODAY, small_agenda
from test_web import GROUP, built, voices_of
from wijkgids import web
from wijkgids.agenda import make_agenda
from wijkgids.records import load_guide
from wijkgids.records.settings import AWAY
from wijkgids.views.shell import shell
from wijkgids.web.pictures import packed, path, pictures
from wijkgids.web.sitemap import sitemaps

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SAFE = GROUP.replace("thema: [ontmoeten]", "thema: [veilig, ontmoeten]").replace(
    "thema: [ontmoeten, brieven]", "thema: [veilig]"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("shell"), groep=SAFE)[1]


def html(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def pages(site: Path) -> list[Path]:
    return sorted(one for one in site.rglob("*.html") if one.relative_to(site).parts[0] != "k")


# the head


def test_every_page_has_a_title_and_says_what_it_is(site: Path) -> None:
    for one in pages(site):
        text = one.read_text(encoding="utf-8")
        assert re.search("<title>[^<]+ · [^<]+</title>", text), one
        assert re.search('<meta name="?description"? content="?[^">]{2,}', text), one
        assert re.search('<meta property="?og:title"? content="?[^">]+', text), one


def test_what_only_its_reader_needs_is_not_found_by_search_engines(site: Path) -> None:
    hidden = {one.relative_to(site).as_posix() for one in pages(site) if 'content="noindex"' in one.read_text("utf-8")}
    assert {"404.html", "bewaren.html", "bewaren/wijk.html", "ar/bewaren/wijk/geen-internet.html"} <= hidden
    assert not hidden & {"index.html", "ar/week/wijk.html", "actor/groep.html", "zoeken/wijk.html"}
    assert all(
        "/mapje" in f"/{one}" or "/scherm" in f"/{one}" or "bewaren" in one or one == "404.html" for one in hidden
    )
    for name in hidden:
        assert "hreflang" not in html(site, name).split("</head>")[0]
    for code in (site / "k").glob("*/index.html"):
        assert 'content="noindex"' in code.read_text("utf-8") or "content=noindex" in code.read_text("utf-8")


def test_the_sitemaps_hold_every_page_that_may_be_found(site: Path) -> None:
    index = ElementTree.parse(site / "sitemap.xml").getroot()
    lists = [one.text or "" for one in index.iterfind("s:sitemap/s:loc", SPACE)]
    assert lists == ["https://klein.example/sitemap.nl.xml", "https://klein.example/sitemap.ar.xml"]
    listed: list[str] = []
    for lang in ("nl", "ar"):
        for url in ElementTree.parse(site / f"sitemap.{lang}.xml").getroot().iterfind("s:url", SPACE):
            where = {one.get("hreflang"): one.get("href") for one in url.iterfind("x:link", SPACE)}
            assert where.keys() == {"nl", "ar", "x-default"}
            assert where["x-default"] == where["nl"]
            assert url.findtext("s:loc", namespaces=SPACE) == where[lang]
            listed.append((where[lang] or "").removeprefix("https://klein.example/"))
    there = {
        one.relative_to(site).as_posix() for one in pages(site) if 'content="noindex"' not in one.read_text("utf-8")
    }
    assert sorted(re.sub("(^|/)$", r"\1index.html", one) for one in listed) == sorted(there)
    assert "Sitemap: https://klein.example/sitemap.xml" in html(site, "robots.txt")


def test_a_list_of_a_large_guide_is_cut() -> None:
    found = dict(sitemaps("https://a.example/", [f"actor/{n}.html" for n in range(45_000)], ["nl"], ()))
    assert list(found) == ["sitemap.nl.xml", "sitemap.nl-2.xml", "sitemap.nl-3.xml", "sitemap.xml"]
    assert sum(text.count("<url>") for text in found.values()) == 45_000
    assert found["sitemap.xml"].count("<loc>") == 3


# the way out


def test_the_way_out_stands_in_sight_where_the_subject_is_discreet(site: Path) -> None:
    for name in (
        "thema/veilig.html",
        "thema/geld.html",
        "thema/gezond.html",
        "actor/groep.html",
        "ar/actor/groep/thee.html",
    ):
        text = html(site, name)
        assert text.index('id="uit"') < text.index("<main"), name
        assert text.count('id="uit"') == 1
        assert 'rel="noreferrer"' in text
    for name in ("index.html", "thema/ontmoeten.html", "actor/huis.html", "404.html", "ar/week/wijk.html"):
        text = html(site, name)
        at = re.search('<a id="?uit"?', text)
        assert at, name
        assert at.start() > text.index("<footer"), name


def with_setting(folder: Path, line: str) -> Path:
    (folder / "guide").mkdir()
    agenda = small_agenda(folder / "guide", groep=SAFE)
    settings = agenda.guide.root / "data" / "gids.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + line, encoding="utf-8")
    return folder / "guide"


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("", AWAY),
        ("snel_weg: nee\n", None),
        ("snel_weg: https://weer.example/vandaag?x=1&y=2\n", "https://weer.example/vandaag?x=1&y=2"),
    ],
)
def test_a_guide_chooses_where_the_way_out_leads(tmp_path: Path, line: str, address: str | None) -> None:
    guide, _ = load_guide(with_setting(tmp_path, line))
    assert guide.checked.away == address
    agenda = make_agenda(guide, TODAY)
    spoken = voices_of(agenda)
    around = shell(agenda, spoken, spoken["nl"], "index.html", "Start", None)
    assert (around.away and around.away.address) == address
    if address:
        assert urlsplit(address).hostname.removeprefix("www.") in str(around.away.text)


@pytest.mark.parametrize("value", ["javascript:alert(1)", "weer", "[a, b]"])
def test_no_other_thing_can_stand_there(tmp_path: Path, value: str) -> None:
    _, problems = load_guide(with_setting(tmp_path, f"snel_weg: {value}\n"))
    assert any("snel_weg" in str(one) for one in problems)


def test_a_theme_of_a_guide_may_be_discreet_too(tmp_path: Path) -> None:
    own = tmp_path / "data" / "vocabulary"
    own.mkdir(parents=True)
    (own / "themes.yml").write_text(
        "rouw: {name: Rouw, long: Rouw, lead: Praten over wie er niet meer is., with: Met rouw, here: Hier kun je praten,"
        " icon: heart, hue: 10, sort: us, discreet: true}\n",
        encoding="utf-8",
    )
    agenda = small_agenda(tmp_path)
    assert agenda.guide.words.themes["rouw"].discreet
    assert not agenda.guide.words.themes["ontmoeten"].discreet


# the 404


@pytest.mark.parametrize(
    ("address", "base"), [("https://klein.example/", "/"), ("https://klein.example/gids/", "/gids/")]
)
def test_the_404_leads_home_and_to_the_finder_in_every_language(tmp_path: Path, address: str, base: str) -> None:
    guide = tmp_path / "guide"
    (tmp_path / "guide" / "overrides").mkdir(parents=True)
    (tmp_path / "guide" / "overrides" / "gids").symlink_to(ROOT / "overrides" / "gids")
    small_agenda(guide)
    settings = guide / "data" / "gids.yml"
    settings.write_text(settings.read_text("utf-8").replace("https://klein.example/", address), encoding="utf-8")
    agenda = make_agenda(load_guide(guide)[0], TODAY)
    web.write(agenda, voices_of(agenda), tmp_path / "site")
    text = html(tmp_path / "site", "404.html")
    hrefs = re.findall('(?:href|src)="([^"]*)"', text)
    assert [one for one in hrefs if not one.startswith((base, "#", "https://"))] == []
    for lang in ("", "ar/"):
        assert f'href="{base}{lang}index.html"' in text
        assert f'href="{base}{lang}zoeken/wijk.html"' in text or f'href="{base}{lang}zoeken.html"' in text
    assert 'lang="ar" dir="rtl"' in text


# the picture


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("pictures")
    (root / "overrides").symlink_to(ROOT / "overrides")
    agenda = small_agenda(root)
    made = dict(pictures(agenda, voices_of(agenda)))
    assert made == dict(pictures(agenda, voices_of(agenda))), "kept, and the same"
    assert len(list((root / ".cache" / "pictures").iterdir())) == 2
    return made


def test_each_language_has_a_picture_of_its_own(drawn: dict[str, bytes]) -> None:
    assert list(drawn) == [path("nl"), path("ar")]
    assert drawn[path("nl")] != drawn[path("ar")]
    for content in drawn.values():
        assert len(content) <= 40_000
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", content[16:24]) == (1200, 630)


def test_a_picture_packed_tighter_has_the_same_pixels() -> None:
    def part(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    pixels = b"\x00" + bytes(range(12)) + b"\x00" + bytes(12)
    halves = zlib.compress(pixels, 0)
    head = part(b"IHDR", struct.pack(">IIBBBBB", 4, 2, 8, 2, 0, 0, 0))
    made = packed(
        b"\x89PNG\r\n\x1a\n" + head + part(b"IDAT", halves[:9]) + part(b"IDAT", halves[9:]) + part(b"IEND", b"")
    )
    start = made.index(b"IDAT") + 4
    (size,) = struct.unpack(">I", made[start - 8 : start - 4])
    assert zlib.decompress(made[start : start + size]) == pixels
    assert made.count(b"IDAT") == 1
    assert made[8 : 8 + len(head)] == head
    assert made.endswith(part(b"IEND", b""))


def test_a_shared_link_names_the_picture_of_its_language(tmp_path: Path) -> None:
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    agenda = small_agenda(tmp_path)
    web.write(agenda, voices_of(agenda), tmp_path / "site")
    for lang, name in (("nl", "index.html"), ("ar", "ar/week/wijk.html")):
        assert f"content=https://klein.example/{path(lang)}" in html(tmp_path / "site", name)
        assert (tmp_path / "site" / path(lang)).is_file()


def test_without_letters_to_set_it_in_there_is_no_picture(site: Path) -> None:
    assert not (site / "beeld").exists()
    assert "og:image" not in html(site, "index.html")


# in a browser


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


KINDS = (
    "index.html",
    "thema/veilig.html",
    "actor/groep.html",
    "actor/groep/thee.html",
    "week/wijk.html",
    "week.html",
    "zoeken/wijk.html",
    "gaat-mee.html",
    "printen.html",
    "bewaren.html",
    "bewaren/wijk.html",
)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("scripts", [True, False])
def test_another_language_is_the_same_page(browser: Browser, address: str, name: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + name)
    if page.locator("header summary").count():
        page.locator("header summary").click()
    page.locator("header a[lang=ar]").click()
    page.wait_for_url(f"{address}ar/{name}")
    assert page.locator("html").get_attribute("dir") == "rtl"
    context.close()


def test_choices_in_the_address_go_along_to_another_language(page: Page, address: str) -> None:
    page.goto(address + "zoeken/wijk.html#gratis")
    page.locator("header summary").click()
    page.locator("header a[lang=ar]").click()
    page.wait_for_url(f"{address}ar/zoeken/wijk.html#gratis")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_list_of_languages_fits(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for name in ("thema/veilig.html", "ar/thema/veilig.html"):
        page.goto(address + name)
        page.locator("header summary").click()
        for link in page.locator("header details a").all():
            box = link.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert 44 <= box["height"] < 60, "its name stands on one line"


def test_on_paper_a_page_says_its_address_and_nothing_that_asks_for_a_finger(page: Page, address: str) -> None:
    page.goto(address + "actor/groep/thee.html")
    assert not page.locator(".at").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".at").inner_text() == "klein.example/actor/groep/thee.html"
    for what in (".bar", "#uit", ".lang", ".foot ul"):
        assert not page.locator(what).first.is_visible(), what
    assert page.get_by_text("Deze gids is een voorbeeld").is_visible(), "the notice goes along"


def test_more_contrast_where_the_device_asks_for_it(browser: Browser, address: str) -> None:
    colours = []
    for contrast in ("no-preference", "more"):
        context = browser.new_context(contrast=contrast)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address + "week/wijk.html")
        colours.append(page.evaluate("getComputedStyle(document.querySelector('.soft')).color"))
        context.close()
    assert colours[0] != colours[1]
