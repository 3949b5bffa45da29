"""Sheets: everything printed. Views decide what they say; Typst sets it, fed with JSON."""

from wijkgids.sheets.write import write
from wijkgids.views.week_sheet import SheetSpec, wanted

__all__ = ["SheetSpec", "wanted", "write"]
