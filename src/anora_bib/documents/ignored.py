"""Where in an essay a comment leaves findings out: ``<!-- anora: ignore N003 -->``."""

from __future__ import annotations

import re
from typing import Final

from anora_bib.documents.suppressions import Suppression, suppressions

_GAP: Final = re.compile(r"\n[^\S\n]{0,80}\n")
_CLOSE: Final = re.compile(r"[^\n>]{0,80}>")


class Ignored:
    """The comments of a file with the places they hold for.

    A comment holds for the paragraph it stands in, or, alone in its paragraph, for the next. ``by_line`` counts lines
    in place of paragraphs, as files need whose blank lines mean nothing (HTML).
    """

    def __init__(self, source: str, *, by_line: bool = False) -> None:
        self._places = [(comment, *_place(source, comment, by_line=by_line)) for comment in suppressions(source)]

    def holds(self, start: int, *names: str) -> bool:
        """True if a finding of a rule, by its code or name, is not wanted at a place of the file."""
        return any(begin <= start < end and comment.holds(*names) for comment, begin, end in self._places)


def _place(source: str, comment: Suppression, *, by_line: bool) -> tuple[int, int]:
    if comment.whole_file:
        return 0, len(source) + 1
    begin = _before(source, comment.at, by_line=by_line)
    end = _behind(source, comment.at, by_line=by_line)
    closing = _CLOSE.match(source, comment.at)
    rest = source[begin : comment.at] + source[closing.end() if closing else end : end]
    if rest.strip():
        return begin, end
    following = len(source[:end]) + len(source[end:]) - len(source[end:].lstrip())
    return begin, _behind(source, following, by_line=by_line)


def _before(source: str, at: int, *, by_line: bool) -> int:
    if by_line:
        return source.rfind("\n", 0, at) + 1
    gaps = [match.end() for match in _GAP.finditer(source, 0, at)]
    return gaps[-1] if gaps else 0


def _behind(source: str, at: int, *, by_line: bool) -> int:
    if by_line:
        end = source.find("\n", at)
        return end if end >= 0 else len(source) + 1
    gap = _GAP.search(source, at)
    return gap.start() if gap else len(source) + 1
