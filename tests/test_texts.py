"""Voices: dates, lists, plurals, schedules and translations in each language."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from wijkgids import schedules, vocabulary
from wijkgids.records.said import Said
from wijkgids.records.values import Price
from wijkgids.texts import Ltr, Name, Sentence, Voice, flat, isolated, voices
from wijkgids.texts.catalogues import Catalogue
from wijkgids.texts.schedule import schedule
from wijkgids.texts.translations import Translations, load
from wijkgids.texts.voice import fill

TODAY = date(2026, 11, 24)
LANGUAGES = ("nl", "en", "ar", "tr", "uk", "fa", "ti")


@pytest.fixture(scope="module")
def spoken() -> dict[str, Voice]:
    words, problems = vocabulary.load()
    assert problems == []
    return voices(LANGUAGES, {}, words.languages)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "dinsdag 24 november"),
        ("en", "Tuesday 24 November"),
        ("ar", "الثلاثاء 24 نوفمبر"),
        ("tr", "24 Kasım Salı"),
        ("uk", "вівторок, 24 листопада"),
        ("ti", "ሰሉስ 24 ሕዳር"),
    ],
)
def test_a_day_in_each_language(spoken: dict[str, Voice], lang: str, said: str) -> None:
    assert str(spoken[lang].day_long(TODAY)) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_digit_of_a_date_is_a_fact(spoken: dict[str, Voice], lang: str) -> None:
    voice = spoken[lang]
    for piece in (
        voice.day_long(TODAY),
        voice.day_year(TODAY),
        voice.period(TODAY, date(2026, 12, 6)),
        voice.month_year(TODAY),
    ):
        for part in flat(piece):
            assert isinstance(part, Ltr) or not any(sign.isdigit() for sign in str(part))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-11-23", "2026-11-29", "23 t/m 29 november 2026"),
        ("2026-11-30", "2026-12-06", "30 november t/m 6 december 2026"),
        ("2026-12-28", "2027-01-03", "28 december 2026 t/m 3 januari 2027"),
    ],
)
def test_a_period(spoken: dict[str, Voice], first: str, last: str, said: str) -> None:
    assert str(spoken["nl"].period(date.fromisoformat(first), date.fromisoformat(last))) == said


def test_prices_and_times_are_facts(spoken: dict[str, Voice]) -> None:
    voice = spoken["ar"]
    assert voice.price(Price("amount", Decimal("2.50"))) == "€\u00a02,50"
    assert voice.price(Price("amount", Decimal("3.00"))) == "€\u00a03"
    assert isinstance(voice.price(Price("amount", Decimal("2.50"))), Ltr)
    assert voice.times(time(9, 30), time(11)) == "09:30–11:00"
    assert isinstance(voice.phone("020 000 01 12"), Ltr)


def test_languages_by_their_own_name(spoken: dict[str, Voice]) -> None:
    own = [str(spoken["nl"].language(code)) for code in ("ar", "ti", "uk", "tr", "srn", "pap", "xx")]
    assert own == ["العربية", "ትግርኛ", "Українська", "Türkçe", "Sranantongo", "Papiamentu", "Xx"]
    assert spoken["nl"].language_here("ar") == "Arabisch"


def test_slots_keep_the_type_of_what_is_in_them() -> None:
    said = fill("Bel {nummer} bij {naam}.", {"nummer": Ltr("020"), "naam": Name("De Linde")})
    assert isinstance(said, Sentence)
    assert [type(part).__name__ for part in said] == ["str", "Ltr", "str", "Name", "str"]
    assert str(said) == "Bel 020 bij De Linde."
    assert fill("Een {onbekend} vak", {}) == Sentence(("Een {onbekend} vak",)), (
        "a slot that nobody fills stays to be seen"
    )


def test_plural_forms_of_the_language() -> None:
    def three(number: int) -> int:
        return 0 if number == 1 else 1 if number < 5 else 2

    catalogue = Catalogue("uk", {}, {"{n} keer": ("{n} раз", "{n} рази", "{n} разів")}, three, False)
    voice = Voice("uk", catalogue, Translations("uk"), voices(["uk"], {}, {})["uk"].locale, {})
    assert [str(voice.many("{n} keer", "{n} keren", number)) for number in (1, 3, 7)] == ["1 раз", "3 рази", "7 разів"]
    assert str(voices(["nl"], {}, {})["nl"].many("{n} keer", "{n} keren", 2)) == "2 keren"


SENTENCES = [
    ({"elke": "dinsdag en donderdag", "tijd": "10:00-12:00", "niet": ["schoolvakanties", "feestdagen"]},
     "Elke dinsdag en donderdag, van 10:00 tot 12:00.", "Niet in schoolvakanties of op feestdagen."),
    ({"elke": "1e en 3e woensdag", "tijd": "19:30-21:30", "bij_feestdag": "week later"},
     "Elke eerste en derde woensdag van de maand, van 19:30 tot 21:30.", "Is het een feestdag? Dan is het een week later."),
    ({"elke": "om de week dinsdag", "vanaf": "2026-12-01", "tijd": "10:00-12:00"},
     "Om de week op dinsdag, van 10:00 tot 12:00. Vanaf 1 december 2026.", None),
    ({"elke": "maandag t/m vrijdag", "tijd": "9:00-17:00"}, "Maandag tot en met vrijdag, van 09:00 tot 17:00.", None),
    ({"elke": "maandag t/m donderdag", "tijd": "9:00-17:00"}, "Maandag tot en met donderdag, van 09:00 tot 17:00.", None),
    ({"op": ["2026-11-01", "2026-12-05", "2027-01-09"], "tijd": "14:00-17:00"},
     "Op 5 december en 9 januari 2027, van 14:00 tot 17:00.", None),
    ({"elke": "laatste vrijdag van de maand", "tijd": "19:30"}, "Elke laatste vrijdag van de maand, om 19:30.", None),
    ({"elke": "even weken dinsdag", "tijd": "10:00-12:00", "niet": ["juli en augustus", "kerst"]},
     "In even weken op dinsdag, van 10:00 tot 12:00.", "Niet in juli en augustus of met Kerst."),
    ({"elke": "dag", "tijd": "09:00-10:00", "bij_feestdag": "gaat door"}, "Elke dag, van 09:00 tot 10:00.", "Ook op feestdagen."),
    ({"elke": "woensdag", "tijd": "10:00-12:00", "tot": "2026-10-28"},
     "Elke woensdag, van 10:00 tot 12:00. Dit was tot en met 28 oktober 2026.", None),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "when", "but"), SENTENCES)
def test_a_schedule_as_a_sentence(
    spoken: dict[str, Voice], fields: dict[str, object], when: str, but: str | None
) -> None:
    rule, refused = schedules.parse_rule(fields, ())
    assert refused == []
    assert rule is not None
    said = schedule(spoken["nl"], rule, TODAY)
    assert str(said.when) == when
    assert (None if said.but is None else str(said.but)) == but


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#, fuzzy
msgctxt "samenvatting"
msgid "Een groep."
msgstr "A group."

msgctxt "naam"
msgid "Koffie"
msgstr "Coffee"
"""


