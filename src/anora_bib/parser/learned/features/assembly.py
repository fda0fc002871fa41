"""The features of a sequence of tokens, as the labeller is trained on them and as its model sums them up.

A token is described by its own word, by the words beside it, and by its place. What a word adds at an offset is the
same everywhere, so that a model works it out once a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.parser.learned.features.places import place_features
from anora_bib.parser.learned.features.words import (
    Part,
    lexicon_features,
    lexicon_parts,
    word_features,
    word_parts,
)
from anora_bib.parser.learned.tokens import Token

OFFSETS: Final = (-2, -1, 0, 1, 2)
"""The words beside a token that describe it, by their distance."""
_ALL: Final = 1_000


def reach(offset: int) -> int:
    """How many of the features of a word, the first, describe the token so far away from it."""
    return 2 if abs(offset) > 1 else _ALL


def at_offset(offset: int) -> str:
    """How the features of a word so far away begin."""
    return f"{offset}|"


def features_at(offset: int, features: Sequence[str]) -> list[str]:
    """The features of a word at a distance from a token, as that token's."""
    start = at_offset(offset)
    return [start + feature for feature in features[: reach(offset)]]


def features_of_word(word: str) -> tuple[str, ...]:
    """What a word says by itself, and what the lexicons know of it."""
    return *word_features(word), *lexicon_features(word)


def parts_of_word(word: str) -> tuple[Part, ...]:
    """The same, each as kind and value."""
    return *word_parts(word), *lexicon_parts(word)


def describe(tokens: Sequence[Token], italic: Sequence[bool], hidden: Sequence[bool]) -> list[list[str]]:
    """All features of each token. ``hidden`` says of each whether the lexicons are not to be asked about it."""
    words = [
        word_features(token.text) if hides else features_of_word(token.text)
        for token, hides in zip(tokens, hidden, strict=True)
    ]
    out = place_features(tokens, italic)
    for at, features in enumerate(out):
        for offset in OFFSETS:
            if 0 <= at + offset < len(words):
                features.extend(features_at(offset, words[at + offset]))
    return out
