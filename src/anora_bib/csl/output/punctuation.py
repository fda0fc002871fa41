"""How two punctuation marks that meet become one or two (facts observed from citeproc-js, where CSL is silent)."""

from __future__ import annotations

from typing import Final

PUNCTUATION: Final = frozenset("!?.:,;")
INTO_QUOTES: Final = frozenset(".,!?")
"""What moves inside a closing quotation mark where the locale asks for it."""
AT_SEAMS: Final = (".", ",")
"""What does so where the text between two cites, or what an author writes behind one, begins with it."""
OUT_OF_QUOTES: Final = frozenset(",:;")
"""What moves outside a closing quotation mark where the locale does not."""
OPENING: Final = ":.;!?"
"""What a field may begin with that belongs to the text before it."""

_ABSORBED = {
    # left mark -> {right mark: the one mark that remains}
    "!": {".": "!", ":": "!"},
    "?": {".": "?", ":": "?"},
    ":": {"!": "!", "?": "?", ".": ":"},
    ";": {"!": "!", "?": "?", ":": ";", ".": ";"},
    ".": {},
    ",": {},
}


def merged(left: str, right: str) -> str | None:
    """The one mark that remains of two different ones, or None if both stay."""
    return _ABSORBED[left].get(right)
