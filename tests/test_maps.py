"""The maps: outlines that are read, ground that is drawn flat, marks and the list beside them, and nothing discreet."""

from __future__ import annotations

import hashlib
import json
import math
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guides import HEAD, SMALL, TODAY, small_agenda
from wijkgids import web
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.checks import check_guide
from wijkgids.problems import Problem, errors, report
from wijkgids.records import load_guide
from wijkgids.records.outlines import Outline, outline_of
from wijkgids.texts import Voice, voices
from wijkgids.views import geometry, maps
from wijkgids.views.all_map import all_map
from wijkgids.views.ground import FOOT, MARK, PACE, TALLEST, WIDTH, Mark, drawing, overview
from wijkgids.views.place import app_link, place
from wijkgids.web import drawing as paths
from wijkgids.web.leaflet import FILES, folder, leaflet
from wijkgids.web.page import Page
from wijkgids.web.pages import maps as map_pages
from wijkgids.web.slim import slim

ROOT = Path(__file__).resolve().parent.parent
SVG = "{http://www.w3.org/2000/svg}"
SQUARE = [[4.79, 52.36], [4.81, 52.36], [4.81, 52.38], [4.79, 52.38], [4.79, 52.36]]
THEE = "activiteiten:\n  - {id: thee, naam: Thee, wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]}\n"


def group(number: int, where: str = "", *, extra: str = "", shown: str = "ja", kind: str = "zelforganisatie") -> str:
    """A record at a place (what stands between the braces of `plek`)."""
    head = (
        HEAD.replace("qqqq", f"q{number:03d}")
        .replace("De Proef", f"Nummer {number}")
        .replace("00 09", f"{number:02d} 09")
    )
    head = head.replace("van: de gastvrouw", f"van: de gastvrouw, adres_tonen: {shown}").replace(
        "zelforganisatie", kind
    )
    return head + (f"plek: {{{where}}}\n" if where else "") + extra


def at(lat: float, lon: float, street: str) -> str:
    return f"adres: {street}, postcode: 1099 ZZ, plaats: Waterstad, lat: {lat}, lon: {lon}"


def agenda_of(
    folder_: Path, *, settings: str = "", outlines: dict[str, object] | None = None, **records: str
) -> Agenda:
    """The small guide with more in its settings, outlines by name of their file, and records."""
    shutil.copytree(SMALL, folder_, dirs_exist_ok=True)
    path = folder_ / "data" / "gids.yml"
    path.write_text(path.read_text("utf-8") + settings, encoding="utf-8")
    for wijk, shape in (outlines or {}).items():
        path = folder_ / "data" / "neighbourhoods" / f"{wijk}.geojson"
        path.parent.mkdir(exist_ok=True)
        path.write_text(shape if isinstance(shape, str) else json.dumps(shape), encoding="utf-8")
    for slug, text in records.items():
        (folder_ / "data" / "actors" / "wijk" / f"{slug.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    guide, problems = load_guide(folder_)
    assert errors([*problems, *check_guide(guide, TODAY)]) == [], report(problems)
    return make_agenda(guide, TODAY)


def spoken(agenda: Agenda) -> dict[str, Voice]:
    return voices(["nl", "ar"], {}, agenda.guide.words.languages)


def printed(agenda: Agenda, lang: str = "nl") -> dict[str, str]:
    """The documents of the maps by their address."""
    overrides = agenda.guide.root / "overrides"
    if not overrides.exists():
        overrides.symlink_to(ROOT / "overrides")
    said = spoken(agenda)
    press = web.press(agenda, said)
    return {page.local: press.page(page, said[lang]) for page in map_pages.pages(agenda, said[lang])}


def view_of(agenda: Agenda, wijk: str = "wijk", lang: str = "nl") -> maps.MapPage:
    return maps.map_page(agenda, spoken(agenda)[lang], wijk, lib="assets/leaflet/")


def drawings(html: str) -> list[ET.Element]:
    """Every drawing of a document; a parser of XML refuses what is not well-formed."""
    found = re.findall(r"<svg\b.*?</svg>", html, re.DOTALL)
    return [ET.fromstring(one.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)) for one in found]


def the_map(html: str) -> ET.Element:
    return next(one for one in drawings(html) if one.get("class") == "map")


# outlines


