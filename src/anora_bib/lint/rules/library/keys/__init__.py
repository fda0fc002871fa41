"""Citation keys (codes L0)."""
