"""The running text: what the author says, in order, and nothing that the page adds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from anora_bib.find.page.lists.headings import is_residue
from anora_bib.find.page.lists.sections import Section
from anora_bib.model import Block, BlockKind, Essay, Metadata
from anora_bib.readers.head.datelines import read_date_line
from anora_bib.text.spans import Span

_RUNNING = (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM)
_TAIL = 6
"""Lines of the page stand among the last few blocks of an essay; further up such a line is the author's."""
_LONGEST_LINE = 400
_WORDS = re.compile(r"[^\W\d_]{2}")


def running_blocks(essay: Essay, sections: Iterable[Section], claimed: Collection[Block]) -> list[Block]:
    """The blocks that no list of the apparatus takes up and that are no residue, headings and pictures included."""
    kept: list[Block] = []
    tail = _tail_start(essay)
    for section in sections:
        blocks = [block for block in section.blocks if block not in claimed]
        if section.kind is None:
            kept += [*([section.heading] if section.heading else []), *_of_the_author(essay, section, blocks, tail)]
    kept_spans = {block.outer for block in kept}
    # Pictures under a list's heading are not the list's; they keep their place, so that their markers are seen.
    kept += [b for b in essay.blocks if b.kind is BlockKind.IMAGE and b.outer not in kept_spans]
    return sorted(kept, key=lambda block: (block.outer.start, -block.outer.end))


def _of_the_author(essay: Essay, section: Section, blocks: Sequence[Block], tail: int) -> Iterator[Block]:
    """``blocks`` without lists of months and, near the end of the page or after a list, without its own lines."""
    after_list = len(section.blocks) > len(blocks)
    for block in blocks:
        words = block.span.of(essay.text) if len(block.span) < _LONGEST_LINE else ""
        is_month = block.kind is BlockKind.LIST_ITEM and read_date_line(words) is not None
        suspect = (after_list or block.outer.start >= tail) and block.kind is not BlockKind.IMAGE
        if not is_month and not (suspect and is_residue(words)):
            yield block


def _tail_start(essay: Essay) -> int:
    """Where the last few blocks begin; lists there (archives) count for nothing."""
    blocks = [block for block in essay.blocks if block.kind is not BlockKind.LIST_ITEM]
    return blocks[-min(_TAIL, len(blocks) - 1)].outer.start if len(blocks) > 1 else len(essay.text)


def body_spans(essay: Essay, running: Iterable[Block], not_body: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of running text in ``running``; ``not_body`` are credits and the like. Pictures are cut out."""
    left_out = {*not_body}
    spans: list[Span] = []
    for block in running:
        if block.kind is BlockKind.IMAGE:
            spans[-1:] = list(_without(spans[-1], block.outer)) if spans else []
        elif block.kind in _RUNNING and block.span not in left_out and not _is_head_line(block, essay.metadata):
            spans.append(block.span)
    spans = list(_without_notes(spans, essay))
    return tuple(span for span in spans if _WORDS.search(essay.text, span.start, span.end))


def _without_notes(spans: Iterable[Span], essay: Essay) -> Iterator[Span]:
    """The spans without the notes that stand in the sentences themselves; the signs that begin them are markers."""
    notes = [(block.span.start, block.outer.end) for block in essay.blocks if block.kind is BlockKind.NOTE]
    for span in spans:
        first = bisect_left(notes, (span.start, 0))
        for start, end in notes[first : bisect_left(notes, (span.end, 0))]:
            yield Span(span.start, start)
            span = Span(min(end, span.end), span.end)  # noqa: PLW2901 - what is left of it
        if len(span):
            yield span


def _without(span: Span, cut: Span) -> Iterator[Span]:
    if not span.contains(cut):
        yield span
        return
    yield from (part for part in (Span(span.start, cut.start), Span(cut.end, span.end)) if len(part))


def _is_head_line(block: Block, metadata: Metadata) -> bool:
    """Whether the block is the line of the title, the byline or the date."""
    spans = (metadata.title_span, metadata.byline_span, metadata.date_span)
    return any(span is not None and block.span.contains(span) for span in spans)
