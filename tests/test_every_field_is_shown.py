"""A field that people fill in and nobody sees is a promise broken.

Each field of the model is on a page and in the view that the actor's sheet of paper prints, or says why not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from guides import small_agenda
from sounds import record_sound
from wijkgids import web
from wijkgids.agenda import Agenda
from wijkgids.records.model import Actor
from wijkgids.records.parts import INTERNAL
from wijkgids.records.values import Shown
from wijkgids.texts import OwnName, Prose, Sentence, Strong, voices
from wijkgids.views.activity import activity_page
from wijkgids.views.actor import actor_page
from wijkgids.views.actor_sheet import actor_sheet
from wijkgids.views.parts import Linked
from wijkgids.views.stopped import stopped_page
from wijkgids.web.page import Page

Field = tuple[str, str]  # class of the model and name of the field

# What decides what is shown, and is itself nothing to read.
NOT_SAID: dict[Field, str] = {
    ("Agreement", "address"): "decides whether the address is there",
    ("Consent", "on"): "decides whether the name is there",
    ("Consent", "until"): "decides whether the name is there",
    ("Contact", "consent"): "decides whether the name is there",
    ("Pause", "from_"): "decides whether the pause is there",
    ("Recording", "consent"): "decides whether the voice is there",
    ("Guidance", "self_"): "its way ends there: 'Helpt zelf'",
}

MAIN = """\
naam: Naam van alles
soort: zelforganisatie
code: q2q2
hoort_bij: {tekst: Tekst van wie betaalt.}
thema: [brieven, geld]
samenvatting: Samenvatting van alles.
zoekwoorden: [zoekwoordeen]
akkoord: {op: 2026-10-03, van: de akkoordgever, verwijzers: nee, via: huis}
opgegeven_door: een tipgever
plek: {naam: Plein van alles, adres: Adres 7, postcode: 1099 XY, plaats: Allesstad, lat: 52.3456, lon: 4.8765, ruimte: ruimte van alles, zo_vind_je_het: Zo vind je alles.}
open: [{elke: vrijdag, tijd: 08:15-08:45}]
toegang: {drempelvrij: deels, toilet: gewoon, stil: ja, gezien: 2026-10-04}
contact: {telefoon: 020 000 00 41, whatsapp: 020 000 00 42, email: alles@voorbeeld.example, website: "https://alles.example/pad"}
mensen:
  - {rol: rolletje, talen: [pl], vraag_naar: de vraagbaak, wanneer: wanneer hij er is, naam: Naam Met Toestemming, telefoon: 020 000 00 43, email: mens@voorbeeld.example, toestemming: {op: 2026-09-01, tot: 2027-09-01}}
talen: [{taal: es, wie: de spreker, wanneer: als hij spreekt}]
drempels:
  kosten: "3,25"
  kosten_per: les
  stadspas: "1,75"
  aanmelden: ja
  naam_nodig: ja
  papieren_nodig: ja
  papieren: papieren van alles
  verwijzing_nodig: ja
  nederlands: een beetje
  tolk: ja
  iemand_meenemen: nee
  kinderen_mee: ja
  kinderen: Kinderen van alles.
  wachttijd: een wachttijd
eerste_keer: [Eerste keer van alles.]
belofte: {tekst: Belofte van alles., behalve: Behalve dit., op: 2026-10-05}
voorgelezen: [{taal: pl, bestand: alles-pl.wav, door: de voorlezer, op: 2026-10-12, toestemming: {op: 2026-10-12, tot: 2027-10-12}}]
gidst:
  - {naar: buurtteam, wie: de gids van alles, thema: [geld], hoe: [tolkt], talen: [tr], wanneer: wanneer de gids kan, vol: {tot: 2026-12-11}}
  - {zelf: ja, thema: [wonen], hoe: [leest mee], pauze: {vanaf: 2026-11-01, tot: 2026-12-12}}
