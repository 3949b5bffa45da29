"""What each code means, why it matters, and an example of how not and how to write it: codes.yml beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Explanation:
    """One code: `group` is where it stands in the list; `wrong` and `right` are YAML as people type it, or ""."""

    code: str
    group: str
    what: str
    why: str
    wrong: str = ""
    right: str = ""


@cache
def explanations() -> Mapping[str, Explanation]:
    """All codes of codes.yml, in its order."""
    codes = yaml.safe_load((Path(__file__).parent / "codes.yml").read_text(encoding="utf-8"))
    return {
        code: Explanation(code, one["groep"], one["wat"], one["waarom"], one.get("fout", ""), one.get("goed", ""))
        for code, one in codes.items()
    }


def sentences() -> list[str]:
    """The Dutch sentences of all explanations, each once: what another language must have. Examples stay as typed."""
    found = [text for one in explanations().values() for text in (one.group, one.what, one.why)]
    return list(dict.fromkeys(found))
