"""The text of a page while it is collected, with the place of each character in the file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from anora_bib.documents.dialects.html import REFERENCE, unescape
from anora_bib.documents.source_map import Segment
from anora_bib.text.spans import Span

_PIECE = re.compile(rf"[ \t\r\n\f]+|{REFERENCE.pattern}|[^ \t\r\n\f&]+(?: [^ \t\r\n\f&]+)*|&")
_BETWEEN_BLOCKS = "\n\n"


class PageText:
    """Collects runs of words; between two runs there are blank lines that no file has."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._done: list[str] = []
        self._run: list[str] = []
        self._starts: list[int] = []
        self._run_start = 0
        self._closed = False
        self.length = 0
        self.segments: list[Segment] = []

    def add(self, span: Span, *, verbatim: bool) -> None:
        """Add ``span`` of the source, character references decoded, white space collapsed unless ``verbatim``."""
        for match in _PIECE.finditer(self._source, span.start, span.end):
            piece = match[0]
            if piece.isspace() and not verbatim:
                self._blank(match.start())
            elif piece[0] == "&" and (decoded := unescape(piece)) != piece:
                self._put(decoded, match.start(), written=len(piece))
            else:
                self._put(piece, match.start())

    def break_line(self) -> None:
        """A line break made by a tag."""
        if self._run:
            self._put("\n", None)

    def mark(self, tag: Span) -> Span:
        """The empty place in the text, between two runs, of an element without words."""
        if self.segments and self.segments[-1].text == self.length:  # another element without words right before it
            self._done.append(_BETWEEN_BLOCKS)
            self.length += len(_BETWEEN_BLOCKS)
        self.segments.append(Segment(self.length, tag.start, 0, len(tag)))
        return Span(self.length, self.length)

    def _blank(self, at: int) -> None:
        if self._run and not self._run[-1][-1].isspace():
            self._put(" ", at if self._source[at] == " " else None)

    def _put(self, piece: str, source: int | None, *, written: int = 0) -> None:
        """Add ``piece``, which the file has at ``source``: letter for letter, or in ``written`` characters."""
        if not piece:  # a reference to a control character
            return
        if not self._run:
            self._between()
        self._run.append(piece)
        self._starts.append(self.length)
        if source is not None and written:
            self.segments.append(Segment(self.length, source, 0, written))
        elif source is not None:
            self._map(source, len(piece))
        self.length += len(piece)

    def _between(self) -> None:
        if self._closed:
            self._done.append(_BETWEEN_BLOCKS)
            self.length += len(_BETWEEN_BLOCKS)
        self._run_start = self.length

    def _map(self, source: int, length: int) -> None:
        last = self.segments[-1] if self.segments else None
        if last and last.text + last.length == self.length and last.source + last.length == source:
            self.segments[-1] = last._replace(length=last.length + length)
        else:
            self.segments.append(Segment(self.length, source, length))

    def end_run(self) -> Span:
        """End the run; the span of its text, empty if it has none."""
        words = "".join(self._run)
        self._done.append(words)
        self._closed = self._closed or bool(words)
        self._run, self._starts = [], []
        start = self._run_start
        return self._trim(Span(start, start + len(words)), words) if words else Span(self.length, self.length)

    def of(self, span: Span) -> str:
        """The words of a span of the run that is open."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        pieces = self._run[first : bisect_left(self._starts, span.end)]
        start = self._starts[first] if pieces else 0
        return "".join(pieces)[max(0, span.start - start) : max(0, span.end - start)]

    def before(self, offset: int) -> str:
        """The last few letters of the open run before ``offset``."""
        return self.of(Span(max(self._run_start, offset - 8), offset))

    def trimmed(self, span: Span) -> Span:
        """``span``, in the open run, without blanks at its ends and from where the run begins."""
        start, end = max(span.start, min(self._run_start, span.end)), span.end
        while start < end and self._char(start).isspace():
            start += 1
        while start < end and self._char(end - 1).isspace():
            end -= 1
        return Span(start, end)

    def _char(self, offset: int) -> str:
        piece = bisect_right(self._starts, offset) - 1
        return self._run[piece][offset - self._starts[piece]] if piece >= 0 else ""

    @staticmethod
    def _trim(span: Span, words: str) -> Span:
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.start + len(words.rstrip())))

    def finish(self) -> str:
        """The whole text."""
        return "".join(self._done)
