"""The web: pieces become markup in one place, every page is whole, and the same data gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup
from playwright.sync_api import Browser, Page

from conftest import serving
from guides import HEAD, SMALL, TODAY, small_agenda
from wijkgids import web
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.records import load_guide
from wijkgids.texts import Ltr, Name, OwnName, Prose, Sentence, Strong, Voice, translations, voices
from wijkgids.views import addresses
from wijkgids.views.prose import ProsePage
from wijkgids.web.assets import assets, script, small
from wijkgids.web.choices import hiding, policy
from wijkgids.web.icons import ICONS, icon
from wijkgids.web.markup import markup, plain
from wijkgids.web.pages import pages as pages_of
from wijkgids.web.slim import slim

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = "<script>alert(1)</script>\"'&{{7*7}}"
GROUP = HEAD + (
    "zoekwoorden: [oefenen]\n"
    "gidst:\n"
    "  - {naar: buurtteam, thema: [brieven], hoe: [gaat mee], talen: [ar]}\n"
    "activiteiten:\n"
    "  - id: thee\n"
    "    code: wwww\n"
    "    naam: Thee met buren\n"
    "    thema: [ontmoeten, brieven]\n"
    "    plek: {actor: huis, ruimte: zaal 2}\n"
    "    drempels: {kosten: gratis, aanmelden: nee, kinderen_mee: ja}\n"
    "    talen: [ar, nl]\n"
    "    wanneer: [{elke: dinsdag, tijd: '19:00-21:00'}]\n"
)


@dataclass
class Outline(HTMLParser):
    """What a test asks of a page."""

    headings: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    html: Mapping[str, str | None] = field(default_factory=dict)
    open_tags: list[str] = field(default_factory=list)

    VOID = frozenset(["meta", "link", "br", "hr", "img", "input"])

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and tag == "a":
                self.hrefs.append(value or "")
        if tag == "html":
            self.html = dict(attrs)
        if tag not in self.VOID:
            self.open_tags.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags, f"</{tag}> closes nothing"
        assert self.open_tags.pop() == tag


def outline(html: str) -> Outline:
    found = Outline()
    found.feed(html)
    assert found.open_tags == [], "every element is closed"
    return found


def voices_of(agenda: Agenda) -> dict[str, Voice]:
    settings = agenda.guide.checked
    said, problems = translations.load(agenda.guide.root, settings.languages)
    assert problems == []
    return voices(settings.languages, said, agenda.guide.words.languages)


def built(folder: Path, **records: str) -> tuple[Agenda, Path]:
    """A small guide with the program's own templates, written to disk."""
    shutil.copytree(ROOT / "overrides" / "gids", folder / "guide" / "overrides" / "gids")
    agenda = small_agenda(folder / "guide", **(records or {"groep": GROUP}))
    site = folder / "site"
    spread(agenda, site)
    return agenda, site


def spread(agenda: Agenda, site: Path) -> None:
    """Write the site, then its pages again before they are slimmed: so that a test can read them."""
    spoken = voices_of(agenda)
    web.write(agenda, spoken, site)
    press = web.press(agenda, spoken, ())
    for lang, voice in spoken.items():
        for page in pages_of(agenda, voice):
            (site / addresses.page(lang, page.local)).write_text(press.page(page, voice), encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("web"))[1]


def pages(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if "k" not in path.relative_to(site).parts)


# pieces


