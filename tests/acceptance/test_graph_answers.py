"""Who cites whom, and the same read the other way round."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import anora_bib as ab
from anora_bib.graph.model import CitationGraph, Row
from anora_bib.model import Apparatus, Essay, Relation

Run = Callable[..., Any]
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(scope="session")
def graph(apparatuses: Mapping[str, Apparatus]) -> CitationGraph:
    return ab.cross_reference(list(apparatuses.values()))


ANSWERS = [
    # part, how, words of the target's label, a piece of the line that shows it
    ("notes", "note", "Sean Baker Makes Movies", "”4"),
    ("notes", "note", "Swept Off Her Feet", "Magazine5"),
    ("notes", "note", "Sean Baker Didn’t Pick Up", "IndieWire 6"),
    ("notes", "note", "Sean Baker Makes Movies", "”7"),
    ("notes", "mention", "Tangerine", "Tangerine (2015)"),
    ("works cited", "works cited", "Anora", "Anora, written, directed"),
    ("works cited", "works cited", "Capitalist Realism", "Fisher, Mark"),
    ("works cited", "works cited", "Playing the Whore", "Grant, Melissa Gira"),
    ("works cited", "works cited", "Revolting Prostitutes", "Smith, Molly"),
    ("works cited", "works cited", "Platform Capitalism", "Srnieck, Nick"),
    ("works cited", "works cited", "Greatest Day", "Take That. "),
    ("works cited", "mention", "Starlet", "Starlet (2012)"),
    ("credit", "attribution", "Los Angeles Times", "L.A. Times"),
    ("mentions", "mention", "Secret Diary of a Call Girl", "Secret Diary of a Call Girl (2007)"),
    ("review", "mention", "The Substance", "The Substance"),
]


def lines_with(piece: str, essay: Essay) -> set[int]:
    """The lines of the file on which a piece of the text stands; tags inside it do not count."""
    text = essay.text
    return {essay.position(match.start()).line for match in re.finditer(re.escape(piece), text)}


def rows_of(graph: CitationGraph, essay: Essay, how: str) -> list[Row]:
    return [row for row in graph.rows if row.essay == essay.name and row.how == how]


@pytest.mark.parametrize(("part", "how", "target", "piece"), ANSWERS)
def test_the_graph_answers_who_cites_whom(
    part: str, how: str, target: str, piece: str, graph: CitationGraph, essays: Mapping[str, Essay]
) -> None:
    rows = [row for row in rows_of(graph, essays[part], how) if target in row.target_label]
    lines = {row.evidence_line for row in rows}
    assert lines & lines_with(piece, essays[part]), rows_of(graph, essays[part], how)


def test_relations_are_named_after_cito(graph: CitationGraph, essays: Mapping[str, Essay]) -> None:
    assert {row.relation for row in graph.rows} <= set(Relation)
    mentioned = {row.relation for row in graph.rows if row.how == "mention"}
    assert "discusses" in mentioned
    quoted = {row.relation for row in rows_of(graph, essays["credit"], "attribution")}
    assert "includesQuotationFrom" in quoted


def test_the_index_reads_it_the_other_way_round(graph: CitationGraph, essays: Mapping[str, Essay]) -> None:
    (item,) = [item for item in graph.index() if item.label == "Pretty Woman"]
    for part in ("mentions", "review", "notes", "credit"):
        essay = essays[part]
        printed = lines_with("Pretty Woman", essay) - lines_with("Perella, Vincent", essay)
        assert {line for name, line in item.places if name == essay.name} == printed
    assert essays["works cited"].name not in {name for name, _ in item.places}


def test_one_film_is_one_target(graph: CitationGraph) -> None:
    """Mentioned in all five essays and listed in one, it is still one node."""
    assert [label for label in graph.targets.values() if label == "Anora"] == ["Anora"]


@pytest.fixture(scope="session")
def written(anora_bib: Run) -> Callable[[str], str]:
    essay = Path(__file__).parents[2] / "examples" / "shelf" / "04-who-changes-the-genre.md"
    return lambda to: anora_bib("graph", essay, "--to", to).stdout


COLUMNS = {"essay", "relation", "target"}


def test_csv_has_the_columns(written: Callable[[str], str]) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert set(rows[0]) >= COLUMNS
    assert {row["relation"] for row in rows} <= set(Relation)


def test_json_is_json(written: Callable[[str], str]) -> None:
    assert "Capitalist Realism" in json.dumps(json.loads(written("json")))


def test_graphml_joins_nodes_that_exist(written: Callable[[str], str]) -> None:
    root = ElementTree.fromstring(written("graphml"))  # noqa: S314 - what we wrote ourselves
    nodes = {node.get("id") for node in root.iter(f"{GRAPHML}node")}
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{GRAPHML}edge")]
    assert edges
    assert {end for edge in edges for end in edge} <= nodes


@pytest.mark.parametrize(("to", "opening"), [("dot", "digraph"), ("mermaid", "flowchart")])
def test_drawings_open_as_their_language_asks(to: str, opening: str, written: Callable[[str], str]) -> None:
    text = written(to)
    assert text.lstrip().startswith(opening)
    assert "Capitalist Realism" in text
