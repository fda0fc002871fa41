"""A compiled style run over the items of one document: order, positions, disambiguation, citations, bibliography."""
