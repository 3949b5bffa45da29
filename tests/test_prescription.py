"""Welfare on prescription: only who agreed, the coach first, and nothing on paper of where it was given."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from guides import HEAD, TODAY, small_agenda
from wijkgids import web
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.records import load_guide
from wijkgids.texts import Prose, Sentence, Strong, Voice, translations, voices
from wijkgids.views import prescription
from wijkgids.web.pages import pages as every_page
from wijkgids.web.pages import prescription as prescription_pages

ROOT = Path(__file__).resolve().parent.parent
AGREED = HEAD.replace("van: de gastvrouw}", "van: de gastvrouw, verwijzers: ja}")


def thee(*more: str) -> str:
    """An activity of a group, with more lines."""
    lines = ["naam: Thee", "recept: Koffie drinken", "wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}]", *more]
    return "activiteiten:\n  - id: thee\n    code: wwww\n" + "".join(f"    {line}\n" for line in lines)


def voice(agenda: Agenda, lang: str = "nl") -> Voice:
    return voices([lang], {lang: translations.Translations(lang)}, agenda.guide.words.languages)[lang]


def said(value: object) -> str:
    """All words of a view."""
    if isinstance(value, Sentence):
        return "".join(said(part) for part in value.pieces)
    if isinstance(value, Strong):
        return said(value.piece)
    if isinstance(value, str | Prose):
        return str(value)
    if isinstance(value, tuple | list):
        return " ".join(said(part) for part in value)
    if is_dataclass(value):
        return " ".join(said(getattr(value, one.name)) for one in fields(value))
    return ""


def chosen(agenda: Agenda) -> list[str]:
    """The ids of what may be chosen."""
    page = prescription.prescription_page(agenda, voice(agenda))
    return [one.id for part in page.categories for one in part.choices]


# who is on it


def test_what_agreed_is_on_it(tmp_path: Path) -> None:
    assert chosen(small_agenda(tmp_path, groep=AGREED + thee())) == ["groep.thee"]


@pytest.mark.parametrize(
    ("head", "more"),
    [
        (HEAD, ()),  # the group did not say that people may be sent
        (AGREED.replace("verwijzers: ja", "verwijzers: nee"), ()),
        (AGREED.replace("verwijzers: ja", "verwijzers: onbekend"), ()),
        (AGREED, ("verwijzers: nee",)),
        (AGREED, ("besloten: ja", "hoe_meedoen: Bel ons.")),
        (AGREED, ("gestopt: {op: 2026-10-02}",)),
        (AGREED.replace("op: 2026-11-02", "op: 2025-06-02"), ()),  # so old that it left the sheets
    ],
)
def test_what_did_not_agree_or_is_not_open_now_is_not(tmp_path: Path, head: str, more: tuple[str, ...]) -> None:
    assert chosen(small_agenda(tmp_path, groep=head + thee(*more))) == []


def test_without_a_heading_nothing_is_sent_to(tmp_path: Path) -> None:
    """Whether doctors may send to an activity is asked for each activity (`recept`)."""
    assert chosen(small_agenda(tmp_path, groep=AGREED + thee().replace("    recept: Koffie drinken\n", ""))) == []


def test_an_organiser_who_refuses_keeps_it_off(tmp_path: Path) -> None:
    other = HEAD.replace("De Proef", "De Ander").replace("qqqq", "q2q2")
    refuses = other.replace("van: de gastvrouw}", "van: de gastvrouw, verwijzers: nee}")
    agenda = small_agenda(tmp_path, groep=AGREED + thee("organisator: ander"), ander=refuses)
    assert chosen(agenda) == []


def test_what_may_be_old_says_to_call_first(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, date(2027, 6, 1), groep=AGREED + thee())
    page = prescription.prescription_page(agenda, voice(agenda))
    assert "Bel eerst" in said(page.categories[0].choices[0].chips)


def test_what_falls_due_before_the_sheet_does_says_when(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, date(2027, 3, 1), groep=AGREED + thee())
    page = prescription.prescription_page(agenda, voice(agenda))
    assert said(page.categories[0].choices[0].checked) == "Bel eerst vanaf 02-05-2027."
    assert page.until == "01-06-2027"


# its headings


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Bewegen", "bewegen"),
        ("samen bewegen", "bewegen"),
        ("iets maken met je handen", "maken"),
        ("Creatief", "maken"),
        ("Samen eten", "eten"),
        ("Taal oefenen", "leren"),
        ("anderen ontmoeten", "ontmoeten"),
        ("vrijwilligerswerk", "meehelpen"),
        ("Rust en slaap", None),
        ("weten wat je wilt", None),
    ],
)
def test_people_write_a_heading_in_their_own_words(words: str, heading: str | None) -> None:
    assert prescription.heading_of(words) == heading


def test_own_words_are_a_heading_of_their_own_once(tmp_path: Path) -> None:
    second = AGREED.replace("De Proef", "De Ander").replace("qqqq", "q2q2")
    agenda = small_agenda(
        tmp_path,
        groep=AGREED + thee().replace("Koffie drinken", "rust en slaap"),
        ander=second + thee().replace("Koffie drinken", "Rust en slaap").replace("wwww", "w2w2"),
    )
    page = prescription.prescription_page(agenda, voice(agenda))
    assert [(str(part.heading), len(part.choices)) for part in page.categories] == [("Rust en slaap", 2)]


def test_a_heading_without_letters_is_still_a_heading(tmp_path: Path) -> None:
    assert chosen(small_agenda(tmp_path, groep=AGREED + thee().replace("Koffie drinken", "'?!'"))) == ["groep.thee"]


def test_headings_stand_in_a_fixed_order_in_the_readers_words(tmp_path: Path) -> None:
    second = AGREED.replace("De Proef", "De Ander").replace("qqqq", "q2q2")
    agenda = small_agenda(
        tmp_path,
        groep=AGREED + thee().replace("Koffie drinken", "Samen bewegen"),
        ander=second + thee().replace("Koffie drinken", "creatief").replace("wwww", "w2w2"),
    )
    page = prescription.prescription_page(agenda, voice(agenda))
    assert [str(part.heading) for part in page.categories] == ["Iets maken", "Bewegen"]


# the coach


COACH = AGREED + "mensen: [{rol: welzijnscoach, talen: [tr], vraag_naar: de welzijnscoach, wanneer: maandag}]\n"
TALK = (
    "activiteiten:\n"
    "  - id: praten\n"
    "    code: w2w2\n"
    "    naam: Praten met de coach\n"
    "    samenvatting: De coach luistert.\n"
    "    recept: Gesprek met de coach\n"
    "    op_afspraak: ja\n"
    "    drempels: {wachttijd: ongeveer 1 week}\n"
)


def test_the_coach_leads_and_is_no_choice_as_well(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=COACH + TALK)
    page = prescription.prescription_page(agenda, voice(agenda))
    (coach,) = page.coaches
    assert str(coach.name) == "Groep De Proef"
    assert coach.phone == "020\u00a0000\u00a000\u00a009"
    assert "maandag" in said(coach.when) or "afspraak" in said(coach.when)
    assert "ongeveer 1 week" in said(coach.chips)
    assert "De coach luistert." in said(coach.said)
    assert page.categories == ()


def test_a_coach_without_a_talk_in_the_guide_is_known_by_the_role(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=COACH)
    (coach,) = prescription.prescription_page(agenda, voice(agenda)).coaches
    assert str(coach.name) == "Groep De Proef"
    assert said(coach.when) == "maandag"


def test_where_no_coach_is_known_it_says_whom_to_call(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=AGREED + thee())
    (coach,) = prescription.prescription_page(agenda, voice(agenda)).coaches
    assert coach.name is None
    assert "De Wijk" in said(coach.said)
    assert coach.phone == "020\u00a0000\u00a000\u00a001"


# the paper


def test_the_sheet_in_two_languages_has_the_same_parts() -> None:
    """Each part is found in the other language by its name."""
    guide, _ = load_guide(ROOT)
    agenda = make_agenda(guide, guide.checked.today or TODAY)
    every = voices(
        ["nl", "ar"], {code: translations.Translations(code) for code in ("nl", "ar")}, guide.words.languages
    )
    press = web.press(agenda, every)
    names = []
    for one in every.values():
        html = press.page(next(iter(prescription_pages.pages(agenda, one))), one)
        found = re.findall(r'data-t="?([^"\s>]+)', html)
        assert len(set(found)) == len(found)
        names.append(sorted(found))
    assert names[0] == names[1]


@pytest.mark.sample
def test_residents_are_never_led_to_it() -> None:
    """Only the page with everything may, under "for who works here" (design §1)."""
    guide, _ = load_guide(ROOT)
    agenda = make_agenda(guide, guide.checked.today or TODAY)
    one = voice(agenda)
    press = web.press(agenda, {"nl": one})
    led = [
        page.local
        for page in every_page(agenda, one)
        if page.local not in ("meer.html", "recept.html") and "recept.html" in press.page(page, one)
    ]
    assert led == []
