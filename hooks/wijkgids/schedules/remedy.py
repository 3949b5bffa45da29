"""What to type instead of a phrase that is refused: worked out from its words, and tried before it is offered.

Someone who typed "dinsdag 10-12 (niet in de vakantie)" knows what they mean. Its pieces belong to other keys: put
there, they are a rule that can be typed over. Where that cannot be worked out, the answer of the table stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from wijkgids.problems import Message, say

from .clock import parse_time
from .closures import parse_closures
from .dates import parse_date
from .refusal import Refused
from .weekdays import Every, Pattern, write_every
from .words import DAY_WORDS, ORDINALS, PARTS, days_in

Understood = Callable[[str], Every | None]

_BUT: Final = re.compile(
    r",? ?\(?\b(?:behalve|uitgezonderd|met uitzondering van|maar niet|niet|gesloten|dicht|buiten|m\.?u\.?v\.?(?= ))"
    r"(?:\)? (?:in|op|tijdens|met|bij|rond))*(?: (?:de|het))? ?(.+)$"
)
_CLOCK: Final = re.compile(
    r",? ?(?:\b(?:van|vanaf|om|tussen) )?(?<![\d:.])(\d{1,2})(?:[:.](\d\d))?(?: ?(?:uur|u|h)\b)?"
    r"(?: ?(?:-|tot|t/m|en) ?(\d{1,2})(?:[:.](\d\d))?(?!\d|[:.]\d))?(?: ?(?:uur|u|h)\b\.?)?"
)
_HOLIDAY: Final = re.compile(r",? ?\b(?:ook|gewoon|en) op (?:alle )?feestdagen\b")
_ALL_DAY: Final = re.compile(r",? ?\b(?:de |het )?(?:hele dag|gehele dag|overdag)$")
_APPOINTMENT: Final = re.compile(r",? ?\b(?:alleen |uitsluitend )?(?:op|na) (?:telefonische )?afspraak\b")
_HOLIDAYS: Final = re.compile(r"^(?:de |alle )?vakanties?$")
_DATE: Final = r"(\d{4}-\d\d-\d\d|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2}e? [a-z]+\.? \d{4})"
_ENDS: Final = (
    ("tot", re.compile(rf",? ?\b(?:tot en met|t/m) {_DATE}")),
    (
        "vanaf",
        re.compile(rf",? ?\b(?:vanaf|start(?:datum)?|per|sinds|m\.?i\.?v\.?|met ingang van|begint(?: op)?) {_DATE}"),
    ),
)
_A_DAY: Final = re.compile("|".join(rf"\b{re.escape(word)}(?!\w)" for word in DAY_WORDS))
# What to put in the place of a dash, a slash or "of".
_INSTEAD: Final = {"elke-streepje": r" ?[->~→/|\\] ?", "elke-of": r" (?:en/of|of|dan wel|resp\.?) "}
# Hours before this one may be in the afternoon: "2-4".
_MORNING: Final = 8


def remedy(words: str, code: str, understood: Understood) -> Message | None:
    """Return a cure whose words can be typed over for a refused phrase, or None where none can be worked out.

    `words` is the plain phrase, `code` that of its refusal, `understood` reads a phrase of days.
    """
    rest = " ".join(re.sub(r"[()\[\]{}]", " ", words).split())
    keys: dict[str, str] = {}
    if code == "elke-afspraak" and (every := understood(_APPOINTMENT.sub("", rest, count=1))):
        return say("Schrijf hier “{dagen}”, en bij de activiteit op_afspraak: ja.", dagen=write_every(every))
    if code in _INSTEAD and (cure := _joined(rest, _INSTEAD[code], understood)):
        return cure
    if every := _turned(rest, understood):
        return _write(every, {})
    if match := _BUT.search(rest):
        rest = rest[: match.start()]
        if every := _but_ranks(understood(rest), match[1].split()):
            return _write(every, {})
        if without := understood(match[1]):
            return _less(understood(rest), without)
        closed = _HOLIDAYS.sub("schoolvakanties", match[1])
        try:
            keys["niet"] = f"[{', '.join(_quoted(closure.text.strip()) for closure in parse_closures(closed))}]"
        except Refused:
            return None
    for key, pattern in _ENDS:
        if match := pattern.search(rest):
            if day := _iso(match[1]):
                keys[key] = day
            rest = f"{rest[: match.start()]} {rest[match.end() :]}" if day else rest
    if _HOLIDAY.search(rest):
        rest = _HOLIDAY.sub("", rest, count=1)
        keys["bij_feestdag"] = "gaat door"
    rest = _ALL_DAY.sub("", rest, count=1)
    if code == "elke-kloktijd" or "niet" in keys:
        rest, clock = _take_clock(rest)
        if clock:
            keys = {"tijd": clock, **keys}
    rest = rest.strip(" ,;.")
    if rest == words or not rest:
        return None
    if (every := understood(rest)) is None:
        return None
    return _write(every, keys)


def explained(words: str, token: str, understood: Understood) -> Message | None:
    """Return a cure for a phrase with words behind its days that are no days: prose, which belongs to `let_op`."""
    head, _, tail = words.partition(f" {token}")
    prose = f"{token}{tail}".strip(" ,;.")
    if (
        not head
        or not prose.isprintable()
        or not re.match(r"[^\W\d_]{2}", prose)
        or days_in(prose)
        or any(word in DAY_WORDS or word in PARTS for word in prose.split())
    ):
        return None
    if (
        re.search(r"\d|\b(?:we+k|wek|maand|dag|keer|maal|even)", prose)
        or (every := understood(head.strip(" ,;"))) is None
    ):
        return None
    return say(
        "Is ‘{woorden}’ uitleg? Schrijf dan {regel}. De tijd hoort bij tijd.",
        woorden=prose,
        regel=flow({"elke": write_every(every), "let_op": prose.capitalize()}),
    )


def rules_apart(*everys: Every) -> Message:
    """Return the cure that these are rules of their own, each written out."""
    return say(
        "Maak losse regels, elk met een eigen tijd: {regels}.",
        regels=", ".join(flow({"elke": write_every(every)}) for every in everys),
    )


def flow(keys: dict[str, str]) -> str:
    """Return keys and values as one rule of a record, as it can be typed."""
    pairs = (f"{key}: {value if value[:1] == '[' else _quoted(value)}" for key, value in keys.items())
    return "{" + ", ".join(pairs) + "}"


def _quoted(value: str) -> str:
    """Return a value as YAML takes it between braces. A lone "10:00" is a number to some editors."""
    if re.fullmatch(r"\w[\w ./-]*|\d\d:\d\d-\d\d:\d\d", value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _joined(words: str, mark: str, understood: Understood) -> Message | None:
    """Return what a phrase may mean with "t/m" or "en" in the place of a mark that has no one meaning."""
    row = understood(re.sub(mark, " t/m ", words)) if re.search(r"[->~→]", words) else None
    # "laatste za/zo" is "laatste za en laatste zo".
    before = words[: match.start()] if (match := _A_DAY.search(words)) else ""
    both = understood(re.sub(mark, " en ", words)) or understood(re.sub(mark, f" en {before}", words))
    if row and both and row != both:
        return say(
            "Schrijf “{een}”, of “{twee}” als het alleen die dagen zijn.", een=write_every(row), twee=write_every(both)
        )
    if both and not row:
        if mark != _INSTEAD["elke-of"]:
            return _write(both, {})
        return say(
            "Is het op al die dagen? Schrijf “{dagen}”. Wisselt het? Zet de datums bij op.", dagen=write_every(both)
        )
    if both is None and ORDINALS.keys() & words.split():
        return say("Zet er en tussen, en noem elke dag apart, zoals “1e zaterdag en 1e zondag”.")
    return None


def _turned(words: str, understood: Understood) -> Every | None:
    """Return "1e en 3e dinsdag" for "dinsdag, 1e en 3e van de maand"."""
    match = re.fullmatch(r"(?:elke |iedere |op )?(\w+?)(?:en)?,? (?:elke |iedere |de )?(.+?)(?: van de maand)?", words)
    if not match or match[1] not in DAY_WORDS:
        return None
    if not set(re.findall(r"[^\s,]+", match[2])) <= {*ORDINALS, "en", "de"}:
        return None
    return understood(f"{match[2]} {match[1]}")


def _but_ranks(every: Every | None, words: list[str]) -> Every | None:
    """Return "2e, 3e, 4e en 5e dinsdag" for "elke dinsdag behalve de eerste"; None for "behalve de laatste"."""
    ranks = {ORDINALS[word] for word in words if word in ORDINALS}
    if every is None or every.monthly or len(every.days) != 1 or every.interval > 1 or every.parity or not ranks:
        return None
    rest = {word for word in words if word not in ORDINALS} - {"en", "de", "van", "maand", "elke"}
    if min(ranks) < 0 or any(DAY_WORDS.get(word, (0, None))[0] != every.days[0] for word in rest):
        return None
    return Every((Pattern(every.days, tuple(n for n in range(1, 6) if n not in ranks)),), part=every.part)


def _iso(text: str) -> str | None:
    """Return a date that was typed with its year as an ISO date."""
    try:
        return str(parse_date(text))
    except Refused as refusal:
        found = re.search(r"\d{4}-\d\d-\d\d", refusal.cure)
        return found[0] if found else None


def _less(every: Every | None, without: Every) -> Message | None:
    """Return "maandag t/m zaterdag" for "elke dag behalve zondag"."""
    if every is None or every.monthly or without.monthly or without.interval > 1 or without.parity or without.part:
        return None
    days = tuple(day for day in every.days if day not in without.days)
    if not days or days == every.days:
        return None
    return _write(Every((Pattern(days),), every.interval, every.parity, every.part), {})


def _write(every: Every, keys: dict[str, str]) -> Message:
    days = write_every(every)
    if not keys:
        if every.interval > 1:
            return say("Schrijf “{dagen}”, en bij vanaf de eerste datum.", dagen=days)
        return say("Schrijf “{dagen}”.", dagen=days)
    rule = flow({"elke": days, **keys})
    if every.interval > 1 and "vanaf" not in keys:
        return say("Schrijf de regel zo: {regel}, en zet bij vanaf de eerste datum.", regel=rule)
    return say("Schrijf de regel zo: {regel}.", regel=rule)


def _take_clock(words: str) -> tuple[str, str]:
    """Return the phrase without its one clock time, and that time as it is typed; ("…", "") where it is not certain."""
    found = [match for match in _CLOCK.finditer(words) if not words[match.end() :].startswith(("e", "de", "ste"))]
    if len(found) != 1:
        return words, ""
    match = found[0]
    hours = [int(hour) for hour in (match[1], match[3]) if hour]
    spelled = match[2] is not None and (match[3] is None or match[4] is not None)
    late = re.search(r"middag|avond", words)
    if late and all(1 <= hour < (_MORNING if late[0] == "middag" else 12) for hour in hours):
        # "dinsdagmiddag van 2 tot 4"
        hours, spelled = [hour + 12 for hour in hours], True
    if not spelled and not (_MORNING <= hours[0] <= hours[-1] <= 23):
        return words, ""
    pairs = zip(hours, (match[2], match[4]), strict=False)
    clock = "-".join(f"{hour:02d}:{minutes or '00'}" for hour, minutes in pairs)
    try:
        parse_time(clock)
    except Refused:
        return words, ""
    return " ".join((words[: match.start()] + " " + words[match.end() :]).split()), clock
