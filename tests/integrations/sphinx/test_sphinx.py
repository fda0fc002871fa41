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


def build(
    folder: Path,
    style: str,
    index: str = INDEX,
    works: str = WORKS,
    *,
    bib: str = BIB,
    conf: str = "",
    builder: str = "html",
) -> subprocess.CompletedProcess[str]:
    folder.joinpath("conf.py").write_text(CONF.format(style) + conf, "utf-8")
    folder.joinpath("refs.bib").write_text(bib, "utf-8")
    folder.joinpath("index.rst").write_text(index, "utf-8")
    folder.joinpath("works.rst").write_text(works, "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", builder, ".", "out"]
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
    assert "See Ann Doe, Night Trains (Verso, 2001), 3." in shown


def test_an_unknown_key_is_a_warning_with_its_place(tmp_path: Path) -> None:
    built = build(tmp_path, "apa", index=INDEX.replace("roe2002", "roe2020"))
    assert built.returncode == 1
    assert "index.rst:4: WARNING: no library has the key “roe2020”; did you mean “roe2002”?" in built.stderr


def test_a_library_that_is_not_there_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    built = build(tmp_path, "no-such-style")
    assert built.returncode == 2
    assert "no-such-style" in built.stderr


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "So (see Doe, 2001, p. 3); Roe (2002) says."),
        ("chicago-notes", "sphinxAtStartFootnote\nSee Ann Doe, \\sphinxstyleemphasis{Night Trains} (Verso, 2001), 3"),
    ],
)
def test_a_book_of_latex_has_the_citations_of_all_pages(style: str, expected: str, tmp_path: Path) -> None:
    built = build(tmp_path, style, works=WORKS + "\nAgain :cite:p:`roe2002`.\n", builder="latex")
    assert built.returncode == 0, built.stderr
    (book,) = (tmp_path / "out").glob("*.tex")
    text = book.read_text("utf-8")
    assert expected in text
    assert "Roe" in text.partition("Again")[2]


BROKEN = BIB + "@book{poe2003, title={Doors} author={Poe, Al}}\n"


@pytest.mark.parametrize(
    ("index", "bib", "conf", "warning"),
    [
        (INDEX + "\nAnd :cite:p:`@`.\n", BIB, "", "index.rst:10: WARNING: “@” cites nothing"),
        (INDEX, BROKEN, "", "refs.bib:3: WARNING: BIB011 poe2003: a comma is missing behind the field title"),
        (INDEX, BIB.replace("3--9", "3-9"), "anora_bib_check = True", "refs.bib:2: WARNING: B405 roe2002: one hyphen"),
    ],
)
def test_what_is_wrong_is_a_warning(index: str, bib: str, conf: str, warning: str, tmp_path: Path) -> None:
    built = build(tmp_path, "apa", index=index, bib=bib, conf=conf, builder="text")
    assert built.returncode == 1
    assert warning in built.stderr
