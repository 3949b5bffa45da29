"""`new`: what it writes passes the check, whatever is typed; and it never writes over what is there."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from guides import SMALL, TODAY
from test_cli import on_a_terminal, run
from wijkgids import cli
from wijkgids.checks import check_guide
from wijkgids.cli.form import free_code, slug_from
from wijkgids.cli.record_text import Answers, record_text, scalar
from wijkgids.problems import Problem, errors
from wijkgids.records import Activity, Actor, load_guide

FLAGS = {
    "naam": "Groep De Waterkers",
    "soort": "vrouwengroep",
    "thema": "ontmoeten,taal",
    "samenvatting": "Samen koffie drinken.",
    "akkoord": "de gastvrouw",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small guide to write in."""
    folder = tmp_path / "gids"
    shutil.copytree(SMALL, folder)
    return folder


def words(folder: Path, *more: str, **changed: str) -> list[str]:
    flags = {name: text for name, text in (FLAGS | changed).items() if text}
    given = [word for name, text in flags.items() for word in (f"--{name.replace('_', '-')}", text)]
    return ["new", "--map", str(folder), "--zonder-vragen", *given, *more]


def written(folder: Path, slug: str = "groep-de-waterkers") -> Path:
    return folder / "data" / "actors" / "wijk" / f"{slug}.yml"


def wrong(folder: Path) -> list[Problem]:
    """The errors of a guide."""
    guide, found = load_guide(folder)
    return errors([*found, *check_guide(guide, TODAY)])


def refused(capsys: pytest.CaptureFixture[str], given: list[str], code: int = 2) -> str:
    with pytest.raises(SystemExit) as stop:
        cli.main(given)
    said = capsys.readouterr()
    assert stop.value.code == code, said
    return said.err


# What is written


def test_a_record_from_flags_passes_the_check(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    times = ["--wanneer", "elke dinsdag 10:00-12:00, niet in schoolvakanties", "--wanneer", "1e zaterdag 14:00-16:00"]
    given = words(
        small,
        *times,
        bij="huis",
        telefoon="020 000 01 99",
        activiteit="Koffieochtend",
        door="buurtwerker",
        hoe="bezocht",
    )
    assert cli.main(given) == 0
    said = capsys.readouterr().out
    assert "Koffieochtend: Elke dinsdag, van 10:00 tot 12:00. Niet in schoolvakanties. Elke eerste zaterdag" in said
    assert "volgende keren: di 24 nov, di 1 dec, za 5 dec" in said
    assert "view groep-de-waterkers" in said
    assert wrong(small) == []
    text = written(small).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=https://klein.example/schema/actor.json\n")
    data = yaml.load(text, Loader=yaml.BaseLoader)
    assert data["naam"] == "Groep De Waterkers"
    assert data["thema"] == ["ontmoeten", "taal"]
    assert data["akkoord"] == {"op": "2026-11-24", "van": "de gastvrouw"}
    assert data["plek"] == {"actor": "huis"}
    assert data["nagekeken"] == {"op": "2026-11-24", "door": "buurtwerker", "hoe": "bezocht"}
    (activity,) = data["activiteiten"]
    assert (activity["id"], activity["naam"]) == ("koffieochtend", "Koffieochtend")
    assert activity["wanneer"] == [
        {"elke": "dinsdag", "tijd": "10:00-12:00", "niet": ["schoolvakanties"]},
        {"elke": "1e zaterdag", "tijd": "14:00-16:00"},
    ]
    assert cli.main(["check", "--map", str(small)]) == 0
    assert cli.main(["view", "--map", str(small), "groep-de-waterkers"]) == 0


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"soort": "buurtteam", "akkoord": ""},
        {"soort": "Vrouwengroep", "thema": "Taal, Ontmoeten"},
        {"wijk": "De Wijk", "adres": "Zilverlindehof 8", "postcode": "1099zz"},
        {"adres": "Zilverlindehof 8", "plaats": "Waterstad", "email": "groep@voorbeeld.example"},
        {"bij": "Huis De Proef"},
        {"akkoord_op": "2026-10-01"},
    ],
    ids=str,
)
def test_less_or_more_is_known(small: Path, changed: dict[str, str]) -> None:
    assert cli.main(words(small, **changed)) == 0
    assert wrong(small) == []


