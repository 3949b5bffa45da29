"""The JSON Schema helps in editors, which read YAML 1.2: what our reader takes it takes, and it teaches each key."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter

from guides import HEAD, SMALL, small_agenda
from wijkgids import exports, vocabulary
from wijkgids.exports import schema as export
from wijkgids.problems import errors, report
from wijkgids.records import Actor, load_guide
from wijkgids.records.answers.keys import keys_of
from wijkgids.records.described import TABLE, described
from wijkgids.records.schema import NAMES, schema
from wijkgids.records.settings import Settings
from wijkgids.schedules import parse_every
from wijkgids.yamlfiles import read

SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
HERE = Path(__file__).parent
ROOT = HERE.parent
GOOD = sorted((HERE / "records" / "good").glob("*.yml"))
BAD = sorted((HERE / "records" / "bad").glob("*.yml"))
DATA = sorted((ROOT / "data" / "actors").glob("*/*.yml"))
ACTOR = Draft202012Validator(schema("actor"))
SETTINGS = Draft202012Validator(schema("gids"))


def loader(**patterns: str) -> type[SafeLoader]:
    """A loader that makes of a plain scalar what these patterns say, and a text of all else."""

    class Loader(SafeLoader):
        yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {}

    for name, pattern in patterns.items():
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(pattern), None)
    return Loader


# The core schema of YAML 1.2.2, §10.3.2, as YAML 1.2 editors read. PyYAML's own constructor would read 012 as octal.
CORE = loader(
    null=r"^(?:~|null|Null|NULL|)$",
    bool=r"^(?:true|True|TRUE|false|False|FALSE)$",
    int=r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$",
    float=r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
)


def _integer(loader: SafeLoader, node: yaml.ScalarNode) -> int:
    text = node.value
    return int(text[2:], {"0o": 8, "0x": 16}[text[:2]]) if text[:2] in ("0o", "0x") else int(text)


CORE.add_constructor("tag:yaml.org,2002:int", _integer)
CORE.add_constructor("tag:yaml.org,2002:float", lambda loader, node: _float(node.value))


def _float(text: str) -> float:
    word = text.lower().lstrip("+-.")
    return float(text.replace(".", "", 1)) if word in ("inf", "nan") else float(text)


class Old(SafeLoader):
    """YAML 1.1 as PyYAML reads it, with dates as text: the view of editors that are built on it."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {
        first: [(tag, pattern) for tag, pattern in some if not tag.endswith("timestamp")]
        for first, some in SafeLoader.yaml_implicit_resolvers.items()
    }


VIEWS = {"1.2": CORE, "1.1": Old}


def faults(validator: Draft202012Validator, data: Any) -> list[str]:
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(data)]


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for key in keys_of(model).values():
        for inner in key.models:
            yield from models(inner)


ALL = list(dict.fromkeys([*models(Actor), *models(Settings)]))


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that says which keys a block has."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and node.get("type") == "object":
            yield node
        for part in node.values():
            yield from objects(part)
    elif isinstance(node, list):
        for part in node:
            yield from objects(part)


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_a_schema(name: str) -> None:
    made = schema(name)
    Draft202012Validator.check_schema(made)
    assert made["$schema"].endswith("/2020-12/schema")
    assert made["$id"] == f"https://wijkgids.example/schema/{name}.json"
    assert json.dumps(made) == json.dumps(schema(name))


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_each_key_is_described(model: type[BaseModel]) -> None:
    said = described(model)
    assert list(said) == list(keys_of(model)), "described.yml has the keys of the model, in its order"
    for key, one in said.items():
        assert len(one.title) > 1, key
        assert len(one.text) > 10, key
        assert one.text.rstrip("”").endswith((".", "?", ")")), key
        assert one.examples, key


def test_the_table_describes_nothing_else() -> None:
    assert set(read(TABLE, TABLE.name)[0].data) == {model.__name__ for model in ALL}


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_each_example_is_taken_by_the_model(model: type[BaseModel]) -> None:
    words, _ = vocabulary.load()
    for attribute, info in model.model_fields.items():
        adapter: TypeAdapter[Any] = TypeAdapter(
            Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        )
        for value in described(model)[info.alias or attribute].values:
            adapter.validate_python(value, by_alias=True, by_name=False, context=words)


@pytest.mark.parametrize("name", NAMES)
def test_blocks_are_closed_and_each_key_teaches(name: str) -> None:
    made = schema(name)
    blocks = list(objects(made))
    assert len(blocks) > 3
    for block in blocks:
        assert block["additionalProperties"] is False
        assert block["description"]
        for key, one in block["properties"].items():
            assert one["title"], key
            assert one["description"], key
            assert one["examples"], key
            assert "deprecated" not in one
            for example in one["examples"]:
                assert faults(Draft202012Validator({**one, "$defs": made["$defs"]}), example) == [], key


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("record", [*GOOD, *DATA], ids=lambda path: path.stem)
def test_what_is_good_passes(record: Path, view: str) -> None:
    text = record.read_text(encoding="utf-8-sig")
    assert faults(ACTOR, yaml.load(text, VIEWS[view])) == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("settings", [ROOT / "data" / "gids.yml", SMALL / "data" / "gids.yml"], ids=["data", "small"])
def test_settings_pass(settings: Path, view: str) -> None:
    assert faults(SETTINGS, yaml.load(settings.read_bytes(), VIEWS[view])) == []


