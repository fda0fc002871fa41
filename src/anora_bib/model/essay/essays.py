"""An essay as it was read: its text, its blocks, and the document that maps it to the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from anora_bib.diagnostics import Diagnostic
from anora_bib.documents.document import Document
from anora_bib.model.values.dates import Date
from anora_bib.model.values.names import Name
from anora_bib.notebook import card, cell, facts
from anora_bib.text.characters import counted, printable_line, shortened
from anora_bib.text.spans import Position, SourceSpan, Span


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
    as well. Blocks are in the order of the text and do not overlap, except an image inside a paragraph.
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


@dataclass(frozen=True, repr=False)
class Essay:
    """One essay, immutable: a document and the parts that its reader sees in it.

    Every span counts in ``text``. ``format`` is the reader's name.
    """

    document: Document
    format: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    anchors: tuple[Anchor, ...] = ()
    emphases: tuple[Emphasis, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def __repr__(self) -> str:
        return f"Essay {self._called} ({self.format}, {counted(len(self.text), 'character')})"

    @property
    def _called(self) -> str:
        name = self.metadata.title or self.path
        return f"“{shortened(printable_line(name))}”" if name else "without a name"

    def _repr_html_(self) -> str:
        """What a notebook shows: what the essay says of itself, and how it begins."""
        about = self.metadata
        said = {
            "file": self.path,
            "by": "; ".join(name.display for name in about.authors),
            "date": str(about.date) if about.date else "",
            "problems of reading": str(len(self.diagnostics) or ""),
        }
        begins = f"<p>{cell(self.text)}</p>" if self.text.strip() else ""
        return card(repr(self), facts((name, text) for name, text in said.items() if text), begins)

    @classmethod
    def of(
        cls,
        path: str,
        text: str,
        format: str,
        blocks: tuple[Block, ...] = (),
        metadata: Metadata | None = None,
        emphases: tuple[Emphasis, ...] = (),
    ) -> Essay:
        """An essay whose file is its text."""
        return cls(Document(path, text), format, blocks, metadata or Metadata(), emphases=emphases)

    @property
    def path(self) -> str:
        """The path of the file it was read from, as it was given."""
        return self.document.path

    @property
    def text(self) -> str:
        """What a person reads."""
        return self.document.text

    @property
    def source(self) -> str:
        """The decoded file."""
        return self.document.source

    @property
    def encoding(self) -> str:
        """What the file was decoded with."""
        return self.document.encoding

    @property
    def name(self) -> str:
        """The file's name without its folders and last suffix: how tables and graphs call the essay."""
        return self.path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]

    def source_span(self, span: Span) -> SourceSpan:
        """A span of the text as a span of the file."""
        return self.document.source_span(span)

    def position(self, offset: int) -> Position:
        """Line and column, in the file, of an offset of the text."""
        return self.document.position(offset)

    def line(self, span: Span) -> int:
        """The line of the file on which a span of the text begins."""
        return self.position(span.start).line
