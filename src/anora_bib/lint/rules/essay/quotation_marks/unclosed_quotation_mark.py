"""A quotation mark in a reference that nothing closes.

## What it finds

An opening quotation mark in a note or in an item of the works cited without its closing one. Where a conversion lost
characters nothing is said, since the mark may be among them.

## Why it matters

The title has no end: author, magazine and date after it are read as part of it.

## Example

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. “A Film. Example Magazine, 2024.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. “A Film.” Example Magazine, 2024.

## How it is fixed

By hand: put the closing mark where the title ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import quoted_references
from anora_bib.text.quotes import LOST
from anora_bib.text.spans import Span

_SINGLE: Final = ("\u2018", "'", "`")
_VOWELS: Final = "AEIOUaeiou\u0100\u012a\u016a\u0101\u012b\u016b"
_BEFORE_TITLE: Final = ",.;:([\u2014\u2013/"
_AYN: Final = re.compile(
    r"(?:Abb?[a-z]{1,3}|Abd|Al[i\u012b]|Amr|A[iy]n|Az[i\u012b]z|Um[ai]r|Uthm[a\u0101]n|[I\u012a]s[a\u0101]|Im[a\u0101]d|Izz)\b"
)
"""Names that begin with that letter."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each quotation mark that opens in a reference and is not closed there."""
    text = apparatus.essay.text
    for passage, pairs in apparatus.derived(quoted_references):
        if LOST in passage.of(text):
            continue
        for pair in pairs:
            if pair.close_span is None and not _is_letter(text, pair.open_span, passage):
                words = quoted_passage(text, pair.open_span.start, passage.end)
                yield Finding(pair.open_span, f"nothing closes the quotation mark before {words}")


def _is_letter(text: str, mark: Span, passage: Span) -> bool:
    """True for a single mark that opens nothing: an elided year, and the Arabic ʿayn where it begins a word.

    A title stands at the beginning, or behind punctuation; a mark that is set for ʿayn also elsewhere, before a vowel.
    """
    if mark.of(text) not in _SINGLE:
        return False
    before = text[passage.start : mark.start].rstrip()
    following = text[mark.end : mark.end + 1]
    if following.isdigit() or _AYN.match(text, mark.end):
        return True
    return following in _VOWELS and bool(before) and before[-1] not in _BEFORE_TITLE


RULE = Rule.documented("Q003", "unclosed-quotation-mark", __doc__, check, pedantic=True)
