"""One Jinja environment for all languages: strict, escaping, and printing pieces as isolated markup."""

from __future__ import annotations

import functools
import posixpath
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from wijkgids.texts import Piece
from wijkgids.views import addresses, contact
from wijkgids.web import drawing
from wijkgids.web.data import data
from wijkgids.web.icons import icon
from wijkgids.web.markup import markup, plain


def templates(root: Path) -> list[Path]:
    """The folders with templates, a guide's own first."""
    return [root / "overrides" / "eigen" / "gids", root / "overrides" / "gids"]


@functools.lru_cache(maxsize=4)
def environment(root: Path) -> Environment:
    """The environment over overrides/ of `root`. A template gets `page` (Shell), `view`, `voice` and `assets`."""
    made = Environment(
        loader=FileSystemLoader(templates(root)),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.globals |= {
        "_": _say,
        "many": _many,
        "url": _url,
        "file": _file,
        "asset": _asset,
        "icon": icon,
        "tel": contact.tel,
        "mailto": contact.mail,
    }
    made.filters["plain"] = _plain
    made.filters["data"] = data
    made.filters |= {"rings": drawing.rings, "dots": drawing.dots}
    return made


@pass_context
def _printed(context: Context, value: Any) -> Markup:
    voice = context["voice"]
    return markup(value, voice.lang, voice.rtl)


@pass_context
def _plain(context: Context, value: Piece | None) -> Markup:
    return escape(plain(value, context["voice"].rtl))


@pass_context
def _say(context: Context, msgid: str, /, **facts: Piece) -> Piece:
    said: Piece = context["voice"].say(msgid, **facts)
    return said


@pass_context
def _many(context: Context, one: str, more: str, number: int, /, **facts: Piece) -> Piece:
    said: Piece = context["voice"].many(one, more, number, **facts)
    return said


@pass_context
def _url(context: Context, page: str) -> str:
    """The way to a page of the guide in this language; `page` is its Dutch address."""
    here = context["page"]
    return _file(context, addresses.page(here.lang, page))


@pass_context
def _file(context: Context, path: str) -> str:
    """The way to any file of the site, from the page that is printed."""
    here = context["page"]
    if here.base:
        return str(here.base) + path
    if path == here.path:
        return addresses.relative(path, path)
    return _from_folder(posixpath.dirname(here.path), path)


@functools.lru_cache(maxsize=1 << 16)  # pages of one folder lead to the same pages
def _from_folder(folder: str, path: str) -> str:
    return addresses.relative(posixpath.join(folder, "."), path)


@pass_context
def _asset(context: Context, name: str) -> str:
    return _file(context, context["assets"][name])
