"""What each sheet says of itself at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wijkgids.agenda import Agenda
from wijkgids.texts import Ltr, Piece, Strong, Voice


@dataclass(frozen=True)
class Colophon:
    """What each sheet says of itself: its date, until when it holds, the oldest check, and where the newest is."""

    made: Piece
    valid: Piece
    oldest: Piece | None
    wrong: Piece
    newest: Piece
    sample: Piece | None
    missing: Piece | None = None
    unread: Piece | None = None


def colophon(agenda: Agenda, voice: Voice, checks: Sequence[date], until: date, phone: str, short: Ltr) -> Colophon:
    """The colophon of a sheet that holds to `until`; `checks` of what is on it, `phone` for who sees a mistake."""
    return Colophon(
        made=voice.say("Gemaakt op {dag}", dag=voice.date_digits(agenda.today)),
        valid=voice.say("Geldt tot en met {dag}", dag=voice.date_digits(until)),
        oldest=voice.say("Oudste controle: {dag}", dag=voice.date_digits(min(checks))) if checks else None,
        wrong=voice.say("Klopt er iets niet? Bel {nummer}", nummer=Strong(voice.phone(phone))),
        newest=voice.say("De nieuwste versie: {adres}", adres=Strong(short)),
        sample=voice.say("{voorbeeld}: alles op dit blad is verzonnen.", voorbeeld=Strong(voice.say("Voorbeeldgids")))
        if agenda.guide.checked.sample
        else None,
    )
