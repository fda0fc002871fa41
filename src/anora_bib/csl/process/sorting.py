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
    value: Callable[[SortKey, T, Callable[[], str]], str] | None = None,
) -> list[T]:
    """The things in the order of the keys; what lacks a key comes last by it, whichever its direction.

    ``prepare`` gives the context in which the keys of a thing are rendered. ``value`` may know the value of a key for
    a thing; it is given what makes it.
    """

    def text(key: SortKey, thing: T) -> str:
        def make() -> str:
            return key_of(flat(key.render(prepare(thing))), language)

        return make() if value is None else value(key, thing, make)

    groups = [list(range(len(things)))]
    for key in keys:
        # A key is rendered only for what the keys before it leave equal.
        groups = [
            equal for group in groups for equal in (_parted(group, things, key, text) if len(group) > 1 else [group])
        ]
    return [things[at] for group in groups for at in group]


def _parted(group: list[int], things: Sequence[T], key: SortKey, text: Callable[[SortKey, T], str]) -> list[list[int]]:
    """The places of some things in the order of one key, those in a list that are equal by it."""
    values = {at: text(key, things[at]) for at in group}
    if key.descending:
        group = sorted(group, key=lambda at: (bool(values[at]), values[at]), reverse=True)
    else:
        group = sorted(group, key=lambda at: (not values[at], values[at]))
    return [list(equal) for _, equal in groupby(group, values.__getitem__)]
