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


def theme_in(lang: str, id_: str, neighbourhood: str) -> str:
    """A theme in one neighbourhood."""
    return page(lang, f"thema/{id_}/{neighbourhood}.html")


def speaking(lang: str, code: str) -> str:
    """What there is in a language: `code` is that of the language spoken."""
    return page(lang, f"taal/{code}.html")


def kind_of(lang: str, key: str | None = None) -> str:
    """What has one thing in common (free, in the evening, for women, …), or the page to choose such a thing."""
    return page(lang, "kies.html" if key is None else f"kies/{key}.html")


def day(lang: str, iso: str) -> str:
    """A day in the whole guide; `iso` is its date."""
    return page(lang, f"dag/{iso}.html")


def day_in(lang: str, neighbourhood: str, iso: str) -> str:
    """A day in a neighbourhood; `iso` is its date."""
    return page(lang, f"week/{neighbourhood}/{iso}.html")


def part_of_week(lang: str, neighbourhood: str, part: str) -> str:
    """The evenings, the weekend or the school holiday of a neighbourhood: `part` is avond, weekend or vakantie."""
    return page(lang, f"week/{neighbourhood}/{part}.html")


def house_week(lang: str, slug: str) -> str:
    """The week of a house: the page beside its sheet."""
    return page(lang, f"huis/{slug}.html")


def screen(lang: str, slug: str | None = None) -> str:
    """The screen in the hall of a house or neighbourhood, or the page to choose one."""
    return page(lang, "scherm.html" if slug is None else f"scherm/{slug}.html")


def guides_for(lang: str, theme_id: str) -> str:
    """Who goes with you for a theme."""
    return page(lang, f"gaat-mee/bij/{theme_id}.html")


def guides_speaking(lang: str, code: str) -> str:
    """Who goes with you and speaks a language."""
    return page(lang, f"gaat-mee/taal/{code}.html")


def words(lang: str, slug: str | None = None) -> str:
    """A word from letters, or all of them."""
    return page(lang, "briefwoorden.html" if slug is None else f"briefwoord/{slug}.html")


def folder(lang: str, neighbourhood: str | None = None, number: int = 1) -> str:
    """The little folder with what a reader chose, or a list of a neighbourhood to choose from (1 is the first)."""
    if neighbourhood is None:
        return page(lang, "mapje.html")
    return page(lang, f"mapje/{neighbourhood}.html" if number == 1 else f"mapje/{neighbourhood}-{number}.html")


def cards(lang: str, slug: str) -> str:
    """What the little folder shows of an actor and its activities: data for its script, no page."""
    return page(lang, f"stukje/{slug}.json")


def map_(lang: str, neighbourhood: str | None = None) -> str:
    """The map of the guide or of a neighbourhood."""
    return page(lang, "kaart.html" if neighbourhood is None else f"kaart/{neighbourhood}.html")


def prescription(lang: str) -> str:
    """Welfare on prescription, for the practice nurse."""
    return page(lang, "recept.html")


def keep(lang: str, neighbourhood: str | None = None) -> str:
    """Keep a neighbourhood on the phone, or choose which one."""
    return page(lang, "bewaren.html" if neighbourhood is None else f"bewaren/{neighbourhood}.html")


def makers(lang: str) -> str:
    """Who makes this guide."""
    return page(lang, "wie-maakt-dit.html")


def everything(lang: str) -> str:
    """All that is in the guide besides what the bar leads to."""
    return page(lang, "meer.html")


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
