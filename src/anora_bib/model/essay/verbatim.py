"""Places of a text that are not read as words: code, templates, comments, tags, addresses, formulas, citation keys.

What stands there is no prose, and none of the essay's own markers, whatever it looks like: ``items[0]``,
``{{< ref "a[1]" >}}``, ``https://example.org/?page=[3]``, ``[@roe2009, [4]]``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from anora_bib.documents.dialects import MARKDOWN
from anora_bib.model.essay.apparatus import Apparatus
from anora_bib.model.essay.essays import Essay
from anora_bib.text.patterns import lazy
from anora_bib.text.spans import Span

_LONGEST: Final = 500
"""Characters of a template or a comment inside a paragraph; a longer one is a block of its own."""

_ENCLOSED: Final = (("{{", "}}"), ("{%", "%}"), ("<%", "%>"), ("<!--", "-->"))
"""Templates (Jinja, Liquid, Hugo, ERB) and comments of HTML."""

_TICKS: Final = lazy(r"`+")
_RUNS: Final = 40
"""How many runs of backticks are looked through for the one that closes a span of code."""

_TAG: Final = lazy(
    r"</?[A-Za-z][A-Za-z0-9-]{0,40}(?=[\s/>])"
    r"(?:(?:[^<>\"'\n]|\n(?!\s{0,8}\n)){1,300}+|\"(?:[^\"\n]|\n(?!\s{0,8}\n)){0,1000}+\"|'(?:[^'\n]|\n(?!\s{0,8}\n)){0,1000}+'){0,40}+>"
)
"""A tag; Word breaks the lines of its own, and templates write whole sentences into attributes."""
_ADDRESS: Final = lazy(r"://[^\s<>]{1,2000}|www\.[^\s<>]{1,2000}")
"""From the first sign that is quickly searched for; no marker stands in a scheme."""

_AUTOLINK: Final = lazy(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}>")
"""An address in angle brackets (CommonMark 0.31, 6.5)."""

_AFTER_ADDRESS: Final = ".,;:!?)\\*_”’\"'"
_VALUE_BEGINS: Final = "=/?&#"
_LONGEST_MARKER: Final = 24

_DEFINITION: Final = lazy(r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]+<?(?:https?:|www\.|/|\.|#|mailto:)", re.MULTILINE)
"""A label of a link that is defined elsewhere: ``[4]: https://example.org`` for ``[words][4]``."""

_LINK_BY_LABEL: Final = lazy(r"\](?<!\[\d\])(?<!\[\d\d\])(?<!\[\d{3}\])\[([^\[\]\n]{1,100})\]")
"""``[words][4]``, not the markers ``[3][4]``."""
_NUMBER_BY_LABEL: Final = lazy(r"\[[^\[\]\n]{1,12}\]\[(?P<label>[^\[\]\n]{1,100})\]")
"""The same where the words are as short as a marker."""

_TARGET: Final = lazy(r"\]\([^()\s]{0,300}\)")
_LINK_TITLE: Final = lazy(
    r"\]\([^()\s]{1,300}[ \t]{1,4}(?P<title>\"(?:[^\"\n]|\"(?![ \t]{0,4}\))){0,200}\"|'[^'\n]{0,200}')[ \t]{0,4}\)"
)
"""The title of a link, which a reader sees only when pointing at it (CommonMark 0.31, 6.3).

Exports leave the marks of a quotation inside it as they are, which ends the link there; readers are to be spared that.
"""
_FORMULA: Final = lazy(r"\$\$?(?![\s\d$])[^$\n]{0,300}[^$\s\\]\$\$?(?!\d)")
_CITATION: Final = lazy(
    r"\[(?:[^\[\]\n@]{0,80}\s)?-?@[\w{](?:[^\[\]\n]|\[[^\[\]\n]{0,80}\]){0,300}\](?:\[\d{1,3}\])?"
    r"|(?<![\w.@\[])-?@[A-Za-z][\w:.#$%&+?<>~/-]{0,80}(?: ?\[[^\[\]\n^]{0,80}\])?"
)
"""Citations as pandoc has them: in brackets, and in a sentence with a locator behind (Pandoc's guide, "Citations")."""


def link_labels(essay: Essay) -> frozenset[str]:
    """The labels of links of Markdown that have their addresses elsewhere in the text.

    A number, and in plain text any label, is one only if a link names it, ``[words][4]``: else
    ``[4]: https://example.org`` is a note that is nothing but an address.
    """
    if "]: " not in essay.text or essay.document.source_map is not None:
        return frozenset()
    defined = frozenset(match[1] for match in _DEFINITION.finditer(essay.text))
    in_doubt = {label for label in defined if label.isdecimal() or essay.document.dialect is not MARKDOWN}
    return defined - in_doubt | (in_doubt & labels_of_links(essay.text)) if in_doubt else defined


@lru_cache(maxsize=2)
def labels_of_links(text: str) -> frozenset[str]:
    """The labels by which links of Markdown name their addresses: ``[words][label]``."""
    return frozenset(match[1] for match in _LINK_BY_LABEL.finditer(text))


def is_link_address(text: str, start: int) -> bool:
    """True if the line at ``start`` gives a link its address: ``[words]: https://example.org``."""
    line = text.rfind("\n", 0, start) + 1
    return _DEFINITION.match(text, line) is not None


def links_by_label(essay: Essay) -> list[Span]:
    """The links ``[words][label]`` whose label is defined, in order."""
    labels = link_labels(essay)
    if not labels:
        return []
    found = _NUMBER_BY_LABEL.finditer(essay.text)
    return [Span(*match.span()) for match in found if match["label"] in labels]


class Verbatim:
    """Those places in one essay."""

    def __init__(self, essay: Essay) -> None:
        text = essay.text
        spans = [
            *_addresses(text),
            *_matches(_CITATION, text, "@"),
            *markup(essay),
            *links_by_label(essay),
        ]
        if essay.document.dialect is MARKDOWN:
            spans += [
                *_matches(_FORMULA, text, "$"),
                *_matches(_TARGET, text, "]("),
                *_matches(_AUTOLINK, text, "<"),
            ]
        self._spans = _merged(spans)
        self._starts = [span.start for span in self._spans]

    def hold(self, span: Span) -> bool:
        """True if ``span`` is inside one of the places."""
        return self._around(span) is not None

    def surround(self, span: Span) -> bool:
        """True if ``span`` is a part of one of the places, not the whole."""
        return self._around(span) not in (None, span)

    def _around(self, span: Span) -> Span | None:
        """The place that ``span`` is inside, if any."""
        index = bisect_right(self._starts, span.start) - 1
        return self._spans[index] if index >= 0 and self._spans[index].contains(span) else None

    def touch(self, span: Span) -> bool:
        """True if an edit of ``span`` would change one of the places."""
        index = bisect_right(self._starts, span.start) - 1
        return any(
            span.overlaps(other) and not span.contains(other) for other in self._spans[max(0, index) : index + 2]
        )


def verbatim(apparatus: Apparatus) -> Verbatim:
    """Those places in the essay of an apparatus; ask for it with ``apparatus.derived``."""
    return Verbatim(apparatus.essay)


def markup(essay: Essay) -> list[Span]:
    """Templates, comments, code, tags and the titles of links, in order: the quotation marks there quote nothing."""
    text = essay.text
    spans = [*_enclosed(text)]
    if "](" in text:
        spans += [Span(*match.span("title")) for match in _LINK_TITLE.finditer(text)]
    if essay.document.dialect is MARKDOWN:
        spans += _code(text)
    if essay.document.source_map is None:
        spans += _matches(_TAG, text, "<")
    return _merged(spans)


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
