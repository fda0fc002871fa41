"""GraphML, for Gephi, yEd, Cytoscape and networkx: every row an edge."""

from __future__ import annotations

from anora_bib.graph.model import CitationGraph


def write(graph: CitationGraph) -> str:
    graphml = graph.to_networkx()

    import networkx

    return "\n".join(networkx.generate_graphml(graphml)) + "\n"
