"""Lists set one entry a line, without blank lines between: where the entries of such a block begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from anora_bib.documents.lines import trim
from anora_bib.parser.text.marks import DASH_FOR_NAMES
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_LINE_START = lazy(r"\n[ \t>]{0,12}(?=\S)")
_ENDED = lazy(r"(?:[.!?\])”\"»*_/]|\d|https?://\S{1,300}|www\.\S{1,300})[ \t\r]*$")
"""How an entry ends; a line broken at a width ends anywhere."""
_REACH = 320

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"(?:(?:d|l|O|D)['’])?{_UPPER}[\w’'.-]{{0,40}}"
_ENTRY = lazy(
    r"(?:[-*•][ \t]+)?(?:"
    rf"{DASH_FOR_NAMES}[.,]"
    r"|[\"“‘«„]\S"
    r"|[*_]{1,2}\S"
    rf"|(?:(?:de|del|della|di|da|van|von|der|den|la|le|al)[ ]){{0,3}}{_NAME}(?:[ ]{_NAME}){{0,3}},[ ]{_NAME}"
    rf"(?:[ ]{_NAME}|[ ](?:de|la|van|von|der)){{0,6}}(?=[.,;&(]|[ ](?:and\b|&|\(|et\b|und\b|y\b)|(?<=\.)[ ])"
    rf"|{_NAME}(?:[ ](?:of|the|for|and|&|{_NAME})){{0,8}}\.?[ ]\(?(?:1[5-9]|20)\d\d[a-z]?\)?\."
    r")"
)
_LISTED = lazy(r"\b(?:1[5-9]|20)\d\d\b|https?://|www\.|\bn\.d\.")
"""What an entry of a list nearly always has: a year, or an address."""
CARET = lazy(r"(?:\^|↑)(?:[ ,][a-z]{1,2}(?=[ ,])){0,20}[ \t]+\S")
"""The sign that leads back to the text, as encyclopedias set it before each note."""


def entry_spans(text: str, span: Span) -> Iterator[Span]:
    """``span`` cut before each line that begins like an entry, where the line before it ends like one."""
    cuts = [span.start, *_cuts(text, span), span.end]
    for start, end in pairwise(cuts):
        yield trim(text, Span(start, end))


def _cuts(text: str, span: Span) -> Iterator[int]:
    entry = span.start
    carets = CARET.match(text, span.start, span.end) is not None
    lines = list(_LINE_START.finditer(text, span.start, span.end))
    margin = None if carets else _margin(text, span, lines)
    for line in lines:
        start = line.end()
        if carets:
            begins = CARET.match(text, start, span.end) is not None
        elif margin is not None and _indent(line.group()) > margin:
            begins = False
        else:
            ended = _ENDED.search(text, max(entry, line.start() - _REACH), line.start())
            begins = bool(
                ended
                and (margin is not None or _ENTRY.match(text, start, span.end))
                and _LISTED.search(text, entry, line.start())
            )
        if begins:
            entry = start
            yield start


def _margin(text: str, span: Span, lines: list[re.Match[str]]) -> int | None:
    """Where the first line of a block with hanging indents stands; None if no line stands further in."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    margin = _indent(before)
    # Behind a bullet or a number, what follows is set in whether it is an entry or goes on.
    return margin if not before.strip(" \t>") and any(_indent(line.group()) > margin for line in lines) else None


def _indent(line: str) -> int:
    """The white space that begins a line."""
    return sum(char in " \t" for char in line)
