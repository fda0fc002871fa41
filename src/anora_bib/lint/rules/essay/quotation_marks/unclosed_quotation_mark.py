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

from collections.abc import Iterator

from anora_bib.lint.rule import Finding, Rule
from anora_bib.lint.rules.shared.wording import quoted_passage
from anora_bib.model import Apparatus, Records
from anora_bib.model.essay.passages import quoted_references
from anora_bib.quotes import LOST


def check(apparatus: Apparatus, _records: Records) -> Iterator[Finding]:
    """A finding for each quotation mark that opens in a reference and is not closed there."""
    text = apparatus.essay.text
    for passage, pairs in apparatus.derived(quoted_references):
        if LOST in passage.of(text):
            continue
        for pair in pairs:
            if pair.close_span is None:
                words = quoted_passage(text, pair.open_span.start, passage.end)
                yield Finding(pair.open_span, f"nothing closes the quotation mark before {words}")


RULE = Rule.documented("Q003", "unclosed-quotation-mark", __doc__, check)
