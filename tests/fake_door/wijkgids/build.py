"""The door of `wijkgids.build`, with one file per actor in data/actors/, in error when it holds the word FOUT."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path


def day_of_environment() -> date | None:
    given = os.environ.get("WIJKGIDS_TODAY", "")
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise ValueError(f"WIJKGIDS_TODAY: '{given}' is geen dag") from None


class Unprintable(Exception):
    pass


@dataclass(frozen=True)
class HostFacts:
    site_name: str
    site_url: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class ProsePage:
    path: str
    lang: str
    title: str
    source: str
    written_in: str
    unread: bool
    alternates: Mapping[str, str]
    own: frozenset[str]


@dataclass(frozen=True)
class Loaded:
    report: str
    slugs: tuple[str, ...]
    host: HostFacts
    today: date | None
    problems: tuple[str, ...] = ()  # points of attention

    @property
    def ok(self) -> bool:
        return not self.report or bool(self.problems)


def load(root: Path, today: date | None, mkdocs: HostFacts) -> Loaded:
    files = sorted(root.glob("data/actors/*/*.yml"))
    wrong = [f"{file.relative_to(root).as_posix()}:1:7  naam <b>" for file in files if "FOUT" in file.read_text()]
    mild = [f"(let op) {file.stem}" for file in files if "LET OP" in file.read_text()]
    slugs = tuple(file.stem for file in files)
    return Loaded("\n".join([*wrong, *mild]), slugs, mkdocs, today, () if wrong else tuple(mild))


def resolve(loaded: Loaded, ref: str, lang: str) -> str | None:
    pages = {"week": "week.html", "printen": "printen.html", "wie-maakt-dit": "wie-maakt-dit.html"} | {
        f"actor/{slug}": f"actor/{slug}.html" for slug in loaded.slugs
    }
    return ("" if lang == "nl" else f"{lang}/") + pages[ref] if ref in pages else None


def notices(loaded: Loaded, lang: str) -> Mapping[str, str]:
    return {name: f"{name}-{lang}" for name in ("voorbeeld", "ongelezen", "terugval")}


def prose(loaded: Loaded, page: ProsePage, content: str) -> str:
    links = "".join(f'<a href="/{path}">{code}</a>' for code, path in page.alternates.items())
    return f'<!doctype html><html lang="{page.lang}" class="ours"><body>{content}{links}</body></html>'


def write(loaded: Loaded, site: Path, prose: Iterable[ProsePage]) -> list[Path]:
    with Path("geschreven.log").open("a") as log:
        log.write("x")
    if "te-lang" in loaded.slugs:
        raise Unprintable("te-lang past niet op het blad")
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'self'">"""
    pages = {}
    for lang in loaded.host.languages:
        base = site if lang == "nl" else site / lang
        for name in ("index", "week", "printen", "wie-maakt-dit", *(f"actor/{slug}" for slug in loaded.slugs)):
            pages[base / f"{name}.html"] = (
                f"<html lang={lang}>{policy}<body>{name} {loaded.today} {loaded.host.site_url}</body>"
            )
    pages[site / "sitemap.xml"] = "\n".join(page.path for page in prose if page.lang in page.own)
    pages[site / "404.html"] = "<html><body>ours</body>"
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return list(pages)
