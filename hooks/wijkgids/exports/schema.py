"""The JSON Schemas of a guide, published with its site, so that an editor can help wherever a record is written."""

from __future__ import annotations

import json
from collections.abc import Mapping

from wijkgids.records.guide import Guide
from wijkgids.records.schema import NAMES, schema


def files(guide: Guide) -> Mapping[str, bytes]:
    """The schemas by their address in the site, with the guide's own words, closures and address in them."""
    return {
        f"schema/{name}.json": _bytes(schema(name, guide.words, sorted(guide.named), guide.checked.address))
        for name in NAMES
    }


def _bytes(made: object) -> bytes:
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
