"""Two shelves, read once: our own, always there, and the five real essays, where they are at hand.

Both carry the same apparatus and the same faults, so each promise is written once and held against both.
An essay is called by its part: "mentions", "review", "notes", "works cited", "credit".
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

import anora_bib as ab
from anora_bib.cli import main
from anora_bib.diagnostics import Diagnostic
from anora_bib.model import Apparatus, Essay, Library

ROOT = Path(__file__).parents[2]
FOLDERS = {"ours": ROOT / "examples" / "shelf", "real": ROOT.parent / "shared" / "essays"}
PARTS = ("mentions", "review", "notes", "works cited", "credit")
"""In the order of the file names of either shelf."""


@pytest.fixture(scope="session", params=sorted(FOLDERS))
def kind(request: pytest.FixtureRequest) -> str:
    """Which shelf: "ours" or "real"."""
    name: str = request.param
    if not FOLDERS[name].is_dir():
        pytest.skip("the real essays are other people's and do not come with the project")
    return name


@pytest.fixture(scope="session")
def folder(kind: str) -> Path:
    return FOLDERS[kind]


@pytest.fixture(scope="session")
def paths(folder: Path) -> Mapping[str, Path]:
    return dict(zip(PARTS, sorted(folder.iterdir()), strict=True))


@pytest.fixture(scope="session")
def essays(paths: Mapping[str, Path]) -> Mapping[str, Essay]:
    return {part: ab.read(path) for part, path in paths.items()}


@pytest.fixture(scope="session")
def apparatuses(essays: Mapping[str, Essay]) -> Mapping[str, Apparatus]:
    return {part: ab.apparatus(essay) for part, essay in essays.items()}


@pytest.fixture(scope="session")
def library(essays: Mapping[str, Essay]) -> Library:
    return ab.collect(list(essays.values()))


@pytest.fixture(scope="session")
def problems(essays: Mapping[str, Essay]) -> Mapping[str, list[Diagnostic]]:
    return {part: ab.check(essay) for part, essay in essays.items()}


@dataclass(frozen=True)
class Done:
    """How a run of the command line ended."""

    returncode: int
    stdout: str
    stderr: str

    def __post_init__(self) -> None:
        """Whatever happens, a pipe gets no escape codes and a person no traceback."""
        assert "\x1b" not in self.stdout + self.stderr
        assert "Traceback" not in self.stderr, self.stderr


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder without settings."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def anora_bib(home: Path) -> Callable[..., Done]:
    """Runs ``anora-bib ARGS`` in this process, which has the heavy libraries loaded already."""

    def run(*arguments: object) -> Done:
        with contextlib.chdir(home):
            result = CliRunner().invoke(main, list(map(str, arguments)), prog_name="anora-bib")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Done(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture(scope="session")
def program(home: Path) -> Callable[..., Done]:
    """Runs ``anora-bib ARGS`` as a person would, as a program of its own whose output goes into a pipe."""
    # A terminal of a certain width or colour is no part of the promise.
    inherited = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "FORCE_COLOR"}}
    environment = {**inherited, "PYTHONUTF8": "1", "HOME": str(home), "XDG_CACHE_HOME": str(home)}
    code = "from anora_bib.cli import main; main(prog_name='anora-bib')"

    def run(*arguments: object, stdin: str = "") -> Done:
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=home,
            env=environment,
            encoding="utf-8",
            timeout=120,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run
