"""Addresses of pages and sheets (design §10): Dutch at the root, other languages under their code, slugs the same.

Every address is a path below the site without a leading slash. Links between pages are relative, so that a site under a
prefix, or opened from disk, works.
"""

from __future__ import annotations

import posixpath

SOURCE = "nl"
WEEKS = 4  # this week and the next three


def page(lang: str, path: str) -> str:
    """The address of a page in a language."""
    return path if lang == SOURCE else f"{lang}/{path}"


def home(lang: str) -> str:
    """The first page."""
    return page(lang, "index.html")


def actor(lang: str, slug: str) -> str:
    """The page of an actor."""
    return page(lang, f"actor/{slug}.html")


def activity(lang: str, slug: str, id_: str) -> str:
    """The page of an activity."""
    return page(lang, f"actor/{slug}/{id_}.html")


def theme(lang: str, id_: str) -> str:
    """The page of a theme."""
    return page(lang, f"thema/{id_}.html")


def week(lang: str, neighbourhood: str | None = None, number: int = 1) -> str:
    """The week of a neighbourhood (1 is this week), or the page to choose one."""
    if neighbourhood is None:
        return page(lang, "week.html")
    return page(lang, f"week/{neighbourhood}.html" if number == 1 else f"week/{neighbourhood}-{number}.html")


def finder(lang: str, neighbourhood: str | None = None) -> str:
    """The finder of the whole guide or of a neighbourhood."""
    return page(lang, "zoeken.html" if neighbourhood is None else f"zoeken/{neighbourhood}.html")


def guides(lang: str) -> str:
    """Who goes with you."""
    return page(lang, "gaat-mee.html")


def print_desk(lang: str) -> str:
    """The print desk."""
    return page(lang, "printen.html")


def sample(lang: str) -> str:
    """About the sample."""
    return page(lang, "over-het-voorbeeld.html")


def prose(lang: str, name: str) -> str:
    """A hand-written page of docs/, which the host makes."""
    return page(lang, f"{name}.html")


def short(code: str) -> str:
    """The folder of a permanent short code."""
    return f"k/{code}/"


def sheet(slug: str, *, next_week: bool = False, languages: tuple[str, ...] = (SOURCE,)) -> str:
    """A week sheet: `slug` is a house or a neighbourhood; one language, or Dutch beside another."""
    name = "volgende-week" if next_week else "deze-week"
    suffix = "" if languages == (SOURCE,) else "." + "-".join(languages)
    return f"druk/{slug}/{name}{suffix}.pdf"


def calendar(slug: str, id_: str) -> str:
    """The iCalendar file of an activity."""
    return f"agenda/{slug}/{id_}.ics"


def relative(origin: str, target: str) -> str:
    """The link on page `origin` to `target` (which may carry a #fragment). A folder keeps its slash."""
    path, mark, fragment = target.partition("#")
    if path == origin:
        return mark + fragment or posixpath.basename(path)
    link = posixpath.relpath(path, posixpath.dirname(origin) or ".")
    return link + ("/" if path.endswith("/") else "") + mark + fragment
