"""The README cannot lie: its Python and its commands run, its links lead somewhere."""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.commands import main

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s]+)\)")
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(text: str, *languages: str) -> list[str]:
    return [body for language, body in FENCE.findall(text) if language in languages]


def run_python(text: str) -> list[str]:
    """What goes wrong when the Python blocks of a page run, in order, in one namespace."""
    complaints: list[str] = []
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    names: dict[str, object] = {}
    for number, block in enumerate(blocks(text, "python", "pycon"), start=1):
        if ">>>" not in block:
            exec(compile(block, f"README block {number}", "exec"), names)
            continue
        test = doctest.DocTestParser().get_doctest(block, names, f"block {number}", "README.md", 0)
        runner.run(test, out=complaints.append, clear_globs=False)
        names |= test.globs
    return complaints


def commands(text: str) -> list[tuple[str, str]]:
    """The `$ timeline …` lines of the console blocks, each with the output shown under it."""
    found = []
    for block in blocks(text, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, output = part.partition("\n")
            if line.startswith("timeline "):
                found.append((line, output))
    return found


@pytest.fixture
def reader_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the README's reader has it: with an article and a table in it."""
    shutil.copy(ROOT / "timeline" / "data" / "demo.txt", tmp_path / "article.txt")
    record = {"id": "a", "text": "They left last September.", "dct": "2023-03-06"}
    rows = "Date,What happened\nc. 1850,The mill was built\nspring 2020,Limes were planted\n"
    (tmp_path / "village.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "corpus.jsonl").write_text(json.dumps(record), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def test_the_python_in_the_readme_does_what_it_says(reader_folder: Path) -> None:
    assert run_python((ROOT / "README.md").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_to_files_that_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    gone = [link for link in LINK.findall(text) if not (ROOT / link.split("#")[0]).exists()]
    assert gone == []


def run_command(line: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and the output of a `timeline` line, by a shell where it needs one."""
    if set(line) & set("|<>&;"):
        tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", line],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PATH": tools},
        )
        return done.returncode, done.stdout
    try:
        code = main(shlex.split(line)[1:])
    except SystemExit as stop:
        code = int(stop.code or 0)
    return code, capsys.readouterr().out


def test_the_commands_in_the_readme_run_and_print_what_it_shows(
    reader_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checker = doctest.OutputChecker()
    for line, shown in commands((ROOT / "README.md").read_text(encoding="utf-8")):
        code, printed = run_command(line, capsys)
        assert code == 0, line
        assert not shown.strip() or checker.check_output(shown, printed, OPTIONS), (
            f"{line}\n--- README shows\n{shown}\n--- printed\n{printed}"
        )


def test_the_readme_check_refuses_a_wrong_example() -> None:
    assert run_python("```python\n>>> 1 + 1\n2\n```\n") == []
    assert run_python("```python\n>>> 1 + 1\n3\n```\n") != []
    assert run_python("```python\nx = 1\n```\n```pycon\n>>> x\n2\n\n```\n") != []


def test_the_command_check_sees_what_it_must(
    reader_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "```console\n$ timeline find x\nout\n$ ls\n$ timeline --version\n```\n"
    assert commands(page) == [("timeline find x", "out\n"), ("timeline --version", "")]
    assert run_command("timeline read gone.txt", capsys)[0] == 1
    assert run_command("timeline annotate gone.jsonl > out.jsonl", capsys)[0] == 1


def test_the_readme_names_the_commands_that_ci_runs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for mark in ("<!-- the main command -->\n```sh\n", "<!-- the test command -->\n```sh\n"):
        assert text.count(mark) == 1
