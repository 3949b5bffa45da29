"""What people type for something else gets an answer that can be typed over, and then it is good."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guides import HEAD, SMALL
from wijkgids.problems import Message, Problem, errors, in_order, report, translated
from wijkgids.records import Actor, load_guide
from wijkgids.records.answers.keys import belongs
from wijkgids.records.answers.messages import not_said_twice
from wijkgids.records.answers.nearest import meant_list, nearest
from wijkgids.records.answers.written import flow
from wijkgids.records.settings import closures
from wijkgids.records.values.price import meant_price
from wijkgids.records.values.reach import national
from wijkgids.yamlfiles import read_bytes

ACTIVITY = "activiteiten:\n  - id: koffie\n    code: wwww\n    naam: Koffie\n"


def record(lines: str) -> str:
    """A record with these lines in place of its own; lines that begin with spaces are of an activity."""
    text, inside = HEAD, lines.startswith("    ")
    for key in re.findall(r"(?m)^([a-z_]+):", lines):
        text = re.sub(rf"(?m)^{key}:.*\n", "", text)
    if not inside:
        return f"{text}{lines}\n"
    when = "" if "wanneer" in lines or "op_afspraak" in lines else "    op_afspraak: ja\n"
    return f"{text}{ACTIVITY}{lines}\n{when}"


Reader = Callable[[str], list[Problem]]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads a record in the small guide, and gives its problems."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)

    def problems(text: str) -> list[Problem]:
        (tmp_path / "data" / "actors" / "wijk" / "groep.yml").write_text(text, encoding="utf-8")
        return in_order(load_guide(tmp_path)[1])

    return problems


# What was typed, what the cure says to write, and the record with that in it.
CURES = (
    ("adres: Zilverlindehof 8", "plek: {adres: Zilverlindehof 8}", ""),
    ("kosten: 2.50", "drempels: {kosten: 2.50}", ""),
    ("prijs: € 2,50", 'drempels: {kosten: "€ 2,50"}', ""),
    ("gratis: ja", "drempels: {kosten: gratis}", ""),
    ("rolstoel: ja", "toegang: {drempelvrij: ja}", ""),
    ("eerste keer: Je loopt binnen.", "eerste_keer: Je loopt binnen.", ""),
    ("    doelgroep: vrouwen", "voor: vrouwen", ""),
    ("    maandag: 10:00-12:00", "wanneer: [{elke: maandag, tijd: 10:00-12:00}]", ""),
    ("zaterdag: 10.00 - 12.00 uur", "open: [{elke: zaterdag, tijd: 10:00-12:00}]", ""),
    ("openingstijden: ma-vr 9:00-17:00", "open: [{elke: maandag t/m vrijdag, tijd: 9:00-17:00}]", ""),
    ("open: Mo-Fr 09:00-17:00", "open: [{elke: maandag t/m vrijdag, tijd: 09:00-17:00}]", ""),
    (
        "open: {maandag: 10:00-12:00, dinsdag: 14:00-16:00}",
        "open: [{elke: maandag, tijd: 10:00-12:00}, {elke: dinsdag, tijd: 14:00-16:00}]",
        "",
    ),
    ("    wanneer: elke dinsdag 10:00-12:00", "wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]", ""),
    (
        "    wanneer: di 10:00-12:00 en do van 14:00 tot 16:00 uur",
        "wanneer: [{elke: dinsdag, tijd: 10:00-12:00}, {elke: donderdag, tijd: 14:00-16:00}]",
        "",
    ),
    ("    wanneer: {elke: dinsdag, tijd: 10:00-12:00}", "wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]", ""),
    ("    wanneer: [elke dinsdag 10:00-12:00]", "{elke: dinsdag, tijd: 10:00-12:00}", "    wanneer: [CURE]"),
    ("    wanneer: op afspraak", "op_afspraak: ja", ""),
    ("    wanneer: 5 december 2026", "wanneer: [{op: 2026-12-05}]", ""),
    ("plek: Zilverlindehof 8", "plek: {adres: Zilverlindehof 8}", ""),
    (
        "plek: Zilverlindehof 8, 1099 ZZ Waterstad",
        "plek: {adres: Zilverlindehof 8, postcode: 1099 ZZ, plaats: Waterstad}",
        "",
    ),
    ("plek: huis-van-de-proef", "plek: {actor: huis-van-de-proef}", ""),
    ("plek: Het plein", "plek: {naam: Het plein}", ""),
    (
        "plek: [{adres: Zilverlindehof 8}, {postcode: 1099 ZZ}]",
        "plek: {adres: Zilverlindehof 8, postcode: 1099 ZZ}",
        "",
    ),
    ("contact: 020 000 00 09", "contact: {telefoon: 020 000 00 09}", ""),
    (
        "contact: [groep@voorbeeld.example, www.groep.example]",
        "contact: {email: groep@voorbeeld.example, website: https://www.groep.example}",
        "",
    ),
    ("contact:\n  telefoon 020 000 00 09", "telefoon: 020 000 00 09", "contact: {CURE}"),
    ("plek:\n  adres:Proefhof 9", "adres: Proefhof 9", "plek: {CURE}"),
    ("contact: {telefoon: 06-00000012 / 020 0000009}", "06-00000012", "contact: {telefoon: CURE}"),
    ("contact: {telefoon:020 000 00 09}", "telefoon: 020 000 00 09", "contact: {CURE}"),
    ("nagekeken: 2 november 2026", "nagekeken: {op: 2026-11-02, door: buurtwerker, hoe: bezocht}", ""),
    ("akkoord: gastvrouw, 1-10-2026", "akkoord: {op: 2026-10-01, van: gastvrouw}", ""),
    ("drempels: gratis", "drempels: {kosten: gratis}", ""),
    ("drempels: 2 euro per keer", 'drempels: {kosten: "2,00", kosten_per: keer}', ""),
    ("drempels: {kosten: 2,50}", 'kosten: "2,50"', "drempels: {CURE}"),
    ("drempels: {kosten: €2.50 per keer}", '"2,50"', "drempels: {kosten: CURE, kosten_per: keer}"),
    ("drempels: {kosten: 3 euro}", '"3,00"', "drempels: {kosten: CURE}"),
    ("drempels: {kosten: donatie}", "vrije gift", "drempels: {kosten: CURE}"),
    ("drempels: {naam_nodig: weet ik niet}", "onbekend", "drempels: {naam_nodig: CURE}"),
    ("drempels: {nederlands: A2}", "een beetje", "drempels: {nederlands: CURE}"),
    ("toegang: {toilet: invalidentoilet}", "aangepast", "toegang: {toilet: CURE}"),
    ("thema: Taal, eten en geld", "[taal, eten, geld]", "thema: CURE"),
    ("soort: Mosque", "moskee", "soort: CURE"),
    ("soort: [moskee]", "moskee", "soort: CURE"),
    ("talen: Arabisch", "ar", "talen: CURE"),
    ("talen: Arabisch, Türkçe, Tigrinya en Farsi", "[ar, tr, ti, fa]", "talen: CURE"),
    ("talen: العربية", "ar", "talen: CURE"),
    ("    leeftijd: 18+", "leeftijd: {van: 18}", ""),
    ("    leeftijd: 12 t/m 18 jaar", "leeftijd: {van: 12, tot: 18}", ""),
    ("    leeftijd: [12, 18]", "leeftijd: {van: 12, tot: 18}", ""),
    ("    leeftijd: tot 12 jaar", "leeftijd: {tot: 12}", ""),
    ("    leeftijd: {van: 4 jaar}", "4", "    leeftijd: {van: CURE}"),
    ("contact: {telefoon: 020-0000009 (ma-vr)}", "020-0000009", "contact: {telefoon: CURE}"),
    ("contact: {telefoon: O20 000 00 09}", "020 000 00 09", "contact: {telefoon: CURE}"),
    ("contact: {telefoon: ٠٢٠ ٠٠٠ ٠٠ ٠٩}", "020 000 00 09", "contact: {telefoon: CURE}"),
    ("contact: {telefoon: ０２０ ０００ ００ ０９}", "020 000 00 09", "contact: {telefoon: CURE}"),
    ("contact: {telefoon: +31 (0)20 000 00 09}", "020 000 00 09", "contact: {telefoon: CURE}"),
    ("contact: {telefoon: 31200000009}", "020 000 00 09", "contact: {telefoon: CURE}"),
    ('contact: {whatsapp: "https://wa.me/31200000009"}', "020 000 00 09", "contact: {whatsapp: CURE}"),
    ('contact: {email: "mailto:groep@voorbeeld.example"}', "groep@voorbeeld.example", "contact: {email: CURE}"),
    ("contact: {email: groep (at) voorbeeld.example}", "groep@voorbeeld.example", "contact: {email: CURE}"),
    ("contact: {email: De groep <groep@voorbeeld.example>}", "groep@voorbeeld.example", "contact: {email: CURE}"),
    ("contact: {website: www.groep.example}", '"https://www.groep.example"', "contact: {website: CURE}"),
    ("contact: {website: groep@voorbeeld.example}", "email: groep@voorbeeld.example", "contact: {CURE}"),
    ("nagekeken: {op: 2-11-2026, door: zelf, hoe: website}", "2026-11-02", "nagekeken: {op: CURE, door: zelf, hoe: website}"),
    ("nagekeken: {op: di 24 nov 2026, door: zelf, hoe: website}", "2026-11-24", "nagekeken: {op: CURE, door: zelf, hoe: website}"),
    ('nagekeken: {op: "2026-11-02T00:00", door: zelf, hoe: website}', "2026-11-02", "nagekeken: {op: CURE, door: zelf, hoe: website}"),
    ("nagekeken: {op: 11/24/2026, door: zelf, hoe: website}", "2026-11-24", "nagekeken: {op: CURE, door: zelf, hoe: website}"),
    ("nagekeken: {op: 20261102, door: zelf, hoe: website}", "2026-11-02", "nagekeken: {op: CURE, door: zelf, hoe: website}"),
    ("nagekeken: {op: ٢٠٢٦-١١-٠٢, door: zelf, hoe: website}", "2026-11-02", "nagekeken: {op: CURE, door: zelf, hoe: website}"),
    ("nagekeken: {op: 2026-11-02, door: Buurtwerkster, hoe: telefonisch}", "buurtwerker", "nagekeken: {op: 2026-11-02, door: CURE, hoe: gebeld}"),
    ("plek: {adres: Proefhof 9, lat: 4.80, lon: 52.37}", "lat: 52.37, lon: 4.80", "plek: {adres: Proefhof 9, CURE}"),
    ('plek: {adres: Proefhof 9, lat: "52.37, 4.80"}', "lat: 52.37, lon: 4.80", "plek: {adres: Proefhof 9, CURE}"),
    ("plek: {adres: Proefhof 9, postcode: 1099 ZZ Waterstad}", "1099 ZZ, plaats: Waterstad", "plek: {adres: Proefhof 9, postcode: CURE}"),
    ("plek: {actor: huis, zo_vind_je_het: Achter de markt, groene deur}", 'zo_vind_je_het: "Achter de markt, groene deur"', "plek: {actor: huis, CURE}"),
    ("gidst: {zelf: ja, thema: brieven, hoe: leest mee}", "gidst: [{zelf: ja, thema: brieven, hoe: leest mee}]", ""),
    ("mensen: [gastvrouw]", "{rol: gastvrouw}", "mensen: [CURE]"),
    ("hoort_bij: Wij betalen zelf, met elkaar", 'hoort_bij: {tekst: "Wij betalen zelf, met elkaar"}', ""),
    ("gestopt: 1 juni 2026", "gestopt: {op: 2026-06-01}", ""),
    ("    kring: gemengd", "kring: {soort: gemengd}", ""),
    ("activiteiten: Koffie met taart", "activiteiten: [{id: koffie-met-taart, naam: Koffie met taart}]", ""),
    ("    voor: [Vrouw, KINDEREN]", "vrouwen", "    voor: [CURE, kinderen]"),
    ("eerste_keer:\n  - Let op: neem je pas mee", '"Let op: neem je pas mee"', "eerste_keer:\n  - CURE"),
    ("werkt_samen_met: Huis De Proef", "huis-de-proef", "werkt_samen_met: CURE"),
    ("werkt_samen_met: data/actors/wijk/huis.yml", "huis", "werkt_samen_met: CURE"),
    ("code: QQQQ", "qqqq", "code: CURE"),
)  # fmt: skip


@pytest.mark.parametrize(("typed", "wanted", "after"), CURES, ids=[typed for typed, _, _ in CURES])
def test_the_cure_can_be_typed_over(typed: str, wanted: str, after: str, read: Reader) -> None:
    found = errors(read(record(typed)))
    assert found, "it is good as it is"
    if typed not in SEVERAL:
        assert len(found) == 1, f"one mistake, one message:\n{report(found)}"
    cure = next((one.cure for one in found if wanted in one.cure), None)
    assert cure, f"{wanted!r} is in none of:\n{report(found)}"
    indent = "    " if typed.startswith("    ") else ""
    again = errors(read(record(after.replace("CURE", wanted) if after else f"{indent}{wanted}")))
    assert again == [], report(again)


SEVERAL = {
    "    voor: [Vrouw, KINDEREN]",
    "nagekeken: {op: 2026-11-02, door: Buurtwerkster, hoe: telefonisch}",
}


# A mistake that hides a second one of its own making: only the first is said.
ONE_MISTAKE = {
    "name: Groep": "naam",
    "Samenvating: Een groep.": "samenvatting",
    "THEMA: taal": "thema",
    "type: moskee": "soort",
    "contact:\n  telefoon: 020 000 00 09\n  samenvatting: Een groep.": "samenvatting",
}


@pytest.mark.parametrize(("typed", "key"), ONE_MISTAKE.items())
def test_a_key_that_is_missing_by_another_mistake_is_not_asked_for(typed: str, key: str, read: Reader) -> None:
    text = re.sub(rf"(?m)^{key}:.*\n", "", record(typed))
    found = errors(read(text))
    assert len(found) == 1, report(found)
    assert f"{key}" in found[0].cure


@pytest.mark.parametrize(
    ("where", "key", "spot"),
    [
        ((), "adres", ("plek", "adres")),
        ((), "telefoon", ("contact", "telefoon")),
        ((), "tijd", ("activiteiten", "wanneer", "tijd")),
        (("activiteiten", 0), "adres", ("activiteiten", "plek", "adres")),
        (("activiteiten", 0), "elke", ("activiteiten", "wanneer", "elke")),
        (("plek",), "kosten", ("drempels", "kosten")),
        (("contact",), "naam", ("mensen", "naam")),
        (("drempels",), "soort", ("soort",)),
        ((), "geen-sleutel", None),
    ],
)
def test_where_a_key_belongs(where: tuple[str | int, ...], key: str, spot: tuple[str, ...] | None) -> None:
    assert belongs(Actor, where, key) == spot


def test_a_name_is_not_moved_to_the_people_of_a_group(read: Reader) -> None:
    (found,) = errors(read(record("contact: {telefoon: 020 000 00 09, naam: Vera Proefstra}")))
    assert "toestemming" in found.cure
    assert "Vera" not in found.cure


def test_sentences_keep_their_template(read: Reader) -> None:
    (found,) = errors(read(record("soort: moskeee")))
    assert isinstance(found.cure, Message)
    assert translated(found.cure, {"Bedoelde je '{near}'?": "Did you mean '{near}'?"}) == "Did you mean 'moskee'?"
    (found,) = errors(read(record("telefon: 020 000 00 09\ncontact: {email: groep@voorbeeld.example}")))
    english = translated(found.found, {"de sleutel '{key}' hoort hier niet": "the key '{key}' does not belong here"})
    assert english == "the key 'telefon' does not belong here"


def test_what_is_typed_is_not_taken_for_a_template(read: Reader) -> None:
    (found,) = errors(read(record('soort: "{near} {words} %s"')))
    assert "{near} {words} %s" in found.found


def test_every_rule_that_is_wrong_is_said_once() -> None:
    text = "activiteiten:\n  - wanneer:\n      - {dag: dinsdag, tijd: half tien}\n"
    document, _ = read_bytes(text.encode(), "x.yml")
    rule = ("activiteiten", 0, "wanneer", 0)
    key = Problem(document.place((*rule, "dag"), key=True), "dag", "found", "wanted", "cure", "onbekende-sleutel")
    refused = [
        Problem(document.place(path), "wanneer", "found", "wanted", "cure", "regel")
        for path in (rule, (*rule, "dag"), (*rule, "tijd"))
    ]
    assert not_said_twice([key], refused, document) == refused[2:]
    assert not_said_twice([], refused, document) == refused


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("Taal", ["taal"], "taal"),
        ("gaat_mee", ["gaat mee"], "gaat mee"),
        ("yes", ["ja", "nee", "onbekend"], "ja"),
        ("geen", ["niet nodig", "een beetje"], "niet nodig"),
        ("geen", ["aangepast", "geen"], "geen"),
        ("?", ["ja", "onbekend"], "onbekend"),
        ("caf\u00e9", ["cafe"], "cafe"),
        ("zzzz", ["taal", "eten"], None),
        ("", ["taal"], None),
    ],
)
def test_the_nearest_word(word: str, known: list[str], found: str | None) -> None:
    assert nearest(word, known) == found


def test_a_list_without_brackets() -> None:
    assert meant_list("Taal, eten & geld", ["taal", "eten", "geld"]) == ["taal", "eten", "geld"]
    assert meant_list("taal", ["taal"]) is None
    assert meant_list("taal, iets anders", ["taal"]) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("€ 2.5", {"kosten": "2,50"}),
        ("1.250,00 euro", {"kosten": "1250,00"}),
        ("5,- per maand", {"kosten": "5,00", "kosten_per": "maand"}),
        ("niks", {"kosten": "gratis"}),
        ("2 of 3 euro", None),
        ("-5", None),
        ("1e3", None),
        ("nan", None),
        ("1_000", None),
        ("vanaf 5 euro", None),
        ("5 euro voor leden", None),
    ],
)
def test_a_price_in_other_words(typed: str, meant: dict[str, str] | None) -> None:
    assert meant_price(typed) == meant


@pytest.mark.parametrize(
    ("digits", "written"),
    [
        ("31200000113", "020 000 01 13"),
        ("+31200000113", "020 000 01 13"),
        ("0600000113", "06 00 00 01 13"),
        ("0299000113", "0299 00 01 13"),
        ("+32470000113", "+32470000113"),
    ],
)
def test_a_number_as_people_write_it(digits: str, written: str) -> None:
    assert national(digits) == written


@pytest.mark.parametrize(
    "text", ["Achter de markt, groene deur", 'zeg "hallo"', "a: b", "# nee", "@x", "-", "10:00-12:00", "x\\y", "{a}"]
)
def test_what_is_written_is_read_back(text: str) -> None:
    data = {"een": text, "twee": [text, {"drie": text}]}
    document, problems = read_bytes(flow(data).encode(), "x.yml")
    assert problems == []
    assert document.data == data


@pytest.mark.parametrize(
    ("typed", "code", "cure"),
    [
        ("- zomerstop", "blok", "zomerstop: [2026-07-18 t/m 2026-08-16]"),
        ("zomerstop: [24-12-2026]", "sluiting", "Schrijf 2026-12-24"),
        ("zomerstop: 24 december 2026 tot 3 januari 2027", "sluiting", "Schrijf 2026-12-24 t/m 2027-01-03"),
        ("zomerstop: [2027-01-03 t/m 2026-12-24]", "volgorde", "2026-12-24 t/m 2027-01-03"),
        ("zomerstop: [2026-02-30]", "datum", "deze dag is er niet"),
        ("zomerstop: [{van: 2026-07-01}]", "tekst", "Schrijf hier één tekst"),
        ("zomerstop: in de zomer", "sluiting", "Schrijf 2026-12-24"),
    ],
)
def test_the_closures_of_a_calendar(typed: str, code: str, cure: str) -> None:
    _, (found,) = closures(read_bytes(typed.encode(), "data/calendar.yml")[0])
    assert found.code == code
    assert cure in found.cure
    assert found.place.line == 1
