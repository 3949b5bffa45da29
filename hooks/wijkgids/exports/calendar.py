"""The times of an activity as iCalendar (RFC 5545), for the calendar of a phone: one file per activity, a year ahead.

A weekly or monthly rule is one repeating event, so that a phone shows (and deletes) it as one; closed days are EXDATE.
What no repetition says (a moved day, loose dates, a day that is not certain) is an event of its own. Together they
are exactly the occurrences of the agenda.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vGeo, vRecur

from wijkgids.agenda import ActivityOf, Agenda
from wijkgids.exports.repeats import ZONE, Repeat, repeats
from wijkgids.views import addresses
from wijkgids.views.activity import AHEAD, in_calendar

PRODUCT = "-//Wijkgids//wijkgids//NL"
# One fixed description of the zone since 1996; the library's own would carry the version of its tables.
ZONE_TEXT = (
    b"BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"
    b"BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
    b"DTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n"
    b"BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
    b"DTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
    b"END:VTIMEZONE\r\n"
)


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
    events = [_event(agenda, activity, one) for one in repeats(activity.rules, activity.calendar, first, last)]
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


def _event(agenda: Agenda, activity: ActivityOf, repeat: Repeat) -> Event:
    """One time with its repetition. Its identity stays the same from build to build: an import replaces itself."""
    settings = agenda.guide.checked
    one = repeat.first
    host = urlsplit(settings.address).hostname or "wijkgids"
    identity = hashlib.sha256("/".join((*activity.key, repeat.mark)).encode()).hexdigest()[:20]
    unsure = activity.freshness.call_first or one.doubt is not None
    page = f"{settings.address.rstrip('/')}/{addresses.activity(addresses.SOURCE, *activity.key)}"
    event = Event()
    event.add("uid", f"{identity}@{host}")
    event.add("dtstamp", datetime.combine(agenda.today, time(), ZoneInfo("UTC")))
    event.add("dtstart", one.start.astimezone(ZONE) if one.start else one.day)
    if one.end:
        event.add("dtend", one.end.astimezone(ZONE))
    if repeat.rrule:
        event.add("rrule", vRecur.from_ical(repeat.rrule))
    for moment in repeat.but:
        event.add("exdate", moment)
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