werkt_samen_met: [buurtteam]
nagekeken: {op: 2026-10-06, door: bewoner, hoe: website}
gebeld: {op: 2026-10-07, uitkomst: een uitkomst}
activiteiten:
  - id: meedoen
    code: m3m3
    naam: Naam van meedoen
    soort: spreekuur
    samenvatting: Samenvatting van meedoen.
    organisator: buurtteam
    thema: [eten]
    plek: {actor: huis, ruimte: ruimte bij het huis, zo_vind_je_het: Zo vind je meedoen.}
    voor: [ouderen]
    leeftijd: {van: 61, tot: 93}
    kring: {soort: eigen kring, in_onze_woorden: Onze woorden.}
    meenemen: Meenemen naar meedoen
    programma: [{op: 2026-12-03, tekst: Programma van meedoen}]
    besloten: ja
    hoe_meedoen: Zo doe je mee.
    recept: Een recept
    verwijzers: ja
    let_op: Let op bij meedoen.
    voorgelezen: [{taal: tr, bestand: meedoen-tr.wav, door: de stem, op: 2026-10-13, toestemming: {op: 2026-10-13, tot: 2027-10-13}}]
    gebeld: {op: 2026-10-07, uitkomst: een uitkomst}
    nagekeken: {op: 2026-10-08, door: bibliotheek, hoe: gebeld}
    contact: {telefoon: 020 000 00 44}
    toegang: {toilet: geen}
    talen: [{taal: fr}]
    drempels: {wachttijd: een andere wachttijd}
    eerste_keer: [Eerste keer van meedoen.]
    belofte: {tekst: Belofte van meedoen., behalve: Behalve bij meedoen., op: 2026-10-09}
    wanneer:
      - {elke: dinsdag, tijd: 10:05-11:35, vanaf: 2026-11-30, tot: 2027-05-25, niet: [kerst], bij_feestdag: week later, let_op: Let op de dinsdag., afgelast: [{op: 2026-12-08, waarom: Reden van afgelasten.}], verplaatst: [{van: 2026-12-15, naar: 2026-12-17, tijd: 17:25-18:40}]}
      - {op: [2026-12-05], tijd: 14:10-15:20}
  - {id: afspraak, naam: Op afspraak, op_afspraak: ja, volgende_start: 2027-01-13}
  - {id: bellen, naam: Bellen, telefonisch: ja}
  - {id: thuis, naam: Thuis, komt_langs: ja}
  - {id: over, naam: Wat over is, gestopt: {op: 2026-10-02, waarom: Waarom het stopte., ga_naar: huis}}
