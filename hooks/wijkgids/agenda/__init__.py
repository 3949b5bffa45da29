"""The agenda: what is true of each actor and activity after inheritance, on one day, and when things happen."""

from wijkgids.agenda.agenda import Agenda, Time, in_the_evening, make_agenda
from wijkgids.agenda.entries import (
    ActivityKey,
    ActivityOf,
    ActorOf,
    GuidanceOf,
    PersonOf,
    PromiseOf,
    Spoken,
    StoppedOf,
    ThresholdsOf,
    Where,
)
from wijkgids.records.said import Said

__all__ = [
    "ActivityKey",
    "ActivityOf",
    "ActorOf",
    "Agenda",
    "GuidanceOf",
    "PersonOf",
    "PromiseOf",
    "Said",
    "Spoken",
    "StoppedOf",
    "ThresholdsOf",
    "Time",
    "Where",
    "in_the_evening",
    "make_agenda",
]