def translated(folder: Path) -> Translations:
    path = folder / "data" / "translations" / "en" / "wijk" / "groep.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    found, problems = load(folder, ["nl", "en"])
    assert problems == []
    return found["en"]


def test_a_translation_holds_only_for_todays_dutch(tmp_path: Path) -> None:
    said = translated(tmp_path)
    voice = Voice("en", Catalogue("en", {}, {}, int, False), said, voices(["en"], {}, {})["en"].locale, {})
    fresh = voice.prose(Said("Een groep.", "groep", "samenvatting"))
    assert (fresh.text, fresh.lang, fresh.missing, fresh.unread) == ("A group.", "en", False, True)
    moved_on = voice.prose(Said("Een nieuwe groep.", "groep", "samenvatting"))
    assert (moved_on.text, moved_on.lang, moved_on.missing) == ("Een nieuwe groep.", "nl", True)


def test_fuzzy_is_what_no_speaker_has_read(tmp_path: Path) -> None:
    found = translated(tmp_path).find(Said("Koffie", "groep", "naam"))
    assert found is not None
    assert found.read
    elsewhere = translated(tmp_path / "b").find(Said("Koffie", "ander", "activiteiten.x.naam"))
    assert elsewhere is not None
    assert not elsewhere.read, "found by look-up at another place: unread until someone says so"


def test_a_broken_file_of_translations_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "data" / "translations" / "en" / "wijk" / "groep.po"
    path.parent.mkdir(parents=True)
    path.write_text('mgsid "x"\nmsgstr "y"\n', encoding="utf-8")
    _, problems = load(tmp_path, ["en"])
    assert [problem.place.path for problem in problems] == ["data/translations/en/wijk/groep.po"]
    assert "/" not in problems[0].found.replace("data/translations/en/wijk/groep.po", "")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("ساعة استشارة (buurtteam)", ["buurtteam"]),
        ("في Huis van de Wijk De Linde، القاعة 2", ["Huis van de Wijk De Linde", "2"]),
        ("قبل 20:30. رقم 020 000 01 12 و € 2,50", ["20:30", "020 000 01 12", "€ 2,50"]),
        ("لا شيء", []),
    ],
)
def test_latin_words_and_numbers_that_a_translator_typed_are_facts(text: str, facts: list[str]) -> None:
    pieces = isolated(text)
    assert "".join(pieces) == text
    assert [piece for piece in pieces if isinstance(piece, Ltr)] == facts
