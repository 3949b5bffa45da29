"""How something is written in a record, so that a cure can be typed over as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

# A text without quotes that is the same in a line of its own and between { and } (YAML 1.2, §7.3.3).
_PLAIN = re.compile(r"[0-9A-Za-zÀ-ɏ€+(/.’‘](?:[^,\[\]{}#:\\\"]|:(?=\S))*(?<!\s)")
_LONGEST = 160


def scalar(value: object) -> str:
    """One value: plain where that is safe, else between double quotes."""
    text = " ".join(str(value).split())
    return text if _PLAIN.fullmatch(text) else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(value: Any) -> str:
    """A value on one line: {…} and […] for blocks and lists."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def line(key: object, value: Any) -> str:
    """A key with its value; a value that is too long for a message is an ellipsis, which the reader refuses."""
    text = flow(value)
    return f"{key}: {text if len(text) <= _LONGEST else '…'}"


# Nine digits or more: a telephone number, a citizen service number; not a date.
_NUMBER = re.compile(r"\d(?:[\s().-]{0,2}\d){8,}")


def shorten(value: Any) -> str:
    """What was found, short enough for one line; of a long number only its beginning, because logs are public."""
    if isinstance(value, Mapping):
        return "een blok met sleutels"
    if isinstance(value, (list, tuple)):
        return "een lijst"
    text = _NUMBER.sub(lambda found: found[0][:2] + "…", " ".join(str(value).split()))
    return f"'{text if len(text) <= 60 else text[:57] + '…'}'"
