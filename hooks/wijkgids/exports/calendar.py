"""The times of an activity as iCalendar (RFC 5545), for the calendar of a phone: one file per activity, a year ahead.

A weekly or monthly rule is one repeating event, so that a phone shows (and deletes) it as one; closed days are EXDATE.
What no repetition says (a moved day, loose dates, a day that is not certain) is an event of its own. Together they
are exactly the occurrences of the agenda.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vGeo, vRecur

from wijkgids.agenda import ActivityOf, Agenda
from wijkgids.occurrences import Occurrence, expand, expand_all
from wijkgids.schedules import Rule, rrule, rule_days
from wijkgids.views import addresses
from wijkgids.views.activity import AHEAD, in_calendar

PRODUCT = "-//Wijkgids//wijkgids//NL"
ZONE = ZoneInfo("Europe/Amsterdam")
# One fixed description of the zone since 1996; the library's own would carry the version of its tables.
ZONE_TEXT = (
    b"BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"
    b"BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
    b"DTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n"
    b"BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
    b"DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
    b"END:VTIMEZONE\r\n"
)


def write(agenda: Agenda, site: Path) -> list[Path]:
    """Write the files below `site`, each at the address that its page links to; those with the same bytes stay."""
    written = []
    for path, content in calendars(agenda).items():
        target = site / path
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        written.append(target)
    return written


def calendars(agenda: Agenda) -> Mapping[str, bytes]:
    """The files by their address in the site: one for each live activity with a time to come."""
    return {
        addresses.calendar(*one.key): calendar(agenda, one)
        for one in agenda.activities.values()
        if one.live and in_calendar(agenda, one)
    }


def calendar(agenda: Agenda, activity: ActivityOf) -> bytes:
    """The times of one activity from today to a year ahead, as an iCalendar file; empty bytes without any."""
    first, last = agenda.today, agenda.today + AHEAD
    on = {_key(one): one for one in expand_all(activity.rules, activity.calendar, first, last) if one.state == "on"}
    events: list[Event] = []
    for rule in activity.rules:
        own = [one for one in expand(rule, activity.calendar, first, last) if on.pop(_key(one), None)]
        events += _events(agenda, activity, rule, own, last)
    if not events:
        return b""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("name", activity.name.text)
    made.add("x-wr-calname", activity.name.text)
    made.add_component(Timezone.from_ical(ZONE_TEXT))
    for event in events:
        made.add_component(event)
    return bytes(made.to_ical())


def _events(agenda: Agenda, activity: ActivityOf, rule: Rule, times: Sequence[Occurrence], last: date) -> list[Event]:
    """The events of one rule: the repeating one, then the days that it does not say."""
    regular = {one.day: one for one in times if not one.moved_from and not one.doubt and _usual(one, rule)}
    text = rrule(replace(rule, last=min(last, rule.last or last)))
    if text is None or not regular:
        return [_single(agenda, activity, one) for one in times]
    start = min(regular)
    named = set(rule_days(rule, start, last))
    repeated = [one for day, one in regular.items() if day in named]
    if len(repeated) < 2:
        return [_single(agenda, activity, one) for one in times]
    clock = rule.time.start.isoformat() if rule.time else "day"
    series = _event(agenda, activity, regular[start], f"{text.split(';UNTIL')[0]}/{clock}/{rule.first}")
    series.add("rrule", vRecur.from_ical(text))
    for day in sorted(named - {one.day for one in repeated}):
        series.add("exdate", datetime.combine(day, rule.time.start, ZONE) if rule.time else day)
    loose = [one for one in times if one not in repeated]
    return [series, *(_single(agenda, activity, one) for one in loose)]


def _usual(one: Occurrence, rule: Rule) -> bool:
    """Whether it is at the clock of its rule: a moved one may not be, nor one in the hour that a spring night lacks."""
    wall = one.start.replace(tzinfo=None).time() if one.start else None
    return wall == (rule.time.start if rule.time else None)


def _single(agenda: Agenda, activity: ActivityOf, one: Occurrence) -> Event:
    return _event(agenda, activity, one, (one.start or one.day).isoformat())


def _event(agenda: Agenda, activity: ActivityOf, one: Occurrence, mark: str) -> Event:
    """An event that starts with one time. `mark` tells it from the others, and stays the same from build to build."""
    settings = agenda.guide.checked
    host = urlsplit(settings.address).hostname or "wijkgids"
    identity = hashlib.sha256("/".join((*activity.key, mark)).encode()).hexdigest()[:20]
    unsure = activity.freshness.call_first or one.doubt is not None
    page = f"{settings.address.rstrip('/')}/{addresses.activity(addresses.SOURCE, *activity.key)}"
    event = Event()
    event.add("uid", f"{identity}@{host}")
    event.add("dtstamp", datetime.combine(agenda.today, time(), ZoneInfo("UTC")))
    event.add("dtstart", one.start.astimezone(ZONE) if one.start else one.day)
    if one.end:
        event.add("dtend", one.end.astimezone(ZONE))
    event.add("summary", f"{activity.name.text} (bel eerst)" if unsure else activity.name.text)
    event.add("description", _description(agenda, activity, page, unsure))
    event.add("url", page)
    if where := _where(activity):
        event.add("location", where)
    if activity.where and activity.where.lat is not None and activity.where.lon is not None:
        event["geo"] = vGeo((activity.where.lat, activity.where.lon))
    event.add("status", "TENTATIVE" if unsure else "CONFIRMED")
    return event


def _where(activity: ActivityOf) -> str:
    """The place in one line. A discreet address is not in the agenda, so it cannot be here."""
    if activity.where is None:
        return ""
    place = activity.where
    parts = (place.name, place.room.text if place.room else None, place.address, place.city)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _description(agenda: Agenda, activity: ActivityOf, page: str, unsure: bool) -> str:
    lines = [activity.summary.text] if activity.summary else []
    lines.append(f"Bij {agenda.actors[activity.organiser].name}.")
    phone = activity.reach.phone if activity.reach else None
    if unsure:
        lines.append("Bel eerst. We weten niet zeker of dit doorgaat.")
    if phone:
        lines.append(f"Telefoon: {phone}")
    return "\n".join([*lines, page])


def _key(one: Occurrence) -> tuple[date, datetime | None, datetime | None]:
    return (one.day, one.start, one.end)
