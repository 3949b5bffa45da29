"""A word from a letter: what it is, what you can do, and who helps with it near you."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijkgids.agenda import Agenda, GuidanceOf
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.helpers import Companion, helping
from wijkgids.views.letterwords import Line, line, said
from wijkgids.views.routes import there
from wijkgids.vocabulary import Theme
from wijkgids.vocabulary.letterwords import LetterWord

NL = addresses.SOURCE
HELPERS = 6
LETTERS = "brieven"


@dataclass(frozen=True)
class WordTheme:
    """A theme of a word, with its page."""

    theme: Theme
    name: str
    page: str


@dataclass(frozen=True)
class WordPage:
    """One word. `theme` is its first; `steps` are what you can do; `along` leads to all who go with you for it."""

    theme: Theme | None
    title: Piece
    description: Piece
    word: Name
    means: Piece
    aliases: tuple[Name, ...]
    what: Piece
    steps: tuple[Piece, ...]
    helpers: tuple[Companion, ...]
    along: str | None
    themes: tuple[WordTheme, ...]
    related: tuple[Line, ...]
    all: str


@dataclass(frozen=True)
class Near:
    """Who helps with words of the same themes, and the Dutch address of the page with all who go with you for them."""

    helpers: tuple[Companion, ...]
    along: str | None


def word_page(agenda: Agenda, voice: Voice, word: LetterWord, near: Near) -> WordPage:
    """The page of one word; `near` is what `near_you` gives for its themes."""
    words, themes = agenda.guide.words.letterwords, agenda.guide.words.themes
    means, what = said(voice, word, "means"), said(voice, word, "what")
    return WordPage(
        theme=next((themes[id_] for id_ in word.themes), None),
        title=voice.say("{taal}: {wie}", taal=Name(word.word), wie=means),
        description=what,
        word=Name(word.word),
        means=means,
        aliases=tuple(Name(one) for one in word.aliases),
        what=what,
        steps=(said(voice, word, "do"), voice.say("Neem de brief mee als je hulp vraagt. Ook als je hem niet snapt.")),
        helpers=near.helpers,
        along=near.along,
        themes=tuple(
            WordTheme(themes[id_], voice.word(themes[id_].long), addresses.theme(NL, id_)) for id_ in word.themes
        ),
        related=tuple(line(voice, words[id_]) for id_ in word.related),
        all=addresses.words(NL),
    )


def best_ways(agenda: Agenda, voice: Voice) -> dict[str, list[GuidanceOf]]:
    """By theme the ways of those who may be among the few of a word's page: in a big guide a small part of all."""
    by_theme: dict[str, dict[str, list[GuidanceOf]]] = {}
    for way in agenda.guidances():
        if there(agenda, way):
            for theme in way.themes:
                by_theme.setdefault(theme.id, {}).setdefault(way.guide, []).append(way)
    return {
        id_: [way for (_, _, turn), ways in _in_turn(agenda, voice, guides) if turn < HELPERS for way in ways]
        for id_, guides in by_theme.items()
    }


def near_you(agenda: Agenda, voice: Voice, themes: Sequence[str], best: Mapping[str, Sequence[GuidanceOf]]) -> Near:
    """Who helps with a word of these themes, a few of the `best_ways`: with room first, then in the reader's language.

    Among equals who knows its first theme stands first, and each neighbourhood has its turn. Who helps with letters
    helps with any word in one.
    """
    asked = [id_ for id_ in dict.fromkeys((*themes, LETTERS)) if best.get(id_)]
    guides: dict[str, list[GuidanceOf]] = {}
    for way in (way for id_ in asked for way in best[id_]):
        ways = guides.setdefault(way.guide, [])
        if way not in ways:
            ways.append(way)
    placed = sorted(_in_turn(agenda, voice, guides), key=lambda one: one[0])
    helpers = helping(agenda, voice, [way for _, ways in placed[:HELPERS] for way in ways])
    return Near(helpers, addresses.guides_for(NL, asked[0]) if asked else None)


def _in_turn(
    agenda: Agenda, voice: Voice, guides: Mapping[str, Sequence[GuidanceOf]]
) -> Iterator[tuple[tuple[bool, bool, int], Sequence[GuidanceOf]]]:
    """The ways of each with its rank: no room, another language, and how many of its neighbourhood go before it."""
    turns: Counter[tuple[bool, bool, str]] = Counter()
    for slug, ways in guides.items():
        full = all(way.state != "open" for way in ways)
        foreign = all(voice.lang not in way.languages for way in ways)
        peers = (full, foreign, agenda.actors[slug].neighbourhood)
        yield (full, foreign, turns[peers]), ways
        turns[peers] += 1
