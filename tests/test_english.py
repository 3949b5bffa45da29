"""Messages in English: every Dutch sentence has its own, and no Dutch shows through in a report, a help or an answer."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
import yaml

import schedule_cases
from guides import HEAD, SMALL, TODAY
from msgids import ROOT
from said import Found, Search, msgids, pieces
from source import Program
from wijkgids import cli, occurrences
from wijkgids.checks import check_guide
from wijkgids.problems import Message, Place, Problem, catalogue, in_language, in_order, machine, report
from wijkgids.problems.github import marks, summary
from wijkgids.records import load_guide
from wijkgids.schedules import Advice, Refused, parse_rule, warnings
from wijkgids.schedules.opening_hours import read_opening_hours
from wijkgids.schedules.sentence import read_sentence

HERE = Path(__file__).parent
ENGLISH = catalogue("en")
_BLANK = re.compile(r"\{(\w+)\}")
# Texts of a problem that nobody needs to translate: words between quotation marks, and what is typed in a record.
_TYPED = re.compile(r"“[^”]*”|'[^']*'|\[.*\]|\{.*\}|[\d:.,\- ]+|\S+|[\w ]+( \| [\w ]+)+|", re.DOTALL)


# What is in the catalogue


def test_every_sentence_has_its_english() -> None:
    missing = {text: place for text, place in msgids().items() if not ENGLISH.get(text)}
    assert missing == {}


def test_no_english_is_left_of_a_sentence_that_is_gone() -> None:
    assert sorted(ENGLISH.keys() - msgids().keys()) == []


@pytest.mark.parametrize("mark", [_BLANK, re.compile(r"\n"), re.compile(r"^\s+|\s+$")], ids=["values", "lines", "ends"])
def test_the_english_has_the_same_values_and_lines(mark: re.Pattern[str]) -> None:
    other = {
        text
        for text, english in ENGLISH.items()
        if sorted(set(mark.findall(text))) != sorted(set(mark.findall(english)))
    }
    assert other == set()


def test_the_catalogue_is_plain() -> None:
    entries = polib.pofile(str(ROOT / "hooks/wijkgids/problems/en.po"))
    texts = [entry.msgid for entry in entries]
    assert texts == sorted(set(texts))
    assert [entry.msgid for entry in entries if entry.flags or entry.msgctxt or entry.msgid_plural] == []


# How sentences are made


def test_no_sentence_is_made_of_pieces() -> None:
    """An f-string, `+` or `format` cannot be said in English. The name of a field before a value is no sentence."""
    assert [found for found in pieces() if not re.fullmatch(r"[A-Z]+|\w+: ?", found.text)] == []


def followed(folder: Path, source: str) -> dict[str, bool]:
    """What is found in a program of one file: the texts, and whether each is made of pieces."""
    path = folder / "one.py"
    path.write_text("from wijkgids.problems import Problem, say\n" + source, encoding="utf-8")
    found: set[Found] = Search(Program({"one": path})).found
    return {one.text: one.made for one in found}


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('say("een", wie="x")', {"een": False}),
        ('voice.say("een")', {}),
        ('cure = "een" if x else "twee"\nProblem(1, 2, 3, 4, cure, 5)', {}),
        ('def make(found): ...\ncure = "een" if x else "twee"\nmake(cure)', {"een": False, "twee": False}),
        ('def make(*, wanted="een"): ...\nmake(wanted="twee")', {"een": False, "twee": False}),
        ('def make(cure): ...\ndef way():\n    return ("a", "een")\na, b = way()\nmake(b)', {"een": False}),
        ('def make(cure): ...\nT = {"a": ("x", "een"), "b": ("y", "twee")}\nmake(T[k][1])', {"een": False, "twee": False}),
        ('def make(cure): ...\nT = (("a", "een"), ("b", "twee"))\nfor code, text in T:\n    make(text)', {"een": False, "twee": False}),
        ('def make(cure): ...\nmake(f"een {x}")', {"een ": True}),
        ('def make(cure): ...\nmake("een" + x)', {"een": True}),
        ('def make(cure): ...\nmake("een {}".format(x))', {"een {}": True}),
        ('def make(cure): ...\nmake(" ".join("een".replace(a, b).split()))', {"een": False}),
        ('def make(cure): ...\nmake(", ".join(["een", "twee"]))', {}),
        ('class A:\n    def stop(self, event, found): ...\na.stop(1, "een")', {"een": False}),
        ('class A:\n    code: str\n    found: str\nA("x", "een")', {"een": False}),
    ],
)  # fmt: skip
def test_sentences_are_followed_to_where_they_are_written(source: str, texts: dict[str, bool], tmp_path: Path) -> None:
    assert followed(tmp_path, source) == texts


# What is said


class Listening(dict[str, str]):
    """The English catalogue, that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(ENGLISH)
        self.unknown: set[str] = set()

    def get(self, text: str, other: str | None = None) -> str | None:  # type: ignore[override]
        if text not in self:
            self.unknown.add(text)
        return super().get(text, other)


