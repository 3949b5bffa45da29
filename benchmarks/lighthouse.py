"""Lighthouse (mobile) on home, theme, activity and finder in Dutch and Arabic: the median of three runs.

    npm ci --prefix benchmarks/lighthouse
    python benchmarks/lighthouse.py [PAGE …]

Needs Node and a Chromium. Prints the four scores of each page and what kept one below 100. Nothing is sent anywhere.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from served import FLAGS, ROOT, built, chromium, serving

sys.path.insert(0, str(ROOT / "hooks"))

from wijkgids.records import load_guide

TOOL = Path(__file__).parent / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3


def main(wanted: list[str]) -> int:
    """Measure and print; 1 when a page is below 100 anywhere."""
    if not TOOL.is_file():
        sys.exit("Eerst: npm ci --prefix benchmarks/lighthouse")
    below = 0
    print(f"{'':<44}" + "".join(f"{name[:13]:>15}" for name in CATEGORIES))
    with built() as site, serving(site) as address:
        for page in wanted or pages():
            reports = [report(address + page) for _ in range(RUNS)]
            scores = [
                statistics.median(100 * (one["categories"][name]["score"] or 0) for one in reports)
                for name in CATEGORIES
            ]
            print(f"{page:<44}" + "".join(f"{score:>15.0f}" for score in scores), flush=True)
            if min(scores) < 100:
                below = 1
                print("".join(f"  {line}\n" for line in sorted(set(lost(reports[0])))), end="")
    return below


def pages() -> list[str]:
    """The four kinds of the guide in data/, in Dutch and Arabic."""
    guide, _ = load_guide(ROOT)
    quarter = next(iter(guide.checked.neighbourhoods))
    slug, group = next(
        each for each in guide.actors.items() if each[1].promise and each[1].activities and each[1].guides
    )
    kinds = (
        "index.html",
        f"thema/{next(iter(guide.words.themes))}.html",
        f"actor/{slug}/{group.activities[0].id}.html",
        f"zoeken/{quarter}.html",
    )
    return [lang + kind for lang in ("", "ar/") for kind in kinds]


def report(url: str) -> dict[str, Any]:
    """What Lighthouse says of a page on a slow phone."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = ["node", str(TOOL), url, "--quiet", "--output=json", f"--output-path={out}"]
        command += ["--no-enable-error-reporting", f"--chrome-flags={' '.join(FLAGS)}"]
        subprocess.run(command, env=os.environ | {"CHROME_PATH": chromium()}, check=True, capture_output=True)
        found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return found


def lost(found: dict[str, Any]) -> list[str]:
    """The audits that cost points."""
    return [
        f"{name}: {found['audits'][one['id']]['title']}"
        for name in CATEGORIES
        for one in found["categories"][name]["auditRefs"]
        if one["weight"] and (found["audits"][one["id"]]["score"] or 0) < 1
        and found["audits"][one["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
