"""The second step: what is said beside days and times (when not, from when, what is off), each behind one sign."""

from __future__ import annotations

import re
from typing import Final

from wijkgids.problems import say

from ..closures import Closure, parse_closure
from ..phrases import shorten
from ..refusal import Refused, quote
from ..typed import Fields, typed_closure
from ..words import DAY_SETS, days_in
from .reading import ASIDE, CLAUSE, DATE, NAME, PRIVATE, SPAN, STOP, TIME, Reading
from .refusals import UNKNOWN, in_a_sentence, which_year

_OFF: Final = (
    r"(?:(?:gaat|gaan) (?:het )?niet door|(?:is |wordt |worden |zijn )?(?:afgelast|geannuleerd)"
    r"|vervalt|vervallen|valt uit|vallen uit|valt af)"
)
_DAYS_OFF: Final = rf"(?:op )?{DATE}(?: ?{ASIDE})?(?:(?: ?, ?(?:en )?| en | & )(?:ook )?(?:op )?{DATE}(?: ?{ASIDE})?)*"
_CANCELLED: Final = re.compile(
    rf"{_OFF}(?: ?({ASIDE}))?(?: is)? ?:? ?({_DAYS_OFF})|({_DAYS_OFF}) {_OFF}(?: ?({ASIDE}))?"
    rf"|{_OFF} ?:? ?({SPAN})|({SPAN}) {_OFF}"
)
_CANCELLED_DAY: Final = re.compile(rf"({DATE})(?: ?({ASIDE}))?")

_MOVE: Final = r"(?:(?:is |wordt )?(?:verplaatst|verzet|verschoven))"
_MOVED: Final = re.compile(
    rf"{_MOVE}:? ?(?:van )?(?P<a>{DATE}) (?:naar|wordt) (?P<b>{DATE})(?:,? ?(?P<t>{TIME}))?"
    rf"|(?:van )?(?P<c>{DATE}) (?:{_MOVE} naar|wordt|naar) (?P<d>{DATE})(?:,? ?(?P<u>{TIME}))?"
    rf"|(?:op )?(?P<e>{DATE}) in plaats van (?:op )?(?P<f>{DATE})"
)

_FEAST: Final = r"(?:officiele |nationale |erkende )?feestdag(?:en)?"
_ON_FEAST: Final = (
    rf"(?:(?:als|wanneer|indien) (?:het|dit|dat|de \w+) (?:op )?een {_FEAST} (?:is|valt)"
    rf"|valt (?:het|dit|dat|de \w+) op een {_FEAST}|is (?:het|dat|dit) een {_FEAST}"
    rf"|(?:bij|in geval van) (?:een |de )?{_FEAST})"
)
_THEN: Final = (
    r"\?? ?,? ?(?:dan )?(?:is het |is er |wordt het |schuift het |verschuift het |gaat het |zijn we |zijn wij )?"
)
_CHOICES: Final = (
    ("week later", r"(?:(?:een |1 )?week later|(?:een )?week op(?:schuiven)?|de week (?:erna|daarna))"),
    ("gaat door", r"(?:(?:gewoon )?(?:wel )?(?:door|open|geopend)|gaat (?:gewoon |wel )?door)"),
    ("vervalt", r"(?:vervalt(?: het)?|niet(?: door)?|gesloten|dicht|gaat (?:het )?niet door)"),
)
_END: Final = rf"(?= ?(?:$|[,.;?]|en |{STOP}|{CLAUSE}|{TIME}))"
_HOLIDAY: Final = tuple(
    (choice, re.compile(pattern))
    for choice, pattern in (
        *((choice, rf"(?:(?:ver)?schuift )?{_ON_FEAST}{_THEN}{words}{_END}") for choice, words in _CHOICES),
        ("week later", rf"(?:een )?week later (?:bij|op|als het|als dat) een {_FEAST}(?: is)?{_END}"),
        (
            "gaat door",
            (
                r"(?:gaat (?:gewoon |wel )*door|open|geopend|ook(?: open)?) (?:op|bij|met) (?:de |alle )?"
                rf"{_FEAST}{_END}"
                rf"|inclusief {_FEAST}{_END}"
                rf"|(?<!niet )(?<!en )(?<!of )op {_FEAST} (?:gaat het )?(?:gewoon |wel )*(?:door|open|geopend){_END}"
            ),
        ),
    )
)
_HALF_SAID: Final = re.compile(rf"(?:(?:ver)?schuift )?{_ON_FEAST}[^{STOP}]*")

