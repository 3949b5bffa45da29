"""What is never public: who said no, and people for paper only. Nothing of data/lokaal reaches a site, a cache or a log."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from built import found, mkdocs, ran, small_host
from guides import HEAD, TODAY, small_guide
from test_import_order import PACKAGE, imported, modules
from wijkgids import build
from wijkgids.problems import Problem, Weight, in_order, report
from wijkgids.records import alike
from wijkgids.records.local import FOLDER, PEOPLE, REFUSALS, local_problems, people_on

DAY = TODAY.isoformat()
GROUP = (
    HEAD
    + """\
plek: {adres: Zilverpad 8, postcode: 1098 ZX, plaats: Waterstad}
activiteiten:
  - {id: thee, code: tttt, naam: Thee met taal, wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]}
"""
)

# Words that stand nowhere else. The second refusal is of a group that somebody added all the same.
NO = """\
- naam: Stichting Zwartkijkersbond
  op: 2026-05-01
  wijk: De Wijk
  telefoon: 020 000 88 01
  email: zwart@kijkers.example
  adres: Nergenspad 99
  door: Wendelmoed Quist
  waarom: De Kwartelsnavelruzie van vorig jaar
- {naam: Groep De Proef, op: 2026-06-02, telefoon: 020 000 88 02, door: Ysbrandina, waarom: Gluiperdzaak}
"""
PEOPLE_TEXT = """\
huis:
  - rol: schemerportier
    naam: Xyranthe Quibbelmans
    telefoon: 020 000 77 31
    email: xyranthe@quibbel.example
    talen: [nl, ar]
    wanneer: bij volle melkmaan
    toestemming: {op: 2026-11-01, tot: 2026-12-31}
  - {rol: klusbaas, naam: Wubbo Oudvoorbij, toestemming: {op: 2026-01-01, tot: 2026-11-23}}
"""
REFUSED = ("Zwartkijkersbond", "020 000 88 01", "zwart@kijkers.example", "Nergenspad 99", "Wendelmoed", "Quist",
           "Kwartelsnavelruzie", "020 000 88 02", "Ysbrandina", "Gluiperdzaak")  # fmt: skip
ON_PAPER = ("Xyranthe", "Quibbelmans", "020 000 77 31", "xyranthe@quibbel.example", "schemerportier", "melkmaan")
ENDED = ("Wubbo", "Oudvoorbij", "klusbaas")
SECRETS = (*REFUSED, *ON_PAPER, *ENDED)
LOCAL = {"weigeringen.yml": NO, "mensen.yml": PEOPLE_TEXT}


# Nothing gets out


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide with the keeper's folder in it."""
    return small_host(tmp_path_factory.mktemp("gids"), {"groep": GROUP}, LOCAL)


def test_the_search_can_find(tmp_path: Path) -> None:
    """Packed, broken over lines, written otherwise: or the tests below would say nothing."""
    (tmp_path / "a.ics").write_bytes(b"SUMMARY:Xyr\r\n anthe\r\nTEL:+31 20 000 77 31\r\n")
    (tmp_path / "b.html").write_text("<p>Quib<wbr>belmans, https://wa.me/3120%30007731, Wendel&#109;oed</p>")
    assert found(SECRETS, tmp_path, "bij volle\nmelkmaan") == {
        "Xyranthe": ["a.ics"],
        "020 000 77 31": ["a.ics", "b.html"],
        "Quibbelmans": ["b.html"],
        "Wendelmoed": ["b.html"],
        "melkmaan": ["said"],
    }


def test_a_build_publishes_nothing_of_it(host: Path) -> None:
    said = mkdocs(host, DAY)
    assert found(SECRETS, host / "site", host / ".cache", said) == {}
    assert (host / "site" / "druk" / "huis" / "deze-week.pdf").is_file()


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--taal", "en"),
        ("check", "--vorm", "json"),
        ("check", "--vorm", "github"),
        ("check", "groep"),
    ],
    ids=" ".join,
)
def test_no_check_repeats_it(host: Path, words: tuple[str, ...]) -> None:
    """Also when it has something to say of it: the group that said no is in the guide."""
    said = ran(host, "-m", "wijkgids", *words, today=DAY, code=1)
    assert "wil-niet-in-gids" in said
    written = [path for path in (host / "samenvatting.md", host / ".cache") if path.exists()]
    assert found(SECRETS, said, *written) == {}


