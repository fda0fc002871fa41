"""The features of a sequence of tokens, as the labeller is trained on them and as its model sums them up.

A token is described by its own word, by the words beside it, and by its place. What a word adds at an offset is the
same everywhere, so that a model works it out once a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from anora_bib.parser.learned.features.places import place_features
from anora_bib.parser.learned.features.words import lexicon_features, word_features
from anora_bib.parser.learned.tokens import Token

OFFSETS: Final = (-2, -1, 0, 1, 2)
"""The words beside a token that describe it, by their distance."""
_REACH: Final = 3
"""Tokens behind a short word that it may say something of: "no. 3"."""
_LONGEST_LEAD: Final = 8
_BRIEF_SIGNS: Final = frozenset(".,;:()[]“”\"'’‘-–/&*_")


def features_at(offset: int, features: Sequence[str]) -> list[str]:
    """The features of a word at a distance from a token, as that token's; of words far away only the first."""
    chosen = features[:2] if abs(offset) > 1 else features
    return [f"{offset}|{feature}" for feature in chosen]


def brief(word: str) -> str:
    """The word in as few kinds as may be: its sign, its shape, how many digits it has."""
    first = word[0]
    if first.isdecimal():
        return f"{min(len(word), 5)}"
    if not first.isalpha():
        return first if first in _BRIEF_SIGNS else "?"
    if len(word) == 1:
        return "X" if first.isupper() else "x"
    return ("Xx" if not word.isupper() else "XX") if first.isupper() else "xx"


def shared_features(tokens: Sequence[Token], italic: Sequence[bool]) -> list[list[str]]:
    """The features of each token that are more than a word's: its place, and the kinds of the words around."""
    out = place_features(tokens, italic)
    kinds = ["^", "^", *(brief(token.text) for token in tokens), "$", "$"]
    last, since = "", 9
    for at, features in enumerate(out):
        one, two, kind, four, five = kinds[at : at + 5]
        features.append(f"k={two} {kind} {four}")
        if not kind[0].isalpha():
            features.append(f"K={one} {two} {kind} {four} {five}")
        word = tokens[at].text
        if since <= _REACH:
            features.append(f"b={last} {kind}")
        since += 1
        if word[0].isalpha():
            last, since = (word.lower(), 1) if len(word) <= _LONGEST_LEAD else ("", 9)
    return out


def describe(tokens: Sequence[Token], italic: Sequence[bool], hidden: Sequence[bool]) -> list[list[str]]:
    """All features of each token. ``hidden`` says of each whether the lexicons are not to be asked about it."""
    words = [
        (*word_features(token.text), *(() if hides else lexicon_features(token.text)))
        for token, hides in zip(tokens, hidden, strict=True)
    ]
    out = shared_features(tokens, italic)
    for at, features in enumerate(out):
        for offset in OFFSETS:
            if 0 <= at + offset < len(words):
                features.extend(features_at(offset, words[at + offset]))
    return out