@pytest.mark.parametrize(
    ("piece", "dutch", "arabic"),
    [
        ("a<b", "a&lt;b", "a&lt;b"),
        (Ltr("10:00–12:00"), "10:00–12:00", '<bdi dir="ltr">10:00–12:00</bdi>'),
        (Ltr('"<i>'), "&#34;&lt;i&gt;", '<bdi dir="ltr">&#34;&lt;i&gt;</bdi>'),
        (Name("De Linde"), "De Linde", '<bdi lang="nl" dir="ltr">De Linde</bdi>'),
        (Strong(Ltr("3")), "<b>3</b>", '<b><bdi dir="ltr">3</bdi></b>'),
        (OwnName("العربية", "ar"), '<bdi lang="ar">العربية</bdi>', "العربية"),
        (Prose("Kom.", "nl", missing=True), "Kom.", '<span lang="nl" dir="ltr">Kom.</span>'),
        (Sentence(("في ", Ltr("9:00"), " <")), "في 9:00 &lt;", 'في <bdi dir="ltr">9:00</bdi> &lt;'),
        (None, "", ""),
        (
            Sentence((OwnName("العربية", "ar"), " (PDF)")),
            '<bdi lang="ar">العربية</bdi> (PDF)',
            'العربية (<bdi dir="ltr">PDF</bdi>)',
        ),
        ("actor/x.html", "actor/x.html", "actor/x.html"),  # it may stand in an attribute
        (Markup("<i></i>"), "<i></i>", "<i></i>"),
        ("اتصل عبر WhatsApp", "اتصل عبر WhatsApp", 'اتصل عبر <bdi dir="ltr">WhatsApp</bdi>'),
    ],
)
def test_each_piece_is_escaped_and_isolated(piece: object, dutch: str, arabic: str) -> None:
    assert markup(piece, "nl", False) == dutch
    assert markup(piece, "ar", True) == arabic


def test_a_translated_sentence_carries_no_mark() -> None:
    assert markup(Prose("تعال.", "ar", unread=True), "ar", True) == "تعال."


def test_text_for_a_title_is_isolated_without_markup() -> None:
    said = Sentence(("اتصل ", Ltr("020 000"), " ", Name("De <Linde>")))
    assert plain(said, rtl=True) == "اتصل \u2066020 000\u2069 \u2066De <Linde>\u2069"
    assert plain(said) == "اتصل 020 000 De <Linde>"
    assert plain(None) == ""


def test_a_template_that_asks_what_is_not_there_fails(tmp_path: Path) -> None:
    voice = voices_of(small_agenda(tmp_path))["nl"]
    template = web.environment(ROOT).from_string("{{ nobody }}")
    with pytest.raises(UndefinedError):
        template.render(voice=voice)


def test_every_drawing_is_well_formed_and_hidden_from_readers() -> None:
    for name, drawing in ICONS.items():
        root = ElementTree.fromstring(str(drawing))
        assert root.get("aria-hidden") == "true", name
    assert icon("bestaat niet") in ICONS.values()


# choosing without a script


def test_only_plain_words_become_rules() -> None:
    style = hiding(["brieven", "pt-BR", "x]:checked{}", "1", "a b"], ".list>li")
    assert style == (
        "main:has([value=brieven]:checked) .list>li:not([data-k~=brieven]),"
        "main:has([value=pt-BR]:checked) .list>li:not([data-k~=pt-BR]){display:none}"
    )
    assert hiding([], ".list>li") == ""


def test_the_policy_allows_exactly_the_style_of_the_page(site: Path) -> None:
    for name in ("zoeken/wijk.html", "printen/huis.html", "ar/zoeken/wijk.html"):
        html = (site / name).read_text(encoding="utf-8")
        style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
        assert style
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert f"'sha256-{digest}'" in html.split("</head>")[0]
    assert policy("") == ""


# assets


def test_css_is_made_small_and_stays_the_same_css() -> None:
    assert small(
        "/* a */ a > b , c:hover { color : red; margin: 0 auto }\n\n@media (min-width: 2em) and (x) { d { e: f; } }"
    ) == ("a>b,c:hover{color :red;margin:0 auto}@media (min-width:2em) and (x){d{e:f}}")


def test_a_script_loses_its_comments_and_nothing_else() -> None:
    assert script("// why\n{\n  const a = 'http://x'  // kept\n}\n") == "{\nconst a = 'http://x'  // kept\n}\n"


def test_assets_are_named_after_what_is_in_them() -> None:
    made = assets(ROOT, [250, 40])
    again = assets(ROOT, [250])
    assert re.fullmatch(r"assets/gids\.[0-9a-f]{6}\.css", made.paths["gids.css"])
    assert made.paths["gids.css"] != again.paths["gids.css"], "other bytes, another name"
    assert made.paths["finder.js"] == again.paths["finder.js"]
    css = made.files[made.paths["gids.css"]].decode()
    assert ".h40{--h:40}.h250{--h:250}" in css
    assert css.count("{") == css.count("}")


# whole pages


