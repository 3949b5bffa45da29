"""The hook inside a real MkDocs with this repository's settings and prose, and a stand-in for the program."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
LANGUAGES = ("nl", "en", "ar", "tr", "uk", "fa", "ti")
RECORD = "data/actors/lindeveld/de-linde.yml"


def make_guide(root: Path) -> Path:
    """Copy what MkDocs sees of a guide, with the stand-in in the place of the program."""
    for name in ("docs", "overrides/material"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copytree(REPOSITORY / "tests/fake_door/wijkgids", root / "hooks/wijkgids")
    for name in ("mkdocs.yml", "hooks/mkdocs.base.yml", "hooks/mkdocs_hooks.py"):
        shutil.copy(REPOSITORY / name, root / name)
    record = root / RECORD
    record.parent.mkdir(parents=True)
    record.write_text("naam: De Linde\n")
    return root


def environment(**more: str) -> dict[str, str]:
    outside = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "WIJKGIDS_TODAY")}
    return outside | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"} | more


def build(root: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return make_guide(tmp_path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built once, with a section and an English-only page, to read only."""
    root = make_guide(tmp_path_factory.mktemp("guide"))
    settings = root / "mkdocs.yml"
    nav = "nav:\n  - Meer:\n    - De Linde: gids:actor/de-linde\n  - alleen-engels.md\n"
    settings.write_text(settings.read_text().replace("nav:\n", nav, 1))
    prose = root / "docs/nl/voor-makers.md"
    prose.write_text(prose.read_text() + "\n[De Linde](gids:actor/de-linde#wanneer) en [thuis](over.md)\n")
    (root / "docs/nl/alleen-engels.md").write_text("# Weg\n")
    done = build(root, WIJKGIDS_TODAY="2026-11-24")
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return root / "site"


