"""One model of several that have learnt from different references."""

from __future__ import annotations

from collections.abc import Sequence

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
        for feature in model.rows:
            sums = weights.setdefault(feature, {})
            for state, weight in model.row(feature):
                sums[own[state]] = sums.get(own[state], 0.0) + share * weight
    return Model.of(labels, transitions, {feature: sorted(sums.items()) for feature, sums in weights.items()})
