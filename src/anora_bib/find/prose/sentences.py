"""Sentences of a paragraph, good enough to tell what is said together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from anora_bib import language
from anora_bib.text.intervals import covering
from anora_bib.text.spans import Span

_STOP = re.compile(r"[.!?\u2026][.!?\u2026]{0,5}[)\]\u201d\u2019\"'\u00bb*_]{0,4}")
_NEXT = re.compile(r"\s{1,400}(?=[\"'(\[\u201c\u2018\u00ab*_]{0,3}[A-Z\u00c0-\u00de0-9])")
_SHORT = (
    *language.abbreviations("before_name", "behind_name", "place", "firm", "number", "scholarly"),
    *language.month_abbreviations("en"),
)
_ABBREVIATION = re.compile(
    rf"\b(?:{language.pattern(form for word in _SHORT for form in (word, word.capitalize()))}|[A-Z])\.$"
)
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}$")
_WORD = re.compile(r"\w+")
_COUNTED = language.capitalized("counted")
_LONGEST = 4000
"""Longer than any sentence of an essay; what has no stop for so long is cut, to keep later passes linear."""
_LOOK_BACK = 12
"""Longer than any abbreviation of the table."""


def sentences(text: str, paragraph: Span, whole: Sequence[Span] = (), marks: Sequence[Span] = ()) -> list[Span]:
    """The sentences of ``paragraph``, in order, without the white space between them.

    No sentence ends inside one of ``whole`` (quotations, in order); a mark of ``marks`` (note markers, in order)
    right after a stop still belongs to the sentence before it.
    """
    found: list[Span] = []
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.start() < start or _inside(stop.start(), stop.end(), whole):
            continue
        end = _past_marks(text, stop.end(), marks)
        gap = _NEXT.match(text, end, paragraph.end)
        if not gap or _is_abbreviated(text, start, stop.start()) or _is_ordinal(text, stop.start(), gap.end()):
            continue
        found.append(Span(start, end))
        start = gap.end()
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return [part for span in found for part in (_cut(span) if len(span) > _LONGEST else (span,))]


def _is_ordinal(text: str, stop: int, following: int) -> bool:
    """True of a German number before what it counts: "des 20. Jahrhunderts", "am 3. Mai"."""
    if text[stop] != "." or not text[stop - 1 : stop].isdigit() or not _ORDINAL.search(text, max(0, stop - 4), stop):
        return False
    word = _WORD.match(text, following)
    return word is not None and word[0] in _COUNTED


def _is_abbreviated(text: str, start: int, stop: int) -> bool:
    """True if the stop is the full stop of an abbreviation in the sentence that began at ``start``."""
    return text[stop] == "." and _ABBREVIATION.search(text, max(start, stop - _LOOK_BACK), stop + 1) is not None


def _cut(span: Span) -> list[Span]:
    return [Span(start, min(start + _LONGEST, span.end)) for start in range(span.start, span.end, _LONGEST)]


def _inside(start: int, end: int, whole: Sequence[Span]) -> bool:
    """True if a stop at ``start`` stands inside one of ``whole`` and does not close it."""
    around = covering(whole, start)
    return around is not None and end <= around.end


def _past_marks(text: str, end: int, marks: Sequence[Span]) -> int:
    index = bisect_left(marks, (end,))
    while index < len(marks) and marks[index].start - end <= 1 and not text[end : marks[index].start].strip():
        end = marks[index].end
        index += 1
    return end
