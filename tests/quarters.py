"""A small guide of two neighbourhoods, for tests: De Wijk with its house and desk, and Over de brug."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from types import ModuleType

from guides import SMALL, TODAY, small_guide
from wijkgids.agenda import Agenda, make_agenda
from wijkgids.checks import check_guide
from wijkgids.problems import errors, report
from wijkgids.records import load_guide
from wijkgids.texts import Voice, translations, voices
from wijkgids.web import press

WIJK, OVER = "wijk", "over"
MORE = "  over: {naam: 'Over <b>de</b> brug', regio: Noord, samenvatting: Een wijk aan de overkant.}\n"


def two_quarters(folder: Path, here: dict[str, str], there: dict[str, str], today: date = TODAY) -> Agenda:
    """The agenda of the small guide with records in De Wijk and in Over de brug, by slug."""
    small_guide(folder)
    settings = (SMALL / "data" / "gids.yml").read_text(encoding="utf-8")
    (folder / "data" / "gids.yml").write_text(settings + MORE, encoding="utf-8")
    for quarter, records in ((WIJK, here), (OVER, there)):
        for slug, text in records.items():
            path = folder / "data" / "actors" / quarter / f"{slug}.yml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    guide, problems = load_guide(folder)
    problems += check_guide(guide, today)
    assert errors(problems) == [], report(problems)
    return make_agenda(guide, today)


def record(name: str, more: str = "", *, kind: str = "zelforganisatie", themes: str = "brieven") -> str:
    """A record that was looked at lately."""
    return (
        f"naam: {name!r}\nsoort: {kind}\nthema: [{themes}]\nsamenvatting: Een groep om mee te testen.\n"
        "akkoord: {op: 2026-10-01, van: de gastvrouw}\ncontact: {telefoon: 020 000 00 09}\n"
        "nagekeken: {op: 2026-11-02, door: buurtwerker, hoe: bezocht}\n" + more
    )


def doing(*activities: str) -> str:
    """Activities, each as what stands between braces."""
    return "activiteiten:\n" + "".join(f"  - {{{one}}}\n" for one in activities)


def guiding(*ways: str) -> str:
    """Guidances, each as what stands between braces."""
    return "gidst:\n" + "".join(f"  - {{{one}}}\n" for one in ways)


def voice_of(agenda: Agenda, lang: str = "nl") -> Voice:
    """A voice of one language."""
    said, _ = translations.load(agenda.guide.root, ["nl", lang])
    return voices(["nl", lang], said, agenda.guide.words.languages)[lang]


def printed(agenda: Agenda, kind: ModuleType, local: str, lang: str = "nl") -> str:
    """The document of a page of one kind (a module of web.pages), by its Dutch address."""
    templates = Path("overrides", "gids")
    shutil.copytree(SMALL.parents[2] / templates, agenda.guide.root / templates, dirs_exist_ok=True)
    spoken = {code: voice_of(agenda, code) for code in dict.fromkeys(("nl", lang))}
    (page,) = [one for one in kind.pages(agenda, spoken[lang]) if one.local == local]
    return press(agenda, spoken).page(page, spoken[lang])
