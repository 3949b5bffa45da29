"""By one choice: free, in the evening, for women, in a language."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, choice, speaking
from wijkgids.views.fitting import sort_out
from wijkgids.web.page import Page

NL = addresses.SOURCE


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """All choices that find something, what each finds, and what there is in each language."""
    found = sort_out(agenda)
    every = choice.choices_page(agenda, voice, found)
    yield Page(addresses.kind_of(NL), "choices.html", every.title, every)
    for option in (option for sort in every.sorts for option in sort.options):
        view = choice.choice_page(agenda, voice, option, found)
        yield Page(addresses.kind_of(NL, option.key), "choice.html", view.title, view)
    for code in choice.languages(agenda, found):
        spoken = speaking.speaking_page(agenda, voice, code, found)
        yield Page(addresses.speaking(NL, code), "speaking.html", spoken.title, spoken)
