"""What the first search of a visit costs at the size of a city, in a browser, beside stock Material's search index.

    python benchmarks/search.py [PAGES]

Pages (6,000 unless told) in each language of the guide are made from those in data/: their texts again and again, with
part of the words, and every name, coined, so that the vocabulary grows as it does in a city. Prints the size of the
index, what ~50 first searches cost (median and worst; half of them with a mistake in typing), whether they found the
page, and how long it took to write. Everything that typing fetches is counted, with gzip (1 kB = 1,000 bytes). Stock:
the same texts through the search plugin of mkdocs-material, which a browser fetches whole at the first search.
"""

from __future__ import annotations

import gzip
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from types import SimpleNamespace

from material.plugins.search.plugin import SearchIndex
from playwright.sync_api import Browser, sync_playwright
from served import FLAGS, ROOT, chromium, serving

sys.path.insert(0, str(ROOT / "hooks"))

from wijkgids.agenda import Agenda, make_agenda
from wijkgids.files import put
from wijkgids.records import load_guide
from wijkgids.texts import Voice, translations, voices
from wijkgids.views import search
from wijkgids.web.assets import assets, script
from wijkgids.web.search import FOLDER, KINDS, SCRIPT, Entry, index

PAGES = 6000
QUERIES = 8  # in each language
COINED = 20_000  # words of a language besides those in data/
CHANGED = 0.3  # part of the longer words of a text that is coined
# Consonants, and what follows them (- is nothing).
SYLLABLES = {
    "ar": ("ب ت ج ح د ر ز س ش ع ف ق ك ل م ن ه", "ا و ي - -"),
    "fa": ("ب پ ت ج چ د ر ز س ش ف ق ک گ ل م ن", "ا و ی - -"),
    "uk": ("б в г д ж з к л м н п р с т х ч ш", "а о у и і е"),
    "ti": ("በ ለ መ ረ ሰ ሸ ቀ ተ ነ ከ ወ ዘ ደ ገ ጠ ፈ", "- - ን ት ር"),
}
LATIN = ("b d f g h k l m n p r s t v w z br kl st sch", "a e i o u oe ie aa ij")
# What the script of the finder needs of a page.
PAGE = (
    '<!doctype html><html lang="{lang}"><meta charset="utf-8"><link rel="icon" href="data:,">'
    '<a class="brand" href="index.html">x</a><main><form><label id="w" hidden><input type="search"></label>'
    '<div id="r" hidden><p class="n"><i></i></p><ul></ul><button type="button">+</button></div></form></main>'
    '<script src="/{script}"></script>'
)


@dataclass(frozen=True)
class Query:
    """What is typed in a language, and the page that should be found."""

    lang: str
    text: str
    page: str
    wrong: bool


def main(number: int) -> None:
    """Make, measure, print."""
    guide, _ = load_guide(ROOT)
    agenda = make_agenda(guide, guide.checked.today or date(2026, 11, 24))
    said, _ = translations.load(ROOT, guide.checked.languages)
    spoken = voices(guide.checked.languages, said, guide.words.languages)
    stock = SearchIndex(lang=["nl"], separator="[\\s\\-]+", pipeline=["stopWordFilter"], fields={})
    print(f"{number} pages x {len(spoken)} languages")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        queries: list[Query] = []
        sizes: dict[str, int] = {}
        took = 0.0
        for lang, voice in spoken.items():
            entries = list(_city(agenda, voice, spoken["nl"], number))
            start = time.perf_counter()
            about = {"t": len(guide.words.themes), "k": ["", "", "", ""], "q": [["stad", "Stad", 0]]}
            files = list(index(lang, entries, about))
            took += time.perf_counter() - start
            for path, text in files:
                put(site, path, text)
            sizes[lang] = sum(_weight(text) for _, text in files)
            queries += _queries(lang, entries)
            for entry in entries:
                _add(stock, lang, entry)
            _page(site, lang)
        put(site, f"{FOLDER}/{SCRIPT}", script((ROOT / "overrides" / "gids" / "search.js").read_text(encoding="utf-8")))
        costs, found = _measure(site, queries)
    whole = stock.generate_search_index(None)
    right = [cost for query, cost in zip(queries, costs, strict=True) if not query.wrong]
    wrong = [cost for query, cost in zip(queries, costs, strict=True) if query.wrong]
    print(f"  index, all languages     {sum(sizes.values()) / 1e6:8.2f} MB   of one: {_each(sizes)}")
    print(f"  written in               {took:8.1f} s")
    print(f"  first search, median     {statistics.median(costs) / 1e3:8.1f} kB   of {len(costs)}")
    print(f"    typed right            {statistics.median(right) / 1e3:8.1f} kB   worst {max(right) / 1e3:.1f} kB")
    print(f"    with a mistake         {statistics.median(wrong) / 1e3:8.1f} kB   worst {max(wrong) / 1e3:.1f} kB")
    print(f"  found among the first 20 {sum(found):8} of {len(found)}")
    for query, there in zip(queries, found, strict=True):
        if not there:
            print(f"    not found: {query.lang} {query.text}")
    print(f"  stock Material's index   {_weight(whole) / 1e6:8.2f} MB   fetched whole at the first search")


