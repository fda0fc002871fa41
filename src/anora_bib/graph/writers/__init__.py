"""One file a format, each with one function from a graph to the text of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from anora_bib.errors import UnknownNameError
from anora_bib.graph.model import CitationGraph
from anora_bib.graph.writers import csv, dot, graphml, html, json, mermaid, table
from anora_bib.text import nearest

WRITERS: Final[Mapping[str, Callable[[CitationGraph], str]]] = {
    "table": table.write,
    "csv": csv.write,
    "json": json.write,
    "graphml": graphml.write,
    "dot": dot.write,
    "mermaid": mermaid.write,
    "html": html.write,
}
"""What ``graph --to`` offers, by name."""


def write(graph: CitationGraph, to: str) -> str:
    """The graph in the format of that name.

    Raises:
        UnknownNameError: there is no such format.
    """
    if to not in WRITERS:
        raise UnknownNameError("graph format", to, nearest(to, WRITERS), known=WRITERS)
    return WRITERS[to](graph)


__all__ = ["WRITERS", "write"]
