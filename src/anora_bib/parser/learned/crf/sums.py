"""Sums of the weights of a model with numpy, and tables of such sums.

They are in the steps of the model, whole numbers, so that they are exact in whatever order they are taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from anora_bib.parser.learned.crf.model import Model

if TYPE_CHECKING:
    from anora_bib.parser.learned.features.lines import Array

HIGHEST: Final = "\U0010ffff"
"""Behind the beginning of names, what stands behind all that begin so."""


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


class Table:
    """Rows that are added at the end. Room for as many as there shall be takes memory only where it is written."""

    def __init__(self, room: int, shape: Sequence[int], dtype: Any) -> None:
        import numpy as np

        self._rows = np.zeros((room + room // 2, *shape), dtype=dtype)
        self.count = 1
        """The first row is there from the beginning, and nothing."""

    def add(self, rows: Array) -> None:
        """Add rows behind those that there are."""
        import numpy as np

        end = self.count + len(rows)
        if end > len(self._rows):
            larger = np.zeros((end + end // 2, *self._rows.shape[1:]), dtype=self._rows.dtype)
            larger[: self.count] = self._rows[: self.count]
            self._rows = larger
        self._rows[self.count : end] = rows
        self.count = end

    def keep(self, rows: Array) -> None:
        """Only these rows, in order and renumbered."""
        self._rows[: len(rows)] = self._rows[rows]
        self.count = len(rows)

    def rows(self) -> Array:
        """Those that there are."""
        return self._rows[: self.count]
