"""The first page: your language, what you look for, what there is today, who goes with you, paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wijkgids.agenda import Agenda, GuidanceOf, Said, Time
from wijkgids.records.values import Answer, DutchLevel
from wijkgids.texts import Name, Piece, Prose, Sentence, Voice
from wijkgids.views import addresses
from wijkgids.views.parts import Chip
from wijkgids.views.rows import Row, time_row
from wijkgids.views.shell import week_page
from wijkgids.vocabulary import Theme

ROWS = 3  # at least, and one for each neighbourhood up to MOST: the page of the day has them all
MOST = 6
COMPANIONS = 2
HOWS = 2  # of what a companion does; its page says all


@dataclass(frozen=True)
class Tile:
    """A need: its badge, its word, its page."""

    theme: Theme
    text: str
    page: str


@dataclass(frozen=True)
class Quarter:
    """A neighbourhood to choose. `key` is its slug, which the reader's device may keep."""

    name: Name
    summary: Prose
    page: str
    key: str


@dataclass(frozen=True)
class Pill:
    """A neighbourhood by its name only."""

    text: Name
    page: str
    key: str


@dataclass(frozen=True)
class Companion:
    """Someone who goes with you or helps: what they do in one line, and in which languages."""

    name: Name
    page: str
    does: Piece
    chips: tuple[Chip, ...]


@dataclass(frozen=True)
class Home:
    """All that the first page says. `iso` is the day of `today`, `day_page` where all of it stands.

    `pinned`: the guide has a day of its own, so no script looks for the reader's.
    """

    title: Piece
    description: Piece
    tiles: tuple[Tile, ...]
    iso: str
    day: Piece
    day_page: str
    today: tuple[Row, ...]
    week: str
    quarters: tuple[Pill, ...]
    companions: tuple[Companion, ...]
    guides: str
    paper: str
    pinned: bool


def home(agenda: Agenda, voice: Voice) -> Home:
    """The first page in a language."""
    nl = addresses.SOURCE
    quarters = agenda.guide.checked.neighbourhoods
    many = len(quarters) > 1
    chosen = choose(agenda.times(agenda.today, agenda.today), voice.lang, rows_of_home(agenda))
    return Home(
        title=voice.say("Wat zoek je?"),
        description=voice.say("Hulp, groepen en activiteiten bij jou in de buurt, in jouw taal."),
        tiles=tuple(
            Tile(one, voice.word(one.name), addresses.theme(nl, one.id)) for one in agenda.guide.words.themes.values()
        ),
        iso=agenda.today.isoformat(),
        day=voice.day_long(agenda.today),
        day_page=addresses.day(nl, agenda.today.isoformat()),
        today=tuple(time_row(agenda, voice, time, say_evening=True, say_where=many, languages=1) for time in chosen),
        week=week_page(agenda),
        quarters=tuple(Pill(Name(one.name), addresses.week(nl, key), key) for key, one in quarters.items())
        if many
        else (),
        companions=companions(agenda, voice),
        guides=addresses.guides(nl),
        paper=addresses.print_desk(nl),
        pinned=agenda.guide.checked.today is not None,
    )


def rows_of_home(agenda: Agenda) -> int:
    """How many times of a day the first page shows."""
    return min(MOST, max(ROWS, len(agenda.guide.checked.neighbourhoods)))


def quarters_of(agenda: Agenda, voice: Voice, pages: dict[str, str]) -> tuple[Quarter, ...]:
    """The neighbourhoods with one sentence each, leading to `pages` (a Dutch address by neighbourhood)."""
    return tuple(
        Quarter(Name(one.name), voice.prose(Said(one.summary, "gids", f"wijken.{key}.samenvatting")), pages[key], key)
        for key, one in agenda.guide.checked.neighbourhoods.items()
    )


