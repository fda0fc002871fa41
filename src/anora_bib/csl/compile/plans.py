"""Specialization: what an element comes to for items that have certain variables and are of a certain type.

Most of a style does not concern a given item: it speaks of other types, and of variables the item does not have. What
an item has is its *facts*, a set of bits. A plan knows which facts matter to its element, and keeps what the element
comes to for each combination of them that was met, so that rendering does not ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from anora_bib.csl.compile.context import Render

_BITS: Final[dict[str, int]] = {}


def fact(name: str) -> int:
    """The bit of a variable ("title"), or of a type ("type:book")."""
    bit = _BITS.get(name)
    if bit is None:
        bit = _BITS[name] = 1 << len(_BITS)
    return bit


def facts(names: Sequence[str]) -> int:
    found = 0
    for name in names:
        found |= fact(name)
    return found


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
        self._made: dict[int, Made] = {}

    def of(self, having: int) -> Made:
        """What the element comes to for an item with these facts."""
        key = having & self.mask
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(key)
        return made

    def around(self, change: Callable[[Render], Render]) -> Plan:
        """The same element with something done to whatever it prints; a group is no group any more."""

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


def needing(names: Sequence[str], make: Callable[[], Render], *, without: Made = EMPTY, hits: bool = True) -> Plan:
    """An element that is nothing (``without``) unless the item has one of the variables."""
    mask = facts(names)
    found: list[Made] = []

    def of(having: int) -> Made:
        if not having:
            return without
        if not found:
            found.append(Made(make(), hits=hits))
        return found[0]

    return Plan(mask, of)


def mask_of(plans: Sequence[Plan]) -> int:
    mask = 0
    for plan in plans:
        mask |= plan.mask
    return mask
