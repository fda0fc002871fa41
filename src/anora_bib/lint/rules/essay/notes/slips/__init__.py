"""Slips of the pen in references."""
