"""Words from letters: right and plain, found by theme and letter, and with who helps; who makes the guide; all pages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guides import HEAD, TODAY, small_agenda
from wijkgids import vocabulary, web
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.records import load_guide
from wijkgids.records.alike import fold
from wijkgids.texts import Name, Prose, Voice, translations, voices
from wijkgids.views import everything, letterword, letterwords, makers
from wijkgids.views.helpers import Companion
from wijkgids.vocabulary.letterwords import LetterWord
from wijkgids.vocabulary.terms import words_of
from wijkgids.web.pages import pages

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY, FOUND = vocabulary.load()
WORDS = VOCABULARY.letterwords
GUIDE = "gidst: [{{zelf: ja, thema: [{theme}], hoe: [luistert], talen: [{lang}]{more}}}]\n"
OWN = "{word: heffing, means: geld vragen, what: Iemand vraagt geld., do: Vraag hulp., themes: [geld]}"


def voice_of(agenda: Agenda, lang: str = "nl") -> Voice:
    said, _ = translations.load(agenda.guide.root, ["nl", lang])
    return voices(["nl", lang], said, agenda.guide.words.languages)[lang]


def group(name: str, theme: str = "brieven", lang: str = "nl", more: str = "") -> str:
    head = HEAD.replace("De Proef", name).replace("code: qqqq\n", "")
    return head + GUIDE.format(theme=theme, lang=lang, more=more)


def agenda_of(root: Path) -> Agenda:
    """The guide as it is read anew."""
    return make_agenda(load_guide(root)[0], TODAY)


def own_word(root: Path, text: str) -> None:
    folder = root / "data" / "vocabulary"
    folder.mkdir(parents=True)
    (folder / "letterwords.yml").write_text(text, encoding="utf-8")


def with_templates(root: Path) -> None:
    """The program's templates, which stand beside the data of every guide."""
    if not (root / "overrides").exists():
        (root / "overrides").symlink_to(ROOT / "overrides")


def html(agenda: Agenda, local: str, lang: str = "nl") -> str:
    """A page of the guide as it is written, before it is made small."""
    with_templates(agenda.guide.root)
    spoken = {one: voice_of(agenda, one) for one in ("nl", lang)}
    press = web.press(agenda, spoken)
    (found,) = [one for one in pages(agenda, spoken[lang]) if one.local == local]
    return press.page(found, spoken[lang])


def near_you(agenda: Agenda, lang: str, themes: tuple[str, ...]) -> tuple[Companion, ...]:
    voice = voice_of(agenda, lang)
    return letterword.near_you(agenda, voice, themes, letterword.best_ways(agenda, voice)).helpers


# the words themselves


def test_there_are_enough_words_and_they_are_whole() -> None:
    assert FOUND == []
    assert len(WORDS) >= 75
    for one in WORDS.values():
        assert one.themes, one.id
        assert set(one.themes) <= set(VOCABULARY.themes), one.id
        assert all(text.strip() == text and text for text in (one.word, one.means, one.what, one.do)), one.id


def test_what_the_file_names_is_there() -> None:
    """Reading leaves out what is not there; in the program's own file that would be a slip of the pen."""
    data = vocabulary.read(vocabulary.HERE / "letterwords.yml", "letterwords.yml")[0].data
    assert list(WORDS) == list(data)
    for key, entry in data.items():
        assert set(entry) <= {"word", "means", "what", "do", "themes", "aliases", "related", "often"}, key
        assert (entry["themes"], entry.get("related", [])) == (list(WORDS[key].themes), list(WORDS[key].related)), key


def test_a_spelling_leads_to_one_word() -> None:
    spelled = Counter(fold(text) for one in WORDS.values() for text in (one.word, *one.aliases))
    assert [text for text, times in spelled.items() if times > 1] == []


@pytest.mark.parametrize("one", WORDS.values(), ids=list(WORDS))
def test_a_word_is_told_plainly(one: LetterWord) -> None:
    assert len(one.means.split()) <= 5
    assert not one.means.endswith(".")
    for text in (one.what, one.do):
        sentences = re.findall(r"[^.?!]+[.?!]", text)
        assert "".join(sentences) == text, "it ends as a sentence"
        assert len(sentences) <= 3
        assert [sentence for sentence in sentences if len(sentence.split()) > 15] == []
        # Amounts, years and terms change; the number of the emergency services does not.
        assert re.sub(r"\b112\b", "", text) == re.sub(r"[0-9€%]", "", re.sub(r"\b112\b", "", text))
        assert not re.search(r"\b(?:u|uw)\b", text)


@pytest.mark.parametrize("one", WORDS.values(), ids=list(WORDS))
def test_a_word_is_not_told_with_words_of_offices(one: LetterWord) -> None:
    """But for words that are explained themselves."""
    known = {fold(text) for each in WORDS.values() for text in (each.word, *each.aliases)}
    for text in (one.means, one.what, one.do):
        hits = VOCABULARY.terms.find(text, words_of(text))
        assert [hit.word for hit in hits if fold(hit.word) not in known] == []


