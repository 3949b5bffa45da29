"""How many signs a text may have to fit on paper, by field.

Counted from the measures of the sheets (shared design, sheets.md). Noto Sans takes about 0.52 em for a sign, so a line holds

    half of a week sheet in two languages   77 mm at  9.5 pt   44 signs (40 in bold)
    a panel of a leaflet                    82 mm at 11.4 pt   39 signs
    a contact card                          72 mm at 10 pt     39 signs (36 in bold)
    a row of the prescription              108 mm at 11.4 pt   52 signs

and a title has one line, a fact one or two, a sentence about a place two, a summary three.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WEEK: Final = "het weekblad"
LEAFLET: Final = "de folder"
CARD: Final = "het kaartje"

_BOTH: Final = {
    "samenvatting": (120, LEAFLET),
    "plek.ruimte": (30, WEEK),
    "plek.zo_vind_je_het": (80, LEAFLET),
    "eerste_keer": (70, LEAFLET),
    "belofte.tekst": (80, LEAFLET),
    "belofte.behalve": (80, LEAFLET),
    "drempels.papieren": (60, LEAFLET),
    "drempels.kinderen": (60, LEAFLET),
    "drempels.wachttijd": (45, LEAFLET),
    "talen.wie": (36, LEAFLET),
    "talen.wanneer": (40, LEAFLET),
    "gestopt.waarom": (120, LEAFLET),
}
_ACTOR: Final = {
    "hoort_bij.tekst": (80, LEAFLET),
    "zoekwoorden": (40, LEAFLET),
    "akkoord.van": (40, LEAFLET),
    "mensen.rol": (36, CARD),
    "mensen.vraag_naar": (45, CARD),
    "mensen.wanneer": (45, CARD),
    "gidst.wie": (40, LEAFLET),
    "gidst.wanneer": (45, LEAFLET),
    "open.let_op": (80, LEAFLET),
}
_ACTIVITY: Final = {
    "naam": (40, WEEK),
    "meenemen": (60, LEAFLET),
    "hoe_meedoen": (120, LEAFLET),
    "let_op": (80, LEAFLET),
    "recept": (40, LEAFLET),
    "kring.in_onze_woorden": (120, LEAFLET),
    "programma.tekst": (80, WEEK),
    "wanneer.let_op": (80, WEEK),
    "wanneer.afgelast.waarom": (80, WEEK),
}
# By the keys of a field, without positions: how many signs, and on which sheet that is all there is.
ROOM: Final[Mapping[str, tuple[int, str]]] = {
    **_BOTH,
    **_ACTOR,
    **{f"activiteiten.{key}": room for key, room in (_BOTH | _ACTIVITY).items()},
    "gids.wijken.samenvatting": (120, LEAFLET),
}
