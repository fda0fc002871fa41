"""Rules about pages and standard numbers."""
