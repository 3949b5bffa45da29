"""Exports: the guide in the formats of others. Each module gives its files by their address in the site."""

from pathlib import Path

from wijkgids.agenda import Agenda
from wijkgids.exports import calendar, schema
from wijkgids.files import put


def write(agenda: Agenda, site: Path) -> list[Path]:
    """Write all files below `site`; those with the same bytes stay."""
    files = {**calendar.calendars(agenda), **schema.files(agenda.guide)}
    return [put(site, path, content) for path, content in files.items()]
