"""HTML inside Markdown: notes set as elements, and the paragraphs, items and headings of blocks of HTML.

The text of a Markdown file is the file itself, so that the spans here count in it and tags stay between the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from anora_bib.documents.dialects.html import unescape
from anora_bib.documents.lines import trim
from anora_bib.model import Block, BlockKind
from anora_bib.readers.html.elements import BLOCK, MAX_DEPTH, VOID, Element, OpenElements
from anora_bib.readers.html.tags import Token, TokenKind, tokenize
from anora_bib.text.spans import Span

_MAY_BE_NOTE: Final = re.compile(r"<(?:li|p|div|aside|dd|td)\b[^<>]{0,300}?\b(?:id|role|epub:type)=", re.IGNORECASE)
"""What every note set as an element begins with."""
_EDGE: Final = re.compile(r"</?(?:p|div|span)\b[^<>]{0,300}>", re.IGNORECASE)
"""A tag around the words of a note."""
_NO_WORDS: Final = re.compile(r"<[^<>]{0,2000}>|\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|&#?\w{1,12};")
"""Tags, templates and entities: what is left of a run without them are its words."""
_WORD: Final = re.compile(r"[^\W\d_]")
_LONGEST_RUN: Final = 100_000


class _Elements:
    """The elements that are open at one place of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.open = OpenElements()

    def enter(self, token: Token) -> list[Element]:
        """Open what the token opens, and close what it closes; gives those that are closed by it."""
        if token.kind is TokenKind.CLOSE:
            return self._closed(self.open.closed_by(token.name))
        ended = self._closed(self.open.ended_by(token.name))
        if token.name not in VOID and len(self.open) < MAX_DEPTH:
            attributes = {key: unescape(span.of(self._text)) for key, span in token.attributes.items()}
            self.open.open(token.name, attributes, token.span.end, token.span)
        return ended

    def _closed(self, number: int) -> list[Element]:
        return [self.open.close() for _ in range(number)]


def html_notes(text: str, start: int, code: Sequence[Span]) -> list[Block]:
    """The notes that elements of HTML make (``<li id="fn:4">``), in order, but for those in ``code``."""
    if not _MAY_BE_NOTE.search(text, start):
        return []
    elements = _Elements(text)
    notes: list[Block] = []
    starts = [span.start for span in code]
    for token in tokenize(text):
        inside = bisect_right(starts, token.span.start) - 1
        if token.kind is TokenKind.TEXT or token.span.start < start:
            continue
        if inside >= 0 and token.span.start < code[inside].end:
            continue
        for element in elements.enter(token):
            if element.note is not None:
                end = (
                    token.span.end if token.kind is TokenKind.CLOSE and token.name == element.name else token.span.start
                )
                block = _note(text, element, Span(element.tag.start, end), token.span.start)
                while notes and notes[-1].outer.start > block.outer.start:
                    notes.pop()  # a part of this one
                notes.append(block)
    return notes


def _note(text: str, element: Element, outer: Span, end: int) -> Block:
    """The note in an element, without the tags at its edges."""
    span = trim(text, Span(element.start, max(element.start, end)))
    while edge := _EDGE.match(text, span.start, span.end):
        span = trim(text, Span(edge.end(), span.end))
    while (at := text.rfind("<", span.start, span.end)) >= 0:
        edge = _EDGE.fullmatch(text, at, span.end)
        if not edge:
            break
        span = trim(text, Span(span.start, at))
    return Block(BlockKind.NOTE, span, trim(text, outer), label=element.note or "")


def html_blocks(text: str, outer: Span) -> Iterator[Block]:
    """The blocks of prose in a block of HTML, in order; a block of code if there is no prose in it."""
    found = list(_runs(text, outer))
    yield from found or [Block(BlockKind.CODE, outer, outer)]


def _runs(text: str, outer: Span) -> Iterator[Block]:
    source = outer.of(text)
    elements = _Elements(source)
    start = end = 0
    for token in tokenize(source):
        if token.kind is TokenKind.TEXT or token.name not in BLOCK:
            if elements.open.skipping == 0:
                end = token.span.end
        else:
            yield from _run(text, outer.start, source, Span(start, end), elements.open)
        if token.kind is not TokenKind.TEXT:
            elements.enter(token)
            if token.name in BLOCK or elements.open.skipping:
                start = end = token.span.end
    yield from _run(text, outer.start, source, Span(start, end), elements.open)


def _run(text: str, offset: int, source: str, run: Span, open: OpenElements) -> Iterator[Block]:
    if not len(run) or len(run) > _LONGEST_RUN or not _WORD.search(_NO_WORDS.sub(" ", run.of(source))):
        return
    span = trim(text, Span(offset + run.start, offset + run.end))
    holder = open.holder
    kind = (holder.kind if holder else None) or BlockKind.PARAGRAPH
    level = 0
    if kind is BlockKind.HEADING and holder is not None:
        level = int(holder.name[1])
    elif kind is BlockKind.LIST_ITEM:
        level = open.lists
    label = holder.label if holder is not None and kind is BlockKind.LIST_ITEM else ""
    yield Block(kind, span, span, level=level, label=label)
