"""Citation keys of documents held against libraries, through ``anora-bib check``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import anora_bib as ab
from anora_bib.cli import main
from anora_bib.cli.session import Session
from anora_bib.errors import InputError, NotReadError

LIBRARY = """\
@book{Roe2009, author = {Roe, Jane}, title = {On Editing}, publisher = {Zero}, year = 2009, ids = {roe-old}}
@inbook{poe2010, author = {Poe, Bo}, title = {On Cutting}, pages = {1}, year = 2010, crossref = {base}}
@book{base, editor = {Moe, Lu}, title = {On Paper}, publisher = {One}, year = 2010}
@book{left2011, author = {Loe, Al}, title = {On Ink}, publisher = {One}, year = 2011}
"""
PAPER = "\\cite{roe-old,poe2011}\n\\input{parts/one}\n\\bibliography{IEEEabrv,refs}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "refs.bib").write_text(LIBRARY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*arguments: str) -> list[str]:
    """The findings about keys, as path, line, column, code and message."""
    result = CliRunner().invoke(main, ["check", "--output-format", "json", *arguments], obj=Session())
    assert result.exit_code in (0, 1), result.stderr
    return [
        f"{one['path']}:{one['line']}:{one['column']} {one['code']} {one['message']}"
        for one in json.loads(result.stdout)
        if one["code"].startswith(("L", "F"))
    ]


def test_keys_of_latex_and_its_parts(folder: Path) -> None:
    (folder / "parts").mkdir()
    (folder / "paper.tex").write_text(
        "\\cite{roe-old,poe2011}\n\\input{parts/one}\n\\bibliography{IEEEabrv,refs}", "utf-8"
    )
    (folder / "parts/one.tex").write_text("\\citet{roe2009} \\mycite{nobody}", "utf-8")
    expected = [
        "paper.tex:1:15 L001 no library has the key “poe2011”; did you mean “poe2010”?",
        "parts/one.tex:1:8 L002 the library has the key “roe2009” as “Roe2009”",
    ]
    assert found("paper.tex") == expected
    assert found(".") == expected
    assert found(".", "--ignore", "L002") == expected[:1]
    shown = CliRunner().invoke(main, ["check", "paper.tex"], obj=Session())
    assert shown.stderr == "checked for their citation keys only: paper.tex\n"


def test_only_parts_below_the_folder_are_followed(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "outside.tex").write_text("\\cite{nobody}", "utf-8")
    (folder / "sub/paper.tex").write_text("\\cite{base}\\input{../outside}\\bibliography{../refs}", "utf-8")
    assert found("sub/paper.tex") == []
    assert found("sub/paper.tex", "--pedantic") == []  # what the other part cites is not known


def test_without_a_library_latex_is_refused(folder: Path) -> None:
    (folder / "paper.tex").write_text("\\cite{roe2009}", "utf-8")
    assert [one.split()[1] for one in found("paper.tex")] == ["F004"]
    assert [one.split()[1] for one in found("paper.tex", "--library", "refs.bib")] == ["L002"]
    assert [one.split()[1] for one in found("paper.tex", "refs.bib")] == ["L002"]
    assert found("paper.tex", "--library", "none.bib")[0].startswith("none.bib:1:1 F001")
    (folder / "notes.tex").write_text("no citation", "utf-8")
    assert [one.split()[1] for one in found("notes.tex", "--library", "refs.bib")] == ["F004"]


def test_a_library_that_is_not_there_keeps_keys_unjudged(folder: Path) -> None:
    (folder / "paper.tex").write_text("\\cite{nobody}\n\\bibliography{refs,gone}", "utf-8")
    assert found("paper.tex") == [
        "paper.tex:2:20 L003 there is no library “gone”, so that the citation keys are not checked"
    ]


def test_keys_of_markdown(folder: Path) -> None:
    (folder / "essay.md").write_text("---\nbibliography: refs.bib\n---\n[@poe2010; @nobody] @Base\n", "utf-8")
    (folder / "other.md").write_text("Thanks, @jane. [@left2012]\n", "utf-8")
    assert found("essay.md") == [
        "essay.md:4:13 L001 no library has the key “nobody”",
        "essay.md:4:22 L002 the library has the key “Base” as “base”",
    ]
    assert found("other.md") == []
    assert found("other.md", "refs.bib") == [
        "other.md:1:18 L001 no library has the key “left2012”; did you mean “left2011”?"
    ]
    assert len(found("other.md", "--library", "refs.bib")) == 2


def test_keys_of_a_quarto_project_and_of_an_auxiliary_file(folder: Path) -> None:
    (folder / "_quarto.yml").write_text("project:\n  type: book\nbibliography: refs.bib\n", "utf-8")
    (folder / "chapters").mkdir()
    (folder / "chapters/one.qmd").write_text("@nobody and @fig-one\n", "utf-8")
    (folder / "paper.aux").write_text("\\citation{nobody}\n\\citation{base}\n\\bibdata{refs}\n", "utf-8")
    assert found("chapters/one.qmd") == ["chapters/one.qmd:1:2 L001 no library has the key “nobody”"]
    assert found("paper.aux") == ["paper.aux:1:11 L001 no library has the key “nobody”"]


def test_entries_that_are_never_cited(folder: Path) -> None:
    (folder / "one.tex").write_text("\\cite{poe2010}\\bibliography{refs}", "utf-8")
    (folder / "two.tex").write_text("\\cite{roe-old}\\bibliography{refs}", "utf-8")
    assert found("one.tex", "two.tex") == []
    assert found("one.tex", "two.tex", "--pedantic") == ["refs.bib:4:7 L004 no document cites “left2011”"]
    assert [one.split()[-1] for one in found("two.tex", "--select", "L004")] == ["“poe2010”", "“base”", "“left2011”"]
    (folder / "refs.bib").write_text(LIBRARY.replace("@book{left", "% anora: ignore L004\n@book{left"), "utf-8")
    assert found("one.tex", "two.tex", "--pedantic") == []
    (folder / "two.tex").write_text("\\nocite{*}\\bibliography{refs}", "utf-8")
    assert found("one.tex", "two.tex", "--pedantic") == []


def test_comments_leave_findings_out(folder: Path) -> None:
    text = "\\cite{nobody} % anora: ignore L001\n\\cite{else}\n\\bibliography{refs}\n"
    (folder / "paper.tex").write_text(text, "utf-8")
    assert [one.split()[0] for one in found("paper.tex")] == ["paper.tex:2:7"]
    (folder / "paper.tex").write_text("% anora: ignore-file unknown-key\n" + text, "utf-8")
    assert found("paper.tex") == []


def test_a_broken_entry_is_told_once(folder: Path) -> None:
    (folder / "refs.bib").write_text(LIBRARY + "@book{torn, title = {On Glue\n", "utf-8")
    (folder / "paper.tex").write_text("\\cite{torn}\\bibliography{refs}", "utf-8")
    assert found("paper.tex", "refs.bib") == []


def test_by_the_library(folder: Path) -> None:
    (folder / "paper.tex").write_text("\\cite{nobody}", "utf-8")
    assert [one.code for one in ab.check("paper.tex", libraries=["refs.bib"])] == ["L001"]
    with pytest.raises(NotReadError):
        ab.check("paper.tex")
    with pytest.raises(InputError):
        ab.check("paper.tex", libraries=["gone.bib"])
