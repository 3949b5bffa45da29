"""The third step: which days go with which times, and for which of them a clause holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, TypeAlias

from wijkgids.problems import say

from ..every import parse_every, write_every
from ..refusal import Refused, quote
from ..typed import Fields
from .reading import CLAUSE, DATE, PRIVATE, SPAN, STOP, TIME, Reading
from .refusals import WANTED, in_a_sentence

# Words between days, times and clauses that add nothing to them.
_LOOSE: Final = frozenset(
    ("", "en", "op", "en op", "ook", "en ook", "ook op", "en ook op", "om", "van", "dan", "weer", "daarna", "het is")
)
_LEAD: Final = re.compile(r"^(?:en ook|en|ook|daarna|verder|het is|is)(?= )")
_TAIL: Final = re.compile(r" (?:en|van|om)$")
# "elke dinsdag en donderdag, 's middags": behind a comma it is the part of the day of all of them.
_APART: Final = re.compile(r"( van de maand)?(?: ,|,| (?='s)) ?('s (?:ochtends|morgens|middags|avonds))\b")
_EDGE: Final = " ,:&-/"

Kind: TypeAlias = Literal["words", "date", "span", "time", "clause"]
Clause: TypeAlias = tuple[Fields, int, bool]  # what it says, how many groups stand before it, whether behind a comma
_KINDS: Final[tuple[tuple[Kind, str], ...]] = (("date", DATE), ("span", SPAN), ("time", TIME), ("clause", CLAUSE))


class Token(NamedTuple):
    """A sign, or the words between two signs. `comma` says whether a comma stands before a sign."""

    kind: Kind
    text: str
    comma: bool


@dataclass
class Group:
    """Days or dates with their times: a rule for each time. `fields` are what its clauses say."""

    elke: str = ""
    op: list[str] = field(default_factory=list)
    period: Fields | None = None  # a span of which is not known yet whether it is dates or a season
    lead: str = ""  # the word before that span
    times: list[str] = field(default_factory=list)
    fields: Fields = field(default_factory=dict)
    refused: bool = False


class Placed(NamedTuple):
    """A clause and what it holds for: `scope` are the places of groups."""

    clause: Fields
    scope: tuple[int, ...]


def sentences(words: str) -> Iterator[str]:
    """Yield the sentences of a line that hold something."""
    for sentence in words.split(STOP):
        if sentence.strip(_EDGE):
            yield sentence


def line_groups(reading: Reading, words: str, before: list[Group]) -> list[Group]:
    """Return the groups of a line. A line with only clauses adds them to all groups `before` it."""
    groups: list[Group] = []
    placed: list[Placed] = []
    for sentence in sentences(words):
        found, clauses = _sentence(reading, sentence, follows=bool(groups or before))
        start = len(groups)
        groups += found
        placed += [Placed(clause, tuple(start + at for at in scope)) for clause, scope in clauses if found]
        if not found:
            scope = tuple(range(len(groups)))
            if len(scope) > 1 and any(set(one.scope) != set(scope) for one in placed):
                # "A. Niet X. B. Niet Y.": is Y about A too?
                _ambiguous(reading, sentence, "Zet elke dag met wat erbij hoort op een eigen regel.")
            placed += [Placed(clause, scope) for clause, _ in clauses]
    if not groups:
        for clause, _ in placed:
            for group in before:
                _add(reading, group, clause)
        if not before and not reading.refusals:
            cure = "Noem ook de dag, zoals “elke dinsdag”, of een datum."
            reading.refuse("zin-zonder-dag", quote(reading.said(words)), WANTED, cure)
    for clause, scope in placed:
        for at in scope:
            _add(reading, groups[at], clause)
    return groups


def _sentence(reading: Reading, words: str, *, follows: bool) -> tuple[list[Group], list[Placed]]:
    """Return the groups of one sentence, and its clauses with the groups of this sentence they hold for.

    `follows` says whether days were named before it.
    """
    tokens = list(_tokens(words))
    elements = [token for token in tokens if token.kind != "clause"]
    time_first = bool(elements) and elements[0].kind == "time"
    groups: list[Group] = []
    waiting: list[str] = []  # times that stand before their days
    clauses: list[Clause] = []
    last: Kind | None = None
    for token in tokens:
        match token.kind:
            case "clause":
                clauses.append((reading.clauses[token.text], len(groups), token.comma))
                last = last if last == "time" else None
                continue
            case "time":
                time = reading.times[token.text][1]
                if time_first:
                    waiting.append(time)
                else:
                    groups[-1].times.append(time)
            case _:
                group = _group(reading, token, groups[-1] if groups and last == "date" else None)
                if group:
                    group.times, waiting = waiting, []
                    groups.append(group)
        last = token.kind
    if waiting:
        if groups:
            _ambiguous(reading, words, "Schrijf eerst de dag, en dan pas de tijd.")
        else:
            cure = "Noem ook de dag, zoals “elke dinsdag”. Zet de dag en de tijd op één regel."
            reading.refuse("zin-zonder-dag", quote(reading.said(words)), WANTED, cure)
    _settle_periods(reading, groups, clauses, follows=follows)
    if any(group.times for group in groups) and any(not group.times for group in groups if not group.refused):
        _ambiguous(reading, words, "Zet achter elke dag de tijd, ook als die hetzelfde is.")
    return groups, _scopes(reading, words, groups, clauses)


def _tokens(words: str) -> Iterator[Token]:
    comma = True  # the start of a sentence counts as one
    pieces = re.findall(f"{PRIVATE.pattern}|[^\ue000-\uf8ff]+", words)
    for number, piece in enumerate(pieces):
        kind = next((kind for kind, sign in _KINDS if re.fullmatch(sign, piece)), None)
        if kind:
            yield Token(kind, piece, comma)
            comma = False
            continue
        comma = comma or piece.rstrip().endswith(",") or piece.lstrip().startswith(",")
        text = piece.strip(_EDGE)
        while number and (lead := _LEAD.match(text)):
            text = text[lead.end() :].strip(_EDGE)
        if number < len(pieces) - 1:
            text = _TAIL.sub("", text)
        if text in _LOOSE and len(pieces) > 1:
            continue
        yield Token("words", text, comma)
        comma = False


def _group(reading: Reading, token: Token, dates: Group | None) -> Group | None:
    """Return a new group for days or a date; a date right after a date is added to that group, and is none."""
    said = reading.said(token.text)
    if token.kind == "span":
        span = reading.spans[token.text]
        days = reading.span(span)
        return Group(period={"vanaf": str(days[0]), "tot": str(days[1])} if days else {}, lead=span.lead)
    if token.kind == "date":
        day = reading.day(reading.dates[token.text])
        if dates is not None:
            dates.op.append(str(day))
            return None
        return Group(op=[str(day)])
    plain = _APART.sub(r" \2\1", said)
    try:
        every = parse_every(plain)
        # Words that leave a doubt stay as they are: the advice on them is given where the rule is checked.
        return Group(elke=said if every.doubts and plain == said else write_every(every))
    except Refused as refusal:
        reading.refusals.append(in_a_sentence(refusal, said))
        return Group(elke="dag", refused=True)


def _settle_periods(reading: Reading, groups: list[Group], clauses: list[Clause], *, follows: bool) -> None:
    """Make a span beside days a season of those days, and one on its own a list of dates.

    In a sentence of its own, `follows` says that days were named before: "Van 1 december tot en met 1 maart 2027."
    """
    alone = len(groups) == 1 and not groups[0].times and groups[0].lead in ("van", "vanaf")
    regular = any(group.elke for group in groups) or (follows and alone)
    for at in range(len(groups) - 1, -1, -1):
        group = groups[at]
        if group.period is None:
            continue
        said = " t/m ".join(str(day) for day in group.period.values())
        if not regular:
            group.op.append(said)
            if said and (follows or group.lead in ("van", "vanaf")):
                cure = say(
                    "Is het elke dag? Schrijf “elke dag van {periode}”. Anders: noem de dagen erbij.", periode=said
                )
                reading.refuse("zin-dubbelzinnig", quote(said), WANTED, cure)
            continue
        del groups[at]
        if group.times and groups:
            before = groups[max(at - 1, 0)]
            before.times = before.times + group.times if at else group.times + before.times
        clauses[:] = [(fields, place - (place > at), comma) for fields, place, comma in clauses]
        clauses.append((group.period, at, True))


def _scopes(reading: Reading, words: str, groups: list[Group], clauses: list[Clause]) -> list[Placed]:
    """Return for each clause the groups it holds for: those before it, or all, and nothing that could be both."""
    count = len(groups)
    everything = tuple(range(count))
    if count < 2:
        return [Placed(fields, everything) for fields, _, _ in clauses]
    inside = [one for one in clauses if 0 < one[1] < count]
    placed = []
    for fields, place, comma in clauses:
        if place == 0:
            placed.append(Placed(fields, everything))
        elif place < count:
            placed.append(Placed(fields, (place - 1,)))
        elif {at for _, at, _ in inside} == set(range(1, count)):
            placed.append(Placed(fields, (count - 1,)))  # each rule has its own
        else:
            if inside or not comma:
                _ambiguous(reading, words, "Geldt het eind van de zin voor alle tijden? Zet er een punt voor.")
            placed.append(Placed(fields, everything))
    return placed


def _add(reading: Reading, group: Group, clause: Fields) -> None:
    """Add what a clause says to a group; saying another thing twice is refused."""
    for key, value in clause.items():
        if isinstance(value, list):
            kept = group.fields.setdefault(key, [])
            assert isinstance(kept, list)
            kept += [item for item in value if item not in kept]
        elif group.fields.setdefault(key, value) != value:
            found = quote(f"{group.fields[key]}, {value}")
            cure = say("Kies één van de twee bij “{wat}”.", wat=key.replace("_", " "))
            reading.refuse("zin-dubbel", found, "alles één keer", cure)


def _ambiguous(reading: Reading, words: str, cure: str) -> None:
    reading.refuse("zin-dubbelzinnig", quote(reading.said(words)), WANTED, cure)
