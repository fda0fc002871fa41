"""The LaTeX paper cites from files that ``export`` still writes, letter for letter."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import anora_bib as ab

EXAMPLES = Path(__file__).parents[2] / "examples"
PAPER = EXAMPLES / "paper"
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


@pytest.mark.skipif(not (shutil.which("pdflatex") and shutil.which("bibtex")), reason="LaTeX is not installed")
def test_the_paper_compiles(tmp_path: Path) -> None:
    folder = shutil.copytree(PAPER, tmp_path / "paper")
    latex = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper"]
    for command in (latex, ["bibtex", "paper"], latex, latex):
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    log = (folder / "paper.log").read_text("latin-1")
    assert "undefined" not in log
