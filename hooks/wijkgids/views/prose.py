"""Hand-written pages of docs/, which the host makes and the program dresses, links to and lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ProsePage:
    """One page in one language of the site. Addresses are below the site, without a leading slash.

    `written_in` is the language of its words (Dutch where there is no translation), `own` the languages in which
    somebody wrote it, `alternates` its address per language, `unread` whether no speaker has read it yet.
    """

    path: str
    lang: str
    title: str
    source: str
    written_in: str
    unread: bool
    alternates: Mapping[str, str]
    own: frozenset[str]
