"""The essay cut at the headings of its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from anora_bib import language
from anora_bib.documents.lines import trim
from anora_bib.find.page.lists.headings import ListKind, list_kind
from anora_bib.find.page.lists.labels import LabelKind, is_item, pieces
from anora_bib.model import Block, BlockKind, Essay
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_REFERENCE = lazy(
    r"\b(?:1[5-9]|20)\d\d\b|https?://|www\.|\bn\.d\.|\bibid\b|\bop\. cit"
    rf"|^(?:{language.pattern(map(language.bare, language.signals('see', 'compare')))})\.?,?\s"
    r"|^[^\W\d_][\w’'-]{1,30}, [^\W\d_]",
    re.IGNORECASE,
)


_BRACKET = ("[", "\\[", "<")
"""How a label in brackets begins, in a link or not."""


_PROSE: Final = (BlockKind.PARAGRAPH, BlockKind.QUOTATION)
_PARAGRAPH: Final = 300
_LOWEST: Final = 6
"""The level of a heading that nothing but its words makes one."""
_WHOLE_TEXT: Final = 2000
"""Characters of paragraphs that are no note on the author."""


@dataclass(slots=True)
class Section:
    """``heading`` and what stands under it. ``kind`` is None for the running text."""

    kind: ListKind | None = None
    heading: Block | None = None
    blocks: list[Block] = field(default_factory=list)


def looks_like_reference(words: str) -> bool:
    """Whether it holds what references hold: a year, an address, "n.d.", ibid., an inverted name."""
    return bool(_REFERENCE.search(words[:400]))


def split_sections(essay: Essay) -> list[Section]:
    """The sections in order; a heading of the running text opens one of kind None."""
    sections = [Section()]
    for block in (part for whole in essay.blocks for part in _without_heading(essay, whole)):
        words = block.span.of(essay.text) if len(block.span) <= 200 else ""
        kind = _list_kind(essay, block, words)
        heads = kind is not None or block.kind is BlockKind.HEADING
        if not heads and _begins_notes(essay, sections[-1], block):
            sections.append(Section())
        if heads and not (kind is None and _is_item_after_all(essay, sections[-1], block, words)):
            sections.append(Section(kind, block))
        else:
            sections[-1].blocks.append(block)
    return [part for section in sections for part in _without_what_follows(section)]


def _without_what_follows(section: Section) -> Iterator[Section]:
    """A list of works whose items are bullets without the text behind it, which has no heading of its own.

    So do books of cases: "Further Reading:", a few items, and the next case.
    """
    items = sum(1 for _ in takewhile(is_item, section.blocks)) if section.kind is ListKind.WORKS else 0
    behind = section.blocks[items:] if items else []
    prose = sum(len(block.span) for block in behind if len(block.span) > _PARAGRAPH and block.kind in _PROSE)
    if prose < _WHOLE_TEXT:
        yield section
        return
    yield replace(section, blocks=section.blocks[: -len(behind)])
    yield Section(None, None, behind)


def _without_heading(essay: Essay, block: Block) -> Iterator[Block]:
    """The block; where a list begins in its second line and the first is its heading, the two apart.

    So pages do that break lines by tags: ``<b>Notes</b><br>1. Roe, ...``.
    """
    break_at = essay.text.find("\n", block.span.start, block.span.end) if block.kind is BlockKind.PARAGRAPH else -1
    heading = trim(essay.text, Span(block.span.start, break_at)) if break_at > 0 else block.span
    words = trim(essay.text, Span(break_at, block.span.end)) if break_at > 0 else block.span
    if heading == block.span or list_kind(heading.of(essay.text)) in (None, ListKind.RESIDUE):
        yield block
        return
    items = replace(block, span=words, outer=Span(words.start, block.outer.end))
    if next(pieces(essay, items)).kind is None:
        yield block
        return
    yield Block(BlockKind.HEADING, heading, Span(block.outer.start, heading.end), level=_LOWEST)
    yield items


def _list_kind(essay: Essay, block: Block, words: str) -> ListKind | None:
    """The kind of list that the block is the heading of; a note of one word ("[2] Source?") is no heading."""
    kind = list_kind(words) if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) else None
    labelled = kind is not None and (next(pieces(essay, block)).kind or 0) >= LabelKind.NAMED
    return None if labelled else kind


def _begins_notes(essay: Essay, section: Section, block: Block) -> bool:
    """Whether a label in brackets stands at the head of a block behind works listed without labels: notes follow."""
    if section.kind is not ListKind.WORKS or not essay.text.startswith(_BRACKET, block.span.start):
        return False
    above = [other for other in section.blocks if other.kind is not BlockKind.RULE]
    labelled = (next(pieces(essay, block)).kind or 0) >= LabelKind.BRACKETED
    return labelled and bool(above) and next(pieces(essay, above[-1])).kind is None


def _is_item_after_all(essay: Essay, section: Section, block: Block, words: str) -> bool:
    """Plain text has no sign for headings: under a list's heading a short line with a year or label is an item."""
    if essay.format != "plain" or block.span != block.outer:
        return False
    piece = next(pieces(essay, block))
    if section.kind in (ListKind.NOTES, ListKind.WORKS):
        return piece.kind is not None or looks_like_reference(words) or _is_one_more_line(essay, section, block)
    return piece.kind is not None and (piece.kind >= LabelKind.NAMED or looks_like_reference(words))


def _is_one_more_line(essay: Essay, section: Section, block: Block) -> bool:
    """Whether a line stands right under another of the list, where a blank line parts the list from its heading."""
    if section.heading is None or not section.blocks:
        return False
    below = essay.text.count("\n", section.heading.outer.end, section.blocks[0].outer.start)
    return below > 1 and essay.text.count("\n", section.blocks[-1].outer.end, block.outer.start) == 1