def test_every_page_is_whole(site: Path) -> None:
    assert len(pages(site)) > 60
    for path in pages(site):
        name = path.relative_to(site).as_posix()
        html = path.read_text(encoding="utf-8")
        page = outline(html)
        lang = "ar" if name.startswith("ar/") else "nl"
        assert html.startswith("<!doctype html>\n<html"), name
        assert (page.html["lang"], page.html["dir"]) == (lang, "rtl" if lang == "ar" else "ltr"), name
        assert page.headings.count(1) == 1, name
        assert page.headings[0] == 1, name
        steps = [after - before for before, after in zip(page.headings, page.headings[1:], strict=False)]
        assert max(steps, default=0) <= 1, f"{name}: {page.headings}"
        assert len(page.ids) == len(set(page.ids)), name
        assert [one for one in page.attributes if one[1] == "style" or one[1].startswith("on")] == [], name
        assert '<a class="skip" href="#i">' in html, name
        assert "i" in page.ids, name
        assert "None" not in re.sub(r"<[^>]*>", "", html), name


def test_every_page_has_itself_in_each_language(site: Path) -> None:
    page = (site / "ar" / "actor" / "groep" / "thee.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://klein.example/ar/actor/groep/thee.html">' in page
    assert '<link rel="alternate" hreflang="nl" href="https://klein.example/actor/groep/thee.html">' in page
    assert '<link rel="alternate" hreflang="x-default" href="https://klein.example/actor/groep/thee.html">' in page
    assert '<li><a href="../../../actor/groep/thee.html" lang="nl" dir="ltr">Nederlands</a></li>' in page
    assert '<li><a href="thee.html" lang="ar" dir="rtl" aria-current="true">العربية</a></li>' in page
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://klein.example/">' in home
    assert '<a class="pill" lang="ar" dir="rtl" href="ar/index.html">العربية</a>' in home
    assert home.index("العربية") < home.index("<h1>"), "who cannot read Dutch sees the own script first"


def test_links_lead_to_what_is_there(site: Path) -> None:
    for path in pages(site):
        if path.name == "404.html":
            continue
        for href in outline(path.read_text(encoding="utf-8")).hrefs:
            if re.match(r"(tel|mailto|https|geo):", href):
                continue
            target, _, anchor = href.partition("#")
            file = (path.parent / target).resolve() if target else path
            if file.suffix in (".pdf", ".ics") or file.name in ("voor-makers.html",):
                continue  # made by others
            assert file.is_file(), f"{path.relative_to(site)} → {href}"
            if anchor and "zoeken" not in target and not anchor.startswith("m="):
                assert f'id="{anchor}"' in file.read_text(encoding="utf-8"), f"{path.relative_to(site)} → {href}"


def test_nothing_is_asked_of_another_host(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        for tag, name, value in outline(html).attributes:
            if name == "src" or (tag == "link" and name == "href" and "canonical" not in value):
                assert not value.startswith("//")
        asked = re.findall(
            r'<(?:script|img|iframe)[^>]* src="(https?:[^"]*)"|<link rel="(?:stylesheet|icon)" href="(https?:[^"]*)"',
            html,
        )
        assert asked == []


def test_the_page_says_that_it_is_a_sample_and_on_which_day(site: Path) -> None:
    html = (site / "week" / "wijk.html").read_text(encoding="utf-8")
    assert "Deze gids is een voorbeeld." in html
    assert "De dag is dinsdag 24 november 2026." in html
    assert "data-day" not in html, "with a pinned day no script looks for today"
    assert "<template>" not in html
    assert "home." not in (site / "index.html").read_text(encoding="utf-8").split("</head>")[0]


def test_a_guide_that_lives_in_the_present_looks_for_today(tmp_path: Path) -> None:
    guide = tmp_path / "guide"
    shutil.copytree(SMALL, guide)
    settings = guide / "data" / "gids.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("voorbeeld: ja\nvandaag: 2026-11-24\n", ""), encoding="utf-8"
    )
    shutil.copytree(ROOT / "overrides" / "gids", guide / "overrides" / "gids")
    loaded, _ = load_guide(guide)
    agenda = make_agenda(loaded, TODAY)
    spread(agenda, tmp_path / "site")
    html = (tmp_path / "site" / "week" / "wijk.html").read_text(encoding="utf-8")
    assert re.search(r'<script src="\.\./assets/week\.[0-9a-f]{6}\.js" defer>', html)
    assert 'data-day="2026-11-24"' in html
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<script src="assets/home\.[0-9a-f]{6}\.js" defer>', home)
    assert 'data-day="2026-11-24"' in home
    assert "Deze gids is een voorbeeld" not in html
    assert not (tmp_path / "site" / "over-het-voorbeeld.html").exists()


def test_untranslated_words_are_marked_and_said_once(site: Path) -> None:
    html = (site / "ar" / "actor" / "groep" / "thee.html").read_text(encoding="utf-8")
    dutch = (site / "actor" / "groep" / "thee.html").read_text(encoding="utf-8")
    assert '<span lang="nl" dir="ltr">Thee met buren</span>' in html
    foot = html.split("<footer")[1]
    assert foot.count("<p>") - dutch.split("<footer")[1].count("<p>") == 2, (
        "one line for what is in Dutch, one for the unread"
    )


# slimming


@pytest.mark.parametrize(
    ("full", "left"),
    [
        ('<p class="soft">a</p>\n<p>b</p>', "<p class=soft>a<p>b</p>"),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>"),
        ('<a href="x/">a</a><a href="y.html">b</a>', '<a href="x/">a</a><a href=y.html>b</a>'),
        ('<path d="M3 6h18"/><link href="a"/>', '<path d="M3 6h18"/><link href="a"/>'),
        ('<input value="">', '<input value="">'),
        ("<a><p>x</p></a>", "<a><p>x</p></a>"),
        ('<p>class="soft" &lt;p&gt;</p>', '<p>class="soft" &lt;p&gt;</p>'),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><div><dt>a<dd>b</div></dl>"),
        ("<p>a</p>b", "<p>a</p>b"),
        ("<b>a</b>\n<b>b</b>", "<b>a</b>\n<b>b</b>"),
    ],
)
def test_what_may_be_left_out_is(full: str, left: str) -> None:
    assert slim(full) == left


def test_a_slim_page_is_the_same_page(browser: Browser, site: Path) -> None:
    """A browser makes the same elements, attributes and words of it."""
    page = browser.new_page()
    tree = """html => {
      const walk = (node) => node.nodeType == 3 ? node.data.replace(/\\s+/g, " ") : node.nodeType == 1
        ? [node.tagName, [...node.attributes].map(a => a.name + "=" + a.value), [...node.childNodes].map(walk).filter(x => x != " " && x)] : null
      return JSON.stringify(walk(new DOMParser().parseFromString(html, "text/html").documentElement)) }"""
    names = [
        "index.html",
        "week/wijk.html",
        "zoeken/wijk.html",
        "printen/huis.html",
        "thema/brieven.html",
        "gaat-mee.html",
    ]
    names += [
        "actor/groep.html",
        "ar/actor/groep/thee.html",
        "ar/week/wijk.html",
        "over-het-voorbeeld.html",
        "week.html",
        "printen.html",
    ]
    for name in names:
        full = (site / name).read_text(encoding="utf-8")
        small_ = slim(full)
        assert len(small_) < len(full)
        assert page.evaluate(tree, small_) == page.evaluate(tree, full), name
    page.close()


# hostile records


def test_no_string_of_a_contributor_reaches_a_page_unescaped(tmp_path: Path) -> None:
    quoted = HOSTILE.replace('"', '\\"')
    record = (
        f'naam: "{quoted}"\nsoort: zelforganisatie\ncode: qqqq\nthema: [ontmoeten]\nsamenvatting: "{quoted}"\n'
        f'zoekwoorden: ["{quoted}"]\n'
        "akkoord: {op: 2026-10-01, van: de gastvrouw}\ncontact: {telefoon: 020 000 00 09}\n"
        f'plek: {{naam: "{quoted}", adres: "{quoted}"}}\n'
        "nagekeken: {op: 2026-11-02, door: buurtwerker, hoe: bezocht}\n"
        f'gidst:\n  - {{naar: buurtteam, thema: [brieven], hoe: [gaat mee], wanneer: "{quoted}", wie: "{quoted}"}}\n'
        f'activiteiten:\n  - id: thee\n    code: wwww\n    naam: "{quoted}"\n    samenvatting: "{quoted}"\n'
        f'    wanneer: [{{elke: dinsdag, tijd: "10:00-12:00", afgelast: [{{op: 2026-11-24, waarom: "{quoted}"}}]}}]\n'
    )
    _, site = built(tmp_path, groep=record)
    written = [path for path in site.rglob("*") if path.suffix in (".html", ".xml", ".txt")]
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text, path
        assert "\"'&{{" not in text, path
        assert "&amp;49" not in text, path
        if path.suffix == ".html":
            outline(text)
    week = (site / "week" / "wijk.html").read_text(encoding="utf-8")
    assert week.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 3, "its name, its place and its reason"


# the rest of the site


def test_short_addresses_lead_on(site: Path) -> None:
    for code, target in (
        ("wwww", "actor/groep/thee.html"),
        ("hhhh", "actor/huis.html"),
        ("hhhh-week", "huis/huis.html"),
        ("wijk-week", "week/wijk.html"),
    ):
        html = (site / "k" / code / "index.html").read_text(encoding="utf-8")
        assert f'<noscript><meta http-equiv="refresh" content="0; url=../../{target}"></noscript>' in html
        assert f'hreflang="ar" href="../../ar/{target}"' in html
        assert f'<link rel="canonical" href="https://klein.example/{target}">' in html
        outline(html)


def test_the_lost_page_works_at_any_address(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert 'href="/ar/index.html"' in html
    assert re.search(r'href="/assets/gids\.[0-9a-f]{6}\.css"', html)
    assert 'rel="alternate"' not in html


def test_the_lost_page_of_a_site_under_a_prefix(tmp_path: Path) -> None:
    guide = tmp_path / "guide"
    shutil.copytree(SMALL, guide)
    settings = guide / "data" / "gids.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("https://klein.example/", "https://klein.example/gids/"),
        encoding="utf-8",
    )
    shutil.copytree(ROOT / "overrides" / "gids", guide / "overrides" / "gids")
    agenda = make_agenda(load_guide(guide)[0], TODAY)
    spread(agenda, tmp_path / "site")
    assert 'href="/gids/ar/index.html"' in (tmp_path / "site" / "404.html").read_text(encoding="utf-8")
    home = (tmp_path / "site" / "ar" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://klein.example/gids/ar/"' in home


def test_the_sitemap_holds_every_page_with_its_languages(tmp_path: Path) -> None:
    agenda, site = built(tmp_path)
    prose = [
        ProsePage("over.html", "nl", "Over", "docs/nl/over.md", "nl", False, {"nl": "over.html", "ar": "ar/over.html"}, frozenset({"nl"})),
        ProsePage("ar/over.html", "ar", "Over", "docs/nl/over.md", "nl", False, {"nl": "over.html", "ar": "ar/over.html"}, frozenset({"nl"})),
    ]  # fmt: skip
    web.write(agenda, voices_of(agenda), site, prose)
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    lists = [ElementTree.parse(site / f"sitemap.{lang}.xml").getroot() for lang in ("nl", "ar")]
    urls = [url for one in lists for url in one.findall("s:url", space)]
    found = {
        url.findtext("s:loc", namespaces=space): [one.get("hreflang") for one in url.findall("x:link", space)]
        for url in urls
    }
    assert found["https://klein.example/"] == ["nl", "ar", "x-default"]
    assert found["https://klein.example/ar/actor/groep/thee.html"] == ["nl", "ar", "x-default"]
    assert found["https://klein.example/over.html"] == ["nl", "x-default"]
    assert "https://klein.example/ar/over.html" not in found, "a copy in Dutch is no page of its own"
    there = [one for one in pages(site) if not re.search('content="?noindex', one.read_text(encoding="utf-8"))]
    assert len(found) == len(there) + 1, "all pages that may be found, and the hand-written one"
    assert "Sitemap: https://klein.example/sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_prose_wears_the_same_dress(tmp_path: Path) -> None:
    agenda, _ = built(tmp_path)
    page = ProsePage(
        "ar/over.html", "ar", "Over deze gids", "docs/nl/over.md", "nl", False,
        {"nl": "over.html", "ar": "ar/over.html"}, frozenset({"nl"}),
    )  # fmt: skip
    html = web.prose(agenda, voices_of(agenda), page, "<h1>Over</h1><pre>a\n   b</pre>")
    assert '<article class="prose" lang="nl" dir="ltr">' in html
    assert "<pre>a\n   b</pre>" in html, "preformatted text keeps its spaces"
    assert '<link rel="canonical" href="https://klein.example/over.html">' in html, "a copy points to what it copies"
    notices = web.notices(agenda, voices_of(agenda)["ar"])
    assert re.sub("[\u2066\u2069]", "", notices["terugval"]) in re.sub(r"<[^>]*>", "", html)
    assert sorted(notices) == ["ongelezen", "terugval", "voorbeeld"]


def test_the_same_data_gives_the_same_bytes_and_leaves_them_alone(tmp_path: Path) -> None:
    agenda, site = built(tmp_path)
    web.write(agenda, voices_of(agenda), site)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in site.rglob("*") if path.is_file()}
    written = web.write(agenda, voices_of(agenda), site)
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in site.rglob("*") if path.is_file()}
    assert after == before
    assert sorted(written) == sorted(after), "it tells everything that it wrote, once"
    assert len(written) == len(set(written))


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    agenda, site = built(tmp_path)
    web.write(agenda, voices_of(agenda), site)
    page = site / "gaat-mee.html"
    page.write_text("anders", encoding="utf-8")
    other = (site / "index.html").stat().st_mtime_ns
    web.write(agenda, voices_of(agenda), site)
    assert "anders" not in page.read_text(encoding="utf-8")
    assert (site / "index.html").stat().st_mtime_ns == other


