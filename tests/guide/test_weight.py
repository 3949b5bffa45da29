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


def test_home_and_activities_fit_in_eight_kilobytes_cold(site: Path) -> None:
    heavy = {}
    for folder in folders(site):
        for page in [folder / "index.html", *folder.glob("actor/*/*.html")]:
            if (size := cold(page)) > COLD:
                heavy[page.relative_to(site).as_posix()] = size
    assert heavy == {}


@pytest.mark.parametrize(
    ("pattern", "most"),
    [("index.html", FURTHER), ("actor/*.html", RICH), ("actor/*/*.html", FURTHER), ("thema/*.html", FURTHER), ("gaat-mee.html", LIST),
     ("printen.html", FURTHER), ("week.html", FURTHER), ("week/*.html", LIST), ("zoeken/*.html", LIST), ("over*.html", FURTHER), ("privacy.html", FURTHER)],
)  # fmt: skip
def test_a_further_page(site: Path, pattern: str, most: int) -> None:
    pages = [page for folder in folders(site) for page in folder.glob(pattern)]
    assert pages
    heavy = {page.relative_to(site).as_posix(): weight(page) for page in pages if weight(page) > most}
    assert heavy == {}
