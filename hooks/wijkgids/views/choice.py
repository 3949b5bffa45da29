"""Pages by one choice: free, in the evening, without Dutch, for women, …: what has one thing in common.

A choice has the key and the meaning that it has in the finder, to which a page leads for the rest. What would find
nothing is not offered. Own circle and mixed are told in the words of who says it of itself; nobody is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wijkgids.agenda import ActorOf, Agenda, Time
from wijkgids.freshness import Stage
from wijkgids.texts import Name, Piece, Voice
from wijkgids.views import addresses, thresholds
from wijkgids.views.finder_keys import CIRCLES, PARTS, WEEKEND, audience_key, letters
from wijkgids.views.fitting import PHONE, VISIT, Found, Sorted
from wijkgids.views.helpers import Companion, helping
from wijkgids.views.parts import Link, Tongue, tongue
from wijkgids.views.rows import Row, activity_row, call_chip, evening_chip, language_chips, next_day, shares

NL = addresses.SOURCE
ROWS = 18  # on a page, over all neighbourhoods
MOST = 10  # of one neighbourhood
HELPERS = 4
EVENING = "avond"
# Who helps with a choice by what they do (vocabulary: hows).
HOWS = {"zonder": "tolkt", PHONE: "belt mee"}


@dataclass(frozen=True)
class Option:
    """A choice that finds something: its key in addresses and in the finder, its words, its drawing."""

    key: str
    text: Piece
    icon: str


@dataclass(frozen=True)
class Group:
    """What fits in one neighbourhood. `more` leads to its finder with the choice made, where there is more."""

    name: Name | None
    rows: tuple[Row, ...]
    more: str | None


@dataclass(frozen=True)
class ChoicePage:
    """All that the page of a choice says."""

    title: Piece
    description: Piece
    back: Link
    helpers: tuple[Companion, ...]
    groups: tuple[Group, ...]
    guides: str | None


@dataclass(frozen=True)
class Sort:
    """Choices about the same thing, under its own heading."""

    icon: str
    heading: Piece
    options: tuple[Option, ...]


@dataclass(frozen=True)
class ChoicesPage:
    """All choices that find something."""

    title: Piece
    description: Piece
    tongues: tuple[Tongue, ...]
    sorts: tuple[Sort, ...]


def sorts(agenda: Agenda, voice: Voice, kinds: Sorted) -> tuple[Sort, ...]:
    """The choices that find something, by what they are about."""
    words = agenda.guide.words.audiences.values()
    audiences = {audience_key(one): capital(voice.lang, voice.word(one.name)) for one in words}
    easy = {
        "gratis": ("ok", voice.say("Gratis")),
        "vrij": ("door", voice.say("Zonder aanmelden")),
        "zonder": ("speaks", voice.say("Zonder Nederlands")),
        "kind": ("bear", voice.say("Kinderen mee")),
        VISIT: ("visit", voice.say("Ze komen bij jou thuis")),
        PHONE: ("phone", voice.say("Aan de telefoon")),
    }
    parts = {
        "ochtend": ("clock", capital(voice.lang, str(voice.say("’s ochtends")))),
        "middag": ("clock", capital(voice.lang, str(voice.say("’s middags")))),
        EVENING: ("moon", voice.say("’s Avonds")),
        WEEKEND: ("week", voice.say("Weekend")),
    }
    circles = {"eigen": voice.say("Een eigen kring"), "gemengd": voice.say("Iedereen door elkaar")}
    made = (
        Sort("ok", voice.say("Dit is belangrijk voor mij"), _offered(kinds, easy)),
        Sort("clock", voice.say("Wanneer"), _offered(kinds, parts)),
        Sort(
            "audience", voice.say("Voor wie"), _offered(kinds, {key: ("audience", audiences[key]) for key in audiences})
        ),
        Sort("people", voice.say("Met wie?"), _offered(kinds, {key: ("people", circles[key]) for key in circles})),
    )
    return tuple(one for one in made if one.options)


def choices_page(agenda: Agenda, voice: Voice, kinds: Sorted) -> ChoicesPage:
    """All choices, languages first: who cannot read Dutch looks for the own script."""
    lead = voice.say("Kies wat voor jou belangrijk is. Dan zie je wat er is.")
    return ChoicesPage(voice.say("Wat past bij jou?"), lead, spoken(agenda, voice, kinds), sorts(agenda, voice, kinds))


def spoken(agenda: Agenda, voice: Voice, kinds: Sorted) -> tuple[Tongue, ...]:
    """The languages with a page: the reader's first, then those of the guide, then the others by code."""
    codes = languages(agenda, kinds)
    order = dict.fromkeys((voice.lang, *agenda.guide.checked.languages, *codes))
    return tuple(tongue(voice, code, addresses.speaking(NL, code)) for code in order if code in codes)


def languages(agenda: Agenda, kinds: Sorted) -> tuple[str, ...]:
    """The codes of the languages in which there is something, or someone who helps or goes along."""
    guided = {code for one in agenda.guidances() for code in one.languages}
    return tuple(sorted(guided | set(kinds.by_language)))


def choice_page(agenda: Agenda, voice: Voice, option: Option, kinds: Sorted) -> ChoicePage:
    """What has one thing in common, by neighbourhood, and who helps with it."""
    how = HOWS.get(option.key)
    guidances = [one for one in agenda.guidances() if any(each.id == how for each in one.hows)] if how else []
    return ChoicePage(
        title=option.text,
        description=voice.say(
            "Dit zeggen de groepen er zelf over." if option.key in CIRCLES.values() else "Hier staat het bij elkaar."
        ),
        back=Link(voice.say("Wat past bij jou?"), addresses.kind_of(NL)),
        helpers=helping(agenda, voice, guidances, most=HELPERS),
        groups=groups(agenda, voice, kinds.by_key.get(option.key, ()), option.key, kinds),
        guides=addresses.guides(NL) if guidances else None,
    )


