"""Every link, anchor and asset of the built site leads somewhere, on disk as well as on the web."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "form": "action", "iframe": "src"}
OUTSIDE = {"http", "https", "mailto", "tel", "data", "sms", "geo"}
# `rel` of links that name an address in the world, not a file to fetch.
NAMING = {"canonical", "alternate"}


class Page(HTMLParser):
    """The ids and links of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "use" and (target := given.get("href")):
            self.links.append(target)
        if tag in LINKS and (target := given.get(LINKS[tag])) is not None and given.get("rel") not in NAMING:
            self.links.append(target)


@functools.cache
def page_of(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def pages(site: Path) -> Iterator[tuple[str, Page]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), page_of(path)


def test_every_link_and_anchor_resolves(site: Path) -> None:
    broken = []
    count = 0
    for name, page in pages(site):
        for link in page.links:
            split = urlsplit(link)
            if split.scheme in OUTSIDE or link == "":
                continue
            count += 1
            # 404.html is shown at any address, so its links begin at the root.
            base = "/" if split.path.startswith("/") else posixpath.dirname(name)
            target = posixpath.normpath(
                posixpath.join(base, unquote(split.path).lstrip("/") if base == "/" else unquote(split.path))
            ).lstrip("/")
            if not split.path:
                target = name
            if split.path.startswith("/") and name != "404.html":
                broken.append(f"{name}: {link} begins at the root: it breaks under a prefix and on disk")
                continue
            path = site / target
            if split.path.endswith("/") and path.is_dir():
                path = path / "index.html"
            if not path.is_file():
                broken.append(f"{name}: {link}")
            elif split.fragment.startswith("m="):  # what the little folder is opened with
                if not (site / "actor" / f"{split.fragment[2:]}.html").is_file():
                    broken.append(f"{name}: {link} (no such entry)")
            # A finder takes more than one choice: "bewegen,gratis".
            elif path.suffix == ".html" and not set(filter(None, unquote(split.fragment).split(","))) <= set(
                page_of(path).ids
            ):
                broken.append(f"{name}: {link} (no such anchor)")
    assert broken == []
    assert count > 10 * len(list(site.rglob("*.html"))), "the site was read"


def test_ids_are_unique(site: Path) -> None:
    twice = {name: sorted({one for one in page.ids if page.ids.count(one) > 1}) for name, page in pages(site)}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_links_name_a_file_not_a_folder(site: Path) -> None:
    """On disk a browser shows the list of files for a folder. Short codes are for paper and QR: no page links to them."""
    folders = [
        f"{name}: {link}"
        for name, page in pages(site)
        for link in page.links
        if urlsplit(link).path.endswith("/") and not urlsplit(link).scheme
    ]
    assert folders == []
