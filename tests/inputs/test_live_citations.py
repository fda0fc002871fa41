"""Essays that cite by keys: what is cited, where, and for which place, by the entries of their libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

import anora_bib as ab
from anora_bib.model import Apparatus

LIBRARY = """
@book{roe, author = {Roe, Jane}, title = {The Book of Wicks}, publisher = {Tide Press}, year = {2009}}
@article{doe, author = {Doe, John}, title = {Wicks of the North}, journal = {Journal of Lamps}, year = {2010}}
"""
HEAD = "---\nbibliography: refs.bib\n---\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(LIBRARY, "utf-8")
    return tmp_path


def understood(folder: Path, text: str, *libraries: Path) -> Apparatus:
    essay = folder / "essay.md"
    essay.write_text(text, "utf-8")
    return ab.apparatus(ab.read(essay), libraries=libraries)


@pytest.mark.parametrize(
    ("words", "cited", "cites"),
    [
        ("So it is [@roe, p. 12].", "[@roe, p. 12]", [("roe", "12", "page", "", "")]),
        ("As @doe [p. 45] says.", "@doe [p. 45]", [("doe", "45", "page", "", "")]),
        ("As @doe says.", "@doe", [("doe", "", "", "", "")]),
        (
            "So it is [see @roe, chap. 2; @doe, 33-35 and passim].",
            "[see @roe, chap. 2; @doe, 33-35 and passim]",
            [("roe", "2", "chapter", "see", ""), ("doe", "33-35", "page", "", "and passim")],
        ),
        ("So it is [-@roe].", "[-@roe]", [("roe", "", "", "", "")]),
        ("So it is \\cite[12]{roe}.", "\\cite[12]{roe}", [("roe", "12", "page", "", "")]),
        ("So it is [@roe; @nobody].", "[@roe; @nobody]", [("roe", "", "", "", "")]),
    ],
)
def test_what_is_cited(folder: Path, words: str, cited: str, cites: list[tuple[str, ...]]) -> None:
    found = understood(folder, HEAD + words + "\n")
    (citation,) = found.citations
    entries = [found.references[cite.reference].entry.key for cite in citation.cites]
    assert citation.text == cited
    assert [
        (key, it.locator, it.label, it.prefix, it.suffix) for key, it in zip(entries, citation.cites, strict=True)
    ] == cites


@pytest.mark.parametrize(
    "words",
    [
        "So wrote roe@example.org and @nobody.",
        "So it is in `[@roe]`.",
        "<!-- [@roe] -->",
        "So it is [@roe](http://x.org).",
    ],
)
def test_what_is_no_key_of_the_library(folder: Path, words: str) -> None:
    assert understood(folder, HEAD + words + "\n").citations == ()


def test_a_library_that_is_given(folder: Path) -> None:
    words = "So it is [@roe].\n"
    assert understood(folder, words).citations == ()
    assert understood(folder, words, folder / "refs.bib").citations


def test_a_library_that_is_given_for_the_graph(folder: Path) -> None:
    (folder / "essay.md").write_text("So it is [@roe, p. 12].\n", "utf-8")
    essay = ab.read(folder / "essay.md")
    assert ab.cross_reference([essay]).rows == ()
    (row,) = ab.cross_reference([essay], libraries=folder / "refs.bib").rows
    assert (row.relation, row.target_label) == ("cites", "Roe, The book of wicks")
    with pytest.raises(ab.InputError):
        ab.cross_reference(essay, libraries=[folder / "gone.bib"])


def test_entries_stay_as_the_library_has_them(folder: Path) -> None:
    found = understood(folder, HEAD + "So it is [@roe]. And again [@roe, p. 3].\n")
    library = ab.collect(found)
    assert [entry.key for entry in library] == ["roe"]
    assert library["roe"]["title"] == ab.load(folder / "refs.bib")["roe"]["title"]
    graph = ab.cross_reference(found)
    assert [(row.relation, row.evidence_line) for row in graph.rows] == [("cites", 5), ("cites", 5)]


def test_live_citations_are_not_made_live_again(folder: Path) -> None:
    text = HEAD + "So it is [@roe]. And again [@roe, p. 3].\n"
    made = ab.make_live(understood(folder, text))
    assert (made.text, made.kept) == (text, ())