def groups(
    agenda: Agenda, voice: Voice, chosen: Iterable[Found], key: str, kinds: Sorted, code: str = ""
) -> tuple[Group, ...]:
    """What was chosen, by neighbourhood: what is sure and soon first. `code` is the language that is asked."""
    quarters = agenda.guide.checked.neighbourhoods
    near = {
        quarter: ordered(voice, [one for one in chosen if one.neighbourhood == quarter], key, kinds)
        for quarter in quarters
    }
    near = {quarter: each for quarter, each in near.items() if each}
    known = key not in (VISIT, PHONE)  # to a finder: else all of it stands here
    sizes = [len(each) for each in near.values()]
    counts = shares(sizes, ROWS, MOST) if known else sizes
    made = []
    for (quarter, each), count in zip(near.items(), counts, strict=True):
        rows = tuple(_row(agenda, voice, one, key, kinds, code) for one in each[:count])
        more = f"{addresses.finder(NL, quarter)}#{key}" if len(each) > count else None
        made.append(Group(Name(quarters[quarter].name) if len(quarters) > 1 else None, rows, more))
    return tuple(made)


def ordered(voice: Voice, chosen: Iterable[Found], key: str, kinds: Sorted) -> list[Found]:
    """In the reader's language first, then what comes soonest; what nobody looked at for long at the foot."""

    def rank(one: Found) -> tuple[bool, bool, bool, str, str]:
        time = _next(one, key, kinds)
        mine = voice.lang == NL or any(each.code == voice.lang for each in one.languages)
        name = one.name if isinstance(one, ActorOf) else one.name.text
        return (
            one.freshness.stage is Stage.SUNK,
            not mine,
            time is None,
            f"{time.on.day}{time.on.start}" if time else "",
            name,
        )

    return sorted(chosen, key=rank)


def _next(one: Found, key: str, kinds: Sorted) -> Time | None:
    """The first of the coming times that the choice is true of."""
    coming = () if isinstance(one, ActorOf) else kinds.soon.get(one.key, ())
    return next((time for time in coming if _in(time, key)), None)


def _in(time: Time, key: str) -> bool:
    """Whether a choice of the time is true of this time; another choice is true of all."""
    if key == WEEKEND:
        return time.weekend
    letter = next((letter for part, letter, _, _ in PARTS if part == key), "")
    return not letter or any(letter in each for each in letters(time.on))


def _starts_in(time: Time, key: str) -> bool:
    """Whether it starts in that part of the day: what began earlier may still be going on then."""
    hours = next(((first, last) for part, _, first, last in PARTS if part == key), None)
    if hours is None:
        return _in(time, key)
    return time.on.start is not None and hours[0] <= time.on.start.hour < hours[1]


def _row(agenda: Agenda, voice: Voice, one: Found, key: str, kinds: Sorted, code: str) -> Row:
    if isinstance(one, ActorOf):
        return actor_row(voice, one, code)
    row = activity_row(agenda, voice, one, walk_in=key != "vrij")
    time = _next(one, key, kinds)
    if time is not None and not all(_starts_in(each, key) for each in kinds.soon[one.key]):
        # Its usual days are not all true of the choice: then the next one that is.
        end = None if _starts_in(time, key) else time.on.end
        hour = (voice.times(time.on.start, end),) if time.on.start else ()
        chips = row.chips if not time.evening or row.evening else (evening_chip(voice), *row.chips)
        row = replace(row, when=(next_day(voice, time.on.day), *hour), evening=time.evening, chips=chips)
    notes = tuple(said_by(voice, one, code)) if code else ()
    if key in CIRCLES.values() and one.circle_words:
        notes = (voice.prose(one.circle_words),)
    return replace(row, notes=notes) if notes else row


def actor_row(voice: Voice, one: ActorOf, code: str) -> Row:
    """A group, house or desk as a row: it has no times of its own."""
    call = one.freshness.call_first
    first = call_chip(voice, one.freshness) if call else thresholds.cost_chip(voice, one.thresholds)
    chips = (first, *language_chips(voice, one.languages))
    page = addresses.actor(NL, one.slug)
    return Row(Name(one.name), page, (), voice.word(one.kind.name), chips, notes=tuple(said_by(voice, one, code)))


def said_by(voice: Voice, one: Found, code: str) -> Iterable[Piece]:
    """Who speaks a language there, and when."""
    for each in one.languages:
        said = [voice.prose(part) for part in (each.who, each.when) if part]
        if each.code == code and said:
            both = voice.say("{wie}, {wanneer}", wie=said[0], wanneer=said[1]) if len(said) > 1 else said[0]
            yield voice.say("{taal}: {wie}", taal=voice.language(code), wie=both)


def _offered(kinds: Sorted, options: Mapping[str, tuple[str, Piece]]) -> tuple[Option, ...]:
    return tuple(Option(key, text, icon) for key, (icon, text) in options.items() if kinds.by_key.get(key))


def capital(lang: str, text: str) -> str:
    """A text as a title. Turkish keeps the dot on its capital i; an apostrophe before a small word stays small."""
    if lang == "tr" and text[:1] == "i":
        return "İ" + text[1:]
    start = next((at for at, sign in enumerate(text) if sign.isalpha()), 0)
    if text[:1] == "’":  # ’s ochtends
        start = text.index(" ") + 1
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
