"""The index of the text search: small files, of which the browser (search.js) fetches only what a typed word needs.

Under zoekindex/: `<lang>.json` says what there is, and in a folder named after their content stand

- `w<n>.json`: words. A word stands by the first letter of its skeleton (folding.py), so that nearly every mistake in
  typing stays in the same file; `a<n>.json` has those of a large guide by the second, for a mistake in the first.
- `p<n>.json`: for each word, in their order, on which pages it stands and how much that says.
- `d<n>.json`: the pages, to show them in a list.

Numbers are written as letters, so that a list of them is short: see `numbers`. Words share their beginning with the
word before: a capital letter says how much of it.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wijkgids.agenda import Agenda
from wijkgids.texts import Name, Prose, Voice
from wijkgids.views import addresses, search
from wijkgids.web.assets import script
from wijkgids.web.environment import templates
from wijkgids.web.folding import latin, letters, raw_words

FOLDER, SCRIPT = "zoekindex", "zoek.js"
KINDS: tuple[search.Kind, ...] = ("word", "theme", "actor", "activity")
WORDS_OF_A_FILE = 24_000  # bytes: letters whose words fit in it together share a file
PAGES_OF_A_FILE = 25
LISTS_OF_A_FILE = 6_000  # bytes
WEIGHTS = 4  # a page and a weight are one number
WHOLE = search.NAME + 1  # the word is all of a name
COMMON = 0.3  # what stands on more pages than this says nothing there, unless it names them
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LEAST_TAIL, _LEAST_HEAD = 4, 3
# Prepositions and "and" that Arabic, Tigrinya and Amharic write as part of the next word.
_PREFIXES = frozenset("ووفبلን ብ ዝ ክ የ በ ለ ከ".replace(" ", ""))
_LEAST_PREFIXED = 4


@dataclass(frozen=True)
class Entry:
    """A page of the index: what a list shows of it, and its texts with their weight and whether each is Dutch."""

    shown: Sequence[str | int]
    said: Sequence[tuple[int, str, bool]]


def files(agenda: Agenda, voices: Mapping[str, Voice]) -> Iterator[tuple[str, str]]:
    """The files of the index of each language, with their path in the site."""
    quarters = list(agenda.guide.checked.neighbourhoods)
    dutch = voices[addresses.SOURCE]
    yield f"{FOLDER}/{SCRIPT}", script(_source(agenda.guide.root))
    for lang, voice in voices.items():
        found = list(search.pages_to_find(agenda, voice, dutch))
        about = {
            "t": sum(one.kind == "theme" for one in found),
            "k": [str(voice.say("Woord uit een brief")), str(voice.say("Thema")), "", str(voice.say("Activiteit"))],
            "q": [
                [key, one.name, _first(found, quarters[number:])]
                for number, (key, one) in enumerate(agenda.guide.checked.neighbourhoods.items())
            ],
        }
        yield from index(lang, [_entry(voice, one, quarters) for one in found], about)


def _source(root: Path) -> str:
    return next(path for folder in templates(root) if (path := folder / "search.js").is_file()).read_text("utf-8")


def _first(found: Sequence[search.Found], quarters: Sequence[str]) -> int:
    """The number of the first page of one of these neighbourhoods."""
    return next((number for number, one in enumerate(found) if one.neighbourhood in quarters), len(found))


def _entry(voice: Voice, one: search.Found, quarters: Sequence[str]) -> Entry:
    quarter = quarters.index(one.neighbourhood) if one.neighbourhood else -1
    dutch = [
        isinstance(piece, Name) or (isinstance(piece, Prose) and piece.lang != voice.lang)
        for piece in (one.title, one.about)
    ]
    flags = dutch[0] + 2 * dutch[1] if voice.lang != addresses.SOURCE else 0
    shown = (one.page, str(one.title), KINDS.index(one.kind), quarter, str(one.about), one.when, flags)
    return Entry(shown, one.said)


def index(lang: str, entries: Sequence[Entry], about: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The files of one language. `about` goes into its first file as it is."""
    lists = _lists(entries)
    words = sorted(lists, key=lambda word: (letters(word)[0], word))
    made: dict[str, str] = {}
    here = dict(_words(made, words))
    there = _by_second(made, words) if len(set(here.values())) > 1 else {}
    starts = _in_files(made, "p", [lists[word] for word in words], LISTS_OF_A_FILE)
    pages = [entry.shown for entry in entries]
    for number, first in enumerate(range(0, len(pages), PAGES_OF_A_FILE)):
        made[f"d{number}"] = _json(pages[first : first + PAGES_OF_A_FILE])
    stamp = hashlib.sha256("".join(f"{name}{text}" for name, text in made.items()).encode()).hexdigest()[:8]
    yield (
        f"{FOLDER}/{lang}.json",
        _json({"f": stamp, "d": PAGES_OF_A_FILE, "w": here, "a": there, "p": starts, **about}),
    )
    for name, text in made.items():
        yield f"{FOLDER}/{lang}/{stamp}/{name}.json", text


