"""Named things in an order: readers, formats, engines, rules, lookups, stages.

A plugin adds to a registry by name and may say where in the order. A name taken twice is an error, never a
silent replacement.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from anora_bib.errors import PluginError, UnknownNameError
from anora_bib.text import nearest

T = TypeVar("T")


class Registry(Generic[T]):
    """An ordered mapping from name to item. ``kind`` is the noun used in messages ("format")."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._items: dict[str, T] = {}

    def add(self, name: str, item: T, *, before: str | None = None, after: str | None = None) -> None:
        """Register ``item``, at the end or right before or after a named one.

        Raises:
            PluginError: the name is taken, or both ``before`` and ``after`` are given.
            UnknownNameError: the neighbour does not exist.
        """
        if name in self._items:
            raise PluginError(f"the {self.kind} {name!r} is registered already; choose another name")
        if before is not None and after is not None:
            raise PluginError(f"the {self.kind} {name!r} asks for a place both before and after another")
        neighbour = before if before is not None else after
        if neighbour is None:
            self._items[name] = item
            return
        self.get(neighbour)
        ordered: dict[str, T] = {}
        for other, value in self._items.items():
            if other == before:
                ordered[name] = item
            ordered[other] = value
            if other == after:
                ordered[name] = item
        self._items = ordered

    def get(self, name: str) -> T:
        """The item of that name.

        Raises:
            UnknownNameError: there is none; the error names the nearest.
        """
        try:
            return self._items[name]
        except KeyError:
            raise UnknownNameError(self.kind, name, nearest(name, self._items), known=self._items) from None

    def names(self) -> tuple[str, ...]:
        """The names, in order."""
        return tuple(self._items)

    def items(self) -> tuple[tuple[str, T], ...]:
        """The names and what they stand for, in order."""
        return tuple(self._items.items())

    def __iter__(self) -> Iterator[T]:
        return iter(self._items.values())

    def __contains__(self, name: object) -> bool:
        return name in self._items

    def __len__(self) -> int:
        return len(self._items)
