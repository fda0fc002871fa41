"""Bounded caches of results: what is asked repeatedly is computed once, and no input can fill the memory.

All of it may be used by several threads at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")

LONGEST: Final = 1_000
"""Characters of a text worth remembering: titles and names are shorter, and abstracts are not met twice."""

_OVERHEAD: Final = 100
"""The memory of a cache entry beside its text, counted in characters."""

_MISSING: Final = object()


class Memory(dict[K, V]):
    """A dictionary that forgets everything when it is full; only :meth:`keep` adds to it.

    Reading is that of any dictionary, and as quick. Two threads may work out one result twice; both are right.
    """

    __slots__ = ("limit",)

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def keep(self, key: K, value: V) -> V:
        """Remember ``value``, and return it."""
        if len(self) >= self.limit:
            self.clear()
        self[key] = value
        return value


def remembered(characters: int) -> Callable[[Callable[Concatenate[str, P], V]], Callable[Concatenate[str, P], V]]:
    """Decorate a function of a text (and more, by position) to remember results for up to ``characters`` of text.

    A text longer than :data:`LONGEST` is not remembered, nor a call with arguments by name. When the room is used up,
    what has not been asked for since the last time is forgotten.
    """

    def decorate(function: Callable[Concatenate[str, P], V]) -> Callable[Concatenate[str, P], V]:
        recent: dict[object, Any] = {}
        older: dict[object, Any] = {}
        room = characters

        @wraps(function)
        def wrapper(text: str, /, *more: P.args, **named: P.kwargs) -> V:
            nonlocal recent, older, room
            if named:
                return function(text, *more, **named)
            key = (text, *more) if more else text
            value: V = recent.get(key, _MISSING)
            if value is not _MISSING:
                return value
            if len(text) > LONGEST:
                return function(text, *more, **named)
            value = older.get(key, _MISSING)
            if value is _MISSING:
                value = function(text, *more, **named)
            # Threads that are here at once may forget too early, or count an entry as if it took no room: no lock is
            # worth that, for a result is asked for far more often than it is worked out by two at once.
            room -= len(text) + _OVERHEAD
            if room < 0:
                recent, older, room = {}, recent, characters
            recent[key] = value
            return value

        return wrapper

    return decorate
