"""Every wanted sheet, printed and written where its address says."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

import typst

from wijkgids.agenda import Agenda, PersonOf
from wijkgids.files import Shelf, put
from wijkgids.problems import Place, Problem, say
from wijkgids.sheets.fit import Setting
from wijkgids.sheets.typeset import Press
from wijkgids.sheets.week import as_json
from wijkgids.texts import Voice
from wijkgids.views.week_sheet import SheetSpec, wanted, week_sheet


@dataclass(frozen=True)
class Job:
    """One sheet to print. `key` names everything that it is made of.

    `local`: people of data/lokaal stand on it. Such a sheet is never kept, and no message repeats what it says.
    """

    spec: SheetSpec
    data: dict[str, Any]
    key: str
    local: bool

    @property
    def template(self) -> str:
        """The file of its template."""
        return "week.typ" if len(self.spec.languages) == 1 else "two.typ"


def write(
    agenda: Agenda,
    voices: Mapping[str, Voice],
    site: Path,
    fonts: Path,
    templates: Path,
    *,
    specs: Sequence[SheetSpec] | None = None,
    shelf: Path | None = None,
) -> tuple[list[Path], list[Problem]]:
    """Write all wanted sheets, or only `specs`, under `site`. Returns their paths, and a problem for each that failed.

    A file whose bytes did not change is not touched. The folder `shelf` keeps the printed sheets of the last build.
    """
    these = wanted(agenda) if specs is None else specs
    printed = print_sheets(agenda, voices, these, fonts, templates, shelf=shelf, whole=specs is None)
    paths = [site / spec.path for spec, made in printed if isinstance(made, bytes)]
    for spec, made in printed:
        if isinstance(made, bytes):
            put(site, spec.path, made)
    return paths, [made for _, made in printed if isinstance(made, Problem)]


def print_sheets(
    agenda: Agenda,
    voices: Mapping[str, Voice],
    specs: Sequence[SheetSpec],
    fonts: Path,
    templates: Path,
    *,
    shelf: Path | None = None,
    local: Mapping[str, Sequence[PersonOf]] | None = None,
    whole: bool = False,
) -> list[tuple[SheetSpec, bytes | Problem]]:
    """Each sheet as a PDF, or why it could not be printed. `shelf` is as in `write`.

    `whole`: these are all sheets of the guide, so that the shelf needs no others.
    `local` are people for paper only, by the slug of their house; only a print run of that house may give them.
    """
    press = Press(templates, fonts)
    house = _fingerprint(templates, fonts)
    jobs = [_job(agenda, voices, spec, house, (local or {}).get(spec.slug, ())) for spec in specs]
    kept = Shelf(shelf)
    # All sheets of one place in one thread: the letter that fitted the last one is the best guess for the next.
    groups = [list(group) for _, group in groupby(jobs, key=lambda job: job.spec.slug)]
    with ThreadPoolExecutor(max_workers=max(1, min(os.cpu_count() or 1, 8))) as pool:
        printed = [one for found in pool.map(lambda group: _print_all(press, kept, group), groups) for one in found]
    if whole:
        kept.tidy({job.key for job in jobs})
    return [(job.spec, made) for job, made in printed]


def _job(agenda: Agenda, voices: Mapping[str, Voice], spec: SheetSpec, house: str, local: Sequence[PersonOf]) -> Job:
    data = as_json(week_sheet(agenda, voices, spec, local), agenda.guide.checked.publisher.name)
    return Job(spec, data, hashlib.sha256(f"{house} {spec.path} {data!r}".encode()).hexdigest(), bool(local))


def _print_all(press: Press, shelf: Shelf, jobs: Sequence[Job]) -> list[tuple[Job, bytes | Problem]]:
    printed: list[tuple[Job, bytes | Problem]] = []
    hints: dict[str, Setting] = {}
    for job in jobs:
        made = None if job.local else shelf.find(job.key)
        if made is None:
            try:
                found = press.print(job.template, job.data, hints.get(job.template))
            except (typst.TypstError, RuntimeError) as error:
                printed.append((job, _refused(job, press, str(error))))
                continue
            if found is None:
                printed.append((job, _refused(job, press, "het past op geen enkel aantal bladzijden")))
                continue
            hints[job.template], made = found
            if not job.local:
                shelf.keep(job.key, made)
        printed.append((job, made))
    return printed


def _refused(job: Job, press: Press, reason: str) -> Problem:
    """What could not be printed, and the longest record on it: the most likely cause."""
    if job.local:
        reason = "het printen met de mensen van het huis lukt niet"
    rows = [row for day in job.data["days"] for row in day["rows"]]
    longest = max(rows, key=lambda row: len(str(row["told"])), default=None)
    cure = say("Kort de teksten van {slug} in, of kijk naar het sjabloon.", slug=job.spec.slug)
    if longest:
        cure = say("{cure} De langste tekst erop is van {key}.", cure=cure, key=longest["key"])
    return Problem(
        Place(f"overrides/sheets/{job.template}"),
        job.spec.path,
        " ".join(reason.replace(str(press.templates), "overrides/sheets").split()),
        "een blad",
        cure,
        "blad",
    )


def _fingerprint(templates: Path, fonts: Path) -> str:
    """What all sheets are made with: Typst, this package, templates and marks, and the fonts by name and size."""
    made_with = hashlib.sha256(version("typst").encode())
    for path in [*sorted(Path(__file__).parent.glob("*.py")), *sorted(templates.rglob("*.*"))]:
        made_with.update(path.read_bytes())
    for path in sorted(fonts.glob("*.ttf")):
        made_with.update(f"{path.name} {path.stat().st_size}".encode())
    return made_with.hexdigest()
