"""The scripts of ``completion`` in the shells themselves, where they are here: commands and values are completed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

ASKED: Final[Mapping[str, str]] = {
    "check --select N001,M00": "N001,M002",
    "format --style apa-6": "apa-6th-edition",
    "explain N00": "N001",
    "pandoc": "pandoc-filter",
    "check --output-format sar": "sarif",
}
"""What is typed, and what is among the completions of its last word."""

SHELLS: Final[Mapping[str, str]] = {
    "bash": """eval "$(anora-bib completion bash)" 2> /dev/null
compopt() { :; }
COMP_WORDS=(anora-bib TYPED); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
$(complete -p anora-bib | sed 's/.*-F \\([^ ]*\\).*/\\1/') anora-bib
printf '%s\\n' "${COMPREPLY[@]}"
""",
    "zsh": """compdef() { asked=$1; }
_describe() { print -rl -- ${(P)3}; }
compadd() { print -rl -- ${(P)${@[-1]}}; }
eval "$(anora-bib completion zsh)"
words=(anora-bib TYPED); CURRENT=${#words}
$asked
""",
    "fish": """anora-bib completion fish | source
complete -C 'anora-bib TYPED'
""",
}
"""What each shell does when Tab is hit; zsh's own helpers print what they are given."""


@pytest.mark.timeout(120)
@pytest.mark.parametrize("typed", ASKED)
@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_values(shell: str, typed: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not here")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    clean = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    ran = subprocess.run(
        [shell, *clean, "-c", SHELLS[shell].replace("TYPED", typed)],
        env={**os.environ, "PATH": path, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    completed = {line.split("\t")[0].split(":")[0] for line in ran.stdout.splitlines()}
    assert ASKED[typed] in completed, ran.stdout + ran.stderr
