"""What the README and docs/ show is what there is: their commands run, and print what they are said to."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from anora_bib.cli import main
from anora_bib.cli.session import Session
from tests.examples.pages import ROOT, Command, Program, Saved, blocks, pages, steps

PAGES = [pytest.param(page, id=str(page.relative_to(ROOT))) for page in pages()]
SHELL = re.compile(r"[|<>&;*$]")
"""What a shell is needed for."""
INSTALLS = re.compile(
    r"(python3 -m )?(pip|venv)\b|pipx |uv |git clone |npm |code --install-extension |export |docker |apt-get |eval |#"
    r"|anora-bib (completion fish|serve)\b"
)
"""What may stand in a block that is not run: what installs, or goes on until it is stopped."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a reader is: a folder with the examples, and the commands of this environment."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: Command) -> tuple[int, str]:
    """The exit status and what is printed; a plain command of ours in this process, which is quicker."""
    words = shlex.split(command.line, comments=True)
    if words[0] == "anora-bib" and not SHELL.search(command.line):
        ran = CliRunner().invoke(main, words[1:], obj=Session())
        assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
        return ran.exit_code, ran.output
    done = subprocess.run(
        ["bash", "-c", command.line], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.returncode, done.stdout


def there_is(command: Command) -> bool:
    """Whether the program is here: pandoc and LaTeX need not be."""
    return shutil.which(shlex.split(command.line, comments=True)[0]) is not None


@pytest.mark.timeout(300)  # many commands, and one compares all styles there are
@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_and_prints_what_it_says(page: Path, folder: Path) -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    for step in steps(page.read_text("utf-8")):
        if isinstance(step, Program):
            exec(compile(step.text, str(page), "exec"), names)  # noqa: S102 - our own documentation
        elif isinstance(step, Saved):
            (folder / step.name).parent.mkdir(parents=True, exist_ok=True)
            (folder / step.name).write_text(step.text, "utf-8")
        elif there_is(step):
            status, output = run(step)
            assert status == step.status, f"$ {step.line}\n{output}"
            lines = iter(line.rstrip() for line in output.splitlines())
            missing = [line for line in step.printed if line.strip() != "..." and line.rstrip() not in lines]
            assert not missing, f"$ {step.line}\n{output}"


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_run_only_installs(page: Path) -> None:
    unrun = [block for block in blocks(page.read_text("utf-8")) if block.language in ("sh", "bash", "shell")]
    lines = [line for block in unrun for line in block.text.splitlines() if not INSTALLS.match(line)]
    assert not lines, "a command to be tried stands in a `console` block, behind `$ `"


def test_there_are_commands() -> None:
    counted = {page.name: sum(isinstance(step, Command) for step in steps(page.read_text("utf-8"))) for page in pages()}
    assert counted["README.md"] >= 5
    assert sum(counted.values()) > 90


def test_pictures_are_there_and_load_quickly() -> None:
    shown = {
        (page.parent / name).resolve()
        for page in pages()
        for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)|src(?:set)?=\"([^\"]+)\"", page.read_text("utf-8"))
        for name in name
        if name
    }
    assert len(shown) >= 4
    assert {path.name: path.stat().st_size for path in shown if path.stat().st_size > 200_000} == {}
