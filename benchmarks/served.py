"""What the measurements of pages share: the sample as a built site, served small as a real host does, and a browser."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".ics", ".webmanifest"}


def chromium() -> str:
    """The browser that is on this machine."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        sys.exit("Geen Chromium gevonden. Zet CHROMIUM=pad.")
    return found


@contextlib.contextmanager
def built() -> Iterator[Path]:
    """The guide in data/, built by its host into a folder that goes away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(site)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        yield site


@contextlib.contextmanager
def serving(folder: Path, sent: list[tuple[str, int]] | None = None) -> Iterator[str]:
    """A folder served with gzip, to be kept ten minutes, on an address of this machine that ends in a slash.

    `sent` gets the path and the bytes of the body of each answer.
    """

    class Packing(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def __init__(self, *args: object, **more: object) -> None:
            super().__init__(*args, directory=str(folder), **more)  # type: ignore[arg-type]

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            body = path.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            if path.suffix in _PACKED:
                body = gzip.compress(body, 9, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if sent is not None:
                sent.append((self.path, len(body)))

        def log_message(self, format: str, *args: object) -> None:
            return

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Packing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
