"""The JSON of VOSviewer: items and links, each pair once (https://app.vosviewer.com/docs/file-types/json-file-type/)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from anora_bib.graph.model import ESSAY, CitationGraph
from anora_bib.text.characters import json_text

_ESSAYS, _SOURCES = 1, 2
_CLUSTERS: Final = ((_ESSAYS, "Essays"), (_SOURCES, "Sources"))


def write(graph: CitationGraph) -> str:
    """The graph as a network: essays and sources are its two clusters, and a link is as strong as it has places.

    VOSviewer lays it out itself. Descriptions, which may hold HTML there, are left out.
    """
    ids = {node: number for number, node in enumerate(graph.nodes(), start=1)}
    strength = Counter((ESSAY + row.essay, row.target) for row in graph.rows)
    links = Counter(node for pair in strength for node in set(pair))
    places = Counter(node for row in graph.rows for node in {ESSAY + row.essay, row.target})
    items = [
        {
            "id": ids[node],
            "label": label,
            "cluster": _ESSAYS if node.startswith(ESSAY) else _SOURCES,
            "weights": {"Links": links[node], "Places": places[node]},
        }
        for node, label in graph.nodes().items()
    ]
    network = {
        "items": items,
        "links": [
            {"source_id": ids[essay], "target_id": ids[target], "strength": number}
            for (essay, target), number in strength.items()
        ],
        "clusters": [{"cluster": number, "label": label} for number, label in _CLUSTERS],
    }
    return json_text({"network": network})
