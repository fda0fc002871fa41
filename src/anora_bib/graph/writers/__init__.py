"""One file a format, each with one function from a graph to the text of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from anora_bib.graph.model import CitationGraph
from anora_bib.graph.writers import canvas, csv, dot, gexf, graphml, html, json, mermaid, table, vosviewer

Writer = Callable[[CitationGraph], str]

BUILTIN: Final[Mapping[str, Writer]] = {
    "table": table.write,
    "csv": csv.write,
    "json": json.write,
    "graphml": graphml.write,
    "gexf": gexf.write,
    "dot": dot.write,
    "mermaid": mermaid.write,
    "html": html.write,
    "canvas": canvas.write,
    "vosviewer": vosviewer.write,
}
"""The writers that come with the package, by the names that ``graph --to`` takes."""


__all__ = ["BUILTIN", "Writer"]
