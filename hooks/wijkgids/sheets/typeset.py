"""From JSON to PDF: Typst with the guide's own fonts, tagged as PDF/UA-1, the same bytes every time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import typst

from wijkgids.sheets.fit import Layout, Setting, fitted

STANDARD: Final = "ua-1"  # PDF/UA-1, ISO 14289-1


@dataclass(frozen=True)
class Press:
    """Where templates (`*.typ`) and fonts (`*.ttf`) are."""

    templates: Path
    fonts: Path

    def print(self, template: str, data: dict[str, Any], hint: Setting | None) -> tuple[Setting, bytes] | None:
        """The sheet with the largest letter that fits and how it was set, or None when it fits in no way at all."""
        text = json.dumps(data, ensure_ascii=False, sort_keys=True)
        compilers: dict[Setting, typst.Compiler] = {}

        def lay(setting: Setting) -> Layout:
            compilers[setting] = self.compiler(template, text, setting)
            report = json.loads(compilers[setting].query("<report>", field="value", one=True))
            return Layout(report["pages"], report["days"], report["foot"])

        setting = fitted(len(data["words"]), lay, hint)
        if setting is None:
            return None
        made = compilers[setting].compile(pdf_standards=STANDARD)  # cheap: typst remembers the layout of the query
        assert isinstance(made, bytes)  # a list is for pictures
        return setting, made

    def compiler(self, template: str, text: str, setting: Setting) -> typst.Compiler:
        """A compiler for one setting of one sheet, in one thread: a shared one raises, a fork after a compile hangs."""
        return typst.Compiler(
            str(self.templates / template),
            font_paths=[str(self.fonts)],
            ignore_system_fonts=True,
            sys_inputs={
                "data": text,
                "size": f"{setting.size:g}",
                "pages": "one" if setting.pages == 1 else "many",
                "days": "whole" if setting.whole else "broken",
            },
        )
