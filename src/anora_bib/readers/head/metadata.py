"""Title, byline and date: from the lines before an essay, or from the markup of its format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from anora_bib import language
from anora_bib.model import Block, BlockKind, Metadata, Name
from anora_bib.readers.head.bylines import PARTICLES, Byline, read_byline
from anora_bib.readers.head.datelines import find_date, read_date_line
from anora_bib.text.spans import Span

_HEAD_BLOCKS = 12
"""Kicker, date, picture, credit, title, subtitle, byline: no page puts more over its text."""

_BIOGRAPHY = 4
"""Words on the author are among the last blocks of a page."""
_TITLE_LIMIT = 200
_PROSE_WORDS = 12
"""A line of this many words that ends in a full stop is prose, so the head of the essay is over."""

_SEPARATOR = re.compile(rf",? (?:{language.pattern(language.vocabulary('conjunctions'))}|&) |, ", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?$|[IVX]{2,4}$")
_NOBODY = re.compile(r"\b(?:staff|editors?|editorial|admin|team|press|magazine|guest|contributor)\b", re.IGNORECASE)


def person(text: str) -> Name:
    """A name as bylines print it, "Jane van Roe" or "Roe, Jane"; one word or an office is a literal."""
    text = " ".join(text.split()).strip(" .,")
    if "," in text:
        family, _, given = text.partition(",")
        return Name(family=family.strip(), given=given.strip())
    words = text.split()
    if len(words) < 2 or _NOBODY.search(text):
        return Name(literal=text)
    suffix = words.pop() if len(words) > 2 and _SUFFIX.match(words[-1]) else ""
    cut = next((i for i, word in enumerate(words[1:-1], 1) if word in PARTICLES), len(words) - 1)
    return Name(
        given=" ".join(words[:cut]), non_dropping_particle=" ".join(words[cut:-1]), family=words[-1], suffix=suffix
    )


def people(text: str) -> tuple[Name, ...]:
    """The names of a byline, "Jane Roe, Al Doe and B. Poe"."""
    return tuple(person(part) for part in _SEPARATOR.split(text) if part.strip())


def read_head(text: str, blocks: Sequence[Block]) -> Metadata:
    """The metadata in the blocks before the first paragraph of prose."""
    metadata = Metadata()
    titles: list[Block] = []
    for block in _head(text, blocks):
        line = block.span.of(text)
        if (dated := read_date_line(line)) and not metadata.date:
            metadata = replace(
                metadata, date=dated.date, date_span=Span(dated.start, dated.end).shift(block.span.start)
            )
        elif not metadata.authors and (byline := _byline(text, block, bool(titles), blocks)):
            metadata = _with_byline(metadata, text, block.span.start, byline)
            if titles:
                # The line right over the byline is the title; one higher up is a kicker or a caption.
                titles = [_explicit(titles) or titles[-1]]
        elif not metadata.authors or not titles:
            titles.append(block)
    title = _explicit(titles) or next((block for block in titles if block.kind is BlockKind.HEADING), None)
    if title is None and metadata.authors and titles:
        title = titles[0]
    return replace(metadata, title=title.span.of(text), title_span=title.span) if title else metadata


def _head(text: str, blocks: Iterable[Block]) -> list[Block]:
    head: list[Block] = []
    for block in blocks:
        if block.kind in (BlockKind.IMAGE, BlockKind.RULE):
            continue
        line = block.span.of(text)
        prose = len(line) > _TITLE_LIMIT or (line.rstrip("”’\"'").endswith(".") and len(line.split()) >= _PROSE_WORDS)
        if prose or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(head) == _HEAD_BLOCKS:
            return head
        head.append(block)
    # Short lines to the very end: a list or a poem, and no line over it can be told from the rest.
    return head[:3]


def _explicit(titles: Sequence[Block]) -> Block | None:
    """The block that the format itself sets as the title."""
    return next(filter(_is_title, titles), None)


def _is_title(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and block.level == 1


def _byline(text: str, block: Block, under_title: bool, blocks: Sequence[Block]) -> Byline | None:
    line = block.span.of(text)
    signed = any(end.span.of(text)[: len(line) + 1] == f"{line} " for end in blocks[-_BIOGRAPHY:])
    return read_byline(line, under_title=under_title and not _is_title(block), signed=signed)


def _with_byline(metadata: Metadata, text: str, start: int, byline: Byline) -> Metadata:
    span = byline.names.shift(start)
    rest = byline.rest.shift(start)
    metadata = replace(metadata, authors=people(span.of(text)), byline_span=span)
    dated = find_date(rest.of(text))
    if dated and not metadata.date:
        metadata = replace(metadata, date=dated.date, date_span=Span(dated.start, dated.end).shift(rest.start))
    return metadata
