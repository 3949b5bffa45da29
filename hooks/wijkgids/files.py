"""Writing the site: a file that has these bytes already is left alone, so that a mirror sees what changed."""

from __future__ import annotations

from pathlib import Path


def put(site: Path, path: str, content: str | bytes) -> Path:
    """Write a file of the site (`path` is below it) unless it has these bytes already; return where it stands."""
    target = site / path
    data = content.encode() if isinstance(content, str) else content
    try:
        same = target.read_bytes() == data
    except OSError:
        same = False
    if not same:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return target