@pytest.mark.parametrize(
    ("data", "rings"),
    [
        ({"type": "Polygon", "coordinates": [SQUARE]}, [4]),
        ({"type": "Polygon", "coordinates": [SQUARE[:-1]]}, [4]),
        ({"type": "Polygon", "coordinates": [[[*one, 3.5] for one in SQUARE]]}, [4]),
        ({"type": "Polygon", "coordinates": [SQUARE, [[4.8, 52.37], [4.801, 52.37], [4.8, 52.371]]]}, [4, 3]),
        ({"type": "MultiPolygon", "coordinates": [[SQUARE], [[[5, 52], [5.1, 52], [5, 52.1]]]]}, [4, 3]),
        ({"type": "Feature", "properties": {"naam": "", "x": None}, "geometry": {"type": "Polygon", "coordinates": [SQUARE]}}, [4]),
        ({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [SQUARE]}]}}] * 2}, [4, 4]),
        ({"type": "Polygon", "coordinates": [[SQUARE[0], *SQUARE]]}, [4]),
    ],
)  # fmt: skip
def test_an_area_is_read_however_it_was_saved(data: object, rings: list[int]) -> None:
    for raw in (json.dumps(data).encode(), b"\xef\xbb\xbf" + json.dumps(data, indent="\t").encode()):
        outline, problems = outline_of(raw, "wijk.geojson")
        assert problems == []
        assert outline is not None
        assert [len(ring) for ring in outline.rings] == rings
        assert outline.rings[0][0] == (4.79, 52.36)


BROKEN = '{\n  "type": "Polygon",\n  "coordinates": [\n    [[4.79, 52.36],\n     %s,\n     [4.79, 52.38]]\n  ]\n}'


@pytest.mark.parametrize(
    ("text", "place", "code", "words"),
    [
        (BROKEN % "[52.36, 4.81]", "5:6", "omtrek", "verwisseld"),
        (BROKEN % "[121000, 487000]", "5:6", "omtrek", "WGS 84"),
        (BROKEN % "[10.5, 48.0]", "5:6", "omtrek", "ligt"),
        (BROKEN % '["4.81", 52.36]', "5:6", "omtrek", "[5.16, 52.49]"),
        (BROKEN % "[4.81]", "5:6", "omtrek", "[5.16, 52.49]"),
        (BROKEN % "4.81", "4:5", "omtrek", "[5.16, 52.49]"),
        (BROKEN % "[1e999, 52.36]", "5:6", "omtrek", "[5.16, 52.49]"),
        (BROKEN % "[true, 52.36]", "5:6", "omtrek", "[5.16, 52.49]"),
        (BROKEN % "[4.79, 52.36]", "4:5", "omtrek", "vlak"),
        (BROKEN % "[4.81, 52.36]]", "7:3", "geojson", "GeoJSON"),
        (BROKEN % "[NaN, 52.36]", "", "geojson", "GeoJSON"),
        ('{"type": "Point", "coordinates": [4.79, 52.36]}', "1:1", "omtrek", "vlak"),
        ('{"type": "Polygon"}', "1:1", "omtrek", "vlak"),
        ('{"type": "Polygon", "coordinates": []}', "1:36", "omtrek", "vlak"),
        ('{"type": "MultiPolygon", "coordinates": 3}', "1:1", "omtrek", "vlak"),
        ('{"type": "FeatureCollection", "features": {}}', "1:1", "omtrek", "vlak"),
        ('{"type": "FeatureCollection", "features": []}', "1:1", "omtrek", "vlak"),
        ('{"type": "Feature", "geometry": null}', "1:1", "omtrek", "vlak"),
        ('{"type": {"a": "' + "x" * 300 + '"}}', "1:1", "omtrek", "vlak"),
        ("[1, 2]", "1:1", "omtrek", "vlak"),
        ("3", "", "omtrek", "vlak"),
        ("", "1:1", "geojson", "GeoJSON"),
        ("<kml/>", "1:1", "geojson", "GeoJSON"),
        ("[" * 100_000, "", "geojson", "GeoJSON"),
        (" " * 1_000_001, "", "te-groot", "punten"),
        ('{"type": "Polygon", "coordinates": [[[' + "9" * 6000 + ", 52.3]]]}", "1:38", "omtrek", "[5.16"),
    ],
)  # fmt: skip
def test_a_fault_of_an_outline_has_its_place_and_cure(text: str, place: str, code: str, words: str) -> None:
    outline, [problem] = outline_of(text.encode(), "data/neighbourhoods/wijk.geojson")
    assert outline is None
    assert str(problem.place) == "data/neighbourhoods/wijk.geojson" + (f":{place}" if place else "")
    assert problem.code == code
    assert words in problem.cure
    assert len(problem.found) < 100


def test_bytes_that_are_no_text_are_no_outline() -> None:
    outline, [problem] = outline_of(b"\xff\xfe\x00{", "wijk.geojson")
    assert (outline, problem.code) == (None, "geojson")


def problems_with(root: Path, name: str) -> list[Problem]:
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    path = root / "data" / "neighbourhoods" / name
    path.parent.mkdir()
    path.write_text(json.dumps({"type": "Polygon", "coordinates": [SQUARE]}), encoding="utf-8")
    return load_guide(root)[1]


