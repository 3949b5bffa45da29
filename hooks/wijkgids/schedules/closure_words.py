"""The table of words for closures: holidays, school holidays, and what has other dates each year."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["public", "feast", "school", "months", "named", "dates"]

# The names of one or more fixed or movable days, with the words for them. "Between Christmas and New Year" takes the
# holidays on both ends along: who is closed between them is closed on them.
FEASTS: Final[dict[str, tuple[str, ...]]] = {
    "new-year": ("nieuwjaar", "nieuwjaarsdag", "1 januari"),
    "good-friday": ("goede vrijdag",),
    "easter": ("pasen", "paasdagen", "paasweekend"),
    "easter-sunday": ("1e paasdag", "eerste paasdag", "paaszondag"),
    "easter-monday": ("2e paasdag", "tweede paasdag", "paasmaandag"),
    "kings-day": ("koningsdag",),
    "remembrance-day": ("dodenherdenking", "4 mei"),
    "liberation-day": ("bevrijdingsdag", "5 mei"),
    "ascension": ("hemelvaart", "hemelvaartsdag"),
    "pentecost": ("pinksteren", "pinksterdagen", "pinksterweekend"),
    "pentecost-sunday": ("1e pinksterdag", "eerste pinksterdag", "pinksterzondag"),
    "pentecost-monday": ("2e pinksterdag", "tweede pinksterdag", "pinkstermaandag"),
    "saint-nicholas": ("sinterklaas", "sinterklaasavond", "pakjesavond", "5 december"),
    "christmas-eve": ("kerstavond", "24 december"),
    "christmas": ("kerst", "kerstmis", "kerstdagen", "beide kerstdagen"),
    "christmas-day": ("1e kerstdag", "eerste kerstdag", "25 december"),
    "boxing-day": ("2e kerstdag", "tweede kerstdag", "26 december"),
    "new-years-eve": ("oudjaar", "oudjaarsdag", "oudejaarsdag", "oudejaarsavond", "31 december"),
    "turn-of-year": ("oud en nieuw", "oud & nieuw", "jaarwisseling"),
    "christmas-to-new-year": (
        "tussen kerst en nieuwjaar",
        "tussen kerst en oud en nieuw",
        "tussen kerst en oudjaar",
        "tussen kerstmis en nieuwjaar",
        "kerst t/m nieuwjaar",
        "kerst tot en met nieuwjaar",
    ),
}
SCHOOL_BREAKS: Final[dict[str, tuple[str, ...]]] = {
    "all": ("schoolvakanties", "schoolvakantie", "alle schoolvakanties"),
    "autumn": ("herfstvakantie",),
    "christmas-break": ("kerstvakantie",),
    "spring": ("voorjaarsvakantie", "krokusvakantie"),
    "may": ("meivakantie",),
    "summer": ("zomervakantie", "grote vakantie"),
}
_PUBLIC: Final = tuple(
    f"{before}{word}"
    for before in ("", "alle ", "officiele ", "nationale ", "erkende ", "wettelijke ", "nederlandse ")
    for word in ("feestdagen", "feestdag")
)
# These fall on other dates each year and follow no table that can be computed: a guide writes them in its calendar.
NEEDS_DATES: Final[dict[str, tuple[str, ...]]] = {
    "ramadan": ("ramadan", "ramadanmaand", "vastenmaand", "maand ramadan"),
    "suikerfeest": ("suikerfeest", "eid al-fitr", "id al-fitr", "eid"),
    "offerfeest": ("offerfeest", "eid al-adha", "id al-adha"),
    "zomer": ("zomer", "zomermaanden", "zomerstop", "zomerperiode", "zomerreces", "zomersluiting"),
    "winter": ("winter", "wintermaanden", "winterstop"),
    "herfst": ("herfst", "najaar"),
    "lente": ("lente", "voorjaar"),
    "bouwvak": ("bouwvak", "bouwvakantie", "bouwvakvakantie"),
    "carnaval": ("carnaval", "carnavalsdagen", "carnavalsweek"),
    "keti koti": ("keti koti", "ketikoti"),
    "chinees nieuwjaar": ("chinees nieuwjaar", "maannieuwjaar"),
    "divali": ("divali", "diwali"),
}

TABLE: Final[dict[str, tuple[Kind, str]]] = {
    **dict.fromkeys(_PUBLIC, ("public", "")),
    **{word: ("feast", name) for name, words in FEASTS.items() for word in words},
    **{word: ("school", name) for name, words in SCHOOL_BREAKS.items() for word in words},
}
NEEDED: Final = {word: name for name, words in NEEDS_DATES.items() for word in words}