def read(site: Path, language: str, page: str) -> str:
    return (site / ("" if language == "nl" else language) / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_program_stand_in_every_language(site: Path, language: str) -> None:
    assert read(site, language, "index.html").endswith("<body>index 2026-11-24 https://wijkgids.example/</body>")
    assert "actor/de-linde" in read(site, language, "actor/de-linde.html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_prose_exists_in_every_language(site: Path, language: str) -> None:
    for page in ("over", "privacy", "voor-buurtwerkers", "voor-printers", "voor-makers"):
        assert "<h1" in read(site, language, f"{page}.html"), page


def test_the_programs_404_and_sitemap_win(site: Path) -> None:
    assert "ours" in (site / "404.html").read_text()
    assert not (site / "sitemap.xml.gz").exists()
    listed = (site / "sitemap.xml").read_text().split()
    assert listed == sorted(listed)
    assert {"over.html", "ti/over.html", "voor-makers.html", "en/voor-makers.html"} <= set(listed)
    assert "ar/voor-makers.html" not in listed, "a page that falls back on Dutch is no page of its own"
    assert not [path for path in listed if path.endswith("index.html")], "the program writes the home pages"


def test_a_built_page_keeps_its_policy(site: Path) -> None:
    assert "Content-Security-Policy" in read(site, "ar", "week.html")


def test_the_program_gets_the_address_of_the_file(site: Path) -> None:
    assert read(site, "nl", "week.html").endswith("https://wijkgids.example/</body>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_to_records_lead_to_the_same_language(site: Path, language: str) -> None:
    assert 'href="actor/de-linde.html#wanneer"' in read(site, "nl", "voor-makers.html")
    resident = read(site, language, "over.html")
    assert 'href="week.html"' in resident
    assert "gids:" not in resident
    worker = read(site, language, "voor-printers.html")
    assert re.search(r'<nav.*href="week.html"', worker, re.DOTALL)
    assert "gids:" not in worker


def test_prose_for_residents_wears_our_own_template(site: Path) -> None:
    for language in LANGUAGES:
        page = read(site, language, "privacy.html")
        assert f'<html lang="{language}" class="ours">' in page
        assert "md-" not in page


def test_prose_for_workers_wears_material_in_its_own_language(site: Path) -> None:
    for language in LANGUAGES:
        page = read(site, language, "voor-makers.html")
        written_in = "en" if language == "en" else "nl"
        assert f'<html lang="{written_in}"' in page
        assert f"voorbeeld-{language}" in page
        assert (f"terugval-{language}" in page) is (language not in ("nl", "en"))
        assert ("ongelezen-en" in page) is (language == "en")
        canonical = re.findall(r'rel="canonical" href="([^"]+)"', page)
        prefix = "en/" if language == "en" else ""
        assert canonical == [f"https://wijkgids.example/{prefix}voor-makers.html"]
        assert re.findall(r'rel="alternate" hreflang="(\w+)"', page) == ["nl", "en"]
        assert all(f'lang="{code}"' in page for code in LANGUAGES), "a switcher with every language"


class Requests(HTMLParser):
    """Collects the addresses a browser would ask for by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.scripts += tag == "script"
        if tag in ("img", "script", "iframe", "source", "audio", "video") and values.get("src"):
            self.asked.append(str(values["src"]))
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preconnect", "preload", "dns-prefetch"):
            self.asked.append(str(values["href"]))


def test_worker_pages_ask_nothing_of_another_host_and_run_no_script(site: Path) -> None:
    pages = sorted(site.rglob("voor-*.html"))
    assert len(pages) == 21
    for page in pages:
        requests = Requests()
        requests.feed(page.read_text(encoding="utf-8"))
        assert requests.asked
        assert requests.scripts == 0
        for address in requests.asked:
            assert not re.match(r"\w+:|//", address)
            assert (page.parent / address).is_file(), f"{page}: {address}"
    for sheet in site.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet
    assert not list(site.rglob("*.js"))


def test_nothing_but_the_overrides_for_material_is_published(site: Path) -> None:
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds == {".html", ".css", ".svg", ".xml"}


def test_a_bad_record_stops_before_the_old_site_is_touched(guide: Path) -> None:
    old = guide / "site/oud.html"
    old.parent.mkdir()
    old.write_text("oud")
    (guide / RECORD).write_text("FOUT")
    done = build(guide)
    assert done.returncode == 1
    assert f"{RECORD}:1:7  naam <b>" in done.stderr
    assert "Traceback" not in done.stderr
    assert old.read_text() == "oud"
    assert list((guide / "site").iterdir()) == [old]


def test_points_of_attention_are_said_once_and_stop_nothing(guide: Path) -> None:
    (guide / RECORD).write_text("LET OP")
    done = build(guide)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("(let op) ") == 1


def test_a_sheet_that_cannot_be_printed_is_reported(guide: Path) -> None:
    (guide / RECORD).rename(guide / "data/actors/lindeveld/te-lang.yml")
    done = build(guide)
    assert done.returncode == 1
    assert "te-lang past niet op het blad" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_link_to_nowhere_fails_a_strict_build(guide: Path) -> None:
    with (guide / "docs/nl/voor-makers.md").open("a") as prose:
        prose.write("\n[weg](gids:actor/weg)\n")
    done = build(guide)
    assert done.returncode == 1
    assert "docs/nl/voor-makers.md: de link gids:actor/weg leidt nergens heen" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_link_to_nowhere_in_the_navigation_fails_too(guide: Path) -> None:
    settings = guide / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("gids:week", "gids:wek"))
    done = build(guide)
    assert done.returncode == 1
    assert "mkdocs.yml, nav: de link gids:wek leidt nergens heen" in done.stderr


def test_prose_in_the_place_of_a_record_page_fails(guide: Path) -> None:
    (guide / "docs/nl/week.md").write_text("# Mijn week\n")
    done = build(guide)
    assert done.returncode == 1
    assert "docs/nl/week.md: week.html is ook een pagina van de gids" in done.stderr


def test_a_day_that_is_none_is_refused_in_a_sentence(guide: Path) -> None:
    done = build(guide, WIJKGIDS_TODAY="24-11-2026")
    assert done.returncode == 1
    assert "'24-11-2026' is geen dag" in done.stderr
    assert "Traceback" not in done.stderr


class Server:
    """`mkdocs serve` of a guide, and what it shows."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address]
        self.log = root / "serve.log"
        (root / "tmp").mkdir()  # the served site goes there and not into the machine's, where nobody cleans it up
        self.process = subprocess.Popen(
            command,
            cwd=root,
            env=environment(TMPDIR=str(root / "tmp")),
            stdout=self.log.open("w"),
            stderr=subprocess.STDOUT,
        )

    def page(self, path: str) -> str:
        """Return a page, or the empty string where there is none."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=5) as answer:
                text: str = answer.read().decode()
                return text
        except OSError:
            return ""

    def shows(self, path: str, text: str) -> bool:
        """Wait until a page holds a text; half a minute is enough for any machine."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if text in self.page(path):
                return True
            time.sleep(0.1)
        return False


@pytest.fixture
def server(guide: Path) -> Iterator[Server]:
    server = Server(guide)
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=20)


def test_serving_keeps_the_last_good_guide_and_says_what_is_wrong(guide: Path, server: Server) -> None:
    assert server.shows("actor/de-linde.html", "actor/de-linde"), server.log.read_text()
    assert "https://wijkgids.example/" in server.page("week.html"), "not the address of the server"
    assert "livereload(" in server.page("week.html")
    assert "Content-Security-Policy" not in server.page("week.html"), "it would forbid the reloading script"
    (guide / RECORD).write_text("FOUT")
    assert server.shows("index.html", f"{RECORD}:1:7  naam &lt;b&gt;"), server.log.read_text()
    assert "index None" in server.page("index.html")
    assert "actor/de-linde" in server.page("ar/actor/de-linde.html"), "the last good pages"
    assert (guide / "geschreven.log").read_text() == "x", "they stand there still, nothing is written again"
    (guide / RECORD).write_text("FOUT en nog een")
    (guide / "docs/nl/voor-makers.md").write_text("# Nieuwe kop\n")
    assert server.shows("voor-makers.html", "Nieuwe kop"), server.log.read_text()
    assert server.page("index.html").count("naam &lt;b&gt;") == 1
    (guide / RECORD).rename(guide / RECORD.replace("de-linde", "de-pan"))
    (guide / RECORD.replace("de-linde", "de-pan")).write_text("naam: De Pan\n")
    assert server.shows("ar/actor/de-pan.html", "actor/de-pan"), server.log.read_text()
    assert "naam &lt;b&gt;" not in server.page("index.html")
    assert not server.page("actor/de-linde.html")


def test_serving_recovers_after_a_language_failed(guide: Path, server: Server) -> None:
    assert server.shows("ar/voor-makers.html", "voor-makers"), server.log.read_text()
    page = guide / "docs/ar/over.md"
    good = page.read_text()
    page.write_text(good.replace("gids/prose.html", "weg.html"))  # static-i18n now leaves cleaning switched off
    deadline = time.monotonic() + 30
    while "weg.html" not in server.log.read_text() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert "weg.html" in server.log.read_text()
    page.write_text(good)
    assert server.shows("actor/de-linde.html", "actor/de-linde"), server.log.read_text()
    (guide / RECORD).rename(guide / RECORD.replace("de-linde", "de-pan"))
    assert server.shows("ar/actor/de-pan.html", "actor/de-pan"), server.log.read_text()
    assert not server.page("actor/de-linde.html"), "cleaning must work again"


def test_serving_starts_with_bad_records_and_shows_the_report(guide: Path) -> None:
    (guide / RECORD).write_text("FOUT")
    server = Server(guide)
    try:
        assert server.shows("index.html", f"{RECORD}:1:7"), server.log.read_text()
        (guide / RECORD).write_text("naam: De Linde\n")
        assert server.shows("index.html", "index None"), server.log.read_text()
    finally:
        server.process.terminate()
        server.process.wait(timeout=20)