def _city(agenda: Agenda, voice: Voice, dutch: Voice, number: int) -> Iterator[Entry]:
    """As many pages as asked: those in data/ first, then the same ones with other words."""
    real = list(search.pages_to_find(agenda, voice, dutch))
    general = [one for one in real if one.neighbourhood is None]
    local = [one for one in real if one.neighbourhood is not None]
    words = {True: _coined("nl"), False: _coined(voice.lang)}
    for count in range(number):
        one = (general + local)[count] if count < len(real) else local[count % len(local)]
        # The same for each language: Dutch is Dutch everywhere.
        luck = {True: random.Random(f"nl{count}"), False: random.Random(f"{voice.lang}{count}")}
        if count >= len(real):
            said = tuple(
                (weight, _other(text, luck[in_nl], words[in_nl], weight), in_nl) for weight, text, in_nl in one.said
            )
            one = replace(one, page=f"actor/{count}-{Path(one.page).stem}.html", said=said, title=_name(said))
        shown = (one.page, str(one.title), KINDS.index(one.kind), 0, str(one.about), one.when, 0)
        yield Entry(shown, one.said)


def _name(said: Sequence[tuple[int, str, bool]]) -> str:
    return [text for weight, text, _ in said if weight == search.NAME][-1]


def _other(text: str, luck: random.Random, words: Sequence[str], weight: int) -> str:
    """A text with part of its longer words coined; a name gets one that is nearly its own."""
    changed = re.sub(r"\w{5,}", lambda word: _pick(luck, words) if luck.random() < CHANGED else word[0], text)
    return f"{changed} {luck.choice(words)}" if weight == search.NAME else changed


def _pick(luck: random.Random, words: Sequence[str]) -> str:
    """A word: some are used often, most hardly ever (Zipf)."""
    return words[int(len(words) * luck.random() ** 3)]


def _coined(lang: str) -> list[str]:
    luck = random.Random(lang)
    consonants, vowels = (signs.split() for signs in SYLLABLES.get(lang, LATIN))
    found: dict[str, None] = {}
    while len(found) < COINED:
        found[
            "".join(luck.choice(consonants) + luck.choice(vowels).strip("-") for _ in range(luck.choice((2, 3, 3, 4))))
        ] = None
    return list(found)


def _queries(lang: str, entries: Sequence[Entry]) -> list[Query]:
    """Words of names: as they are, and with a letter wrong, missing, twice or swapped. The first letter too."""
    luck = random.Random(lang)
    found: list[Query] = []
    while len(found) < QUERIES:
        entry = luck.choice(entries)
        words = re.findall(r"\w+", str(entry.shown[1]))
        if not words or not 5 <= len(words[-1]) <= 12:
            continue
        wrong = len(found) % 2 == 1
        typed = _mistyped(words[-1], luck) if wrong else words[-1]
        typed = f"{typed} {words[0]}" if len(found) % 4 == 2 and len(words) > 1 else typed
        found.append(Query(lang, typed, str(entry.shown[0]), wrong))
    return found


def _mistyped(word: str, luck: random.Random) -> str:
    at = luck.randrange(len(word) - 1)
    return luck.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] * 2 + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + luck.choice(word) + word[at + 1 :],
        )
    )


def _add(stock: SearchIndex, lang: str, entry: Entry) -> None:
    """The same texts as a page of Material."""
    path, title = str(entry.shown[0]), escape(str(entry.shown[1]))
    text = "".join(f"<p>{escape(said)}</p>" for weight, said, in_nl in entry.said if in_nl == (lang == "nl"))
    page = SimpleNamespace(content=f"<h1>{title}</h1>{text}", meta={}, toc=[], url=f"{lang}/{path}", title=title)
    stock.add_entry_from_context(page)


def _page(site: Path, lang: str) -> None:
    made = assets(ROOT, ())
    path = made.paths["finder.js"]
    put(site, path, made.files[path])
    put(site, f"{lang}/zoeken.html", PAGE.format(lang=lang, script=path))


def _measure(site: Path, queries: Sequence[Query]) -> tuple[list[int], list[bool]]:
    """Bytes of each first search, with an empty cache, and whether its page was among the first twenty."""
    sent: list[tuple[str, int]] = []
    costs, found = [], []
    with sync_playwright() as playwright, serving(site, sent) as address:
        browser: Browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for query in queries:
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"{address}{query.lang}/zoeken.html", wait_until="networkidle")
            sent.clear()
            page.locator("#w input").fill(query.text)
            page.locator("form[aria-busy=false]").wait_for()
            page.wait_for_load_state("networkidle")
            costs.append(sum(size for _, size in sent))
            links = page.locator("#r a").evaluate_all("all => all.map(one => one.href)")
            found.append(any(str(link).endswith("/" + query.page) for link in links))
            context.close()
        browser.close()
    return costs, found


def _weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))


def _each(sizes: dict[str, int]) -> str:
    return ", ".join(f"{lang} {size / 1e3:.0f} kB" for lang, size in sizes.items())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
