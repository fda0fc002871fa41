"""Places in a text, and the only code that edits one.

Offsets count code points of the decoded text from 0; a span is half open, ``[start, end)``.
Lines and columns count from 1, as editors and compilers do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """True if no character of ``other`` is outside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The span that many characters further on."""
        return Span(self.start + by, self.end + by)


class Position(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class LineIndex:
    """Offsets to lines and columns of one text, in logarithmic time. Lines end as editors have it: LF, CRLF, or CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """The offset at which ``line`` (from 1) begins."""
        return self._starts[line - 1]


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``replacement`` where ``span`` was. An empty span inserts."""

    span: Span
    replacement: str


class OverlappingEditsError(ValueError):
    """Two edits of one batch touch the same characters; applying both would lose one."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with every edit applied; all other characters stay as they were.

    Edits are given in offsets of ``text``. Two insertions at one place keep their order.

    Raises:
        OverlappingEditsError: two of the edits overlap.
    """
    out: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < done:
            raise OverlappingEditsError(f"edit at {edit.span} overlaps the one before it")
        out.append(text[done : edit.span.start])
        out.append(edit.replacement)
        done = edit.span.end
    out.append(text[done:])
    return "".join(out)


class Segment(NamedTuple):
    """``length`` characters of a read text that stand, letter for letter, at ``source`` in the file."""

    text: int
    source: int
    length: int


class SourceMap:
    """From offsets of a text as it was read to offsets of the file it was read from.

    ``segments`` are in order and do not overlap; what lies between two of them (a decoded entity, a
    line break made from a tag) has a place in the file but no letters of its own there.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = list(segments)
        self._starts = [segment.text for segment in self._segments]

    def offset(self, offset: int) -> int:
        """Where in the file the character at ``offset`` stands (the nearest place before it, if none)."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        segment = self._segments[index]
        return segment.source + min(offset - segment.text, segment.length)

    def span(self, span: Span) -> Span:
        """The smallest range of the file that holds what ``span`` was read from."""
        if not len(span):
            return Span(self.offset(span.start), self.offset(span.start))
        start = self.offset(span.start)
        last = self.offset(span.end - 1)
        return Span(start, max(start, last + 1))

    def is_verbatim(self, span: Span) -> bool:
        """True if ``span`` stands in the file letter for letter, so that it may be edited there."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return False
        segment = self._segments[index]
        return span.end <= segment.text + segment.length
