"""What a phone keeps: which pages, in which order, and never more than its share."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from guides import HEAD, TODAY, small_agenda
from test_web import GROUP, built, voices_of
from wijkgids import web
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.records import load_guide
from wijkgids.web.offline import Pack, chosen, offline

STOPPED = HEAD.replace("qqqq", "vvvv") + "gestopt: {op: 2026-10-01, waarom: De kok is verhuisd.}\n"
ELSEWHERE = HEAD.replace("qqqq", "uuuu")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Agenda, Path]:
    return built(tmp_path_factory.mktemp("keep"), groep=GROUP, soep=STOPPED)


def locals_of(site: Path) -> list[str]:
    return sorted(
        one.relative_to(site).as_posix() for one in site.rglob("*.html") if not one.is_relative_to(site / "ar")
    )


def test_what_is_soon_goes_first_and_what_stopped_last(made: tuple[Agenda, Path]) -> None:
    agenda, site = made
    order = chosen(agenda, "wijk", locals_of(site))
    at = {local: number for number, local in enumerate(order)}
    assert order[0] == "index.html"
    assert at["week/wijk.html"] < at["thema/brieven.html"] < at["actor/groep.html"] < at["actor/groep/thee.html"]
    assert at["actor/groep/thee.html"] < at["actor/soep.html"]
    assert "bewaren/wijk/geen-internet.html" in at
    assert len(order) == len(at)
    kinds = {re.split("[/.]", one)[0] for one in set(locals_of(site)) - set(order)}
    assert kinds <= {"404", "dag", "huis", "k", "kaart", "over-het-voorbeeld", "printen", "recept", "scherm"}, kinds


def test_a_neighbourhood_keeps_only_its_own(tmp_path: Path) -> None:
    """The page of a group of another neighbourhood stays behind."""
    small_agenda(tmp_path)
    settings = tmp_path / "data" / "gids.yml"
    settings.write_text(
        settings.read_text("utf-8")
        + "  dorp: {naam: Het Dorp, regio: Noord, samenvatting: Nog een wijk om mee te testen.}\n",
        encoding="utf-8",
    )
    there = tmp_path / "data" / "actors" / "dorp"
    there.mkdir()
    (there / "ginds.yml").write_text(ELSEWHERE, encoding="utf-8")
    agenda = make_agenda(load_guide(tmp_path)[0], TODAY)
    locals_ = [
        "actor/ginds.html",
        "actor/huis.html",
        "week/dorp.html",
        "week/wijk.html",
        "index.html",
        "thema/geld/dorp.html",
    ]
    assert set(chosen(agenda, "wijk", locals_)) == {"index.html", "week/wijk.html", "actor/huis.html"}
    assert set(chosen(agenda, "dorp", locals_)) == {
        "index.html",
        "week/dorp.html",
        "actor/ginds.html",
        "thema/geld/dorp.html",
    }


@pytest.mark.parametrize("limit", [25_000, 40_000])
def test_what_does_not_fit_stays_behind_and_is_counted(made: tuple[Agenda, Path], limit: int) -> None:
    agenda, site = made
    press = web.press(agenda, voices_of(agenda), ())
    files = dict(offline(press, site, locals_of(site), limit))
    packed, said = files["bewaar/wijk.nl.bin"], json.loads(files["bewaar/wijk.nl.json"])
    assert isinstance(packed, bytes)
    there = json.loads(gzip.decompress(packed))
    assert len(packed) == said["size"] <= limit + 100
    assert said["left"] > 0
    assert "index.html" in there
    pages = [one for one in there if one.endswith(".html")]
    assert said["left"] + len(pages) == len(chosen(agenda, "wijk", locals_of(site)))


def test_the_list_says_what_the_worker_must_know(made: tuple[Agenda, Path]) -> None:
    agenda, site = made
    press = web.press(agenda, voices_of(agenda), ())
    files = dict(offline(press, site, locals_of(site)))
    said = json.loads(files["bewaar/wijk.ar.json"])
    assert said["lang"] == "ar"
    assert said["made"] == TODAY.isoformat()
    assert said["day"] == "24-11-2026", "a pinned day is also the day on which it was kept"
    assert '<bdi dir="ltr">{dag}</bdi>' in said["line"]
    assert said["lost"] == "ar/bewaren/wijk/geen-internet.html"
    assert said["codes"]["wwww"] == "ar/actor/groep/thee.html"
    assert said["left"] == 0
    assert set(said["codes"].values()) <= set(said["files"])
    assert files["sw.js"]


def test_the_same_pages_make_the_same_pack() -> None:
    def pack() -> bytes:
        made = Pack(10_000)
        for name, text in (("a.html", '<p lang="ar">"\\ </p>\n'), ("b.html", "x" * 5000)):
            made.add(name, text.encode())
        return made.done()

    assert pack() == pack()
    assert json.loads(gzip.decompress(pack()))["a.html"] == '<p lang="ar">"\\ </p>\n'
