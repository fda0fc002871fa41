"""The filter on documents made by hand, as pandoc would hand them over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from anora_bib.assembly.workspace import default_workspace
from anora_bib.cli import main
from anora_bib.cli.session import Session
from anora_bib.errors import InputError
from anora_bib.integrations.pandoc.filter import Filtered, filtered
from anora_bib.integrations.pandoc.tree import Node, Tree, node
from anora_bib.lint.select import select
from tests.integrations.pandoc.documents import BIB, cite, document, note, para, shown, text, words

Filter = Callable[..., Filtered]


@pytest.fixture
def filter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Filter:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    workspace = default_workspace()
    rules = select(workspace.plugins.rules)
    return lambda tree, style="apa", **how: filtered(tree, workspace, rules, style=style, **how)


IN_TEXT = "AuthorInText"
TEXTS: list[tuple[str, Node, str]] = [
    # style, paragraph, what is printed
    ("apa", para("So ", cite("doe2001"), "."), "So (Doe, 2001)."),
    ("apa", para(cite(("see", "doe2001", ", pp. 3-5 and more"))), "(see Doe, 2001, pp. 3–5 and more)"),
    ("apa", para(cite("doe2001", ("", "roe2002", "{ii}"))), "(Doe, 2001; Roe & Doe, 2002, p. ii)"),
    ("apa", para(cite(("", "doe2001", "p. 3"), mode=IN_TEXT), " says."), "Doe (2001, p. 3) says."),
    ("apa", para("Doe ", cite("doe2001", mode="SuppressAuthor")), "Doe (2001)"),
    ("apa", para(cite("doe-old")), "(Doe, 2001)"),
    ("apa", para("A note.", note("In ", cite("doe2001", mode=IN_TEXT), ".")), "A note.{In Doe (2001).}"),
    ("apa", para(cite(("see", "roe2002", ""), "doe2001")), "(see Roe & Doe, 2002; Doe, 2001)"),
    ("ieee", para(cite("doe2001"), cite("roe2002")), "[1][2]"),
    ("ieee", para(cite("doe2001", mode=IN_TEXT), " says."), "[1] says."),
    ("chicago-notes", para("So ", cite("doe2001"), "."), "So.{Ann Doe, *Night Trains* (Verso, 2001).}"),
    ("chicago-notes", para("So ", cite("doe2001"), ", and"), "So,{Ann Doe, *Night Trains* (Verso, 2001).} and"),
    (
        "chicago-notes",
        para("So ", cite(("see", "doe2001", ", 3"))),
        "So{See Ann Doe, *Night Trains* (Verso, 2001), 3.}",
    ),
    (
        "chicago-notes",
        para(cite(("", "doe2001", "p. 3"), mode=IN_TEXT), " says."),
        "Ann Doe{*Night Trains* (Verso, 2001), 3.} says.",
    ),
    (
        "chicago-notes",
        para("x", note(cite(("", "doe2001", ", 3")), "."), " y", note("So too ", cite("doe2001"), ".")),
        "x{Ann Doe, *Night Trains* (Verso, 2001), 3.} y{So too (Doe, *Night Trains*).}",
    ),
    (
        "chicago-notes",
        para("x", cite("doe2001"), " y", note(cite("doe2001", mode=IN_TEXT), " agrees.")),
        "x{Ann Doe, *Night Trains* (Verso, 2001).} y{Doe, *Night Trains* agrees.}",
    ),
    (
        "chicago-notes",
        para(node("Quoted", [{"t": "DoubleQuote"}, words("A door")]), " ", cite("doe2001"), "."),
        "A door.{Ann Doe, *Night Trains* (Verso, 2001).}",
    ),
]


@pytest.mark.parametrize(("style", "block", "expected"), TEXTS, ids=[expected for _, _, expected in TEXTS])
def test_citations_are_rendered(filter: Filter, style: str, block: Node, expected: str) -> None:
    made = filter(document(block), style)
    assert shown(made.tree.blocks[0]) == expected
    assert made.problems == ()


def test_a_punctuation_stays_where_the_document_wants_it(filter: Filter) -> None:
    meta = {"notes-after-punctuation": node("MetaBool", False)}
    made = filter(document(para("So ", cite("doe2001"), "."), meta=meta), "chicago-notes")
    assert shown(made.tree.blocks[0]).endswith("}.")


def test_what_rich_text_cannot_say_comes_through(filter: Filter) -> None:
    math = node("Math", [{"t": "InlineMath"}, "x<i>"])
    link = node("Link", [["", [], []], words("here"), ["http://example.org", ""]])
    one = cite(("see", "doe2001", ", 3"))
    one["c"][0][0]["citationSuffix"] += [*words(" <b>, "), math, *words(" and "), link]
    made = filter(document(para(one))).tree.blocks[0]["c"][0]["c"][1]
    assert math in made
    assert link in made
    assert shown(made) == "(see Doe, 2001, p. 3 <b>, x<i> and here)"


def test_unknown_keys_are_printed_and_told(filter: Filter) -> None:
    made = filter(document(para(cite("doe2001", "doe2010"), " and ", cite("nothing"))))
    assert shown(made.tree.blocks[0]) == "(Doe, 2001; **doe2010?**) and (**nothing?**)"
    assert [(one.code, one.message) for one in made.diagnostics] == [
        ("L001", "no library has the key “doe2010”; did you mean “doe2001”?"),
        ("L001", "no library has the key “nothing”"),
    ]


def test_faults_of_entries_are_told_of_those_that_are_cited(filter: Filter, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB.replace("3--9", "3-9").replace("Verso", "Verso &"), "utf-8")
    made = filter(document(para(cite("roe2002"))))
    assert {(one.code, one.start.line) for one in made.diagnostics} == {("B405", 4)}


def test_the_bibliography_has_what_is_cited_and_what_nocite_names(filter: Filter) -> None:
    cited = document(para(cite("roe2002")))
    assert [one["c"][0][0] for one in filter(cited).tree.blocks[-1]["c"][1]] == ["ref-roe2002"]
    for nocite in ("*", "doe2001"):
        more = document(para(cite("roe2002")), meta={"nocite": node("MetaInlines", [cite(nocite, mode=IN_TEXT)])})
        assert len(filter(more).tree.blocks[-1]["c"][1]) == 2
    without = document(para(cite("roe2002")), meta={"suppress-bibliography": node("MetaBool", True)})
    assert len(filter(without).tree.blocks) == 1


def test_the_bibliography_goes_where_the_document_wants_it(filter: Filter) -> None:
    place = node("Div", [["refs", [], []], [para("Read these.")]])
    filled = filter(document(para(cite("doe2001")), node("Div", [["", [], []], [place]]), para("End"))).tree.blocks
    assert shown(filled) == "(Doe, 2001)Read these.Doe, A. (2001). *Night Trains*. Verso.End"
    assert filled[1]["c"][1][0]["c"][0][1] == ["references", "csl-bib-body", "hanging-indent"]
    titled = filter(document(para(cite("doe2001")), meta={"reference-section-title": text("Works")})).tree.blocks
    assert titled[1]["t"] == "Header"
    assert shown(titled[1]["c"][2]) == "Works"
    heading = node("Header", [2, ["works", [], []], words("Works")])
    last = filter(document(para(cite("doe2001")), heading)).tree.blocks
    assert last[1]["c"][1] == ["works", ["unnumbered"], []]


def test_entries_and_style_of_the_document_itself(filter: Filter, tmp_path: Path) -> None:
    name = node("MetaMap", {"family": text("Kant"), "given": text("Immanuel")})
    title = node("MetaInlines", [*words("On "), node("Emph", words("Reason"))])
    item = {"id": text("kant"), "type": text("book"), "title": title, "author": node("MetaList", [name])}
    meta = {"references": node("MetaList", [node("MetaMap", {**item, "issued": text("1781")})]), "csl": text("apa.csl")}
    made = filter(document(para(cite("kant")), meta=meta, library="")).tree.blocks
    assert shown(made[0]) == "(Kant, 1781)"
    assert shown(made[1]) == "Kant, I. (1781). *On *Reason."  # emphasis inside emphasis is upright


def test_links_to_the_bibliography(filter: Filter) -> None:
    meta = {"link-citations": node("MetaBool", True)}
    made = filter(document(para(cite("doe2001", "roe2002")), meta=meta)).tree.blocks[0]["c"][0]["c"][1]
    targets = [inline["c"][2][0] for inline in made if inline["t"] == "Link"]
    assert targets == ["#ref-doe2001", "#ref-roe2002"]
    assert shown(made) == "(Doe, 2001; Roe & Doe, 2002)"


def test_only_checking_changes_nothing(filter: Filter) -> None:
    tree = document(para(cite("nothing")))
    assert filter(tree, only_check=True).tree == tree
    asked = document(para(cite("nothing")), meta={"anora-bib": node("MetaMap", {"check": node("MetaBool", True)})})
    assert filter(asked).tree == asked
    assert [one.code for one in filter(asked).diagnostics] == ["L001"]


def test_a_document_without_a_library_is_left_as_it_is(filter: Filter) -> None:
    tree = document(para(cite("doe2001")), library="")
    made = filter(tree)
    assert (made.tree, made.diagnostics) == (tree, ())


@pytest.mark.parametrize(
    ("meta", "message"),
    [
        ({"bibliography": text("https://example.org/refs.bib")}, "is on a server"),
        ({"bibliography": text("none.bib")}, "none.bib"),
        ({"csl": text("http://example.org/a.csl")}, "is on a server"),
        ({"csl": text("folder/none.csl")}, "is not there"),
    ],
)
def test_what_cannot_be_had_is_refused(filter: Filter, meta: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        filter(document(para(cite("doe2001")), meta=meta))


@pytest.mark.parametrize("data", ["", "{}", "[]", '{"blocks": 3}', "[" * 100_000])
def test_what_is_no_document_is_refused(data: str) -> None:
    with pytest.raises(InputError, match="no JSON of pandoc"):
        Tree.read(data)


@pytest.mark.usefixtures("filter")
@pytest.mark.parametrize(("options", "status"), [([], 0), (["html"], 0), (["--strict"], 1), (["--check", "html"], 0)])
def test_the_command(options: list[str], status: int) -> None:
    tree = document(para(cite("nothing")))
    ran = CliRunner().invoke(main, ["pandoc-filter", *options], input=tree.write(), obj=Session())
    assert ran.exit_code == status
    assert "L001 no library has the key" in ran.stderr
    blocks = json.loads(ran.stdout)["blocks"]
    assert (blocks == tree.blocks) is ("--check" in options)
