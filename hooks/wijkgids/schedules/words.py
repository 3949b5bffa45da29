"""The table of words: what people in the Netherlands type for days, places in the month, parts of the day and months.

Everything here is data. Adding a way of writing is adding a word here, or a phrase in `phrases.PHRASES`, never an `if`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from wijkgids.problems import Message, say

PartOfDay: TypeAlias = Literal["ochtend", "middag", "avond"]

# ISO 8601 numbers: Monday is 1.
DAY_NAMES: Final = {
    1: "maandag",
    2: "dinsdag",
    3: "woensdag",
    4: "donderdag",
    5: "vrijdag",
    6: "zaterdag",
    7: "zondag",
}
# Shorter ways to write them, beside the first two letters.
SHORT_NAMES: Final = {
    1: (),
    2: ("din", "dins"),
    3: ("woe", "woens"),
    4: ("don", "dond"),
    5: ("vri", "vrij"),
    6: ("zat", "zater"),
    7: ("zon",),
}
WORKING_DAYS: Final = (1, 2, 3, 4, 5)
WEEKEND: Final = (6, 7)
ALL_DAYS: Final = (1, 2, 3, 4, 5, 6, 7)

DAY_SETS: Final[dict[str, tuple[int, ...]]] = {
    "dag": ALL_DAYS,
    "dagen": ALL_DAYS,
    "dagelijks": ALL_DAYS,
    "werkdag": WORKING_DAYS,
    "werkdagen": WORKING_DAYS,
    "doordeweeks": WORKING_DAYS,
    "weekend": WEEKEND,
    "weekends": WEEKEND,
    "weekenden": WEEKEND,
    "weekeinde": WEEKEND,
    "weekeinden": WEEKEND,
}

PARTS: Final[dict[str, PartOfDay]] = {
    "ochtend": "ochtend",
    "ochtenden": "ochtend",
    "ochtends": "ochtend",
    "morgen": "ochtend",
    "morgens": "ochtend",
    "voormiddag": "ochtend",
    "middag": "middag",
    "middagen": "middag",
    "middags": "middag",
    "namiddag": "middag",
    "avond": "avond",
    "avonden": "avond",
    "avonds": "avond",
}

# -1 is the last one of the month, -2 the last but one.
ORDINALS: Final[dict[str, int]] = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "voorlaatste": -2,
    "laatste": -1,
    **{f"{n}{ending}": n for n in range(1, 6) for ending in ("e", "de", "ste")},
}
ORDINAL_NAMES: Final = {1: "1e", 2: "2e", 3: "3e", 4: "4e", 5: "5e", -2: "voorlaatste", -1: "laatste"}

NUMBERS: Final = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8}

MONTH_NAMES: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS: Final[dict[str, int]] = {
    **{name: number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)},
    "mrt": 3,
    "sept": 9,
}

# Days in languages that contributors may think in: never accepted, but recognised, so that the answer is the Dutch
# word.
FOREIGN_DAYS: Final[dict[str, int]] = {
    word: number
    for words in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "lunes martes miercoles jueves viernes sabado domingo",
        "pazartesi salı carsamba persembe cuma cumartesi pazar",
        "понеділок вівторок середа четвер п'ятниця субота неділя",
        "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    )
    for number, word in enumerate(words.split(), 1)
}


def _day_words() -> dict[str, tuple[int, PartOfDay | None]]:
    """All ways to write one weekday, with the part of the day that is glued to it ("dinsdagmiddag")."""
    found: dict[str, tuple[int, PartOfDay | None]] = {}
    for number, name in DAY_NAMES.items():
        # "dinsdag-" is the first half of "dinsdag- en donderdagmiddag", "dins-" that of "dins- en donderdag".
        for word in (
            name,
            name + "en",
            name + "s",
            "'s" + name + "s",
            name + "-",
            name.removesuffix("dag") + "-",
            name + ".",
        ):
            found[word] = (number, None)
        for short in (name[:2], *SHORT_NAMES[number]):
            for word in (short, short + ".", short + "-"):
                found[word] = (number, None)
        for part, meaning in PARTS.items():
            for word in (name, name + "-", name + "s", name[:2] + "-", name[:2]):
                found[word + part] = (number, meaning)
    return found


DAY_WORDS: Final = _day_words()

# Which letters look alike matters to people, not to a machine: é, É and e are one here.
_DASHES: Final = str.maketrans({"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-"})
_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'"})

# A soft hyphen or a mark without width is no letter; a control character ends a word.
_NO_LETTER: Final = {"Cf": "", "Cc": " "}

_SHORT_DAYS: Final = {name[:2]: number for number, name in DAY_NAMES.items()}
_DAY_IN_TEXT: Final = re.compile(
    "|".join(
        (
            *DAY_NAMES.values(),
            *(rf"\b{short}\b" for short in _SHORT_DAYS),
            *(rf"\b{short}\b" for shorts in SHORT_NAMES.values() for short in shorts),
        )
    )
)


@lru_cache(maxsize=4096)  # the same few words in every record, and the guide's own closures for each of them
def plain(text: str) -> str:
    """Return `text` in lower case, without accents, with one kind of digit, dash, apostrophe and space.

    Accents go before the case is lowered, and only those of Latin letters: in other scripts a mark can be the letter.
    """
    # A loose acute accent is typed as an apostrophe; NFKC would turn it into a space and an accent.
    text = unicodedata.normalize("NFKC", text.translate(_DASHES).translate(_APOSTROPHES)).lower()
    letters: list[str] = []
    for letter in text:
        if unicodedata.category(letter) in _NO_LETTER:
            letters.append(_NO_LETTER[unicodedata.category(letter)])
            continue
        base = str(unicodedata.decimal(letter)) if letter.isdecimal() else unicodedata.normalize("NFD", letter)[0]
        letters.append(base if base.isascii() else letter)
    return " ".join("".join(letters).replace("\u0307", "").split())


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that was probably meant, or None when nothing is near."""
    return next(iter(near(word, words)), None)


def near(word: str, words: Iterable[str]) -> list[str]:
    """Return the words that may have been meant, the nearest first."""
    return get_close_matches(word, sorted(set(words)), n=3, cutoff=0.74)


def join_and(words: Iterable[str]) -> str:
    """Return "a, b en c"."""
    *most, last = words
    return f"{', '.join(most)} en {last}" if most else last


def say_date(day: date) -> Message:
    """Return "dinsdag 1 december 2026", as a sentence whose names can be said in another language."""
    return say(
        "{weekdag} {dag} {maand} {jaar}",
        weekdag=say(DAY_NAMES[day.isoweekday()]),
        dag=day.day,
        maand=say(MONTH_NAMES[day.month - 1]),
        jaar=day.year,
    )


def days_in(text: str) -> list[str]:
    """Return the weekdays that occur in a phrase, by their full names, in its order: for a fitting cure."""
    return list(dict.fromkeys(DAY_NAMES[_SHORT_DAYS[word[:2]]] for word in _DAY_IN_TEXT.findall(text)))
