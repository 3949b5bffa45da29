"""Recorded voices: the files that may be heard today stand in the site under their own name."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import ActivityOf, ActorOf, Agenda


def recordings(agenda: Agenda) -> Iterator[tuple[str, bytes]]:
    """Each recording of what is in the guide, with its path in the site. One whose consent ended is not among them."""
    entries: list[ActorOf | ActivityOf] = [*agenda.actors.values(), *agenda.activities.values()]
    for path in dict.fromkeys(voice.path for one in entries if one.live for voice in one.recordings):
        yield path, (agenda.guide.root / "data" / path).read_bytes()
