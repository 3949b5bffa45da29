"""What pages say to search engines, as a test reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

# schema.org 29: what we use of each type, its own properties and those of what it is a sort of.
THING = {"name", "url", "description"}
KNOWN = {
    "Organization": THING | {"telephone", "address"},
    "Library": THING | {"telephone", "address"},
    "School": THING | {"telephone", "address"},
    "SportsClub": THING | {"telephone", "address"},
    "Place": THING | {"telephone", "address"},
    "Mosque": THING | {"telephone", "address"},
    "Church": THING | {"telephone", "address"},
    "PlaceOfWorship": THING | {"telephone", "address"},
    "Playground": THING | {"telephone", "address"},
    "Event": THING | {"startDate", "endDate", "location", "organizer", "isAccessibleForFree", "offers"},
    "Service": THING | {"provider", "offers"},
    "Offer": THING | {"price", "priceCurrency"},
}  # fmt: skip


def described(page: str) -> dict[str, object] | None:
    """The structured data of a printed page."""
    found = re.search(r'<script type="?application/ld\+json"?>(.*?)</script>', page, re.DOTALL)
    return json.loads(found[1]) if found else None


def wrong(value: object) -> list[str]:
    """Types and properties that schema.org does not have, in a value and what is in it."""
    if not isinstance(value, Mapping):
        return []
    type_ = str(value.get("@type"))
    used = {name for name in value if not name.startswith("@")}
    return [*(f"{type_}.{name}" for name in used - KNOWN.get(type_, set())), *(one for part in value.values() for one in wrong(part))]  # fmt: skip
