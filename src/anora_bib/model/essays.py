"""An essay as it was read: its text, the parts it is made of, and the way back to the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from anora_bib.diagnostics import Diagnostic
from anora_bib.model.dates import Date
from anora_bib.model.names import Name
from anora_bib.spans import LineIndex, Position, SourceMap, Span


class BlockKind(StrEnum):
    """What a block of an essay is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    IMAGE = "image"
    """A picture; the span covers its description (alt text or caption), which no reader sees as running text."""
    NOTE = "note"
    """A note that the format itself marks as one (``[^4]: ...``, ``<li role="doc-endnote">``); see ``label``."""
    CODE = "code"
    RULE = "rule"
    """A line that separates: ``* * *``, ``---``, ``<hr>``."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text. ``level`` is a heading's or a list item's depth, from 1; ``label`` what numbers it.

    ``span`` covers the words alone, without the signs of the format (``#``, ``-``, ``4.``); ``outer`` covers those
    as well. Blocks stand in the order of the text and do not overlap, except an image inside a paragraph.
    """

    kind: BlockKind
    span: Span
    outer: Span
    level: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sign that the format itself marks as pointing at a note (``[^4]``, ``<sup><a href="#fn4">``)."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A run that the format sets in italics (``*Tangerine*``, ``<em>``); the span covers the words alone."""

    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the essay says of itself; each part may be missing."""

    title: str = ""
    title_span: Span | None = None
    authors: tuple[Name, ...] = ()
    byline_span: Span | None = None
    date: Date | None = None
    date_span: Span | None = None


@dataclass(frozen=True)
class Essay:
    """One essay, immutable.

    ``text`` is what a reader reads and what every span counts in; ``source`` is the decoded file. For plain text
    and Markdown the two are the same string and ``source_map`` is None (``source`` need not be given then).
    ``format`` is the reader's name.
    ``encoding`` is what the file was decoded with, so that it can be written back alike.
    """

    path: str
    text: str
    format: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    anchors: tuple[Anchor, ...] = ()
    emphases: tuple[Emphasis, ...] = ()
    source: str = ""
    source_map: SourceMap | None = None
    encoding: str = "utf-8"
    diagnostics: tuple[Diagnostic, ...] = ()

    def __post_init__(self) -> None:
        if self.source_map is None:
            object.__setattr__(self, "source", self.text)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.source)

    @property
    def name(self) -> str:
        """The file's name without its folders and last suffix: how tables and graphs call the essay."""
        return self.path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]

    def source_span(self, span: Span) -> Span:
        """A span of the text as a span of the file."""
        return self.source_map.span(span) if self.source_map else span

    def position(self, offset: int) -> Position:
        """Line and column, in the file, of an offset of the text."""
        return self._lines.position(self.source_map.offset(offset) if self.source_map else offset)

    def line(self, span: Span) -> int:
        """The line of the file on which a span of the text begins."""
        return self.position(span.start).line
