"""The rows of a finder: every activity, and the groups that have none. Each carries the keys of what is true of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wijkgids.agenda import ActivityKey, ActivityOf, ActorOf, Agenda
from wijkgids.freshness import Stage
from wijkgids.texts import Name, OwnName, Piece, Sentence, Voice
from wijkgids.views import addresses, thresholds
from wijkgids.views.finder_keys import CIRCLES, audience_key, quarter_key, theme_key, ticks
from wijkgids.views.parts import Chip
from wijkgids.views.rows import Row, activity_row, call_chip, language_chips

LANGUAGES = 2  # on a row; the page of the activity names them all
ROOMY = 30  # rows of a list that say all that one wants to know; those of a longer one only what is special


def finder_rows(
    agenda: Agenda, voice: Voice, neighbourhood: str | None, when: Mapping[ActivityKey, str]
) -> tuple[Row, ...]:
    """What can be found in a neighbourhood (None: in the whole guide). `when` is of finder_keys.times."""
    found = found_by(agenda, neighbourhood)
    activities = [one for one in found if isinstance(one, ActivityOf)]
    alone = [one for one in found if isinstance(one, ActorOf)]
    whole = neighbourhood is None and len(agenda.guide.checked.neighbourhoods) > 1
    roomy = len(found) <= ROOMY
    rows = [_row(agenda, voice, one, when.get(one.key, ""), whole, roomy) for one in _ordered(agenda, activities)]
    return (*rows, *(_actor_row(agenda, voice, one, whole, roomy) for one in alone))


def found_by(agenda: Agenda, neighbourhood: str | None = None) -> list[ActivityOf | ActorOf]:
    """What a finder finds: each activity, and each group that has no activities that would be found."""
    alone = [one for one in agenda.actors.values() if one.live and not any(each.live for each in one.activities)]
    live = [one for one in agenda.activities.values() if one.live]
    found: list[ActivityOf | ActorOf] = [*live, *alone]
    return [one for one in found if neighbourhood is None or one.neighbourhood == neighbourhood]


def spoken_in(agenda: Agenda) -> set[str]:
    """The languages that are spoken at anything a finder finds."""
    return {spoken.code for one in found_by(agenda) for spoken in one.languages} | {
        code for one in found_by(agenda) if isinstance(one, ActorOf) for way in one.guides for code in way.languages
    }


def _ordered(agenda: Agenda, found: Sequence[ActivityOf]) -> list[ActivityOf]:
    """By day of the week from today on; what has no times after that; what nobody looked at for long last."""

    def rank(one: ActivityOf) -> tuple[bool, bool, str, str]:
        coming = agenda.next_times(one, 1)
        start = f"{coming[0].on.day}{coming[0].on.start}" if coming else ""
        return (one.freshness.stage is Stage.SUNK, not coming, start, one.name.text)

    return sorted(found, key=rank)


def _row(agenda: Agenda, voice: Voice, one: ActivityOf, when: str, whole: bool, roomy: bool) -> Row:
    keys = [theme_key(theme) for theme in one.themes]
    keys += [spoken.code for spoken in one.languages]
    keys += ticks(one.thresholds)
    keys += [audience_key(audience) for audience in one.audiences]
    keys += [CIRCLES[one.circle_kind]] if one.circle_kind else []
    keys += [quarter_key(one.neighbourhood)] if whole else []
    row = activity_row(agenda, voice, one, say_where=whole, walk_in=False, languages=0)
    return replace(row, chips=_chips(voice, one, row.chips, roomy), keys=_joined(keys), times=when)


def _chips(voice: Voice, one: ActivityOf | ActorOf, chips: Iterable[Chip], roomy: bool) -> tuple[Chip, ...]:
    """What to know before you go, without a drawing in each row: the style of the page puts a mark before it.

    In a long list what is fine goes without saying, and of the languages only that of the reader is named: the choices
    above it, and the page of the activity, say the rest. The word for evening goes: its hour stands in front.
    """
    if one.freshness.call_first and not roomy:
        return (Chip("let", voice.say("Bel eerst.")),)
    named = language_chips(voice, one.languages, LANGUAGES if roomy else 1)
    if not roomy:
        named = tuple(chip for chip in named if isinstance(chip.text, OwnName) and chip.text.code == voice.lang)
    kept = [replace(chip, icon=None) for chip in chips if chip.look != "av" and (roomy or chip.look != "ok")]
    return (*kept, *named)


def _actor_row(agenda: Agenda, voice: Voice, one: ActorOf, whole: bool, roomy: bool) -> Row:
    keys = [theme_key(theme) for theme in one.themes]
    keys += [spoken.code for spoken in one.languages]
    keys += [code for way in one.guides for code in way.languages]
    keys += ticks(one.thresholds)
    keys += [quarter_key(one.neighbourhood)] if whole else []
    call = one.freshness.call_first
    first = call_chip(voice, one.freshness) if call else thresholds.cost_chip(voice, one.thresholds)
    chips = _chips(voice, one, (first,), roomy)
    kind: Piece = voice.word(one.kind.name)
    if whole:
        kind = Sentence((kind, " · ", Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name)))
    return Row(Name(one.name), addresses.actor(addresses.SOURCE, one.slug), (), kind, chips, keys=_joined(keys))


def _joined(keys: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(keys))
