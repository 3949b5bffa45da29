"""The week on paper: what it says, that it fits, and that what comes out of the printer is what was meant."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from guides import HEAD, TODAY, small_guide
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.records import load_guide
from wijkgids.sheets import SheetSpec, wanted, write
from wijkgids.sheets.fit import Layout, Setting, fitted, ladder
from wijkgids.sheets.tagged import runs
from wijkgids.sheets.typeset import Press
from wijkgids.sheets.week import as_json
from wijkgids.texts import Ltr, Name, Prose, Sentence, Strong, Voice, translations, voices
from wijkgids.views.week_sheet import WeekSheet, week_sheet

ROOT = Path(__file__).parent.parent
FONTS, TEMPLATES = ROOT / "overrides" / "fonts", ROOT / "overrides" / "sheets"
NO_BREAK = "\u00a0"

# A group with one of everything. Today is Tuesday 24 November 2026.
GROUP = (
    HEAD
    + """\
plek: {actor: huis, ruimte: zaal 2}
activiteiten:
  - id: thee
    naam: Thee drinken
    voor: [vrouwen]
    leeftijd: {van: 18, tot: 65}
    talen: [{taal: nl}, {taal: ar}, {taal: tr, wanneer: donderdag}, {taal: uk, wanneer: soms}]
    drempels: {kosten: gratis, aanmelden: nee}
    wanneer: [{elke: dinsdag en donderdag, tijd: 10:00-12:00}]
  - id: eten
    naam: Samen eten
    drempels: {kosten: "2,50", aanmelden: ja, stadspas: "1,00"}
    wanneer: [{elke: woensdag, tijd: 18:00-20:00}]
  - id: raad
    naam: Goede raad
    wanneer: [{elke: woensdag, tijd: 09:00-10:00}]
  - id: les
    naam: Taalles
    drempels: {kosten: "45,00", kosten_per: cursus, aanmelden: nee, verwijzing_nodig: ja}
    wanneer: [{elke: woensdag, tijd: 11:00-12:00}]
  - id: kring
    naam: Stille kring
    besloten: ja
    hoe_meedoen: Bel de gastvrouw.
    drempels: {kosten: vrije gift, aanmelden: nee}
    wanneer: [{elke: vrijdag, tijd: 13:00-14:00}]
  - id: lopen
    naam: Wandelen
    drempels: {kosten: gratis, aanmelden: nee}
    wanneer: [{elke: vrijdag, tijd: 15:00-16:00, afgelast: [{op: 2026-11-27, waarom: Het pad is nat.}]}]
  - id: zang
    naam: Zingen
    drempels: {kosten: gratis, aanmelden: nee}
    wanneer: [{elke: zaterdag, tijd: 10:00-11:00, verplaatst: [{van: 2026-11-28, naar: 2026-11-29}]}]
  - id: oud
    naam: Lang niet gezien
    drempels: {kosten: gratis, aanmelden: nee}
    nagekeken: {op: 2026-05-04, door: buurtwerker, hoe: gebeld}
    wanneer: [{elke: maandag, tijd: 10:00-11:00}]
  - id: gezonken
    naam: Veel te oud
    nagekeken: {op: 2025-06-01, door: buurtwerker, hoe: gebeld}
    wanneer: [{elke: maandag, tijd: 10:00-11:00}]
  - id: bellen
    naam: Belronde
    telefonisch: ja
    drempels: {kosten: gratis, aanmelden: nee}
    wanneer: [{elke: maandag, tijd: 09:00-10:00}]
"""
)
ARABIC = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#, fuzzy
msgctxt "activiteiten.thee.naam"
msgid "Thee drinken"
msgstr "نشرب الشاي"

msgctxt "plek.ruimte"
msgid "zaal 2"
msgstr "القاعة 2"
"""
HOSTILE = '#panic(1) $x$ *vet* _ja_ <b> \\\\ @ref \\u202e gnp.exe \\u2069 // \\" ] ) } `raw` https://fout.example'


