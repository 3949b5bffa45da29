"""The fonts of the sheets have a drawing for every character in the guide: a missing one prints as a box, unannounced."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
from fontTools.ttLib import TTFont

from wijkgids.records import load_guide
from wijkgids.texts import voices

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "overrides" / "fonts"
CATALOGUES = ROOT / "hooks" / "wijkgids" / "catalogues"
FAMILIES = ("NotoSans", "Vazirmatn", "NotoSansEthiopic")
# Signs that the templates set themselves.
OWN = "·–/?،፣ 0123456789€NL"
# Of these a joiner has no drawing and needs none.
SHAPELESS = {"\u200c", "\u200d", "\n", "\t"}


@cache
def drawn(family: str, weight: str) -> frozenset[str]:
    """The characters of one font."""
    return frozenset(map(chr, TTFont(FONTS / f"{family}-{weight}.ttf").getBestCmap()))


def texts() -> Iterator[tuple[str, str]]:
    """Every text that can come on paper, with the file it stands in."""
    for path in sorted([*(ROOT / "data").rglob("*.yml"), *(ROOT / "hooks" / "wijkgids" / "vocabulary").glob("*.yml")]):
        yield from ((path.relative_to(ROOT).as_posix(), line) for line in path.read_text(encoding="utf-8").splitlines())
    for path in sorted([*(ROOT / "data" / "translations").rglob("*.po"), *CATALOGUES.glob("*.po")]):
        for entry in polib.pofile(str(path), encoding="utf-8"):
            for text in (entry.msgid, entry.msgstr, *entry.msgstr_plural.values()):
                yield path.relative_to(ROOT).as_posix(), text
    yield "overrides/sheets", OWN


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_character_of_the_guide_has_a_drawing(weight: str) -> None:
    known = frozenset().union(*(drawn(family, weight) for family in FAMILIES)) | SHAPELESS
    found = list(texts())
    assert len(found) > 500
    missing = {(where, sign) for where, text in found for sign in text if sign not in known}
    assert missing == set()


def test_languages_by_their_own_names_have_drawings() -> None:
    guide, _ = load_guide(ROOT)
    voice = next(iter(voices(guide.checked.languages, {}, guide.words.languages).values()))
    codes = {
        *guide.checked.languages,
        *guide.words.languages,
        *(one.language for actor in guide.actors.values() for one in actor.languages),
        *(
            one.language
            for actor in guide.actors.values()
            for activity in actor.activities
            for one in activity.languages
        ),
    }
    known = frozenset().union(*(drawn(family, "Bold") for family in FAMILIES))
    names = {code: voice.language(code).text for code in codes}
    assert len(names) > 7
    assert {code for code, name in names.items() if not set(name) <= known} == set()


def test_arabic_and_farsi_are_whole_in_their_own_font_and_latin_never_comes_from_it() -> None:
    arabic = {sign for _, text in texts() for sign in text if "\u0600" <= sign <= "\u06ff"}
    assert arabic <= drawn("Vazirmatn", "Regular") & drawn("Vazirmatn", "Bold")
    covers = re.search(r'covers: regex\("(\[.*?\])"\)', (ROOT / "overrides" / "sheets" / "hand.typ").read_text("utf-8"))
    assert covers
    for sign in "09AZazëŞğıİ€–’":
        assert re.match(covers[1], sign), "from Noto Sans also inside Arabic"


def test_each_font_is_the_one_its_source_names() -> None:
    source = (FONTS / "SOURCE.md").read_text(encoding="utf-8")
    for path in sorted(FONTS.glob("*.ttf")):
        assert path.name in source
        assert hashlib.sha256(path.read_bytes()).hexdigest() in source
        assert (FONTS / f"LICENSE-{path.name.split('-')[0]}.txt").is_file()
