"""One self-contained page: a drawing to look through, and the index beside it, which needs no script.

The drawing is laid out by d3-force (``vendor/``, renewed by ``.ci/vendor-d3``) and drawn by our own script.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from anora_bib.graph.model import CitationGraph
from anora_bib.graph.writers.html.view import graph_view
from anora_bib.webpages import Pages

PAGES: Final = Pages(Path(__file__).parent, ("vendor/d3-force.js", "view.js", "script.js"))


def write(graph: CitationGraph) -> str:
    """The graph as one HTML page."""
    return PAGES.render("graph.html.j2", view=graph_view(graph)) + "\n"


__all__ = ["PAGES", "write"]
