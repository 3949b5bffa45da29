"""The finder of a neighbourhood: two lists and six ticks over its rows. It works without a script.

Each row carries its keys; a rule of CSS per choice hides the rows without that key (design §8: `:has()`). A choice that
would find nothing is not offered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, ThresholdsOf
from wijkgids.freshness import Stage
from wijkgids.records.values import Answer, DutchLevel
from wijkgids.texts import Name, Piece, Voice
from wijkgids.texts.dates import RTL
from wijkgids.views import addresses, thresholds
from wijkgids.views.contact import Action, tel
from wijkgids.views.home import quarters_of
from wijkgids.views.rows import Row, activity_row, call_chip, language_chips
from wijkgids.views.week import Choice, Chooser
from wijkgids.vocabulary import Theme

WORDS = 2
AHEAD = timedelta(weeks=6)  # evening or weekend: so it is at least once in these weeks
TICKS = ("gratis", "vrij", "avond", "weekend", "kind", "zonder")


@dataclass(frozen=True)
class Option:
    """A choice: its key on the rows, and its text (a language by its own name, with its code and direction)."""

    key: str
    text: Piece
    code: str = ""
    dir: str = ""


@dataclass(frozen=True)
class FinderPage:
    """All that the finder says. `call` is who to call when nothing fits."""

    title: Piece
    description: Piece
    themes: tuple[Option, ...]
    languages: tuple[Option, ...]
    ticks: tuple[Option, ...]
    quarters: tuple[Choice, ...]
    rows: tuple[Row, ...]
    call: Action | None

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that can be chosen: each gets its rule."""
        return tuple(option.key for option in (*self.themes, *self.languages, *self.ticks))


def finder_page(agenda: Agenda, voice: Voice, neighbourhood: str) -> FinderPage:
    """The finder of a neighbourhood in a language."""
    settings = agenda.guide.checked
    quarter = settings.neighbourhoods[neighbourhood]
    found = [one for one in agenda.activities.values() if one.live and one.neighbourhood == neighbourhood]
    when = _times(agenda, neighbourhood)
    rows = [_row(agenda, voice, one, when.get(one.key, frozenset())) for one in _ordered(agenda, found)]
    rows += [_actor_row(voice, one) for one in agenda.actors.values() if _stands_alone(one, neighbourhood)]
    keys = {key for row in rows for key in row.keys.split()}
    name = Name(quarter.name)
    phone = quarter.phone or settings.publisher.phone
    link, number = tel(phone), voice.phone(phone)
    title = voice.say("Zoeken in {wijk}", wijk=name)
    return FinderPage(
        title=title,
        description=title,
        themes=tuple(
            Option(theme_key(one), voice.word(one.name))
            for one in agenda.guide.words.themes.values()
            if theme_key(one) in keys
        ),
        languages=_languages(voice, agenda, found, keys),
        ticks=tuple(Option(key, text) for key, text in _ticks(voice) if key in keys),
        quarters=tuple(
            Choice(Name(one.name), addresses.finder(addresses.SOURCE, key), key == neighbourhood)
            for key, one in settings.neighbourhoods.items()
        ) if len(settings.neighbourhoods) > 1 else (),
        rows=tuple(rows),
        call=Action("phone", voice.say("Bel {nummer}", nummer=number), link, number) if link else None,
    )  # fmt: skip


def chooser(agenda: Agenda, voice: Voice) -> Chooser:
    """Which neighbourhood's finder?"""
    pages = {key: addresses.finder(addresses.SOURCE, key) for key in agenda.guide.checked.neighbourhoods}
    return Chooser(voice.say("Zoeken"), voice.say("Kies je wijk."), quarters_of(agenda, voice, pages))


def theme_key(theme: Theme) -> str:
    """The key of a theme: its id, unless that could be taken for a tick or a language, or is no plain word."""
    plain = re.fullmatch(r"[a-z][a-z-]{3,}", theme.id) and theme.id not in TICKS
    return theme.id if plain else "t-" + re.sub(r"[^a-z0-9]+", "-", theme.id.lower())


