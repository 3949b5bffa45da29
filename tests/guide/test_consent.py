"""What stops being public is nowhere, and what was never public too: every file of a whole built site is searched.

One guide is built on two days. On the first a consent runs and the addresses are public; on the second the consent ended
the day before, and the groups no longer show where they are. The second build finds the site, the kept sheets and every
cache as the first left them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from built import found, mkdocs, ran, small_host
from guides import HEAD

LAST, AFTER = "2026-12-01", "2026-12-02"

# A person with everything, who is in a house with a sheet: roles without a name stay.
PERSON = (
    "{rol: sleutelbewaarster, naam: Xyranthe Quibbelmans, telefoon: 020 000 77 31, email: xyranthe@voorbeeld.example,"
    " talen: [nl, ar], vraag_naar: Xyranthe, wanneer: als Xyranthe Quibbelmans er is, toestemming: {op: 2026-10-01, tot: 2026-12-01}}"
)
HOUSE = """\
naam: Huis De Proef
soort: huis van de wijk
code: hhhh
thema: [ontmoeten]
samenvatting: Het huis van de wijk.
akkoord: {op: 2026-10-01, van: de beheerder}
plek: {adres: Proefhof 8, postcode: 1099 ZZ, plaats: Waterstad}
contact: {telefoon: 020 000 00 02}
mensen:
  - %s
nagekeken: {op: 2026-11-02, door: buurtwerker, hoe: bezocht}
activiteiten:
  - {id: koffie, code: kkkk, naam: Koffie, wanneer: [{elke: dinsdag, tijd: 09:00-11:30}]}
"""
# A group with a place of its own, and what it does there; {n} makes each its own.
GROUP = """\
naam: Groep {name}
soort: zelforganisatie
code: qqq{n}
thema: [ontmoeten]
samenvatting: Een groep om mee te testen.
akkoord: {{op: 2026-10-01, van: de gastvrouw, {shown}}}
plek: {{naam: Kelder {word}, adres: {word}steeg 7{n}, postcode: 119{n} XQ, plaats: {word}dam, lat: 52.3711{n}7,
       lon: 4.8022{n}9, ruimte: {word}kamer, zo_vind_je_het: Achter de {word}poort}}
contact: {{telefoon: 020 000 60 0{n}}}
nagekeken: {{op: 2026-11-02, door: buurtwerker, hoe: bezocht}}
activiteiten:
  - {{id: thee, code: tth{n}, naam: Thee bij {name}, wanneer: [{{elke: woensdag, tijd: 10:00-12:00}}]}}
  - id: elders
    code: eel{n}
    naam: Buiten met {name}
    plek: {{adres: {word}laan 3{n}, postcode: 118{n} XQ, plaats: {word}dam, zo_vind_je_het: Bij de {word}boom}}
    wanneer: [{{elke: vrijdag, tijd: 10:00-12:00}}]
"""
# A guest of that group: its own page would tell where the group is.
GUEST = (
    HEAD.replace("De Proef", "Op Bezoek").replace("qqqq", "gggg")
    + """\
plek: {actor: groep-1, ruimte: Gastvrijzolder, zo_vind_je_het: Achter de Gastvrijtrap}
activiteiten:
  - {id: gast, code: gga9, naam: Te gast, wanneer: [{elke: donderdag, tijd: 10:00-12:00}]}
