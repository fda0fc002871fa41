"""Sorting items by the keys of a style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final, TypeVar

from anora_bib.csl.compile.context import Context
from anora_bib.csl.compile.formatting import flat
from anora_bib.csl.compile.style import SortKey
from anora_bib.csl.values.collation import sort_key

T = TypeVar("T")

_BETWEEN_WORDS: Final = "|"
"""A sign that collation does not ignore, for it ignores spaces: ``Dale D.`` comes before ``Dalebout``."""


def key_of(text: str, language: str) -> str:
    """What to compare for a text, "" for none."""
    return sort_key(text.replace(" ", _BETWEEN_WORDS) + _BETWEEN_WORDS, language) if text else ""


def sort_by(things: Sequence[T], keys: Sequence[SortKey], prepare: Callable[[T], Context], language: str) -> list[T]:
    """The things in the order of the keys; what lacks a key comes last by it, whichever its direction.

    ``prepare`` gives the context in which the keys of a thing are rendered.
    """

    def ordered(some: list[int], column: int) -> list[int]:
        if column == len(keys) or len(some) < 2:
            return some
        key = keys[column]
        values = {at: key_of(flat(key.render(prepare(things[at]))), language) for at in some}
        if key.descending:
            some = sorted(some, key=lambda at: (bool(values[at]), values[at]), reverse=True)
        else:
            some = sorted(some, key=lambda at: (not values[at], values[at]))
        # A key is rendered only for what the keys before it leave equal.
        return [at for _, equal in groupby(some, values.__getitem__) for at in ordered(list(equal), column + 1)]

    return [things[at] for at in ordered(list(range(len(things))), 0)]
