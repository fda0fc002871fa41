"""Looking up spans in ordered sequences of them, in logarithmic time.

A span is a tuple that begins with its start, so that ``(offset,)`` sorts before every span that begins at ``offset``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from anora_bib.text.spans import Span


class Placed(Protocol):
    """What stands at a place."""

    @property
    def span(self) -> Span:
        """The place."""


_P = TypeVar("_P", bound=Placed)


def covering(spans: Sequence[Span], offset: int) -> Span | None:
    """The one of ``spans`` (in order, not overlapping) that holds the character at ``offset``."""
    index = bisect_left(spans, (offset + 1,)) - 1
    return spans[index] if index >= 0 and offset < spans[index].end else None


def starting_in(spans: Sequence[Span], where: Span) -> Sequence[Span]:
    """Those of ``spans`` (in order) that begin inside ``where``."""
    first = bisect_left(spans, (where.start,))
    return spans[first : bisect_left(spans, (where.end,), first)]


def first_from(spans: Sequence[Span], offset: int) -> Span | None:
    """The first of ``spans`` (in order) that begins at ``offset`` or after it."""
    index = bisect_left(spans, (offset,))
    return spans[index] if index < len(spans) else None


def outermost(things: Iterable[_P]) -> Iterator[_P]:
    """Those of ``things`` that no other one holds or reaches into from before, in the order of their places.

    Several at the very same place all stay.
    """
    last: Span | None = None
    for thing in sorted(things, key=lambda thing: (thing.span.start, -thing.span.end)):
        if last is None or thing.span == last or not thing.span.overlaps(last):
            last = thing.span
            yield thing
