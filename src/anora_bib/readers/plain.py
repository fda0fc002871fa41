"""Plain text as it was scraped or typed: one paragraph a line, or lines broken at a width and blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from anora_bib import language
from anora_bib.documents.decode import decode
from anora_bib.documents.document import Document, write_text
from anora_bib.documents.line_ends import unified
from anora_bib.documents.lines import Line, lines, trim
from anora_bib.model import Block, BlockKind, Essay
from anora_bib.readers.data import is_data
from anora_bib.readers.head.metadata import read_head
from anora_bib.readers.markup.definitions import DEFINITION, adopt_text
from anora_bib.readers.markup.headings import hashed_words
from anora_bib.readers.markup.inline import anchors, emphases, images
from anora_bib.readers.markup.inline_notes import with_inline_notes
from anora_bib.readers.markup.numbering import is_counted
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_RULE = lazy(r"(?:[*_~=#•⁂◊-][ \t\xa0]*+){1,80}+$")
_HASHED = lazy(r"(#{1,6})[ \t]+(?=\S)")
_BOLD = lazy(r"(\*\*|__)(?=\S)(?P<words>[^*_\n]{1,120})(?<=\S)\1:?$")
_QUOTED = lazy(r"(?:>[ \t]?){1,5}")
_ITEM = lazy(r"(?P<sign>[-*+•‣◦▪·]|\(?(?P<label>\d{1,4})[.)])[ \t\xa0]+(?=\S)")

_LABELLED = lazy(r"\\?\[ ?(?P<label>[A-Za-z]?\d{1,4}) ?\\?\]")

_CARET = lazy(r"[\^↑](?=[ ,\t]|[a-z] )")
"""The sign back to the text that pages of an encyclopedia print before each note."""

_BEFORE_NUMBER = lazy(
    rf"(?<!\w)(?:{language.pattern(language.locator_words('page', 'volume', 'issue', 'section', 'folio'))})$",
    re.IGNORECASE,
)
"""What a number goes on at the head of the next line: "p.", "vol."."""
_NUMBER_FIRST = lazy(r"\(?\d")
_LONGEST_LABEL = 12

_SIGNS = (_RULE.match, _HASHED.match, _QUOTED.match, DEFINITION.match, _CARET.match)
"""What begins something of its own at the start of a line; so does a label."""

_WIDTH = 120
"""No editor that breaks lines makes them longer."""
_NARROW = 45
"""Nor is a column of running text narrower."""
_SLACK = 10
"""By how much a person who breaks lines by hand may miss the width."""

_MARKERS = lazy(
    r"(?<=[^\s\d][.,;:?!\u2026\u201d\"])(?:\[\^?\w{1,4}\]|\^\d{1,3}\^|[\u00b9\u00b2\u00b3\u2070-\u2079]|\d{1,3}(?!\d))+$"
)
"""What points at notes at the end of a sentence."""

_HEADING_LENGTH = 100
_HEADING_WORDS = 14
_SHORT_HEADING = 6


class PlainReader:
    """Reads ``.txt``. Signs that scraped pages keep from Markdown (pictures, ``[^4]``, ``#``) are understood."""

    name = "plain"
    suffixes = (".txt", ".text")

    def read(self, data: bytes, path: str) -> Essay:
        """The essay in a plain text file; blocks are told by blank lines, and lists and headings by their look.

        What is data of a program from end to end is one block of code, in which nothing is found.
        """
        source, encoding = decode(data, path)
        text = unified(source)
        document = Document(path, text, source=source, encoding=encoding)
        if is_data(text):
            whole = Span(0, len(text))
            return Essay(document, self.name, (Block(BlockKind.CODE, whole, whole),))
        blocks, inline = with_inline_notes(text, adopt_text(_blocks(text)))
        return Essay(
            document,
            self.name,
            blocks,
            read_head(text, blocks),
            anchors(text, inline),
            emphases(text),
        )

    def write(self, document: Document, source: str) -> bytes:
        """The changed source in the encoding of the file."""
        return write_text(document, source)


def _blocks(text: str) -> Iterator[Block]:
    for outer in _paragraphs(text):
        pictures = list(images(text, outer))
        if not (pictures and pictures[0].outer == outer):
            yield _classify(text, outer)
        for picture in pictures:
            yield Block(BlockKind.IMAGE, trim(text, picture.alt), picture.outer)


def _paragraphs(text: str) -> Iterator[Span]:
    """Lines put together where the break between them was made only by the width.

    Lines with hanging indents stay together: what reads lists knows where each item begins.
    """
    listed = list(lines(text))
    width = _width(text, listed)
    hanging = _hanging(text, listed)
    start = 0
    for index, line in enumerate(listed):
        following = listed[index + 1] if index + 1 < len(listed) else None
        if following is not None and following.span.start in hanging:
            continue
        if following is not None and _goes_on(text, listed[start], following):
            continue
        if following is None or not _runs_on(text, line, following, width):
            yield Span(listed[start].span.start, line.span.end)
            start = index + 1


def _goes_on(text: str, first: Line, following: Line) -> bool:
    """Whether a line is set in under one that begins with a label, as notes and items go on."""
    inset = following.span.start - following.start > first.span.start - first.start
    return inset and not following.after_blank and _begins_item(text, first) and not _starts_anew(text, following)


def _hanging(text: str, listed: list[Line]) -> set[int]:
    """Where those lines begin that stand, though not first, in lines with hanging indents and no blank line between."""
    inside: set[int] = set()
    begins = [0, *(index for index, line in enumerate(listed) if index and line.after_blank)] if listed else []
    for first, behind in pairwise([*begins, len(listed)]):
        run = listed[first:behind]
        if _hangs(text, run):
            inside.update(line.span.start for line in run[1:])
    return inside


def _hangs(text: str, run: list[Line]) -> bool:
    """True if lines are set in where the one before had no room left, and only there: else a paragraph begins."""
    indented = [line.span.start > line.start for line in run]
    if indented[0] or not any(indented) or any(_starts_anew(text, line) for line in run):
        return False
    width = max(line.span.end - line.start for line in run)
    full = (
        _leaves_no_room(text, *pair, width) for pair, inside in zip(pairwise(run), indented[1:], strict=True) if inside
    )
    return width <= _WIDTH and all(full)


def _width(text: str, listed: list[Line]) -> int:
    """The width the lines were broken at; 0 if they were not."""
    lengths = [line.span.end - line.start for line in listed]
    joined = [
        length
        for length, following in zip(lengths, listed[1:], strict=False)
        if not following.after_blank and length <= _WIDTH
    ]
    wide = sum(length > _WIDTH and not _unbreakable(text, line) for length, line in zip(lengths, listed, strict=True))
    if not joined or wide > len(lengths) // 20:
        return 0
    width = max(joined)
    return width if width >= _NARROW else 0


def _unbreakable(text: str, line: Line) -> bool:
    """Whether a line is long only for a word that no editor breaks, such as an address."""
    longest = max(line.span.of(text).split(), key=len)
    return "/" in longest and len(line.span) - len(longest) <= _WIDTH


def _runs_on(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the line was broken because the next word had no room left."""
    if not width or following.after_blank:
        return False
    if _starts_anew(text, following) and not _goes_on_with_number(text, line, following):
        return False
    return _leaves_no_room(text, line, following, width)


def _goes_on_with_number(text: str, line: Line, following: Line) -> bool:
    """Whether the line ends with "p." and the next begins with the number of the page: "644." is no label then."""
    if not _NUMBER_FIRST.match(text, following.span.start):
        return False
    return bool(_BEFORE_NUMBER.search(text[max(line.span.start, line.span.end - _LONGEST_LABEL) : line.span.end]))


def _leaves_no_room(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line would have made a line too long."""
    first = text[following.span.start : following.span.end].split(None, 1)[0]
    return line.span.end - line.start + 1 + len(first) > width - _SLACK


def _starts_anew(text: str, line: Line) -> bool:
    return _begins_item(text, line) or any(match_at(text, *line.span) for match_at in _SIGNS)


def _begins_item(text: str, line: Line) -> bool:
    """Whether a line begins with the sign of an item, or the label of a note."""
    start, end = line.span.start, line.span.end
    labelled = _ITEM.match(text, start, end) or _LABELLED.match(text, start, end) or DEFINITION.match(text, start, end)
    return labelled is not None and is_counted(labelled.groupdict()["label"] or "", text)


def _classify(text: str, outer: Span) -> Block:
    start, end = outer.start, outer.end
    if _RULE.match(text, start, end):
        return Block(BlockKind.RULE, outer, outer)
    if hashed := _HASHED.match(text, start, end):
        return Block(BlockKind.HEADING, hashed_words(text, outer), outer, level=len(hashed[1]))
    if bold := _BOLD.match(text, start, end):
        return Block(BlockKind.HEADING, Span(bold.start("words"), bold.end("words")), outer, level=2)
    if quoted := _QUOTED.match(text, start, end):
        return Block(BlockKind.QUOTATION, trim(text, Span(quoted.end(), end)), outer)
    if definition := DEFINITION.match(text, start, end):
        return Block(BlockKind.NOTE, trim(text, Span(definition.end(), end)), outer, label=definition["label"])
    if (item := _ITEM.match(text, start, end)) and is_counted(item["label"] or "", text):
        return Block(BlockKind.LIST_ITEM, Span(item.end(), end), outer, level=1, label=item["label"] or "")
    kind = BlockKind.HEADING if _is_heading(text[start:end]) else BlockKind.PARAGRAPH
    return Block(kind, outer, outer, level=2 if kind is BlockKind.HEADING else 0)


def _is_heading(line: str) -> bool:
    """A short line that is no sentence. The markers after the stop of a sentence are not its end."""
    line = _MARKERS.sub("", line)
    words = line.split()
    if len(line) > _HEADING_LENGTH or len(words) > _HEADING_WORDS or not re.search(r"[^\W\d_]{2}", line):
        return False
    if line[0].islower() or line[0] in "\\[]{}<|" or line[-1] in ".,;:":
        return False
    if line[-1] in '?!…)”"':
        return len(words) <= _SHORT_HEADING or _in_title_case(words)
    return True


def _in_title_case(words: list[str]) -> bool:
    long = [word.strip("“”‘’\"'(") for word in words if len(word) > 3]
    return sum(word[:1].isupper() for word in long) > 0.7 * len(long)
