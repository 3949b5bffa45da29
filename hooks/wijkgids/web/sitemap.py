"""The list of pages for search engines: pages from records and hand-written ones, each with its other languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from wijkgids.views import addresses
from wijkgids.views.prose import ProsePage
from wijkgids.views.shell import absolute

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(address: str, locals_: Iterable[str], languages: Sequence[str], prose: Iterable[ProsePage]) -> str:
    """The sitemap (sitemaps.org 0.9, xhtml:link for languages). `locals_`: Dutch addresses of pages in every language.

    A hand-written page stands in it only in the languages in which somebody wrote it.
    """
    entries: list[str] = []
    for local in locals_:
        where = {lang: addresses.page(lang, local) for lang in languages}
        entries += [_entry(address, where[lang], where) for lang in languages]
    for page in prose:
        if page.lang in page.own or page.lang == addresses.SOURCE:
            where = {lang: path for lang, path in page.alternates.items() if lang in page.own}
            entries.append(_entry(address, page.path, where))
    return _HEAD + "".join(entries) + "</urlset>\n"


def robots(address: str) -> str:
    """robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(address, 'sitemap.xml')}\n"


def _entry(address: str, path: str, where: Mapping[str, str]) -> str:
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={quoteattr(absolute(address, one))}/>'
        for lang, one in where.items()
    )
    return f"<url><loc>{escape(absolute(address, path))}</loc>{others}</url>\n"
