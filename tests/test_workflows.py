"""The workflows: valid, pinned, without rights they do not need, and safe with text of strangers."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
GITHUB = REPOSITORY / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = {  # seen on GitHub in November 2026; a new one is read before it stands here
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1",
    "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97",
    "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
}


def read(path: Path) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return workflow


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


def tool(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / name
    return subprocess.run([program, *words], cwd=REPOSITORY, capture_output=True, text=True, check=False)


def test_there_are_three() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "daily.yml", "publish.yml"]


def test_github_would_take_them() -> None:
    done = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS))
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_nothing() -> None:
    done = tool("zizmor", "--offline", "--no-config", "--format=plain", str(GITHUB))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_given_per_job_only(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for name, job in workflow["jobs"].items():
        granted = job["permissions"]
        if name == "deploy":
            assert granted == {"pages": "write", "id-token": "write"}
        elif path.stem != "daily":
            assert granted == {"contents": "read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_checkouts_forget_their_token(path: Path) -> None:
    for step in steps(read(path)):
        if "uses" in step:
            action, _, commit = step["uses"].partition("@")
            assert PINNED[action] == commit
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_text_of_people_reaches_a_shell(path: Path) -> None:
    workflow = read(path)
    assert "pull_request_target" not in workflow["on"]
    for step in steps(workflow):
        assert "${{" not in step.get("run", "")


def test_a_pull_request_gets_no_right_to_write() -> None:
    assert list(read(GITHUB / "workflows/check.yml")["on"]) == ["pull_request"]
    assert "write" not in (GITHUB / "workflows/check.yml").read_text()


def test_the_day_turns_in_a_file_of_its_own() -> None:
    daily = read(GITHUB / "workflows/daily.yml")
    assert daily["on"]["schedule"] == [{"cron": "40 4 * * *", "timezone": "Europe/Amsterdam"}]
    assert set(daily["on"]) == {"schedule", "workflow_dispatch"}
    assert "schedule" not in read(GITHUB / "workflows/publish.yml")["on"]


def test_a_failed_build_leaves_the_last_good_site() -> None:
    jobs = read(GITHUB / "workflows/publish.yml")["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert "if" not in jobs["deploy"]
    assert not any("continue-on-error" in step for step in jobs["build"]["steps"])


def test_ci_runs_the_command_of_the_readme() -> None:
    script = (REPOSITORY / ".ci/run").read_text()
    assert "python3 start.py test" in (REPOSITORY / "README.md").read_text()
    assert script.rstrip().endswith("export CI=true\nexec python3 start.py test")
    assert os.access(REPOSITORY / ".ci/run", os.X_OK)
    assert subprocess.run(["bash", "-n", REPOSITORY / ".ci/run"], check=False).returncode == 0


# The script that shows a report


HOSTILE = "data/actors/x/y.yml:12:9  naam  '</pre><img src=x onerror=alert(1)>'\n\n::add-mask::geheim\n# kop\n"


@pytest.fixture(scope="module")
def report() -> ModuleType:
    spec = importlib.util.spec_from_file_location("report", GITHUB / "report.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_report(tmp_path: Path, program: str) -> tuple[int, str, str]:
    summary = tmp_path / "summary.md"
    done = subprocess.run(
        [sys.executable, GITHUB / "report.py", sys.executable, "-c", program],
        env={**os.environ, "GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, summary.read_text(encoding="utf-8")


def test_the_exit_code_is_the_commands(tmp_path: Path) -> None:
    assert run_report(tmp_path, "raise SystemExit(3)")[0] == 3
    assert run_report(tmp_path, "print('goed')")[0] == 0


def test_github_obeys_nothing_that_a_report_says(tmp_path: Path) -> None:
    _, log, _ = run_report(tmp_path, f"print({HOSTILE!r}); raise SystemExit(1)")
    token = re.match(r"::stop-commands::([0-9a-f]{32})\n", log)
    assert token is not None
    inside, _, after = log.partition(f"\n::{token[1]}::\n")
    assert "::add-mask::geheim" in inside
    assert after.startswith("::error file=data/actors/x/y.yml,line=12,col=9::naam")
    assert "add-mask" not in after


def test_the_summary_shows_the_letters_and_nothing_else(tmp_path: Path) -> None:
    _, _, summary = run_report(tmp_path, f"print({HOSTILE!r}); raise SystemExit(1)")
    assert summary.startswith("\n### Hier klopt iets niet\n\n<pre>data/actors/x/y.yml:12:9")
    assert summary.count("<") == 2, "only the tags of the summary itself"
    assert "&lt;/pre&gt;&lt;img" in summary
    body = summary.partition("<pre>")[2].partition("</pre>")[0]
    assert "\n" not in body, "an empty line would end the block, and # would become a heading"
    assert "&#10;# kop" in body


def test_a_report_without_end_fits(report: ModuleType) -> None:
    assert len(report.as_summary("é" * 2_000_000, False)) < 1_000_000


def test_github_shows_ten_lines_and_marks_are_escaped(report: ModuleType) -> None:
    many = "\n".join(f"data/a.yml:{line}:1  100% fout" for line in range(1, 40))
    assert len(report.annotations(many)) == 10
    assert report.annotations(many)[0] == "::error file=data/a.yml,line=1,col=1::100%25 fout"
    assert report.annotations("hier staat niets") == []
