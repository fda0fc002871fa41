"""Markdown: CommonMark's blocks, footnotes, and a head of YAML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from anora_bib.documents.decode import decode
from anora_bib.documents.dialects import MARKDOWN
from anora_bib.documents.document import Document, write_text
from anora_bib.documents.line_ends import unified
from anora_bib.documents.lines import INVISIBLE, line_starts, trim
from anora_bib.model import Anchor, Block, BlockKind, Essay
from anora_bib.model.essay.verbatim import labels_of_links
from anora_bib.readers.head.front_matter import read_front_matter
from anora_bib.readers.head.metadata import read_head
from anora_bib.readers.html.in_markdown import html_blocks, html_notes
from anora_bib.readers.markup.definitions import DEFINITION, TOKEN, adopt_text, definition_rule
from anora_bib.readers.markup.headings import hashed_words
from anora_bib.readers.markup.inline import anchors, emphases, images
from anora_bib.readers.markup.inline_notes import with_inline_notes
from anora_bib.text.spans import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_ITEM_SIGN = re.compile(r"[ \t>]*(?:[-*+]|(?P<label>\d{1,9})[.)])[ \t]+")
_LEADING = re.compile(r"[ \t>]*")
_LEAVES = frozenset(("heading_open", "paragraph_open", "fence", "code_block", "html_block", "hr", TOKEN))
"""The tokens that blocks are made of; others only hold them."""
_DEFINES = re.compile(r"(?:^|(?<=\n)) {0,3}[:~][ \t]{1,4}\S")
"""What begins a definition in a list of terms."""
_RULED = re.compile(r"<hr\b[^<>]{0,200}>", re.IGNORECASE)
_LINK_DEFINITION = re.compile(
    r" {0,3}\[(?P<label>[^\[\]\n^][^\[\]\n]{0,200})\]:[ \t]{0,9}"
    r"(?:<[^<>\n]{0,2000}>|(?:https?:|mailto:|[/.#])\S{0,2000})"
    r"(?P<title>[ \t]{1,9}[\"'(][^\n]{0,400}[\"')])?[ \t]{0,9}"
)
"""A line that says where links lead (CommonMark 4.7)."""
_CODE_TEMPLATES = (("{% highlight", "{% endhighlight"), ("{{< highlight", "{{< /highlight"))
"""What code begins and ends with in templates of Liquid and Hugo."""
_BOLD = re.compile(r"(\*\*|__)(?=\S)(?P<words>[^*_\n]{1,120})(?<=\S)\1:?$")


class MarkdownReader:
    """Reads ``.md``. The text is the file itself; blocks leave the signs of Markdown out of their spans."""

    name = "markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")

    def read(self, data: bytes, path: str) -> Essay:
        """The essay in a Markdown file, its metadata from the front matter and otherwise from its first lines."""
        source, encoding = decode(data, path)
        text = unified(source)
        document = Document(path, text, MARKDOWN, source, encoding=encoding)
        front = read_front_matter(text, path)
        blocks, inline = with_inline_notes(text, _Walk(text, front.end).blocks(), front.end)
        head = read_head(text, blocks)
        return Essay(
            document,
            self.name,
            blocks,
            front.over(head),
            tuple(_as_defined(blocks, (anchor for anchor in anchors(text, inline) if anchor.span.start >= front.end))),
            tuple(emphasis for emphasis in emphases(text) if emphasis.span.start >= front.end),
            tuple(replace(one, span=document.source_span(Span(*one.span))) for one in front.diagnostics),
        )

    def write(self, document: Document, source: str) -> bytes:
        """The changed source in the encoding of the file."""
        return write_text(document, source)


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    # Their link definitions would swallow a note such as "[^4]: https://example.org".
    parser.block.ruler.disable("reference")
    parser.block.ruler.before(
        "reference", TOKEN, definition_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    return parser.parse(text)


def _is_inset(text: str, block: Block) -> bool:
    """Whether a paragraph is indented like code."""
    return block.kind is BlockKind.PARAGRAPH and text[max(0, block.outer.start - 4) : block.outer.start] == "    "


def _as_defined(blocks: Iterable[Block], found: Iterable[Anchor]) -> Iterator[Anchor]:
    """The anchors, each with its label as the definition has it: labels match in any case (GitHub's Markdown)."""
    defined = {block.label.casefold(): block.label for block in blocks if block.kind is BlockKind.NOTE}
    for anchor in found:
        label = defined.get(anchor.label.casefold(), anchor.label)
        yield anchor if label == anchor.label else replace(anchor, label=label)


def _meets(span: Span, notes: Sequence[Block], ends: Sequence[int]) -> bool:
    """Whether the span shares a part with one of the notes, in order, whose ends these are."""
    index = bisect_right(ends, span.start)
    return index < len(notes) and notes[index].outer.overlaps(span)


class _Walk:
    """One pass over the block tokens of a text, from ``start`` on."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        # A byte order mark would hide the sign of the first block.
        self._start = start + (start == 0 and text[0] in INVISIBLE)
        self._lines = [self._start + offset for offset in line_starts(text[self._start :])]
        self._quotes = 0
        self._lists = 0
        self._item: int | None = None
        """Which block holds the item that is open, once its first words were met."""
        self._first_of_item = False
        self._out: list[Block] = []
        self._code: list[Span] = []

    def blocks(self) -> Iterator[Block]:
        for token in _tokens(self._text[self._start :]):
            if token.type in _LEAVES:
                self._add(token, self._span(token.map or [0, 0]))
            elif token.nesting:
                self._nest(token)
        blocks = adopt_text(self._without_code(block for block in self._out if len(block.outer)))
        for block in self._with_notes_of_html(blocks):
            yield from self._with_images(block)

    def _without_code(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks, those that templates set as code made blocks of code."""
        regions = sorted(self._highlighted())
        ends = [region.end for region in regions]
        for block in blocks:
            index = bisect_right(ends, block.outer.start)
            inside = index < len(regions) and regions[index].start <= block.outer.start
            yield Block(BlockKind.CODE, block.outer, block.outer) if inside else block

    def _highlighted(self) -> Iterator[Span]:
        for opening, closing in _CODE_TEMPLATES:
            start = self._text.find(opening, self._start)
            while start >= 0 and (end := self._text.find(closing, start)) >= 0:
                yield Span(start, end + len(closing))
                start = self._text.find(opening, end)

    def _with_notes_of_html(self, blocks: list[Block]) -> list[Block]:
        """The blocks with the notes that elements of HTML make in place of those that hold them."""
        notes = html_notes(self._text, self._start, self._code)
        if not notes:
            return blocks
        ends = [note.outer.end for note in notes]
        kept = [block for block in blocks if not _meets(block.outer, notes, ends)]
        return sorted((*kept, *notes), key=lambda block: block.outer)

    def _nest(self, token: Token) -> None:
        if token.type.startswith("blockquote"):
            self._quotes += token.nesting
        elif token.type in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            self._lists += token.nesting
            self._item = None
        elif token.type.startswith("list_item"):
            self._first_of_item = token.nesting == 1
            self._item = None

    def _span(self, lines: list[int]) -> Span:
        return trim(self._text, Span(self._lines[lines[0]], self._lines[min(lines[1], len(self._lines) - 1)]))

    def _add(self, token: Token, outer: Span) -> None:
        match token.type:
            case "heading_open":
                self._out.append(self._heading(token, outer))
            case "paragraph_open":
                self._paragraph(outer)
            case "code_block" if self._defines():
                self._out.append(Block(BlockKind.PARAGRAPH, outer, outer))
            case "fence" | "code_block":
                self._code.append(outer)
                self._out.append(Block(BlockKind.CODE, outer, outer))
            case "html_block" if _RULED.fullmatch(self._text, *outer):
                self._out.append(Block(BlockKind.RULE, outer, outer))
            case "html_block":
                self._out.extend(html_blocks(self._text, outer))
            case "hr":
                self._out.append(Block(BlockKind.RULE, outer, outer))
            case _:
                sign = DEFINITION.search(self._text, outer.start, outer.end)
                words = trim(self._text, Span(sign.end() if sign else outer.start, outer.end))
                self._out.append(Block(BlockKind.NOTE, words, outer, label=token.info))
        if token.type != "paragraph_open":
            self._item = None

    def _defines(self) -> bool:
        """Whether what stands before an indented block is a definition, which it goes on with (PHP Markdown Extra)."""
        before = next((block for block in reversed(self._out) if not _is_inset(self._text, block)), None)
        return before is not None and _DEFINES.search(self._text, *before.outer) is not None

    def _heading(self, token: Token, outer: Span) -> Block:
        if token.markup in ("=", "-"):
            underline = max(self._text.rfind(sign, outer.start, outer.end) for sign in "\r\n")
            words = trim(self._text, Span(outer.start, max(outer.start, underline)))
        else:
            words = hashed_words(self._text, outer)
        return Block(BlockKind.HEADING, words, outer, level=int(token.tag[1:]))

    def _paragraph(self, outer: Span) -> None:
        if self._first_of_item:
            self._first_of_item = False
            sign = _ITEM_SIGN.match(self._text, outer.start, outer.end)
            words = Span(sign.end() if sign else outer.start, outer.end)
            self._item = len(self._out)
            label = (sign["label"] or "") if sign else ""
            self._out.append(Block(BlockKind.LIST_ITEM, words, outer, level=self._lists, label=label))
        elif self._item is not None:
            item = self._out[self._item]
            self._out[self._item] = replace(
                item, span=Span(item.span.start, outer.end), outer=Span(item.outer.start, outer.end)
            )
        elif self._defines_links(outer):
            self._out.append(Block(BlockKind.CODE, outer, outer))
        else:
            self._out.append(self._leaf(outer))

    def _defines_links(self, outer: Span) -> bool:
        """Whether a paragraph only says where links lead; a number that no link has may be that of a note."""
        if not self._text.startswith("[", outer.start):
            return False
        lines = [_LINK_DEFINITION.fullmatch(line) for line in outer.of(self._text).splitlines()]
        labels = [line["label"] for line in lines if line]
        if len(labels) < len(lines):
            return False
        numbers = {label for label in labels if label.isdecimal()}
        return not numbers or numbers <= labels_of_links(self._text)

    def _leaf(self, outer: Span) -> Block:
        if self._quotes:
            sign = _LEADING.match(self._text, outer.start, outer.end)
            return Block(BlockKind.QUOTATION, Span(sign.end() if sign else outer.start, outer.end), outer)
        bold = _BOLD.match(self._text, outer.start, outer.end)
        if bold:
            return Block(BlockKind.HEADING, Span(bold.start("words"), bold.end("words")), outer, level=6)
        return Block(BlockKind.PARAGRAPH, outer, outer)

    def _with_images(self, block: Block) -> Iterator[Block]:
        pictures = [] if block.kind is BlockKind.CODE else list(images(self._text, block.span))
        if not (pictures and pictures[0].outer == block.span):
            yield block
        for picture in pictures:
            yield Block(BlockKind.IMAGE, trim(self._text, picture.alt), picture.outer)
