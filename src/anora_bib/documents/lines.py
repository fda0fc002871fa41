"""Lines of a text as spans, whatever its line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from anora_bib.text.spans import Span

INVISIBLE = "\ufeff\u200b\u2060"
"""A byte order mark and spaces without width, which ``str.strip`` does not remove."""

_BLANK = INVISIBLE + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
"""All characters that are trimmed. Unicode has no white space beyond U+3000."""

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """A line that is not blank: ``span`` without the white space around it, ``start`` where it begins."""

    start: int
    span: Span
    after_blank: bool


def trim(text: str, span: Span) -> Span:
    """``span`` without the white space and invisible characters at its ends."""
    start, end = span
    words = text[start:end]
    begun = words.lstrip(_BLANK)
    start = end - len(begun)
    return Span(start, start + len(begun.rstrip(_BLANK)))


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of ``text`` from ``start`` on that are not blank."""
    done = start
    for match in _LINE.finditer(text, start):
        span = trim(text, Span(match.start(), match.end()))
        if len(span):
            blank = len(_BREAK.findall(text, done, match.start())) > 1
            yield Line(match.start(), span, blank)
            done = match.end()


def line_starts(text: str) -> list[int]:
    """Where each line begins, blank ones included, and last the end of the text."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    return [*starts, len(text)]
