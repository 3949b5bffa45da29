"""The picture that goes with a shared link: our street with the guide's name, one for each language."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from wijkgids.agenda import Agenda
from wijkgids.files import Shelf
from wijkgids.texts import Voice
from wijkgids.web.environment import templates
from wijkgids.web.markup import plain

_PPI = 72  # one pixel a point: 1200 × 630, the shape that is shown whole beside a shared link
_NAME = "picture.typ"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def path(lang: str) -> str:
    """Where the picture of a language stands in the site."""
    return f"beeld/{lang}.png"


def drawn(root: Path) -> bool:
    """Whether there is what pictures are made of: the drawing, and the letters of every language."""
    return _template(root) is not None and any(_fonts(root).glob("*.ttf"))


def pictures(agenda: Agenda, voices: Mapping[str, Voice]) -> Iterator[tuple[str, bytes]]:
    """Path and PNG of each picture. They change seldom, so they are kept between builds."""
    root = agenda.guide.root
    template = _template(root)
    if template is None or not drawn(root):
        return
    shelf = Shelf(root / ".cache" / "pictures", ".png")
    used: set[str] = set()
    for lang, voice in voices.items():
        data = json.dumps(_said(agenda, voice), ensure_ascii=False, sort_keys=True)
        key = hashlib.sha256(f"{_made_with(root, template)} {data}".encode()).hexdigest()
        used.add(key)
        made = shelf.find(key)
        if made is None:
            made = _png(template, _fonts(root), data)
            shelf.keep(key, made)
        yield path(lang), made
    shelf.tidy(used)


def _said(agenda: Agenda, voice: Voice) -> dict[str, object]:
    settings = agenda.guide.checked
    return {
        "lang": voice.lang,
        "rtl": voice.rtl,
        "word": plain(voice.say("Wijkgids")),
        "name": settings.short,
    }


def _png(template: Path, fonts: Path, data: str) -> bytes:
    compiler = typst.Compiler(
        str(template), font_paths=[str(fonts)], ignore_system_fonts=True, sys_inputs={"data": data}
    )
    made = compiler.compile(format="png", ppi=_PPI)
    assert isinstance(made, bytes)  # one page; a list is for more
    return packed(made)


def packed(png: bytes) -> bytes:
    """The same picture in fewer bytes: Typst packs quickly, a phone is better off with little (PNG, 11.2.4 IDAT)."""
    parts: list[tuple[bytes, bytes]] = []
    at = len(_SIGNATURE)
    while at < len(png):
        (size,) = struct.unpack_from(">I", png, at)
        parts.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += size + 12
    pixels = zlib.decompress(b"".join(content for kind, content in parts if kind == b"IDAT"))
    kept = [part for part in parts if part[0] not in (b"IDAT", b"IEND")]
    kept += [(b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in kept
    )


def _template(root: Path) -> Path | None:
    return next((folder / _NAME for folder in templates(root) if (folder / _NAME).is_file()), None)


def _fonts(root: Path) -> Path:
    return root / "overrides" / "fonts"


@cache
def _made_with(root: Path, template: Path) -> str:
    made_with = hashlib.sha256(version("typst").encode() + template.read_bytes())
    for font in sorted(_fonts(root).glob("*.ttf")):
        made_with.update(f"{font.name} {font.stat().st_size}".encode())
    return made_with.hexdigest()
