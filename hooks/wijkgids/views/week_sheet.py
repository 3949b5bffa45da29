"""The week on paper: what the sheet of one house, library or neighbourhood says, in one language or in two.

A sheet in two languages is not two sheets side by side: each row holds its facts once and its words twice, so that no
fact can stand in one half only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wijkgids.agenda import Agenda, PersonOf, Time, Where
from wijkgids.freshness import Stage
from wijkgids.texts import Ltr, Name, Piece, Prose, Strong, Voice, flat
from wijkgids.views import addresses
from wijkgids.views.addresses import SOURCE
from wijkgids.views.colophon import colophon
from wijkgids.views.sheet_people import Person, people
from wijkgids.views.sheet_rows import FREE, Contact, Row, row, to_call

WEEKS = 2  # this week and the next
NEXT_PAGE = Ltr("{}")  # the template fills in its number: only the printer knows where a page ends


@dataclass(frozen=True)
class SheetSpec:
    """One sheet that is wanted: of which house or neighbourhood (`slug`), which week and in which languages.

    `week` is 0 for this week and 1 for the next; `title` is the name of the house or neighbourhood; `path` is seen from
    the site's folder and never changes (design §5).
    """

    slug: str
    title: str
    week: int
    languages: tuple[str, ...]
    path: str


@dataclass(frozen=True)
class KeyItem:
    """One mark of the key with its meaning. `mark` is a name the template knows, `sign` what stands in a pill."""

    mark: str
    text: Piece
    sign: Piece | None = None


@dataclass(frozen=True)
class Words:
    """What stands once on a sheet, in one language."""

    lang: str
    rtl: bool
    title: Piece
    period: Piece
    place: tuple[Piece, ...]
    call: Piece | None
    key: tuple[KeyItem, ...]
    evening: str
    weekend: str
    walk_in: str
    sign_up: str
    by_phone: str
    ask: str
    continued: str
    contacts: Piece
    also: Piece
    hint: Piece
    turn: tuple[Piece, ...]  # by weekday: where the sheet goes on, when it does with that day
    made: Piece
    valid: Piece
    oldest: Piece | None
    wrong: Piece
    newest: Piece
    sample: Piece | None
    unread: Piece | None
    people: Piece  # above whom to ask for
    indoors: Piece | None  # on a sheet with people of data/lokaal: that it may not leave the house


@dataclass(frozen=True)
class Day:
    """One day. `names`, `dates` and `nothing` are said once per language; `rows` is empty on a day without anything."""

    on: date
    names: tuple[str, ...]
    dates: tuple[Piece, ...]
    digits: Ltr
    weekend: bool
    rows: tuple[Row, ...]
    nothing: tuple[Piece, ...]


@dataclass(frozen=True)
class WeekSheet:
    """A whole sheet. `words` and everything said per language follow the order of its languages.

    `address` is what the QR code leads to, `short` the same without its scheme, to type over.
    """

    spec: SheetSpec
    name: Name
    document_title: str
    made: date
    address: str
    short: Ltr
    words: tuple[Words, ...]
    days: tuple[Day, ...]
    contacts: tuple[Contact, ...]
    people: tuple[Person, ...] = ()  # in a print run of a house only


def wanted(agenda: Agenda) -> list[SheetSpec]:
    """Every week sheet of the guide, by neighbourhood: its houses and libraries, then the neighbourhood itself."""
    return [spec for slug, title in sheet_places(agenda).items() for spec in wanted_of(agenda, slug, title)]


def wanted_of(agenda: Agenda, slug: str, title: str) -> list[SheetSpec]:
    """The week sheets of one house or neighbourhood: this week and the next, in one language and beside Dutch."""
    settings = agenda.guide.checked
    alone = settings.languages if settings.sheets.languages is None else settings.sheets.languages
    beside = settings.languages if settings.sheets.beside is None else settings.sheets.beside
    sets: list[tuple[str, ...]] = [(lang,) for lang in alone if lang in settings.languages]
    sets += [(SOURCE, lang) for lang in beside if lang in settings.languages and lang != SOURCE]
    return [sheet_spec(slug, title, week, languages) for week in range(WEEKS) for languages in sets]


def sheet_places(agenda: Agenda) -> dict[str, str]:
    """What has a week on paper, slug and name, by neighbourhood: its houses and libraries, then itself."""
    places: dict[str, str] = {}
    for slug, neighbourhood in agenda.guide.checked.neighbourhoods.items():
        places |= {house.slug: house.name for house in agenda.houses(slug)}
        places[slug] = neighbourhood.name
    return places


def sheet_spec(slug: str, title: str, week: int, languages: tuple[str, ...]) -> SheetSpec:
    """One sheet, at the address that never changes."""
    return SheetSpec(slug, title, week, languages, addresses.sheet(slug, next_week=week == 1, languages=languages))


def week_sheet(
    agenda: Agenda, voices: Mapping[str, Voice], spec: SheetSpec, local: Sequence[PersonOf] = ()
) -> WeekSheet:
    """What the sheet says. Entries whose check is far too old stay off paper, which cannot be corrected (design §6).

    `local` are people for paper in this house only: with them it is a sheet that is never published.
    """
    said = [voices[lang] for lang in spec.languages]
    monday = agenda.monday() + timedelta(weeks=spec.week)
    sunday = monday + timedelta(days=6)
    settings = agenda.guide.checked
    whole = spec.slug in settings.neighbourhoods
    neighbourhood, house = (spec.slug, None) if whole else (None, spec.slug)
    found = agenda.times(monday, sunday, neighbourhood=neighbourhood, house=house)
    times = [time for time in found if time.activity.freshness.stage in (Stage.FRESH, Stage.CALL)]
    days = tuple(
        Day(
            on=on,
            names=tuple(voice.weekday(on) for voice in said),
            dates=tuple(voice.day_month(on) for voice in said),
            digits=said[0].day_digits(on),
            weekend=on.weekday() >= 5,
            rows=tuple(row(agenda, time, said, house) for time in times if time.on.day == on),
            nothing=tuple(voice.say("Nog niets") for voice in said),
        )
        for on in (monday + timedelta(days=number) for number in range(7))
    )
    address, short = _address(agenda, spec.slug)
    public = agenda.actors[spec.slug].people if house else ()
    asked = people(local if house else (), public, said)
    words = tuple(
        _words(agenda, spec, voice, position, days, times, short, asked) for position, voice in enumerate(said)
    )
    name = Name(spec.title)
    return WeekSheet(
        spec=spec,
        name=name,
        document_title=f"{words[0].title} – {name}",
        made=agenda.today,
        address=address,
        short=short,
        words=words,
        days=days,
        contacts=to_call(agenda, times, house),
        people=asked,
    )


def _address(agenda: Agenda, slug: str) -> tuple[str, Ltr]:
    """The permanent address of a week (design §10): by the code of the house, or the name of the neighbourhood."""
    actor = agenda.actors.get(slug)
    code = actor.code if actor and actor.code else slug
    address = f"{agenda.guide.checked.address.rstrip('/')}/{addresses.short(f'{code}-week')}"
    return address, Ltr(address.split("://", 1)[-1].rstrip("/"))


def _words(
    agenda: Agenda,
    spec: SheetSpec,
    voice: Voice,
    position: int,
    days: Sequence[Day],
    times: Sequence[Time],
    short: Ltr,
    asked: Sequence[Person],
) -> Words:
    settings = agenda.guide.checked
    monday, sunday = days[0].on, days[-1].on
    house = agenda.actors.get(spec.slug) if spec.slug not in settings.neighbourhoods else None
    if house:
        phone = (house.reach.phone if house.reach else None) or settings.publisher.phone
        place = _place(house.where, voice) if house.where else ()
    else:
        neighbourhood = settings.neighbourhoods[spec.slug]
        phone = neighbourhood.phone or settings.publisher.phone
        place = (Name(settings.city),)
    said = [piece for day in days for one in day.rows for piece in one.told[position].pieces()] + list(place)
    said += [piece for one in asked for piece in one.told[position].pieces()]
    prose = [piece for whole in said for piece in flat(whole) if isinstance(piece, Prose)]
    missing = any(piece.missing for piece in prose)
    unread = voice.catalogue.unread or any(piece.unread for piece in prose)
    checks = [time.activity.check.on for time in times if time.activity.check]
    foot = colophon(agenda, voice, checks, sunday, phone, short)
    return Words(
        lang=voice.lang,
        rtl=voice.rtl,
        title=voice.say("Volgende week") if spec.week else voice.say("Deze week"),
        period=voice.period(monday, sunday),
        place=place,
        call=voice.say("Bel {nummer}", nummer=Strong(voice.phone(phone))),
        key=_key(voice, days, missing=missing),
        evening=voice.word("Avond"),
        weekend=voice.word("Weekend"),
        walk_in=voice.word("Loop binnen"),
        sign_up=voice.word("Eerst aanmelden"),
        by_phone=voice.word("Aan de telefoon"),
        ask=voice.word("Niet bekend, vraag het"),
        continued=voice.word("vervolg"),
        contacts=voice.say("Bellen en adressen"),
        also=voice.say("Ook volgende week") if spec.week else voice.say("Ook deze week"),
        hint=voice.say("Schrijf erbij wat je hoort"),
        turn=tuple(_turn(voice, day.on, sunday) for day in days),
        made=foot.made,
        valid=foot.valid,
        oldest=foot.oldest,
        wrong=foot.wrong,
        newest=foot.newest,
        sample=foot.sample,
        unread=voice.say("Deze vertaling is nog niet gelezen door iemand die de taal spreekt.") if unread else None,
        people=voice.say("Vraag in dit huis naar"),
        indoors=voice.say("Alleen voor in dit huis. Zet dit blad niet op internet.") if asked else None,
    )


def _place(where: Where, voice: Voice) -> tuple[Piece, ...]:
    """Where a house is: its address and how you find it."""
    return (*((Name(where.address),) if where.address else ()), *((voice.prose(where.find),) if where.find else ()))


def _turn(voice: Voice, first: date, sunday: date) -> Piece:
    """Which days stand on the next page."""
    day, last = voice.weekday(first), voice.weekday(sunday)
    if first == sunday:
        return voice.say("Op bladzijde {nummer}: {dag}", nummer=NEXT_PAGE, dag=day)
    return voice.say("Op bladzijde {nummer}: {dag} tot en met {laatste}", nummer=NEXT_PAGE, dag=day, laatste=last)


def _key(voice: Voice, days: Sequence[Day], *, missing: bool) -> tuple[KeyItem, ...]:
    """The marks that stand on this sheet, with their words. The usual four always, so that sheets look alike."""
    rows = [one for day in days for one in day.rows]
    items = [
        KeyItem("free", voice.say("Gratis"), FREE),
        KeyItem("walk-in", voice.say("Loop binnen")),
        KeyItem("sign-up", voice.say("Eerst aanmelden")),
        KeyItem("evening", voice.say("Avond")),
    ]
    if any(one.way == "phone" for one in rows):
        items.append(KeyItem("phone", voice.say("Aan de telefoon")))
    if any(one.way == "ask" or one.cost == "unknown" or one.times is None for one in rows):
        items.append(KeyItem("ask", voice.say("Niet bekend, vraag het")))
    spoken = [one for line in rows for one in line.languages]
    if spoken:
        own = next((one for one in spoken if one.code == voice.lang), spoken[0])
        items.append(KeyItem("spoken", voice.say("Deze taal spreken we ook"), own.name))
    if sometimes := next((one for one in spoken if one.sometimes), None):
        items.append(KeyItem("sometimes", voice.say("Niet altijd"), sometimes.name))
    if missing:
        items.append(KeyItem("untranslated", voice.say("Nog niet vertaald")))
    return tuple(items)
