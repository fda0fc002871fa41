"""Where in an essay a comment leaves findings out: ``<!-- anora: ignore N003 -->``."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from anora_bib.documents.suppressions import Suppression, suppressions

_GAP: Final = re.compile(r"\n[^\S\n]{0,80}\n")
_LINE_END: Final = re.compile(r"\n")
_WORD: Final = re.compile(r"\S")
_CLOSE: Final = re.compile(r"[^\n>]{0,80}>")


class Ignored:
    """The comments of a file with the places they hold for.

    A comment holds for the paragraph it stands in, or, alone in its paragraph, for the next. ``by_line`` counts lines
    in place of paragraphs, as files need whose blank lines mean nothing (HTML).
    """

    def __init__(self, source: str, *, by_line: bool = False) -> None:
        comments = suppressions(source)
        self._source = source
        parting = _LINE_END if by_line else _GAP
        self._gaps = [match.span() for match in parting.finditer(source)] if comments else []
        self._places = [(comment, *self._place(comment)) for comment in comments]

    def holds(self, start: int, *names: str) -> bool:
        """True if a finding of a rule, by its code or name, is not wanted at a place of the file."""
        return any(begin <= start < end and comment.holds(*names) for comment, begin, end in self._places)

    def _place(self, comment: Suppression) -> tuple[int, int]:
        source = self._source
        if comment.whole_file:
            return 0, len(source) + 1
        begin, end = self._stretch(comment.at)
        closing = _CLOSE.match(source, comment.at)
        rest = source[begin : comment.at] + source[closing.end() if closing else end : end]
        if rest.strip():
            return begin, end
        following = _WORD.search(source, end)
        return begin, self._stretch(following.start() if following else len(source))[1]

    def _stretch(self, at: int) -> tuple[int, int]:
        """The paragraph, or line, around a place: from the gap before it to the gap behind."""
        behind = bisect_left(self._gaps, (at, at))
        begin = self._gaps[behind - 1][1] if behind else 0
        return begin, self._gaps[behind][0] if behind < len(self._gaps) else len(self._source) + 1
