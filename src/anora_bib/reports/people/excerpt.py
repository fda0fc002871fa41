"""A part of a long line around a place in it, as wide as a terminal, and the line before and after a fix."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from anora_bib.text.characters import printable
from anora_bib.text.excerpts import MOST_LINES, SourceLine
from anora_bib.text.spans import SourceEdit, SourceSpan, apply_edits

_CUT: Final = "…"
_LEAST: Final = 24
"""Characters: a narrower window shows nothing that a person could know the place by."""
_BEFORE: Final = 3
"""The place stands a third of the way into the window: what leads up to it, and more of what follows."""


class Excerpt(NamedTuple):
    """A printable part of a line; the place is marked by ``marks`` signs below, ``indent`` cells from its beginning."""

    text: str
    indent: int
    marks: int


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """What fits in ``width`` cells of the line around its characters from ``start`` to ``end``."""
    end = min(max(end, start + 1), len(line))
    first, last = _window(line, start, end, max(width, _LEAST))
    head, tail = _CUT if first else "", _CUT if last < len(line) else ""
    before, marked = _shown(line[first:start]), _shown(line[start : min(end, last)])
    after = _shown(line[min(end, last) : last])
    return Excerpt(f"{head}{before}{marked}{after}{tail}", _cells(head + before), max(1, _cells(marked)))


def change(
    lines: Mapping[int, SourceLine], edits: Sequence[SourceEdit], width: int
) -> Iterator[tuple[str, str]] | None:
    """What the edits make of the lines, each as ("-", before) or ("+", after); None if the lines are not at hand."""
    at = [_numbers(lines, edit.span) for edit in edits]
    if not at or any(numbers is None for numbers in at):
        return None
    return _changes(lines, edits, [numbers for numbers in at if numbers], width)


def _changes(
    lines: Mapping[int, SourceLine], edits: Sequence[SourceEdit], at: Sequence[tuple[int, int]], width: int
) -> Iterator[tuple[str, str]]:
    groups: list[tuple[int, int, list[SourceEdit]]] = []
    for (first, last), edit in sorted(zip(at, edits, strict=True), key=lambda pair: pair[1].span):
        if groups and first <= groups[-1][1]:
            begin, end, together = groups.pop()
            groups.append((begin, max(end, last), [*together, edit]))
        else:
            groups.append((first, last, [edit]))
    for first, last, together in groups:
        yield from _group([lines[number] for number in range(first, last + 1)], together, width)


def _group(lines: Sequence[SourceLine], edits: Sequence[SourceEdit], width: int) -> Iterator[tuple[str, str]]:
    start = lines[0].start
    before = "\n".join(line.text for line in lines)
    moved = [SourceEdit(edit.span.shift(-start), edit.replacement) for edit in edits]
    after = apply_edits(before, moved)
    same = _alike(before, after)
    tail = _alike(before[same:][::-1], after[same:][::-1])
    for sign, text in (("-", before), ("+", after)):
        yield from _signed(sign, text, same, len(text) - tail, width)


def _signed(sign: str, text: str, start: int, end: int, width: int) -> Iterator[tuple[str, str]]:
    """The lines of a text, long ones cut to what is around the changed part."""
    done = 0
    shown = text.split("\n")
    for count, part in enumerate(shown):
        if count == MOST_LINES:
            yield sign, f"{_CUT} {len(shown) - count} more lines"
            return
        inside = max(0, min(len(part), start - done)), max(0, min(len(part), end - done))
        yield sign, excerpt(part, *inside, width).text
        done += len(part) + 1


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _numbers(lines: Mapping[int, SourceLine], span: SourceSpan) -> tuple[int, int] | None:
    """The first and the last line of a span, if those and all between are at hand."""
    first = _line_at(lines, span.start)
    last = _line_at(lines, span.end)
    if first is None or last is None or any(number not in lines for number in range(first, last + 1)):
        return None
    return first, last


def _line_at(lines: Mapping[int, SourceLine], offset: int) -> int | None:
    return next((line.number for line in lines.values() if line.start <= offset <= line.start + len(line.text)), None)


def _window(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """The part of the line that is shown: the whole, or as much as there is room for, ends at spaces where it can."""
    if len(line) <= width * 2 and _cells(_shown(line)) <= width:
        return 0, len(line)
    room = width - 2 * len(_CUT)
    first, left = _back(line, start, room // _BEFORE)
    last, left = _forth(line, start, room - room // _BEFORE + left)
    if last == len(line):
        first, _ = _back(line, first, left)
    if first and (space := line.find(" ", first, min(start, first + 12))) >= 0:
        first = space + 1
    if last < len(line) and (space := line.rfind(" ", max(end if end < last else start + 1, last - 12), last)) >= 0:
        last = space
    return first, last


def _back(line: str, at: int, room: int) -> tuple[int, int]:
    """How far back from ``at`` the room goes, and what is left of it."""
    if not _NOT_ONE_CELL.search(line, max(0, at - room), at):
        taken = min(at, room)
        return at - taken, room - taken
    while at and (cells := _cells(_shown(line[at - 1]))) <= room:
        at, room = at - 1, room - cells
    return at, room


def _forth(line: str, at: int, room: int) -> tuple[int, int]:
    """The same forwards."""
    if not _NOT_ONE_CELL.search(line, at, at + room):
        taken = min(len(line) - at, room)
        return at + taken, room - taken
    while at < len(line) and (cells := _cells(_shown(line[at]))) <= room:
        at, room = at + 1, room - cells
    return at, room


def _shown(text: str) -> str:
    r"""Printable, and each tab or end of a line one space, so that the marks below stand where they should."""
    return printable(text).translate(_SPACES)


_SPACES: Final = {ord(sign): " " for sign in "\t\r\n"}


def _cells(text: str) -> int:
    if not _NOT_ONE_CELL.search(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


_NOT_ONE_CELL: Final = re.compile("[^ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]")
"""A sign that may be shown as none, two or several cells: all but the letters and marks of Latin text."""
