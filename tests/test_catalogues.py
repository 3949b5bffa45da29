"""The interface is complete in every language of the sample, and nothing is said that no catalogue has."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import polib
import pytest

import msgids
from wijkgids import build, sheets, web
from wijkgids.records.sayings import sayings
from wijkgids.texts import Voice
from wijkgids.texts.catalogues import FOLDER, catalogue
from wijkgids.views.week_sheet import week_sheet
from wijkgids.yamlfiles.read import _INVISIBLE

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ar", "tr", "uk", "fa", "ti")
FORMS = {"en": 2, "ar": 6, "tr": 2, "uk": 3, "fa": 2, "ti": 2}
SLOT = re.compile(r"\{\w*\}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_is_complete(lang: str) -> None:
    have = catalogue(lang)
    assert sorted(set(msgids.texts()) - set(have.texts)) == []
    assert {one: len(have.plurals.get(one, ())) for one in msgids.plurals()} == dict.fromkeys(
        msgids.plurals(), FORMS[lang]
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_has_nothing_that_nobody_says(lang: str) -> None:
    have = catalogue(lang)
    assert sorted(set(have.texts) - set(msgids.texts())) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_slots_are_those_of_the_dutch(lang: str) -> None:
    have = catalogue(lang)
    wrong = {
        msgid: text for msgid, text in have.texts.items() if sorted(SLOT.findall(msgid)) != sorted(SLOT.findall(text))
    }
    assert wrong == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_steers_no_direction(lang: str) -> None:
    """Isolation is the program's: a mark in a text would be doubled or lost."""
    texts = [*catalogue(lang).texts.values(), *(text for forms in catalogue(lang).plurals.values() for text in forms)]
    for path in sorted((ROOT / "data" / "translations" / lang).rglob("*.po")):
        texts += [entry.msgstr for entry in polib.pofile(str(path))]
    assert [text for text in texts if _INVISIBLE.search(text) or "\u0640" in text] == []
    assert [
        text for text in texts if any(unicodedata.category(sign) == "Nd" and not sign.isascii() for sign in text)
    ] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_no_speaker_has_read_is_marked(lang: str) -> None:
    """Until someone reads an entry it is fuzzy; who read it stands beside it (design §10)."""
    paths = [FOLDER / f"{lang}.po", *sorted((ROOT / "data" / "translations" / lang).rglob("*.po"))]
    assert paths[0].is_file()
    for path in paths:
        for entry in polib.pofile(str(path)):
            assert entry.fuzzy or "gelezen:" in entry.tcomment, (path.name, entry.msgid)


class Listening(dict[str, str]):
    """A catalogue's texts that notes what was asked of it in vain."""

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__(texts)
        self.missed: set[str] = set()

    def get(self, key: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """Like a dict, noting the key."""
        if key not in self:
            self.missed.add(key)
        return super().get(key, default)


@pytest.fixture(scope="module")
def loaded() -> build.Loaded:
    return build.load(ROOT, None)


def test_nothing_is_said_that_the_catalogue_lacks(loaded: build.Loaded, tmp_path: Path) -> None:
    """Pages and sheets of the whole guide, in one language, with an ear at every text: no table escapes the list."""
    voice = loaded.voices["ar"]
    texts = Listening(dict(voice.catalogue.texts))
    heard: dict[str, Voice] = {**loaded.voices, "ar": replace(voice, catalogue=replace(voice.catalogue, texts=texts))}
    agenda = loaded.ready()
    web.write(agenda, {"nl": heard["nl"], "ar": heard["ar"]}, tmp_path)
    for spec in sheets.wanted(agenda):
        if "ar" in spec.languages:
            week_sheet(agenda, heard, spec)
    assert sorted(texts.missed) == []


@pytest.mark.sample
def test_records_are_translated_as_far_as_the_sample_promises(loaded: build.Loaded) -> None:
    """English and Arabic whole; at least a third in the others, and not all, so that both states are seen."""
    guide = loaded.guide
    said = [
        *sayings("gids", guide.checked),
        *(one for slug, actor in guide.actors.items() for one in sayings(slug, actor)),
    ]
    for lang in LANGUAGES:
        prose = [loaded.voices[lang].prose(one) for one in said]
        share = 1 - sum(one.missing for one in prose) / len(prose)
        assert share == 1 if lang in ("en", "ar") else 1 / 3 <= share < 1, (lang, share)
        assert all(one.unread for one in prose if not one.missing), lang
