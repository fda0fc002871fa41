"""The likeliest labels of a sequence, and how likely each is: Viterbi and forward-backward, in plain Python.

``scores`` has the weights of each token by label, ``transitions[i][j]`` is the weight of label ``j`` behind ``i``
(Sutton and McCallum 2012, sections 4.1 and 4.2). Of most tokens few labels have a chance. The best path through each
label tells which, and probabilities are summed up over those alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from operator import mul
from typing import Final

Scores = Sequence[Sequence[float]]

_CHANCE: Final = 20.0
"""A label whose best path has a weight so much below the best of all adds nothing to probabilities: less than what
single precision, in which numpy works, leaves out."""
_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Transitions:
    """The weights of labels behind labels, and what decoding asks of them again and again."""

    weights: Scores
    columns: Scores
    """The same weights, by the label that follows."""
    reach: Scores
    """``reach[i][j]`` is the most that coming from ``j`` is worth more than coming from ``i``."""
    reach_back: Scores
    """And going to ``j`` more than going to ``i``."""
    factors: Scores

    @classmethod
    def of(cls, weights: Scores) -> Transitions:
        """Those of a table of weights."""
        columns = list(zip(*weights, strict=True))
        factors = [[exp(weight) for weight in row] for row in weights]
        return cls(weights, columns, _reach(weights), _reach(columns), factors)


def _reach(rows: Scores) -> list[list[float]]:
    """How much more than each row another has at most."""
    return [
        [max(other - one for one, other in zip(row, rival, strict=True)) + _ROUNDING for rival in rows] for row in rows
    ]


def decode(scores: Scores, transitions: Transitions) -> tuple[list[int], list[float]]:
    """The indexes of the labels of the likeliest path, of two that with the lower indexes; the probability of each."""
    if not scores:
        return [], []
    ahead = _ahead(scores, transitions)
    behind = _behind(scores, transitions)
    top = max(ahead[-1])
    through = [[one + other for one, other in zip(*rows, strict=True)] for rows in zip(ahead, behind, strict=True)]
    chances = [[at for at, weight in enumerate(row) if weight >= top - _CHANCE] for row in through]
    path = _path(ahead, transitions.columns)
    return path, _likely(scores, transitions, chances, path)


def _ahead(scores: Scores, transitions: Transitions) -> list[list[float]]:
    """The weight of the best path up to each label of each token."""
    best = list(scores[0])
    out = [best]
    for emitted in scores[1:]:
        coming = _best(best, transitions.weights, transitions.reach)
        best = [one + other for one, other in zip(coming, emitted, strict=True)]
        out.append(best)
    return out


def _behind(scores: Scores, transitions: Transitions) -> list[list[float]]:
    """The weight of the best path behind each label of each token."""
    best = [0.0] * len(scores[-1])
    out = [best]
    for emitted in reversed(scores[1:]):
        going = [one + other for one, other in zip(best, emitted, strict=True)]
        best = _best(going, transitions.columns, transitions.reach_back)
        out.append(best)
    out.reverse()
    return out


def _best(weights: Sequence[float], rows: Scores, reach: Scores) -> list[float]:
    """For each label the most of the weights, each with what its row adds."""
    top = max(weights)
    most = weights.index(top)
    # A label so far behind the best that nothing makes up for it is on no best path.
    near = [at for at, (own, more) in enumerate(zip(weights, reach[most], strict=True)) if own + more >= top]
    if len(near) == 1:
        return [top + one for one in rows[most]]
    return list(map(max, *[[weights[at] + one for one in rows[at]] for at in near]))


def _path(ahead: Scores, columns: Scores) -> list[int]:
    """The best path, told from its end."""
    state = ahead[-1].index(max(ahead[-1]))
    path = [state]
    for best in reversed(ahead[:-1]):
        coming = [one + other for one, other in zip(best, columns[state], strict=True)]
        state = coming.index(max(coming))
        path.append(state)
    path.reverse()
    return path


def _likely(
    scores: Scores, transitions: Transitions, chances: Sequence[Sequence[int]], path: Sequence[int]
) -> list[float]:
    """The probability of each label on the path, where each token has no labels but those that have a chance."""
    emitted = [_emitted([row[state] for state in own]) for row, own in zip(scores, chances, strict=True)]
    factors = [_factors(transitions.factors, own, following) for own, following in pairwise(chances)]
    forward = [_normal(emitted[0])]
    for row, columns in zip(emitted[1:], factors, strict=True):
        last = forward[-1]
        forward.append(_normal([one * sum(map(mul, last, column)) for one, column in zip(row, columns, strict=True)]))
    behind = [1.0] * len(emitted[-1])
    out = [forward[-1][chances[-1].index(path[-1])]]
    for at in range(len(scores) - 2, -1, -1):
        going = list(map(mul, emitted[at + 1], behind))
        behind = _normal([sum(map(mul, going, row)) for row in zip(*factors[at], strict=True)])
        likely = list(map(mul, forward[at], behind))
        out.append(likely[chances[at].index(path[at])] / sum(likely))
    out.reverse()
    return out


def _factors(factors: Scores, own: Sequence[int], following: Sequence[int]) -> list[list[float]]:
    """For each label that may follow the factors of those that it may stand behind."""
    return [[factors[one][other] for one in own] for other in following]


def shares(scores: Sequence[float]) -> list[float]:
    """The probability of each label of a sequence of one token."""
    return _normal(_emitted(scores))


def _emitted(row: Sequence[float]) -> list[float]:
    peak = max(row)
    return [exp(score - peak) for score in row]


def _normal(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total > 0.0 else [1.0 / len(values)] * len(values)
