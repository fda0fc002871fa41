r"""Line ends: a text has ``\n``, its file what its system writes."""

from __future__ import annotations

import re
from bisect import bisect_left

from anora_bib.text.spans import SourceSpan, TextSpan

_LINE_END = re.compile(r"\r\n?")
_CRLF = re.compile(r"\r\n")


def unified(source: str) -> str:
    r"""The text with ``\n`` at the end of each line, whatever the file has (``\r\n``, ``\r``)."""
    return _LINE_END.sub("\n", source) if "\r" in source else source


class LineEnds:
    """Where the offsets of ``unified(source)`` are in ``source``, and the other way round.

    ``typed`` is the line end that the first line of the file has.
    """

    def __init__(self, source: str) -> None:
        self._returns = [match.start() for match in _CRLF.finditer(source)]
        """Where the file has two characters for the one of the text."""
        self._breaks = [at - index for index, at in enumerate(self._returns)]
        """The same places in the text."""
        first = re.search(r"\r\n?|\n", source)
        self.typed = first[0] if first else "\n"

    def offset(self, offset: int) -> int:
        """The place in the file of an offset of the text."""
        return offset + bisect_left(self._breaks, offset)

    def span(self, span: TextSpan) -> SourceSpan:
        """The range of the file that a span of the text was read from."""
        return SourceSpan(self.offset(span.start), self.offset(span.end))

    def text_span(self, span: SourceSpan) -> TextSpan:
        """The range of the text that was read from a range of the file."""
        return TextSpan(*(offset - bisect_left(self._returns, offset) for offset in span))

    def written(self, words: str) -> str:
        """The words with the line ends of the file."""
        return unified(words).replace("\n", self.typed)
