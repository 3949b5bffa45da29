"""What a phone keeps of a neighbourhood when its reader asks: pages in one language, packed, and the worker for them.

For each neighbourhood and language there is a list (which pages, each with a hash, what it costs) and one packed file
with all of them: together they take a third of what they take one by one, and one request instead of two hundred.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from wijkgids.agenda import Agenda
from wijkgids.texts import Ltr, Voice
from wijkgids.views import addresses
from wijkgids.views.keep import without_internet
from wijkgids.web import search
from wijkgids.web.assets import script
from wijkgids.web.environment import templates
from wijkgids.web.icons import icon
from wijkgids.web.markup import markup
from wijkgids.web.render import Press
from wijkgids.web.short import codes

LIMIT = 600_000  # bytes that a neighbourhood may take on its way (design §10: gzip, kB = 1,000 bytes)
FOLDER = "bewaar"
WORKER = "sw.js"  # at the root: a worker may only serve what lies below it
_WEEKS = 4
_GZIP = 31  # zlib's name for a gzip file
_LEVEL = 6
_ASSET = re.compile(rb"assets/[\w.-]+")

# In this order pages go along until it is full: "{wijk}" is the neighbourhood, "*" one name. What is not here stays
# behind: paper, screens, days and lists of the whole guide.
_FIRST = (
    "index.html",
    "bewaren/{wijk}.html",
    "bewaren/{wijk}/*.html",
    "week.html",
    "week/{wijk}.html",
    "week/{wijk}-*.html",
    "week/{wijk}/*.html",
    "zoeken/{wijk}.html",
    "gaat-mee.html",
    "gaat-mee/{wijk}.html",
    "gaat-mee/bij/*.html",
    "gaat-mee/taal/*.html",
    "thema/*.html",
    "thema/*/{wijk}.html",
)
_LAST = (
    "briefwoorden.html",
    "briefwoord/*.html",
    "zoeken.html",
    "kaart/{wijk}.html",
    "taal/*.html",
    "kies.html",
    "kies/*.html",
    "mapje.html",
    "mapje/{wijk}.html",
    "meer.html",
    "wie-maakt-dit.html",
    "bewaren.html",
)


@dataclass
class Pack:
    """A gzip file of one JSON object, that grows text by text. `size` is what it weighs so far, in bytes."""

    limit: int
    size: int = 0
    raw: int = 0
    left: int = 0
    hashes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
        self._parts: list[bytes] = []
        self._write(b"{")

    def add(self, path: str, content: bytes) -> None:
        """Take a file along, or count it as left behind where it may not fit any more."""
        # in the pack a page never takes more than by itself; only near the end that is worth finding out
        if self.size + len(content) > self.limit and self.size + len(zlib.compress(content, 1)) > self.limit:
            self.left += 1
            return
        comma = "," if self.hashes else ""
        said = json.dumps(content.decode(), ensure_ascii=False)
        self._write(f"{comma}{json.dumps(path)}:{said}".encode())
        self.hashes[path] = hashlib.sha256(content).hexdigest()[:8]
        self.raw += len(content)

    def add_all(self, files: Mapping[str, bytes]) -> None:
        """Take files along that are of use only together, or none of them."""
        if self.size + sum(len(zlib.compress(content, 1)) for content in files.values()) <= self.limit:
            for path, content in files.items():
                self.add(path, content)

    def done(self) -> bytes:
        """The whole file. Nothing can be added after it."""
        self._write(b"}", zlib.Z_FINISH)
        return b"".join(self._parts)

    def _write(self, text: bytes, flush: int = zlib.Z_SYNC_FLUSH) -> None:
        part = self._packer.compress(text) + self._packer.flush(flush)
        self._parts.append(part)
        self.size += len(part)


def offline(press: Press, site: Path, locals_: Sequence[str], limit: int = LIMIT) -> Iterator[tuple[str, str | bytes]]:
    """Path and content of the worker, and of list and packed file of each neighbourhood and language.

    `locals_` are the Dutch addresses of all pages; they stand in `site` already. `limit` is in bytes, gzip.
    """
    yield WORKER, script(_source(press.agenda.guide.root))
    for quarter in press.agenda.guide.checked.neighbourhoods:
        wanted = chosen(press.agenda, quarter, locals_)
        for lang, voice in press.voices.items():
            files = {addresses.page(lang, local): (site / addresses.page(lang, local)).read_bytes() for local in wanted}
            pack = Pack(limit)
            for path, content in (_assets(press.assets.files, files.values()) | files).items():
                pack.add(path, content)
            for group in (_cards(press.agenda, site, quarter, lang), _index(site, lang)):
                pack.add_all(group)
            packed = pack.done()
            name = f"{FOLDER}/{quarter}.{lang}"
            yield f"{name}.bin", packed
            yield f"{name}.json", _list(press.agenda, voice, quarter, pack)


def chosen(agenda: Agenda, quarter: str, locals_: Iterable[str]) -> list[str]:
    """The pages of a neighbourhood in the order in which they go along: of what comes soonest first."""
    there = list(locals_)
    found = [local for pattern in _FIRST for local in _like(pattern, quarter, there)]
    found += _entries(agenda, quarter)
    found += [local for pattern in _LAST for local in _like(pattern, quarter, there)]
    known = set(there)
    return [local for local in dict.fromkeys(found) if local in known]


def _like(pattern: str, quarter: str, locals_: Iterable[str]) -> list[str]:
    exact = re.escape(pattern.replace("{wijk}", quarter)).replace(r"\*", "[^/]+")
    return [local for local in locals_ if re.fullmatch(exact, local)]


def _entries(agenda: Agenda, quarter: str) -> Iterator[str]:
    """Actors and activities: first those with a time in the coming weeks, each after its actor; stopped ones last."""
    soon = agenda.times(agenda.today, agenda.today + timedelta(weeks=_WEEKS), neighbourhood=quarter)
    keys = dict.fromkeys(time.activity.key for time in soon)
    rest = {key: None for key, one in agenda.activities.items() if one.neighbourhood == quarter}
    actors = [slug for slug, actor in agenda.actors.items() if actor.neighbourhood == quarter]
    for live in (True, False):
        for key in keys | rest:
            one = agenda.activities[key]
            if one.live == live:
                yield addresses.actor(addresses.SOURCE, one.organiser)
                yield addresses.activity(addresses.SOURCE, *key)
        for slug in actors:
            if agenda.actors[slug].live == live:
                yield addresses.actor(addresses.SOURCE, slug)
                yield addresses.house_week(addresses.SOURCE, slug)


def _assets(files: Mapping[str, bytes], pages: Iterable[bytes]) -> dict[str, bytes]:
    """Styles, scripts and the mark that these pages ask for, and the scripts that those ask for by name."""
    asked = {found.decode() for page in pages for found in _ASSET.findall(page)}
    scripts = b"".join(content for path, content in files.items() if path in asked and path.endswith(".js"))
    asked |= {path for path in files if path.rpartition("/")[2].encode() in scripts}
    return {path: content for path, content in files.items() if path in asked}


def _cards(agenda: Agenda, site: Path, quarter: str, lang: str) -> dict[str, bytes]:
    """What the little folder shows of the groups of the neighbourhood."""
    slugs = [slug for slug, actor in agenda.actors.items() if actor.neighbourhood == quarter]
    return _there(site, (addresses.cards(lang, slug) for slug in slugs))


def _index(site: Path, lang: str) -> dict[str, bytes]:
    """The index of the text search in a language. Of a whole city it stays behind."""
    start = f"{search.FOLDER}/{lang}.json"
    found = _there(site, [f"{search.FOLDER}/{search.SCRIPT}", start])
    if start in found:
        folder = site / search.FOLDER / lang / str(json.loads(found[start])["f"])
        found |= _there(site, (one.relative_to(site).as_posix() for one in sorted(folder.glob("*.json"))))
    return found


def _there(site: Path, paths: Iterable[str]) -> dict[str, bytes]:
    return {path: (site / path).read_bytes() for path in paths if (site / path).is_file()}


def _list(agenda: Agenda, voice: Voice, quarter: str, pack: Pack) -> str:
    """What the worker and the page that asks it need to know, as JSON.

    `line` is what a kept page says at its top; the day on which it was kept goes in the place of {dag}. In a guide with
    a pinned day that is its day (`day`). `codes` lead from the short addresses on paper to the pages.
    """
    line = markup(
        voice.say("Dit komt van je telefoon. Bewaard op {dag}.", dag=Ltr("{dag}")), voice.lang, voice.rtl, inside=True
    )
    pinned = agenda.guide.checked.today is not None
    said = {
        "lang": voice.lang,
        "made": agenda.today.isoformat(),
        "day": str(voice.date_digits(agenda.today)) if pinned else None,
        "size": pack.size,
        "raw": pack.raw,
        "left": pack.left,
        "line": f'<p class="hint">{icon("keep")}<span>{line}</span></p>',
        "lost": addresses.page(voice.lang, without_internet(quarter)),
        "codes": {
            code: at for code, local, _ in codes(agenda) if (at := addresses.page(voice.lang, local)) in pack.hashes
        },
        "files": pack.hashes,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def _source(root: Path) -> str:
    return next(folder / WORKER for folder in templates(root) if (folder / WORKER).is_file()).read_text("utf-8")