@dataclass(frozen=True)
class Guide:
    """An agenda with its voices."""

    agenda: Agenda
    voices: dict[str, Voice]

    def sheet(self, slug: str, *languages: str, week: int = 0) -> WeekSheet:
        """What a sheet says."""
        found = [one for one in wanted(self.agenda) if (one.slug, one.languages, one.week) == (slug, languages, week)]
        return week_sheet(self.agenda, self.voices, found[0])


def guide_at(root: Path, agenda: Agenda) -> Guide:
    said, problems = translations.load(root, agenda.guide.checked.languages)
    assert problems == []
    return Guide(agenda, voices(agenda.guide.checked.languages, said, agenda.guide.words.languages))


def made(folder: Path, today: date = TODAY, **records: str) -> Guide:
    guide = small_guide(folder, **records)
    po = folder / "data" / "translations" / "ar" / "wijk" / "groep.po"
    po.parent.mkdir(parents=True)
    po.write_text(ARABIC, encoding="utf-8")
    return guide_at(folder, make_agenda(guide, today))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return made(tmp_path_factory.mktemp("guide"), groep=GROUP)


@pytest.fixture(scope="module")
def site(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    paths, problems = write(guide.agenda, guide.voices, folder, FONTS, TEMPLATES)
    assert problems == []
    assert sorted(paths) == sorted(path for path in folder.rglob("*.pdf"))
    return folder


@pytest.fixture(scope="module")
def sample() -> Guide:
    loaded, _ = load_guide(ROOT)
    return guide_at(ROOT, make_agenda(loaded, loaded.checked.today or TODAY))


def row_of(sheet: WeekSheet, activity: str, weekday: int | None = None) -> Any:
    found = [
        row
        for day in sheet.days
        for row in day.rows
        if row.key[1] == activity and (weekday is None or day.on.isoweekday() == weekday)
    ]
    assert found, activity
    return found[0]


def text(pieces: object) -> str:
    return " | ".join(str(piece) for piece in pieces) if isinstance(pieces, tuple) else str(pieces)


# What is wanted


def test_every_house_and_neighbourhood_has_its_sheets_at_addresses_that_never_change(guide: Guide) -> None:
    assert [spec.path for spec in wanted(guide.agenda)] == [
        f"druk/{slug}/{week}{languages}.pdf"
        for slug in ("huis", "wijk")
        for week in ("deze-week", "volgende-week")
        for languages in ("", ".ar", ".nl-ar")
    ]


# What it says


def test_the_open_door_means_walk_in_and_nothing_else(guide: Guide) -> None:
    sheet = guide.sheet("wijk", "nl")
    ways = {row.key[1]: row.way for day in sheet.days for row in day.rows}
    assert ways == {
        "koffie": "ask",  # nobody told us: that is not "no"
        "thee": "walk-in",
        "eten": "sign-up",
        "raad": "ask",
        "les": "sign-up",  # a referral comes first
        "kring": "sign-up",  # a closed circle
        "lopen": "walk-in",
        "zang": "walk-in",
        "oud": "walk-in",
        "bellen": "phone",
    }


def test_an_unknown_price_is_a_question_and_a_gift_is_not_free(guide: Guide) -> None:
    sheet = guide.sheet("wijk", "nl")
    prices = {row.key[1]: (row.cost, str(row.told[0].price)) for day in sheet.days for row in day.rows}
    assert prices["raad"] == ("unknown", f"€{NO_BREAK}?")
    assert prices["thee"] == ("free", f"€{NO_BREAK}0")
    assert prices["eten"] == ("amount", f"€{NO_BREAK}2,50")
    assert prices["kring"] == ("gift", "vrije gift")
    assert [item.mark for item in sheet.words[0].key].count("ask") == 1


def test_a_price_that_is_not_for_one_time_says_so(guide: Guide) -> None:
    sheet = guide.sheet("huis", "nl")
    assert text(row_of(sheet, "les").told[0].notes) == f"Je hebt een verwijzing nodig | €{NO_BREAK}45 voor de cursus"
    assert text(row_of(sheet, "eten").told[0].notes) == f"€{NO_BREAK}1 met stadspas"


def test_an_old_check_stands_in_a_dashed_box_with_its_date_and_what_sank_is_not_on_paper(guide: Guide) -> None:
    sheet = guide.sheet("huis", "nl")
    assert text(row_of(sheet, "oud").told[0].flags) == "bel eerst · 04-05"
    assert row_of(sheet, "thee").told[0].flags == ()
    assert "gezonken" not in {row.key[1] for day in sheet.days for row in day.rows}
    assert str(sheet.words[0].oldest) == "Oudste controle: 04-05-2026"


def test_a_cancelled_and_a_moved_time_say_so(guide: Guide) -> None:
    sheet = guide.sheet("huis", "nl")
    assert str(row_of(sheet, "lopen").told[0].off) == "gaat niet door: Het pad is nat."
    assert str(row_of(sheet, "zang", 6).told[0].off) == "verplaatst naar zondag 29 november"
    moved = row_of(sheet, "zang", 7).told[0]
    assert moved.off is None
    assert text(moved.notes) == "Dit was eerst op zaterdag 28 november."


def test_a_language_stands_on_the_days_on_which_it_is_spoken(guide: Guide) -> None:
    sheet = guide.sheet("huis", "nl")
    tuesday, thursday = row_of(sheet, "thee", 2), row_of(sheet, "thee", 4)
    assert [(one.code, one.sometimes) for one in tuesday.languages] == [("ar", False), ("uk", True)]
    assert [(one.code, one.sometimes) for one in thursday.languages] == [("ar", False), ("tr", False), ("uk", True)]
    assert "sometimes" in {item.mark for item in sheet.words[0].key}


def test_a_neighbourhood_names_the_place_and_a_house_the_room(guide: Guide) -> None:
    assert text(row_of(guide.sheet("huis", "nl"), "thee").told[0].place) == "Groep De Proef | zaal 2"
    assert text(row_of(guide.sheet("wijk", "nl"), "thee").told[0].place) == "Groep De Proef | Huis De Proef"
    assert text(row_of(guide.sheet("huis", "nl"), "koffie").told[0].place) == ""


def test_whom_to_call_stands_on_the_sheet(guide: Guide) -> None:
    house = guide.sheet("huis", "nl")
    assert [(one.name, one.phone, one.address) for one in house.contacts] == [
        ("Groep De Proef", f"020{NO_BREAK}000{NO_BREAK}00{NO_BREAK}09", None)
    ]
    assert "Proefhof 8" in [one.address for one in guide.sheet("wijk", "nl").contacts]
    assert str(house.words[0].wrong) == f"Klopt er iets niet? Bel 020{NO_BREAK}000{NO_BREAK}00{NO_BREAK}02"


def test_a_discreet_address_is_on_no_sheet(tmp_path: Path) -> None:
    record = HEAD.replace("van: de gastvrouw", "van: de gastvrouw, adres_tonen: na contact") + (
        "plek: {adres: Geheimkade 7, ruimte: achterkamer}\n"
        "activiteiten:\n  - {id: thee, naam: Thee, wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]}\n"
    )
    sheet = made(tmp_path, groep=record).sheet("wijk", "nl")
    assert "Adres na contact" in text(row_of(sheet, "thee").told[0].place)
    assert "Geheimkade" not in str(as_json(sheet, "x"))
    assert "achterkamer" not in str(as_json(sheet, "x"))


def test_an_empty_day_says_so(tmp_path: Path) -> None:
    guide = made(tmp_path)
    days = guide.sheet("huis", "nl").days
    assert [len(day.rows) for day in days] == [1, 1, 1, 1, 1, 0, 0]
    write(guide.agenda, guide.voices, tmp_path / "site", FONTS, TEMPLATES)
    said = [word.text for word in words_of(printed(tmp_path / "site", "huis", "deze-week"))]
    assert said.count("Nog niets") == 2


def test_valid_until_its_sunday_and_made_today(guide: Guide) -> None:
    words = guide.sheet("huis", "nl").words[0]
    assert (str(words.made), str(words.valid)) == ("Gemaakt op 24-11-2026", "Geldt tot en met 29-11-2026")
    following = guide.sheet("huis", "nl", week=1).words[0]
    assert (str(following.title), str(following.valid)) == ("Volgende week", "Geldt tot en met 06-12-2026")


def test_the_short_address_leads_to_the_week_of_the_house(guide: Guide) -> None:
    assert guide.sheet("huis", "nl").address == "https://klein.example/k/hhhh-week/"
    assert guide.sheet("wijk", "nl").short == "klein.example/k/wijk-week"


def test_what_is_not_translated_stands_in_dutch_and_is_marked(guide: Guide) -> None:
    data = as_json(guide.sheet("huis", "ar"), "x")
    told = {row["key"]: row["told"][0] for day in data["days"] for row in day["rows"]}
    assert told["groep/thee"]["title"] == [
        {"kind": "text", "s": "نشرب الشاي", "lang": "ar", "strong": False, "missing": False}
    ]
    assert told["groep/eten"]["title"] == [
        {"kind": "other", "s": "Samen eten", "lang": "nl", "strong": False, "missing": True}
    ]
    words = guide.sheet("huis", "ar").words[0]
    assert "untranslated" in {item.mark for item in words.key}
    assert words.unread is not None, "a title that no speaker has read"
    assert guide.sheet("huis", "nl").words[0].unread is None


def facts(told: dict[str, Any]) -> Counter[str]:
    """Everything in a row that is the same in all languages."""
    found = [run["s"] for run in all_runs(told) if run["kind"] in ("fact", "name")]
    return Counter(found)


def all_runs(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and "kind" in value:
        yield value
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from all_runs(one)


@pytest.mark.parametrize("place", ["huis", "wijk"])
def test_both_halves_hold_the_same_facts(guide: Guide, place: str) -> None:
    data = as_json(guide.sheet(place, "nl", "ar"), "x")
    rows = [row for day in data["days"] for row in day["rows"]]
    assert len(rows) > 15
    for row in rows:
        dutch, other = row["told"]
        # Dates in words hold digits of their own, in the order of each language.
        assert facts(dutch) == facts(other), row["key"]
        assert (dutch["off"] is None) == (other["off"] is None)
        assert [len(dutch[name]) for name in ("whom", "place", "notes", "flags")] == [
            len(other[name]) for name in ("whom", "place", "notes", "flags")
        ]


# Pieces become JSON


def test_each_piece_is_tagged_by_its_kind() -> None:
    piece = Sentence(
        ("اتصل ", Strong(Ltr("020 000")), " أو WhatsApp", Name("De Linde"), Prose("thee", "nl", missing=True))
    )
    assert [(run["kind"], run["s"], run["lang"], run["strong"]) for run in runs(piece, "ar")] == [
        ("text", "اتصل ", "ar", False),
        ("fact", "020 000", "nl", True),
        ("text", " أو ", "ar", False),
        ("latin", "WhatsApp", "nl", False),
        ("name", "De Linde", "nl", False),
        ("other", "thee", "nl", False),
    ]


def test_characters_that_steer_direction_do_not_reach_the_paper() -> None:
    assert runs(Name("De \u202eLinde\u2069\u0007"), "ar")[0]["s"] == "De  Linde  "
    assert runs("نیم\u200cفاصله", "fa")[0]["s"] == "نیم\u200cفاصله", "Farsi is spelled with it"


# The letter that fits


def area(needed: float, languages: int) -> Any:
    """A sheet that needs so many pages at 10 pt, as Typst would report it: the foot takes a quarter of a page."""

    def lay(setting: Setting) -> Layout:
        filled = needed * (setting.size / 10) ** 1.7
        waste = 0.2 * (setting.pages - 1) if setting.whole else 0.0
        return Layout(int(-(-(filled + 0.25 + waste) // 1)), filled, 0.25)

    return lay


def test_a_short_week_is_set_large_and_a_long_one_small() -> None:
    assert fitted(1, area(0.3, 1)) == Setting(11, 1, True)
    assert fitted(1, area(1.0, 1)) == Setting(8, 1, True)
    assert fitted(2, area(1.2, 2)) == Setting(11, 2, True)


def test_never_smaller_than_8_and_further_pages_are_comfortable() -> None:
    for needed in range(1, 300):
        setting = fitted(1, area(needed / 10, 1))
        assert setting is not None
        assert setting.size >= 8
        assert setting.pages < 3 or setting.size >= 9


@pytest.mark.parametrize("languages", [1, 2])
def test_a_hint_saves_work_and_never_changes_the_answer(languages: int) -> None:
    hints = [setting for rung in list(ladder(languages))[:9] for setting in rung.settings()]
    for needed in (0.3, 0.62, 0.97, 1.4, 1.9, 2.2, 3.1, 4.4):
        expected = fitted(languages, area(needed, languages))
        assert {fitted(languages, area(needed, languages), hint) for hint in hints} == {expected}
        tries: list[Setting] = []
        lay = area(needed, languages)
        fitted(languages, lambda setting, lay=lay, tries=tries: tries.append(setting) or lay(setting), expected)  # type: ignore[misc]
        assert len(tries) <= 4


# What comes out of the printer


@dataclass(frozen=True)
class Word:
    """A piece of text on a page: where it begins (points from the left and the foot) and its size in points."""

    text: str
    page: int
    x: float
    y: float
    size: float
    font: str


def words_of(pdf: PdfReader) -> list[Word]:
    found: list[Word] = []
    for number, page in enumerate(pdf.pages):

        def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float, number: int = number) -> None:
            if text.strip():
                x, y = cm[4] + tm[4] * cm[0], cm[5] + tm[5] * cm[3]
                found.append(
                    Word(plain(text), number, x, y, abs(size * cm[0] * tm[0]), str((font or {}).get("/BaseFont")))
                )

        page.extract_text(visitor_text=visit)
    return found


def plain(text: str) -> str:
    return " ".join(text.replace(NO_BREAK, " ").replace("\u200b", "").split())


def printed(site: Path, slug: str, name: str) -> PdfReader:
    return PdfReader(site / "druk" / slug / f"{name}.pdf")


def test_the_pdf_is_tagged_and_says_its_language_title_and_day(site: Path) -> None:
    for name, lang in (("deze-week", "nl"), ("deze-week.ar", "ar"), ("deze-week.nl-ar", "nl")):
        pdf = printed(site, "huis", name)
        root: Any = pdf.trailer["/Root"]
        assert root["/Lang"] == lang
        assert root["/MarkInfo"]["/Marked"]
        assert pdf.metadata is not None
        assert "Huis De Proef" in str(pdf.metadata.title)
        assert pdf.metadata.author == "De makers"
        assert str(pdf.metadata.get("/CreationDate")).startswith("D:20261124")
        assert b"pdfuaid:part" in root["/Metadata"].get_data()


def languages_in(pdf: PdfReader) -> Counter[str]:
    """The languages that stretches of text on the first page say they are in."""
    contents = pdf.pages[0].get_contents()
    assert contents is not None
    return Counter(code.decode() for code in re.findall(rb"/Span<<[^>]*/Lang\((\w+)\)", contents.get_data()))


def test_each_text_says_its_own_language(site: Path) -> None:
    assert languages_in(printed(site, "huis", "deze-week.nl-ar"))["ar"] > 20
    assert languages_in(printed(site, "huis", "deze-week.ar"))["nl"] > 5, "Dutch names in an Arabic sheet"
    assert {"ar", "tr", "uk"} <= set(languages_in(printed(site, "huis", "deze-week"))), "languages by their own names"


@pytest.mark.parametrize("name", ["deze-week.ar", "deze-week.nl-ar"])
def test_nothing_is_printed_backwards_in_a_right_to_left_sheet(site: Path, name: str) -> None:
    words = words_of(printed(site, "wijk", name))
    texts = Counter(word.text for word in words)
    for fact in (
        "020 000 00 01",
        "020 000 00 09",
        "10:00–12:00",
        "18:00–20:00",
        "€ 2,50",
        "€ 45",
        "24-11-2026",
        "29-11-2026",
    ):
        assert texts[fact], fact
    # A digit that stands in no whole fact would be a piece of one, in an order of its own.
    wrong = [word.text for word in words if re.search(r"\d", word.text) and "Vazirmatn" in word.font]
    assert wrong == [], "digits and their signs come from one font"


def test_in_two_languages_each_fact_is_printed_on_both_sides_of_the_spine(site: Path, guide: Guide) -> None:
    words = words_of(printed(site, "huis", "deze-week.nl-ar"))
    middle = 105 / 25.4 * 72
    left = Counter(word.text for word in words if word.x < middle)
    right = Counter(word.text for word in words if word.x > middle)
    for fact in ("€ 0", "€ 2,50", "€ 45", "€ ?", "24-11-2026", "29-11-2026", "020 000 00 02", "04-05-2026"):
        assert left[fact] == right[fact] > 0, fact
    times = Counter(str(row.times) for day in guide.sheet("huis", "nl").days for row in day.rows)
    printed_times = Counter(word.text for word in words if re.fullmatch(r"\d\d:\d\d–\d\d:\d\d", word.text))
    assert printed_times == times, "the time stands once, on the spine"


@pytest.mark.parametrize("template", ["week.typ", "two.typ"])
def test_no_letter_is_smaller_than_8_points(guide: Guide, tmp_path: Path, template: str) -> None:
    languages = ("ar",) if template == "week.typ" else ("nl", "ar")
    data = json.dumps(as_json(guide.sheet("wijk", *languages), "x"))
    pdf = Press(TEMPLATES, FONTS).compiler(template, data, Setting(8, 9, False)).compile(pdf_standards="ua-1")
    (tmp_path / "small.pdf").write_bytes(bytes(pdf))  # type: ignore[arg-type]
    words = words_of(PdfReader(tmp_path / "small.pdf"))
    assert len(words) > 100
    assert min(word.size for word in words) >= 7.99


def test_a_house_is_one_page_and_two_languages_one_leaf(site: Path) -> None:
    assert len(printed(site, "huis", "deze-week").pages) == 1
    assert len(printed(site, "huis", "deze-week.ar").pages) == 1
    assert len(printed(site, "huis", "deze-week.nl-ar").pages) <= 2


def test_every_sheet_says_what_it_owes_its_reader(site: Path) -> None:
    text = " ".join(word.text for word in words_of(printed(site, "huis", "deze-week")))
    for owed in (
        "Gemaakt op 24-11-2026",
        "Geldt tot en met 29-11-2026",
        "Oudste controle: 04-05-2026",
        "Klopt er iets niet? Bel 020 000 00 02",
        "klein.example/k/hhhh-week",
        "Voorbeeldgids",
        "Ook deze week",
    ):
        assert re.sub(r"\s", "", owed) in re.sub(r"\s", "", text), owed


def test_the_same_bytes_twice_and_what_did_not_change_is_not_touched(site: Path, guide: Guide) -> None:
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in site.rglob("*.pdf")}
    write(guide.agenda, guide.voices, site, FONTS, TEMPLATES)
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in site.rglob("*.pdf")} == before


def test_a_shelf_keeps_sheets_and_forgets_what_changed(guide: Guide, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    specs = [spec for spec in wanted(guide.agenda) if spec.slug == "huis" and spec.week == 0]

    def again(agenda: Agenda, templates: Path = TEMPLATES) -> list[bytes]:
        paths, _ = write(agenda, guide.voices, tmp_path / "site", FONTS, templates, specs=specs, shelf=shelf)
        return [path.read_bytes() for path in paths]

    first = again(guide.agenda)
    kept = {path: path.stat().st_mtime_ns for path in shelf.iterdir()}
    assert len(kept) == len(specs)
    assert again(guide.agenda) == first
    assert {path: path.stat().st_mtime_ns for path in shelf.iterdir()} == kept, "nothing was printed again"
    tomorrow = make_agenda(guide.agenda.guide, date(2026, 11, 25))
    assert all(new != old for new, old in zip(again(tomorrow), first, strict=True)), "made on another day"
    other = tmp_path / "sheets"
    shutil.copytree(TEMPLATES, other)
    (other / "hand.typ").write_text((TEMPLATES / "hand.typ").read_text("utf-8").replace("#0b5d57", "#0b5d58"), "utf-8")
    assert all(new != old for new, old in zip(again(guide.agenda, other), first, strict=True)), "made with another hand"


def test_what_people_type_is_printed_and_never_run(tmp_path: Path) -> None:
    record = HEAD + (
        "plek: {actor: huis}\nactiviteiten:\n  - id: kwaad\n"
        f'    naam: "{HOSTILE}"\n    wanneer: [{{elke: dinsdag, tijd: 10:00-12:00}}]\n'
    )
    guide = made(tmp_path, groep=record.replace("Groep De Proef", "'#eval(\"1\") [x] $'"))
    paths, problems = write(guide.agenda, guide.voices, tmp_path / "site", FONTS, TEMPLATES)
    assert problems == []
    for name in ("deze-week", "deze-week.ar", "deze-week.nl-ar"):
        text = "".join(word.text for word in words_of(printed(tmp_path / "site", "huis", name))).replace(" ", "")
        for part in ("#panic(1)", "$x$", "*vet*", "_ja_", "<b>", "@ref", "gnp.exe", "`raw`"):
            assert part in text, (name, part)
    assert len(paths) == 12


# Weeks that are too long


def long_week(times: int, title: str = "Iets om samen te doen") -> str:
    activities = "".join(
        f"  - id: a{number}\n    naam: {title} {number}\n    talen: [ar, tr]\n    drempels: {{kosten: '2,50', aanmelden: nee}}\n"
        f"    wanneer: [{{elke: maandag t/m zondag, tijd: '{8 + number % 12:02}:00-{9 + number % 12:02}:30'}}]\n"
        for number in range(times)
    )
    return HEAD + "plek: {actor: huis}\nactiviteiten:\n" + activities


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    guide = made(folder, groep=long_week(14))
    specs = [spec for spec in wanted(guide.agenda) if spec.slug == "wijk" and spec.week == 0]
    _, problems = write(guide.agenda, guide.voices, folder / "site", FONTS, TEMPLATES, specs=specs)
    assert problems == []
    return folder / "site"


@pytest.mark.parametrize("name", ["deze-week", "deze-week.ar", "deze-week.nl-ar"])
def test_a_long_week_takes_more_pages_and_loses_nothing(long_site: Path, name: str) -> None:
    pdf = printed(long_site, "wijk", name)
    assert 2 <= len(pdf.pages) <= 6
    words = words_of(pdf)
    for number in range(14):
        time = f"{8 + number % 12:02}:00–{9 + number % 12:02}:30"
        expected = 7 * sum(other % 12 == number % 12 for other in range(14))
        assert sum(word.text == time for word in words) == expected, time
    assert all(word.y > 5 / 25.4 * 72 for word in words), "nothing where printers cannot print"
    foot = [word.text for word in words if word.y < 60]
    for page in range(1, len(pdf.pages) + 1):
        assert f"{page} / {len(pdf.pages)}" in foot


def test_no_day_is_parted_from_its_first_two_rows(long_site: Path) -> None:
    days = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    for name in ("deze-week", "deze-week.nl-ar"):
        words = words_of(printed(long_site, "wijk", name))
        heads = [word for word in words if word.text in days and word.size > 10 and word.x < 100]
        assert {word.text for word in heads} == set(days)
        for head in heads:
            below = [
                word
                for word in words
                if word.page == head.page and word.y < head.y + 3 and re.match(r"\d\d:\d\d–", word.text)
            ]
            assert len(below) >= 2, (name, head.text)


def test_where_a_day_goes_on_the_page_says_so(long_site: Path) -> None:
    for name in ("deze-week", "deze-week.nl-ar"):
        pdf = printed(long_site, "wijk", name)
        words = words_of(pdf)
        assert any(word.text.endswith("vervolg") for word in words if word.page > 0)
        text = " ".join(word.text for word in words if word.page == 0)
        assert re.search(r"Op bladzijde 2 ?:", text)


def test_a_word_without_end_is_broken_and_not_cut_off(tmp_path: Path) -> None:
    guide = made(tmp_path, groep=long_week(2, title="Langewoorden" * 20))
    specs = [spec for spec in wanted(guide.agenda) if spec.slug == "huis" and spec.week == 0]
    _, problems = write(guide.agenda, guide.voices, tmp_path / "site", FONTS, TEMPLATES, specs=specs)
    assert problems == []
    for name in ("deze-week", "deze-week.nl-ar"):
        words = words_of(printed(tmp_path / "site", "huis", name))
        letters = re.sub(r"[^\w]", "", "".join(word.text for word in words))
        assert letters.count("Langewoorden" * 20) >= 14
        single = [
            word.x * 25.4 / 72 for word in words if len(word.text) == 1 and word.text.isalpha() and word.size > 8.1
        ]
        assert len(single) > 14 * 200, "it may break anywhere"
        assert max(single) < 197.5
        if name == "deze-week.nl-ar":
            assert [x for x in single if 90.5 < x < 119] == [], "nothing runs into the spine"


def test_a_template_that_fails_is_a_problem_and_not_the_end(guide: Guide, tmp_path: Path) -> None:
    broken = tmp_path / "sheets"
    shutil.copytree(TEMPLATES, broken)
    (broken / "two.typ").write_text("#panic()", encoding="utf-8")
    paths, problems = write(guide.agenda, guide.voices, tmp_path / "site", FONTS, broken)
    assert [path.name for path in paths] == [
        "deze-week.pdf",
        "deze-week.ar.pdf",
        "volgende-week.pdf",
        "volgende-week.ar.pdf",
    ] * 2
    assert {problem.field for problem in problems} == {
        spec.path for spec in wanted(guide.agenda) if len(spec.languages) == 2
    }
    assert str(tmp_path) not in "".join(map(str, problems))


# The sample guide


@pytest.fixture(scope="module")
def sample_site(sample: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This week's sheets of one house and of its neighbourhood, in every language."""
    folder = tmp_path_factory.mktemp("sample")
    house = sample.agenda.houses()[0]
    specs = [one for one in wanted(sample.agenda) if one.slug in (house.slug, house.neighbourhood) and one.week == 0]
    assert len(specs) > 2 * len(sample.agenda.guide.checked.languages)
    _, problems = write(sample.agenda, sample.voices, folder, FONTS, TEMPLATES, specs=specs)
    assert problems == []
    return folder


def sample_specs(site: Path, sample: Guide) -> list[SheetSpec]:
    return [spec for spec in wanted(sample.agenda) if (site / spec.path).is_file()]


def test_every_fact_of_the_sample_comes_out_of_the_printer_whole(sample_site: Path, sample: Guide) -> None:
    for spec in sample_specs(sample_site, sample):
        data = as_json(week_sheet(sample.agenda, sample.voices, spec), "x")
        for day in data["days"]:
            del day["digits" if len(spec.languages) == 1 else "dates"]  # on the spine digits, else words
        wanted_facts = {plain(run["s"]) for run in all_runs(data) if run["kind"] == "fact" and run["s"] != "{}"}
        assert len(wanted_facts) > 20
        texts = Counter(word.text for word in words_of(PdfReader(sample_site / spec.path)))
        short = plain(data["short"][0]["s"])  # may break at its slashes
        missing = {fact for fact in wanted_facts if fact not in texts and fact != short}
        assert not missing, (spec.path, missing)


def test_a_house_of_the_sample_is_one_page_and_a_neighbourhood_a_leaf(sample_site: Path, sample: Guide) -> None:
    house = sample.agenda.houses()[0]
    for spec in sample_specs(sample_site, sample):
        pages = len(PdfReader(sample_site / spec.path).pages)
        if spec.slug == house.slug:
            assert pages == 1 if len(spec.languages) == 1 else pages <= 2, spec.path
        else:
            assert pages <= (3 if len(spec.languages) == 1 else 5), spec.path


def test_every_mark_is_explained() -> None:
    marks = TEMPLATES / "marks"
    said = (marks / "README.md").read_text(encoding="utf-8")
    assert {path.name for path in marks.glob("*.svg")} == set(re.findall(r"`(\w+\.svg)`", said))
