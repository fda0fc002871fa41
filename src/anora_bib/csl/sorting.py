"""Sorting items by the keys of a style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from anora_bib.csl.compile.context import Context
from anora_bib.csl.compile.dressing import flat
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
    values = [[key_of(flat(key.render(prepare(thing))), language) for key in keys] for thing in things]
    order = list(range(len(things)))
    for column in reversed(range(len(keys))):
        if keys[column].descending:
            order.sort(key=lambda at, column=column: (bool(values[at][column]), values[at][column]), reverse=True)  # type: ignore[misc]
        else:
            order.sort(key=lambda at, column=column: (not values[at][column], values[at][column]))  # type: ignore[misc]
    return [things[at] for at in order]
