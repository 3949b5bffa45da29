"""`check`: what it reports, for people, for programs and on GitHub, and the dates it echoes."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from guides import HEAD, SMALL
from wijkgids import cli
from wijkgids.problems import Place, Problem, Weight, github, machine, say, visible

WRONG = HEAD.replace("soort: zelforganisatie", "soort: clup").replace("code: qqqq", "code: qqqq\nsamenvating: x")
WHEN = (
    HEAD
    + """\
activiteiten:
  - id: koffie
    code: vvvv
    naam: Koffieochtend
    wanneer:
      - {elke: dinsdag en donderdag, tijd: 10:00-12:00, niet: [schoolvakanties, feestdagen]}
      - {op: [2026-12-05], tijd: 14:00-17:00}
  - {id: later, code: vvvw, naam: Later, wanneer: [{elke: tweewekelijks, tijd: 10:00-12:00}]}
"""
)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small guide that may be broken."""
    folder = tmp_path / "gids"
    shutil.copytree(SMALL, folder)
    return folder


def write(folder: Path, slug: str, text: str) -> None:
    (folder / "data" / "actors" / "wijk" / f"{slug}.yml").write_text(text, encoding="utf-8")


def checked(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    code = cli.main(["check", "--map", str(folder), *words])
    said = capsys.readouterr()
    assert said.err == ""
    return code, said.out


# For people


def test_all_is_well(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = checked(capsys, small)
    assert code == 0
    assert said == (
        "data/actors/wijk/huis.yml\n"
        "  Koffie: Maandag tot en met vrijdag, van 09:00 tot 11:30. Niet op feestdagen; "
        "volgende keren: di 24 nov, wo 25 nov, do 26 nov\n"
        "\nAlles klopt.\n2 actoren en 1 activiteiten gelezen, op 2026-11-24.\n"
    )


def test_the_dates_that_were_understood_are_echoed_also_beside_a_mistake(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(small, "groep", WHEN)
    code, said = checked(capsys, small, "groep")
    assert code == 1
    assert "  Koffieochtend: Elke dinsdag en donderdag, van 10:00 tot 12:00. Niet in schoolvakanties" in said
    assert "Op 5 december 2026, van 14:00 tot 17:00; volgende keren: di 24 nov, do 26 nov, di 1 dec\n" in said
    assert "Later:" not in said, "nothing was understood of it"
    assert "[elke-dubbelzinnig]" in said
    _, without = checked(capsys, small, "groep", "--zonder-keren")
    assert "volgende keren" not in without
    assert "[elke-dubbelzinnig]" in without


def test_only_the_files_that_were_named_and_how_many_elsewhere(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(small, "groep", WRONG)
    code, said = checked(capsys, small, "huis")
    assert code == 0, "the file that was asked for is right"
    assert "groep.yml" not in said
    assert said.endswith("Alles klopt.\nIn andere bestanden: 2 fouten.\n")
    assert checked(capsys, small, "groep")[0] == 1
    assert checked(capsys, small)[0] == 1


def test_all_mistakes_of_a_file_in_its_order(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(small, "groep", WRONG)
    _, said = checked(capsys, small)
    assert [int(line) for line in re.findall(r"groep\.yml:(\d+):", said)] == [2, 4]


# For programs


def test_the_shape_for_programs(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(small, "groep", WRONG)
    code, said = checked(capsys, small, "--vorm", "json")
    found = json.loads(said)
    assert code == 1
    assert list(found) == ["vorm", "vandaag", "goed", "aantallen", "problemen", "keren"]
    assert (found["vorm"], found["vandaag"], found["goed"]) == (1, "2026-11-24", False)
    assert found["aantallen"] == {"fouten": 2, "punten": 0, "actoren": 2, "activiteiten": 1}
    first = found["problemen"][0]
    assert list(first) == ["plaats", "veld", "gevonden", "gewenst", "oplossing", "code", "gewicht"]
    assert first["plaats"] == {"pad": "data/actors/wijk/groep.yml", "regel": 2, "kolom": 8}
    assert (first["veld"], first["code"], first["gewicht"]) == ("soort", "onbekend-woord", "fout")
    assert found["keren"] == [
        {
            "pad": "data/actors/wijk/huis.yml",
            "activiteit": "koffie",
            "naam": "Koffie",
            "zin": "Koffie: Maandag tot en met vrijdag, van 09:00 tot 11:30. Niet op feestdagen; "
            "volgende keren: di 24 nov, wo 25 nov, do 26 nov",
            "dagen": [
                {"dag": day, "van": "09:00", "tot": "11:30", "zeker": True}
                for day in ("2026-11-24", "2026-11-25", "2026-11-26")
            ],
        }
    ]


def test_what_steers_is_written_out_for_programs_and_read_back_the_same() -> None:
    typed = "\x1b[2J\x9b \u202e \u2028 é ع \ud800"
    text = machine.as_json({"naam": typed})
    assert json.loads(text) == {"naam": typed}
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028\ud800-\udfff]", text)
    assert "é ع" in text


# On GitHub

EVIL = (
    "</td></table><script>alert(1)</script> **vet** [link](https://kwaad.example) ![x](y) @iemand @org/team #12 "
    "GH-12 www.kwaad.example mail@kwaad.example `code` |cel| <!-- --> &lt; \n\n# kop\n::error::nep\n##[error]nep"
)


def problem(line: int = 3, found: str = "iets", weight: Weight = Weight.ERROR, path: str = "data/x.yml") -> Problem:
    return Problem(Place(path, line, 5), "veld", found, "iets anders", "Doe dit.", "code", weight)


def test_a_mark_has_githubs_form() -> None:
    assert github.marks([problem(found="100% mis, echt: ja")]) == [
        "::error file=data/x.yml,line=3,col=5,title=code::veld, 100%25 mis, echt: ja, iets anders → Doe dit."
    ]
    assert github.marks([problem(weight=Weight.WARNING)])[0].startswith("::warning file=")
    whole = Problem(Place("data/gids.yml"), "", "weg", "", "Zet terug.", "bestand")
    assert github.marks([whole]) == ["::error file=data/gids.yml,title=bestand::weg → Zet terug."]


def test_ten_marks_the_errors_first() -> None:
    mild = [problem(line, weight=Weight.WARNING) for line in range(1, 9)]
    hard = [problem(line) for line in range(50, 56)]
    marks = github.marks([*mild, *hard])
    assert len(marks) == 10
    assert [mark.split(" ")[0] for mark in marks] == ["::error"] * 6 + ["::warning"] * 4


def test_a_mark_is_one_line_that_starts_no_other_command() -> None:
    for found, path in (
        (EVIL, "data/x.yml"),
        ("x", f"data/{EVIL}.yml"),
        ("a\r::set-output name=x::y", "a,line=1::b.yml"),
    ):
        (mark,) = github.marks([problem(found=found, path=path)])
        assert "\n" not in mark
        assert "\r" not in mark
        assert "##[" not in mark, "the older form of a command is read anywhere in a line"
        head, _, _ = mark[2:].partition("::")
        assert re.fullmatch(r"error file=[^,:\n]*,line=3,col=5,title=code", head)


class Shown(HTMLParser):
    """What a browser would make of the tables: tags and letters."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.letters: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note the tag."""
        assert attrs == []
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note the letters."""
        self.letters.append(data)


def test_in_the_summary_a_strangers_text_is_letters_and_nothing_else() -> None:
    hostile = [
        problem(found=EVIL, path=f"data/{EVIL}"),
        problem(found=say("'{word}' is er niet", word=EVIL)),
        Problem(Place("x", 1, 1), EVIL, EVIL, EVIL, EVIL, EVIL, Weight.WARNING),
    ]
    page = github.summary(hostile, [(EVIL, EVIL)])
    head, _, body = page.partition("<table>")
    assert re.fullmatch(r"\n### [\w &#;<>]+\n\n[\w &#;.<>]+\n\n", head)
    # Inside the HTML no empty line, which would end it, and none of Markdown's or GitHub's signs as such.
    for table in re.findall(r"<table>.*?</table>", page, re.DOTALL):
        assert "\n\n" not in table
        bare = re.sub(r"&#\d+;|</?(?:table|tr|td|th|b|br|code|wbr)>", "", table)
        assert not re.search(r"[<>@#*_`\[\]!|:/\\]", bare), bare
    shown = Shown()
    shown.feed("<table>" + body)
    assert set(shown.tags) <= {"table", "tr", "td", "th", "b", "br", "code", "wbr", "details", "summary"}
    told = "".join(shown.letters)
    assert visible(EVIL) in told, "and all of it can be read"
    # A mention, an issue or a link is found in one run of text: none is whole in one.
    assert not any(re.search(r"@\w|#\d|://|www\.\w", run) for run in shown.letters)


def test_the_summary_has_all_errors_first_and_the_dates() -> None:
    problems = [problem(line, weight=Weight.WARNING) for line in range(1, 30)] + [problem(99)]
    page = github.summary(problems, [("data/x.yml", "Koffie: elke dinsdag; volgende keren: di 24 nov")])
    rows = page.split("<tr>")[2:]
    assert len(rows) == 31
    assert "regel 99" in rows[0]
    assert "1 fout en 29 punten om op te letten" in unescape(page)
    assert "volgende keren&#58;<wbr> di 24 nov" in rows[-1]


def test_a_summary_stays_below_githubs_limit() -> None:
    problems = [problem(line, found="é" * 5000) for line in range(1, 2000)]
    page = github.summary(problems, [("p", "z" * 100)] * 5)
    assert len(page.encode()) < 1_048_576
    assert re.search(r"En nog \d+&#58;<wbr> die passen hier niet", page)
    assert len(github.summary([], [("p", "z" * 100)] * 100_000).encode()) < 1_048_576


def test_a_check_on_github(small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    page = small / "summary.md"
    page.write_text("van een eerdere stap\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    write(small, "groep", WRONG.replace("een groep", "een\n::add-mask::x"))
    code, said = checked(capsys, small, "--vorm", "github")
    assert code == 1
    token = re.match(r"::stop-commands::([0-9a-f]{32})\n", said)
    assert token is not None
    inside, _, after = said.partition(f"\n::{token[1]}::\n")
    assert "groep.yml:2:8" in inside
    assert [line.split(" ")[0] for line in after.splitlines()] == ["::error", "::error"]
    told = page.read_text(encoding="utf-8")
    assert told.startswith("van een eerdere stap\n\n### Hier klopt iets niet\n")
    assert "Zo is het begrepen" in told
    (small / "data" / "actors" / "wijk" / "groep.yml").unlink()
    code, said = checked(capsys, small, "--vorm", "github")
    assert code == 0
    assert "### De gegevens kloppen" in page.read_text(encoding="utf-8")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert checked(capsys, small, "--vorm", "github")[0] == 0, "also where there is no page"


def test_typed_words_stand_out_from_our_sentence() -> None:
    page = github.summary([problem(found=say("'{slug}' is er niet", slug="groep-x"))])
    assert "&#39;<code>groep&#45;x</code>&#39; is er niet" in page
