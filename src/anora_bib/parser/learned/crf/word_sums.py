"""What words add at each distance from them, remembered: see :mod:`anora_bib.parser.learned.crf.sums`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from anora_bib.parser.learned.crf.sums import HIGHEST, Table, Weights
from anora_bib.parser.learned.features.alphabets import Alphabets, Code
from anora_bib.parser.learned.features.assembly import OFFSETS, at_offset, parts_of_word

if TYPE_CHECKING:
    from anora_bib.parser.learned.features.lines import Array

_WORDS: Final = 12_288
"""Words of which is remembered what they add; of more those met least often are forgotten, half of them."""
_TOGETHER: Final = 512
"""Words that are summed up together, of which each takes some kilobytes meanwhile."""


class WordSums:
    """What is told of words, and the weights that they add at each of ``OFFSETS``. Word 0 is none, and adds nothing."""

    def __init__(self, names: Sequence[str], weights: Weights, alphabets: Alphabets) -> None:
        import numpy as np

        self._weights = weights
        self._alphabets = alphabets
        self._features, self._rows = _by_offset(names)
        self._numbers: dict[str, int] = {}
        self._sums = Table(_WORDS, (len(OFFSETS), self._weights.labels), np.float32)
        self._codes = Table(_WORDS, (len(Code),), np.int32)
        self._met = np.zeros(1, dtype=np.int64)
        """How often each word was met."""

    def _forget(self) -> None:
        """Let those go that were met least often."""
        import numpy as np

        kept = np.argsort(-self._met[1:], kind="stable")[: _WORDS // 2] + 1
        kept.sort()
        words = [*self._numbers]
        self._numbers = {words[number - 1]: at for at, number in enumerate(kept.tolist(), 1)}
        rows = np.concatenate((np.zeros(1, dtype=kept.dtype), kept))
        self._sums.keep(rows)
        self._codes.keep(rows)
        self._met = self._met[rows] // 2

    def numbers(self, words: Sequence[str]) -> Array:
        """The number of each word."""
        import numpy as np

        if self._sums.count > _WORDS:
            self._forget()
        known = self._numbers
        unknown = [word for word in dict.fromkeys(words) if word not in known]
        for start in range(0, len(unknown), _TOGETHER):
            part = unknown[start : start + _TOGETHER]
            first = self._sums.count
            self._codes.add(np.array([self._alphabets.codes(word) for word in part], dtype=np.int32))
            self._sums.add(self._summed(part))
            known.update(zip(part, range(first, self._sums.count), strict=True))
        numbers = np.fromiter(map(known.__getitem__, words), dtype=np.int64, count=len(words))
        met = np.bincount(numbers, minlength=self._sums.count)
        met[: len(self._met)] += self._met
        self._met = met
        return numbers

    def codes(self) -> Array:
        """A row for each word, a column for each :class:`Code`."""
        return self._codes.rows()

    def sums(self) -> Array:
        """A matrix for each word: a row for each of ``OFFSETS``, a column for each label."""
        return self._sums.rows()

    def _summed(self, words: Sequence[str]) -> Array:
        import numpy as np

        features = [self._known(word) for word in words]
        lengths = np.array([len(one) for one in features])
        of = np.repeat(np.arange(len(words)), lengths)
        rows = self._rows[np.fromiter(chain.from_iterable(features), dtype=np.int64, count=len(of))]
        owners = of[:, None] * len(OFFSETS) + np.arange(len(OFFSETS))
        told = rows >= 0
        sums = self._weights.summed(rows[told], owners[told], len(words) * len(OFFSETS))
        return sums.reshape(len(words), len(OFFSETS), -1)

    def _known(self, word: str) -> list[int]:
        """The features of a word that the model has at some offset."""
        kinds = self._features
        found = [kinds[kind].get(value) for kind, value in parts_of_word(word)]
        return [number for number in found if number is not None]


def _by_offset(names: Sequence[str]) -> tuple[Mapping[str, Mapping[str, int]], Array]:
    """The features of words by kind and value, numbered, and of each its row in the model at each offset.

    That is -1 where it has none: so far away that only the first features of a word tell, a model has no others.
    """
    import numpy as np

    kinds: defaultdict[str, dict[str, int]] = defaultdict(dict)
    rows = np.full((len(names), len(OFFSETS)), -1, dtype=np.int32)
    count = 0
    for at, offset in enumerate(OFFSETS):
        start = at_offset(offset)
        first = bisect_left(names, start)
        for row in range(first, bisect_left(names, start + HIGHEST)):
            kind, sign, value = names[row][len(start) :].partition("=")
            number = kinds[kind + sign].setdefault(value, count)
            count += number == count
            rows[number, at] = row
    return kinds, rows[:count].copy()
