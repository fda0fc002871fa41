"""Publishers and their places."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.text.characters import collapse

_LEFT: Final = " ,;:.([–—"
_RIGHT: Final = " ,;:([–—"
_FIRM: Final = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|Bros|Cie|Verl|Univ|e\.V|S\.A|[A-Z])\.)\Z")


def publisher(text: str) -> str:
    """Who published, without the signs around it; the stop of "Inc." stays."""
    return _bare(text)


def place(text: str) -> str:
    """Where: one place or several, as printed."""
    return _bare(text)


def _bare(text: str) -> str:
    words = collapse(text).lstrip(_LEFT).rstrip(_RIGHT)
    words = words[:-1] if words.endswith(").") else words
    if words.endswith(")") and words.count("(") < words.count(")"):
        words = words[:-1].rstrip()
    if words.endswith("]") and words.count("[") < words.count("]"):
        words = words[:-1].rstrip()
    return words if _FIRM.search(words) else words.rstrip(" .")
