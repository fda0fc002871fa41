"""Citation keys by a pattern: what their parts are, and the two ways in which a pattern is written."""
