"""Who cites whom, over one essay or a shelf: :func:`cross_reference` builds the graph, ``writers`` write it out."""

from anora_bib.graph.build import cross_reference
from anora_bib.graph.model import CitationGraph, IndexItem, Row

__all__ = ["CitationGraph", "IndexItem", "Row", "cross_reference"]