_FROM: Final = re.compile(
    r"(?:(?:weer |pas |dit )?(?:vanaf|met ingang van|per|m\.?i\.?v\.?|ingaande(?: op)?|sinds)"
    r"|(?:het )?(?:start|begint|begin|startdatum)(?: weer)?(?: op| is)?"
    r"|(?:de )?eerste keer(?: op| is)?|voor het eerst(?: op)?):? "
    rf"({DATE})"
)
_UNTIL: Final = re.compile(
    r"(?:tot en met|t/m|tem|(?:de )?laatste keer(?: op| is)?|voor het laatst(?: op)?|einddatum|eindigt op):? "
    rf"({DATE})"
)
_NOT_CLEAR: Final = re.compile(rf"(?:van ({DATE}) )?tot ({DATE})|tussen ({DATE}) en ({DATE})")

_NOT: Final = (
    r"(?:(?:maar|en|dus|ook|is|er|het) )*(?:niet|behalve|uitgezonderd|met uitzondering van|m\.?u\.?v\.?|gesloten|dicht"
    r"|geen (?:les|lessen|inloop|activiteit|activiteiten|bijeenkomst|bijeenkomsten|groep|cursus|spreekuur))"
)
_CLOSED: Final = re.compile(rf"(?<!\w){_NOT}:?(?= ) ([^{STOP}\uf400-\uf7ff\ue800-\uebff]*)")
_CLOSED_BEHIND: Final = re.compile(
    rf"(?:^|(?<=,)|(?<={STOP})|(?<={CLAUSE})|(?<={TIME})) *([^,{STOP}\uf400-\uf7ff\ue800-\uebff]+?)"
    rf" (?:is het |is er |zijn we |zijn wij |zijn )?(?:niet|gesloten|dicht)(?= *(?:$|,|{STOP}|{CLAUSE}))"
)
_AGAIN: Final = re.compile(rf" {_NOT} ")
_BETWEEN: Final = re.compile(r"( ?, ?(?:en |of )?(?:ook )?| en (?:ook )?| of | & )")
_BOTH_DAYS: Final = re.compile(r"\b(?:1e|eerste) en (?:de )?(?:2e|tweede) (kerst|paas|pinkster)dag\b")
_NEGATIVE: Final = re.compile(r"(?:niet|gesloten|dicht|geen|behalve|nooit)\b")
_DOUBTFUL: Final = re.compile(r"(?:alleen|altijd)\b")
# The months of a year are the most pieces that are one closure.
_MOST_PIECES: Final = 13


def clauses(reading: Reading, words: str) -> str:
    """Return the words with a sign for each clause. What stood between brackets is a clause of its own, or refused."""
    words = _MOVED.sub(lambda found: _moved(reading, found), words)
    return _CANCELLED.sub(lambda found: _cancelled(reading, found), words)


