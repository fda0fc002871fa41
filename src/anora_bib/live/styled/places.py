"""Words of an essay and what may take their place in its file: markup stays closed, and no link or anchor is lost."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final

from anora_bib.documents.document import Document, UneditableError
from anora_bib.live.tags import INLINE, TAG, unpaired
from anora_bib.text.spans import SourceEdit, SourceSpan, Span

ANCHOR: Final = "an anchor or a link within the page is inside it"
MARKUP: Final = "markup of the page begins or ends inside it"
LINK: Final = "its link would be lost, which the style does not print"

_AMONG_WORDS: Final = INLINE - {"code"} | {"br", "wbr"}
"""Elements that words may lose: none whose words are to stay as they are."""
_NAMED: Final = re.compile(r"\s(?:id|name)\s?=|\shref\s?=\s?[\"']?#", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"'\])}]{1,2000}", re.IGNORECASE)
_INNER_LINK: Final = re.compile(r"\]\((?!https?:)|\]\[|\[\^")
"""In Markdown: a link to another file or place, one whose address stands elsewhere, the marker of a note."""
_STOPS: Final = ".,;:!?*_/\\"


def place(document: Document, span: Span) -> SourceSpan | str:
    """Where in the file the words are, with the tags that are open or closed in them alone; or why they must stay."""
    words = span.of(document.text)
    if document.source_map is None:
        return ANCHOR if _INNER_LINK.search(words) else document.source_span(span)
    found = document.source_span(span)
    inside = found.of(document.source)
    if "<" in TAG.sub("", inside):  # a comment, or a tag that is not whole
        return MARKUP
    tags = list(TAG.finditer(inside))
    if not {tag["name"].lower() for tag in tags} <= _AMONG_WORDS:
        return MARKUP
    if any(_NAMED.search(tag["rest"]) for tag in tags):
        return ANCHOR
    return _widened(document.source, found, *unpaired(inside))


def _widened(source: str, span: SourceSpan, closing: Iterable[str], opening: Iterable[str]) -> SourceSpan | str:
    """The span with the tags right before and behind it that belong to some inside."""
    start, end = span
    for name in closing:
        before = re.search(
            rf"<{name}(?P<rest>\s[^<>]{{0,500}})?>\Z", source[max(0, start - 520) : start], re.IGNORECASE
        )
        if before is None:
            return MARKUP
        if _NAMED.search(before["rest"] or ""):
            return ANCHOR
        start -= len(before[0])
    for name in reversed([*opening]):
        after = re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE).match(source, end)
        if after is None:
            return MARKUP
        end = after.end()
    return SourceSpan(start, end)


def addresses(written: str) -> Iterator[str]:
    """The web addresses in what a file writes, those of links as well, in a form that can be compared."""
    for found in _ADDRESS.findall(unescape(written)):
        bare = re.sub(r"\A(?:https?://)?(?:www\.|dx\.)?", "", found.replace("\\", "").lower())
        yield bare.rstrip(_STOPS).rstrip(")")


def edit(document: Document, at: SourceSpan, words: Span, written: str) -> SourceEdit | str:
    """The edit that writes markup in place of the words, or why it cannot be made.

    In plain text its lines are as long as theirs.
    """
    typed = words.of(document.text)
    if "\n" in typed and document.source_map is None and document.dialect.name == "plain":
        written = _wrapped(document.text, words, written)
    try:
        return SourceEdit(at, document.encodable(written))
    except UneditableError as error:
        return str(error)


def _wrapped(text: str, words: Span, written: str) -> str:
    """The words in lines no longer than those they stand in for, with their indent."""
    start = text.rfind("\n", 0, words.start) + 1
    lines = text[start : words.end].split("\n")
    indent = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
    before = words.start - start
    width = max(*map(len, lines), len(indent) + 20)
    wrapped = textwrap.wrap(
        "x" * before + written, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(wrapped)[before:]
