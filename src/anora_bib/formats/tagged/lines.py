"""The records of a file that has a tag and a value on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from anora_bib.formats.problems import WARNING, Problem, Source
from anora_bib.text.characters import shortened


class Line(NamedTuple):
    """A tag, the text after it, and the offset at which the line begins."""

    tag: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a format look.

    Attributes:
        tagged: matches a line that has a tag; its groups are the tag and the text.
        begins: the tag that begins a record.
        ends: the tag that ends one, "" if the next beginning does.
        joint: what stands between the lines of one value.
        around: tags that stand outside of records and say nothing of an item.
        begins_with_type: the line that begins a record says nothing but its type.
        unmarked: a file may lack the tag that begins a record altogether; blank lines part its records then.
    """

    tagged: re.Pattern[str]
    begins: str
    ends: str = ""
    joint: str = " "
    around: frozenset[str] = frozenset()
    begins_with_type: bool = False
    unmarked: bool = False


def records(source: Source, layout: Layout) -> Iterator[list[Line]]:
    """Each record of the source as its lines, the one that begins it first.

    Lines outside of any record, and a record without its end, are reported to the source. Of a record in a file
    that has no tags to begin one, the first line is that tag without a text.
    """
    if layout.unmarked and not _begins_any(source.text, layout):
        yield from _between_blank_lines(source, layout)
    else:
        yield from _between_tags(source, layout)


def _between_tags(source: Source, layout: Layout) -> Iterator[list[Line]]:
    record: list[Line] = []
    stray = _Stray(source)
    at = 0
    for line in source.text.splitlines(keepends=True):
        tag, text = _parted(line, layout)
        if tag == layout.begins:
            if record and not _is_left_out(source, record, layout):
                _report_unclosed(source, record, layout)
                yield record
            record = [Line(tag, text, at)]
        elif layout.ends and tag == layout.ends and record:
            yield record
            record = []
        elif record and tag:
            record.append(Line(tag, text, at))
        elif record and text:
            _go_on(record, text, layout)
        elif (text or tag) and tag not in layout.around:
            stray.add(line, at)
        if record:
            stray.report()
        at += len(line)
    stray.report()
    if record:
        _report_unclosed(source, record, layout)
        yield record


def _go_on(record: list[Line], text: str, layout: Layout) -> None:
    """Add a line without a tag to the long value that it goes on with."""
    last = record[-1]
    record[-1] = last._replace(text=f"{last.text}{layout.joint}{text}" if last.text else text)


def _between_blank_lines(source: Source, layout: Layout) -> Iterator[list[Line]]:
    record: list[Line] = []
    at = 0
    for line in (*source.text.splitlines(keepends=True), ""):
        tag, text = _parted(line, layout)
        if tag:
            record = record or [Line(layout.begins, "", at)]
            record.append(Line(tag, text, at))
        elif record and text:
            _go_on(record, text, layout)
        elif record:
            yield record
            record = []
        at += len(line)


def _is_left_out(source: Source, record: list[Line], layout: Layout) -> bool:
    """Report a record that says nothing but its type."""
    if len(record) > 1 or not layout.begins_with_type:
        return False
    [(_, type, at)] = record
    source.report(Problem.BROKEN_ENTRY, f"a record of nothing but the type {type!r} is left out", at, at)
    return True


def _begins_any(text: str, layout: Layout) -> bool:
    return any(_parted(line, layout)[0] == layout.begins for line in text.splitlines() if layout.begins in line)


class _Stray:
    """Lines outside of any record: a stretch of them is told of once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines: list[str] = []
        self.at = 0

    def add(self, line: str, at: int) -> None:
        """One more line, which begins at ``at``."""
        if not self.lines:
            self.at = at
        self.lines.append(line)

    def report(self) -> None:
        """Tell of the lines since the last time."""
        if not self.lines:
            return
        first, more = self.lines[0], len(self.lines) - 1
        message = f"{shortened(first)!r} stands outside of any record; it is left out"
        if more:
            message += f", and so {'are' if more > 1 else 'is'} {more} more line{'s' * (more > 1)} below"
        self.source.report(Problem.BROKEN_ENTRY, message, self.at, self.at + len(first.rstrip()))
        self.lines = []


def _parted(line: str, layout: Layout) -> tuple[str, str]:
    match = layout.tagged.match(line.rstrip())
    return (match[1], (match[2] or "").strip()) if match else ("", line.strip())


def _report_unclosed(source: Source, record: list[Line], layout: Layout) -> None:
    if layout.ends:
        start = record[0].at
        source.report(Problem.BROKEN_ENTRY, f"the record has no end; add a line {layout.ends!r}", start, start, WARNING)
