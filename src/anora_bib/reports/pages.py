"""Files as a report shows them whole: the text, its parts, and what is marked in it.

A page is plain data without records or rules, so that a process that checked a file can hand it over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from anora_bib.documents.dialects import MARKDOWN
from anora_bib.documents.document import Document
from anora_bib.model import Apparatus, Block, BlockKind
from anora_bib.text.spans import TextSpan


class Role(StrEnum):
    """What a marked stretch of a text is."""

    EMPHASIS = "emphasis"
    MARKER = "marker"
    NOTE = "note"
    IMAGE = "image"
    MARKUP = "markup"
    """A tag of HTML in Markdown, which no page prints."""
    LINE_BREAK = "line-break"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that is shown as something; ``label`` names the note that it is or points at."""

    span: TextSpan
    role: Role
    label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text: ``outer`` is all of it, ``span`` its words without the signs of the format.

    ``kind`` is None for what is no block of an essay: the source of another file, or what lies between blocks. The
    ``front`` matter of a page is for the program that makes it, and not printed.
    """

    outer: TextSpan
    span: TextSpan
    kind: BlockKind | None = None
    level: int = 0
    front: bool = False


@dataclass(frozen=True)
class Page:
    """One file. Its document has the ``source``, which diagnostics and the edits of their fixes count in.

    ``counts`` says how much there is of what ("notes": 7).
    """

    document: Document
    parts: tuple[Part, ...]
    marks: tuple[Mark, ...] = ()
    title: str = ""
    byline: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of_essay(cls, apparatus: Apparatus) -> Page:
        """An essay, with its notes and markers."""
        essay = apparatus.essay
        parts = tuple(_parts(essay.text, essay.blocks))
        # Of notes that share a label, as chapters have them that count anew, each has a name of its own here.
        names = {note.span: str(at) for at, note in enumerate(apparatus.notes, start=1)}
        led = ((one, apparatus.led_to(one)) for one in apparatus.markers)
        marks = [
            *(Mark(one.span, Role.EMPHASIS) for one in essay.emphases),
            *(Mark(one.span, Role.MARKER, names[note.span] if note else "") for one, note in led),
            *(Mark(one.span, Role.NOTE, names[one.span]) for one in apparatus.notes),
            *(Mark(one.span, Role.IMAGE) for one in essay.blocks if one.kind is BlockKind.IMAGE),
            *(_tags(essay.text, parts) if essay.document.dialect is MARKDOWN else ()),
        ]
        counts = {
            "notes": len(apparatus.notes),
            "markers": len(apparatus.markers),
            "references": len(apparatus.references),
        }
        return cls(
            essay.document,
            parts,
            tuple(sorted(marks, key=lambda mark: mark.span)),
            essay.metadata.title,
            ", ".join(name.display for name in essay.metadata.authors),
            counts,
        )

    @classmethod
    def of_source(cls, path: str, source: str) -> Page:
        """A bibliography, or another file of which no text for people was made, paragraph by paragraph."""
        return cls(Document(path, source), tuple(_paragraphs(source)))

    @property
    def path(self) -> str:
        """The path of the file, which diagnostics have as well."""
        return self.document.path


_BREAK: Final = re.compile(r"\n(?=@)|\n[ \t]{0,99}\n\s{0,99}")
"""Where a paragraph of a source ends: at an empty line, or before an entry of BibTeX."""


def _paragraphs(source: str) -> Iterator[Part]:
    start = 0
    for found in _BREAK.finditer(source):
        if found.start() > start:
            span = TextSpan(start, found.start())
            yield Part(span, span)
        start = found.end()
    if source[start:].strip():
        span = TextSpan(start, len(source))
        yield Part(span, span)


def _parts(text: str, blocks: Sequence[Block]) -> Iterator[Part]:
    """The blocks that are in no other one, and what else is printed between them."""
    done = 0
    for block in blocks:
        if block.outer.start < done:
            continue
        yield from _between(text, done, block.outer.start)
        yield Part(block.outer, block.span, block.kind, block.level)
        done = block.outer.end
    yield from _between(text, done, len(text))


_TAG: Final = re.compile(
    r"(?P<code>`[^`\n]{1,300}`)|<(?P<italic>em|i|cite)>(?P<words>[^<>`]{1,300})</(?P=italic)>|<(?P<break>br)\s{0,2}/?>(?!\s{0,9}\n)"
    r"|</?(?:a|abbr|address|article|aside|b|big|blockquote|br|center|cite|div|em|figcaption|figure|font|h[1-6]|hr|i|ins|li"
    r"|mark|ol|p|q|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul|wbr)(?:\s[^<>`]{0,300})?/?>",
    re.IGNORECASE,
)
"""Tags that say how words look, or where a part begins. All others are shown as they are typed, as is code."""


def _tags(text: str, parts: Sequence[Part]) -> Iterator[Mark]:
    """The tags of HTML in the parts of a Markdown text; in code only where it is nothing but tags: a block of HTML."""
    for part in parts:
        words = part.outer.of(text)
        if part.front or (part.kind is BlockKind.CODE and _TAG.sub("", words).strip()):
            continue
        for found in _TAG.finditer(words):
            start = part.outer.start
            if found["italic"]:
                inner = TextSpan(start + found.start("words"), start + found.end("words"))
                yield Mark(TextSpan(start + found.start(), inner.start), Role.MARKUP)
                yield Mark(inner, Role.EMPHASIS)
                yield Mark(TextSpan(inner.end, start + found.end()), Role.MARKUP)
            elif not found["code"]:
                role = Role.LINE_BREAK if found["break"] else Role.MARKUP
                yield Mark(TextSpan(start + found.start(), start + found.end()), role)


_FENCES: Final = ("---", "+++")
"""What front matter begins with, in YAML and in TOML."""


def _between(text: str, start: int, end: int) -> Iterator[Part]:
    if text[start:end].strip():
        span = TextSpan(start, end)
        yield Part(span, span, front=not text[:start].strip() and text[start:end].lstrip().startswith(_FENCES))
