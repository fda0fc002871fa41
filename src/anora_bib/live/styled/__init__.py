"""Typed notes, parentheses and lists in a CSL style: first in full, then short, as the style has it."""
