"""The weights of a model by the names of its features, for whoever asks for one feature after the other."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from functools import cached_property

from anora_bib.parser.learned.crf.model import Model


class Lookup:
    """A dictionary of all features of a model, which takes ten times the memory of the model."""

    def __init__(self, model: Model) -> None:
        self.labels = model.labels
        self._model = model

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The row of each feature in :meth:`Model.arrays`, told when it is first asked for."""
        return {name: row for row, name in enumerate(self._model.names)}

    def vector(self, features: Iterable[str]) -> array[float]:
        """The sum of the weights of features, by label; those that the model does not know add nothing."""
        return self.summed([row for row in map(self.rows.get, features) if row is not None])

    def summed(self, rows: Iterable[int]) -> array[float]:
        """The same of features by their rows."""
        out = array("d", bytes(8 * len(self.labels)))
        scale = self._model.scale
        starts, states, weights = self._model.arrays()
        for row in rows:
            for at in range(starts[row], starts[row + 1]):
                out[states[at]] += weights[at] * scale
        return out
