"""Choosing without a script: a rule of CSS for each choice hides what does not carry its key (design §8)."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from markupsafe import Markup

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def hiding(keys: Iterable[str], item: str) -> Markup:
    """The rules: while a choice is made, an `item` without its key is not there. Only a plain word can be a key."""
    rules = [f"main:has([value={key}]:checked) {item}:not([data-k~={key}])" for key in keys if _KEY.fullmatch(key)]
    return Markup(",".join(rules) + "{display:none}") if rules else Markup("")


def policy(style: str) -> Markup:
    """What the page's policy must add, so that exactly this style may stand in it (CSP Level 3, hash sources)."""
    if not style:
        return Markup("")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return Markup(f";style-src 'self' file: 'sha256-{digest}'")
