"""HTML pages: the words a reader sees, the blocks they stand in, and the way back to the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from anora_bib.diagnostics import Diagnostic
from anora_bib.documents.decode import decode
from anora_bib.documents.dialects import HTML
from anora_bib.documents.dialects.html import unescape
from anora_bib.documents.document import Document, write_text
from anora_bib.documents.source_map import SourceMap
from anora_bib.model import Anchor, Block, BlockKind, Date, Emphasis, Essay, Metadata
from anora_bib.readers.charset import codec, declared_charset
from anora_bib.readers.datelines import find_date
from anora_bib.readers.metadata import people, read_head
from anora_bib.readers.page_text import PageText
from anora_bib.readers.tags import Token, TokenKind, tokenize
from anora_bib.spans import LineIndex, SourceSpan, Span

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SKIPPED = frozenset("head nav form button select svg script style noscript textarea iframe template".split())
_BLOCK = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_CLOSES_ITSELF = frozenset(("p", "li", "dd", "dt", "td", "th", "tr"))
_EMPHASIS = frozenset(("em", "i", "cite"))
_LISTS = ("ol", "ul")

_NOTE_ID = re.compile(r"_?(?:foot-?note|end-?note|cite_note|note|ftn|edn|fn|en)s?", re.IGNORECASE)
_NOTE_DIGITS = 4
_BACK = re.compile(r"ref|back|return", re.IGNORECASE)
_NOTE_ROLE = re.compile(r"(?:doc-)?(?:foot|end|rear)note$")
_SIGN = re.compile(r"[\[(^]{0,2} ?([A-Za-z]?\d{1,4}[a-z]?|[*†‡]{1,3}) ?[\])^]{0,2}$")
_MEASURE = re.compile(r"(?:\d|(?<![^\W\d_])[^\W\d_]{1,2})$")
"""What a power or a formula stands on: a digit, or a word of one or two letters."""
_DEPTH = 400
"""Pages nest a few dozen deep; tags that never close must not make every step slower."""
_MAX_DIGITS = 9
_SITE_NAME = re.compile(r"\s[|–—·»-]\s[^|–—·»]{1,60}$")


@dataclass(slots=True)
class _Element:
    """An open element: where its words began, what it counts, which block holds them."""

    name: str
    attributes: Mapping[str, str]
    start: int
    note: str | None = None
    label: str = ""
    count: int = 0
    block: int | None = None


@dataclass(slots=True)
class _Head:
    """What ``<head>`` says."""

    title: str = ""
    authors: list[str] = field(default_factory=list)
    date: str = ""


class HtmlReader:
    """Reads ``.html``. Scripts, forms and navigation are left out; no address in the page is ever opened."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, path: str) -> Essay:
        charset = declared_charset(data)
        source, encoding = decode(data, path, codec(charset))
        page = _Page(source)
        page.walk()
        text = page.text.finish()
        blocks = tuple(page.blocks)
        return Essay(
            Document(path, text, HTML, source, SourceMap(page.text.segments), encoding),
            self.name,
            blocks,
            _metadata(page.head, read_head(text, blocks), text, blocks),
            tuple(_with_brackets(text, anchor) for anchor in page.anchors),
            tuple(page.emphases),
            _misdeclared(charset, encoding, source, path),
        )

    def write(self, document: Document, source: str) -> bytes:
        return write_text(document, source)


def _misdeclared(charset: str, encoding: str, source: str, path: str) -> tuple[Diagnostic, ...]:
    """That the page says it is in an encoding which it is not in, or of which nobody has heard."""
    if not charset or codec(charset) == encoding or (encoding == "utf-8-sig" and codec(charset) == "utf-8"):
        return ()
    start = max(0, source.find(charset))
    lines = LineIndex(source)
    span = SourceSpan(start, start + len(charset))
    wrong = "its bytes are not" if codec(charset) else "no such encoding is known"
    message = f"The page declares the encoding {charset!r}, but {wrong}; it is read as {encoding}"
    places = lines.position(span.start), lines.position(span.end)
    return (Diagnostic("E002", "misdeclared-encoding", message, path, span, *places),)


