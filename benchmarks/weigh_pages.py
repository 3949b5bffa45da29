"""What pages cost a phone, in a browser: requests and kB (gzip, 1 kB = 1,000 bytes), beside stock Material.

    python benchmarks/weigh_pages.py

Each page is opened with an empty cache, and again after the first page of a visit. Stock Material gets the same actors
and activities as Markdown pages with its own search; its fonts, which it asks of another host, are left out of both.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright
from served import FLAGS, ROOT, built, chromium, serving

sys.path.insert(0, str(ROOT / "hooks"))

from wijkgids.records import load_guide
from wijkgids.records.guide import Guide

STOCK = """\
site_name: Gids
theme: {name: material, language: nl, font: false}
plugins: [search]
nav: [index.md]
"""


@dataclass(frozen=True)
class Cost:
    """What opening a page asked for: files (not the mark of the tab) and bytes as they went over the line."""

    requests: int
    size: int


def main() -> None:
    """Measure and print."""
    guide, _ = load_guide(ROOT)
    slug, group = max(guide.actors.items(), key=lambda each: len(each[1].activities))
    quarter = next(iter(guide.checked.neighbourhoods))
    activity = f"actor/{slug}/{group.activities[0].id}.html"
    kinds = {
        "home": "index.html",
        "theme": f"thema/{next(iter(guide.words.themes))}.html",
        "actor": f"actor/{slug}.html",
        "activity": activity,
        "week": f"week/{quarter}.html",
        "finder": f"zoeken/{quarter}.html",
        "guides": "gaat-mee.html",
    }
    sent: list[tuple[str, int]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        print(f"{'':<30}{'requests':>9}{'cold kB':>9}{'further kB':>12}")
        with built() as site, serving(site, sent) as address:
            for lang in guide.checked.languages:
                for kind, page in kinds.items():
                    path = "" if lang == "nl" else f"{lang}/"
                    before = kinds["activity"] if kind == "home" else kinds["home"]
                    show(f"{lang} {kind}", browser, sent, address + path + page, address + path + before)
        with stock(guide) as site, serving(site, sent) as address:
            show("stock Material home", browser, sent, address + "index.html", f"{address}{slug}/index.html")
            show("stock Material actor", browser, sent, f"{address}{slug}/index.html", address + "index.html")
        browser.close()


def show(name: str, browser: Browser, sent: list[tuple[str, int]], url: str, before: str) -> None:
    """One line: the page cold, and after another page of the same visit."""
    with fresh(browser) as context:
        cold = cost(context, sent, url)
    with fresh(browser) as context:
        cost(context, sent, before)
        further = cost(context, sent, url)
    print(f"{name:<30}{cold.requests:>9}{cold.size / 1000:>9.1f}{further.size / 1000:>12.1f}", flush=True)


@contextmanager
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """A visit with an empty cache, at the size of a cheap phone."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    yield context
    context.close()


def cost(context: BrowserContext, sent: list[tuple[str, int]], url: str) -> Cost:
    """Open a page and add up the bodies that came over the line."""
    sent.clear()
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.close()
    counted = [size for path, size in sent if "favicon" not in path]
    return Cost(len(counted), sum(counted))


@contextmanager
def stock(guide: Guide) -> Iterator[Path]:
    """The same actors and activities as pages of stock Material, one page for each."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        docs = root / "docs"
        docs.mkdir()
        (root / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
        links = []
        for slug, actor in guide.actors.items():
            lines = [f"# {actor.name}", "", str(actor.summary), ""]
            for one in actor.activities:
                lines += [f"## {one.name}", "", str(one.summary or ""), ""]
            (docs / f"{slug}.md").write_text("\n".join(lines), encoding="utf-8")
            links.append(f"- [{actor.name}]({slug}.md)")
        (docs / "index.md").write_text("\n".join(["# Gids", "", *links]), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(root / "site")]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        yield root / "site"


if __name__ == "__main__":
    main()
