"""Whether two records speak of the same group: by name, number, mail or address, however they were typed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# What people leave out or add when they type the name of a group.
_LOOSE = frozenset(["stichting", "stg", "st", "vereniging", "vereeniging", "cooperatie", "bv", "de", "het", "een", "t"])
_POSTCODE = re.compile(r"\b([1-9]\d{3}) ?([a-z]{2})\b")
ONE_OFF, TWO_OFF = 6, 14  # letters from which one, and two, slips of the hand are forgiven
LETTERS, WORDS = 8, 2  # what a name must have at least to be looked for inside a longer one


def fold(text: str) -> str:
    """A text for comparing: without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded: no capitals, accents or signs."""
    return tuple(re.findall(r"[^\W_]+", fold(text)))


def name(text: str) -> tuple[str, ...]:
    """The words by which people know a group: without articles and legal forms, unless there is nothing else."""
    all_of_them = words(text)
    return tuple(word for word in all_of_them if word not in _LOOSE) or all_of_them


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names (of `name`) are the same, spaces and the order of words apart."""
    return "".join(one) == "".join(other) or sorted(one) == sorted(other)


def near_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in a slip of the hand only, or one has the whole other in it."""
    if same_name(one, other):
        return True
    short, long = sorted((one, other), key=lambda each: len("".join(each)))
    if len(short) >= WORDS and len("".join(short)) >= LETTERS and not Counter(short) - Counter(long):
        return True
    left, right = "".join(one), "".join(other)
    length = min(len(left), len(right))
    slips = (length >= ONE_OFF) + (length >= TWO_OFF)
    # Gallery 8 is not gallery 9.
    return slips > 0 and re.findall(r"\d", left) == re.findall(r"\d", right) and _off_by(left, right, slips)


def has_name(text: str, person: str) -> bool:
    """Whether a text has the whole name of a person in it, however it was typed; one of one word needs its capital."""
    name_ = words(person)
    if len(name_) < 2:
        return has_first_name(text, person)
    return f" {' '.join(name_)} " in f" {' '.join(words(text))} "


def has_first_name(text: str, person: str) -> bool:
    """Whether the first word of a name stands in a text, with its capital: a "roos" is a flower."""
    first = person.split(" ")[0]
    return len(first) > 2 and re.search(rf"(?<!\w){re.escape(first)}(?!\w)", text) is not None


def speaks_of(text: str, person: str) -> bool:
    """Whether a text has a name in it, or the first word of it."""
    return has_name(text, person) or has_first_name(text, person)


def phone(text: str) -> str:
    """The digits of a Dutch number as they are dialled here: "+31 20 …" is "020…" (E.164)."""
    digits = re.sub(r"[^\d+]", "", text.replace("(0)", ""))
    return re.sub(r"^(\+|00)31", "0", digits).lstrip("+")


def mail(text: str) -> str:
    """An e-mail address for comparing."""
    return text.strip().casefold()


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are one door: the same street and number, or the same postcode and number."""
    short, long = sorted((words(one), words(other)), key=len)
    if short == long:
        return bool(short)
    if long[: len(short)] == short and any(word[0].isdigit() for word in short[1:]):
        return True
    doors = [_door(each) for each in (short, long)]
    return None not in doors and doors[0] == doors[1]


def _door(typed: tuple[str, ...]) -> tuple[str, str] | None:
    """Postcode and house number of an address, where it has both."""
    text = " ".join(typed)
    found = _POSTCODE.search(text)
    if found is None:
        return None
    number = re.search(r"\b\d{1,5}[a-z]?\b", text[: found.start()] + " " + text[found.end() :])
    return (found[1] + found[2], number[0]) if number else None


def _off_by(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters were left out, added, changed or swapped with the next (Damerau, Levenshtein)."""
    if abs(len(one) - len(other)) > most:
        return False
    lacking = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if max(sum(each.values()) for each in lacking) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != against))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1] <= most
