"""The lists of pages for search engines: one of each language, and the list of those lists (sitemaps.org 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from wijkgids.views import addresses
from wijkgids.views.prose import ProsePage
from wijkgids.views.shell import absolute, findable

INDEX = "sitemap.xml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_MOST = 20_000  # pages in one list; with its languages each stays far under the 50 MB of the protocol


def sitemaps(
    address: str, locals_: Iterable[str], languages: Sequence[str], prose: Iterable[ProsePage]
) -> Iterator[tuple[str, str]]:
    """Path and XML of the list of each language, then of the list of lists. `locals_`: Dutch addresses of all pages.

    A hand-written page stands in it only in the languages in which somebody wrote it. A page in many languages names
    them all (xhtml:link), and the Dutch one for who reads none of them (x-default).
    """
    entries: dict[str, list[str]] = {lang: [] for lang in languages}
    for local in filter(findable, locals_):
        where = {lang: addresses.page(lang, local) for lang in languages}
        others = _others(address, where)
        for lang in languages:
            entries[lang].append(_entry(address, where[lang], others))
    for page in prose:
        if page.lang in page.own or page.lang == addresses.SOURCE:
            where = {lang: path for lang, path in page.alternates.items() if lang in page.own}
            entries[page.lang].append(_entry(address, page.path, _others(address, where)))
    lists: list[str] = []
    for lang, found in entries.items():
        for number, start in enumerate(range(0, len(found), _MOST), 1):
            lists.append(f"sitemap.{lang}.xml" if number == 1 else f"sitemap.{lang}-{number}.xml")
            body = "".join(found[start : start + _MOST])
            yield lists[-1], f'{_XML}<urlset {_NAMES} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{body}</urlset>\n'
    body = "".join(f"<sitemap><loc>{escape(absolute(address, one))}</loc></sitemap>\n" for one in lists)
    yield INDEX, f"{_XML}<sitemapindex {_NAMES}>\n{body}</sitemapindex>\n"


def robots(address: str) -> str:
    """robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(address, INDEX)}\n"


def _entry(address: str, path: str, others: str) -> str:
    return f"<url><loc>{escape(absolute(address, path))}</loc>{others}</url>\n"


def _others(address: str, where: Mapping[str, str]) -> str:
    named = dict(where)
    if addresses.SOURCE in where:
        named["x-default"] = where[addresses.SOURCE]
    return "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={quoteattr(absolute(address, one))}/>'
        for lang, one in named.items()
    )