def of_records(folder: Path) -> list[Problem]:
    """What is said of all bad records, in one guide."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for record in (HERE / "records" / "bad").glob("*.yml"):
        shutil.copy(record, folder / "data" / "actors" / "wijk" / record.name)
    guide, problems = load_guide(folder)
    return in_order([*problems, *check_guide(guide, TODAY)])


def of_schedules() -> Iterator[Refused | Advice]:
    """What is refused or advised in the cases of schedules, sentences and opening hours."""
    for parameter in schedule_cases.cases():
        (case,) = parameter.values
        named = case.get("kalender", {})
        for fields in case.get("regels", [case.get("regel")]):
            rule, refusals = parse_rule(fields, named)
            yield from (refusal for _, refusal in refusals)
            if rule is not None:
                yield from warnings(rule)
                yield from occurrences.warnings(rule, schedule_cases.calendar_of(case), TODAY)
    for path in (HERE / "sentences").glob("*.yml"):
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            yield from read_sentence(case["zin"], (), TODAY)[1]
            yield from read_sentence(case["zin"], ("ramadan", "huis dicht"), None)[1]
    for path in (HERE / "opening_hours").glob("*.yml"):
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            yield from read_opening_hours(case.get("tekst", "PH off"))[1]


def dutch_in(text: str) -> list[str]:
    """The Dutch that shows in a text of a problem: a template without English, or a sentence given as a typed value."""
    if not isinstance(text, Message):
        return [] if text in ENGLISH or _TYPED.fullmatch(text) else [text]
    found = [] if text.template in ENGLISH else [text.template]
    for value in text.values.values():
        if isinstance(value, Message):
            found += dutch_in(value)
        elif " " in str(value) and str(value) in ENGLISH:
            found.append(f"{text.template} with {value}")
    return found


def test_reports_of_bad_records_are_english(tmp_path: Path) -> None:
    problems = of_records(tmp_path)
    assert len(problems) > 150
    showing = {
        dutch: one.code for one in problems for text in (one.found, one.wanted, one.cure) for dutch in dutch_in(text)
    }
    assert showing == {}
    for one in problems:
        told = in_language(one, ENGLISH)
        for dutch, english in ((one.found, told.found), (one.wanted, told.wanted), (one.cure, told.cure)):
            if isinstance(dutch, Message) and dutch.template != ENGLISH[dutch.template]:
                assert english != dutch


def test_what_is_said_of_times_is_english() -> None:
    said = list(of_schedules())
    assert len(said) > 400
    assert {dutch for one in said for text in (one.found, one.wanted, one.cure) for dutch in dutch_in(text)} == set()


def test_all_forms_of_a_report_ask_only_for_what_is_there(tmp_path: Path) -> None:
    problems = of_records(tmp_path)
    heard = Listening()
    assert "errors and" in report(problems, heard)
    assert "Something is not right" in summary(problems, [("een.yml", "Koffie")], heard)
    assert "how to mend it" in summary(problems, [], heard)
    assert len(summary(problems, [], heard, 5000)) < 6000
    marks(problems, heard)
    machine.as_values(problems, heard)
    assert report([], heard) == "All is well."
    fields = {one.field for one in problems}
    assert {text for text in heard.unknown if not _TYPED.fullmatch(text)} - fields == set()


def test_the_help_is_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help", "--taal", "en"]) == 0
    assert "check everything and say what is wrong" in capsys.readouterr().out
    assert cli.main(["explain", "geen-akkoord", "--taal=en"]) == 0
    assert "This group has not said that it wants to be in the guide." in capsys.readouterr().out


def test_keys_stay_as_people_type_them() -> None:
    one = Problem(
        Place("een.yml", 2, 8), "soort", "'clup'", "een soort die we kennen", "Haal er een weg.", "onbekend-woord"
    )
    assert ENGLISH["soort"] == "kind"  # a word of ours in a sentence, which is also a key
    assert "soort, 'clup', a kind that we know" in report([one], ENGLISH)
    assert "::soort, 'clup', a kind that we know" in marks([one], ENGLISH)[0]
    assert "soort, " in summary([one], (), ENGLISH)
    assert machine.as_values([one], ENGLISH)[0]["veld"] == "soort"


# What a person types; {map} is the folder of the guide.
COMMANDS = (
    "--help", *(f"{command} --help" for command in cli.COMMANDS),
    "", "chekc", "zzzzz", "build", "check --vandag 1", "check --zzzz", "check --vorm", "check --vorm xml", "check --zonder-keren=1",
    "check --vandaag morgen", "check --vandaag 24-11-2026", "when huis --keer 0", "check een twee",
    "check", "check --zonder-keren", "check nergens.yml", "check {map}/data/gids.yml", "check {map}/README", "check --vorm json",
    "check --vorm github", "check --map nergens", "check --map /",
    "explain", "explain geen-akkoord elke-dubbelzinnig", "explain gen-akkoord", "explain zzzzzz",
    "view", "view goed", "view fout", "view niemand", "view goet", "view goed/koffie", "view goed/thee",
    "when", "when fout", "when goed", "when goed/thee", "when goed --rrule", "when dinsdg", "when goedd", "when goed --tijd 10:00",
    "when elke+dinsdag+10:00-12:00", "when tweewekelijks+op+dinsdag", "when dinsdag --wijk nergens", "when 2027-04-27 --rrule",
    "when dinsdag,+niet+in+zomerrust", "when goed --vanaf 2027-01-01 --tot 2026-01-01", "when goed --vanaf 2030-01-01",
    "stale", "stale nergens", "stale --vorm json", "stale --vandaag 2029-01-01", "schema x",
    "new", "new groep --naam De+Proef --zonder-vragen", "new --naam ... --zonder-vragen", "new huis --zonder-vragen",
    "new groep --naam De+Proef --soort zelforganisatie --thema zzz --samenvatting x --wijk wijk --zonder-vragen",
    "print zzz", "print goed", "print --talen xx", "print --talen nl+ar+tr", "print --naar {map}/data", "print --naar {map}/data/gids.yml", "print --lokaal",
)  # fmt: skip
GOOD = """\
activiteiten:
  - id: koffie
    code: wwww
    naam: Koffie
    wanneer:
      - elke: dinsdag
        tijd: 10:00-12:00
        afgelast: [{op: 2026-12-01, waarom: Verbouwing}]
        verplaatst: [{van: 2026-12-08, naar: 2026-12-09}]
      - {op: [2027-01-07], let_op: Neem je pas mee.}
      - {elke: zondag, niet: [schoolvakanties]}