"""
)


@dataclass(frozen=True)
class Hidden:
    """A group that stops showing where it is: what it then writes behind `akkoord`, and the word in all its places."""

    name: str
    shown: str
    word: str


HIDDEN = {
    1: Hidden("Na Contact", "adres_tonen: na contact", "Zwanenveer"),
    2: Hidden("Nee", "adres_tonen: nee", "Kwartelsnavel"),
    3: Hidden("Na Contact Via", "adres_tonen: na contact, via: buurtteam", "Wielewaal"),
    4: Hidden("Nee Via", "adres_tonen: nee, via: buurtteam", "Roerdomp"),
}
PERSONAL = ("Xyranthe", "Quibbelmans", "020 000 77 31", "xyranthe@voorbeeld.example")
PLACES = {
    n: (f"{one.word}steeg 7{n}", f"119{n} XQ", f"52.3711{n}7", f"4.8022{n}9", f"{one.word}kamer", f"{one.word}poort",
        f"{one.word}laan 3{n}", f"118{n} XQ", f"{one.word}boom", f"Kelder {one.word}", f"{one.word}dam")
    for n, one in HIDDEN.items()
}  # fmt: skip
ROLE = "sleutelbewaarster"
GUESTS = ("Gastvrijzolder", "Gastvrijtrap")


def records(*, hidden: bool) -> dict[str, str]:
    """The records of a day."""
    groups = {
        f"groep-{n}": GROUP.format(n=n, name=one.name, word=one.word, shown=one.shown if hidden else "adres_tonen: ja")
        for n, one in HIDDEN.items()
    }
    return {"huis": HOUSE % PERSON, "gast": GUEST, **groups}


@dataclass(frozen=True)
class Built:
    """A guide as it stood after a build: where everything is found, and what was said."""

    everywhere: dict[str, list[str]]
    cached: dict[str, list[str]]
    said: str
    files: set[str]


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The guide on both days, the second built on what the first left."""
    root = tmp_path_factory.mktemp("gids")
    needles = [*PERSONAL, ROLE, *GUESTS, *(needle for all_of_them in PLACES.values() for needle in all_of_them)]
    built = {}
    for day, hidden in ((LAST, False), (AFTER, True)):
        small_host(root, records(hidden=hidden))
        said = mkdocs(root, day) + ran(root, "-m", "wijkgids", "check", today=day)
        files = {path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*")}
        built[day] = Built(found(needles, root / "site"), found(needles, root / ".cache", said), said, files)
    return built


def test_the_search_sees_all_kinds_of_files(days: dict[str, Built]) -> None:
    kinds = {Path(name).suffix for name in days[AFTER].files}
    assert kinds >= {".html", ".pdf", ".ics", ".xml"}


@pytest.mark.parametrize("needle", PERSONAL)
def test_a_person_is_there_until_the_last_day_of_the_consent(days: dict[str, Built], needle: str) -> None:
    assert {"actor/huis.html", "ar/actor/huis.html"} <= set(days[LAST].everywhere[needle])


@pytest.mark.parametrize("needle", PERSONAL)
def test_a_person_is_nowhere_the_day_after(days: dict[str, Built], needle: str) -> None:
    assert needle not in days[AFTER].everywhere
    assert needle not in days[AFTER].cached, "in a cache, or in what the build and the check said"


def test_the_role_stays_and_the_end_is_reported(days: dict[str, Built]) -> None:
    """Or the test above would be true of a page that lost its people altogether."""
    for day in (LAST, AFTER):
        assert "actor/huis.html" in days[day].everywhere[ROLE]
    assert "toestemming-voorbij" not in days[LAST].said
    assert re.search(r"huis\.yml:10:\d+ .*2026-12-01.*\n.*\[toestemming-voorbij\]", days[AFTER].said)


@pytest.mark.parametrize("number", HIDDEN, ids=lambda number: HIDDEN[number].shown)
def test_an_address_that_is_shown_is_found(days: dict[str, Built], number: int) -> None:
    needles = PLACES[number]
    seen = [needle for needle in needles if needle in days[LAST].everywhere]
    # A place with an address is not named by a second name, and coordinates stand in a link to a map.
    assert set(needles) - set(seen) <= {f"Kelder {HIDDEN[number].word}"}
    assert f"actor/groep-{number}.html" in days[LAST].everywhere[needles[0]]
    assert any(name.endswith(".ics") for name in days[LAST].everywhere[needles[0]])


@pytest.mark.parametrize("number", HIDDEN, ids=lambda number: HIDDEN[number].shown)
def test_an_address_that_may_not_be_shown_is_nowhere(days: dict[str, Built], number: int) -> None:
    told = {needle: days[AFTER].everywhere[needle] for needle in PLACES[number] if needle in days[AFTER].everywhere}
    assert told == {}
    assert [needle for needle in PLACES[number] if needle in days[AFTER].cached] == []
    assert f"actor/groep-{number}.html" in days[AFTER].files, "the group itself is still in the guide"


@pytest.mark.parametrize("needle", GUESTS)
def test_a_guest_does_not_tell_where_its_host_is(days: dict[str, Built], needle: str) -> None:
    assert "actor/gast.html" in days[LAST].everywhere[needle]
    assert needle not in days[AFTER].everywhere
    assert needle not in days[AFTER].cached
