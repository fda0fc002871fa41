"""The signs that set a title off from the words around it."""

from __future__ import annotations

from typing import Final

_SET_OFF: Final = frozenset("*_`\"'“”„«»‘’‹›")
"""Signs of emphasis and quotation."""


def is_set_off(text: str, start: int) -> bool:
    """Whether a sign of emphasis or quotation opens what begins at ``start``."""
    spaced = text[max(0, start - 2) : start]  # French sets a space behind its mark
    return spaced[:1] == "«" or any(sign in _SET_OFF for sign in text[max(0, start - 1) : start + 1])
