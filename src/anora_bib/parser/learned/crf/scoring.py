"""From tokens to the likeliest path through the labels, in plain Python or with numpy: sums of weights, then decoding.

What a word adds to itself and to its neighbours is the same everywhere, and so is what a key of a column adds: both
are worked out once and remembered.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final, Protocol

from anora_bib.parser.learned.crf.decoding import Transitions, decode
from anora_bib.parser.learned.crf.lookup import Lookup
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.features.assembly import OFFSETS, features_at, features_of_word
from anora_bib.parser.learned.features.places import FEATURES, Key, columns
from anora_bib.parser.learned.tokens import Token

_WORDS: Final = 8_192
"""Words whose weights are remembered; of more all are forgotten."""
_KEYS: Final = 4_096
"""Keys of a column of which the same holds."""
_NOTHING: Final = array("d")
_FEW: Final = 20
"""References that are read faster than numpy is loaded."""

Sequences = Sequence[tuple[Sequence[Token], Sequence[bool]]]
"""The tokens of each reference, and of each token whether it is printed in italics."""


Decoded = tuple[Sequence[int], tuple[float, ...]]
"""The index of the label of each token, and its probability."""


class Scorer(Protocol):
    """What finds the path. Threads may share one: what it remembers is only ever worked out again."""

    def decoded(self, references: Sequences) -> list[Decoded]:
        """For each reference the likeliest path, and how likely each label on it is."""


class QuickestScorer:
    """Plain Python for the first references, numpy from then on: it takes longer to load than some of them to read."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._scorer: Scorer = PlainScorer(model)
        self._left = 0 if "numpy" in sys.modules else _FEW

    def decoded(self, references: Sequences) -> list[Decoded]:
        """For each reference the likeliest path, and how likely each label on it is."""
        if 0 <= self._left < len(references):
            with suppress(ImportError):
                from anora_bib.parser.learned.crf.tables import TableScorer

                self._scorer = PlainScorer(self._model)  # one that knows nothing yet: the memory is needed
                self._scorer = TableScorer(self._model)
        self._left -= len(references)
        return self._scorer.decoded(references)


class PlainScorer:
    """Sums in plain Python."""

    def __init__(self, model: Model) -> None:
        self._lookup = Lookup(model)
        self._pairs = Transitions.of(model.transitions)
        self._nothing = [0.0] * len(model.labels)
        self._words: dict[str, list[array[float]]] = {}
        self._places: list[dict[Key, array[float]]] = [{} for _ in FEATURES]

    def decoded(self, references: Sequences) -> list[Decoded]:
        """For each reference the likeliest path, and how likely each label on it is."""
        out: list[Decoded] = []
        for tokens, italic in references:
            path, likely = decode(self._scores(tokens, italic), self._pairs)
            out.append((path, tuple(likely)))
        return out

    def _scores(self, tokens: Sequence[Token], italic: Sequence[bool]) -> list[list[float]]:
        """The weights by token and label."""
        words = [self._word(token.text) for token in tokens]
        out: list[list[float]] = []
        for at, keys in enumerate(zip(*columns(tokens, italic), strict=True)):
            sums = [self._place(column, key) for column, key in enumerate(keys)]
            sums += [
                words[at + offset][number] for number, offset in enumerate(OFFSETS) if 0 <= at + offset < len(words)
            ]
            out.append(list(map(sum, zip(*filter(None, sums), strict=True))) or self._nothing)
        return out

    def _word(self, word: str) -> list[array[float]]:
        """The weights that a word adds at each offset."""
        known = self._words.get(word)
        if known is None:
            features = features_of_word(word)
            known = [self._vector(features_at(offset, features)) for offset in OFFSETS]
            if len(self._words) >= _WORDS:
                self._words.clear()
            self._words[word] = known
        return known

    def _place(self, column: int, key: Key) -> array[float]:
        """The weights that a key of a column adds."""
        places = self._places[column]
        known = places.get(key)
        if known is None:
            known = self._vector(FEATURES[column](key))
            if len(places) >= _KEYS:
                places.clear()
            places[key] = known
        return known

    def _vector(self, features: Iterable[str]) -> array[float]:
        """The weights by label, empty if there are none: most words add nothing far away."""
        sums = self._lookup.vector(features)
        return sums if any(sums) else _NOTHING