"""
PART = """\
naam: Deel van het huis
soort: zelforganisatie
thema: [eten]
samenvatting: Een groep.
akkoord: {op: 2026-10-01, van: de gastvrouw}
hoort_bij: {actor: huis}
"""
OLD = """\
naam: Groep die stopte
soort: zelforganisatie
thema: [eten]
samenvatting: Een groep.
akkoord: {op: 2026-10-01, van: de gastvrouw}
gestopt: {op: 2026-10-01, waarom: Waarom de groep stopte., ga_naar: huis}
"""

# Where each field is read: the page, and what stands there only because of that field.
GROUP, JOIN, APPOINTMENT, PHONE, HOME, OVER, OLD_GROUP, PART_OF = (
    "groep",
    "meedoen",
    "afspraak",
    "bellen",
    "thuis",
    "over",
    "oud",
    "deel",
)
SAID: dict[Field, tuple[str, str]] = {
    ("Actor", "name"): (GROUP, "Naam van alles"),
    ("Actor", "kind"): (GROUP, "Zelforganisatie in"),
    ("Actor", "code"): (GROUP, "klein.example/k/q2q2"),
    ("Actor", "belongs_to"): (GROUP, "Wie betaalt en beslist"),
    ("BelongsTo", "actor"): (PART_OF, "Hoort bij Huis De Proef."),
    ("BelongsTo", "text"): (GROUP, "Tekst van wie betaalt."),
    ("Actor", "themes"): (GROUP, "Brieven · Geld"),
    ("Actor", "summary"): (GROUP, "Samenvatting van alles."),
    ("Actor", "keywords"): (GROUP, "zoekwoordeen"),
    ("Actor", "agreement"): (GROUP, "Het mag in de gids van"),
    ("Agreement", "on"): (GROUP, "sinds 3 oktober 2026"),
    ("Agreement", "by"): (GROUP, "de akkoordgever"),
    ("Agreement", "referrers"): (GROUP, "Je komt zelf. Niemand hoeft je te sturen."),
    ("Agreement", "via"): (GROUP, "Ga via Huis De Proef."),
    ("Actor", "place"): (GROUP, "Plein van alles"),
    ("AddressPlace", "name"): (GROUP, "Plein van alles"),
    ("AddressPlace", "address"): (GROUP, "Adres 7"),
    ("AddressPlace", "postcode"): (GROUP, "1099 XY"),
    ("AddressPlace", "city"): (GROUP, "Allesstad"),
    ("AddressPlace", "lat"): (GROUP, "geo:52.3456,"),
    ("AddressPlace", "lon"): (GROUP, ",4.8765?q="),
    ("AddressPlace", "room"): (GROUP, "ruimte van alles"),
    ("AddressPlace", "find"): (GROUP, "Zo vind je alles."),
    ("Actor", "hours"): (GROUP, "Elke vrijdag, van 08:15 tot 08:45."),
    ("Actor", "access"): (GROUP, "Niet overal zonder drempel."),
    ("Access", "step_free"): (GROUP, "Niet overal zonder drempel."),
    ("Access", "toilet"): (JOIN, "Geen toilet."),
    ("Access", "quiet"): (GROUP, "Er is een stille ruimte."),
    ("Access", "seen"): (GROUP, "Gezien op 4 oktober 2026."),
    ("Actor", "contact"): (GROUP, "020 000 00 41"),
    ("Reach", "phone"): (GROUP, "tel:0200000041"),
    ("Reach", "whatsapp"): (GROUP, "https://wa.me/31200000042"),
    ("Reach", "email"): (GROUP, "mailto:alles@voorbeeld.example"),
    ("Reach", "website"): (GROUP, "https://alles.example/pad"),
    ("Actor", "people"): (GROUP, "Rolletje"),
    ("Contact", "role"): (GROUP, "Rolletje"),
    ("Contact", "languages"): (GROUP, "Polski"),
    ("Contact", "ask_for"): (GROUP, "Vraag naar de vraagbaak."),
    ("Contact", "when"): (GROUP, "wanneer hij er is"),
    ("Contact", "name"): (GROUP, "Naam Met Toestemming"),
    ("Contact", "phone"): (GROUP, "tel:0200000043"),
    ("Contact", "email"): (GROUP, "mailto:mens@voorbeeld.example"),
    ("Actor", "languages"): (GROUP, "Español"),
    ("Spoken", "language"): (GROUP, "Español"),
    ("Spoken", "who"): (GROUP, "Spaans: de spreker"),
    ("Spoken", "when"): (GROUP, "als hij spreekt"),
    ("Actor", "thresholds"): (GROUP, "Eerst aanmelden"),
    ("Thresholds", "cost"): (GROUP, "€ 3,25"),
    ("Thresholds", "cost_per"): (GROUP, "€ 3,25 per les"),
    ("Thresholds", "city_pass"): (GROUP, "€ 1,75 met stadspas"),
    ("Thresholds", "sign_up"): (GROUP, "Eerst aanmelden"),
    ("Thresholds", "name_needed"): (GROUP, "Ze vragen je naam"),
    ("Thresholds", "papers_needed"): (GROUP, "Neem papieren mee"),
    ("Thresholds", "papers"): (GROUP, "Papieren: papieren van alles"),
    ("Thresholds", "referral_needed"): (GROUP, "Je hebt een verwijzing nodig"),
    ("Thresholds", "dutch"): (GROUP, "Je spreekt een beetje Nederlands"),
    ("Thresholds", "interpreter"): (GROUP, "Een tolk kan erbij zijn"),
    ("Thresholds", "bring_someone"): (GROUP, "Iemand meenemen kan niet"),
    ("Thresholds", "children"): (GROUP, "Kinderen mogen mee"),
    ("Thresholds", "children_note"): (GROUP, "Kinderen van alles."),
    ("Thresholds", "waiting"): (GROUP, "Wachttijd: een wachttijd"),
    ("Actor", "first_time"): (GROUP, "Eerste keer van alles."),
    ("Actor", "promise"): (GROUP, "Belofte van alles."),
    ("Promise", "text"): (GROUP, "Belofte van alles."),
    ("Promise", "unless"): (GROUP, "Behalve: Behalve dit."),
    ("Promise", "on"): (GROUP, "Ondertekend door Naam van alles op 5 oktober 2026."),
    ("Actor", "recordings"): (GROUP, "audio/wijk/alles-pl.wav"),
    ("Recording", "language"): (GROUP, "Polski"),
    ("Recording", "file"): (GROUP, "audio/wijk/alles-pl.wav"),
    ("Recording", "by"): (GROUP, "de voorlezer, 12 oktober 2026"),
    ("Recording", "on"): (GROUP, "12 oktober 2026"),
    ("Activity", "recordings"): (JOIN, "audio/wijk/meedoen-tr.wav"),
    ("Actor", "guides"): (GROUP, "Hier begin je"),
    ("Guidance", "to"): (GROUP, "Buurtteam De Proef"),
    ("Guidance", "who"): (GROUP, "Vraag naar de gids van alles."),
    ("Guidance", "themes"): (GROUP, "Met wonen"),
    ("Guidance", "hows"): (GROUP, "Tolkt."),
    ("Guidance", "languages"): (GROUP, "Türkçe"),
    ("Guidance", "when"): (GROUP, "wanneer de gids kan"),
    ("Guidance", "full"): (GROUP, "Nu vol"),
    ("Full", "until"): (GROUP, "Nu vol, tot en met 11 december"),
    ("Guidance", "pause"): (GROUP, "Pauze, tot en met"),
    ("Pause", "until"): (GROUP, "Pauze, tot en met 12 december"),
    ("Actor", "works_with"): (GROUP, "Werkt samen met"),
    ("Actor", "check"): (GROUP, "Nagekeken op"),
    ("Check", "on"): (GROUP, "Nagekeken op 6 oktober 2026."),
    ("Check", "by"): (GROUP, "Een bewoner"),
    ("Check", "way"): (GROUP, "keek op de website."),
    ("Actor", "activities"): (GROUP, "Op afspraak"),
    ("Actor", "stopped"): (OLD_GROUP, "Groep die stopte stopte op 1 oktober 2026."),
    ("Activity", "id"): (JOIN, "agenda/groep/meedoen.ics"),
    ("Activity", "code"): (JOIN, "klein.example/k/m3m3"),
    ("Activity", "name"): (JOIN, "Naam van meedoen"),
    ("Activity", "kind"): (JOIN, "Spreekuur"),
    ("Activity", "summary"): (JOIN, "Samenvatting van meedoen."),
    ("Activity", "organiser"): (JOIN, "bij Buurtteam De Proef"),
    ("Activity", "themes"): (JOIN, "Samen eten"),
    ("Activity", "place"): (JOIN, "ruimte bij het huis"),
    ("HostedPlace", "actor"): (JOIN, "Huis De Proef"),
    ("HostedPlace", "room"): (JOIN, "ruimte bij het huis"),
    ("HostedPlace", "find"): (JOIN, "Zo vind je meedoen."),
    ("Activity", "audiences"): (JOIN, "Voor ouderen."),
    ("Activity", "ages"): (JOIN, "jaar."),
    ("Ages", "from_"): (JOIN, "Van 61 tot"),
    ("Ages", "to"): (JOIN, "en met 93 jaar."),
    ("Activity", "circle"): (JOIN, "Een eigen kring."),
    ("Circle", "kind"): (JOIN, "Een eigen kring."),
    ("Circle", "words"): (JOIN, "Onze woorden."),
    ("Activity", "languages"): (JOIN, "Français"),
    ("Activity", "bring"): (JOIN, "Meenemen naar meedoen"),
    ("Activity", "programme"): (JOIN, "Programma van meedoen"),
    ("ProgrammeItem", "on"): (JOIN, "donderdag 3 december"),
    ("ProgrammeItem", "text"): (JOIN, "Programma van meedoen"),
    ("Activity", "closed"): (JOIN, "Besloten groep"),
    ("Activity", "how_to_join"): (JOIN, "Zo doe je mee."),
    ("Activity", "visits"): (HOME, "Ze komen bij jou thuis."),
    ("Activity", "by_appointment"): (APPOINTMENT, "Je maakt eerst een afspraak."),
    ("Activity", "by_phone"): (PHONE, "Het kan aan de telefoon."),
    ("Activity", "prescription"): (JOIN, "Een recept"),
    ("Activity", "referrers"): (JOIN, "Je mag hier ook komen via je huisarts of een coach."),
    ("Activity", "next_start"): (APPOINTMENT, "Het begint op 13 januari 2027."),
    ("Activity", "access"): (JOIN, "Geen toilet."),
    ("Activity", "contact"): (JOIN, "020 000 00 44"),
    ("Activity", "thresholds"): (JOIN, "Wachttijd: een andere wachttijd"),
    ("Activity", "first_time"): (JOIN, "Eerste keer van meedoen."),
    ("Activity", "promise"): (JOIN, "Belofte van meedoen."),
    ("Activity", "note"): (JOIN, "Let op bij meedoen."),
    ("Activity", "check"): (JOIN, "Nagekeken op 8 oktober 2026."),
    ("Activity", "stopped"): (OVER, "Dit is gestopt"),
    ("Stopped", "on"): (OVER, "Wat over is stopte op 2 oktober 2026."),
    ("Stopped", "why"): (OVER, "Waarom het stopte."),
    ("Stopped", "go_to"): (OVER, "Ga naar Huis De Proef"),
    ("Activity", "schedules"): (JOIN, "Elke dinsdag"),
    ("Schedule", "every"): (JOIN, "Elke dinsdag"),
    ("Schedule", "on"): (JOIN, "Op 5 december"),
    ("Schedule", "time"): (JOIN, "van 10:05 tot 11:35."),
    ("Schedule", "from_"): (JOIN, "Van 30 november 2026"),
    ("Schedule", "until"): (JOIN, "tot en met 25 mei 2027."),
    ("Schedule", "not_"): (JOIN, "met Kerst"),
    ("Schedule", "on_holiday"): (JOIN, "Is het een feestdag? Dan is het een week later."),
    ("Schedule", "note"): (JOIN, "Let op de dinsdag."),
    ("Schedule", "cancelled"): (JOIN, "Gaat niet door: dinsdag 8 december."),
    ("Cancelled", "on"): (JOIN, "Gaat niet door: dinsdag 8 december."),
    ("Cancelled", "why"): (JOIN, "Reden van afgelasten."),
    ("Schedule", "moved"): (JOIN, "Verplaatst: dinsdag 15 december"),
    ("Moved", "from_"): (JOIN, "Verplaatst: dinsdag 15 december"),
    ("Moved", "to"): (JOIN, "wordt donderdag 17 december"),
    ("Moved", "time"): (JOIN, "17:25–18:40"),
}


# Where paper says a field in other words than its page.
ON_PAPER: dict[Field, str] = {
    ("Reach", "phone"): "Bel 020 000 00 41",
    ("Reach", "whatsapp"): "WhatsApp: 020 000 00 42",
    ("Reach", "email"): "Mail: alles@voorbeeld.example",
    ("Reach", "website"): "Website: alles.example/pad",
    ("Actor", "themes"): "Brieven Geld",
    ("Spoken", "who"): "Spaans de spreker",
    ("Promise", "unless"): "Behalve dit.",
    ("Activity", "organiser"): "samen met Naam van alles",  # it stands on the sheet of its organiser
    ("Activity", "themes"): "Eten",
    ("Contact", "phone"): "Bel 020 000 00 43",
    ("Contact", "email"): "Mail: mens@voorbeeld.example",
}
# What is of no use on paper, and why.
NOT_ON_PAPER: dict[Field, str] = {
    ("AddressPlace", "lat"): "a point on a map is a link; paper has the street and how to find it",
    ("AddressPlace", "lon"): "a point on a map is a link; paper has the street and how to find it",
    **dict.fromkeys(
        (
            ("Actor", "recordings"),
            ("Activity", "recordings"),
            ("Recording", "file"),
            ("Recording", "by"),
            ("Recording", "on"),
        ),
        "a voice cannot be printed",
    ),
    ("Activity", "id"): "is the address of its page and calendar file; paper has the short address",
}
# On whose sheet each page's record stands: an activity is on that of its organiser.
SHEETS = {
    GROUP: "groep",
    JOIN: "buurtteam",
    APPOINTMENT: "groep",
    PHONE: "groep",
    HOME: "groep",
    OVER: "groep",
    OLD_GROUP: "oud",
    PART_OF: "deel",
}


def fields(model: type[BaseModel]) -> dict[Field, bool]:
    """Every field of a model and of the models in it, and whether it is internal: itself, or each way to it."""
    found: dict[Field, bool] = {}
    done: set[tuple[type[BaseModel], bool]] = set()

    def walk(one: type[BaseModel], hidden: bool) -> None:
        if (one, hidden) in done:
            return
        done.add((one, hidden))
        for name, field in one.model_fields.items():
            inside = hidden or any(mark.how == INTERNAL for mark in marks(field))
            found[one.__name__, name] = found.get((one.__name__, name), True) and inside
            for inner in models(field.annotation):
                walk(inner, inside)

    walk(model, False)
    return found


def marks(field: FieldInfo) -> list[Shown]:
    return [mark for mark in field.metadata if isinstance(mark, Shown)]


def forgotten(model: type[BaseModel]) -> set[Field]:
    """The fields that no table above has, and that do not say that they are internal."""
    return {field for field, hidden in fields(model).items() if not hidden} - SAID.keys() - NOT_SAID.keys()


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (tuple, dict, list, Union, UnionType, Annotated):
        for part in get_args(annotation):
            yield from models(part)


@pytest.fixture(scope="module")
def agenda(tmp_path_factory: pytest.TempPathFactory) -> Agenda:
    root = tmp_path_factory.mktemp("gids")
    for name in ("alles-pl.wav", "meedoen-tr.wav"):
        record_sound(root, name)
    return small_agenda(root, groep=MAIN, oud=OLD, deel=PART)


@pytest.fixture(scope="module")
def printed(agenda: Agenda) -> dict[str, str]:
    """The text of each page with the addresses of its links, as the reader gets it."""
    spoken = voices(agenda.guide.checked.languages, {}, agenda.guide.words.languages)
    nl = spoken["nl"]
    press = web.press(with_templates(agenda), spoken)
    views = {
        GROUP: actor_page(agenda, nl, "groep"),
        PART_OF: actor_page(agenda, nl, "deel"),
        OLD_GROUP: stopped_page(agenda, nl, agenda.actors["oud"]),
    }
    for name in (JOIN, APPOINTMENT, PHONE, HOME):
        views[name] = activity_page(agenda, nl, ("groep", name))
    views[OVER] = stopped_page(agenda, nl, agenda.activities[("groep", "over")])
    return {
        name: text_of(press.page(Page(view.page, view.template, view.title, view), nl)) for name, view in views.items()
    }


@pytest.fixture(scope="module")
def sheets(agenda: Agenda) -> dict[str, str]:
    """What the sheet of each actor says, flattened: every piece of its view."""
    nl = voices(agenda.guide.checked.languages, {}, agenda.guide.words.languages)["nl"]
    return {slug: " ".join(said_in(actor_sheet(agenda, nl, slug))).replace("\u00a0", " ") for slug in SHEETS.values()}


# Names of drawings, looks and addresses of pages: they are in a view, and nobody reads them.
UNREAD = {"icon", "look", "mark", "page", "href", "keys", "slug", "lang", "key", "map", "map_of", "document_title"}


def said_in(view: object) -> Iterator[str]:
    """Each piece of a view as the text that a reader gets."""
    if isinstance(view, (str, Prose, OwnName, Sentence, Strong)):
        yield str(view)
    elif isinstance(view, Linked):
        yield f"{view.before}{view.link.text}{view.after}"
    elif isinstance(view, tuple):
        for part in view:
            yield from said_in(part)
    elif is_dataclass(view):
        for one in dataclass_fields(view):
            if one.name not in UNREAD:
                yield from said_in(getattr(view, one.name))


def with_templates(agenda: Agenda) -> Agenda:
    """The small guide has no templates: those of the checkout print it."""
    root = Path(__file__).parent.parent
    (agenda.guide.root / "overrides").symlink_to(root / "overrides")
    return agenda


def text_of(page: str) -> str:
    main = page[page.index("<main") : page.index("</main>")]
    links = " ".join(re.findall(r'(?:href|src)="([^"]*)"', main))
    text = re.sub(r"<(/?)(b|a|bdi|span|i|q)\b[^>]*>", "", main)
    text = html.unescape(re.sub(r"<[^>]+>", " ", text) + " " + links)
    return re.sub(r"\s+", " ", text)


def test_no_field_is_forgotten() -> None:
    found = fields(Actor)
    internal = {field for field, hidden in found.items() if hidden}
    assert not internal & (SAID.keys() | NOT_SAID.keys()), "internal, and told all the same"
    assert not forgotten(Actor), f"no page shows {sorted(forgotten(Actor))}, and nobody says why"
    assert not (SAID.keys() | NOT_SAID.keys()) - found.keys(), "the model has no such field"
    assert not (ON_PAPER.keys() | NOT_ON_PAPER.keys()) - SAID.keys(), "paper leaves out what no page says"


def test_a_new_field_needs_a_place() -> None:
    """The test above can fail: also deep in the model, and not for what says why it is internal."""

    class Deeper(BaseModel):
        new: str

    class Wider(BaseModel):
        deep: tuple[Deeper, ...]
        secret: Annotated[tuple[Hidden, ...], Shown(INTERNAL, "voor de beheerder")]

    assert forgotten(Wider) == {("Wider", "deep"), ("Deeper", "new")}


class Hidden(BaseModel):
    note: str


def test_what_is_internal_says_why() -> None:
    def of(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[FieldInfo]:
        seen.add(model)
        for field in model.model_fields.values():
            yield field
            for inner in models(field.annotation):
                if inner not in seen:
                    yield from of(inner, seen)

    inside = [mark for field in of(Actor, set()) for mark in marks(field) if mark.how == INTERNAL]
    assert len(inside) >= 4
    assert all(mark.why for mark in inside)
    assert all(NOT_SAID.values())
    assert all(NOT_ON_PAPER.values())


@pytest.mark.parametrize(("field", "where"), SAID.items(), ids=lambda one: ".".join(one))
def test_each_field_is_on_its_page(printed: dict[str, str], field: Field, where: tuple[str, str]) -> None:
    page, said = where
    assert said in printed[page], f"{'.'.join(field)} is not on the page: {printed[page]}"


@pytest.mark.parametrize(("field", "where"), SAID.items(), ids=lambda one: ".".join(one))
def test_each_field_is_on_its_sheet(sheets: dict[str, str], field: Field, where: tuple[str, str]) -> None:
    """In the view that a sheet prints, unless paper has no use for it."""
    page, said = where
    sheet = sheets[SHEETS[page]]
    if field in NOT_ON_PAPER:
        assert said not in sheet, "it is there: take its reason away"
    else:
        assert ON_PAPER.get(field, said) in sheet, f"{'.'.join(field)} is not on the sheet: {sheet}"


def test_what_is_internal_is_on_no_page(printed: dict[str, str], sheets: dict[str, str]) -> None:
    for text in (*printed.values(), *sheets.values()):
        assert "een tipgever" not in text
        assert "een uitkomst" not in text