# a guide's own


def test_a_guide_adds_words_and_they_stand_in_dutch_until_somebody_translates_them(tmp_path: Path) -> None:
    own_word(tmp_path, f"heffing: {OWN}\n")
    agenda = small_agenda(tmp_path)
    word = agenda.guide.words.letterwords["heffing"]
    view = letterword.word_page(agenda, voice_of(agenda, "ar"), word, letterword.Near((), None))
    assert view.what == Prose("Iemand vraagt geld.", "nl", missing=True)
    assert '<span lang="nl" dir="ltr">Iemand vraagt geld.</span>' in html(agenda, "briefwoord/heffing.html", "ar")
    folder = tmp_path / "data" / "translations" / "ar"
    folder.mkdir(parents=True)
    entry = 'msgctxt "briefwoorden.heffing.what"\nmsgid "Iemand vraagt geld."\nmsgstr "طلب مال"\n'
    (folder / "gids.po").write_text(entry, encoding="utf-8")
    assert str(letterwords.said(voice_of(agenda, "ar"), word, "what")) == "طلب مال"


@pytest.mark.parametrize(
    ("entry", "found", "wanted"),
    [
        (f"heffing: {OWN.replace('[geld]', '[gedl]')}", "gedl", " | ".join(VOCABULARY.themes)),
        (f"heffing: {OWN.replace('themes', 'related: [toeslg], themes')}", "toeslg", " | ".join([*WORDS, "heffing"])),
        (f"Heffing voor jou: {OWN}", "Heffing voor jou", "kleine letters, cijfers en streepjes"),
        ("heffing: {word: heffing}", "niet af", "means, what, do, themes"),
    ],
)
def test_a_word_of_a_guide_that_is_wrong_is_said(tmp_path: Path, entry: str, found: str, wanted: str) -> None:
    own_word(tmp_path, entry + "\n")
    words, problems = vocabulary.load(tmp_path / "data" / "vocabulary")
    assert [(one.code, one.found, one.wanted, one.place.line) for one in problems] == [
        ("woordenlijst", found, wanted, 1)
    ]
    assert not any(set(one.themes) - set(words.themes) for one in words.letterwords.values())


