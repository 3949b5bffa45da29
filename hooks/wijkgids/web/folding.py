"""Words as the search compares them: in Latin letters, however they were typed or spelled, in whatever script.

The same is done in the browser to what someone types (search.js). A test compares the two, letter by letter.

- `words`: the words of a text, without accents, capitals and signs, in Latin letters where their script is known.
- `loose`: a word as it sounds, so that Dutch spellings and ways to write a foreign name come together: kofie and
  koffie, brif and brief, zaizafoen and zayzafun.
- `skeleton`: its consonants. Arabic writes no short vowels, so that is where زيزفون and Zaizafoen meet.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

# Letters of which Unicode's compatibility form says nothing (UAX #15). Ours, after BGN/PCGN and what people type.
_OTHER = "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i ə:e ɛ:e ɣ:gh ŋ:ng"
_ARABIC = (
    "ء ا:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع غ:gh ف:f ق:q ك:k ل:l م:m ن:n ه:h و:w "
    "ي:y ى:a ة:a پ:p چ:ch ژ:zh گ:g ک:k ی:y ہ:h ھ:h ە:e ێ:e ۆ:o ڤ:v ڵ:l ڕ:r ں:n ے:e ٹ:t ڈ:d ڑ:r ټ:t ډ:d ړ:r "
    "ښ:sh ږ:zh ڼ:n ۍ:y ې:e"
)
_CYRILLIC = (
    "а:a б:b в:v г:h ґ:g д:d е:e є:ye ж:zh з:z и:y і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh "
    "щ:sh ь ю:yu я:ya ы:y э:e ъ ј:j љ:lj њ:nj џ:dz ђ:dj ћ:c ө:o ү:u ң:ng қ:q ғ:gh ұ:u һ:h"
)
_GREEK = "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:i φ:f χ:ch ψ:ps ω:o"
# Ethiopic is a table: eight to a consonant, in the order of its vowels; two are only a stop in the throat.
_ETHIOPIC = "h l h m s r s sh q q q q b v t ch h h n ny - k k k k w - z zh y d d j g g g t ch p ts ts f p"
_ETHIOPIC_FIRST = 0x1200
_ETHIOPIC_VOWELS = ("e", "u", "i", "a", "e", "", "o", "wa")
_DIGITS = (0x0660, 0x06F0)  # Arabic, and eastern Arabic


def _table() -> dict[str, str]:
    found = {}
    for pair in f"{_OTHER} {_ARABIC} {_CYRILLIC} {_GREEK}".split():
        letter, _, latin = pair.partition(":")
        found[letter] = latin
    for at, consonant in enumerate(_ETHIOPIC.split()):
        for vowel, said in enumerate(_ETHIOPIC_VOWELS):
            found[chr(_ETHIOPIC_FIRST + 8 * at + vowel)] = consonant.strip("-") + said
    for first in _DIGITS:
        found |= {chr(first + digit): str(digit) for digit in range(10)}
    return found


TABLE = _table()
_LATIN = {ord(letter): said for letter, said in TABLE.items()}


class _Unmarked(dict[int, int | None]):
    """For `str.translate`: marks go, all else stays. Each sign is looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)).startswith("M") else code
        return self[code]


_UNMARKED = _Unmarked()
_BEGINS_ARABIC = re.compile("[\u0621-\u06ff]")
# The article, with "and", "so", "with" or "as" before it, or grown into "for the".
_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=.{3})")
_NO_LETTERS = re.compile("[\u00ad\u0640\u200b-\u200f\u2060'’‘ʼʻ`´′]")  # soft hyphen, stretch, joiners, apostrophes
_WORD = re.compile(r"[^\W_]+")
# What sounds alike is written alike; in this order. Only what a browser's patterns know too.
_SOUNDS = (
    ("[kgc]h", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("[sz]h|sj", "s"),
    ("c(?=[eiy])", "s"),
    ("[cq]", "k"),
    ("x", "ks"),
    ("v", "f"),
    ("z", "s"),
    ("ij|ie|ei|ey", "i"),
    ("[yj]", "i"),
    ("oe|ou|au|eu|ui", "u"),
    ("dt", "t"),
)
_RULES = tuple((re.compile(pattern), said) for pattern, said in _SOUNDS)
_TWICE = re.compile(r"([^0-9])\1+")
_VOWEL = re.compile("[aeiou]")
NO_CONSONANT = "_"


def words(text: str) -> Iterator[str]:
    """The words of a text in Latin letters, in their order. A word of signs that are not spoken is none."""
    for word in raw_words(text):
        if said := latin(word):
            yield said


def raw_words(text: str) -> list[str]:
    """The words of a text in their own script, without accents, capitals and signs."""
    bare = _NO_LETTERS.sub("", text)
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare).translate(_UNMARKED)
    return _WORD.findall(bare.lower())


def latin(word: str) -> str:
    """A word of `raw_words` in Latin letters; letters of a script that is not in the table stay."""
    if word.isascii():
        return word
    arabic = _BEGINS_ARABIC.match(word)
    if arabic:
        word = _ARTICLE.sub("", word)
    said = word.translate(_LATIN)
    # Inside an Arabic word these are vowels more often than not.
    return said[:1] + said[1:].replace("w", "u").replace("y", "i") if arabic else said


def loose(word: str) -> str:
    """A word of `words` as it sounds."""
    for rule, said in _RULES:
        word = rule.sub(said, word)
    return _TWICE.sub(r"\1", word)


def skeleton(sound: str) -> str:
    """The consonants of a word of `loose`; what is easily mistaken for each other is one."""
    return _VOWEL.sub("", sound).replace("w", "f").replace("h", "g")


@functools.lru_cache(maxsize=1 << 17)
def letters(word: str) -> str:
    """The first two letters of the skeleton of a word of `words`: where it stands in the index."""
    return (skeleton(loose(word)) + NO_CONSONANT * 2)[:2]
