"""The pages of a theme: the order of trust, everything of a neighbourhood, and nothing that is not there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from guides import small_agenda
from quarters import OVER, WIJK, doing, guiding, printed, record, two_quarters, voice_of
from wijkgids.agenda import ActivityOf, Agenda, make_agenda
from wijkgids.records import load_guide
from wijkgids.texts import Name, Voice
from wijkgids.views import finder, theme
from wijkgids.views.fitting import sort_out
from wijkgids.views.formal import DESK
from wijkgids.vocabulary import Theme
from wijkgids.web.pages import themes

ROOT = Path(__file__).resolve().parent.parent
TEA = "id: {id}, naam: {name}, thema: [brieven], wanneer: [{{elke: dinsdag, tijd: '{hour}:00-20:00'}}]{more}"


def tea(id_: str, hour: int = 10, more: str = "") -> str:
    return TEA.format(id=id_, name=f"Tafel {id_}", hour=hour, more=more)


def letters(agenda: Agenda) -> Theme:
    return agenda.guide.words.themes["brieven"]


def in_quarter(agenda: Agenda, quarter: str, lang: str = "nl", name: str = "brieven") -> theme.ThemePage:
    whole = theme.about(agenda, agenda.guide.words.themes[name], sort_out(agenda))
    return theme.theme_in(agenda, voice_of(agenda, lang), whole, quarter)


def page_of(agenda: Agenda, lang: str = "nl", name: str = "brieven") -> theme.ThemePage:
    return theme.theme_page(agenda, voice_of(agenda, lang), agenda.guide.words.themes[name])


def addresses(agenda: Agenda) -> list[str]:
    return [page.local for page in themes.pages(agenda, voice_of(agenda))]


@cache
def sample() -> Agenda:
    guide, _ = load_guide(ROOT)
    assert guide.settings
    return make_agenda(guide, guide.settings.today or pytest.skip("a guide of every day"))


# which pages there are


def test_a_guide_of_one_neighbourhood_has_no_theme_by_neighbourhood(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=record("Groep", doing(tea("a"))))
    found = addresses(agenda)
    assert found == [f"thema/{id_}.html" for id_ in agenda.guide.words.themes]
    assert page_of(agenda).near == ()


def test_a_neighbourhood_has_a_page_only_for_what_it_has(tmp_path: Path) -> None:
    agenda = two_quarters(tmp_path, {}, {"groep": record("Groep", doing(tea("a")), themes="maken")})
    found = addresses(agenda)
    assert f"thema/brieven/{WIJK}.html" in found, "its desk is about letters"
    assert f"thema/brieven/{OVER}.html" in found, "something to do there"
    assert f"thema/ontmoeten/{OVER}.html" not in found
    assert f"thema/bewegen/{WIJK}.html" not in found
    assert [(pill.page, pill.here) for pill in in_quarter(agenda, OVER).near] == [
        (f"thema/brieven/{WIJK}.html", False),
        (f"thema/brieven/{OVER}.html", True),
    ]
    assert [pill.page for pill in page_of(agenda).near] == [f"thema/brieven/{WIJK}.html", f"thema/brieven/{OVER}.html"]


def test_a_theme_without_anything_asks(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    view = page_of(agenda, name="bewegen")
    parts = (view.helpers, view.quarters, view.desks, view.more_helpers, view.picks)
    assert not any(parts)
    assert "Weet jij iets?" in printed(agenda, themes, "thema/bewegen.html")


# what stands on them


def test_a_neighbourhood_shows_all_that_it_has(tmp_path: Path) -> None:
    many = [tea(f"a{number}", 8 + number) for number in range(theme.WHOLE + 4 - 16)] + [
        tea(f"b{number}") for number in range(16)
    ]
    agenda = two_quarters(
        tmp_path, {"groep": record("Groep", doing(*many))}, {"ander": record("Ander", doing(tea("z")))}
    )
    view = in_quarter(agenda, WIJK)
    (quarter,) = view.quarters
    assert len(quarter.rows) == theme.WHOLE
    assert len(quarter.also) == 4, "the rest by name: nothing is cut"
    assert {row.page for row in quarter.rows} | {link.page for link in quarter.also} == {
        f"actor/groep/{id_}.html" for _, id_ in agenda.activities if _ in ("groep",)
    }
    assert quarter.more is None
    whole = page_of(agenda)
    assert [len(each.rows) for each in whole.quarters] == [theme.MOST, 1]
    assert [each.more for each in whole.quarters] == [f"thema/brieven/{WIJK}.html", None]
    assert view.back.page == "thema/brieven.html"


def test_who_helps_is_of_the_neighbourhood_or_comes_to_it(tmp_path: Path) -> None:
    agenda = two_quarters(
        tmp_path,
        {"een": record("Een", guiding("zelf: ja, thema: [brieven], hoe: [luistert], talen: [nl]"))},
        {
            "komt": record("Komt", guiding("naar: buurtteam, thema: [brieven], hoe: [gaat mee], talen: [nl]")),
            "blijft": record("Blijft", guiding("zelf: ja, thema: [brieven], hoe: [luistert], talen: [nl]")),
            "zaal": record(
                "Zaal",
                guiding("zelf: ja, thema: [brieven], hoe: [luistert], talen: [nl]")
                + doing(tea("t", more=", plek: {actor: huis}")),
            ),
        },
    )
    here = in_quarter(agenda, WIJK).helpers
    assert [str(one.name) for one in here] == ["Een", "Komt", "Zaal"], "its own first"
    quarter = "Over <b>de</b> brug"
    assert [any(chip.text == Name(quarter) for chip in one.chips) for one in here] == [False, True, True]
    assert "Een" not in [str(one.name) for one in in_quarter(agenda, OVER).helpers]


def test_desks_are_those_of_the_neighbourhood_and_the_others_say_where(tmp_path: Path) -> None:
    agenda = two_quarters(tmp_path, {}, {"loket": record("Loket", kind="loket")})
    view = in_quarter(agenda, OVER)
    assert [str(one.name) for one in view.desks] == ["Loket"]
    assert [(str(link.text), str(where)) for link, where in view.elsewhere] == [("Buurtteam De Proef", "De Wijk")]
    assert {str(one.place) for one in page_of(agenda).desks} == {"De Wijk", "Over <b>de</b> brug"}


def test_a_desk_says_what_it_asks_and_what_nobody_knows(tmp_path: Path) -> None:
    asks = "drempels: {kosten: gratis, aanmelden: ja, papieren_nodig: ja, naam_nodig: nee}\n"
    agenda = small_agenda(tmp_path, loket=record("Loket", asks, kind="loket"))
    desk = next(one for one in page_of(agenda).desks if one.name == "Loket")
    said = {str(chip.text): chip.look for chip in desk.chips}
    assert said == {
        "Gratis": "ok",
        "Eerst aanmelden": "let",
        "Neem papieren mee": "let",
        "Verwijzing: niet bekend, vraag het": "ask",
    }
    nothing = next(one for one in page_of(agenda).desks if one.name != "Loket")
    assert [(chip.look, str(chip.text)) for chip in nothing.chips] == [
        ("ask", "Kosten: niet bekend, vraag het"),
        ("ask", "Aanmelden · Je naam zeggen · Papieren · Verwijzing: niet bekend, vraag het"),
    ], "unknown is a question, never a no"


def test_an_old_check_of_a_desk_says_only_to_call(tmp_path: Path) -> None:
    old = record("Loket", "drempels: {kosten: gratis}\n", kind="loket").replace("2026-11-02", "2026-03-01")
    agenda = small_agenda(tmp_path, loket=old)
    desk = next(one for one in page_of(agenda).desks if one.name == "Loket")
    assert [str(chip.text) for chip in desk.chips] == ["Bel eerst. Nagekeken in maart 2026."]
    assert desk.hours == ()


def test_one_who_has_room_for_one_thing_only_says_which_is_full(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=record(
            "Groep",
            guiding(
                "naar: buurtteam, thema: [brieven], hoe: [gaat mee], talen: [ti], vol: {tot: 2026-12-15}",
                "zelf: ja, thema: [brieven], hoe: [luistert], talen: [ti, nl]",
            ),
        ),
    )
    (one,) = page_of(agenda).helpers
    assert str(one.chips[0].text) == "Er is plek"
    assert str(one.does) == "Luistert. Gaat mee. Naar Buurtteam De Proef. Nu vol, tot en met 15 december."


def test_room_and_the_readers_language_come_first(tmp_path: Path) -> None:
    def way(lang: str, more: str = "") -> str:
        return guiding(f"zelf: ja, thema: [brieven], hoe: [luistert], talen: [{lang}]{more}")

    agenda = small_agenda(
        tmp_path,
        a=record("Vol en Arabisch", way("ar", ", vol: {tot: 2026-12-15}")),
        b=record("Turks", way("tr")),
        c=record("Arabisch", way("ar")),
        d=record("Stelt voor", guiding("naar: c, thema: [brieven], hoe: [stelt voor], talen: [ar]")),
    )
    names = [str(one.name) for one in page_of(agenda, "ar").helpers]
    assert names == ["Arabisch", "Stelt voor", "Turks", "Vol en Arabisch"]


def test_the_rest_of_the_helpers_is_there_by_name(tmp_path: Path) -> None:
    way = guiding("zelf: ja, thema: [brieven], hoe: [luistert], talen: [nl]")
    agenda = two_quarters(tmp_path, {f"g{n}": record(f"Groep {n}", way) for n in range(9)}, {"x": record("X")})
    view = in_quarter(agenda, WIJK)
    assert len(view.helpers) == theme.HELPERS
    assert {str(one.name) for one in view.helpers} | {str(one.text) for one in view.others} == {
        f"Groep {n}" for n in range(9)
    }
    assert view.more_helpers == "gaat-mee/bij/brieven.html"


# the choices at the top


def test_only_choices_that_find_something_are_offered(tmp_path: Path) -> None:
    free = ", talen: [ti], drempels: {kosten: gratis}"
    agenda = two_quarters(
        tmp_path, {"groep": record("Groep", doing(tea("a", 10, free)))}, {"ander": record("Ander", doing(tea("z", 19)))}
    )
    assert [pill.page for pill in in_quarter(agenda, WIJK, "ti").picks] == [
        f"zoeken/wijk.html#brieven,{key}" for key in ("gratis", "ti", "avond")
    ]
    assert [pill.page for pill in in_quarter(agenda, OVER, "ti").picks] == ["zoeken/over.html#brieven,avond"]
    assert {pill.page for pill in page_of(agenda, "ti").picks} == {
        "zoeken.html#brieven,gratis", "zoeken.html#brieven,ti", "zoeken.html#brieven,avond"
    }  # fmt: skip
    assert "nl" not in {pill.page.rpartition(",")[2] for pill in page_of(agenda).picks}, "Dutch goes without saying"


@pytest.mark.sample
@pytest.mark.parametrize("lang", ["nl", "ti"])
def test_every_choice_finds_something_in_the_finder(lang: str) -> None:
    agenda = sample()
    voice = voice_of(agenda, lang)
    found = sort_out(agenda)
    rows = {key: finder.finder_page(agenda, voice, key).rows for key in agenda.guide.checked.neighbourhoods}
    count = 0
    for one in agenda.guide.words.themes.values():
        whole = theme.about(agenda, one, found)
        for quarter in whole.near:
            for pill in theme.theme_in(agenda, voice, whole, quarter).picks:
                keys = set(pill.page.partition("#")[2].split(",")) - {"avond"}
                late = "avond" in pill.page
                assert any(keys <= set(row.keys.split()) and (not late or "a" in row.times) for row in rows[quarter]), (
                    pill.page
                )
                count += 1
    assert count > 20


# truth, over a whole guide


def everything(view: theme.ThemePage) -> set[str]:
    rows = {row.page for quarter in view.quarters for row in quarter.rows} | {row.page for row in view.desk_hours}
    return rows | {link.page for quarter in view.quarters for link in quarter.also} | {one.page for one in view.desks}


@pytest.mark.sample
def test_a_page_of_a_neighbourhood_is_exactly_what_is_there() -> None:
    agenda = sample()
    voice: Voice = voice_of(agenda)
    found = sort_out(agenda)
    for one in agenda.guide.words.themes.values():
        whole = theme.about(agenda, one, found)
        for quarter in agenda.guide.checked.neighbourhoods:
            if quarter not in whole.near:
                assert not any(
                    one in each.themes
                    for each in (*agenda.activities.values(), *agenda.actors.values())
                    if each.live
                    and each.neighbourhood == quarter
                    and (isinstance(each, ActivityOf) or each.kind.group == DESK)
                )
                continue
            view = theme.theme_in(agenda, voice, whole, quarter)
            activities = {
                f"actor/{each.actor}/{each.key[1]}.html"
                for each in agenda.activities.values()
                if each.live and one in each.themes and each.neighbourhood == quarter
            }
            desks = {
                f"actor/{each.slug}.html"
                for each in agenda.actors.values()
                if each.live and one in each.themes and each.neighbourhood == quarter and each.kind.group == DESK
            }
            assert everything(view) == activities | desks
            helpers = {each.page for each in view.helpers} | {link.page for link in view.others}
            own = {
                f"actor/{each.guide}.html"
                for each in agenda.guidances(one.id, quarter)
                if each.to is None or agenda.actors[each.to].live
            }
            assert own <= helpers
            assert activities | desks | helpers
