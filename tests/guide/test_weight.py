"""What a page weighs on a cheap phone (design §10: kB = 1,000 bytes, gzip, all requests but the favicon)."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from wijkgids.records import load_guide

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
COLD = 8_000
FURTHER = 4_500
LIST = 6_000
# An actor says everything that its record holds. The richest (houses, libraries, desks) do not fit FURTHER in scripts of
# two and three bytes a letter; no other page may take this room.
RICH = 5_200
# Of activities with what the device does by itself (share, read aloud, leave quickly) and a small map, eight kilobytes cold
# is met by most in Latin letters, and by few in scripts of two and three bytes a letter.
FULL = 9_000
WHOLE = 12_000  # lists of a whole guide: the finder, the sheet for a practice
KEPT = 600_000


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def requests(page: Path) -> list[Path]:
    """The files that a page asks for by itself."""
    html = page.read_text(encoding="utf-8")
    wanted = re.findall(r'<link rel="?stylesheet"? href="?([^">\s]+)', html) + re.findall(
        r'<script[^>]* src="?([^">\s]+)', html
    )
    return [(page.parent / one).resolve() for one in wanted]


def folders(site: Path) -> list[Path]:
    return [site if lang == "nl" else site / lang for lang in GUIDE.checked.languages]


def cold(page: Path) -> int:
    return weight(page) + sum(weight(one) for one in requests(page))


def test_home_fits_in_eight_kilobytes_cold(site: Path) -> None:
    heavy = {folder.name: size for folder in folders(site) if (size := cold(folder / "index.html")) > COLD}
    assert heavy == {}


def test_activities_fit_in_little_cold(site: Path) -> None:
    """Eight kilobytes for most of the Dutch ones; no other may take more than FULL."""
    sizes = {page: cold(page) for folder in folders(site) for page in folder.glob("actor/*/*.html")}
    assert {page.relative_to(site).as_posix(): size for page, size in sizes.items() if size > FULL} == {}
    dutch = sorted(size for page, size in sizes.items() if page.relative_to(site).parts[0] == "actor")
    assert dutch[len(dutch) // 2] <= COLD


def test_no_page_asks_for_more_than_two_files_besides_itself(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if "assets/gids." in page.read_text(encoding="utf-8")]
    assert len(pages) > 100
    assert [page.relative_to(site).as_posix() for page in pages if len(requests(page)) > 2] == []


@pytest.mark.parametrize(
    ("pattern", "most"),
    [("index.html", FURTHER), ("actor/*.html", RICH), ("actor/*/*.html", RICH), ("thema/*.html", FURTHER), ("thema/*/*.html", FURTHER),
     ("gaat-mee.html", LIST), ("gaat-mee/**/*.html", FURTHER), ("kies*.html", FURTHER), ("kies/*.html", FURTHER), ("taal/*.html", FURTHER),
     ("printen.html", FURTHER), ("printen/*.html", FURTHER), ("week.html", FURTHER), ("week/*.html", LIST), ("zoeken/*.html", LIST), ("zoeken.html", WHOLE),
     ("kaart.html", FURTHER), ("kaart/*.html", LIST), ("briefwoorden.html", LIST), ("briefwoord/*.html", FURTHER), ("mapje.html", FURTHER), ("mapje/*.html", LIST),
     ("recept.html", WHOLE), ("bewaren*.html", FURTHER), ("bewaren/**/*.html", FURTHER), ("wie-maakt-dit.html", FURTHER), ("meer.html", FURTHER),
     ("over*.html", FURTHER), ("privacy.html", FURTHER)],
)  # fmt: skip
def test_a_further_page(site: Path, pattern: str, most: int) -> None:
    pages = [page for folder in folders(site) for page in folder.glob(pattern)]
    assert pages
    heavy = {page.relative_to(site).as_posix(): weight(page) for page in pages if weight(page) > most}
    assert heavy == {}


def test_a_kept_neighbourhood(site: Path) -> None:
    packs = list((site / "bewaar").glob("*.bin"))
    assert len(packs) == len(GUIDE.checked.neighbourhoods) * len(GUIDE.checked.languages)
    assert [pack.name for pack in packs if pack.stat().st_size > KEPT] == []
