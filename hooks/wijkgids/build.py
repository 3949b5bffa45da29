"""The door for a host: load and check a guide, then write everything that is made from its records."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from wijkgids import exports, sheets, web
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.checks import check_guide
from wijkgids.problems import Place, Problem, errors, report, say
from wijkgids.records.guide import Guide, Record, load_guide
from wijkgids.texts import Voice, translations, voices
from wijkgids.views import addresses
from wijkgids.views.prose import ProsePage

__all__ = [
    "HostFacts",
    "Loaded",
    "ProsePage",
    "Unprintable",
    "day_of_environment",
    "load",
    "notices",
    "prose",
    "resolve",
    "write",
]

# Records by the hash of their file: while serving, only what changed is read and checked by the model again.
_records: dict[tuple[str, bytes], Record] = {}


@dataclass(frozen=True)
class HostFacts:
    """What the host's own settings say of the guide; data/gids.yml must say the same."""

    site_name: str
    site_url: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Loaded:
    """A guide that was read and checked on a day. `agenda` is None when it has errors: then nothing can be written."""

    guide: Guide
    today: date
    problems: tuple[Problem, ...]
    agenda: Agenda | None
    voices: Mapping[str, Voice] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether it can be published: warnings do not stop it."""
        return self.agenda is not None

    @property
    def report(self) -> str:
        """All problems in plain Dutch."""
        return report(self.problems)

    def ready(self) -> Agenda:
        """The agenda of a guide without errors."""
        if self.agenda is None:
            raise ValueError(self.report)
        return self.agenda


class Unprintable(Exception):
    """A sheet could not be printed; the text is a report that names the record."""


def load(root: Path, today: date | None, host: HostFacts | None = None) -> Loaded:
    """Read and check the guide under `root`. Its day: `today`, else that of its settings, else the clock's."""
    guide, problems = load_guide(root, _records)
    day = the_day(guide, today)
    problems += check_guide(guide, day)
    if host and guide.settings:
        problems += _differences(guide, host)
    if guide.settings is None or errors(problems):
        return Loaded(guide, day, tuple(problems), None)
    said, found = translations.load(root, guide.settings.languages)
    problems += found
    if errors(problems):
        return Loaded(guide, day, tuple(problems), None)
    spoken = voices(guide.settings.languages, said, guide.words.languages)
    return Loaded(guide, day, tuple(problems), make_agenda(guide, day), spoken)


def a_day(text: str) -> date:
    """A day as people give it to a command (YYYY-MM-DD). Raises ValueError with a Dutch text."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is geen dag; schrijf bijvoorbeeld 2026-11-24") from None


def day_of_environment() -> date | None:
    """The day in WIJKGIDS_TODAY (design §10), None where it is not set. Raises ValueError with a Dutch text."""
    given = os.environ.get("WIJKGIDS_TODAY", "")
    try:
        return a_day(given) if given else None
    except ValueError as error:
        raise ValueError(f"WIJKGIDS_TODAY: {error}") from None


def the_day(guide: Guide, today: date | None) -> date:
    """The day of a build (design §10): what was asked, the settings, the clock in Amsterdam."""
    if today is not None:
        return today
    if guide.settings is not None and guide.settings.today is not None:
        return guide.settings.today
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def write(loaded: Loaded, site: Path, prose_pages: Sequence[ProsePage] = ()) -> list[Path]:
    """Write pages, sheets and feeds of all languages into `site`; what has the same bytes already is left alone."""
    agenda, root = loaded.ready(), loaded.guide.root
    written = web.write(agenda, loaded.voices, site, prose_pages)
    overrides = root / "overrides"
    shelf = root / ".cache" / "sheets"  # printed sheets from build to build; git ignores it
    made, problems = sheets.write(agenda, loaded.voices, site, overrides / "fonts", overrides / "sheets", shelf=shelf)
    if errors(problems):
        raise Unprintable(report(problems))
    return [*written, *made, *exports.write(agenda, site)]


def resolve(loaded: Loaded, reference: str, lang: str) -> str | None:
    """The address of the page that a reference of prose means ("actor/slug", "thema/geld", "week"); None: nowhere."""
    agenda = loaded.ready()
    kind, _, rest = reference.strip("/").partition("/")
    slug, _, activity = rest.partition("/")
    if kind == "actor" and slug in agenda.actors:
        if not activity:
            return addresses.actor(lang, slug)
        return addresses.activity(lang, slug, activity) if (slug, activity) in agenda.activities else None
    if kind == "thema" and rest in loaded.guide.words.themes:
        return addresses.theme(lang, rest)
    if kind in ("week", "zoeken") and rest in loaded.guide.checked.neighbourhoods:
        return addresses.week(lang, rest) if kind == "week" else addresses.finder(lang, rest)
    if rest:
        return None
    pages = {
        "": addresses.home,
        "start": addresses.home,
        "week": addresses.week,
        "zoeken": addresses.finder,
        "gaat-mee": addresses.guides,
        "printen": addresses.print_desk,
        "briefwoorden": addresses.words,
        "wie-maakt-dit": addresses.makers,
        "meer": addresses.everything,
        "over-het-voorbeeld": addresses.sample,
    }
    return pages[kind](lang) if kind in pages else None


def prose(loaded: Loaded, page: ProsePage, content: str) -> str:
    """A hand-written page for residents in our own look: the whole document around its content (HTML)."""
    return web.prose(loaded.ready(), loaded.voices, page, content)


def notices(loaded: Loaded, lang: str) -> Mapping[str, str]:
    """Lines for the pages in the host's own look: that this is a sample, not yet read by a speaker, only in Dutch."""
    return web.notices(loaded.ready(), loaded.voices[lang])


def _differences(guide: Guide, host: HostFacts) -> list[Problem]:
    """What mkdocs.yml repeats must be the same."""
    settings = guide.checked
    pairs = (
        ("site_name", host.site_name, "naam", settings.name),
        ("site_url", host.site_url.rstrip("/"), "adres", settings.address.rstrip("/")),
        ("languages", ", ".join(host.languages), "talen", ", ".join(settings.languages)),
    )
    return [
        Problem(
            Place("mkdocs.yml"),
            key,
            say("'{found}'", found=found),
            say("'{wanted}' (data/gids.yml, {ours})", wanted=wanted, ours=ours),
            "Maak ze gelijk.",
            "anders-dan-gids",
        )
        for key, found, ours, wanted in pairs
        if found != wanted
    ]
