"""Guides for tests: the small one of fixtures/ with records given as text."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from wijkgids.agenda import Agenda, make_agenda
from wijkgids.checks import check_guide
from wijkgids.problems import errors, report
from wijkgids.records import Guide, load_guide

SMALL = Path(__file__).parent / "fixtures" / "small"
TODAY = date(2026, 11, 24)
HEAD = """\
naam: Groep De Proef
soort: zelforganisatie
code: qqqq
thema: [ontmoeten]
samenvatting: Een groep om mee te testen.
akkoord: {op: 2026-10-01, van: de gastvrouw}
contact: {telefoon: 020 000 00 09}
nagekeken: {op: 2026-11-02, door: buurtwerker, hoe: bezocht}
"""


def small_guide(folder: Path, **records: str) -> Guide:
    """The small guide under `folder`, with more records: their slug (with _ for -) and their text."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for slug, text in records.items():
        path = folder / "data" / "actors" / "wijk" / f"{slug.replace('_', '-')}.yml"
        path.write_text(text, encoding="utf-8")
    guide, problems = load_guide(folder)
    problems += check_guide(guide, TODAY)
    assert errors(problems) == [], report(problems)
    return guide


def small_agenda(folder: Path, today: date = TODAY, **records: str) -> Agenda:
    """The agenda of that guide."""
    return make_agenda(small_guide(folder, **records), today)
