"""A row: when in front, then what, where, and what to know before you go. Week, theme, finder and home all print it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wijkgids.agenda import ActivityOf, Agenda, Spoken, Time, Where
from wijkgids.freshness import Freshness
from wijkgids.records.values import AddressShown, Answer
from wijkgids.schedules import Rule
from wijkgids.texts import Ltr, Name, Piece, Sentence, Voice
from wijkgids.views import addresses, thresholds
from wijkgids.views.parts import Chip

DUTCH = "nl"
LANGUAGES = 3  # on a row; the page of the activity names them all
SOON = timedelta(weeks=3)  # a weekly rule that starts later than this is not what one finds this week
MOON = "moon"


@dataclass(frozen=True)
class Row:
    """One time, or one activity. `when` is two short lines, the first bold; `page` is its Dutch address.

    `off`: struck, because it does not go on (then a chip says so). `keys` and `times` are for the finder (finder_keys).
    """

    title: Piece
    page: str
    when: tuple[Piece, ...]
    place: Piece | None
    chips: tuple[Chip, ...]
    evening: bool = False
    off: bool = False
    notes: tuple[Piece, ...] = ()
    keys: str = ""
    times: str = ""


def time_row(
    agenda: Agenda,
    voice: Voice,
    time: Time,
    *,
    say_evening: bool = False,
    say_where: bool = False,
    languages: int = LANGUAGES,
) -> Row:
    """One dated time. `say_evening` adds the word where no heading says it, `say_where` the neighbourhood."""
    one, on = time.activity, time.on
    clock = tuple(voice.time(moment) for moment in (on.start, on.end) if moment)
    row = Row(voice.prose(one.name), page_of(one), clock, place(agenda, voice, one, say_where), (), time.evening)
    if on.state == "cancelled":
        return replace(
            row, off=True, chips=(Chip("let", voice.say("gaat niet door"), "mind"),), notes=_off(agenda, voice, time)
        )
    if on.state == "moved":
        return replace(row, off=True, chips=(Chip("let", voice.say("verplaatst"), "mind"),), notes=_moved(voice, time))
    chips = [evening_chip(voice)] if time.evening and say_evening else []
    if on.start is None:
        chips.append(thresholds.ask_chip(voice, voice.say("Tijd")))
    if on.doubt:
        chips.append(thresholds.ask_chip(voice, voice.say("Op een feestdag" if on.doubt == "holiday" else "Deze dag")))
    notes = (voice.say("Dit was eerst op {dag}.", dag=voice.day_long(on.moved_from)),) if on.moved_from else ()
    return replace(row, chips=(*chips, *know_chips(voice, one, languages=languages)), notes=notes)


def activity_row(
    agenda: Agenda,
    voice: Voice,
    one: ActivityOf,
    *,
    say_where: bool = False,
    walk_in: bool = True,
    languages: int = LANGUAGES,
) -> Row:
    """One activity with its days, or with its next time where it has no fixed days. `walk_in`: say that you may."""
    coming = agenda.next_times(one, 4)
    evening = bool(coming) and all(time.evening for time in coming)
    chips = [evening_chip(voice)] if evening else []
    return Row(
        voice.prose(one.name),
        page_of(one),
        usual(agenda, voice, one, coming),
        place(agenda, voice, one, say_where),
        (*chips, *know_chips(voice, one, walk_in=walk_in, languages=languages)),
        evening,
    )


def usual(agenda: Agenda, voice: Voice, one: ActivityOf, coming: Sequence[Time]) -> tuple[Piece, ...]:
    """The days of the week and the hour; the next date where that would not be true every week. Empty without times."""
    if not coming:
        return ()
    first = coming[0].on
    hour = (voice.time(first.start),) if first.start else ()
    rules = [rule for rule in one.rules if _weekly(rule, agenda.today)]
    known = [rule for rule in one.rules if not rule.last or rule.last >= agenda.today]
    if rules and len(rules) == len(known) and len({rule.time and rule.time.start for rule in rules}) == 1:
        weekdays = sorted({day for rule in rules if rule.every for day in rule.every.days})
        return (_weekdays(voice, agenda, weekdays), *hour)
    return (next_day(voice, first.day), *hour)


def next_day(voice: Voice, day: date) -> Piece:
    """wo 2 dec"""
    return Sentence((weekday(voice, day), " ", Ltr(f"{day.day}"), " ", voice.month_short(day)))


def weekday(voice: Voice, day: date) -> str:
    """The short name of a weekday; the whole one where the short one is a single letter, as on a calendar."""
    name = voice.weekday_short(day)
    return name if len(name) > 1 else voice.weekday(day)


def place(agenda: Agenda, voice: Voice, one: ActivityOf, say_where: bool = False) -> Piece | None:
    """Where it is in a few words, with its neighbourhood where that is asked. A discreet address stays so."""
    found = _place(voice, one)
    if not say_where:
        return found
    quarter = Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name)
    return Sentence((found, " · ", quarter)) if found and quarter not in str(found) else found or quarter


def shares(sizes: Sequence[int], total: int, most: int | None = None) -> list[int]:
    """How many of each list are shown when `total` fit on a page: in turn, each at least one and at most `most`."""
    taken = [min(1, size) for size in sizes]
    while sum(taken) < total:
        open_ = [at for at, size in enumerate(sizes) if taken[at] < min(size, size if most is None else most)]
        if not open_:
            break
        for at in open_[: total - sum(taken)]:
            taken[at] += 1
    return taken


def page_of(one: ActivityOf) -> str:
    """The Dutch address of its page."""
    return addresses.activity(DUTCH, *one.key)


def know_chips(voice: Voice, one: ActivityOf, *, walk_in: bool = False, languages: int = LANGUAGES) -> tuple[Chip, ...]:
    """What to know before you go. When its check is too old only that: call first. `walk_in` says that too."""
    if one.freshness.call_first:
        return (call_chip(voice, one.freshness),)
    chips = [thresholds.cost_chip(voice, one.thresholds)]
    if one.closed:
        chips.append(Chip("let", voice.say("Besloten groep"), "key"))
    elif _must_say(one) or (walk_in and one.thresholds.sign_up is not Answer.UNKNOWN):
        chips.append(thresholds.come_chip(voice, one))
    return (*chips, *language_chips(voice, one.languages, languages))


def language_chips(voice: Voice, spoken: Sequence[Spoken], most: int = LANGUAGES) -> tuple[Chip, ...]:
    """The languages by their own names, the reader's first. Dutch goes without saying on a Dutch page's rows."""
    codes = sorted(dict.fromkeys(one.code for one in spoken if one.code != DUTCH), key=lambda code: code != voice.lang)
    return tuple(Chip("plain", voice.language(code)) for code in codes[:most])


def call_chip(voice: Voice, freshness: Freshness) -> Chip:
    """Bel eerst, and since when nobody looked."""
    if freshness.checked is None:
        return Chip("let", voice.say("Bel eerst."), "phone")
    month = voice.month_year(freshness.checked)
    return Chip("let", voice.say("Bel eerst. Nagekeken in {maand}.", maand=month), "phone")


def evening_chip(voice: Voice) -> Chip:
    """The moon and its word."""
    return Chip("av", voice.say("avond"), MOON)


def _must_say(one: ActivityOf) -> bool:
    return one.thresholds.sign_up is Answer.YES or one.by_appointment or one.by_phone or one.visits


def _place(voice: Voice, one: ActivityOf) -> Piece | None:
    where: Where | None = one.where
    if one.visits or one.by_phone:
        return None  # a chip says that they come to you, or that you call
    if where is None:
        return None
    if where.shown is not AddressShown.YES:
        return voice.say("Adres na contact")
    name = where.name or where.address
    return Name(name) if name else None


def _off(agenda: Agenda, voice: Voice, time: Time) -> tuple[Piece, ...]:
    notes: list[Piece] = [voice.prose(time.reason)] if time.reason else []
    again = [one for one in agenda.next_times(time.activity, 3) if one.on.day > time.on.day]
    if again:
        notes.append(voice.say("De volgende keer is {dag}.", dag=voice.day_long(again[0].on.day)))
    return tuple(notes)


def _moved(voice: Voice, time: Time) -> tuple[Piece, ...]:
    return (voice.say("Het is nu op {dag}.", dag=voice.day_long(time.on.moved_to)),) if time.on.moved_to else ()


def _weekly(rule: Rule, today: date) -> bool:
    every = rule.every
    if every is None or every.monthly or every.interval > 1 or every.parity:
        return False
    return (rule.first is None or rule.first <= today + SOON) and (rule.last is None or rule.last >= today)


def _weekdays(voice: Voice, agenda: Agenda, days: Sequence[int]) -> Piece:
    monday = agenda.monday()
    names = [weekday(voice, monday + timedelta(days=day - 1)) for day in days]
    if len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1)):
        return voice.say("{van} t/m {tot}", van=names[0], tot=names[-1])
    return " ".join(names)
