"""What keys of columns add, remembered: see :mod:`anora_bib.parser.learned.crf.sums`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from anora_bib.parser.learned.crf.sums import HIGHEST, Table, Weights
from anora_bib.parser.learned.features.alphabets import Alphabets
from anora_bib.parser.learned.features.assembly import OFFSETS, at_offset
from anora_bib.parser.learned.features.places import FEATURES, KEYS

if TYPE_CHECKING:
    from anora_bib.parser.learned.features.lines import Array

_KEYS: Final = 16_384
"""Keys of which that is remembered, beside those of features that stand for one key."""
_NARROW: Final = 1 << 18
"""Keys of a column that have a place each in an array."""


class KeySums:
    """The weights that the keys of columns add: rows of one table, of which number 0 adds nothing."""

    def __init__(self, names: Sequence[str], weights: Weights, alphabets: Alphabets) -> None:
        import numpy as np

        self._weights = weights
        self._alphabets = alphabets
        self._sums = Table(_KEYS, (weights.labels,), np.float32)
        self._told = {column: self._of_all(column, names) for column in KEYS}
        """Where a key stands for one feature, the numbers of all that the model has."""
        self._first = self._sums.count
        elsewhere = (*map(at_offset, OFFSETS), *(start for start, _ in KEYS.values()))
        self._row_of = {name: row for row, name in enumerate(names) if not name.startswith(elsewhere)}.get
        self._forget()

    def _of_all(self, column: int, names: Sequence[str]) -> _Numbers:
        """The numbers of the keys of all features of a column, whose sums are added."""
        import numpy as np

        start, key_of = KEYS[column]
        first, end = bisect_left(names, start), bisect_left(names, start + HIGHEST)
        keys = np.array(self._alphabets.numbers(column, map(key_of, names[first:end])), dtype=np.int64)
        numbers = np.arange(self._sums.count, self._sums.count + len(keys), dtype=np.int32)
        self._sums.add(self._weights.summed(np.arange(first, end), np.arange(len(keys)), len(keys)))
        return _Numbers(keys, numbers, self._alphabets.size(column))

    def _forget(self) -> None:
        import numpy as np

        sizes = [self._alphabets.size(column) for column in range(len(FEATURES))]
        self._met = {at: np.full(size, -1, dtype=np.int32) for at, size in enumerate(sizes) if at not in KEYS}
        self._sums.count = self._first

    def forget(self) -> None:
        """Begin anew where more is remembered than there shall be."""
        if self._sums.count - self._first > _KEYS:
            self._forget()

    def numbers(self, column: int, keys: Array) -> Array:
        """The row of each key in :meth:`sums`."""
        if column in KEYS:
            return self._told[column].of(keys)
        met = self._met[column]
        found = met[keys]
        if missing := list(dict.fromkeys(keys[found < 0].tolist())):
            met[missing] = self._add(column, missing)
            found = met[keys]
        return found

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


class _Numbers:
    """The numbers of the keys that there are, 0 for any other, of so many that there may be."""

    def __init__(self, keys: Array, numbers: Array, size: int) -> None:
        import numpy as np

        self._narrow: Array | None = None
        if size <= _NARROW:
            self._narrow = np.zeros(size, dtype=np.int32)
            self._narrow[keys] = numbers
        else:
            order = np.argsort(keys)
            self._keys = np.append(keys[order], size)
            self._numbers = np.append(numbers[order], 0).astype(np.int32)

    def of(self, keys: Array) -> Array:
        """The number of each key."""
        import numpy as np

        if self._narrow is not None:
            return self._narrow[keys]
        at = np.searchsorted(self._keys, keys)
        found: Array = np.where(self._keys[at] == keys, self._numbers[at], 0)
        return found
