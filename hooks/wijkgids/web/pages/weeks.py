"""Weeks of neighbourhoods and houses, days, evenings, weekends and school holidays."""

from __future__ import annotations

from collections.abc import Iterator

from wijkgids.agenda import Agenda
from wijkgids.texts import Voice
from wijkgids.views import addresses, coming, day, holiday, house_week, week
from wijkgids.web.page import Page

NL = addresses.SOURCE
STYLES = ("week.css",)
SCRIPT = "week.js"


def pages(agenda: Agenda, voice: Voice) -> Iterator[Page]:
    """The choice of a neighbourhood, the weeks and days of each, the days of the guide, the weeks of its houses."""
    choose = week.chooser(agenda, voice)
    yield Page(addresses.week(NL), "choose.html", choose.title, choose, "wijk.js")
    spans = day.spans(agenda)
    for key in agenda.guide.checked.neighbourhoods:
        for number in range(1, addresses.WEEKS + 1):
            view = week.week_page(agenda, voice, key, number)
            yield Page(addresses.week(NL, key, number), "week.html", view.title, view, SCRIPT, styles=STYLES)
        for one in spans[key]:
            own = day.day_in(agenda, voice, key, one, spans)
            yield Page(addresses.day_in(NL, key, one.isoformat()), "day.html", own.title, own, SCRIPT, styles=STYLES)
        yield from _parts(agenda, voice, key)
    for one in day.days(agenda):
        whole = day.day_page(agenda, voice, one)
        yield Page(addresses.day(NL, one.isoformat()), "day.html", whole.title, whole, SCRIPT, styles=STYLES)
    for house in agenda.houses():
        held = house_week.house_week(agenda, voice, house)
        yield Page(addresses.house_week(NL, house.slug), "house_week.html", held.title, held, SCRIPT, styles=STYLES)


def _parts(agenda: Agenda, voice: Voice, key: str) -> Iterator[Page]:
    for part, made in (("avond", coming.evenings), ("weekend", coming.weekends)):
        view = made(agenda, voice, key)
        yield Page(addresses.part_of_week(NL, key, part), "days.html", view.title, view, SCRIPT, styles=STYLES)
    free = holiday.holiday_page(agenda, voice, key)
    yield Page(addresses.part_of_week(NL, key, "vakantie"), "holiday.html", free.title, free, styles=STYLES)