def numbers(rising: Iterable[int]) -> str:
    """Rising numbers, each as what it is more than the one before: five bits to a letter, the last of them below 32."""
    written, last = [], 0
    for number in rising:
        step, last = number - last, number
        parts = [step & 31]
        while step := step >> 5:
            parts.append(step & 31 | 32)
        written += [_SIGNS[part] for part in reversed(parts)]
    return "".join(written)


def shared(words: Iterable[str]) -> str:
    """Words in their order: a capital letter for how much each shares with the one before (A: none), and the rest."""
    written, last = [], ""
    for word in words:
        same = 0
        while same < min(len(word), len(last), 25) and word[same] == last[same]:
            same += 1
        written.append(chr(65 + same) + word[same:])
        last = word
    return "".join(written)


def _lists(entries: Sequence[Entry]) -> dict[str, str]:
    """By word the pages that have it: page and weight in one number."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    tails = _Tails(text for entry in entries for _, text, dutch in entry.said if dutch)
    for number, entry in enumerate(entries):
        for weight, text, dutch in entry.said:
            for word, heavy in _weighed(weight, _all_words(text), tails if dutch else None):
                if found[word].get(number, -1) < heavy:
                    found[word][number] = heavy
    most = max(50, COMMON * len(entries))
    lists: dict[str, str] = {}
    for word, pages in found.items():
        if len(pages) > most:
            pages = {page: weight for page, weight in pages.items() if weight > search.TEXT}
        if pages:
            lists[word] = numbers(sorted(page * WEIGHTS + weight for page, weight in pages.items()))
    return lists


def _weighed(weight: int, words: Sequence[str], tails: _Tails | None) -> Iterator[tuple[str, int]]:
    """The words of a text, and those at the end of them, with what they weigh."""
    own = WHOLE if weight == search.NAME and len(words) == 1 else weight
    yield from ((word, own) for word in words)
    yield from ((tail, weight) for tail in (tails.of(words) if tails else ()))


@functools.lru_cache(maxsize=1 << 18)  # each Dutch text is read for every language
def _all_words(text: str) -> tuple[str, ...]:
    """The words of a text, and those inside what is written as one with a small word before it."""
    found: dict[str, None] = {}
    for word in raw_words(text):
        found[latin(word)] = None
        if len(word) >= _LEAST_PREFIXED and word[0] in _PREFIXES:
            found[latin(word[1:])] = None
    return tuple(word for word in found if len(word) > 1 or word.isdigit())


class _Tails:
    """What Dutch writes as one word: who types "groep" also looks for a "vrouwengroep"."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known = frozenset(word for text in texts for word in _all_words(text))
        self._found: dict[str, tuple[str, ...]] = {}

    def of(self, words: Iterable[str]) -> Iterator[str]:
        """The words at the end of longer ones."""
        for word in words:
            if word not in self._found:
                ends = (word[at:] for at in range(_LEAST_HEAD, len(word) - _LEAST_TAIL + 1))
                self._found[word] = tuple(end for end in ends if end in self._known)
            yield from self._found[word]


def _words(made: dict[str, str], words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Write the words; yield for each first letter the file in which they stand."""
    groups: dict[str, tuple[int, list[str]]] = {}
    for number, word in enumerate(words):
        groups.setdefault(letters(word)[0], (number, []))[1].append(word)
    texts = [(letter, _json([first, shared(own)])) for letter, (first, own) in groups.items()]
    yield from _share_files(made, "w", texts)


def _by_second(made: dict[str, str], words: Sequence[str]) -> dict[str, int]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        groups[letters(word)[1]].append(number)
    texts = [
        (letter, _json([numbers(own), shared(words[number] for number in own)]))
        for letter, own in sorted(groups.items())
    ]
    return dict(_share_files(made, "a", texts))


def _share_files(made: dict[str, str], name: str, texts: Sequence[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    """Put the texts of letters that are small together in a file; yield letter and number of its file."""
    own: list[str] = []
    number = size = 0
    for letter, text in texts:
        if own and size + len(text.encode()) > WORDS_OF_A_FILE:
            made[f"{name}{number}"] = "{" + ",".join(own) + "}"
            number, own, size = number + 1, [], 0
        own.append(f"{_json(letter)}:{text}")
        size += len(text.encode())
        yield letter, number
    if own:
        made[f"{name}{number}"] = "{" + ",".join(own) + "}"


def _in_files(made: dict[str, str], name: str, texts: Sequence[str], most: int) -> list[int]:
    """Put texts in files of at most so many bytes; return with which text each file begins."""
    starts: list[int] = []
    own: list[str] = []
    size = 0
    for number, text in enumerate(texts):
        if not starts or size + len(text) > most:
            if own:
                made[f"{name}{len(starts) - 1}"] = _json(own)
            starts.append(number)
            own, size = [], 0
        own.append(text)
        size += len(text)
    if own:
        made[f"{name}{len(starts) - 1}"] = _json(own)
    return starts


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
