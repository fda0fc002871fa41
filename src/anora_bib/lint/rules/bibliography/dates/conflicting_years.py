"""A year beside a date of another year.

## What it finds

An entry with `year` and `date` that have no year in common.

## Why it matters

biber takes the date, BibTeX the year.

## Example

    @article{roe2009, author = {Roe, Jane}, title = {On Editing}, journal = {Example Review}, year = 2008,
      date = {2009-05-22}}

## Instead

    @article{roe2009, author = {Roe, Jane}, title = {On Editing}, journal = {Example Review}, year = 2009,
      date = {2009-05-22}}

## How it is fixed

By hand: only the source has the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding

_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such entry, at the year."""
    for entry, field in file.fields("year"):
        date = entry.fields.get("date")
        years, dated = _YEAR.findall(field.words), _YEAR.findall(date.words) if date else []
        if years and dated and not set(years) & set(dated):
            yield Finding(field.span, f"{entry.label}: the year is {years[0]}, and the date {dated[0]}")


RULE = BibliographyRule.documented("B303", "conflicting-years", __doc__, check)