def test_what_people_type_is_not_markup(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>"
    own_word(tmp_path, f"heffing: {OWN.replace('word: heffing', f'word: {evil!r}, aliases: [{evil!r}]')}\n")
    agenda = small_agenda(tmp_path)
    for local in ("briefwoorden.html", "briefwoord/heffing.html"):
        page = html(agenda, local, "ar")
        assert "<img src=x" not in page
        assert "&lt;img src=x" in page


# the list


def test_every_word_stands_from_a_to_z_once(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    view = letterwords.words_page(agenda, voice_of(agenda))
    listed = [link for part in view.letters for link in part.words]
    assert [str(link.text) for link in listed] == sorted((one.word for one in WORDS.values()), key=fold)
    assert len({link.page for link in listed}) == len(WORDS)
    assert [part.letter for part in view.letters] == sorted({fold(one.word)[0].upper() for one in WORDS.values()})
    assert all(isinstance(link.text, Name) for link in listed), "a word of a letter stays Dutch"


def test_words_stand_under_the_theme_that_knows_them_best(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    view = letterwords.words_page(agenda, voice_of(agenda))
    under = {part.anchor: [str(line.word) for line in part.lines] for part in view.themes}
    assert "kwijtschelding" in under["geld"]
    assert "kwijtschelding" not in under["brieven"]
    assert "bewegen" not in under, "no heading without words"


def test_a_theme_has_a_few_of_its_words(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    of = {
        key: letterwords.of_theme(agenda, voice_of(agenda), theme) for key, theme in agenda.guide.words.themes.items()
    }
    assert 0 < len(of["geld"]) <= letterwords.FEW
    for key, links in of.items():
        ids = {link.page.removeprefix("briefwoord/").removesuffix(".html") for link in links}
        assert all(key in WORDS[id_].themes for id_ in ids), key
        assert ids or not any(key in one.themes for one in WORDS.values()), key
    assert all(WORDS[link.page[11:-5]].themes[0] == "geld" for link in of["geld"]), "what is mainly of it goes first"


# one word


def test_who_helps_has_room_and_speaks_your_language_first(tmp_path: Path) -> None:
    agenda = small_agenda(
        tmp_path,
        vol=group("Vol", "geld", "ti", ", vol: {tot: 2026-12-31}"),
        geld=group("Geld", "geld", "nl"),
        brief=group("Brief", "brieven", "ti"),
        taal=group("Taal", "taal", "ti"),
    )
    near = near_you(agenda, "ti", WORDS["kwijtschelding"].themes)
    assert [str(one.name) for one in near] == ["Groep Brief", "Groep Geld", "Groep Vol"]
    dutch = near_you(agenda, "nl", WORDS["kwijtschelding"].themes)
    assert str(dutch[0].name) == "Groep Geld", "who knows the theme of the word goes before who helps with any letter"


def test_who_helps_is_of_every_neighbourhood(tmp_path: Path) -> None:
    groups = {f"a{number}": group(f"A{number}") for number in range(letterword.HELPERS + 2)}
    small_agenda(tmp_path, **groups)
    settings = tmp_path / "data" / "gids.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "  zuid: {naam: Zuid, regio: Noord, samenvatting: Nog een wijk.}\n",
        encoding="utf-8",
    )
    (tmp_path / "data" / "actors" / "zuid").mkdir()
    (tmp_path / "data" / "actors" / "zuid" / "z.yml").write_text(group("Z"), encoding="utf-8")
    again = agenda_of(tmp_path)
    near = near_you(again, "nl", ("brieven",))
    assert len(near) == letterword.HELPERS
    assert "Groep Z" in [str(one.name) for one in near[:2]]
    assert "Zuid" in [str(chip.text) for one in near for chip in one.chips]


def test_where_nobody_helps_the_page_asks(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    assert agenda.guidances() == []
    page = html(agenda, "briefwoord/toeslag.html")
    assert "Er gaat nog niemand mee. Weet jij iemand?" in page
    assert "gaat-mee/bij/" not in page


def test_a_word_stays_dutch_and_isolated_on_a_page_from_right_to_left(tmp_path: Path) -> None:
    page = html(small_agenda(tmp_path), "briefwoord/toeslag.html", "ar")
    assert '<h1><bdi lang="nl" dir="ltr">toeslag</bdi></h1>' in page
    assert "\u2068" not in page.split("<body>")[1]


# who makes the guide, and all pages


def test_what_the_settings_do_not_say_is_unknown_and_not_left_out(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    facts = {str(one.label): str(one.said) for one in makers.makers(agenda, voice_of(agenda)).who}
    assert facts["Wie maakt de gids?"] == "De makers"
    assert facts["Wie betaalt?"] == facts["Wie beslist?"] == "niet bekend, vraag het"


def test_who_makes_the_guide_can_be_reached(tmp_path: Path) -> None:
    agenda = small_agenda(tmp_path)
    view = makers.makers(agenda, voice_of(agenda))
    assert [one.href for one in view.actions] == ["tel:0200000001", "mailto:gids@voorbeeld.example"]
    assert view.quarters == (), "no neighbourhood has a number of its own"
    assert [one.action.href for one in view.parts if one.action] == [
        "mailto:gids@voorbeeld.example?subject=Klopt%20dit%20niet"
    ]


@pytest.mark.parametrize("many", [False, True])
def test_all_that_is_in_the_guide_is_there(tmp_path: Path, many: bool) -> None:
    agenda = small_agenda(tmp_path, een=group("Een"))
    if many:
        settings = tmp_path / "data" / "gids.yml"
        more = "  zuid: {naam: Zuid, regio: Noord, samenvatting: Nog een wijk.}\n"
        settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
        agenda = agenda_of(tmp_path)
    with_templates(tmp_path)
    voice = voice_of(agenda)
    view = everything.everything(agenda, voice)
    assert bool(view.quarters) is many
    linked = {way.page for part in view.groups for way in part.ways}
    linked |= {link.page for quarter in view.quarters for link in quarter.links}
    assert sorted(linked - {page.local for page in pages(agenda, voice)}) == []


# in a browser


@pytest.mark.sample
def test_a_word_is_found_though_it_is_spelled_badly(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "ar/briefwoorden.html")
    shown = page.locator(".az a:visible")
    assert shown.count() == len(WORDS)
    for typed, word in (
        ("kweitscheling", "kwijtschelding"),
        ("aanmanning", "aanmaning"),
        ("Digi D", "DigiD"),
        ("deurwarder", "deurwaarder"),
        ("bezwaarschrift", "bezwaar"),
        ("in casso buro", "incassobureau"),
    ):
        page.fill("#w", typed)
        assert word in shown.all_inner_texts(), typed
        assert shown.count() <= 8, typed
        assert page.locator("section.words:visible").count() == 0
    page.fill("#w", "xyzzyx")
    assert shown.count() == 0
    assert page.locator("[role=status] span").is_visible()
    page.fill("#w", "")
    assert shown.count() == len(WORDS)
    page.close()


@pytest.mark.sample
def test_without_a_script_there_is_no_box_and_all_words(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "briefwoorden.html")
    assert page.locator("#z").is_hidden()
    assert page.locator(".az a:visible").count() == len(WORDS)
    page.click("nav a[href='#lk']")
    page.get_by_role("link", name="kwijtschelding").last.click()
    assert page.locator("h1").inner_text() == "kwijtschelding"
    context.close()
