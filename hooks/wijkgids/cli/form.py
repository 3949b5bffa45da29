"""What people type for a new actor, read: each answer becomes what goes into the record, or what to type instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

from wijkgids.checks.sense import short_code
from wijkgids.cli.ask import Reader
from wijkgids.cli.opened import neighbourhood_of, slug_of, unknown
from wijkgids.cli.parser import Usage, within
from wijkgids.cli.record_text import scalar
from wijkgids.cli.sentence import items_of
from wijkgids.problems import say
from wijkgids.records.alike import fold
from wijkgids.records.guide import Guide, validated
from wijkgids.records.model import Actor
from wijkgids.yamlfiles import read_bytes

LONGEST_SLUG: Final = 60
# Signs that no record may hold: the reader of records refuses them too, but here somebody can still type it again.
_STEERS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Form:
    """Reads what people type for a new actor: what goes into the record, or what to type instead."""

    def __init__(self, guide: Guide, today: date) -> None:
        self.guide, self.today, self.words = guide, today, guide.words
        self.rules: list[Mapping[str, object]] = []

    def reader(self, flag: str) -> Reader:
        """How the answer behind a flag is read."""
        readers: dict[str, Reader] = {
            "naam": lambda text: self._field("naam", text, "naam: {}"),
            "soort": lambda text: self._word(text, self.words.kinds, say("soort")),
            "wijk": lambda text: neighbourhood_of(text, self.guide),
            "thema": self._themes,
            "samenvatting": lambda text: self._field("samenvatting", text, "samenvatting: {}"),
            "akkoord": lambda text: self._field("akkoord", text, f"akkoord: {{{{op: {self.today}, van: {{}}}}}}"),
            "adres": lambda text: self._field("plek", text, "plek: {{adres: {}}}"),
            "postcode": lambda text: self._field("plek", text, "plek: {{adres: Straat 1, postcode: {}}}"),
            "plaats": lambda text: self._field("plek", text, "plek: {{adres: Straat 1, plaats: {}}}"),
            "bij": lambda text: slug_of(text, self.guide)[0],
            "telefoon": lambda text: self._field("contact", text, "contact: {{telefoon: {}}}"),
            "email": lambda text: self._field("contact", text, "contact: {{email: {}}}"),
            "activiteit": lambda text: self._field("naam", text, "naam: {}"),
            "door": lambda text: self._word(text, self.words.checked_by, say("rol")),
            "hoe": lambda text: self._word(text, self.words.check_ways, say("manier")),
            "wanneer": self._when,
        }
        return readers[flag]

    def slug(self, text: str) -> str:
        """The name of the file, which no other actor has."""
        slug = slug_from(text.removesuffix(".yml"))
        if not slug:
            raise Usage(
                say(
                    "Van '{word}' kan ik geen bestandsnaam maken. Gebruik gewone letters, cijfers en streepjes.",
                    word=text,
                )
            )
        if slug in self.guide.records:
            path = self.guide.records[slug].document.path
            raise Usage(
                say(
                    "'{slug}' is er al: {path}. Kies een andere naam, bijvoorbeeld met de wijk erachter.",
                    slug=slug,
                    path=path,
                )
            )
        return slug

    def formal(self, kind: str) -> bool:
        """Whether a kind works with professionals: then it needs nobody's yes to be in the guide."""
        return self.words.kinds[kind].formal

    def _field(self, key: str, text: str, shape: str) -> str:
        """A text that the model takes as this field."""
        told = _clean(text)
        if not told:
            raise Usage(say("Hier hoort een tekst."))
        document, found = read_bytes(shape.format(scalar(told)).encode(), "")
        _, more = validated(document, Actor, self.words)
        wrong = [one for one in (*found, *more) if one.field.split(".")[0] == key and one.code != "ontbreekt"]
        if wrong:
            raise Usage(
                say(
                    "'{word}': hier hoort {wanted}. {cure}",
                    word=told,
                    wanted=within(wrong[0].wanted),
                    cure=within(wrong[0].cure),
                )
            )
        return told

    def _word(self, text: str, known: Mapping[str, Any], what: str) -> str:
        """A word of the vocabulary, by itself or by its name on the site."""
        told = _clean(text)
        for word, one in known.items():
            if told.casefold() in (word.casefold(), one.name.casefold()):
                return word
        sentence = say("'{word}' kennen we niet als {what}.", word=told, what=what)
        near = unknown(sentence, told, {word: word for word in known} | {one.name: word for word, one in known.items()})
        raise Usage(
            near
            if near != sentence
            else say("{sentence} Kies uit: {known}.", sentence=sentence, known=", ".join(known))
        )

    def _themes(self, text: str) -> str:
        words = [part for part in re.split(r"[,;]| en ", text) if part.strip()]
        if not words:
            raise Usage(say("Kies minstens één thema."))
        return ", ".join(dict.fromkeys(self._word(word, self.words.themes, say("thema")) for word in words))

    def _when(self, text: str) -> str:
        self.rules += items_of(_clean(text), self.guide, self.today)
        return text


def slug_from(text: str) -> str:
    """A name as the name of a file: small letters, digits and dashes, at most sixty signs; "" when nothing is left."""
    for sign, letters in (("ß", "ss"), ("æ", "ae"), ("ø", "o"), ("ı", "i"), ("đ", "d"), ("ł", "l"), ("&", " en ")):
        text = text.replace(sign, letters)
    plain = re.sub("['’‘`]", "", fold(text))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")


def free_code(place: str, taken: Collection[str]) -> str:
    """The short code that `check` would give to "slug/id"; another one when somebody has it already."""
    code, number = short_code(place), 1
    while code in taken:
        number += 1
        code = short_code(f"{place}#{number}")
    return code


def _clean(text: str) -> str:
    """A text on one line. Raises Usage for signs that no record may hold."""
    told = " ".join(text.split())
    if found := _STEERS.search(told):
        raise Usage(
            say("Er staat een onzichtbaar teken in (U+{sign}). Typ de tekst opnieuw.", sign=f"{ord(found[0]):04X}")
        )
    return told
