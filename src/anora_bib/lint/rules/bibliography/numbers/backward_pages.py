"""A range of pages that ends before it begins.

## What it finds

`pages` such as `505--405`. A shortened end (`120--5`) is none.

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

_RANGE: Final = re.compile(r"(?<![\w.:-])(\d{1,9})\s?(?:-{1,3}|\u2013)\s?(\d{1,9})(?![\w:-]|\.\d)")


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each range whose end, as it is or completed, is less than its beginning."""
    for entry, field in file.fields("pages"):
        for match in _RANGE.finditer(field.words):
            first, last = match[1], match[2]
            completed = first[: len(first) - len(last)] + last if len(last) < len(first) else last
            if int(completed) < int(first):
                yield Finding(field.part(*match.span()), f"{entry.key}: the pages {match[0]} end before they begin")


RULE = BibliographyRule.documented("B406", "backward-pages", __doc__, check)
