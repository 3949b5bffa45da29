"""Sheets: everything printed. Views decide what they say; Typst sets it, fed with JSON."""

from wijkgids.sheets.write import print_sheets, write
from wijkgids.views.week_sheet import SheetSpec, sheet_places, sheet_spec, wanted

__all__ = ["SheetSpec", "print_sheets", "sheet_places", "sheet_spec", "wanted", "write"]
