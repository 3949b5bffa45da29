"""Words that have a better one: what labels people (wording), and words of offices (jargon). The lists: .yml beside.

Texts are many and such words few. So a text is first taken apart into its words, once, and only where one of them is in
a list is the text searched; a list may grow without costing a check anything.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

_WORD = re.compile(r"\w+")
_SIDE = 8  # how many spans before a place may still reach it: quotations and phrases hardly overlap
_SIGNS = ".,?!:;()\"'’‘“”„/-–—…&+*#[]{}<>«»•=|\\€%@~^`$_"  # what stands between words
# What opens and closes a name or a quotation. An apostrophe is none: ’s avonds, foto’s.
_QUOTED = re.compile(r'"[^"\n]+"|“[^”\n]+”|„[^”“\n]+[”“]|‘[^’\n]+’|«[^»\n]+»|(?<!\w)\'[^\'\n]+\'(?!\w)')


@dataclass(frozen=True)
class Term:
    """A word with a better one. `forms`: how it is written; `unless`: phrases in which it says something else."""

    id: str
    better: str
    why: str
    forms: tuple[str, ...]
    unless: tuple[str, ...]
    label: bool  # it labels people or a neighbourhood; else it is only difficult


@dataclass(frozen=True)
class Hit:
    """A term in a text, from `start` until `end`, as it was written (`word`)."""

    start: int
    end: int
    word: str
    term: Term


class Terms:
    """All terms. A form is looked for only in a text that has each of its words; its longest is asked first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        found: dict[str, list[tuple[frozenset[str], str, Term]]] = {}
        for term in terms:
            for form in (term.id, *term.forms):
                parts = _WORD.findall(form.lower())
                found.setdefault(max(parts, key=len), []).append((frozenset(parts), form, term))
        self._by_word: Mapping[str, list[tuple[frozenset[str], str, Term]]] = found
        self._known = frozenset(found)

    def find(self, text: str, words: frozenset[str]) -> list[Hit]:
        """The terms in a text, in its order; `words` are its words in small letters. Not in names and quotations."""
        there = words & self._known
        if not there:
            return []
        wanted = [(form, term) for word in there for needs, form, term in self._by_word[word] if needs <= words]
        return _longest(text, wanted) if wanted else []


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, each once."""
    # Every text of a guide passes here: this takes half the time of a pattern for words.
    text = text.lower()
    for sign in _SIGNS:
        if sign in text:
            text = text.replace(sign, " ")
    return frozenset(text.split())


def term(key: str, entry: Mapping[str, Any], *, label: bool) -> Term:
    """An entry of wording.yml or jargon.yml."""
    return Term(
        key, ", ".join(texts(entry["better"])), str(entry.get("why", "")), tuple(texts(entry.get("forms", []))),
        tuple(texts(entry.get("unless", []))), label,
    )  # fmt: skip


def texts(value: Any) -> list[str]:
    """One text or a list of them, as a list."""
    return [value] if isinstance(value, str) else [one for one in value if isinstance(one, str)]


def quoted(text: str) -> list[tuple[int, int]]:
    """From and until where a text stands between quotation marks."""
    return [found.span() for found in _QUOTED.finditer(text)]


def _longest(text: str, wanted: list[tuple[str, Term]]) -> list[Hit]:
    """Each form where it stands; of two on the same words the longest. Not in a name, a quotation or an `unless`."""
    hits = [
        Hit(*found.span(), found.group(), one)
        for form, one in wanted
        for found in pattern(form).finditer(text)
        if not _is_name(text, *found.span())
    ]
    if not hits:
        return []
    taken = quoted(text)
    for one in {hit.term for hit in hits}:
        taken += [found.span() for phrase in one.unless for found in pattern(phrase).finditer(text)]
    taken.sort()
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if (not kept or kept[-1].end <= hit.start) and not covers(taken, hit.start, hit.end):
            kept.append(hit)
    return kept


def covers(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans (from, until; in order) shares a sign with `start` to `end`."""
    at = bisect_left(spans, (end, 0))
    return any(until > start for _, until in spans[max(0, at - _SIDE) : at])


@cache
def pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as whole words, with a space or hyphen between them. One in capitals is only found in capitals."""
    inner = r"[ \-]+".join(re.escape(part) for part in re.split(r"[ \-]+", phrase))
    return re.compile(rf"(?<![\w\-]){inner}(?![\w\-]|['’]\w)", re.NOFLAG if phrase.isupper() else re.IGNORECASE)


# The end of a sentence, or the beginning of a text: a capital after it says nothing.
_FRESH = re.compile(r"(?:^|[.!?:…\n][\"'’”)]*\s+|[\"'“‘(\n])$")
_SMALL = r"(?: (?:van|de|het|der|den|op|aan|bij))*"
_CAPITAL_BEFORE = re.compile(rf"[A-ZÀ-Þ][\w’'-]*{_SMALL} $")
_CAPITAL_AFTER = re.compile(rf"{_SMALL} [A-ZÀ-Þ]")


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a word is part of a name of more words: a capital inside a sentence, with a capital next to it."""
    if not text[start].isupper() or text[start:end].isupper() or _is_first(text, start):
        return False
    if _CAPITAL_AFTER.match(text, end):
        return True
    before = _CAPITAL_BEFORE.search(text, max(0, start - 40), start)
    return before is not None and not _is_first(text, before.start())


def _is_first(text: str, start: int) -> bool:
    return _FRESH.search(text, max(0, start - 4), start) is not None
