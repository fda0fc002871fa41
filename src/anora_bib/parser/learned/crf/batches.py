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


def decode(batch: Sequence[Matrix], transitions: Matrix) -> list[tuple[list[int], tuple[float, ...]]]:
    """Of each sequence, a matrix of weights by token and label: the likeliest path, and how likely each label on it is.

    None of the sequences is empty.
    """
    import numpy as np

    lengths = np.array([len(scores) for scores in batch])
    longest, states = int(lengths.max()), transitions.shape[0]
    scores = np.zeros((longest, len(batch), states), dtype=np.float32)
    for at, one in enumerate(batch):
        scores[: len(one), at] = one
    inside = np.arange(longest)[:, None] < lengths[None, :]
    paths = _viterbi(scores, transitions, lengths)
    likely = np.take_along_axis(_marginals(scores, transitions, inside), paths[:, :, None], axis=2)[:, :, 0]
    return [
        (paths[:length, at].tolist(), tuple(likely[:length, at].tolist())) for at, length in enumerate(lengths.tolist())
    ]


def decode_one(scores: Matrix, transitions: Matrix) -> tuple[list[int], tuple[float, ...]]:
    """The same for one sequence, in fewer steps."""
    import numpy as np

    length = len(scores)
    columns = np.ascontiguousarray(transitions.T)
    best = scores[0]
    back = []
    rows = np.arange(len(best))
    for at in range(1, length):
        sums = columns + best
        sources = sums.argmax(1)
        back.append(sources)
        best = sums[rows, sources] + scores[at]
    state = int(best.argmax())
    path = [state]
    for sources in reversed(back):
        state = int(sources[state])
        path.append(state)
    path.reverse()
    emitted = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = np.exp(transitions)
    forward = [emitted[0] / emitted[0].sum()]
    for row in emitted[1:]:
        ahead = (forward[-1] @ weights) * row
        forward.append(ahead / ahead.sum())
    behind = np.ones_like(emitted[0])
    likely = []
    for at in range(length - 1, -1, -1):
        both = forward[at] * behind
        likely.append(float(both[path[at]] / both.sum()))
        behind = weights @ (emitted[at] * behind)
        behind /= behind.sum()
    likely.reverse()
    return path, tuple(likely)


def _viterbi(scores: Matrix, transitions: Matrix, lengths: Matrix) -> Matrix:
    """The likeliest state by step and sequence."""
    import numpy as np

    longest, count, states = scores.shape
    back = np.zeros(scores.shape, dtype=np.uint8)
    best = scores[0]
    ends = np.where((lengths == 1)[:, None], best, -np.inf)
    columns = np.ascontiguousarray(transitions.T)
    rows = np.arange(count)
    flat = (np.arange(count * states) * states).reshape(count, states)
    for at in range(1, longest):
        sums = best[:, None, :] + columns[None]
        sources = sums.argmax(axis=2)
        back[at] = sources
        best = sums.reshape(-1)[flat + sources] + scores[at]
        ending = lengths == at + 1
        if ending.any():
            ends[ending] = best[ending]
    state = ends.argmax(axis=1)
    out = np.zeros((longest, count), dtype=np.int64)
    for at in range(longest - 1, -1, -1):
        out[at] = state
        if at:
            state = np.where(at < lengths, back[at, rows, state], state)
    return out


def _marginals(scores: Matrix, transitions: Matrix, inside: Matrix) -> Matrix:
    import numpy as np

    longest = scores.shape[0]
    emitted = np.exp(scores - scores.max(axis=2, keepdims=True))
    weights = np.exp(transitions)
    forward: Matrix = np.empty_like(emitted)
    forward[0] = _normal(emitted[0])
    for at in range(1, longest):
        forward[at] = _normal((forward[at - 1] @ weights) * emitted[at])
    behind = np.ones_like(emitted[0])
    out: Matrix = np.empty_like(emitted)
    for at in range(longest - 1, -1, -1):
        out[at] = _normal(forward[at] * behind)
        # Behind the end of a sequence nothing is known: it begins anew, with ones, where the sequence ends.
        stepped = _normal((emitted[at] * behind) @ weights.T)
        behind = np.where(inside[at][:, None], stepped, 1.0).astype(emitted.dtype)
    return out


def _normal(values: Matrix) -> Matrix:
    normal: Matrix = values / values.sum(axis=1, keepdims=True)
    return normal