@pytest.mark.parametrize(("name", "code"), [("elders.geojson", "wijk"), ("wijk.json", "bestandsnaam"), ("wijk.GEOJSON", "bestandsnaam")])  # fmt: skip
def test_a_file_that_is_of_no_neighbourhood_is_said(tmp_path: Path, name: str, code: str) -> None:
    [problem] = problems_with(tmp_path, name)
    assert (problem.code, problem.place.path) == (code, f"data/neighbourhoods/{name}")


@pytest.mark.parametrize("name", ["wijk.geojson", "LEESMIJ.md", "wijk.yml"])
def test_other_files_beside_it_are_left_alone(tmp_path: Path, name: str) -> None:
    assert problems_with(tmp_path, name) == []


# flat ground

BIRTH = geometry.Plane(5.0, 52.0)


def test_metres_are_those_of_the_earth() -> None:
    """A degree of latitude is 111.2 km on a sphere, one of longitude that times the cosine of the latitude."""
    east, north = BIRTH.metres((5.01, 52.01))
    assert north == pytest.approx(1_111.95, abs=0.1)
    assert east == pytest.approx(1_111.95 * math.cos(math.radians(52)), abs=0.1)
    # Against the great circle (haversine) over three kilometres: less than a metre off.
    a, b = (math.radians(52.0), math.radians(5.0)), (math.radians(52.02), math.radians(5.03))
    half = math.sin((b[0] - a[0]) / 2) ** 2 + math.cos(a[0]) * math.cos(b[0]) * math.sin((b[1] - a[1]) / 2) ** 2
    great = 2 * geometry.EARTH * math.asin(math.sqrt(half))
    assert math.hypot(*BIRTH.metres((5.03, 52.02))) == pytest.approx(great, abs=1)


def test_north_is_up_and_east_is_right() -> None:
    frame = geometry.frame_of([(0, 0), (1000, 500)], 288, 320, 20)
    assert frame.unit((0, 0))[0] < frame.unit((1000, 0))[0]
    assert frame.unit((0, 0))[1] > frame.unit((0, 500))[1]
    assert frame.unit((0, 500)) == (20, 20)
    assert frame.unit((1000, 0))[0] == 268
    x = frame.units((100, 0))[0] - frame.units((0, 0))[0]
    y = frame.units((0, 0))[1] - frame.units((0, 100))[1]
    assert x == pytest.approx(y), "as long to the east as to the north"


points = st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 1000)), min_size=1, max_size=40)


@settings(deadline=None)
@given(points)
def test_a_soft_shape_keeps_its_distance_from_every_place(some: list[tuple[float, float]]) -> None:
    ring = geometry.soft_shape(some, 200)
    sides = list(zip(ring, (*ring[1:], *ring[:1]), strict=True))
    for spot in some:
        # Within the ring, and at least the radius of the circle in a polygon of twelve from each side.
        assert all((b[0] - a[0]) * (spot[1] - a[1]) - (b[1] - a[1]) * (spot[0] - a[0]) >= 0 for a, b in sides)
        assert min(geometry._off(spot, a, b) for a, b in sides) >= 200 * math.cos(math.pi / 12) - 1e-6


@settings(deadline=None)
@given(points, st.floats(0.1, 50))
def test_a_simpler_ring_is_nowhere_far_from_the_old_one(some: list[tuple[float, float]], tolerance: float) -> None:
    kept = geometry.simplified(some, tolerance)
    assert set(kept) <= set(some)
    sides = list(zip(kept, (*kept[1:], *kept[:1]), strict=True))
    assert all(min(geometry._off(one, a, b) for a, b in sides) <= tolerance + 1e-6 for one in some)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(20, 268), st.floats(20, 300)), min_size=1, max_size=60))
def test_marks_do_not_cover_each_other_and_none_is_lost(some: list[tuple[float, float]]) -> None:
    frame = geometry.Frame(0, 320, 1, 288, 320)
    found = geometry.grouped(some, MARK, 24, frame)
    assert sorted(one for _, members in found for one in members) == list(range(len(some)))
    places = [spot for spot, _ in found]
    for number, one in enumerate(places):
        assert all(math.dist(one, other) >= MARK * 0.89 for other in places[:number])
        assert 0 <= one[0] <= 288
        assert 0 <= one[1] <= 320
    for spot, members in found:
        assert min(math.dist(spot, some[one]) for one in members) <= 24 + MARK
    assert geometry.grouped(some, MARK, 24, frame) == found, "the same each time"


