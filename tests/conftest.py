"""What more than one test needs: the guide in data/ as a built site, and a browser that is there."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from wijkgids.records import load_guide

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
# What Debian's chromium needs to run as root, without looking for anything outside.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# In CI each run tries the same examples: a proposal is judged by what it changes. At a desk every run tries new ones.
settings.register_profile("ci", derandomize=True, database=None)
if os.environ.get("CI") == "true":
    settings.load_profile("ci")

# Tests of the program that lean on the sample guide: its records, its seven languages, its mkdocs.yml and docs/. A
# neighbourhood that fills data/ with its own skips them; in the program's own repository they always run.
ON_THE_SAMPLE = {"test_docs", "test_mkdocs_hooks", "test_sheets", "test_web"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the sample where data/ is somebody's own guide."""
    guide, _ = load_guide(ROOT)
    if guide.settings is None or guide.settings.sample:
        return
    skip = pytest.mark.skip(reason="a test of the program on its sample guide; this guide is real")
    for item in items:
        if item.path.stem in ON_THE_SAMPLE or item.get_closest_marker("sample"):
            item.add_marker(skip)


def build_site(folder: Path, *options: str, today: str = "") -> Path:
    """The guide in data/ as the host builds it, strictly. `today` is a date (YYYY-MM-DD) or nothing."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "WIJKGIDS_TODAY": today}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder), *options]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the guide in data/."""
    return build_site(tmp_path_factory.mktemp("gids") / "site")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site served on this machine; ends in a slash."""
    with serving(site) as found:
        yield found


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A folder on an address of this machine, which ends in a slash."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that is on this machine. Without one the test is skipped, loudly; in CI it fails."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        text = "GEEN BROWSER: de browsertests zijn overgeslagen. Installeer Chromium, of zet CHROMIUM=pad."
        if os.environ.get("CI") == "true":
            pytest.fail(text)
        warnings.warn(text, stacklevel=1)
        pytest.skip(text)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()
