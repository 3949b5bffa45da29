"""Records: what is in data/, as checked values."""

from wijkgids.records.guide import Guide, load_guide
from wijkgids.records.model import Activity, Actor

__all__ = ["Activity", "Actor", "Guide", "load_guide"]
