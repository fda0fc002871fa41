"""One file a format, each with one function from a graph to the text of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from anora_bib.graph.model import CitationGraph
from anora_bib.graph.writers import csv, dot, graphml, html, json, mermaid, table

Writer = Callable[[CitationGraph], str]

BUILTIN: Final[Mapping[str, Writer]] = {
    "table": table.write,
    "csv": csv.write,
    "json": json.write,
    "graphml": graphml.write,
    "dot": dot.write,
    "mermaid": mermaid.write,
    "html": html.write,
}
"""The writers that come with the package, by the names that ``graph --to`` takes."""


__all__ = ["BUILTIN", "Writer"]
