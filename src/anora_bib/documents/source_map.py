"""From the text that a reader gives to the file it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from anora_bib.text.spans import SourceSpan, TextSpan


class Segment(NamedTuple):
    """``length`` characters that are the same in the text, from ``text`` on, and in the file, from ``source`` on.

    What the file writes otherwise (a character reference) has a ``length`` of 0, and ``written`` characters there.
    """

    text: int
    source: int
    length: int
    written: int = 0


class SourceMap:
    """From spans of a text to spans of its file.

    ``segments`` are in the order of the text and do not overlap, neither there nor in the file. They are in the order
    of the file as well, except the descriptions of pictures, which follow the block that the picture is in. What lies
    between two of them (a line break made from a tag) has a place in the file but is not written there literally.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self._starts = [segment.text for segment in self.segments]

    def __eq__(self, other: object) -> bool:
        return self.segments == other.segments if isinstance(other, SourceMap) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.segments)

    def offset(self, offset: int) -> int:
        """Where in the file the character at ``offset`` of the text is (the nearest place before it, if nowhere)."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        text, source, length, written = self.segments[index]
        return source + (min(offset - text, length) or (written if offset > text else 0))

    def span(self, span: TextSpan) -> SourceSpan:
        """The smallest range of the file that holds what ``span`` was read from."""
        start = self.offset(span.start)
        if not len(span):
            return SourceSpan(start, start)
        return SourceSpan(start, max(start, self._end(span.end)))

    def _end(self, offset: int) -> int:
        """Where in the file the character before ``offset`` ends."""
        index = bisect_right(self._starts, offset - 1) - 1
        if index < 0:
            return 0
        text, source, length, written = self.segments[index]
        return source + max(min(offset - text, length), written)

    def text_span(self, span: SourceSpan) -> TextSpan:
        """The range of the text that was read from a range of the file; empty where nothing of it was."""
        start = self._text_offset(span.start)
        return TextSpan(start, max(start, self._text_offset(span.end, end=True)))

    def _text_offset(self, offset: int, *, end: bool = False) -> int:
        """Where in the text the character at ``offset`` of the file is; at an ``end``, where the one before it ends."""
        index = bisect_right(self._by_source, offset - end, key=lambda segment: segment.source) - 1
        if index < 0:
            return 0
        text, source, length, written = self._by_source[index]
        into = offset - source
        if not written:
            return text + min(into, length)
        return self._after(text) if into >= written else text  # a character reference: all of it or nothing

    def _after(self, text: int) -> int:
        """Where what begins at a place of the text ends: what is written otherwise is a character or two there."""
        index = bisect_right(self._starts, text)
        return self._starts[index] if index < len(self._starts) else text + 1

    @cached_property
    def _by_source(self) -> list[Segment]:
        return sorted(self.segments, key=lambda segment: segment.source)

    def is_verbatim(self, span: TextSpan) -> bool:
        """True if the file has the characters of ``span`` literally, so that they can be edited there."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return False
        segment = self.segments[index]
        return span.end <= segment.text + segment.length
