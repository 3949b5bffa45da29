"""What the search of the whole guide knows of each page, in one language: how it is named in a result, and its words.

Its words are those of the reader's language and the Dutch ones, so that who types what stands on a letter or on a door
finds it too. They are only what the page itself says: nothing that may not be shown is in the agenda.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from wijkgids.agenda import ActivityKey, ActivityOf, ActorOf, Agenda, Said, Spoken, ThresholdsOf, Where
from wijkgids.records.values import CircleKind
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses
from wijkgids.views.finder_keys import DAYS, PARTS, WEEKEND, ticks, times
from wijkgids.views.rows import usual
from wijkgids.vocabulary import LetterWord, Theme

Kind = Literal["word", "theme", "actor", "activity"]
NAME, KNOWN_BY, TEXT = 2, 1, 0  # what it is called, what one would look for it by, and all else that it says


@dataclass(frozen=True)
class Found:
    """A page as a result. `about` says what or whose it is, `when` its usual time.

    `said` are its texts, each with its weight (NAME, KNOWN_BY or TEXT) and whether it is Dutch.
    """

    kind: Kind
    page: str
    title: Piece
    about: Piece
    when: str
    neighbourhood: str | None
    said: tuple[tuple[int, str, bool], ...]


@dataclass
class _Texts:
    """The texts of a page, in the reader's language and in Dutch."""

    voice: Voice
    dutch: Voice
    said: list[tuple[int, str, bool]]

    def plain(self, weight: int, *names: str | None) -> None:
        """Names of people, places and groups: the same in every language."""
        self.said += [(weight, name, True) for name in names if name]

    def word(self, weight: int, *words: str) -> None:
        """Words of the vocabulary or of the interface, by their Dutch."""
        for word in words:
            self._both(weight, word, self.voice.word(word))

    def prose(self, weight: int, *sentences: Said | None) -> None:
        """Sentences of a record."""
        for one in sentences:
            if one:
                self._both(weight, one.text, self.voice.prose(one).text)

    def piece(self, weight: int, mine: Piece, dutch: Piece) -> None:
        """What voices say."""
        self._both(weight, str(dutch), str(mine))

    def languages(self, codes: Iterable[str]) -> None:
        """Languages by their own name, and as they are called here."""
        for code in codes:
            self.plain(KNOWN_BY, self.voice.language(code).text)
            self.piece(KNOWN_BY, self.voice.language_here(code), self.dutch.language_here(code))

    def _both(self, weight: int, dutch: str, mine: str) -> None:
        self.said.append((weight, dutch, True))
        if mine != dutch:
            self.said.append((weight, mine, False))


def pages_to_find(agenda: Agenda, voice: Voice, dutch: Voice) -> Iterator[Found]:
    """Every page that the search finds: themes, words from letters, by neighbourhood each group with what it does."""
    for theme in agenda.guide.words.themes.values():
        yield _theme(voice, dutch, theme)
    for word in agenda.guide.words.letterwords.values():
        yield _word(voice, dutch, word)
    when = times(agenda)
    own: dict[str, list[ActivityOf]] = {}
    for one in agenda.activities.values():
        own.setdefault(one.actor, []).append(one)
    for neighbourhood in agenda.guide.checked.neighbourhoods:
        for actor in agenda.actors.values():
            if actor.neighbourhood == neighbourhood and actor.live:
                yield _actor(agenda, voice, dutch, actor)
            for one in own.get(actor.slug, ()):
                if one.live and one.neighbourhood == neighbourhood:
                    yield _activity(agenda, voice, dutch, one, when)


def _word(voice: Voice, dutch: Voice, word: LetterWord) -> Found:
    texts = _Texts(voice, dutch, [])
    texts.plain(NAME, word.word, *word.aliases)
    texts.word(KNOWN_BY, word.means)
    texts.word(TEXT, word.what, word.do)
    page = addresses.words(addresses.SOURCE, word.id)
    return Found("word", page, Name(word.word), voice.word(word.means), "", None, tuple(texts.said))


def _theme(voice: Voice, dutch: Voice, theme: Theme) -> Found:
    texts = _Texts(voice, dutch, [])
    texts.word(NAME, theme.name, theme.long)
    texts.word(TEXT, theme.lead)
    page = addresses.theme(addresses.SOURCE, theme.id)
    return Found("theme", page, voice.word(theme.long), "", "", None, tuple(texts.said))


