"""The package at another commit: a tree of it, and fresh interpreters that import the package from there or from here.

All use the same interpreter, the same libraries and the benchmarks of this tree.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
REVISION = "074a3c8"
"""The commit to compare with, unless another is asked for."""


@contextmanager
def checkout(revision: str) -> Iterator[Path]:
    """A tree of that commit, made with ``git worktree`` and removed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(tree), revision], check=True)
        try:
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def answer(module: str, tree: Path, work: object) -> Any:
    """What ``python -m module --worker`` answers to ``work``, both as JSON, with the package of ``tree``."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tree / "src"), str(ROOT)]), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", module, "--worker"]
    done = subprocess.run(
        command, input=json.dumps(work), capture_output=True, text=True, env=environment, cwd=ROOT, check=True
    )
    return json.loads(done.stdout)


def measured(module: str, tree: Path, work: object) -> float:
    """The seconds that ``python -m module --worker`` answers, in the same way."""
    return float(answer(module, tree, work))


def in_turn(module: str, old: Path, work: object, *, rounds: int) -> list[tuple[float, float]]:
    """The seconds at the other commit and here, so many times, each in a process of its own, the two in turn."""
    return [(measured(module, old, work), measured(module, ROOT, work)) for _ in range(rounds)]
