"""One rule of `wanneer`: its keys read, put together, and refused where they do not fit each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Final

from wijkgids.problems import say

from .clock import TimeRange, parse_time
from .closures import Closure, parse_closures
from .dates import parse_date, parse_span
from .every import Every, parse_every
from .pattern import fits
from .reader import Path, Reader
from .refusal import Refused, did_you_mean, quote
from .rule import Cancelled, Moved, OnHoliday, Rule
from .words import nearest, plain, say_date

KEYS: Final = ("elke", "op", "tijd", "vanaf", "tot", "niet", "bij_feestdag", "afgelast", "verplaatst", "let_op")

ON_HOLIDAY: Final[dict[str, OnHoliday]] = {
    "vervalt": "skip",
    "gaat niet door": "skip",
    "vervalt dan": "skip",
    "gaat dan niet door": "skip",
    "dan niet": "skip",
    "niet": "skip",
    "gesloten": "skip",
    "dicht": "skip",
    "week later": "week-later",
    "een week later": "week-later",
    "1 week later": "week-later",
    "schuift een week": "week-later",
    "schuift een week op": "week-later",
    "schuift een week door": "week-later",
    "verschuift een week": "week-later",
    "gaat door": "go-on",
    "gewoon door": "go-on",
    "gaat gewoon door": "go-on",
    "gaat wel door": "go-on",
    "open": "go-on",
    "gewoon open": "go-on",
}

# A summer school of some weeks may be one period under `op`; what is longer is a weekly rule.
LONGEST_PERIOD: Final = timedelta(days=62)


def parse_rule(fields: object, named: Collection[str] = ()) -> tuple[Rule | None, list[tuple[Path, Refused]]]:
    """Return the rule that the keys of one item of `wanneer` say, and all that is refused, each with its place in it.

    The rule is None as soon as anything is refused: half a rule would send people to a closed door. `named` holds the
    names of the closures in the guide's calendar. Places are paths within the mapping: `("niet", 2)`, `("verplaatst",
    0, "naar")`.
    """
    if not isinstance(fields, Mapping):
        wanted, cure = "sleutels met een waarde", "Schrijf bijvoorbeeld: {elke: dinsdag, tijd: 10:00-12:00}."
        return None, [((), Refused("regel-vorm", quote(str(fields)), wanted, cure))]
    reader = Reader({key: value for key, value in fields.items() if value is not None})
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


def _check_keys(reader: Reader) -> None:
    for key in reader.fields:
        if key not in KEYS:
            near = nearest(plain(str(key)), KEYS)
            cure = did_you_mean(near) if near else "Haal deze sleutel weg, of schrijf het bij let_op."
            wanted = say("een van {sleutels}", sleutels=", ".join(KEYS))
            reader.refuse((key,), "regel-sleutel", quote(str(key)), wanted, cure)


def _read_days(reader: Reader) -> tuple[Every | None, tuple[date, ...]]:
    wanted = "elke of op"
    if "elke" in reader.fields and "op" in reader.fields:
        reader.refuse(
            ("op",),
            "regel-dagen",
            "elke en op",
            "één van de twee",
            "Maak er twee regels van: één met elke, één met op.",
        )
    if "elke" not in reader.fields and "op" not in reader.fields:
        cure = "Zeg op welke dagen het is: elke: dinsdag, of op: [2026-12-05]."
        reader.refuse((), "regel-dagen", "geen dagen", wanted, cure)
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


def _read_dates(reader: Reader) -> tuple[date, ...]:
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
            reader.refuse(
                path, "regel-dagen", quote(text), "een datum, of een periode van hoogstens twee maanden", cure
            )
            continue
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
            if day in found:
                reader.refuse(
                    path,
                    "datum-dubbel",
                    quote(str(day)),
                    "elke datum één keer",
                    "Haal er één weg, of kijk de datum na.",
                )
                break
            found[day] = path
    return tuple(sorted(found))


def _read_time(reader: Reader, path: Path, value: object) -> TimeRange | None:
    text = reader.text(path, value) if value is not None else None
    try:
        return parse_time(text) if text is not None else None
    except Refused as refusal:
        reader.refusals.append((path, refusal))
        return None


def _read_closures(reader: Reader, named: Collection[str]) -> tuple[Closure, ...]:
    found: list[Closure] = []
    for path, value in reader.items("niet", "wanneer het niet is, zoals [schoolvakanties, feestdagen]"):
        text = reader.text(path, value)
        try:
            found += parse_closures(text, named) if text is not None else ()
        except Refused as refusal:
            reader.refusals.append((path, refusal))
    return tuple(dict.fromkeys(found))


def _read_on_holiday(reader: Reader) -> OnHoliday | None:
    value = reader.fields.get("bij_feestdag")
    text = reader.text(("bij_feestdag",), value) if value is not None else None
    if text is None:
        return None
    words = plain(text).rstrip(".")
    if words in ON_HOLIDAY:
        return ON_HOLIDAY[words]
    # "een week eerder" looks like "een week later".
    near = nearest(words, ON_HOLIDAY) if len(words) < 60 and "eerder" not in words else None
    cure: str = (
        "Kies vervalt, week later of gaat door. Is het dan op een andere dag? Schrijf die ene keer bij verplaatst."
    )
    if near:
        cure = did_you_mean(near)
    reader.refuse(("bij_feestdag",), "feestdag-keuze", quote(text), "vervalt, week later of gaat door", cure)
    return None


def _read_cancelled(reader: Reader) -> tuple[Cancelled, ...]:
    found: dict[date, Cancelled] = {}
    for path, value in reader.items("afgelast", "datums, zoals [2026-12-15]"):
        reason: str | None = None
        if isinstance(value, Mapping):
            for key in sorted(value.keys() - {"op", "waarom"}, key=str):
                reader.refuse((*path, key), "regel-sleutel", quote(str(key)), "op en waarom", "Haal deze sleutel weg.")
            if value.get("waarom") is not None:
                reason = (reader.text((*path, "waarom"), value["waarom"]) or "").strip() or None
            path, value = (*path, "op"), value.get("op")
        elif isinstance(value, str) and "t/m" in value:
            reader.refuse(
                path, "datum-vorm", quote(value), "een datum, zoals 2026-12-31", "Zet een hele periode bij niet."
            )
            continue
        day = reader.date(path, value if value is not None else "")
        if day and day in found:
            reader.refuse(path, "datum-dubbel", quote(str(day)), "elke datum één keer", "Haal er één weg.")
        elif day:
            found[day] = Cancelled(day, reason)
            reader.places["afgelast", day] = path
    return tuple(found[day] for day in sorted(found))


def _read_moved(reader: Reader) -> tuple[Moved, ...]:
    found: dict[date, Moved] = {}
    wanted = "{van: 2026-12-15, naar: 2026-12-16}"
    for path, value in reader.items("verplaatst", wanted):
        if not isinstance(value, Mapping):
            reader.refuse(path, "regel-vorm", quote(str(value)), wanted, "Schrijf beide datums op, met van en naar.")
            continue
        for key in sorted(value.keys() - {"van", "naar", "tijd"}, key=str):
            reader.refuse((*path, key), "regel-sleutel", quote(str(key)), "van, naar en tijd", "Haal deze sleutel weg.")
        days: list[date | None] = []
        for key in ("van", "naar"):
            if value.get(key) is None:
                add = say("Zet de datum erbij: {sleutel}: 2026-12-15.", sleutel=key)
                reader.refuse(path, "regel-vorm", say("geen {sleutel}", sleutel=key), wanted, add)
                days.append(None)
            else:
                days.append(reader.date((*path, key), value[key]))
        time = _read_time(reader, (*path, "tijd"), value.get("tijd"))
        origin, to = days
        if origin is None or to is None:
            continue
        if origin in found:
            cure = "Een keer kan maar naar één andere dag."
            reader.refuse((*path, "van"), "datum-dubbel", quote(str(origin)), "elke datum één keer", cure)
        elif origin == to and time is None:
            cure = "Gaat het om een andere tijd? Zet die erbij: tijd: 14:00-16:00."
            reader.refuse((*path, "naar"), "regel-tegenstrijdig", quote(str(to)), "een andere dag dan van", cure)
        else:
            found[origin] = Moved(origin, to, time)
            reader.places["verplaatst", origin] = (*path, "van")
    return tuple(found[day] for day in sorted(found))


def _read_note(reader: Reader) -> str | None:
    value = reader.fields.get("let_op")
    text = reader.text(("let_op",), value) if value is not None else None
    return (text or "").strip() or None


def _check_together(reader: Reader, rule: Rule) -> None:
    """Refuse keys that contradict each other. Runs over what could be read, so that all faults come in one report."""
    if rule.every and rule.every.interval > 1 and "vanaf" not in reader.fields:
        cure = "Zet erbij vanaf welke datum je telt, zoals vanaf: 2026-12-01."
        reader.refuse(("elke",), "elke-zonder-vanaf", quote(str(reader.fields["elke"])), "ook vanaf:", cure)
    if rule.first and rule.last and rule.last < rule.first:
        cure = say("Tot ligt voor vanaf ({vanaf}). Kijk de jaren na.", vanaf=rule.first)
        reader.refuse(("tot",), "datum-volgorde", quote(str(rule.last)), "een dag op of na vanaf", cure)
    if rule.on_holiday == "go-on" and any(closure.kind == "public" for closure in rule.closures):
        cure = "Kies: haal feestdagen weg bij niet, of haal bij_feestdag weg."
        reader.refuse(
            ("bij_feestdag",), "regel-tegenstrijdig", quote("gaat door"), "iets anders dan niet: [feestdagen]", cure
        )
    moved_from = {move.origin for move in rule.moved}
    moved_to = {move.to for move in rule.moved}
    for key, days in (("afgelast", [item.day for item in rule.cancelled]), ("verplaatst", sorted(moved_from))):
        for day in days:
            path = reader.places[key, day]
            if key == "afgelast" and day in moved_from:
                cure = "Is het verzet? Haal de datum weg bij afgelast. Is het afgelast? Haal verplaatst weg."
                found = quote(str(day))
                reader.refuse(path, "regel-tegenstrijdig", found, "afgelast of verplaatst, niet allebei", cure)
            elif not (day in moved_to and key == "afgelast") and not could_be(rule, day):
                cure = say(
                    "Dat is {dag}. Kijk de datum na, of zet het bij de regel waar die dag bij hoort.", dag=say_date(day)
                )
                reader.refuse(
                    path, "datum-niet-in-regel", quote(str(day)), "een dag waarop het volgens deze regel is", cure
                )


def could_be(rule: Rule, day: date) -> bool:
    """Return whether a day can be one of the rule's: whether the weekday, its rank in the month or the date fits.

    Begin, end and the count of weeks are left out of it: a cancelled date of last year may stay in the record.
    A day that "week later" gives counts too.
    """
    if rule.on_holiday == "week-later" and any(fits(rule, day - timedelta(days=7 * n)) for n in (1, 2, 3)):
        return True
    return fits(rule, day)
