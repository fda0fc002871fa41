"""The graph read the other way round, drawn together, and as networkx sees it."""

from __future__ import annotations

import sys

import pytest

from anora_bib.errors import UnsupportedError
from anora_bib.graph import CitationGraph, Row
from anora_bib.model import Place, Relation


def row(essay: str, target: str, label: str, line: int, how: Place = Place.MENTION, text: str = "") -> Row:
    return Row(essay, Relation.DISCUSSES, target, label, line, text, how)


GRAPH = CitationGraph(
    (
        row("000", "work/tangerine", "Tangerine", 1),
        row("000", "work/pretty-woman", "Pretty Woman", 2),
        row("000", "work/pretty-woman", "Pretty Woman", 2),
        row("000", "work/pretty-woman", "Pretty Woman", 9, Place.NOTE),
        row("000", "work/pretty-woman", "Pretty Woman", 14),
        row("001", "work/pretty-woman", "Pretty Woman", 2),
    ),
    ("000", "001", "002"),
)


def test_the_index_is_alphabetical_and_names_each_place_once() -> None:
    assert [str(item) for item in GRAPH.index()] == [
        "Pretty Woman: cited by 000 l. 2, 9, 14; 001 l. 2",
        "Tangerine: cited by 000 l. 1",
    ]


def test_links_keep_every_line_once_and_every_way_apart() -> None:
    found = [(link.essay, link.target_label, str(link.how), link.lines_text) for link in GRAPH.links()]
    assert found == [
        ("000", "Tangerine", "mention", "1"),
        ("000", "Pretty Woman", "mention", "2, 14"),
        ("000", "Pretty Woman", "note", "9"),
        ("001", "Pretty Woman", "mention", "2"),
    ]


def test_without_networkx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(UnsupportedError, match=r"anora-bib\[graph\]"):
        GRAPH.to_networkx()


def test_networkx_has_every_essay_every_target_and_every_row() -> None:
    graph = GRAPH.to_networkx()
    assert set(graph) == {"essay/000", "essay/001", "essay/002", "work/tangerine", "work/pretty-woman"}
    assert graph.number_of_edges() == len(GRAPH.rows)
    assert graph.nodes["work/tangerine"] == {"label": "Tangerine", "kind": "work"}
    assert graph.nodes["essay/002"] == {"label": "002", "kind": "essay"}
    assert graph.edges["essay/001", "work/pretty-woman", 0] == {
        "relation": "discusses",
        "how": "mention",
        "evidence_line": 2,
        "evidence_text": "",
    }


def test_an_essay_that_is_cited_stays_one_node() -> None:
    graph = CitationGraph((row("000", "essay/001", "001", 3),), ("000", "001"))
    assert dict(graph.nodes()) == {"essay/000": "000", "essay/001": "001"}


def test_essays_are_shown_by_their_titles_and_told_apart_by_their_names() -> None:
    rows = (row("000", "essay/001", "On Quays", 3),)
    graph = CitationGraph(rows, ("000", "001", "002", "003"), {"000": "Docks", "001": "On Quays", "002": "Docks"})
    labels = ["Docks (000)", "On Quays", "Docks (002)", "003"]
    assert list(graph.nodes().values()) == labels
    assert list(graph.citing("on quays").titles) == ["000", "001", "002"]
    assert list((graph + CitationGraph((), ("004",), {"004": "Tolls"})).nodes().values()) == [*labels, "Tolls"]


def test_the_essays_of_the_rows_are_among_the_essays() -> None:
    assert CitationGraph((row("001", "work/x", "X", 3),), ("a\tb",)).essays == ("a b", "001")


def test_a_row_is_one_printable_line() -> None:
    found = row("a\nb", "title/x", "tab\there\x1b[31m", 1, text="soft\u00adhyphen\u202e \ud800\uffff")
    assert (found.essay, found.target_label, found.evidence_text) == (
        "a b",
        r"tab here\x1b[31m",
        "soft\u00adhyphen\\u202e \\ud800\\uffff",
    )


def test_two_graphs_add_up() -> None:
    other = CitationGraph((row("003", "work/tangerine", "Tangerine", 5),), ("003", "000"))
    both = GRAPH + other
    assert both.rows == (*GRAPH.rows, *other.rows)
    assert both.essays == ("000", "001", "002", "003")
    assert "Tangerine: cited by 000 l. 1; 003 l. 5" in map(str, both.index())
    assert sum([GRAPH, other], CitationGraph()) == both


def test_rows_of_both_count_once() -> None:
    assert GRAPH + GRAPH == GRAPH
    assert CitationGraph() + GRAPH == GRAPH + CitationGraph() == GRAPH
    again = CitationGraph((GRAPH.rows[1], *[GRAPH.rows[0]] * 3), ("000",))
    assert (GRAPH + again).rows == (*GRAPH.rows, *[GRAPH.rows[0]] * 2)


def test_only_a_graph_is_added() -> None:
    with pytest.raises(TypeError, match="unsupported operand"):
        GRAPH + GRAPH.rows  # type: ignore[operator]


def keyed(essay: str, key: str, label: str, line: int = 1) -> CitationGraph:
    return CitationGraph((row(essay, f"key/{key}", label, line),), (essay,))


def test_one_key_of_two_libraries_may_mean_two_works() -> None:
    one, other = keyed("a", "roe2010book", "Roe, A Book"), keyed("b", "roe2010book", "Roe, Book of Hours")
    both = one + other
    assert both.targets == {"key/roe2010book": "Roe, A Book", "key/roe2010book-2": "Roe, Book of Hours"}
    assert (both + keyed("c", "roe2010book", "Roe, Book of Hours")).targets == both.targets
    third = keyed("d", "roe2010book", "Roe, Booklet")
    assert (both + third).targets == {**both.targets, "key/roe2010book-3": "Roe, Booklet"}


def test_a_work_that_only_one_graph_tells_apart_by_its_year_is_one() -> None:
    both = keyed("a", "roe2010book", "Roe, A Book") + keyed("b", "roe2010book", "Roe, A Book (2010)")
    assert both.targets == {"key/roe2010book": "Roe, A Book"}


def test_no_two_nodes_of_a_sum_have_one_label() -> None:
    both = keyed("a", "roe2010book", "Roe, A Book") + keyed("b", "roe2014book", "Roe, A Book")
    assert both.targets == {"key/roe2010book": "Roe, A Book", "key/roe2014book": "Roe, A Book [key/roe2014book]"}
