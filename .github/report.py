"""Run a command in GitHub Actions and show what it says where people look: log, job summary, changed lines.

For a build, whose report is text; `start.py check --vorm github` knows its problems and shows them itself.
What a command prints may hold text of anybody who opens a pull request. So it is escaped in the summary, and while
it is printed GitHub is told to obey no `::command::` in it.
"""

import html
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

AT = re.compile(r"^(?P<file>[\w./-]+\.\w+):(?P<line>\d+):(?P<column>\d+) +(?P<text>.+)$", re.MULTILINE)
SUMMARY_LIMIT = 900_000  # GitHub takes 1 MiB a step
ANNOTATION_LIMIT = 10  # GitHub shows about ten a step; the summary has them all


def main(command: list[str]) -> int:
    """Run the command, show its output three ways, return its exit code."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    output = done.stdout.decode("utf-8", errors="replace")
    token = secrets.token_hex(16)
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    print(f"::stop-commands::{token}\n{output}\n::{token}::")
    if done.returncode:
        for annotation in annotations(output):
            print(annotation)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_summary(output, done.returncode == 0))
    return done.returncode


def as_summary(output: str, good: bool) -> str:
    """Return the output as HTML that shows it letter by letter, whatever is in it."""
    title = "Goed" if good else "Hier klopt iets niet"
    cut = output[:SUMMARY_LIMIT] + ("\n…" if len(output) > SUMMARY_LIMIT else "")
    # Markdown ends a block of HTML at an empty line, and would read what follows: no empty lines, and no marks.
    text = html.escape(cut.strip()).replace("\n", "&#10;")
    return f"\n### {title}\n\n<pre>{text}</pre>\n\n"


def annotations(output: str) -> list[str]:
    """Return GitHub's commands that mark the lines a report names, the first ten."""
    found = [
        f"::error file={_property(at['file'])},line={at['line']},col={at['column']}::{_data(at['text'])}"
        for at in AT.finditer(output)
    ]
    return found[:ANNOTATION_LIMIT]


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
