"""Which styles are worth comparing: an index of how each prints made-up items, and the likeness of shapes."""
