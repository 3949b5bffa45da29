"""Words from letters: all of them, by letter and by theme, and the few that the page of a theme shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from wijkgids.agenda import Agenda
from wijkgids.records.alike import fold
from wijkgids.records.said import Said
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.parts import Link
from wijkgids.vocabulary import Theme
from wijkgids.vocabulary.letterwords import LetterWord

NL = addresses.SOURCE
FEW = 8  # words on the page of a theme
OTHER = "#"  # the "letter" of what begins with none


@dataclass(frozen=True)
class Line:
    """A word in a list: Dutch as it stands in the letter, its page, and what it means."""

    word: Name
    page: str
    means: Piece


@dataclass(frozen=True)
class ThemeOfWords:
    """The words of a theme that stand in many letters. `anchor` is its place on the page."""

    anchor: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Letter:
    """All words that begin with a letter; `anchor` is its place on the page."""

    anchor: str
    letter: str
    words: tuple[Link, ...]


@dataclass(frozen=True)
class WordsPage:
    """All words from letters. `finder` is where a word that is not here can be looked for."""

    title: Piece
    description: Piece
    themes: tuple[ThemeOfWords, ...]
    letters: tuple[Letter, ...]
    finder: str


def words_page(agenda: Agenda, voice: Voice) -> WordsPage:
    """The list of all words in a language: by theme with what they mean, then from A to Z."""
    words = in_order(voice, agenda.guide.words.letterwords.values())
    return WordsPage(
        title=voice.say("Woorden uit brieven"),
        description=voice.say("Een moeilijk woord in een brief? Hier lees je wat het is, en wie je helpt."),
        themes=tuple(
            ThemeOfWords(one.id, voice.word(one.name), tuple(line(voice, word) for word in own))
            for one in agenda.guide.words.themes.values()
            if (own := [word for word in words if _mainly(word, one)])
        ),
        letters=tuple(
            Letter(f"l{'0' if letter == OTHER else letter.lower()}", letter, tuple(_link(one) for one in found))
            for letter, found in groupby(words, _letter)
        ),
        finder=addresses.finder(NL),
    )


def of_theme(agenda: Agenda, voice: Voice, theme: Theme) -> tuple[Link, ...]:
    """A few words that belong to a theme: those that are mainly of it first, and of them the best known."""
    own = [one for one in agenda.guide.words.letterwords.values() if theme.id in one.themes]
    own.sort(key=lambda one: (one.themes[0] != theme.id, not one.often))
    return tuple(_link(one) for one in in_order(voice, own[:FEW]))


def all_of_theme(agenda: Agenda, theme: Theme) -> str:
    """The Dutch address of the list, at the words of a theme where it has them there."""
    there = any(_mainly(one, theme) for one in agenda.guide.words.letterwords.values())
    return f"{addresses.words(NL)}#{theme.id}" if there else addresses.words(NL)


def line(voice: Voice, word: LetterWord) -> Line:
    """A word with what it means."""
    return Line(Name(word.word), addresses.words(NL, word.id), said(voice, word, "means"))


def said(voice: Voice, word: LetterWord, part: str) -> Piece:
    """A word's `means`, `what` or `do` in this language; of a guide's own word it may be the Dutch, marked as such."""
    text: str = getattr(word, part)
    if voice.lang == NL or text in voice.catalogue.texts:
        return voice.word(text)
    return voice.prose(Said(text, "gids", f"briefwoorden.{word.id}.{part}"))


def in_order(voice: Voice, words: Iterable[LetterWord]) -> list[LetterWord]:
    """Words in the order of the alphabet, as they stand in letters."""
    return voice.sorted(words, lambda one: one.word)


def _link(word: LetterWord) -> Link:
    return Link(Name(word.word), addresses.words(NL, word.id))


def _mainly(word: LetterWord, theme: Theme) -> bool:
    return word.often and word.themes[:1] == (theme.id,)


def _letter(word: LetterWord) -> str:
    first = fold(word.word)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER
