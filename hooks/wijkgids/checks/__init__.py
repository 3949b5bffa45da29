"""Checks over a whole guide: what no single field can see. Each check is a function of its own, in a table."""

from wijkgids.checks.all import check_guide

__all__ = ["check_guide"]
