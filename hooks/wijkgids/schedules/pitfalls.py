"""Phrases that people write for `elke` and that cannot be taken, each with what to write instead.

A table: the first pattern that occurs in the phrase gives the answer. `{dag}` is the weekday the phrase speaks of, or
dinsdag. The order matters: what is more particular stands first.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .refusal import Refused, quote
from .words import DAY_NAMES, FOREIGN_DAYS, MONTHS, days_in, join_and

WANTED: Final = "een of meer dagen, zoals “dinsdag en donderdag” of “1e woensdag”"

_DAY: Final = "(?:" + "|".join((*DAY_NAMES.values(), *(f"{name[:2]}" for name in DAY_NAMES.values()))) + ")"
_NTH: Final = r"(?:\d+(?:e|de|ste)|eerste|tweede|derde|vierde|vijfde|zesde|laatste|voorlaatste)"
_MONTH: Final = "(?:" + "|".join(MONTHS) + ")"
_MANY: Final = r"(?:[2-9]|\d\d+|twee|drie|vier|vijf|zes|paar|enkele)"


class Pitfall(NamedTuple):
    """A phrase that is refused: the pattern that finds it, its code, and the cure."""

    pattern: str
    code: str
    cure: str


PITFALLS: Final = (
    # How often.
    Pitfall(
        r"\b(?:twee|2)[ -]?wekelijks\w*|\bveertiendaags\w*|\b14[ -]daags\w*|\bbiweekly\b",
        "every-two-meanings",
        "Om de week? Schrijf “om de week {dag}” en bij vanaf de eerste datum. Twee keer per week? Noem de twee dagen.",
    ),
    Pitfall(
        r"\b(?:drie|3|vier|4)[ -]?wekelijks\w*",
        "every-two-meanings",
        "Schrijf “om de drie weken op {dag}” en bij vanaf de eerste datum.",
    ),
    Pitfall(
        r"\b(?:twee|2|drie|3)[ -]?maandelijks\w*|\bom de (?:\w+ )?maand(?:en)?\b|\bkwartaal\b|\bjaarlijks\b"
        r"|\bper jaar\b|\b(?:twee|drie|\d) maanden\b|\b(?:elk|ieder) jaar\b",
        "every-which",
        "Zet de datums bij op: [2026-12-05, 2027-02-06].",
    ),
    Pitfall(
        rf"\b{_MANY} ?(?:x|keer|maal) (?:per|in de|in een|van de|op een|a) (?:week|maand|dag)\b|\b{_MANY}x\b",
        "every-which",
        "Noem de dagen, zoals “dinsdag en donderdag” of “1e en 3e dinsdag”.",
    ),
    Pitfall(
        r"\bom de (?:andere |twee |2 |drie |3 )?dag(?:en)?\b|\b(?:twee|2|drie|3) dagen\b",
        "every-which",
        "Noem de dagen van de week, zoals “maandag, woensdag en vrijdag”.",
    ),
    Pitfall(
        rf"\bom de (?:andere )?{_DAY}\b",
        "every-two-meanings",
        "Schrijf “om de week {dag}” en bij vanaf de eerste datum.",
    ),
    # No fixed time.
    Pitfall(
        r"\bin overleg\b|\bop afspraak\b|\bna afspraak\b|\bafspraak\b|\bop aanvraag\b",
        "every-appointment",
        "Gaat het altijd op afspraak? Laat wanneer weg en schrijf bij de activiteit op_afspraak: ja.",
    ),
    Pitfall(
        r"\b(?:on)?regelmatig\b|\bsoms\b|\baf en toe\b|\bmeestal\b|\bvaak\b|\bongeveer\b|\bwisselend\w*\b|\bwisselt\b"
        r"|\bmogelijk\b|\beventueel\b|\bonder voorbehoud\b|\bn\.?t\.?b\b|\bnader te bepalen\b|\bnog niet bekend\b"
        r"|\brooster\b|\bzie \w+|\bdiverse\b|\bverschillende\b|\bbinnenkort\b|\bdatums?\b|\bdata\b",
        "every-vague",
        "Zijn er vaste dagen? Noem ze. Zijn er losse datums? Zet ze bij op. Anders: schrijf het bij let_op.",
    ),
    Pitfall(
        r"\baltijd\b|\b24/7\b|\bdag en nacht\b|\bcontinu\b",
        "every-vague",
        "Kan het op elke dag? Schrijf “dag”, en laat tijd weg als het op elk moment kan.",
    ),
    # What belongs to another key.
    Pitfall(
        r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b",
        "every-date",
        "Zet losse datums bij op: [2026-12-05], en een begin of eind bij vanaf of tot.",
    ),
    Pitfall(
        rf"\b(?:vanaf|tot|t/m|sinds|tot en met|van|in) (?:\d{{1,2}}e? )?{_MONTH}\b",
        "every-period",
        "Haal het begin of eind hier weg, en zet de datum bij vanaf of bij tot.",
    ),
    Pitfall(
        r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:uur|u|h)\b|\b\d{1,2} ?- ?\d{1,2}\b|\b\d{1,2} tot \d{1,2}\b"
        r"|\b(?:half|kwart) \w+|\buur\b|\boverdag\b|\b(?:van|om|vanaf) \d{1,2}\b",
        "every-clock",
        "Haal de kloktijd hier weg en zet die bij tijd, zoals tijd: 10:00-12:00.",
    ),
    Pitfall(
        r"\bbehalve\b|\buitgezonderd\b|\bm\.?u\.?v\b|\bmet uitzondering\b|\btenzij\b|\bzonder\b|\bniet\b|\bgeen\b"
        r"|\bgesloten\b|\bdicht\b|\bvakanties?\b",
        "every-closure",
        "Noem hier alleen de dagen waarop het wel is. Zet bij niet wanneer het niet is, zoals niet: [schoolvakanties].",
    ),
    Pitfall(
        r"\b(?:school|zomer|kerst|herfst|mei|voorjaars|krokus)vakanties?\b",
        "every-closure",
        "Is het dan niet? Zet het bij niet: [schoolvakanties]. Is het alleen dan? Zet de datums bij op.",
    ),
    Pitfall(
        r"\bfeestdag(?:en)?\b|\bkerst\b|\bpasen\b|\bpinksteren\b|\bkoningsdag\b|\bramadan\b",
        "every-closure",
        "Is het ook op feestdagen? Schrijf bij_feestdag: gaat door. Is het dan niet? Schrijf niet: [feestdagen].",
    ),
    Pitfall(
        r"\bof\b|\ben/of\b",
        "every-or",
        "Is het op beide dagen? Schrijf “en”. Wisselt het? Zet de datums bij op.",
    ),
    Pitfall(
        r"[()\[\]{}]",
        "every-unknown",
        "Schrijf zonder haakjes. Wat tussen haakjes staat hoort bij niet, bij tijd of bij let_op.",
    ),
    # Dates and weeks of the month.
    Pitfall(
        rf"\b{_NTH}(?: (?:volle|hele))?(?: en {_NTH})* we+k\b",
        "every-week-of-month",
        "De eerste week van de maand is niet altijd de week van de 1e {dag}. Bedoel je “1e {dag}”? "
        "Anders: zet de datums bij op.",
    ),
    Pitfall(
        r"\bweek(?:nummer)?s? \d+|\bweken \d+|\bwk\.? ?\d+",
        "every-date",
        "Zet de datums bij op: [2026-12-05]. Of schrijf “even weken {dag}” of “oneven weken {dag}”.",
    ),
    Pitfall(
        rf"\b{_NTH} (?:werkdag|weekend|weekeinde)\w*",
        "every-month-day",
        "Kies een dag van de week, zoals “1e zaterdag” of “laatste vrijdag”. Of zet de datums bij op.",
    ),
    Pitfall(
        rf"\b(?:\d+(?:e|de|ste)|{_NTH}) (?:dag|van (?:de|elke|iedere) maand)"
        rf"|^(?:(?:elke|iedere|op|de) )*(?:[6-9]|[1-3]\d)(?:e|de|ste)$",
        "every-month-day",
        "Kies een dag van de week, zoals “1e {dag}” of “laatste {dag}”. Of zet de datums bij op.",
    ),
    Pitfall(
        rf"\b(?:0|[6-9]|\d\d+)(?:e|de|ste)\b|\b(?:nulde|zesde|zevende|achtste|negende|tiende)\b"
        rf"|\b{_MANY} (?:na )?laatste\b|\b(?:eerste|laatste) {_MANY}\b",
        "every-fifth",
        "Kies uit 1e, 2e, 3e, 4e, 5e, voorlaatste en laatste, zoals “1e en 3e {dag}”.",
    ),
    Pitfall(
        rf"\b{_MONTH}\b|\b(?:zomer|winter|herfst|lente|voorjaar|najaar|seizoen)\w*",
        "every-period",
        "Haal de periode hier weg. Zet bij vanaf de eerste en bij tot de laatste datum.",
    ),
    Pitfall(
        r"\bvanaf\b|\bsinds\b|\bstart\b|\bbegint\b|\bmet ingang\b|\b(?:t/m|tot) \d+(?!\w)",
        "every-period",
        "Haal het begin of eind hier weg, en zet de datum bij vanaf of bij tot.",
    ),
    # Ways to write a row of days.
    Pitfall(
        rf"\b{_DAY}\.? ?- ?{_DAY}\b",
        "every-dash",
        "",
    ),
    Pitfall(
        rf"\b{_DAY}\.? ?/ ?{_DAY}\b",
        "every-dash",
        "",
    ),
    Pitfall(
        rf"\b{_DAY}\.? tot (?!en met){_DAY}\b",
        "every-two-meanings",
        "",
    ),
    Pitfall(
        r"\w*nacht(?:en|s)?\b",
        "every-night",
        "Noem de dag waarop het begint, en zet de tijd erbij: elke: {dag}, tijd: 22:00-06:00.",
    ),
    Pitfall(
        r"\bweekdag(?:en)?\b",
        "every-two-meanings",
        "Schrijf “maandag t/m vrijdag” of “dag” (ook in het weekend).",
    ),
    Pitfall(
        r"\boneven dag(?:en)?\b|\beven dag(?:en)?\b|\b(?:on)?even (?:datum|dinsdag|" + _DAY + r")\w*",
        "every-two-meanings",
        "Gaat het om even of oneven weken? Schrijf “even weken {dag}” of “oneven weken {dag}”.",
    ),
    Pitfall(
        r"\bomstebeurt\b|\bafwisselend\b|\bom en om\b",
        "every-two-rules",
        "Maak twee regels, zoals “even weken dinsdag” en “oneven weken donderdag”.",
    ),
)

_COMPILED: Final = tuple((re.compile(pitfall.pattern), pitfall) for pitfall in PITFALLS)
_FOREIGN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def refuse_pitfall(text: str, words: str) -> None:
    """Raise `Refused` when `words` (the plain form of `text`) holds a phrase of the table or a day not in Dutch."""
    for pattern, pitfall in _COMPILED:
        if match := pattern.search(words):
            cure = pitfall.cure or _row_cure(match[0], words)
            raise Refused(pitfall.code, quote(text), WANTED, cure.replace("{dag}", _day(words)))
    for word in _FOREIGN.findall(words):
        if word in FOREIGN_DAYS:
            cure = f"Schrijf de dag in het Nederlands: {DAY_NAMES[FOREIGN_DAYS[word]]}."
            raise Refused("every-unknown", quote(text), WANTED, cure)


def _day(words: str) -> str:
    return (days_in(words) or ["dinsdag"])[0]


def _row_cure(found: str, words: str) -> str:
    """Return the cure for two days with a dash, a slash or "tot" between them."""
    first, last = days_in(found)[0], days_in(found)[-1]
    if " tot " in found:
        return f"Hoort {last} erbij? Schrijf “{first} t/m {last}”. Anders een dag eerder."
    if "/" in found:
        return f"Schrijf “{join_and(days_in(words))}”."
    numbers = {name: number for number, name in DAY_NAMES.items()}
    if numbers[first] < numbers[last]:
        return f"Schrijf “{first} t/m {last}”, of “{first} en {last}” als het alleen die twee dagen zijn."
    return f"Schrijf “{first} en {last}”, of noem alle dagen."
