"""The likeliest labels of a sequence, and how likely each is: Viterbi and forward-backward, in plain Python.

``scores`` has the weights of each token by label, ``transitions[i][j]`` is the weight of label ``j`` behind ``i``
(Sutton and McCallum 2012, sections 4.1 and 4.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

Scores = Sequence[Sequence[float]]

_NOTHING: Final = 1e-20
"""A label less likely than this adds nothing to those beside it."""
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Transitions:
    """The weights of labels behind labels, and what decoding asks of them again and again."""

    weights: Scores
    reach: Scores
    """``reach[i][j]`` is the most that coming from ``j`` is worth more than coming from ``i``."""
    factors: Scores
    columns: Scores
    """The same factors, by the label that follows."""

    @classmethod
    def of(cls, weights: Scores) -> Transitions:
        """Those of a table of weights."""
        reach = [
            [max(other - one for one, other in zip(row, rival, strict=True)) + _ROUNDING for rival in weights]
            for row in weights
        ]
        factors = [[exp(weight) for weight in row] for row in weights]
        return cls(weights, reach, factors, list(zip(*factors, strict=True)))


def viterbi(scores: Scores, transitions: Transitions) -> list[int]:
    """The indexes of the labels of the likeliest path; of two the one with the lower indexes."""
    if not scores:
        return []
    weights = transitions.weights
    best = list(scores[0])
    back: list[list[int]] = []
    for emitted in scores[1:]:
        # A label so far behind the best that no transition makes up for it is on no likeliest path.
        top = max(best)
        most = best.index(top)
        sources = [
            at
            for at, (score, reach) in enumerate(zip(best, transitions.reach[most], strict=True))
            if score + reach >= top
        ]
        if len(sources) == 1:
            back.append([most] * len(best))
            best = [top + weight + score for weight, score in zip(weights[most], emitted, strict=True)]
            continue
        following: list[float] = []
        chosen: list[int] = []
        for sums, score in zip(
            zip(*[_raised(best[at], weights[at]) for at in sources], strict=True), emitted, strict=True
        ):
            high = max(sums)
            chosen.append(sources[sums.index(high)])
            following.append(high + score)
        back.append(chosen)
        best = following
    state = best.index(max(best))
    path = [state]
    for chosen in reversed(back):
        state = chosen[state]
        path.append(state)
    path.reverse()
    return path


def _raised(by: float, row: Sequence[float]) -> list[float]:
    return [by + one for one in row]


def marginals(scores: Scores, transitions: Transitions) -> list[list[float]]:
    """For each token the probability of each label, given all tokens."""
    if not scores:
        return []
    emitted = [_emitted(row) for row in scores]
    forward = [_normal(emitted[0])]
    for row in emitted[1:]:
        ahead = _weighed(forward[-1], transitions.factors)
        forward.append(_normal([one * other for one, other in zip(row, ahead, strict=True)]))
    behind = [1.0] * len(emitted[0])
    out = [forward[-1]]
    for at in range(len(scores) - 2, -1, -1):
        weighed = _normal([one * other for one, other in zip(emitted[at + 1], behind, strict=True)])
        behind = _weighed(weighed, transitions.columns)
        out.append(_normal([one * other for one, other in zip(forward[at], behind, strict=True)]))
    out.reverse()
    return out


def shares(scores: Sequence[float]) -> list[float]:
    """The probability of each label of a sequence of one token."""
    return _normal(_emitted(scores))


def _emitted(row: Sequence[float]) -> list[float]:
    peak = max(row)
    return [exp(score - peak) for score in row]


def _weighed(likely: Sequence[float], factors: Scores) -> list[float]:
    """The sum of rows of factors, each as much as it is likely."""
    rows = [[share * factor for factor in row] for share, row in zip(likely, factors, strict=True) if share > _NOTHING]
    return rows[0] if len(rows) == 1 else list(map(sum, zip(*rows, strict=True)))


def _normal(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total > 0.0 else [1.0 / len(values)] * len(values)
