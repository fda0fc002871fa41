"""Excerpts of an essay, each on one printable line for a table."""

from __future__ import annotations

from bisect import bisect_right

from anora_bib.model import Apparatus
from anora_bib.text.characters import collapse, printable
from anora_bib.text.intervals import covering
from anora_bib.text.spans import Span

EXCERPT_LENGTH = 80
"""Long enough to recognise a place, short enough for a table and for fair quotation."""

ELLIPSIS = "…"


SENTENCE_LENGTH = 400
"""Longer than nearly all sentences and notes."""


def shorten(text: str, length: int = EXCERPT_LENGTH) -> str:
    """``text`` in at most ``length`` characters, cut at a word if there is one, with an ellipsis where cut."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip() + ELLIPSIS


def excerpt(text: str, span: Span) -> str:
    """The words at ``span`` with as much of their line around them as :data:`EXCERPT_LENGTH` characters allow."""
    core = printable(text[span.start : min(span.end, span.start + 2 * EXCERPT_LENGTH)])
    room = EXCERPT_LENGTH - len(core) - 2 * len(ELLIPSIS)
    if room <= 0:
        return shorten(collapse(core))
    before = printable(text[max(0, span.start - EXCERPT_LENGTH) : span.start].rpartition("\n")[2]).lstrip()
    after = printable(text[span.end : span.end + EXCERPT_LENGTH].partition("\n")[0]).rstrip()
    # What comes before says most about a citation: it gets two thirds, and what the other side leaves over.
    left = min(len(before), max(room * 2 // 3, room - len(after)))
    if left < len(before):
        before = ELLIPSIS + before[len(before) - left :].partition(" ")[2]
    right = room - left
    if right < len(after):
        after = after[:right].rpartition(" ")[0] + ELLIPSIS
    return collapse(before + core + after)


def sentence(apparatus: Apparatus, span: Span) -> str:
    """The sentence of the running text that ``span`` is in, or the note, item or heading, in one line.

    A marker after a full stop belongs to the sentence before it.
    """
    text = apparatus.essay.text
    paragraph = apparatus.prose.paragraph_at(span.start)
    if paragraph and paragraph.sentences:
        starts = [one.start for one in paragraph.sentences]
        within = paragraph.sentences[max(0, bisect_right(starts, span.start) - 1)]
        words = text[within.start : max(within.end, span.end)]
    else:
        block = covering(apparatus.derived(_blocks), span.start)
        words = (block or span).of(text)
    return shorten(collapse(printable(words)), SENTENCE_LENGTH)


def _blocks(apparatus: Apparatus) -> list[Span]:
    """The words of the blocks of an essay, in order, without those that are in another."""
    out: list[Span] = []
    for block in apparatus.essay.blocks:
        if not out or block.span.start >= out[-1].end:
            out.append(block.span)
    return out