def test_the_middle_of_a_bent_shape_is_inside_it() -> None:
    bent = [(0.0, 0.0), (10, 0), (10, 1), (1, 1), (1, 9), (10, 9), (10, 10), (0, 10)]
    x, y = geometry.centre(bent)
    assert 0 < x < 1
    assert 1 < y < 9
    assert geometry.centre([(0.0, 0.0), (4, 0), (4, 2), (0, 2)]) == (2, 1)


def test_paths_say_what_was_meant() -> None:
    assert paths.rings((((1, 2), (4, 2), (4, -3), (1, 0)),)) == "M1 2l3 0 0-5-3 3z"
    assert paths.dots([(1, 2), (3, 4)]) == "M1 2h0M3 4h0"


# places, each once


def test_five_groups_in_one_house_are_one_place(tmp_path: Path) -> None:
    guests = {f"groep_{number}": group(number, "actor: huis, ruimte: zaal 2") for number in range(5)}
    view = view_of(small_agenda(tmp_path, **guests))
    [item] = view.items
    assert str(item.name) == "Huis De Proef"
    assert item.page == "actor/huis.html"
    assert len(view.marks) == 1
    assert [str(link.text) for link in item.there] == [f"Groep Nummer {number}" for number in range(4)]


def test_a_house_in_a_house_is_one_place(tmp_path: Path) -> None:
    inner, guest = group(1, "actor: huis", kind="buurthuis"), group(2, "actor: binnen")
    [item] = view_of(small_agenda(tmp_path, binnen=inner, gast=guest)).items
    assert [str(link.text) for link in item.there] == ["Groep Nummer 1", "Groep Nummer 2"]


def test_one_address_typed_twice_is_one_place(tmp_path: Path) -> None:
    """Without the point, and with other capitals."""
    agenda = small_agenda(tmp_path, groep=group(1, "adres: proefhof 8, postcode: 1099 ZZ"))
    assert len(view_of(agenda).items) == 1
    assert view_of(agenda).unknown == ()


def test_two_groups_without_a_house_share_a_door_not_a_name(tmp_path: Path) -> None:
    one, two = (group(number, at(52.372, 4.801, "Samenpad 1")) for number in (1, 2))
    item = next(one for one in view_of(small_agenda(tmp_path, een=one, twee=two)).items if one.page is None)
    assert str(item.name) == "Samenpad 1"
    assert [str(link.text) for link in item.there] == ["Groep Nummer 1", "Groep Nummer 2"]


def test_a_point_that_was_copied_along_is_no_address(tmp_path: Path) -> None:
    """Who copies a record and forgets the point gets no mark at the door of another, nor its name."""
    view = view_of(small_agenda(tmp_path, groep=group(1, at(52.37, 4.80, "Anderpad 3"))))
    assert {str(item.name): str(item.address) for item in view.items} == {
        "Huis De Proef": "Proefhof 8",
        "Groep Nummer 1": "Anderpad 3",
    }
    [mark] = view.marks
    assert (mark.label, mark.wide, len(mark.anchors)) == ("1–2", True, 2), "they lie on each other: one mark for two"


def test_an_activity_outside_has_a_mark_of_its_own(tmp_path: Path) -> None:
    walk = "activiteiten:\n  - {id: rondje, naam: Rondje, plek: {naam: Het bankje, lat: 52.372, lon: 4.803}, wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]}\n"
    item = next(one for one in view_of(small_agenda(tmp_path, groep=group(1, extra=walk))).items if one.sort == "plek")
    assert str(item.name) == "Het bankje"
    assert [link.page for link in item.there] == ["actor/groep/rondje.html"]


@pytest.mark.parametrize("how", ["telefonisch", "komt_langs"])
def test_what_comes_to_you_is_at_no_place(tmp_path: Path, how: str) -> None:
    extra = (
        f"activiteiten:\n  - {{id: bel, naam: Bel, {how}: ja, plek: {{naam: Het bankje, lat: 52.372, lon: 4.803}}}}\n"
    )
    assert [str(item.name) for item in view_of(small_agenda(tmp_path, groep=group(1, extra=extra))).items] == ["Huis De Proef"]  # fmt: skip


def test_what_stopped_is_not_on_the_map(tmp_path: Path) -> None:
    record = group(1, at(52.372, 4.801, "Voorbijpad 1"), extra="gestopt: {op: 2026-10-01, ga_naar: huis}\n")
    assert [str(item.name) for item in view_of(small_agenda(tmp_path, groep=record)).items] == ["Huis De Proef"]


def test_a_place_without_a_point_is_in_the_list_only(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=group(1, "adres: Nergenspad 4, postcode: 1099 ZZ"))
    view = view_of(agenda)
    assert [str(item.address) for item in view.unknown] == ["Nergenspad 4"]
    assert [item.number for item in view.unknown] == [None]
    html = printed(agenda)["kaart/wijk.html"]
    assert "Van deze plekken weten we het punt op de kaart niet." in html
    assert 'id="p-groep"' in html


