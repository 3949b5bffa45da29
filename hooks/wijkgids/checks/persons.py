"""Texts that say who someone is: a name, a home, a day of birth. Patterns, so mostly advice.

A name beside a mosque or a group of migrants is special-category data (GDPR art. 9), also when it was meant kindly. No
message repeats what it found: logs are public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijkgids.checks.fields import Around
from wijkgids.checks.written import Written, key_of
from wijkgids.problems import Problem, say
from wijkgids.records.model import Actor

_NAME = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+"
_SMALL = r"(?:van|de|der|den|el|al|ter|ten|te|’t|'t)"
_TITLES = frozenset({
    "mevrouw", "mevr", "mw", "dhr", "meneer", "heer", "fam", "familie", "juf", "juffrouw", "meester", "tante", "oom",
    "zuster", "broeder", "imam", "dominee", "ds", "pastoor", "pastor", "dokter", "dr",
})  # fmt: skip
_TITLED = re.compile(  # first a letter, then what may not stand before it: so the search can leap from letter to letter
    r"([MmDdFfJjTtOoZzBbIiPp](?<![\w-].)(?:evrouw|evr\.?|w\.?|hr\.?|eneer|e heer|am\.|amilie|uf(?:frouw)?|eester|ante|om|uster"
    r"|roeder|mam|ominee|s\.|astoor|astor|okter|r\.))"
    rf" ((?:(?:[A-Z]\.[ ]?)+)?(?:{_SMALL} )*{_NAME}(?: (?:{_SMALL} )*{_NAME})*)"
)
_ASKING = frozenset({"vraag", "vraagt", "vragen", "gevraagd", "contactpersoon"})
_ASKED = re.compile(  # first a letter, then what may not stand before it: so the search can leap from letter to letter
    rf"([VvGgC](?<![\w-].)(?:raagt?|ragen|evraagd|ontactpersoon))(?: (?:altijd|even|gerust|dan|maar|je|is)|:)*(?: naar)? ({_NAME})"
)
# What a capital after `vraag naar` also is: a place, an organisation, a language.
_A_THING = re.compile(
    r"(?:straat|laan|weg|plein|kade|gracht|hof|pad|park|huis|team|centrum|punt|loket|balie|school|kerk|moskee|tempel|zaal|kamer|hal"
    r"|stichting|vereniging|gids|bank|winkel|café|cafe|raad|werk|thuis|tafel|les|club|fonds|kantoor|bieb|bibliotheek|gemeente|politie"
    r"|isch|ische|aans|aanse|ands|andse|iens|iense|urks|urkse|ngels|ngelse|ools|oolse|rans|ranse|uits|uitse|tugees|nees|nese"
    r"|arsi|igrinya|apiaments|ranan|ari|asjtoe|rdu|oerdisch|erber|amazigh|igiD|app|WhatsApp)$"
)
_BEFORE_A_THING = frozenset({
    "sint", "st", "de", "het", "moskee", "kerk", "stichting", "huize", "café", "prinses", "koningin", "prins", "koning",
    "koran", "bijbel", "zwarte", "heilige",
})  # fmt: skip
_BORN = frozenset({"geboren", "geb", "geboortedatum", "geboortedag"})
_BIRTH = re.compile(
    r"(?<![\w-])(?:[Gg]eboren|[Gg]eb\.?|[Gg]eboortedatum:?|[Gg]eboortedag:?) (?:is )?(?:op )?(?:\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})\.?[-/. ](?:19|20)?\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
)
# One of these stands in whatever `_HOME` finds.
_AT_HOME = (
    "huis bij", "bij haar", "bij hem", "bij mevrouw", "bij meneer", "bij mij", "bij mw", "bij dhr", "bij de familie", "woont",
    "k woon", "woonachtig", "anbellen bij", "el aan bij", "huisadres", "oonadres", "rivéadres", "rivé-adres",
)  # fmt: skip
_HOME = re.compile(
    r"(?<![\w-])(?:[Tt]huis bij(?! \S*(?:straat|laan|weg|hof|plein|pad) )|bij (?:haar|hem|mevrouw|meneer|mij|mw\.|dhr\.|de familie)(?: [\w.’'-]+){0,3} thuis|(?<![Ww]ie )woont(?: zelf| nu| alleen)? (?:op|aan|in)|[Ii]k woon|woonachtig"
    r"|[Aa]anbellen bij (?:mevrouw|meneer|mevr|mw|dhr|de heer|de familie|fam)|[Bb]el aan bij (?:mevrouw|meneer|mevr|mw|dhr|de heer|de familie|fam)"
    r"|[Hh]uisadres|[Ww]oonadres|[Pp]rivé-?adres)(?![\w-])"
)
_DIGIT = re.compile(r"\d")
_HOUSE = re.compile(
    r"[\w’'-]{0,40}(?:straat|laan|weg|plein|kade|gracht|hof|pad|steeg|singel|dreef|plantsoen|dijk|markt|erf|wal|burg|oord|horst|meent"
    r"|veld|akker|brink|park|ring|haven) \d{1,4}(?:[ -]?[a-zA-Z]{1,2}|-\d{1,3}| ?hs)?(?![\w:.]\d)(?!\w)"
    r"|(?:huisnummer|nummer|nr\.?) \d{1,4}(?!\w)|[1-9]\d{3} ?[A-Z]{2} \d{1,4}(?!\w)"
)


def persons(page: Written, around: Around, actor: Actor | None) -> Iterator[Problem]:
    """Names, homes and days of birth of people in the texts of a file."""
    if not _BORN.isdisjoint(page.words):
        for found in _BIRTH.finditer(page.joined):
            cure = "Haal de dag weg. Wie iemand is, hoeft hier niemand te weten."
            yield page.problem(page.at(found.start()), "een dag waarop iemand geboren is", "geen gegevens van een mens", cure, "geboortedag", mild=True)  # fmt: skip
    if any(words in page.joined for words in _AT_HOME):
        yield from _homes(page)
    yield from _names(page, around, actor)


def _homes(page: Written) -> Iterator[Problem]:
    for index in dict.fromkeys(page.at(found.start()) for found in _HOME.finditer(page.joined)):
        if has_house(page.line(index)):
            cure = "Haal het adres weg. Schrijf hoe iemand contact maakt: via de groep, of via een andere actor."
            yield page.problem(index, "een adres waar iemand woont", "geen adres van een mens", cure, "woonadres")


def has_house(text: str) -> bool:
    """Whether a text has a street with a number in it."""
    return _DIGIT.search(text) is not None and _HOUSE.search(text) is not None


def _names(page: Written, around: Around, actor: Actor | None) -> Iterator[Problem]:
    found: dict[int, str] = {}
    if not _TITLES.isdisjoint(page.words):
        for one in _TITLED.finditer(page.joined):
            if not any(_A_THING.search(part) for part in one[2].split()):
                found.setdefault(page.at(one.start()), one[1])
    if not _ASKING.isdisjoint(page.words):
        for one in _ASKED.finditer(page.joined):
            if not (_A_THING.search(one[2]) or one[2] in around.names or one[2].isupper()):
                found.setdefault(page.at(one.start()), one[1])
    for word in page.words & around.guide.words.given_names:
        for start in _given(page.joined, word, around.names):
            found.setdefault(page.at(start), "")
    public = _public(actor)
    for index, before in sorted(found.items()):
        if key_of(page.path(index)) in ("naam", "adres", "plaats") or any(name in page.line(index) for name in public):
            continue
        said = say("een naam achter '{word}'", word=before) if before else "de naam van een mens"
        cure = "Schrijf een rol: de gastvrouw, de beheerder. Een naam mag alleen bij 'mensen', met toestemming."
        yield page.problem(index, said, "een rol", cure, "naam-in-tekst", mild=True)


def _given(text: str, name: str, others: frozenset[str]) -> Iterator[int]:
    """Where a given name stands with its capital, and not as part of the name of something else."""
    for found in re.finditer(rf"(?:([\w.]{{1,20}}) )?(?<![\w-])({name})(?![\w-])", text, re.IGNORECASE):
        before = (found[1] or "").lower().rstrip(".")
        if found[2][0].isupper() and before not in _BEFORE_A_THING and found[2] not in others:
            yield found.start(2)


def _public(actor: Actor | None) -> frozenset[str]:
    """The words of names that may be public: with consent."""
    people = actor.people if actor else ()
    return frozenset(
        part for one in people if one.name and one.consent for part in one.name.split() if part[0].isupper()
    )
