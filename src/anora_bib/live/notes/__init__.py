"""Notes and their markers, when citations are made live."""
