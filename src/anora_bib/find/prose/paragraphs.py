"""The running text of an essay cut into paragraphs, sentences and quotations, with the note markers blanked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from anora_bib.find.prose.quotations import outermost
from anora_bib.find.prose.sentences import sentences
from anora_bib.model import Essay, Marker, Paragraph, Prose
from anora_bib.model.essay.verbatim import markup
from anora_bib.text.intervals import starting_in
from anora_bib.text.quotes import quote_pairs
from anora_bib.text.spans import Span, blank

_ITALICS = "*"
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def read_prose(essay: Essay, body: Sequence[Span], all_markers: Iterable[Marker]) -> Prose:
    """The running text (``body``) of an essay; markers in the descriptions of pictures are left out."""
    markers = tuple(sorted((marker for marker in all_markers if not marker.in_image), key=lambda marker: marker.span))
    marks = [marker.span for marker in markers]
    hidden = sorted(markup(essay))
    text = blank(essay.text, sorted((*marks, *hidden)))
    # A tag between a quotation mark and its word is no space: the sign of italics stands for it.
    marked = blank(text, hidden, _ITALICS) if hidden else text
    quoted = {span: quote_pairs(marked, span) for span in paragraphs(text, body)}
    quotations = outermost(text, quoted)
    passages = []
    for span in quoted:
        parts = sentences(text, span, quotations, marks)
        passages.append(Paragraph(span, tuple(parts), tuple(starting_in(quotations, span))))
    return Prose(text, tuple(passages), quotations, markers, quoted)


def paragraphs(text: str, spans: Iterable[Span]) -> list[Span]:
    """The passages, cut where a blank line ends a paragraph inside one; white space at the ends is left out."""
    result = []
    for span in spans:
        start = span.start
        for gap in _BLANK_LINE.finditer(text, span.start, span.end):
            result.append(_trim(text, start, gap.start()))
            start = gap.end()
        result.append(_trim(text, start, span.end))
    return [span for span in result if len(span)]


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, end - (len(words) - len(words.rstrip()))))
