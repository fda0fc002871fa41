"""Chance with a seed: what is drawn is the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Values that are drawn more often the more they weigh."""

    __slots__ = ("sums", "values")

    def __init__(self, weights: Mapping[T, float]) -> None:
        self.values = tuple(weights)
        self.sums = tuple(accumulate(weights.values()))


class Chance(random.Random):
    """A source of chance, made from a text or a number."""

    def often(self, share: float) -> bool:
        """True in this share of the cases."""
        return self.random() < share

    def pick(self, values: Sequence[T]) -> T:
        """One of the values, all alike."""
        return values[int(self.random() * len(values))]

    def draw(self, values: Weighted[T]) -> T:
        """One of the values, by weight."""
        return self.choices(values.values, cum_weights=values.sums)[0]

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def small(self, low: int, high: int) -> int:
        """A whole number, both ends included; the smaller, the more often."""
        share = self.random()
        return low + int(share * share * share * (high - low + 1))
