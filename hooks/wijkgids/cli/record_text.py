"""The text of a new record: what was answered as keys, and every other key as a comment that explains itself.

Taking a `#` and the space behind it away is all it takes to use a key. What was typed is a YAML scalar of its own,
between quotes wherever a sign in it could mean something (YAML 1.2, 7.3): it can never become a key or a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

# Letters, digits and signs that mean nothing to YAML, beginning with a letter or a digit.
_PLAIN = re.compile(r"[^\W_](?:(?:[\w .()/+’–€%;-]|(?<=\d):(?=\d))*[\w.)’%])?")
_COLUMN = 44  # where the explanation beside a key starts


@dataclass(frozen=True)
class Answers:
    """What is known of a new actor. Texts are on one line; `when` are rules as keys of `wanneer`."""

    slug: str
    neighbourhood: str
    name: str
    kind: str
    themes: tuple[str, ...]
    summary: str
    code: str
    today: date
    agreed_by: str = ""
    agreed_on: date | None = None
    address: str = ""
    postcode: str = ""
    city: str = ""
    host: str = ""
    phone: str = ""
    email: str = ""
    activity: str = ""
    activity_id: str = ""
    activity_code: str = ""
    when: tuple[Mapping[str, object], ...] = ()
    checked_by: str = ""
    checked_way: str = ""


def scalar(text: str) -> str:
    """A text as a YAML scalar that is read back as the same text, in a block and between braces."""
    if _PLAIN.fullmatch(text) and ": " not in text and " #" not in text and "  " not in text:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def record_text(answers: Answers, other: str, schema: str) -> str:
    """The whole file. `other` is the slug of an actor for the examples, `schema` the address of the JSON Schema."""
    return "\n".join([*_head(answers, schema), *_actor(answers, other), *_activities(answers, other), ""])


def _head(answers: Answers, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield "# Alles hier is openbaar, ook later. Schrijf een rol (gastvrouw), geen naam van een mens."
    yield "# Wat achter een # staat, doet niet mee. Weet je iets? Haal het # en de spatie erachter weg en vul het in."
    yield "# Weet je iets niet? Laat het zo: dan zegt de gids 'vraag het'. Niet weten is iets anders dan nee."
    yield ""


def _actor(answers: Answers, other: str) -> Iterator[str]:
    yield _line(f"naam: {scalar(answers.name)}", "zoals de groep zichzelf noemt")
    yield _line(f"soort: {scalar(answers.kind)}", "de lijst staat in CONTRIBUTING.md")
    yield _line(f"code: {answers.code}", "vaste korte code voor op papier; verander hem nooit")
    yield _line(f"thema: {_list(answers.themes)}", "waarvoor je komt, het belangrijkste eerst")
    yield _line(f"samenvatting: {scalar(answers.summary)}", "één zin, gewone woorden")
    yield _line("# zoekwoorden: [brief, formulier]", "waar mensen ook op zoeken")
    yield _line(
        '# hoort_bij: {tekst: "Eigen groep, wij betalen zelf"}', f"wie betaalt en beslist; of {{actor: {other}}}"
    )
    yield ""
    yield "# Wie zei dat het in de gids mag, en wanneer. adres_tonen: ja, na contact of nee."
    yield "# verwijzers: mogen een huisarts of buurtteam mensen sturen? via: bij wie je dan eerst belt."
    if answers.agreed_by:
        yield "akkoord:"
        yield f"  op: {answers.agreed_on or answers.today}"
        yield f"  van: {scalar(answers.agreed_by)}"
    else:
        yield f"# akkoord: {{op: {answers.today}, van: de gastvrouw}}"
    yield from _indented_after(answers.agreed_by, ("# adres_tonen: ja", "# verwijzers: ja", f"# via: {other}"))
    yield _line("# opgegeven_door: een buurtwerker", "wie ons de groep noemde; komt niet op de site")
    yield ""
    yield "# Waar het is: een eigen adres, of bij een ander in huis."
    yield from _place(answers, other)
    yield "# Hoe je binnenkomt, en wanneer iemand dat zag."
    yield "# drempelvrij en stil: ja, deels of nee. toilet: aangepast, gewoon of geen."
    yield f"# toegang: {{drempelvrij: ja, toilet: gewoon, stil: nee, gezien: {answers.today}}}"
    yield "# Wanneer de plek open is, als dat vaste tijden heeft."
    yield "# open: [{elke: maandag t/m vrijdag, tijd: 09:00-17:00, niet: [feestdagen]}]"
    yield ""
    yield "# Het nummer en adres van de groep, niet van een mens."
    if answers.phone or answers.email:
        yield "contact:"
    else:
        yield "# contact: {telefoon: 020 000 00 00, email: groep@voorbeeld.example}"
    if answers.phone:
        yield f"  telefoon: {scalar(answers.phone)}"
    if answers.email:
        yield f"  email: {scalar(answers.email)}"
    if answers.phone or answers.email:
        yield "  # whatsapp: 020 000 00 00"
        yield "  # website: https://groep.example/"
    yield _line("# mensen: [{rol: gastvrouw, talen: [nl, ar], vraag_naar: de gastvrouw}]", "naar wie je vraagt")
    yield _line("# talen: [{taal: nl}, {taal: ar, wie: de gastvrouw}]", "welke talen er gesproken worden")
    yield ""
    yield "# Wat het kost en wat je nodig hebt: ja, nee of weglaten als je het niet weet."
    yield "# drempels:"
    for key, note in _THRESHOLDS:
        yield _line(f"#   {key}", note)
    yield ""
    yield "# Wat er gebeurt als je voor het eerst komt: drie korte zinnen."
    yield "# eerste_keer: [Je loopt binnen., Iemand geeft je koffie., Je hoeft niets te vertellen.]"
    yield "# Alleen als de groep dit zelf zo zei en tekende. De uitzondering hoort erbij."
    yield "# belofte:"
    yield '#   tekst: "Wat je vertelt, blijft hier."'
    yield '#   behalve: "Als iemand in gevaar is."'
    yield f"#   op: {answers.today}"
    yield "# Wie met mensen meegaat naar een ander, of zelf helpt. Even geen plek: vol. Even niet: pauze."
    yield "# gidst:"
    yield f"#   - {{naar: {other}, thema: [brieven], hoe: [gaat mee], talen: [nl], wanneer: ook 's avonds}}"
    yield "#   - {zelf: ja, wie: de gastvrouw, thema: [brieven], hoe: [luistert, leest mee]}"
    yield f"#   - {{naar: {other}, thema: [geld], hoe: [belt mee], vol: {{tot: {answers.today}}}}}"
    yield f"#   - {{naar: {other}, thema: [werk], hoe: [gaat mee], pauze: {{vanaf: {answers.today}}}}}"
    yield f"# werkt_samen_met: [{other}]"
    yield ""
    yield "# Wie het nakeek (een rol), wanneer en hoe: bezocht, gebeld, zelf gezegd of website."
    if answers.checked_by and answers.checked_way:
        yield "nagekeken:"
        yield f"  op: {answers.today}"
        yield f"  door: {scalar(answers.checked_by)}"
        yield f"  hoe: {scalar(answers.checked_way)}"
    else:
        yield f"# nagekeken: {{op: {answers.today}, door: buurtwerker, hoe: bezocht}}"
    yield _line(
        f"# gebeld: {{op: {answers.today}, uitkomst: Er nam niemand op.}}",
        "een telefoontje als het lang niet is nagekeken",
    )
    yield _line(
        f'# gestopt: {{op: {answers.today}, waarom: "De kok is verhuisd.", ga_naar: {other}}}',
        "haal een groep nooit weg, zeg dit",
    )
    yield _line("# uitzonderingen: [{code: mobiel, reden: Dit is het nummer van de groep.}]", "een punt dat zo goed is")


_THRESHOLDS = (
    ("kosten: gratis", "gratis, vrije gift of een bedrag: 2,50"),
    ("# kosten_per: keer", "keer, les, maand, jaar, cursus of maaltijd; alleen bij een bedrag"),
    ("stadspas: gratis", "wat je betaalt met een stadspas"),
    ("aanmelden: nee", "ja of nee"),
    ("naam_nodig: nee", "moet je zeggen hoe je heet?"),
    ("papieren_nodig: nee", ""),
    ("# papieren: je pas", "welke papieren"),
    ("verwijzing_nodig: nee", "moet een dokter je sturen?"),
    ("nederlands: niet nodig", "niet nodig, een beetje of goed"),
    ("tolk: nee", "kun je een tolk krijgen?"),
    ("iemand_meenemen: ja", ""),
    ("kinderen_mee: ja", ""),
    ("kinderen: Er is een speelhoek.", "wat er is voor kinderen"),
    ("wachttijd: geen", "geen, of in woorden"),
)


def _place(answers: Answers, other: str) -> Iterator[str]:
    if answers.host:
        yield "plek:"
        yield f"  actor: {answers.host}"
        yield "  # ruimte: zaal 2"
        yield '  # zo_vind_je_het: "Achter de markt, groene deur"'
    elif answers.address:
        yield "plek:"
        yield f"  adres: {scalar(answers.address)}"
        yield f"  postcode: {scalar(answers.postcode)}" if answers.postcode else "  # postcode: 1099 ZZ"
        if answers.city:
            yield f"  plaats: {scalar(answers.city)}"
        yield '  # zo_vind_je_het: "Achter de markt, groene deur"'
        yield _line("  # naam: Het Plein", "een plein of park zonder adres")
        yield _line("  # lat: 52.37", "lat en lon samen, van de kaart")
        yield "  # lon: 4.90"
    else:
        yield '# plek: {adres: "Zilverlindehof 8", postcode: 1099 ZZ, plaats: Waterstad}'
        yield f'# plek: {{actor: {other}, ruimte: zaal 2, zo_vind_je_het: "Achter de markt, groene deur"}}'


def _activities(answers: Answers, other: str) -> Iterator[str]:
    yield ""
    yield "# Wat je er kunt doen. Wat hier niet staat, geldt zoals hierboven: plek, drempels, talen, contact en meer."
    if not answers.activity:
        yield "# activiteiten:"
        yield _line("#   - id: koffie", "kleine letters; komt in het adres en verandert niet meer")
        yield "#     naam: Koffieochtend"
        yield "#     wanneer: [{elke: dinsdag, tijd: 10:00-12:00, niet: [schoolvakanties, feestdagen]}]"
        return
    yield "activiteiten:"
    yield _line(f"  - id: {answers.activity_id}", "komt in het adres en verandert niet meer")
    yield f"    code: {answers.activity_code}"
    yield _line(f"    naam: {scalar(answers.activity)}", "zoals jullie het noemen")
    for key, note in _OPTIONAL:
        yield _line(f"    # {key}", note)
    yield f"    # organisator: {other}"
    yield f"    # volgende_start: {answers.today}"
    yield f"    # programma: [{{op: {answers.today}, tekst: We koken soep.}}]"
    if answers.when:
        yield "    wanneer:"
        for rule in answers.when:
            yield f"      - {_braces(rule)}"
        yield "      # Erbij kan: vanaf en tot, niet: [feestdagen], bij_feestdag: week later, afgelast: [2026-12-08]"
        yield '      # en verplaatst: [{van: 2026-12-08, naar: 2026-12-09}] en let_op: "Bel eerst."'
    else:
        yield "    # wanneer: [{elke: dinsdag, tijd: 10:00-12:00, niet: [schoolvakanties, feestdagen]}]"


_OPTIONAL = (
    ("soort: spreekuur", "als het van een andere soort is dan de groep"),
    ("samenvatting: Samen koffie drinken.", "één zin"),
    ("thema: [ontmoeten]", ""),
    ("voor: [iedereen]", "voor wie het is"),
    ("leeftijd: {van: 12, tot: 18}", ""),
    ('kring: {soort: eigen kring, in_onze_woorden: "Voor vrouwen, zodat iedereen vrij kan praten."}', "of gemengd"),
    ("talen: [{taal: nl}, {taal: tr, wie: helper, wanneer: donderdag}]", ""),
    ("meenemen: Niets", "wat je meebrengt"),
    ("besloten: ja", "zet dan ook hoe_meedoen erbij"),
    ('hoe_meedoen: "Bel eerst. Dan drink je samen koffie."', ""),
    ("komt_langs: ja", "wij komen bij jou thuis"),
    ("op_afspraak: ja", "geen vaste tijd"),
    ("telefonisch: ja", "het kan aan de telefoon"),
    ("recept: Bewegen", "alleen als het bij welzijn op recept hoort"),
    ("verwijzers: ja", "mogen anderen mensen sturen?"),
    ('let_op: "Bel de dag ervoor."', ""),
)


def _indented_after(begun: str, lines: Sequence[str]) -> Iterator[str]:
    """More keys of a block that was begun; where it was not, they are said in the line above."""
    if begun:
        yield from (f"  {line}" for line in lines)


def _line(text: str, note: str) -> str:
    return f"{text + '  ':<{_COLUMN}}# {note}" if note else text


def _list(items: Sequence[str]) -> str:
    return "[" + ", ".join(scalar(item) for item in items) + "]"


def _braces(rule: Mapping[str, object]) -> str:
    parts = []
    for key, value in rule.items():
        typed = _list([str(one) for one in value]) if isinstance(value, (list, tuple)) else scalar(str(value))
        parts.append(f"{key}: {typed}")
    return "{" + ", ".join(parts) + "}"