def test_a_walk_in_another_town_does_not_shrink_the_map(tmp_path: Path) -> None:
    near = {f"g{n}": group(n, at(52.37 + n / 1000, 4.80, f"Pad {n}")) for n in range(1, 5)}
    far = group(9, at(52.1, 5.2, "Verweg 1"))
    agenda = small_agenda(tmp_path, ver=far, **near)
    view = view_of(agenda)
    assert [str(item.address) for item in view.beyond] == ["Verweg 1"]
    assert len(view.items) == 5
    assert "Buiten deze kaart" in printed(agenda)["kaart/wijk.html"]
    drawn = drawing(agenda, "wijk")
    assert drawn is not None
    assert drawn.scale.minutes <= 10


# the map and the list


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    """A neighbourhood with an outline, places near each other, of all sorts."""
    kinds = ["bibliotheek", "moskee", "kerk", "loket", "buurtteam", "vrouwengroep", "sportclub", "sociale onderneming"]
    records = {
        f"g{n}": group(n, at(52.365 + (n * 7 % 11) / 1000, 4.795 + (n * 5 % 13) / 1300, f"Pad {n}"), kind=kind)
        for n, kind in enumerate(kinds * 3, 1)
    }
    return agenda_of(
        tmp_path_factory.mktemp("gids"), outlines={"wijk": {"type": "Polygon", "coordinates": [SQUARE]}}, **records
    )


def numbers(label: str) -> list[int]:
    first, _, last = label.partition("–")
    return list(range(int(first), int(last or first) + 1))


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_the_list_has_what_the_map_has_in_its_order(busy: Agenda, lang: str) -> None:
    html = printed(busy, lang)["kaart/wijk.html"]
    drawn = the_map(html)
    marked = [text.text or "" for text in drawn.iter(f"{SVG}text")]
    assert [number for label in marked for number in numbers(label)] == list(range(1, 26))
    listed = re.findall(r'<li id="l(\d+)"', html)
    assert [int(one) for one in listed] == list(range(1, 26))
    for link, label in zip(drawn.iter(f"{SVG}a"), marked, strict=True):
        assert link.get("href") == f"#l{numbers(label)[0]}"
        assert link.get("tabindex") == "-1", "the list is the way for the keyboard"
    assert drawn.get("aria-hidden") == "true"


def test_houses_come_first_and_each_sort_together(busy: Agenda) -> None:
    view = view_of(busy)
    assert view.items[0].sort == "huis"
    alone = [mark.sort for mark in view.marks if not mark.wide]
    ranks = ["huis", "bibliotheek", "loket", "gebed", "groep", "plek"]
    assert [ranks.index(one) for one in alone] == sorted(ranks.index(one) for one in alone)


@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_drawings_are_well_formed_and_ids_unique(busy: Agenda, lang: str) -> None:
    for html in printed(busy, lang).values():
        assert drawings(html)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        for target in re.findall(r'href="#([^"]+)"', html):
            assert target in ids
        assert re.search(r"\bstyle=|\bon\w+=", html) is None, "the policy of the page allows none"


def test_the_same_guide_gives_the_same_bytes(busy: Agenda) -> None:
    again = make_agenda(busy.guide, TODAY)
    assert printed(busy) == printed(again)


def test_marks_stand_in_the_drawing(busy: Agenda) -> None:
    drawn = drawing(busy, "wijk")
    assert drawn is not None
    assert drawn.width == WIDTH
    assert drawn.height <= TALLEST + FOOT
    assert all(12 <= mark.at[0] <= WIDTH - 12 and 12 <= mark.at[1] <= drawn.height - FOOT for mark in drawn.marks)
    assert all(0 <= x <= WIDTH and 0 <= y <= drawn.height for ring in drawn.rings for x, y in ring)


@pytest.mark.parametrize(("first", "last", "label"), [(7, 7, "7"), (8, 9, "8–9"), (12, 17, "12–17"), (99, 101, "99+"), (204, 204, "204")])  # fmt: skip
def test_a_mark_has_room_for_its_numbers(first: int, last: int, label: str) -> None:
    assert maps._label_of(Mark((0, 0), None, first, last)) == label


def test_the_scale_is_a_walk(busy: Agenda) -> None:
    """80 metres a minute; the outline of this guide is 0.02 degrees of latitude high: 2,224 metres."""
    drawn = drawing(busy, "wijk")
    assert drawn is not None
    ys = [y for _, y in drawn.rings[0]]
    metres = 2_224 / (max(ys) - min(ys))
    assert drawn.scale.units * metres == pytest.approx(drawn.scale.minutes * PACE, rel=0.02)
    assert f"De streep is {drawn.scale.minutes} minuten lopen, recht over de kaart." in str(view_of(busy).scale)


