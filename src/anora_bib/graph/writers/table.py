"""A table for reading: one row for each essay, relation, target and way of citing, with all its lines."""

from __future__ import annotations

from typing import Final

from anora_bib.graph.excerpts import shorten
from anora_bib.graph.model import CitationGraph

HEADER = ("essay", "relation", "target", "lines", "how")


def rows(graph: CitationGraph) -> list[tuple[str, ...]]:
    """The cells under :data:`HEADER`, for whoever draws the table."""
    return [
        (link.essay, str(link.relation), link.target_label, link.lines_text, str(link.how)) for link in graph.links()
    ]


PLACES: Final = ("essay", "line", "title", "relation", "source", "words", "how")


def places(graph: CitationGraph) -> list[tuple[str, ...]]:
    """The cells under :data:`PLACES`: every place that cites, with the title of the essay and the words that do."""
    return [
        (
            row.essay,
            str(row.evidence_line),
            shorten(graph.titles.get(row.essay, "")),
            str(row.relation),
            row.target_label,
            row.evidence_text,
            str(row.how),
        )
        for row in graph.rows
    ]


def index(graph: CitationGraph) -> list[tuple[str, ...]]:
    """The index of the graph: each target, and the places that cite it."""
    return [(item.label, item.places_text) for item in graph.index()]


def write(graph: CitationGraph) -> str:
    """The table as plain text, in columns set off by two spaces."""
    cells = [HEADER, *rows(graph)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells)
    return "\n".join(lines) + "\n"
