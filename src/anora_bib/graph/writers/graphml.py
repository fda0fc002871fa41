"""GraphML, for Gephi, yEd, Cytoscape and networkx: every row an edge."""

from __future__ import annotations

from anora_bib.graph.model import CitationGraph


def write(graph: CitationGraph) -> str:
    """The graph as GraphML.

    Raises:
        UnsupportedError: networkx is not installed.
    """
    graphml = graph.to_networkx()

    import networkx

    return "\n".join(networkx.generate_graphml(graphml)) + "\n"