"""


def showing(said: str) -> list[str]:
    """The Dutch sentences, and the longer parts around a value, that stand in what was said."""
    parts = {part for text, english in ENGLISH.items() if english != text for part in re.split(r"\{\w+\}|\n", text)}
    flat = " ".join(said.split())
    return sorted(part for part in parts if len(part.split()) > 2 and part.strip() in flat)


@pytest.mark.parametrize("typed", COMMANDS)
def test_a_command_answers_in_english(
    typed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "cwd", lambda: tmp_path)
    folder = tmp_path / "gids"
    shutil.copytree(SMALL, folder)
    for slug, text in (
        ("goed", HEAD + GOOD),
        ("fout", HEAD.replace("soort: zelforganisatie", "soort: clup").replace("qqqq", "rrrr")),
    ):
        (folder / "data" / "actors" / "wijk" / f"{slug}.yml").write_text(text, encoding="utf-8")
    heard = Listening()
    monkeypatch.setattr(cli, "catalogue", lambda language: heard)
    words = [
        word.replace("{map}", str(folder)).replace("+", " ") if "talen" not in typed else word for word in typed.split()
    ]
    place = [] if "--map" in words or not words else ["--map", str(folder)]
    with contextlib.suppress(SystemExit):
        cli.main([*words, *place, "--taal", "en"] if words else [])
    said = capsys.readouterr()
    assert said.out + said.err, "nothing was said"
    if words:
        assert showing(said.out + said.err) == []
        assert "stumbles" not in said.err
        assert {text for text in heard.unknown if "{" in text and text not in said.out + said.err} == set()
