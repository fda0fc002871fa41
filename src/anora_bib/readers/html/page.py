"""One pass over a page of HTML: its text, blocks, markers, emphasis and the metadata in its head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from anora_bib.documents.dialects.html import unescape
from anora_bib.model import Anchor, Block, BlockKind, Emphasis
from anora_bib.readers.html.elements import BLOCK, MAX_DEPTH, VOID, Element, OpenElements
from anora_bib.readers.html.page_text import PageText
from anora_bib.readers.html.tags import Token, TokenKind, tokenize
from anora_bib.readers.markup.enclosed_notes import is_sidenote
from anora_bib.readers.markup.numbering import ROMAN, SEVERAL, each_label, from_roman
from anora_bib.readers.markup.targets import may_be_note
from anora_bib.text.spans import Span

_EMPHASIS = frozenset(("em", "i", "cite"))
_SLANTED = re.compile(r"(?:^|;)\s{0,9}font(?:-style)?\s{0,9}:[^;]{0,40}\b(?:italic|oblique)\b", re.IGNORECASE)
_SLANTED_CLASS = re.compile(r"(?:^|[\s_-])(?:italics?|emphasis)(?:$|[\s_-])", re.IGNORECASE)
"""How word processors and programs of layout set italics."""
_NAMES = frozenset(("id", "name"))
_SIGN = re.compile(r"[\[(^]{0,2} ?([A-Za-z]?\d{1,4}[a-z]?|[*†‡]{1,3}) ?[\])^]{0,2}$")
_ROMAN = re.compile(rf"[\[(]? ?(?P<label>{ROMAN}) ?[\])]?$")
"""How Word counts endnotes; only where a link leads to one."""
_ENDNOTE = re.compile(r"#_(?:edn|ftn)\d{1,4}$")
_SEVERAL = re.compile(SEVERAL)
_MEASURE = re.compile(r"(?:\d|(?<![^\W\d_])[^\W\d_]{1,2})$")
"""What a power or a formula follows: a digit, or a word of one or two letters."""


@dataclass(slots=True)
class Head:
    """The metadata in ``<head>``."""

    title: str = ""
    authors: list[str] = field(default_factory=list)
    date: str = ""


class Page:
    """One walk over the tokens of a page."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open = OpenElements()
        self._images: list[Span] = []
        self._broken = False
        """Whether a line was broken and no words came since."""
        self._switched = False
        """Whether a box was met that shows a note beside the text, and no such note since."""
        self.text = PageText(source)
        self.blocks: list[Block] = []
        self.anchors: list[Anchor] = []
        self.links: list[tuple[Anchor, str]] = []
        """The markers that are links, with the names of the places they lead to."""
        self.places: dict[str, int] = {}
        """Where in the text each of the page's own names stands."""
        self.emphases: list[Emphasis] = []
        self.sidenotes: list[Span] = []
        """The words of notes that stand in the sentence and are printed beside it."""
        self.head = Head()

    def walk(self, start: int = 0) -> None:
        """Read the page from ``start`` to the last token; fills ``text``, ``blocks``, ``head`` and the rest."""
        for token in tokenize(self._source, start):
            if token.kind is TokenKind.TEXT:
                self._words(token.span)
            elif token.kind is TokenKind.OPEN:
                self._start(token)
            else:
                self._close(self._open.closed_by(token.name))
        self._close(len(self._open))
        self._flush()

    def _words(self, span: Span) -> None:
        if self._open.skipping and self._open[-1].name == "title":
            self.head.title = self.head.title or " ".join(unescape(span.of(self._source)).split())
        elif not self._open.skipping:
            if self._broken and span.of(self._source).strip():
                self._broken = False
            self.text.add(span, verbatim=self._open.verbatim)

    def _start(self, token: Token) -> None:
        if token.name in BLOCK and not self._open.skipping:
            self._flush()
        self._close(self._open.ended_by(token.name))
        attributes = {key: unescape(span.of(self._source)) for key, span in token.attributes.items()}
        if token.name in VOID or len(self._open) >= MAX_DEPTH:
            self._void(token, attributes)
        else:
            self._open.open(token.name, attributes, self.text.length, token.span)
        for key in _NAMES & attributes.keys():
            self.places.setdefault(attributes[key], self.text.length)

    def _close(self, number: int) -> None:
        """Close that many of the innermost elements."""
        for _ in range(number):
            self._close_last()

    def _close_last(self) -> None:
        element = self._open[-1]
        if element.name in BLOCK and not self._open.skipping:
            self._flush()
        self._open.close()
        words = Span(element.start, self.text.length)
        if element.name == "li" and not len(words) and not self._open.skipping:
            self._empty_item(element)
        if self._open.skipping or not len(words):
            return
        if element.name in _EMPHASIS or _is_slanted(element):
            self.emphases.append(Emphasis(self.text.trimmed(words)))
        elif element.name == "span" and self._switched and is_sidenote(element.attributes.get("class", "")):
            self._switched = False
            self.sidenotes.append(self.text.trimmed(words))
        elif element.name in ("a", "sup"):
            self._anchor(element, self.text.trimmed(words))

    def _empty_item(self, element: Element) -> None:
        """A note, or a numbered item, without words: a marker may lead to it, and those after it count on."""
        label = element.label if element.note is None else element.note
        if label and element.kind is not None:
            place = self.text.mark(element.tag)
            self.blocks.append(Block(element.kind, place, place, level=self._open.lists, label=label))

    def _anchor(self, element: Element, words: Span) -> None:
        sign = _SIGN.match(self.text.of(words))
        if element.name == "a" and _ENDNOTE.search(element.attributes.get("href", "")):
            sign = sign or _ROMAN.match(self.text.of(words))
        if not sign and element.name == "sup":
            self._several_anchors(words)
        if not sign or any(anchor.span.overlaps(words) for anchor in self.anchors[-3:]):
            return
        if element.name == "a":
            href = element.attributes.get("href", "")
            points = "#" in href and may_be_note(f"#{href.rpartition('#')[2]}", sign[1])
            marks = points or element.attributes.get("role") == "doc-noteref"
        else:
            marks = not _MEASURE.search(self.text.before(words.start))
        if marks:
            self.anchors.append(Anchor(words, from_roman(sign[1])))
            if element.name == "a":
                self.links.append((self.anchors[-1], element.attributes.get("href", "").rpartition("#")[2]))

    def _several_anchors(self, words: Span) -> None:
        """Those of ``<sup>3, 5</sup>``, which stand one beside the other."""
        if not _SEVERAL.fullmatch(self.text.of(words)) or _MEASURE.search(self.text.before(words.start)):
            return
        if any(anchor.span.overlaps(words) for anchor in self.anchors[-3:]):
            return
        for span, label in each_label(self.text.of(words), Span(0, len(words))):
            self.anchors.append(Anchor(span.shift(words.start), label))

    def _void(self, token: Token, attributes: Mapping[str, str]) -> None:
        self._switched = self._switched or token.name == "input"
        if token.name == "meta":
            self._meta(attributes)
        elif self._open.skipping:
            return
        elif token.name == "br":
            if self._broken and not self._open.verbatim:
                self._flush()  # two in a row: old pages part paragraphs so
            self.text.break_line()
            self._broken = True
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
        """End the block that is open, and put the pictures in it after it."""
        span = self.text.end_run()
        if len(span):
            self._block(span)
        images, self._images = self._images, []
        for alt in images:
            self.text.add(alt, verbatim=False)
            described = self.text.end_run()
            self.blocks.append(Block(BlockKind.IMAGE, described, described))

    def _block(self, span: Span) -> None:
        holder = self._open.holder
        kind = (holder.kind if holder else None) or BlockKind.PARAGRAPH
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

    def _level(self, kind: BlockKind, holder: Element | None) -> int:
        if kind is BlockKind.HEADING and holder is not None:
            return int(holder.name[1])
        if kind is BlockKind.LIST_ITEM:
            return self._open.lists
        return 0


def _is_slanted(element: Element) -> bool:
    """Whether a span without a meaning of its own sets its words in italics."""
    if element.name != "span":
        return False
    style, kinds = element.attributes.get("style", ""), element.attributes.get("class", "")
    return bool(_SLANTED.search(style) or _SLANTED_CLASS.search(kinds))
