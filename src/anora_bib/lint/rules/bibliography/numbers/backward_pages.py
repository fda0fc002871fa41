"""A range of pages that ends before it begins.

## What it finds

`pages` such as `505--405`, both of as many digits and of three at least. A shortened end (`120--5`), the page of a
chapter (`12-1`), and the number of an article (`1930--17`) are none.

## Why it matters

One of the numbers is misprinted.

## Example

    @misc{roe2009, title = {On Editing}, pages = {505--405}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, pages = {405--505}, year = 2009}

## How it is fixed

By hand: only the source has the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding

_PART: Final = re.compile(
    r"\s{0,8}(?P<range>(?P<first>\d{1,9})(?:\s?(?:-{1,3}|\u2013)\s?(?P<last>\d{1,9}))?)\s{0,8}(?:,|$)"
)
_FEWEST: Final = 3
"""Digits of a page: smaller numbers are often a chapter and its page."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each range whose end is less than its beginning, in a field of plain pages and ranges only."""
    for entry, field in file.fields("pages"):
        parts = list(_PART.finditer(field.words))
        if sum(len(match[0]) for match in parts) != len(field.words):
            continue
        for match in parts:
            first, last = match["first"], match["last"] or ""
            if len(first) == len(last) >= _FEWEST and int(last) < int(first):
                span = field.part(*match.span("range"))
                yield Finding(span, f"{entry.label}: the pages {match['range']} end before they begin")


RULE = BibliographyRule.documented("B406", "backward-pages", __doc__, check)
