"""Spans of a text or of the file it was read from, and the only code that applies edits.

Offsets count code points from 0; a span is half open, ``[start, end)``. :class:`TextSpan` counts in the text that a
reader gives, :class:`SourceSpan` in the decoded file; the map between them is ``documents.source_map``. Lines and
columns count from 1, as editors and compilers do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, NamedTuple, Self, TypeVar

_LINE_END = re.compile(r"\r\n|\r|\n")


_new = tuple.__new__


class _Ends(NamedTuple):
    start: int
    end: int


class _Span(_Ends):
    """The half-open range ``[start, end)``.

    A tuple, since texts have spans by the hundred thousand: quick to make, to hash and to compare.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """A span.

        Raises:
            ValueError: ``start`` is negative or behind ``end``.
        """
        if 0 <= start <= end:
            return _new(cls, (start, end))
        raise ValueError(f"not a span: {start}..{end}")

    def __len__(self) -> int:
        return self[1] - self[0]

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self[0] : self[1]]

    def contains(self, other: Self) -> bool:
        """True if no character of ``other`` is outside."""
        return self[0] <= other[0] and other[1] <= self[1]

    def overlaps(self, other: Self) -> bool:
        """True if the two share at least one character."""
        return self[0] < other[1] and other[0] < self[1]

    def shift(self, by: int) -> Self:
        """The span that many characters further on."""
        if by >= 0:
            return _new(type(self), (self[0] + by, self[1] + by))
        return type(self)(self[0] + by, self[1] + by)


class TextSpan(_Span):
    """A range of the text of an essay, as its reader gives it."""

    __slots__ = ()


class SourceSpan(_Span):
    """A range of the decoded file."""

    __slots__ = ()


Span = TextSpan
"""The short name of the span that nearly all code has; where both kinds meet, each has its full name."""


class Position(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class LineIndex:
    """Offsets to lines and columns of one text, in logarithmic time. Lines end as editors have it: LF, CRLF, or CR."""

    def __init__(self, text: str) -> None:
        if "\r" in text:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        else:  # the same, many times faster
            self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """The offset at which ``line`` (from 1) begins."""
        return self._starts[line - 1]


_S = TypeVar("_S", TextSpan, SourceSpan)


@dataclass(frozen=True, slots=True)
class _Edit(Generic[_S]):
    """Put ``replacement`` in place of ``span``. An empty span inserts."""

    span: _S
    replacement: str


@dataclass(frozen=True, slots=True)
class TextEdit(_Edit[TextSpan]):
    """An edit of the text of an essay: ``replacement`` is text as well, in no dialect of markup.

    With ``as_written`` it is written as that text is, with markup where the text has markup (Markdown): words taken
    from the essay itself, or signs of its dialect such as ``[^4]``.
    """

    as_written: bool = False


class SourceEdit(_Edit[SourceSpan]):
    """An edit of the decoded file: ``replacement`` is written in the dialect of the file."""

    __slots__ = ()


Edit = TextEdit
"""The short name, as :data:`Span` is."""


class OverlappingEditsError(ValueError):
    """Two edits of one batch touch the same characters; applying both would lose one."""


def apply_edits(text: str, edits: Iterable[_Edit[_S]]) -> str:
    """``text`` with every edit applied; all other characters stay as they were.

    Edits are given in offsets of ``text``. Two insertions at one place keep their order.

    Raises:
        OverlappingEditsError: two of the edits overlap.
    """
    out: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        start, end = edit.span
        if start < done:
            raise OverlappingEditsError(f"the edit at {start}..{end} overlaps the one before it")
        out.append(text[done:start])
        out.append(edit.replacement)
        done = end
    out.append(text[done:])
    return "".join(out)


def blank(text: str, spans: Iterable[Span], sign: str = " ") -> str:
    """``text`` with a space, or another ``sign``, for every character of ``spans``, which are in order."""
    out: list[str] = []
    done = 0
    for span in spans:
        if span.start >= done:
            out += text[done : span.start], sign * len(span)
            done = span.end
    out.append(text[done:])
    return "".join(out)
