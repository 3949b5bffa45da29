"""How long 4,000 records take to read and check, beside the bare C loader with pydantic, in one run.

    python benchmarks/read_records.py [NUMBER]

Prints seconds for each part and the ratio of reading and checking to the bare one. The records are made from those in
data/, so they are as long and as varied as real ones; writing them to a temporary folder is not counted.
"""

from __future__ import annotations

import itertools
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from wijkgids.agenda import make_agenda  # noqa: E402
from wijkgids.checks import check_guide  # noqa: E402
from wijkgids.checks.sense import CODE_SIGNS  # noqa: E402
from wijkgids.problems import errors  # noqa: E402
from wijkgids.records import Actor, load_guide  # noqa: E402

TODAY = date(2026, 11, 24)
ROUNDS = 5


class BareLoader(yaml.CSafeLoader):
    """The C loader with every scalar as text: the least that reading a record can cost."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


def copies(target: Path, number: int) -> None:
    """Write `number` records under `target`: each of data/ again and again, under another name and with other codes."""
    (target / "data").mkdir()
    for name in ("gids.yml", "calendar.yml"):
        shutil.copy(ROOT / "data" / name, target / "data" / name)
    codes = ("".join(signs) for signs in itertools.product(CODE_SIGNS, repeat=4))  # each entry has one of its own
    originals = sorted((ROOT / "data" / "actors").glob("*/*.yml"))
    for count in range(number):
        original = originals[count % len(originals)]
        text = original.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^(\s*(?:- )?code: ).*$", lambda found: found[1] + next(codes), text)
        suffix = f"-{count}" if count >= len(originals) else ""
        path = target / "data" / "actors" / original.parent.name / f"{original.stem}{suffix}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def bare(target: Path) -> None:
    """Load and validate without positions, messages or times."""
    for path in sorted((target / "data" / "actors").glob("*/*.yml")):
        data = yaml.load(path.read_bytes(), BareLoader)
        Actor.model_validate(data, by_alias=True, by_name=False)


def seconds(work: Callable[[], object]) -> float:
    """The seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(number: int) -> None:
    """Make, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        copies(target, number)
        guide, problems = load_guide(target)
        if wrong := errors([*problems, *check_guide(guide, TODAY)]):
            raise SystemExit(f"the copies have errors: {wrong[0]}")
        # In turn, so that a machine that grows slower or faster meanwhile does so for all.
        rounds = [
            (
                seconds(lambda: bare(target)),
                seconds(lambda: load_guide(target)),
                seconds(lambda: check_guide(guide, TODAY)),
            )
            for _ in range(ROUNDS)
        ]
        base, read, checked = (min(column) for column in zip(*rounds, strict=True))
        resolved = seconds(lambda: make_agenda(guide, TODAY))
    print(f"{number} records, the best of {ROUNDS} rounds")
    print(f"  bare C loader and pydantic   {base:6.2f} s")
    print(f"  read, times understood       {read:6.2f} s   {read / base:.2f} x")
    print(f"  checked over the whole guide {checked:6.2f} s")
    print(f"  read and checked             {read + checked:6.2f} s   {(read + checked) / base:.2f} x")
    print(f"  inheritance (the agenda)     {resolved:6.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4000)