def test_without_a_name_for_what_one_does_it_gets_one(small: Path) -> None:
    assert cli.main(words(small, "--wanneer", "elke dinsdag 10:00-12:00")) == 0
    assert yaml.safe_load(written(small).read_text(encoding="utf-8"))["activiteiten"][0]["naam"] == "Bijeenkomst"
    assert wrong(small) == []


def test_it_never_writes_over_what_is_there(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words(small)) == 0
    before = written(small).read_bytes()
    capsys.readouterr()
    assert "'groep-de-waterkers' is er al" in refused(capsys, words(small, naam="Groep de Waterkers"))
    assert written(small).read_bytes() == before
    assert "'huis' is er al: data/actors/wijk/huis.yml" in refused(capsys, words(small, "huis"))
    aside = small / "eigen.yml"
    aside.write_text("mijn werk", encoding="utf-8")
    assert "is er al. Er is niets geschreven." in refused(
        capsys, words(small, "--naar", str(aside), naam="Iets anders")
    )
    assert aside.read_text(encoding="utf-8") == "mijn werk"


def test_where_it_goes(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words(small, "--naar", "-")) == 0
    out = capsys.readouterr().out
    assert yaml.safe_load(out)["naam"] == "Groep De Waterkers"
    assert not written(small).exists()
    folder = small / "klaar" / "voor"
    assert cli.main(words(small, "--naar", str(folder))) == 0
    assert (folder / "groep-de-waterkers.yml").is_file()
    path = small / "data" / "actors" / "wijk" / "de-kers.yml"
    assert cli.main(words(small, "--naar", str(path))) == 0
    assert path.is_file()
    assert wrong(small) == []


def test_a_name_without_quotation_marks(small: Path) -> None:
    assert cli.main(words(small, "Groep", "De", "Kers", naam="")) == 0
    assert yaml.safe_load(written(small, "groep-de-kers").read_text(encoding="utf-8"))["naam"] == "Groep De Kers"


def test_codes_are_given_once(small: Path) -> None:
    assert free_code("groep/", set()) == free_code("groep/", {"bbbb"})
    first = free_code("groep/", set())
    second = free_code("groep/", {first})
    assert second not in {first, free_code("groep/", {first, second})}
    assert re.fullmatch("[a-z0-9]{4}", second)
    taken = free_code("groep-de-waterkers/", set())
    path = small / "data" / "actors" / "wijk" / "huis.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("kkkk", taken), encoding="utf-8")
    assert cli.main(words(small)) == 0
    assert yaml.safe_load(written(small).read_text(encoding="utf-8"))["code"] != taken


# What is refused


