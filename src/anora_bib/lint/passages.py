"""The parts of an essay within which quotation marks answer each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from anora_bib.model import Apparatus
from anora_bib.spans import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def references_as_printed(apparatus: Apparatus) -> list[Span]:
    """The notes and the items of the works cited, in the order of the text."""
    notes = (note.span for note in apparatus.notes)
    return sorted({*notes, *(listed.span for listed in apparatus.works_cited)})


def paragraphs(apparatus: Apparatus) -> list[Span]:
    """The running text cut at its blank lines."""
    return list(_cut(apparatus.essay.text, apparatus.body))


def _cut(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        start = span.start
        for gap in _BLANK_LINE.finditer(text, span.start, span.end):
            yield Span(start, gap.start())
            start = gap.end()
        yield Span(start, span.end)
