"""Tokens in a row that have one label."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from anora_bib.parser.labels import Label


class Run(NamedTuple):
    """Tokens in a row under one label, None for outside: ``tokens[start:end]``."""

    label: Label | None
    start: int
    end: int


def runs(labels: Sequence[Label | None]) -> list[Run]:
    """The runs of the labels of tokens, in order; each is as long as can be."""
    out: list[Run] = []
    start = 0
    last = labels[0] if labels else None
    for at, label in enumerate(labels):
        if label is not last:
            out.append(_made(Run, (last, start, at)))
            start, last = at, label
    if labels:
        out.append(_made(Run, (last, start, len(labels))))
    return out


_made: Final = tuple.__new__
"""``Run(...)`` in less time."""
