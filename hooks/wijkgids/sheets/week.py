"""The week sheet as the JSON that its Typst templates read. Nothing is decided here."""

from __future__ import annotations

import io
from typing import Any

import segno

from wijkgids.sheets.tagged import Run, runs, safe
from wijkgids.texts import Piece
from wijkgids.views.sheet_people import Asked, Person
from wijkgids.views.sheet_rows import Contact, Row, Told
from wijkgids.views.week_sheet import Day, KeyItem, WeekSheet, Words


def as_json(sheet: WeekSheet, author: str) -> dict[str, Any]:
    """Everything of a sheet; each list of texts follows the order of its languages."""
    langs = sheet.spec.languages
    return {
        "title": safe(sheet.document_title),
        "author": safe(author),
        "made": {"year": sheet.made.year, "month": sheet.made.month, "day": sheet.made.day},
        "name": runs(sheet.name, "nl"),
        "short": runs(sheet.short, "nl"),
        "qr": qr(sheet.address),
        "qr-alt": f"QR: {sheet.short}",
        "words": [_words(words) for words in sheet.words],
        "days": [_day(day, langs) for day in sheet.days],
        "contacts": [_contact(contact) for contact in sheet.contacts],
        "people": [_person(person, langs) for person in sheet.people],
    }


def qr(address: str) -> str:
    """A QR code as SVG: level M, its quiet zone of four modules left to the white around it on the sheet."""
    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(picture, kind="svg", border=0, xmldecl=False, dark="#1d2726", omitsize=True)
    return picture.getvalue().decode()


def _words(words: Words) -> dict[str, Any]:
    lang = words.lang

    def say(piece: Piece | None) -> list[Run] | None:
        return None if piece is None else runs(piece, lang)

    return {
        "lang": lang,
        "title": say(words.title),
        "period": say(words.period),
        "place": [say(part) for part in words.place],
        "call": say(words.call),
        "key": [_key(item, lang) for item in words.key],
        "evening": words.evening,
        "weekend": words.weekend,
        "marks": {"walk-in": words.walk_in, "sign-up": words.sign_up, "phone": words.by_phone, "ask": words.ask},
        "continued": words.continued,
        "contacts": say(words.contacts),
        "also": say(words.also),
        "hint": say(words.hint),
        "turn": [say(text) for text in words.turn],
        "made": say(words.made),
        "valid": say(words.valid),
        "oldest": say(words.oldest),
        "wrong": say(words.wrong),
        "newest": say(words.newest),
        "sample": say(words.sample),
        "unread": say(words.unread),
        "people": say(words.people),
        "indoors": say(words.indoors),
    }


def _key(item: KeyItem, lang: str) -> dict[str, Any]:
    return {
        "mark": item.mark,
        "text": runs(item.text, lang),
        "sign": None if item.sign is None else runs(item.sign, lang),
    }


def _day(day: Day, langs: tuple[str, ...]) -> dict[str, Any]:
    return {
        "names": list(day.names),
        "dates": [runs(said, lang) for said, lang in zip(day.dates, langs, strict=True)],
        "digits": runs(day.digits, "nl"),
        "nothing": [runs(said, lang) for said, lang in zip(day.nothing, langs, strict=True)],
        "rows": [_row(row, langs) for row in day.rows],
    }


def _row(row: Row, langs: tuple[str, ...]) -> dict[str, Any]:
    return {
        "key": "/".join(row.key),
        "times": None if row.times is None else runs(row.times, "nl"),
        "evening": row.evening,
        "cost": row.cost,
        "way": row.way,
        "languages": [{"name": runs(one.name, "nl"), "sometimes": one.sometimes} for one in row.languages],
        "told": [_told(told, lang) for told, lang in zip(row.told, langs, strict=True)],
    }


def _told(told: Told, lang: str) -> dict[str, Any]:
    return {
        "title": runs(told.title, lang),
        "whom": [runs(piece, lang) for piece in told.whom],
        "place": [runs(piece, lang) for piece in told.place],
        "notes": [runs(piece, lang) for piece in told.notes],
        "price": runs(told.price, lang),
        "flags": [runs(piece, lang) for piece in told.flags],
        "off": None if told.off is None else runs(told.off, lang),
    }


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "name": safe(contact.name),
        "phone": None if contact.phone is None else safe(contact.phone),
        "address": None if contact.address is None else safe(contact.address),
    }


def _person(person: Person, langs: tuple[str, ...]) -> dict[str, Any]:
    return {
        "name": None if person.name is None else runs(person.name, "nl"),
        "phone": None if person.phone is None else runs(person.phone, "nl"),
        "email": None if person.email is None else safe(person.email),
        "languages": [runs(name, "nl") for name in person.languages],
        "told": [_asked(asked, lang) for asked, lang in zip(person.told, langs, strict=True)],
    }


def _asked(asked: Asked, lang: str) -> dict[str, Any]:
    return {"who": runs(asked.who, lang), "when": None if asked.when is None else runs(asked.when, lang)}
