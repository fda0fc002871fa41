"""The same as :mod:`anora_bib.parser.learned.crf.decoding` for many sequences at once, where numpy is installed.

Sequences of about one length go through each step together; what lies behind the end of a shorter one counts for
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, Any]


def decode(
    scores: Matrix, starts: Sequence[int], lengths: Sequence[int], transitions: Matrix
) -> list[tuple[list[int], tuple[float, ...]]]:
    """Of each sequence the likeliest path, and how likely each label on it is.

    ``scores`` are the weights by token and label of these and other sequences, none of them empty.
    """
    import numpy as np

    counts = np.array(lengths)
    steps = np.arange(counts.max())[:, None]
    own = scores[np.array(starts) + np.minimum(steps, counts - 1)]
    own[steps >= counts] = 0.0
    paths = _viterbi(own, transitions, counts)
    likely = _likely(own, transitions, counts, paths)
    return [
        (path[:length], tuple(sure[:length]))
        for path, sure, length in zip(paths.T.tolist(), likely.T.tolist(), lengths, strict=True)
    ]


def _viterbi(scores: Matrix, transitions: Matrix, lengths: Matrix) -> Matrix:
    """The likeliest state by step and sequence; of two the one with the lower index."""
    import numpy as np

    longest, count, states = scores.shape
    # The sequences last, so that each addition runs along them; where a best sum came from is asked on the way back,
    # when one state of each sequence is left to ask about.
    emitted = np.ascontiguousarray(scores.transpose(0, 2, 1))
    best = np.empty_like(emitted)
    best[0] = emitted[0]
    sums = np.empty((states, states, count), dtype=np.float32)
    pairs = transitions[:, :, None]
    for at in range(1, longest):
        np.add(best[at - 1][:, None, :], pairs, out=sums)
        np.maximum.reduce(sums, axis=0, out=best[at])
        best[at] += emitted[at]
    out = np.empty((longest, count), dtype=np.int64)
    state = best[-1].argmax(axis=0)
    out[-1] = state
    shortest = int(lengths.min())
    for at in range(longest - 2, -1, -1):
        ahead = transitions[:, state]
        if at + 1 >= shortest:
            ahead = np.where(lengths > at + 1, ahead, np.float32(0))
        state = (best[at] + ahead).argmax(axis=0)
        out[at] = state
    return out


def _likely(scores: Matrix, transitions: Matrix, lengths: Matrix, paths: Matrix) -> Matrix:
    """How likely each state on the paths is, given the whole sequence."""
    import numpy as np

    longest = scores.shape[0]
    emitted = np.exp(scores - scores.max(axis=2, keepdims=True))
    ahead = np.exp(transitions)
    back = np.ascontiguousarray(ahead.T)
    forward = np.empty_like(emitted)
    forward[0] = emitted[0] / emitted[0].sum(axis=1, keepdims=True)
    for at in range(1, longest):
        step = np.matmul(forward[at - 1], ahead, out=forward[at])
        step *= emitted[at]
        step /= step.sum(axis=1, keepdims=True)
    behind = np.ones_like(emitted)
    shortest = int(lengths.min())
    for at in range(longest - 2, -1, -1):
        step = np.matmul(emitted[at + 1] * behind[at + 1], back, out=behind[at])
        step /= step.sum(axis=1, keepdims=True)
        if at + 1 >= shortest:
            # Behind the end of a sequence nothing is known: the way back begins where it ends.
            step[lengths <= at + 1] = 1.0
    forward *= behind
    chosen = np.take_along_axis(forward, paths[:, :, None], axis=2)[:, :, 0]
    likely: Matrix = chosen / forward.sum(axis=2)
    return likely