@contextmanager
def opened() -> Iterator[list[str]]:
    """Every file and folder that this process opens meanwhile."""
    paths: list[str] = []
    watching.append(paths)
    try:
        yield paths
    finally:
        watching.remove(paths)


watching: list[list[str]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if watching and event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], (str, os.PathLike)):
        watching[-1].append(os.fspath(arguments[0]))


sys.addaudithook(_watch)


def test_a_build_does_not_so_much_as_open_it(host: Path, tmp_path: Path) -> None:
    with opened() as paths:
        loaded = build.load(host, TODAY)
        build.write(loaded, tmp_path / "site")
    assert any(path.endswith("groep.yml") for path in paths), "the watch sees what is opened"
    assert [path for path in paths if "lokaal" in path] == []


def test_only_commands_know_of_the_folder() -> None:
    """A module that makes the site must not even be able to ask."""
    folder = PACKAGE / "records" / "local"
    knowing = {
        path.relative_to(PACKAGE).parts[0]
        for path in modules()
        if folder not in path.parents and any(name.startswith("wijkgids.records.local") for _, name in imported(path))
    }
    assert knowing == {"cli"}


def test_git_ignores_the_folder_and_the_prints() -> None:
    ignored = (PACKAGE.parent.parent / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"data/lokaal/", "/print/"} <= set(ignored)


# A print run of a house