def test_a_map_is_never_mirrored(busy: Agenda) -> None:
    marks = [[(mark.x, mark.y) for mark in view_of(busy, lang=lang).marks] for lang in ("nl", "ar")]
    assert marks[0] == marks[1]
    assert "flip" not in (the_map(printed(busy, "ar")["kaart/wijk.html"]).get("class") or "")


def test_a_hostile_name_stays_a_name(tmp_path: Path) -> None:
    evil = '"><script>alert(1)</script>'
    settings = (
        f"straatkaart: {{plaatjes: \"https://t.example/{{z}}/{{x}}/{{y}}.png\", van: '{evil}', bron: '{evil}'}}\n"
    )
    record = group(1, f"naam: '{evil}', lat: 52.372, lon: 4.801")
    agenda = agenda_of(tmp_path, settings=settings, groep=record)
    for html in printed(agenda).values():
        assert "<script>alert" not in html
        assert "<script>alert" not in slim(html)
        drawings(html)
    link = app_link(52.372, 4.801, evil)
    assert link is not None
    assert not set(link) & set('"<> ')
    assert unquote(link) == f"geo:52.372,4.801?q=52.372,4.801({evil})"


def test_ids_of_places_survive_any_name(tmp_path: Path) -> None:
    records = {
        f"g{n}": group(n, extra=f"activiteiten:\n  - {{id: a, naam: A, plek: {{naam: '{name}', lat: {52.371 + n / 1000}, lon: 4.801}}, wanneer: [{{elke: dinsdag, tijd: 10:00-12:00}}]}}\n")
        for n, name in enumerate(["Pleïn", "Plein", "ساحة", "ميدان", "l1 i"])
    }  # fmt: skip
    html = printed(small_agenda(tmp_path, **records))["kaart/wijk.html"]
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert all(one.isascii() and " " not in one for one in ids)


# nothing discreet


SECRET = at(52.3777, 4.8222, "Geheimpad 77")


@pytest.mark.parametrize("shown", ["nee", "na contact"])
def test_a_discreet_address_changes_no_byte_of_any_map(tmp_path: Path, shown: str) -> None:
    """Neither its mark nor the shape around the places nor the frame of the map may tell where it is."""
    own = "activiteiten:\n  - {id: thee, naam: Thee, plek: {naam: Stille tuin, lat: 52.3799, lon: 4.8299}, wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]}\n"
    secret = group(2, SECRET, shown=shown, extra=own)
    guest = group(3, "actor: geheim", extra=THEE)
    other = group(4, at(52.371, 4.801, "Openpad 1"))
    with_it = small_agenda(tmp_path / "met", geheim=secret, gast=guest, ander=other)
    without = small_agenda(tmp_path / "zonder", ander=other)
    for lang in ("nl", "ar"):
        maps_with, maps_without = printed(with_it, lang), printed(without, lang)
        assert maps_with == maps_without
    for html in maps_with.values():
        for trace in ("Geheim", "52.377", "4.822", "Stille tuin", "52.379", "Nummer 2", "Nummer 3"):
            assert trace not in html
    nl = spoken(with_it)["nl"]
    for slug in ("geheim", "gast"):
        seen = place(nl, with_it, with_it.actors[slug].where, None, own=slug)
        assert seen is None or (seen.spot, seen.app, seen.map) == (None, None, None)


# the small map and the map of the phone


def test_a_small_map_leads_to_its_mark(busy: Agenda) -> None:
    nl = spoken(busy)["nl"]
    html = printed(busy)["kaart/wijk.html"]
    for slug, actor in busy.actors.items():
        spot = maps.small_map(busy, nl, actor.where)
        if actor.where is None:
            assert spot is None
            continue
        assert spot is not None
        page, _, anchor = spot.page.partition("#")
        assert page == "kaart/wijk.html", slug
        assert f'id="{anchor}"' in html
        assert spot.at is not None
        assert all(0 <= number <= 40 for ring in spot.rings for point in ring for number in point)
        assert str(spot.text) == "Op de kaart van De Wijk"


def test_a_small_map_is_small(busy: Agenda) -> None:
    nl = spoken(busy)["nl"]
    spot = maps.small_map(busy, nl, busy.actors["g1"].where)
    assert spot is not None
    assert len(paths.rings(spot.rings)) < 80


def test_a_place_without_a_point_has_a_link_and_no_drawing(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=group(1, "adres: Nergenspad 4, postcode: 1099 ZZ"))
    spot = maps.small_map(agenda, spoken(agenda)["nl"], agenda.actors["groep"].where)
    assert spot is not None
    assert (spot.at, spot.rings, spot.page) == (None, (), "kaart/wijk.html#p-groep")


