"""Papers of ``examples/paper`` put through LaTeX, and the text of the PDF."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import pytest

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
PAPER: Final = EXAMPLES / "paper"

_NEEDED: Final = ("pdflatex", "bibtex", "biber", "pdftotext")
MISSING: Final = [program for program in _NEEDED if not shutil.which(program)]
"""The programs that are not here."""


F = TypeVar("F", bound=Callable[..., None])


def latex(test: F) -> F:
    """Mark a test as one that needs LaTeX, and skip it where that is not."""
    skip = pytest.mark.skipif(bool(MISSING), reason=f"LaTeX is not whole here: {', '.join(MISSING)} missing")
    marked: F = pytest.mark.latex(pytest.mark.timeout(240)(skip(test)))
    return marked


def compile(folder: Path, paper: str, program: str, style: str = "") -> str:
    """Compile ``paper.tex`` of a folder with bibtex or biber, and give its words.

    ``style`` is the style of the bibliography for papers that leave it open.
    """
    source = f"\\def\\style{{{style}}}\\input{{{paper}}}" if style else paper
    tex = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", f"-jobname={paper}", source]
    for command in (tex, [program, paper], tex, tex, ["pdftotext", "-layout", f"{paper}.pdf", f"{paper}.txt"]):
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=120)
        assert done.returncode == 0, done.stdout[-2000:].decode("latin-1")
    log = (folder / f"{paper}.log").read_text("latin-1")
    assert "undefined" not in log
    return (folder / f"{paper}.txt").read_text("utf-8")
