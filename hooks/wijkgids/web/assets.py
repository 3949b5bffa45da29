"""Style and scripts: put together, made small, and named after what is in them, so that a phone keeps them for good."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from wijkgids.web.environment import templates

FOLDER = "assets"
STYLE, SCRIPT = "gids.css", "gids.js"
_OWN = re.compile(r"[4-7]\d-")
_EVERY = re.compile(r"[0-3]\d-")
_ALONE = re.compile(r"9\d-")
_NUMBER = re.compile(r"^\d\d-")
_WITH = re.compile(r"// with (.+)\n")
_ASKED = re.compile(r"@([\w-]+\.js)")


@dataclass(frozen=True)
class Assets:
    """`paths` is where each stands in the site, by the name that templates use; `files` what stands there.

    `sheets` are the styles of some pages only, by name: they stand in those pages.
    """

    paths: Mapping[str, str]
    files: Mapping[str, bytes]
    sheets: Mapping[str, str]


def assets(root: Path, hues: Iterable[int]) -> Assets:
    """One stylesheet (css/*.css in the order of their names, with a class for each hue), the scripts and the mark.

    A sheet numbered 40 to 79 is for some pages only and stands in them, without its number: 42-week.css is week.css.
    Scripts numbered 00 to 39 are what every page has (gids.js); every other script starts with them, so that a page
    asks for one, and with those that its first line names ("// with wijk.js"). One numbered 90 or more stands alone,
    and is asked for when it is needed: "@carry.js" in gids.js becomes its name.
    """
    sheets = _all(root, "css", "*.css")
    made = {STYLE: style([sheet for sheet in sheets if not _OWN.match(sheet.name)], hues).encode()}
    made |= {name: text.encode() for name, text in _scripts(_all(root, "js", "*.js")).items()}
    made |= {path.name: path.read_bytes() for path in _all(root, ".", "favicon.svg")}
    paths = {name: f"{FOLDER}/{_stamped(name, content)}" for name, content in made.items()}
    own = {sheet.name[3:]: style([sheet], ()) for sheet in sheets if _OWN.match(sheet.name)}
    return Assets(paths, {paths[name]: content for name, content in made.items()}, own)


def _scripts(found: Iterable[Path]) -> dict[str, str]:
    sources = {path.name: path.read_text(encoding="utf-8") for path in found}
    texts = {_NUMBER.sub("", name): script(source) for name, source in sources.items()}
    made = {name: texts[name] for name in (_NUMBER.sub("", each) for each in sources if _ALONE.match(each))}
    stamps = {name: _stamped(name, text.encode()) for name, text in made.items()}
    every = "".join(texts[_NUMBER.sub("", name)] for name in sources if _EVERY.match(name))
    made[SCRIPT] = every = _ASKED.sub(lambda name: stamps[name[1]], every)
    for name, source in sources.items():
        if not (_ALONE.match(name) or _EVERY.match(name)):
            named = _WITH.match(source)
            before = [texts[one] for one in named[1].split()] if named else []
            made[name] = "".join([every, *before, texts[name]])
    return made


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
