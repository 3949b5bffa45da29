"""Words from letters."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, letterword, letterwords
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """All words, and a page for each."""
    words = agenda.guide.words.letterwords.values()
    every = letterwords.words_page(agenda, voice)
    yield Page(addresses.words(NL), "words.html", every.title, every, "words.js", styles=("words.css",))
    # Many words share their themes, and in a big guide it takes long to find who helps.
    best = letterword.best_ways(agenda, voice)
    themes = dict.fromkeys(one.themes for one in words)
    near = {each: letterword.near_you(agenda, voice, each, best) for each in themes}
    for one in words:
        view = letterword.word_page(agenda, voice, one, near[one.themes])
        yield Page(addresses.words(NL, one.id), "word.html", view.title, view, "record.js", styles=("words.css",))
