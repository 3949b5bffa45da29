"""Welfare on prescription: what a practice nurse and a patient choose from together, and take home on paper.

Only what agreed itself to be sent to: the activity names its heading (`recept`), its group agreed to referrals, and
nobody who does it refused. The sheet says nothing of why someone came, and its title nothing of where it was given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wijkgids.agenda import ActivityOf, ActorOf, Agenda, PersonOf
from wijkgids.freshness import Stage, months_later
from wijkgids.records import alike
from wijkgids.records.values import Answer
from wijkgids.texts import Ltr, Name, Piece, Prose, Voice
from wijkgids.texts.dates import RTL
from wijkgids.views import addresses, rows, thresholds
from wijkgids.views.actor_sheet import MONTHS
from wijkgids.views.folder import Tongue
from wijkgids.views.folder_card import holds
from wijkgids.views.parts import Chip
from wijkgids.views.routes import there
from wijkgids.views.schedule_text import when
from wijkgids.views.shell import sample_notice

COACH = "welzijnscoach"  # the role, as records name it
RULES = 2  # lines of when on a row; its page says the rest
# The headings of the sheet in their order, each with how words begin that people write for it. What fits none stands
# under its own words.
CATEGORIES = (
    ("maken", ("creati", "mak", "maak", "knuts", "muziek", "zing", "teken", "schilder", "naai")),
    ("leren", ("lez", "leer", "leren", "taal", "boek")),
    ("eten", ("eten", "kok", "kook", "voeding")),
    ("bewegen", ("beweg", "sport", "wandel", "lopen", "fiets", "dans", "zwem")),
    ("ontmoeten", ("ontmoet", "koffie")),
    ("meehelpen", ("meehelp", "vrijwillig", "nuttig")),
)


@dataclass(frozen=True)
class Option:
    """A neighbourhood to choose: its key on what stands below, `on` the one that is chosen at first."""

    key: str
    text: Piece
    on: bool


@dataclass(frozen=True)
class Coach:
    """Whom to talk with first, in a neighbourhood (`key`). Where no coach is known, `said` tells whom to call."""

    key: str
    name: Piece | None
    said: Piece | None
    when: tuple[Piece, ...] = ()
    phone: Ltr | None = None
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True)
class Choice:
    """Something one may choose. `id` names it in every language; `checked` says from when to call first."""

    id: str
    page: str
    name: Prose
    by: Piece
    place: Piece | None
    first: Piece | None
    when: tuple[Piece, ...]
    chips: tuple[Chip, ...]
    phone: Ltr | None
    checked: Piece


@dataclass(frozen=True)
class Category:
    """A heading and what stands under it in a neighbourhood (`key`; `quarter` is its name where there are more)."""

    id: str
    key: str
    heading: Piece
    quarter: Name | None
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class PrescriptionPage:
    """All that the sheet says, in one language. It names no address of its own: paper is read by others too.

    `oldest` is the oldest check on it.
    """

    title: Piece
    description: Piece
    quarters: tuple[Option, ...]
    tongues: tuple[Tongue, ...]
    coaches: tuple[Coach, ...]
    categories: tuple[Category, ...]
    made: Ltr
    until: Ltr
    oldest: Ltr | None
    phone: Ltr
    sample: Piece | None


def prescription_page(agenda: Agenda, voice: Voice) -> PrescriptionPage:
    """The sheet for all neighbourhoods in a language: one chooses the neighbourhood on it, the first stands there."""
    settings = agenda.guide.checked
    quarters = list(settings.neighbourhoods)
    until = months_later(agenda.today, MONTHS)
    coaches = {key: tuple(_coaches(agenda, key)) for key in quarters}
    first = {one.key for found in coaches.values() for _, _, one in found if one}
    choices = [one for one in agenda.activities.values() if welcome(agenda, one) and one.key not in first]
    checks = [one.check.on for one in choices if one.check]
    named = [Option(_key(key), Name(settings.neighbourhoods[key].name), key == quarters[0]) for key in quarters]
    return PrescriptionPage(
        title=voice.say("Iets voor jou"),
        description=voice.say("Om mee te nemen en rustig te bekijken."),
        quarters=(*named, Option("alles", voice.say("De hele gids"), False)) if len(quarters) > 1 else (),
        tongues=tuple(
            Tongue(code, "rtl" if code in RTL else "ltr", voice.language(code), addresses.prescription(code))
            for code in settings.languages
            if code != voice.lang
        ),
        coaches=tuple(
            one
            for key in quarters
            for one in ([_coach(agenda, voice, key, *each) for each in coaches[key]] or [_nobody(agenda, voice, key)])
        ),
        categories=tuple(part for key in quarters for part in _categories(agenda, voice, key, choices, until)),
        made=voice.date_digits(agenda.today),
        until=voice.date_digits(until),
        oldest=voice.date_digits(min(checks)) if checks else None,
        phone=voice.phone(settings.publisher.phone),
        sample=sample_notice(agenda, voice),
    )


def welcome(agenda: Agenda, one: ActivityOf) -> bool:
    """Whether a practice may send people to an activity: it goes on, is open to all who come, and agreed.

    Agreed is: it names its heading; of those who do it one at least said yes to referrals, and nobody no.
    """
    if one.prescription is None or not one.live or one.closed or one.freshness.stage is Stage.SUNK:
        return False
    doers = [agenda.actors[slug] for slug in dict.fromkeys((one.actor, one.organiser))]
    answers = [doer.agreement.referrers for doer in doers if doer.agreement]
    return all(doer.live for doer in doers) and Answer.YES in answers and Answer.NO not in (one.referrers, *answers)


def heading_of(words: str) -> str | None:
    """The heading of the sheet to which the words of a record belong; None where they are a heading of their own."""
    for name, stems in CATEGORIES:
        if any(word.startswith(stems) for word in alike.words(words)):
            return name
    return None


def _key(neighbourhood: str) -> str:
    return f"w-{neighbourhood}"


def _categories(
    agenda: Agenda, voice: Voice, key: str, choices: Sequence[ActivityOf], until: date
) -> Iterator[Category]:
    """The headings of a neighbourhood in their order, then those in own words; under each the choices by name."""
    quarters = agenda.guide.checked.neighbourhoods
    order = [name for name, _ in CATEGORIES]
    found: dict[str, list[ActivityOf]] = {}
    for one in choices:
        if one.neighbourhood == key and one.prescription:
            words = one.prescription.text
            found.setdefault(heading_of(words) or f"'{alike.fold(words)}", []).append(one)
    ordered = sorted(found, key=lambda name: (order.index(name) if name in order else len(order), name))
    for at, name in enumerate(ordered, 1):
        own = found[name][0].prescription
        said: Piece = _heading(voice, name) if name in order or own is None else _capital(voice.prose(own))
        yield Category(
            id=f"{key}-{at}",
            key=_key(key),
            heading=said,
            quarter=Name(quarters[key].name) if len(quarters) > 1 else None,
            choices=tuple(
                _choice(agenda, voice, one, until) for one in voice.sorted(found[name], key=lambda one: one.name.text)
            ),
        )


def _heading(voice: Voice, name: str) -> str:
    return voice.word(
        {
            "maken": "Iets maken",
            "leren": "Lezen en leren",
            "eten": "Eten",
            "bewegen": "Bewegen",
            "ontmoeten": "Mensen ontmoeten",
            "meehelpen": "Meehelpen",
        }[name]
    )


def _capital(said: Prose) -> Prose:
    return replace(said, text=said.text[:1].upper() + said.text[1:])


def _choice(agenda: Agenda, voice: Voice, one: ActivityOf, until: date) -> Choice:
    step = voice.prose(one.first_time[0]) if one.first_time else None
    phone = one.reach.phone if one.reach else None
    group = Name(agenda.actors[one.organiser].name)
    return Choice(
        id=".".join(one.key),
        page=rows.page_of(one),
        name=voice.prose(one.name),
        by=voice.say("bij {groep}", groep=group),
        place=place if (place := rows.place(agenda, voice, one)) != group else None,
        first=voice.say("{taal}: {wie}", taal=voice.say("De eerste keer"), wie=step) if step else None,
        when=tuple(_when(agenda, voice, one)),
        chips=tuple(_chips(agenda, voice, one)),
        phone=voice.phone(phone) if phone else None,
        checked=_checked(agenda, voice, one, until),
    )


def _when(agenda: Agenda, voice: Voice, one: ActivityOf) -> Iterator[Piece]:
    said = when(voice, agenda, one)
    yield from (line.when for line in said.lines[:RULES])
    yield from said.manner
    if said.unknown:
        yield voice.say("Niet bekend, vraag het.")


def _chips(agenda: Agenda, voice: Voice, one: ActivityOf) -> Iterator[Chip]:
    """What it costs, how one comes, who comes along, and every language: here nobody is on a page of a language."""
    if one.freshness.call_first:
        yield rows.call_chip(voice, one.freshness)
    yield from thresholds.lead_chips(voice, one)
    towards = [way for slug in dict.fromkeys((one.actor, one.organiser)) for way in agenda.actors[slug].guided_by]
    if any(way.state == "open" and there(agenda, way) and any(how.along for how in way.hows) for way in towards):
        yield Chip("ok", voice.say("Er gaat iemand mee"), "together")
    yield from (Chip("plain", voice.language(code)) for code in dict.fromkeys(spoken.code for spoken in one.languages))


def _checked(agenda: Agenda, voice: Voice, one: ActivityOf, until: date) -> Piece:
    """When it was checked; and from when to call first, where that is before the sheet is too old itself."""
    last = holds(agenda.today, one)
    if one.check and last and last < until and not one.freshness.call_first and one.freshness.due:
        return voice.say("Bel eerst vanaf {dag}.", dag=voice.date_digits(one.freshness.due))
    return voice.say("Nagekeken op {dag}.", dag=voice.date_digits(one.check.on)) if one.check else ""


def _coaches(agenda: Agenda, key: str) -> Iterator[tuple[ActorOf, PersonOf | None, ActivityOf | None]]:
    """The coaches of a neighbourhood: who has that role or an activity of that name, with role and activity."""
    for actor in agenda.actors.values():
        if not actor.live or actor.neighbourhood != key or (actor.agreement and actor.agreement.referrers is Answer.NO):
            continue
        role = next((one for one in actor.people if COACH in alike.fold(one.role.text)), None)
        going = [one for one in actor.activities if one.live]
        talk = next((one for one in going if _is_talk(one, COACH)), None)
        if role and talk is None:
            talk = next((one for one in going if _is_talk(one, "coach")), None)
        if role or talk:
            yield actor, role, talk


def _is_talk(one: ActivityOf, word: str) -> bool:
    said = (one.key[1], one.name.text, one.prescription.text if one.prescription else "")
    return any(word in alike.words(text) for text in said)


def _coach(
    agenda: Agenda, voice: Voice, key: str, actor: ActorOf, role: PersonOf | None, talk: ActivityOf | None
) -> Coach:
    reach = talk.reach if talk else actor.reach
    phone = (role.phone if role else None) or (reach.phone if reach else None)
    needs = talk.thresholds if talk else actor.thresholds
    chips = list(thresholds.lead_chips(voice, talk)) if talk else [thresholds.cost_chip(voice, needs)]
    chips += [chip for chip in thresholds.needed(voice, needs).known if chip.icon == "clock"]
    codes = role.languages if role and role.languages else tuple(one.code for one in (talk or actor).languages)
    times = tuple(_when(agenda, voice, talk)) if talk and talk.rules else ()
    if not times and role and role.when:
        times = (voice.prose(role.when),)
    return Coach(
        key=_key(key),
        name=Name(actor.name),
        said=voice.prose(talk.summary) if talk and talk.summary else voice.prose(actor.summary),
        when=times,
        phone=voice.phone(phone) if phone else None,
        chips=(*chips, *(Chip("plain", voice.language(code)) for code in dict.fromkeys(codes))),
    )


def _nobody(agenda: Agenda, voice: Voice, key: str) -> Coach:
    """Where no coach is known: who keeps the guide may know one."""
    quarter = agenda.guide.checked.neighbourhoods[key]
    said = voice.say(
        "In {wijk} staat nog geen welzijnscoach in de gids. Bel, dan zoeken we samen.", wijk=Name(quarter.name)
    )
    return Coach(_key(key), None, said, phone=voice.phone(quarter.phone or agenda.guide.checked.publisher.phone))
