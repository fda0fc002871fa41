"""The language of a text, by its small words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from anora_bib import language
from anora_bib.text.characters import fold

_LANGUAGES: Final = ("de", "es", "fr", "it", "nl", "pt", "la", "da", "sv", "pl")
_ENGLISH: Final = frozenset({"the", "of", "and", "in", "to", "from", "with", "for", "on"})


def tongue_of(passage: str) -> str:
    """The code of the language whose small words are the most; "" for English, and where none tells."""
    count = counting(fold(passage).split())
    best, most = most_of(_LANGUAGES, count)
    return best if most > count(_ENGLISH) else ""


def most_of(tongues: Sequence[str], count: Callable[[AbstractSet[str]], int]) -> tuple[str, int]:
    """Of some languages the first whose small words are the most, and how many; ``count`` tells how many of a set."""
    counts = {tongue: count(language.function_words(tongue)) for tongue in tongues}
    best = max(tongues, key=counts.__getitem__)
    return best, counts[best]


def counting(words: Sequence[str]) -> Callable[[AbstractSet[str]], int]:
    """What tells how many of ``words`` are in a set."""
    counts = Counter(words)
    known = frozenset(counts)  # "&" walks through the smaller of two sets, but through all of one beside keys
    return lambda small: sum([counts[word] for word in known & small])