def printed(host: Path, *words: str, code: int = 0) -> str:
    return ran(host, "-m", "wijkgids", "print", *words, today=DAY, code=code)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with its people, where nobody said no."""
    return small_host(tmp_path_factory.mktemp("huis"), {"groep": GROUP}, {"mensen.yml": PEOPLE_TEXT})


def test_people_are_on_the_sheets_of_their_house_only(house: Path, tmp_path: Path) -> None:
    said = printed(house, "--lokaal", "--taal", "nl,ar,nl+ar", "--naar", str(tmp_path / "uit"), "huis", "wijk")
    sheets = sorted(path.name for path in (tmp_path / "uit").glob("*.pdf"))
    assert sheets == [
        "huis-deze-week.alleen-in-huis.pdf",
        "huis-deze-week.ar.alleen-in-huis.pdf",
        "huis-deze-week.nl-ar.alleen-in-huis.pdf",
        "wijk-deze-week.ar.pdf",
        "wijk-deze-week.nl-ar.pdf",
        "wijk-deze-week.pdf",
    ]
    for name in sheets:
        there = found(SECRETS, tmp_path / "uit" / name)
        assert set(there) == (set(ON_PAPER) if name.startswith("huis") else set()), name
    assert found(SECRETS, said, house / ".cache") == {}, "a log, or a kept sheet"
    assert "6 bladen, " in said
    assert "toestemming-voorbij" in said, "why one is missing"


def test_a_sheet_with_people_says_that_it_stays_in_the_house(house: Path, tmp_path: Path) -> None:
    printed(house, "--lokaal", "huis", "--taal", "nl,nl+ar", "--naar", str(tmp_path))
    printed(house, "huis", "--naar", str(tmp_path))
    notice, heading = "Alleen voor in dit huis. Zet dit blad niet op internet.", "Vraag in dit huis naar"
    for name, pages in ((".alleen-in-huis.pdf", 1), (".nl-ar.alleen-in-huis.pdf", 1)):
        reader = PdfReader(tmp_path / f"huis-deze-week{name}")
        assert len(reader.pages) == pages
        text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
        assert notice in text
        assert heading in text
        assert found(SECRETS, str(reader.metadata), str(reader.xmp_metadata)) == {}
    plain = PdfReader(tmp_path / "huis-deze-week.pdf").pages[0].extract_text()
    assert notice not in plain
    assert heading not in plain


def test_on_every_page_of_a_long_sheet(tmp_path: Path) -> None:
    many = "".join(
        f"  - {{id: a{n}, code: {n:04}, naam: Activiteit nummer {n}, wanneer: [{{elke: maandag t/m zondag, tijd: 10:00-12:00}}]}}\n"
        for n in range(12)
    )
    huis = HEAD.replace("zelforganisatie", "huis van de wijk") + "plek: {adres: Proefhof 8}\nactiviteiten:\n" + many
    root = small_host(tmp_path, {"huis": huis}, {"mensen.yml": PEOPLE_TEXT})
    printed(root, "--lokaal", "--taal", "nl,nl+ar")
    for path in (root / "print").glob("*.pdf"):
        pages = PdfReader(path).pages
        assert len(pages) > 1
        for page in pages:
            assert "Zet dit blad niet op internet." in " ".join(page.extract_text().split()), path.name


def test_a_public_sheet_is_that_of_the_site(house: Path) -> None:
    mkdocs(house, DAY)
    said = printed(house, "huis", "--taal", "nl+ar")
    made = (house / "print" / "huis-deze-week.nl-ar.pdf").read_bytes()
    assert made == (house / "site" / "druk" / "huis" / "deze-week.nl-ar.pdf").read_bytes()
    assert len(PdfReader(io.BytesIO(made)).pages) == 1
    assert "huis-deze-week.nl-ar.pdf: 1 bladzijde\n" in said


def test_all_places_without_a_word_and_with_people_only_their_houses(house: Path, tmp_path: Path) -> None:
    printed(house, "--week", "volgende", "--naar", str(tmp_path / "alle"))
    assert sorted(path.name for path in (tmp_path / "alle").iterdir()) == [
        "huis-volgende-week.pdf",
        "wijk-volgende-week.pdf",
    ]
    printed(house, "--lokaal", "--naar", str(tmp_path / "huis"))
    assert [path.name for path in (tmp_path / "huis").iterdir()] == ["huis-deze-week.alleen-in-huis.pdf"]


# What is typed, the exit code, and what is said of it.
REFUSALS_OF_PRINT = [
    (("--lokaal", "--naar", "site"), 2, "horen geen bladen"),
    (("--lokaal", "--naar", "site/druk"), 2, "horen geen bladen"),
    (("--naar", "site"), 2, "horen geen bladen"),
    (("--lokaal", "--naar", "data/lokaal"), 2, "horen geen bladen"),
    (("--lokaal", "--naar", "docs/nl"), 2, "horen geen bladen"),
    (("--lokaal", "--naar", ".cache/sheets"), 2, "horen geen bladen"),
    (("--lokaal", "--naar", "overrides/material"), 2, "horen geen bladen"),
    (("--lokaal", "--naar", "print/../site"), 2, "horen geen bladen"),
    (("--lokaal", "--naar", "uit"), 2, "kan openbaar worden"),
    (("--lokaal", "--naar", "."), 2, "kan openbaar worden"),
    (("--naar", "mkdocs.yml"), 2, "is geen map"),
    (("huys",), 2, "Bedoelde je 'huis'?"),
    (("groep",), 2, "Print de wijk: wijk."),
    (("huis", "--taal", "xx"), 2, "Kies: nl, ar"),
    (("huis", "--taal", "nl+ar+xx"), 2, "Kies: nl, ar"),
    (("huis", "--week", "vorige"), 2, "Kies: deze, volgende"),
]


@pytest.mark.parametrize(("words", "code", "answer"), REFUSALS_OF_PRINT, ids=lambda value: " ".join(value) if isinstance(value, tuple) else "")  # fmt: skip
def test_what_print_refuses(house: Path, words: tuple[str, ...], code: int, answer: str) -> None:
    before = {path for path in house.rglob("*") if "site" not in path.parts and path.suffix == ".pdf"}
    said = printed(house, *words, code=code)
    assert answer in said
    assert {path for path in house.rglob("*") if "site" not in path.parts and path.suffix == ".pdf"} == before


def test_a_folder_that_git_keeps_is_refused_too(house: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert "kan openbaar worden" in printed(house, "--lokaal", "--naar", str(tmp_path / "a" / "b"), code=2)
    (tmp_path / "deur").symlink_to(house / "site", target_is_directory=True)
    assert "horen geen bladen" in printed(house, "--lokaal", "--naar", str(tmp_path / "deur"), code=2)


def test_prints_in_the_guide_are_kept_out_of_git(house: Path) -> None:
    printed(house, "--lokaal")
    assert (house / "print" / ".gitignore").read_text() == "*\n"


def test_without_people_nothing_is_printed_in_silence(tmp_path: Path) -> None:
    root = small_host(tmp_path, {})
    said = printed(root, "--lokaal", "huis", code=1)
    assert PEOPLE in said
    assert not (root / "print").exists()
    (root / FOLDER).mkdir()
    (root / PEOPLE).write_text("huis: [{rol: portier, naam: Xyranthe}]\n", encoding="utf-8")
    said = printed(root, "--lokaal", "huis", code=1)
    assert "geen-toestemming" in said
    assert "Xyranthe" not in said
    printed(root, "huis")  # a mistake there stops no other sheet


# Who said no

NAMED = "- {{naam: '{}', op: 2026-05-01}}\n"
# What the keeper wrote; the field of the record in which it is seen again, or None.
SEEN = [
    (NAMED.format("Groep De Proef"), "naam"),
    (NAMED.format("Stichting Groep de Proef!"), "naam"),
    (NAMED.format("GROEP – DE PRÓÉF"), "naam"),
    (NAMED.format("Proef, groep"), "naam"),
    (NAMED.format("Groep De Proev"), "naam"),
    (NAMED.format("Jonge groep De Proef"), "naam"),
    (NAMED.format("Thee met taal"), "activiteiten.naam"),
    (NAMED.format("Groep De Proef 2"), "naam"),
    (NAMED.format("Groep De Broer"), None),
    (NAMED.format("Kring De Proef"), None),
    (NAMED.format("Groep"), "naam"),  # the name of the file
    ("- {naam: Xx, op: 2026-05-01, telefoon: +31 20 0000009}\n", "contact.telefoon"),
    ("- {naam: Xx, op: 2026-05-01, telefoon: 0031-20-000.00.09}\n", "contact.telefoon"),
    ("- {naam: Xx, op: 2026-05-01, telefoon: 020 000 00 08}\n", None),
    ("- {naam: Xx, op: 2026-05-01, email: PROEF@voorbeeld.example}\n", "contact.email"),
    ("- {naam: Xx, op: 2026-05-01, adres: 'zilverpad 8, 1098 ZX Waterstad'}\n", "plek.adres"),
    ("- {naam: Xx, op: 2026-05-01, adres: 1098zx 8}\n", "plek.adres"),
    ("- {naam: Xx, op: 2026-05-01, adres: Zilverpad 80}\n", None),
    ("- {naam: Xx, op: 2026-05-01, adres: Zilverpad}\n", None),
    ("- {naam: Groep De Proef, op: 2026-05-01, is_niet: groep}\n", None),
    ("- {naam: Groep De Proef, op: 2026-05-01, wijk: overkant}\n", "naam"),
    ("- {naam: Groep De Proev, op: 2026-05-01, wijk: overkant}\n", None),
    ("- {naam: Groep De Proev, op: 2026-05-01, wijk: De Wijk}\n", "naam"),
]
TWO_QUARTERS = "\n  overkant: {naam: De Overkant, regio: Noord, samenvatting: Aan de overkant.}\n"


def said_of(folder: Path, local: dict[str, str], today: date | None = TODAY) -> list[Problem]:
    """What the check says of the folder, in a guide with the group."""
    text = GROUP.replace("contact: {", "contact: {email: proef@voorbeeld.example, ")
    guide = small_guide(folder, groep=text)
    settings = folder / "data" / "gids.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + TWO_QUARTERS, encoding="utf-8")
    guide = build.load(folder, TODAY).guide
    (folder / FOLDER).mkdir()
    for name, text in local.items():
        (folder / FOLDER / name).write_text(text, encoding="utf-8")
    return in_order(local_problems(folder, guide, today))


@pytest.mark.parametrize(("refusal", "field"), SEEN, ids=[f"{n}-{text[:40].strip()}" for n, (text, _) in enumerate(SEEN)])  # fmt: skip
def test_who_said_no_is_recognised(refusal: str, field: str | None, tmp_path: Path) -> None:
    problems = said_of(tmp_path, {"weigeringen.yml": refusal})
    assert [(one.code, one.field) for one in problems] == ([("wil-niet-in-gids", field)] if field else []), report(
        problems
    )
    for one in problems:
        assert one.place.path == "data/actors/wijk/groep.yml"
        assert one.place.line > 0
        assert one.weight is Weight.ERROR
        assert "is_niet: [groep]" in one.cure


def test_who_said_no_is_recognised_in_a_record_with_mistakes(tmp_path: Path) -> None:
    guide = small_guide(tmp_path)
    (tmp_path / "data" / "actors" / "wijk" / "groep.yml").write_text("naam: Groep De Proef\nsoort: weetniet\n")
    guide = build.load(tmp_path, TODAY).guide
    (tmp_path / FOLDER).mkdir()
    (tmp_path / REFUSALS).write_text(NAMED.format("Groep De Proef"))
    assert [one.code for one in local_problems(tmp_path, guide)] == ["wil-niet-in-gids"]


# Two names, whether they are the same, and whether they are near.
NAMES = [
    ("Stichting De Stille Kamer", "de stille kamer", True, True),
    ("Buurt-keuken", "Buurtkeuken", True, True),
    ("Vrouwengroep Amál", "Amal vrouwengroep", True, True),
    ("De Stichting", "De Stichting", True, True),
    ("Moskee Bab al Hay", "Moskee Bab el Hai", False, True),
    ("Kerk De Opgang", "Kerk De Ogpang", False, True),
    ("Vrouwengroep Amal", "Vrouwengroep Amal Lindeveld", False, True),
    ("Vrouwengroep Amal", "Mannengroep Amal", False, False),
    ("Galerij 8", "Galerij 9", False, False),
    ("Amal", "Amel", False, False),
    ("Amal", "Vrouwengroep Amal", False, False),
]


@pytest.mark.parametrize(("one", "other", "same", "near"), NAMES)
def test_names(one: str, other: str, same: bool, near: bool) -> None:
    for left, right in ((one, other), (other, one)):
        assert alike.same_name(alike.name(left), alike.name(right)) is same
        assert alike.near_name(alike.name(left), alike.name(right)) is near


# Mistakes in the folder itself: what stands where, and what is said. Nothing that was typed comes back.

MISTAKES = [
    ("weigeringen.yml", "- {naam: Geheimpje\n", ["weigeringen.yml:1 yaml"]),
    ("weigeringen.yml", "- !geheimpje x\n", ["weigeringen.yml:1 label"]),
    ("weigeringen.yml", "geheimpje: ja\n", ["weigeringen.yml:1 lijst"]),
    ("weigeringen.yml", "- geheimpje\n", ["weigeringen.yml:1 blok"]),
    ("weigeringen.yml", "- {op: 2026-05-01}\n- {naam: Geheimpje}\n", ["weigeringen.yml:1 ontbreekt", "weigeringen.yml:2 ontbreekt"]),
    ("weigeringen.yml", "- {naam: Geheimpje, op: 1-13-2026}\n", ["weigeringen.yml:1 datum"]),
    ("weigeringen.yml", "- {naam: Geheimpje, op: 2026-05-01, geheim: x}\n", ["weigeringen.yml:1 onbekende-sleutel"]),
    ("weigeringen.yml", "- {naam: Geheimpje, op: 2026-05-01, wijk: geheimwijk}\n", ["weigeringen.yml:1 wijk"]),
    ("weigeringen.yml", "- {naam: Geheimpje, op: 2026-05-01, telefoon: geheim}\n", ["weigeringen.yml:1 telefoon"]),
    ("weigeringen.yml", "- {naam: Geheimpje, op: 2026-05-01, email: geheim}\n", ["weigeringen.yml:1 e-mail"]),
    ("weigeringen.yml", "- naam: Geheimpje\n  naam: Geheimpjes\n  op: 2026-05-01\n", ["weigeringen.yml:2 dubbele-sleutel"]),
    ("weigeringen.yml", "# nog niemand\n", []),
    ("mensen.yml", "- geheimpje\n", ["mensen.yml:1 blok"]),
    ("mensen.yml", "huis: geheimpje\n", ["mensen.yml:1 lijst"]),
    ("mensen.yml", "geheimhuis: [{rol: portier}]\n", ["mensen.yml:1 onbekende-actor"]),
    ("mensen.yml", "huis: [{rol: portier}]\n", []),
    ("mensen.yml", "huis: [{naam: Geheimpje}]\n", ["mensen.yml:1 ontbreekt"]),
    ("mensen.yml", "huis: [{rol: portier, naam: Geheimpje}]\n", ["mensen.yml:1 geen-toestemming"]),
    ("mensen.yml", "huis: [{rol: portier, telefoon: 020 000 77 31}]\n", ["mensen.yml:1 geen-toestemming"]),
    ("mensen.yml", "huis:\n  - rol: portier\n    naam: Geheimpje\n    toestemming: {op: 2026-10-01}\n", ["mensen.yml:4 ontbreekt"]),
    ("mensen.yml", "huis:\n  - rol: portier\n    naam: Geheimpje\n    toestemming: {op: 2026-10-01, geheim: 2027-01-01, tot: 2027-01-01}\n",
     ["mensen.yml:4 onbekende-sleutel"]),
    ("mensen.yml", "huis: [{rol: portier, naam: Geheimpje, toestemming: {op: 2026-12-01, tot: 2026-11-30}}]\n", ["mensen.yml:1 volgorde"]),
    ("mensen.yml", "huis: [{rol: portier, naam: Geheimpje, toestemming: {op: 2026-10-01, tot: 2026-11-23}}]\n", ["mensen.yml:1 toestemming-voorbij"]),
    ("mensen.yml", "huis: [{rol: portier, naam: Geheimpje, toestemming: {op: 2026-10-01, tot: 2026-11-24}}]\n", []),
    ("mensen.yml", "huis: [{rol: portier, talen: [geheimtaal]}]\n", ["mensen.yml:1 taal"]),
    ("geheimpje.yml", "x: y\n", ["lokaal:0 bestandsnaam"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "wanted"), MISTAKES, ids=[f"{n}-{name}" for n, (name, _, _) in enumerate(MISTAKES)])  # fmt: skip
def test_mistakes_in_the_folder_are_said_without_what_stands_there(name: str, text: str, wanted: list[str], tmp_path: Path) -> None:  # fmt: skip
    problems = said_of(tmp_path, {name: text})
    assert [f"{Path(one.place.path).name}:{one.place.line} {one.code}" for one in problems] == wanted, report(problems)
    assert "geheim" not in report(problems).replace("dit bestand blijft geheim", "").lower()
    assert not re.search(r"\d{4}-\d{2}-\d{2}|77 31", report(problems).replace("2026-11-24", ""))
    for one in problems:
        assert one.found
        assert one.wanted
        assert one.cure


def test_who_may_stand_on_paper_on_a_day(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / PEOPLE).write_text(
        "huis:\n  - {rol: portier}\n  - {rol: kok, naam: Xyranthe, toestemming: {op: 2026-11-01, tot: 2026-11-30}}\n",
        encoding="utf-8",
    )
    roles = {}
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)):
        people, problems = people_on(tmp_path, day)
        assert problems == []
        roles[day.isoformat()] = [one.role for one in people["huis"]]
    assert roles == {
        "2026-10-31": ["portier"],
        "2026-11-01": ["portier", "kok"],
        "2026-11-30": ["portier", "kok"],
        "2026-12-01": ["portier"],
    }


def test_a_folder_in_git_is_an_error(tmp_path: Path) -> None:
    guide = small_guide(tmp_path)
    (tmp_path / ".git").mkdir()
    index = tmp_path / ".git" / "index"
    index.write_bytes(b"DIRC\0\0\0\2 data/gids.yml\0 data/lokaal/.gitkeep\0 docs/nl/over.md\0")
    assert local_problems(tmp_path, guide) == []
    index.write_bytes(b"DIRC\0\0\0\2 data/gids.yml\0 data/lokaal/mensen.yml\0 docs/nl/over.md\0")
    assert [(one.code, one.weight) for one in local_problems(tmp_path, guide)] == [("lokaal-in-git", Weight.ERROR)]
