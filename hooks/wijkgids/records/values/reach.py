"""How a group is reached: telephone, WhatsApp, e-mail, website. Each a fact that a phone or a printer uses as it is."""

from __future__ import annotations

import re
from typing import Any

from wijkgids.problems import say
from wijkgids.records.values.typed import figures_of, refuse, refuse_with, text_of

PHONE = "een telefoonnummer als 020 000 01 12"
EMAIL = "een e-mailadres als groep@voorbeeld.example"
WEBSITE = "een adres dat begint met https://"

_BETWEEN = re.compile(r"[\s\-().]")
_NUMBER = re.compile(r"\+?[0-9]{3,15}")
_IN_TEXT = re.compile(r"\+?[0-9(][0-9\s\-().–‑/]{1,}[0-9]")
_LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
# Area codes of three digits (ACM, national numbering plan); all other places have four.
_AREAS = frozenset(
    f"0{area}"
    for area in (
        10,
        13,
        14,
        15,
        20,
        23,
        24,
        26,
        30,
        33,
        35,
        36,
        38,
        40,
        43,
        45,
        46,
        50,
        53,
        55,
        58,
        *range(70, 80),
        85,
        88,
    )
)
_LENGTH = 10  # digits of a Dutch number, the 0 included
_SERVICE = ("0800", "0900", "0906", "0909")  # these are longer or shorter

