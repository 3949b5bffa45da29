"""Records as they come out of bad luck: lines lost, keys twice, a text in Windows' signs, half a file.

    python tests/mutations.py [NUMBER] [SEED]

Changes records of data/ at random, and reads the guide with each of them. Whatever comes of it,
there is no traceback, every problem has a place, what was found, what is wanted and how to mend it, and a record that is
taken is in the agenda, on its page and in its calendar. Ends with 1 when it is not so, and keeps the file.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from wijkgids.agenda import make_agenda  # noqa: E402
from wijkgids.checks import check_guide  # noqa: E402
from wijkgids.exports import calendar  # noqa: E402
from wijkgids.problems import Problem, errors, report  # noqa: E402
from wijkgids.records import load_guide  # noqa: E402
from wijkgids.records.guide import Cache  # noqa: E402
from wijkgids.texts import translations, voices  # noqa: E402
from wijkgids.views.activity import activity_page  # noqa: E402
from wijkgids.views.actor import actor_page  # noqa: E402

TODAY = date(2026, 11, 24)
SIGNS = [*"{}[],:#&*!|>'\"%@`\\\n\t -?~é€–’“ …0x", "\r", "\x00", "\x1b", "\u202e", "\u00a0", "\ufeff", "ش", "ሀ", "😀"]
VALUES = [
    "", "[]", "{}", "''", "null", "~", "ja", "nee", "onbekend", "true", "[x, y]", "{a: b}", "[[[]]]", "- x", "2026-13-45", "2027-02-29",
    "24-11-2026", "-1", "0", "999999999999", "1e400", "nan", "11:30", "25:00-26:00", "10:00-12:00", "dinsdag", "elke dag", "x" * 700,
    '"\\u0000"', "<script>alert(1)</script>", "{{ 7 * 7 }}", "#{sys}", "../../etc/passwd", "::error::x", "%0A", "=1+1", "&a b", "*a", "!!python/object:os.system x",
]  # fmt: skip

Change = Callable[[random.Random, str], str]


def _signs(luck: random.Random, text: str) -> str:
    at = luck.randrange(len(text) + 1)
    return text[:at] + luck.choice(SIGNS) + text[at + luck.choice((0, 0, 1, 1, 4)) :]


def _signs_lost(luck: random.Random, text: str) -> str:
    at = luck.randrange(len(text) + 1)
    return text[:at] + text[at + luck.randrange(1, 9) :]


def _line(luck: random.Random, text: str) -> str:
    lines = text.split("\n")
    at, other = luck.randrange(len(lines)), luck.randrange(len(lines))
    what = luck.randrange(5)
    if what == 0:
        lines.insert(other, lines[at])
    elif what == 1:
        del lines[at]
    elif what == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif what == 3:
        lines[at] = luck.choice(("\t", " ", "  ", "      ")) + lines[at]
    else:
        lines[at] = lines[at].lstrip()
    return "\n".join(lines)


def _key(luck: random.Random, text: str) -> str:
    keys = list(re.finditer(r"[a-z_]+(?=:)", text))
    if not keys:
        return text
    at, other = luck.choice(keys), luck.choice(keys)
    name = luck.choice(
        (other[0], other[0].capitalize(), at[0][:-1], at[0] + "s", "", f'"{at[0]}"', "wanneer", "__class__")
    )
    return text[: at.start()] + name + text[at.end() :]


def _value(luck: random.Random, text: str) -> str:
    values = list(re.finditer(r"(?<=: )[^\n{}\[\]]+?(?=[,}\n])", text))
    if not values:
        return text
    at = luck.choice(values)
    other = luck.choice((luck.choice(VALUES), luck.choice(VALUES), luck.choice(values)[0]))
    return text[: at.start()] + other + text[at.end() :]


def _cut(luck: random.Random, text: str) -> str:
    return text[: luck.randrange(len(text) + 1)]


CHANGES: dict[str, Change] = {
    "tekens": _signs,
    "tekens weg": _signs_lost,
    "regels": _line,
    "sleutels": _key,
    "waarden": _value,
    "afgekapt": _cut,
}
ENCODINGS = ("utf-8-sig", "cp1252", "utf-16", "utf-16-le", "latin-1", "crlf", "cr", "half")


def mutated(luck: random.Random, text: str) -> tuple[str, bytes]:
    """A record changed at random: the name of the (last) kind of change, and the bytes."""
    kind = ""
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        kind = luck.choice(list(CHANGES))
        text = CHANGES[kind](luck, text)
    raw = text.encode("utf-8", "surrogatepass")
    if luck.random() > 0.12:
        return kind, raw
    encoding = luck.choice(ENCODINGS)
    if encoding in ("crlf", "cr"):
        return "codering", raw.replace(b"\n", b"\r\n" if encoding == "crlf" else b"\r")
    if encoding == "half":  # cut in the middle of a sign, or one byte turned
        at = luck.randrange(len(raw) + 1)
        return "codering", raw[:at] + bytes([luck.randrange(256)]) + raw[at + 1 :]
    return "codering", text.encode(encoding, "replace")


@dataclass
class Result:
    """How many were taken and refused, by kind of change; and what went wrong: the text, and the file."""

    taken: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, bytes]] = field(default_factory=list)


def run(number: int, seed: int, folder: Path) -> Result:
    """Read the guide `number` times, each time with one mutated record; `folder` is an empty one to work in."""
    luck = random.Random(seed)
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("lokaal"))
    originals = {path: path.read_text("utf-8") for path in sorted((folder / "data" / "actors").glob("*/*.yml"))}
    cache: Cache = {}
    result = Result()
    for _ in range(number):
        path, text = luck.choice(list(originals.items()))
        kind, raw = mutated(luck, text)
        path.write_bytes(raw)
        try:
            wrong, taken = _read(folder, path, cache)
        except Exception:  # anything at all: that is what is looked for
            wrong, taken = traceback.format_exc(limit=-4), False
        (result.taken if taken else result.refused)[kind] += 1
        if wrong:
            result.wrong.append((wrong, raw))
        path.write_text(text, "utf-8")
    return result


def _read(folder: Path, path: Path, cache: Cache) -> tuple[str, bool]:
    """What went wrong with the guide as it is now ("": nothing), and whether it was taken."""
    guide, problems = load_guide(folder, cache)
    problems += check_guide(guide, TODAY)
    report(problems)
    shown = path.relative_to(folder).as_posix()
    if lacking := next(_lacking(problems, shown), None):
        return f"geen plek of oplossing: {lacking}", False
    record = guide.records[path.stem]
    if record.actor is None and not any(one.place.path == shown for one in errors(problems)):
        return "een record verdween zonder een woord", False
    if errors(problems):
        return "", False
    agenda = make_agenda(guide, TODAY)
    agenda.times(TODAY, TODAY + timedelta(days=370))
    said, _ = translations.load(folder, ("nl",))
    voice = voices(("nl",), said, guide.words.languages)["nl"]
    if agenda.actors[path.stem].live:
        actor_page(agenda, voice, path.stem)
    for key, one in agenda.activities.items():
        if key[0] == path.stem and one.live:
            activity_page(agenda, voice, key)
            calendar.calendar(agenda, one)
    return "", True


def _lacking(problems: list[Problem], shown: str) -> Iterator[Problem]:
    for one in problems:
        here = one.place.path == shown
        if not (one.place.path and one.found and one.wanted and one.cure and one.code) or (here and not one.place.line):
            yield one


def main(words: list[str]) -> int:
    """Run it as a command; returns the exit code."""
    number, seed = int(words[0]) if words else 10_000, int(words[1]) if words[1:] else 1
    with tempfile.TemporaryDirectory() as folder:
        result = run(number, seed, Path(folder))
    print(f"{number} veranderde records (zaad {seed})")
    for kind in [*CHANGES, "codering"]:
        print(f"  {kind:<12}{result.taken[kind]:>6} gelezen {result.refused[kind]:>6} geweigerd")
    for position, (text, raw) in enumerate(result.wrong[:10]):
        kept = Path(tempfile.gettempdir()) / f"veranderd-{seed}-{position}.yml"
        kept.write_bytes(raw)
        print(f"\n{kept}\n{text}")
    print(f"{len(result.wrong)} keer mis")
    return 1 if result.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
