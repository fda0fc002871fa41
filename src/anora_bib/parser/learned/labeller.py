"""Tokens in, labels out: the model and what it needs to be quick, with numpy where it is installed and without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, Final

from anora_bib.parser.labels import Label
from anora_bib.parser.learned import batches, decoding
from anora_bib.parser.learned.features.assembly import OFFSETS, features_at, shared_features
from anora_bib.parser.learned.features.words import lexicon_features, word_features
from anora_bib.parser.learned.model import Model
from anora_bib.parser.learned.tokens import Token, tokenize
from anora_bib.spans import Span

_BATCH: Final = 64
"""Sequences that are decoded together."""
_WORDS: Final = 20_000
"""Words, and features of places, whose weights are remembered."""

try:
    import numpy as np
except ImportError:  # where only pure Python runs
    np = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a reference that are labelled, and of each whether it is printed in italics."""

    tokens: tuple[Token, ...]
    italic: tuple[bool, ...]

    @classmethod
    def of(cls, text: str, italics: Sequence[Span] = (), left_out: Sequence[Span] = ()) -> Tokens:
        """Those of a text; ``left_out`` are stretches that are not of it, such as signs of emphasis. Both in order."""
        tokens: list[Token] = []
        flags: list[bool] = []
        inside, outside = list(reversed(italics)), list(reversed(left_out))
        for token in tokenize(text):
            while inside and inside[-1].end <= token.start:
                inside.pop()
            while outside and outside[-1].end <= token.start:
                outside.pop()
            if not (outside and outside[-1].start <= token.start):
                tokens.append(token)
                flags.append(bool(inside) and inside[-1].start <= token.start)
        return cls(tuple(tokens), tuple(flags))


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tokens with a label for each, None for outside, and the probability of each."""

    tokens: tuple[Token, ...]
    labels: tuple[Label | None, ...]
    likely: tuple[float, ...]


@dataclass(frozen=True)
class Labeller:
    """Labels references. Threads may share one: what it remembers is only ever worked out again."""

    model: Model
    _words: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    _places: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def label(self, references: Iterable[Tokens]) -> Iterator[Tagged]:
        """The labels of references, in order; so many at once take less time each."""
        labels = tuple(Label(label) if label else None for label in self.model.labels)
        remaining = iter(references)
        while batch := list(islice(remaining, _BATCH)):
            scores = [self._scores(one.tokens, one.italic) for one in batch]
            for one, (path, likely) in zip(batch, self._decode(scores), strict=True):
                yield Tagged(
                    one.tokens,
                    tuple(labels[state] for state in path),
                    tuple(float(row[state]) for row, state in zip(likely, path, strict=True)),
                )

    def _decode(self, scores: list[Any]) -> list[tuple[list[int], Any]]:
        if np is None:
            pairs = self.model.transitions
            return [(decoding.viterbi(one, pairs), decoding.marginals(one, pairs)) for one in scores]
        # The longer ones together, so that short ones do not wait for them.
        order = sorted((at for at, one in enumerate(scores) if len(one)), key=lambda at: len(scores[at]))
        out: list[tuple[list[int], Any]] = [([], ())] * len(scores)
        for first in range(0, len(order), 16):
            chosen = order[first : first + 16]
            for at, decoded in zip(chosen, batches.decode([scores[at] for at in chosen], self._table), strict=True):
                out[at] = decoded
        return out

    @cached_property
    def _table(self) -> Any:
        return np.array(self.model.transitions, dtype=np.float32)

    def _scores(self, tokens: Sequence[Token], italic: Sequence[bool]) -> Any:
        """The weights of each token by label."""
        if not tokens:
            return []
        words = [self._word(token.text) for token in tokens]
        places = [[self._place(feature) for feature in features] for features in shared_features(tokens, italic)]
        last = len(tokens) - 1
        beside = [
            [words[at + offset][number] for number, offset in enumerate(OFFSETS) if 0 <= at + offset <= last]
            for at in range(last + 1)
        ]
        rows = [one + other for one, other in zip(beside, places, strict=True)]
        if np is None:
            return [list(map(sum, zip(*row, strict=True))) for row in rows]
        return np.array([np.add.reduce(row) for row in rows])

    def _word(self, word: str) -> Any:
        """The weights that a word adds at each offset."""
        known = self._words.get(word)
        if known is None:
            features = (*word_features(word), *lexicon_features(word))
            known = [self._vector(features_at(offset, features)) for offset in OFFSETS]
            if len(self._words) >= _WORDS:
                self._words.clear()
            self._words[word] = known
        return known

    def _place(self, feature: str) -> Any:
        known = self._places.get(feature)
        if known is None:
            known = self._vector([feature])
            if len(self._places) >= _WORDS:
                self._places.clear()
            self._places[feature] = known
        return known

    def _vector(self, features: Sequence[str]) -> Any:
        vector = self.model.vector(features)
        return vector if np is None else np.array(vector, dtype=np.float32)
