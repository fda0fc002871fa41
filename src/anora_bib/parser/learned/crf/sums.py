"""Sums of weights with numpy, remembered: what words add at each distance from them, and what keys add.

They are in the steps of the model, whole numbers, so that they are exact in whatever order they are taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.features.alphabets import Alphabets, Code
from anora_bib.parser.learned.features.assembly import OFFSETS, at_offset, features_of_word, reach
from anora_bib.parser.learned.features.places import FEATURES

if TYPE_CHECKING:
    from anora_bib.parser.learned.features.lines import Array

_WORDS: Final = 8_192
"""Words of which is remembered what they add; of more half are forgotten."""
_TOGETHER: Final = 512
"""Words that are summed up together, of which each takes some kilobytes meanwhile."""
_KEYS: Final = 32_768
"""Keys of which that is remembered."""
_NARROW: Final = 1 << 18
"""Keys of a column that have a place each in an array."""
_HIGHEST: Final = "\U0010ffff"


class Weights:
    """The weights of a model, of which each feature has few."""

    def __init__(self, model: Model) -> None:
        import numpy as np

        starts, states, steps = model.arrays()
        self.labels = len(model.labels)
        self._starts = np.array(starts, dtype=np.int64)
        self._states = np.frombuffer(states, dtype=np.uint8)
        self._steps = np.array(steps, dtype=np.int16)

    def summed(self, rows: Array, owners: Array, count: int) -> Array:
        """For each of so many owners the sum of the rows that are its, by label."""
        import numpy as np

        first = self._starts[rows]
        lengths = self._starts[rows + 1] - first
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        at = np.arange(total) + np.repeat(first - (ends - lengths), lengths)
        cells = np.repeat(owners * self.labels, lengths) + self._states[at]
        sums = np.bincount(cells, self._steps[at], count * self.labels)
        return sums.astype(np.float32).reshape(count, self.labels)


class _Table:
    """Rows that are added at the end. Room for as many as there shall be takes memory only where it is written."""

    def __init__(self, room: int, shape: Sequence[int], dtype: Any) -> None:
        import numpy as np

        self._rows = np.zeros((room + room // 2, *shape), dtype=dtype)
        self.count = 1
        """The first row is there from the beginning, and nothing."""

    def add(self, rows: Array) -> None:
        import numpy as np

        end = self.count + len(rows)
        if end > len(self._rows):
            larger = np.zeros((end + end // 2, *self._rows.shape[1:]), dtype=self._rows.dtype)
            larger[: self.count] = self._rows[: self.count]
            self._rows = larger
        self._rows[self.count : end] = rows
        self.count = end

    def rows(self) -> Array:
        """Those that there are."""
        return self._rows[: self.count]


class WordSums:
    """What is told of words, and the weights that they add at each of ``OFFSETS``. Word 0 is none, and adds nothing."""

    def __init__(self, names: Sequence[str], weights: Weights, alphabets: Alphabets) -> None:
        import numpy as np

        self._weights = weights
        self._alphabets = alphabets
        self._features, self._rows = _by_offset(names)
        self._numbers: dict[str, int] = {}
        self._sums = _Table(_WORDS, (len(OFFSETS), self._weights.labels), np.float32)
        self._codes = _Table(_WORDS, (len(Code),), np.int32)

    def _forget(self) -> None:
        """Let the later half go: words met early are met often."""
        kept = _WORDS // 2
        self._numbers = {word: number for word, number in self._numbers.items() if number < kept}
        self._sums.count = self._codes.count = kept

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
        return np.array([known[word] for word in words])

    def codes(self) -> Array:
        """A row for each word, a column for each :class:`Code`."""
        return self._codes.rows()

    def sums(self) -> Array:
        """A matrix for each word: a row for each of ``OFFSETS``, a column for each label."""
        return self._sums.rows()

    def _summed(self, words: Sequence[str]) -> Array:
        import numpy as np

        get, nothing = self._features.get, len(self._features)
        features = [[get(feature, nothing) for feature in features_of_word(word)] for word in words]
        lengths = np.array([len(one) for one in features])
        of = np.repeat(np.arange(len(words)), lengths)
        place = np.arange(len(of)) - (np.cumsum(lengths) - lengths)[of]
        rows = self._rows[np.fromiter(chain.from_iterable(features), dtype=np.int64, count=len(of))]
        owners = of[:, None] * len(OFFSETS) + np.arange(len(OFFSETS))
        known = rows >= 0
        for at, offset in enumerate(OFFSETS):
            known[:, at] &= place < reach(offset)
        sums = self._weights.summed(rows[known], owners[known], len(words) * len(OFFSETS))
        return sums.reshape(len(words), len(OFFSETS), -1)


def _by_offset(names: Sequence[str]) -> tuple[dict[str, int], Array]:
    """The features of words, numbered, and of each its row in the model at each offset: -1 where it has none."""
    import numpy as np

    features: dict[str, int] = {}
    rows = np.full((len(names) + 1, len(OFFSETS)), -1, dtype=np.int32)
    for at, offset in enumerate(OFFSETS):
        start = at_offset(offset)
        first, end = bisect_left(names, start), bisect_left(names, start + _HIGHEST)
        own = [features.setdefault(name[len(start) :], len(features)) for name in names[first:end]]
        rows[own, at] = range(first, end)
    return features, rows[: len(features) + 1].copy()


class KeySums:
    """The weights that the keys of columns add: rows of one table, of which number 0 adds nothing."""

    def __init__(self, names: Sequence[str], weights: Weights, alphabets: Alphabets) -> None:
        self._weights = weights
        self._alphabets = alphabets
        of_words = tuple(map(at_offset, OFFSETS))
        self._row_of = {name: row for row, name in enumerate(names) if not name.startswith(of_words)}.get
        self._forget()

    def _forget(self) -> None:
        import numpy as np

        sizes = [self._alphabets.size(column) for column in range(len(FEATURES))]
        self._narrow = [np.full(size, -1, dtype=np.int32) if size <= _NARROW else None for size in sizes]
        self._wide: list[dict[int, int]] = [{} for _ in FEATURES]
        self._sums = _Table(_KEYS, (self._weights.labels,), np.float32)

    def forget(self) -> None:
        """Begin anew where more is remembered than there shall be."""
        if self._sums.count + sum(map(len, self._wide)) > _KEYS:
            self._forget()

    def numbers(self, column: int, keys: Array) -> Array:
        """The row of each key in :meth:`sums`."""
        narrow = self._narrow[column]
        if narrow is None:
            return self._looked_up(column, keys.tolist())
        found = narrow[keys]
        if missing := list(dict.fromkeys(keys[found < 0].tolist())):
            narrow[missing] = self._add(column, missing)
            found = narrow[keys]
        return found

    def _looked_up(self, column: int, keys: Sequence[int]) -> Array:
        """The same in a column of more keys than an array shall have."""
        import numpy as np

        known = self._wide[column]
        if missing := list(dict.fromkeys([key for key in keys if key not in known])):
            known.update(zip(missing, self._add(column, missing).tolist(), strict=True))
        return np.array([known[key] for key in keys], dtype=np.int32)

    def sums(self) -> Array:
        """A row for each number, a column for each label."""
        return self._sums.rows()

    def _add(self, column: int, keys: Sequence[int]) -> Array:
        """The numbers of keys that are new; those to which nothing is known have 0."""
        import numpy as np

        features, key_of, row_of = FEATURES[column], self._alphabets.key, self._row_of
        rows = [[row for row in map(row_of, features(key_of(column, key))) if row is not None] for key in keys]
        known = [one for one in rows if one]
        first = self._sums.count
        owners = np.repeat(np.arange(len(known)), [len(one) for one in known])
        self._sums.add(
            self._weights.summed(np.array([*chain.from_iterable(known)], dtype=np.int64), owners, len(known))
        )
        numbers = np.zeros(len(keys), dtype=np.int32)
        numbers[[bool(one) for one in rows]] = np.arange(first, self._sums.count)
        return numbers