def more_clauses(reading: Reading, words: str) -> str:
    """Return the words with a sign for each clause that may hold brackets opened by now."""
    for choice, pattern in _HOLIDAY:
        said: Fields = {"bij_feestdag": choice}
        words = pattern.sub(lambda found, said=said: reading.clause(said, found[0]), words)  # type: ignore[misc]
    words = _HALF_SAID.sub(lambda found: _half_said(reading, found), words)
    words = _FROM.sub(lambda found: _date(reading, "vanaf", found), words)
    words = _NOT_CLEAR.sub(lambda found: _not_clear(reading, found), words)
    words = _UNTIL.sub(lambda found: _date(reading, "tot", found), words)
    words = _BOTH_DAYS.sub(r"\1dagen", words)
    words = _CLOSED_BEHIND.sub(lambda found: _closed_behind(reading, found), words)
    start = 0
    while found := _CLOSED.search(words, start):
        sign, rest = _closed(reading, found[1], followed=words[found.end() : found.end() + 1])
        words = f"{words[: found.start()]} {sign} {rest}{words[found.end() :]}"
        start = found.start() + len(sign) + 2
    return words


def _moved(reading: Reading, found: re.Match[str]) -> str:
    origin = found["a"] or found["c"] or found["f"]
    to = found["b"] or found["d"] or found["e"]
    days = [reading.day(reading.dates[sign]) for sign in (origin, to)]
    if None in days:
        return reading.clause({}, found[0])
    move: Fields = {"van": str(days[0]), "naar": str(days[1])}
    if time := found["t"] or found["u"]:
        move["tijd"] = reading.times[time][1]
    return reading.clause({"verplaatst": [move]}, found[0])


def _cancelled(reading: Reading, found: re.Match[str]) -> str:
    if span := found[5] or found[6]:
        return _closures(reading, [span], [])[0]
    items: list[object] = []
    shared = found[1] or found[4]
    for day_sign, aside in _CANCELLED_DAY.findall(found[2] or found[3]):
        day = reading.day(reading.dates[day_sign])
        if day is None:
            return reading.clause({}, found[0])
        reason = reading.asides.get(aside or shared or "")
        items.append({"op": str(day), "waarom": reason} if reason else str(day))
    return reading.clause({"afgelast": items}, found[0])


def _half_said(reading: Reading, found: re.Match[str]) -> str:
    cure = "Zeg wat er dan gebeurt: “bij een feestdag vervalt het”, “… een week later” of “… gaat het door”."
    reading.refuse("zin-feestdag", quote(reading.said(found[0])), "vervalt, een week later of gaat door", cure)
    return reading.clause({}, found[0])


def _date(reading: Reading, key: str, found: re.Match[str]) -> str:
    day = reading.day(reading.dates[found[1]])
    return reading.clause({key: str(day)} if day else {}, found[0])


def _not_clear(reading: Reading, found: re.Match[str]) -> str:
    last = reading.dates[found[2] or found[4]]
    cure = say("Hoort {datum} erbij? Schrijf “tot en met {datum}”. Anders een dag eerder.", datum=last.text)
    reading.refuse("zin-tot", quote(reading.said(found[0])), "een laatste dag met “tot en met”", cure)
    return reading.clause({}, found[0])


def _closed(reading: Reading, body: str, followed: str) -> tuple[str, str]:
    """Return the sign of the closures after "niet", and what of the words after it is no closure but a next rule."""
    again = _AGAIN.search(body)
    body, later = (body[: again.start()], body[again.start() :]) if again else (body, "")
    parts = _BETWEEN.split(body)
    pieces, joins = parts[::2], [*parts[1::2], ""]
    while len(pieces) > 1 and not pieces[-1].strip():
        # "niet op feestdagen, " before a time or another clause
        pieces.pop()
        joins.pop()
    sign, used = _closures(reading, pieces, joins, rule_follows=bool(re.match(TIME, followed)))
    rest = "".join(piece + join for piece, join in zip(pieces[used:], joins[used:], strict=True))
    return sign, (f", {rest} " if used < len(pieces) else "") + later


def _closed_behind(reading: Reading, found: re.Match[str]) -> str:
    """Return the sign of "in de schoolvakanties gesloten", or the words where not all before it are closures."""
    if _NEGATIVE.match(found[1].strip()) or _DOUBTFUL.match(found[1].strip()):
        return found[0]
    parts = _BETWEEN.split(found[1])
    kept = len(reading.refusals)
    sign, used = _closures(reading, parts[::2], [*parts[1::2], ""])
    if len(reading.refusals) > kept or used < len(parts[::2]):
        del reading.refusals[kept:]
        return found[0]
    return f" {sign}"


