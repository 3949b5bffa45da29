"""What is like an activity and near it: the same need, at another group, here first and in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from wijkgids.agenda import ActivityOf, Agenda
from wijkgids.texts import Name, Voice
from wijkgids.views.rows import Row, call_chip, page_of, usual

MOST = 3


def related(agenda: Agenda, voice: Voice, one: ActivityOf) -> tuple[Row, ...]:
    """At most three others with the same theme, of other groups, each group once; what is sure and soon first."""
    return tuple(_row(agenda, voice, other, one) for other in islice(_others(agenda, voice.lang, one), MOST))


def _others(agenda: Agenda, lang: str, one: ActivityOf) -> Iterator[ActivityOf]:
    """What is sure: here in the reader's language, here, elsewhere in that language, elsewhere. Then what is not."""
    theme, here = one.themes[0].id, one.neighbourhood
    pools = [
        agenda.alike.get((theme, quarter, code), [])
        for quarter, code in ((here, lang), (here, None), (None, lang), (None, None))
    ]
    seen = {one.organiser, one.actor}
    for sure in (True, False):
        for pool in pools:
            for other in pool:
                if sure and other.freshness.call_first:
                    break  # from here on none of the pool is sure
                if other.organiser not in seen:
                    seen.add(other.organiser)
                    yield other


def _row(agenda: Agenda, voice: Voice, one: ActivityOf, near: ActivityOf) -> Row:
    """No more than when and what, and the neighbourhood where it is another one: the rest is one tap away."""
    coming = agenda.next_times(one, 4)
    quarter = Name(agenda.guide.checked.neighbourhoods[one.neighbourhood].name)
    chips = (call_chip(voice, one.freshness),) if one.freshness.call_first else ()
    there = None if one.neighbourhood == near.neighbourhood else quarter
    return Row(voice.prose(one.name), page_of(one), usual(agenda, voice, one, coming), there, chips)