def choose(times: Sequence[Time], lang: str, most: int) -> list[Time]:
    """The times of a day for the first page: of every neighbourhood, of morning, afternoon and evening, easiest first.

    What anyone can walk into, and what is spoken in the reader's language, goes before the rest. What may not be true
    any more, or is for a closed circle, is left to the week, unless there is nothing else.
    """
    on = [one for one in times if one.on.state == "on"]
    fit = [one for one in on if not one.activity.freshness.call_first and not one.activity.closed] or on or list(times)
    best = sorted(range(len(fit)), key=lambda at: (-_ease(fit[at], lang), at))
    taken: list[int] = []
    quarters = list(dict.fromkeys(one.activity.neighbourhood for one in fit))
    while len(taken) < min(most, len(fit)):
        for quarter in quarters:
            left = [at for at in best if at not in taken and fit[at].activity.neighbourhood == quarter]
            if left and len(taken) < most:
                taken.append(_next(fit, left, taken))
    return [fit[at] for at in sorted(taken)]


def _next(fit: Sequence[Time], left: Sequence[int], taken: Sequence[int]) -> int:
    """One more of a neighbourhood: from the part of the day that was shown least, and not the same name again."""
    parts = [_part(fit[at]) for at in taken]
    names = {fit[at].activity.name.text for at in taken}
    return min(left, key=lambda at: (fit[at].activity.name.text in names, parts.count(_part(fit[at])), left.index(at)))


def _part(time: Time) -> int:
    hour = time.on.start.hour if time.on.start else 0
    return 0 if hour < 12 else 1 if hour < 17 else 2


def _ease(time: Time, lang: str) -> int:
    one = time.activity
    needs = one.thresholds
    mine = any(spoken.code == lang for spoken in one.languages) if lang != addresses.SOURCE else False
    dutch = lang != addresses.SOURCE and needs.dutch is DutchLevel.NONE
    somewhere = not (one.visits or one.by_phone or one.by_appointment)
    return 3 * mine + (needs.sign_up is Answer.NO) + needs.free + dutch + 4 * somewhere


def companions(agenda: Agenda, voice: Voice) -> tuple[Companion, ...]:
    """A few who have room now: in the reader's language first, each guide once, each neighbourhood in turn."""
    open_ = [one for one in agenda.guidances() if one.state == "open" and _there(agenda, one)]
    open_.sort(key=lambda one: (voice.lang not in one.languages, one.to is None))
    chosen: list[GuidanceOf] = []
    for again in (False, True):
        for one in open_:
            quarters = {agenda.actors[each.guide].neighbourhood for each in chosen}
            new = one.guide not in {each.guide for each in chosen}
            if len(chosen) < COMPANIONS and new and (again or agenda.actors[one.guide].neighbourhood not in quarters):
                chosen.append(one)
    return tuple(companion(agenda, voice, replace(one, hows=one.hows[:HOWS], when=None)) for one in chosen)


def companion(agenda: Agenda, voice: Voice, one: GuidanceOf, chips: tuple[Chip, ...] = ()) -> Companion:
    """One guide in a line: what they do, to where, when."""
    guide = agenda.actors[one.guide]
    languages = (
        Chip("plain", voice.language(code)) for code in sorted(one.languages, key=lambda code: code != voice.lang)
    )
    return Companion(
        Name(guide.name), addresses.actor(addresses.SOURCE, guide.slug), does(agenda, voice, one), (*chips, *languages)
    )


def does(agenda: Agenda, voice: Voice, one: GuidanceOf) -> Piece:
    """Gaat mee. Tolkt. Naar Buurtteam Lindeveld. ook ’s avonds"""
    pieces: list[Piece] = []
    for how in one.hows:
        pieces += [voice.say("{zin}.", zin=voice.word(how.name)), " "]
    if one.to:
        pieces += [voice.say("Naar {plek}.", plek=Name(agenda.actors[one.to].name)), " "]
    if one.when:
        pieces += [voice.say("Wanneer: {wanneer}.", wanneer=voice.prose(one.when)), " "]
    return Sentence(tuple(pieces[:-1]))


def _there(agenda: Agenda, one: GuidanceOf) -> bool:
    return one.to is None or (one.to in agenda.actors and agenda.actors[one.to].live)
