"""The LaTeX paper cites from files that ``export`` still writes, letter for letter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import anora_bib as ab
from anora_bib.cli import main
from anora_bib.cli.session import Session
from tests.examples.latex import EXAMPLES, PAPER, compile, latex

CITED = re.compile(r"\\(?:cite|nocite|parencite|textcite|footcite)(?:\[[^]]*\])*\{([^}]*)\}")


def cited(tex: str) -> set[str]:
    return {key.strip() for keys in CITED.findall(tex) for key in keys.split(",")}


@pytest.mark.parametrize(("name", "to"), [("references.bib", "bibtex"), ("references-biblatex.bib", "biblatex")])
def test_the_library_is_what_export_writes(name: str, to: str) -> None:
    library = ab.collect([ab.read(path) for path in sorted((EXAMPLES / "shelf").iterdir())])
    assert (PAPER / name).read_text("utf-8") == ab.dump(library, to=to)


@pytest.mark.parametrize("name", ["references.bib", "references-biblatex.bib"])
def test_every_key_that_is_cited_exists(name: str) -> None:
    keys = cited((PAPER / "body.tex").read_text("utf-8"))
    assert len(keys) == 10
    assert keys <= {entry.key for entry in ab.load(PAPER / name)}


@pytest.mark.parametrize(
    ("paper", "name"), [("paper.tex", "references"), ("paper-biblatex.tex", "references-biblatex")]
)
def test_each_paper_uses_its_library(paper: str, name: str) -> None:
    text = (PAPER / paper).read_text("utf-8")
    assert r"\input{body}" in text
    assert re.search(rf"\\(bibliography|addbibresource)\{{{name}(\.bib)?\}}", text)


@latex
def test_the_paper_compiles(tmp_path: Path) -> None:
    folder = shutil.copytree(PAPER, tmp_path / "paper")
    assert "happy ending" in compile(folder, "paper", "bibtex")


TYPES = [
    ("types", "bibtex", "plain", "bibtex"),
    ("types", "bibtex", "apalike", "bibtex"),
    ("types-biblatex", "biber", "", "biblatex"),
]


@latex
@pytest.mark.parametrize(("paper", "program", "style", "to"), TYPES)
def test_a_library_prints_the_same_before_and_after_a_trip(
    tmp_path: Path, paper: str, program: str, style: str, to: str
) -> None:
    """Every entry type: the ``.bib`` file, and what ``export`` makes of it, give the same words in the PDF."""
    before = shutil.copytree(PAPER, tmp_path / "before")
    after = shutil.copytree(PAPER, tmp_path / "after")
    library = after / f"{paper}.bib"
    library.unlink()
    exported = ["export", str(PAPER / f"{paper}.bib"), "--to", to, "-o", str(library)]
    assert CliRunner().invoke(main, exported, obj=Session()).exit_code == 0
    assert library.read_bytes() != (before / library.name).read_bytes(), "export sets it out in its own way"
    assert compile(after, paper, program, style) == compile(before, paper, program, style)


def test_the_libraries_have_every_type() -> None:
    for name, wanted in (("types.bib", BIBTEX_TYPES), ("types-biblatex.bib", BIBLATEX_TYPES)):
        entries = ab.load(PAPER / name)
        assert {entry.written.type for entry in entries if entry.written} == set(wanted.split())
        assert not entries.diagnostics


BIBTEX_TYPES = """article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis
    proceedings techreport unpublished"""
BIBLATEX_TYPES = """article artwork audio book bookinbook booklet collection commentary dataset image inbook
    incollection inproceedings inreference jurisdiction legislation letter manual misc movie music mvbook mvcollection
    mvproceedings mvreference online patent performance periodical proceedings reference report review software
    standard suppbook suppcollection suppperiodical thesis unpublished video"""
