"""Every page in every language: it says which, leads to the others, and keeps facts from turning round."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import pytest

from wijkgids.records import load_guide
from wijkgids.texts.catalogues import catalogue

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
LANGUAGES = GUIDE.checked.languages
RTL = {"ar", "fa"}
SAMPLE = "voorbeeld"
NOTICE = "Deze gids is een voorbeeld. Groepen, straten en nummers zijn bedacht."
# Pages that the host makes for workers, printers and makers, in its own look.
HOST = ("voor-buurtwerkers", "voor-printers", "voor-makers")


def own_pages(site: Path, lang: str) -> list[Path]:
    """The pages of a language that residents see."""
    folder = site if lang == "nl" else site / lang
    found = [
        path
        for path in sorted(folder.rglob("*.html"))
        if path.relative_to(folder).parts[0] not in {*LANGUAGES, "k", "assets"} and path.stem not in {*HOST, "404"}
    ]
    assert len(found) > len(GUIDE.actors)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_says_its_language_and_direction(site: Path, lang: str) -> None:
    direction = "rtl" if lang in RTL else "ltr"
    for path in own_pages(site, lang):
        assert re.search(rf'<html lang="?{lang}"? dir="?{direction}"?', path.read_text(encoding="utf-8")), path


def test_every_language_has_the_same_pages(site: Path) -> None:
    def names(lang: str) -> list[str]:
        folder = site if lang == "nl" else site / lang
        return [path.relative_to(folder).as_posix() for path in own_pages(site, lang)]

    for lang in LANGUAGES[1:]:
        assert names(lang) == names("nl")


class Switcher(HTMLParser):
    """The alternates that a page declares, and those that a reader can choose."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.alternates: dict[str, str] = {}
        self.choices: dict[str, str] = {}
        self.canonical = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        if tag == "a" and given.get("lang") in LANGUAGES and given.get("href"):
            self.choices.setdefault(given["lang"], given["href"])


@pytest.mark.parametrize(
    "name", ["index.html", "week.html", "zoeken.html", "gaat-mee.html", "printen.html", "over.html", "privacy.html"]
)
def test_the_switcher_stays_on_the_page(site: Path, name: str) -> None:
    for lang in LANGUAGES:
        folder = site if lang == "nl" else site / lang
        found = Switcher((folder / name).read_text(encoding="utf-8"))
        others = set(LANGUAGES) - {lang}
        assert others <= set(found.choices), (lang, name)
        for code in others:
            target = (folder / name).parent / found.choices[code]
            assert target.resolve() == ((site if code == "nl" else site / code) / name).resolve()
        assert found.canonical.startswith(GUIDE.checked.address)


class Isolation(HTMLParser):
    """The text of a page with, for each piece, whether an element around it is isolated from left to right."""

    VOID = frozenset(
        {
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr",
            "path",
            "use",
        }
    )
    SILENT = frozenset({"script", "style", "title", "template"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[tuple[str, bool, bool]] = []
        self.loose: list[str] = []
        self.isolated: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        given = dict(attrs)
        before = self.stack[-1] if self.stack else ("", False, False)
        # <bdi> isolates by itself; its direction is that of its first strong letter (HTML, 4.5.24).
        # An option is a line of its own, and with a language of its own it holds one name.
        alone = tag == "bdi" or (tag == "option" and "lang" in given)
        ltr = given.get("dir") == "ltr" or alone or (before[1] and given.get("dir") is None)
        self.stack.append((tag, ltr, before[2] or tag in self.SILENT))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.stack or self.stack[-1][2]:
            return
        (self.isolated if self.stack[-1][1] else self.loose).append(data)


PHONE = re.compile(r"0\d{2}[\s\u00a0-]?\d{3}")
TIME = re.compile(r"\d{1,2}:\d{2}")
PRICE = re.compile(r"€|\d,\d{2}")
DATE = re.compile(r"\d{1,2}-\d{1,2}(-\d{4})?|\d{4}-\d{2}-\d{2}")
MARKED = re.compile("\u2066[^\u2066\u2069]*\u2069")  # Unicode UAX #9: left-to-right isolate … pop
LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2,}")


@pytest.mark.parametrize("lang", sorted(RTL & set(LANGUAGES)))
def test_facts_and_latin_names_are_isolated(site: Path, lang: str) -> None:
    loose = []
    isolated = 0
    for path in own_pages(site, lang):
        if path.stem in ("over", "privacy"):
            continue  # hand-written prose: its writer isolates
        found = Isolation(path.read_text(encoding="utf-8"))
        isolated += len(found.isolated)
        for text in found.loose:
            text = MARKED.sub("", text)  # where there can be no markup: in an option, in a drawing
            for shape in (PHONE, TIME, PRICE, DATE, LATIN):
                if shape.search(text):
                    loose.append(f"{path.relative_to(site)}: {text.strip()[:80]!r}")
                    break
    assert loose == []
    assert isolated > len(own_pages(site, lang)), "the pages were read"


@pytest.mark.sample
def test_every_page_says_that_it_is_a_sample(site: Path) -> None:
    for lang in LANGUAGES:
        folder = site if lang == "nl" else site / lang
        said = catalogue(lang).texts.get(NOTICE, NOTICE)
        for path in own_pages(site, lang):
            assert said in html.unescape(path.read_text(encoding="utf-8")), path
        assert "over-het-voorbeeld.html" in (folder / "meer.html").read_text(encoding="utf-8")
    for path in (*(site / f"{name}.html" for name in HOST), site / "404.html"):
        assert SAMPLE in path.read_text(encoding="utf-8"), path


def test_the_sitemap_lists_every_page_once(site: Path) -> None:
    loc = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    lists = [site / (one.text or "").rpartition("/")[2] for one in ElementTree.parse(site / "sitemap.xml").iter(loc)]
    listed = [one.text or "" for path in lists for one in ElementTree.parse(path).iter(loc)]
    assert len(listed) == len(set(listed))
    base = GUIDE.checked.address
    for address in listed:
        path = site / address.removeprefix(base)
        assert (path / "index.html" if address.endswith("/") else path).is_file(), address
    for name in ("gaat-mee.html", f"{LANGUAGES[-1]}/gaat-mee.html", "over.html"):
        assert f"{base}{name}" in listed
