"""The Sphinx extension in projects that are built."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason="an extra")

from tests.integrations.project import BIB

pytestmark = pytest.mark.timeout(180)

CONF = """extensions = ["anora_bib.integrations.sphinx"]
project = "Doors"
html_theme = "basic"
anora_bib_bibliography = ["refs.bib"]
anora_bib_style = "{}"
"""
INDEX = """Doors
=====

So :cite:p:`see @doe2001, p. 3`; :cite:t:`roe2002` says.

.. toctree::

   works
"""
WORKS = """Works
=====

.. bibliography::
"""


def build(folder: Path, style: str, index: str = INDEX, works: str = WORKS) -> subprocess.CompletedProcess[str]:
    folder.joinpath("conf.py").write_text(CONF.format(style), "utf-8")
    folder.joinpath("refs.bib").write_text(BIB, "utf-8")
    folder.joinpath("index.rst").write_text(index, "utf-8")
    folder.joinpath("works.rst").write_text(works, "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", ".", "out"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=150)


def words(folder: Path, name: str) -> str:
    html = (folder / "out" / f"{name}.html").read_text("utf-8")
    body = re.sub(r"<script.*?</script>|<style.*?</style>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body))


def test_citations_and_bibliography_are_rendered(tmp_path: Path) -> None:
    built = build(tmp_path, "apa")
    assert built.returncode == 0, built.stderr
    assert "So (see Doe, 2001, p. 3); Roe (2002) says." in words(tmp_path, "index")
    assert "Doe, A. (2001). Night Trains. Verso. Roe, B. (2002)." in words(tmp_path, "works")
    assert 'id="ref-doe2001"' in (tmp_path / "out" / "works.html").read_text("utf-8")
    # Built again with another page changed, the numbers and the list are those of all pages.
    built = build(tmp_path, "apa", works=WORKS + "\nMore.\n")
    assert built.returncode == 0, built.stderr
    assert "Roe, B. (2002)." in words(tmp_path, "works")


def test_a_style_of_notes_makes_notes(tmp_path: Path) -> None:
    built = build(tmp_path, "chicago-notes", works=WORKS + "   :all:\n")
    assert built.returncode == 0, built.stderr
    shown = words(tmp_path, "index")
    assert "Roe" in shown
    assert "See Ann Doe, Night Trains (Verso, 2001), 3." in shown or "see Ann Doe, Night Trains (Verso" in shown


def test_an_unknown_key_is_a_warning_with_its_place(tmp_path: Path) -> None:
    built = build(tmp_path, "apa", index=INDEX.replace("roe2002", "roe2020"))
    assert built.returncode == 1
    assert "index.rst:4: WARNING: no library has the key “roe2020”; did you mean “roe2002”?" in built.stderr


def test_a_library_that_is_not_there_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    built = build(tmp_path, "no-such-style")
    assert built.returncode == 2
    assert "no-such-style" in built.stderr
