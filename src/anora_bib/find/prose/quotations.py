"""Quoted passages in running text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from anora_bib.text.quotes import QuotePair
from anora_bib.text.spans import Span


def outermost(text: str, quoted: Mapping[Span, Sequence[QuotePair]]) -> tuple[Span, ...]:
    """The words inside quotation marks, in order, from the pairs of marks of each paragraph; none inside others.

    A quotation ends with its paragraph, except in the old form where each paragraph of a long quotation opens with
    a mark and only the last one closes: that is one span.
    """
    spans: list[Span] = []
    pending: QuotePair | None = None
    for paragraph, all_pairs in quoted.items():
        pairs = [pair for pair in all_pairs if pair.depth == 0]
        if pending and pairs and _continues(text, paragraph, pending, pairs[0]):
            if pairs[0].close_span:
                spans.append(Span(pending.open_span.end, pairs[0].close_span.start))
                pairs, pending = pairs[1:], None
            elif len(pairs) == 1:
                continue
        spans.extend(pair.inner for pair in pairs if pair.inner)
        pending = pairs[-1] if pairs and pairs[-1].close_span is None else None
    return tuple(spans)


def _continues(text: str, paragraph: Span, pending: QuotePair, first: QuotePair) -> bool:
    """True if the paragraph opens with the mark that the one before it left open."""
    return first.open_span.start == paragraph.start and first.open_span.of(text) == pending.open_span.of(text)
