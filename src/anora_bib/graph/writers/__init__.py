"""One file a format, each with one function from a graph to the text of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from anora_bib.graph.model import CitationGraph
from anora_bib.graph.writers import csv, dot, graphml, html, json, mermaid, table

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

__all__ = ["WRITERS"]