def _ticks(voice: Voice) -> tuple[tuple[str, Piece], ...]:
    return (
        ("gratis", voice.say("Gratis")),
        ("vrij", voice.say("Zonder aanmelden")),
        ("avond", voice.say("’s Avonds")),
        ("weekend", voice.say("Weekend")),
        ("kind", voice.say("Kinderen mee")),
        ("zonder", voice.say("Zonder Nederlands")),
    )


def _languages(voice: Voice, agenda: Agenda, found: Sequence[ActivityOf], keys: set[str]) -> tuple[Option, ...]:
    """Languages by their own names: the reader's first, then those of the guide, then the others by alphabet."""
    guide = list(agenda.guide.checked.languages)
    spoken = {one.code for activity in found for one in activity.languages} & keys
    order = [voice.lang, *guide, *sorted(spoken)]
    return tuple(
        Option(code, voice.language(code), code, "rtl" if code in RTL else "ltr")
        for code in dict.fromkeys(order)
        if code in spoken
    )


def _times(agenda: Agenda, neighbourhood: str) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for time in agenda.times(agenda.today, agenda.today + AHEAD, neighbourhood=neighbourhood):
        if time.on.state == "on":
            keys = found.setdefault(time.activity.key, set())
            keys |= {key for key, fits in (("avond", time.evening), ("weekend", time.weekend)) if fits}
    return {key: frozenset(keys) for key, keys in found.items()}


def _ordered(agenda: Agenda, found: Sequence[ActivityOf]) -> list[ActivityOf]:
    """By day of the week from today on; what has no times after that; what nobody looked at for long last."""

    def rank(one: ActivityOf) -> tuple[bool, bool, str, str]:
        coming = agenda.next_times(one, 1)
        start = f"{coming[0].on.day}{coming[0].on.start}" if coming else ""
        return (one.freshness.stage is Stage.SUNK, not coming, start, one.name.text)

    return sorted(found, key=rank)


def _row(agenda: Agenda, voice: Voice, one: ActivityOf, when: frozenset[str]) -> Row:
    keys = [theme_key(theme) for theme in one.themes]
    keys += [spoken.code for spoken in one.languages]
    keys += [key for key in TICKS if key in when or key in _fits(one.thresholds)]
    row = activity_row(agenda, voice, one, walk_in=False, languages=2)
    return replace(row, keys=" ".join(dict.fromkeys(keys)), words=_words(voice, agenda.actors[one.actor]))


def _words(voice: Voice, actor: ActorOf) -> str:
    """What people also call it: only the word box looks at this, so a few of them are enough."""
    return " ".join(str(voice.prose(word)) for word in actor.keywords[:WORDS])


def _fits(needs: ThresholdsOf) -> frozenset[str]:
    """The ticks that what one needs answers. Not known answers none."""
    answers = {
        "gratis": needs.free,
        "vrij": needs.walk_in,
        "kind": needs.children is Answer.YES,
        "zonder": needs.dutch is DutchLevel.NONE,
    }
    return frozenset(key for key, fits in answers.items() if fits)


def _stands_alone(one: ActorOf, neighbourhood: str) -> bool:
    """A group that is found by itself: it has no activities that would be."""
    return one.live and one.neighbourhood == neighbourhood and not any(each.live for each in one.activities)


def _actor_row(voice: Voice, one: ActorOf) -> Row:
    keys = [theme_key(theme) for theme in one.themes]
    keys += [spoken.code for spoken in one.languages]
    keys += [code for way in one.guides for code in way.languages]
    keys += [key for key in TICKS if key in _fits(one.thresholds)]
    call = one.freshness.call_first
    first = call_chip(voice, one.freshness) if call else thresholds.cost_chip(voice, one.thresholds)
    return Row(
        Name(one.name),
        addresses.actor(addresses.SOURCE, one.slug),
        (),
        voice.word(one.kind.name),
        (first, *language_chips(voice, one.languages, 2)),
        keys=" ".join(dict.fromkeys(keys)),
        words=_words(voice, one),
    )
