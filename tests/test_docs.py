"""What the hand-written pages tell people to type is what the program takes."""

from __future__ import annotations

import hashlib
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from wijkgids import build, vocabulary
from wijkgids.records import load_guide
from wijkgids.records.local import local_problems

REPOSITORY = Path(__file__).resolve().parent.parent
LANGUAGES = ("nl", "en", "ar", "tr", "uk", "fa", "ti")
WITH_EXAMPLES = ("CONTRIBUTING.md", "docs/nl/voor-buurtwerkers.md", "docs/en/voor-buurtwerkers.md")


def text_of(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def examples(name: str) -> list[str]:
    """Return the blocks of YAML on a page."""
    return re.findall(r"^```yaml\n(.*?)^```", text_of(name), re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("guide")
    shutil.copytree(REPOSITORY / "data", root / "data")
    return root


def problems_with(guide: Path, record: str) -> list[object]:
    """Return what is wrong with a record put among those of the sample; that a new one has no code yet is no error."""
    file = guide / "data/actors/lindeveld/proef.yml"
    file.write_text(record, encoding="utf-8")
    try:
        found = build.load(guide, date(2026, 11, 24)).problems
        return [
            problem for problem in found if problem.place.path.endswith("proef.yml") and problem.code != "geen-code"
        ]
    finally:
        file.unlink()


@pytest.mark.parametrize("page", WITH_EXAMPLES)
def test_a_record_copied_from_a_page_is_right(guide: Path, page: str) -> None:
    records = [block for block in examples(page) if block.startswith("naam:")]
    assert len(records) == 1
    assert problems_with(guide, records[0]) == []
    assert problems_with(guide, records[0].replace("soort:", "sort:")), "or this test sees nothing"


@pytest.mark.parametrize("page", WITH_EXAMPLES)
def test_single_lines_fit_into_the_record(guide: Path, page: str) -> None:
    record = next(block for block in examples(page) if block.startswith("naam:"))
    for line in (block for block in examples(page) if not block.startswith("naam:")):
        key = line.partition(":")[0]
        kept = "".join(old for old in record.splitlines(keepends=True) if not old.startswith(f"{key}:"))
        assert problems_with(guide, kept.replace("activiteiten:", f"{line}activiteiten:")) == []


def test_what_is_kept_in_a_house_is_as_contributing_says(guide: Path) -> None:
    blocks = re.findall(r"^~~~yaml\n(.*?)^~~~", text_of("CONTRIBUTING.md"), re.MULTILINE | re.DOTALL)
    refusals, people = (next(block for block in blocks if block.startswith(first)) for first in ("- naam:", "huis-"))
    kept = guide / "data/lokaal"
    kept.mkdir()
    (kept / "weigeringen.yml").write_text(refusals, encoding="utf-8")
    (kept / "mensen.yml").write_text(people, encoding="utf-8")
    read, _ = load_guide(guide)
    assert local_problems(guide, read, date(2026, 11, 24)) == []
    (kept / "weigeringen.yml").write_text(refusals.replace("  op: 2026-05-01\n", ""), encoding="utf-8")
    assert [one.code for one in local_problems(guide, read, date(2026, 11, 24))] == ["ontbreekt"]


@pytest.mark.parametrize("page", WITH_EXAMPLES)
def test_times_on_a_page_are_understood(guide: Path, page: str) -> None:
    table = re.search(
        r"^## (?:Tijden|Zo schrijf je een tijd|How to write a time)\n(.*?)^## ", text_of(page), re.MULTILINE | re.DOTALL
    )
    assert table is not None
    rows = re.findall(r"^\|[^|]+\| (.+) \|$", table[1], re.MULTILINE)
    cells = [re.findall(r"`(\w+: .+?)`", row) for row in rows if "`" in row]
    assert len(cells) >= 7
    record = "naam: Proef\nsoort: vrouwengroep\nthema: taal\nsamenvatting: Proef.\nakkoord: {op: 2026-10-01, van: gastvrouw}\n"
    record += "contact: {telefoon: 020 000 01 99}\nnagekeken: {op: 2026-11-02, door: buurtwerker, hoe: bezocht}\n"
    record += "activiteiten:\n  - id: proef\n    naam: Proef\n"
    for parts in cells:
        keys = dict(part.split(": ", 1) for part in parts)
        if keys.keys() & {"op_afspraak", "telefonisch"}:
            tried = record + "".join(f"    {key}: {value}\n" for key, value in keys.items())
        else:
            rule = ({} if "op" in keys else {"elke": "dinsdag"}) | {"tijd": "10:00-12:00"} | keys
            if "bij_feestdag" in keys:
                rule["elke"] = "1e dinsdag"
            tried = (
                record + "    wanneer:\n      - {" + ", ".join(f"{key}: {value}" for key, value in rule.items()) + "}\n"
            )
        assert problems_with(guide, tried) == [], parts


def test_the_lists_of_words_are_complete() -> None:
    words, _ = vocabulary.load(REPOSITORY)
    text = text_of("CONTRIBUTING.md")
    for title, wanted in {
        "**soort**": words.kinds,
        "**thema**": words.themes,
        "**voor**": words.audiences,
        "**hoe**, bij `gidst`": words.hows,
    }.items():
        line = next(line for line in text.splitlines() if line.startswith(f"{title}: "))
        assert re.findall(r"`([^`]+)`", line.removeprefix(title)) == list(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_residents_can_read_about_the_guide_in_their_language(language: str) -> None:
    for page in ("over", "privacy"):
        head, _, body = text_of(f"docs/{language}/{page}.md").removeprefix("---\n").partition("---\n")
        assert "template: gids/prose.html" in head
        assert ("gelezen: nee" in head) is (language != "nl"), "no translation here was read by a speaker yet"
        assert body.strip().startswith("# ")


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_numbers_and_dutch_names_are_isolated_from_right_to_left_text(language: str) -> None:
    for page in ("over", "privacy"):
        body = text_of(f"docs/{language}/{page}.md").partition("---\n")[2].partition("---\n")[2]
        bare = re.sub(r"<bdi[^>]*>.*?</bdi>|\]\([^)]*\)", "", body)
        assert not re.search(r"[A-Za-z0-9]{2,}", bare), re.findall(r"[A-Za-z0-9]{2,}", bare)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "overrides/fonts/SOURCE.md"])
def test_links_between_files_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text_of(page)):
        assert (REPOSITORY / page).parent.joinpath(target).exists(), target


def test_the_table_of_fonts_is_what_stands_there() -> None:
    folder = REPOSITORY / "overrides/fonts"
    listed = dict(
        re.findall(r"^\| (\S+\.ttf) .*`([0-9a-f]{64})` \|$", text_of("overrides/fonts/SOURCE.md"), re.MULTILINE)
    )
    assert listed == {font.name: hashlib.sha256(font.read_bytes()).hexdigest() for font in folder.glob("*.ttf")}
