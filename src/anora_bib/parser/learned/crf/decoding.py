"""The likeliest labels of a sequence, and how likely each is: Viterbi and forward-backward, in plain Python.

``scores`` has the weights of each token by label, ``transitions[i][j]`` is the weight of label ``j`` behind ``i``
(Sutton and McCallum 2012, sections 4.1 and 4.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

Scores = Sequence[Sequence[float]]


def viterbi(scores: Scores, transitions: Scores) -> list[int]:
    """The indexes of the labels of the likeliest path; of two the one with the lower indexes."""
    if not scores:
        return []
    columns = list(zip(*transitions, strict=True))
    best = list(scores[0])
    back: list[list[int]] = []
    for emitted in scores[1:]:
        sources: list[int] = []
        following: list[float] = []
        for column, score in zip(columns, emitted, strict=True):
            sums = [one + other for one, other in zip(best, column, strict=True)]
            most = max(sums)
            sources.append(sums.index(most))
            following.append(most + score)
        back.append(sources)
        best = following
    state = best.index(max(best))
    path = [state]
    for sources in reversed(back):
        state = sources[state]
        path.append(state)
    path.reverse()
    return path


def marginals(scores: Scores, transitions: Scores) -> list[list[float]]:
    """For each token the probability of each label, given all tokens."""
    if not scores:
        return []
    peaks = [max(row) for row in scores]
    emitted = [[exp(score - peak) for score in row] for row, peak in zip(scores, peaks, strict=True)]
    rows = [[exp(weight) for weight in row] for row in transitions]
    columns = list(zip(*rows, strict=True))
    forward = [_normal(emitted[0])]
    for row in emitted[1:]:
        before = forward[-1]
        forward.append(
            _normal(
                [score * sum(map(float.__mul__, before, column)) for score, column in zip(row, columns, strict=True)]
            )
        )
    behind = [1.0] * len(rows)
    out = [forward[-1]]
    for at in range(len(scores) - 2, -1, -1):
        weighed = [one * other for one, other in zip(emitted[at + 1], behind, strict=True)]
        behind = _normal([sum(map(float.__mul__, row, weighed)) for row in rows])
        out.append(_normal([one * other for one, other in zip(forward[at], behind, strict=True)]))
    out.reverse()
    return out


def _normal(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total > 0.0 else [1.0 / len(values)] * len(values)
