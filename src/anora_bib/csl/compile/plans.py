"""Specialization: what an element comes to for items that have certain variables and are of a certain type.

Most of a style does not concern a given item: it speaks of other types, and of variables the item does not have. What
an item has is its *facts*, a set of bits. A plan knows which facts matter to its element, and keeps what the element
comes to for each combination of them that was met, so that rendering does not ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from anora_bib.csl.compile.context import Render
from anora_bib.memory import Memory

_COMBINATIONS: Final = 4096
"""Combinations of facts that a plan remembers. A library of tens of thousands of items has a few hundred."""


class Facts:
    """The variables and types that a style mentions, a bit for each. It never changes."""

    __slots__ = ("_bits",)

    def __init__(self, mentioned: Iterable[str]) -> None:
        """``mentioned`` has variables ("title") and types ("type:book")."""
        self._bits = {name: 1 << place for place, name in enumerate(dict.fromkeys(mentioned))}

    def mask(self, names: Iterable[str]) -> int:
        """The bits of names, all of which the style mentions."""
        mask = 0
        for name in names:
            mask |= self._bits[name]
        return mask

    def of(self, names: Iterable[str]) -> int:
        """The facts of an item that has these variables and this type: what the style does not mention is none."""
        bits = self._bits
        having = 0
        for name in names:
            having |= bits.get(name, 0)
        return having


class Made:
    """What an element comes to: a callable, or None if it prints nothing.

    ``tried`` tells that it has variables which are empty, ``hits`` that it may print one that is not.
    """

    __slots__ = ("closed", "hits", "render", "tried")

    def __init__(self, render: Render | None, *, hits: bool = False, tried: bool = False, closed: bool = False) -> None:
        self.render = render
        self.closed = closed
        """Whether it is a group, which suppresses itself."""
        self.hits = hits
        self.tried = tried


NOTHING: Final = Made(None)
EMPTY: Final = Made(None, tried=True)


class Plan:
    """An element that may come to different things; ``mask`` has the facts that matter to it."""

    __slots__ = ("_made", "_make", "mask")

    def __init__(self, mask: int, make: Callable[[int], Made]) -> None:
        self.mask = mask
        self._make = make
        self._made: Memory[int, Made] = Memory(_COMBINATIONS)

    def of(self, having: int) -> Made:
        """What the element comes to for an item with these facts."""
        key = having & self.mask
        made = self._made.get(key)
        if made is None:
            made = self._made.keep(key, self._make(key))
        return made

    def around(self, change: Callable[[Render], Render]) -> Plan:
        """The same element with something done to whatever it prints; the result does not count as a group."""

        def make(having: int) -> Made:
            made = self.of(having)
            if made.render is None:
                return made
            return Made(change(made.render), hits=made.hits, tried=made.tried)

        return Plan(self.mask, make)


def fixed(render: Render, *, hits: bool) -> Plan:
    """An element that is the same for every item."""
    made = Made(render, hits=hits)
    return Plan(0, lambda _having: made)


def needing(mask: int, make: Callable[[], Render], *, without: Made = EMPTY, hits: bool = True) -> Plan:
    """An element that is nothing (``without``) unless the item has one of the variables of ``mask``."""
    made: list[Made] = []

    def of(having: int) -> Made:
        if not having:
            return without
        if not made:
            # Two threads may make it at once; either will do.
            made.append(Made(make(), hits=hits))
        return made[0]

    return Plan(mask, of)


def mask_of(plans: Sequence[Plan]) -> int:
    """The variables that any of the plans depends on, as one bit mask."""
    mask = 0
    for plan in plans:
        mask |= plan.mask
    return mask
