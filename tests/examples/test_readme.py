"""What the README prints is what there is: its programs run, and its commands say what it says they do."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PROGRAMS = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
SESSIONS = re.findall(r"^\$ (.+)\n((?:(?!\$ |```).*\n)*)", README, re.MULTILINE)
COMMANDS = [(command, printed.splitlines()) for command, printed in SESSIONS]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the examples in it, which a command may write to."""
    shutil.copytree(ROOT / "examples" / "shelf", tmp_path / "examples" / "shelf")
    return tmp_path


def test_there_are_programs_and_commands() -> None:
    assert len(PROGRAMS) == 2
    assert len(COMMANDS) > 4


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_runs_and_prints(program: str, checkout: Path) -> None:
    done = subprocess.run([sys.executable, "-c", program], cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize(("command", "printed"), COMMANDS)
def test_a_command_prints_what_it_is_said_to(command: str, printed: list[str], checkout: Path) -> None:
    name, *arguments = shlex.split(command)
    assert name == "anora-bib"
    done = subprocess.run(
        [sys.executable, "-m", "anora_bib", *arguments], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert done.returncode == (arguments[0] == "check" or "--diff" in arguments), done.stderr
    lines = iter(done.stdout.splitlines())
    missing = [line for line in printed if line.strip() != "..." and line not in lines]
    assert not missing
    assert done.stdout or (checkout / "references.bib").stat().st_size