@pytest.mark.parametrize(
    ("changed", "answer"),
    [
        ({"soort": "sportclup"}, "--soort: 'sportclup' kennen we niet als soort. Bedoelde je 'sportclub'?"),
        ({"soort": "iets"}, "Kies uit: huis van de wijk, buurthuis, bibliotheek, "),
        ({"naam": "null"}, "--naam: 'null': hier hoort een tekst. Weet je het niet?"),
        ({"thema": "taal, etn"}, "--thema: 'etn' kennen we niet als thema. Bedoelde je 'eten'?"),
        ({"wijk": "wijkje"}, "--wijk: De wijk 'wijkje' is er niet. Er is: wijk. Bedoelde je 'wijk'?"),
        ({"bij": "huisje"}, "Bedoelde je 'huis'?"),
        ({"adres": "Hof 1", "postcode": "1099"}, "--postcode: '1099': hier hoort vier cijfers en twee letters"),
        ({"telefoon": "bel maar"}, "--telefoon: 'bel maar': hier hoort een telefoonnummer"),
        ({"email": "groep"}, "--email: 'groep': hier hoort een e-mailadres"),
        ({"adres": "Hof 1", "bij": "huis"}, "Kies: '--adres' of '--bij', niet allebei."),
        ({"akkoord": ""}, "Er ontbreekt nog: --akkoord. Zo'n groep komt alleen in de gids als ze zelf ja zei"),
        ({"door": "buurtwerker"}, "Er ontbreekt nog: --hoe."),
        ({"naam": "", "thema": ""}, "Er ontbreekt nog: --naam, --thema."),
        ({"naam": "日本"}, "Van '日本' kan ik geen bestandsnaam maken."),
        ({"naam": "De\x1b[31mKers"}, "--naam: Er staat een onzichtbaar teken in (U+001B)."),
        ({"samenvatting": "om\u202egekeerd"}, "--samenvatting: Er staat een onzichtbaar teken in (U+202E)."),
        ({"naam": "x" * 200}, "--naam: "),
        ({"wanneer": "tweewekelijks op dinsdag"}, "--wanneer: "),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_said_with_its_flag_and_nothing_is_written(
    changed: dict[str, str], answer: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(small.rglob("*"))
    said = refused(capsys, words(small, **changed))
    assert answer in said
    assert "\x1b" not in said
    assert sorted(small.rglob("*")) == before


def test_what_only_the_whole_guide_can_see_stops_it_too(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the sample guide a number that somebody may have."""
    said = refused(capsys, words(small, telefoon="020 123 45 67"), code=1)
    assert "[echt-nummer]" in said
    assert "Er is niets geschreven." in said
    assert not written(small).exists()


def test_who_said_no_is_not_written_down_again(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = small / "data" / "lokaal"
    kept.mkdir()
    (kept / "weigeringen.yml").write_text("- {naam: Groep De Waterkers, op: 2026-05-01}\n", encoding="utf-8")
    said = refused(capsys, words(small), code=1)
    assert "[wil-niet-in-gids]" in said
    assert not written(small).exists()


# Hostile strings

HOSTILE = [
    'naam: "x", soort: y',
    "x\nsoort: moskee",
    "# weg",
    "{a: b}",
    "[a, b]",
    "- a",
    "*anker",
    "&anker x",
    "!label x",
    "|",
    ">-",
    "%TAG",
    "@huis",
    "`code`",
    "'enkel'",
    'dubbel " en \\ en \\n',
    "eindigt op:",
    "a: b: c",
    "a #b",
    "yes",
    "1e3",
    "0x1F",
    "2026-11-24",
    "10:00",
    "? vraag",
    "<<",
    "=",
    "emoji 🙂 en e\u0301",
    "عربي، مع فاصلة",
    "a" * 79,
    "  ruimte   ertussen  ",
    "tab\tertussen",
    "\u2028regel",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_read_back_as_it_was(text: str, small: Path) -> None:
    plain = " ".join(text.split())
    assert (
        cli.main(
            words(small, "proef", naam=text, samenvatting=text, akkoord=text, adres=text, activiteit=f"Les {text}"[:79])
        )
        == 0
    )
    data = yaml.load(written(small, "proef").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert set(data) <= {"naam", "soort", "code", "thema", "samenvatting", "akkoord", "plek", "activiteiten"}
    assert data["naam"] == data["samenvatting"] == data["akkoord"]["van"] == data["plek"]["adres"] == plain
    assert data["soort"] == "vrouwengroep"


PRINTABLE = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(PRINTABLE)
@example("a: b")
@example('"')
@example("\\")
def test_a_scalar_is_the_text_in_a_block_and_between_braces(text: str) -> None:
    text = " ".join(text.split())
    if text:
        loaded = yaml.load(
            f"a: {scalar(text)}\nb: {{c: {scalar(text)}, d: [{scalar(text)}]}}  # x\n", Loader=yaml.BaseLoader
        )
        assert loaded == {"a": text, "b": {"c": text, "d": [text]}}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Vrouwengroep De Linde", "vrouwengroep-de-linde"),
        ("Café 't Hoekje & Co.", "cafe-t-hoekje-en-co"),
        ("Straße ısı øre łódź", "strasse-isi-ore-lodz"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("عربي", ""),
        ("-" * 90 + "a", "a"),
        ("woord " * 30, "woord-woord-woord-woord-woord-woord-woord-woord-woord-woord"),
    ],
)
def test_the_name_of_the_file(name: str, slug: str) -> None:
    assert slug_from(name) == slug


# The comments


def known_answers() -> Answers:
    return Answers(
        slug="proef", neighbourhood="wijk", name="Proef", kind="zelforganisatie", themes=("ontmoeten",), summary="Iets.",
        code="vvvv", today=date(2026, 11, 24), agreed_by="de gastvrouw", address="Proefhof 1", phone="020 000 00 09",
        activity="Koffie", activity_id="koffie", activity_code="vvvw", when=({"elke": "dinsdag", "tijd": "10:00-12:00"},),
    )  # fmt: skip


def uncommented(text: str) -> Iterator[tuple[str, str]]:
    """The text with each key behind a `#` used by itself, with its block: the line, and the whole text."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        found = re.fullmatch(r"( *)# ((?:  )*)(- )?([a-z_]+):(?: .*)?", line)
        if not found or found[2] or found[4] in ("toilet", "verwijzers", "kan"):
            continue
        end = at + 1
        while end < len(lines) and re.match(rf"{found[1]}#   +(?:-|[a-z_]+:)", lines[end]):
            end += 1
        used = [re.sub(r"^( *)# ", r"\1", each) for each in lines[at:end]]
        yield line.strip(), "\n".join([*lines[:at], *used, *lines[end:]])


def test_each_key_in_a_comment_can_be_used_by_taking_the_mark_away(small: Path) -> None:
    (small / "data" / "actors" / "wijk" / "proef.yml").write_text(
        record_text(known_answers(), "huis", "x"), encoding="utf-8"
    )
    assert wrong(small) == []
    tried = 0
    for line, text in uncommented(record_text(known_answers(), "huis", "x")):
        written(small, "proef").write_text(text, encoding="utf-8")
        allowed = {"besloten"} if "besloten" in line else {"een-van-twee"} if re.match("# l(at|on)", line) else set()
        found = [one for one in wrong(small) if one.code not in allowed]
        assert found == [], (line, found)
        tried += 1
    assert tried >= 35


def test_every_key_of_the_model_is_in_it() -> None:
    """A new key of the model is explained in a new record, or it is left out here for a reason."""
    full = record_text(known_answers(), "huis", "x")
    left_out = {"voorgelezen": "it needs a sound file that is there"}
    for model in (Actor, Activity):
        for name, field in model.model_fields.items():
            key = field.alias or name
            if key in left_out:
                continue
            assert re.search(rf"(?m)^ *(?:- |# )*{key}:", full), key


# Questions


def ask(folder: Path, answers: list[str], *more: str) -> tuple[int, str]:
    """The command with answers typed one by one; what it said beside the output."""
    typed = io.StringIO("\n".join(answers) + "\n")
    beside = io.StringIO()
    before = sys.stdin, sys.stderr
    sys.stdin, sys.stderr = typed, beside
    try:
        code = cli.main(["new", "--map", str(folder), "--vraag", *more])
    finally:
        sys.stdin, sys.stderr = before
    return code, beside.getvalue()


def test_what_is_missing_is_asked_with_the_choices_and_asked_again(small: Path) -> None:
    code, said = ask(
        small,
        [
            "Groep De Waterkers", "", "vrouwengrop", "vrouwengroep", "de gastvrouw", "taal, ontmoeten", "Samen koffie drinken.",
            "huis", "", "dinsdag om tien", "elke dinsdag 10:00-12:00", "", "Koffieochtend", "buurtwerker", "bezocht",
        ],
    )  # fmt: skip
    assert code == 0, said
    assert "Wat voor groep is het?" in said
    assert "huis van de wijk, buurthuis, bibliotheek" in said
    assert "Bedoelde je 'vrouwengroep'?" in said
    assert "[groep-de-waterkers] > " in said
    assert "In welke wijk?" not in said, "there is one only"
    data = yaml.safe_load(written(small).read_text(encoding="utf-8"))
    assert data["plek"] == {"actor": "huis"}
    assert data["activiteiten"][0]["naam"] == "Koffieochtend"
    assert wrong(small) == []


def test_only_what_is_missing_is_asked(small: Path) -> None:
    flags = words(small)[4:]
    code, said = ask(small, ["", "Proefhof 1", "1099 ZZ", "020 000 00 09", "", ""], *flags)
    assert code == 0, said
    assert "Hoe noemt de groep zichzelf?" not in said
    assert "Wat voor groep" not in said
    assert yaml.safe_load(written(small).read_text(encoding="utf-8"))["plek"]["adres"] == "Proefhof 1"


def test_nobody_answers(small: Path) -> None:
    before = sorted(small.rglob("*"))
    code, said = ask(small, ["Groep De Waterkers"])
    assert code == 1
    assert said.endswith("Gestopt. Er is niets geschreven.\n")
    code, said = ask(small, ["Groep De Waterkers", "", *["sportclup"] * 9])
    assert code == 1
    assert said.count("Bedoelde je 'sportclub'?") == 5
    assert sorted(small.rglob("*")) == before


def test_on_a_terminal_it_asks_by_itself(small: Path) -> None:
    code, said = on_a_terminal("new", "--map", str(small), send=b"Groep\n\x04\x04")
    assert code == 1
    assert "Hoe noemt de groep zichzelf?" in said
    assert "Er is niets geschreven." in said
    assert "Er ontbreekt nog: --naam" in run("new", "--map", str(small)).stderr, "elsewhere it does not"
