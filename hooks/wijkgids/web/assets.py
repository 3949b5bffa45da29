"""Style and scripts: put together, made small, and named after what is in them, so that a phone keeps them for good."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from wijkgids.web.environment import templates

FOLDER = "assets"
STYLE = "gids.css"
_ALONE = re.compile(r"[4-7]\d-")


@dataclass(frozen=True)
class Assets:
    """`paths` is where each stands in the site, by the name that templates use; `files` what stands there."""

    paths: Mapping[str, str]
    files: Mapping[str, bytes]


def assets(root: Path, hues: Iterable[int]) -> Assets:
    """The stylesheets (css/*.css in the order of their names, with a class for each hue), js/*.js and the mark.

    A sheet numbered 40 to 79 is for some pages only and stands alone, without its number: 42-week.css is week.css.
    """
    sheets = _all(root, "css", "*.css")
    made = {STYLE: style([sheet for sheet in sheets if not _ALONE.match(sheet.name)], hues).encode()}
    made |= {sheet.name[3:]: style([sheet], ()).encode() for sheet in sheets if _ALONE.match(sheet.name)}
    made |= {path.name: script(path.read_text(encoding="utf-8")).encode() for path in _all(root, "js", "*.js")}
    made |= {path.name: path.read_bytes() for path in _all(root, ".", "favicon.svg")}
    paths = {name: f"{FOLDER}/{_stamped(name, content)}" for name, content in made.items()}
    return Assets(paths, {paths[name]: content for name, content in made.items()})


def style(sheets: Iterable[Path], hues: Iterable[int]) -> str:
    """One small stylesheet. The hue of a theme is a class, because the page's policy allows no inline styles."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    return small(text) + "".join(f".h{hue}{{--h:{hue}}}" for hue in sorted(set(hues)))


def small(css: str) -> str:
    """CSS without comments and needless white space."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    bare = re.sub(r"\s+", " ", bare)
    bare = re.sub(r"\s*([{};,>])\s*", r"\1", bare)
    return re.sub(r": ", ":", bare).replace(";}", "}").strip()


def script(source: str) -> str:
    """A script without whole-line comments and indentation; what is within a line is left alone."""
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def _all(root: Path, folder: str, pattern: str) -> list[Path]:
    """The files of the program and of a guide's own, in the order of their names; a guide's own replaces by name."""
    found: dict[str, Path] = {}
    for base in reversed(templates(root)):
        found |= {path.name: path for path in (base / folder).glob(pattern)}
    return [found[name] for name in sorted(found)]


def _stamped(name: str, content: bytes) -> str:
    path = PurePosixPath(name)
    return f"{path.stem}.{hashlib.sha256(content).hexdigest()[:6]}{path.suffix}"
