"""The language of a passage, by its small words."""

from __future__ import annotations

from typing import Final

from anora_bib import language
from anora_bib.text.characters import fold

_LANGUAGES: Final = ("de", "es", "fr", "it", "nl", "pt", "la", "da", "sv", "pl")
_ENGLISH: Final = frozenset({"the", "of", "and", "in", "to", "from", "with", "for", "on"})


def tongue_of(passage: str) -> str:
    """The code of the language whose small words are the most; "" for English, and where none tells."""
    words = fold(passage).split()
    counts = {tongue: sum(map(language.function_words(tongue).__contains__, words)) for tongue in _LANGUAGES}
    best = max(_LANGUAGES, key=counts.__getitem__)
    return best if counts[best] > sum(map(_ENGLISH.__contains__, words)) else ""