def test_the_map_of_the_phone_gets_the_point_and_the_name(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=group(1, "actor: huis"))
    nl = spoken(agenda)["nl"]
    for slug in ("huis", "groep"):
        seen = place(nl, agenda, agenda.actors[slug].where, None, own=slug)
        assert seen is not None
        assert seen.app is not None
        assert seen.app.startswith("geo:52.37,4.8?q=52.37,4.8(")
    paper = place(nl, agenda, agenda.actors["huis"].where, None, own="huis", paper=True)
    assert paper is not None
    assert (paper.app, paper.spot) == (None, None)
    assert app_link(None, 4.8, "x") is None
    assert app_link(52.0, 5.0, "") == "geo:52,5"


# the map of the guide


def quarters(*names: str) -> str:
    """Lines of gids.yml, behind its last key `wijken`."""
    return "".join(f"  {name.lower()}: {{naam: {name}, regio: Noord, samenvatting: Een wijk.}}\n" for name in names)


def shape(lon: float, lat: float, size: float) -> dict[str, object]:
    ring = [[lon, lat], [lon + size * 1.6, lat], [lon + size * 1.6, lat + size], [lon, lat + size]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_neighbourhoods_stand_with_their_names_where_there_is_room(tmp_path: Path) -> None:
    outlines = {"wijk": shape(4.79, 52.36, 0.01), "oost": shape(4.9, 52.36, 0.01), "noord": shape(4.84, 52.42, 0.01)}
    agenda = agenda_of(tmp_path, settings=quarters("Oost", "Noord"), outlines=outlines)
    view = all_map(agenda, spoken(agenda)["nl"])
    assert [str(one.label) for one in view.quarters] == ["De Wijk", "Oost", "Noord"]
    assert all(item.number is None for item in view.items)
    drawn = the_map(printed(agenda)["kaart.html"])
    assert [link.get("href") for link in drawn.iter(f"{SVG}a")] == ["kaart/wijk.html", "kaart/oost.html", "kaart/noord.html"]  # fmt: skip


def test_neighbourhoods_side_by_side_have_numbers_that_the_list_explains(tmp_path: Path) -> None:
    names = [f"Langewijknaam{letter}" for letter in "abcdefghij"]
    outlines = {name.lower(): shape(4.8 + n % 4 * 0.016, 52.3 + n // 4 * 0.01, 0.01) for n, name in enumerate(names)}
    agenda = agenda_of(tmp_path, settings=quarters(*names), outlines=outlines)
    view = all_map(agenda, spoken(agenda)["nl"])
    labels = [str(one.label) for one in view.quarters]
    assert labels == [str(number) for number in range(1, 12)]
    assert [str(one.number) for one in view.items] == labels


def test_a_guide_without_any_point_has_a_list(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    bare = agenda_of(tmp_path / "kaal", settings=quarters("Leeg"))
    for path in (bare.guide.root / "data" / "actors").rglob("huis.yml"):
        path.write_text(re.sub(r", lat: [\d.]+, lon: [\d.]+", "", path.read_text("utf-8")), encoding="utf-8")
    guide, problems = load_guide(bare.guide.root)
    assert errors(problems) == []
    bare = make_agenda(guide, TODAY)
    assert overview(bare.grounds) is None
    assert overview(agenda.grounds) is not None
    pages = printed(bare)
    assert 'class="map"' not in "".join(pages.values())
    assert "Proefhof 8" in pages["kaart/wijk.html"]
    assert "Hier staat nog niets in de gids." in pages["kaart/leeg.html"]
    assert pages["kaart.html"].count("kaart/") >= 2


def test_a_neighbourhood_with_an_outline_and_no_place_is_drawn(tmp_path: Path) -> None:
    agenda = agenda_of(tmp_path, settings=quarters("Leeg"), outlines={"leeg": shape(4.9, 52.36, 0.01)})
    html = printed(agenda)["kaart/leeg.html"]
    assert the_map(html).find(f"{SVG}path[@class='land']") is not None
    assert 'id="s"' not in html, "a street map of nothing"


# the street map


def policies(agenda: Agenda) -> dict[str, str]:
    return {
        local: re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]  # type: ignore[index]
        for local, html in printed(agenda).items()
    }


def test_only_the_map_of_a_neighbourhood_may_ask_one_host_for_pictures(tmp_path: Path) -> None:
    found = policies(small_agenda(tmp_path))
    assert "img-src 'self' file: https://tile.openstreetmap.org;" in found["kaart/wijk.html"]
    assert found["kaart/wijk.html"].count("https:") == 1
    assert "https:" not in found["kaart.html"]


def test_a_guide_chooses_whose_street_map(tmp_path: Path) -> None:
    tiles = '"https://kaart.voorbeeld.example:8443/t/{z}/{x}/{y}.png?stijl=licht"'
    settings = f"straatkaart: {{plaatjes: {tiles}, van: De Kaartmakers, bron: © Kaart}}\n"
    agenda = agenda_of(tmp_path, settings=settings)
    assert "img-src 'self' file: https://kaart.voorbeeld.example:8443;" in policies(agenda)["kaart/wijk.html"]
    html = printed(agenda)["kaart/wijk.html"]
    assert "De plaatjes van die kaart komen van De Kaartmakers." in html
    assert "openstreetmap" not in html.lower()
    assert "data-page" not in html


def test_a_guide_may_do_without(tmp_path: Path) -> None:
    agenda = agenda_of(tmp_path, settings="straatkaart: nee\n")
    html = printed(agenda)["kaart/wijk.html"]
    assert "traatkaart" not in html
    assert "map." not in re.findall(r'<script src="([^"]+)"', html)[0]
    assert "https:" not in policies(agenda)["kaart/wijk.html"]
    assert list(leaflet(agenda)) == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("https://t.example/{z}/{x}/{y}.png", "blok"),
        ("{van: x, bron: x}", "ontbreekt"),
        ('{plaatjes: "http://t.example/{z}/{x}/{y}.png", van: x, bron: x}', "straatkaart"),
        ('{plaatjes: "//t.example/{z}/{x}/{y}.png", van: x, bron: x}', "straatkaart"),
        ('{plaatjes: "https://{s}.t.example/{z}/{x}/{y}.png", van: x, bron: x}', "straatkaart"),
        ('{plaatjes: "https://*.example/{z}/{x}/{y}.png", van: x, bron: x}', "straatkaart"),
        ('{plaatjes: "https://t.example/{z}/{x}.png", van: x, bron: x}', "straatkaart"),
        ('{plaatjes: "https://t.example;script-src */{z}/{x}/{y}", van: x, bron: x}', "straatkaart"),
        ("{plaatjes: \"https://t.example/{z}/{x}/{y}'x\", van: x, bron: x}", "straatkaart"),
        ('{plaatjes: "https://a@t.example/{z}/{x}/{y}", van: x, bron: x}', "straatkaart"),
        ('{plaatjes: "https://t.example/{z}/{x}/{y}", van: x, bron: x, bron_adres: "javascript:alert(1)"}', "website"),
    ],
)  # fmt: skip
def test_an_address_of_tiles_that_is_none_is_refused(tmp_path: Path, written: str, code: str) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "data" / "gids.yml"
    path.write_text(path.read_text("utf-8") + f"straatkaart: {written}\n", encoding="utf-8")
    guide, problems = load_guide(tmp_path)
    assert guide.settings is None
    assert code in {problem.code for problem in problems}
    assert all(problem.place.line for problem in problems)


def test_leaflet_is_in_the_house_with_its_licence(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    printed(agenda)
    files = dict(leaflet(agenda))
    assert {Path(name).name for name in files} == set(FILES)
    assert b"BSD 2-Clause" in files[folder(agenda.guide.root) + "LICENSE"]
    table = (ROOT / "overrides/gids/leaflet/SOURCE.md").read_text("utf-8")
    for name in ("leaflet.js", "leaflet.css", "LICENSE"):
        digest = hashlib.sha256((ROOT / "overrides/gids/leaflet" / name).read_bytes()).hexdigest()
        assert f"| {name} | `{digest}` |" in table


def test_nothing_of_the_street_map_is_in_the_page_itself(tmp_path: Path) -> None:
    html = printed(small_agenda(tmp_path))["kaart/wijk.html"]
    assert re.search(r"<(?:link|script|img)[^>]*leaflet", html) is None
    assert re.search(r"<(?:link|script|img)[^>]*openstreetmap", html) is None
    assert '<section id="s" hidden' in html, "without a script there is no button that does nothing"


# the sample


def sample() -> Iterator[tuple[str, Outline]]:
    guide, _ = load_guide(ROOT)
    yield from guide.outlines.items()


@pytest.mark.sample
def test_the_sample_lies_in_open_water() -> None:
    """The lake between 5.13 and 5.25 east, 52.45 and 52.55 north: no street of anybody."""
    found = dict(sample())
    assert len(found) == 3
    for outline in found.values():
        for ring in outline.rings:
            assert all(5.13 < lon < 5.25 and 52.45 < lat < 52.55 for lon, lat in ring)


def test_a_page_of_a_map_is_a_page() -> None:
    assert Page("kaart.html", "maps.html", "x", None).script == "gids.js"
