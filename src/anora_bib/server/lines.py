"""Offsets of a text as positions of the protocol, whose columns count UTF-16 code units from 0."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from lsprotocol.types import Position, Range

from anora_bib.text.spans import SourceSpan

_END_OF_LINE: Final = re.compile(r"\r\n|\r|\n")
"""What ends a line in the protocol; no other character does."""


class Lines:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in _END_OF_LINE.finditer(text))]

    def position(self, offset: int) -> Position:
        """The position of an offset; that of the end, for one behind it."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset) - 1
        return Position(line, _units(self._text[self._starts[line] : offset]))

    def range(self, span: SourceSpan) -> Range:
        """The range of a span of the file."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; the end of the line, for one behind it."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        ending = _END_OF_LINE.search(self._text, start)
        units = 0
        for at in range(start, ending.start() if ending else len(self._text)):
            if units >= position.character:
                return at
            units += _units(self._text[at])
        return ending.start() if ending else len(self._text)


def _units(text: str) -> int:
    return len(text) + sum(char > "\uffff" for char in text)
