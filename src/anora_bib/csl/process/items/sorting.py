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


def sort_by(
    things: Sequence[T],
    keys: Sequence[SortKey],
    prepare: Callable[[T], Context],
    language: str,
    texts: Callable[[SortKey, Sequence[T]], list[str]] | None = None,
) -> list[T]:
    """The things in the order of the keys; what lacks a key comes last by it, whichever its direction.

    ``prepare`` gives the context in which the keys of a thing are rendered; ``texts`` renders in place of that.
    """

    def rendered(key: SortKey, some: Sequence[T]) -> list[str]:
        return [text_of(key, prepare(thing), language) for thing in some]

    groups = [list(things)]
    for key in keys:
        # A key is rendered only for what the keys before it leave equal.
        if len(groups) == len(things):
            break
        groups = [
            equal
            for group in groups
            for equal in (parted(group, key, texts or rendered) if len(group) > 1 else [group])
        ]
    return [thing for group in groups for thing in group]


def text_of(key: SortKey, ctx: Context, language: str) -> str:
    """What to compare for a thing by a key, "" for none."""
    return key_of(flat(key.render(ctx)), language)


def parted(things: Sequence[T], key: SortKey, texts: Callable[[SortKey, Sequence[T]], list[str]]) -> list[list[T]]:
    """The things in the order of one key, those in a list that are equal by it."""
    descending = key.descending
    ranks = [(bool(text) is descending, text) for text in texts(key, things)]
    order = sorted(range(len(things)), key=ranks.__getitem__, reverse=descending)
    return [[things[at] for at in equal] for _, equal in groupby(order, ranks.__getitem__)]
