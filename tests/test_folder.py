"""The little folder: the same facts in every language, nothing discreet, nothing lost; and the lists to choose from."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from guides import HEAD, TODAY, small_agenda
from wijkgids import web
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.records import load_guide
from wijkgids.texts import Ltr, Name, OwnName, Prose, Sentence, Strong, Voice, translations, voices
from wijkgids.views import folder, folder_card
from wijkgids.web.cards import cards as files_of
from wijkgids.web.page import Page
from wijkgids.web.pages import folder as folder_pages

ROOT = Path(__file__).resolve().parent.parent
EVIL = "<img src=x onerror=alert(1)>\"'&{{7*7}}"
RICH = HEAD + (
    "mensen:\n"
    "  - {rol: gastvrouw, talen: [ar], vraag_naar: de gastvrouw}\n"
    "  - {rol: tolk, talen: [ti], vraag_naar: de tolk}\n"
    "talen: [nl, ti, {taal: ar, wie: gastvrouw}]\n"
    "eerste_keer: [Je loopt binnen., Iemand geeft je thee.]\n"
    "belofte: {tekst: Het blijft hier., behalve: Als iemand in gevaar is., op: 2026-10-01}\n"
    "gidst:\n"
    "  - {naar: buurtteam, thema: [brieven], hoe: [gaat mee], talen: [nl], vol: {tot: 2026-12-11}}\n"
    "  - {naar: huis, thema: [brieven], hoe: [tolkt], talen: [nl]}\n"
    "  - {zelf: ja, thema: [ontmoeten], hoe: [luistert], talen: [ar, ti]}\n"
    "activiteiten:\n"
    "  - id: thee\n"
    "    code: wwww\n"
    "    naam: Thee met buren\n"
    "    samenvatting: Je drinkt thee.\n"
    "    plek: {actor: huis, ruimte: zaal 2}\n"
    "    drempels: {kosten: '2,50', kosten_per: keer, aanmelden: nee, papieren_nodig: ja, papieren: Je pas}\n"
    "    meenemen: Een kopje\n"
    "    recept: Samen drinken\n"
    "    verwijzers: ja\n"
    "    wanneer: [{elke: dinsdag, tijd: '19:00-21:00', niet: [kerst]}]\n"
    "  - {id: oud, naam: Oude kring, gestopt: {op: 2026-10-02, waarom: De kok ging weg., ga_naar: huis}}\n"
)


def spoken(agenda: Agenda, *codes: str) -> dict[str, Voice]:
    said = {code: translations.Translations(code) for code in codes}
    return voices(codes, said, agenda.guide.words.languages)


def pieces(value: object) -> Iterator[object]:
    """Every piece in a view, strong words and sentences opened."""
    if isinstance(value, Sentence):
        for part in value.pieces:
            yield from pieces(part)
    elif isinstance(value, Strong):
        yield from pieces(value.piece)
    elif isinstance(value, str | Prose | OwnName):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from pieces(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from pieces(getattr(value, one.name))


def facts(card: folder_card.Card) -> Counter[str]:
    """What is the same in every language: numbers, times, prices, days, names."""
    return Counter(str(piece) for piece in pieces(card) if isinstance(piece, Ltr | Name | OwnName))


def said(value: object) -> str:
    return re.sub(" +", " ", " ".join(str(piece) for piece in pieces(value)))


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    return small_agenda(tmp_path_factory.mktemp("gids"), groep=RICH)


# the same in every language


def assert_the_same(agenda: Agenda, said: dict[str, Voice]) -> int:
    count = 0
    for slug in agenda.actors:
        every = {code: folder_card.cards(agenda, voice, slug) for code, voice in said.items()}
        for one in zip(*every.values(), strict=True):
            first = one[0]
            count += 1
            for other in one[1:]:
                assert [(line.icon, line.look, line.call, len(line.said)) for line in other.lines] == [
                    (line.icon, line.look, line.call, len(line.said)) for line in first.lines
                ], (slug, first.id)
                assert facts(other) == facts(first), (slug, first.id)
                assert (other.checked, other.until, other.id) == (first.checked, first.until, first.id)
    return count


def test_a_card_has_the_same_lines_and_facts_in_every_language(agenda: Agenda) -> None:
    assert assert_the_same(agenda, spoken(agenda, "nl", "ar", "ti", "uk")) > 3


def test_so_have_all_cards_of_the_guide_in_data() -> None:
    guide, _ = load_guide(ROOT)
    day = guide.checked.today or TODAY
    found, _ = translations.load(ROOT, guide.checked.languages)
    every = voices(guide.checked.languages, found, guide.words.languages)
    assert assert_the_same(make_agenda(guide, day), every) > 0


def test_the_order_of_languages_and_helpers_is_not_the_readers(agenda: Agenda) -> None:
    """On a page the reader's own language leads; two columns of one sheet must not each have their own order."""
    for voice in spoken(agenda, "nl", "ar", "ti").values():
        card = folder_card.card(agenda, voice, agenda.actors["groep"])
        tongues = next(line for line in card.lines if line.icon == "speaks")
        assert [str(piece) for piece in pieces(tongues) if isinstance(piece, OwnName)] == [
            "Nederlands",
            "ትግርኛ",
            "العربية",
        ]
        ways = [line for line in card.lines if line.icon == "together"]
        assert len(ways) == folder_card.WAYS
        assert "العربية" not in said(ways[0])
        assert "العربية" in said(ways[1])


