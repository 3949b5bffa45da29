"""Where the pictures of a street map come from: an address in which the map puts its numbers."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from wijkgids.problems import say
from wijkgids.records.values.typed import FACT, Form, Shown, refuse, text_of

WANTED = "een adres met https:// en {z}, {x} en {y} erin"
NEEDED = ("{z}", "{x}", "{y}")
_HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{1,5})?"
# The host stands in the policy of a page, which a space or a semicolon would change.
_ADDRESS = re.compile(rf"https://{_HOST}/[A-Za-z0-9\-._~/{{}}?=&%+@,:]*")


def tiles(value: Any) -> str:
    """The address of tiles. Each of z, x and y stands in it; one host is asked and no other."""
    text = text_of(value)
    for part in re.findall(r"\{[^}]*\}", text):
        if part not in (*NEEDED, "{r}"):
            raise refuse("straatkaart", WANTED, say("Schrijf het adres zonder {part}.", part=part))
    missing = [part for part in NEEDED if part not in text]
    if missing:
        raise refuse("straatkaart", WANTED, say("Zet er {part} in.", part=missing[0]))
    if not _ADDRESS.fullmatch(text):
        cure = "Neem het adres over van wie de plaatjes maakt: https://, kleine letters, geen spaties."
        raise refuse("straatkaart", WANTED, cure)
    return text


def origin(address: str) -> str:
    """Who is asked for tiles, as a policy names it: https://tile.example."""
    split = urlsplit(address)
    return f"{split.scheme}://{split.netloc}"


Tiles = Annotated[
    str, BeforeValidator(tiles), Field(max_length=300), Shown(FACT), Form(type="string", pattern="^https://.*[{]z[}]")
]