def _actor(agenda: Agenda, voice: Voice, dutch: Voice, one: ActorOf) -> Found:
    texts = _Texts(voice, dutch, [])
    texts.plain(NAME, one.name)
    texts.prose(KNOWN_BY, *one.keywords)
    texts.word(KNOWN_BY, one.kind.name, *(theme.name for theme in one.themes))
    texts.languages(
        dict.fromkeys((*(each.code for each in one.languages), *(code for way in one.guides for code in way.languages)))
    )
    texts.plain(KNOWN_BY, agenda.guide.checked.neighbourhoods[one.neighbourhood].name)
    texts.prose(TEXT, one.summary, one.pays, *one.first_time)
    for way in one.guides:
        texts.word(KNOWN_BY, *(how.name for how in way.hows), *(theme.name for theme in way.themes))
        texts.prose(TEXT, way.who, way.when)
    for person in one.people:
        texts.prose(TEXT, person.role, person.ask_for, person.when)
    _place(texts, one.where)
    _spoken(texts, one.languages)
    _needs(texts, one.thresholds)
    if one.promise:
        texts.prose(TEXT, one.promise.text, one.promise.unless)
    page = addresses.actor(addresses.SOURCE, one.slug)
    return Found("actor", page, Name(one.name), voice.word(one.kind.name), "", one.neighbourhood, tuple(texts.said))


def _activity(agenda: Agenda, voice: Voice, dutch: Voice, one: ActivityOf, when: Mapping[ActivityKey, str]) -> Found:
    texts = _Texts(voice, dutch, [])
    organiser = agenda.actors[one.organiser]
    texts.prose(NAME, one.name)
    texts.plain(KNOWN_BY, organiser.name, agenda.actors[one.actor].name)
    texts.prose(KNOWN_BY, *agenda.actors[one.actor].keywords)
    texts.word(KNOWN_BY, one.kind.name, *(theme.name for theme in one.themes), *(each.name for each in one.audiences))
    texts.languages(spoken.code for spoken in one.languages)
    texts.plain(KNOWN_BY, agenda.guide.checked.neighbourhoods[one.neighbourhood].name)
    _time(agenda, texts, when.get(one.key, ""))
    if one.circle_kind is CircleKind.OWN:
        texts.piece(TEXT, voice.say("Een eigen kring."), dutch.say("Een eigen kring."))
    elif one.circle_kind is CircleKind.MIXED:
        texts.piece(TEXT, voice.say("Iedereen door elkaar."), dutch.say("Iedereen door elkaar."))
    texts.prose(
        TEXT, one.summary, one.circle_words, one.bring, one.how_to_join, one.note, *one.first_time, *one.rule_notes
    )
    texts.prose(TEXT, *(said for _, said in one.programme))
    _place(texts, one.where)
    _spoken(texts, one.languages)
    _needs(texts, one.thresholds)
    if one.promise:
        texts.prose(TEXT, one.promise.text, one.promise.unless)
    usually = " ".join(str(piece) for piece in usual(agenda, voice, one, agenda.next_times(one, 4)))
    page = addresses.activity(addresses.SOURCE, *one.key)
    return Found(
        "activity", page, voice.prose(one.name), Name(organiser.name), usually, one.neighbourhood, tuple(texts.said)
    )


def _place(texts: _Texts, where: Where | None) -> None:
    if where:
        texts.plain(KNOWN_BY, where.name, where.address)
        texts.prose(TEXT, where.room, where.find)


def _spoken(texts: _Texts, spoken: Sequence[Spoken]) -> None:
    for one in spoken:
        texts.prose(TEXT, one.who, one.when)


def _needs(texts: _Texts, needs: ThresholdsOf) -> None:
    """What one can tick, in the same words; and the sentences beside it."""
    answered = set(ticks(needs))
    for key, mine, dutch in (
        ("gratis", texts.voice.say("Gratis"), texts.dutch.say("Gratis")),
        ("vrij", texts.voice.say("Zonder aanmelden"), texts.dutch.say("Zonder aanmelden")),
        ("zonder", texts.voice.say("Zonder Nederlands"), texts.dutch.say("Zonder Nederlands")),
        ("kind", texts.voice.say("Kinderen mee"), texts.dutch.say("Kinderen mee")),
    ):
        if key in answered:
            texts.piece(KNOWN_BY, mine, dutch)
    texts.prose(TEXT, needs.papers, needs.children_note, needs.waiting)


def _time(agenda: Agenda, texts: _Texts, when: str) -> None:
    """The days and the parts of them, in words."""
    pairs = {when[at : at + 2] for at in range(0, len(when), 2)}
    for key, digits in DAYS.items():
        if key != WEEKEND and any(pair[0] == digits for pair in pairs):
            day = agenda.monday() + timedelta(int(digits) - 1)
            texts.piece(KNOWN_BY, texts.voice.weekday(day), texts.dutch.weekday(day))
    said = {"ochtend": "’s ochtends", "middag": "’s middags", "avond": "’s avonds"}
    for key, letter, _, _ in PARTS:
        if any(pair[1] == letter for pair in pairs):
            texts.plain(KNOWN_BY, key)
            texts.word(KNOWN_BY, said[key])
    if any(pair[0] in DAYS[WEEKEND] for pair in pairs):
        texts.word(KNOWN_BY, "Weekend")
