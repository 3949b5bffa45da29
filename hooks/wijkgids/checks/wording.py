"""Words: those that label people, those of offices, long ones, and short forms that nobody explains. All advice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijkgids.checks.fields import Around
from wijkgids.checks.written import Sort, Written, key_of
from wijkgids.problems import Problem, say
from wijkgids.vocabulary.terms import Hit, covers, quoted

# No norm says where a word is too long. Of the words in the sample guide, which was written to be easy, none has more than
# 18 letters; 20 is half of a line in a leaflet or in a column beside another language (`room`).
LONG_WORD = 20
_LONG = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}")
_CAPITALS = re.compile(r"(?<![\w.&/-])(?<!\d )[A-ZÀ-Þ]{2,}(?![\w&])")
_CAPITAL_PAIR = re.compile(r"[A-Z][A-Z]")  # twice as fast as [A-Z]{2}
# Words that are also shouted when they are short; longer ones in capitals are always shouted.
_SHOUTED = frozenset({
    "ALLE", "ALLES", "ALS", "BEL", "DAN", "DE", "DIT", "EN", "ER", "GEEN", "GOED", "HET", "IS", "JE", "KOM", "LET",
    "MAAR", "MEER", "MET", "NIET", "NIEUW", "NU", "OOK", "OP", "STOP", "TE", "VAN", "VOL", "VOOR", "WEL", "WIJ",
})  # fmt: skip
_ABBREVIATION = 5  # letters: WELKOM and GRATIS are words
# Short forms that are words by now, or that everybody knows by their letters only.
_KNOWN = frozenset({
    "ADHD", "AIDS", "ANBI", "AOW", "AED", "APK", "APP", "BBQ", "BHV", "BSN", "BSO", "BTW", "BV", "CD", "CV", "DIY", "DJ", "DNA",
    "DVD", "EHBO", "EK", "ET", "EU", "FM", "GFT", "GGD", "GPS", "GSM", "HAVO", "HBO", "HIV", "IBAN", "ID", "II", "III", "IQ",
    "IT", "IV", "KVK", "LED", "LEGO", "LHBT", "LHBTI", "LOL", "MBO", "MC", "NL", "NS", "NT", "OK", "OV", "PC", "PDF",
    "PGB", "PIN", "PS", "PVC", "QR", "RSIN", "RTV", "SMS", "SOA", "SOS", "SVB", "TL", "TV", "UK", "UNO", "URL", "USA", "USB",
    "UWV", "VIP", "VMBO", "VN", "VS", "VR", "VWO", "VI", "VII", "VIII", "WA", "WC", "WIFI", "WK", "WW", "XL", "ZZP",
})  # fmt: skip
Span = tuple[int, int]  # from and until, in the texts of a file
# What a group says of itself, or what people type to find it: not for us to correct.
_THEIRS = frozenset({"in_onze_woorden", "zoekwoorden"})
# What someone is called at the desk, so that you can ask for it.
_TITLES = frozenset({"rol", "vraag_naar", "wie", "van", "recept"})


def wording(page: Written, around: Around) -> Iterator[Problem]:
    """Words of a file that have a better one, each once in a text."""
    hits = around.guide.words.terms.find(page.joined, page.words)
    said: set[tuple[int, str]] = set()
    for hit in hits:
        index = page.at(hit.start)
        if page.sort(index) is not Sort.PROSE or (index, hit.term.id) in said:
            continue
        said.add((index, hit.term.id))
        key = key_of(page.path(index))
        if key not in _THEIRS and (hit.term.label or key not in _TITLES):
            yield _better(page, index, hit)
    spans = [(hit.start, hit.end) for hit in hits]  # a word is not advised against twice
    if max(map(len, page.words), default=0) >= LONG_WORD:
        yield from _long(page, around, spans)
    if _CAPITAL_PAIR.search(page.joined):
        yield from _capitals(page, around, spans)


def _better(page: Written, index: int, hit: Hit) -> Problem:
    found = say("het woord '{word}'", word=hit.word)
    wanted = say("liever: {better}", better=hit.term.better)
    if hit.term.label:
        return page.problem(index, found, wanted, say(hit.term.why), "woordkeus", mild=True)
    cure = "Schrijf het gewone woord. Is het een naam? Zet hem tussen aanhalingstekens."
    return page.problem(index, found, wanted, cure, "moeilijk-woord", mild=True)


def _long(page: Written, around: Around, advised: list[Span]) -> Iterator[Problem]:
    for found in _LONG.finditer(page.joined):
        index = page.at(found.start())
        name = found[0][0].isupper() and found.start() != page.start(index)
        if page.sort(index) is not Sort.PROSE or name or found[0] in around.names or covers(advised, *found.span()):
            continue
        if key_of(page.path(index)) in _THEIRS | _TITLES:
            continue
        word = say("het lange woord '{word}' ({number} letters)", word=found[0], number=len(found[0]))
        cure = "Knip het in twee woorden, of zeg het anders."
        yield page.problem(
            index, word, say("minder dan {number} letters", number=LONG_WORD), cure, "lang-woord", mild=True
        )


def _capitals(page: Written, around: Around, advised: list[Span]) -> Iterator[Problem]:
    said: set[tuple[int, str]] = set()
    for found in _CAPITALS.finditer(page.joined):
        word, index = found[0], page.at(found.start())
        if page.sort(index) is not Sort.PROSE or word in around.names or covers(advised, *found.span()):
            continue
        if key_of(page.path(index)) in _THEIRS or word in _KNOWN or _in_quotes(page, index, found):
            continue
        shouted = len(word) > _ABBREVIATION or word in _SHOUTED
        code = "hoofdletters" if shouted else "afkorting"
        if (index, code) in said or (not shouted and _explained(page.line(index), word)):
            continue
        said.add((index, code))
        if shouted:
            cure = "Zet het woord vooraan als het belangrijk is. Hoofdletters lezen moeilijk en klinken boos."
            yield page.problem(
                index, say("'{word}' in hoofdletters", word=word), "kleine letters", cure, code, mild=True
            )
        else:
            cure = "Schrijf wat het is. De letters mogen er tussen haakjes achter."
            yield page.problem(index, say("de afkorting '{word}'", word=word), "hele woorden", cure, code, mild=True)


def _in_quotes(page: Written, index: int, found: re.Match[str]) -> bool:
    at = found.start() - page.start(index)
    return any(start <= at < end for start, end in quoted(page.line(index)))


def _explained(text: str, word: str) -> bool:
    """Whether the words stand beside the letters: "Taalpunt (TP)", "TP (Taalpunt)"."""
    return f"({word})" in text or re.search(rf"\b{word} \(", text) is not None
