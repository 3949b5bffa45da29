"""What belongs together in a record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem, say
from wijkgids.records.parts import AddressPlace
from wijkgids.records.values import Answer
from wijkgids.yamlfiles import Path_

# Codes are read aloud over the phone: no vowels (no words), no letters that look like digits.
CODE_SIGNS = "bcdfghjkmnpqrstvwxz23456789"


def pairs(subject: Subject) -> Iterator[Problem]:
    """Keys that need each other, or that cannot stand together."""
    actor = subject.actor
    if actor.belongs_to and (actor.belongs_to.actor is None) == (actor.belongs_to.text is None):
        yield subject.problem(
            ("hoort_bij",),
            "twee dingen of niets",
            "'actor' of 'tekst'",
            'Schrijf {actor: …} of {tekst: "…"}.',
            "een-van-twee",
        )
    for number, guidance in enumerate(actor.guides):
        if (guidance.to is None) == (guidance.self_ is None):
            yield subject.problem(("gidst", number), "'naar' en 'zelf' samen, of geen van beide", "'naar: …' of 'zelf: ja'",
                                  "Gaat iemand mee naar een ander? Schrijf naar. Helpt iemand hier? Schrijf zelf: ja.", "een-van-twee")  # fmt: skip
        if guidance.pause and guidance.pause.until and guidance.pause.until < guidance.pause.from_:
            yield subject.problem(
                ("gidst", number, "pauze", "tot"),
                "een dag vóór 'vanaf'",
                "een dag erna",
                "Draai de twee dagen om.",
                "volgorde",
            )
    for path, one in subject.sources:
        if isinstance(one.place, AddressPlace) and not (one.place.address or one.place.name):
            yield subject.problem(
                (*path, "plek"),
                "geen adres en geen naam",
                "'adres' of 'naam'",
                "Schrijf het adres, of de naam van het plein of park.",
                "een-van-twee",
            )
        if isinstance(one.place, AddressPlace) and (one.place.lat is None) != (one.place.lon is None):
            yield subject.problem(
                (*path, "plek"),
                "alleen 'lat' of alleen 'lon'",
                "allebei",
                "Neem beide getallen over van de kaart.",
                "een-van-twee",
            )
        if len(one.first_time) > 3:
            yield subject.problem(
                (*path, "eerste_keer"),
                say("{number} stappen", number=len(one.first_time)),
                "ten hoogste drie",
                "Houd over wat iemand de eerste keer moet weten.",
                "te-veel-stappen",
                mild=True,
            )
    for path, activity in subject.activities:
        if activity.closed and not activity.how_to_join:
            yield subject.problem(
                (*path, "besloten"),
                "geen manier om mee te doen",
                "'hoe_meedoen'",
                "Schrijf erbij hoe iemand mee kan doen: hoe_meedoen: Bel de gastvrouw.",
                "besloten",
            )
        if (
            activity.ages
            and activity.ages.from_ is not None
            and activity.ages.to is not None
            and activity.ages.from_ > activity.ages.to
        ):
            yield subject.problem(
                (*path, "leeftijd"),
                "'van' is hoger dan 'tot'",
                "de laagste leeftijd eerst",
                "Draai de twee getallen om.",
                "volgorde",
            )
        if not (
            activity.schedules
            or activity.by_appointment
            or activity.by_phone
            or activity.visits
            or activity.next_start
            or activity.stopped
        ):
            yield subject.problem(path, "niets over wanneer het is", "'wanneer', 'op_afspraak: ja', 'telefonisch: ja' of 'komt_langs: ja'",
                                  "Schrijf wanneer het is. Weet je het niet? Vraag het de groep.", "geen-tijd", mild=True)  # fmt: skip


def identity(subject: Subject) -> Iterator[Problem]:
    """Ids of activities, and permanent codes."""
    seen: dict[str, int] = {}
    for path, activity in subject.activities:
        if activity.id in seen:
            yield subject.problem(
                (*path, "id"),
                say("'{id}' staat er twee keer", id=activity.id),
                "een eigen id",
                "Geef een van de twee een ander id.",
                "dubbel",
            )
        seen[activity.id] = 1
    for path, one in subject.sources:
        if one.code is None:
            made = short_code(f"{subject.slug}/{getattr(one, 'id', '')}")
            yield subject.problem(
                (*path, "code"),
                "er is nog geen code",
                "een vaste korte code",
                say("Zet erbij: code: {made}", made=made),
                "geen-code",
                mild=True,
            )


def short_code(text: str) -> str:
    """A code of four signs for a new entry, from its slug: given once, kept for ever."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
    signs = ""
    for _ in range(4):
        number, digit = divmod(number, len(CODE_SIGNS))
        signs += CODE_SIGNS[digit]
    return signs


def agreement(subject: Subject) -> Iterator[Problem]:
    """An informal group is only in the guide when it said yes (design §3), also as who does an activity of another."""
    if subject.actor.agreement is None:
        path = next(_informal(subject), None)
        if path is not None:
            yield subject.problem(
                path,
                "geen 'akkoord'",
                "akkoord van de groep zelf",
                "Vraag de groep of ze in de gids wil. Zet erbij: akkoord: {op: 2026-10-01, van: de gastvrouw}.",
                "geen-akkoord",
            )
    for path, activity in subject.activities:
        other = subject.guide.actors.get(activity.organiser or "")
        if other and other is not subject.actor and other.agreement is None and not _formal(subject, other.kind):
            yield subject.problem(
                (*path, "organisator"),
                say("'{slug}' heeft niet gezegd dat het in de gids mag", slug=activity.organiser),
                "een organisator met 'akkoord'",
                "Vraag het die groep, en zet akkoord in haar bestand. Of noem hier geen organisator.",
                "organisator-zonder-akkoord",
            )
        if activity.prescription and activity.referrers is Answer.NO:
            yield subject.problem(
                (*path, "recept"),
                "een recept, maar 'verwijzers: nee'",
                "'verwijzers: ja'",
                "Mogen huisartsen en buurtteams hierheen sturen? Schrijf verwijzers: ja. Zo niet: haal recept weg.",
                "recept-zonder-akkoord",
                mild=True,
            )


def _informal(subject: Subject) -> Iterator[Path_]:
    """Where it says that the group is informal: by its own kind, or by that of an activity."""
    if not _formal(subject, subject.actor.kind):
        yield ()
    for path, activity in subject.activities:
        if activity.kind and not _formal(subject, activity.kind):
            yield (*path, "soort")


def _formal(subject: Subject, kind: str) -> bool:
    known = subject.guide.words.kinds.get(kind)
    return known is None or known.formal
