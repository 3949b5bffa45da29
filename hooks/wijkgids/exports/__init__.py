"""Exports: the guide in the formats of others. Here iCalendar, for the calendar of a phone."""
