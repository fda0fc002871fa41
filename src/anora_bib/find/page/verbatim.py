"""Places of a text that are not read as words: code, templates, comments, tags, addresses, formulas, citation keys.

What stands there is none of the essay's own markers, whatever it looks like: ``items[0]``, ``{{< ref "a[1]" >}}``,
``https://example.org/?page=[3]``, ``[@roe2009, [4]]``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from anora_bib.documents.dialects import MARKDOWN
from anora_bib.model import Essay
from anora_bib.spans import Span

_LONGEST: Final = 500
"""Characters of a template or a comment inside a paragraph; a longer one is a block of its own."""

_ENCLOSED: Final = (("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("<!--", "-->"))
"""Templates (Jinja, Liquid, Hugo, ERB) and comments of HTML."""

_TICKS: Final = re.compile(r"`+")
_RUNS: Final = 40
"""How many runs of backticks are looked through for the one that closes a span of code."""

_TAG: Final = re.compile(r"<[A-Za-z/](?:[^<>\"'\n]|\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'){0,300}>")
_ADDRESS: Final = re.compile(r"://[^\s<>]{1,2000}|www\.[^\s<>]{1,2000}")
"""From the first sign that is quickly searched for; no marker stands in a scheme."""

_AFTER_ADDRESS: Final = ".,;:!?)\\*_”’\"'"
_VALUE_BEGINS: Final = "=/?&#"
_LONGEST_MARKER: Final = 24

_DEFINITION: Final = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]+<?(?:https?:|www\.|/|\.|#|mailto:)", re.MULTILINE)
"""A label of a link that is defined elsewhere: ``[4]: https://example.org`` for ``[words][4]``."""

_TARGET: Final = re.compile(r"\]\([^()\s]{0,300}\)")
_FORMULA: Final = re.compile(r"\$\$?(?![\s\d$])[^$\n]{0,300}[^$\s\\]\$\$?(?!\d)")
_CITATION: Final = re.compile(
    r"\[(?:[^\[\]\n@]{0,80}\s)?-?@[\w{](?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){0,300}\](?:\[\d{1,3}\])?"
    r"|(?<![\w.@\[])-?@[A-Za-z][\w:.#$%&+?<>~/-]{0,80}(?: ?\[[^\[\]\n^]{0,80}\])?"
)
"""Citations as pandoc has them: in brackets, and in a sentence with a locator behind (Pandoc's guide, "Citations")."""


def link_labels(essay: Essay) -> frozenset[str]:
    """The labels of links in Markdown that have their addresses elsewhere in the text."""
    if essay.document.dialect is not MARKDOWN or "]: " not in essay.text:
        return frozenset()
    return frozenset(match[1] for match in _DEFINITION.finditer(essay.text))


class Verbatim:
    """Those places in one essay."""

    def __init__(self, essay: Essay) -> None:
        text = essay.text
        spans = [*_enclosed(text), *_addresses(text), *_matches(_CITATION, text, "@")]
        if essay.document.dialect is MARKDOWN:
            spans += [
                *_code(text),
                *_matches(_TAG, text, "<"),
                *_matches(_TARGET, text, "]("),
                *_matches(_FORMULA, text, "$"),
            ]
        self._spans = _merged(spans)
        self._starts = [span.start for span in self._spans]

    def hold(self, span: Span) -> bool:
        """True if ``span`` is inside one of the places."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and self._spans[index].contains(span)


def _merged(spans: list[Span]) -> list[Span]:
    """The spans in order, one for those that overlap."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _matches(pattern: re.Pattern[str], text: str, sign: str) -> Iterator[Span]:
    """The places of a pattern that every match of needs ``sign``."""
    if sign in text:
        yield from (Span(*match.span()) for match in pattern.finditer(text))


def _enclosed(text: str) -> Iterator[Span]:
    for opening, closing in _ENCLOSED:
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start, start + _LONGEST)
            if end >= 0:
                yield Span(start, end + len(closing))
            start = text.find(opening, end + len(closing) if end >= 0 else start + len(opening))


def _addresses(text: str) -> Iterator[Span]:
    for match in _ADDRESS.finditer(text):
        yield Span(match.start(), _end_of_address(text, match.start(), match.end()))


def _end_of_address(text: str, start: int, end: int) -> int:
    """Where an address ends: before punctuation, and before a marker, unless that stands where a value would."""
    while end > start:
        if text[end - 1] in _AFTER_ADDRESS:
            end -= 1
            continue
        opening = text.rfind("[", max(start + 1, end - _LONGEST_MARKER), end) if text[end - 1] == "]" else -1
        if opening < 0 or text[opening - 1] in _VALUE_BEGINS:
            break
        end = opening
    return end


def _code(text: str) -> Iterator[Span]:
    """Spans of code: from a run of backticks to the next as long, in one paragraph (CommonMark 0.31, 6.1)."""
    runs = [match.span() for match in _TICKS.finditer(text)] if "`" in text else []
    index = 0
    while index < len(runs):
        start, end = runs[index]
        closing = next(
            (at for at in range(index + 1, min(index + _RUNS, len(runs))) if runs[at][1] - runs[at][0] == end - start),
            None,
        )
        if closing is not None and "\n\n" not in text[end : runs[closing][0]]:
            yield Span(start, runs[closing][1])
            index = closing
        index += 1
