"""From tokens to the likeliest path through the labels, in plain Python or with numpy: sums of weights, then decoding.

What a word adds to itself and to its neighbours is the same everywhere, and worked out once a word.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final, Protocol

from anora_bib.parser.learned.crf import batches
from anora_bib.parser.learned.crf.decoding import marginals, viterbi
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.features.assembly import OFFSETS, features_at, shared_features
from anora_bib.parser.learned.features.words import lexicon_features, word_features
from anora_bib.parser.learned.tokens import Token

_WORDS: Final = 20_000
"""Words, and features of places, whose weights are remembered."""
_TOGETHER: Final = 32
"""References that go through the steps of decoding together."""
_FEW: Final = 20
"""References that are read faster than numpy is loaded."""
_FARTHEST: Final = max(OFFSETS)

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
                self._scorer = TableScorer(self._model)
        self._left -= len(references)
        return self._scorer.decoded(references)


class PlainScorer:
    """Sums in plain Python."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._words: dict[str, list[list[float]]] = {}
        self._places: dict[str, list[float]] = {}

    def scores(self, references: Sequences) -> list[list[list[float]]]:
        """For each reference a matrix of weights by token and label."""
        return [self._of_one(tokens, italic) for tokens, italic in references]

    def decoded(self, references: Sequences) -> list[Decoded]:
        """For each reference the likeliest path, and how likely each label on it is."""
        return self.decode(self.scores(references))

    def decode(self, scores: Sequence[Any]) -> list[Decoded]:
        """For each matrix the likeliest path, and how likely each label on it is."""
        pairs = self._model.transitions
        out: list[Decoded] = []
        for one in scores:
            path = viterbi(one, pairs)
            likely = zip(marginals(one, pairs), path, strict=True)
            out.append((path, tuple(row[state] for row, state in likely)))
        return out

    def _of_one(self, tokens: Sequence[Token], italic: Sequence[bool]) -> list[list[float]]:
        words = [self._word(token.text) for token in tokens]
        out: list[list[float]] = []
        for at, features in enumerate(shared_features(tokens, italic)):
            row = [self._place(feature) for feature in features]
            row += [
                words[at + offset][number] for number, offset in enumerate(OFFSETS) if 0 <= at + offset < len(words)
            ]
            out.append(list(map(sum, zip(*row, strict=True))))
        return out

    def _word(self, word: str) -> list[list[float]]:
        """The weights that a word adds at each offset."""
        known = self._words.get(word)
        if known is None:
            features = (*word_features(word), *lexicon_features(word))
            known = [self._model.vector(features_at(offset, features)) for offset in OFFSETS]
            if len(self._words) >= _WORDS:
                self._words.clear()
            self._words[word] = known
        return known

    def _place(self, feature: str) -> list[float]:
        known = self._places.get(feature)
        if known is None:
            known = self._model.vector([feature])
            if len(self._places) >= _WORDS:
                self._places.clear()
            self._places[feature] = known
        return known


class TableScorer:
    """Sums with numpy, over all tokens at once.

    Raises:
        ImportError: when made, where numpy is not installed.
    """

    def __init__(self, model: Model) -> None:
        import numpy as np

        self._table = model.table()
        self._pairs = np.array(model.transitions, dtype=np.float32)
        self._rows = _Rows(model.rows)
        self._words: dict[str, Any] = {}
        self._nothing = self._sum([[] for _ in OFFSETS])

    def scores(self, references: Sequences) -> list[Any]:
        """For each reference a matrix of weights by token and label."""
        import numpy as np

        words: list[Any] = [self._nothing] * _FARTHEST
        places: list[list[str]] = []
        starts: list[int] = []
        for tokens, italic in references:
            starts.append(len(words) - _FARTHEST)
            words += [self._word(token.text) for token in tokens]
            words += [self._nothing] * _FARTHEST
            places += shared_features(tokens, italic)
            places += [[]] * _FARTHEST  # a row for each word, those that part references as well
        if not places:
            return []
        words += [self._nothing] * _FARTHEST
        out = self._sum(places)
        table = np.array(words)
        for number, offset in enumerate(OFFSETS):
            first = _FARTHEST + offset
            out += table[first : first + len(out), number]
        return [out[start : start + len(tokens)] for start, (tokens, _) in zip(starts, references, strict=True)]

    def decoded(self, references: Sequences) -> list[Decoded]:
        """For each reference the likeliest path, and how likely each label on it is."""
        return self.decode(self.scores(references))

    def decode(self, scores: Sequence[Any]) -> list[Decoded]:
        """For each matrix the likeliest path, and how likely each label on it is."""
        if len(scores) == 1 and len(scores[0]):
            return [batches.decode_one(scores[0], self._pairs)]
        # The longer ones together, so that short ones do not wait for them.
        order = sorted((at for at, one in enumerate(scores) if len(one)), key=lambda at: len(scores[at]))
        out: list[Decoded] = [((), ())] * len(scores)
        for first in range(0, len(order), _TOGETHER):
            chosen = order[first : first + _TOGETHER]
            decoded = batches.decode([scores[at] for at in chosen], self._pairs)
            for at, one in zip(chosen, decoded, strict=True):
                out[at] = one
        return out

    def _sum(self, lists: Sequence[Sequence[str]]) -> Any:
        """The sum of the rows of the features of each list."""
        import numpy as np

        known = self._rows.__getitem__
        width = max(map(len, lists)) or 1
        none = [self._rows.none] * width
        numbers = np.array([[*map(known, features), *none[len(features) :]] for features in lists], dtype=np.int32)
        out = self._table[numbers[:, 0]]
        for column in range(1, width):
            out += self._table[numbers[:, column]]
        return out

    def _word(self, word: str) -> Any:
        """The weights that a word adds at each offset."""
        known = self._words.get(word)
        if known is None:
            features = (*word_features(word), *lexicon_features(word))
            known = self._sum([features_at(offset, features) for offset in OFFSETS])
            if len(self._words) >= _WORDS:
                self._words.clear()
            self._words[word] = known
        return known


class _Rows(dict[str, int]):
    """The row of each feature; of one that the model does not know that of the zeros."""

    def __init__(self, rows: Any) -> None:
        super().__init__(rows)
        self.none = len(rows)

    def __missing__(self, feature: str) -> int:
        return self.none