# what a card says


def test_an_activity_says_when_where_what_it_costs_who_and_the_first_time(agenda: Agenda) -> None:
    card = folder_card.card(agenda, spoken(agenda, "nl")["nl"], agenda.activities["groep", "thee"])
    lines = {line.icon: said(line) for line in card.lines}
    assert "Elke dinsdag" in lines["clock"]
    assert "24" in lines["clock"]
    assert "nov" in lines["clock"]
    assert "zaal 2" in lines["pin"]
    assert "020\u00a0000\u00a000\u00a009" in lines["phone"]
    assert "de gastvrouw" in lines["phone"]
    assert "de tolk" in lines["phone"], "whom the reader of the other column asks for"
    assert "€\u00a02,50" in lines["ok"]
    assert "Neem papieren mee" in lines["ok"]
    assert "Je pas" in lines["ok"]
    assert "vraag" in lines["ask"].lower(), "what nobody knows is a question"
    assert "Je loopt binnen." in lines["footsteps"]
    assert "Als iemand in gevaar is." in lines["quote"]
    assert "02-11-2026" in lines["eye"]
    assert "/k/wwww" in lines["eye"]
    assert card.checked == date(2026, 11, 2)


def test_who_is_full_stands_below_who_has_room(agenda: Agenda) -> None:
    card = folder_card.card(agenda, spoken(agenda, "nl")["nl"], agenda.actors["groep"])
    ways = [said(line) for line in card.lines if line.icon == "together"]
    assert all("Nu vol" not in way for way in ways)


def test_what_a_doctor_may_do_is_not_on_what_a_resident_carries(agenda: Agenda) -> None:
    for voice in spoken(agenda, "nl", "ar").values():
        card = folder_card.card(agenda, voice, agenda.activities["groep", "thee"])
        assert "Samen drinken" not in said(card)
        assert "huisarts" not in said(card)


def test_what_stopped_says_so_and_where_to_go(agenda: Agenda) -> None:
    card = folder_card.card(agenda, spoken(agenda, "nl")["nl"], agenda.activities["groep", "oud"])
    assert card.lines[0].icon == "stopped"
    assert "De kok ging weg." in said(card)
    assert card.go_to is not None
    assert card.go_to.page == "actor/huis.html"


def test_an_old_check_leads_with_call_first(tmp_path: Path) -> None:
    old = small_agenda(tmp_path, date(2027, 8, 1), groep=RICH)
    card = folder_card.card(old, spoken(old, "nl")["nl"], old.activities["groep", "thee"])
    assert card.lines[0].icon == "phone"
    assert card.lines[0].look == "let"
    assert "Bel eerst" in said(card.lines[0])


def test_paper_holds_until_the_day_before_something_changes(tmp_path: Path) -> None:
    dated = RICH.replace("    naam: Thee met buren\n", "    naam: Thee met buren\n    gestopt: {op: 2026-12-24}\n")
    agenda = small_agenda(tmp_path, groep=dated)
    assert folder_card.holds(TODAY, agenda.activities["groep", "thee"]) == date(2026, 12, 23)
    assert folder_card.holds(TODAY, agenda.actors["groep"]) == date(2027, 5, 1), "the check holds six months"


def test_a_consent_that_ends_ends_the_paper(tmp_path: Path) -> None:
    consent = "toestemming: {op: 2026-09-01, tot: 2026-12-31}"
    named = RICH.replace("vraag_naar: de tolk}", f"vraag_naar: Testpersoon Een, naam: Testpersoon Een, {consent}}}")
    agenda = small_agenda(tmp_path, groep=named)
    for one in folder_card.cards(agenda, spoken(agenda, "nl")["nl"], "groep")[:2]:
        assert "Testpersoon" in said(one)
        assert one.until == date(2026, 12, 31)


