"""A quotation mark with a space on its inner side.

## What it finds

Curly double quotation marks around words that a space parts from one mark or both, in notes, works cited and running
text. The guillemets of French are spaced by rule and left alone.

## Why it matters

A mark that stands free seems to open what it closes, and at the end of a line it is torn from its words.

## Example

    “ A Film ”, she said, “is a gamble.”

## Instead

    “A Film”, she said, “is a gamble.”

## How it is fixed

The spaces are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.diagnostics import Applicability, Fix
from anora_bib.lint.rule import Finding, FixAvailability, Rule
from anora_bib.lint.rules.shared.wording import quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import references_as_printed
from anora_bib.text.spans import Edit, Span

_QUOTATION: Final = re.compile("\u201c(?<![\\w.,;:!?]\u201c)[^\u201c\u201d\u201e\n]{2,2000}\u201d(?!\\w)")
"""Marks turned the wrong way, \u201ca lamp\u201c said she \u201da light\u201d, stand at words on their outer side."""
_SINGLE: Final = "\u2018\u2019'"
_SPACE: Final = " \t\u00a0\u2009\u202f"


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each quotation with white space just inside one of its marks."""
    text = apparatus.essay.text
    paragraphs = (paragraph.span for paragraph in apparatus.prose.paragraphs)
    for passage in (*references_as_printed(apparatus), *paragraphs):
        for match in _QUOTATION.finditer(text, passage.start, passage.end):
            inner = match[0][1:-1]
            if inner != inner.strip(_SPACE) and inner.strip() and not _parts_marks(inner):
                yield _finding(text, Span(*match.span()), inner)


def _parts_marks(inner: str) -> bool:
    """True if the space keeps a double mark and a single one apart, as courts and Chicago (17th ed., 6.11) set them."""
    words = inner.strip(_SPACE)
    return (inner[0] in _SPACE and words[0] in _SINGLE) or (inner[-1] in _SPACE and words[-1] in _SINGLE)


def _finding(text: str, span: Span, inner: str) -> Finding:
    start = span.start + 1 + len(inner) - len(inner.lstrip(_SPACE))
    end = span.end - 1 - len(inner) + len(inner.rstrip(_SPACE))
    gaps = (Span(span.start + 1, start), Span(end, span.end - 1))
    fix = Fix("Take out the space", tuple(Edit(gap, "") for gap in gaps if len(gap)), Applicability.SAFE)
    message = f"a space parts the quotation marks from their words: {quoted_passage(text, start, end)}"
    return Finding(span, message, fix=fix)


RULE = Rule.documented(
    "Q004", "spaced-quotation-mark", __doc__, check, availability=FixAvailability.ALWAYS, pedantic=True
)
