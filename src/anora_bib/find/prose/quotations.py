"""Quoted passages in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from anora_bib.quotes import QuotePair, quote_pairs
from anora_bib.spans import Span

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")


def find_quotations(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The words inside quotation marks in the passages ``spans``, in order; quotations inside others are left out.

    A quotation ends with its paragraph, except in the old form where each paragraph of a long quotation opens with
    a mark and only the last one closes: that is one span.
    """
    return outermost(text, {paragraph: quote_pairs(text, paragraph) for paragraph in paragraphs(text, spans)})


def outermost(text: str, quoted: Mapping[Span, Sequence[QuotePair]]) -> tuple[Span, ...]:
    """The same from the pairs of quotation marks of each paragraph, in order."""
    found: list[Span] = []
    pending: QuotePair | None = None
    for paragraph, all_pairs in quoted.items():
        pairs = [pair for pair in all_pairs if pair.depth == 0]
        if pending and pairs and _continues(text, paragraph, pending, pairs[0]):
            if pairs[0].close_span:
                found.append(Span(pending.open_span.end, pairs[0].close_span.start))
                pairs, pending = pairs[1:], None
            elif len(pairs) == 1:
                continue
        found.extend(pair.inner for pair in pairs if pair.inner)
        pending = pairs[-1] if pairs and pairs[-1].close_span is None else None
    return tuple(found)


def paragraphs(text: str, spans: Iterable[Span]) -> list[Span]:
    """The passages, cut where a blank line ends a paragraph inside one; white space at the ends is left out."""
    found = []
    for span in spans:
        start = span.start
        for gap in _PARAGRAPH_END.finditer(text, span.start, span.end):
            found.append(_trim(text, start, gap.start()))
            start = gap.end()
        found.append(_trim(text, start, span.end))
    return [span for span in found if len(span)]


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, end - (len(words) - len(words.rstrip()))))


def _continues(text: str, paragraph: Span, pending: QuotePair, first: QuotePair) -> bool:
    """True if the paragraph opens with the mark that the one before it left open."""
    return first.open_span.start == paragraph.start and first.open_span.of(text) == pending.open_span.of(text)
