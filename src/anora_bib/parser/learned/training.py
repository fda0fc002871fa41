"""A model of the labeller made from labelled references, with python-crfsuite (extra ``train``)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Final

from anora_bib.errors import UnsupportedError
from anora_bib.parser.labelled import Labelled
from anora_bib.parser.learned.features.assembly import describe
from anora_bib.parser.learned.labeller import Tokens
from anora_bib.parser.learned.model import Model
from anora_bib.parser.learned.tokens import Token

_HIDING: Final = 0.5
"""The share of references in which lexicons are hidden for some tokens: else the model trusts them, and fails where a
name is not listed."""
_HIDDEN: Final = 1 / 3
"""The share of tokens hidden in such a reference."""
_RAREST: Final = 3
"""A feature met less often is left out."""


def train(
    references: Iterable[Labelled], *, seed: int = 1, iterations: int = 100, sparse: float = 0.3, smooth: float = 0.01
) -> Model:
    """The model that fits the references best (L-BFGS with L1 weight ``sparse`` and L2 weight ``smooth``).

    Raises:
        UnsupportedError: python-crfsuite is not installed.
    """
    try:
        from pycrfsuite import Tagger, Trainer
    except ImportError as error:
        raise UnsupportedError("training needs python-crfsuite; install anora-bib[train]") from error
    chance = Random(seed)
    trainer = Trainer(verbose=False)
    for reference in references:
        cut = Tokens.of(reference.text, reference.italics)
        if cut.tokens:
            hidden = chance.random() < _HIDING
            hides = [hidden and chance.random() < _HIDDEN for _ in cut.tokens]
            trainer.append(describe(cut.tokens, cut.italic, hides), labels_of(reference, cut.tokens))
    trainer.select("lbfgs", "crf1d")
    trainer.set_params(
        {
            "c1": sparse,
            "c2": smooth,
            "max_iterations": iterations,
            "feature.minfreq": _RAREST,
            "feature.possible_transitions": True,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model")
        trainer.train(str(path))
        tagger = Tagger()
        tagger.open(str(path))
        info = tagger.info()
        tagger.close()
    labels = [label if label != _OUTSIDE else "" for label in tagger_labels(info.labels)]
    index = {label: at for at, label in enumerate(labels)}
    weights: dict[str, list[tuple[int, float]]] = {}
    for (feature, label), weight in info.state_features.items():
        weights.setdefault(feature, []).append((index[label if label != _OUTSIDE else ""], weight))
    transitions = {
        (one if one != _OUTSIDE else "", other if other != _OUTSIDE else ""): weight
        for (one, other), weight in info.transitions.items()
    }
    return Model.of(labels, transitions, weights)


_OUTSIDE: Final = "O"


def tagger_labels(labels: dict[str, str]) -> list[str]:
    """The labels of a crfsuite model in the order of their numbers."""
    return sorted(labels, key=lambda label: int(labels[label]))


def labels_of(reference: Labelled, tokens: Sequence[Token]) -> list[str]:
    """The label of each token, by where most of it stands."""
    out: list[str] = []
    spans = list(reference.spans)
    for token in tokens:
        while spans and spans[0].end <= token.start:
            spans.pop(0)
        inside = bool(spans) and spans[0].start < token.end and spans[0].start <= (token.start + token.end) // 2
        out.append(str(spans[0].label) if inside else _OUTSIDE)
    return out
