"""JSON: the nodes, the rows, and the index of the targets."""

from __future__ import annotations

from dataclasses import asdict

from anora_bib.graph.model import CitationGraph
from anora_bib.text.characters import json_text


def write(graph: CitationGraph) -> str:
    """The graph as a JSON object: essays, targets, rows, and the index of who is cited where."""
    data = {
        "essays": list(graph.essays),
        "titles": dict(graph.titles),
        "targets": [{"id": target, "label": label} for target, label in graph.targets.items()],
        "rows": [asdict(row) for row in graph.rows],
        "index": [
            {
                "target": item.target,
                "label": item.label,
                "cited_by": [{"essay": essay, "line": line} for essay, line in item.places],
            }
            for item in graph.index()
        ],
    }
    return json_text(data)
