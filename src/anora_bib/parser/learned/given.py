"""How likely a word of a name is a given name: by its letters, where no list knows it.

A list of names without commas does not say in which order its names stand ("Phare Aurélie, Tide Bertille"). What the
words of one list are like, all together, does. The model is learnt from made-up lists, as the labeller's is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import log2
from pkgutil import get_data
from typing import Final

from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.text.person import is_given
from anora_bib.text.characters import fold

GIVEN: Final = "given"
FAMILY: Final = "family"
MODEL: Final = "names.crf"
_SHORTEST: Final = 3
"""Letters; shorter words are initials, particles, or names of which letters tell nothing."""
_LONGEST: Final = 24
_ENDS: Final = (1, 2, 3, 4)
_LISTED: Final = 2.0
"""What a place in the list of common given names adds."""
_MOST: Final = 4
"""How often a name counts at most that is met again and again."""
_WORDS: Final = 8_192


def letters(word: str) -> list[str]:
    """The features of a word: how it begins and ends, what is in it, how long it is."""
    folded = fold(word)
    out = [f"w={folded}", f"n={min(len(folded), 10)}"]
    for length in _ENDS:
        if len(folded) > length:
            out += (f"^{folded[:length]}", f"{folded[-length:]}$")
    out += (folded[at : at + 3] for at in range(len(folded) - 2))
    out += (letter for letter in word.lower() if not letter.isascii())
    return out


@lru_cache(_WORDS)
def likeness(word: str) -> float:
    """How much more a word is like a given than like a family name, as the logarithm of their ratio; 0 if unknown."""
    if "-" in word.strip("-"):
        parts = word.split("-")
        return sum(map(likeness, parts)) + (_LISTED if all(map(is_given, parts)) else 0.0)
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return 0.0
    told, scale = _shipped()
    weight = sum([told[feature] for feature in letters(word) if feature in told])
    return weight * scale + (_LISTED if is_given(word) else 0.0)


@cache
def _shipped() -> tuple[Mapping[str, int], float]:
    """What each feature tells for a given name and against a family name, in steps, and the size of a step."""
    model = Model.load(get_data(__name__, f"data/{MODEL}") or b"", MODEL)
    starts, states, steps = model.arrays()
    given = model.labels.index(GIVEN)
    signs = [1 if label == given else -1 for label in states]
    told = [sign * step for sign, step in zip(signs, steps, strict=True)]
    return {name: sum(told[starts[row] : starts[row + 1]]) for row, name in enumerate(model.names)}, model.scale


def sequences(words: Mapping[tuple[str, str], int]) -> Iterable[tuple[list[list[str]], list[str]]]:
    """What the model is learnt from: words with their part and how often they were met, rare ones counting for more."""
    for (word, part), count in words.items():
        if _SHORTEST <= len(word) <= _LONGEST:
            for _ in range(min(1 + int(log2(count)), _MOST)):
                yield [letters(word)], [part]