# What a schema can see: wrong keys, words that are not in a list, another form than a date or number has.
SEEN = {
    *("onbekende-sleutel", "sleutel-elders", "keuze", "onbekend-woord", "blok", "lijst", "tekst"),
    *("ontbreekt", "te-veel", "te-weinig", "te-lang", "spatie", "komma", "cijfers"),
    *("datum", "prijs", "telefoon", "whatsapp", "e-mail", "website", "postcode"),
    *("plaats-op-kaart", "verwisseld", "leeftijd", "slug", "code", "taal", "twee-keer"),
}
# What it cannot: each with the reason.
UNSEEN = {
    "dag-bestaat-niet": "the form of the date is right",
    "datum-in-de-toekomst": "depends on the day",
    "prijs-macht": "1e3 is the number 1000 to YAML 1.2",
    "taal-bestaat-niet": "the form of the code is right",
    "telefoon-te-kort": "the form of the number is right",
    "telefoon-met-nul-erbij": "brackets are good elsewhere in a number",
    "thema-twee-keer": "one list serves words and blocks: the reader says it",
}


def codes(record: Path) -> list[str]:
    lines = record.read_bytes().decode("utf-8", "replace").splitlines()
    return [match[1] for line in lines if (match := re.fullmatch(r"\ufeff?# \d+:\d+ ([\w-]+)", line))]


@pytest.mark.parametrize("record", [path for path in BAD if set(codes(path)) & SEEN], ids=lambda path: path.stem)
def test_what_is_bad_in_its_form_fails(record: Path) -> None:
    try:
        data = yaml.load(record.read_bytes(), CORE)
    except (yaml.YAMLError, UnicodeDecodeError):
        return  # no editor gets as far as the schema
    found = faults(ACTOR, data)
    if record.stem in UNSEEN:
        assert found == [], "it can be seen: take it out of UNSEEN"
    else:
        assert found != []


# Texts that a YAML 1.2 reader makes something else of. Our reader takes them; so the schema must.
READ_AS_OTHER = """
naam: 1099
naam: 2.50
samenvatting: true
samenvatting: 12e4
zoekwoorden: [112, 2.50, false]
code: 1234
code: 12e4
code: 0x12
code: true
contact: {telefoon: 0200000009}
contact: {whatsapp: +31200000009}
plek: {adres: Proefhof 9, lat: 52, lon: 4.8}
plek: {naam: 1012, ruimte: 2, zo_vind_je_het: 3}
drempels: {kosten: 2.50}
drempels: {kosten: 3}
drempels: {kosten: 0, stadspas: 1.00}
drempels: {kosten: "2,-"}
drempels: {papieren: 1, kinderen: 2, wachttijd: 3}
talen: [no]
toegang:
mensen: [{rol: 1, wanneer: 2}]
hoort_bij: {tekst: 2026}
werkt_samen_met: [020]
eerste_keer: [1, 2.0, true]
gestopt: {op: 2026-06-30, waarom: 1}
opgegeven_door: 7
gidst: [{zelf: ja, thema: brieven, hoe: luistert, wie: 1, wanneer: 2026}]
open: [{elke: dinsdag, tijd: 19:30, niet: [2026-12-29, 1 januari], let_op: 1}]
activiteiten: [{id: 112, naam: 112, op_afspraak: ja, leeftijd: {van: 4, tot: 012}, meenemen: 2, let_op: 3, recept: 4}]
""".strip().splitlines()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("line", READ_AS_OTHER)
def test_what_looks_like_a_number_passes(line: str, view: str, tmp_path: Path) -> None:
    key = line.split(":")[0]
    text = "".join(f"{one}\n" for one in HEAD.splitlines() if not one.startswith(f"{key}:")) + line + "\n"
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "data" / "actors" / "wijk" / "020.yml").write_text(text, encoding="utf-8")
    guide, problems = load_guide(tmp_path)
    assert errors(problems) == [], report(problems)
    assert "020" in guide.actors
    assert faults(ACTOR, yaml.load(text, VIEWS[view])) == []


def test_the_words_of_a_guide_are_in_its_schema(tmp_path: Path) -> None:
    words = tmp_path / "data" / "vocabulary"
    words.mkdir(parents=True)
    (words / "audiences.yml").write_text("zeilers: {name: voor zeilers, sentence: Voor zeilers.}\n", encoding="utf-8")
    agenda = small_agenda(tmp_path)
    files = export.files(agenda.guide)
    assert list(files) == ["schema/actor.json", "schema/gids.json"]
    actor = json.loads(files["schema/actor.json"])
    assert actor["$id"] == "https://klein.example/schema/actor.json"
    voor = json.dumps(actor["$defs"]["Activity"]["properties"]["voor"], ensure_ascii=False)
    assert '"zeilers"' in voor
    assert "voor zeilers" in voor
    niet = json.dumps(actor["$defs"]["Schedule"]["properties"]["niet"])
    assert '"zomerstop"' in niet
    assert '"schoolvakanties"' in niet
    exports.write(agenda, tmp_path / "site")
    assert (tmp_path / "site" / "schema" / "actor.json").read_bytes() == files["schema/actor.json"]


def test_the_schema_teaches_the_words_of_time() -> None:
    rule = schema("actor")["$defs"]["Schedule"]["properties"]
    assert "week later" in json.dumps(rule["bij_feestdag"])
    assert "om de week dinsdag" in rule["elke"]["examples"]
    for phrase in rule["elke"]["examples"]:
        assert parse_every(phrase)
