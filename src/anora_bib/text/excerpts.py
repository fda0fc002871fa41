"""The lines of a file that diagnostics are about, kept when the file itself is no longer at hand.

They are small enough to cross from one process to another, and to be kept from one run to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from anora_bib.diagnostics import Diagnostic
from anora_bib.text.spans import LineIndex

MOST_LINES: Final = 4
"""So many lines are kept of one place: more than a report shows of it."""


class SourceLine(NamedTuple):
    """A line of the decoded file without its end, and the offset at which it begins."""

    number: int
    start: int
    text: str


Lines = Mapping[str, Mapping[int, SourceLine]]
"""Lines by the path of their file and their number, from 1."""


def lines_about(source: str, diagnostics: Iterable[Diagnostic]) -> tuple[SourceLine, ...]:
    """The lines of ``source`` on which the diagnostics or their fixes begin, and the next few of longer ones."""
    listed = [*diagnostics]
    if not listed:
        return ()
    index = LineIndex(source)
    last_line = index.position(len(source)).line
    numbers: set[int] = set()
    for diagnostic in listed:
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        spans = (edit.span for edit in edits if edit.span.end <= len(source))
        places = [(index.position(span.start).line, index.position(span.end).line) for span in spans]
        for first, last in ((diagnostic.start.line, diagnostic.end.line), *places):
            numbers.update(range(first, min(last, first + MOST_LINES - 1, last_line) + 1))
    return tuple(_line(source, index, number) for number in sorted(numbers))


def by_number(lines: Iterable[SourceLine]) -> dict[int, SourceLine]:
    """The lines by their numbers."""
    return {line.number: line for line in lines}


def _line(source: str, index: LineIndex, number: int) -> SourceLine:
    start = index.line_start(number)
    ends = [end for end in (source.find("\n", start), source.find("\r", start)) if end >= 0]
    return SourceLine(number, start, source[start : min(ends, default=len(source))])
