"""A month that is none.

## What it finds

A `month` that is no macro of BibTeX, number, name or range of months.

## Why it matters

The style prints it as it stands, and sorting passes over it.

## Example

    @misc{roe2009, title = {On Editing}, month = {Foo}, year = 2009}

## Instead

    @misc{roe2009, title = {On Editing}, month = feb, year = 2009}

## How it is fixed

By hand: only the source has the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from anora_bib.formats.bibtex.tex.reading import unescape
from anora_bib.lint.bib_file import BibFile
from anora_bib.lint.rule import BibliographyRule, Finding
from anora_bib.model.values.date_words import month_number, season_number
from anora_bib.text.characters import shortened

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN: Final = frozenset("and to st nd rd th of the first second third fourth quarter".split())


def check(file: BibFile) -> Iterator[Finding]:
    """A finding for each month that cannot be read; a string that is not defined is told while the file is read."""
    strings = file.strings()
    for entry, field in file.fields("month"):
        words = [word for word in _WORD.findall(unescape(field.words)) if word.lower() not in _BETWEEN]
        if field.macro or not words or any(_is_month(word, strings) for word in words):
            continue
        yield Finding(field.span, f"{entry.label}: {shortened(field.words)!r} is no month")


def _is_month(word: str, strings: Mapping[str, str]) -> bool:
    if word.isdecimal():
        return 1 <= int(word[:4]) <= 12
    return bool(month_number(word) or season_number(word)) or word.lower() in strings


RULE = BibliographyRule.documented("B301", "unknown-month", __doc__, check)
