"""Specialization: what an element comes to for items that have certain variables and are of a certain type.

Most of a style does not concern a given item: it speaks of other types, and of variables the item does not have. What
an item has is its *facts*, a set of bits. A plan knows which facts matter to its element, and keeps what the element
comes to for each combination of them that was met, so that rendering does not ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import Final

from anora_bib.csl.compile.context import FIRST, Cite, Render
from anora_bib.system.memory import Memory

_COMBINATIONS: Final = 4096
"""Combinations of facts that a plan remembers. A library of tens of thousands of items has a few hundred."""

ANY, PLAIN, AFFIXED = range(3)
"""What an element renders, if it renders anything: whatever there is, parts for the sequence around it among it; a
string, or a node without affixes and formatting; a node that has some."""


POSITIONS: Final = ("cite:first", "cite:subsequent", "cite:ibid", "cite:ibid-with-locator")
"""The facts of the positions of a cite, by their numbers in :mod:`anora_bib.csl.compile.context`."""
LOCATOR, NEAR, FIRST_NOTE = "locator", "cite:near-note", "first-reference-note-number"
OF_CITES: Final = (*POSITIONS, LOCATOR, NEAR, FIRST_NOTE)
_NONE: Final = (FIRST, False, False, False)


class Facts:
    """The variables and types that a style mentions, each with a bit for having it and one above for having it steady.

    A variable is *steady* if it is printed wherever it is asked for: its value does not come to nothing, and no
    substitute takes it away. They never change. A cite has facts as well (:data:`OF_CITES`): where it stands, and what
    it says beside the item.
    """

    __slots__ = ("_bits", "_cites", "_of_items", "_steady")

    def __init__(self, mentioned: Iterable[str], substituted: Iterable[str]) -> None:
        """``mentioned`` has variables ("title") and types ("type:book"), ``substituted`` what substitutes may print."""
        self._bits = {name: 1 << 2 * place for place, name in enumerate(dict.fromkeys((*mentioned, *OF_CITES)))}
        self._of_items = {name: bit for name, bit in self._bits.items() if name not in OF_CITES}
        self._steady = self.mask(self._bits) ^ self.mask(dict.fromkeys((*substituted, *OF_CITES)))
        self._cites: dict[tuple[object, ...], int] = {}

    def mask(self, names: Iterable[str]) -> int:
        """The bits for having them of names, all of which the style mentions."""
        mask = 0
        for name in names:
            mask |= self._bits[name]
        return mask

    def of(self, names: Iterable[str], *, regular: bool) -> int:
        """The facts of an item that has these variables and this type: what the style does not mention is none.

        ``regular`` tells that none of its values comes to nothing.
        """
        bits = self._of_items
        having = 0
        for name in names:
            having |= bits.get(name, 0)
        return having | steady(having & self._steady) if regular else having

    def of_cite(self, cite: Cite | None) -> int:
        """The facts of a cite; what is not cited is taken for cited first, without a word beside."""
        key = (cite.position, bool(cite.locator), cite.near_note, bool(cite.first_note)) if cite is not None else _NONE
        found = self._cites.get(key)
        if found is None:
            position, *others = key
            names = [POSITIONS[position], *compress((LOCATOR, NEAR, FIRST_NOTE), others)]
            found = self._cites[key] = self.mask(names)
        return found


def steady(mask: int) -> int:
    """The bits of variables for having them steady, by those for having them."""
    return mask << 1


def has_steady(having: int, mask: int) -> bool:
    """Whether those variables of ``mask`` that an item has are steady; it has one at least."""
    present = having & mask
    return bool(present) and having & steady(mask) == steady(present)


UNBOUND, BOUND, NOTING = range(3)
"""Whether an element prints something only if it prints a variable, and besides notes in any case that it has one."""


class Made:
    """What an element comes to: a callable, or None if it prints nothing.

    ``tried`` tells that it has variables which are empty, ``hits`` that it may print one that is not, ``certain`` that
    it does. ``closed`` is true for a group, which suppresses itself; ``bound`` is for what needs no group around it to
    be suppressed, one of the numbers above, as ``shape`` is; ``parts`` are elements in a row that belong into the
    sequence around them.
    """

    __slots__ = ("bound", "certain", "closed", "hits", "parts", "render", "shape", "tried")

    def __init__(
        self,
        render: Render | None,
        *,
        hits: bool = False,
        tried: bool = False,
        certain: bool = False,
        closed: bool = False,
        bound: int = UNBOUND,
        shape: int = ANY,
        parts: Sequence[Made] = (),
    ) -> None:
        self.render = render
        self.hits = hits
        self.tried = tried
        self.certain = certain
        self.closed = closed
        self.bound = bound
        self.shape = shape
        self.parts = parts

    def changed(self, render: Render, shape: int, *, closed: bool = False, bound: int = UNBOUND) -> Made:
        """The same element with another callable, of the same variables."""
        return Made(
            render,
            hits=self.hits,
            tried=self.tried,
            certain=self.certain,
            closed=closed,
            bound=bound,
            shape=shape,
        )


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

    def around(self, change: Callable[[Render], Render], shape: int | None = None) -> Plan:
        """The same element with something done to whatever it prints; the result does not count as a group.

        ``shape`` is that of the result, None where it is left as it is.
        """

        def make(having: int) -> Made:
            made = self.of(having)
            if made.render is None:
                return made
            return made.changed(change(made.render), made.shape if shape is None else shape, bound=made.bound)

        return Plan(self.mask, make)


def fixed(render: Render, *, hits: bool, certain: bool = False, shape: int = ANY) -> Plan:
    """An element that is the same for every item."""
    made = Made(render, hits=hits, certain=certain, shape=shape)
    return Plan(0, lambda _having: made)


def needing(mask: int, make: Callable[[], Made], *, without: Made = EMPTY) -> Plan:
    """An element that is nothing (``without``) unless the item has one of the variables of ``mask``.

    What is certain of what ``make`` gives is so where the variables are steady.
    """
    found: list[tuple[Made, Made]] = []

    def of(having: int) -> Made:
        if not having & mask:
            return without
        if not found:
            # Two threads may make it at once; either will do.
            made = make()
            found.append((Made(made.render, hits=made.hits, bound=made.bound, shape=made.shape), made))
        return found[0][has_steady(having, mask)]

    return Plan(mask | steady(mask), of)


def mask_of(plans: Sequence[Plan]) -> int:
    """The variables that any of the plans depends on, as one bit mask."""
    mask = 0
    for plan in plans:
        mask |= plan.mask
    return mask


def in_row(plans: Sequence[Plan], having: int) -> list[Made]:
    """What elements in a row come to, those left out that are nothing at all."""
    row: list[Made] = []
    for plan in plans:
        made = plan.of(having)
        if made.parts:
            row += made.parts
        elif made is not NOTHING:
            row.append(made)
    return row
