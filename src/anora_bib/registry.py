"""Named parts in an order: readers, formats, rules, stages, commands and all other kinds that a plugin can add to.

Order is data: an item says where it goes, and which others it must come after. A name taken twice is an error, never
a silent replacement; whoever means to replace an item says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from anora_bib.errors import PluginError, UnknownNameError
from anora_bib.text.characters import nearest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """An item in a list of built-in parts, with its name and the names of those it must come after."""

    name: str
    item: T
    needs: tuple[str, ...] = ()


def check_order(kind: str, needs: Mapping[str, Iterable[str]], disabled: Collection[str] = ()) -> None:
    """Check that items come after those they need: ``needs`` has, in the order of the items, the names for each.

    Raises:
        PluginError: an item comes before one that it needs, or needs one that is missing or disabled.
    """
    done: set[str] = set()
    for name, needed_by_it in needs.items():
        for needed in needed_by_it:
            if needed not in needs:
                why = "is disabled" if needed in disabled else "does not exist"
                raise PluginError(f"the {kind} {name!r} needs {needed!r}, which {why}")
            if needed not in done:
                raise PluginError(f"the {kind} {name!r} must come after {needed!r}")
        done.add(name)


class Registry(Generic[T]):
    """An ordered mapping from name to item. A disabled item keeps its name and its place, but is not returned."""

    def __init__(self, kind: str, *, requires: Iterable[str] = (), named_by: str = "") -> None:
        """An empty registry.

        Args:
            kind: the noun used in messages ("format").
            requires: the attributes that every item must have.
            named_by: the attribute of an item that must be the name it is registered under, "" for none.
        """
        self.kind = kind
        self._requires = tuple(requires)
        self._named_by = named_by
        self._items: dict[str, T] = {}
        self._needs: dict[str, tuple[str, ...]] = {}
        self._disabled: set[str] = set()

    def add(
        self, name: str, item: T, *, before: str | None = None, after: str | None = None, needs: Iterable[str] = ()
    ) -> None:
        """Register ``item``, at the end or right before or after a named one.

        ``needs`` are the names of those it must come after, beside those that its own attribute ``needs`` gives; see
        :meth:`check_order`.

        Raises:
            PluginError: the name is taken, the item is not what this registry holds, or both ``before`` and ``after``
                are given.
            UnknownNameError: the neighbour does not exist.
        """
        if name in self._items:
            raise PluginError(
                f"the {self.kind} {name!r} is registered already; choose another name, or replace() what has it"
            )
        if before is not None and after is not None:
            raise PluginError(f"the {self.kind} {name!r} asks for a place both before and after another")
        self._check_item(name, item)
        neighbour = before if before is not None else after
        if neighbour is not None:
            self._known(neighbour)
        self._needs[name] = tuple(needs)
        self._items[name] = item
        if neighbour is not None:
            order = [other for other in self._items if other != name]
            order.insert(order.index(neighbour) + (after is not None), name)
            self._items = {other: self._items[other] for other in order}

    def replace(self, name: str, item: T, *, needs: Iterable[str] | None = None) -> None:
        """Put ``item`` in the place of the one of that name; what it needs stays the same unless it is given.

        Raises:
            PluginError: the item is not what this registry holds.
            UnknownNameError: there is none to replace.
        """
        self._known(name)
        self._check_item(name, item)
        self._items[name] = item
        if needs is not None:
            self._needs[name] = tuple(needs)

    def disable(self, name: str) -> None:
        """Leave the item of that name out of everything but the order, where others may still name it as neighbour.

        Raises:
            UnknownNameError: there is none.
        """
        self._known(name)
        self._disabled.add(name)

    def check_order(self) -> None:
        """Check that each item comes after those it needs.

        Raises:
            PluginError: an item comes before one that it needs, or needs one that is missing or disabled.
        """
        needs = {name: (*self._needs[name], *getattr(item, "needs", ())) for name, item in self.items()}
        check_order(self.kind, needs, self._disabled)

    def get(self, name: str) -> T:
        """The item of that name.

        Raises:
            UnknownNameError: there is none, or it is disabled; the error names the nearest.
        """
        if name in self:
            return self._items[name]
        if name in self._disabled:
            raise UnknownNameError(self.kind, name, hint="it is disabled")
        raise self._unknown(name, self.names())

    def first(self) -> T:
        """The item that counts where none is asked for by name.

        Raises:
            PluginError: all are disabled.
        """
        for item in self:
            return item
        raise PluginError(f"there is no {self.kind} left: all are disabled")

    def names(self) -> tuple[str, ...]:
        """The names, in order."""
        return tuple(name for name in self._items if name not in self._disabled)

    def items(self) -> tuple[tuple[str, T], ...]:
        """The names and their items, in order."""
        return tuple((name, self._items[name]) for name in self.names())

    def __iter__(self) -> Iterator[T]:
        return (item for _, item in self.items())

    def __contains__(self, name: object) -> bool:
        return name in self._items and name not in self._disabled

    def __len__(self) -> int:
        return len(self._items) - len(self._disabled)

    def _known(self, name: str) -> None:
        if name not in self._items:
            raise self._unknown(name, tuple(self._items))

    def _unknown(self, name: str, known: tuple[str, ...]) -> UnknownNameError:
        return UnknownNameError(self.kind, name, nearest(name, known), known=known)

    def _check_item(self, name: str, item: T) -> None:
        if missing := [attribute for attribute in self._requires if not hasattr(item, attribute)]:
            raise PluginError(f"the {self.kind} {name!r} has no {missing[0]!r}")
        own = getattr(item, self._named_by) if self._named_by else name
        if own != name:
            raise PluginError(f"the {self.kind} {name!r} calls itself {own!r}; register it under that name")