class _Page:
    """One walk over the tokens of a page."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[_Element] = []
        self._skipping = 0
        self._images: list[Span] = []
        self.text = PageText(source)
        self.blocks: list[Block] = []
        self.anchors: list[Anchor] = []
        self.emphases: list[Emphasis] = []
        self.head = _Head()

    def walk(self) -> None:
        for token in tokenize(self._source):
            if token.kind is TokenKind.TEXT:
                self._words(token.span)
            elif token.kind is TokenKind.OPEN:
                self._start(token)
            else:
                self._end(token.name)
        while self._open:
            self._close_last()
        self._flush()

    def _words(self, span: Span) -> None:
        if self._open and self._open[-1].name == "title" and self._skipping:
            self.head.title = self.head.title or " ".join(unescape(span.of(self._source)).split())
        elif not self._skipping:
            self.text.add(span, verbatim=any(element.name == "pre" for element in self._open))

    def _start(self, token: Token) -> None:
        if token.name in _BLOCK and not self._skipping:
            self._flush()
        if token.name in _CLOSES_ITSELF:
            self._close_same(token.name)
        attributes = {key: unescape(span.of(self._source)) for key, span in token.attributes.items()}
        if token.name in _VOID or len(self._open) >= _DEPTH:
            self._void(token, attributes)
            return
        element = _Element(token.name, attributes, self.text.length)
        if token.name == "li":
            element.label = self._count(attributes)
        element.note = _note_label(token.name, attributes, element.label)
        if token.name == "ol" and (first := _number(attributes.get("start", ""))) is not None:
            element.count = first - 1
        self._open.append(element)
        self._skipping += token.name in _SKIPPED

    def _count(self, attributes: Mapping[str, str]) -> str:
        """The number the browser prints before this item; "" in a list of bullets."""
        parent = next((element for element in reversed(self._open) if element.name in _LISTS), None)
        if parent is None or parent.name != "ol":
            return ""
        value = _number(attributes.get("value", ""))
        parent.count = parent.count + 1 if value is None else value
        return str(parent.count)

    def _close_same(self, name: str) -> None:
        """A paragraph ends where the next begins, an item at the next of the same list."""
        for element in reversed(self._open):
            if element.name == name:
                self._end(name)
                return
            if element.name in _BLOCK:
                return

    def _end(self, name: str) -> None:
        if not any(element.name == name for element in reversed(self._open[-100:])):
            return
        while self._open[-1].name != name:
            self._close_last()
        self._close_last()

    def _close_last(self) -> None:
        element = self._open[-1]
        if element.name in _BLOCK and not self._skipping:
            self._flush()
        self._open.pop()
        self._skipping -= element.name in _SKIPPED
        words = Span(element.start, self.text.length)
        if self._skipping or not len(words):
            return
        if element.name in _EMPHASIS:
            self.emphases.append(Emphasis(self.text.trimmed(words)))
        elif element.name in ("a", "sup"):
            self._anchor(element, self.text.trimmed(words))

    def _anchor(self, element: _Element, words: Span) -> None:
        sign = _SIGN.match(self.text.of(words))
        if not sign or any(anchor.span.overlaps(words) for anchor in self.anchors[-3:]):
            return
        if element.name == "a":
            points = "#" in element.attributes.get("href", "") or element.attributes.get("role") == "doc-noteref"
            target = element.attributes.get("href", "").rpartition("#")[2]
            marks = points and not _BACK.search(target)
        else:
            marks = not _MEASURE.search(self.text.before(words.start))
        if marks:
            self.anchors.append(Anchor(words, sign[1]))

    def _void(self, token: Token, attributes: Mapping[str, str]) -> None:
        if token.name == "meta":
            self._meta(attributes)
        elif self._skipping:
            return
        elif token.name == "br":
            self.text.break_line()
        elif token.name == "hr":
            place = Span(self.text.length, self.text.length)
            self.blocks.append(Block(BlockKind.RULE, place, place))
        elif token.name == "img" and attributes.get("alt", "").strip():
            self._images.append(token.attributes["alt"])

    def _meta(self, attributes: Mapping[str, str]) -> None:
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        content = " ".join(attributes.get("content", "").split())
        if name in ("og:title", "dc.title", "citation_title"):
            self.head.title = content
        elif name in ("author", "article:author", "dc.creator", "citation_author") and "://" not in content:
            self.head.authors.append(content)
        elif name in ("article:published_time", "date", "datepublished", "dc.date", "citation_publication_date"):
            self.head.date = self.head.date or content

    def _flush(self) -> None:
        """End the block that is open, and put the pictures that stood in it after it."""
        span = self.text.end_run()
        if len(span):
            self._block(span)
        images, self._images = self._images, []
        for alt in images:
            self.text.add(alt, verbatim=False)
            described = self.text.end_run()
            self.blocks.append(Block(BlockKind.IMAGE, described, described))

    def _block(self, span: Span) -> None:
        holder = next((element for element in reversed(self._open) if _kind(element)), None)
        kind = (_kind(holder) if holder else None) or BlockKind.PARAGRAPH
        gathers = holder is not None and kind in (BlockKind.LIST_ITEM, BlockKind.NOTE)
        if holder is not None and gathers and holder.block is not None and holder.block == len(self.blocks) - 1:
            before = self.blocks[-1]
            whole = Span(before.span.start, span.end)
            self.blocks[-1] = replace(before, span=whole, outer=whole)
            return
        label = "" if holder is None else holder.note if holder.note is not None else holder.label
        self.blocks.append(Block(kind, span, span, level=self._level(kind, holder), label=label or ""))
        if holder is not None and gathers:
            holder.block = len(self.blocks) - 1

    def _level(self, kind: BlockKind, holder: _Element | None) -> int:
        if kind is BlockKind.HEADING and holder is not None:
            return int(holder.name[1])
        if kind is BlockKind.LIST_ITEM:
            return sum(element.name in _LISTS for element in self._open)
        return 0


def _kind(element: _Element) -> BlockKind | None:
    """The kind of block an element makes of the words in it."""
    if element.note is not None:
        return BlockKind.NOTE
    if re.fullmatch(r"h[1-6]", element.name):
        return BlockKind.HEADING
    if element.name == "figcaption" or "caption" in element.attributes.get("class", "").casefold():
        return BlockKind.IMAGE
    named = {"li": BlockKind.LIST_ITEM, "blockquote": BlockKind.QUOTATION, "pre": BlockKind.CODE}
    return named.get(element.name)


def _note_label(name: str, attributes: Mapping[str, str], counted: str) -> str | None:
    """The label of an element that is a note: the number printed before it, else the one in its id; None if none is."""
    if name not in ("li", "p", "div", "aside", "dd", "td"):
        return None
    role = attributes.get("role", "") or attributes.get("epub:type", "")
    id = attributes.get("id", "")
    by_id = _number_in_id(id) if not _BACK.search(id) else None
    if _NOTE_ROLE.match(role) or (by_id is not None and (by_id or counted)):
        return counted or by_id or ""
    return None


def _number_in_id(id: str) -> str | None:
    """The digits that the id of a note ends with ("fn:4", "cite_note-Fisher-4", "footnotes"); None for another id."""
    found = _NOTE_ID.match(id)
    if not found:
        return None
    rest = id[found.end() :]
    before = rest.rstrip("0123456789")
    number = rest[len(before) :]
    return number if len(number) <= _NOTE_DIGITS and (not before or before[-1] in "-_:") else None


def _number(text: str) -> int | None:
    """The number that an attribute gives; None if it gives none, or one that no list reaches."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) <= _MAX_DIGITS else None


def _with_brackets(text: str, anchor: Anchor) -> Anchor:
    """The brackets that stand outside the link belong to the sign."""
    start, end = anchor.span.start, anchor.span.end
    if start and text[start - 1] == "[" and text[end : end + 1] == "]":
        return Anchor(Span(start - 1, end + 1), anchor.label)
    return anchor


def _metadata(head: _Head, printed: Metadata, text: str, blocks: tuple[Block, ...]) -> Metadata:
    """What the page prints, and where it prints nothing, what its head says."""
    found = printed
    top = next((block for block in blocks if block.kind is BlockKind.HEADING and block.level == 1), None)
    if top and (not found.title or found.title != top.span.of(text)):
        found = replace(found, title=top.span.of(text), title_span=top.span)
    elif not found.title and head.title:
        found = replace(found, title=_SITE_NAME.sub("", head.title))
    if not found.authors and head.authors:
        found = replace(found, authors=tuple(name for author in head.authors for name in people(author)))
    if not found.date and head.date:
        dated = find_date(head.date)
        found = replace(found, date=dated.date if dated else Date.parse_iso(head.date[:10]))
    return found