# what may not be told


def test_a_discreet_address_is_in_no_card_and_on_no_list(tmp_path: Path) -> None:
    hidden = HEAD.replace("van: de gastvrouw}", "van: de gastvrouw, adres_tonen: na contact}") + (
        "plek: {adres: Geheimlaan 9, postcode: 1099 XY, plaats: Ergens, zo_vind_je_het: Naast de geheime boom}\n"
        "activiteiten: [{id: thee, code: wwww, naam: Thee, wanneer: [{elke: dinsdag, tijd: '10:00-12:00'}]}]\n"
    )
    agenda = small_agenda(tmp_path, groep=hidden)
    every = spoken(agenda, "nl", "ar")
    files = dict(files_of(agenda, every))
    lists = [said(view) for voice in every.values() for view in folder.list_pages(agenda, voice, "wijk")]
    assert "stukje/groep.json" in files
    for text in (*files.values(), *lists):
        assert "eheim" not in text
        assert "1099 XY" not in text.replace("\u00a0", " ")


def test_what_someone_typed_is_text_in_every_card(tmp_path: Path) -> None:
    evil = json.dumps(EVIL)
    typed = HEAD.replace("samenvatting: Een groep om mee te testen.", f"samenvatting: {evil}") + (
        f"activiteiten: [{{id: thee, code: wwww, naam: {evil}, samenvatting: {evil}, let_op: {evil}, meenemen: {evil}}}]\n"
    )
    agenda = small_agenda(tmp_path, groep=typed)
    for path, text in files_of(agenda, spoken(agenda, "nl", "ar")):
        for card in json.loads(text).values():
            html = json.dumps(card, ensure_ascii=False)
            assert "<img" not in html, path
            assert set(re.findall(r"<(/?[a-z]+)", html)) <= {"b", "/b", "bdi", "/bdi", "span", "/span", "br"}, path


# the page and its lists


def test_the_page_has_the_drawing_of_every_line(agenda: Agenda) -> None:
    guide, _ = load_guide(ROOT)
    for one in (agenda, make_agenda(guide, guide.checked.today or TODAY)):
        voice = spoken(one, "nl")["nl"]
        used = {line.icon for slug in one.actors for card in folder_card.cards(one, voice, slug) for line in card.lines}
        assert used <= set(folder.MARKS)


def test_the_lists_of_a_neighbourhood_hold_each_live_entry_once(agenda: Agenda) -> None:
    voice = spoken(agenda, "nl")["nl"]
    ticks = [
        tick.key
        for key in agenda.guide.checked.neighbourhoods
        for view in folder.list_pages(agenda, voice, key)
        for group in view.groups
        for tick in (group.own, *group.ticks)
    ]
    wanted = {slug for slug, one in agenda.actors.items() if one.live}
    wanted |= {"/".join(key) for key, one in agenda.activities.items() if one.live}
    assert set(ticks) == wanted
    assert "groep/oud" not in ticks, "what stopped is not offered"


def test_a_long_list_is_parted_between_groups(tmp_path: Path) -> None:
    bare = HEAD.replace("code: qqqq\n", "")
    many = {f"groep_{one:02}": bare.replace("De Proef", f"Nummer {one:02}") for one in range(folder.LIST + 5)}
    agenda = small_agenda(tmp_path, **many)
    views = list(folder.list_pages(agenda, spoken(agenda, "nl")["nl"], "wijk"))
    assert [view.page for view in views[:2]] == ["mapje/wijk.html", "mapje/wijk-2.html"]
    assert all(sum(1 + len(group.ticks) for group in view.groups) <= folder.LIST for view in views)
    assert [[choice.here for choice in view.pages].index(True) for view in views] == list(range(len(views)))


def test_a_link_adds_an_entry_by_its_address() -> None:
    assert folder.link("actor/groep/thee.html") == "mapje.html#m=groep/thee"
    assert folder.link("actor/groep.html") == "mapje.html#m=groep"


def test_the_page_says_that_only_its_address_knows_the_choice(agenda: Agenda) -> None:
    voice = spoken(agenda, "nl")["nl"]
    overrides = agenda.guide.root / "overrides"
    if not overrides.exists():
        overrides.symlink_to(ROOT / "overrides")
    press = web.press(agenda, {"nl": voice})
    page: Page = next(iter(folder_pages.pages(agenda, voice)))
    html = press.page(page, voice)
    assert "staat alleen in het adres van deze bladzijde" in html
    assert html.count("<h1") == 1