# scripts, in a browser


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site with two neighbours' worth of rows, on an address of this machine."""
    many = GROUP.replace(
        "- id: thee",
        "- {id: voetbal, naam: Voetbal op het plein, thema: [bewegen], wanneer: [{elke: zaterdag, tijd: '10:00-11:00'}]}\n  - id: thee",
    )
    _, folder = built(tmp_path_factory.mktemp("served"), groep=many)
    with serving(folder) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    found = context.new_page()
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield found
    context.close()
    assert errors == [], "no script fails, and the page's policy stops nothing of ours"


@pytest.mark.parametrize(
    ("locale", "hash_", "ends"),
    [("ar-SY", "", "/ar/actor/huis.html"), ("fr-FR", "", "/actor/huis.html"), ("nl-NL", "#ar", "/ar/actor/huis.html")],
)
def test_a_short_address_leads_to_the_readers_language(
    browser: Browser, served: str, locale: str, hash_: str, ends: str
) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(served + "k/hhhh/" + hash_)
    page.wait_for_url("**/actor/huis.html")
    assert page.url == served.rstrip("/") + ends
    context.close()


def test_a_short_address_leads_on_without_a_script(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "k/hhhh/")
    page.wait_for_url("**/actor/huis.html")
    context.close()


def test_one_button_stands_at_the_print_desk(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "printen/huis.html")

    def button() -> list[str | None]:
        found = page.locator(".r a")
        return [found.nth(at).get_attribute("href") for at in range(found.count()) if found.nth(at).is_visible()]

    assert button() == ["../druk/huis/deze-week.pdf"]
    page.locator("input[value=w1]").check()
    page.locator("input[value=nl-ar]").check()
    assert button() == ["../druk/huis/volgende-week.nl-ar.pdf"]
    context.close()


def test_a_week_that_is_older_than_today_marks_the_readers_day(browser: Browser, tmp_path: Path) -> None:
    script_ = script((ROOT / "overrides" / "gids" / "js" / "week.js").read_text(encoding="utf-8"))
    html = (
        '<ul class="days"><li><a href="#d1" aria-current="date">a</a><li><a href="#d2">b</a></ul>'
        '<section id="d1" data-day="2026-11-24"><h2>een <span class="now">vandaag</span></h2></section>'
        '<section id="d2" data-day="2026-11-25"><h2>twee</h2></section>'
        '<template><span class="now">vandaag</span><span class="now was">voorbij</span></template>'
    )
    seen = []
    for day in ("2026-11-24", "2026-11-25", "2026-12-24"):
        page = browser.new_page()
        page.clock.set_fixed_time(f"{day}T08:00:00")
        page.set_content(html)
        page.evaluate(script_)
        marked = page.locator("[aria-current]")
        seen.append((marked.all_inner_texts(), page.locator("h2").all_inner_texts()))
        page.close()
    assert seen == [
        (["a"], ["een vandaag", "twee"]),
        (["b"], ["een voorbij", "twee vandaag"]),
        ([], ["een voorbij", "twee voorbij"]),
    ]
