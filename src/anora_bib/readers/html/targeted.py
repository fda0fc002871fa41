"""Notes that nothing but the links of the page makes known: paragraphs at whose head the link of a marker leads.

So old pages and books of Project Gutenberg set them: ``<p><a href="#ref4">4</a><a name="fn4"></a> Text``.
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
_FEWEST: Final = 2
"""A paragraph that only one link leads to may be any part of the page."""
_LABEL: Final = re.compile(
    rf"[\s\xa0]{{0,4}}(?:(?P<label>\d{{1,4}})(?![\w.)\]])|\[(?P<roman>{ROMAN})\])[\s\xa0:]{{0,4}}"
)
"""A number without a sign (one in brackets or with a stop is read wherever it stands), and a Roman one in brackets."""
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
    starts = [block.span.start for block in blocks]
    for anchor, name in links:
        at = places.get(name, -1)
        index = bisect_right(starts, at + 1) - 1
        if at <= anchor.span.end or index < 0:
            continue
        block = blocks[index]
        label = _LABEL.match(text, block.span.start, block.span.end)
        if block.kind not in _HOLDS or at > block.span.start + _HEAD or not label or _value(label) != anchor.label:
            continue
        found[index] = replace(
            block, kind=BlockKind.NOTE, span=Span(label.end(), block.span.end), label=anchor.label, level=0
        )
    if len(found) < _FEWEST:
        return list(blocks)
    return [found.get(index, block) for index, block in enumerate(blocks)]


def _value(label: re.Match[str]) -> str:
    return label["label"] or from_roman(label["roman"])
