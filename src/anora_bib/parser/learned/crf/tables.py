"""From tokens to the likeliest path through the labels with numpy: sums of weights over all tokens at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING, Final

from anora_bib.parser.learned.crf import batches
from anora_bib.parser.learned.crf.key_sums import KeySums
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.crf.sums import Weights
from anora_bib.parser.learned.crf.word_sums import WordSums
from anora_bib.parser.learned.features.alphabets import Alphabets
from anora_bib.parser.learned.features.assembly import OFFSETS
from anora_bib.parser.learned.features.batches import Batch
from anora_bib.parser.learned.features.places import values_told

if TYPE_CHECKING:
    from anora_bib.parser.learned.crf.scoring import Decoded, Sequences
    from anora_bib.parser.learned.features.lines import Array

_CELLS: Final = 8_192
"""Tokens, those that fill up shorter references included, that go through the steps of decoding together."""
_TOGETHER: Final = 64
"""References that do."""


class TableScorer:
    """Sums with numpy, over all tokens at once.

    Raises:
        ImportError: when made, where numpy is not installed.
    """

    def __init__(self, model: Model) -> None:
        import numpy as np

        self._pairs = np.array(model.transitions, dtype=np.float32)
        self._scale = model.scale
        weights = Weights(model)
        names = model.names
        self._alphabets = Alphabets(*values_told(names))
        self._words = WordSums(names, weights, self._alphabets)
        self._keys = KeySums(names, weights, self._alphabets)
        self._lock = Lock()

    def decoded(self, references: Sequences) -> list[Decoded]:
        """For each reference the likeliest path, and how likely each label on it is."""
        out: list[Decoded] = [((), ())] * len(references)
        filled = [at for at, (tokens, _) in enumerate(references) if tokens]
        if filled:
            with self._lock:
                scores = self._scores([references[at] for at in filled])
            lengths = [len(references[at][0]) for at in filled]
            starts = [*accumulate(lengths, initial=0)]
            for chosen in _alike(lengths):
                decoded = batches.decode(
                    scores, [starts[at] for at in chosen], [lengths[at] for at in chosen], self._pairs
                )
                for at, one in zip(chosen, decoded, strict=True):
                    out[filled[at]] = one
        return out

    def _scores(self, references: Sequences) -> Array:
        """A matrix of weights by token and label, all references one behind the other."""
        import numpy as np

        words = self._words.numbers([token[2] for tokens, _ in references for token in tokens])
        batch = Batch(references, self._words.codes()[words].T, self._alphabets)
        self._keys.forget()
        columns = [(keys, self._keys.numbers(keys.column, keys.numbers)) for keys in batch.columns()]
        sums, table = self._words.sums(), self._keys.sums()
        out = np.zeros((len(words), table.shape[1]), dtype=np.float32)
        for number, offset in enumerate(OFFSETS):
            out += sums[batch.line.neighbour(words, offset), number]
        for keys, numbers in columns:
            weights = table[numbers]
            if keys.at is not None:
                out[keys.at] += weights
            else:
                out += weights if keys.lengths is None else np.repeat(weights, keys.lengths, axis=0)
        out *= np.float32(self._scale)
        return out


def _alike(lengths: Sequence[int]) -> Iterable[list[int]]:
    """The indexes of lengths in groups of about the same, so that short references do not wait for long ones."""
    group: list[int] = []
    for at in sorted(range(len(lengths)), key=lengths.__getitem__):
        if group and (len(group) >= _TOGETHER or (len(group) + 1) * lengths[at] > _CELLS):
            yield group
            group = []
        group.append(at)
    yield group
