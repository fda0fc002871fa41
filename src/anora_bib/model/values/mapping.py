"""An immutable mapping, so that what holds one can be hashed, shared and pickled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V]):
    """A dictionary without the methods that change one. It hashes if its values do, whatever their order."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]  # a dictionary has none, since it can change
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        return type(self), (dict(self),)

    def _fixed(self, *_arguments: Any, **_named: Any) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be changed; make a new one")

    __setitem__ = __delitem__ = __ior__ = _fixed
    clear = pop = popitem = setdefault = update = _fixed


def frozen(mapping: Mapping[K, V]) -> FrozenDict[K, V]:
    """The mapping as one that never changes; itself, if it is one."""
    return mapping if isinstance(mapping, FrozenDict) else FrozenDict(mapping)
