"""References whose tokens stand one behind the other in arrays of numpy: where each is, and what is beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


class Line:
    """The places of the tokens of references, none of which is empty. All questions end where a reference does."""

    def __init__(self, counts: Sequence[int]) -> None:
        import numpy as np

        self.counts: Array = np.array(counts)
        """How many tokens each reference has."""
        self.starts: Array = np.cumsum(self.counts) - self.counts
        self.of: Array = np.repeat(np.arange(len(counts)), self.counts)
        """The reference of each token."""
        self.at: Array = np.arange(len(self.of))
        self.inside: Array = self.at - self.starts[self.of]
        """How many tokens of its reference stand before each."""
        self.left: Array = self.counts[self.of] - 1 - self.inside
        """And how many behind it."""

    def neighbour(self, values: Array, offset: int, nothing: int = 0) -> Array:
        """The values of the tokens so far away, ``nothing`` where there is none."""
        import numpy as np

        if not offset:
            return values
        out = np.full_like(values, nothing)
        if offset < 0:
            out[-offset:] = values[:offset]
            out[self.inside < -offset] = nothing
        else:
            out[:-offset] = values[offset:]
            out[self.left < offset] = nothing
        return out

    def latest(self, flags: Array) -> Array:
        """Of each token the last before it of which something is true, -1 if there is none."""
        import numpy as np

        out = np.full_like(self.at, -1)
        out[1:] = np.maximum.accumulate(np.where(flags, self.at, -1))[:-1]
        out[out < self.starts[self.of]] = -1
        return out

    def soonest(self, flags: Array) -> Array:
        """Of each token the first behind it of which something is true, or where the next reference begins."""
        import numpy as np

        ends = self.at + self.left + 1
        found = np.minimum.accumulate(np.where(flags, self.at, len(self.at))[::-1])[::-1]
        out = ends.copy()
        out[:-1] = np.minimum(found[1:], ends[:-1])
        return out

    def first(self, flags: Array) -> Array:
        """Of each reference how many tokens stand before the first of which something is true; all, if of none."""
        import numpy as np

        return np.minimum(np.minimum.reduceat(np.where(flags, self.inside, len(self.at)), self.starts), self.counts)

    def last(self, flags: Array) -> Array:
        """Of each reference how many stand before the last such token; -1 if there is none."""
        import numpy as np

        return np.maximum.reduceat(np.where(flags, self.inside, -1), self.starts)

    def numbered(self, begins: Array, inside: Array) -> Array:
        """Of each token the number of the run that it stands in, 0 outside; ``begins`` are the first of the runs."""
        import numpy as np

        total = np.cumsum(begins)
        before = (total - begins)[self.starts]
        return np.where(inside, total - before[self.of], 0)

    def depths(self, steps: Array) -> Array:
        """The sum of the steps up to each token, where a step below 0 is not taken."""
        import numpy as np

        walk = np.cumsum(steps)
        walk -= (walk - steps)[self.starts][self.of]
        # Each reference begins lower than all before it can have gone.
        lower = self.of * (2 * len(walk) + 1)
        lowest: Array = np.minimum(np.minimum.accumulate(walk - lower) + lower, 0)
        return walk - lowest
