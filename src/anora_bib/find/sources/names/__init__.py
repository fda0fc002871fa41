"""Names in the place of a source: what stands beside them, and who bears them."""
