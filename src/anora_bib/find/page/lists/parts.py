"""Sections that are something else than their headings say, by what stands in them and beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from anora_bib.find.page.lists.headings import ListKind
from anora_bib.find.page.lists.sections import Section
from anora_bib.model import Block, BlockKind, Essay

_NO_ITEM: Final = (BlockKind.RULE, BlockKind.IMAGE, BlockKind.CODE, BlockKind.NOTE)
_IN_LIST: Final = re.compile(r"\b(?:1[4-9]|20)\d\d\b|^\W{0,3}[^\W\d_][\w\u2019'-]{1,30}, [^\W\d_]")
_REACH: Final = 400
_MOST: Final = 0.5
_FEWEST: Final = 2
_LONGEST: Final = 2000
"""Characters of an item of a list; a longer block is running text."""


def with_text_again(essay: Essay, sections: Sequence[Section]) -> list[Section]:
    """The sections; one that is headed "Notes" is running text if it points at notes that the format marks.

    So a commentary has its own notes, chapter for chapter, above those at the foot of the page.
    """
    marked = {block.label for block in essay.blocks if block.kind is BlockKind.NOTE}
    if not marked:
        return list(sections)
    anchors = [anchor.span.start for anchor in essay.anchors if anchor.label in marked]
    return [
        replace(section, kind=None) if section.kind is ListKind.NOTES and _points(section, anchors) else section
        for section in sections
    ]


def with_next_chapters(sections: Sequence[Section], notes: Collection[Block]) -> Iterator[Section]:
    """The sections; what stands behind the notes of one chapter is the next, if that has its notes as well.

    Plain text has no sign for the heading of a chapter.
    """
    last = max((index for index, section in enumerate(sections) if section.kind is ListKind.NOTES), default=0)
    for index, section in enumerate(sections):
        noted = [at for at, block in enumerate(section.blocks, 1) if block in notes]
        if section.kind is not ListKind.NOTES or index == last or not noted:
            yield section
            continue
        yield replace(section, blocks=section.blocks[: noted[-1]])
        yield Section(blocks=section.blocks[noted[-1] :])


def _points(section: Section, anchors: Sequence[int]) -> bool:
    """Whether several blocks of a section, its notes aside, hold markers."""
    blocks = [block.span for block in section.blocks if block.kind not in (BlockKind.NOTE, BlockKind.CODE)]
    holding = sum(bisect_left(anchors, span.start) < bisect_left(anchors, span.end) for span in blocks)
    return holding > 1


def with_parts_of_lists(essay: Essay, sections: Iterable[Section]) -> list[Section]:
    """The sections; those below a list of works that have headings of a lower level and list works are parts of it.

    So long lists are set out: "A. Before 1900", "B. Since 1900".
    """
    parts: list[Section] = []
    level = 0
    for section in sections:
        heading = section.heading
        if section.kind is ListKind.WORKS:
            level = heading.level if heading and heading.kind is BlockKind.HEADING and essay.format != "plain" else 0
        elif level and section.kind is None and heading and heading.level > level:
            above = list(takewhile(lambda block: block.kind is not BlockKind.NOTE, section.blocks))
            if _lists_works(essay, above):
                parts.append(replace(section, kind=ListKind.WORKS, blocks=above))
                section = Section(blocks=section.blocks[len(above) :])  # noqa: PLW2901 - the notes behind the list
        else:
            level = 0
        parts.append(section)
    return parts


def _lists_works(essay: Essay, blocks: Iterable[Block]) -> bool:
    """Whether most blocks have a year or begin with an inverted name, and none is a long paragraph of running text."""
    words = [block.span.of(essay.text) for block in blocks if block.kind not in _NO_ITEM]
    if any(len(text) > _LONGEST for text in words):
        return False
    if len(words) < _FEWEST:  # "APA", "MLA": how the page itself is cited
        return False
    return sum(_IN_LIST.search(text[:_REACH]) is not None for text in words) > _MOST * len(words)
