"""One rule of `wanneer`: its keys read, put together, and refused where they do not fit each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, TypeAlias

from .clock import TimeRange, parse_time
from .closures import Closure, parse_closures
from .dates import parse_date, parse_span
from .every import Every, parse_every
from .pattern import fits
from .refusal import Refused, quote
from .rule import Cancelled, Moved, OnHoliday, Rule
from .words import nearest, plain, say_date

Path: TypeAlias = tuple[str | int, ...]

KEYS: Final = ("elke", "op", "tijd", "vanaf", "tot", "niet", "bij_feestdag", "afgelast", "verplaatst", "let_op")

ON_HOLIDAY: Final[dict[str, OnHoliday]] = {
    "vervalt": "skip",
    "gaat niet door": "skip",
    "niet": "skip",
    "gesloten": "skip",
    "dicht": "skip",
    "week later": "week-later",
    "een week later": "week-later",
    "1 week later": "week-later",
    "schuift een week": "week-later",
    "schuift een week op": "week-later",
    "gaat door": "go-on",
    "gewoon door": "go-on",
    "open": "go-on",
    "gewoon open": "go-on",
}

# A summer school of some weeks may be one period under `op`; what is longer is a weekly rule.
LONGEST_PERIOD: Final = timedelta(days=62)
MOST_DATES: Final = 400


@dataclass
class _Reader:
    """Reads the values of one mapping, and gathers what is refused with the place where it stands."""

    fields: Mapping[str, object]
    refusals: list[tuple[Path, Refused]] = field(default_factory=list)
    # Where a date under a key stands, for what is wrong with it only beside the other keys.
    places: dict[tuple[str, date], Path] = field(default_factory=dict)

    def refuse(self, path: Path, code: str, found: str, wanted: str, cure: str) -> None:
        self.refusals.append((path, Refused(code, found, wanted, cure)))

    def text(self, path: Path, value: object, wanted: str = "tekst") -> str | None:
        if isinstance(value, str):
            return value
        names = ((list, "een lijst"), (Mapping, "een blok met sleutels"))
        found = next((name for kind, name in names if isinstance(value, kind)), quote(str(value)))
        self.refuse(path, "rule-form", found, wanted, "Schrijf hier gewone tekst, op één regel.")
        return None

    def items(self, key: str, wanted: str) -> list[tuple[Path, object]]:
        """Return the values of a key that holds one value or a list of them, each with its place."""
        value = self.fields.get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            return [((key,), value)]
        if not value:
            self.refuse((key,), "rule-form", "een lege lijst", wanted, f"Vul de lijst, of haal {key} weg.")
        if len(value) > MOST_DATES:
            cure = f"Meer dan {MOST_DATES} gaat niet. Kan het met elke?"
            self.refuse((key,), "rule-form", f"een lijst van {len(value)}", wanted, cure)
        return [((key, place), item) for place, item in enumerate(value[:MOST_DATES])]

    def date(self, path: Path, value: object) -> date | None:
        text = self.text(path, value, "een datum, zoals 2026-12-31")
        try:
            return parse_date(text) if text is not None else None
        except Refused as refusal:
            self.refusals.append((path, refusal))
            return None


def parse_rule(fields: object, named: Collection[str] = ()) -> tuple[Rule | None, list[tuple[Path, Refused]]]:
    """Return the rule that the keys of one item of `wanneer` say, and all that is refused, each with its place in it.

    The rule is None as soon as anything is refused: half a rule would send people to a closed door. `named` holds the
    names of the closures in the guide's calendar. Places are paths within the mapping: `("niet", 2)`, `("verplaatst",
    0, "naar")`.
    """
    if not isinstance(fields, Mapping):
        wanted, cure = "sleutels met een waarde", "Schrijf bijvoorbeeld: {elke: dinsdag, tijd: 10:00-12:00}."
        return None, [((), Refused("rule-form", quote(str(fields)), wanted, cure))]
    reader = _Reader({key: value for key, value in fields.items() if value is not None})
    _check_keys(reader)
    every, dates = _read_days(reader)
    time = _read_time(reader, ("tijd",), reader.fields.get("tijd"))
    first = reader.date(("vanaf",), reader.fields["vanaf"]) if "vanaf" in reader.fields else None
    last = reader.date(("tot",), reader.fields["tot"]) if "tot" in reader.fields else None
    rule = Rule(
        every=every,
        dates=dates,
        time=time,
        first=first,
        last=last,
        closures=_read_closures(reader, named),
        on_holiday=_read_on_holiday(reader),
        cancelled=_read_cancelled(reader),
        moved=_read_moved(reader),
        note=_read_note(reader),
    )
    _check_together(reader, rule)
    return (None if reader.refusals else rule), reader.refusals


def _check_keys(reader: _Reader) -> None:
    for key in reader.fields:
        if key not in KEYS:
            near = nearest(plain(str(key)), KEYS)
            cure = f"Bedoelde je “{near}”?" if near else "Haal deze sleutel weg, of schrijf het bij let_op."
            reader.refuse((key,), "rule-key", quote(str(key)), "een van " + ", ".join(KEYS), cure)


def _read_days(reader: _Reader) -> tuple[Every | None, tuple[date, ...]]:
    wanted = "elke of op"
    if "elke" in reader.fields and "op" in reader.fields:
        reader.refuse(
            ("op",), "rule-days", "elke en op", "één van de twee", "Maak er twee regels van: één met elke, één met op."
        )
    if "elke" not in reader.fields and "op" not in reader.fields:
        cure = "Zeg op welke dagen het is: elke: dinsdag, of op: [2026-12-05]."
        reader.refuse((), "rule-days", "geen dagen", wanted, cure)
    every = None
    if "elke" in reader.fields:
        value = reader.fields["elke"]
        if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
            # `elke: [dinsdag, donderdag]` means one thing only.
            value = ", ".join(value)
        text = reader.text(("elke",), value)
        try:
            every = parse_every(text) if text is not None else None
        except Refused as refusal:
            reader.refusals.append((("elke",), refusal))
    return every, _read_dates(reader)


def _read_dates(reader: _Reader) -> tuple[date, ...]:
    found: dict[date, Path] = {}
    for path, value in reader.items("op", "datums, zoals [2026-12-05, 2027-01-09]"):
        text = reader.text(path, value, "een datum, zoals 2026-12-31")
        if text is None:
            continue
        try:
            span = parse_span(text) if len(text) < 60 else None
            first, last = span or (parse_date(text),) * 2
        except Refused as refusal:
            reader.refusals.append((path, refusal))
            continue
        if last - first > LONGEST_PERIOD:
            cure = "Noem de dagen bij elke, en zet het begin bij vanaf en het eind bij tot."
            reader.refuse(path, "rule-days", quote(text), "een datum, of een periode van hoogstens twee maanden", cure)
            continue
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
            if day in found:
                reader.refuse(
                    path, "date-twice", quote(str(day)), "elke datum één keer", "Haal er één weg, of kijk de datum na."
                )
                break
            found[day] = path
    return tuple(sorted(found))


def _read_time(reader: _Reader, path: Path, value: object) -> TimeRange | None:
    text = reader.text(path, value) if value is not None else None
    try:
        return parse_time(text) if text is not None else None
    except Refused as refusal:
        reader.refusals.append((path, refusal))
        return None


def _read_closures(reader: _Reader, named: Collection[str]) -> tuple[Closure, ...]:
    found: list[Closure] = []
    for path, value in reader.items("niet", "wanneer het niet is, zoals [schoolvakanties, feestdagen]"):
        text = reader.text(path, value)
        try:
            found += parse_closures(text, named) if text is not None else ()
        except Refused as refusal:
            reader.refusals.append((path, refusal))
    return tuple(dict.fromkeys(found))


def _read_on_holiday(reader: _Reader) -> OnHoliday | None:
    value = reader.fields.get("bij_feestdag")
    text = reader.text(("bij_feestdag",), value) if value is not None else None
    if text is None:
        return None
    words = plain(text).rstrip(".")
    if words in ON_HOLIDAY:
        return ON_HOLIDAY[words]
    near = nearest(words, ON_HOLIDAY) if len(words) < 60 else None
    cure = f"Bedoelde je “{near}”?" if near else "Valt het op een andere dag? Schrijf die ene keer bij verplaatst."
    reader.refuse(("bij_feestdag",), "holiday-choice", quote(text), "vervalt, week later of gaat door", cure)
    return None


def _read_cancelled(reader: _Reader) -> tuple[Cancelled, ...]:
    found: dict[date, Cancelled] = {}
    for path, value in reader.items("afgelast", "datums, zoals [2026-12-15]"):
        reason: str | None = None
        if isinstance(value, Mapping):
            for key in value.keys() - {"op", "waarom"}:
                reader.refuse((*path, key), "rule-key", quote(str(key)), "op en waarom", "Haal deze sleutel weg.")
            if value.get("waarom") is not None:
                reason = (reader.text((*path, "waarom"), value["waarom"]) or "").strip() or None
            path, value = (*path, "op"), value.get("op")
        elif isinstance(value, str) and "t/m" in value:
            reader.refuse(
                path, "date-form", quote(value), "een datum, zoals 2026-12-31", "Zet een hele periode bij niet."
            )
            continue
        day = reader.date(path, value if value is not None else "")
        if day and day in found:
            reader.refuse(path, "date-twice", quote(str(day)), "elke datum één keer", "Haal er één weg.")
        elif day:
            found[day] = Cancelled(day, reason)
            reader.places["afgelast", day] = path
    return tuple(found[day] for day in sorted(found))


def _read_moved(reader: _Reader) -> tuple[Moved, ...]:
    found: dict[date, Moved] = {}
    wanted = "{van: 2026-12-15, naar: 2026-12-16}"
    for path, value in reader.items("verplaatst", wanted):
        if not isinstance(value, Mapping):
            reader.refuse(path, "rule-form", quote(str(value)), wanted, "Schrijf beide datums op, met van en naar.")
            continue
        for key in value.keys() - {"van", "naar", "tijd"}:
            reader.refuse((*path, key), "rule-key", quote(str(key)), "van, naar en tijd", "Haal deze sleutel weg.")
        days: list[date | None] = []
        for key in ("van", "naar"):
            if value.get(key) is None:
                reader.refuse(path, "rule-form", f"geen {key}", wanted, f"Zet de datum erbij: {key}: 2026-12-15.")
                days.append(None)
            else:
                days.append(reader.date((*path, key), value[key]))
        time = _read_time(reader, (*path, "tijd"), value.get("tijd"))
        origin, to = days
        if origin is None or to is None:
            continue
        if origin in found:
            cure = "Een keer kan maar naar één andere dag."
            reader.refuse((*path, "van"), "date-twice", quote(str(origin)), "elke datum één keer", cure)
        elif origin == to and time is None:
            cure = "Gaat het om een andere tijd? Zet die erbij: tijd: 14:00-16:00."
            reader.refuse((*path, "naar"), "rule-conflict", quote(str(to)), "een andere dag dan van", cure)
        else:
            found[origin] = Moved(origin, to, time)
            reader.places["verplaatst", origin] = (*path, "van")
    return tuple(found[day] for day in sorted(found))


def _read_note(reader: _Reader) -> str | None:
    value = reader.fields.get("let_op")
    text = reader.text(("let_op",), value) if value is not None else None
    return (text or "").strip() or None


def _check_together(reader: _Reader, rule: Rule) -> None:
    """Refuse keys that contradict each other. Runs over what could be read, so that all faults come in one report."""
    if rule.every and rule.every.interval > 1 and "vanaf" not in reader.fields:
        cure = "Zet erbij vanaf welke datum je telt, zoals vanaf: 2026-12-01."
        reader.refuse(("elke",), "every-needs-start", quote(str(reader.fields["elke"])), "ook vanaf:", cure)
    if rule.first and rule.last and rule.last < rule.first:
        cure = f"Tot ligt voor vanaf ({rule.first}). Kijk de jaren na."
        reader.refuse(("tot",), "date-order", quote(str(rule.last)), "een dag op of na vanaf", cure)
    if rule.on_holiday == "go-on" and any(closure.kind == "public" for closure in rule.closures):
        cure = "Kies: haal feestdagen weg bij niet, of haal bij_feestdag weg."
        reader.refuse(
            ("bij_feestdag",), "rule-conflict", quote("gaat door"), "iets anders dan niet: [feestdagen]", cure
        )
    moved_from = {move.origin for move in rule.moved}
    moved_to = {move.to for move in rule.moved}
    for key, days in (("afgelast", [item.day for item in rule.cancelled]), ("verplaatst", sorted(moved_from))):
        for day in days:
            path = reader.places[key, day]
            if key == "afgelast" and day in moved_from:
                cure = "Is het verzet? Haal de datum weg bij afgelast. Is het afgelast? Haal verplaatst weg."
                found = quote(str(day))
                reader.refuse(path, "rule-conflict", found, "afgelast of verplaatst, niet allebei", cure)
            elif not (day in moved_to and key == "afgelast") and not could_be(rule, day):
                cure = f"Dat is {say_date(day)}. Kijk de datum na, of zet het bij de regel waar die dag bij hoort."
                reader.refuse(
                    path, "date-not-in-rule", quote(str(day)), "een dag waarop het volgens deze regel is", cure
                )


def could_be(rule: Rule, day: date) -> bool:
    """Return whether a day can be one of the rule's: whether the weekday, its rank in the month or the date fits.

    Begin, end and the count of weeks are left out of it: a cancelled date of last year may stay in the record.
    A day that "week later" gives counts too.
    """
    if rule.on_holiday == "week-later" and any(fits(rule, day - timedelta(days=7 * n)) for n in (1, 2, 3)):
        return True
    return fits(rule, day)
