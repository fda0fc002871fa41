"""The text of a part cut into runs, each of which is marked in one way from its beginning to its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from anora_bib.reports.pages import Mark
from anora_bib.text.spans import TextSpan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text, empty at a place where something is missing.

    ``findings`` are the numbers of what is found there, ``marks`` what it is, and ``opens`` the marks that begin here.
    """

    text: str
    span: TextSpan
    findings: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()


def runs(text: str, within: TextSpan, marks: Sequence[Mark], findings: Sequence[tuple[int, TextSpan]]) -> Iterator[Run]:
    """The runs of ``text[within]``, in order; together they are that text.

    Marks and findings may overlap in any way; of each only what lies within counts. A finding of no length is a run of
    its own.
    """
    held = [(number, span) for number, span in findings if len(span) and span.overlaps(within)]
    points: dict[int, list[int]] = {}
    for number, span in findings:
        if not len(span) and within.start <= span.start <= within.end:
            points.setdefault(span.start, []).append(number)
    shown = [mark for mark in marks if mark.span.overlaps(within)]
    spans = [span for _, span in held] + [mark.span for mark in shown]
    cuts = {within.start, within.end, *points}
    cuts |= {min(max(at, within.start), within.end) for span in spans for at in span}
    open_marks: list[Mark] = []
    open_findings: list[tuple[int, TextSpan]] = []
    next_mark = next_finding = 0
    shown.sort(key=lambda mark: mark.span)
    held.sort(key=lambda one: one[1])
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        if start in points:
            yield Run("", TextSpan(start, start), tuple(points.pop(start)))
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        open_findings = [one for one in open_findings if one[1].end > start]
        opens = []
        while next_mark < len(shown) and shown[next_mark].span.start <= start:
            opens.append(shown[next_mark])
            next_mark += 1
        while next_finding < len(held) and held[next_finding][1].start <= start:
            open_findings.append(held[next_finding])
            next_finding += 1
        open_marks += opens
        numbers = tuple(number for number, _ in open_findings)
        yield Run(text[start:end], TextSpan(start, end), numbers, tuple(open_marks), tuple(opens))
    for numbers_left in points.values():
        yield Run("", TextSpan(within.end, within.end), tuple(numbers_left))


class Reaching(Generic[T]):
    """Things at spans, asked for part by part in the order of the text."""

    def __init__(self, things: Iterable[tuple[TextSpan, T]]) -> None:
        self._ordered = sorted(things, key=lambda pair: pair[0])
        self._next = 0
        self._open: list[tuple[TextSpan, T]] = []

    def touching(self, part: TextSpan) -> list[T]:
        """Those that reach into ``part`` or to its ends; it does not begin before the one asked about last."""
        while self._next < len(self._ordered) and self._ordered[self._next][0].start <= part.end:
            self._open.append(self._ordered[self._next])
            self._next += 1
        self._open = [pair for pair in self._open if pair[0].end >= part.start]
        return [thing for _, thing in self._open]
