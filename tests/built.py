"""A small guide of its own, built whole by MkDocs, and a search through every byte of what came out."""

from __future__ import annotations

import gzip
import html
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from guides import SMALL

ROOT = Path(__file__).resolve().parent.parent
MKDOCS = """\
INHERIT: hooks/mkdocs.base.yml
site_name: Kleine gids
site_url: https://klein.example/
nav: [index.md, over.md]
plugins:
  i18n:
    languages:
      - {locale: nl, name: Nederlands, default: true}
      - {locale: ar, name: العربية}
"""
HOME = "---\ntitle: Start\nplaatshouder: ja\n---\n\n# Start\n"
ABOUT = "---\ntemplate: gids/prose.html\n---\n\n# Over\n\nKijk in [de week](gids:week).\n"


def small_host(root: Path, records: Mapping[str, str], local: Mapping[str, str] | None = None) -> Path:
    """The small guide with all that MkDocs needs around it. `records` by slug, `local` the files of data/lokaal."""
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    for lang in ("nl", "ar"):
        for name, text in (("index.md", HOME), ("over.md", ABOUT)):
            path = root / "docs" / lang / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for slug, text in records.items():
        (root / "data" / "actors" / "wijk" / f"{slug}.yml").write_text(text, encoding="utf-8")
    for name, text in (local or {}).items():
        (root / "data" / "lokaal").mkdir(exist_ok=True)
        (root / "data" / "lokaal" / name).write_text(text, encoding="utf-8")
    return root


def mkdocs(root: Path, today: str) -> str:
    """Build the guide strictly on a day, into its folder `site`. Returns what was said."""
    return ran(root, "-m", "mkdocs", "build", "--strict", today=today)


def ran(root: Path, *words: str, today: str, code: int = 0) -> str:
    """Run Python with the program of that folder; returns all it said, once it ended with `code`."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "WIJKGIDS_TODAY": today}
    environment |= {"PYTHONPATH": str(root / "hooks"), "GITHUB_STEP_SUMMARY": str(root / "samenvatting.md")}
    done = subprocess.run(
        [sys.executable, *words], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode == code, said
    return said


def squeezed(text: str) -> str:
    """A text for searching: without spaces, signs between digits, escapes and capitals, however it was broken."""
    plain = unquote(html.unescape(re.sub(r"\r?\n[ \t]", "", text)))  # calendars and vCards fold lines (RFC 5545, 6350)
    return re.sub(r"[\W_]", "", plain).casefold()


def texts(name: str, raw: bytes) -> Iterator[str]:
    """Every text in a file: as it stands, and what is packed in it."""
    yield name
    text = raw.decode("utf-8", "replace")
    yield text
    if name.endswith((".html", ".svg", ".xml")):
        yield re.sub(r"<[^>]*>", "", text)
    if raw.startswith(b"\x1f\x8b"):
        yield from texts(name, gzip.decompress(raw))
    if raw.startswith(b"PK\x03\x04"):
        packed = zipfile.ZipFile(io.BytesIO(raw))
        for one in packed.namelist():
            yield from texts(one, packed.read(one))
    if raw.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(raw))
        yield from (str(value) for value in (reader.metadata or {}).values())
        yield from (page.extract_text() for page in reader.pages)
        yield str(reader.trailer)
        for packed_stream in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL):
            try:
                yield zlib.decompress(packed_stream[1]).decode("utf-8", "replace")
            except zlib.error:
                yield packed_stream[1].decode("latin-1")


def found(needles: Iterable[str], *places: Path | str) -> dict[str, list[str]]:
    """Which of the needles stand where: in a file, in any file under a folder, or in a text (shown as "said")."""
    wanted = {needle: squeezed(needle) for needle in needles}
    # A number is also written with its country: +31 20 … (E.164), wa.me/3120…
    wanted = {needle: thin.removeprefix("0") if thin.isdigit() else thin for needle, thin in wanted.items()}
    hits: dict[str, list[str]] = {}
    for name, said in _everything(places):
        hay = squeezed(said)
        for needle, thin in wanted.items():
            if thin in hay and name not in hits.setdefault(needle, []):
                hits[needle].append(name)
    return {needle: sorted(names) for needle, names in hits.items() if names}


def _everything(places: Iterable[Path | str]) -> Iterator[tuple[str, str]]:
    for place in places:
        if isinstance(place, str):
            yield "said", place
            continue
        files = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
        for path in files:
            name = path.relative_to(place).as_posix() if place.is_dir() else path.name
            try:
                yield from ((name, text) for text in texts(name, path.read_bytes()))
            except PyPdfError as error:
                raise AssertionError(f"{path} is geen PDF die te lezen is") from error
