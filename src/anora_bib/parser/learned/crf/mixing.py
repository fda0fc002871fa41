"""One model of several that have learnt from different references, or in different ways."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from anora_bib.parser.learned.crf.model import Model


def mean(models: Sequence[Model]) -> Model:
    """The model whose weights are the mean of those of others (parameter mixing: McDonald, Hall and Mann 2010).

    It errs less than each of them, and is no slower. A label that one of them lacks counts there as without weight.
    """
    labels = tuple(dict.fromkeys(label for model in models for label in model.labels))
    states = {label: state for state, label in enumerate(labels)}
    share = 1 / len(models)
    transitions: dict[tuple[int, int], float] = {}
    weights: dict[str, dict[int, float]] = {}
    for model in models:
        own = [states[label] for label in model.labels]
        for one, row in zip(own, model.transitions, strict=True):
            for other, weight in zip(own, row, strict=True):
                transitions[one, other] = transitions.get((one, other), 0.0) + share * weight
        for feature, pairs in model.weights():
            sums = weights.setdefault(feature, {})
            for state, weight in pairs:
                sums[own[state]] = sums.get(own[state], 0.0) + share * weight
    return Model.of(labels, transitions, {feature: sorted(sums.items()) for feature, sums in weights.items()})


def pruned(model: Model, least: float) -> Model:
    """The model without weights of features that are smaller, of which most models consist."""
    transitions = {(one, to): weight for one, row in enumerate(model.transitions) for to, weight in enumerate(row)}
    kept = {feature: [pair for pair in pairs if abs(pair[1]) >= least] for feature, pairs in model.weights()}
    return Model.of(model.labels, transitions, {feature: row for feature, row in kept.items() if row})


def of_one_size(model: Model, other: Model) -> Model:
    """The model with all weights multiplied so that its transitions are as large as those of another.

    The likeliest labels stay the same. Weights of a perceptron are counts, larger than those of a likelihood by far.
    """
    size = _size(model)
    share = _size(other) / size if size else 1.0
    transitions = {
        (one, to): share * weight for one, row in enumerate(model.transitions) for to, weight in enumerate(row)
    }
    weights = {feature: [(state, share * weight) for state, weight in pairs] for feature, pairs in model.weights()}
    return Model.of(model.labels, transitions, weights)


def _size(model: Model) -> float:
    """The Euclidean norm of the weights of transitions, which every model has of each pair of labels."""
    return hypot(*(weight for row in model.transitions for weight in row))