def _closures(reading: Reading, pieces: list[str], joins: list[str], *, rule_follows: bool = False) -> tuple[str, int]:
    """Return the sign of the closures that pieces of a list name, and how many pieces they are.

    As many pieces as possible are one closure ("juli en augustus", "oud en nieuw"). A piece that is none begins the
    next rule if it holds a day and a time follows; else it is refused.
    """
    found: list[Closure] = []
    at = 0
    while at < len(pieces):
        for end in range(min(len(pieces), at + _MOST_PIECES), at, -1):
            text = "".join(piece + join for piece, join in zip(pieces[at:end], [*joins[at : end - 1], ""], strict=True))
            try:
                found.append(_closure(reading, text))
            except Refused as refusal:
                if end > at + 1:
                    continue
                if at and rule_follows and _is_a_day(reading, text):
                    return _sign(reading, found, pieces[:at]), at
                reading.refusals.append(in_a_sentence(refusal) if at == 0 else _unknown(refusal))
                return reading.clause({}, "".join(pieces)), len(pieces)
            at = end
            break
    return _sign(reading, found, pieces[:at]), at


def _unknown(refusal: Refused) -> Refused:
    """What stands further on in a list of closures may be a closure that is not known, or no closure at all."""
    known = in_a_sentence(refusal)
    if refusal.code != "sluiting-onbekend" or known is refusal:
        return known
    return Refused(refusal.code, refusal.found, refusal.wanted, UNKNOWN)


def _sign(reading: Reading, found: list[Closure], pieces: list[str]) -> str:
    return reading.clause({"niet": [typed_closure(one) for one in dict.fromkeys(found)]}, f"niet {', '.join(pieces)}")


def _is_a_day(reading: Reading, text: str) -> bool:
    words = shorten(reading.said(text))
    return bool(days_in(words)) or not DAY_SETS.keys().isdisjoint(words.split()) or bool(re.search(DATE, text))


def _closure(reading: Reading, text: str) -> Closure:
    words = text.strip()
    if not words:
        cure = "Noem de datums, zoals “niet op 29 december 2026”, of wat het is, zoals “niet in de schoolvakanties”."
        raise Refused("sluiting-onbekend", "niet", "wanneer het niet is", cure)
    if _NEGATIVE.match(words):
        # "niet gesloten op feestdagen" is the other way round.
        cure = "Er staat twee keer dat het niet is. Zeg het één keer, zoals “niet op feestdagen”."
        raise Refused("sluiting-onbekend", quote(reading.said(words)), "wanneer het niet is", cure)
    if _DOUBTFUL.match(words):
        raise Refused("sluiting-onbekend", quote(reading.said(words)), "wanneer het niet is", UNKNOWN)
    if match := re.fullmatch(rf"(?:op |van )?({SPAN})", words):
        days = reading.span(reading.spans[match[1]])
        # Refused already: any dates will do to go on with.
        first, last = days or (None, None)
        return Closure("dates", first=first, last=last)
    if match := re.fullmatch(rf"(?:op )?({DATE})", words):
        typed = reading.dates[match[1]]
        if typed.year is None and typed not in reading.days:
            try:
                # "5 december" without a year is a day of each year, if it is one with a name.
                return parse_closure(f"{typed.day} {typed.text.split()[-1]}")
            except Refused:
                raise which_year(quote(typed.text), typed.text, None) from None
        day = reading.day(typed)
        return Closure("dates", first=day, last=day)
    if PRIVATE.search(re.sub(NAME, "", words)):
        raise Refused(
            "sluiting-onbekend",
            quote(reading.said(words)),
            "wanneer het niet is",
            "Zet een komma tussen wat je noemt.",
        )
    return parse_closure(reading.said(words), reading.named)
