"""Plain text of an actor and an activity: in columns, isolated, harmless; and each threshold in whole, kind words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from guides import HEAD, small_agenda
from wijkgids import web
from wijkgids.agenda import Agenda
from wijkgids.exports.columns import CLOSE, OPEN, Table, Text, clean, columns, laid_out, spoken, wrapped
from wijkgids.exports.plain import activity_text, actor_text
from wijkgids.texts import Ltr, Name, OwnName, Piece, Prose, Sentence, Strong, Voice, voices
from wijkgids.texts.translations import Translations
from wijkgids.views.activity import activity_page
from wijkgids.views.actor import actor_page
from wijkgids.views.actor_sheet import actor_sheet
from wijkgids.web.page import Page

LANGUAGES = ("nl", "en", "ar", "tr", "uk", "fa", "ti")
THEE = "activiteiten:\n  - {id: thee, naam: Thee, wanneer: [{elke: dinsdag, tijd: 10:00-12:00}]}\n"


def voice(agenda: Agenda, lang: str = "nl", read: dict[str, str] | None = None) -> Voice:
    said = {lang: Translations(lang, elsewhere=dict(read or {}))}
    return voices([lang], said, agenda.guide.words.languages)[lang]


def bare(text: str) -> str:
    """A text on one line, as it is read: without isolates, with plain spaces."""
    return " ".join(text.replace(OPEN, "").replace(CLOSE, "").replace("\u00a0", " ").split())


# lines and columns


def test_a_text_is_wrapped_at_72_columns() -> None:
    lines = wrapped("woord " * 40, 4, "- ")
    assert {len(line) for line in lines[:-1]} == {71}, "the widest that fits"
    assert lines[0].startswith("    - woord")
    assert lines[1].startswith("      woord")


def test_a_long_word_stays_whole() -> None:
    address = "wijkgids.example/" + "x" * 80
    assert wrapped(f"Ga naar {address} nu") == ["Ga naar", address, "nu"]


def test_an_empty_text_has_no_line() -> None:
    assert wrapped("") == []
    assert laid_out([Text("")], rtl=False) == "\n"


def test_each_line_holds_whole_isolates() -> None:
    """A terminal orders each line by itself: an isolate that is open at its end would turn the next one."""
    name = Name("Huis van de Wijk " * 8)
    lines = wrapped(spoken(Sentence(("في ", name, " و", Ltr("020"))), rtl=True))
    assert len(lines) > 2
    for line in lines:
        assert line.count(OPEN) == line.count(CLOSE) >= 1
        assert columns(line) <= 72


def test_columns_count_what_takes_room() -> None:
    assert columns("abc") == columns(f"{OPEN}abc{CLOSE}") == 3
    assert columns("مَدرَسة") == 5, "marks above letters take none"
    assert columns("日本") == 4


def test_cells_stand_below_each_other() -> None:
    rows = ((Ltr("di 1 dec"), Ltr("10:00")), (Ltr("wo 12 dec"), Ltr("9:30"), "avond"))
    assert laid_out([Table(rows, 1)], rtl=False) == "  di 1 dec   10:00\n  wo 12 dec  9:30   avond\n"
    lines = laid_out([Table(((Ltr("di"), "x" * 30 + " " + "y" * 50), (Ltr("wo"), "z")), 0)], rtl=False).splitlines()
    assert max(map(len, lines)) <= 72


@pytest.mark.parametrize(
    ("piece", "rtl", "said"),
    [
        (Ltr("020 000"), True, f"{OPEN}020 000{CLOSE}"),
        (Ltr("020 000"), False, "020 000"),
        (Name("De Linde"), True, f"{OPEN}De Linde{CLOSE}"),
        (Strong(Ltr("10:00")), True, f"{OPEN}10:00{CLOSE}"),
        (Prose("Loop binnen om 10:00.", "nl", missing=True), True, f"{OPEN}Loop binnen om 10:00.{CLOSE}"),
        (Prose("قبل 10:00 فقط", "ar"), True, f"قبل {OPEN}10:00{CLOSE} فقط"),
        (OwnName("العربية", "ar"), False, f"{OPEN}العربية{CLOSE}"),
        (OwnName("العربية", "ar"), True, "العربية"),
        (OwnName("Türkçe", "tr"), True, f"{OPEN}Türkçe{CLOSE}"),
        ("بيت (Huis)", True, f"بيت ({OPEN}Huis{CLOSE})"),
        (Name("نادي"), False, f"{OPEN}نادي{CLOSE}"),
    ],
)
def test_what_runs_the_other_way_is_isolated(piece: Piece, rtl: bool, said: str) -> None:
    assert spoken(piece, rtl=rtl) == said


@pytest.mark.parametrize(
    "evil",
    ["\x1b[31mrood\x1b[0m", "a\x07b", "a\u202eb", "a\u2066b\u2069", "a\u200fb", "a\x9bb", "a\u061cb", "a\ufeffb", "a\x00b", "a\u2028b\nc\td"],
)  # fmt: skip
def test_nothing_steers_a_terminal(evil: str) -> None:
    for piece in (evil, Name(evil), Ltr(evil), Prose(evil, "nl"), OwnName(evil, "xx"), Strong(evil)):
        text = spoken(piece, rtl=False)
        assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") for sign in text), repr(text)
    assert clean("می\u200cشود") == "می\u200cشود", "Persian writes with a joiner"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_contributor_reaches_the_terminal(tmp_path: Path, lang: str) -> None:
    """A translation is a file of its own, which the reader of records never saw."""
    agenda = small_agenda(tmp_path, groep=HEAD + THEE)
    said = voice(agenda, lang, {"Thee": "\x1b]0;weg\x07T\u202ehee", "Een groep om mee te testen.": "x\u2069y\n\nz"})
    for text in (actor_text(agenda, said, "groep"), activity_text(agenda, said, "groep", "thee")):
        left = {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf")} - {"\n", "\u200c", "\u200d"}
        assert left <= ({OPEN, CLOSE} if said.rtl else set())
        assert all(line.count(OPEN) == line.count(CLOSE) for line in text.splitlines())


# whole texts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_too_wide_in_any_language(tmp_path: Path, lang: str) -> None:
    record = (Path(__file__).parent / "records" / "good" / "uit-het-ontwerp.yml").read_text("utf-8")
    agenda = small_agenda(tmp_path, groep=record, leeg=HEAD.replace("qqqq", "zzzz"))
    for slug in agenda.actors:
        text = actor_text(agenda, voice(agenda, lang), slug)
        assert max(map(columns, text.splitlines())) <= 72
        assert text.endswith("\n")
        assert "\n\n\n" not in text
        assert not text.startswith("\n")
        assert all(line == line.rstrip() for line in text.splitlines())
        assert "None" not in text
        assert "{" not in text


def test_the_name_stands_at_the_head_and_the_number_in_sight(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + THEE)
    lines = actor_text(agenda, voice(agenda), "groep").splitlines()
    assert lines[:2] == ["Groep De Proef", "=============="]
    assert "Bel 020\u00a0000\u00a000\u00a009" in lines[:14]


def test_times_stand_below_each_other(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + THEE)
    lines = activity_text(agenda, voice(agenda), "groep", "thee").splitlines()
    at = lines.index("  De volgende keren:")
    assert lines[at + 1 : at + 5] == [
        "    di 24 nov  10:00–12:00",
        "    di 1 dec   10:00–12:00",
        "    di 8 dec   10:00–12:00",
        "    di 15 dec  10:00–12:00",
    ]


def test_an_hour_that_nobody_told_is_a_question(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + THEE.replace(", tijd: 10:00-12:00", ""))
    assert "di 24 nov  Niet bekend, vraag het." in activity_text(agenda, voice(agenda), "groep", "thee")
    assert "hele dag" not in activity_text(agenda, voice(agenda), "groep", "thee")


def test_what_stopped_says_only_that(tmp_path: Path) -> None:
    record = HEAD + THEE + "  - {id: koor, naam: Koor, wanneer: [{elke: dinsdag, tijd: 9:00-10:00}], gestopt: {op: 2026-06-30, waarom: De dirigent verhuisde., ga_naar: huis}}\n"  # fmt: skip
    agenda = small_agenda(tmp_path, groep=record)
    text = bare(activity_text(agenda, voice(agenda), "groep", "koor"))
    assert "Koor stopte op 30 juni 2026. De dirigent verhuisde. Ga naar Huis De Proef." in text
    assert "9:00" not in text
    assert "Koor stopte op 30 juni 2026." in bare(actor_text(agenda, voice(agenda), "groep"))


def test_a_discreet_address_is_in_no_text(tmp_path: Path) -> None:
    record = HEAD.replace("van: de gastvrouw", "van: de gastvrouw, adres_tonen: na contact") + (
        'plek: {actor: huis, ruimte: zolder, zo_vind_je_het: "Bel twee keer."}\n' + THEE
    )
    agenda = small_agenda(tmp_path, groep=record)
    for text in (actor_text(agenda, voice(agenda), "groep"), activity_text(agenda, voice(agenda), "groep", "thee")):
        assert "Het adres hoor je na contact. Bel eerst." in text
        for secret in ("zolder", "twee keer", "Proefhof", "Huis De Proef"):
            assert secret not in text


def test_what_is_not_there_raises(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + THEE)
    with pytest.raises(KeyError):
        actor_text(agenda, voice(agenda), "niemand")
    with pytest.raises(KeyError):
        activity_text(agenda, voice(agenda), "groep", "koor")


# thresholds, three-valued from record to paper


@dataclass(frozen=True)
class Case:
    """What is typed, and the text that says it (`facts` fill its slots); with `unknown` it is a question."""

    typed: str
    said: str
    facts: str = ""
    look: str = "ok"
    unknown: bool = False

    def in_language(self, spoken_: Voice) -> str:
        """The words in a language, with its fact in the one slot."""
        return bare(re.sub(r"\{\w+\}", self.facts, spoken_.catalogue.texts.get(self.said, self.said)))


def answers(key: str, yes: tuple[str, str], no: tuple[str, str], label: str) -> list[Case]:
    """The three answers of one threshold: the words and look of yes and no, and what is asked."""
    return [
        Case(f"{key}: ja", yes[0], look=yes[1]),
        Case(f"{key}: nee", no[0], look=no[1]),
        Case(f"{key}: onbekend", label, unknown=True),
    ]


CASES = [
    *answers("aanmelden", ("Eerst aanmelden", "let"), ("Aanmelden hoeft niet", "ok"), "Aanmelden"),
    *answers("naam_nodig", ("Ze vragen je naam", "let"), ("Je naam zeggen hoeft niet", "ok"), "Je naam zeggen"),
    *answers("papieren_nodig", ("Neem papieren mee", "let"), ("Papieren hoeven niet", "ok"), "Papieren"),
    *answers("verwijzing_nodig", ("Je hebt een verwijzing nodig", "let"), ("Een verwijzing hoeft niet", "ok"), "Verwijzing"),
    *answers("tolk", ("Een tolk kan erbij zijn", "ok"), ("Er is geen tolk", "let"), "Tolk"),
    *answers("iemand_meenemen", ("Iemand meenemen mag", "ok"), ("Iemand meenemen kan niet", "let"), "Iemand meenemen"),
    *answers("kinderen_mee", ("Kinderen mogen mee", "ok"), ("Kinderen kunnen niet mee", "let"), "Kinderen"),
    Case("nederlands: niet nodig", "Nederlands hoeft niet"),
    Case("nederlands: een beetje", "Je spreekt een beetje Nederlands", look="let"),
    Case("nederlands: goed", "Je spreekt goed Nederlands", look="let"),
    Case("nederlands: onbekend", "Nederlands spreken", unknown=True),
    Case("kosten: gratis", "Gratis"),
    Case("kosten: '0'", "Gratis"),
    Case("kosten: vrije gift", "Je geeft wat je wilt"),
    Case("kosten: '2,50'", "{prijs}", "€ 2,50", look="plain"),
    Case("kosten: '2'", "{prijs}", "€ 2", look="plain"),
    Case("kosten: onbekend", "Kosten", unknown=True),
    *(
        Case(f"kosten: '2,50', kosten_per: {per}", said, "€ 2,50", look="plain")
        for per, said in (
            ("keer", "{prijs} per keer"), ("les", "{prijs} per les"), ("maand", "{prijs} per maand"),
            ("jaar", "{prijs} per jaar"), ("cursus", "{prijs} voor de cursus"), ("maaltijd", "{prijs} per maaltijd"),
        )
    ),
    Case("stadspas: gratis", "Gratis met stadspas"),
    Case("stadspas: vrije gift", "Met stadspas geef je wat je wilt"),
    Case("stadspas: '1,50'", "{prijs} met stadspas", "€ 1,50", look="plain"),
    Case("stadspas: onbekend", "Met stadspas", unknown=True),
    Case("wachttijd: geen", "Geen wachttijd"),
    Case("wachttijd: twee weken", "Wachttijd: {tijd}", "twee weken", look="plain"),
    Case("wachttijd: onbekend", "Wachttijd", unknown=True),
]  # fmt: skip
ALL = ["aanmelden", "naam_nodig", "papieren_nodig", "verwijzing_nodig", "tolk", "iemand_meenemen", "kinderen_mee"]


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    """One actor for each case, whose activity inherits it; and one that says nothing."""
    records = {
        f"geval{number}": HEAD.replace("code: qqqq\n", "") + f"drempels: {{{case.typed}}}\n" + THEE
        for number, case in enumerate(CASES)
    }
    agenda = small_agenda(tmp_path_factory.mktemp("gids"), niets=HEAD + THEE, **records)
    (agenda.guide.root / "overrides").symlink_to(Path(__file__).parent.parent / "overrides")
    return agenda


@pytest.fixture(scope="module")
def press(every: Agenda) -> web.Press:
    return web.press(every, {lang: voice(every, lang) for lang in ("nl", "ar")})


def html_text(press: web.Press, view: object, said: Voice) -> str:
    page = press.page(Page(view.page, view.template, view.title, view, view.script), said)  # type: ignore[attr-defined]
    main = page[page.index("<main") : page.index("</main>")]
    return bare(re.sub(r"<[^>]+>", " ", re.sub(r"</?(b|bdi|span|q)\b[^>]*>", "", main)).replace("&nbsp;", " "))


@pytest.mark.parametrize("lang", ["nl", "ar"])
@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.typed for case in CASES])
def test_each_answer_is_said_in_whole_words_everywhere(every: Agenda, press: web.Press, number: int, lang: str) -> None:
    """On the page of the actor and of the activity, in the view of the sheet, and in plain text."""
    case, slug, said = CASES[number], f"geval{number}", voice(every, lang)
    words = case.in_language(said)
    if lang == "ar" and case.said != "{prijs}":
        assert case.said in said.catalogue.texts, "it has Arabic words of its own"
    actor, activity = actor_page(every, said, slug), activity_page(every, said, (slug, "thee"))
    sheet = actor_sheet(every, said, slug)
    assert sheet.needed is not None
    for needed in (actor.needed, activity.needed, sheet.needed):
        known = {bare(str(chip.text)): chip.look for chip in needed.known}
        asks = [bare(str(label)) for label in needed.asks]
        if case.unknown:
            assert words in asks
            assert words not in known
        else:
            assert known.get(words) == case.look, known
            assert words not in asks
    for page in (actor, activity):
        assert words in html_text(press, page, said)
    for text in (actor_text(every, said, slug), activity_text(every, said, slug, "thee")):
        lines = [bare(line) for line in text.splitlines()]
        if case.unknown:
            assert f"- {words}" not in lines
            question = bare(text).partition(bare(sheet.words.unknown))[2]
            assert words in question
        else:
            assert f"- {words}" in lines


def test_an_activity_does_not_say_again_what_its_group_said(every: Agenda) -> None:
    for number in range(len(CASES)):
        part = actor_sheet(every, voice(every), f"geval{number}").activities[0]
        assert part.needed.known == part.needed.unknown == part.needed.asks == part.needed.notes == ()


def test_what_nobody_told_is_asked_and_never_a_no(every: Agenda) -> None:
    """Every threshold is a question; there is no tick, no cross, and no "nee"."""
    for text in (actor_text(every, voice(every), "niets"), activity_text(every, voice(every), "niets", "thee")):
        assert "\n  - " not in text
        assert (
            "Dit weten we nog niet. Vraag het: Kosten, Aanmelden, Je naam zeggen, Papieren, Verwijzing, Nederlands"
            " spreken, Tolk, Iemand meenemen, Kinderen en Wachttijd." in bare(text)
        )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed)
def test_no_answer_is_a_label_with_no(case: Case) -> None:
    """A "naam: nee" can be read as "no name, no entry"; whole phrases cannot."""
    assert not re.search(r"\b(ja|nee|no|yes)\b", case.said)
    assert ": " not in case.said or case.said == "Wachttijd: {tijd}"


@pytest.mark.parametrize("key", ALL)
def test_the_three_answers_are_three_texts(key: str) -> None:
    texts = [case.said for case in CASES if case.typed.startswith(f"{key}:")]
    assert len(set(texts)) == 3


def test_an_activity_can_know_less_than_its_group(tmp_path: Path) -> None:
    """Its own "onbekend" is said: what holds for the group need not hold here."""
    record = HEAD + "drempels: {naam_nodig: nee, aanmelden: nee}\n" + THEE.replace("naam: Thee", "naam: Thee, drempels: {naam_nodig: onbekend}")  # fmt: skip
    agenda = small_agenda(tmp_path, groep=record)
    part = actor_sheet(agenda, voice(agenda), "groep").activities[0]
    assert [str(one) for one in part.needed.asks] == ["Je naam zeggen"]
    assert part.needed.known == ()
    text = bare(actor_text(agenda, voice(agenda), "groep"))
    assert text.index("Dit weten we nog niet. Vraag het: Je naam zeggen.") < text.index("- Je naam zeggen hoeft niet")


# how it goes, for whom, and who speaks what


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("op_afspraak: ja", ["Je maakt eerst een afspraak."]),
        ("telefonisch: ja", ["Het kan aan de telefoon."]),
        ("komt_langs: ja", ["Ze komen bij jou thuis."]),
        ("volgende_start: 2027-01-12", ["Het begint op {12 januari 2027}."]),
        ("op_afspraak: ja, besloten: ja, hoe_meedoen: Bel de kok.", ["Besloten groep", "Zo kom je erbij", "{Bel de kok.}"]),
        ("op_afspraak: ja, leeftijd: {van: 61}", ["Vanaf {61} jaar."]),
        ("op_afspraak: ja, leeftijd: {tot: 12}", ["Tot en met {12} jaar."]),
        ("op_afspraak: ja, leeftijd: {van: 0, tot: 4}", ["Van {0} tot en met {4} jaar."]),
        ("op_afspraak: ja, kring: {soort: eigen kring, in_onze_woorden: Voor wie wil.}", ["Een eigen kring.", "{Voor wie wil.}"]),
        ("op_afspraak: ja, kring: {soort: gemengd}", ["Iedereen door elkaar."]),
        ("op_afspraak: ja, talen: [{taal: tr, wie: helper, wanneer: donderdag}]", ["Wie spreekt wat", "{helper}", "{donderdag}"]),
        ("op_afspraak: ja, drempels: {kinderen_mee: ja, kinderen: Er is een speelhoek.}", ["Kinderen mogen mee", "{Er is een speelhoek.}"]),
        ("op_afspraak: ja, drempels: {papieren_nodig: ja, papieren: je pas}", ["Papieren: {je pas}"]),
        ("op_afspraak: ja, toegang: {drempelvrij: deels, toilet: geen, stil: nee}", ["Niet overal zonder drempel.", "Geen toilet.", "Geen stille ruimte."]),
        ("op_afspraak: ja, toegang: {stil: ja}", ["Drempel: niet bekend, vraag het.", "Toilet: niet bekend, vraag het.", "Er is een stille ruimte."]),
        ("naam: Zomaar", ["Niet bekend, vraag het."]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["nl", "ar"])
def test_how_it_goes_is_said_on_page_sheet_and_line(tmp_path: Path, typed: str, said: list[str], lang: str) -> None:
    name = "" if typed.startswith("naam:") else "naam: Thee, "
    agenda = small_agenda(tmp_path, groep=HEAD + f"activiteiten:\n  - {{id: thee, {name}{typed}}}\n")
    (agenda.guide.root / "overrides").symlink_to(Path(__file__).parent.parent / "overrides")
    spoken_ = voice(agenda, lang)
    press = web.press(agenda, {code: voice(agenda, code) for code in ("nl", "ar")})
    page = html_text(press, activity_page(agenda, spoken_, ("groep", "thee")), spoken_)
    alone = bare(activity_text(agenda, spoken_, "groep", "thee"))
    whole = bare(actor_text(agenda, spoken_, "groep"))
    for one in said:
        for words in parts_of(one, spoken_):
            for text in (page, alone, whole):
                assert words in text, (words, text)


def parts_of(said: str, spoken_: Voice) -> list[str]:
    """The words of a text around its facts, in a language, and the facts themselves where they are no date."""
    msgid = re.sub(r"\{[^}]*\}", "{}", said)
    known = {re.sub(r"\{\w+\}", "{}", one): text for one, text in spoken_.catalogue.texts.items()}
    facts = [fact for fact in re.findall(r"\{([^}]*)\}", said) if spoken_.lang == "nl" or "januari" not in fact]
    around = re.split(r"\{\w*\}", known.get(msgid, msgid))
    return [*(bare(one) for one in around if bare(one)), *facts]


def test_a_start_that_was_is_no_news(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path, groep=HEAD + "activiteiten: [{id: thee, naam: Thee, volgende_start: 2026-09-01}]\n")
    assert "begint" not in activity_text(agenda, voice(agenda), "groep", "thee")
