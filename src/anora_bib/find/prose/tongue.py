"""Which language a running text is in, told by its small words."""

from __future__ import annotations

from typing import Final

from anora_bib.language.tongues import most_of
from anora_bib.model import Prose

_TOLD: Final = ("de", "fr", "es", "it")
_SHARE: Final = 0.06
"""The share of its own small words that shows a text to be in one of those languages."""


def tongue(prose: Prose) -> str:
    """The code of the language: "de", "fr", "es", "it", or else "en"; ask for it with ``Prose.derived``."""
    words = prose.words
    best, count = most_of(_TOLD, words.count)
    return best if count > _SHARE * len(words) else "en"
