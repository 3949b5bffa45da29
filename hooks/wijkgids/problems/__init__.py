"""Problems: what is wrong, where, and how to mend it. They are collected, never raised, until a door decides."""

from wijkgids.problems.message import DUTCH, LANGUAGES, Catalogue, Message, catalogue, say, translated
from wijkgids.problems.problem import Place, Problem, Weight, errors, in_language, in_order
from wijkgids.problems.report import count, lines, report, visible

__all__ = [
    "DUTCH",
    "LANGUAGES",
    "Catalogue",
    "Message",
    "Place",
    "Problem",
    "Weight",
    "catalogue",
    "count",
    "errors",
    "in_language",
    "in_order",
    "lines",
    "report",
    "say",
    "translated",
    "visible",
]
