"""The reader of YAML: text stays as it was typed, every value knows its place, nothing can hurt it."""

from __future__ import annotations

import string

import yaml
from hypothesis import given
from hypothesis import strategies as st

from wijkgids.problems import Place
from wijkgids.yamlfiles import MAX_BYTES, read_bytes
from wijkgids.yamlfiles.marked import Marked, Stop
from wijkgids.yamlfiles.tree import Odd, tree


def data_of(text: str) -> object:
    document, problems = read_bytes(text.encode(), "x.yml")
    assert problems == []
    return document.data


def test_nothing_is_turned_into_something_else() -> None:
    typed = "a: 11:30\nb: no\nc: 0201234567\nd: 2026-11-24\ne: 1_000\nf: ~\ng: 2,50\n"
    assert data_of(typed) == {
        "a": "11:30", "b": "no", "c": "0201234567", "d": "2026-11-24", "e": "1_000", "f": "~", "g": "2,50",
    }  # fmt: skip


def test_places_of_keys_and_values() -> None:
    document, _ = read_bytes(b"naam: x\nlijst:\n  - {a: b, c: d}\n", "x.yml")
    assert document.place(("naam",)) == Place("x.yml", 1, 7)
    assert document.place(("naam",), key=True) == Place("x.yml", 1, 1)
    assert document.place(("lijst", 0, "c")) == Place("x.yml", 3, 15)
    assert document.place(("lijst", 0, "weg")) == Place("x.yml", 3, 5), "of what is not there: the thing around it"


def test_what_kills_the_c_loader_is_a_message() -> None:
    document, problems = read_bytes(b"[" * 100_000, "x.yml")
    assert document.data is None
    assert [problem.code for problem in problems] == ["te-diep"]


def test_too_large_is_refused_before_parsing() -> None:
    _, problems = read_bytes(b"a" * (MAX_BYTES + 1), "x.yml")
    assert [problem.code for problem in problems] == ["te-groot"]


PLAIN = st.text(string.ascii_letters + string.digits + " -:#,'\"{}[]&*!|>%@`?éß\n\t", max_size=40)
SCALARS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30)
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(SCALARS.filter(bool), TREES, max_size=4))
def test_what_is_written_is_read_back(tree: dict[str, object]) -> None:
    """Every tree of texts, written with quotes, comes back the same, and each value has a place."""
    typed = yaml.dump(tree, default_style='"', allow_unicode=True, width=10_000)
    typed = typed.replace('!!null "null"', '""')
    document, problems = read_bytes(typed.encode(), "x.yml")
    if problems:  # signs that no text of a guide may hold are refused, with their place
        assert {problem.code for problem in problems} <= {"onzichtbaar-teken"}
        return
    assert document.data == tree

    def walk(value: object, path: tuple[str | int, ...]) -> None:
        assert document.marks.values[path] >= (1, 1)
        if isinstance(value, dict):
            for key, one in value.items():
                walk(one, (*path, key))
        elif isinstance(value, list):
            for position, one in enumerate(value):
                walk(one, (*path, position))

    walk(document.data, ())


@given(PLAIN | st.text(max_size=60))
def test_any_text_is_read_or_refused_with_place_and_cure(text: str) -> None:
    document, problems = read_bytes(text.encode("utf-8", "surrogatepass"), "x.yml")
    for problem in problems:
        assert problem.found
        assert problem.wanted
        assert problem.cure
        assert problem.place.line >= 1
    assert problems or isinstance(document.data, (str, list, dict, type(None)))


@given(st.binary(max_size=80))
def test_any_bytes_never_raise(raw: bytes) -> None:
    read_bytes(raw, "x.yml")


@given(st.one_of(PLAIN, st.lists(PLAIN, max_size=4).map("\n".join), st.lists(st.tuples(PLAIN, PLAIN), max_size=4).map(
    lambda pairs: "\n".join(f"{key}: {value}" for key, value in pairs)
)))  # fmt: skip
def test_the_quick_reader_and_the_marking_one_say_the_same(text: str) -> None:
    """Most files are read without marks; what is read then must be what the other reader would have read."""
    try:
        quick, odd = tree(text), False
    except (Odd, yaml.YAMLError):
        quick, odd = None, True
    marked = Marked("x.yml")
    try:
        data = marked.build(text)
    except (Stop, yaml.YAMLError):
        assert odd
        return
    assert bool(marked.problems) == odd
    assert odd or data == quick


def test_reading_goes_on_after_a_fault_of_form() -> None:
    text = "naam: Let op: twee\nsoort: @kerk\nthema: &a taal\nsleutel: *a\nsleutel: b\n"
    document, problems = read_bytes(text.encode(), "x.yml")
    assert [(one.place.line, one.code) for one in problems] == [
        (1, "yaml"), (2, "yaml"), (3, "anker"), (4, "anker"), (5, "dubbele-sleutel"),
    ]  # fmt: skip
    assert document.data == {"naam": "Let op: twee", "soort": "@kerk", "thema": "taal", "sleutel": "*a"}


def test_signs_of_another_encoding_do_not_hide_the_rest() -> None:
    for raw in ("naam: café\n".encode("cp1252"), "naam: café\n".encode("utf-16")):
        document, problems = read_bytes(raw, "x.yml")
        assert [one.code for one in problems] == ["utf-8"]
        assert document.data["naam"].startswith("caf")
    document, problems = read_bytes("naam: a\u202eb\u200f\nsoort: x\x00y\n".encode(), "x.yml")
    assert [(one.place.line, one.place.column) for one in problems] == [(1, 8), (2, 9)]
    assert document.data == {"naam": "a b", "soort": "x y"}
