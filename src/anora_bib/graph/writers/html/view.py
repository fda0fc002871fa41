"""What the template prints and the script draws, as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from anora_bib.graph.model import ESSAY, CitationGraph
from anora_bib.model import Relation

_NAMES: Final[Mapping[Relation, str]] = {
    Relation.CITES: "cites",
    Relation.CITES_AS_AUTHORITY: "cites as authority",
    Relation.CITES_AS_EVIDENCE: "cites as evidence",
    Relation.CITES_FOR_INFORMATION: "cites for information",
    Relation.CITES_AS_SOURCE_DOCUMENT: "takes a picture from",
    Relation.DISCUSSES: "discusses",
    Relation.INCLUDES_QUOTATION_FROM: "quotes",
    Relation.REVIEWS: "reviews",
}


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place that cites; ``link`` is the number of its line in the drawing."""

    essay: str
    line: int
    relation: str
    how: str
    words: str
    link: int


@dataclass(frozen=True, slots=True)
class TargetView:
    """A source with the places that cite it; ``node`` is its number in the drawing."""

    node: int
    label: str
    places: tuple[PlaceView, ...]
    essays: int


@dataclass(frozen=True, slots=True)
class RelationView:
    """A relation by its number, which is that of its colour."""

    number: int
    name: str
    count: int


@dataclass(frozen=True)
class GraphView:
    """All of the page. ``drawing`` is what the script gets: nodes and lines as lists of short lists."""

    essays: int
    targets: tuple[TargetView, ...]
    places: int
    relations: tuple[RelationView, ...]
    drawing: Mapping[str, object]


def graph_view(graph: CitationGraph) -> GraphView:
    """The view of a graph: its index in alphabetical order, and its nodes with the essays first."""
    nodes = graph.nodes()
    number = {node: at for at, node in enumerate(nodes)}
    relations = _relations(graph)
    of_relation = {relation.name: relation.number for relation in relations}
    links: dict[tuple[int, int, int], int] = {}
    weights: Counter[int] = Counter()
    places: dict[str, list[PlaceView]] = {}
    for row in graph.rows:
        name = _NAMES[row.relation]
        line = number[ESSAY + row.essay], number[row.target], of_relation[name]
        link = links.setdefault(line, len(links))
        weights[link] += 1
        words = row.sentence or row.evidence_text
        place = PlaceView(nodes[ESSAY + row.essay], row.evidence_line, name, str(row.how), words, link)
        places.setdefault(row.target, []).append(place)
    targets = tuple(
        TargetView(number[item.target], item.label, (*here,), len({place.essay for place in here}))
        for item in graph.index()
        for here in (places[item.target],)
    )
    drawing = {
        "nodes": [[label, int(node.startswith(ESSAY))] for node, label in nodes.items()],
        "links": [[*line, weights[link]] for line, link in links.items()],
    }
    return GraphView(len(graph.essays), targets, len(graph.rows), relations, drawing)


def _relations(graph: CitationGraph) -> tuple[RelationView, ...]:
    counts = Counter(row.relation for row in graph.rows)
    order = list(_NAMES)
    return tuple(
        RelationView(order.index(relation), _NAMES[relation], counts[relation])
        for relation in order
        if counts[relation]
    )
