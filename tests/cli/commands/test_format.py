"""``anora-bib format``: headings, indents and whole documents."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from anora_bib.cli import main
from anora_bib.cli.session import Session
from anora_bib.csl.output.standalone import standalone
from anora_bib.errors import UnsupportedError

BIB = "@book{{k, author = {{Roe, Jane}}, title = {{On {0} & Doors}}, publisher = {{Zero}}, year = 2009}}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("Cuts", "Paper"):
        (tmp_path / f"{name.lower()}.bib").write_text(BIB.format(name), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, ["format", *arguments], obj=Session())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


HEADINGS = [("html", "<h2>"), ("markdown", "##"), ("latex", "section*"), ("text", "cuts.bib")]


@pytest.mark.parametrize(("to", "heading"), HEADINGS)
def test_one_input_has_no_heading_and_several_have_one_each(to: str, heading: str) -> None:
    assert heading not in run("cuts.bib", "-t", to).stdout
    assert run("cuts.bib", "paper.bib", "-t", to).stdout.count(heading) == (1 if to == "text" else 2)
    assert heading not in run("cuts.bib", "paper.bib", "-t", to, "--merge").stdout


@pytest.mark.parametrize(("to", "sign"), [("html", "text-indent: -2em"), ("markdown", ".hanging-indent")])
def test_the_indent_of_the_style_is_there_unless_it_is_not_wanted(to: str, sign: str, folder: Path) -> None:
    assert sign in run("cuts.bib", "-t", to).stdout
    assert sign not in run("cuts.bib", "-t", to, "--no-arranged").stdout
    (folder / "anora-bib.toml").write_text("arranged = false\n", "utf-8")
    assert sign not in run("cuts.bib", "-t", to).stdout
    assert sign in run("cuts.bib", "-t", to, "--arranged").stdout


def test_a_whole_page_has_its_style_in_the_head() -> None:
    page = run("cuts.bib", "-t", "html", "--standalone", "--locale", "fr-FR").stdout
    head, _, body = page.partition("<body>")
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr-FR">\n')
    assert "<title>cuts</title>" in head
    assert "@media print" in head
    assert "text-indent: -2em" in head
    assert "<style>" not in body
    assert body.count('<div class="csl-entry">') == 1
    assert page.endswith("</html>\n")
    assert "<title>Bibliography</title>" in run("cuts.bib", "paper.bib", "-t", "html", "--standalone").stdout


def test_a_title_is_text() -> None:
    assert "<title>A &lt;b&gt; &amp; c</title>" in standalone("", "html", title="A <b> & c")
    assert "pdftitle={A \\& b\\_c}" in standalone("", "latex", title="A & b_c")


@pytest.mark.parametrize("to", ["text", "markdown", "rst"])
def test_what_has_no_whole_document_says_so(to: str) -> None:
    with pytest.raises(UnsupportedError, match=f"{to} has no whole documents; choose from html, latex and rtf"):
        standalone("", to, title="")
    assert run("cuts.bib", "-t", to, "--standalone").exit_code == 2


def test_rtf_is_whole() -> None:
    assert run("cuts.bib", "-t", "rtf", "--standalone").stdout == run("cuts.bib", "-t", "rtf").stdout


@pytest.mark.latex
@pytest.mark.skipif(not shutil.which("pdflatex"), reason="pdflatex is not installed")
def test_a_whole_latex_document_compiles(folder: Path) -> None:
    (folder / "a.tex").write_text(run("cuts.bib", "-t", "latex", "--standalone", "--links").stdout, "utf-8")
    done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "a.tex"], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode("latin-1")[-2000:]


def test_what_an_essay_cites_by_keys_is_its_bibliography(tmp_path: Path) -> None:
    entries = "@book{roe, author={Roe, Jane}, title={Wicks}, year=2009}\n@book{doe, author={Doe, John}, year=2010}\n"
    (tmp_path / "refs.bib").write_text(entries, "utf-8")
    essay = tmp_path / "essay.md"
    essay.write_text("So it is [@roe, p. 3].\n", "utf-8")
    done = CliRunner().invoke(main, ["format", str(essay), "--library", str(tmp_path / "refs.bib")])
    assert done.stdout == "Roe, Jane. Wicks. 2009.\n"
