"""The plugin of MkDocs: pages, and a project that is built."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from anora_bib.integrations.mkdocs.pages import written
from anora_bib.integrations.shared.library import ProjectLibrary
from tests.integrations.project import BIB

needs_mkdocs = pytest.mark.skipif(find_spec("mkdocs") is None, reason="an extra")


def library(folder: Path, style: str) -> ProjectLibrary:
    (folder / "refs.bib").write_text(BIB, "utf-8")
    return ProjectLibrary.load([folder / "refs.bib"], folder, style)


PAGES: list[tuple[str, str, str]] = [
    ("apa", "So [see @doe2001, p. 3; @roe2002].", "So (see Doe, 2001, p. 3; Roe, 2002)."),
    ("apa", "@doe2001 [p. 3] says, and @{roe2002} too.", "Doe (2001, p. 3) says, and Roe (2002) too."),
    ("apa", "Doe [-@doe2001].", "Doe (2001)."),
    (
        "apa",
        "Write to ann@doe2001.org or @someone; `[@doe2001]`.",
        "Write to ann@doe2001.org or @someone; `[@doe2001]`.",
    ),
    ("apa", "[@doe2001](page.md) and [a link][@doe2001]", "[@doe2001](page.md) and [a link][@doe2001]"),
    ("ieee", "One [@roe2002], two [@doe2001].", "One [1], two [2]."),
    ("ieee", "@doe2001 [p. 3] says.", "[1, p. 3] says."),
    ("mla", "@doe2001 says, and @roe2002 [4].", "Doe says, and Roe (4)."),
    ("chicago-notes", "So [@doe2001, 3], and @roe2002 says.", "So[^cite-1], and Roe[^cite-2] says."),
]


@pytest.mark.parametrize(("style", "text", "expected"), PAGES, ids=[text for _, text, _ in PAGES])
def test_citations_of_a_page(style: str, text: str, expected: str, tmp_path: Path) -> None:
    made, problems = written(text, library(tmp_path, style))
    assert made.partition("\n")[0] == expected
    assert problems == []


def test_notes_and_bibliography_stand_in_their_places(tmp_path: Path) -> None:
    made, _ = written("So [@doe2001, 3].\n\n\\bibliography\n\nEnd.\n", library(tmp_path, "chicago-notes"))
    assert re.search(r'csl-bib-body">\s+<p class="csl-entry" id="ref-doe2001">Doe, Ann. <i>Night Trains</i>', made)
    assert "End.\n\n\n[^cite-1]: Ann Doe, <i>Night Trains</i> (Verso, 2001), 3." in made
    assert "\\bibliography" not in made


def test_a_note_begins_with_a_capital_and_a_number_stands_before_its_entry(tmp_path: Path) -> None:
    made, _ = written("So [see @doe2001, 3].\n", library(tmp_path, "chicago-notes"))
    assert "[^cite-1]: See Ann Doe, <i>Night Trains</i>" in made
    made, _ = written("So [@doe2001].\n", library(tmp_path, "ieee"))
    assert '<p class="csl-entry" id="ref-doe2001">[1] A. Doe, <i>Night Trains</i>. Verso, 2001.</p>' in made


def test_an_unknown_key_stays_and_is_told(tmp_path: Path) -> None:
    text = "So [@doe2010; @doe2001].\n"
    made, problems = written(text, library(tmp_path, "apa"))
    assert made == text
    assert problems == ["no library has the key “doe2010”; did you mean “doe2001”?"]


def test_a_page_without_citations_stays(tmp_path: Path) -> None:
    assert written("Text.\n", library(tmp_path, "apa")) == ("Text.\n", [])


@needs_mkdocs
@pytest.mark.timeout(180)
def test_a_project_is_built_and_a_strict_build_ends_where_a_key_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Doors\nplugins:\n  - anora-bib:\n      bibliography: [refs.bib]\n      style: chicago-notes\n",
        "utf-8",
    )
    page = tmp_path / "docs" / "index.md"
    page.write_text("# Doors\n\nSo [@doe2001, 3].\n", "utf-8")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    built = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=150)
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert 'class="footnote-ref"' in html
    assert "(Verso, 2001), 3." in html
    assert 'id="ref-doe2001"' in html
    page.write_text("# Doors\n\nSo [@doe2010].\n", "utf-8")
    built = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=150)
    assert built.returncode == 1
    assert "index.md: no library has the key “doe2010”" in built.stderr
    page.write_text("# Doors\n\nSo [@doe2001].\n", "utf-8")
    (tmp_path / "refs.bib").write_text(BIB + "@book{poe2003, title={Doors} author={Poe, Al}}\n", "utf-8")
    built = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=150)
    assert built.returncode == 1
    assert "refs.bib:3:29: BIB011 poe2003: a comma is missing behind the field title" in built.stderr
