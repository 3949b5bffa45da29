"""Words for when something is not: holidays, school holidays, months, days between dates, and closures a guide names.

What a phrase is stands in tables here; on which days that falls is for `occurrences` to say.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, TypeAlias

from .dates import looks_like_date, parse_date, parse_span
from .refusal import Refused, quote, refuse_long
from .words import MONTH_NAMES, MONTHS, days_in, nearest, plain

Kind: TypeAlias = Literal["public", "feast", "school", "months", "named", "dates"]

WANTED: Final = "wanneer het niet is, zoals feestdagen, schoolvakanties, juli en augustus of 2026-12-24 t/m 2027-01-03"


@dataclass(frozen=True)
class Closure:
    """When something is not.

    `kind` says which of the other fields count: public (all public holidays), feast (`name`, of `FEASTS`), school
    (`name`, of `SCHOOL_BREAKS`), months (`months`, 1 to 12), named (`name`, as the guide's calendar writes it) or dates
    (`first` to `last`, inclusive). `text` is what was typed.
    """

    kind: Kind
    name: str = ""
    months: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None
    text: str = field(default="", compare=False)


# The names of one or more fixed or movable days, with the words for them. "Between Christmas and New Year" takes the
# holidays on both ends along: who is closed between them is closed on them.
FEASTS: Final[dict[str, tuple[str, ...]]] = {
    "new-year": ("nieuwjaar", "nieuwjaarsdag", "1 januari"),
    "good-friday": ("goede vrijdag",),
    "easter": ("pasen", "paasdagen", "paasweekend"),
    "easter-sunday": ("1e paasdag", "eerste paasdag", "paaszondag"),
    "easter-monday": ("2e paasdag", "tweede paasdag", "paasmaandag"),
    "kings-day": ("koningsdag",),
    "remembrance-day": ("dodenherdenking", "4 mei"),
    "liberation-day": ("bevrijdingsdag", "5 mei"),
    "ascension": ("hemelvaart", "hemelvaartsdag"),
    "pentecost": ("pinksteren", "pinksterdagen", "pinksterweekend"),
    "pentecost-sunday": ("1e pinksterdag", "eerste pinksterdag", "pinksterzondag"),
    "pentecost-monday": ("2e pinksterdag", "tweede pinksterdag", "pinkstermaandag"),
    "saint-nicholas": ("sinterklaas", "sinterklaasavond", "pakjesavond", "5 december"),
    "christmas-eve": ("kerstavond", "24 december"),
    "christmas": ("kerst", "kerstmis", "kerstdagen", "beide kerstdagen"),
    "christmas-day": ("1e kerstdag", "eerste kerstdag", "25 december"),
    "boxing-day": ("2e kerstdag", "tweede kerstdag", "26 december"),
    "new-years-eve": ("oudjaar", "oudjaarsdag", "oudejaarsdag", "oudejaarsavond", "31 december"),
    "turn-of-year": ("oud en nieuw", "oud & nieuw", "jaarwisseling"),
    "christmas-to-new-year": (
        "tussen kerst en nieuwjaar",
        "tussen kerst en oud en nieuw",
        "tussen kerst en oudjaar",
        "tussen kerstmis en nieuwjaar",
        "kerst t/m nieuwjaar",
        "kerst tot en met nieuwjaar",
    ),
}
SCHOOL_BREAKS: Final[dict[str, tuple[str, ...]]] = {
    "all": ("schoolvakanties", "schoolvakantie", "alle schoolvakanties"),
    "autumn": ("herfstvakantie",),
    "christmas-break": ("kerstvakantie",),
    "spring": ("voorjaarsvakantie", "krokusvakantie"),
    "may": ("meivakantie",),
    "summer": ("zomervakantie", "grote vakantie"),
}
_PUBLIC: Final = tuple(
    f"{before}{word}"
    for before in ("", "alle ", "officiele ", "nationale ", "erkende ", "wettelijke ", "nederlandse ", "christelijke ")
    for word in ("feestdagen", "feestdag")
    if before != "christelijke "
)

# These fall on other dates each year and follow no table that can be computed: a guide writes them in its calendar.
NEEDS_DATES: Final[dict[str, tuple[str, ...]]] = {
    "ramadan": ("ramadan", "ramadanmaand", "vastenmaand", "maand ramadan"),
    "suikerfeest": ("suikerfeest", "eid al-fitr", "id al-fitr", "eid"),
    "offerfeest": ("offerfeest", "eid al-adha", "id al-adha"),
    "zomer": ("zomer", "zomermaanden", "zomerstop", "zomerperiode", "zomerreces", "zomersluiting"),
    "winter": ("winter", "wintermaanden", "winterstop"),
    "herfst": ("herfst", "najaar"),
    "lente": ("lente", "voorjaar"),
}

_TABLE: Final[dict[str, tuple[Kind, str]]] = {
    **dict.fromkeys(_PUBLIC, ("public", "")),
    **{word: ("feast", name) for name, words in FEASTS.items() for word in words},
    **{word: ("school", name) for name, words in SCHOOL_BREAKS.items() for word in words},
}
_NEEDS: Final = {word: name for name, words in NEEDS_DATES.items() for word in words}
_LEAD: Final = re.compile(
    r"^(?:niet |gesloten |dicht )?(?:in |op |tijdens |met |gedurende |bij )?"
    r"(?:(?:de |het )?(?:hele )?maand(?:en)? )?(?:de |het |alle )?"
)
_VAGUE: Final = re.compile(
    r"\bmeestal\b|\bsoms\b|\bvaak\b|\bongeveer\b|\brond\b|\been (?:tijd|poos|deel)\w*\b|\btijdje\b|\bweken\b|\bweek\b"
    r"|\baantal\b"
    r"|\bbegin\b|\bmidden\b|\beind\b|\bgrootste deel\b|\benkele\b|\bpaar\b|\bmisschien\b|\bwisselend\b|\bregelmatig\b"
)
_DATE_ROW: Final = re.compile(r"\d{1,2} [a-z]+\.?(?: \d{4})?\s*(?:t/m|tot en met|tot|-)\s*\d{1,2} [a-z]+\.?(?: \d{4})?")


def parse_closure(text: str, named: Collection[str] = ()) -> Closure:
    """Return what one phrase after `niet` means; `named` are the closures of the guide's own calendar.

    Raises `Refused` for what is unknown, and for what has other dates each year and is not in that calendar.
    """
    refuse_long(text, WANTED)
    words = plain(text).rstrip(".;, ")
    if not words:
        raise Refused("closure-unknown", "niets", WANTED, "Is het altijd? Laat niet dan weg.")
    short = _LEAD.sub("", words, count=1) or words
    own = {plain(name): name for name in named}
    for phrase in (words, short):
        # A guide's own name comes first: it may say what "zomer" is there.
        if phrase in own:
            return Closure("named", own[phrase], text=text)
        if phrase in _TABLE:
            kind, name = _TABLE[phrase]
            return Closure(kind, name, text=text)
        if (name := _NEEDS.get(phrase, "")) in own:
            return Closure("named", own[name], text=text)
    if months := _months(short):
        return Closure("months", months=months, text=text)
    if span := _span(text, words):
        return Closure("dates", first=span[0], last=span[1], text=text)
    raise _refusal(text, short, own)


def parse_closures(text: str, named: Collection[str] = ()) -> tuple[Closure, ...]:
    """Return the closures of a phrase that may name more than one ("feestdagen en schoolvakanties")."""
    try:
        return (parse_closure(text, named),)
    except Refused as refusal:
        pieces = [piece.strip() for piece in re.split(r",| en | & |;", text) if piece.strip()]
        if pieces and pieces[-1].lower().endswith("vakantie"):
            # "kerst- en zomervakantie"
            pieces = [piece[:-1] + "vakantie" if piece.endswith("-") else piece for piece in pieces]
        if len(pieces) < 2:
            raise
        found = []
        for piece in pieces:
            try:
                found.append(parse_closure(piece, named))
            except Refused as of_piece:
                # The refusal of the piece is the clearer one, unless the whole was seen to be vague.
                raise (refusal if refusal.code == "closure-vague" else of_piece) from None
        return tuple(found)


def _months(words: str) -> tuple[int, ...]:
    """Return the months of "juli en augustus", "juni t/m augustus", "november t/m februari"; () if it is not months."""
    if match := re.fullmatch(r"([a-z]+)\.? (?:t/m|tot en met) (?:de maand )?([a-z]+)\.?", words):
        first, last = MONTHS.get(match[1]), MONTHS.get(match[2])
        if not first or not last or first == last:
            return ()
        # A winter stop runs over the end of the year.
        return tuple(range(first, last + 1)) if first < last else (*range(first, 13), *range(1, last + 1))
    names = [name for name in re.split(r", ?en |, ?| en | & ", words) if name]
    numbers = [MONTHS.get(name.rstrip(".")) for name in names]
    found = tuple(number for number in numbers if number)
    return found if found and len(found) == len(names) == len(set(found)) else ()


def _span(text: str, words: str) -> tuple[date, date] | None:
    if not re.match(r"\d", words) and not looks_like_date(words):
        return None
    if match := re.fullmatch(r"(\S+) ?(?:t/m|tot en met) ?(\d\d?-\d\d?(?:-\d{2,4})?)", words):
        # "2026-12-24 t/m 27-12-2026": say which of the two is wrong.
        parse_date(match[1])
        parse_date(match[2])
    return parse_span(text)


def _refusal(text: str, words: str, own: dict[str, str]) -> Refused:
    found = quote(text)
    if _DATE_ROW.fullmatch(words):
        cure = "Zet het jaar erbij en schrijf het zo: 2026-12-24 t/m 2027-01-03."
        return Refused("date-form", found, WANTED, cure)
    if name := _NEEDS.get(words):
        more = {"zomer": " Of schrijf “zomervakantie” of “juli en augustus”."}.get(name, "")
        cure = f"Zet {name} met de datums in data/calendar.yml.{more} Of schrijf hier 2026-12-24 t/m 2027-01-03."
        return Refused("closure-needs-dates", found, WANTED, cure)
    if _VAGUE.search(words):
        cure = (
            "Weet je de datums? Schrijf 2026-07-20 t/m 2026-08-14. Anders: haal het hier weg en schrijf het bij let_op."
        )
        return Refused("closure-vague", found, WANTED, cure)
    if words in ("vakantie", "vakanties", "vakantieperiode", "vakantieperiodes", "vakantietijd"):
        cure = "Bedoel je de vakanties van de scholen? Schrijf “schoolvakanties”. Anders: zet de datums erbij."
        return Refused("closure-vague", found, WANTED, cure)
    if meant := nearest(words, (*_TABLE, *_NEEDS, *own, *MONTH_NAMES)):
        return Refused("closure-unknown", found, WANTED, f"Bedoelde je “{own.get(meant, meant)}”?")
    if days_in(words):
        cure = "Haal de dag weg bij elke. Gaat het om één keer? Schrijf hier de datum, zoals 2026-12-29."
        return Refused("closure-day", found, WANTED, cure)
    cure = "Schrijf de datums: 2026-12-24 t/m 2027-01-03. Of geef de sluiting een naam in data/calendar.yml."
    return Refused("closure-unknown", found, WANTED, cure)
