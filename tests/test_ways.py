"""Who goes with you: the whole way, by theme, by language and by neighbourhood; and nothing that is not so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from guides import small_agenda
from quarters import OVER, WIJK, doing, guiding, printed, record, two_quarters, voice_of
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.records import load_guide
from wijkgids.texts import Sentence
from wijkgids.views import guides, ways
from wijkgids.views.routes import Route, journeys, there, whole
from wijkgids.views.rows import shares
from wijkgids.web.pages import guides as pages

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = "<script>alert(1)</script>\"'&{{7*7}}"
ALONG = "naar: buurtteam, thema: [brieven], hoe: [gaat mee, tolkt], talen: [{lang}]{more}"
ALONE = "zelf: ja, thema: [brieven], hoe: [leest mee], talen: [{lang}]{more}"
TEA = "id: thee, naam: Thee, plek: {actor: huis, ruimte: zaal 2}, wanneer: [{elke: donderdag, tijd: '10:00-12:00'}]"


def along(lang: str = "nl", more: str = "") -> str:
    return ALONG.format(lang=lang, more=more)


def alone(lang: str = "nl", more: str = "") -> str:
    return ALONE.format(lang=lang, more=more)


def drawn(agenda: Agenda, lang: str = "nl", *, needs: bool = False) -> list[Route]:
    voice = voice_of(agenda, lang)
    return [whole(voice, agenda, one, quarter=True) for one in journeys(voice, agenda, agenda.guidances(), needs=needs)]


def said(route: Route) -> str:
    return " | ".join(str(part) for stop in route.stops for part in (stop.text, *stop.under))


def for_letters(agenda: Agenda, lang: str = "nl") -> ways.WaysPage:
    return ways.theme_ways(agenda, voice_of(agenda, lang), agenda.guide.words.themes["brieven"])


def names(view: ways.WaysPage) -> list[str]:
    return [str(route.stops[0].text) for group in view.groups for route in group.ways]


@cache
def sample() -> Agenda:
    guide, _ = load_guide(ROOT)
    assert guide.settings
    return make_agenda(guide, guide.settings.today or pytest.skip("a guide of every day"))


# one way


def test_a_whole_way_says_who_where_when_and_what_the_desk_asks(tmp_path: Path) -> None:
    desk = "open:\n  - {elke: maandag t/m vrijdag, tijd: '09:00-12:00'}\ndrempels: {kosten: gratis, papieren_nodig: ja, aanmelden: nee, naam_nodig: ja, verwijzing_nodig: nee}\n"
    way = "naar: loket, wie: de gastvrouw, thema: [brieven], hoe: [tolkt, gaat mee], talen: [tr, ar], wanneer: ook ’s avonds"
    agenda = small_agenda(
        tmp_path,
        loket=record("Loket", desk, kind="loket"),
        groep=record("Groep", guiding(way) + doing(TEA)),
    )
    (route,) = drawn(agenda, "ar")
    assert [stop.mark for stop in route.stops] == ["start", "together", "desk"]
    (route,) = drawn(agenda)
    start, helper, end = route.stops
    assert (str(start.text), start.link and start.link.page) == ("Groep", "actor/groep.html")
    assert [str(one) for one in start.under] == [
        "De volgende keer is donderdag 26 november, 10:00–12:00.",
        "Huis De Proef · zaal 2",
    ]
    assert str(helper.text) == "Gaat mee. Tolkt."
    assert [str(one) for one in helper.under] == ["ook ’s avonds", "Vraag naar de gastvrouw."]
    assert end.link
    assert end.link.page == "actor/loket.html"
    assert [str(one) for one in end.under] == ["Maandag tot en met vrijdag, van 09:00 tot 12:00."]
    assert [str(chip.text) for chip in end.chips] == [
        "Gratis",
        "Zonder aanmelden",
        "Ze vragen je naam",
        "Neem papieren mee",
    ]
    assert route.call
    assert route.call.href == "tel:0200000009"
    assert [one.code for one in drawn(agenda, "ar")[0].languages] == ["ar", "tr"], "the reader's language first"


def test_who_helps_and_then_goes_along_is_one_way(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=record("Groep", guiding(along(), alone())))
    (route,) = drawn(agenda)
    assert [stop.mark for stop in route.stops] == ["start", "ok", "together", "desk"]


@pytest.mark.parametrize(
    "other",
    [alone("ar"), alone("nl", ", vol: {tot: 2026-12-15}"), alone().replace("[brieven]", "[geld]"), alone("nl, ar")],
)
def test_what_is_true_of_one_half_is_never_said_of_both(tmp_path: Path, other: str) -> None:
    agenda = small_agenda(tmp_path, groep=record("Groep", guiding(along(), other)))
    assert sorted([stop.mark for stop in route.stops] for route in drawn(agenda)) == [
        ["start", "ok"],
        ["start", "together", "desk"],
    ]


def test_two_desks_are_two_ways(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path, loket=record("Loket", kind="loket"), groep=record("Groep", guiding(along(), along().replace("buurtteam", "loket"), alone()))
    )  # fmt: skip
    assert sorted(len(route.stops) for route in drawn(agenda)) == [3, 4]


def test_a_discreet_place_is_not_told(tmp_path: Path) -> None:
    hidden = record("Groep", guiding(along()) + doing("id: a, naam: Thee, wanneer: [{elke: dinsdag}]")).replace(
        "van: de gastvrouw}", "van: de gastvrouw, adres_tonen: na contact}"
    )
    agenda = small_agenda(
        tmp_path, groep=hidden + "plek: {adres: Geheimhof 1, postcode: 1099 ZZ, plaats: Waterstad, ruimte: kelder}\n"
    )
    (route,) = drawn(agenda)
    assert "Adres na contact" in said(route)
    assert "Geheim" not in repr(route)
    assert "kelder" not in repr(route)
    for page in pages.pages(agenda, voice_of(agenda)):
        assert "Geheim" not in printed(agenda, pages, page.local)


def test_where_nobody_looked_for_long_one_calls_first(tmp_path: Path) -> None:
    old = record("Groep", guiding(along()) + doing(TEA)).replace("2026-11-02", "2026-03-12")
    (route,) = drawn(small_agenda(tmp_path, groep=old))
    assert str(route.state.text) == "Bel eerst. Nagekeken in maart 2026."
    assert "volgende keer" not in said(route)


def test_a_discreet_group_without_activities_says_only_that(tmp_path: Path) -> None:
    hidden = record("Groep", guiding(along())).replace("van: de gastvrouw}", "van: wij, adres_tonen: na contact}")
    agenda = small_agenda(tmp_path, groep=hidden + "plek: {adres: Geheimhof 1, postcode: 1099 ZZ, plaats: Waterstad}\n")
    (route,) = drawn(agenda)
    assert [str(one) for one in route.stops[0].under] == ["Adres na contact"]


def test_room_goes_before_the_readers_language(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        vol=record("Vol", guiding(alone("ti", ", vol: {tot: 2026-12-15}"))),
        open=record("Open", guiding(alone())),
    )
    assert [str(route.stops[0].text) for route in drawn(agenda, "ti")] == ["Open", "Vol"]
    assert [route.open for route in drawn(agenda, "ti")] == [True, False]


def test_who_speaks_your_language_is_named_also_where_they_help_with_something_else(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        a=record("A", guiding(alone("ti"))),
        b=record("B", guiding("zelf: ja, thema: [geld], hoe: [luistert], talen: [nl]")),
    )
    money = agenda.guide.words.themes["geld"]
    assert [one.code for one in ways.theme_ways(agenda, voice_of(agenda, "ti"), money).tongues] == ["ti", "nl"]
    assert [one.code for one in ways.theme_ways(agenda, voice_of(agenda), money).tongues] == ["nl"]


@pytest.mark.parametrize(
    ("sizes", "total", "most", "taken"),
    [
        ([5, 5], 6, None, [3, 3]),
        ([9, 1], 6, None, [5, 1]),
        ([9, 9], 7, None, [4, 3]),
        ([9, 9], 9, 3, [3, 3]),
        ([9, 0, 9], 1, None, [1, 0, 1]),
        ([], 6, None, []),
    ],
)
def test_what_fits_on_a_page_is_shared_in_turn(
    sizes: list[int], total: int, most: int | None, taken: list[int]
) -> None:
    assert shares(sizes, total, most) == taken


def test_a_closed_circle_or_a_visit_is_no_place_to_find_someone(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=record(
            "Groep",
            guiding(along())
            + doing(
                "id: a, naam: Kring, besloten: ja, hoe_meedoen: Vraag het., wanneer: [{elke: dinsdag, tijd: '10:00-11:00'}]",
                "id: b, naam: Thuis, komt_langs: ja, wanneer: [{elke: dinsdag, tijd: '10:00-11:00'}]",
            ),
        ),
    )
    assert "volgende keer" not in said(drawn(agenda)[0])


# the pages by theme and by language


def test_the_readers_language_first_then_by_neighbourhood_and_full_ones_below(tmp_path: Path) -> None:
    agenda = two_quarters(
        tmp_path,
        {
            "a": record("Nederlands", guiding(alone())),
            "v": record("Vol", guiding(alone("ti", ", vol: {tot: 2026-12-15}"))),
            "p": record("Pauze", guiding(alone("ti", ", pauze: {vanaf: 2026-11-16, tot: 2026-12-06}"))),
        },
        {"t": record("Tigrinya", guiding(along("ti"))), "b": record("Overkant", guiding(alone()))},
    )
    view = for_letters(agenda, "ti")
    assert [str(group.heading) for group in view.groups] == ["ትግርኛ", "De Wijk", "Over <b>de</b> brug"]
    assert names(view) == ["Tigrinya", "Nederlands", "Overkant"]
    dutch = for_letters(agenda)
    assert [str(group.heading) for group in dutch.groups] == ["De Wijk", "Over <b>de</b> brug"]
    assert {str(one.name): str(one.chips[0].text) for one in dutch.closed} == {
        "Vol": "Nu vol, tot en met 15 december",
        "Pauze": "Pauze, tot en met 6 december",
    }
    assert dutch.none is None
    assert [one.code for one in view.tongues] == ["ti", "nl"]


def test_where_nobody_has_room_it_says_so(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path, v=record("Vol", guiding(alone("nl", ", vol: {}").replace("vol: {}", "vol: {tot: 2026-12-15}")))
    )
    view = for_letters(agenda)
    assert view.groups == ()
    assert str(view.none) == "Nu is er geen plek. Hieronder zie je tot wanneer."
    assert [str(one.name) for one in view.closed] == ["Vol"]


def test_in_a_guide_of_one_neighbourhood_no_heading_names_it(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, a=record("A", guiding(alone())), b=record("B", guiding(alone("ar"))))
    assert [group.heading for group in for_letters(agenda).groups] == [None]
    assert [str(group.heading) for group in for_letters(agenda, "ar").groups] == ["العربية", str(voice_of(agenda, "ar").say("En verder"))]  # fmt: skip


def test_those_who_do_not_fit_are_there_by_name(tmp_path: Path) -> None:
    many = {f"g{n}": record(f"Groep {n}", guiding(alone())) for n in range(15)}
    view = for_letters(small_agenda(tmp_path, **many))
    (group,) = view.groups
    assert len(group.ways) == ways.ALL
    assert set(names(view)) | {str(link.text) for link in group.also} == {f"Groep {n}" for n in range(15)}
    assert group.more is None


def test_pages_are_there_only_for_what_is_there(tmp_path: Path) -> None:
    gone = record("Weg").replace("nagekeken", "gestopt: {op: 2026-01-01}\nnagekeken")
    agenda = small_agenda(
        tmp_path,
        weg=gone,
        groep=record("Groep", guiding(along("ti"), "naar: weg, thema: [geld], hoe: [gaat mee], talen: [tr]")),
    )
    assert [page.local for page in pages.pages(agenda, voice_of(agenda))] == [
        "gaat-mee.html",
        "gaat-mee/bij/brieven.html",
        "gaat-mee/taal/ti.html",
    ]
    assert [page.local for page in pages.pages(small_agenda(tmp_path / "leeg"), voice_of(agenda))] == ["gaat-mee.html"]


def test_the_page_of_a_language_says_what_for_and_names_it_twice(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=record("Groep", guiding(along("ti"))))
    view = ways.language_ways(agenda, voice_of(agenda), "ti")
    assert (str(view.heading), str(view.under)) == ("ትግርኛ", "Tigrinya")
    assert "Met brieven" in said(view.groups[0].ways[0])
    assert view.more.page == "taal/ti.html"
    assert ways.language_ways(agenda, voice_of(agenda, "nl"), "nl").under is None
    assert isinstance(view.title, Sentence)
    assert "ትግርኛ" in str(view.title)
    assert "Tigrinya" in str(view.title)


def test_names_and_words_of_contributors_are_only_text(tmp_path: Path) -> None:
    agenda = two_quarters(
        tmp_path,
        {"groep": record("Groep", guiding(alone("ti")).replace("leest mee]", "leest mee], wie: 'PROEF', wanneer: 'PROEF'")).replace("PROEF", HOSTILE.replace("'", "''")).replace("naam: 'Groep'", "naam: 'Groep <i>x</i>'")},
        {},
    )  # fmt: skip
    for local in ("gaat-mee.html", f"gaat-mee/{WIJK}.html", "gaat-mee/bij/brieven.html", "gaat-mee/taal/ti.html"):
        html = printed(agenda, pages, local, "ti")
        assert "<script>alert" not in html, local
        assert "<i>x" not in html
        assert "Groep &lt;i&gt;x" in html


# of a neighbourhood


def test_after_those_nearby_come_those_who_come_here_or_speak_your_language(tmp_path: Path) -> None:
    agenda = two_quarters(
        tmp_path,
        {"a": record("Hier", guiding(alone()))},
        {
            "komt": record("Komt", guiding(along())),
            "tigrinya": record("Tigrinya", guiding(alone("ti"))),
            "blijft": record("Blijft", guiding(alone())),
        },
    )
    dutch = guides.quarter_page(agenda, voice_of(agenda), WIJK)
    assert [str(one.name) for one in dutch.elsewhere] == ["Komt"]
    tigrinya = guides.quarter_page(agenda, voice_of(agenda, "ti"), WIJK)
    assert [str(one.name) for one in tigrinya.elsewhere] == ["Tigrinya", "Komt"], "the reader's language first"
    assert guides.quarter_page(agenda, voice_of(agenda), OVER).elsewhere == ()


def test_all_of_a_neighbourhood_are_drawn_or_named(tmp_path: Path) -> None:
    many = {f"g{n}": record(f"Groep {n}", guiding(alone())) for n in range(guides.DRAWN + 5)}
    agenda = two_quarters(tmp_path, many, {})
    (need,) = guides.quarter_page(agenda, voice_of(agenda), WIJK).needs
    assert len(need.ways) == guides.DRAWN
    assert {str(way.route.stops[0].text) for way in need.ways} | {str(link.text) for link in need.also} == {
        f"Groep {n}" for n in range(guides.DRAWN + 5)
    }


# truth, over a whole guide


@pytest.mark.sample
@pytest.mark.parametrize("lang", ["nl", "ti"])
def test_by_theme_and_by_language_stands_exactly_who_is_there(lang: str) -> None:
    agenda = sample()
    voice = voice_of(agenda, lang)

    def shown(view: ways.WaysPage) -> set[str]:
        links = [link for group in view.groups for link in group.also] + list(view.closed_also)
        starts = [route.stops[0].link for group in view.groups for route in group.ways]
        return {link.page for link in (*links, *filter(None, starts))} | {one.page for one in view.closed}

    ones = [one for one in agenda.guidances() if there(agenda, one)]
    for theme in agenda.guide.words.themes.values():
        assert shown(ways.theme_ways(agenda, voice, theme)) == {
            f"actor/{one.guide}.html" for one in ones if theme in one.themes
        }
    for code in guides.spoken_by_guides(agenda):
        view = ways.language_ways(agenda, voice, code)
        assert shown(view) == {f"actor/{one.guide}.html" for one in ones if code in one.languages}
        assert all(code in {each.code for each in route.languages} for group in view.groups for route in group.ways)
        assert all(route.open for group in view.groups for route in group.ways), "who is full stands below"
