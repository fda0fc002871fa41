"""The reader of HTML pages."""

from __future__ import annotations

import re
from dataclasses import replace

from anora_bib.diagnostics import Diagnostic
from anora_bib.documents.decode import decode
from anora_bib.documents.dialects import HTML
from anora_bib.documents.document import Document, write_text
from anora_bib.documents.source_map import SourceMap
from anora_bib.model import Anchor, Block, BlockKind, Date, Essay, Metadata
from anora_bib.readers.head.datelines import find_date
from anora_bib.readers.head.front_matter import FrontMatter, read_front_matter
from anora_bib.readers.head.metadata import people, read_head
from anora_bib.readers.html.charset import codec, declared_charset
from anora_bib.readers.html.page import Head, Page
from anora_bib.readers.html.targeted import with_targeted_notes
from anora_bib.readers.markup.inline_notes import with_inline_notes
from anora_bib.text.spans import LineIndex, SourceSpan, Span

_SITE_NAME = re.compile(r"\s[|–—·»-]\s[^|–—·»]{1,60}$")


class HtmlReader:
    """Reads ``.html``. Scripts, forms and navigation are left out; no address in the page is ever opened."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, path: str) -> Essay:
        """The essay in an HTML page; its encoding is the declared one if the bytes fit it. Never refuses a page."""
        charset = declared_charset(data)
        source, encoding = decode(data, path, codec(charset))
        page = Page(source)
        front = read_front_matter(source, path)  # of site generators
        page.walk(front.end)
        text = page.text.finish()
        found = with_targeted_notes(text, page.blocks, page.links, page.places)
        blocks, inline = with_inline_notes(text, found, known=sorted(page.sidenotes))
        return Essay(
            Document(path, text, HTML, source, SourceMap(page.text.segments), encoding),
            self.name,
            blocks,
            _front(front).over(_metadata(page.head, read_head(text, blocks), text, blocks)),
            tuple(sorted((*(_with_brackets(text, anchor) for anchor in page.anchors), *inline), key=_start)),
            tuple(page.emphases),
            (*front.diagnostics, *_misdeclared(charset, encoding, source, path)),
        )

    def write(self, document: Document, source: str) -> bytes:
        """The changed source in the encoding of the file."""
        return write_text(document, source)


def _misdeclared(charset: str, encoding: str, source: str, path: str) -> tuple[Diagnostic, ...]:
    """A diagnostic if the page declares an encoding that is unknown, or that its bytes are not in."""
    if not charset or codec(charset) == encoding or (encoding == "utf-8-sig" and codec(charset) == "utf-8"):
        return ()
    start = max(0, source.find(charset))
    lines = LineIndex(source)
    span = SourceSpan(start, start + len(charset))
    wrong = "its bytes are not" if codec(charset) else "no such encoding is known"
    message = f"The page declares the encoding {charset!r}, but {wrong}; it is read as {encoding}"
    places = lines.position(span.start), lines.position(span.end)
    return (Diagnostic("E002", "misdeclared-encoding", message, path, span, *places),)


def _front(front: FrontMatter) -> FrontMatter:
    """The front matter without the places of its words, which the text of the page does not have."""
    return replace(front, metadata=replace(front.metadata, title_span=None, byline_span=None, date_span=None))


def _start(anchor: Anchor) -> Span:
    return anchor.span


def _with_brackets(text: str, anchor: Anchor) -> Anchor:
    """The anchor with the brackets around its link, which belong to the marker."""
    start, end = anchor.span.start, anchor.span.end
    if start and text[start - 1] == "[" and text[end : end + 1] == "]":
        return Anchor(Span(start - 1, end + 1), anchor.label)
    return anchor


def _metadata(head: Head, printed: Metadata, text: str, blocks: tuple[Block, ...]) -> Metadata:
    """The metadata that the page prints, completed by that in its head."""
    metadata = printed
    top = next((block for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), None)
    if top and (not metadata.title or metadata.title != top.span.of(text)):
        metadata = replace(metadata, title=top.span.of(text), title_span=top.span)
    elif not metadata.title and head.title:
        metadata = replace(metadata, title=_SITE_NAME.sub("", head.title))
    if not metadata.authors and head.authors:
        metadata = replace(metadata, authors=tuple(name for author in head.authors for name in people(author)))
    if not metadata.date and head.date:
        dated = find_date(head.date)
        metadata = replace(metadata, date=dated.date if dated else Date.parse_iso(head.date[:10]))
    return metadata
