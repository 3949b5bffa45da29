"""Words and sentences: what is advised against, what is left alone, and that no message repeats what is private."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from guides import HEAD
from test_checks import codes, problems_of
from test_records import BAD, guide_with
from wijkgids import checks, vocabulary
from wijkgids.checks.codes import ADVICE, known
from wijkgids.checks.numbers import is_private_mail, passes_eleven_test
from wijkgids.checks.persons import has_house
from wijkgids.checks.plain import sentences, word_count
from wijkgids.vocabulary.terms import Term, words_of

WORDS, _ = vocabulary.load()


def found(text: str) -> list[str]:
    """The words of a text that have a better one."""
    return [hit.word for hit in WORDS.terms.find(text, words_of(text))]


def problems_in(text: str, folder: Path) -> list[str]:
    """The codes that a summary gives."""
    return codes(problems_of(folder, een=HEAD.replace("Een groep om mee te testen.", f'"{text}"')))


def test_the_lists_are_long_enough_to_help() -> None:
    assert len(WORDS.wording) >= 50
    assert len(WORDS.jargon) >= 100


@pytest.mark.parametrize("term", [*WORDS.wording.values(), *WORDS.jargon.values()], ids=lambda term: term.id)
def test_each_form_of_a_word_is_found(term: Term) -> None:
    for form in (term.id, *term.forms):
        assert found(f"Het gaat over {form} hier.") == [form], form
    for phrase in term.unless:
        assert found(f"Het gaat over {phrase} hier.") == [], phrase


def test_no_word_stands_in_two_lists() -> None:
    forms = [
        form.lower() for term in (*WORDS.wording.values(), *WORDS.jargon.values()) for form in (term.id, *term.forms)
    ]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_the_better_words_label_nobody() -> None:
    for term in (*WORDS.wording.values(), *WORDS.jargon.values()):
        hits = WORDS.terms.find(term.better, words_of(term.better))
        assert [hit.word for hit in hits if hit.term.label] == [], term.id


@pytest.mark.parametrize(
    "text",
    [
        "De zwarte deur, naast de arm van de kade.",
        "Een deken om je armen. Arm in arm met rijk en arm.",
        "Oude schoenen mogen mee. Blind typen, een blind date met een boek.",
        "Een dove en een slechthorende buur koken samen.",
        "Geen illegaal vuurwerk, geen illegale onderhuur.",
        "Je mag je kwetsbaar opstellen.",
        "We lopen de kwetsbare planten voorbij.",
        "Een burger van bonen. De hoge trap is zwak verlicht.",
        "Wij werken samen met VluchtelingenWerk en met de Stichting Vluchtelingen Proefstad.",
        "Op de Dag van de Vluchteling is er soep.",
        "We lezen “Vluchtelingen” en ‘De dakloze’, 's avonds ook.",
        'De cursus "Participatie voor iedereen" is vol.',
        "Junk food eten we niet. De hoeraatjes zijn voor de kok.",
        "De participatiewet staat in een boek.",
        "Max en Eva spelen schaak. Kom naar de ISM-zaal.",
        "In oktober (okt) is het koud.",
        "Je pas activeren kan hier ook.",
        "De kaart ligt tot je beschikking.",
        "De dokter kijkt in het dossier van de client-computer.",
    ],
)
def test_what_says_something_else_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kwetsbare burgers zijn welkom.", ["Kwetsbare burgers"]),
        ("Voor kwetsbare  ouderen", ["kwetsbare  ouderen"]),
        ("Voor niet westerse en niet-westerse vrouwen.", ["niet westerse", "niet-westerse"]),
        ("Als je illegaal bent. Illegaal vuurwerk niet.", ["illegaal"]),
        ("DAKLOZEN, daklozen, en Koffie voor Daklozen", ["DAKLOZEN", "daklozen", "Daklozen"]),
        ("Hulp van de OKT en de okt.", ["OKT"]),
        ("O.a. soep, d.m.v. koken i.s.m. de buren.", ["O.a.", "d.m.v.", "i.s.m."]),
        ("“Fijn,” zegt de statushouder. “Kom maar.”", ["statushouder"]),
    ],
)
def test_what_is_advised_against(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_a_guide_adds_words_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "vocabulary"
    folder.mkdir(parents=True)
    (folder / "wording.yml").write_text(
        'kampers: {better: reizigers, why: "Zo noemen zij zichzelf.", forms: [kamper]}\n'
    )
    (folder / "jargon.yml").write_text("huiskamerfunctie: {better: [een plek, een bank om op te zitten]}\n")
    text = HEAD.replace("Een groep om mee te testen.", "Kampers hebben een huiskamerfunctie.")
    problems = problems_of(tmp_path, een=text)
    assert codes(problems) == ["woordkeus", "moeilijk-woord"]
    assert problems[0].wanted == "liever: reizigers"
    assert problems[0].cure == "Zo noemen zij zichzelf."
    assert problems[1].wanted == "liever: een plek, een bank om op te zitten"


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("kampers: {better: reizigers}", "why"),
        ("kampers: reizigers", "better, why"),
        ("kampers: {better: {a: b}, why: x}", "better"),
    ],
)
def test_a_word_of_a_guide_that_is_not_whole_is_said(line: str, missing: str, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "vocabulary"
    folder.mkdir(parents=True)
    (folder / "wording.yml").write_text(line + "\n")
    problems = problems_of(tmp_path)
    assert codes(problems) == ["woordenlijst"]
    assert problems[0].wanted == missing


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Je loopt binnen.", 1),
        ("Je loopt binnen. Iemand geeft je koffie! Wil je thee?", 3),
        ("Om 10.30 uur, o.a. met nr. 3 en dhr. Proef, t/m 12.00 uur.", 1),
        ("Je zegt “Kom.” Dan ga je.", 2),
        ("J. Proef bakt. Je eet mee", 2),
    ],
)
def test_where_a_sentence_ends(text: str, number: int) -> None:
    assert len(sentences(text)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bel 020 000 01 12 of mail.", 4),
        ("Van 10:00 - 12:00 uur", 3),
        ("€ 2,50 per keer", 3),
        ("Maandag t/m vrijdag", 3),
        ("Een id-kaart, ’s avonds ook", 5),
    ],
)
def test_what_a_word_is(text: str, number: int) -> None:
    assert word_count(text) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U bent welkom.", ["u-vorm"]),
        ("Neem uw buren mee.", ["u-vorm"]),
        ("Om 10 u, in de U-bocht, de letter u.", []),
        ("Kom!! Nu.", ["uitroeptekens"]),
        ("Kom! Je bent welkom.", []),
        ("GRATIS koffie.", ["hoofdletters"]),
        ("LET OP, de lift is stuk.", ["hoofdletters"]),
        ("Met de GGD, tv en een DJ. Voor NL en EU.", []),
        ("Bij de XYZ op het plein.", ["afkorting"]),
        ("Bij de Xylofoongroep (XYZ) op het plein.", []),
        ("Bij de “XYZ” op het plein.", []),
        ("Met een buurtbewonersverzekering.", ["lang-woord"]),
        ("Naar de Burgemeesterproefstraatweg.", []),
    ],
)
def test_plain_words(text: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_in(text.replace('"', "'"), tmp_path) == expected


def test_a_name_of_the_guide_is_no_shout_and_no_short_form(tmp_path: Path) -> None:
    text = HEAD.replace("Groep De Proef", "Groep BOENDER").replace("Een groep om mee te testen.", "BOENDER is van ons.")
    assert problems_of(tmp_path, een=text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("App 06 00 00 00 12 of 0600000013.", ["mobiel-in-tekst", "mobiel-in-tekst"]),
        ("App 06-000 000 12.", ["mobiel-in-tekst"]),
        ("App (06) 00.00.00.12.", ["mobiel-in-tekst"]),
        ("App 0031 6 00000012.", ["mobiel-in-tekst"]),
        ("Vanaf 06-11-2026 10.30 uur, en 10.06.2026 20.00 uur.", []),
        ("Op 2026-06-12 tot 2026-12-06.", []),
        ("Bel 020 000 01 12.", ["contact-in-tekst"]),
        ("Bel 112, 14 020 of 0900 1234.", []),
        ("Het is 999990019.", ["burgerservicenummer"]),
        ("Het is 999 990 019.", ["burgerservicenummer"]),
        ("Het is 9999-90-019.", ["burgerservicenummer"]),
        ("Het is 999990018.", []),
        ("Ons RSIN is 999990019.", []),
        ("Bsn 999990018 hoort hier niet.", ["burgerservicenummer"]),
        ("In 2024 2025 2026 en voor 1.250.000,00 euro.", []),
        ("NL00PROE0000000000", ["rekeningnummer"]),
        ("nl00 proe 0000 0000 00", ["rekeningnummer"]),
        ("BE00 0000 0000 0000 is geen nummer.", []),
        ("Mail proef@hotmail.com of groep@voorbeeld.example.", ["privemail-in-tekst", "contact-in-tekst"]),
        ("Een buur, geboren op 3 mei 1961.", ["geboortedag"]),
        ("Wij vragen je geboortedatum niet. De kerk is geboren in 1952.", []),
        ("Zij woont op Proefhof 12.", ["woonadres"]),
        ("Wie woont in Proefhof 12 t/m 40, mag mee.", []),
        ("Bel aan bij mevrouw Proef, Proefhof 12.", ["woonadres", "naam-in-tekst"]),
        ("Kom naar Proefhof 12, thuis bij de buurt.", ["woonadres"]),
        ("Bel aan. De deur is Proefhof 12.", []),
        ("Vraag naar Jorinde.", ["naam-in-tekst"]),
        ("Vraag naar de gastvrouw, of naar DigiD.", []),
        ("Vraag naar Arabisch of Turks.", []),
        ("Vraag naar Huis De Proef.", []),
        ("Bel Fatima op dinsdag.", ["naam-in-tekst"]),
        ("Naast de moskee Omar en de Sint Anna.", []),
        ("De Ilse-zaal en de ali bom.", []),
        ("Bij de Dokter Proefstraat en het Pastoor Proefplein.", []),
        ("Mijn cliënte vond hier rust.", ["verhaal"]),
        ("Hij heeft schulden.", ["verhaal"]),
        ("Zij heeft ervaring met schulden.", []),
        ("Heb je schulden? Ben je ziek? Wij helpen.", []),
        ("Als iemand verslaafd is, help je samen.", []),
        ("Je man of vrouw mag mee.", []),
        ("Een vrouw vertelde dat ze bang was.", ["verhaal"]),
    ],
)
def test_what_is_private(text: str, expected: list[str], tmp_path: Path) -> None:
    got = [code for code in problems_in(text, tmp_path) if code not in ("afkorting", "woordkeus", "hoofdletters")]
    assert got == expected


def test_a_comment_is_public_too(tmp_path: Path) -> None:
    text = HEAD + "plek: {adres: Proefhof 9} # sleutel bij Fatima\n# 0600000012\n"
    problems = problems_of(tmp_path, een=text)
    assert sorted((one.code, one.place.line, one.place.column) for one in problems) == [
        ("mobiel-in-tekst", 10, 1),
        ("naam-in-tekst", 9, 27),
    ]


def test_what_is_private_is_said_of_a_record_with_errors_too(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, een=HEAD.replace("[ontmoeten]", "[onbekend]") + "opgegeven_door: 0600000012\n")
    assert codes(problems) == ["onbekend-woord", "mobiel-in-tekst"]


PRIVATE = re.compile(
    r"\d{2}[ .]?\d{2}[ .]?\d{2}|proef@|Proefstraat|Proefhof|Jorinde|Fatima|De Proef\b|1961|NL00|9999|schulden"
)


@pytest.mark.parametrize(
    "record",
    [
        path
        for path in BAD
        if re.match(r"(mobiel|burger|reken|privemail|geboorte|woonadres|naam-in-tekst|verhaal|contact-in)", path.stem)
    ],
    ids=lambda path: path.stem,
)
def test_no_message_repeats_what_is_private(record: Path, tmp_path: Path) -> None:
    """Logs are public."""
    _, problems = guide_with(record, tmp_path)
    for problem in problems:
        said = f"{problem.found} {problem.wanted} {problem.cure}"
        assert not PRIVATE.search(said), said


def test_an_exemption_names_a_field_as_the_report_does_or_by_its_key(tmp_path: Path) -> None:
    text = HEAD.replace("Een groep om mee te testen.", "Een inloop.")
    text += "activiteiten:\n  - {id: thee, code: wwww, naam: Thee, op_afspraak: ja, samenvatting: Een inloop.}\n"
    kept = {
        "bij: samenvatting, ": [],
        "bij: activiteiten.thee.samenvatting, ": ["samenvatting"],
        "bij: activiteiten.samenvatting, ": ["samenvatting"],
        "bij: thee, ": ["samenvatting"],
        "": [],
    }
    for at, expected in kept.items():
        exempt = f"uitzonderingen: [{{code: moeilijk-woord, {at}reden: Zo heet het al jaren.}}]\n"
        problems = problems_of(tmp_path, een=text + exempt)
        assert [problem.field for problem in problems] == expected, at


def test_an_exemption_never_hides_an_error(tmp_path: Path) -> None:
    """`woonadres` is advice nowhere: it cannot be set aside."""
    text = (
        HEAD + "opgegeven_door: Thuis bij een buur, Proefhof 12\nuitzonderingen: [{code: woonadres, reden: Het mag.}]\n"
    )
    assert codes(problems_of(tmp_path, een=text)) == ["woonadres", "uitzondering-van-fout"]


def test_the_codes_of_advice_are_those_that_the_checks_give() -> None:
    """What is mild can be set aside, and nothing else."""
    mild: set[str] = set()
    hard: set[str] = set()
    for path in Path(checks.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "problem":
                texts = {one.value for one in node.args[-1:] if isinstance(one, ast.Constant)}
                (mild if any(word.arg == "mild" for word in node.keywords) else hard).update(map(str, texts))
    assert mild - ADVICE == set()
    assert hard & ADVICE == set()
    assert known() >= ADVICE


def test_small_judgements() -> None:
    assert passes_eleven_test("999990019")
    assert not passes_eleven_test("999990018")
    assert not passes_eleven_test("000000000")
    assert is_private_mail("proef@gmail.com")
    assert not is_private_mail("proef@gmail.voorbeeld.example")
    assert has_house("Proefstraat 12-A")
    assert not has_house("zaal 12 op de hoek")
