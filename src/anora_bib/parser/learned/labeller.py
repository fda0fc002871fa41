"""Tokens in, labels out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from anora_bib.parser.labels import Label
from anora_bib.parser.learned.crf.model import Model
from anora_bib.parser.learned.crf.scoring import QuickestScorer, Scorer
from anora_bib.parser.learned.runs import Run, runs
from anora_bib.parser.learned.tokens import Token, tokenize
from anora_bib.text.spans import Span

_BATCH: Final = 512
"""References that are read together."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a reference that are labelled, and of each whether it is printed in italics."""

    tokens: tuple[Token, ...]
    italic: tuple[bool, ...]

    @classmethod
    def of(cls, text: str, italics: Sequence[Span] = (), left_out: Sequence[Span] = ()) -> Tokens:
        """Those of a text; ``left_out`` are stretches that are not of it, such as signs of emphasis. Both in order."""
        found = tokenize(text)
        if not italics and not left_out:
            return cls(tuple(found), (False,) * len(found))
        tokens: list[Token] = []
        flags: list[bool] = []
        inside, outside = list(reversed(italics)), list(reversed(left_out))
        for token in found:
            while inside and inside[-1].end <= token.start:
                inside.pop()
            while outside and outside[-1].end <= token.start:
                outside.pop()
            if not (outside and outside[-1].start <= token.start):
                tokens.append(token)
                flags.append(bool(inside) and inside[-1].start <= token.start)
        return cls(tuple(tokens), tuple(flags))


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tokens with a label for each, None for outside, the probability of each, and the runs of one label."""

    tokens: tuple[Token, ...]
    labels: tuple[Label | None, ...]
    likely: tuple[float, ...]
    runs: Sequence[Run]


class Labeller:
    """Labels references. Threads may share one: what it remembers is only ever worked out again."""

    def __init__(self, model: Model, scorer: Scorer | None = None) -> None:
        self.model = model
        self._scorer = scorer or QuickestScorer(model)
        self._labels = tuple(Label(label) if label else None for label in model.labels)

    def label(self, references: Iterable[Tokens]) -> Iterator[Tagged]:
        """The labels of references, in order; many at once take less time each."""
        labels = self._labels
        remaining = iter(references)
        while batch := list(islice(remaining, _BATCH)):
            decoded = self._scorer.decoded([(one.tokens, one.italic) for one in batch])
            for one, (path, likely) in zip(batch, decoded, strict=True):
                told = tuple([labels[state] for state in path])
                yield Tagged(one.tokens, told, likely, runs(told))
