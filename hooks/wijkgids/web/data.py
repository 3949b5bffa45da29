"""Data inside a page: JSON in a script element, where no text of a record may end that element."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

# The escapes of JSON for what HTML or an older script engine reads as more than a letter (HTML, 4.12.1.3).
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def data(value: Mapping[str, object]) -> Markup:
    """Values as JSON that may stand between script tags. Letters stay letters, so that they pack with the page's."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))
