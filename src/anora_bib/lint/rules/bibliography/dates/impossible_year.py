"""A year that cannot be one.

## What it finds

A `year` of one to three digits or of more than four, or a year well after the present; a `date` that is not in the
form 2009-05-22 (EDTF).

## Why it matters

The entry is sorted and labelled by it.

## Example

    @misc{roe2009, title = {On Editing}, year = 201}

## Instead

    @misc{roe2009, title = {On Editing}, year = 2001}

## How it is fixed

By hand: only the source has the year.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from anora_bib.formats.bibtex.dates import from_edtf
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.text.characters import shortened

_DIGITS: Final = re.compile(r"\d{1,12}")
_AHEAD: Final = 5
"""Years that announced works may lie ahead."""


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each such year or date."""
    latest = datetime.date.today().year + _AHEAD
    for entry, field in file.fields("year", "date"):
        text = field.words.strip().strip("{}")
        if field.macro and not text.isdecimal():
            continue
        number = _DIGITS.fullmatch(text)
        if number and (len(text) != 4 or int(text) > latest):
            yield Finding(field.span, f"{entry.label}: the {field.name} {shortened(text)} cannot be one")
        elif field.name == "date" and text and not number and not _is_date(text):
            yield Finding(field.span, f"{entry.label}: the date {shortened(text)!r} is not in the form 2009-05-22")


def _is_date(text: str) -> bool:
    date = from_edtf(text)
    return bool(date.parts) or date.open_start or date.open_end


RULE = BibliographyRule.documented("B302", "impossible-year", __doc__, check)
