"""What it costs and what you need, as chips: fine, mind this, or not known. Not known is a question, never a no."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.agenda import ActivityOf, StoppedOf, ThresholdsOf
from wijkgids.records.values import Answer, DutchLevel, Per, Price
from wijkgids.texts import Piece, Voice
from wijkgids.views.parts import Chip


@dataclass(frozen=True)
class Needed:
    """All thresholds of one thing: `known` chips in a fixed order, what nobody knows yet, and sentences beside them.

    `asks` is what `unknown` is about, for a list below "ask this".
    """

    known: tuple[Chip, ...]
    unknown: tuple[Chip, ...]
    notes: tuple[Piece, ...]
    asks: tuple[Piece, ...] = ()

    def beyond(self, group: Needed) -> Needed:
        """What differs from the thresholds of a group, which are said elsewhere on the same sheet."""
        return Needed(
            tuple(one for one in self.known if one not in group.known),
            tuple(one for one in self.unknown if one not in group.unknown),
            tuple(one for one in self.notes if one not in group.notes),
            tuple(one for one in self.asks if one not in group.asks),
        )


def lead_chips(voice: Voice, activity: ActivityOf) -> tuple[Chip, ...]:
    """What decides whether someone goes: free or not, walk in or not, and what is special about coming."""
    chips = [cost_chip(voice, activity.thresholds), come_chip(voice, activity)]
    if activity.closed:
        chips.append(Chip("let", voice.say("Besloten groep"), "key"))
    return (*chips, *stop_chips(voice, activity.stops))


def stop_chips(voice: Voice, stops: StoppedOf | None) -> tuple[Chip, ...]:
    """That something will stop, while it still goes on."""
    return (Chip("let", voice.say("Stopt op {dag}", dag=voice.day_year(stops.on)), "stopped"),) if stops else ()


def cost_chip(voice: Voice, needs: ThresholdsOf) -> Chip:
    """Free, a gift, a price, or a question."""
    match needs.cost.kind:
        case "free":
            return Chip("ok", voice.say("Gratis"), "ok")
        case "gift":
            return Chip("ok", voice.say("Je geeft wat je wilt"), "ok")
        case "amount":
            return Chip("plain", _price(voice, needs.cost, needs.cost_per))
        case _:
            return ask_chip(voice, voice.say("Kosten"))


def come_chip(voice: Voice, activity: ActivityOf) -> Chip:
    """How you come: walk in, sign up, by appointment, by phone, or they come to you."""
    if activity.visits:
        return Chip("plain", voice.say("Ze komen bij jou thuis"), "visit")
    if activity.by_appointment:
        return Chip("let", voice.say("Op afspraak"), "pencil")
    if activity.by_phone:
        return Chip("plain", voice.say("Aan de telefoon"), "phone")
    return sign_up_chip(voice, activity.thresholds)


def sign_up_chip(voice: Voice, needs: ThresholdsOf) -> Chip:
    """The open door (walk in), the pencil (sign up first), or a question."""
    match needs.sign_up:
        case Answer.NO:
            return Chip("ok", voice.say("Zonder aanmelden"), "door")
        case Answer.YES:
            return Chip("let", voice.say("Eerst aanmelden"), "pencil")
        case _:
            return ask_chip(voice, voice.say("Aanmelden"))


def needed(voice: Voice, needs: ThresholdsOf) -> Needed:
    """Every threshold, each as a whole phrase, so that no tick can be read as "bring this"."""
    known: list[Chip] = []
    unknown: list[Piece] = []

    def answer(value: Answer, label: Piece, yes: Chip, no: Chip) -> None:
        if value is Answer.UNKNOWN:
            unknown.append(label)
        else:
            known.append(yes if value is Answer.YES else no)

    if needs.cost.kind == "unknown":
        unknown.append(voice.say("Kosten"))
    else:
        known.append(cost_chip(voice, needs))
    if needs.city_pass and needs.city_pass.kind == "unknown":
        unknown.append(voice.say("Met stadspas"))
    elif needs.city_pass:
        known.append(_city_pass(voice, needs.city_pass))
    answer(
        needs.sign_up,
        voice.say("Aanmelden"),
        Chip("let", voice.say("Eerst aanmelden"), "pencil"),
        _ok(voice.say("Aanmelden hoeft niet")),
    )
    answer(
        needs.name_needed,
        voice.say("Je naam zeggen"),
        _mind(voice.say("Ze vragen je naam")),
        _ok(voice.say("Je naam zeggen hoeft niet")),
    )
    answer(
        needs.papers_needed,
        voice.say("Papieren"),
        _mind(voice.say("Neem papieren mee")),
        _ok(voice.say("Papieren hoeven niet")),
    )
    answer(
        needs.referral_needed,
        voice.say("Verwijzing"),
        _mind(voice.say("Je hebt een verwijzing nodig")),
        _ok(voice.say("Een verwijzing hoeft niet")),
    )
    match needs.dutch:
        case DutchLevel.NONE:
            known.append(_ok(voice.say("Nederlands hoeft niet")))
        case DutchLevel.SOME:
            known.append(_mind(voice.say("Je spreekt een beetje Nederlands")))
        case DutchLevel.GOOD:
            known.append(_mind(voice.say("Je spreekt goed Nederlands")))
        case _:
            unknown.append(voice.say("Nederlands spreken"))
    # Where no Dutch is needed, nobody has to ask for an interpreter.
    if needs.dutch is not DutchLevel.NONE or needs.interpreter is not Answer.UNKNOWN:
        answer(
            needs.interpreter,
            voice.say("Tolk"),
            _ok(voice.say("Een tolk kan erbij zijn")),
            _mind(voice.say("Er is geen tolk")),
        )
    answer(
        needs.bring_someone,
        voice.say("Iemand meenemen"),
        _ok(voice.say("Iemand meenemen mag")),
        _mind(voice.say("Iemand meenemen kan niet")),
    )
    answer(
        needs.children,
        voice.say("Kinderen"),
        _ok(voice.say("Kinderen mogen mee")),
        _mind(voice.say("Kinderen kunnen niet mee")),
    )
    if needs.waiting_none:
        known.append(_ok(voice.say("Geen wachttijd")))
    elif needs.waiting:
        known.append(Chip("plain", voice.say("Wachttijd: {tijd}", tijd=voice.prose(needs.waiting)), "clock"))
    else:
        unknown.append(voice.say("Wachttijd"))

    notes = [voice.say("Papieren: {welke}", welke=voice.prose(needs.papers))] if needs.papers else []
    asks = (
        (ask_chip(voice, unknown[0]),) if len(unknown) == 1 else tuple(Chip("ask", label, "ask") for label in unknown)
    )
    # What is fine reassures, so it leads; the order within each stays the same on every page.
    return Needed(tuple(sorted(known, key=lambda chip: chip.look == "let")), asks, tuple(notes), tuple(unknown))


def _ok(text: Piece) -> Chip:
    return Chip("ok", text, "ok")


def _mind(text: Piece) -> Chip:
    return Chip("let", text, "mind")


def ask_chip(voice: Voice, what: Piece) -> Chip:
    """That nobody told us, and to ask."""
    return Chip("ask", voice.say("{wat}: niet bekend, vraag het", wat=what), "ask")


def _price(voice: Voice, price: Price, per: Per | None) -> Piece:
    amount = voice.price(price)
    match per:
        case Per.TIME:
            return voice.say("{prijs} per keer", prijs=amount)
        case Per.LESSON:
            return voice.say("{prijs} per les", prijs=amount)
        case Per.MONTH:
            return voice.say("{prijs} per maand", prijs=amount)
        case Per.YEAR:
            return voice.say("{prijs} per jaar", prijs=amount)
        case Per.COURSE:
            return voice.say("{prijs} voor de cursus", prijs=amount)
        case Per.MEAL:
            return voice.say("{prijs} per maaltijd", prijs=amount)
        case _:
            return amount


def _city_pass(voice: Voice, price: Price) -> Chip:
    if price.kind == "free":
        return _ok(voice.say("Gratis met stadspas"))
    if price.kind == "gift":
        return _ok(voice.say("Met stadspas geef je wat je wilt"))
    return Chip("plain", voice.say("{prijs} met stadspas", prijs=voice.price(price)))