_MAIL = re.compile(r"[A-Za-z0-9_%+\-]+(?:\.[A-Za-z0-9_%+\-]+)*@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_SITE = re.compile(r"https?://[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+(?::[0-9]{1,5})?(?:[/?#][^\s\"'<>\\]*)?")
_HOST = re.compile(r"[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}(?::[0-9]{1,5})?(?:[/?#][^\s\"'<>\\]*)?")
_CHAT = re.compile(
    r"(?:https?://)?(?:www\.)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)(?:%2[Bb]|\+)?([0-9]{6,15})\S*"
)


def phone(value: Any) -> str:
    """A telephone number, as it was typed."""
    text = figures_of(value)
    digits = _BETWEEN.sub("", text)
    if not _NUMBER.fullmatch(digits):
        raise _phone_answer(text)
    if digits.startswith(("+310", "00310")):
        raise refuse_with("telefoon", "een nummer zonder de 0 achter +31", national(digits))
    if digits[0] not in "+0" and len(digits) > 6:
        raise refuse_with("telefoon", "een nummer dat begint met 0 of +", national(digits))
    home = _national(digits)
    if home.startswith("0") and not home.startswith(("00", *_SERVICE)) and len(home) != _LENGTH:
        cure = say("Hier staan {number} cijfers. Vraag het nummer na.", number=len(digits))
        raise refuse("telefoon", "een nummer met tien cijfers", cure)
    return text


def whatsapp(value: Any) -> str:
    """The number of a WhatsApp account; a link to a chat is answered with the number in it."""
    text = figures_of(value)
    if match := _CHAT.fullmatch(text):
        raise refuse_with("whatsapp", "het nummer, niet de link", national(match[1]))
    if "whatsapp.com" in text or "wa.me" in text:
        raise refuse(
            "whatsapp",
            "een nummer",
            "Een link naar een groepsapp is niet voor iedereen. Schrijf het nummer van de groep.",
        )
    return phone(text)


def email(value: Any) -> str:
    """An e-mail address."""
    text = text_of(value)
    if not _MAIL.fullmatch(text):
        raise _email_answer(text)
    return text


def website(value: Any) -> str:
    """The address of a site."""
    text = text_of(value)
    if not _SITE.fullmatch(text):
        raise _website_answer(text)
    return text


def national(digits: str) -> str:
    """A number in groups as people in the Netherlands write it; a foreign one with its + and no groups."""
    home = _national(digits if digits[0] in "+0" else f"+{digits}")
    if len(home) != _LENGTH or not home.startswith("0") or home.startswith("00"):
        return home
    area = home[:2] if home.startswith("06") else home[:3] if home[:3] in _AREAS else home[:4]
    rest = home[len(area) :]
    head = len(rest) % 2 and 3
    return " ".join(filter(None, [area, rest[:head], *(rest[at : at + 2] for at in range(head, len(rest), 2))]))


def numbers_in(text: str) -> list[str]:
    """The telephone numbers in a text, as they stand there."""
    parts = re.split(r"\s+(?:/|of|en|or)\s+|[,;|]", text)
    found = (match.strip(" -/.") for part in parts for match in _IN_TEXT.findall(part))
    return [one for one in found if 8 <= len(re.sub(r"\D", "", one)) <= 15]


def _national(digits: str) -> str:
    """Digits with the 0 of the Netherlands in place of +31."""
    for prefix in ("+31", "0031"):
        if digits.startswith(prefix):
            return f"0{digits.removeprefix(prefix).removeprefix('0')}"
    return digits


def _phone_answer(text: str) -> Exception:
    if _NUMBER.fullmatch(_BETWEEN.sub("", letters := text.translate(_LETTERS))):
        return refuse("telefoon", PHONE, say("Schrijf een nul en geen letter: {number}", number=letters))
    found = numbers_in(text)
    if len(found) > 1:
        return refuse(
            "telefoon", "één nummer", say("Kies het nummer dat het vaakst wordt opgenomen: {number}", number=found[0])
        )
    if found:
        plain = re.sub(r"\s+", " ", re.sub(r"[–‑/]", "-", found[0])).replace("(0)", "")
        cure = say("Schrijf alleen het nummer: {number}", number=plain)
        return refuse("telefoon", PHONE, cure)
    return refuse("telefoon", PHONE, "Schrijf alleen cijfers en spaties; zet tekst ernaast in een andere sleutel.")


def _email_answer(text: str) -> Exception:
    spelled = re.sub(r"\s*(?:\(at\)|\[at\]| at | apenstaartje )\s*", "@", text)
    spelled = re.sub(r"\s*(?:\(punt\)|\(dot\)|\[dot\])\s*", ".", spelled)
    found = _MAIL.findall(spelled)
    if len(found) == 1 and spelled.count("@") == 1:
        return refuse_with("e-mail", EMAIL, found[0])
    if len(found) > 1:
        return refuse("e-mail", EMAIL, say("Kies één adres: {address}", address=found[0]))
    joined = re.sub(r"\s*([@.])\s*", r"\1", spelled).replace(",", ".")
    if _MAIL.fullmatch(joined):
        return refuse_with("e-mail", EMAIL, joined)
    if _HOST.fullmatch(text.partition("://")[2] or text):
        return refuse(
            "e-mail", EMAIL, say("Dit is een website. Schrijf {line}", line=f'website: "{_with_scheme(text)}"')
        )
    return refuse("e-mail", EMAIL, "Controleer het adres: één @ en een punt erachter, geen spaties.")


def _website_answer(text: str) -> Exception:
    if _MAIL.fullmatch(text.removeprefix("mailto:")):
        line = f"email: {text.removeprefix('mailto:')}"
        return refuse("website", WEBSITE, say("Dit is een e-mailadres. Schrijf {line}", line=line))
    if _SITE.fullmatch(found := _with_scheme(text)):
        return refuse_with("website", WEBSITE, f'"{found}"')
    return refuse("website", WEBSITE, "Kopieer het adres uit de adresbalk: https://www.groep.example/.")


def _with_scheme(text: str) -> str:
    """An address of which the beginning was left out or mistyped. Other schemes stay, to be refused."""
    rest = re.sub(r"^(?:h?t?tps?)?:?[/\\]{1,2}|^https?:(?=[a-z])", "", text.strip(" .,<>"), flags=re.IGNORECASE)
    return f"https://{rest}" if _HOST.fullmatch(rest) else text
