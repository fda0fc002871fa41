"""Notes that nothing but the links of the page makes known: paragraphs at whose head the link of a marker leads.

So old pages and books of Project Gutenberg set them: ``<p><a href="#ref4">4</a><a name="fn4"></a> Text``. In lists of
terms and in tables the number stands in a cell of its own: ``<dt><a name="fn4">4</a><dd>Text``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from anora_bib.model import Anchor, Block, BlockKind
from anora_bib.readers.markup.numbering import ROMAN, from_roman
from anora_bib.text.spans import Span

_HEAD: Final = 12
"""Characters of a paragraph that its label may take up."""
_BETWEEN: Final = 2
"""Characters between two blocks."""
_FEWEST: Final = 2
"""A paragraph that only one link leads to may be any part of the page."""
_LABEL: Final = re.compile(
    rf"[\s\xa0]{{0,4}}(?:(?P<label>\d{{1,4}})(?![\w.)\]])|\((?P<round>\d{{1,4}})\)|\[(?P<roman>{ROMAN})\])[\s\xa0:]{{0,4}}"
)
"""A number bare or in parentheses (one in brackets or with a stop is read wherever it stands), a Roman one."""
_ALONE: Final = re.compile(
    rf"[\s\xa0]{{0,4}}[\[(]?(?:(?P<label>\d{{1,4}})|(?P<roman>{ROMAN}))[\])]?[.:]?[\s\xa0]{{0,4}}"
)
"""A number in a cell of its own."""
_HOLDS: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def with_targeted_notes(
    text: str, blocks: Sequence[Block], links: Sequence[tuple[Anchor, str]], places: Mapping[str, int]
) -> list[Block]:
    """The blocks, those that begin with a bare number where links of that number lead made notes.

    ``links`` are the markers with the names they lead to, ``places`` where in the text each name stands. Notes that
    elements make are left to themselves, and so are pages with fewer than two.
    """
    found: dict[int, Block] = {}
    if not links or any(block.kind is BlockKind.NOTE for block in blocks):
        return list(blocks)
    worded = [block for block in blocks if block.kind is not BlockKind.RULE]
    starts = [block.span.start for block in worded]
    cells: set[int] = set()
    for anchor, name in links:
        at = places.get(name, -1)
        # A block begins behind the blank line that parts it from the one before, where its name was met.
        index = bisect_right(starts, at + _BETWEEN) - 1
        if at <= anchor.span.end or index < 0:
            continue
        block = worded[index]
        words = _words(text, worded, index, anchor.label)
        if words is None or at > block.span.start + _HEAD:
            continue
        if not block.span.contains(words):
            cells.add(index + 1)
        outer = Span(block.outer.start, max(block.outer.end, words.end))
        found[index] = replace(block, kind=BlockKind.NOTE, span=words, outer=outer, label=anchor.label, level=0)
    if len(found) < _FEWEST:
        return list(blocks)
    made = [found.get(index, block) for index, block in enumerate(worded) if index not in cells - found.keys()]
    return sorted((*made, *(block for block in blocks if block.kind is BlockKind.RULE)), key=lambda block: block.outer)


def _words(text: str, blocks: Sequence[Block], index: int, label: str) -> Span | None:
    """The words of the note that a block begins with its number, or that the block behind it is; None if neither."""
    block = blocks[index]
    if block.kind not in _HOLDS:
        return None
    alone = _ALONE.fullmatch(text, *block.span)
    if alone and _value(alone) == label:
        behind = blocks[index + 1] if index + 1 < len(blocks) else None
        return behind.span if behind and behind.kind in _HOLDS and not _ALONE.fullmatch(text, *behind.span) else None
    number = _LABEL.match(text, block.span.start, block.span.end)
    return Span(number.end(), block.span.end) if number and _value(number) == label else None


def _value(label: re.Match[str]) -> str:
    groups = label.groupdict()
    return groups["label"] or groups.get("round") or from_roman(groups["roman"])
