"""The Python example runs and prints what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "format_a_shelf.py"


def test_it_prints_the_bibliography_the_faults_and_the_cross_reference(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, EXAMPLE], capture_output=True, check=True, cwd=tmp_path, encoding="utf-8", timeout=120
    )
    bibliography, rest = done.stdout.split("\n\nFaults\n\n")
    faults, cross_reference = rest.split("\n\nCross-reference\n\n")
    assert bibliography.startswith("Bibliography\n\n")
    assert "Srnicek, Nick" in bibliography
    assert "03-wedding-tapes:" in faults
    assert "Pretty Woman: cited by 01-fairy-tales l. 3" in cross_reference
    assert done.stderr == ""


def test_it_fits_a_screen() -> None:
    assert len(EXAMPLE.read_text("utf-8").splitlines()) < 40
