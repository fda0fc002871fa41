"""The figures of an evaluation: precision, recall and F1, shares, and how honest the confidences are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import pi, sqrt
from typing import Final

from anora_bib.parser.evaluation.groups import GROUP_OF, GROUPS
from anora_bib.parser.evaluation.outcomes import Outcome

BINS: Final = 10
"""Bins of equal width in which confidence and share of right ones are compared."""


@dataclass(slots=True)
class Counts:
    """How many values were read as they are (``right``), how many were read, and how many there are."""

    right: int = 0
    given: int = 0
    expected: int = 0

    def add(self, other: Counts) -> None:
        """Add those of another."""
        self.right += other.right
        self.given += other.given
        self.expected += other.expected

    @property
    def precision(self) -> float:
        """The share of right ones among those read."""
        return _share(self.right, self.given)

    @property
    def recall(self) -> float:
        """The share of those there are that were read as they are."""
        return _share(self.right, self.expected)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return _share(2 * self.right, self.given + self.expected)


@dataclass(slots=True)
class Certainty:
    """Confidences beside what was right."""

    pairs: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def error(self) -> float:
        """The expected calibration error (Naeini, Cooper and Hauskrecht 2015).

        It is the mean over bins, by their weight, of how far confidence and share of right ones are apart.
        """
        gaps = (abs(sum(sure for sure, _ in held) - sum(right for _, right in held)) for held in self._bins())
        return _share(sum(gaps), len(self.pairs))

    @property
    def error_by_chance(self) -> float:
        """What the error is on average if every confidence is honest: the fewer pairs, the more.

        What is right in a bin is then nearly normal about what is expected, and off as a normal variable is on average.
        """
        spreads = (sum(sure * (1 - sure) for sure, _ in held) for held in self._bins())
        return _share(sum(sqrt(2 / pi * spread) for spread in spreads), len(self.pairs))

    def _bins(self) -> Iterable[list[tuple[float, bool]]]:
        """The pairs that have alike confidences."""
        bins: dict[int, list[tuple[float, bool]]] = {}
        for confidence, right in self.pairs:
            bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
        return bins.values()


class Score:
    """The figures of some outcomes."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        self.references = self.wholly = self.types = 0
        self.fields: dict[str, Counts] = {}
        """By variable, in the order of the groups."""
        self.certainty: dict[str, Certainty] = {}
        """By variable."""
        self.entries = Certainty()
        counts: dict[str, Counts] = {}
        for outcome in outcomes:
            self._add(outcome, counts)
        self.fields = {variable: counts[variable] for variable in GROUP_OF if variable in counts}

    def _add(self, outcome: Outcome, counts: dict[str, Counts]) -> None:
        if outcome.truth is not None:
            self.references += 1
            self.types += outcome.is_type_right
            self.wholly += outcome.is_wholly_right
        if outcome.entry is not None:
            self.entries.pairs.append((outcome.confidence, outcome.is_wholly_right))
        for variable in {*outcome.expected, *outcome.given}:
            given, expected = outcome.given.get(variable), outcome.expected.get(variable)
            right = given is not None and outcome.is_right(variable)
            counts.setdefault(variable, Counts()).add(Counts(right, given is not None, expected is not None))
            if given is not None:
                self.certainty.setdefault(variable, Certainty()).pairs.append((given.confidence, right))

    def group(self, name: str) -> Counts:
        """Those of a group of variables together."""
        return self._sum(GROUPS[name] if name != "dates" else [key for key in self.fields if GROUP_OF[key] == name])

    @property
    def micro(self) -> Counts:
        """Those of all variables together: its F1 is the micro-averaged one."""
        return self._sum(list(self.fields))

    @property
    def wholly_right(self) -> float:
        """The share of references of which every variable is right and none is added."""
        return _share(self.wholly, self.references)

    @property
    def type_right(self) -> float:
        """The share of references of the right item type."""
        return _share(self.types, self.references)

    @property
    def field_error(self) -> float:
        """The expected calibration error of all values together."""
        return Certainty([pair for certainty in self.certainty.values() for pair in certainty.pairs]).error

    def _sum(self, variables: Sequence[str]) -> Counts:
        total = Counts()
        for variable in variables:
            if variable in self.fields:
                total.add(self.fields[variable])
        return total


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
