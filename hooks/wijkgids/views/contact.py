"""How you reach a group: links that were checked, and the buttons made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from wijkgids.agenda import ActorOf, Agenda
from wijkgids.records.parts import Reach
from wijkgids.texts import Ltr, Name, Piece, Voice

_NUMBER = re.compile(r"\+?[0-9]{3,15}")
_MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+")
_HOST = re.compile(r"[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+(:[0-9]+)?")


@dataclass(frozen=True)
class Action:
    """A button that is a link. `href` was checked; `number` is the phone number, `written` what stands on paper."""

    icon: str
    text: Piece
    href: str
    number: Ltr | None = None
    written: Ltr | None = None


@dataclass(frozen=True)
class Way:
    """A way to reach someone as paper says it: a drawing, and the number or address in words one can type over."""

    icon: str
    said: Piece


def on_paper(voice: Voice, ways: Iterable[Action]) -> tuple[Way, ...]:
    """Buttons as lines: what the text of a button leaves to its link is written out."""
    return tuple(
        Way(one.icon, voice.say("{taal}: {wie}", taal=one.text, wie=one.written) if one.written else one.text)
        for one in ways
    )


def tel(phone: str) -> str | None:
    """A tel: link (RFC 3966), or None for what is no number."""
    digits = re.sub(r"[\s\-().]", "", phone)
    return f"tel:{digits}" if _NUMBER.fullmatch(digits) else None


def whatsapp(phone: str) -> str | None:
    """A wa.me link, which wants the number with its country and no plus; a Dutch 0 becomes 31."""
    link = tel(phone)
    if not link:
        return None
    digits = link.removeprefix("tel:")
    if digits.startswith(("+", "00")):
        return f"https://wa.me/{digits.removeprefix('+').removeprefix('00')}"
    return f"https://wa.me/31{digits.removeprefix('0')}"


def mail(address: str, subject: str = "") -> str | None:
    """A mailto: link (RFC 6068) with a subject, or None for what is no address."""
    if not _MAIL.fullmatch(address):
        return None
    return f"mailto:{quote(address, safe='@')}" + (f"?subject={quote(subject, safe='/:')}" if subject else "")


def site(address: str) -> str | None:
    """The address of a site, or None for anything but http and https with a plain host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc) or re.search(r"[\s\"'<>\\]", address):
        return None
    return address


def plain_site(address: str) -> str:
    """The address of a site as people write it on paper: without its scheme and its last slash."""
    return address.split("://", 1)[-1].rstrip("/")


def actions(voice: Voice, reach: Reach | None) -> tuple[Action, ...]:
    """The buttons of a group, the surest way first: call, WhatsApp, mail, site."""
    found: list[Action] = []
    if reach is None:
        return ()
    if reach.phone and (link := tel(reach.phone)):
        number = voice.phone(reach.phone)
        found.append(Action("phone", voice.say("Bel {nummer}", nummer=number), link, number))
    if reach.whatsapp and (link := whatsapp(reach.whatsapp)):
        number = voice.phone(reach.whatsapp)
        found.append(Action("whatsapp", voice.say("WhatsApp"), link, number, number))
    if reach.email and (link := mail(reach.email)):
        found.append(Action("mail", voice.say("Mail"), link, written=Ltr(reach.email)))
    if reach.website and (link := site(reach.website)):
        found.append(Action("web", voice.say("Website"), link, written=Ltr(plain_site(reach.website))))
    return tuple(found)


def via(voice: Voice, agenda: Agenda, actor: ActorOf) -> Action | None:
    """Call the group that someone is reached through (`akkoord.via`), when there is one with a phone."""
    slug = actor.agreement.via if actor.agreement else None
    through = agenda.actors.get(slug) if slug else None
    if not through or not through.reach or not through.reach.phone or not (link := tel(through.reach.phone)):
        return None
    number = voice.phone(through.reach.phone)
    said = voice.say("Bel {groep}: {nummer}", groep=Name(through.name), nummer=number)
    return Action("phone", said, link, number)
