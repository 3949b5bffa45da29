"""The agenda: what is true of each actor and activity after inheritance, on one day, and when things happen."""

from wijkgids.agenda.agenda import HOUSES, Agenda, Time, in_the_evening, make_agenda
from wijkgids.agenda.entries import (
    ActivityKey,
    ActivityOf,
    ActorOf,
    GuidanceOf,
    PersonOf,
    PromiseOf,
    RecordingOf,
    Spoken,
    StoppedOf,
    ThresholdsOf,
    Where,
)
from wijkgids.agenda.expiring import Ask, Expiring, OfKind, by_kind, expiring
from wijkgids.agenda.places import Ground, Grounds, PlaceOf
from wijkgids.records.said import Said

__all__ = [
    "HOUSES",
    "ActivityKey",
    "ActivityOf",
    "ActorOf",
    "Agenda",
    "Ask",
    "Expiring",
    "Ground",
    "Grounds",
    "GuidanceOf",
    "OfKind",
    "PersonOf",
    "PlaceOf",
    "PromiseOf",
    "RecordingOf",
    "Said",
    "Spoken",
    "StoppedOf",
    "ThresholdsOf",
    "Time",
    "Where",
    "by_kind",
    "expiring",
    "in_the_evening",
    "make_agenda",
]
