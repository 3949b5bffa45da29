"""Phrases that people write for `elke` and that cannot be taken, each with what to write instead.

A table: the first pattern that occurs in the phrase gives the answer. `{dag}` is the weekday the phrase speaks of, or
dinsdag. The order matters: what is more particular stands first. Where `remedy` can work out the very words to type
instead, it gives those. What stands between “ and ” can be typed over after `elke`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from wijkgids.problems import Message, say

from .refusal import Refused, quote
from .words import DAY_NAMES, FOREIGN_DAYS, MONTHS, SHORT_NAMES, days_in, join_and

WANTED: Final = "een of meer dagen, zoals “dinsdag en donderdag” of “1e woensdag”"

_SHORTS: Final = (short for number, name in DAY_NAMES.items() for short in (name[:2], *SHORT_NAMES[number]))
_DAY: Final = "(?:" + "|".join((*DAY_NAMES.values(), *_SHORTS)) + ")"
_NTH: Final = r"(?:\d+(?:e|de|ste)|eerste|tweede|derde|vierde|vijfde|zesde|laatste|voorlaatste)"
_MONTH: Final = "(?:" + "|".join(MONTHS) + ")"
_MANY: Final = r"(?:[2-9]|\d\d+|twee|drie|vier|vijf|zes|paar|enkele)"


# For a dash between two days; `_row` fills it in.
ROW: Final = "Schrijf “{een} t/m {twee}”, of “{een} en {twee}” als het alleen die twee dagen zijn."


class Pitfall(NamedTuple):
    """A phrase that is refused: the pattern that finds it, its code, and the cure."""

    pattern: str
    code: str
    cure: str


PITFALLS: Final = (
    Pitfall(
        r"^(?:nvt|n\.v\.t|geen|nee|-+|\?+|onbekend|weet (?:ik )?niet|n\.?n\.?b|tb[ad])$",
        "elke-vaag",
        "Weet je niet wanneer het is? Laat wanneer dan weg.",
    ),
    # How often.
    Pitfall(
        r"\b(?:twee|2)[ -]?wekelijks\w*|\bveertiendaags\w*|\b14[ -]daags\w*|\bbiweekly\b",
        "elke-dubbelzinnig",
        "Om de week? Schrijf “om de week {dag}” en bij vanaf de eerste datum. Twee keer per week? Noem de twee dagen.",
    ),
    Pitfall(
        r"\b(?:elke|iedere) (?:2e|2de|tweede) (?:en (?:4e|4de|vierde) )?we+k\b(?! van)",
        "elke-dubbelzinnig",
        "Om de week? Schrijf “om de week {dag}” en bij vanaf de eerste datum. De tweede week van de maand? "
        "Zet de datums bij op.",
    ),
    Pitfall(
        r"\b(?:elke|iedere) (?:3e|3de|derde) we+k\b(?! van)",
        "elke-dubbelzinnig",
        "Om de drie weken? Schrijf “om de drie weken {dag}” en bij vanaf de eerste datum. De derde week van de maand? "
        "Zet de datums bij op.",
    ),
    Pitfall(
        r"\b(?:drie|3)[ -]?wekelijks\w*",
        "elke-dubbelzinnig",
        "Schrijf “om de drie weken {dag}” en bij vanaf de eerste datum.",
    ),
    Pitfall(
        r"\b(?:vier|4)[ -]?wekelijks\w*",
        "elke-dubbelzinnig",
        "Schrijf “om de vier weken {dag}” en bij vanaf de eerste datum.",
    ),
    Pitfall(
        r"\b(?:twee|2|drie|3)[ -]?maandelijks\w*|\bom de (?:\w+ )?maand(?:en)?\b|\bkwartaal\b|\bjaarlijks\b"
        r"|\bper jaar\b|\b(?:twee|drie|\d) maanden\b|\b(?:elk|ieder|het) jaar\b"
        r"|\b(?:on)?even maand(?:en)?\b|\bhalf ?jaar\w*|\b(?:2e|2de|tweede|3e|3de|derde) maand\b",
        "elke-welke",
        "Zet de datums bij op: [2026-12-05, 2027-02-06].",
    ),
    Pitfall(
        rf"\b{_MANY} ?(?:x|keer|maal) (?:per|in de|in een|van de|op een|a) (?:week|maand|dag)\b|\b{_MANY}x\b",
        "elke-welke",
        "Noem de dagen, zoals “dinsdag en donderdag” of “1e en 3e dinsdag”.",
    ),
    Pitfall(
        r"\b(?:[1-6]|een|twee|drie|vier|vijf|zes) dag(?:en)? (?:per|in de) week\b",
        "elke-welke",
        "Noem de dagen, zoals “maandag t/m vrijdag” of “dinsdag en donderdag”.",
    ),
    Pitfall(
        rf"\bom de (?:twee|2) {_DAY}(?:en)?\b",
        "elke-dubbelzinnig",
        "Schrijf “om de week {dag}” en bij vanaf de eerste datum.",
    ),
    Pitfall(
        rf"\bom de (?:drie|3) {_DAY}(?:en)?\b",
        "elke-dubbelzinnig",
        "Schrijf “om de drie weken {dag}” en bij vanaf de eerste datum.",
    ),
    Pitfall(
        rf"(?<!week )(?<!weken )\b[1-5](?: ?(?:,|en|&|\+|/|-) ?[1-5])+ (?:e |ste )?{_DAY}\b",
        "elke-welke",
        "Zet er een e achter, zoals “1e en 3e {dag}”.",
    ),
    Pitfall(
        rf"(?<!eerste )(?<!laatste )(?<!week )(?<!weken )(?<! en )\b(?:een|1|{_MANY}) (?:{_DAY}|weekend)(?:en|s)?\b",
        "elke-welke",
        "Zeg welke van de maand, zoals “1e {dag}”, “1e en 3e {dag}” of “laatste {dag}”.",
    ),
    Pitfall(
        r"\bom de (?:andere |twee |2 |drie |3 )?dag(?:en)?\b|\b(?:twee|2|drie|3) dagen\b",
        "elke-welke",
        "Noem de dagen van de week, zoals “maandag, woensdag en vrijdag”.",
    ),
    Pitfall(
        rf"\bom de (?:andere )?{_DAY}\b|\b(?:elke|iedere) andere {_DAY}\b",
        "elke-dubbelzinnig",
        "Schrijf “om de week {dag}” en bij vanaf de eerste datum.",
    ),
    # No fixed time.
    Pitfall(
        r"\bin overleg\b|\bop afspraak\b|\bna afspraak\b|\bafspraak\b|\bop (?:aanvraag|verzoek)\b",
        "elke-afspraak",
        "Gaat het altijd op afspraak? Laat wanneer weg en schrijf bij de activiteit op_afspraak: ja.",
    ),
    # Days that are one date, or the distance to another day.
    Pitfall(
        rf"\b(?:volgende|deze|afgelopen) (?:{_DAY}|week|maand)\w*\b|\baanstaande\b|\ba\.s\b|\bkomende\b|^morgen$"
        r"|\bvandaag\b|\b(?:over)?morgen(?:ochtend|middag|avond)\b|\bovermorgen\b|\bvan(?:middag|avond|ochtend)\b"
        r"|\been(?:malig|s per jaar)\b",
        "elke-datum",
        "Is het één keer? Haal elke weg, en zet de datum bij op: [2026-12-05].",
    ),
    Pitfall(
        rf"\b(?:na|voor) (?:de |het |elke |iedere )?(?:{_NTH} )?(?:{_DAY}|weekend|week)\b"
        r"|\b(?:na|voor|rond|met) (?:de )?(?:kerst|pasen|pinksteren|hemelvaart|koningsdag|nieuwjaar|ramadan)\w*"
        r"|\b(?:paas|pinkster|kerst)dag\b",
        "elke-datum",
        "Dat kan niet met elke. Zet de datums bij op: [2026-12-05, 2027-01-09].",
    ),
    Pitfall(
        r"\bna (?:de |het |elke |iedere )?(?:\w*dienst|mis|\w*gebed|kerk|moskee|school\w*|les|lunch|werk\w*)\b"
        r"|\btussen de middag\b|\bnamiddags\b|\bzonsondergang\b|\bmiddaguur\b|\betenstijd\b",
        "elke-kloktijd",
        "Zet de kloktijd bij tijd, zoals tijd: 12:00-13:00. Weet je die niet? Laat tijd weg en schrijf het bij let_op.",
    ),
    Pitfall(
        r"\b(?:on)?regelmatig\b|\bsoms\b|\baf en toe\b|\bmeestal\b|\bvaak\b|\bongeveer\b|\bwisselend\w*\b|\bwisselt\b"
        r"|\bmogelijk\b|\beventueel\b|\bonder voorbehoud\b|\bn\.?t\.?b\b|\bnader te bepalen\b|\bnog niet bekend\b"
        r"|\brooster\b|\bzie \w+|\bevt\b|\broulerend\b|\bflexibel\b"
        r"|\bin principe\b|\bdoorgaans\b|\bnormaal\b|\bdiverse\b|\bverschillende\b|\bbinnenkort\b|\bdatums?\b|\bdata\b",
        "elke-vaag",
        "Zijn er vaste dagen? Noem ze. Zijn er losse datums? Zet ze bij op. Anders: schrijf het bij let_op.",
    ),
    Pitfall(
        r"\baltijd\b|\b24/7\b|\b24 uur\b|\bdag en nacht\b|\bcontinu\b",
        "elke-vaag",
        "Kan het op elke dag? Schrijf “dag”, en laat tijd weg als het op elk moment kan.",
    ),
    # What belongs to another key.
    Pitfall(
        rf"\b\d{{4}}-\d{{1,2}}-\d{{1,2}}\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b"
        rf"|(?<!van )(?<!vanaf )(?<!tot )(?<!sinds )(?<!t/m )(?<!en met )(?<!per )\b\d{{1,2}}e? {_MONTH}\b"
        rf"|\b{_NTH} {_DAY}\w* (?:van|in) {_MONTH}\b|\b\d{{1,2}}/(?:1[0-2]|0?[1-9])\b(?! ?{_DAY})"
        r"|\b(?:2[4-9]|3[01])-(?:1[0-2]|0?[1-9])\b",
        "elke-datum",
        "Zet losse datums bij op: [2026-12-05], en een begin of eind bij vanaf of tot.",
    ),
    Pitfall(
        rf"\bin (?:de maand(?:en)? )?{_MONTH}\b",
        "elke-periode",
        "Noem hier alleen de dag: “{dag}”. Zet de andere maanden bij niet, zoals niet: [mei t/m september].",
    ),
    Pitfall(
        rf"\b(?:vanaf|tot|t/m|sinds|tot en met|van|per) (?:\d{{1,2}}e? )?{_MONTH}\b",
        "elke-periode",
        "Haal dat hier weg, en zet de eerste datum bij vanaf en de laatste bij tot.",
    ),
    Pitfall(
        r"\b\d{1,2}[:.uh]\d{2}\b|\b\d{1,2} ?(?:uur|u|h)\b|\b\d{1,2} ?- ?\d{1,2}\b|\b\d{1,2} tot \d{1,2}\b"
        r"|\b(?:half|kwart) \w+|\buur\b|\boverdag\b|\b(?:van|om|vanaf) \d{1,2}\b",
        "elke-kloktijd",
        "Haal de kloktijd hier weg en zet die bij tijd, zoals tijd: 10:00-12:00.",
    ),
    Pitfall(
        r"\bschool(?:weken|week|jaar)\b",
        "elke-sluiting",
        "Is het alleen als er school is? Schrijf {elke: {dag}, niet: [schoolvakanties]}.",
    ),
    Pitfall(
        r"\bbehalve\b|\buitgezonderd\b|\bm\.?u\.?v\b|\bmet uitzondering\b|\btenzij\b|\bzonder\b|\bniet\b|\bgeen\b"
        r"|\bgesloten\b|\bdicht\b|\bvakanties?\b",
        "elke-sluiting",
        "Noem hier alleen de dagen waarop het wel is. Zet bij niet wanneer het niet is, zoals niet: [schoolvakanties].",
    ),
    Pitfall(
        r"\b(?:school|zomer|kerst|herfst|mei|voorjaars|krokus)vakanties?\b",
        "elke-sluiting",
        "Is het dan niet? Zet het bij niet: [schoolvakanties]. Is het alleen dan? Zet de datums bij op.",
    ),
    Pitfall(
        r"\bfeestdag(?:en)?\b|\bkerst\b|\bpasen\b|\bpinksteren\b|\bkoningsdag\b|\bramadan\b",
        "elke-sluiting",
        "Noem hier alleen weekdagen. Gaat het door als dat een feestdag is? Schrijf bij_feestdag: gaat door. "
        "Is het dan niet? Schrijf niet: [feestdagen]. Andere feestdagen: zet hun datums in een eigen regel bij op.",
    ),
    Pitfall(
        r"\bof\b|\ben/of\b|\bdan wel\b|\bresp\b",
        "elke-of",
        "Is het op beide dagen? Schrijf “{dagen}”. Wisselt het? Zet de datums bij op.",
    ),
    # Dates and weeks of the month.
    Pitfall(
        rf"\beerste (?:twee|2) {_DAY}",
        "elke-hoogstens-vijf",
        "Schrijf “1e en 2e {dag}”.",
    ),
    Pitfall(
        rf"\blaatste (?:twee|2) {_DAY}",
        "elke-hoogstens-vijf",
        "Schrijf “voorlaatste en laatste {dag}”.",
    ),
    Pitfall(
        rf"\b{_NTH}(?: (?:volle|hele))?(?: en {_NTH})* we+k\b",
        "elke-week-van-de-maand",
        "Een week van de maand is iets anders: de 1e {dag} kan in de tweede week vallen. Bedoel je “1e {dag}”? "
        "Anders: zet de datums bij op.",
    ),
    Pitfall(
        r"\bweek(?:nummer)?s? \d+|\bweken \d+|\bwk\.? ?\d+",
        "elke-datum",
        "Zet de datums bij op: [2026-12-05]. Of schrijf “even weken {dag}” of “oneven weken {dag}”.",
    ),
    Pitfall(
        rf"\b{_NTH} (?:werkdag|weekend|weekeinde)\w*",
        "elke-dag-van-de-maand",
        "Kies een dag van de week, zoals “1e zaterdag” of “laatste vrijdag”. Of zet de datums bij op.",
    ),
    Pitfall(
        rf"\b(?:\d+(?:e|de|ste)|{_NTH}) (?:dag|van (?:de|elke|iedere) maand)"
        rf"|^(?:(?:elke|iedere|op|de) )*(?:[6-9]|[1-3]\d)(?:e|de|ste)$",
        "elke-dag-van-de-maand",
        "Kies een dag van de week, zoals “1e {dag}” of “laatste {dag}”. Of zet de datums bij op.",
    ),
    Pitfall(
        rf"\b(?:0|[6-9]|\d\d+)(?:e|de|ste)\b|\b(?:nulde|zesde|zevende|achtste|negende|tiende)\b"
        rf"|\b{_MANY} (?:na )?laatste\b|\b(?:eerste|laatste) {_MANY}\b",
        "elke-hoogstens-vijf",
        "Kies uit 1e, 2e, 3e, 4e, 5e, voorlaatste en laatste, zoals “1e en 3e {dag}”.",
    ),
    Pitfall(
        rf"\b{_MONTH}\b|\b(?:zomer|winter|herfst|lente|voorjaar|najaar|seizoen)\w*",
        "elke-periode",
        "Haal de periode hier weg. Zet bij vanaf de eerste en bij tot de laatste datum.",
    ),
    Pitfall(
        r"\bvanaf\b|\bsinds\b|\bstart\b|\bbegint\b|\bmet ingang\b|\b(?:t/m|tot) \d+(?!\w)",
        "elke-periode",
        "Haal dat hier weg, en zet de eerste datum bij vanaf en de laatste bij tot.",
    ),
    # Ways to write a row of days.
    Pitfall(
        r"(?:ochtend|middag|avond)\w* ?/ ?(?:-|'s )?(?:ochtend|middag|avond)",
        "elke-twee-regels",
        "Maak twee regels, elk met een eigen tijd, zoals {elke: {dag}ochtend} en {elke: {dag}middag}.",
    ),
    Pitfall(
        rf"\b{_DAY}\.? ?[->~→] ?{_DAY}(?:\b|(?=ochtend|middag|avond))",
        "elke-streepje",
        ROW,
    ),
    Pitfall(
        rf"\b{_DAY}\.? ?[/|\\] ?{_DAY}",
        "elke-streepje",
        "Schrijf “{dagen}”.",
    ),
    Pitfall(
        r"\b[1-5](?:e|de|ste) ?[/-] ?[1-5](?:e|de|ste)\b",
        "elke-streepje",
        "Zet er en tussen, zoals “1e en 3e {dag}”.",
    ),
    Pitfall(
        rf"\b{_DAY}\.? tot (?!en met){_DAY}\b|\btussen {_DAY} en {_DAY}\b",
        "elke-dubbelzinnig",
        ROW,
    ),
    Pitfall(
        r"\w*nacht(?:en|s)?\b",
        "elke-nacht",
        "Noem de dag waarop het begint, en zet de tijd erbij: {elke: {dag}, tijd: 22:00-06:00}.",
    ),
    Pitfall(
        r"\bweekdag(?:en)?\b|\bhele week\b",
        "elke-dubbelzinnig",
        "Schrijf “maandag t/m vrijdag” of “dag” (ook in het weekend).",
    ),
    Pitfall(
        r"\boneven dag(?:en)?\b|\beven dag(?:en)?\b|\b(?:on)?even (?:datum|dinsdag|" + _DAY + r")\w*",
        "elke-dubbelzinnig",
        "Gaat het om even of oneven weken? Schrijf “even weken {dag}” of “oneven weken {dag}”.",
    ),
    Pitfall(
        r"\bomstebeurt\b|\bafwisselend\b|\bom en om\b"
        r"|\bene week\b|\bandere week\b|\bbeurtelings\b|\balternerend\b",
        "elke-twee-regels",
        "Maak twee regels, zoals “even weken dinsdag” en “oneven weken donderdag”.",
    ),
    # Last, so that what stands between them is seen first.
    Pitfall(
        r"[()\[\]{}]",
        "elke-onbekend",
        "Schrijf zonder haakjes. Wat tussen haakjes staat hoort bij niet, bij tijd of bij let_op.",
    ),
)

_COMPILED: Final = tuple((re.compile(pitfall.pattern), pitfall) for pitfall in PITFALLS)
_FOREIGN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def refuse_pitfall(text: str, words: str) -> None:
    """Raise `Refused` when `words` (the plain form of `text`) holds a phrase of the table or a day not in Dutch."""
    for pattern, pitfall in _COMPILED:
        if match := pattern.search(words):
            days = days_in(words) or ["dinsdag", "donderdag"]
            cure = say(pitfall.cure, dag=days[0], dagen=join_and(days))
            raise Refused(pitfall.code, quote(text), WANTED, _row(match[0]) if pitfall.cure == ROW else cure)
    for word in _FOREIGN.findall(words):
        if word in FOREIGN_DAYS:
            cure = say("Schrijf de dag in het Nederlands: “{dag}”.", dag=DAY_NAMES[FOREIGN_DAYS[word]])
            raise Refused("elke-onbekend", quote(text), WANTED, cure)


def _row(found: str) -> Message:
    """Return the cure for two days with a dash or "tot" between them."""
    numbers = {name: number for number, name in DAY_NAMES.items()}
    first, last = days_in(found)[0], days_in(found)[-1]
    if first == last:
        return say("Noem elke dag één keer: “{een}”.", een=first)
    if numbers[first] > numbers[last]:
        return say("Noem alle dagen, zoals “{een} en {twee}”.", een=first, twee=last)
    if " tot " in found:
        if numbers[last] - numbers[first] == 1:
            return say("Hoort {twee} erbij? Schrijf “{een} en {twee}”. Anders: “{een}”.", een=first, twee=last)
        before = DAY_NAMES[numbers[last] - 1]
        cure = "Hoort {twee} erbij? Schrijf “{een} t/m {twee}”. Anders: “{een} t/m {voor}”."
        return say(cure, een=first, twee=last, voor=before)
    return say(ROW, een=first, twee=last)
