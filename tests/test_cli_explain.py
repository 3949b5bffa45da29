"""`explain`: every code that the program can give is explained, and the examples are what they say."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from guides import HEAD, SMALL, TODAY
from wijkgids import cli
from wijkgids.checks import check_guide
from wijkgids.cli.explain import known
from wijkgids.problems.explain import explanations, sentences
from wijkgids.records import Activity, Actor, load_guide

PACKAGE = ROOT / "hooks" / "wijkgids"
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Where the code stands in the calls that make a problem: by the name of what is called.
AT = {
    "Problem": (5,),
    "problem": (4,),
    "stop": (4,),
    "Refused": (0,),
    "Advice": (1,),
    "refuse": (0, 1),
    "refuse_with": (0,),
}


def constants(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be; of an f-string its fixed beginning with a star."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from constants(body)
            yield from constants(orelse)
        case ast.JoinedStr(values=[ast.Constant(value=str() as text), *_]):
            yield text + "*"


def codes_in_source() -> dict[str, str]:
    """Each code that is written in the program, with the file it is in."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parts[len(PACKAGE.parts)] == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [word.value for word in node.keywords if word.arg == "code"]
            given += [node.args[at] for at in AT.get(called.lstrip("_"), ()) if len(node.args) > at]
            # `refuse` begins with a path or with the code: the first text is the code.
            texts = [list(constants(one)) for one in given]
            found |= dict.fromkeys(next(filter(None, texts), []), path.name)
    return found


def codes_in_tests() -> set[str]:
    """The codes that a bad record must give."""
    heads = (path.read_text(encoding="utf-8", errors="replace") for path in (ROOT / "tests/records/bad").glob("*.yml"))
    return {code for text in heads for code in re.findall(r"(?m)^# \d+:\d+ (\S+)", text)}


def test_every_code_of_the_program_is_explained() -> None:
    have = known()
    missing = {}
    for code, place in codes_in_source().items():
        if not CODE.fullmatch(code.rstrip("*").rstrip("-")):
            continue
        if not (code in have or (code.endswith("*") and any(one.startswith(code[:-1]) for one in have))):
            missing[code] = place
    assert missing == {}
    assert codes_in_tests() - set(have) == set()


def test_the_search_for_codes_finds_them() -> None:
    found = codes_in_source()
    assert {"geen-akkoord", "yaml", "blok", "prijs", "elke-leeg", "anders-dan-gids", "gestopt"} <= set(found)


@pytest.mark.parametrize("code", list(explanations()))
def test_an_explanation_is_short_dutch(code: str) -> None:
    one = explanations()[code]
    assert CODE.fullmatch(code)
    for text in (one.what, one.why):
        assert text.endswith((".", "?", "!"))
        assert not text.startswith(" ")
        for sentence in re.split(r"[.?!] ", text):
            assert len(sentence.split()) <= 17, sentence


@pytest.mark.parametrize("code", [code for code, one in explanations().items() if one.wrong])
def test_an_example_of_how_not_has_one_of_how_to(code: str) -> None:
    one = explanations()[code]
    assert one.right
    assert one.right != one.wrong


# Paths and words that are no lines of a record, or lines of another file.
NO_RECORD = {"bestandsnaam", "sluiting", "sluiting-zonder-dagen"}
OTHERS = ("huis-van-de-wijk-de-linde", "buurtteam-lindeveld")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide, with the actors that examples name."""
    folder = tmp_path_factory.mktemp("gids")
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for number, slug in enumerate(OTHERS):
        text = (
            HEAD.replace("qqqq", f"zzz{number + 2}").replace("De Proef", f"De {slug}").replace("00 09", f"00 1{number}")
        )
        (folder / "data" / "actors" / "wijk" / f"{slug}.yml").write_text(text, encoding="utf-8")
    return folder


def codes_of(folder: Path, example: str) -> set[str]:
    """The codes that a record with the lines of an example gives."""
    keys = set(re.findall(r"(?m)^(\w+):", example))
    of_actor = {field.alias or name for name, field in Actor.model_fields.items()}
    lines = [line for line in HEAD.splitlines() if line.partition(":")[0] not in keys]
    if "activiteiten" in keys or not keys - of_actor or not keys & ACTIVITY_KEYS:
        lines += example.splitlines()
    else:
        lines += ["activiteiten:", "  - id: proef", "    code: vvvv", "    naam: Proef"]
        lines += [f"    {line}" for line in example.splitlines()]
        if "wanneer" not in keys:
            lines.append("    wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]")
    path = folder / "data" / "actors" / "wijk" / "groep.yml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    guide, problems = load_guide(folder)
    return {
        problem.code for problem in [*problems, *check_guide(guide, TODAY)] if problem.place.path.endswith("groep.yml")
    }


ACTIVITY_KEYS = {field.alias or name for name, field in Activity.model_fields.items()} - {"contact", "plek", "code"}


@pytest.mark.parametrize("code", [code for code, one in explanations().items() if one.wrong and code not in NO_RECORD])
def test_an_example_of_how_not_gives_its_code_and_the_other_does_not(code: str, folder: Path) -> None:
    one = explanations()[code]
    assert code in codes_of(folder, one.wrong)
    assert code not in codes_of(folder, one.right)


@pytest.mark.parametrize("code", [code for code, one in explanations().items() if one.right and code not in NO_RECORD])
def test_a_right_example_can_be_read(code: str, folder: Path) -> None:
    assert not codes_of(folder, explanations()[code].right) & {
        "yaml",
        "onbekende-sleutel",
        "sleutel-elders",
        "tekst",
        "blok",
    }


def test_no_entry_explains_what_is_never_said() -> None:
    """A renamed code leaves its old entry behind: then this says which."""
    said = set(codes_in_source()) | codes_in_tests()
    stars = tuple(code[:-1] for code in said if code.endswith("*"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert [
        code
        for code in explanations()
        if code not in said and not code.startswith(stars or ("\0",)) and f'"{code}"' not in text
    ] == []


def test_a_list_by_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain"]) == 0
    said = capsys.readouterr().out
    for code in known():
        assert re.search(rf"^  {code} +\S", said, re.MULTILINE)
    for group in {one.group for one in known().values()}:
        assert said.count(f"\n{group}\n") + said.startswith(f"{group}\n") == 1


def test_one_code_as_it_stands_in_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", "[komma]"]) == 0
    said = capsys.readouterr().out
    assert "Zo niet:\n    plek: {actor: " in said
    assert 'Zo wel:\n    plek: {actor: huis-van-de-wijk-de-linde, zo_vind_je_het: "Achter' in said
    assert "kkoord" not in said
    assert cli.main(["explain", "komma", "yaml"]) == 0
    assert capsys.readouterr().out.startswith(said)


def test_sentences_can_be_said_in_another_language() -> None:
    assert explanations()["komma"].why in sentences()
    assert len(sentences()) == len(set(sentences()))


def test_the_texts_are_in_a_file() -> None:
    assert Path(PACKAGE / "problems" / "codes.yml").is_file()
