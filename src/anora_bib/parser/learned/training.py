"""A model of the labeller made from labelled references, with python-crfsuite (extra ``train``)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from anora_bib.errors import UnsupportedError
from anora_bib.parser.labelled import Labelled
from anora_bib.parser.learned.crf.mixing import mean, of_one_size, pruned
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.features.assembly import describe
from anora_bib.parser.learned.given import sequences
from anora_bib.parser.learned.labeller import Labeller, Tokens
from anora_bib.parser.learned.tokens import Token
from anora_bib.parser.learned.types import type_features

_HIDING: Final = 0.5
"""The share of references in which lexicons are hidden for some tokens: else the model trusts them, and fails where a
name is not listed."""
_HIDDEN: Final = 1 / 3
"""The share of tokens hidden in such a reference."""
_RAREST: Final = 3
"""A feature met less often is left out."""
_LEAST: Final = 0.06
"""A smaller weight is left out: two of three are, and references are read as well without them."""
_TYPED: Final = 2
"""The parts that types are learnt from."""

Sequences = tuple[list[list[str]], list[str]]
"""The features of the tokens of a reference, and their labels."""


def train_models(parts: Iterable[Iterable[Labelled]], *, seed: int = 1, iterations: int = 150) -> tuple[Model, Model]:
    """The models of labels and of types: the mean of those of each part of the references.

    A part is made and learnt from before the next one is asked for; types are learnt from the first few, as the mean
    labels them.

    Raises:
        UnsupportedError: python-crfsuite is not installed.
    """
    kept: list[list[Labelled]] = []
    models: list[Model] = []
    for at, part in enumerate(parts):
        references = list(part)
        models.append(_trained_apart(references, seed + at, iterations))
        if len(kept) < _TYPED:
            kept.append(references)
    labels = pruned(mean(models), _LEAST)
    labeller = Labeller(labels)
    return labels, mean([train_types(references, labeller) for references in kept])


def _trained_apart(references: Sequence[Labelled], seed: int, iterations: int) -> Model:
    """What :func:`train` makes, in a process of its own.

    CRFsuite shuffles by the chance of the C library, which would go on from where the part before has left it.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(train, references, seed=seed, iterations=iterations).result()


def train(
    references: Iterable[Labelled], *, seed: int = 1, iterations: int = 150, sparse: float = 0.07, smooth: float = 0.01
) -> Model:
    """The model of the references: the mean of two that learn in unlike ways, and so err in unlike places.

    One makes the labels likeliest (L-BFGS with L1 weight ``sparse`` and L2 weight ``smooth``); the other, an averaged
    perceptron (Collins 2002), mends its mistakes, and is brought to the size of the first. The first, which learns what
    is decided far away as well ("Roe, Ann, ed."), counts twice.

    Raises:
        UnsupportedError: python-crfsuite is not installed.
    """
    sequences = sequences_of(references, Random(seed))
    ways = (likeliest(iterations, sparse, smooth), _PERCEPTRON)
    likely, mending = _fitted(sequences, ways)
    return mean([likely, likely, of_one_size(mending, likely)])


def train_types(references: Iterable[Labelled], labeller: Labeller, *, iterations: int = 60) -> Model:
    """The model of types that fits references as the labeller sees them; those without a type are passed over."""
    typed = [reference for reference in references if reference.type]
    cut = [Tokens.of(reference.text, reference.italics) for reference in typed]
    tagged = zip(labeller.label(cut), cut, typed, strict=True)
    sequences = (([type_features(one, tokens.italic)], [reference.type]) for one, tokens, reference in tagged)
    [model] = _fitted(sequences, [likeliest(iterations, 0.5, 0.01)])
    return model


def train_given(words: Mapping[tuple[str, str], int], *, iterations: int = 100) -> Model:
    """The model that tells given names by their letters; ``words`` are those of names, each with its part and count."""
    [model] = _fitted(sequences(words), [likeliest(iterations, 0.3, 0.05)])
    return model


def sequences_of(references: Iterable[Labelled], chance: Random) -> Iterator[Sequences]:
    """What the labeller learns from: references with features, some of them hidden by chance, and their labels."""
    for reference in references:
        cut = Tokens.of(reference.text, reference.italics)
        if cut.tokens:
            hidden = chance.random() < _HIDING
            hides = [hidden and chance.random() < _HIDDEN for _ in cut.tokens]
            yield describe(cut.tokens, cut.italic, hides), labels_of(reference, cut.tokens)


class Way(NamedTuple):
    """A way of learning that CRFsuite has: the name of the algorithm, and its parameters."""

    algorithm: str
    parameters: Mapping[str, float]


def likeliest(iterations: int, sparse: float, smooth: float) -> Way:
    """L-BFGS on the likelihood of the labels, which is regularised."""
    return Way("lbfgs", {"c1": sparse, "c2": smooth, "max_iterations": iterations})


_PERCEPTRON: Final = Way("ap", {"max_iterations": 12})


def _fitted(sequences: Iterable[Sequences], ways: Sequence[Way]) -> list[Model]:
    """The models of sequences of features and labels, one for each way of learning."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, way.algorithm) for way in ways]
        fit(sequences, dict(zip(paths, ways, strict=True)))
        return [converted(path) for path in paths]


def fit(sequences: Iterable[Sequences], ways: Mapping[Path, Way]) -> None:
    """Write the models of CRFsuite that fit sequences best, each into its file.

    Raises:
        UnsupportedError: python-crfsuite is not installed.
    """
    try:
        from pycrfsuite import Trainer
    except ImportError as error:
        raise UnsupportedError("training needs python-crfsuite; install anora-bib[train]") from error
    trainer = Trainer(verbose=False)
    for features, labels in sequences:
        trainer.append(features, labels)
    for path, way in ways.items():
        trainer.select(way.algorithm, "crf1d")
        trainer.set_params({**way.parameters, "feature.minfreq": _RAREST, "feature.possible_transitions": True})
        trainer.train(str(path))


def converted(path: Path) -> Model:
    """Our model of the one that CRFsuite has written."""
    from pycrfsuite import Tagger

    tagger = Tagger()
    tagger.open(str(path))
    info = tagger.info()
    tagger.close()
    names = sorted(info.labels, key=lambda label: int(info.labels[label]))
    index = {name: at for at, name in enumerate(names)}
    weights: dict[str, list[tuple[int, float]]] = {}
    for (feature, name), weight in info.state_features.items():
        weights.setdefault(feature, []).append((index[name], weight))
    return Model.of([name if name != _OUTSIDE else "" for name in names], _by_index(info.transitions, index), weights)


def _by_index(transitions: Mapping[tuple[str, str], float], index: Mapping[str, int]) -> dict[tuple[int, int], float]:
    return {(index[one], index[other]): weight for (one, other), weight in transitions.items()}


_OUTSIDE: Final = "O"


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
