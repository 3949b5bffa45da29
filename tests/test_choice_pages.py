"""Pages by one choice and by language: exactly what fits, nothing for what is not known, no page for what is not there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from guides import small_agenda
from quarters import doing, guiding, printed, record, two_quarters, voice_of
from wijkgids.agenda import ActivityOf, Agenda, make_agenda
from wijkgids.freshness import Stage
from wijkgids.records import load_guide
from wijkgids.records.values import Answer, CircleKind, DutchLevel
from wijkgids.views import choice, finder, speaking
from wijkgids.views.fitting import sort_out
from wijkgids.web.pages import choices

ROOT = Path(__file__).resolve().parent.parent
TUESDAY = "wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}]"


def view_of(agenda: Agenda, key: str, lang: str = "nl") -> choice.ChoicePage:
    voice, found = voice_of(agenda, lang), sort_out(agenda)
    option = next(one for sort in choice.sorts(agenda, voice, found) for one in sort.options if one.key == key)
    return choice.choice_page(agenda, voice, option, found)


def spoken(agenda: Agenda, code: str, lang: str = "nl") -> speaking.SpeakingPage:
    return speaking.speaking_page(agenda, voice_of(agenda, lang), code, sort_out(agenda))


def titles(view: choice.ChoicePage | speaking.SpeakingPage) -> list[str]:
    return [str(row.title) for group in view.groups for row in group.rows]


def pages_of(agenda: Agenda) -> set[str]:
    return {page.local for page in choices.pages(agenda, voice_of(agenda))}


@cache
def sample() -> Agenda:
    guide, _ = load_guide(ROOT)
    assert guide.settings
    return make_agenda(guide, guide.settings.today or pytest.skip("a guide of every day"))


# which pages there are


def test_a_choice_that_finds_nothing_has_no_page(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=record("Groep", doing(f"id: a, naam: Thee, voor: [vrouwen], {TUESDAY}")))
    assert pages_of(agenda) == {"kies.html", "kies/ochtend.html", "kies/v-vrouwen.html"}
    page = choice.choices_page(agenda, voice_of(agenda), sort_out(agenda))
    assert [[str(one.text) for one in sort.options] for sort in page.sorts] == [["’s Ochtends"], ["Voor vrouwen"]]
    assert page.tongues == ()


def test_a_guide_with_nothing_to_choose_asks(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    (agenda.guide.root / "data" / "actors" / "wijk" / "huis.yml").unlink()
    guide, _ = load_guide(agenda.guide.root)
    empty = make_agenda(guide, agenda.today)
    assert pages_of(empty) == {"kies.html"}
    assert "Weet jij iets?" in printed(empty, choices, "kies.html")


def test_a_stopped_one_answers_no_choice(tmp_path: Path) -> None:
    gone = f"id: a, naam: Thee, talen: [ti], drempels: {{kosten: gratis}}, gestopt: {{op: 2026-01-01}}, {TUESDAY}"
    agenda = small_agenda(tmp_path, groep=record("Groep", doing(gone)))
    assert "kies/gratis.html" not in pages_of(agenda)
    assert "taal/ti.html" not in pages_of(agenda)


def test_a_language_that_only_a_guide_speaks_has_a_page(tmp_path: Path) -> None:
    way = guiding("zelf: ja, thema: [brieven], hoe: [luistert], talen: [ti]")
    agenda = small_agenda(tmp_path, groep=record("Groep", way))
    assert "taal/ti.html" in pages_of(agenda)
    view = spoken(agenda, "ti")
    assert [str(one.name) for one in view.helpers] == ["Groep"]
    assert view.guides == "gaat-mee/taal/ti.html"


# what stands on them


def test_unknown_answers_no_choice(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=record(
            "Groep",
            doing(
                f"id: a, naam: Weten, drempels: {{kosten: gratis, aanmelden: nee, nederlands: niet nodig, kinderen_mee: ja}}, {TUESDAY}",
                f"id: b, naam: Niet, {TUESDAY}",
                f"id: c, naam: Nee, drempels: {{kosten: '2,50', aanmelden: ja, nederlands: goed, kinderen_mee: nee}}, {TUESDAY}",
                f"id: d, naam: Gift, drempels: {{kosten: vrije gift}}, {TUESDAY}",
            ),
        ),
    )
    for key in ("gratis", "vrij", "zonder", "kind"):
        assert titles(view_of(agenda, key)) == ["Weten"], key


def test_the_evening_page_says_the_evening(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=record(
            "Groep",
            doing(
                "id: a, naam: Beide, wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}, {elke: woensdag, tijd: '19:30-21:00'}]",
                "id: b, naam: Avond, wanneer: [{elke: donderdag, tijd: '19:00-20:00'}]",
                "id: c, naam: Loopt door, wanneer: [{elke: vrijdag, tijd: '15:00-20:00'}]",
                "id: d, naam: Overdag, wanneer: [{elke: vrijdag, tijd: '09:00-17:30'}]",
            ),
        ),
    )
    rows = {str(row.title): row for group in view_of(agenda, "avond").groups for row in group.rows}
    assert list(rows) == ["Beide", "Avond", "Loopt door"], (
        "soonest in the evening first; what ends soon after five is not in it"
    )
    assert [str(one) for one in rows["Beide"].when] == ["wo 25 nov", "19:30"]
    assert rows["Beide"].evening
    assert "avond" in [str(chip.text) for chip in rows["Beide"].chips]
    assert [str(one) for one in rows["Avond"].when] == ["do", "19:00"]
    assert [str(one) for one in rows["Loopt door"].when] == ["vr 27 nov", "15:00–20:00"]
    assert not rows["Loopt door"].evening


def test_a_cancelled_evening_is_no_evening(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=record("Groep", doing("id: a, naam: Koor, wanneer: [{elke: dinsdag, tijd: '10:00-11:00'}, {op: [2026-11-25, 2026-11-26], tijd: '19:00-20:00', afgelast: [{op: 2026-11-25}]}]")),
    )  # fmt: skip
    (row,) = [row for group in view_of(agenda, "avond").groups for row in group.rows]
    assert [str(one) for one in row.when] == ["do 26 nov", "19:00"]


def test_circles_are_in_the_words_of_who_says_it(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=record(
            "Groep",
            doing(
                f"id: a, naam: Kring, kring: {{soort: eigen kring, in_onze_woorden: Voor wie vrij wil praten.}}, {TUESDAY}",
                f"id: b, naam: Zonder, kring: {{soort: eigen kring}}, {TUESDAY}",
                f"id: c, naam: Samen, kring: {{soort: gemengd, in_onze_woorden: Iedereen kookt.}}, {TUESDAY}",
            ),
        ),
    )
    own = [row for group in view_of(agenda, "eigen").groups for row in group.rows]
    assert [[str(one) for one in row.notes] for row in own] == [["Voor wie vrij wil praten."], []]
    assert titles(view_of(agenda, "gemengd")) == ["Samen"]
    html = printed(agenda, choices, "kies/eigen.html")
    main = html[html.index("<main") : html.index("</main>")]
    assert "%" not in main
    assert "2 " not in main.split("</h1>")[1].replace("12:00", "").split("Wat je kunt doen")[0], "nobody is counted"


def test_groups_are_by_neighbourhood_and_lead_to_the_rest(tmp_path: Path) -> None:
    def free(number: int) -> str:
        return f"id: a{number}, naam: Thee {number}, drempels: {{kosten: gratis}}, {TUESDAY}"

    agenda = two_quarters(
        tmp_path,
        {"groep": record("Groep", doing(*(free(number) for number in range(20))))},
        {"ander": record("Ander", doing(free(1), free(2)))},
    )
    view = view_of(agenda, "gratis")
    assert [(str(group.name), len(group.rows), group.more) for group in view.groups] == [
        ("De Wijk", choice.MOST, "zoeken/wijk.html#gratis"),
        ("Over <b>de</b> brug", 2, None),
    ]
    html = printed(agenda, choices, "kies/gratis.html")
    assert "<b>de</b>" not in html
    single = small_agenda(tmp_path / "een", groep=record("Groep", doing(free(1))))
    assert [group.name for group in view_of(single, "gratis").groups] == [None]


def test_what_no_finder_knows_leads_to_no_finder(tmp_path: Path) -> None:
    many = [f"id: a{n}, naam: Thee {n}, komt_langs: ja, {TUESDAY}" for n in range(20)]
    agenda = small_agenda(tmp_path, groep=record("Groep", doing(*many)))
    (group,) = view_of(agenda, "thuis").groups
    assert len(group.rows) == 20, "so all of it stands here"
    assert group.more is None


def test_the_readers_language_first_and_old_checks_last(tmp_path: Path) -> None:
    old = "nagekeken: {op: 2025-11-01, door: buurtwerker, hoe: gebeld}"
    free = "drempels: {kosten: gratis}"
    agenda = small_agenda(
        tmp_path,
        groep=record(
            "Groep",
            doing(
                f"id: a, naam: Vandaag, {free}, {TUESDAY}",
                f"id: b, naam: Mijn taal, talen: [ti], {free}, wanneer: [{{elke: zaterdag, tijd: '10:00-11:00'}}]",
                f"id: c, naam: Oud, talen: [ti], {free}, {old}, {TUESDAY}",
            ),
        ),
    )
    found = [str(one.name.text) for one in agenda.activities.values() if one.freshness.stage is Stage.SUNK]
    assert found == ["Oud"]
    assert titles(view_of(agenda, "gratis", "ti")) == ["Mijn taal", "Vandaag", "Oud"]
    assert titles(view_of(agenda, "gratis")) == ["Vandaag", "Mijn taal", "Oud"]


def test_who_interprets_stands_above_what_needs_no_dutch(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        groep=record(
            "Groep",
            guiding("naar: buurtteam, thema: [brieven], hoe: [gaat mee, tolkt], talen: [ti]")
            + doing(f"id: a, naam: Thee, drempels: {{nederlands: niet nodig, kosten: gratis}}, {TUESDAY}"),
        ),
        ander=record("Ander", guiding("zelf: ja, thema: [brieven], hoe: [luistert], talen: [nl]")),
    )
    assert [str(one.name) for one in view_of(agenda, "zonder").helpers] == ["Groep"]
    assert view_of(agenda, "gratis").helpers == ()


# by language


def test_the_page_of_a_language_says_who_speaks_it_when(tmp_path: Path) -> None:
    agenda = two_quarters(
        tmp_path,
        {"groep": record("Groep", doing(f"id: a, naam: Thee, talen: [{{taal: ti, wie: de gastvrouw, wanneer: dinsdag}}, nl], {TUESDAY}"))},
        {"loket": record("Loket", "talen: [{taal: ti, wie: een tolk}, {taal: ar}]\n", kind="loket")},
    )  # fmt: skip
    view = spoken(agenda, "ti")
    assert [(str(row.title), [str(one) for one in row.notes]) for group in view.groups for row in group.rows] == [
        ("Thee", ["ትግርኛ: de gastvrouw, dinsdag"]),
        ("Loket", ["ትግርኛ: een tolk"]),
    ]
    assert (str(view.title), str(view.own), view.here) == ("ትግርኛ · Tigrinya", "ትግርኛ", "Tigrinya")
    assert spoken(agenda, "ti", "ti").here is None
    assert [row.notes for group in spoken(agenda, "ar").groups for row in group.rows] == [()]


def test_a_house_whose_activities_say_it_already_is_not_there_twice(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=record("Groep", f"talen: [ti]\n{doing(f'id: a, naam: Thee, {TUESDAY}')}"))
    assert titles(spoken(agenda, "ti")) == ["Thee"]


def test_only_what_a_guide_does_in_the_language_is_told(tmp_path: Path) -> None:
    ways = guiding(
        "zelf: ja, thema: [brieven], hoe: [luistert], talen: [ti]",
        "naar: buurtteam, thema: [geld], hoe: [gaat mee], talen: [nl]",
    )
    agenda = small_agenda(tmp_path, groep=record("Groep", ways))
    (one,) = spoken(agenda, "ti").helpers
    assert str(one.does) == "Luistert."


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("nl", "voor vrouwen", "Voor vrouwen"),
        ("nl", "’s ochtends", "’s Ochtends"),
        ("tr", "işçiler için", "İşçiler için"),
        ("ar", "للنساء", "للنساء"),
        ("nl", "", ""),
    ],
)
def test_a_word_as_a_title(lang: str, text: str, title: str) -> None:
    assert choice.capital(lang, text) == title


# truth, over a whole guide


@pytest.mark.sample
def test_every_page_is_exactly_what_fits() -> None:
    agenda = sample()
    found = sort_out(agenda)
    live = [one for one in agenda.activities.values() if one.live]
    truth = {
        "gratis": {one.key for one in live if one.thresholds.cost.kind == "free"},
        "vrij": {one.key for one in live if one.thresholds.sign_up is Answer.NO},
        "zonder": {one.key for one in live if one.thresholds.dutch is DutchLevel.NONE},
        "kind": {one.key for one in live if one.thresholds.children is Answer.YES},
        "thuis": {one.key for one in live if one.visits},
        "telefoon": {one.key for one in live if one.by_phone},
        "eigen": {one.key for one in live if one.circle_kind is CircleKind.OWN},
        "gemengd": {one.key for one in live if one.circle_kind is CircleKind.MIXED},
        "v-vrouwen": {one.key for one in live if any(each.id == "vrouwen" for each in one.audiences)},
        "weekend": {one.key for one in live if any(time.weekend for time in found.soon.get(one.key, ()))},
    }
    for key, expected in truth.items():
        got = {one.key for one in found.by_key.get(key, ()) if isinstance(one, ActivityOf)}
        late = {one for one in got - expected if not found.soon.get(one)}  # not in the coming weeks: its next times
        assert got - late == expected, key
    for code, ones in found.by_language.items():
        assert all(any(each.code == code for each in one.languages) for one in ones)
    assert {key for key, ones in found.by_key.items() if ones} == {
        page.removeprefix("kies/").removesuffix(".html") for page in pages_of(agenda) if page.startswith("kies/")
    }
    spoken_here = {
        each.code for one in (*live, *(one for one in agenda.actors.values() if one.live)) for each in one.languages
    }
    assert {
        page.removeprefix("taal/").removesuffix(".html") for page in pages_of(agenda) if page.startswith("taal/")
    } == (spoken_here | {code for one in agenda.guidances() for code in one.languages})


@pytest.mark.sample
def test_the_finder_finds_what_a_page_leads_to() -> None:
    agenda = sample()
    voice = voice_of(agenda)
    rows = {key: finder.finder_page(agenda, voice, key).rows for key in agenda.guide.checked.neighbourhoods}
    found = sort_out(agenda)
    letters = {"ochtend": "o", "middag": "m", "avond": "a"}
    count = 0
    for sort in choice.sorts(agenda, voice, found):
        for option in sort.options:
            for group in choice.choice_page(agenda, voice, option, found).groups:
                if group.more:
                    quarter, _, key = group.more.removeprefix("zoeken/").partition(".html#")
                    fits = [
                        row
                        for row in rows[quarter]
                        if key in row.keys.split()
                        or (key in letters and letters[key] in row.times)
                        or (key == "weekend" and set(row.times) & {"6", "7"})
                    ]
                    assert len(fits) > len(group.rows), group.more
                    assert {row.page for row in group.rows} <= {row.page for row in fits}
                    count += 1
    assert count > 5
