"""A quotation mark in a reference that nothing closes.

## What it finds

An opening quotation mark in a note or in an item of the works cited without its closing one: a double one, or a
guillemet. Where a conversion lost characters nothing is said, since the mark may be among them, nor where single marks
are not closed: they may be letters, and apostrophes.

## Why it matters

The title has no end: author, magazine and date after it are read as part of it.

## Example

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. «A Film, Example Magazine, 2024.

## Instead

    The film took two years.[1]

    ## Notes

    [1] Roe, Jane. «A Film», Example Magazine, 2024.

## How it is fixed

By hand: put the closing mark where the title ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.essay.quotation_marks.odd_quotation_mark import odd
from anora_bib.lint.rules.shared.wording import quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import quoted_references
from anora_bib.text.quotes import LOST

_DOUBLE: Final = ("\u201c", "\u201e", "\u00ab", '"')
_TURNED: Final = re.compile(r"\u00bb[^\W\d_]")
"""Guillemets that point inwards, as German sets them."""


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each quotation mark that opens in a reference and is not closed there."""
    text = apparatus.essay.text
    told = [one.span for one in apparatus.derived(odd)]
    turned = _TURNED.search(text) is not None
    for passage, pairs in apparatus.derived(quoted_references):
        if LOST in passage.of(text) or any(passage.contains(span) for span in told):
            continue
        opened = [pair.open_span for pair in pairs if pair.close_span is None]
        for mark in opened[:1]:
            sign = mark.of(text)
            if sign in _DOUBLE and not (turned and sign == "\u00ab"):
                words = quoted_passage(text, mark.start, passage.end)
                yield Finding(mark, f"nothing closes the quotation mark before {words}")


RULE = Rule.documented("Q003", "unclosed-quotation-mark", __doc__, check, pedantic=True)
