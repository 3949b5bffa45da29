"""One page of every kind that the guide in data/ has, by its name: what must hold of every page is tried on these."""

from __future__ import annotations

from pathlib import Path

from wijkgids.agenda import make_agenda
from wijkgids.build import the_day
from wijkgids.records import load_guide
from wijkgids.views import addresses

ROOT = Path(__file__).resolve().parent.parent
GUIDE, _ = load_guide(ROOT)
AGENDA = make_agenda(GUIDE, the_day(GUIDE, None))
NL = addresses.SOURCE


def kinds() -> dict[str, str]:
    """Dutch addresses. A kind that this guide has no page of is not there: it is looked for in the built site."""
    wijk = next(iter(GUIDE.checked.neighbourhoods))
    theme = next(iter(GUIDE.words.themes))
    live = {slug: one for slug, one in AGENDA.actors.items() if one.live}
    full = max(
        live, key=lambda slug: (live[slug].promise is not None, len(live[slug].guides) * len(live[slug].activities))
    )
    activity = next(key for key, one in AGENDA.activities.items() if one.live and key[0] == full)
    stopped = next((one.key for one in AGENDA.activities.values() if not one.live), None)
    house = next((one.slug for one in AGENDA.houses()), wijk)
    today = AGENDA.today.isoformat()
    found = {
        "home": addresses.home(NL),
        "theme": addresses.theme(NL, theme),
        "theme in a neighbourhood": addresses.theme_in(NL, theme, wijk),
        "actor": addresses.actor(NL, full),
        "activity": addresses.activity(NL, *activity),
        "stopped": addresses.activity(NL, *stopped) if stopped else "",
        "weeks": addresses.week(NL),
        "week": addresses.week(NL, wijk),
        "day": addresses.day(NL, today),
        "day in a neighbourhood": addresses.day_in(NL, wijk, today),
        "evening": addresses.part_of_week(NL, wijk, "avond"),
        "weekend": addresses.part_of_week(NL, wijk, "weekend"),
        "holiday": addresses.part_of_week(NL, wijk, "vakantie"),
        "house": addresses.house_week(NL, house),
        "finders": addresses.finder(NL),
        "finder": addresses.finder(NL, wijk),
        "guides": addresses.guides(NL),
        "guides of a neighbourhood": f"gaat-mee/{wijk}.html",
        "guides for a theme": addresses.guides_for(NL, theme),
        "guides in a language": addresses.guides_speaking(NL, "ar"),
        "choices": addresses.kind_of(NL),
        "choice": addresses.kind_of(NL, "gratis"),
        "language": addresses.speaking(NL, "ar"),
        "print": addresses.print_desk(NL),
        "print a place": f"printen/{house}.html",
        "words": addresses.words(NL),
        "word": addresses.words(NL, "toeslag"),
        "makers": addresses.makers(NL),
        "everything": addresses.everything(NL),
        "folder": addresses.folder(NL),
        "folder of a neighbourhood": f"mapje/{wijk}.html",
        "prescription": addresses.prescription(NL),
        "map": addresses.map_(NL),
        "map of a neighbourhood": addresses.map_(NL, wijk),
        "keep": addresses.keep(NL),
        "keep a neighbourhood": addresses.keep(NL, wijk),
        "screens": addresses.screen(NL),
        "screen": addresses.screen(NL, house),
        "prose": addresses.prose(NL, "over"),
        "sample": addresses.sample(NL) if GUIDE.checked.sample else "",
    }
    return {name: path for name, path in found.items() if path}


KINDS = kinds()


def path_of(lang: str, name: str) -> str:
    """The address of a kind in a language."""
    return addresses.page(lang, KINDS[name])


def here(site: Path) -> dict[str, str]:
    """The kinds that a built site has."""
    return {name: path for name, path in KINDS.items() if (site / path).is_file()}
