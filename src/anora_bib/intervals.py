"""Looking up spans in ordered sequences of them, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from anora_bib.spans import Span


def covering(spans: Sequence[Span], offset: int) -> Span | None:
    """The one of ``spans`` (in order, not overlapping) that holds the character at ``offset``."""
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and offset < spans[index].end else None


def starting_in(spans: Sequence[Span], where: Span) -> Sequence[Span]:
    """Those of ``spans`` (in order) that begin inside ``where``."""
    first = bisect_left(spans, where.start, key=lambda span: span.start)
    last = bisect_left(spans, where.end, key=lambda span: span.start)
    return spans[first:last]


def first_from(spans: Sequence[Span], offset: int) -> Span | None:
    """The first of ``spans`` (in order) that begins at ``offset`` or after it."""
    index = bisect_left(spans, offset, key=lambda span: span.start)
    return spans[index] if index < len(spans) else None
